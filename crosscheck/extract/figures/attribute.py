"""Names the question that a figure answers: price, stake, job cuts, turnout, water level, whatever words put it.

The words of :mod:`crosscheck.data.questions` are looked for from the figure outwards: the noun that it counts, the
nouns on the way up to its verb, the verb with its particle, the verb's object and subject, the words close by.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosscheck.data import questions as lex
from crosscheck.data.events import PERSON_NOUNS, PERSONS
from crosscheck.extract.figures.reader import Reader

_CLIMB = 8  # heads between a number and its verb
_NEAR = 7  # words on either side that are close by
_VERBAL = frozenset({"VERB", "AUX"})
_ARGUMENTS = ("dobj", "nsubjpass", "attr", "oprd", "acomp", "xcomp", "advcl")
_LEFT = {"up": "up", "down": "down"}


def attribute_of(reader: Reader, tokens: list[Token], head: Token | None, attrs: dict[str, str]) -> str:
    """The name of the attribute, empty where the words do not tell; sets ``trend`` of changes in ``attrs``."""
    measure = attrs.get("measure", "count")
    if measure in lex.FIXED:
        return lex.FIXED[measure]
    if attrs.get("agent"):
        return ""
    cues = list(_cues(reader, tokens, head))
    if measure == "count":
        return _counted(cues, attrs)
    if measure == "percent":
        return _percent(reader, cues, tokens, attrs)
    if measure == "money":
        return _money(cues, attrs)
    if measure == "distance" and attrs.get("reference"):
        return "distance"
    if measure == "duration" and attrs.get("event") == "arrest":
        return "sentence"
    return _first(cues, lex.MEASURED.get(measure, {}))


def _first(cues: list[str], table: dict[str, str]) -> str:
    return next((table[cue] for cue in cues if cue in table), "")


def _money(cues: list[str], attrs: dict[str, str]) -> str:
    per = attrs.get("per", "").split()[-1:]
    if per and per[0] in lex.SHARES:
        special = next((c for c in cues[:6] if c in ("dividend", "profit", "earnings", "loss")), "")
        return f"{special} per share" if special else "price per share"
    found = _first(cues, lex.MEASURED["money"])
    if found in ("price", "value") and per and per[0] in lex.PAY_TIMES:
        return "pay"
    if found == "value" and lex.DEALS.intersection(cues[:10]):
        return "price"
    if not found or found == "price":
        closes = {"close", "trade", "open", "end"} & set(cues)
        if closes and lex.SHARES.intersection(cues):
            return "share price"
    return found


def _percent(reader: Reader, cues: list[str], tokens: list[Token], attrs: dict[str, str]) -> str:
    of = attrs.get("of", "").split()[-1:]
    if of and of[0] in lex.SHARES:
        return "stake"
    left = reader.doc[tokens[0].i - 1].lower_ if tokens[0].i else ""
    trend = _LEFT.get(left) or next((lex.RISES[c] for c in cues[:4] if c in lex.RISES), "")
    table = lex.MEASURED["percent"]
    named = _first(cues, table)
    if named in ("premium", "discount", "swing", "turnout", "stake") and named in (table.get(c) for c in cues[:5]):
        return named
    if not trend or attrs.get("change") in ("to", "from"):
        return named
    attrs["trend"] = trend
    topic = "share price" if lex.SHARES.intersection(cues) else named or _first(cues, lex.MEASURED["money"])
    return f"change in {topic}" if topic and topic != "growth" else "change"


def _counted(cues: list[str], attrs: dict[str, str]) -> str:
    counted, event, verb = attrs.get("counted", ""), attrs.get("event", ""), attrs.get("verb", "")
    if attrs.get("role") == "population":
        return "population"
    for qualifier in attrs.get("qualifiers", "").split():
        if (qualifier, counted) in lex.PAIRED:
            return lex.PAIRED[qualifier, counted]
    if counted in lex.TALLIES:
        return lex.TALLIES[counted]
    human = counted in PERSONS or counted in PERSON_NOUNS or counted in ("", "person", "worker", "member", "other")
    if event in lex.FATES and (human or event != "damage"):
        return lex.FATE_VERBS.get(verb) or lex.FATES[event]
    if human and verb in lex.FATE_VERBS:
        return lex.FATE_VERBS[verb]
    by_class = lex.COUNTED.get(lex.CLASSES.get(counted, ""))
    if by_class is not None:
        found = _first(cues, by_class) or by_class.get("", "")
        if found:
            return found
    if not human and counted not in lex.CLASSES:
        return ""
    return _first(cues, lex.PRESENCE)


def _cues(reader: Reader, tokens: list[Token], head: Token | None) -> Iterator[str]:
    """Lemmas from the figure outwards; a verb with its particle before the verb alone."""
    token = head if head is not None else tokens[-1]
    verb: Token | None = None
    for _ in range(_CLIMB):
        if token.pos_ in _VERBAL and token.dep_ != "amod":
            verb = token
            break
        if token.pos_ != "NUM" and token.pos_ != "ADP":
            yield token.lemma_.lower()
            for left in token.lefts:
                if left.dep_ in ("compound", "amod", "nmod"):
                    yield left.lemma_.lower()
        elif token.lower_ in ("below", "beneath", "above", "over", "across"):
            yield token.lower_
        if token.head == token:
            break
        token = token.head
    if verb is not None:
        yield from _of_verb(verb)
    yield from _close_by(reader, tokens)


def _of_verb(verb: Token) -> Iterator[str]:
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ in ("prt", "advmod") and child.i > verb.i and child.i - verb.i < 3:
            yield f"{lemma} {child.lower_}"
    for child in verb.children:
        if child.dep_ in _ARGUMENTS:
            yield child.lemma_.lower()
    yield lemma
    for child in verb.children:
        if child.dep_ in ("nsubj", "csubj", "agent"):
            yield child.lemma_.lower()
        elif child.dep_ == "prep":
            yield from (t.lemma_.lower() for t in child.children if t.dep_ == "pobj")


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
