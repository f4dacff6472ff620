"""How surely a finding on a figure, date or place is a conflict that an editor would want: fitted, not typed.

In: a finding as its rule raised it. Out: the finding with that probability as confidence, and a note where it is below
the one from which it is loud. The rule's own word is one sign among others: by how much the values differ, whether time
explains it, whether one article tells the other's value of something else, how alike the two sentences are. The weights
stand in certainty.json, with the card that says from what they were fitted (:mod:`crosscheck.training.certainty`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from itertools import product
from pathlib import Path

import msgspec

from crosscheck.align.sources import independent
from crosscheck.compare.conversions import Conversions
from crosscheck.compare.figures.telling import growing, marked, order
from crosscheck.compare.oneslot import one_slot, sides
from crosscheck.compare.selfevident import misdated, turned
from crosscheck.judging.clashes import MARK, surest
from crosscheck.kinds.intervals import interval, point
from crosscheck.kinds.times import window
from crosscheck.linking.context import Context, Contexts
from crosscheck.linking.scorer import Model, read
from crosscheck.linking.signs import WORDS
from crosscheck.linking.signs import signs as context_signs
from crosscheck.model import Corpus, Fact, Finding, Place, Quantity, When
from crosscheck.settings import Settings
from crosscheck.timing import days_of

FILE = Path(__file__).with_name("certainty.json")
KINDS = frozenset({"figure", "date", "place"})
Signs = dict[str, float | None]
Others = Callable[[], Sequence[Sequence[Fact]]]


def load() -> Model:
    """The shipped weights."""
    return read(FILE)


def asked(finding: Finding) -> str:
    """What its weights go by: the rule, and whether aligning brought its facts together or one pair stood out."""
    return f"{finding.rule} pair" if stood_out(finding) else finding.rule


def stood_out(finding: Finding) -> bool:
    """True where one pair of facts brought its readings together, and no alignment."""
    return MARK in finding.cluster


class Certainty:
    """Weighs the findings of one corpus."""

    def __init__(self, corpus: Corpus, settings: Settings, model: Model | None = None) -> None:
        self._corpus, self._settings = corpus, settings
        self._model = model
        self._made: Contexts | None = None
        self._values: dict[str, set[str]] = {}
        self._conversions = Conversions(corpus, settings.figures)

    @cached_property
    def _sources(self) -> int:
        """Independent sources of the corpus."""
        return len(set(self._corpus.groups.values()))

    def contexts(self) -> Contexts:
        """What the facts stand in. Made for the first finding that is weighed or explained: many checks raise none."""
        if self._made is None:
            self._made = Contexts(self._corpus, self._settings.linking)
        return self._made

    def _told(self, article: str) -> set[str]:
        if article not in self._values:
            facts = self._corpus.extractions[article].facts
            self._values[article] = {_bare(f) for f in facts if f.kind in KINDS}
        return self._values[article]

    def weighed(self, finding: Finding, others: Others | None = None) -> Finding:
        """The finding with its probability; for findings that it concerns.

        ``others`` gives, for each reading, who else tells its values (:mod:`crosscheck.compare.witnesses`), by which it
        is known whether many stand against few. It is not asked where no number of witnesses would make the finding
        loud, or none is needed.
        """
        signs, question = self.signs(finding), asked(finding)
        fitted = round((self._model or load()).score(question, signs).probability, 3)
        probability, least = self._by_itself(finding, fitted, self._least(question, signs), signs["clash"] or 0.0)
        if probability < least:
            least = min(least, self._least_for_many(finding, probability, others))
        loud = probability >= least
        level = "note" if not loud else "warning" if finding.level == "note" else finding.level
        return msgspec.structs.replace(finding, confidence=probability, level=level)

    def _by_itself(self, finding: Finding, probability: float, least: float, clash: float) -> tuple[float, float]:
        """Probability, and the one that is enough, where what stands there shows more than the weights can know."""
        limits = self._settings.certainty
        if misdated(finding, limits.witnesses) or finding.kind == "figure" and self._conversions.miswritten(finding):
            probability = max(probability, limits.miswritten)
        if finding.confidence >= dict(limits.believed).get(asked(finding), math.inf):
            probability = max(probability, least)
        if self._one_slot(finding) >= limits.slot_from:
            least = min(least, limits.loud_from)
            if clash >= limits.slot_clash:
                probability = max(probability, round(clash, 3))
        if turned(finding, limits.witnesses):
            probability, least = max(probability, limits.turned), min(least, limits.loud_from)
        return probability, least

    def _least(self, question: str, signs: Signs) -> float:
        """The probability from which such a finding is loud in an event of as many sources."""
        limits = self._settings.certainty
        large = self._sources >= limits.large_event
        bars = {rule: many if large else few for rule, few, many in limits.loud_from_rule}
        least = bars.get(question, limits.loud_from)
        return min(least, limits.loud_from_bearer) if signs.get("bearer") == 1.0 else least

    def _least_for_many(self, finding: Finding, probability: float, others: Others | None) -> float:
        """The probability that is enough where many sources stand against few, or more than any."""
        limits = self._settings.certainty
        if probability < min(limits.loud_from, limits.loud_from_crowd):
            return math.inf
        more = others() if others else [[] for _ in finding.readings]
        sides = [(*r.facts, *facts) for r, facts in zip(finding.readings, more, strict=True)]
        told = sorted((independent(facts, self._corpus) for facts in sides), reverse=True)
        bars = ((limits.many_sources, limits.loud_from), (limits.crowd, limits.loud_from_crowd))
        return min((least for (many, times), least in bars if _outnumbered(told, many, times)), default=math.inf)

    def concerns(self, finding: Finding) -> bool:
        """True for a loud finding of two articles, or a pair that stood out, by a rule that the weights know.

        What is decided by arithmetic alone is left as the rule says: two spans of days with one end in common, two
        times by the clocks of two zones.
        """
        told = [r.facts for r in finding.readings if r.facts]
        low = finding.level == "note" and not _clashes(finding)
        if low or len(told) < 2 or finding.inside:
            return False
        return finding.rule in self._settings.certainty.rules and not _reckoned(told[0][0], told[1][0])

    def signs(self, finding: Finding) -> Signs:
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
            "share of the articles": len(every) / max(1, self._sources),
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

    def _one_slot(self, finding: Finding) -> float:
        """How far two facts of the first two sides stand in one place of one sentence, those that do so most."""
        limits = self._settings.certainty
        left, right = (
            [sides(f, self._corpus) for f in r.facts[: limits.witnesses]]
            for r in [r for r in finding.readings if r.facts][:2]
        )
        told = [one_slot(a, b, limits.slot_words) for a, b in product(left, right)]
        return max((share for share in told if share is not None), default=0.0)

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


def _outnumbered(told: list[int], many: int, times: int) -> bool:
    """True where so many sources tell one value, and that many times as many as tell any other."""
    return len(told) > 1 and told[0] >= many and told[1] * times <= told[0]


def _clashes(finding: Finding) -> bool:
    """True for figures that one pair told apart and that nothing explains: how sure the rule is of them says little."""
    return stood_out(finding) and finding.verdict == "value"


def _reckoned(a: Fact, b: Fact) -> bool:
    one, two = a.value, b.value
    if not isinstance(one, When) or not isinstance(two, When):
        return False
    zones = {v.zone for v in (one, two) if v.zone}
    return len(zones) > 1 or a.mention.attrs.get("form") == b.mention.attrs.get("form") == "range"


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
