"""How well quotes and their speakers are read: span F1 and right speaker end to end, by construction.

Cases are own sentences in quotes_cases.jsonl, half of them held out from all tuning. A quote counts as found where its
span is exact and its confidence at least ``FLOOR``; its speaker is right where one of the accepted names stands in
``value.speaker`` as whole words. Run: ``python benchmarks/quotes.py [--misses] [--split dev|held]``.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crosscheck.model import Quote
from crosscheck.read.article import make_article
from crosscheck.settings import Settings
from crosscheck.workers import extract_one

CASES = Path(__file__).with_name("quotes_cases.jsonl")
FLOOR = 0.5
Row = dict[str, Any]


def cases() -> list[Row]:
    """The cases, as they stand in the file."""
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


def read_quotes(text: str, settings: Settings) -> Iterator[tuple[int, int, str | None]]:
    """(start, end, speaker) of every quote that the pipeline reads in a text."""
    extraction = extract_one(make_article(text, path="case.txt"), settings)
    for warning in extraction.warnings:
        if "quote" in warning:
            print(f"warning: {warning}", file=sys.stderr)
    for fact in extraction.facts:
        if isinstance(fact.value, Quote) and fact.mention.confidence >= FLOOR:
            yield fact.mention.span.start, fact.mention.span.end, fact.value.speaker


def right(speaker: str | None, accepted: list[str] | None) -> bool:
    """True where the speaker read is one that the case accepts."""
    if accepted is None or speaker is None:
        return accepted is None and speaker is None
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", speaker, re.IGNORECASE) for name in accepted)


def score(rows: list[Row], settings: Settings, *, misses: bool) -> dict[str, list[int]]:
    """Counts by construction: quotes in the case, quotes read, spans right, speakers right."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for row in rows:
        read = {(start, end): speaker for start, end, speaker in read_quotes(row["text"], settings)}
        gold = {(q["start"], q["end"]): q["speaker"] for q in row["quotes"]}
        hits = [span for span in gold if span in read]
        rights = [span for span in hits if right(read[span], gold[span])]
        for name in (row["construction"], row["split"], "all"):
            for i, n in enumerate((len(gold), len(read), len(hits), len(rights))):
                counts[name][i] += n
        if misses and (len(rights) < len(gold) or len(read) > len(hits)):
            print(f"{row['id']} {row['construction']}: {row['text']!r}")
            print(f"    gold {[(row['text'][a:b], s) for (a, b), s in gold.items()]}")
            print(f"    read {[(row['text'][a:b], s) for (a, b), s in read.items()]}")
    return counts


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", action="store_true", help="show the cases that are not wholly right")
    options.add_argument("--split", choices=("dev", "held"), help="only this half")
    chosen = options.parse_args()
    rows = [r for r in cases() if chosen.split in (None, r["split"])]
    began = time.perf_counter()
    counts = score(rows, Settings(), misses=chosen.misses)
    print(f"{'':18}{'quotes':>8}{'precision':>11}{'recall':>8}{'F1':>7}{'speaker':>9}")
    for name, (gold, read, hits, rights) in counts.items():
        precision, recall = hits / read if read else 1.0, hits / gold if gold else 1.0
        f1 = 2 * hits / (gold + read) if gold + read else 1.0
        share = rights / gold if gold else 1.0
        print(f"{name:18}{gold:8}{precision:11.3f}{recall:8.3f}{f1:7.3f}{share:9.3f}")
    print(f"{len(rows)} cases, {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
