"""Figures: how wide a hedge reaches, which two answer one question, what a round number leaves possible."""

from __future__ import annotations

import msgspec

from crosscheck.settings.figurescores import FigureConfidence, FigureScores


class FigureSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Figures: reading, aligning, comparing."""

    # reading: how wide a hedge reaches. "Nearly 40" is 36 to 40: writers round to the next mark that they can
    # name, and a tenth is the widest gap between such marks (36 is "nearly 40", 34 is "about 35"); mirrored for "over"
    nearly_from: float = 0.9
    just_over_to: float = 1.1
    # aligning: how many words beside a number make two sentences near copies; five hold a noun phrase and a verb
    context_words: int = 5
    lede_sentences: int = 4  # headline, dateline and the first two sentences: where the news itself is told
    common_name_share: float = 0.34  # a name in the ledes of a third of the articles names the event, not a part of it
    accept: float = 0.6  # score from which two figures answer one question
    alone: float = 0.12  # the only count of its noun in each of two articles: with one sign more they are one
    alone_from: float = 5.0  # ones, twos and threes of anything stand in every story
    accept_inside: float = 0.8  # the same inside one article, whose writer counts two things more often than one twice
    same_sentence: float = 0.8  # so near that only the number differs: place and time need not be held against them
    distance_factor: float = 1.5  # two distances from one place that differ more are of two things
    same_subject: float = 0.12  # share of common words from which their sentences are about one thing all the same
    same_bearer: float = 0.2  # share of common words from which two ages without a name are of one person
    magnitude_spread: float = 0.8  # agencies differ by some tenths on one quake; more is another quake
    copied: float = 0.6  # share of equal words beside two numbers from which their sentences are copies
    copied_slack: float = 0.1  # short of it two sentences still tell of one place and day
    scores: FigureScores = FigureScores()
    sum_apart: float = 0.25  # a list that misses a total by a larger share lists something else
    samples: int = 3  # tellings of one asking that are scored against those of another
    barred_share: float = 0.25  # of the pairs of two groups may exclude each other, and they are still one
    block_width: int = 40  # different askings of one block that are compared each with each; more are compared in turn
    # comparing: what a hedge or a round number leaves possible
    about_share: float = 0.12  # "about 100" is said of 88 to 112: writers round to one digit and a half
    measured_share: float = 0.04  # distances and times are measured from differing points and clocks
    rounding_share: float = 0.05  # 612 told as 600
    # nobody says "more than 26,000" of 31,000, where "more than 30,000" stands ready: such a bound reaches to the next
    # number of its own roundness, and at least this far
    strict_factor: float = 1.15
    bound_factor: float = 4.0  # nobody says "more than 300" of 1,500
    bound_distance: float = 10.0  # but "at least one" of five
    bounds_apart: float = 1.15  # two lower bounds of one count that differ more were not taken from one source
    far_factor: float = 6.0  # two counts of things that differ more, in sentences of their own, count two things
    # likeness of two writings of one person's name (Mardis and Marids, Kuran and Quran); ages below it are two people's
    one_bearer: float = 0.75
    sum_confidence: float = 0.55  # a list and its whole may be of two moments
    part_confidence: float = 0.8  # "five, including six" cannot be right
    loud_from: float = (
        0.49  # confidence from which a disagreement is a warning: what `accept` alone gives; below, a note
    )
    confidence: FigureConfidence = FigureConfidence()
    named: float = 0.06  # added where both answer one named question; by reading the dev half of benchmarks/events
    scale_from: float = 0.8  # likeness or similarity that a slip of scale needs: round numbers often share digits
    judged_facts: int = 10  # of one value: as many are held against those of another, the rest follows
    birthday_years: float = 0.04  # a fortnight: a birthday between two articles on one event is rare before
    update_hours: float = 1.5  # a later edition's higher toll is news, not a slip
