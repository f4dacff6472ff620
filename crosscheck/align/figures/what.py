"""What a figure counts or measures, what befell it, and as which of several it is told.

In: text and attributes of a figure. Out: classes of nouns and themes (:mod:`crosscheck.data.themes`), or empty strings
where the text does not say.
"""

from __future__ import annotations

import re

from crosscheck.data import units
from crosscheck.data.themes import COMPOUNDS, GENERIC, NOUNS, THEMES
from crosscheck.model import Fact, Quantity

_PART = re.compile(
    r"\s+of\s+(?:whom|which|them|those|(?:the|these|those)\s+(?:#|\d|[a-z]+teen|[a-z]+ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
_INCLUDING = re.compile(r"\b(?:including|among them|of them|of whom)\s+(?:at\s+least\s+|about\s+)?$", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(first|second|third|fourth|fifth|final|last|main|earlier|latest)\s+(\w+)", re.IGNORECASE)
# "houses and buildings": what is counted is the wider of the two.
_AND_NOUN = re.compile(r"\s+(?:and|or)\s+(?:other\s+)?([a-z]+)\b")
_FIRED = frozenset({"shoot", "fire", "hit", "strike", "enter", "wound", "pierce", "discharge"})
_MORE = re.compile(r"\b(?:another|further|additional|extra|more)\b", re.IGNORECASE)
_GRAVE = re.compile(
    r"[^.,;]{0,30}?\b(seriously|critically|severely|badly|slightly|lightly|gravely|serious|minor|light|critical)\b",
    re.IGNORECASE,
)
_ONE = re.compile(r"\b[Oo]ne\s+(?:of\s+the\s+\w+[\s,-]+(?:with|measuring|of|a)*\s*(?:a\s+)?)?$")
_IN = re.compile(
    r"\s+in\s+(?:all|the)\s+((?!(?:last|past|next|first|end|hour|day|night|early|late|morning|same)\b)[a-z]{3,})\b"
)
_RATES = frozenset({"annual", "average", "averaging", "annually", "daily", "weekly", "monthly", "yearly", "hourly"})


def unit(value: Quantity) -> str:
    """Dimension of a measure, the currency of money, nothing for counts."""
    if value.measure == "money":
        return value.currency or "?"
    if value.measure in ("count", "percent", "age", "rank"):
        return ""
    return units.to_base(1.0, value.unit or "")[1]


def head(noun: str, verb: str, qualifiers: str, after: str) -> str:
    """Class of what is counted. ``after`` is the text behind the noun."""
    if noun in ("time", "round") and (verb in _FIRED or verb == "shoot"):
        return "bullet"
    for qualifier in qualifiers.split():
        compound = COMPOUNDS.get((qualifier, noun))
        if compound:
            return compound
    head = "person" if noun in GENERIC else NOUNS.get(noun, noun)
    wider = _AND_NOUN.match(after)
    if wider and head == "house" and NOUNS.get(wider[1].removesuffix("s")) == "building":
        return "building"
    return head


def narrowed(text: str, end: int) -> frozenset[str]:
    """ "19 goals *in the league*": a plain noun behind narrows what is counted, as one before does."""
    match = _IN.match(text, end)
    return frozenset({match[1].removesuffix("s")}) if match else frozenset()


def theme(noun: str, verb: str, attrs: dict[str, str]) -> str:
    """What befell what is counted. Bullets that hit are told apart from those fired, and from those loaded."""
    if noun in ("time", "bullet", "shot", "round") and (verb in _FIRED or noun == "shot"):
        return "hit" if verb in ("hit", "strike", "enter", "wound", "pierce") or noun == "time" else "fire"
    return attrs.get("event") or THEMES.get(verb, "") or THEMES.get(noun, "")


def rate(attrs: dict[str, str]) -> str:
    """ "annual", "average", "per day": a rate is no total."""
    if attrs.get("verb") == "average":
        return "average"
    words = f"{attrs.get('qualifiers', '')} {attrs.get('hedge', '')} {attrs.get('per', '')}".casefold().split()
    return next((w for w in words if w in _RATES or w == attrs.get("per", "").casefold()), "")


def ordinal(attrs: dict[str, str], clause: str) -> str:
    """Which of several: "first", "second", "aftershock"; empty where the text does not number them."""
    for match in _ORDINAL.finditer(clause):
        noun = match[2].casefold()
        if NOUNS.get(noun, noun) in ("quake", "aftershock") or noun in THEMES or noun == attrs.get("counted"):
            return match[1].casefold()
    return "aftershock" if attrs.get("thing") == "aftershock" else ""


def grave(text: str, end: int) -> str:
    """ "12 were *seriously* injured": how badly; ``end`` is where the number ends."""
    match = _GRAVE.match(text, end)
    return match[1].casefold() if match else ""


def is_part(fact: Fact, text: str) -> bool:
    """True for "three of the seven", "including three" and "one of the ...": a part of another count."""
    start = fact.mention.span.start
    number = fact.mention.parts.get("number", fact.mention.span)
    if _ONE.search(text[max(0, start - 40) : start]):
        return True
    if fact.mention.attrs.get("scope"):
        return False
    return bool(_PART.match(text, number.end) or _INCLUDING.search(text[max(0, number.start - 30) : number.start]))


def says_more(fact: Fact) -> bool:
    """True for "another 10" and "10 more", by its own words."""
    return bool(_MORE.search(fact.mention.text))
