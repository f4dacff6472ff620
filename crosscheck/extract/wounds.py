"""Wounds: in which part of the body somebody was shot, stabbed or hurt.

Mentions are places. Attrs: ``form`` (wound), ``hurt`` (the parts as :mod:`crosscheck.anatomy` reads them, joined by
"|"), ``by`` (shot, stab or "" for any other way), ``open`` where the list says that it is not whole ("including"),
``many`` where the article tells of several victims. Parts: ``victim``, ``befell`` where "his leg" is
told of somebody whom the clause names, and ``also0`` and so on, other stretches of the
article that are told as hurt. The victims are bound by normalising.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from crosscheck.anatomy import part_pattern, parts_of
from crosscheck.extract._hurt import of_noun, of_verb, several, subject_of
from crosscheck.extract._victims import ANOTHER, described, elsewhere, joined, others, span_of, token_at, unreal
from crosscheck.extract.parse import Parsed
from crosscheck.model import Mention, MentionKind

KIND: MentionKind = "place"
FORM = "wound"

_SHOT = frozenset("shoot shot gunshot bullet graze gunfire round".split())
_STAB = frozenset("stab slash knife cut".split())
_VERBS = frozenset("shoot hit strike wound stab graze injure hurt slash cut bleed".split())
_NOUNS = frozenset("wound gunshot graze injury laceration bullet shot".split())
_TRIGGER = re.compile(
    r"\b(?:sh(?:ot|ooting|oots)|hit(?:ting|s)?|str(?:uck|ikes?|iking)|(?:gun|stab)shots?|wound(?:ed|ing|s)?|stab(?:bed|bing|s)?"
    r"|graz(?:ed?|es|ing)|injur(?:ed|ies|ing|y)|hurt|slash(?:ed|ing)|cut|lacerations?|bullets?|shots?|bleeding)\b",
    re.I,
)
_BEFORE = 110  # characters between the word for the hurt and the part
_BLOW = re.compile(
    r"\s+(?:with|by)\s+(?!(?:[\w-]+\s+){0,3}(?:bullets?|gun\w*|shots?|shrapnel|rounds?|police|officers?|deput\w+|kni\w+|fire)\b)\w",
    re.I,
)
_OPEN = re.compile(r"\b(?:includ(?:ing|es?)|among|at least one|one of)\b", re.I)
_IN = r"(?:into|in|to|on|through|across|from|around|near)"


@cache
def _told() -> re.Pattern[str]:
    """ "in the left leg, right arm and chest"; "his left leg" after a verb; "leg wound"."""
    part = part_pattern()
    times = r"(?:(?:once|twice|(?:two|three|four|five|six|several)\s+times|another)\s+)?"
    and_ = rf"(?:\s*,\s*(?:and\s+)?|\s+(?:and|&|as\s+well\s+as)\s+){times}(?:{_IN}\s+)?"
    return re.compile(
        rf"\b(?:(?P<in>{_IN})\s+|(?=(?:his|her|their|[A-Z][\w-]{{1,40}}['’]s)\s))(?P<parts>{part}(?:{and_}{part})*)"
        rf"(?P<noun>\s+wounds?\b)?(?!\s+(?:{_NOT})\b)"
        rf"|\b(?P<bare>{part})\s+wounds?\b",
        re.I,
    )


_NOT = "of|armou?r|piece|pieces|phone|bag|gear"


def extract(parsed: Parsed) -> Iterable[Mention]:
    """The wounds of one article, in the order of the text."""
    if not _TRIGGER.search(parsed.article.text):
        return
    found = [w for match in _told().finditer(parsed.article.text) if (w := _wound(parsed, match)) is not None]
    if not found:
        return
    many, also = others(parsed)
    for mention in found:
        if many:
            mention.attrs["many"] = "1"
        mention.parts.update(also)
        yield mention


def _wound(parsed: Parsed, match: re.Match[str]) -> Mention | None:
    text, words = parsed.article.text, match["parts"] or match["bare"]
    start = match.start("parts") if match["parts"] else match.start("bare")
    lead = parsed.sentences[parsed.sentence_index(start)].span.start
    if match["noun"] or match["bare"]:
        trigger = token_at(parsed, match.end() - 1)
        begin, end = start, match.end()
    else:
        hurts = list(_TRIGGER.finditer(text, max(lead, match.start() - _BEFORE), match.start()))
        hurt = hurts[-1] if hurts else None
        if hurt is None or not joined(parsed, hurt.end(), match.start()):
            return None
        trigger = token_at(parsed, hurt.start())
        begin, end = hurt.start(), match.start() + len(match[0].rstrip())
        if not match["in"] and text[hurt.end() : match.start()].strip():
            return None  # "hit his leg": nothing stands between
    parts = parts_of(words)
    if trigger is None or elsewhere(parsed, start) or not parts or unreal(trigger) or _BLOW.match(text, end):
        return None
    victim, befell = _victim(parsed, trigger, start)
    if victim is None or several(victim, start) or any(c.lower_ in ANOTHER for c in victim.children):
        return None
    if _BETWEEN.search(text, victim.idx + len(victim), begin):
        return None  # somebody else stands between
    how = f"{text[begin:end]} {text[max(lead, begin - 20) : begin]}".casefold()
    attrs = {"form": FORM, "hurt": "|".join(parts), "by": _by(how)} | described(victim)
    if _OPEN.search(text, begin, start):
        attrs["open"] = "1"
    told = {"victim": span_of(victim)}
    if befell is not None and befell.i != victim.i and not several(befell, start):
        told["befell"] = span_of(befell)
    return parsed.mention(KIND, begin, end, parts=told, attrs=attrs, confidence=0.7)


def _victim(parsed: Parsed, trigger: Token, start: int) -> tuple[Token | None, Token | None]:
    """Whom the clause tells of: the owner of the part ("his leg"), and whom the verb befell or who has the wound."""
    first = token_at(parsed, start)
    lemma = trigger.lemma_.lower()
    verbal = trigger.pos_ in ("VERB", "AUX") or (lemma in _VERBS and lemma not in _NOUNS)
    befell = subject_of(trigger) if lemma == "bleed" else of_verb(trigger) if verbal else of_noun(trigger)
    return (first if first is not None and first.lower_ in ("his", "her") else befell), befell


_BETWEEN = re.compile(r"\band\s+(?:a|an|another|the)\s+(?:\w+\s+)?\d{1,3}-year-old")


def _by(how: str) -> str:
    if re.search(r"gun|shot|shoot|bullet|graz", how):
        return "shot"
    return "stab" if re.search(r"stab|slash|knife|cut", how) else ""
