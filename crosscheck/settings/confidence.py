"""From what a rule says, or a fitted probability, to the confidence and the level that are shown."""

from __future__ import annotations

import msgspec

# kind: (mean of what its rules say, (right + 1) / (findings + 2)); the added ones keep few findings from certainty
CONFIDENCE_OF_KINDS: dict[str, tuple[float, float]] = {
    "name": (0.74, 0.94),
    "affiliation": (0.72, 0.50),
    "date": (0.75, 0.50),
    "figure": (0.64, 0.60),
    "place": (0.67, 0.86),
    "quote_wording": (0.85, 0.81),
    "quote_attribution": (0.88, 0.80),
}


# the same by rule, from the learning marks of benchmarks/pool (38, 25 and 2 findings above note, the last with two of
# the shared seeds); these go before the kinds
CONFIDENCE_OF_RULES: dict[str, tuple[float, float]] = {
    "NAM101": (0.76, 0.83),
    "NAM102": (0.65, 0.78),
    "NAM103": (0.65, 0.78),
    "QUO502": (0.8, 0.67),
}


class ConfidenceSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How what rules say becomes a share right: fitted on 104 findings above note in events read whole."""

    kinds: dict[str, tuple[float, float]] = msgspec.field(default_factory=lambda: dict(CONFIDENCE_OF_KINDS))
    rules: dict[str, tuple[float, float]] = msgspec.field(default_factory=lambda: dict(CONFIDENCE_OF_RULES))
    # rules that say a probability of their own already
    fitted: tuple[str, ...] = ("QUO501", "DRA704", "DRA705", "DRA706", "DRA707", "DRA708", "DRA709")
    # rules that are loud in an event that is not large (CertaintySettings) only where two sources tell one side: of
    # titles that were loud where one source stood against one, two readers called none of eleven right on events held
    # back
    backed: tuple[str, ...] = ("AFF203",)
    # nobody is a country's president and its prime minister: all that stood so in 187 events were planted
    backed_but: tuple[str, ...] = ("state office",)
    backed_slot: float = 0.9  # or where the sentences differ in little else (crosscheck/compare/oneslot.py)
    slope: float = 0.5  # within a kind the measured shares rise with what rules say, but less steeply
    least: float = 0.2
    most: float = 0.98
    # In words, on both scales: of 211 loud findings on the learning marks 148 of 171 from here up were marked conflicts
    high_from: float = 0.75
    # (fitted ones .89, calibrated ones .85), and 29 of 40 from here to the former; below, none is loud
    fair_from: float = 0.35


class CertaintySettings(msgspec.Struct, frozen=True, kw_only=True):
    """From which fitted probability a finding on a figure, a date or a place is loud (docs/accuracy.md)."""

    # in ten folds of the learning clusters eighty findings of these rules stand above it, 35 of them marked conflicts,
    # and six in ten planted slips
    loud_from: float = 0.35
    # by rule, from the same folds, in events of few sources and of many. Of counts in small events two in nine above .5
    # were marked (readers called 6 of 21 right on events held back), in large ones seven in ten above .35; of days none
    # of fourteen above .4; of ages nine in fourteen above .5; times of day and places are marked further down
    loud_from_rule: tuple[tuple[str, float, float], ...] = (
        ("DAT301", 0.5, 0.5), ("DAT301 pair", 0.6, 0.6), ("DAT304", 0.34, 0.34), ("FIG401", 0.8, 0.35),
        ("FIG401 pair", 0.8, 0.5), ("FIG404", 0.5, 0.4), ("FIG404 pair", 0.5, 0.4), ("PLA601", 0.34, 0.34),
        ("PLA601 pair", 0.5, 0.5),
    )  # fmt: skip
    # two ages of one person who is named beside both: of such findings of the learning and the tuned events all that
    # stand above it (of six people) are marked conflicts, and of four below none is
    loud_from_bearer: float = 0.33
    # the rule's own word from which it is loud all the same: the learning events have three marked amounts of money,
    # too few to unlearn it, and no count of which its rule is so sure
    believed: tuple[tuple[str, float], ...] = (("FIG401", 0.88), ("FIG402", 0.7))
    large_event: int = 5  # so many independent sources are many: few of the learning events in the pool have them
    # a figure that its own conversion contradicts, a date that its weekday does, where another source agrees with that:
    # arithmetic, no guess
    miswritten: float = 0.8
    # two figures of one question with the same digits in another order, or a power of ten apart: none of the learning
    # events has such a pair, right or wrong, so that one is a slip wherever it comes
    turned: float = 0.6
    # where so many sources tell one value, and so many times fewer another, no rule asks for more than loud_from, and
    # of a crowd against one or two still less: the learning events are too small to have such findings, and in larger
    # ones planted slips look like this
    many_sources: tuple[int, int] = (4, 2)
    crowd: tuple[int, int] = (5, 5)
    loud_from_crowd: float = 0.12
    # rules of which the learning clusters have findings and slips enough; the others say their own confidence
    rules: tuple[str, ...] = (
        "DAT301", "DAT304", "FIG401", "FIG402", "FIG403", "FIG404", "FIG407", "PLA601",
    )  # fmt: skip
    slot_words: int = 2  # of shorter sentences nobody can say whether two values stand in one place
    # where two values stand in one place of one sentence, no rule asks for more than loud_from; where they stand out as
    # a pair besides, they are as sure as that says: on the learning events all five such pairs are marked, and nine in
    # ten planted slips in such places stand out
    slot_from: float = 0.7
    slot_clash: float = 0.5
    heard_clause: float = 0.5  # share of the words of two clauses, or
    heard_sentence: float = 0.4  # of two sentences, from which two equal values answer one question
    witnesses: int = 4  # facts of each side that are held against one another: more are copies
