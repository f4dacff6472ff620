"""One measure told in two units: "7 pounds 6 ounces", "2 hours and 30 minutes", "10 km, 8 metres".

In: the figures of an article, in order. Out: the same with such neighbours made one; ``plus`` in ``attrs`` holds what
comes on top, as "number|unit" with ";" between.
"""

from __future__ import annotations

import re

import msgspec

from crosscheck.data import units
from crosscheck.data.numbers import ONES, TENS, alternatives
from crosscheck.extract.figures import patterns
from crosscheck.model import Mention, Span

_MEASURES = frozenset({"distance", "mass", "duration", "volume"})
_BUT = frozenset({" but ", " and ", ", but "})
_LOW, _HIGH = ("low", "above"), ("high", "below")
_COINS = re.compile(rf"[1-9]\d|(?:{alternatives(TENS)})(?:[ -](?:{alternatives(ONES)}))?", re.IGNORECASE)
_TO = frozenset({" to ", "-", " - ", "–", " – ", "—"})
_BEFORE = 48  # characters before a figure in which a change is told
_BETWEEN = frozenset({" ", ", ", " and ", ", and ", ". ", "., "})


def compound(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with neighbours of one measure in falling units joined."""
    out: list[Mention] = []
    for mention in mentions:
        if out and _continues(text, out[-1], mention):
            out[-1] = _joined(text, out[-1], mention)
        elif out and _bare_coins(text, out[-1], mention):
            coins = msgspec.structs.replace(mention, attrs=mention.attrs | {"coin": "cent"})
            out[-1] = _joined(text, out[-1], coins)
        elif out and _two_bounds(text, out[-1], mention) or out and _from_to(text, out[-1], mention):
            out[-1] = _between(text, out[-1], mention)
        else:
            out.append(mention)
    return out


def _two_bounds(text: str, first: Mention, second: Mention) -> bool:
    """ "More than 20 but fewer than 30": one number between two bounds."""
    a, b = first.attrs, second.attrs
    if _is_between(text, first, second):
        return True
    if text[first.span.end : second.span.start] not in _BUT or first.sentence != second.sentence:
        return False
    low, high = (a, b) if a.get("bounds") in _LOW else (b, a)
    if low.get("bounds") not in _LOW or high.get("bounds") not in _HIGH or "value" in a or "value" in b:
        return False
    return (
        not a.get("counted")
        and a.get("measure") in ("count", b.get("measure"))
        and a.get("unit") in (None, "", b.get("unit"))
    )


def _is_between(text: str, first: Mention, second: Mention) -> bool:
    """ "Between 3 kilometres and 5 kilometres": the unit is told twice."""
    a, b = first.attrs, second.attrs
    led = text[max(0, first.span.start - 8) : first.span.start].lower() == "between "
    one = a.get("measure") == b.get("measure") in (*_MEASURES, "money", "percent") and a.get("unit") == b.get("unit")
    free = not {"value", "plus", "per"} & ({k for k in a if a[k]} | {k for k in b if b[k]})
    gap = text[first.span.end : second.span.start] == " and "
    return (
        led
        and one
        and free
        and gap
        and not (a.get("bounds") or b.get("bounds"))
        and a.get("currency") == b.get("currency")
    )


def _from_to(text: str, first: Mention, second: Mention) -> bool:
    """ "20 cents to 30 cents", "Rs 2 lakh to Rs 3 lakh": rising, and nothing that rose."""
    a, b = first.attrs, second.attrs
    if text[first.span.end : second.span.start] not in _TO or first.sentence != second.sentence:
        return False
    if any(a.get(k) != b.get(k) for k in ("measure", "unit", "coin", "currency")) or a.get("measure") == "count":
        return False
    if a.get("measure") not in (*_MEASURES, "money", "percent") or {"value", "plus", "per"} & ({*a} | {*b}):
        return False
    one, other = (_plain(x["number"]) for x in (a, b))
    before = text[max(0, first.span.start - _BEFORE) : first.span.start]
    return one < other and not (a.get("bounds") or b.get("bounds")) and not patterns.CHANGED.search(before)


def _plain(number: str) -> float:
    digits = "".join(c for c in number if c.isdigit() or c == ".")
    return float(digits) if digits.strip(".") and digits.count(".") < 2 else 0.0


def _between(text: str, first: Mention, second: Mention) -> Mention:
    span = Span(first.span.start, second.span.end)
    attrs = second.attrs | {"number": f"{first.attrs['number']} to {second.attrs['number']}", "bounds": ""}
    return msgspec.structs.replace(
        second, span=span, text=text[span.start : span.end], attrs=attrs, parts=first.parts | second.parts
    )


def _continues(text: str, first: Mention, second: Mention) -> bool:
    a, b = first.attrs, second.attrs
    if a.get("measure") == b.get("measure") == "money":
        return _coins(text, first, second)
    if a.get("measure") not in _MEASURES or a.get("measure") != b.get("measure") or first.sentence != second.sentence:
        return False
    if "value" in a or "value" in b or b.get("bounds") or a.get("per") or b.get("per"):
        return False
    if text[first.span.end : second.span.start] not in _BETWEEN:
        return False
    last = a["plus"].rpartition("|")[2] if "plus" in a else a.get("unit", "")
    large, small = units.lookup(last), units.lookup(b.get("unit", ""))
    if large is None or small is None:
        return False
    (one, base), (other, other_base) = units.to_base(large.factor, large.unit), units.to_base(small.factor, small.unit)
    number = b.get("number", "")
    if base != other_base or other >= one:
        return False
    return not number[:1].isdigit() or float("".join(c for c in number if c.isdigit() or c == ".") or 0) * other < one


def _coins(text: str, first: Mention, second: Mention) -> bool:
    """ "Five dollars and fifty cents", "£5 and 20 pence"."""
    a, b = first.attrs, second.attrs
    if text[first.span.end : second.span.start] not in _BETWEEN or first.sentence != second.sentence:
        return False
    if a.get("coin") or not b.get("coin") or b.get("bounds") or a.get("per") or b.get("per") or "plus" in a:
        return False
    own = b.get("coin", "").startswith("c") or a.get("currency") == b.get("currency")
    return own and len(b.get("number", "").split()) <= 2 and "million" not in b.get("number", "")


def _bare_coins(text: str, first: Mention, second: Mention) -> bool:
    """ "Five dollars fifty", "20 euros 43": two digits, or tens in words, with nothing behind that they count."""
    a, b = first.attrs, second.attrs
    gap = text[first.span.end : second.span.start]
    if a.get("measure") != "money" or not a.get("currency") or a.get("coin") or {"plus", "per", "value"} & {*a}:
        return False
    if b.get("measure") != "count" or b.get("counted") or b.get("bounds") or gap not in (" ", " and "):
        return False
    return bool(_COINS.fullmatch(b.get("number", ""))) and (gap == " " or b["number"].isdigit())


def _joined(text: str, first: Mention, second: Mention) -> Mention:
    plus = f"{second.attrs['number']}|{second.attrs.get('coin') or second.attrs['unit']}"
    attrs = first.attrs | {"plus": ";".join(filter(None, (first.attrs.get("plus", ""), plus)))}
    span = Span(first.span.start, second.span.end)
    return Mention(
        kind=first.kind, article=first.article, span=span, text=text[span.start : span.end], sentence=first.sentence,
        parts=first.parts, attrs=attrs, quoted=first.quoted, confidence=first.confidence,
    )  # fmt: skip
