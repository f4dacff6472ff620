"""Which facts meet, and which of those that meet are told."""

from __future__ import annotations

import msgspec


class LinkingSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Which facts meet, for all kinds alike; what makes a pair is fitted (linking/same_question.json)."""

    posting: int = 120  # facts of an event that may share a word before it finds nobody: keeps the cost near linear
    per_article: int = 4  # partners tried in each other article: the best by shared words
    partners: int = 40  # and in all: a fact of a large event need not meet every copy
    key_weight: float = 8.0  # what a key of the kind counts for, in words: as much as two rare ones
    # the event that all are about: what so many sentences at the start name in this share of the sources
    opening: int = 4  # headline, dateline and lede
    opening_share: float = 0.5
    main_events: int = 4  # "a man was shot", "killed", "arrested" are one story
    least: float = 0.05  # pairs below are forgotten at once
    tie: float = 0.02  # probabilities nearer than that are equally good partners


class JudgingSettings(msgspec.Struct, frozen=True, kw_only=True):
    """From linked pairs to disputes; chosen on the learning marks."""

    agree_from: float = 0.35  # two facts of one value so surely of one question stand in one reading
    # two different values so surely of one question are told: in five folds of the learning marks eleven of the 31
    # times of day and addresses above it were marked conflicts, six traps, the rest not marked
    loud_from: float = 0.6
    # two differing values so surely of one question are shown to the rules; whether one is loud is weighed again
    # (compare/certainty.json): on ten folds of the learning clusters three in four planted slips stand above it
    clash_from: float = 0.15
    # digits at two scales are told of one thing where their sentences share so many words: of one, "year" would do
    scale_words: int = 2
    scale_witnesses: int = 60  # facts of a scale that are held against those of another: more are copies
