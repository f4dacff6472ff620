"""Posts that verbs and prepositions tell: who heads, owns or coaches what, works where, stands for which side.

"who leads the union", "heads the company as its chairwoman", "was named chairman of the board", "She is the
governor", ", of the harbour police,", ", for the defence,". Mentions are as those of :mod:`crosscheck.extract.roles`;
attr ``form`` is ``verb``, ``as``, ``from`` or ``side``; part ``person`` may be a pronoun, which normalising binds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.attrs import LEMMA
from spacy.tokens import Token

from crosscheck.data.institutions import INSTITUTIONS
from crosscheck.data.speakers import BODIES
from crosscheck.extract._offices import Offices
from crosscheck.extract._people import people
from crosscheck.extract._person import Person
from crosscheck.extract.parse import Parsed
from crosscheck.lexicons import load
from crosscheck.model import Mention, Span

KIND = "role"

# Ann Ray, of Malmo, lives there; of the Malmo police, she serves it: the last word is one for a body
_LAST = "|".join(sorted(BODIES | {w for b in INSTITUTIONS for w in (b, b.capitalize())}))
_BODY = rf"(?:the )?((?:[A-Z][\w.&’'-]+ (?:of |and )?){{1,5}}(?:[a-z]+ )?(?:{_LAST})\b)"
_FROM = re.compile(rf", (?:of|from|with) {_BODY}(?=,| said| says| told)")
_SIDE = re.compile(r", for the (defen[cs]e|prosecution)(?=,|\.| said| says| told)")
_SIDES = {"d": "lawyer", "p": "prosecutor"}
_LONGEST = 90  # characters of a body's phrase
_CUT = re.compile(
    r",|;|\n| who | which | that | as | since | until | when | where | after | before | for | in | on |\.\s"
)
_THE = re.compile(r"(?:the|a|an|its|their|his|her)\s+", re.I)


@cache
def _verbs() -> dict[str, str]:
    """Lemma of a verb to the title of who does it."""
    return {verb: title for title, verbs in load("posts")["verbs"].items() for verb in verbs.split()}


@cache
def _capacities() -> frozenset[str]:
    return frozenset(load("posts")["capacities"])


def extract(parsed: Parsed) -> Iterable[Mention]:
    """Mentions in no order."""
    yield from _Posts(parsed).all()


class _Posts(Offices):
    """The posts of one article."""

    def all(self) -> Iterator[Mention]:
        known = {p.text.rpartition(" ")[2] for p in people(self.parsed) if p.words > 1 and not p.maybe}
        self.persons = [
            p for p in people(self.parsed)
            if not p.maybe and not (p.headline and p.words == 1) and (p.words > 1 or p.text in known)
        ]  # fmt: skip
        ends = {p.end: p for p in self.persons}
        for person in self.persons:
            yield from self._beside(person)
        doc = self.parsed.doc
        strings = doc.vocab.strings
        wanted = {strings[v] for v in (*_verbs(), *_AS_VERBS, "be") if v in strings}
        for i, lemma in enumerate(doc.to_array([LEMMA]).tolist()):
            if lemma in wanted and doc[i].pos_ in ("VERB", "AUX"):
                yield from self._of_verb(doc[i], ends)

    # -- Ann Ray, of the harbour police, / Ann Ray, for the defence,

    def _beside(self, person: Person) -> Iterator[Mention]:
        if found := _SIDE.match(self.text, person.end):
            attrs = {"form": "side", "title": _SIDES[found.group(1)[0]]}
            yield self._told(person, found.end(), attrs)
        elif found := _FROM.match(self.text, person.end):
            attrs = {"form": "from", "organisation": found.group(1)}
            yield self._told(person, found.end(), attrs, body=Span(*found.span(1)))

    def _told(self, person: Person, end: int, attrs: dict[str, str], *, body: Span | None = None) -> Mention:
        parts = {"person": Span(person.start, person.end)} | ({"organisation": body} if body else {})
        if "said" in person.cues:
            attrs["said"] = "1"
        return self.parsed.mention("role", min(person.start, end), end, parts=parts, attrs=attrs, confidence=0.7)

    # -- who leads the union, was named chairman, is the governor

    def _of_verb(self, verb: Token, ends: dict[int, Person]) -> Iterator[Mention]:
        subject = self._subject(verb, ends)
        if subject is None or any(c.dep_ == "neg" for c in verb.children):
            return
        relative = verb.dep_ == "relcl"
        lemma = verb.lemma_
        if lemma in _NAMING and not any(c.dep_ == "nsubjpass" for c in verb.children):
            return  # who names a chairman is none
        if lemma == "be" or lemma in _AS_VERBS:
            yield from self._as(verb, subject)
            return
        titled = list(self._as(verb, subject))
        yield from titled
        body = self._body_of(verb, relative)
        if body is not None and (not titled or "organisation" not in titled[0].attrs):
            told = titled[0].attrs["title"] if titled else _verbs()[lemma]
            yield self._post(subject, verb, body, told)

    def _subject(self, verb: Token, ends: dict[int, Person]) -> Person | None:
        """The person, or the pronoun as one, who does what a verb says."""
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if verb.dep_ == "relcl" and (subject is None or subject.lower_ == "who"):
            subject = verb.head
        if subject is None:
            return None
        if any(c.dep_ == "conj" for c in subject.children):
            return None
        if subject.lower_ in ("he", "she"):
            return Person(subject.idx, subject.idx + len(subject), subject.text, 1)
        return ends.get(subject.idx + len(subject)) or next(
            (p for p in self.persons if p.start <= subject.idx < p.end), None
        )

    def _as(self, verb: Token, person: Person) -> Iterator[Mention]:
        """ "as chairman of the board", "(was named) chairman", "(is) the governor"."""
        for child in verb.rights:
            if child.lower_ == "as" and child.dep_ == "prep":
                start = child.idx + 3
            elif child.dep_ in ("oprd", "attr") and child.pos_ in ("NOUN", "PROPN"):
                if verb.lemma_ == "be" and person.text.lower() not in ("he", "she"):
                    continue  # of a name, extract/roles tells it
                start = min(t.idx for t in child.subtree)
            else:
                continue
            end = self.clause_end(start)
            title = self.head_title(start, end)
            if title is not None and (found := self.described(person, title, start, end, "as")) is not None:
                yield found
            elif title is None:
                yield from self._capacity(person, child, end)

    def _capacity(self, person: Person, noun: Token, end: int) -> Iterator[Mention]:
        if noun.lower_ in _capacities():
            attrs = {"form": "as", "title": noun.lower_}
            yield self._told(person, noun.idx + len(noun), attrs)

    def _body_of(self, verb: Token, relative: bool) -> Span | None:
        """What somebody leads, owns or works for: the object, a body unless a clause with "who" tells it."""
        thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if verb.lemma_ in _AT_VERBS:
            prep = next((c for c in verb.children if c.lower_ in ("at", "for")), None)
            thing = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
        if thing is None or thing.pos_ not in ("NOUN", "PROPN"):
            return None
        named = thing.pos_ == "PROPN" or thing.lower_ in BODIES
        if not named and (not relative or verb.lemma_ in _AT_VERBS):
            return None
        start = min(t.idx for t in thing.subtree)
        stop = min(max(t.idx + len(t) for t in thing.subtree), start + _LONGEST)
        cut = _CUT.search(self.text, max(start, thing.idx), stop)
        stop = cut.start() if cut else stop
        if the := _THE.match(self.text, start, stop):
            start = the.end()
        return Span(start, stop) if stop > start else None

    def _post(self, person: Person, verb: Token, body: Span, title: str) -> Mention:
        attrs = {"form": "verb", "title": title, "organisation": self.text[body.start : body.end]}
        status = "former" if verb.tag_ == "VBD" and verb.lemma_ in _AT_VERBS else ""
        if status:
            attrs["status"] = status
        parts = {"person": Span(person.start, person.end), "title": Span(verb.idx, verb.idx + len(verb))}
        parts["organisation"] = body
        start, end = min(person.start, verb.idx), max(body.end, person.end)
        return self.parsed.mention("role", start, end, parts=parts, attrs=attrs, confidence=0.7)


_NAMING = frozenset("name appoint elect nominate hire sack fire install confirm".split())
_AS_VERBS = _NAMING | frozenset("serve resign retire step".split())
_AT_VERBS = frozenset("work play".split())
