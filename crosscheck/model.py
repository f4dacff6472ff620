"""Every data type of the pipeline, and nothing else.

A type tells the stage that made it: an :class:`Article` is what was read, a :class:`Mention` what the text says, a
:class:`Fact` what it means, a :class:`Cluster` one fact as several articles tell it, a :class:`Finding` a cluster that
disagrees. All are frozen msgspec structs: one definition serves the pipeline, the cache and the worker processes.

Offsets everywhere are code points of ``Article.text``; ``end`` is exclusive; ``text[start:end]`` is the evidence.
"""

from __future__ import annotations

from typing import Literal

import msgspec

MentionKind = Literal["name", "role", "date", "figure", "place", "quote", "referent"]
FindingKind = Literal["name", "affiliation", "date", "figure", "place", "quote_wording", "quote_attribution"]
Level = Literal["error", "warning", "note"]
ArticleRole = Literal["source", "draft", "primary"]

MENTION_KINDS: tuple[MentionKind, ...] = ("name", "role", "date", "figure", "place", "quote")
LEVELS: tuple[Level, ...] = ("error", "warning", "note")


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A stretch of an article's text: ``text[start:end]``, in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """True when the two stretches share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True when ``other`` lies wholly inside this stretch."""
        return self.start <= other.start and other.end <= self.end


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that is marked, not cut: its kind says what it is.

    ``furniture`` (counters, share lines, comment forms), ``byline``, ``dateline`` and ``duplicate`` (a headline or lede
    that stands a second time) yield no facts; ``headline`` does, and is told apart from the body.
    """

    kind: Literal["headline", "furniture", "byline", "dateline", "duplicate"]
    span: Span


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article as read. ``id`` is a short hash of the text, so it moves with the content and not with the path."""

    id: str
    path: str
    title: str
    text: str
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None  # ISO 8601 date or date-time, zone where known
    url: str | None = None
    role: ArticleRole = "source"
    regions: tuple[Region, ...] = ()
    in_file: bool = True  # False when offsets do not hold in the file itself (HTML, DOCX and the like)
    warnings: tuple[str, ...] = ()  # what of the file was not read, or not as it stands there, a plain line each
    language: str | None = None  # ISO 639-1 where the text is not English: nothing is extracted from it


class Unread(msgspec.Struct, frozen=True, kw_only=True):
    """A path that could not be read, with the reason in one plain line."""

    path: str
    reason: str


# --- what the text says ----------------------------------------------------------------------------------------------


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


# --- what it means ---------------------------------------------------------------------------------------------------


class Name(msgspec.Struct, frozen=True, kw_only=True, tag="name", tag_field="type"):
    """A person's, a body's or a thing's name. ``person`` is the id, inside the article, of who bears it.

    ``alias`` is another name of a person, ``other`` a name whose sort nothing tells.
    """

    full: str
    given: str | None = None
    family: str | None = None
    suffix: str | None = None
    key: str = ""
    person: str = ""
    entity: Literal["person", "organisation", "place", "work", "vessel", "award", "alias", "other"] = "person"


class Role(msgspec.Struct, frozen=True, kw_only=True, tag="role", tag_field="type"):
    """An office: who (``person`` as full name where known), title, body and country, each canonical."""

    person: str | None = None
    person_id: str | None = None
    title: str | None = None
    organisation: str | None = None
    country: str | None = None  # ISO 3166 alpha-2
    status: Literal["current", "acting", "outgoing", "former", "elect", "deputy"] = "current"


class When(msgspec.Struct, frozen=True, kw_only=True, tag="date", tag_field="type"):
    """An interval with its granularity, or a duration. ``start`` and ``end`` are ISO 8601, both inclusive.

    An expression that could not be resolved has neither ``start`` nor ``duration``.
    """

    start: str | None = None
    end: str | None = None
    granularity: Literal["year", "quarter", "month", "week", "day", "part", "hour", "minute"] | None = None
    modifier: str | None = None  # about, before, after, early, late, ...; impossible for a date that no calendar has
    duration: str | None = None  # ISO 8601, P3D
    zone: str | None = None  # "UTC", "+07:00", "local", "EDT"
    weekday: str | None = None  # the weekday as written, where a date stands with it
    clock: str | None = None  # time of day, "07:37" or "07:28/08:06", also where the day is not known


class Quantity(msgspec.Struct, frozen=True, kw_only=True, tag="figure", tag_field="type"):
    """A number as an interval in a unit. ``low == high`` for an exact figure; one of them None for an open bound."""

    low: float | None = None
    high: float | None = None
    unit: str | None = None  # person, percent, km, magnitude, year_of_age, ...
    counted: str = ""
    approximate: bool = False
    currency: str | None = None  # ISO 4217
    measure: str = "count"  # count, money, percent, age, magnitude, distance, speed, duration, rank, rate, ...


class Place(msgspec.Struct, frozen=True, kw_only=True, tag="place", tag_field="type"):
    """A place and how something stands to it: ``relation`` is as "55 km south of", distances in km."""

    name: str
    country: str | None = None
    relation: str | None = None
    direction: str | None = None
    distance_km: float | None = None
    key: str = ""


class Quote(msgspec.Struct, frozen=True, kw_only=True, tag="quote", tag_field="type"):
    """What was said, and by whom. ``direct_link`` is true where a cue ties the words to the speaker in one sentence."""

    content: str
    form: Literal["direct", "mixed"] = "direct"
    speaker: str | None = None
    speaker_key: str | None = None
    speaker_kind: Literal["person", "office", "body", "unknown"] = "unknown"
    speaker_person: str | None = None  # id of the person inside the article
    country: str | None = None
    cue: str | None = None
    direct_link: bool = False


Value = Name | Role | When | Quantity | Place | Quote


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """What a mention means. ``subject`` says in plain words what the fact is about; ``hedge`` is as written."""

    id: str
    kind: MentionKind
    subject: str
    value: Value
    mention: Mention
    hedge: str | None = None
    asserted_by: str | None = None
    inferred: bool = False

    @property
    def article(self) -> str:
        """Id of the article that tells it."""
        return self.mention.article


class Extraction(msgspec.Struct, frozen=True, kw_only=True):
    """All that one article tells: what a worker hands back and the cache keeps."""

    article: str
    sentences: tuple[Sentence, ...] = ()
    facts: tuple[Fact, ...] = ()
    warnings: tuple[str, ...] = ()


# --- one fact as several articles tell it ----------------------------------------------------------------------------


class Corpus(msgspec.Struct, frozen=True, kw_only=True):
    """The articles of one event with what was extracted, as aligners and rules see them.

    ``groups`` maps an article's id to its source group: articles that share their wording have one. ``passages`` maps
    (article id, sentence index) as ``"id:index"`` to the id of a passage that more than one article carries almost
    word for word; such mentions count as one independent source. ``identities`` maps a person of one article, as
    ``"article id:person id"``, to the identity that stands for that person in all articles.
    """

    articles: dict[str, Article]
    extractions: dict[str, Extraction]
    groups: dict[str, str] = {}
    passages: dict[str, str] = {}
    identities: dict[str, str] = {}

    def sentence(self, fact: Fact) -> Sentence:
        """The sentence in which the fact stands."""
        return self.extractions[fact.article].sentences[fact.mention.sentence]

    def seen(self, article: str) -> str:
        """The text of an article as far as it was read: "" where it is not English, or was lost to a fault."""
        sentences = self.extractions[article].sentences
        return self.articles[article].text[: sentences[-1].span.end] if sentences else ""

    def facts(self, kind: MentionKind) -> list[Fact]:
        """All facts of one kind, in the order of articles and of the text."""
        return [f for e in self.extractions.values() for f in e.facts if f.kind == kind]


ALIKE = "alike"  # aspect of clusters that only say that their facts tell one value: no rule compares them


class Cluster(msgspec.Struct, frozen=True, kw_only=True):
    """One fact as several articles, or several places of one article, tell it.

    ``aspect`` names the question that its facts answer (person, office, affiliation, count, utterance, ...): rules
    declare the aspects that they compare. ``key`` is the stable, canonical form of ``subject``. ``why`` are the signs
    by which its facts were taken for one question, in words, each with its weight in log odds.
    """

    id: str
    kind: FindingKind
    aspect: str
    subject: str
    key: str
    facts: tuple[Fact, ...]
    blocking_key: str = ""
    similarity: float = 1.0
    sides: tuple[tuple[str, ...], ...] = ()  # ids of the facts of each reading, where linked pairs made the cluster
    why: tuple[tuple[str, float], ...] = ()


# --- a cluster that disagrees ----------------------------------------------------------------------------------------


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One version of the fact and who carries it. ``canonical`` is what ids are made of, ``value`` what is shown."""

    value: str
    canonical: str
    facts: tuple[Fact, ...]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A cluster that disagrees: at least two readings, a plain sentence, a level and a calibrated confidence.

    ``why`` are the signs by which the facts of its readings were taken for one question; without it its cluster's
    stand.
    """

    id: str
    rule: str
    kind: FindingKind
    level: Level
    confidence: float
    subject: str
    message: str
    readings: tuple[Reading, ...]
    verdict: str | None = None  # what differs: word, negation, cut, spliced, order, scale, spelling, ...
    suggestion: str | None = None
    inside: bool = False  # the conflict stands inside one article
    cluster: str = ""
    marks: dict[str, tuple[Span, ...]] = {}  # fact id to the stretches of its mention whose words differ
    why: tuple[tuple[str, float], ...] = ()
