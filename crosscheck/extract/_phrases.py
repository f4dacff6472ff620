"""Noun phrases before a title: where they begin, and the status, country and body that they tell."""

from __future__ import annotations

import re
from typing import NamedTuple

from crosscheck.data import countries, titles
from crosscheck.data.institutions import INSTITUTIONS
from crosscheck.extract._people import tokens
from crosscheck.extract.parse import Parsed
from crosscheck.model import Span

TOKEN = re.compile(r"[\w.&’'-]+")
DETERMINERS = frozenset("the a an its his her their our my this that one another".split())
# common nouns for lands: with an adjective they describe whose an office is and name no body
_LANDS = frozenset("territory country nation island kingdom republic archipelago".split())
_STYLES = frozenset(
    "honourable,honorable,right honourable,right honorable,most reverend,reverend,excellency".split(",")
)
# the first words of a body whose name goes on after "of"
_OF_BEFORE = re.compile(r"\b(?:[Tt]he )?((?:[A-Z][\w.’'-]*[ \xa0])*([A-Z]\w+)[ \xa0]of (?:the )?)$")
_LEFT_POS = frozenset({"PROPN", "NOUN", "ADJ", "NUM", "X"})


class Title(NamedTuple):
    """The stretch of a title."""

    start: int
    end: int


class Phrases:
    """The phrases of one article."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.text = parsed.article.text
        self.at = tokens(parsed)

    def title_ending(self, end: int) -> Title | None:
        """The longest title that ends at an offset."""
        words = list(TOKEN.finditer(self.text, max(0, end - 60), end))
        if not words or words[-1].end() != end:
            return None
        for n in (4, 3, 2, 1):
            if len(words) >= n:
                start = words[-n].start()
                phrase = self.text[start:end]
                if "\n" not in phrase and titles.lookup(phrase) and not re.search(r"\d\s?$", self.text[:start][-2:]):
                    return Title(start, end)
        return None

    def title_inside(self, body: Span) -> Title | None:
        """The office that a body's stretch ends in, where it is no part of the name: "county police spokesman"."""
        title = self.title_ending(body.end)
        if title is None or title.start < body.start:
            return None
        words = self.text[title.start : title.end].lower()
        return title if words.rpartition(" ")[2] not in titles.IN_BODIES else None

    def walk_left(self, offset: int) -> int:
        """Start of the noun phrase that runs up to an offset: nouns, names, adjectives, possessives."""
        doc, text = self.parsed.doc, self.text
        token = self.at.get(offset)
        if token is None:
            return offset
        i, start = token.i, offset
        for left in range(i - 1, max(-1, i - 12), -1):
            t = doc[left]
            if "\n" in t.text or t.is_sent_start and t.pos_ == "ADV":
                break
            lower = t.lower_
            if lower in ("'s", "’s", "'", "’") and left > 0 and t.idx == doc[left - 1].idx + len(doc[left - 1]):
                start = t.idx
            elif t.text in ("-", "&") or titles.status_of(t.text) or t.pos_ in _LEFT_POS:
                if lower in DETERMINERS or t.ent_type_ == "DATE":
                    break
                start = t.idx
            else:
                break
        while start < offset and text[start] in "'’-& ":
            start += 1
        if text[start : start + 2] in ("s ", "S "):
            start += 2
        return start

    def phrase_start(self, offset: int) -> int:
        """Start of the noun phrase that runs up to an offset, its determiner included."""
        start = self.walk_left(offset)
        before = TOKEN.search(self.text, self.text.rfind(" ", 0, max(0, start - 1)) + 1, start)
        return before.start() if before is not None and before.group().lower() in DETERMINERS else start

    def modifiers(self, start: int, end: int) -> tuple[str, str, Span | None]:
        """Status, country and body that stand before a title."""
        status, country = "", ""
        first = last = -1
        named = False
        for m in TOKEN.finditer(self.text, start, end):
            word = m.group()
            if word != "New" and (kind := titles.status_of(word)):
                status = status or kind
                continue
            if word.lower().startswith("then-"):
                status = "former"
                continue
            code = countries.country_of(word) or self._two_words(m.start(), end)
            if code and first < 0 and not self._names_firm(m.start()):
                country = country or code
                continue
            if word.lower() in ("states", "kingdom", "korea", "korean", "lankan", "zealand") and country and first < 0:
                continue
            first = m.start() if first < 0 else first
            last = m.end()
            token = self.at.get(m.start())
            named = named or word[:1].isupper() or token is None or token.pos_ in ("NOUN", "PROPN")
        if not named:
            first = -1  # adjectives only: "the conservative prime minister"
        return status, country, self._body(first, last) if first >= 0 else None

    def _names_firm(self, start: int) -> bool:
        """A country's word that begins a firm's name (France Telecom, American Airlines) is no country of it."""
        token = self.at.get(start)
        if token is None or token.ent_type_ != "ORG" or token.ent_iob_ != "B":
            return False
        span = next((e for e in self.parsed.doc.ents if e.start == token.i), None)
        return (
            span is not None
            and len(span) > 1
            and not ({t.lower_ for t in span} & titles.STATE_BODIES or any(t.text in ("'s", "’s") for t in span))
        )

    def _two_words(self, start: int, end: int) -> str | None:
        words = [m.group() for m in TOKEN.finditer(self.text, start, min(end, start + 40))][:2]
        return countries.country_of(" ".join(words)) if len(words) == 2 else None

    def _body(self, start: int, end: int) -> Span | None:
        """A body's stretch without possessive.

        None for "Ohio Republican and" before a title, and for what only describes one ("the Caribbean territory's").
        """
        start, end = self._unranked(*self._whole(start, end))
        words = self.text[start:end]
        last = TOKEN.findall(words)[-1:] or [""]
        if last[0].removesuffix("'s").removesuffix("’s") in _LANDS or words.lower().rstrip("'’s ") in _STYLES:
            return None
        if words.endswith((" and", " &")):
            return None
        for tail in ("'s", "’s", "'", "’"):
            if words.endswith(tail):
                end -= len(tail)
                break
        return Span(start, end) if end - start > 1 else None

    def _whole(self, start: int, end: int) -> tuple[int, int]:
        """The stretch with what it is the end of: the Norla Bureau of Investigation, not Investigation."""
        m = _OF_BEFORE.search(self.text, max(0, start - 60), start)
        return (m.start(1) if m and m[2].lower() in INSTITUTIONS else start), end

    def _unranked(self, start: int, end: int) -> tuple[int, int]:
        """The stretch without the ranks at its end, which belong to the title: FBI special, Norla police senior."""
        words = list(TOKEN.finditer(self.text, start, end))
        while words and words[-1].group().lower() in titles.RANKS:
            words.pop()
        return start, words[-1].end() if words else start
