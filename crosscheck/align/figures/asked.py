"""What question a figure answers, by the words of its clause: turnout, majority, price per share, speed limit ...

In: a figure and its sentence. Out: an :class:`Asked`. Two figures of one measure that answer one named question in two
articles are one fact far more surely than their sentences' likeness says; two that answer different ones are not.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from crosscheck.data.attributes import (
    ASKED,
    EMPTY,
    FATES,
    HAPPENED,
    PAYERS,
    STRETCHES,
    SYNONYMS,
    WIDE,
    WITH_DEBT,
    WITHOUT_DEBT,
)
from crosscheck.data.questions import FIXED
from crosscheck.model import Fact, Quantity, Sentence

_REACH = 90  # characters to either side: a long noun phrase with its verb
_CUT = re.compile(r"[;:.!?](?=\s)|\s[-–—]\s|[“”\"()]|,\s(?:while|but|and|who|which|where|after|as)\s")
_COMMA = re.compile(r",\s")
_NOUN_OF = re.compile(r"\b([a-z-]{3,}) (?:of|at|to) (?:about |around |just |only |nearly |almost |some )?$")
_NOUN_AFTER = re.compile(r"^ ([a-z-]{4,})\b")
_STATES = frozenset("be stand reach hit total remain stay become amount come put".split())
_MEASURES = frozenset(FIXED.values())  # an age is no question by itself: whose it is decides


class Asked(msgspec.Struct, frozen=True):
    """The question that a figure answers.

    ``name`` is an attribute, by the extractor or by :data:`crosscheck.data.attributes.ASKED`, else the noun that says
    what the figure is ("a swing of 4 percent"), else empty; ``known`` is True for the former.
    ``happened`` is what befell
    the counted by a phrase ("were told to leave"); ``debt`` and ``payer`` tell apart amounts of one name, ``stretch``
    counts of one name.
    """

    name: str = ""
    known: bool = False
    happened: str = ""
    debt: str = ""
    payer: str = ""
    stretch: str = ""


def asked(fact: Fact, text: str, sentence: Sentence) -> Asked:
    """The question of a figure; ``text`` is the article's."""
    value = fact.value
    assert isinstance(value, Quantity)
    span = fact.mention.span
    left = text[max(sentence.span.start, span.start - _REACH) : span.start]
    right = text[span.end : min(sentence.span.end, span.end + _REACH)]
    attrs = fact.mention.attrs
    measure = "percent" if is_points(fact) else value.measure
    counted = attrs.get("counted", "").casefold()
    if measure == "money" and attrs.get("per", ""):
        right = f" a {attrs['per']}{right}"
    if measure == "count" and counted:
        right = f" {fact.mention.text.rsplit(None, 1)[-1]}{right}" if counted != "majority" else f" majority{right}"
    subject = attrs.get("subject", "").casefold().rsplit(None, 1)[-1:]
    told = attrs.get("attribute", "")
    told = "" if told in _MEASURES else told
    if told == "change in share price":
        told = {"up": "shares up", "down": "shares down"}.get(attrs.get("trend", ""), told)
    return _read(measure, left, right, attrs.get("verb", ""), subject[0] if subject else "", counted, told)


def is_points(fact: Fact) -> bool:
    """True for "4.6 points" of a share: percent by another name."""
    value, attrs = fact.value, fact.mention.attrs
    return (
        isinstance(value, Quantity)
        and value.measure == "count"
        and attrs.get("counted") == "point"
        and (
            attrs.get("qualifiers", "").startswith("percent") or attrs.get("group") in ("swing", "lead", "rise", "fall")
        )
    )


@lru_cache(maxsize=65_536)
def _read(measure: str, left: str, right: str, verb: str, subject: str, counted: str, told: str) -> Asked:
    before, after = _clause(left, right)
    clause = f"{before}#{after}"
    debt = payer = happened = stretch = ""
    if measure == "money":
        debt = "with" if WITH_DEBT.search(clause) else "without" if WITHOUT_DEBT.search(clause) else ""
        payer = next((name for name, pattern in PAYERS if pattern.search(clause)), "")
    if measure == "count":
        happened = next((name for name, pattern in HAPPENED if pattern.search(clause)), "")
        happened = FATES.get(happened or told, "")
        stretch = next((name for name, pattern in STRETCHES if pattern.search(clause)), "")
    table = ASKED.get(measure, ())
    narrow = next((name for name, pattern in table if pattern.search(_narrow(before, after))), "")
    if narrow and narrow not in WIDE and (not told or told in WIDE or told == narrow):
        return Asked(narrow, True, happened, debt, payer, stretch)
    if measure == "speed" and told == "speed limit":
        told = "speed"  # the limit of the sentence, but not this figure
    wide = told or narrow
    if wide:
        return Asked(wide, True, happened, debt, payer, stretch)
    return Asked(_noun(measure, before, after, verb, subject, counted), False, happened, debt, payer, stretch)


def _clause(left: str, right: str) -> tuple[str, str]:
    """The words before and behind the figure up to the nearest end of a clause, casefolded, single spaces."""
    cuts = [m.end() for m in _CUT.finditer(left)]
    end = _CUT.search(right)
    before = " ".join(left[cuts[-1] if cuts else 0 :].casefold().replace("’", "'").split())
    after = " ".join((right[: end.start()] if end else right).casefold().replace("’", "'").split())
    return f"{before} " if before else "", f" {after}" if after else ""


def _narrow(before: str, after: str) -> str:
    """The same between commas: where a word there names the question, those beyond do not."""
    commas = [m.end() for m in _COMMA.finditer(before)]
    end = _COMMA.search(after)
    return f"{before[commas[-1] if commas else 0 :]}#{after[: end.start()] if end else after}"


def _noun(measure: str, before: str, after: str, verb: str, subject: str, counted: str) -> str:
    """The noun that says what a figure is: "a swing of #", "the swing was #", "a # swing"."""
    if measure == "count":
        return ""
    left = _NOUN_OF.search(before)
    found = left[1] if left and left[1] not in EMPTY else ""
    if not found and verb in _STATES and subject not in EMPTY:
        found = subject
    if not found and measure == "money" and counted not in EMPTY:
        found = counted
    return SYNONYMS.get(found, found)
