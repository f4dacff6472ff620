"""How well two names are told to be one: `python benchmarks/names.py` prints the share right, by label and split.

Cases (names_cases.jsonl): pairs of names with what an editor says of them: ``same`` (nothing to notice), ``variant`` (two
romanisations of one name), ``spelling`` (one of the two is most likely wrong), ``different`` (two people). A pair is
judged by the names alone; in the pipeline offices, ages and company come on top. The held cases were written after the
last change to the rules and were never tuned to. The stories are small articles run through the whole pipeline: people
who stand side by side in one article must stay two, one person of two articles must be found to be
one. The offices are pairs of sentences, told by two articles and one, with the rule that they must raise, if any.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from crosscheck.align.likeness import compare_names
from crosscheck.model import Name
from crosscheck.normalise.nameparts import parts
from crosscheck.settings import NameSettings, Settings

HERE = Path(__file__).parent
LABELS = ("same", "variant", "spelling", "different")


def pairs() -> list[dict[str, str]]:
    """The cases, in the order of the file."""
    lines = (HERE / "names_cases.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if "one" in row]


def judge(row: dict[str, str], settings: NameSettings) -> str:
    """What the pipeline says of one pair."""
    return compare_names(parts(row["one"]), parts(row["other"]), settings).level


def stories() -> list[dict[str, Any]]:
    """The small articles, in the order of the file."""
    lines = (HERE / "names_cases.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if "articles" in row]


def identities_of(texts: list[str]) -> dict[str, set[str]]:
    """Identities under which each full name stands, the articles read by the default model."""
    from crosscheck.align import identities
    from crosscheck.model import Corpus
    from crosscheck.read.article import make_article
    from crosscheck.workers import extract_one

    settings = Settings()
    articles = [make_article(text + "\n", path=f"{n}.txt") for n, text in enumerate(texts, 1)]
    extractions = {a.id: extract_one(a, settings) for a in articles}
    corpus = Corpus(articles={a.id: a for a in articles}, extractions=extractions)
    corpus = identities.identify(corpus, settings)
    found: dict[str, set[str]] = {}
    for fact in corpus.facts("name"):
        if isinstance(fact.value, Name) and (identity := corpus.identities.get(f"{fact.article}:{fact.value.person}")):
            found.setdefault(fact.mention.text, set()).add(identity)
    return found


def _stories() -> Iterable[tuple[bool, bool, str]]:
    """(is one person, is told to be, what) of every pair in the stories."""
    for row in stories():
        known = identities_of(row["articles"])
        for kind in ("apart", "joined"):
            for one, other in row[kind]:
                same = bool(known.get(one, {one}) & known.get(other, {other}))
                yield kind == "joined", same, f"{row['split']:4} {one} / {other}: {kind}"


def _offices() -> Iterable[tuple[dict[str, Any], list[str]]]:
    """Cases of two articles that tell an office, with the rules that raise it above a note."""
    from crosscheck.pipeline import check
    from crosscheck.read.article import make_article

    lines = (HERE / "names_cases.jsonl").read_text(encoding="utf-8").splitlines()
    for row in (r for r in map(json.loads, lines) if "told" in r):
        one, other = row["told"]
        texts = (f"A first title\n\n{one}\n", f"Another title\n\n{other}\n", f"And a third title\n\n{one}\n")
        articles = [make_article(text, path=f"{n}.txt") for n, text in enumerate(texts, 1)]
        found = check(articles, settings=Settings(), workers=1).findings
        yield row, [f.rule for f in found if f.level != "note" and f.rule[:3] in ("AFF", "NAM")]


def main(show_wrong: bool = True) -> None:
    """Print the table."""
    settings = NameSettings()
    rows = [(row, judge(row, settings)) for row in pairs()]
    print(f"{'names':12} {'cases':>6} {'right':>6} {'share':>6}")
    for split in ("dev", "held"):
        _line(split, ((r["label"], found) for r, found in rows if r["split"] == split))
    for label in LABELS:
        _line(label, ((r["label"], found) for r, found in rows if r["label"] == label))
    # as a reader counts: one person (whatever the spelling) or two
    _line(
        "one or two",
        (("two" if r["label"] == "different" else "one", "two" if f == "different" else "one") for r, f in rows),
    )
    told = list(_stories())
    _line("joined", ((want, found) for want, found, _ in told if want))
    _line("side by side", ((want, found) for want, found, _ in told if not want))
    offices = [(row, found, row["want"] in found if row["want"] else not found) for row, found in _offices()]
    for split in ("dev", "held"):
        here = [(row, good) for row, _, good in offices if row["split"] == split]
        _line(f"offices {split}", ((True, good) for row, good in here if row["want"]))
        _line(f"quiet {split}", ((True, good) for row, good in here if not row["want"]))
    if show_wrong:
        _wrong(rows, told, offices)


def _wrong(rows: Iterable[Any], told: Iterable[Any], offices: Iterable[Any]) -> None:
    """Print what is told otherwise than it should be."""
    for row, found, good in offices:
        if not good:
            print(f"  {row['split']:4} {' / '.join(row['told'])}: {row['want']}, told {found}")
    for want, same, what in told:
        if want != same:
            print(f"  {what}, told {'one' if same else 'two'}")
    for row, found in rows:
        if found != row["label"]:
            print(f"  {row['split']:4} {row['one']} / {row['other']}: {row['label']}, told {found}")


def _line(name: str, outcomes: Iterable[tuple[object, object]]) -> None:
    counts = Counter(want == found for want, found in outcomes)
    total = sum(counts.values())
    print(f"{name:12} {total:6} {counts[True]:6} {counts[True] / total if total else 0:6.3f}")


if __name__ == "__main__":
    main()
