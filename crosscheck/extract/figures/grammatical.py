"""Numbers that grammar tells and no digit does: twice, several, his third wife, none of them, both men, all of them.

Out: figures as others are. "Twice" counts times, "several" and "a few" are two or more, an ordinal before a noun is a
rank ("second conviction"), none and nobody are zero, both is two, "all of the victims" is a share of 100 percent.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosscheck.data.events import EVENT_LEMMAS, PERSON_EVENTS, PERSON_NOUNS, STATES
from crosscheck.data.numbers import FOLD
from crosscheck.extract.figures.candidate import Candidate
from crosscheck.extract.figures.clause import clause_attrs
from crosscheck.extract.figures.counting import counted_noun
from crosscheck.extract.figures.reader import Reader
from crosscheck.extract.figures.scan import ordinal_at
from crosscheck.model import Mention, Span

CONFIDENCE = 0.6
_PLURALS = frozenset({"NNS", "NNPS"})
_SPANS = frozenset(
    "second minute hour day night week weekend month year decade century season quarter half moment time way reason"
    " thing other hand degree grade grader anniversary birthday amendment floor storey story place class person party"
    " world lady responder aid hand thought nature glance sight".split()
)  # what an ordinal or "several" before it is no count of: spans of time are dates, the rest are set phrases
_NONE = frozenset({"none", "nobody"})
_PEOPLE = PERSON_NOUNS | PERSON_EVENTS.keys() | {"people"}
_OWNERS = frozenset({"PRP$", "POS"})
_TO_COME = frozenset({"as", "the", "that", "what", "its", "his", "her", "their"})  # "twice the size": a ratio


def grammatical(reader: Reader) -> Iterator[Mention]:
    """Mentions of one article, kind by kind."""
    for i in reader.triggers.grammar:
        token = reader.doc[i]
        word = token.lower_
        if word in ("twice", "thrice"):
            found = _times(reader, token)
        elif word in ("several", "few"):
            found = _several(reader, token)
        elif word in ("both", "all"):
            found = _whole(reader, token)
        else:
            found = _nobody(reader, token)
        if found is not None:
            yield found
    for start in reader.triggers.ordinals:
        if (ranked := _nth(reader, start)) is not None:
            yield ranked


def _figure(
    reader: Reader,
    number: Token,
    attrs: dict[str, str],
    head: Token | None,
    end: int = 0,
    confidence: float = CONFIDENCE,
) -> Mention:
    span = Span(number.idx, number.idx + len(number))
    c = Candidate(span, span.start, max(span.end, end), attrs["number"], measure=attrs["measure"])
    known = clause_attrs(reader, c, [number], head) | {k: v for k, v in attrs.items() if v}
    parts = {"number": span}
    if head is not None:
        parts["counted"] = Span(head.idx, head.idx + len(head))
        c.end = max(c.end, head.idx + len(head))
    return reader.parsed.mention("figure", c.start, c.end, parts=parts, attrs=known, confidence=confidence)


def _times(reader: Reader, token: Token) -> Mention | None:
    """ "Was arrested twice": how often, not how much ("twice the size", "twice as many")."""
    after = reader.after(token)
    if after is not None and (after.lower_ in _TO_COME or after.text == "-" or after.tag_ in ("JJR", "RBR", "CD")):
        return None
    if not any(t.pos_ in ("VERB", "AUX") for t in (token.head, token.head.head)):
        return None
    attrs = {"value": str(FOLD[token.lower_]), "number": token.text, "measure": "count", "counted": "time"}
    return _figure(reader, token, attrs, None)


def _several(reader: Reader, token: Token) -> Mention | None:
    """ "Several people", "a few cars": two or more."""
    after = reader.after(token)
    if after is None or (token.lower_ == "few" and (token.i == 0 or token.nbor(-1).lower_ != "a")):
        return None
    head = _plural(reader, token)
    if head is None or head.lemma_.lower() in _SPANS:
        return None
    attrs = {"value": "2", "number": token.text, "bounds": "low about", "measure": "count", "vague": "1"}
    return _figure(reader, token, attrs, head)


def _plural(reader: Reader, token: Token) -> Token | None:
    """The plural noun that a word counts: "several other small cars", "all of the victims"."""
    span = Span(token.idx, token.idx + len(token))
    head = counted_noun(reader, Candidate(span, span.start, span.end, token.text), token)
    return head if head is not None and (head.tag_ in _PLURALS or head.lower_ == "people") else None


def _whole(reader: Reader, token: Token) -> Mention | None:
    """ "Both men": two. "All of them", "all of the victims": a share of 100 percent."""
    after = reader.after(token)
    if after is None:
        return None
    if token.lower_ == "both":
        head = _plural(reader, token)
        if head is None or head.lemma_.lower() in _SPANS or token.dep_ in ("cc", "preconj"):
            return None
        attrs = {"value": "2", "number": token.text, "measure": "count"}
        return _figure(reader, token, attrs, head)
    if after.lower_ != "of":
        return None
    near = reader.doc[after.i + 1 : after.i + 6]
    whole = next((t for t in near if t.tag_ in _PLURALS or t.lower_ in ("them", "us")), None)
    if whole is None or whole.lemma_.lower() in _SPANS:
        return None
    counted = whole.lemma_.lower() if whole.pos_ == "NOUN" else ""
    attrs = {"value": "100", "number": token.text, "measure": "percent", "unit": "percent", "of": counted}
    return _figure(reader, token, attrs, None, whole.idx + len(whole))


def _nobody(reader: Reader, token: Token) -> Mention | None:
    """ "None of the passengers", "nobody was hurt", "no one died", "no injuries": zero."""
    attrs = {"value": "0", "number": token.text, "measure": "count"}
    after = reader.after(token)
    if token.lower_ in _NONE:
        head = _plural(reader, token) if after is not None and after.lower_ == "of" else None
        if head is None and token.lower_ == "none":
            them = after is not None and after.lower_ == "of" and token.i + 2 < len(reader.doc)
            if not them or reader.doc[token.i + 2].lower_ not in ("them", "us", "those"):
                return None
        if token.lower_ == "nobody" and not _befalls(token):
            return None
        attrs["counted"] = "" if head is not None else "person"
        return _figure(reader, token, attrs, head)
    if after is None:
        return None
    if after.lower_ == "one" and token.head == after:
        if not _befalls(after):
            return None
        return _figure(reader, token, attrs | {"counted": "person"}, None, after.idx + len(after))
    head = _plural(reader, token)
    if head is None or head.lemma_.lower() not in _PEOPLE:
        return None
    return _figure(reader, token, attrs, head)


def _befalls(token: Token) -> bool:
    """Whether the verb tells a fate ("nobody was hurt"); that nobody knows is no count."""
    return any(t.lemma_.lower() in EVENT_LEMMAS or t.lower_ in STATES for t in (token.head, *token.head.children))


def _nth(reader: Reader, start: int) -> Mention | None:
    """ "His third wife", "a second conviction": which in a row. A first is one only of what somebody owns."""
    found = ordinal_at(reader.text, start)
    if found is None:
        return None
    span, value = found
    last = reader.tokens(span)[-1]
    after = reader.after(last)
    if after is None or after.pos_ not in ("NOUN", "ADJ") or after.idx != span.end + 1:
        return None
    c = Candidate(span, span.start, span.end, reader.text[span.start : span.end])
    head = counted_noun(reader, c, last)
    if head is None or head.tag_ != "NN" or head.lemma_.lower() in _SPANS or last.dep_ == "advmod":
        return None
    before = reader.doc[last.i - 1] if last.i else None
    if value == 1 and (before is None or before.tag_ not in _OWNERS):
        return None
    noun = head.lemma_.lower()
    another = before is not None and before.lower_ in ("a", "an")
    if another and (noun in PERSON_NOUNS or (head.i > 1 and head.nbor(-2).lower_ == "co")):
        return None  # "a third victim" is one more, see implicit
    attrs = {"value": str(value), "number": c.text, "measure": "rank", "unit": "rank", "counted": noun, "thing": noun}
    return _figure(reader, last, attrs | {"number": c.text}, head)
