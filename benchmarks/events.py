"""Twelve invented events of five articles each, conflicts and traps marked by hand: found, missed, false alarms.

    python -m benchmarks.events [--split dev|held|all] [--misses] [--alarms] [--show] [--model NAME]

Half of the events are held out: nobody is to look at their misses while rules are worked on, or their score no longer
says how rules carry over. So with no --split both halves are scored, but --misses, --alarms and --show tell of the dev
half only; ask for ``--split held`` or ``--split all`` to see more. Precision is a lower bound: a finding that gold lacks
counts as wrong.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.scoring import LOUD, Gold, Score, describe, read_gold, score, table
from crosscheck.document import Document
from crosscheck.pipeline import check
from crosscheck.read import read_paths
from crosscheck.settings import DEFAULT_MODEL, Settings

EVENTS = Path(__file__).with_name("events")
SPLITS = ("dev", "held")


def documents(names: Iterable[str], settings: Settings) -> dict[str, Document]:
    """The findings document of each event, by name, with the articles' texts."""
    found = {}
    for name in sorted(set(names)):
        read = read_paths([str(EVENTS / name)], settings=settings)
        found[name] = check(read.articles, settings=settings, workers=1, unread=read.unread, with_text=True)
    return found


def split_of(gold: Sequence[Gold]) -> dict[str, str]:
    """Which half each event belongs to, by name."""
    return {g.cluster: g.split for g in gold}


def print_misses(result: Score) -> None:
    """Conflicts that no loud finding of their kind shows."""
    for outcome in result.outcomes:
        if outcome.gold.label == "conflict" and not outcome.loud:
            hint = "  (only a note)" if outcome.noted else ""
            hint += "".join(f"  (as {f.rule})" for f in outcome.other_kind)
            print(f"missed {describe(outcome)}{hint}")


def print_alarms(result: Score) -> None:
    """Traps that a loud finding calls a conflict."""
    for outcome in result.outcomes:
        if outcome.gold.label == "trap" and outcome.loud:
            print(f"alarm  {describe(outcome)}  <- {outcome.loud[0].rule} {outcome.loud[0].message}")


def print_findings(found: dict[str, Document], result: Score) -> None:
    """Every loud finding with its readings; a star marks those that find a conflict of the gold."""
    hits = {(o.gold.cluster, f.id) for o in result.outcomes if o.gold.label == "conflict" for f in o.loud}
    for name, document in found.items():
        files = {a.id: Path(a.path).name for a in document.articles}
        texts = {a.id: a.text for a in document.articles}
        for finding in document.findings:
            if finding.level not in LOUD:
                continue
            star = "*" if (name, finding.id) in hits else " "
            print(f"\n{star} {name} {finding.level} {finding.rule} {finding.confidence:.2f}: {finding.message}")
            for reading in finding.readings:
                print(f"    = {reading.value} ({reading.independent_sources})")
                for m in reading.mentions[:3]:
                    text = texts[m.article]
                    sentence = " ".join(text[slice(*m.sentence)].split()) if isinstance(text, str) else ""
                    print(f"        {files[m.article]}:{m.line} [{m.text}] {sentence[:160]}")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.events", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--split", choices=(*SPLITS, "all"))
    parser.add_argument("--misses", action="store_true", help="list the conflicts that were not found")
    parser.add_argument("--alarms", action="store_true", help="list the traps that were flagged")
    parser.add_argument("--show", action="store_true", help="list every finding at warning or error")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    options = parser.parse_args(arguments)
    gold = read_gold(EVENTS / "gold.jsonl")
    halves = split_of(gold)
    wanted = SPLITS if options.split in (None, "all") else (options.split,)
    shown = wanted if options.split else ("dev",)
    settings = Settings(model=options.model)
    found = documents((name for name, half in halves.items() if half in wanted), settings)
    for half in wanted:
        of_half = {name: document for name, document in found.items() if halves[name] == half}
        result = score(gold, of_half)
        print(f"\n-- {half}: {len(of_half)} events, {result.articles} articles")
        print("\n".join(table(result)))
        if half not in shown:
            continue
        if options.misses:
            print_misses(result)
        if options.alarms:
            print_alarms(result)
        if options.show:
            print_findings(of_half, result)


if __name__ == "__main__":
    main()
