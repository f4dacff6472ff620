"""The clause round a figure: what is counted, the verb that governs it, who takes part, when, where, how surely."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from crosscheck.data.events import EVENT_FORMS, EVENT_LEMMAS, PERSON_EVENTS, STATES
from crosscheck.extract.figures import setting
from crosscheck.extract.figures.candidate import Candidate
from crosscheck.extract.figures.phrases import MORE, counted, name_of, top_of

if TYPE_CHECKING:
    from crosscheck.extract.figures.reader import Reader

_PARENTS = frozenset({"father", "mother", "parent", "dad", "mum", "mom"})
_NO_EVENT = frozenset({"report", "say", "estimate", "include", "see", "watch", "let", "hear", "find", "follow"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_GUESSES = frozenset(
    {"expect", "fear", "predict", "forecast", "plan", "likely", "hope", "threaten", "aim", "propose", "believe"}
)
# Words between those counted and what befell them: "24 people have so far been confirmed dead".
_BEFORE_STATE = frozenset({"were", "was", "are", "is", "be", "been", "being", "have", "had", "has", "to", "more",
                           "others", "other", "people", "seriously", "critically", "badly", "slightly", "severely",
                           "reported", "confirmed", "feared", "left", "pronounced", "declared", "found", "presumed",
                           "believed", "also", "so", "far", "now", "already"})  # fmt: skip
_SUFFERS = frozenset({"suffer", "sustain", "get", "receive"})
_HURTS = frozenset({"injury", "wound", "burn", "fracture"})
_RISE = frozenset({"rise", "fall", "increase", "decrease", "grow", "drop", "jump", "climb", "decline", "reduce",
                   "raise", "cut", "soar", "surge", "plunge", "slump", "shrink", "double", "go", "up", "down",
                   "lower"})  # fmt: skip


def clause_attrs(reader: Reader, c: Candidate, tokens: list[Token], head: Token | None) -> dict[str, str]:
    """What alignment matches a figure on, as plain strings; docs/figures.md lists the keys."""
    attrs: dict[str, str] = {}
    top = head if head is not None else top_of(tokens[-1])
    if head is not None:
        counted(attrs, c, tokens, head)
    _of(attrs, c, top, tokens, head)
    after = reader.doc[tokens[-1].i + 1] if tokens[-1].i + 1 < len(reader.doc) else None
    if head is None and after is not None and after.lower_ in MORE:
        attrs["further"] = "1"
        c.end = max(c.end, after.idx + len(after)) if after.idx == c.end + 1 else c.end
    verb = _state(attrs, reader, c, tokens, head)
    if verb is None and "verb" not in attrs:
        verb = _object_of(attrs, reader, c)
    if verb is None:
        verb = _verb(top, c)
    if verb is not None:
        _participants(attrs, verb, top)
        attrs.setdefault("verb", _verb_lemma(verb))
    _event(attrs, head, top, verb)
    if c.measure == "money":
        _worth(attrs, reader, c)
    setting.names(attrs, reader, tokens[0].i, verb)
    sentence = reader.sentence(c.number.start)
    setting.time(attrs, reader, c, sentence)
    setting.source(attrs, reader, sentence)
    if c.measure in ("count", "money"):
        setting.limits(attrs, reader.text, c, sentence)
    if c.measure == "distance":
        setting.reference(attrs, reader.text, c)
    setting.population(attrs, tokens, head, verb)
    _change(attrs, reader.text, c, verb)
    return {k: v for k, v in attrs.items() if v}


def _of(attrs: dict[str, str], c: Candidate, top: Token, tokens: list[Token], head: Token | None) -> None:
    for token in {top.i: top, tokens[-1].i: tokens[-1]}.values():
        for thing in _behind_of(token):
            if thing.pos_ != "PRON" and thing != head and not c.start <= thing.idx < c.end:
                attrs.setdefault("of", name_of(thing))
    first = tokens[0]
    prep = top.head if top.dep_ == "pobj" else first.head if first.dep_ == "pobj" else None
    if prep is None or prep.lower_ != "of" or prep.idx >= c.start or first.i - prep.i > 3:
        return
    whole = prep.head
    lemma = whole.lemma_.lower()
    if whole.pos_ not in ("NOUN", "PROPN"):
        return
    if head is not None:
        attrs["group"] = lemma
    elif lemma in _PARENTS:
        attrs["counted"], attrs["parent"] = "child", lemma
    else:
        attrs["counted"] = lemma
        attrs.setdefault("of", _of_whole(whole, prep, c))
        if lemma == "toll":
            attrs.update(counted="person", verb="die")


def _behind_of(token: Token) -> Iterator[Token]:
    """What stands behind the "of" of a noun or number."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (t for t in child.children if t.dep_ == "pobj")


def _worth(attrs: dict[str, str], reader: Reader, c: Candidate) -> None:
    """ "jewels worth $2m", "$2m worth of jewels": the money is of the jewels."""
    if attrs.get("counted") == "worth":
        del attrs["counted"]
        return
    at = reader.first_token(c.start)
    for i in range(at - 1, max(-1, at - 3), -1):
        token = reader.doc[i]
        if token.lower_ == "worth":
            holder = token.head if token.head.pos_ in ("NOUN", "PROPN") else None
            if holder is not None and holder.i < token.i:
                attrs["of"] = name_of(holder)
            elif i and reader.doc[i - 1].pos_ == "NOUN":
                attrs["of"] = name_of(reader.doc[i - 1])


def _of_whole(whole: Token, prep: Token, c: Candidate) -> str:
    for child in whole.children:
        if child.dep_ == "poss" and child.pos_ != "PRON":
            return name_of(child)
        if child.dep_ == "prep" and child != prep and child.lower_ == "of":
            for pobj in child.children:
                if not c.start <= pobj.idx < c.end:
                    return name_of(pobj)
    return ""


def _state(
    attrs: dict[str, str], reader: Reader, c: Candidate, tokens: list[Token], head: Token | None
) -> Token | None:
    """ "24 dead", "50 people injured", "24 were killed": the state right after the number or its noun."""
    last = head if head is not None else tokens[-1]
    if c.measure != "count":
        return None
    if head is None or head.lower_ in STATES:
        at = tokens[-1].i + 1
    else:
        at = last.i + 1
    window = reader.doc[at : at + 7]
    for token in window:
        word = token.lower_
        if word in STATES and token.pos_ in ("ADJ", "VERB", "NOUN", "ADV", "PROPN") and not _transitive(token):
            attrs["verb"] = STATES[word]
            if head is None:
                attrs["counted"] = "person"
            c.end = max(c.end, token.idx + len(token)) if head is None and token.i == at else c.end
            attrs["also"] = _joined_state(reader, token)
            return token if token.pos_ == "VERB" else None
        if word not in _BEFORE_STATE:
            return None
    return None


def _joined_state(reader: Reader, state: Token) -> str:
    """ "230,000 dead and missing": one number for both."""
    link = reader.after(state)
    other = reader.after(link) if link is not None and link.lower_ in ("and", "or") else None
    return STATES.get(other.lower_, "") if other is not None else ""


def _object_of(attrs: dict[str, str], reader: Reader, c: Candidate) -> Token | None:
    """ "killing 10": the verb right before the figure governs it, whatever the parser made of a list."""
    at = reader.first_token(c.start)
    if not at or reader.doc[at].idx != c.start:
        return None
    left = reader.doc[at - 1]
    if left.pos_ in ("PROPN", "NOUN", "ADJ") and left.lower_ in EVENT_FORMS and c.measure == "count":
        attrs["verb"] = EVENT_FORMS[left.lower_]
        return None
    if left.pos_ != "VERB" or left.dep_ == "amod" or left.lemma_.lower() in _NO_EVENT:
        return None
    passive = any(t.dep_ in ("auxpass", "nsubjpass") for t in left.children)
    return None if passive and c.measure == "count" and left.lemma_.lower() in EVENT_LEMMAS else left


def _event(attrs: dict[str, str], head: Token | None, top: Token, verb: Token | None) -> None:
    """The class of what befell those counted; who does it to others is ``agent`` and has none."""
    for noun in (attrs.get("group", ""), head.lemma_.lower() if head is not None else ""):
        if PERSON_EVENTS.get(noun):
            attrs["verb"] = PERSON_EVENTS[noun]
    if attrs.get("parent"):
        attrs["verb"] = "have"  # "a mother of three died": the three did not
    event = EVENT_LEMMAS.get(attrs.get("verb", ""))
    if not event and head is not None and _injuries(head):
        event = "injury"
    if event and verb is not None and _acts(top, verb):
        attrs["agent"] = "1"
    elif event:
        attrs["event"] = event


def _acts(top: Token, verb: Token) -> bool:
    """Whether those counted do what the verb says: "two officers shot a man", "saved by three jurors"."""
    if top.dep_ == "nsubj" and top.head == verb:
        return _transitive(verb) and verb.lemma_.lower() not in _SUFFERS
    return bool(top.dep_ == "pobj" and top.head.dep_ == "agent" and top.head.head == verb)


def _transitive(token: Token) -> bool:
    """An active verb with an object: "24 rebels killed a guard" is no toll of rebels."""
    return token.pos_ == "VERB" and any(t.dep_ == "dobj" for t in token.children)


def _verb(token: Token, c: Candidate) -> Token | None:
    """The verb that governs a token, through prepositions, conjunctions and appositions."""
    for child in token.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.i > token.i and child.i - token.i < 4:
            return child
        if child.dep_ == "relcl" and child.lemma_.lower() in EVENT_LEMMAS:
            return child
    for _ in range(12):
        including = token.dep_ == "prep" and token.lower_ in ("including", "excluding", "following")
        if (
            token.pos_ in ("VERB", "AUX")
            and token.dep_ != "amod"
            and not including
            and not c.start <= token.idx < c.end
        ):
            told = next(
                (t for t in token.children if t.dep_ in ("xcomp", "oprd") and t.lemma_.lower() in EVENT_LEMMAS), None
            )
            return told if told is not None and told.pos_ == "VERB" else token
        if token.head == token:
            return None
        token = token.head
    return None


def _verb_lemma(verb: Token) -> str:
    lemma = verb.lemma_.lower()
    if lemma in ("shoot", "gun", "stab", "beat", "hack", "crush", "burn", "trample", "stone"):
        beside = {t.lower_ for t in verb.doc[max(0, verb.i - 2) : verb.i + 4]}
        if beside & {"fatally", "dead", "death"} or (lemma == "gun" and "down" in beside):
            return "kill"
        if [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]] == ["and", "killed"]:
            return "kill"
    if lemma in ("leave", "be", "put", "bring", "rise", "climb", "reach", "stand"):
        for child in verb.subtree:
            if child.lower_ in ("toll", "deaths"):
                return "die"
    if lemma in _SUFFERS and _injuries(verb):
        return "injure"
    return str(lemma)


def _injuries(token: Token) -> bool:
    """Whether injuries hang on a verb or noun: "suffered serious injuries", "50 people with burns"."""
    for child in token.children:
        if child.dep_ == "dobj" and child.lemma_.lower() in _HURTS:
            return True
        if child.dep_ == "prep" and child.lower_ in ("from", "with"):
            return any(t.lemma_.lower() in _HURTS for t in child.children)
    return False


def _participants(attrs: dict[str, str], verb: Token, top: Token) -> None:
    subject, obj = None, None
    for child in verb.children:
        if child.dep_ == "nsubj":
            subject = child
        elif child.dep_ in ("nsubjpass", "dobj"):
            obj = child
        elif child.dep_ == "agent":
            subject = next((t for t in child.children if t.dep_ == "pobj"), None)
        elif child.dep_ == "neg":
            attrs["negated"] = "1"
        elif child.dep_ == "aux" and child.tag_ == "MD":
            attrs["modal"] = "would" if child.lower_ in ("'d", "’d") else child.lemma_.lower()
    subject = _subject_above(attrs, verb, subject)
    for key, token in (("subject", subject), ("object", obj)):
        if token is not None and token != top:
            attrs[key] = name_of(token)


def _subject_above(attrs: dict[str, str], verb: Token, subject: Token | None) -> Token | None:
    """The subject, the verb's own or that of a clause that it hangs on; a guess on the way up sets ``modal``."""
    climb = verb
    for _ in range(4):
        if climb.head.lemma_.lower() in _GUESSES:
            attrs.setdefault("modal", climb.head.lemma_.lower())
        if subject is not None or climb.dep_ not in ("advcl", "conj", "xcomp", "relcl", "acl") or climb.head == climb:
            return subject
        if climb.dep_ in ("relcl", "acl") and verb == climb:
            return climb.head if climb.tag_ != "VBN" else None
        climb = climb.head
        subject = next((t for t in climb.children if t.dep_ in _SUBJECTS), None)
    return subject


def _change(attrs: dict[str, str], text: str, c: Candidate, verb: Token | None) -> None:
    if verb is None or verb.lemma_.lower() not in _RISE:
        return
    before = text[max(0, c.start - 6) : c.start].lower()
    for word in ("from ", "to ", "by "):
        if before.endswith(word):
            attrs["change"] = word.strip()
