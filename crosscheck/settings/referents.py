"""Whom pronouns and descriptions take up."""

from __future__ import annotations

import msgspec


class ReferentSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Whom pronouns and descriptions take up. Weights of places are those that speakers are found by."""

    subject: float = 2.0
    other_role: float = 1.0
    possessor: float = 0.8
    sentence_back: float = 0.35
    same_sex: float = 0.4
    same_sentence: float = 0.5  # a subject of the sentence itself over those before
    speaks_on: float = 0.6  # "he said" takes up who was quoted last
    only_source: float = 1.2  # any other "he" seldom does: sources are no part of the story
    in_quote: float = 1.0  # somebody named inside a quotation is seldom whom the narrator goes on about
    # below this lead over the next person nobody is meant: set for .9 right on benchmarks/referents_cases.jsonl
    margin: float = 0.7
    window: int = 3  # sentences back to which a pronoun reaches
