"""Copied passages and independent sources."""

from __future__ import annotations

import msgspec


class SourceSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Copied passages and independent sources."""

    # shorter sentences ("Three people were killed.") are written alike by reporters who never saw one another
    min_passage_words: int = 8
    # words of the writer's own, outside quotation marks, that must be there before likeness means copying:
    # "..., the minister told reporters on Tuesday" is about as long as independent reporters hit upon alike
    min_own_words: int = 8
    # share of words in common order, 2 * common / both lengths: three changed words in a sentence of twenty
    passage_similarity: float = 0.85
    # shingle hashes kept a sentence: with eight of about eighteen, a changed word (three shingles) leaves one in common
    # but for one sentence in thousands
    sketch_size: int = 8
    # passages held against one sentence at most: those with most hashes in common come first
    max_candidates: int = 8
    # share of the shorter article's words that stand in shared passages: more than half is one text edited twice
    group_share: float = 0.5
    min_shared_sentences: int = 3  # one shared paragraph is a shared passage and no shared article
