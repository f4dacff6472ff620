"""The stories of a batch are compared: which need it, cut into tasks, and what comes back.

A story whose articles are as they were keeps its findings, also where the settings have changed since: an update of
crosscheck must not make the next small batch compare the whole archive anew. ``archive renew`` does that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crosscheck.archive.checking import Checked, CheckTask, check_stories, document_name
from crosscheck.archive.engine import Lost
from crosscheck.archive.mending import mended
from crosscheck.archive.records import Member, StoryRow
from crosscheck.archive.settings import ArchiveSettings
from crosscheck.archive.work import Step, Work
from crosscheck.model import Unread


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """Stories with their documents made and counted, and what of the store was found damaged and mended."""

    stories: tuple[StoryRow, ...]
    noted: tuple[Unread, ...] = ()


def compare_stories(
    work: Work, rows: Sequence[StoryRow], before: Sequence[StoryRow], *, articles: int = 0, renew: bool = False
) -> Compared:
    """Stories with their documents, those of ``before`` as they were where no article came or went.

    ``renew`` keeps only what was made with today's settings.
    """
    settings = work.settings.digest()
    held = {_content(row.members): row for row in before if not row.trouble and (row.settings == settings or not renew)}
    named = [
        msgspec.structs.replace(row, document=document_name(row.members, work.settings), settings=settings)
        for row in rows
    ]
    counted = [
        msgspec.structs.replace(held[_content(row.members)], id=row.id, part=row.part)
        for row in named
        if _content(row.members) in held
    ]
    left = [row for row in named if _content(row.members) not in held]
    damaged: set[str] = set()
    for row, c in _checked(work, left, articles):
        damaged |= set(c.damaged)
        outlets = tuple(sorted({m.outlet for m in row.members if m.outlet}))
        counted.append(
            msgspec.structs.replace(row, findings=c.findings, kinds=c.kinds, trouble=c.trouble, outlets=outlets)
        )
    return Compared(stories=tuple(counted), noted=tuple(mended(work, sorted(damaged))))


def _checked(work: Work, rows: Sequence[StoryRow], articles: int) -> Iterator[tuple[StoryRow, Checked]]:
    """Each story with what its check found, or with the trouble of a task that was lost; tells the steps."""
    cut = list(blocks(rows, work.archive))
    tasks = [
        CheckTask(
            address=work.store.address,
            settings=work.settings,
            stories=tuple((row.document, row.members) for row in block),
        )
        for block in cut
    ]
    seen: dict[str, int] = {}

    def told(results: list[Checked]) -> None:
        seen.update((c.document, sum(n for level, n in c.findings.items() if level != "note")) for c in results)
        step = Step(
            what="checking", done=len(seen), total=len(rows), articles=articles, stories=len(seen),
            findings=sum(seen.values()),
        )  # fmt: skip
        work.told(step)

    for block, result in zip(cut, work.engine.run(check_stories, tasks, told), strict=True):
        if isinstance(result, Lost):
            yield from ((row, Checked(document=row.document, trouble=str(result))) for row in block)
        else:
            yield from zip(block, result, strict=True)


def _content(members: Sequence[Member]) -> tuple[tuple[str, str], ...]:
    return tuple((m.key, m.article) for m in members)


def blocks(rows: Sequence[StoryRow], settings: ArchiveSettings) -> Iterator[list[StoryRow]]:
    """The stories of one task each, the largest stories first: what is long must not be begun last."""
    most = settings.share(sum(len(row.members) for row in rows), settings.compared_least, settings.compared)
    held: list[StoryRow] = []
    size = 0
    for row in sorted(rows, key=lambda row: (-len(row.members), row.id)):
        if held and size + len(row.members) > most:
            yield held
            held, size = [], 0
        held.append(row)
        size += len(row.members)
    if held:
        yield held
