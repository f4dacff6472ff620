"""What a speaker is: the record of one, and what its words alone tell of bodies and offices."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from crosscheck.data import countries, given, titles
from crosscheck.data.speakers import BODIES, HUMAN, TEXTS
from crosscheck.normalise.nameparts import fold
from crosscheck.normalise.roles import canonical_body

_NAME_REACH = 160  # characters: the end of a sentence and the one after it
_NAME_GIVEN = re.compile(
    r"(?:\bwho|\b(?:He|She)) (?:would |only |has |had ){0,2}(?:gave?|give|identified|introduced|named|called) "
    r"(?:only )?(?:(?:his|her|their) (?:first |last |full )?names?|himself|herself|themselves)(?: to \w+)?(?: only)? "
    r"as "
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
)


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who speaks: shown name, key to compare by across articles, and what kind of speaker it is."""

    name: str | None = None
    key: str | None = None
    kind: Literal["person", "office", "body", "unknown"] = "unknown"
    person: str | None = None
    country: str | None = None
    inferred: bool = False
    sex: str = ""


NOBODY = Speaker()


class Seen(msgspec.Struct, frozen=True):
    """Somebody in the article so far: where, and how much the place counts; ``asks`` where the words are a question."""

    at: int
    sentence: int
    weight: float
    speaker: Speaker
    asks: bool = False


def as_body(words: str, head: str = "") -> Speaker:
    """A speaker that is a body, or unknown: ``words`` as written, ``head`` their head word where it is known."""
    country = country_in(words)
    last = head or (words.lower().split()[-1:] or [""])[0]
    proper = any(w[:1].isupper() for w in shown(words).split()[1 if head else 0 :])
    known = last in BODIES or last in TEXTS or countries.country_of(words) is not None or proper
    known = known and last not in HUMAN
    key = "|".join(filter(None, (canonical_body(words), country)))
    return Speaker(name=shown(words), key=key, kind="body" if known else "unknown", country=country)


def after_trade(words: str) -> Speaker | None:
    """The single name behind a trade: "a fisherman's wife Mapahai" is Mapahai."""
    *before, name = words.split()
    if not before or not name[:1].isupper() or name.isupper() or before[-1] not in HUMAN:
        return None
    return Speaker(name=name, key=fold(name), kind="person", sex=given.gender_of(before[-1]))


def name_given(text: str, start: int) -> str | None:
    """The name that an unnamed person goes by: "a woman who gave her name as Lucia Tan", "He gave his name as Hamid."

    ``start`` is where the words for the person end; the name is looked for in the rest of the line, not far off.
    """
    found = _NAME_GIVEN.search(text, start, start + _NAME_REACH)
    return found.group("name") if found and "\n" not in text[start : found.start()] else None


def is_office(head: str) -> bool:
    """True for the head word of an office, in the singular or the plural."""
    return head in titles.titles() or head.removesuffix("s") in titles.titles()


def country_in(words: str) -> str | None:
    """The country that a body's words begin with or belong to: "China's mission to the EU" is China's."""
    parts = words.removeprefix("the ").removeprefix("The ").split()
    for first in range(len(parts)):
        if first and parts[first - 1].lower() in ("in", "at", "to"):
            return None
        for last in range(min(len(parts), first + 3), first, -1):
            if parts[first][:1].isupper() and (code := countries.country_of(" ".join(parts[first:last]))):
                return code
    return None


def without_trade(name: str) -> str:
    """ "Survivor Tito Gomes" is Tito Gomes: a trade that begins a sentence looks like a name."""
    first, _, rest = name.partition(" ")
    return rest if " " in rest and first.lower() in HUMAN else name


def shown(words: str) -> str:
    """A speaker's words without the article, as they are shown."""
    for article in ("the ", "The "):
        words = words.removeprefix(article)
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if first in ("A", "An", "One", "His", "Her", "Their", "Its", "Some") else words
