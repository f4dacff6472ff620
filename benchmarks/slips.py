"""Names that one article gets wrong, of every sort, planted at random in real events: how many are found, by sort.

    python -m benchmarks.slips [--half mend|kept|both] [--most N] [--only WORDS] [--show] [--kept FILE] [--workers N]

The measure of how general the comparison of names is. A name that two articles of an event write alike is changed in
one of them (benchmarks/slipsorts.py); the plant is found when a finding of kind name above note has changed words of
that article in one reading and the untouched name in another. Harmless ways to write a name (benchmarks/slipfree.py)
must raise nothing. Events are the learning clusters of ../shared, parted by a hash: the half ``mend`` may be read
(``--show`` prints what was missed), of the half ``kept`` only totals are printed. ``--most`` plants of a sort a half;
``--kept`` names a file in which extractions are kept between runs of one version. Without ../shared this says so.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.planted import LOUD, Memory
from benchmarks.slip import Slip
from benchmarks.slipfree import HARMLESS
from benchmarks.slipnames import names_of
from benchmarks.slipsorts import PEOPLE
from benchmarks.slipthings import THINGS
from crosscheck.document import DocFinding, Document
from crosscheck.model import Article
from crosscheck.pipeline import check
from crosscheck.read import make_article, read_paths
from crosscheck.settings import Settings

SHARED = Path(__file__).resolve().parents[2] / "shared"
MARKS = Path(__file__).with_name("marks") / "learn.jsonl"


@dataclass(frozen=True)
class Outcome:
    """A plant with what came of it; ``extra`` is how many other findings on names it raised."""

    cluster: str
    half: str
    harmless: bool
    sort: str
    hit: bool
    extra: int
    shown: str


def folders() -> list[Path]:
    """The events: clusters of the learning marks, and those that were tuned to before."""
    learn = {json.loads(line)["cluster"] for line in MARKS.read_text(encoding="utf-8").splitlines()}
    return [SHARED / "pool" / c for c in sorted(learn)] + sorted(
        f for f in (SHARED / "clusters").iterdir() if f.is_dir()
    )


def half_of(cluster: str) -> str:
    """The half that a cluster belongs to."""
    return ("mend", "kept")[hashlib.sha256(cluster.encode()).digest()[0] % 2]


def order(cluster: str, sort: str) -> str:
    """A fixed order of clusters, another one for each sort."""
    return hashlib.sha256(f"{cluster} {sort}".encode()).hexdigest()


def plants(folder: Path, texts: Sequence[str], only: str) -> Iterator[tuple[bool, Slip]]:
    """One plant of every sort that the event allows, harmless ones marked."""
    names = names_of(texts)
    for harmless, sorts in ((False, {**PEOPLE, **THINGS}), (True, HARMLESS)):
        for sort, make in sorts.items():
            if any(words in sort for words in only.split(";")):
                rng = random.Random(order(folder.name, sort))
                slip = make(texts, names, rng)
                if slip is not None:
                    yield harmless, slip


def _texts(folder: Path) -> tuple[Article, ...]:
    return read_paths([str(folder)], settings=Settings()).articles


def _planned(job: tuple[Path, str]) -> tuple[str, list[str]]:
    folder, only = job
    return folder.name, [slip.sort for _, slip in plants(folder, [a.text for a in _texts(folder)], only)]


def _run(job: tuple[Path, str, frozenset[str], dict[str, object]]) -> tuple[list[Outcome], dict[str, object]]:
    folder, only, chosen, kept = job
    settings, memory = Settings(), Memory(dict(kept))  # type: ignore[arg-type]
    articles = _texts(folder)
    control = check(articles, settings=settings, workers=1, cache=memory)
    outcomes = []
    for harmless, slip in plants(folder, [a.text for a in articles], only):
        if slip.sort in chosen:
            outcomes.append(_outcome(folder.name, articles, control, harmless, slip, memory))
    return outcomes, {k: v for k, v in memory.kept.items() if k not in kept}


def _outcome(
    cluster: str, articles: Sequence[Article], control: Document, harmless: bool, slip: Slip, memory: Memory
) -> Outcome:
    old = articles[slip.article]
    new = make_article(
        slip.text, path=old.path, meta={"publisher": old.publisher, "published": old.published, "role": old.role}
    )
    event = [*articles[: slip.article], new, *articles[slip.article + 1 :]]
    document = check(event, settings=Settings(), workers=1, cache=memory)
    raised = list(_news(control, document))
    hits = [f for f in raised if f.kind == "name" and _finds(f, slip, [a.id for a in event])]
    mine = hits if not harmless else [f for f in raised if f.kind in ("name", "affiliation")]
    shown = f"{slip.before!r} -> {slip.after!r} in {Path(old.path).name}"
    if mine and harmless:
        shown += f": {mine[0].rule} {mine[0].message}"
    return Outcome(cluster, half_of(cluster), harmless, slip.sort, bool(mine), len(raised) - len(mine), shown)


def _news(control: Document, document: Document) -> Iterator[DocFinding]:
    """Loud findings that the untouched event lacks."""
    known = {(f.rule, _values(f)) for f in control.findings if f.level in LOUD}
    return (f for f in document.findings if f.level in LOUD and (f.rule, _values(f)) not in known)


def _values(finding: DocFinding) -> frozenset[str]:
    return frozenset(" ".join(r.value.casefold().split()) for r in finding.readings)


def _finds(finding: DocFinding, slip: Slip, ids: Sequence[str]) -> bool:
    def sides(article: str, spans: Iterable[tuple[int, int]]) -> set[int]:
        return {
            n
            for n, reading in enumerate(finding.readings)
            for m in reading.mentions
            if m.article == article and any(m.start < b and a < m.end for a, b in spans)
        }

    mine = sides(ids[slip.article], slip.spans)
    theirs = {n for i, spans in slip.others.items() for n in sides(ids[i], spans)}
    return any(a != b for a in mine for b in theirs)


def _chosen(planned: Iterable[tuple[str, list[str]]], most: int, half: str) -> dict[str, set[str]]:
    """Sorts to plant by cluster: of each sort at most ``most`` a half, in the order of a hash."""
    by_sort: dict[tuple[str, str], list[str]] = defaultdict(list)
    for cluster, sorts in planned:
        if half in (half_of(cluster), "both"):
            for sort in sorts:
                by_sort[half_of(cluster), sort].append(cluster)
    chosen: dict[str, set[str]] = defaultdict(set)
    for (_, sort), clusters in by_sort.items():
        for cluster in sorted(clusters, key=lambda c: order(c, sort))[:most]:
            chosen[cluster].add(sort)
    return chosen


def measure(half: str, most: int, only: str, kept: Path | None, workers: int) -> list[Outcome]:
    """What comes of every plant."""
    known: dict[str, dict[str, object]] = pickle.loads(kept.read_bytes()) if kept and kept.exists() else {}
    outcomes: list[Outcome] = []
    with ProcessPoolExecutor(workers) as pool:
        places = folders()
        chosen = _chosen(pool.map(_planned, [(f, only) for f in places], chunksize=8), most, half)
        jobs = [(f, only, frozenset(chosen[f.name]), known.get(f.name, {})) for f in places if chosen.get(f.name)]
        for job, (found, read) in zip(jobs, pool.map(_run, jobs, chunksize=2), strict=True):
            outcomes += found
            if read:
                known.setdefault(job[0].name, {}).update(read)
    if kept:
        kept.write_bytes(pickle.dumps(known))
    return outcomes


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--half", choices=("mend", "kept", "both"), default="both")
    parser.add_argument("--most", type=int, default=25, help="plants of a sort a half")
    parser.add_argument("--only", default="", help="sorts with these words in their name; several with ; between")
    parser.add_argument("--show", action="store_true", help="print what was missed and every alarm of the half mend")
    parser.add_argument("--kept", type=Path, help="a file that keeps extractions between runs")
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args(arguments)
    if not SHARED.is_dir():
        print("benchmarks.slips needs the real articles of ../shared; they are not here, so nothing is measured.")
        return 0
    outcomes = measure(args.half, args.most, args.only, args.kept, args.workers)
    for harmless, title, word in ((False, "Names written wrongly", "found"), (True, "Harmless writings", "alarms")):
        _table(title, word, [o for o in outcomes if o.harmless == harmless])
    if args.show:
        for o in sorted(outcomes, key=lambda o: (o.harmless, o.sort)):
            if o.half == "mend" and o.hit == o.harmless:
                print(f"{'alarm' if o.harmless else 'missed'} {o.sort}: {o.cluster} {o.shown}")
    return 0


def _table(title: str, word: str, outcomes: Sequence[Outcome]) -> None:
    tally: Counter[tuple[str, str, str]] = Counter()
    for o in outcomes:
        for sort in (o.sort, "all"):
            tally[sort, o.half, "n"] += 1
            tally[sort, o.half, "hit"] += o.hit
            tally[sort, o.half, "extra"] += o.extra
    print(f"\n{title + ', ' + word:42}{'mend':>10}{'kept':>10}{'share':>7}{'others':>8}")
    for sort in [*sorted({o.sort for o in outcomes}), "all"]:
        cells = [f"{tally[sort, h, 'hit']} of {tally[sort, h, 'n']}" for h in ("mend", "kept")]
        n, hit, extra = (sum(tally[sort, h, k] for h in ("mend", "kept")) for k in ("n", "hit", "extra"))
        print(f"{sort:42}{cells[0]:>10}{cells[1]:>10}{hit / n if n else 0:7.2f}{extra:8}")


if __name__ == "__main__":
    raise SystemExit(main())
