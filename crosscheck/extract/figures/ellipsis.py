"""What one figure of a sentence leaves to the one before: "300 jobs in May and 400 in June", "44% with Malaysia".

Also conversions ("€40 billion ($43.3 billion)") and the proper names that stand nearest to each figure.
"""

from __future__ import annotations

import re

from crosscheck.extract.parse import Parsed
from crosscheck.model import Mention

_OPENERS = frozenset({"(", "[", "/", ", or", "or", "— or", "(or", "(about", "(around", ", about", "- about", "(some",
                      "(roughly", "(nearly", "(equivalent to", "(worth", "(approximately"})  # fmt: skip
_CLOSERS = (")", "]", ",", " ", ".", "/", ";", "")
_SHARED = (
    "counted",
    "qualifiers",
    "verb",
    "event",
    "of",
    "reference",
    "direction",
    "subject",
    "object",
    "about",
    "role",
    "attribute",
)
_NAME = r"(?:[A-Z][\w'’.-]*\w)(?:\s(?:of\s|the\s|and\s(?=[A-Z]))?[A-Z][\w'’.-]*\w){0,4}"
_PLACE_AFTER = re.compile(
    rf"(?:\s(?:people|of [a-z][\w -]{{0,30}}?))?\s(?:in|with|to|for|at|on|from|across|near"
    rf"|off)\s(?:the\s(?:[a-z]+\s){{0,3}}(?:of\s)?)?(?P<name>{_NAME})"
)
_PLACE_BEFORE = re.compile(
    rf"\b(?:in|with|to|for|at|from|across|near|off)\s(?:the\s)?(?P<name>{_NAME})(?:\s(?:by|at|was|were|had|is|are"
    rf"|fell|rose|down)\b|,)?[^.;,]{{0,24}}$"
)
_CALENDAR = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
    r"|Richter)(?:[a-z]*day|[a-z]*ber"
    r"|uary|ruary|ch|il|ust)?\b"
)
_NEAR = 160  # characters: what an ellipsis leans on stands in the same breath


def resolve(parsed: Parsed, mentions: list[Mention]) -> list[Mention]:
    """Fills ``attrs`` of figures from those before them in the same sentence; returns the same mentions, in order."""
    text = parsed.article.text
    for i, second in enumerate(mentions):
        first = mentions[i - 1] if i else None
        if first is not None and first.sentence == second.sentence:
            _share_unit(text, first, second)
            if not _converts(text, first, second):
                _inherit(first, second)
            _besides(first, second)
        after = mentions[i + 1] if i + 1 < len(mentions) else None
        _scope(parsed, second, first, after)
    return mentions


def _converts(text: str, first: Mention, second: Mention) -> bool:
    """Marks "($43.3 billion)" behind "€40 billion" and "(36 miles)" behind "58 km" as the first one converted."""
    measure = first.attrs["measure"]
    if measure != second.attrs["measure"] or measure == "count":
        return False
    between = text[first.span.end : second.span.start].strip()
    chained = "converts" in first.attrs and between in (";", ",", "/", "or", "and", ", or")
    if not (chained or between in _OPENERS) or text[second.span.end : second.span.end + 1] not in _CLOSERS:
        return False
    key = "currency" if measure == "money" else "unit"
    if first.attrs.get(key) == second.attrs.get(key):
        return False
    second.attrs["converts"] = first.attrs["converts"] if chained else f"{first.span.start}-{first.span.end}"
    for shared in _SHARED:
        second.attrs.pop(shared, None)
        if shared in first.attrs:
            second.attrs[shared] = first.attrs[shared]
    return True


def _share_unit(text: str, first: Mention, second: Mention) -> None:
    """ "From 41 to 48 percent": the first number is in the unit of the second."""
    bare = first.attrs["measure"] == "count" and not first.attrs.get("counted")
    if not bare or second.attrs["measure"] in ("count", "rank", "score", "age", "ratio", "calibre"):
        return
    if second.attrs.get("currency") and not second.attrs.get("unit_written") and not second.attrs.get("coin"):
        return  # "from 5 to $6": a sign stands before each amount
    if text[first.span.end : second.span.start] in (" to ", " or ", " and ", "-", "–"):
        for key in ("measure", "unit", "unit_written", "currency", "coin", "of", "counted", "attribute"):
            if key in second.attrs:
                first.attrs[key] = second.attrs[key]


def _besides(first: Mention, second: Mention) -> None:
    """ "Killing 10 and wounding 70 others": the 70 are others than the dead, and all of the wounded."""
    fates = first.attrs.get("event"), second.attrs.get("event")
    if second.attrs.get("further") and all(fates) and fates[0] != fates[1]:
        del second.attrs["further"]
        second.attrs["besides"] = "1"


def _inherit(first: Mention, second: Mention) -> None:
    """A bare number or percentage takes what the one before counts; ``attrs["inherited"]`` says so."""
    measure = second.attrs["measure"]
    if measure != first.attrs["measure"] or second.span.start - first.span.end > _NEAR:
        return
    if measure == "count" and not second.attrs.get("counted") and first.attrs.get("counted"):
        for key in ("counted", "qualifiers", "attribute"):
            if key in first.attrs:
                second.attrs[key] = first.attrs[key]
        second.attrs["inherited"] = "1"
    elif (
        measure == "percent"
        and not second.attrs.get("of")
        and not second.attrs.get("counted")
        and first.attrs.get("of")
    ):
        second.attrs["of"] = first.attrs["of"]
        second.attrs["inherited"] = "1"


def _scope(parsed: Parsed, mention: Mention, first: Mention | None, after: Mention | None) -> None:
    """The place or body that stands nearest to the figure, between its neighbours: "in Egypt" of "52% in Egypt"."""
    text, span = parsed.article.text, parsed.sentences[mention.sentence].span
    end = min(span.end, after.span.start if after is not None and after.span.start >= mention.span.end else span.end)
    match = _PLACE_AFTER.match(text, mention.span.end, end)
    if match is None:
        start = max(span.start, first.span.end if first is not None else 0)
        if mention.span.start > start:
            match = _PLACE_BEFORE.search(text[start : mention.span.start])
    if match and not _CALENDAR.match(match["name"]):
        mention.attrs["scope"] = " ".join(match["name"].split()).removesuffix("'s").removesuffix("’s")
