"""The clause round a figure: what is counted, the verb that governs it, who takes part, when, where, how surely."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from spacy.tokens import Token

from crosscheck.data.events import DIRECTIONS, EVENT_FORMS, EVENT_LEMMAS, PERSON_EVENTS, PERSONS, POPULATION, STATES
from crosscheck.extract.figures.scan import Candidate
from crosscheck.model import Span

if TYPE_CHECKING:
    from crosscheck.extract.figures.context import Reader

_MORE = frozenset({"more", "other", "others", "further", "additional", "another", "extra"})
_PARENTS = frozenset({"father", "mother", "parent", "dad", "mum", "mom"})
_VOID = frozenset({"such", "different", "own", "same", "various", "several", "total", "entire", "whole", "respective"})
_NO_EVENT = frozenset({"report", "say", "estimate", "include", "see", "watch", "let", "hear", "find", "follow"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_MODALS = frozenset({"may", "could", "might", "would", "will", "should", "must", "can"})
_GUESSES = frozenset(
    {"expect", "fear", "predict", "forecast", "plan", "likely", "hope", "threaten", "aim", "propose", "believe"}
)
_RISE = frozenset({"rise", "fall", "increase", "decrease", "grow", "drop", "jump", "climb", "decline", "reduce", "raise",
                   "cut", "soar", "surge", "plunge", "slump", "shrink", "double", "go", "up", "down", "lower"})  # fmt: skip
_LASTING = re.compile(
    r"^(?!.*\b(?:last|past|this|next|earlier|previous)\b).*(?:\b(?:second|minute|hour|day|week|month|year)s|-(?:second|minute|hour|day|week|month|year))$",
    re.IGNORECASE,
)
_NO_NAME = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"})
_REACH = 30  # words on either side whose names may belong to the figure's clause
_ACCORDING = re.compile(
    r"\baccording to ((?:[^,.;()]|\.(?=\w)|(?<=\.\w)\.){2,60}?)(?=[,;()]|\s[-–—]|(?<!\.\w)\.(?:\s|$)|\s(?:and|but|that|who|which|on|in|at|as)\b|$)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    rf"\s*(?:\([^)]*\)\s*)?(?:(?:away|out|to the|due)\s+)?(?P<dir>(?:{'|'.join(DIRECTIONS)})(?:[\s-](?:{'|'.join(DIRECTIONS)}))?)?\s*(?:the\s+)?(?:coast\s+)?(?:of|from|off|near|outside)?\s*(?:(?:the\s+)?(?:[a-z'’]+\s+){{0,3}}(?:coast|city|town|island|province|capital|village|port|border|district|region|resort|suburb)\s+(?:of\s+|with\s+)?|the\s+)?(?P<ref>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){{0,3}})",
)


def clause_attrs(reader: Reader, c: Candidate, tokens: list[Token], head: Token | None) -> dict[str, str]:
    """What alignment matches a figure on, as plain strings; docs/figures.md lists the keys."""
    attrs: dict[str, str] = {}
    top = head if head is not None else _top(tokens[-1])
    if head is not None:
        attrs["counted"] = counted_lemma(head)
        if (
            head.i
            and head.nbor(-1).text == "-"
            and head.dep_ in ("nmod", "compound", "amod", "nummod")
            and head.head.i > head.i
        ):
            attrs["group"] = head.head.lemma_.lower()
        qualifiers = qualifiers_of(head, c)
        if qualifiers:
            attrs["qualifiers"] = qualifiers
        if any(t.lower_ in _MORE for t in reader.doc[tokens[-1].i + 1 : head.i + 1]) or _other(tokens[0], head):
            attrs["further"] = "1"
    _of(attrs, c, top, tokens, head)
    after = reader.doc[tokens[-1].i + 1] if tokens[-1].i + 1 < len(reader.doc) else None
    if head is None and after is not None and after.lower_ in _MORE:
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
    for noun in (attrs.get("group", ""), head.lemma_.lower() if head is not None else ""):
        if PERSON_EVENTS.get(noun):
            attrs["verb"] = PERSON_EVENTS[noun]
    event = EVENT_LEMMAS.get(attrs.get("verb", ""))
    if event:
        attrs["event"] = event
    if c.measure == "money":
        _worth(attrs, reader, c)
    _names(attrs, reader, tokens[0].i, verb)
    sentence = reader.sentence(c.number.start)
    _time(attrs, reader, c, sentence)
    _source(attrs, reader, sentence)
    if c.measure == "distance":
        _reference(attrs, reader.text, c)
    _population(attrs, tokens, head, verb)
    _change(attrs, reader.text, c, verb)
    return {k: v for k, v in attrs.items() if v}


def counted_lemma(token: Token) -> str:
    """Lemma of what is counted: "people" and "persons" are one, "deaths" are persons."""
    lemma = token.lemma_.lower()
    if token.tag_ == "NNPS" or (token.pos_ == "PROPN" and lemma.endswith("s") and len(lemma) > 3):
        lemma = singular(lemma)
    if token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in ("co", "ex", "vice", "mid", "by"):
        return f"{token.nbor(-2).lower_}-{lemma}"
    if (
        lemma in PERSONS
        or (lemma in PERSON_EVENTS and lemma != "arrest")
        or token.lower_ in STATES
        or lemma in _MORE
        or lemma == "other"
    ):
        return "person"
    return lemma


def singular(word: str) -> str:
    """Singular of a plural that the tagger took for a name ("7 Villages" in a headline)."""
    if word in ("people", "men", "women"):
        return {"people": "person", "men": "man", "women": "woman"}[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def qualifiers_of(head: Token, c: Candidate) -> str:
    """Lemmas of the words between the number and the head, without additions and states."""
    after = max(c.number.end, c.unit_span.end if c.unit_span else 0)
    words = []
    for token in head.doc[max(0, head.i - 8) : head.i]:
        if (
            token.lower_ in _VOID
            or token.lower_ in ("co", "ex")
            or (token.i and token.nbor(-1).text == "-" and token.nbor(-2).like_num)
        ):
            continue
        if (
            token.idx >= after
            and token.pos_ in ("ADJ", "NOUN", "PROPN", "VERB")
            and token.lower_ not in _MORE
            and token.is_alpha
        ):
            words.append(token.lemma_.lower())
    return " ".join(words)


def compounds(token: Token) -> str:
    """Lemma of a noun with its noun and adjective modifiers: "machine tool"."""
    left = [t for t in token.lefts if t.dep_ in ("compound", "amod", "nmod") and t.is_alpha]
    return " ".join(t.lemma_.lower() for t in (*left, token))


def name_of(token: Token) -> str:
    """A noun as an editor reads it: its proper name where it has one, else its lemma with modifiers."""
    if token.pos_ == "PROPN":
        left = [t for t in token.lefts if t.dep_ in ("compound", "flat") and t.pos_ == "PROPN"]
        return " ".join(t.text for t in (*left, token))
    return compounds(token)


def _other(first: Token, head: Token) -> bool:
    return head.lower_ in ("others", "other") or (first.i > 0 and first.nbor(-1).lower_ in _MORE)


def _top(token: Token) -> Token:
    while token.dep_ in ("nummod", "compound", "quantmod", "amod", "npadvmod") and token.head is not token:
        token = token.head
    return token


def _of(attrs: dict[str, str], c: Candidate, top: Token, tokens: list[Token], head: Token | None) -> None:
    for token in {top.i: top, tokens[-1].i: tokens[-1]}.values():
        for child in token.rights:
            if child.dep_ == "prep" and child.lower_ == "of":
                for pobj in child.children:
                    if pobj.dep_ == "pobj" and pobj is not head and not c.start <= pobj.idx < c.end:
                        attrs.setdefault("of", name_of(pobj))
    first = tokens[0]
    prep = top.head if top.dep_ == "pobj" else first.head if first.dep_ == "pobj" else None
    if prep is not None and prep.lower_ in ("of", "at", "to", "with") and prep.head.pos_ in ("NOUN", "PROPN"):
        whole = prep.head
        nearby = first.i - prep.i <= 3
        if prep.lower_ == "of" and nearby and prep.idx < c.start:
            if head is None and whole.lemma_.lower() in _PARENTS:
                attrs["counted"] = "child"
            elif head is None:
                attrs["counted"] = whole.lemma_.lower()
                attrs.setdefault("of", _of_whole(whole, prep, c))
                if whole.lemma_.lower() == "toll":
                    attrs.update(counted="person", verb="die")
            else:
                attrs["group"] = whole.lemma_.lower()


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
        if child.dep_ == "poss":
            return name_of(child)
        if child.dep_ == "prep" and child is not prep and child.lower_ == "of":
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
            return token if token.pos_ == "VERB" else None
        if word not in ("were", "was", "are", "is", "been", "have", "had", "has", "more", "others", "other", "people",
                        "being", "seriously", "critically", "badly", "slightly", "severely", "reported", "confirmed",
                        "feared", "left", "pronounced", "declared", "found", "presumed", "believed", "also", "so", "far", "now", "already", "to", "be"):  # fmt: skip
            return None
    return None


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
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "amod" and not c.start <= token.idx < c.end:
            told = next(
                (t for t in token.children if t.dep_ in ("xcomp", "oprd") and t.lemma_.lower() in EVENT_LEMMAS), None
            )
            return told if told is not None and told.pos_ == "VERB" else token
        if token.head is token:
            return None
        token = token.head
    return None


def _verb_lemma(verb: Token) -> str:
    lemma = verb.lemma_.lower()
    if lemma in ("shoot", "gun", "stab", "beat", "hack", "crush", "burn", "trample", "stone"):
        beside = {t.lower_ for t in verb.doc[max(0, verb.i - 2) : verb.i + 4]}
        if beside & {"fatally", "dead", "death"} or (lemma == "gun" and "down" in beside):
            return "kill"
    if lemma in ("leave", "be", "put", "bring", "rise", "climb", "reach", "stand"):
        for child in verb.subtree:
            if child.lower_ in ("toll", "deaths"):
                return "die"
    return lemma


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
    climb = verb
    for _ in range(4):
        if climb.head.lemma_.lower() in _GUESSES:
            attrs.setdefault("modal", climb.head.lemma_.lower())
        if subject is not None or climb.dep_ not in ("advcl", "conj", "xcomp", "relcl", "acl") or climb.head is climb:
            break
        if climb.dep_ in ("relcl", "acl") and verb is climb:
            subject = climb.head if climb.tag_ != "VBN" else None
            break
        climb = climb.head
        subject = next((t for t in climb.children if t.dep_ in _SUBJECTS), None)
    for key, token in (("subject", subject), ("object", obj)):
        if token is not None and token is not top:
            attrs[key] = name_of(token)


def _names(attrs: dict[str, str], reader: Reader, at: int, verb: Token | None) -> None:
    """Proper names of the clause: of the verb's own subtree, at most so many words away from the figure."""
    doc, proper = reader.doc, reader.triggers.proper
    left, right = max(0, at - _REACH), min(len(doc), at + _REACH)
    if verb is not None:
        left, right = max(left, verb.left_edge.i), min(right, verb.right_edge.i + 1)
    names: list[str] = []
    last = -2
    for i in proper[bisect_left(proper, left) : bisect_left(proper, right)]:
        token = doc[i]
        if token.ent_type_ in _NO_NAME:
            continue
        if token.i == last + 1 and names:
            names[-1] += f" {token.text}"
        else:
            names.append(token.text)
        last = token.i
    attrs["of_names"] = "; ".join(dict.fromkeys(names))


def _time(attrs: dict[str, str], reader: Reader, c: Candidate, sentence: Span) -> None:
    best: tuple[int, str] | None = None
    for entity in reader.entities(sentence.start, sentence.end):
        if entity.start_char < c.end and c.start < entity.end_char:
            continue
        if "old" in entity.text.lower() or entity.end_char - entity.start_char < 3:
            continue
        distance = abs(entity.start_char - c.start)
        prep = entity[0].nbor(-1) if entity.start else None
        modifies = entity[-1].dep_ in ("compound", "nummod", "nmod", "amod") and entity[-1].head.i > entity[-1].i
        led = prep is not None and prep.pos_ == "ADP" and not modifies
        if _LASTING.search(entity.text):
            continue
        text = f"{prep.text} {entity.text}" if led and prep is not None else entity.text
        if best is None or distance < best[0]:
            best = distance, text
    if best:
        attrs["time"] = " ".join(best[1].split())


def _source(attrs: dict[str, str], reader: Reader, sentence: Span) -> None:
    if reader.text.find("ccording to", sentence.start, sentence.end) < 0:
        return
    match = _ACCORDING.search(reader.text, sentence.start, sentence.end)
    if match:
        attrs["source"] = " ".join(match[1].split())


def _reference(attrs: dict[str, str], text: str, c: Candidate) -> None:
    match = _REFERENCE.match(text, c.end)
    if match:
        attrs["reference"] = " ".join(match["ref"].split())
        if match["dir"]:
            attrs["direction"] = match["dir"].lower()


def _population(attrs: dict[str, str], tokens: list[Token], head: Token | None, verb: Token | None) -> None:
    if head is None:
        if attrs.get("counted") == "population":
            attrs["counted"], attrs["role"] = "person", "population"
            holder = next((t for t in tokens[0].ancestors if t.lemma_.lower() == "population"), None)
            _about(attrs, holder, verb)
        return
    lemma = head.lemma_.lower()
    prep = head.head if head.dep_ == "pobj" else None
    place = prep is not None and prep.lower_ == "of" and prep.head.lemma_.lower() in _SETTLEMENTS
    lead = head.doc[max(0, tokens[0].i - 5) : tokens[0].i]
    home = any(t.lower_ == "home" and t.nbor(1).lower_ in ("to", "by", "of", "for") for t in lead)
    lives = verb is not None and lemma in POPULATION and verb.lemma_ in ("have", "number", "total", "boast")
    lives = lives and (lemma in ("resident", "inhabitant") or (head.dep_ == "dobj" and _of_a_place(verb)))
    if place or home or lives:
        attrs["role"] = "population"
        named = _HOME_OF.search(head.doc.text, max(0, tokens[0].idx - 80), tokens[0].idx) if home else None
        if named:
            attrs["about"] = named["name"]
            return
        _about(attrs, prep.head if place and prep is not None else head, verb)


_HOME_OF = re.compile(
    r"(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3}(?:\s(?:island|city|province|state|county|district))?),?\s(?:(?:which|that)\s)?(?:is\s|was\s)?home\s(?:to|by|of|for)\b"
)
_SETTLEMENTS = frozenset({"city", "town", "village", "island", "country", "nation", "province", "region", "district",
                          "population", "community", "capital", "state", "port", "area", "suburb", "county"})  # fmt: skip


def _of_a_place(verb: Token | None) -> bool:
    """Whether a place is the verb's subject: "the country has 5 million people"."""
    for child in verb.children if verb is not None else ():
        if child.dep_ == "nsubj":
            return child.ent_type_ in ("GPE", "LOC") or child.lemma_.lower() in _SETTLEMENTS
    return False


def _about(attrs: dict[str, str], token: Token | None, verb: Token | None) -> None:
    """What the population is of: the noun in apposition, the antecedent of "which", the subject."""
    for _ in range(6):
        if token is None or token.head is token:
            break
        if token.dep_ in ("appos", "relcl") and token.head.pos_ in ("PROPN", "NOUN"):
            attrs["about"] = name_of(token.head)
            return
        if token.lemma_.lower() in _SETTLEMENTS and any(
            t.dep_ == "compound" and t.pos_ == "PROPN" for t in token.lefts
        ):
            attrs["about"] = name_of(token)
            return
        subject = next((t for t in token.children if t.dep_ == "nsubj" and t.pos_ in ("PROPN", "NOUN")), None)
        if subject is not None and token.pos_ in ("VERB", "AUX"):
            attrs["about"] = name_of(subject)
            return
        token = token.head
    if verb is not None and attrs.get("subject"):
        attrs.setdefault("about", attrs["subject"])


def _change(attrs: dict[str, str], text: str, c: Candidate, verb: Token | None) -> None:
    if verb is None or verb.lemma_.lower() not in _RISE:
        return
    before = text[max(0, c.start - 6) : c.start].lower()
    for word in ("from ", "to ", "by "):
        if before.endswith(word):
            attrs["change"] = word.strip()
