"""What a mention means: one type a kind of value."""

from __future__ import annotations

from typing import Literal

import msgspec


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
