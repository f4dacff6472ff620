"""Names the question that a figure answers: price, stake, job cuts, turnout, water level, whatever words put it.

The words of :mod:`crosscheck.data.questions` and :mod:`crosscheck.data.counts` are looked for from the figure outwards:
the noun that it counts, the nouns on the way up to its verb, the verb with its particle, the verb's object and subject,
the words close by.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from itertools import islice

from spacy.tokens import Token

from crosscheck.data import counts
from crosscheck.data import questions as lex
from crosscheck.data.events import PERSON_NOUNS, PERSONS
from crosscheck.extract.figures.reader import Reader

_CLIMB = 8  # heads between a number and its verb
_NEAR = 7  # words on either side that are close by
_VERBAL = frozenset({"VERB", "AUX"})
_ARGUMENTS = ("dobj", "nsubjpass", "attr", "oprd", "acomp", "xcomp", "advcl")
_LEFT = {"up": "up", "down": "down"}
_FEW = 5  # cues that stand nearest: the nouns that the figure is of
_ABOVE_PRICE = re.compile(
    r"\s(?:more than|above|over|higher than|on top of)\s[^.;,]{0,40}?\b(?:clos(?:e|ing)|price|trad|market)",
    re.IGNORECASE,
)


class _Cues:
    """Words from the figure outwards, read from the parse only as far as they are asked for."""

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
        self._seen: list[str] = []

    def __iter__(self) -> Iterator[str]:
        yield from self._seen
        for cue in self._source:
            self._seen.append(cue)
            yield cue

    def near(self) -> list[str]:
        """The words that stand nearest."""
        return list(islice(self, _FEW))


def attribute_of(reader: Reader, tokens: list[Token], head: Token | None, attrs: dict[str, str]) -> str:
    """The name of the attribute, empty where the words do not tell; sets ``trend`` of changes in ``attrs``."""
    measure = attrs.get("measure", "count")
    if measure in lex.FIXED:
        return lex.FIXED[measure]
    if attrs.get("agent"):
        return ""
    cues = _Cues(_cues(reader, tokens, head))
    if measure == "count":
        return _counted(reader, cues, tokens, attrs)
    if measure == "percent":
        return _percent(reader, cues, tokens, attrs)
    if measure == "money":
        return _money(cues, attrs)
    if measure == "distance" and attrs.get("reference"):
        return "distance"
    if measure == "duration" and (attrs.get("event") == "arrest" or {"prison", "jail"}.intersection(cues.near())):
        return "sentence"
    if measure == "speed":
        return _first(cues, lex.MEASURED["speed"]) or "speed"
    return _first(cues, lex.MEASURED.get(measure, {}))


def _first(cues: _Cues, table: dict[str, str]) -> str:
    return next((table[cue] for cue in cues if cue in table), "")


def _money(cues: _Cues, attrs: dict[str, str]) -> str:
    per = attrs.get("per", "").split()[-1:]
    if per and per[0] in lex.SHARES:
        special = next((c for c in cues.near() if c in ("dividend", "profit", "earnings", "loss")), "")
        return f"{special} per share" if special else "price per share"
    found = _first(cues, lex.MEASURED["money"])
    if found in ("price", "value") and per and per[0] in lex.PAY_TIMES:
        return "pay"
    if found not in ("", "price", "value", "funding"):
        return found
    words = set(cues)
    if found == "value":
        return "price" if lex.DEALS & words else "loot" if lex.STOLEN & words else found
    if words & {"close", "trade", "open", "end"} and lex.SHARES & words:
        return "share price"
    return "compensation" if lex.FAMILIES & words else found


def _percent(reader: Reader, cues: _Cues, tokens: list[Token], attrs: dict[str, str]) -> str:
    of = attrs.get("of", "").split()[-1:]
    if of and of[0] in lex.SHARES:
        return "stake"
    last = reader.after(tokens[-1])
    if last is not None and _ABOVE_PRICE.match(reader.text, last.idx + len(last)):
        return "premium"
    table, near = lex.MEASURED["percent"], cues.near()
    named = _first(cues, table)
    if named in ("premium", "discount", "swing", "turnout", "stake") and named in (table.get(c) for c in near):
        return named
    left = reader.doc[tokens[0].i - 1].lower_ if tokens[0].i else ""
    trend = _LEFT.get(left) or next((lex.RISES[c] for c in near if c in lex.RISES), "")
    if not trend or attrs.get("change") in ("to", "from"):
        return named
    attrs["trend"] = trend
    topic = named or _first(cues, lex.MEASURED["money"])
    if lex.SHARES.intersection(cues):
        topic = "share price"
    return f"change in {topic}" if topic and topic != "growth" else "change"


def _counted(reader: Reader, cues: _Cues, tokens: list[Token], attrs: dict[str, str]) -> str:
    counted, event, verb = attrs.get("counted", ""), attrs.get("event", ""), attrs.get("verb", "")
    if attrs.get("role") == "population":
        return "population"
    if (named := _by_noun(cues, attrs)) is not None:
        return named
    human = counted in PERSONS or counted in PERSON_NOUNS or counted in ("", "person", "worker", "member", "other")
    if event in counts.FATES and (human or event != "damage"):
        return counts.FATE_VERBS.get(verb) or counts.FATES[event]
    if human and verb in counts.FATE_VERBS:
        return counts.FATE_VERBS[verb]
    if found := _of_class(reader, cues, tokens, counted):
        return found
    if not human and counted not in counts.CLASSES:
        return ""
    return _first(cues, counts.PRESENCE)


def _by_noun(cues: _Cues, attrs: dict[str, str]) -> str | None:
    """What the counted noun names by itself, or what a bare number is said of; None where others must tell."""
    counted = attrs.get("counted", "")
    for qualifier in attrs.get("qualifiers", "").split():
        if (qualifier, counted) in counts.PAIRED:
            return counts.PAIRED[qualifier, counted]
    if counted in counts.TALLIES:
        return counts.TALLIES[counted]
    if counted in lex.SHARES:
        return "stake" if _first(cues, lex.MEASURED["percent"]) == "stake" else ""
    if counted == "time":
        return {"shoot": "shots that hit", "hit": "shots that hit", "stab": "stab wounds"}.get(
            attrs.get("verb", ""), ""
        )
    return None if counted else _first(cues, counts.SAID_OF) or None


def _of_class(reader: Reader, cues: _Cues, tokens: list[Token], counted: str) -> str:
    """What becomes of things of the counted noun's class, by the words beside it: cut jobs, burnt homes."""
    by_class = counts.COUNTED.get(counts.CLASSES.get(counted, ""))
    if by_class is None:
        return ""
    if counted == "vote" and "by" in (t.lower_ for t in reader.doc[max(0, tokens[0].i - 4) : tokens[0].i]):
        return "majority"
    return _first(cues, by_class) or by_class.get("", "")


def _cues(reader: Reader, tokens: list[Token], head: Token | None) -> Iterator[str]:
    """Lemmas from the figure outwards; a verb with its particle before the verb alone."""
    if head is None:
        yield from _in_what(tokens[-1])
    verb = yield from _upwards(head if head is not None else tokens[-1])
    if verb is not None:
        yield from _of_verb(verb)
        if any(t.lower_ == "out" for t in reader.doc[tokens[-1].i + 1 : tokens[-1].i + 5]):
            yield f"{verb.lemma_.lower()} out"
    yield from _close_by(reader, tokens)


def _upwards(token: Token) -> Generator[str, None, Token | None]:
    """Cues on the way up from a token; returns the verb that the way ends at."""
    for _ in range(_CLIMB):
        if token.pos_ in _VERBAL and token.dep_ != "amod":
            return token
        if token.pos_ != "NUM" and token.pos_ != "ADP":
            yield from _word(token)
            yield from (t.lemma_.lower() for t in token.lefts if t.dep_ in ("compound", "amod", "nmod"))
        elif token.lower_ in ("below", "beneath", "above", "over", "across"):
            yield token.lower_
        if token.head == token:
            break
        token = token.head
    return None


def _in_what(token: Token) -> Iterator[str]:
    """ "$2 million in damages": the noun behind "in"."""
    for owner in (token, token.head):
        for prep in owner.rights:
            if prep.dep_ == "prep" and prep.lower_ == "in":
                for noun in prep.children:
                    yield from _word(noun)


def _word(token: Token) -> Iterator[str]:
    """A noun's plural is tried before its lemma: "sales" are no sale, "damages" no damage."""
    if token.tag_ == "NNS":
        yield token.lower_
    yield token.lemma_.lower()


def _of_verb(verb: Token) -> Iterator[str]:
    lemma, kids = verb.lemma_.lower(), list(verb.children)
    yield from (f"{lemma} {c.lower_}" for c in kids if c.dep_ in ("prt", "advmod") and 0 < c.i - verb.i < 3)
    objects = list(_objects(kids))
    for child in objects:
        yield f"{lemma} {child.lemma_.lower()}"  # "lose jobs", "take into custody"
    for child in objects:
        if child.dep_ != "pobj":
            yield from _word(child)
    yield lemma
    for child in kids:
        if child.dep_ in ("nsubj", "csubj", "agent"):
            yield from _word(child)
    yield from (c.lemma_.lower() for c in objects if c.dep_ == "pobj")


def _objects(kids: list[Token]) -> Iterator[Token]:
    """The objects among a verb's children, and those of its prepositions."""
    for child in kids:
        if child.dep_ in _ARGUMENTS:
            yield child
        elif child.dep_ == "prep":
            yield from (t for t in child.children if t.dep_ == "pobj")


def _close_by(reader: Reader, tokens: list[Token]) -> Iterator[str]:
    """Content words of the sentence, those behind the number first, as far as a comma that ends the phrase."""
    doc, sentence = reader.doc, tokens[0].sent
    for token in doc[tokens[-1].i + 1 : min(sentence.end, tokens[-1].i + 1 + _NEAR)]:
        if token.text in (",", ";", "—", "–", "(", "."):
            break
        if token.pos_ in ("NOUN", "VERB", "ADJ", "ADV", "PROPN"):
            yield token.lemma_.lower()
    for token in reversed(doc[max(sentence.start, tokens[0].i - _NEAR) : tokens[0].i]):
        if token.text in (",", ";", "—", "–", ")", "."):
            break
        if token.pos_ in ("NOUN", "VERB", "ADJ", "ADV", "PROPN"):
            yield token.lemma_.lower()
