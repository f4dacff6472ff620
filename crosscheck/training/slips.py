"""Slips planted in the learning clusters: a value that two articles tell in like sentences is changed in one of them.

Readers mark the conflicts that happened to be printed: some fifty of the findings that a rule raises. Planted slips
show the same weights what a slip looks like in a sentence that both articles have. They teach which signs say that two
facts answer one question; how often that is a conflict the marks alone tell, so slips weigh little and the threshold is
chosen on marks (:mod:`crosscheck.training.certainty`).
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosscheck.kinds.values import canonical
from crosscheck.model import Article, Extraction, Fact, Finding, Quantity, Span
from crosscheck.read import make_article
from crosscheck.settings import Settings
from crosscheck.workers import extract_one

PER_SORT = 3  # slips of one sort a cluster: more would be of the same sentences
LIKE = 0.35  # share of the shorter sentence's words that the other has: below it equal values often meet by chance
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d[\d,]*")


@dataclass(frozen=True)
class Slip:
    """A cluster in which article ``index`` has another text; where the slip stands in it, and the untouched twin."""

    sort: str
    index: int
    text: str
    spans: tuple[Span, ...]
    twin: Fact


def slips_of(cluster: str, told: Sequence[tuple[Article, Extraction]]) -> Iterator[Slip]:
    """Slips of every sort that the cluster allows, at most :data:`PER_SORT` of each; the same ones in every run."""
    rng = random.Random(f"slips {cluster}")
    options = defaultdict(list)
    for index, (article, extraction) in enumerate(told):
        for fact in extraction.facts:
            twin = _twin(fact, article, told)
            if twin is not None:
                options[_sort(fact)].append((index, fact, twin))
    for sort, found in sorted(options.items()):
        rng.shuffle(found)
        made = (s for index, fact, twin in found if (s := _slip(sort, index, fact, twin, told[index][0].text, rng)))
        for slip, _ in zip(made, range(PER_SORT), strict=False):
            yield slip


def slipped(
    slip: Slip, told: Sequence[tuple[Article, Extraction]], settings: Settings
) -> list[tuple[Article, Extraction]]:
    """The cluster with the slip in it: one article is read again."""
    old = told[slip.index][0]
    meta = {"publisher": old.publisher, "published": old.published, "role": old.role}
    article = make_article(slip.text, path=old.path, meta=meta)
    return [*told[: slip.index], (article, extract_one(article, settings)), *told[slip.index + 1 :]]


def meets(finding: Finding, slip: Slip, article: str) -> bool:
    """True where one reading has the slip, of the article with this id, and another its untouched twin."""
    mine, theirs = set(), set()
    for number, reading in enumerate(finding.readings):
        for fact in reading.facts:
            at = fact.mention.span
            if fact.article == slip.twin.article and at.overlaps(slip.twin.mention.span):
                theirs.add(number)
            elif fact.article == article and any(map(at.overlaps, slip.spans)):
                mine.add(number)
    return any(a != b for a in mine for b in theirs)


def _sort(fact: Fact) -> str:
    return fact.value.measure if isinstance(fact.value, Quantity) else f"date {fact.mention.attrs.get('form', '')}"


def _twin(fact: Fact, article: Article, told: Sequence[tuple[Article, Extraction]]) -> Fact | None:
    if fact.kind not in ("figure", "date") or fact.mention.attrs.get("form") == "deictic":
        return None
    mine = _words(article, fact)
    for other, extraction in told:
        if other.id == article.id:
            continue
        for twin in extraction.facts:
            if twin.kind != fact.kind or _sort(twin) != _sort(fact) or canonical(twin) != canonical(fact):
                continue
            theirs = _words(other, twin)
            if len(mine & theirs) >= LIKE * max(1, min(len(mine), len(theirs))):
                return twin
    return None


def _words(article: Article, fact: Fact) -> set[str]:
    """Longer words of the sentence, without those of the value."""
    at, text = fact.mention.span, article.text
    start = max(text.rfind(". ", 0, at.start), text.rfind("\n", 0, at.start)) + 1
    end = min((e for e in (text.find(". ", at.end), text.find("\n", at.end)) if e >= 0), default=len(text))
    return {w.casefold() for w in _WORD.findall(text[start : at.start] + " " + text[at.end : end]) if len(w) > 3}


def _slip(sort: str, index: int, fact: Fact, twin: Fact, text: str, rng: random.Random) -> Slip | None:
    """The change, in this place alone or wherever the article has these words."""
    written = text[fact.mention.span.start : fact.mention.span.end]
    new = _changed(written, rng)
    if new is None or new == written:
        return None
    places = [fact.mention.span.start]
    if rng.random() < 0.5:
        places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(written)}(?!\w)", text)] or places
    pieces, spans, at, shift = [], [], 0, 0
    for place in places:
        pieces += [text[at:place], new]
        spans.append(Span(start=place + shift, end=place + shift + len(new)))
        at, shift = place + len(written), shift + len(new) - len(written)
    return Slip(sort, index, "".join([*pieces, text[at:]]), tuple(spans), twin)


def _changed(written: str, rng: random.Random) -> str | None:
    """The words with another weekday, month, number word or number in them; None where none of these stands there."""
    for words in (DAYS, MONTHS, NUMBERS):
        for word in _WORD.findall(written):
            if word.title() in words or word.lower() in words:
                other = rng.choice([w for w in words if w.casefold() != word.casefold()])
                return written.replace(word, other if word.istitle() or words is not NUMBERS else other.lower(), 1)
    digits = _DIGITS.search(written)
    if digits is None:
        return None
    value = int(digits.group().replace(",", ""))
    # most slips are near, some are a turned or lost digit
    moved = value + rng.choice((-1, 1)) * max(1, round(value * rng.choice((0.02, 0.1, 0.3, 0.5))))
    if moved <= 0:
        moved = value + 2
    new = f"{moved:,}" if "," in digits.group() else str(moved)
    return written[: digits.start()] + new + written[digits.end() :]
