"""Where, when and by whom a figure is told: names of the clause, times, distances' references, whose population."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Token

from crosscheck.data.events import DIRECTIONS, POPULATION
from crosscheck.data.numbers import ONES, TEENS, TENS
from crosscheck.extract.figures.candidate import Candidate
from crosscheck.extract.figures.phrases import name_of
from crosscheck.extract.figures.reader import Reader
from crosscheck.model import Span

_LASTING = re.compile(
    r"^(?!.*\b(?:last|past|this|next|earlier|previous)\b).*(?:\b(?:second|minute|hour|day|week|month|year)s"
    r"|-(?:second|minute|hour|day|week|month|year))$",
    re.IGNORECASE,
)
_NO_NAME = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"})
NUMBER_WORDS = frozenset({*ONES, *TEENS, *TENS, "several", "dozens"})
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


def limits(attrs: dict[str, str], text: str, c: Candidate, sentence: Span) -> None:
    """What a figure takes in or leaves out, and at which stage it is told: words that make it another question."""
    after = text[c.end : min(sentence.end, c.end + 70)]
    lead = text[max(sentence.start, c.start - 70) : c.start]
    match = _TAKEN_IN.search(after) if any(cue in after for cue in _TAKING) else None
    if match is None and any(cue in lead for cue in _TAKING):
        match = _TAKEN_IN_FIRST.search(lead)
    if match and match["what"].split()[0] not in NUMBER_WORDS:
        word = match["word"].lower()
        attrs["includes" if word in ("including", "counting") else "excludes"] = " ".join(match["what"].split())
    before = text[max(sentence.start, c.start - 28) : c.start]
    stages = _STAGE.findall(before)[-1:] or _STAGE.findall(after[:26])[:1]
    if stages:
        attrs["stage"] = _STAGES[stages[0][:4].lower()]
    over = _OVER_TIME.search(before) or _OVER_TIME.search(after[:40])
    if over:
        attrs["over"] = " ".join(over.group().lower().split())


_WHAT = (
    r"\s(?:the\s|its\s|his\s|her\s|their\s|any\s|an?\s)?"
    r"(?P<what>(?!the\b|more\b|about\b|some\b|nearly\b|almost\b)[a-z-]{3,}(?:\s[a-z-]{3,})?)"
)
_TAKING = ("luding", "ounting", "art from", "ide from", "esides")  # a cheap look before the patterns
_TAKEN_IN = re.compile(
    rf"^[^.;()]{{0,40}}?\b(?P<word>including|excluding|(?:not|without) (?:including|counting)|counting|apart from"
    rf"|aside from|besides){_WHAT}"
)
_TAKEN_IN_FIRST = re.compile(
    r"\b(?P<word>[Ii]ncluding|[Ee]xcluding|[Nn]ot (?:including|counting)|[Cc]ounting|[Aa]part from|[Aa]side from"
    rf"|[Bb]esides){_WHAT},\s[^.;,]{{0,20}}$"
)
_STAGE = re.compile(
    r"\b(initial(?:ly)?|up[ -]front|provisional(?:ly)?|preliminary|guaranteed|final|eventual(?:ly)?|add-ons?"
    r"|rising to|rise to|potential(?:ly)?)\b",
    re.IGNORECASE,
)
_STAGES = {"init": "initial", "up-f": "initial", "up f": "initial", "prov": "initial", "prel": "initial",
           "guar": "initial", "fina": "final", "even": "final", "add-": "possible", "risi": "possible",
           "rise": "possible", "pote": "possible"}  # fmt: skip
_OVER_TIME = re.compile(
    r"\bover the (?:years|decades|months)\b|\bto date\b|\bsince (?:19|20)\d\d\b|\ball told\b|\ball-time\b",
    re.IGNORECASE,
)


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
