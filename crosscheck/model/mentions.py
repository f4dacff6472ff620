"""What the text says: sentences, the clause of a mention, and mentions as spans with named parts."""

from __future__ import annotations

from typing import Literal

import msgspec

from crosscheck.model.articles import Span

MentionKind = Literal["name", "role", "date", "figure", "place", "quote", "referent"]
MENTION_KINDS: tuple[MentionKind, ...] = ("name", "role", "date", "figure", "place", "quote")


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence with what alignment needs of it, so that no spaCy object leaves the worker.

    ``lemmas`` are the lower-cased lemmas of content words (nouns, proper nouns, verbs, adjectives, adverbs of negation)
    in order; ``names`` the proper names as written; ``root`` the lemma of the main verb; ``years`` the four-digit years
    and the like that anchor background ("in 2004"). ``source`` is who the sentence's content is credited to, as
    written ("the US Geological Survey" in "..., the US Geological Survey said").
    """

    span: Span
    paragraph: int
    headline: bool = False
    lemmas: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    root: str = ""
    years: tuple[str, ...] = ()
    source: str = ""


class Frame(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The clause in which a mention stands, as plain lemmas, so that linking never reads text or parse again.

    ``verb`` is what governs it (with its particle: "gun_down"), ``path`` the nouns and prepositions from the mention up
    to that verb, nearest first; ``head`` the noun that the mention belongs to or counts. ``subject``, ``object`` and
    ``others`` are the content lemmas of the clause's parts, the mention itself left out; ``mods`` those that qualify
    the head. ``names`` are the proper names of the clause as written, casefolded words; ``left`` and ``right`` the
    words beside the mention, nearest first, numbers as "#". ``cast`` is filled by normalising: keys of the people and
    bodies that take part.
    """

    verb: str = ""
    head: str = ""
    slot: str = ""  # subject, object, or the preposition by which the mention hangs on the clause
    path: tuple[str, ...] = ()
    mods: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    tense: str = ""
    modal: str = ""
    negated: bool = False
    passive: bool = False
    cast: tuple[str, ...] = ()


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """What the text says, as a span with named parts.

    ``parts`` are named spans (speaker, cue, content; person, title, organisation; number, unit, counted ...); ``attrs``
    what only the parse knows, as plain strings (lemma of what is counted, governing verb, ...). ``sentence`` indexes
    :attr:`Extraction.sentences`.
    """

    kind: MentionKind
    article: str
    span: Span
    text: str
    sentence: int
    parts: dict[str, Span] = {}
    attrs: dict[str, str] = {}
    quoted: bool = False  # stands inside quotation marks: somebody else's words
    confidence: float = 1.0
    frame: Frame | None = None
