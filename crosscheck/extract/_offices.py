"""Offices in noun phrases: the title that heads one, its body, country and status, as a mention of a role."""

from __future__ import annotations

import re

from crosscheck.data import titles
from crosscheck.extract._people import people
from crosscheck.extract._person import Person
from crosscheck.extract._phrases import DETERMINERS, TOKEN, Phrases, Title
from crosscheck.model import Mention, Span

_CLAUSE_END = re.compile(
    r"[,.;:()–—“”\"\n]|--| (?:said|says|told|who|which|that|and said|but|while|when|after|because)\b"
)
_LINK = re.compile(r"\s+(of|for|at|with|from|in|to|on)\s+(?:the\s+|a\s+|an\s+|its\s+|their\s+)?")
_BODY_END = re.compile(
    r"\s+(?:in|who|which|that|and|said|says|told|on|since|after|when|as|from|where|was|were|is|has|had|by|with|to|at|but|"
    r"during|under|over|until|before)\b|[,.;:()–—“”\"\n]|--"
)
_JOINED = re.compile(r"\s+and ([A-Z]\w+)")
_ABBREVIATION = re.compile(rf"\b(?:[A-Z]|Co|Inc|(?i:{'|'.join(sorted(titles.ABBREVIATIONS))}))$")
_NEXT_AFTER_HEAD = re.compile(
    r"\s*(?:$|(?:of|for|at|with|from|in|to|on|and|who|until|since|by|here|there|last|this|next|when|after|before|during)\b|[,.;:)–—-])"
)
_RANKS = frozenset("executive senior chief joint regional national founding principal lead".split())


class Offices(Phrases):
    """The phrases of one article that name an office."""

    def clause_end(self, start: int) -> int:
        """Where the clause that begins at an offset ends."""
        return self._cut(_CLAUSE_END, start, min(len(self.text), start + 160))

    def _cut(self, pattern: re.Pattern[str], start: int, end: int) -> int:
        """Where a pattern first ends the phrase; a full stop inside an abbreviation does not."""
        m = pattern.search(self.text, start, end)
        while m and m.group() == "." and _ABBREVIATION.search(self.text, max(start, m.start() - 5), m.start()):
            m = pattern.search(self.text, m.end(), end)
        return m.start() if m else end

    def body_end(self, start: int, end: int) -> int:
        """Where a body's name ends; "and" between two capitalised words is part of it."""
        stop = self._cut(_BODY_END, start, end)
        joined = _JOINED.match(self.text, stop, end)
        if joined and self.text[start:stop].split()[-1:] and self.text[start:stop].split()[-1][:1].isupper():
            if not any(p.start == joined.start(1) for p in people(self.parsed) if p.words > 1 and not p.maybe):
                return self._cut(_BODY_END, joined.end(), end)
        return stop

    def head_title(self, start: int, end: int) -> Title | None:
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

    def described(self, person: Person, title: Title, start: int, end: int, form: str) -> Mention | None:
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
        stop, scope = title.end, ""
        link = _LINK.match(self.text, title.end, max(end, title.end))
        if link:
            stop = self.body_end(link.end(), max(end, link.end()))
            _, more, named = self.modifiers(link.end(), stop)
            country = more or country
            if named is not None and body is None and link.group(1) not in ("in", "to", "on"):
                body = named
            elif link.group(1) == "of":
                scope = self.text[link.end() : stop]
        start, stop = min(person.start, begin), max(stop, person.end)
        return self.office(person, title, start, stop, body, country, status, form, definite=definite, scope=scope)

    def office(
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
        scope: str = "",
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
        if scope:
            attrs["scope"] = scope
        if definite:
            attrs["definite"] = "1"
        if status or attrs["title"].lower().endswith("-elect"):
            attrs["status"] = status or "elect"
        start = min(start, title.start, body.start if body is not None else title.start)
        while self.text[start].isspace():
            start += 1
        return self.parsed.mention(
            "role", start, end, parts=parts, attrs=attrs, confidence=0.9 if form == "pre" else 0.8
        )
