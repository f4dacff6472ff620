"""How well grouping finds the stories of a mixed stream: `python -m benchmarks.archive_grouping`.

Truth is the events' folders. Rows: the half that nothing was chosen on, the fitting half, and all, each with its own
days, with every event moved into one week, and without days.
"""

from __future__ import annotations

import sys

import msgspec

from benchmarks.archive_mix import bcubed, for_fitting, in_one_week, pairwise, stream, undated
from crosscheck.archive.grouping.sketch import sketch
from crosscheck.archive.grouping.stories import group
from crosscheck.archive.settings import GroupingSettings


def measured(mixed, settings: GroupingSettings) -> tuple[float, float, int]:
    """(B-cubed F1, pairwise F1, stories) of one stream."""
    stories = group([sketch(a, settings) for _, a in mixed], settings)
    of = {key: story.id for story in stories for key in story.articles}
    found, truth = [of[a.path] for _, a in mixed], [event for event, _ in mixed]
    return bcubed(found, truth)[2], pairwise(found, truth)[2], len(stories)


def main() -> None:
    """A table; with ``--sweep``, for several thresholds."""
    mixed = stream()
    halves = {
        "held half": [m for m in mixed if not for_fitting(m[0])],
        "fitting half": [m for m in mixed if for_fitting(m[0])],
        "all": mixed,
    }
    base = GroupingSettings()
    joins = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5) if "--sweep" in sys.argv else (base.join,)
    print(f"{'stream':14}{'days':10}{'join':>6}{'events':>8}{'articles':>10}{'stories':>9}{'B-cubed':>9}{'pairs':>7}")
    for name, rows in halves.items():
        for days, made in (("own", rows), ("one week", in_one_week(rows)), ("none", undated(rows))):
            for join in joins:
                b, p, n = measured(made, msgspec.structs.replace(base, join=join))
                events = len({event for event, _ in rows})
                print(f"{name:14}{days:10}{join:6.2f}{events:8}{len(rows):10}{n:9}{b:9.3f}{p:7.3f}", flush=True)


if __name__ == "__main__":
    main()
