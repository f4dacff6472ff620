"""What a fact stands in, made once a fact, so that pairs are compared without touching text.

In: a corpus. Out: a :class:`Context` for each fact: weighted words of its clause and sentence, of the sentences beside
it, names, the people who take part, the event's time. Words weigh by how few sentences of the event's articles have
them (inverse document frequency, Spaerck Jones 1972). The value itself is never among the words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Any

import msgspec

from crosscheck.kinds import Kind
from crosscheck.linking import words
from crosscheck.linking.mainevent import TOLD, MainEvents
from crosscheck.model import Corpus, Fact, Frame, Sentence
from crosscheck.settings import LinkingSettings

_EMPTY = Frame()
PLAIN = frozenset(
    "be have do say tell get make take go come give the a an of to and in on at for with from by as that this it he "
    "she they we you i his her their its who which what when where there not no or but if so than then more most other "
    "also just only very mr mrs ms dr".split()
)
_NUMBER = re.compile(r"^[\d,.:%$£€-]+$")


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """Where one fact stands. Word sets are lower-case lemmas; ``weigh`` gives a word's weight in this event."""

    fact: Fact
    frame: Frame
    article: str
    group: str  # source group: articles that copy one another
    sentence: int
    sentences: int  # of the article
    headline: bool
    clause: frozenset[str]
    told: frozenset[str]  # content lemmas of the sentence
    around: frozenset[str]  # of the sentence and those before and behind
    names: frozenset[str]  # words of proper names in the sentence
    cast: frozenset[str]  # identities of people and bodies in the clause or sentence
    clause_vector: Any
    told_vector: Any
    anchor: Any = None
    main: float | None = None  # how surely the clause tells the event that the articles share
    sort: str = ""  # what its kind takes it for one of
    nth: int = 0  # how many of the sort the article told before


class Contexts:
    """Makes contexts for the facts of one corpus."""

    def __init__(self, corpus: Corpus, settings: LinkingSettings, anchors: Any = None) -> None:
        self._corpus = corpus
        self._anchors = anchors
        self._settings = settings
        self._content = {article: list(map(_content, e.sentences)) for article, e in corpus.extractions.items()}
        self._count = max(2, sum(map(len, self._content.values())))
        self._seen = Counter(w for said in self._content.values() for words in said for w in words)
        self._cast = _cast(corpus)
        self._plain: dict[str, Context] = {}
        self._weights: dict[str, float] = {}
        self._meanings: dict[frozenset[str], Any] = {}

    @cached_property
    def _main(self) -> MainEvents:
        limits = self._settings
        return MainEvents(self._corpus, limits.opening, limits.opening_share, limits.main_events)

    @property
    def anchored(self) -> bool:
        """True where it is known which event a sentence is about."""
        return self._anchors is not None

    def weigh(self, word: str) -> float:
        """Inverse document frequency of a lemma over the sentences of the event's articles, 0.2 at the least."""
        known = self._weights.get(word)
        if known is None:
            known = self._weights[word] = max(0.2, math.log(self._count / (1 + self._seen.get(word, 0))))
        return known

    def event_signs(self, a: Context, b: Context) -> dict[str, float | None]:
        """Whether both tell the shared event; whether the clauses are of one event in time, and how many of older ones.

        Time as far as the text says it.
        """
        found: dict[str, float | None] = {"main event": None, "main event beside another": None}
        if a.main is not None and b.main is not None:
            found = {"main event": min(a.main, b.main), "main event beside another": abs(a.main - b.main)}
        if self._anchors is None or a.anchor is None or b.anchor is None:
            return found
        agreement = self._anchors.compatible(a.anchor, b.anchor)
        return found | {
            "time of the event": {"same": 1.0, "different": -1.0}.get(agreement, 0.0),
            "older event": float(a.anchor.background) + float(b.anchor.background),
        }

    def of(self, facts: Iterable[Fact], kind: Kind) -> list[Context]:
        """Contexts in the order of the facts, which is that of the articles and of the text."""
        told: Counter[tuple[str, str]] = Counter()
        found = []
        for fact in facts:
            main = self._main.of(fact)
            sort = kind.place(fact) + (" of the event" if main == TOLD else "")
            found.append(msgspec.structs.replace(self.plain(fact), main=main, sort=sort, nth=told[fact.article, sort]))
            told[fact.article, sort] += 1
        return found

    def plain(self, fact: Fact) -> Context:
        """The context of one fact by itself, kept: nothing is said of its place among others of its sort."""
        if fact.id not in self._plain:
            self._plain[fact.id] = self._make(fact)
        return self._plain[fact.id]

    def _taking_part(self, article: str, frame: Frame, index: int) -> frozenset[str]:
        """Identities of those who take part in the clause; where it names nobody, of those named in the sentence."""
        known = self._corpus.identities
        cast = frozenset(known.get(f"{article}:{who}", f"{article}:{who}") for who in frame.cast if who[:1] != "d")
        return cast or self._cast.get((article, index), frozenset())

    def _meaning(self, said: frozenset[str]) -> Any:
        """The mean vector of some words, kept: sentences of one event repeat each other."""
        if said not in self._meanings:
            self._meanings[said] = words.mean((w, self.weigh(w)) for w in sorted(said))
        return self._meanings[said]

    def _make(self, fact: Fact) -> Context:
        extraction = self._corpus.extractions[fact.article]
        index = fact.mention.sentence
        sentence = extraction.sentences[index]
        frame = fact.mention.frame or _EMPTY
        own = _own(fact)
        clause = frozenset(
            w
            for w in (
                frame.verb,
                frame.head,
                *frame.mods,
                *frame.subject,
                *frame.object,
                *frame.others,
                *frame.path,
                *frame.names,
            )
            if w and w not in PLAIN and w not in own and not _NUMBER.match(w)
        )
        content = self._content[fact.article]
        told = content[index] - own
        around = told.union(*content[max(0, index - 1) : index], *content[index + 1 : index + 2])
        names = frozenset(w for n in sentence.names for w in n.casefold().split()) - own
        return Context(
            fact=fact,
            frame=frame,
            article=fact.article,
            group=self._corpus.groups.get(fact.article, fact.article),
            sentence=index,
            sentences=len(extraction.sentences),
            headline=sentence.headline,
            clause=clause,
            told=told,
            around=around,
            names=names,
            cast=self._taking_part(fact.article, frame, index),
            clause_vector=self._meaning(clause),
            told_vector=self._meaning(told),
            anchor=self._anchors.anchor(fact) if self._anchors is not None else None,
        )


def _content(sentence: Sentence) -> frozenset[str]:
    return frozenset(w for w in sentence.lemmas if w not in PLAIN and not _NUMBER.match(w))


def _own(fact: Fact) -> frozenset[str]:
    """The words of the value itself: they may not speak for or against a pair."""
    value = fact.mention.text.casefold()
    found = set(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", value))
    if fact.kind == "figure":
        counted = fact.mention.attrs.get("counted", "")
        found -= {counted, (fact.mention.frame or _EMPTY).head}
        found = {w for w in found if not w.isalpha() or w in _NUMBERS}
    return frozenset(found)


_NUMBERS = frozenset(
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
        "trillion dozen dozens hundreds thousands millions half several couple few first second third fourth fifth"
    ).split()
)


def _cast(corpus: Corpus) -> dict[tuple[str, int], frozenset[str]]:
    """Identities of the people named in each sentence, by (article, sentence)."""
    found: dict[tuple[str, int], set[str]] = {}
    for extraction in corpus.extractions.values():
        for fact in extraction.facts:
            person = getattr(fact.value, "person", None) if fact.kind == "name" else None
            if person:
                identity = corpus.identities.get(f"{extraction.article}:{person}", person)
                found.setdefault((extraction.article, fact.mention.sentence), set()).add(identity)
    return {k: frozenset(v) for k, v in found.items()}
