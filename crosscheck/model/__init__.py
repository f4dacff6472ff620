"""Every data type of the pipeline, and nothing else.

A type tells the stage that made it: an :class:`Article` is what was read, a :class:`Mention` what the text says, a
:class:`Fact` what it means, a :class:`Cluster` one fact as several articles tell it, a :class:`Finding` a cluster that
disagrees. All are frozen msgspec structs: one definition serves the pipeline, the cache and the worker processes.

Offsets everywhere are code points of ``Article.text``; ``end`` is exclusive; ``text[start:end]`` is the evidence.
"""

from __future__ import annotations

from crosscheck.model.articles import Article, ArticleRole, Region, Span, Unread
from crosscheck.model.facts import Corpus, Extraction, Fact
from crosscheck.model.findings import ALIKE, LEVELS, Cluster, Finding, FindingKind, Level, Reading, digest
from crosscheck.model.mentions import MENTION_KINDS, Frame, Mention, MentionKind, Sentence
from crosscheck.model.values import Name, Place, Quantity, Quote, Role, Value, When

__all__ = [
    "ALIKE",
    "Article",
    "ArticleRole",
    "Cluster",
    "Corpus",
    "Extraction",
    "Fact",
    "Finding",
    "FindingKind",
    "Frame",
    "LEVELS",
    "Level",
    "MENTION_KINDS",
    "Mention",
    "MentionKind",
    "Name",
    "Place",
    "Quantity",
    "Quote",
    "Reading",
    "Region",
    "Role",
    "Sentence",
    "Span",
    "Unread",
    "Value",
    "When",
    "digest",
]
