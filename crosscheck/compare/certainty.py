"""How surely a finding on a figure, date or place is a conflict that an editor would want: fitted, not typed.

In: a finding as its rule raised it. Out: the finding with that probability as confidence, and a note where it is below
the one from which it is loud. The rule's own word is one sign among others: by how much the values differ, whether time
explains it, whether one article tells the other's value of something else, how alike the two sentences are. The weights
stand in certainty.json, with the card that says from what they were fitted (:mod:`crosscheck.training.certainty`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path

import msgspec

from crosscheck.align.sources import independent
from crosscheck.compare.conflictsigns import ConflictSigns, Signs
from crosscheck.compare.conversions import Conversions
from crosscheck.compare.oneslot import one_slot, sides
from crosscheck.compare.selfevident import misdated, turned
from crosscheck.judging.clashes import MARK
from crosscheck.linking.scorer import Model, read
from crosscheck.model import Corpus, Fact, Finding, When
from crosscheck.settings import Settings

FILE = Path(__file__).with_name("certainty.json")
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
    """Weighs the findings of one corpus. ``contexts`` gives what its facts stand in."""

    def __init__(self, corpus: Corpus, settings: Settings, model: Model | None = None) -> None:
        self._corpus, self._settings = corpus, settings
        self._model = model
        self._signs = ConflictSigns(corpus, settings)
        self.contexts = self._signs.contexts
        self._conversions = Conversions(corpus, settings.figures)

    def signs(self, finding: Finding) -> Signs:
        """All signs of one finding, by name."""
        return self._signs.of(finding)

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
        large = self._signs.sources >= limits.large_event
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

    def _one_slot(self, finding: Finding) -> float:
        """How far two facts of the first two sides stand in one place of one sentence, those that do so most."""
        limits = self._settings.certainty
        left, right = (
            [sides(f, self._corpus) for f in r.facts[: limits.witnesses]]
            for r in [r for r in finding.readings if r.facts][:2]
        )
        told = [one_slot(a, b, limits.slot_words) for a, b in product(left, right)]
        return max((share for share in told if share is not None), default=0.0)


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
