"""Offices: who holds which title, of which body and country, in the forms that news writes.

Prenominal ("Chinese Foreign Ministry spokesperson Lin Jian"), apposition after and before ("Heidar Alishvandi, the
governor of Qeshm," and "the head of the rescue service, Massoud Dalman,"), predicative ("X is the governor of Y").
Parts: ``person``, ``title``, ``organisation``. Attrs: ``title`` as written, ``organisation`` as written, ``country``
(ISO code), ``status`` (acting, former ...), ``form`` (pre, post, before, is), ``said`` ("1" where the person is the
speaker of a quote), ``definite`` ("1" for "the driver": the only one in the story).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crosscheck.data import countries, titles
from crosscheck.data.speakers import BODIES
from crosscheck.extract._capitals import WORD
from crosscheck.extract._offices import Offices
from crosscheck.extract._people import people
from crosscheck.extract._person import Person
from crosscheck.extract._phrases import TOKEN, Title
from crosscheck.extract.parse import Parsed
from crosscheck.extract.quotes.lexicon import CUE_FORMS
from crosscheck.model import Mention, Span

KIND = "role"

_AGE = r"(?:,? (?:aged? )?\d{1,3}(?= ?,)|,? \(\d{1,3}\))?"
_POST = re.compile(
    rf"{_AGE}(?:,? who (?:is|was|has been|serves as|served as|works as) |, | \(|\s?[–—-]{{1,2}}\s?)(?=\w)"
)
_IS = re.compile(r" (?:is|was|became|remains|has been|had been|serves as|served as) (?=\w)")
_CLAUSE_START = re.compile(
    r"[.;:()–—“”\"\n]|, |--|\b(?:said|says|told|by|that|according to|with|from|and|but|quoted|cited|to|as)\s+"
)
# Professor Anna Kern of Oxford University, Senator Paul Hale of Ohio
_OF_AFTER = re.compile(
    rf" of (?:the )?({WORD}(?: (?:of |and )?{WORD}){{0,4}}(?: (?:[a-z]+ )?(?:{'|'.join(sorted(BODIES))})\b)?)"
)
# NYPD chief of patrol Ann Ray, director of security Paul Hale
_TITLE_OF = re.compile(r"\b([A-Za-z]+) of ([a-z]+(?: [a-z]+)?|[A-Z]\w+(?: [A-Z]\w+)?) $")
# Marie Dupont, a French tourist,
_NATIONAL_AFTER = re.compile(rf"{_AGE}, an? ([A-Z]\w+(?: [A-Z]\w+)?) [a-z]+(?: [a-z]+)?(?=[,.;]| who\b)")
_AND_BEFORE = re.compile(r" (?:and|&) $")
_NOT_NATIONAL = frozenset(
    {"born", "based", "backed", "led", "language", "speaking", "made", "owned", "style", "controlled"}
)


def extract(parsed: Parsed) -> Iterable[Mention]:
    """One mention a title that a person is given."""
    finder = _Roles(parsed)
    named = {p.text.rpartition(" ")[2] for p in people(parsed) if p.words > 1 and not p.maybe}
    for person in people(parsed):
        if person.maybe:
            continue
        if person.words > 1 or person.text in named or person.cues & {"title", "honorific", "said"}:
            yield from finder.of(person)


class _Roles(Offices):
    """The roles of one article."""

    def of(self, person: Person) -> Iterator[Mention]:
        """The roles of one mention of a person."""
        if person.headline and person.words == 1:
            return
        begins = person.start
        for told in self._prenominal(person):
            begins = min(begins, told.span.start)
            yield told
        if person.words > 1:
            after = next((f for f in (self._after(person, _POST, "post"), self._after(person, _IS, "is")) if f), None)
            if after is not None:
                yield after
            elif m := _NATIONAL_AFTER.match(self.text, person.end):
                if m.group(1) in countries.demonyms():
                    yield self._country_of(person, person.start, m.end(), m.group(1), "post")
            if self.text[max(0, begins - 2) : begins] == ", ":
                yield from self._before(person, begins)
        elif found := self._after(person, _POST, "post"):
            yield found  # Patel, the owner,
        elif found := self._after(person, _IS, "is"):
            yield found  # Banky was the chairman of the firm

    # -- Chinese Foreign Ministry spokesperson Lin Jian

    def _prenominal(self, person: Person) -> Iterator[Mention]:
        if self.text[person.start - 1 : person.start] not in (" ", "\xa0") or person.start < 2:
            return
        title = self.title_ending(person.start - 1)
        if title is None and (m := _TITLE_OF.search(self.text, max(0, person.start - 50), person.start)):
            if self.title_ending(m.end(1)) is not None and not titles.lookup(m.group(2)):
                yield from self._scoped(person, m)
                return
        left_of = title.start if title else person.start
        start = self.walk_left(left_of)
        modifiers = self.text[start:left_of].strip()
        if title is None:
            yield from self._national(person, start, modifiers)
            return
        status, country, body = self.modifiers(start, left_of)
        end = person.end
        if body is None and not country and (m := _OF_AFTER.match(self.text, person.end)):
            _, country, body = self.modifiers(m.start(1), m.end(1))
            end = m.end(1)
        if body is not None and (first := self.title_inside(body)) is not None:
            yield from self._two_titles(person, start, first, title)
            return
        yield self.office(person, title, start, end, body, country, status, "pre")
        if (m := _AND_BEFORE.search(self.text, max(0, title.start - 8), title.start)) and (
            first := self.title_ending(m.start())
        ):  # president and general manager Ed Stefanski
            yield self.office(person, first, first.start, end, body, country, status, "pre")

    def _two_titles(self, person: Person, start: int, first: Title, title: Title) -> Iterator[Mention]:
        """ "county police spokesman Capt. Ann Ray": the spokesman is the body's, and she is a captain too."""
        status, country, body = self.modifiers(start, first.start)
        yield self.office(person, first, start, person.end, body, country, status, "pre")
        yield self.office(person, title, title.start, person.end, None, "", "", "pre")

    def _scoped(self, person: Person, found: re.Match[str]) -> Iterator[Mention]:
        """ "NYPD chief of patrol Ann Ray": what the office is of is its body."""
        title = self.title_ending(found.end(1))
        assert title is not None
        start = self.walk_left(title.start)
        status, country, _ = self.modifiers(start, title.start)
        body = Span(found.start(2), found.end(2))
        yield self.office(person, title, start, person.end, body, country, status, "pre")

    def _national(self, person: Person, start: int, modifiers: str) -> Iterator[Mention]:
        """ "Iranian boxer Ali Karimi": a country without a known title."""
        words = modifiers.split()
        if not 1 <= len(words) <= 3 or words[0] not in countries.demonyms() or person.words < 2:
            return
        if any(w[:1].isupper() for w in words[1:]) or any(w.lower() in _NOT_NATIONAL for w in words):
            return
        yield self._country_of(person, start, person.end, words[0], "pre")

    def _country_of(self, person: Person, start: int, end: int, demonym: str, form: str) -> Mention:
        attrs = {"form": form, "country": countries.names()[demonym]}
        return self.parsed.mention(
            "role", start, end, parts={"person": Span(person.start, person.end)}, attrs=attrs, confidence=0.7
        )

    # -- Heidar Alishvandi, the governor of Qeshm / X is the governor

    def _after(self, person: Person, opening: re.Pattern[str], form: str) -> Mention | None:
        m = opening.match(self.text, person.end)
        if m is None:
            return None
        end = self.clause_end(m.end())
        title = self.head_title(m.end(), end)
        if title is None or (form == "post" and self._says(title.end)):
            return None
        return self.described(person, title, m.end(), end, form)

    def _says(self, offset: int) -> bool:
        """True for "Paul Hale, the judge said, was lucky": the judge says it, and is somebody else."""
        token = self.at.get(offset + 1)
        return token is not None and token.lower_ in CUE_FORMS and token.tag_ in ("VBD", "VBZ")

    # -- the head of the rescue service, Massoud Dalman,

    def _before(self, person: Person, begins: int) -> Iterator[Mention]:
        end = begins - 2
        low = max(0, end - 120)
        starts = [m.end() for m in _CLAUSE_START.finditer(self.text, low, end)]
        start = starts[-1] if starts else low
        if not starts and low > 0:
            return
        after = self.text[person.end : person.end + 12]
        if not re.match(r",|\.| said| says| told|\)|;|”|\"| –| —|\n", after):
            return
        title = self.head_title(start, end)
        if title is None:  # a verb stands before the noun phrase that ends here
            title = self.head_title(self.phrase_start(end), end)
        if title is None or self._verb_between(title.end, end):
            return
        found = self.described(person, title, max(start, self.phrase_start(title.start)), end, "before")
        if found is not None:
            yield found

    def _verb_between(self, start: int, end: int) -> bool:
        return any(
            not m.group()[:1].isupper() and (t := self.at.get(m.start())) is not None and t.pos_ in ("VERB", "AUX")
            for m in TOKEN.finditer(self.text, start, end)
        )
