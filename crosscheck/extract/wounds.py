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

from spacy.attrs import LEMMA
from spacy.tokens import Token

from crosscheck.anatomy import part_pattern, parts_of
from crosscheck.extract._hurt import of_noun, of_verb, several, subject_of
from crosscheck.extract.parse import Parsed
from crosscheck.model import Mention, MentionKind, Span

KIND: MentionKind = "place"
FORM = "wound"

_SHOT = frozenset("shoot shot gunshot bullet graze gunfire round".split())
_STAB = frozenset("stab slash knife cut".split())
_VERBS = frozenset("shoot hit strike wound stab graze injure hurt slash cut bleed".split())
_NOUNS = frozenset("wound gunshot graze injury laceration bullet shot".split())
_KILLING = frozenset("shoot wound injure stab kill hurt graze slay".split())
_TRIGGER = re.compile(
    r"\b(?:sh(?:ot|ooting|oots)|hit(?:ting|s)?|str(?:uck|ikes?|iking)|(?:gun|stab)shots?|wound(?:ed|ing|s)?|stab(?:bed|bing|s)?"
    r"|graz(?:ed?|es|ing)|injur(?:ed|ies|ing|y)|hurt|slash(?:ed|ing)|cut|lacerations?|bullets?|shots?|bleeding)\b",
    re.I,
)
_BEFORE = 110  # characters between the word for the hurt and the part
_STOP = re.compile(r"[.;:!?\n]|\b(?:but|while|before|who|which)\b", re.I)
_FREE = frozenset(
    "say be kill wound shoot fire hit strike graze accord include have get suffer go pass enter travel lodge".split()
)
_BLOW = re.compile(
    r"\s+(?:with|by)\s+(?!(?:[\w-]+\s+){0,3}(?:bullets?|gun\w*|shots?|shrapnel|rounds?|police|officers?|deput\w+|kni\w+|fire)\b)\w",
    re.I,
)
_OPEN = re.compile(r"\b(?:includ(?:ing|es?)|among|at least one|one of)\b", re.I)
_ALSO = 24  # other victims that are kept: more are many
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
    if victim is None or several(victim, start) or any(c.lower_ in _ANOTHER for c in victim.children):
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


def joined(parsed: Parsed, start: int, end: int) -> bool:
    """True where nothing between the hurt and the part begins another clause."""
    if _STOP.search(parsed.article.text, start, end):
        return False
    piece = parsed.doc.char_span(start, end, alignment_mode="contract")
    return piece is None or all(t.pos_ not in ("VERB", "AUX") or t.lemma_.lower() in _FREE for t in piece)


def _victim(parsed: Parsed, trigger: Token, start: int) -> tuple[Token | None, Token | None]:
    """Whom the clause tells of: the owner of the part ("his leg"), and whom the verb befell or who has the wound."""
    first = token_at(parsed, start)
    lemma = trigger.lemma_.lower()
    verbal = trigger.pos_ in ("VERB", "AUX") or (lemma in _VERBS and lemma not in _NOUNS)
    befell = subject_of(trigger) if lemma == "bleed" else of_verb(trigger) if verbal else of_noun(trigger)
    return (first if first is not None and first.lower_ in ("his", "her") else befell), befell


def elsewhere(parsed: Parsed, at: int) -> bool:
    """True in a sentence that says that it tells of another incident: its victims are others."""
    span = parsed.sentences[parsed.sentence_index(at)].span
    return _INCIDENT.search(parsed.article.text, span.start, span.end) is not None


_EVENT = r"(?:incident|shooting|stabbing|attack|crash|accident|case)"
_INCIDENT = re.compile(
    rf"\b{_EVENT}\s+(?:comes?|came|follows?|followed)\b"
    rf"|\b(?:another|separate|unrelated|similar|previous|earlier)\s+(?:[\w-]+\s+)?{_EVENT}\b",
    re.I,
)


def described(victim: Token) -> dict[str, str]:
    """The noun that a victim goes by, age and sex told before it, where it is no name or pronoun."""
    if victim.pos_ != "NOUN" or victim.ent_type_ == "PERSON":
        return {}
    before = victim.doc[victim.left_edge.i : victim.i + 1].text
    age = _OLD.search(before)
    sexes = _SEX.findall(before)
    told = {"noun": victim.lemma_.lower()} | ({"aged": age[1]} if age else {})
    return told | ({"sexed": sexes[0][0].lower()} if len(sexes) == 1 else {})


_SEX = re.compile(r"\b(male|female)\b", re.I)
_BETWEEN = re.compile(r"\band\s+(?:a|an|another|the)\s+(?:\w+\s+)?\d{1,3}-year-old")
_OLD = re.compile(r"\b(\d{1,3})-year-old")


def unreal(trigger: Token) -> bool:
    """Not told as having happened: denied, feared, threatened."""
    helpers = {c.lower_ for c in trigger.children if c.dep_ in ("aux", "neg")}
    return bool(helpers & _MAYBE) or any(c.dep_ == "neg" for c in trigger.children)


_MAYBE = frozenset("would could might may can should will 'll to not never".split())


def _by(how: str) -> str:
    if re.search(r"gun|shot|shoot|bullet|graz", how):
        return "shot"
    return "stab" if re.search(r"stab|slash|knife|cut", how) else ""


def others(parsed: Parsed) -> tuple[bool, dict[str, Span]]:
    """Whether the article tells of several victims, and where everybody stands who is told as hurt."""
    strings = parsed.doc.vocab.strings
    verbs = {strings[w] for w in _KILLING if w in strings}
    also: dict[str, Span] = {}
    many = False
    for i, lemma in enumerate(parsed.doc.to_array([LEMMA]).tolist()):
        if lemma not in verbs or parsed.doc[i].pos_ != "VERB" or elsewhere(parsed, parsed.doc[i].idx):
            continue
        victim = of_verb(parsed.doc[i])
        if victim is None:
            continue
        many = many or several(victim) or victim.lower_ in _ANOTHER
        many = many or any(c.lower_ in _ANOTHER for c in victim.children)
        if len(also) < _ALSO:
            also[f"also{len(also)}"] = span_of(victim)
    return many or len(also) >= _ALSO or bool(_VICTIMS.search(parsed.article.text)), also


_ANOTHER = frozenset("another other others one second third".split())
_VICTIMS = re.compile(r"\b(?:victims|both (?:men|women|boys|girls|people)|(?:second|third|other) victim)\b", re.I)


def token_at(parsed: Parsed, at: int) -> Token | None:
    """The token that holds a character."""
    piece = parsed.doc.char_span(at, at + 1, alignment_mode="expand")
    return piece[0] if piece is not None and len(piece) else None


def span_of(token: Token) -> Span:
    """Where a token stands."""
    return Span(token.idx, token.idx + len(token))
