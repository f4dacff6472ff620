"""A stream mixed from events whose folders are the truth: what grouping is fitted on and measured with.

Events are ../shared/clusters and ../shared/pool; the few folders that tell one story stand in archive_same_story.json.
Half of the events, by a hash of their names, are for fitting; figures are told for the other half and for all.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from crosscheck.model import Article
from crosscheck.read import read_paths
from crosscheck.settings import Settings

SHARED = Path("../shared")
SAME = Path(__file__).parent / "archive_same_story.json"


def stream(shared: Path = SHARED) -> list[tuple[str, Article]]:
    """(event, article) of every article, in the order of folders."""
    same = {f: row["folders"][0] for row in json.loads(SAME.read_text())["same"] for f in row["folders"]}
    found = []
    for folder in sorted([*(shared / "clusters").iterdir(), *(shared / "pool").iterdir()]):
        name = str(folder.relative_to(shared))
        found += [(same.get(name, name), a) for a in read_paths([str(folder)], settings=Settings()).articles]
    return found


def for_fitting(event: str) -> bool:
    """Whether an event is of the half that weights and thresholds are chosen on."""
    return sha256(event.encode()).digest()[0] % 2 == 0


def in_one_week(mixed: Iterable[tuple[str, Article]]) -> list[tuple[str, Article]]:
    """The same stream with every event moved into one week, its own days apart as before: days tell nothing."""
    from datetime import date, timedelta

    monday, rows, first = date(2024, 1, 1), list(mixed), {}
    for event, article in rows:
        if article.published:
            first[event] = min(first.get(event, "9999"), article.published[:10])
    moved = []
    for event, article in rows:
        if article.published:
            start = monday + timedelta(days=sha256(event.encode()).digest()[1] % 7)
            day = start + (date.fromisoformat(article.published[:10]) - date.fromisoformat(first[event]))
            article = msgspec.structs.replace(article, published=day.isoformat())
        moved.append((event, article))
    return moved


def undated(mixed: Iterable[tuple[str, Article]]) -> list[tuple[str, Article]]:
    """The same stream without any day."""
    return [(event, msgspec.structs.replace(article, published=None)) for event, article in mixed]


def bcubed(found: Sequence[str], truth: Sequence[str]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 (Bagga and Baldwin 1998) of one label an article."""
    ours, theirs, both = Counter(found), Counter(truth), Counter(zip(found, truth, strict=True))
    n = len(found)
    precision = sum(both[f, t] / ours[f] for f, t in zip(found, truth, strict=True)) / n
    recall = sum(both[f, t] / theirs[t] for f, t in zip(found, truth, strict=True)) / n
    return precision, recall, 2 * precision * recall / (precision + recall)


def pairwise(found: Sequence[str], truth: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of articles in one set."""

    def pairs(counted: Counter[object]) -> int:
        return sum(n * (n - 1) // 2 for n in counted.values())

    hits = pairs(Counter(zip(found, truth, strict=True)))
    precision = hits / max(pairs(Counter(found)), 1)
    recall = hits / max(pairs(Counter(truth)), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)
