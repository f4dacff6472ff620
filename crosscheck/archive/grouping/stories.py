"""Grouping as a whole: sketches in, stories out. Usable alone (``crosscheck archive group``).

A story's id is made from its first article, its title is that of the article nearest to all others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256

import msgspec

from crosscheck.archive.grouping.meeting import Link, Told, meet
from crosscheck.archive.grouping.partition import partition
from crosscheck.archive.grouping.sketch import Sketch
from crosscheck.archive.settings import GroupingSettings

ID_LENGTH = 12


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A set of articles that tell one story. ``articles`` are keys, by day, the undated last; ISO days or None."""

    id: str
    title: str
    first: str | None
    last: str | None
    articles: tuple[str, ...]


def group(sketches: Sequence[Sketch], settings: GroupingSettings, *, told: Told | None = None) -> list[Story]:
    """The stories of a stream, each sketch in exactly one; in the order of their days. Keys must be distinct.

    The order of ``sketches`` changes nothing.
    """
    links = list(meet(sketches, settings, told=told))
    sets = partition((s.key for s in sketches), links, settings)
    return named(sets, {s.key: s for s in sketches}, links)


def named(sets: Iterable[Sequence[str]], sketches: Mapping[str, Sketch], links: Iterable[Link]) -> list[Story]:
    """Sets of keys as stories, in the order of their days."""
    groups = [in_order(keys, sketches) for keys in sets]
    of = {key: number for number, keys in enumerate(groups) for key in keys}
    inside: dict[str, float] = defaultdict(float)
    for link in links:
        if of[link.one] == of[link.two]:
            inside[link.one] += link.chance
            inside[link.two] += link.chance
    stories: dict[str, Story] = {}
    for members in sorted(groups, key=lambda m: _place(sketches[m[0]])):
        days = [d for key in members if (d := sketches[key].day) is not None]
        centre = min(members, key=lambda key: (-round(inside[key], 6), members.index(key)))
        id_ = story_id(members, sketches, stories)
        stories[id_] = Story(
            id=id_,
            title=sketches[centre].title,
            first=_iso(min(days, default=None)),
            last=_iso(max(days, default=None)),
            articles=tuple(members),
        )
    return list(stories.values())


def story_id(members: Sequence[str], sketches: Mapping[str, Sketch], taken: Iterable[str]) -> str:
    """An id from the content of the first article: the same wherever the files lie and whatever else is there.

    Only where that article's very text begins another story too does the key count.
    """
    usual, last = story_ids(members, sketches)
    return usual if usual not in taken else last


def story_ids(members: Sequence[str], sketches: Mapping[str, Sketch]) -> tuple[str, str]:
    """The id that a story usually has, and the one that it has where another has that."""
    first = sketches[members[0]]
    usual, last = (
        sha256(f"story {content}".encode("utf-8", "replace")).hexdigest()[:ID_LENGTH]
        for content in (first.article, f"{first.article} {first.day} {first.key}")
    )
    return usual, last


def in_order(keys: Iterable[str], sketches: Mapping[str, Sketch]) -> list[str]:
    """Keys by day, the undated last; of one day by content, then by key."""
    return sorted(keys, key=lambda key: _place(sketches[key]))


def _place(sketch: Sketch) -> tuple[bool, int, str, str]:
    return sketch.day is None, sketch.day or 0, sketch.article, sketch.key


def _iso(day: int | None) -> str | None:
    return date.fromordinal(day).isoformat() if day is not None else None
