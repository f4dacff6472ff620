"""What speaks for a conflict where a figure, date or place is told in two ways: signs, for :mod:`.certainty` to weigh.

By how much the values differ, whether time explains it, whether one article tells the other's value of something else,
how alike the two sentences are, what the rule says.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from itertools import product

from crosscheck.compare.figures.telling import growing, marked, order
from crosscheck.judging.clashes import surest
from crosscheck.kinds.intervals import interval, point
from crosscheck.kinds.times import window
from crosscheck.linking.context import Context, Contexts
from crosscheck.linking.signs import WORDS
from crosscheck.linking.signs import signs as context_signs
from crosscheck.model import Corpus, Fact, Finding, Place, Quantity, When
from crosscheck.settings import Settings
from crosscheck.timing import days_of

KINDS = frozenset({"figure", "date", "place"})
Signs = dict[str, float | None]


class ConflictSigns:
    """Signs of the findings of one corpus."""

    def __init__(self, corpus: Corpus, settings: Settings) -> None:
        self._corpus, self._settings = corpus, settings
        self._made: Contexts | None = None
        self._values: dict[str, set[str]] = {}

    @cached_property
    def sources(self) -> int:
        """Independent sources of the corpus."""
        return len(set(self._corpus.groups.values()))

    def contexts(self) -> Contexts:
        """What the facts stand in. Made for the first finding that is weighed or explained: many checks raise none."""
        if self._made is None:
            self._made = Contexts(self._corpus, self._settings.linking)
        return self._made

    def of(self, finding: Finding) -> Signs:
        """All signs of one finding, by name; of the two facts of its first sides whose sentences are most alike."""
        told = [r.facts for r in finding.readings if r.facts]
        one, other = self._most_alike(told[0], told[1])
        a, b, alike = one.fact, other.fact, context_signs(one, other, self.contexts().weigh)
        articles = [{f.article for f in side} for side in told]
        sources = [{self._corpus.groups.get(x, x) for x in side} for side in articles]
        every = set().union(*sources)
        crossed = any(_bare(b) in self._told(x) for x in articles[0])
        crossed_back = any(_bare(a) in self._told(x) for x in articles[1])
        found: Signs = {
            "said": finding.confidence,
            "error": float(finding.level == "error"),
            "sides": float(len(told)),
            "told by": float(len(every)),
            "smaller side": float(min(map(len, sources))),
            "share of the articles": len(every) / max(1, self.sources),
            "knows the other value": float(crossed) + float(crossed_back),
            "days between": _days_between(a, b, self._corpus),
            "quoted": float(a.mention.quoted) + float(b.mention.quoted),
            "read surely": min(a.mention.confidence, b.mention.confidence),
            "clash": surest(told[0], told[1], self._corpus),
        }
        kept = (
            "clause words", "sentence words", "sentences beside", "clause meaning", "head", "verb", "subject", "object",
            "clause names", "names", "people", "left", "right", "lead", "headline",
        )  # fmt: skip
        return found | {k: alike[k] for k in kept} | self._by_value(a, b)

    def _told(self, article: str) -> set[str]:
        if article not in self._values:
            facts = self._corpus.extractions[article].facts
            self._values[article] = {_bare(f) for f in facts if f.kind in KINDS}
        return self._values[article]

    def _most_alike(self, left: tuple[Fact, ...], right: tuple[Fact, ...]) -> tuple[Context, Context]:
        """The facts of two sides whose sentences are most alike, of the first few of either; of equals the first."""
        most, weigh = self._settings.certainty.witnesses, self.contexts().weigh
        told, likeness = WORDS["sentence words"]
        pairs = product(self._of(left[:most]), self._of(right[:most]))
        return max(pairs, key=lambda pair: likeness(told(pair[0]), told(pair[1]), weigh) or 0.0)

    def _of(self, facts: tuple[Fact, ...]) -> list[Context]:
        return [self.contexts().plain(f) for f in facts]

    def _by_value(self, a: Fact, b: Fact) -> Signs:
        if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
            return self._figures(a, b)
        if isinstance(a.value, When) and isinstance(b.value, When):
            return self._dates(a, b)
        return {"preposition": float(a.mention.attrs.get("prep") == b.mention.attrs.get("prep"))}

    def _figures(self, a: Fact, b: Fact) -> Signs:
        one, two = interval(a), interval(b)
        if one is None or two is None:
            return {}
        x, y = sorted((abs(point(one)), abs(point(two))))
        when = order(a, b, self._corpus, self._settings.figures)
        later = None if when in ("unknown", "together") else (a if when == "after" else b)
        higher = a if point(one) >= point(two) else b
        grows = growing(a) and growing(b)
        return {
            "ratio": y / x if x else None,
            "apart": y - x,
            "size": x,
            "both exact": float(one.exact) + float(two.exact),
            "grows": (0.0 if later is None else 1.0 if later is higher else -1.0) if grows else None,
            "revised": float(marked(a, self._corpus)) + float(marked(b, self._corpus)),
            "among others": float(bool(a.mention.attrs.get("further"))) + float(bool(b.mention.attrs.get("further"))),
            "bearer": _one_bearer(a, b),
        }

    def _dates(self, a: Fact, b: Fact) -> Signs:
        one, two = days_of(a), days_of(b)
        gap = None
        if one.first is not None and two.first is not None and one.last is not None and two.last is not None:
            gap = float(max(0, max(one.first, two.first) - min(one.last, two.last)))
        clock, other = window(a, self._settings.dates), window(b, self._settings.dates)
        minutes = None
        if clock and other:
            minutes = float(max(0, max(clock[0], other[0]) - min(clock[1], other[1])))
        forms = {f.mention.attrs.get("form", "") for f in (a, b)}
        return {
            "days apart": gap,
            "minutes apart": minutes,
            "one form": float(len(forms) == 1),
            "weekday": float("weekday" in forms),
        }


def _one_bearer(a: Fact, b: Fact) -> float | None:
    """Of ages: 1 where both are told of one name, 0 of two; None where one is told of somebody without a name."""
    names = [f.mention.attrs.get("age_of", "").casefold().split() for f in (a, b)]
    if not all(n and f.mention.attrs["age_of"][:1].isupper() for n, f in zip(names, (a, b), strict=True)):
        return None
    return float(names[0][-1] == names[1][-1])


def _bare(fact: Fact) -> str:
    """The value alone, without its unit, hedge or preposition: what another fact may share by chance."""
    value = fact.value
    if isinstance(value, Quantity):
        return f"{value.low}|{value.high}"
    if isinstance(value, When):
        return value.clock or (value.start or value.weekday or "")[:10] or value.duration or ""
    return value.key if isinstance(value, Place) else fact.mention.text.casefold()


def _days_between(a: Fact, b: Fact, corpus: Corpus) -> float | None:
    days = []
    for fact in (a, b):
        try:
            days.append(date.fromisoformat((corpus.articles[fact.article].published or "")[:10]).toordinal())
        except ValueError:
            return None
    return float(abs(days[0] - days[1]))
