"""Any number of articles made from the real ones of archive_mix, so that stories stay stories, for benchmarks of archives.

A copy of an event has other names, numbers and days: letters of names and digits of numbers are rotated, in all articles
of the copy alike, and the copy begins on a day of its own, as does an event without days. All other words stay. The stream has about ``a_day`` articles
a day, however long it is.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from benchmarks.archive_mix import stream
from crosscheck.model import Article

A_DAY = 300
FIRST = date(2023, 1, 1)
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxz"
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"(?<![\d.,])\d[\d,.]*")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
MOST = len(VOWELS) * len(CONSONANTS) * 9  # copies of an event that differ in every name and number


def names_of(articles: list[Article]) -> set[str]:
    """Words that stand with a capital more often than without, calendar words apart."""
    seen: dict[str, Counter[bool]] = defaultdict(Counter)
    for article in articles:
        for word in _WORD.findall(article.text):
            seen[word.casefold()][word[0].isupper()] += 1
    return {w for w, found in seen.items() if found[True] > found[False] and w not in _CALENDAR}


class Copy:
    """One copy of an event: the rotation of its letters and digits. Copy 0 is the event as it is."""

    def __init__(self, number: int, names: set[str]) -> None:
        turn = number % len(VOWELS), number // len(VOWELS) % len(CONSONANTS)
        self.digits = number % 9
        self.names = names
        table = {}
        for letters, by in zip((VOWELS, CONSONANTS), turn, strict=True):
            for kind in (letters, letters.upper()):
                table |= {ord(a): kind[(at + by) % len(kind)] for at, a in enumerate(kind)}
        self.table = table

    def text(self, text: str) -> str:
        """A text with other names and numbers; years and single digits stay."""
        text = _WORD.sub(lambda m: m[0].translate(self.table) if m[0].casefold() in self.names else m[0], text)
        return _NUMBER.sub(lambda m: self._number(m[0]), text)

    def _number(self, raw: str) -> str:
        if len(raw) < 2 or re.fullmatch(r"(?:19|20)\d\d[.,]?", raw):
            return raw
        return "".join(str((int(c) - 1 + self.digits) % 9 + 1) if c in "123456789" else c for c in raw)


def made(
    count: int, *, a_day: int = A_DAY, skip: int = 0, without: frozenset[str] = frozenset()
) -> Iterator[tuple[str, dict[str, str]]]:
    """(event, article as a line of JSON) of ``count`` articles, by copies.

    ``skip`` copies are passed over, and articles whose paths stand in ``without``.
    """
    told: dict[str, list[Article]] = defaultdict(list)
    for event, article in stream():
        told[event].append(article)
    # in an order of their hashes: the folders stand by source, and the first are the largest
    events = {e: told[e] for e in sorted(told, key=lambda e: sha256(e.encode()).digest())}
    names = {event: names_of(articles) for event, articles in events.items()}
    days = max(count // a_day, 1)
    left = count
    for number in range(skip, MOST):
        for event, articles in events.items():
            copy = Copy(number, names[event])
            start = FIRST + timedelta(
                days=int.from_bytes(sha256(f"{event} {number}".encode()).digest()[:4], "big") % days
            )
            known = [a.published[:10] for a in articles if a.published]
            first = date.fromisoformat(min(known)) if known else start
            for place, article in enumerate(articles):
                day = start + (date.fromisoformat(article.published[:10]) - first) if article.published else start
                text = copy.text(article.text)
                row = {"path": f"{event}/{number}/{place}", "text": text, "published": day.isoformat()}
                if article.publisher:
                    row["publisher"] = article.publisher
                if row["path"] in without:
                    continue
                yield f"{event}/{number}", row
                left -= 1
                if not left:
                    return


def later(count: int, wanted: int, *, a_day: int = A_DAY) -> list[tuple[str, dict[str, str]]]:
    """``wanted`` articles that continue stories of the first ``count``: the last of an event of three and more, by its day.

    They are spread over the whole stream. A stream that is made without their paths lacks just these.
    """
    last: dict[str, tuple[str, dict[str, str]]] = {}
    told: Counter[str] = Counter()
    for event, row in made(count, a_day=a_day):
        told[event] += 1
        if event not in last or row["published"] >= last[event][1]["published"]:
            last[event] = event, row
    some = sorted((e for e, n in told.items() if n >= 3), key=lambda e: sha256(f"later {e}".encode()).digest())
    return [last[event] for event in some[:wanted]]


def write(
    folder: Path,
    count: int,
    *,
    a_day: int = A_DAY,
    skip: int = 0,
    each: int = 1000,
    without: frozenset[str] = frozenset(),
) -> dict[str, str]:
    """JSON lines files of ``each`` articles in ``folder``, in the order of their days; the event of every path."""
    return write_rows(folder, made(count, a_day=a_day, skip=skip, without=without), each=each)


def write_rows(folder: Path, rows: Iterable[tuple[str, dict[str, str]]], *, each: int = 1000) -> dict[str, str]:
    """As :func:`write`, of articles that are made already."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = sorted(rows, key=lambda row: row[1]["published"])
    for at in range(0, len(rows), each):
        lines = "".join(json.dumps(row) + "\n" for _, row in rows[at : at + each])
        (folder / f"{at // each:05}.jsonl").write_text(lines)
    return {row["path"]: event for event, row in rows}
