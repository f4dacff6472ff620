"""The learning clusters: what readers marked there, what the articles tell, where a mark lies. Needs ../shared.

All fits of this package read through here, and ship their weights.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from crosscheck.model import Article, Extraction, FindingKind, Span
from crosscheck.read import read_paths
from crosscheck.settings import Settings
from crosscheck.workers import extract_one

ROOT = Path(__file__).resolve().parents[2]
MARKS, SHARED = ROOT / "benchmarks" / "marks", ROOT.parent / "shared"
Told = list[tuple[Article, Extraction]]
Mark = Mapping[str, Any]


def marks_by_cluster() -> dict[str, list[dict[str, Any]]]:
    """Marks by cluster: the learning part of the pool, and the clusters that were tuned to before."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for file in (MARKS / "learn.jsonl", SHARED / "gold" / "dev.jsonl"):
        for line in file.read_text(encoding="utf-8").splitlines():
            mark = json.loads(line)
            found[mark["cluster"]].append(mark | {"note": mark.get("why") or mark.get("note", "")})
    return found


def events(kept: Path | None, settings: Settings) -> Iterator[tuple[str, Told, list[dict[str, Any]]]]:
    """Name, articles with what they tell, and marks of each cluster; ``kept`` is a pickle of the former two."""
    known = pickle.loads(kept.read_bytes()) if kept else {}
    for cluster, marks in sorted(marks_by_cluster().items()):
        yield cluster, known.get(cluster) or extracted(cluster, settings), marks


def extracted(cluster: str, settings: Settings) -> Told:
    """Articles of a cluster of ../shared with what they tell."""
    folder = next(f for f in (SHARED / "pool" / cluster, SHARED / "clusters" / cluster) if f.is_dir())
    articles = read_paths([str(folder)], settings=settings).articles
    return [(a, extract_one(a, settings)) for a in articles]


def kind_of(mark: Mark) -> FindingKind:
    """The kind of finding that a mark asks for: an age is a figure."""
    kind: FindingKind = "figure" if mark["kind"] == "age" else mark["kind"]
    return kind


def lies_on(article: str, span: Span, mention: Mark) -> bool:
    """True where a stretch of the article with this file name touches a mention of a mark."""
    return article == mention["article"] and any(span.overlaps(Span(*s)) for s in mention["spans"])


def parser(doc: str | None) -> argparse.ArgumentParser:
    """A parser of a fit's arguments, described by the first line of its module's documentation."""
    made = argparse.ArgumentParser(description=(doc or "").split("\n")[0])
    made.add_argument("--extractions", type=Path, help="a pickle of {cluster: [(article, extraction)]}, to save time")
    return made


def write(fitted: Any, file: Path) -> None:
    """Ship a model, or several by name."""
    file.write_text(msgspec.json.format(msgspec.json.encode(fitted), indent=1).decode() + "\n", encoding="utf-8")
