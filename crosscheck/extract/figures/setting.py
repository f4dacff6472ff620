"""Where, when and by whom a figure is told: names of the clause, times, distances' references, whose population."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Token

from crosscheck.data.events import DIRECTIONS, POPULATION
from crosscheck.extract.figures.phrases import name_of
from crosscheck.extract.figures.reader import Reader
from crosscheck.extract.figures.scan import Candidate
from crosscheck.model import Span

_LASTING = re.compile(
    r"^(?!.*\b(?:last|past|this|next|earlier|previous)\b).*(?:\b(?:second|minute|hour|day|week|month|year)s"
    r"|-(?:second|minute|hour|day|week|month|year))$",
    re.IGNORECASE,
)
_NO_NAME = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"})
_REACH = 30  # words on either side whose names may belong to the figure's clause
_ACCORDING = re.compile(
    r"\baccording to ((?:[^,.;()]|\.(?=\w)|(?<=\.\w)\.){2,60}?)(?=[,;()]|\s[-–—]|(?<!\.\w)\.(?:\s|$)|\s(?:and|but"
    r"|that|who|which|on|in|at|as)\b|$)",
    re.IGNORECASE,
)
_DIRECTION = "|".join(DIRECTIONS)
_PLACE = "coast|city|town|island|province|capital|village|port|border|district|region|resort|suburb"
_REFERENCE = re.compile(
    rf"\s?(?:\([^)]{{0,40}}\)\s?)?(?:(?:away|out|to the|due)\s)?(?P<dir>(?:{_DIRECTION})(?:[\s-](?:{_DIRECTION}))?)?\s?"
    r"(?:the\s)?(?:coast\s)?(?:of|from|off|near|outside)?\s?"
    rf"(?:(?:the\s)?(?:[a-z'’]+\s){{0,3}}(?:{_PLACE}),?\s(?:of\s|with\s)?|the\s)?"
    r"(?P<ref>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3})"
)


def names(attrs: dict[str, str], reader: Reader, at: int, verb: Token | None) -> None:
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


def time(attrs: dict[str, str], reader: Reader, c: Candidate, sentence: Span) -> None:
    """The date or time nearest to the figure in its sentence, with its preposition; lengths of time are none."""
    best: tuple[int, str] | None = None
    for entity in reader.dates(sentence.start, sentence.end):
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


def source(attrs: dict[str, str], reader: Reader, sentence: Span) -> None:
    """Who stands behind "according to" in the sentence."""
    if reader.text.find("ccording to", sentence.start, sentence.end) < 0:
        return
    match = _ACCORDING.search(reader.text, sentence.start, sentence.end)
    if match:
        attrs["source"] = " ".join(match[1].split())


def reference(attrs: dict[str, str], text: str, c: Candidate) -> None:
    """What a distance is taken from, and in which direction: "940 miles south of Tehran"."""
    match = _REFERENCE.match(text, c.end)
    if match:
        attrs["reference"] = " ".join(match["ref"].split())
        if match["dir"]:
            attrs["direction"] = match["dir"].lower()


def population(attrs: dict[str, str], tokens: list[Token], head: Token | None, verb: Token | None) -> None:
    """Marks people who live somewhere, and where: "a city of 160,000 people", "home to", "population of"."""
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
    r"(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3}(?:\s(?:island|city|province|state|county"
    r"|district))?),?\s(?:(?:which|that)\s)?(?:is\s|was\s)?home\s(?:to|by|of|for)\b"
)
_SETTLEMENTS = frozenset({"city", "town", "village", "island", "country", "nation", "province", "region", "district",
                          "population", "community", "capital", "state", "port", "area", "suburb",
                          "county"})  # fmt: skip


def _of_a_place(verb: Token | None) -> bool:
    """Whether a place is the verb's subject: "the country has 5 million people"."""
    for child in verb.children if verb is not None else ():
        if child.dep_ == "nsubj":
            return child.ent_type_ in ("GPE", "LOC") or child.lemma_.lower() in _SETTLEMENTS
    return False


def _about(attrs: dict[str, str], token: Token | None, verb: Token | None) -> None:
    """What the population is of: the noun in apposition, the antecedent of "which", the subject."""
    for _ in range(6):
        if token is None or token.head == token:
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
        if subject is not None and subject.lemma_.lower() == "population":
            break
        if subject is not None and token.pos_ in ("VERB", "AUX"):
            attrs["about"] = name_of(subject)
            return
        token = token.head
    if verb is not None and attrs.get("subject") and attrs["subject"] != "population":
        attrs.setdefault("about", attrs["subject"])
