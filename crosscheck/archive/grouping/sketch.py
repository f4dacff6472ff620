"""Stage one of grouping: an article becomes a sketch, the words, names and numbers by which it can be recognised.

In: an Article. Out: a :class:`Sketch`, a sparse vector of hashed features. What a feature weighs depends on the word
alone (its frequency in English at large, from the package wordfreq, and of names in the news, names.json), never on the
articles that happen to be beside it: so two articles are as alike today as in next month's larger archive, and the
order of arrival cannot matter.
"""

from __future__ import annotations

import math
import re
import struct
import unicodedata
from datetime import date
from functools import cache
from hashlib import blake2b, sha256
from importlib.resources import files

import msgspec

from crosscheck.archive.grouping.details import details
from crosscheck.archive.settings import GroupingSettings
from crosscheck.model import Article

NAME, NUMBER, TITLE, LEDE = 1, 2, 4, 8  # what a feature is and where it stands, bits of Sketch.marks
# columns of the hashing trick: of two articles of 200 features each, one pair in a hundred shares one by accident
BINS = 1 << 22
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d,.]*\d|\d")
_OUTLET = re.compile(r"\s+[-|–—»]\s+(?=[^-|–—»]*$)|\s+\|\s+")
_UNSAID = 1e-8  # frequency of a word that the list lacks: one in a hundred million, the list's own lower end


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """What grouping knows of an article, small enough to hold a fortnight of them in memory.

    ``key`` names the article in the run, ``article`` is its id. ``day`` is the ordinal of the day of publication
    (proleptic Gregorian), None where nobody says. ``features`` (hashes, uint32), ``weights`` (hundredths, uint16) and
    ``marks`` (bits, uint8) are arrays of one length as little-endian bytes, the weightiest feature first; ``details``
    are those of details.py.
    """

    key: str
    article: str
    title: str
    day: int | None
    features: bytes
    weights: bytes
    marks: bytes
    details: bytes = b""


def sketch(article: Article, settings: GroupingSettings, *, key: str | None = None) -> Sketch:
    """The sketch of an article: of its title and of the text's first characters, page furniture left out."""
    counts: dict[str, float] = {}
    names: dict[str, int] = {}
    places: dict[str, int] = {}
    text = reported(article, settings.text_chars)
    title = headline(article.title, article.publisher)
    for part, mark in ((title, TITLE), (text[: settings.lede_chars], LEDE), (text[settings.lede_chars :], 0)):
        for word, capital in words(part):
            counts[word] = counts.get(word, 0) + (settings.title_counts if mark == TITLE else 1)
            names[word] = names.get(word, 0) + (1 if capital else -1)
            places[word] = places.get(word, 0) | mark
    rows = []
    for word, count in counts.items():
        weight = round(100 * (1 + math.log(count)) * rarity(word, settings))
        if weight > 0:
            kind = NUMBER if word[0] == "#" else NAME if names[word] >= 0 else 0
            rows.append((weight, _hash(word), kind | places[word]))
    rows.sort(key=lambda r: (-r[0], r[1]))
    chosen = {feature: (weight, marks) for weight, feature, marks in reversed(rows[: settings.features])}
    order = sorted(chosen, key=lambda feature: (-chosen[feature][0], feature))
    return Sketch(
        key=article.path if key is None else key,
        article=article.id,
        title=title,
        day=day_of(article.published),
        features=struct.pack(f"<{len(order)}I", *order),
        weights=struct.pack(f"<{len(order)}H", *(min(chosen[f][0], 0xFFFF) for f in order)),
        marks=bytes(chosen[f][1] for f in order),
        details=details(f"{title}\n{text[: settings.lede_chars]}", f"{title}\n{text}"),
    )


def reported(article: Article, limit: int) -> str:
    """The first ``limit`` characters of what the article reports: regions that are no reporting are left out."""
    parts, at, size = [], 0, 0
    for region in article.regions:
        if region.span.start > at:
            parts.append(article.text[at : region.span.start])
            size += len(parts[-1])
            if size >= limit:
                break
        at = max(at, region.span.end)
    else:
        parts.append(article.text[at : at + limit])
    return " ".join(parts)[:limit]


def headline(title: str, publisher: str | None) -> str:
    """A title without the outlet's name that pages hang behind it: "Bridge closed - Radio Nine | Harlow News"."""
    parts = _OUTLET.split(title)
    first = parts[0].strip()
    return first if len(parts) > 1 and len(first.split()) > 3 else title


def day_of(published: str | None) -> int | None:
    """Ordinal of the day of an ISO date or date-time, None where there is none."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def words(text: str) -> list[tuple[str, bool]]:
    """(folded word, whether it is written with a capital); numbers as ``#12``."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    found = []
    for match in _WORD.finditer(text):
        raw = match.group()
        if raw[0].isdigit():
            digits = raw.replace(",", "").rstrip(".")
            if len(digits) > 1:
                found.append((f"#{digits}", False))
            continue
        word = raw.replace("’", "'").casefold().removesuffix("'s").replace("'", "")
        if len(word) > 2:
            if len(word) > 4 and word[-1] == "s" and word[-2] != "s":
                word = word[:-1]  # plurals; what a stemmer would do more joins names with words
            found.append((word, raw[0].isupper()))
    return found


@cache
def _frequencies() -> dict[str, float]:
    from wordfreq import get_frequency_dict

    table: dict[str, float] = get_frequency_dict("en", wordlist="large")
    return table


def rarity(word: str, settings: GroupingSettings) -> float:
    """How much a word tells, in powers of ten below the frequency from which words tell nothing.

    Names and years that many events of the news share tell less than their rarity in English has it.
    """
    if word[0] == "#":
        telling = settings.long_number if len(word) > 3 else settings.short_number
    else:
        known = _frequencies()
        frequency = known.get(word) or known.get(word + "s") or _UNSAID
        telling = -math.log10(frequency) - settings.common
    shared = in_the_news().names.get(word)
    if shared is None:
        return telling
    return min(telling, settings.in_every_event - math.log10(shared / in_the_news().events))


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """Names and numbers that several of ``events`` share: in how many of them each stands (names.json)."""

    source: str
    events: int
    names: dict[str, int]


@cache
def in_the_news() -> Names:
    """The names that come with the package."""
    return msgspec.json.decode(_names_file(), type=Names)


def _names_file() -> bytes:
    return files(__package__).joinpath("names.json").read_bytes()


# settings that decide what a sketch holds
_SKETCHED = (
    "text_chars", "lede_chars", "title_counts", "features", "common", "long_number", "short_number", "in_every_event",
)  # fmt: skip


def sketched(settings: GroupingSettings) -> str:
    """Hash of what decides the sketches that an archive holds: with another, old and new articles do not compare.

    Who links and who joins may change: what an archive holds is grouped by the settings of the day it is touched.
    """
    values = msgspec.json.encode([getattr(settings, name) for name in _SKETCHED])
    return sha256(values + _names_file()).hexdigest()[:12]


def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=4).digest(), "big") % BINS
