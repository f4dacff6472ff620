"""What a batch does to the stories that were there: who keeps which id, what merged, what split, and why.

In: stories before, sets after. Out: an id for each set, and changes with their reasons.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from crosscheck.archive.grouping.meeting import Link
from crosscheck.archive.grouping.sketch import Sketch
from crosscheck.archive.grouping.stories import Story
from crosscheck.archive.records import Change, StoryRow


def inherited(stories: Sequence[Story], before: Sequence[StoryRow]) -> dict[int, str]:
    """Ids that sets take over, by the set's number: each id goes to the set with most of its articles, once.

    A set that holds several stories keeps the id of the largest; of equal ones the smaller id.
    """
    of = {m.key: row.id for row in before for m in row.members}
    shares = [
        (-count, id_, number)
        for number, story in enumerate(stories)
        for id_, count in Counter(of[key] for key in story.articles if key in of).items()
    ]
    given: dict[int, str] = {}
    for _, id_, number in sorted(shares):
        if number not in given and id_ not in given.values():
            given[number] = id_
    return given


def told(
    stories: Sequence[Story],
    before: Sequence[StoryRow],
    ids: Mapping[int, str],
    links: Sequence[Link],
    sketches: Mapping[str, Sketch],
    batch: str,
) -> list[Change]:
    """Stories that merged and stories that split, each with a plain reason."""
    of = {m.key: row.id for row in before for m in row.members}
    now = {key: ids[number] for number, story in enumerate(stories) for key in story.articles}
    came: dict[str, set[str]] = defaultdict(set)
    went: dict[str, set[str]] = defaultdict(set)
    for key, old in of.items():
        if key in now:
            came[now[key]].add(old)
            went[old].add(now[key])
    changes = []
    for id_, olds in sorted(came.items()):
        others = tuple(sorted(olds - {id_}))
        if others:
            because = _bridge(id_, olds, of, now, links, sketches)
            changes.append(Change(batch=batch, change="merged", story=id_, others=others, because=because))
    for old, news in sorted(went.items()):
        others = tuple(sorted(news - {old}))
        if len(news) > 1:
            because = _weakest(news, now, links)
            changes.append(Change(batch=batch, change="split", story=old, others=others, because=because))
    return changes


def _bridge(
    id_: str,
    olds: set[str],
    of: Mapping[str, str],
    now: Mapping[str, str],
    links: Sequence[Link],
    sketches: Mapping[str, Sketch],
) -> str:
    """The article that is likest to several of the stories that became one."""
    reach: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for link in links:
        if now.get(link.one) == now.get(link.two) == id_:
            for key, other in ((link.one, link.two), (link.two, link.one)):
                if other in of:
                    reach[key][of[other]] = max(reach[key][of[other]], link.chance)
    best = max(reach, key=lambda k: (len(reach[k]), sum(reach[k].values()), k), default=None)
    if best is None or len(reach[best]) < 2:
        return f"the articles of {', '.join(sorted(olds))} are alike on the whole"
    chances = ", ".join(f"{old} at {chance:.2f}" for old, chance in sorted(reach[best].items()))
    return f"{sketches[best].title!r} is linked to {chances}"


def _weakest(news: set[str], now: Mapping[str, str], links: Sequence[Link]) -> str:
    across = [link.chance for link in links if {now.get(link.one), now.get(link.two)} <= news]
    apart = [
        link.chance
        for link in links
        if now.get(link.one) != now.get(link.two) and {now.get(link.one), now.get(link.two)} <= news
    ]
    if not apart:
        return "no link is left between its parts"
    return (
        f"{len(apart)} of {len(across)} links between its parts, {max(apart):.2f} at best: too few to hold it together"
    )
