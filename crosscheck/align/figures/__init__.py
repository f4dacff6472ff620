"""Aligns figures across articles: which numbers answer one question.

In: facts of kind figure. Out: clusters. Figures meet in blocks (one noun, one fate, one place of reference, the same
words beside them); those asked in the same way are gathered first, then the different askings are scored each with
each, and joined from the surest pair down as long as nothing in the two groups excludes the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from crosscheck.align.events import index_of
from crosscheck.align.figures.blocks import Asking, join
from crosscheck.align.figures.context import Context
from crosscheck.align.figures.lone import alone
from crosscheck.align.figures.nearness import digits
from crosscheck.align.figures.profile import Profile, Profiler
from crosscheck.align.figures.score import Scorer
from crosscheck.align.figures.sums import sums
from crosscheck.data.attributes import PHRASES
from crosscheck.data.themes import WEAK
from crosscheck.model import Cluster, Corpus, Quantity, digest
from crosscheck.settings import Settings

# Told better by the figure's own words: "people killed", "distance west of Manokwari", "length of time".
_TOLD_BETTER = frozenset(
    "dead injured missing arrested rescued displaced distance duration population change amount staff jobs seats goals "
    "value".split()
)
_VERB = re.compile(r"\s*\(\w+\)$")
_BARE = frozenset({"people", "times", "men", "women", "children", "workers", "others", "members", "officers"})
_ASPECTS = {"count": "count", "money": "money", "percent": "percent", "age": "age"}


def align(corpus: Corpus, settings: Settings) -> Iterable[Cluster]:
    """Clusters of figures that are about the same thing, single ones included, in the order of the text."""
    events = index_of(corpus, settings.events)
    profiler = Profiler(corpus, events, settings.figures)
    facts = [f for f in corpus.facts("figure") if isinstance(f.value, Quantity)]
    profiles = _with_debt([profiler.profile(f) for f in facts])
    scorer = Scorer(
        Context(
            events=events,
            settings=settings.figures,
            same_person=lambda a, b: profiler.persons.same(a.person, b.person, (a.article, b.article)),
            strange=profiler.strange,
            alone=alone(profiles),
        )
    )
    askings = join(profiles, keys, scorer, settings.figures)
    return [*(_cluster(group, corpus) for group in askings), *sums(profiles, corpus, scorer, settings.figures)]


def _with_debt(profiles: list[Profile]) -> list[Profile]:
    """An amount that one sentence tells with or without debt is that amount in the headline too."""
    told = {_amount(p): p.asked.debt for p in profiles if p.asked.debt}
    return [
        msgspec.structs.replace(p, asked=msgspec.structs.replace(p.asked, debt=told[_amount(p)]))
        if _amount(p) in told and not p.asked.debt
        else p
        for p in profiles
    ]


def _amount(p: Profile) -> tuple[str, str, float | None]:
    return p.measure, p.unit, p.fact.value.low if isinstance(p.fact.value, Quantity) else None


def keys(p: Profile) -> Iterator[tuple[str, ...]]:
    """Blocking keys: two figures can be one only where they share one of these."""
    left, right = p.setting.left, p.setting.right
    if len(right) > 1:
        yield (p.measure, "right", *right[:2])
    if left and right:
        yield p.measure, "beside", left[0], right[0]
    if len(left) > 1:
        yield (p.measure, "left", *left[:2])
    if p.asked.name:
        yield p.measure, "asked", "price" if p.asked.name == "value" else p.asked.name
    for key in _BY_MEASURE.get(p.measure, _other_keys)(p):
        yield p.measure, *key


def _count_keys(p: Profile) -> Iterator[tuple[str, ...]]:
    if p.population:
        yield ("population",)
    elif p.theme and p.head in WEAK | {""}:
        yield (p.theme,)
    else:
        yield "of", p.head
        if p.lede and p.theme:
            yield (p.theme,)


def _money_keys(p: Profile) -> Iterator[tuple[str, ...]]:
    yield (p.theme,)
    yield "digits", digits(p)


def _percent_keys(p: Profile) -> Iterator[tuple[str, ...]]:
    yield ("of", p.fact.mention.attrs.get("of", ""))
    if not p.asked.name:
        yield ("bare",)
    for name in sorted(p.focus):
        yield "in", name


def _age_keys(p: Profile) -> Iterator[tuple[str, ...]]:
    if p.person:
        yield ("name", p.person.split()[-1])
    yield "part", p.described.part
    if p.described.noun:
        yield "of", p.described.noun


def _other_keys(p: Profile) -> Iterator[tuple[str, ...]]:
    if p.reference:
        for name in sorted(p.reference):
            yield "from", name
        return
    yield p.head, p.unit
    if p.theme:
        yield "theme", p.theme


_BY_MEASURE: dict[str, Callable[[Profile], Iterator[tuple[str, ...]]]] = {
    "count": _count_keys,
    "money": _money_keys,
    "percent": _percent_keys,
    "age": _age_keys,
}


def _cluster(group: Asking, corpus: Corpus) -> Cluster:
    first = group.profiles[0]
    order = {a: i for i, a in enumerate(corpus.articles)}
    facts = tuple(sorted((p.fact for p in group.profiles), key=lambda f: (order[f.article], f.mention.span)))
    subject = _subject(group)
    key = f"{first.measure}|{subject.casefold()}"
    return Cluster(
        id=f"figure:{digest(facts)}",
        kind="figure",
        aspect=_ASPECTS.get(first.measure, "measure"),
        subject=subject,
        key=key,
        facts=facts,
        blocking_key="past" if all(p.anchor.background for p in group.profiles) else "now",
        similarity=round(group.similarity, 3),
    )


def _subject(group: Asking) -> str:
    """The question in plain words, else the phrase that most of its figures go by, the shortest and first of those."""
    asked = {p.asked.name for p in group.profiles if p.asked.known}
    if len(asked) == 1 and not asked & _TOLD_BETTER and group.profiles[0].measure != "age":
        name = next(iter(asked))
        return PHRASES.get(name, name)
    counts: dict[str, int] = {}
    for p in group.profiles:
        subject = _VERB.sub("", p.fact.subject).replace("from of ", "from ")
        counts[subject] = counts.get(subject, 0) + 1
    best = min(counts, key=lambda s: (-counts[s], len(s), s))
    return f"number of {best}" if best in _BARE else best
