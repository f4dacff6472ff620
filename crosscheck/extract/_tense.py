"""Whether what is dated lies behind or ahead, by the verb that an expression belongs to.

``past``, ``future``, ``present``; and ``likely`` where the words look ahead and leave it open: "it was to begin on
Tuesday", "an application to join in May", "it would add jobs in June". Of such a date the nearest day is meant.
"""

from __future__ import annotations

from spacy.tokens import Token

from crosscheck.data.eventwords import INCIDENTS, event_class

_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo", "may", "might"})
_LOOKING_AHEAD = _AHEAD | {"would", "'d", "’d"}
_PLANNING = frozenset(
    "plan expect schedule set due intend hope aim prepare slate agree vow pledge promise want propose likely poised "
    "urge ask order call invite decide arrange book tell instruct require".split()
)
# Nouns that tell of what is to come: "a plan to close in May" lies ahead, "an application to join" need not.
_PLANS = frozenset(
    "plan deal decision agreement promise intention proposal vote order meeting strategy deadline pledge offer bid "
    "goal time schedule timetable date".split()
)
_APPOINTED = frozenset("schedule set slate plan book arrange list fix expect due".split())  # "set for Friday"
# Verbs whose bare present tells of a timetable ("leaders meet on Friday", "the fair opens on Sunday").
_TIMETABLE = frozenset(
    "meet open start begin play face host travel arrive leave go return take end close run air expire vote convene "
    "gather release publish visit resume launch kick continue hold come".split()
)
_LASTING = frozenset("face hold continue run".split())  # "is facing charges" is of now, "is meeting on Friday" is not
_WITNESSED = frozenset("see hear watch feel notice make let help have".split())  # "saw him leave"


def tense_of(verb: Token, token: Token, noun: Token | None, *, headline: bool) -> str:
    """The tense of the expression whose root is ``token``; ``noun`` is what it hangs on, where it hangs on a noun."""
    if _appointed(verb, token):
        return "future" if _now(verb) else "likely"
    found = _tense(verb, headline=headline)
    if found == "present" and verb.lemma_ == "be" and noun is None and not headline:
        return "future"  # "the funeral is on Friday"
    if found != "past" and noun is not None and event_class(noun.lemma_.lower()) in INCIDENTS:
        return "past"  # "faces charges after a shooting on Tuesday"
    return found


def _tense(verb: Token, *, headline: bool) -> str:
    """A headline's present tells of the past, its infinitive of what is ahead."""
    if verb.tag_ in ("VBN", "VBG") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        if verb.dep_ in ("acl", "advcl", "relcl", "conj", "ROOT") and verb.tag_ == "VBN":
            return "past"
        return _above(verb, headline=headline)
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    modal = {c.lower_ for c in helpers if c.tag_ == "MD"}
    have = any(c.lemma_ == "have" for c in helpers)
    if modal & _LOOKING_AHEAD:
        return "past" if have else "future" if modal & _AHEAD else "likely"
    if any(c.tag_ == "TO" for c in helpers) and not have:
        return "future" if headline else _infinitive(verb)
    if have or headline or verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in helpers):
        return "past"
    if verb.tag_ == "VBG":
        return "future" if verb.lemma_ in _TIMETABLE - _LASTING else "present"
    if verb.dep_ == "ccomp" and verb.head.lemma_ in _WITNESSED and not helpers:
        return _above(verb, headline=headline)  # "they saw him leave on Saturday"
    if verb.tag_ in ("VBZ", "VBP", "VB") and verb.lemma_ in _TIMETABLE:
        return "future"
    return "present"


def _infinitive(verb: Token) -> str:
    """ "Plans to open", "is to open", "was to open", "the first to open", "an application to join"."""
    head = verb.head
    if head.i == verb.i or head.lemma_.lower() in _PLANNING:
        return "future"
    if any(c.lemma_.lower() in _PLANNING for c in head.children):
        return "future"
    above = _governing(head)
    if _ranked(head) or (head.lemma_ == "be" and any(_ranked(c) for c in head.children if c.dep_ in ("acomp", "attr"))):
        return "past"
    if head.lemma_ == "be":
        return "likely" if _tense(head, headline=False) == "past" else "future"
    if head.pos_ in ("NOUN", "PROPN"):
        ahead = head.lemma_.lower() in _PLANS and above != "past"
        return "future" if ahead or above == "future" else "likely"
    return _above(verb, headline=False)


def _ranked(token: Token) -> bool:
    """ "The first to win", "the worst storm to hit": told of what has been."""
    words = [token, *token.children]
    if any(c.lower_ in ("next", "last") for c in words):
        return False
    return any(c.tag_ in ("JJS", "RBS") or c.lower_ in ("first", "second", "third", "only") for c in words)


def _governing(token: Token) -> str:
    """The tense of the verb over a noun or an adjective; empty where there is none near."""
    at = token
    for _ in range(6):
        if at.pos_ in ("VERB", "AUX"):
            return _tense(at, headline=False) if at.i != token.i else ""
        if at.head.i == at.i:
            return ""
        at = at.head
    return ""


def _appointed(verb: Token, token: Token) -> bool:
    """ "Is scheduled for Friday", "a vote set for May"."""
    led = token.head if token.head.dep_ == "prep" else None
    return led is not None and led.lower_ == "for" and led.head.i == verb.i and verb.lemma_.lower() in _APPOINTED


def _now(verb: Token) -> bool:
    """False for "was scheduled" and "scheduled" beside what has been; "has been scheduled" is of now."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return bool(helpers) and not any(c.tag_ == "VBD" for c in helpers)


def _above(verb: Token, *, headline: bool) -> str:
    head = verb.head
    if head.pos_ == "ADP" or head.dep_ == "prep":
        head = head.head
    return _tense(head, headline=headline) if head.i != verb.i and head.pos_ in ("VERB", "AUX") else "present"
