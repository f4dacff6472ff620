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
from crosscheck.extract._capitals import WORD
from crosscheck.extract._people import people
from crosscheck.extract._person import Person
from crosscheck.extract._phrases import DETERMINERS, TOKEN, Phrases, Title
from crosscheck.extract.parse import Parsed
from crosscheck.model import Mention, Span

KIND = "role"

_AGE = r"(?:,? (?:aged? )?\d{1,3}(?= ?,)|,? \(\d{1,3}\))?"
_POST = re.compile(
    rf"{_AGE}(?:, |,? who (?:is|was|has been|serves as|served as|works as) | \(|\s?[–—-]{{1,2}}\s?)(?=\w)"
)
_IS = re.compile(r" (?:is|was|became|remains|has been|had been|serves as|served as) (?=\w)")
_CLAUSE_END = re.compile(
    r"[,.;:()–—“”\"\n]|--| (?:said|says|told|who|which|that|and said|but|while|when|after|because)\b"
)
_CLAUSE_START = re.compile(
    r"[.;:()–—“”\"\n]|, |--|\b(?:said|says|told|by|that|according to|with|from|and|but|quoted|cited|to|as)\s+"
)
_LINK = re.compile(r"\s+(of|for|at|with|from|in|to|on)\s+(?:the\s+|a\s+|an\s+|its\s+|their\s+)?")
_BODY_END = re.compile(
    r"\s+(?:in|who|which|that|and|said|says|told|on|since|after|when|as|from|where|was|were|is|has|had|by|with|to|at|but|"
    r"during|under|over|until|before)\b|[,.;:()–—“”\"\n]|--"
)
_ABBREVIATION = re.compile(rf"\b(?:[A-Z]|Co|Inc|(?i:{'|'.join(sorted(titles.ABBREVIATIONS))}))$")
# Professor Anna Kern of Oxford University, Senator Paul Hale of Ohio
_OF_AFTER = re.compile(rf" of (?:the )?({WORD}(?: (?:of |and )?{WORD}){{0,4}})")
# Marie Dupont, a French tourist,
_NATIONAL_AFTER = re.compile(rf"{_AGE}, an? ([A-Z]\w+(?: [A-Z]\w+)?) [a-z]+(?: [a-z]+)?(?=[,.;]| who\b)")
_AND_BEFORE = re.compile(r" (?:and|&) $")
_NEXT_AFTER_HEAD = re.compile(
    r"\s*(?:$|(?:of|for|at|with|from|in|to|on|and|who|until|since|by|here|there)\b|[,.;:)–—-])"
)
_RANKS = frozenset("executive senior chief joint regional national founding principal lead".split())
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


class _Roles(Phrases):
    """The roles of one article."""

    def of(self, person: Person) -> Iterator[Mention]:
        """The roles of one mention of a person."""
        if person.headline and person.words == 1:
            return
        yield from self._prenominal(person)
        if person.words > 1:
            after = next((f for f in (self._after(person, _POST, "post"), self._after(person, _IS, "is")) if f), None)
            if after is not None:
                yield after
            elif m := _NATIONAL_AFTER.match(self.text, person.end):
                if m.group(1) in countries.demonyms():
                    yield self._country_of(person, person.start, m.end(), m.group(1), "post")
            if self.text[max(0, person.start - 2) : person.start] == ", ":
                yield from self._before(person)
        elif found := self._after(person, _IS, "is"):
            yield found  # Banky was the chairman of the firm

    # -- Chinese Foreign Ministry spokesperson Lin Jian

    def _prenominal(self, person: Person) -> Iterator[Mention]:
        if self.text[person.start - 1 : person.start] not in (" ", "\xa0") or person.start < 2:
            return
        title = self.title_ending(person.start - 1)
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
        yield self._mention(person, title, start, end, body, country, status, "pre")
        if (m := _AND_BEFORE.search(self.text, max(0, title.start - 8), title.start)) and (
            first := self.title_ending(m.start())
        ):  # president and general manager Ed Stefanski
            yield self._mention(person, first, first.start, end, body, country, status, "pre")

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
        end = self._clause_end(m.end())
        title = self._head_title(m.end(), end)
        if title is None:
            return None
        return self._described(person, title, m.end(), end, form)

    def _clause_end(self, start: int) -> int:
        return self._cut(_CLAUSE_END, start, min(len(self.text), start + 160))

    def _cut(self, pattern: re.Pattern[str], start: int, end: int) -> int:
        """Where a pattern first ends the phrase; a full stop inside an abbreviation does not."""
        m = pattern.search(self.text, start, end)
        while m and m.group() == "." and _ABBREVIATION.search(self.text, max(start, m.start() - 5), m.start()):
            m = pattern.search(self.text, m.end(), end)
        return m.start() if m else end

    def _head_title(self, start: int, end: int) -> Title | None:
        """The first title between two offsets that heads its noun phrase; None where a verb stands before it."""
        words = list(TOKEN.finditer(self.text, start, end))
        for i, word in enumerate(words[:9]):
            token = self.at.get(word.start())
            if (
                token is not None
                and token.pos_ in ("VERB", "AUX", "PRON", "SCONJ")
                and not titles.status_of(word.group())
            ):
                if word.group().lower() not in DETERMINERS:
                    return None
            if i and word.group().lower() in ("of", "for", "at", "with", "in", "to"):
                return None
            for n in (4, 3, 2, 1):
                if i + n > len(words):
                    continue
                stop = words[i + n - 1].end()
                if titles.lookup(self.text[word.start() : stop]) and _NEXT_AFTER_HEAD.match(
                    self.text, stop, max(end, stop)
                ):
                    return Title(word.start(), stop)
        return None

    def _described(self, person: Person, title: Title, start: int, end: int, form: str) -> Mention | None:
        while start < title.start and self.text[start].isspace():
            start += 1
        first = TOKEN.match(self.text, start)
        begin = start
        definite = first is not None and first.group().lower() in ("the", "its", "their")
        if first and first.group().lower() in DETERMINERS:
            begin = first.end() + 1
        elif (
            first
            and first.start() != title.start
            and not (first.group()[:1].isupper() or titles.status_of(first.group()) or first.group().lower() in _RANKS)
        ):
            return None  # "John Smith, like the mayor": no determiner, no body in front
        status, country, body = self.modifiers(begin, title.start)
        stop = title.end
        link = _LINK.match(self.text, title.end, max(end, title.end))
        if link:
            stop = self._cut(_BODY_END, link.end(), max(end, link.end()))
            _, more, named = self.modifiers(link.end(), stop)
            country = more or country
            if named is not None and body is None and link.group(1) not in ("in", "to", "on"):
                body = named
        start, stop = min(person.start, begin), max(stop, person.end)
        return self._mention(person, title, start, stop, body, country, status, form, definite=definite)

    # -- the head of the rescue service, Massoud Dalman,

    def _before(self, person: Person) -> Iterator[Mention]:
        end = person.start - 2
        low = max(0, end - 120)
        starts = [m.end() for m in _CLAUSE_START.finditer(self.text, low, end)]
        start = starts[-1] if starts else low
        if not starts and low > 0:
            return
        after = self.text[person.end : person.end + 12]
        if not re.match(r",|\.| said| says| told|\)|;|”|\"| –| —|\n", after):
            return
        title = self._head_title(start, end)
        if title is None or self._verb_between(title.end, end):
            return
        found = self._described(person, title, start, end, "before")
        if found is not None:
            yield found

    def _verb_between(self, start: int, end: int) -> bool:
        return any(
            not m.group()[:1].isupper() and (t := self.at.get(m.start())) is not None and t.pos_ in ("VERB", "AUX")
            for m in TOKEN.finditer(self.text, start, end)
        )

    def _mention(
        self,
        person: Person,
        title: Title,
        start: int,
        end: int,
        body: Span | None,
        country: str,
        status: str,
        form: str,
        *,
        definite: bool = False,
    ) -> Mention:
        parts = {"person": Span(person.start, person.end), "title": Span(title.start, title.end)}
        attrs = {"title": self.text[title.start : title.end], "form": form}
        if body is not None:
            parts["organisation"] = body
            attrs["organisation"] = self.text[body.start : body.end]
        if country:
            attrs["country"] = country
        if "said" in person.cues:
            attrs["said"] = "1"
        if definite:
            attrs["definite"] = "1"
        if status or attrs["title"].lower().endswith("-elect"):
            attrs["status"] = status or "elect"
        start = min(start, title.start)
        while self.text[start].isspace():
            start += 1
        return self.parsed.mention(
            "role", start, end, parts=parts, attrs=attrs, confidence=0.9 if form == "pre" else 0.8
        )
