"""Whose age a figure is: by name, by the name beside the same age elsewhere in the article, or by description.

In: facts of kind figure and measure age. Out: the person, as a casefolded full name, and a :class:`Described` for ages
whose bearer has no name in the sentence.
"""

from __future__ import annotations

import re

import msgspec

from crosscheck.data.themes import NOUNS, PARTS, SEXES
from crosscheck.model import Corpus, Fact, Name, Quantity

# "said 32-year-old protester Ann Ray"
_AFTER = re.compile(r"[\s-]+(?:[a-z][\w-]*\s+){0,3}([A-Z][\w'’-]+(?:\s(?:[A-Z]\.\s)?[A-Z][\w'’-]+)+)")


_NOUN = re.compile(r"\b([a-z][a-z-]{3,})\s+\Z")
_BESIDE = re.compile(r"\b([a-z]{4,}), (?:an? |now )?$")  # "the gunman, a 34-year-old", "the attacker, 43"
_ANYONE = frozenset({"person", "child", "teenager", "resident", "worker", "officer", "driver", "student", "passenger"})


_END = re.compile(r"(?<=\w\w)\.\s")  # "Ann Ray. The": the sentence was not seen to end


class Described(msgspec.Struct, frozen=True):
    """The noun by which a person is called, the person's part in the story and sex; empty where the text is silent."""

    noun: str = ""
    part: str = ""
    sex: str = ""
    told: bool = False  # the part is that of the noun itself


def described(fact: Fact, words: frozenset[str], lead: str = "") -> Described:
    """What a sentence with these lemmas says of the bearer of an age; ``lead`` is the text before it."""
    noun = fact.mention.attrs.get("age_of_desc", "").casefold().split()
    beside = _BESIDE.search(lead)
    if beside and (not noun or noun[-1] not in PARTS) and beside[1] in PARTS:
        noun = [beside[1]]
    last = noun[-1] if noun else ""
    parts = sorted({PARTS[w] for w in words if w in PARTS})
    named = PARTS.get(last, "")
    return Described(
        noun="" if NOUNS.get(last) == "bullet" else NOUNS.get(last, last),  # "the 16-year-old shot by officers"
        part=named or (parts[0] if len(parts) == 1 else ""),
        sex=SEXES.get(last, ""),
        told=bool(named),
    )


class Persons:
    """Names of the bearers of ages, resolved inside each article, and who of two articles is one."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._identities = corpus.identities
        self._full: dict[tuple[str, str], tuple[str, str]] = {}
        self._by_age: dict[tuple[str, float | None], set[str]] = {}
        self._roles: dict[tuple[str, str], set[str]] = {}  # (article or "", noun before a name): full names
        for article, extraction in corpus.extractions.items():
            self._read_names(article, extraction.facts)
        self._persons = {article for article, _ in self._full}
        self._givens: dict[str, set[str]] = {}
        for fact in corpus.facts("figure"):
            if isinstance(fact.value, Quantity) and fact.value.measure == "age":
                name = self._named(fact)
                if name:
                    self._by_age.setdefault((fact.article, fact.value.low), set()).add(name)
                    given, family = name.split()[0], name.split()[-1]
                    self._givens.setdefault(family, set()).update({given} - {family})

    def of(self, fact: Fact) -> tuple[str, bool]:
        """Full name of the bearer, empty where the article does not say; True with it where it is a guess."""
        name = self._named(fact)
        if name or not isinstance(fact.value, Quantity):
            return name, "age_via" in fact.mention.attrs
        known = self._by_age.get((fact.article, fact.value.low), set())
        if known:
            return (next(iter(known)), False) if len(known) == 1 else ("", False)
        text = self._corpus.articles[fact.article].text
        called = self._called(fact)
        if called:
            return called, True
        start = fact.mention.span.start
        return (self._before(fact), True) if text[max(0, start - 4) : start].casefold() == "the " else ("", False)

    def _called(self, fact: Fact) -> str:
        """Who "the striker" is where an article writes "striker Ann Ray"; its own words before those of others."""
        noun = fact.mention.attrs.get("age_of_desc", "").casefold().split()[-1:]
        if not noun or noun[0] in SEXES or noun[0] in PARTS or noun[0] in _ANYONE:
            return ""
        known = self._roles.get((fact.article, noun[0])) or self._roles.get(("", noun[0]), set())
        return next(iter(known)) if len(known) == 1 else ""

    def _before(self, fact: Fact) -> str:
        """Who "the 39-year-old" takes up: the person named in the sentence before, of several the story's main one."""
        names: dict[str, int] = {}
        near: set[str] = set()
        for other in self._corpus.extractions[fact.article].facts:
            if not isinstance(other.value, Name) or other.value.entity != "person":
                continue
            name = self._full.get((fact.article, other.mention.text.casefold()), ("", ""))[0]
            names[name] = names.get(name, 0) + 1
            if (
                fact.mention.sentence - 1 <= other.mention.sentence
                and other.mention.span.start < fact.mention.span.start
            ):
                near.add(name)
        if len(near) == 1:
            return next(iter(near))
        main = max(names, key=lambda n: (names[n], n), default="")
        return main if not near or main in near else ""

    def same(self, a: str, b: str, articles: tuple[str, str]) -> bool | None:
        """Whether two names of two articles are one person; None where at least one is missing or ambiguous."""
        if not a or not b:
            return None
        one, two = (self._identity(article, name) for article, name in zip(articles, (a, b), strict=True))
        if one and one == two:
            return True
        first, second = a.split(), b.split()
        if first[-1] != second[-1]:
            return False
        if len(first) == 1 or len(second) == 1:
            return True if len(self._givens.get(first[-1], ())) < 2 else None
        return first[0] == second[0] or first[0][0] == second[0][0] and min(len(first[0]), len(second[0])) <= 2

    def _read_names(self, article: str, facts: tuple[Fact, ...]) -> None:
        longest: dict[str, str] = {}
        for fact in facts:
            if isinstance(fact.value, Name) and fact.value.entity == "person":
                full = fact.value.full.casefold()
                if len(full) > len(longest.get(fact.value.person, "")):
                    longest[fact.value.person] = full
        for fact in facts:
            if isinstance(fact.value, Name) and fact.value.person:
                told = fact.mention.text.casefold()
                full = longest.get(fact.value.person, told)
                self._full.setdefault((article, told), (full, fact.value.person))
                start = fact.mention.span.start
                before = _NOUN.search(self._corpus.articles[article].text, max(0, start - 24), start)
                if before:
                    for place in (article, ""):
                        self._roles.setdefault((place, before[1]), set()).add(full)

    def _named(self, fact: Fact) -> str:
        told = str(_END.split(" ".join(fact.mention.attrs.get("age_of", "").split()))[0]).casefold()
        if (fact.article, told) not in self._full and fact.article in self._persons:
            told = ""  # a body, or a stretch of words that is no name
        if not told:
            after = _AFTER.match(self._corpus.articles[fact.article].text, fact.mention.span.end)
            told = str(after[1]).casefold() if after else ""
        return self._full.get((fact.article, told), (told, ""))[0]

    def _identity(self, article: str, name: str) -> str:
        person = self._full.get((article, name), ("", ""))[1]
        return self._identities.get(f"{article}:{person}", "") if person else ""
