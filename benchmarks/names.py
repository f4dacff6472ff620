"""How well two names are told to be one: `python benchmarks/names.py` prints the share right, by label and split.

Cases (names_cases.jsonl): pairs of names with what an editor says of them: ``same`` (nothing to notice), ``variant`` (two
romanisations of one name), ``spelling`` (one of the two is most likely wrong), ``different`` (two people). A pair is
judged by the names alone; in the pipeline offices, ages and company come on top. Half of the cases are held out from
tuning. The stories are small articles run through the whole pipeline: which people end up as one, and which do not.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from crosscheck.align.likeness import compare_names
from crosscheck.normalise.nameparts import parts
from crosscheck.settings import NameSettings

HERE = Path(__file__).parent
LABELS = ("same", "variant", "spelling", "different")


def pairs() -> list[dict[str, str]]:
    """The cases, in the order of the file."""
    lines = (HERE / "names_cases.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if "one" in row]


def judge(row: dict[str, str], settings: NameSettings) -> str:
    """What the pipeline says of one pair."""
    return compare_names(parts(row["one"]), parts(row["other"]), settings).level


def main(show_wrong: bool = True) -> None:
    """Print the table."""
    settings = NameSettings()
    rows = [(row, judge(row, settings)) for row in pairs()]
    print(f"{'names':10} {'cases':>6} {'right':>6} {'share':>6}")
    for split in ("dev", "held"):
        _line(split, ((r["label"], found) for r, found in rows if r["split"] == split))
    for label in LABELS:
        _line(label, ((r["label"], found) for r, found in rows if r["label"] == label))
    # as a reader counts: one person (whatever the spelling) or two
    _line(
        "one or two",
        (("two" if r["label"] == "different" else "one", "two" if f == "different" else "one") for r, f in rows),
    )
    if show_wrong:
        for row, found in rows:
            if found != row["label"]:
                print(f"  {row['split']:4} {row['one']} / {row['other']}: {row['label']}, told {found}")


def _line(name: str, outcomes: Iterable[tuple[str, str]]) -> None:
    counts = Counter(want == found for want, found in outcomes)
    total = sum(counts.values())
    print(f"{name:10} {total:6} {counts[True]:6} {counts[True] / total if total else 0:6.3f}")


if __name__ == "__main__":
    main()
