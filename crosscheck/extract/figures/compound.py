"""One measure told in two units: "7 pounds 6 ounces", "2 hours and 30 minutes", "10 km, 8 metres".

In: the figures of an article, in order. Out: the same with such neighbours made one; ``plus`` in ``attrs`` holds what
comes on top, as "number|unit" with ";" between.
"""

from __future__ import annotations

from crosscheck.data import units
from crosscheck.model import Mention, Span

_MEASURES = frozenset({"distance", "mass", "duration", "volume"})
_BETWEEN = frozenset({" ", ", ", " and ", ", and "})


def compound(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with neighbours of one measure in falling units joined."""
    out: list[Mention] = []
    for mention in mentions:
        if out and _continues(text, out[-1], mention):
            out[-1] = _joined(text, out[-1], mention)
        else:
            out.append(mention)
    return out


def _continues(text: str, first: Mention, second: Mention) -> bool:
    a, b = first.attrs, second.attrs
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


def _joined(text: str, first: Mention, second: Mention) -> Mention:
    plus = f"{second.attrs['number']}|{second.attrs['unit']}"
    attrs = first.attrs | {"plus": ";".join(filter(None, (first.attrs.get("plus", ""), plus)))}
    span = Span(first.span.start, second.span.end)
    return Mention(
        kind=first.kind, article=first.article, span=span, text=text[span.start : span.end], sentence=first.sentence,
        parts=first.parts, attrs=attrs, quoted=first.quoted, confidence=first.confidence,
    )  # fmt: skip
