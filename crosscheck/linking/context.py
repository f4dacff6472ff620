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
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

import msgspec

from crosscheck.kinds import Kind
from crosscheck.linking import words
from crosscheck.linking.mainevent import TOLD, MainEvents
from crosscheck.model import Corpus, Fact, Frame, Sentence, When
from crosscheck.settings import LinkingSettings

_EMPTY = Frame()
PLAIN = frozenset(
    "be have do say tell get make take go come give the a an of to and in on at for with from by as that this it he "
    "she they we you i his her their its who which what when where there not no or but if so than then more most other "
    "also just only very mr mrs ms dr".split()
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NUMBER = re.compile(r"^[\d,.:%$£€-]+$")


class Context:
    """Where one fact stands. Word sets are lower-case lemmas; ``weigh`` gives a word's weight in this event.

    What finds candidates is made at once. Of most facts no pair is weighed: the rest waits until it is asked for.
    """

    def __init__(self, fact: Fact, event: Contexts, *, main: float | None = None, sort: str = "", nth: int = 0) -> None:
        """``main``: how surely the clause tells the event that the articles share.

        ``sort``: what its kind takes the fact for one of; ``nth``: how many of the sort the article told before.
        """
        self.fact, self.main, self.sort, self.nth = fact, main, sort, nth
        self.frame = fact.mention.frame or _EMPTY
        self.article, self.sentence = fact.mention.article, fact.mention.sentence
        self._event = event
        self.clause, self.told = event.said(fact)

    @cached_property
    def group(self) -> str:
        """Source group: articles that copy one another."""
        return self._event.corpus.groups.get(self.article, self.article)

    @property
    def sentences(self) -> int:
        """How many the article has."""
        return len(self._event.corpus.extractions[self.article].sentences)

    @property
    def headline(self) -> bool:
        """True in a headline."""
        return self._event.corpus.sentence(self.fact).headline

    @cached_property
    def around(self) -> frozenset[str]:
        """Content lemmas of the sentence and of those before and behind."""
        content, index = self._event.content[self.article], self.sentence
        return self.told.union(*content[max(0, index - 1) : index], *content[index + 1 : index + 2])

    @cached_property
    def names(self) -> frozenset[str]:
        """Words of proper names in the sentence."""
        names = self._event.corpus.sentence(self.fact).names
        return frozenset(w for n in names for w in n.casefold().split()) - _own(self.fact)

    @cached_property
    def cast(self) -> frozenset[str]:
        """Identities of people and bodies in the clause or sentence."""
        return self._event.taking_part(self.article, self.frame, self.sentence)

    @cached_property
    def clause_vector(self) -> Any:
        """What the clause means: the mean vector of its words."""
        return self._event.meaning(self.clause)

    @cached_property
    def told_vector(self) -> Any:
        """What the sentence means."""
        return self._event.meaning(self.told)

    @cached_property
    def anchor(self) -> Any:
        """The event in time that the clause is about; None where events are not looked at."""
        return self._event.anchor(self.fact)


class Contexts:
    """Makes contexts for the facts of one corpus."""

    def __init__(self, corpus: Corpus, settings: LinkingSettings, anchors: Any = None) -> None:
        self.corpus = corpus
        self._anchors = anchors
        self._settings = settings
        self.content = {article: list(map(_content, e.sentences)) for article, e in corpus.extractions.items()}
        self._count = max(2, sum(map(len, self.content.values())))
        self._seen = Counter(chain.from_iterable(chain.from_iterable(self.content.values())))
        self._cast = _cast(corpus)
        self._plain: dict[str, Context] = {}
        self._said: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._weights: dict[str, float] = {}
        self._meanings: dict[frozenset[str], Any] = {}

    @cached_property
    def _main(self) -> MainEvents:
        limits = self._settings
        return MainEvents(self.corpus, limits.opening, limits.opening_share, limits.main_events)

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
            place = fact.mention.article, sort
            found.append(Context(fact, self, main=main, sort=sort, nth=told[place]))
            told[place] += 1
        return found

    def plain(self, fact: Fact) -> Context:
        """The context of one fact by itself, kept: nothing is said of its place among others of its sort."""
        known = self._plain.get(fact.id)
        if known is None:
            known = self._plain[fact.id] = Context(fact, self)
        return known

    def said(self, fact: Fact) -> tuple[frozenset[str], frozenset[str]]:
        """Content lemmas of the clause and of the sentence of a fact, kept; its own words left out."""
        known = self._said.get(fact.id)
        if known is None:
            frame, own = fact.mention.frame or _EMPTY, _own(fact)
            words = (
                frame.verb, frame.head, *frame.mods, *frame.subject, *frame.object, *frame.others, *frame.path,
                *frame.names,
            )  # fmt: skip
            told = self.content[fact.mention.article][fact.mention.sentence]
            known = self._said[fact.id] = frozenset(filter(_tells, words)) - own, told - own
        return known

    def anchor(self, fact: Fact) -> Any:
        """What event in time a fact's clause is about, but for the fact itself; None where events are not looked at."""
        return None if self._anchors is None else _beside_itself(self._anchors.anchor(fact), fact)

    def taking_part(self, article: str, frame: Frame, index: int) -> frozenset[str]:
        """Identities of those who take part in the clause; where it names nobody, of those named in the sentence."""
        known = self.corpus.identities
        cast = frozenset(known.get(f"{article}:{who}", f"{article}:{who}") for who in frame.cast if who[:1] != "d")
        return cast or self._cast.get((article, index), frozenset())

    def meaning(self, said: frozenset[str]) -> Any:
        """The mean vector of some words, kept: sentences of one event repeat each other."""
        if said not in self._meanings:
            self._meanings[said] = words.mean((w, self.weigh(w)) for w in sorted(said))
        return self._meanings[said]


def _beside_itself(anchor: Any, fact: Fact) -> Any:
    """What dates the event of a fact, but for its own value: that is no sign, or two times of one event never meet.

    A time of day keeps its day; a day that is the only one to date its event leaves that undated.
    """
    value = fact.value
    if not isinstance(value, When):
        return anchor
    if value.clock:
        return msgspec.structs.replace(anchor, clock=None)
    own = anchor.label and anchor.label.casefold() in fact.mention.text.casefold()
    return msgspec.structs.replace(anchor, vague=True) if own else anchor


def _content(sentence: Sentence) -> frozenset[str]:
    return frozenset(filter(_tells, sentence.lemmas))


@lru_cache(maxsize=65_536)
def _tells(lemma: str) -> bool:
    return bool(lemma) and lemma not in PLAIN and not _NUMBER.match(lemma)


def _own(fact: Fact) -> frozenset[str]:
    """The words of the value itself: they may not speak for or against a pair."""
    value = fact.mention.text.casefold()
    found = set(_WORD.findall(value))
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
