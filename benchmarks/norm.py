"""Names, numbers and dates of public suites, through the normalisers and through the whole extraction.

usage: python -m benchmarks.norm [--part names|numbers|dates] [--split even|odd] [--misses]

Reads ../shared/norm: names of nomenklatura (MIT), numbers and dates of Recognizers-Text (MIT) and duckling (BSD). The
suites are for measuring only. ``alone`` reads the expression by itself, by the two stages of its kind; ``facts`` takes
what ``crosscheck facts`` tells of it in a small article with its day of publication. Even lines may be looked at when
a kind of expression is mended, of odd lines only the totals are: ``--misses`` shows none of them.

Names: ``right`` where two names are told to be one person or two as the suite has it. Numbers: ``exact`` where both bounds
are (in the unit of the suite), ``wrong`` where something else is told, ``open`` where nothing is. Dates: ``exact``,
``near`` (overlaps), ``wrong`` (shares no day) or ``open``; of an interval whose end the suite excludes either end does.
"""

from __future__ import annotations

import argparse
import functools
import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from crosscheck.align.likeness import compare_names
from crosscheck.data import units
from crosscheck.model import Article, Extraction, Fact, Quantity, When
from crosscheck.normalise.nameparts import parts
from crosscheck.read.article import make_article
from crosscheck.settings import NameSettings, Settings
from crosscheck.workers import extract_one

SUITES = Path(__file__).parents[1].parent / "shared" / "norm"
PARTS = ("names", "numbers", "dates")
VERDICTS = ("exact", "near", "wrong", "open")
_SETTINGS = Settings()
_TITLE = "A short report"
_DAYS = {"Y": 365.0, "M": 30.0, "W": 7.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}
_ROUNDING = 0.01  # of a day's fraction in the suite, which has four decimals
_COINS = {"cent": 100, "pence": 100, "sen": 100}

Row = dict[str, Any]


def rows(part: str) -> list[Row]:
    """The cases of one suite, each with ``split`` (even or odd line)."""
    lines = (SUITES / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) | {"split": "odd" if n % 2 else "even"} for n, line in enumerate(lines)]


def name_verdict(row: Row, settings: NameSettings) -> str:
    """``right`` or ``wrong``: one person (in whatever spelling) or two."""
    told = compare_names(parts(row["a"]), parts(row["b"]), settings).level
    return "right" if (told == "different") == (row["label"] == "different") else "wrong"


@functools.cache
def _read(text: str, published: str | None, alone: bool) -> Extraction:
    if alone:  # an expression by itself is no headline and no date line
        return extract_one(Article(id="case", path="case.txt", title="", text=text, published=published), _SETTINGS)
    article = msgspec.structs.replace(make_article(text + "\n", path="case.txt"), published=published)
    return extract_one(article, _SETTINGS)


def facts_of(row: Row, kind: str, *, alone: bool) -> list[Fact]:
    """The facts of one kind that overlap the expression asked for, the widest overlap first."""
    body = row["text"] if alone else row.get("sentence") or f"The report said {row['text']}."
    text = body if alone else f"{_TITLE}\n\n{body}"
    first = text.find(row["text"], 0 if alone else len(_TITLE))
    last = first + len(row["text"])
    found = [f for f in _read(text, row.get("reference_date"), alone).facts if f.kind == kind]
    shared = [(min(last, f.mention.span.end) - max(first, f.mention.span.start), f) for f in found]
    return [f for n, f in sorted(shared, key=lambda s: -s[0]) if n > 0]


def number_verdict(row: Row, found: Sequence[Fact]) -> str:
    """``exact`` where any reading of the expression has both bounds, in any unit that converts to the suite's."""
    values = [f.value for f in found if isinstance(f.value, Quantity)]
    if not values:
        return "open"
    return "exact" if any(_same(row["expected"], v) for v in values) else "wrong"


def _same(expected: Row, value: Quantity) -> bool:
    unit = (expected["unit"] or "").lower()
    for bound, told in (("lo", value.low), ("hi", value.high)):
        wanted = expected[bound]
        if (wanted is None) != (told is None):
            return False
        if wanted is not None and told is not None and not _alike(wanted, told, unit, value):
            return False
    return True


def _alike(wanted: float, told: float, unit: str, value: Quantity) -> bool:
    if value.currency and unit in _COINS:
        told *= _COINS[unit]
    elif value.unit == "percent" and not unit and abs(wanted) <= 1:
        return math.isclose(wanted, told, rel_tol=1e-4) or math.isclose(wanted * 100, told, rel_tol=1e-4)
    elif (known := units.lookup(unit)) and value.unit:
        wanted, _ = units.to_base(wanted * known.factor + known.offset, known.unit)
        told, _ = units.to_base(told, value.unit)
    return math.isclose(wanted, told, rel_tol=1e-4, abs_tol=1e-9)


def date_verdict(row: Row, found: Sequence[Fact]) -> str:
    """The verdict on the reading that covers most of the expression."""
    value = found[0].value if found else None
    if not isinstance(value, When) or (value.start is None and value.duration is None):
        return "open"
    verdicts = [_judged(wanted, value) for wanted in (row["expected"], *row["alternatives"])]
    return next(v for v in VERDICTS if v in verdicts)


def _judged(wanted: Row, value: When) -> str:
    if wanted["kind"] == "duration":
        if value.duration is None:
            return "wrong"
        days = duration_days(value.duration)
        close = abs(days - wanted["days"]) <= max(_ROUNDING * wanted["days"], 6e-5)
        return "exact" if close else "wrong"
    if not value.start or not value.end:
        return "wrong"
    start, end = value.start[:10], value.end[:10]
    ends = {wanted["end"], wanted.get("end_excl", wanted["end"])}
    if start == wanted["start"] and end in ends:
        return "exact"
    if _year_of(wanted) and start == wanted["start"] and end[:4] in {e[:4] for e in ends}:
        return "exact"  # "between 2007 and 2009": whether the last year is in is the suite's own convention
    return "wrong" if end < wanted["start"] or start > max(ends) else "near"


def _year_of(wanted: Row) -> bool:
    last = date.fromisoformat(wanted["end"]) + timedelta(days=1)
    return wanted["start"].endswith("-01-01") and (last.month, last.day) == (1, 1) and "end_excl" in wanted


def duration_days(text: str) -> float:
    """Days of an ISO 8601 duration, a month of 30 and a year of 365: as the suites count."""
    day, _, time = text.lstrip("P").partition("T")
    total = sum(float(n) * _DAYS[u] for n, u in re.findall(r"([\d.]+)([YMWD])", day))
    return total + sum(float(n) * _DAYS[f"T{u}"] for n, u in re.findall(r"([\d.]+)([HMS])", time))


def verdicts(part: str) -> Iterator[tuple[Row, str, str]]:
    """Each case of a suite with its way of reading and the verdict."""
    for row in rows(part):
        if part == "names":
            yield row, "alone", name_verdict(row, NameSettings())
            continue
        judge, kind = (number_verdict, "figure") if part == "numbers" else (date_verdict, "date")
        for way in ("alone", "facts"):
            yield row, way, judge(row, facts_of(row, kind, alone=way == "alone"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table; with --misses also the even lines that are not exact."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args(arguments)
    if not SUITES.is_dir():
        print(f"no suites at {SUITES}: skipped")
        return
    for part in [args.part] if args.part else PARTS:
        counts: dict[tuple[str, str], Counter[str]] = {}
        for row, way, verdict in verdicts(part):
            for split in (row["split"], "all"):
                counts.setdefault((way, split), Counter())[verdict] += 1
            if args.misses and row["split"] == "even" and verdict not in ("exact", "right"):
                _show(part, row, way, verdict)
        for (way, split), count in sorted(counts.items()):
            total = sum(count.values())
            shares = "  ".join(f"{k} {count[k] / total:.3f}" for k in ("right", *VERDICTS) if count[k])
            print(f"{part:8} {way:6} {split:5} {total:4}  {shares}")


def _show(part: str, row: Row, way: str, verdict: str) -> None:
    if part == "names":
        print(f"  {row['label']:9} {row['a']} / {row['b']}")
        return
    kind = "figure" if part == "numbers" else "date"
    told = [_brief(f) for f in facts_of(row, kind, alone=way == "alone")]
    print(f"  {way:5} {verdict:5} {row['text']!r} {_wanted(row)} {row.get('sentence', '')[:90]!r} {told}")


def _wanted(row: Row) -> str:
    wanted = row["expected"]
    return " ".join(str(wanted.get(k)) for k in ("lo", "hi", "unit", "start", "end", "days") if k in wanted)


def _brief(fact: Fact) -> tuple[object, ...]:
    value = fact.value
    if isinstance(value, Quantity):
        return fact.mention.text, value.low, value.high, value.currency or value.unit
    return (fact.mention.text, value.start, value.end, value.duration) if isinstance(value, When) else ()


if __name__ == "__main__":
    main()
