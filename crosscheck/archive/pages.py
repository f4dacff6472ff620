"""The index of stories as a page, and a report of each story beside it.

Everything shown comes out of Jinja2 with autoescape on; the page's policy admits its own style and script by their
hashes, and nothing else. A report whose story has not changed is not written again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
from markupsafe import Markup

from crosscheck.archive.listing import opened, worst_first
from crosscheck.archive.records import State, StoryRow
from crosscheck.archive.store import Store
from crosscheck.errors import CrosscheckError
from crosscheck.files import write_atomically
from crosscheck.model import LEVELS
from crosscheck.report.context import context_of
from crosscheck.report.html import asset, environment, made_on, policy, render, strings
from crosscheck.report.html.show import one_line, when
from crosscheck.settings import Settings

MOST_OUTLETS = 4  # outlets named in a row; of more, how many
Progress = Callable[[int, int, str], None]
Told = Callable[[str], None]


def write_report(
    store: Store,
    file: Path,
    settings: Settings,
    *,
    most: int,
    every: int = 0,
    progress: Progress | None = None,
    told: Told | None = None,
) -> int:
    """Write the index to ``file`` and reports into the folder beside it; returns how many stories are listed.

    ``most`` stories are listed, the worst; with ``every`` the page renews itself after so many seconds; ``told``
    hears what was lost and made again.
    """
    state = store.opened()
    rows = worst_first(store, state)
    folder = file.with_name(f"{file.stem}-stories")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CrosscheckError(f"cannot write {folder}: {error.strerror or error}") from error
    listed = rows[:most]
    _reports(store, listed, folder, settings, progress, told)
    write_atomically(file, index(state, rows, most=most, folder=folder.name, every=every).encode("utf-8", "replace"))
    return len(listed)


def _reports(
    store: Store,
    rows: Sequence[StoryRow],
    folder: Path,
    settings: Settings,
    progress: Progress | None,
    told: Told | None,
) -> None:
    """A report for each story, those that are as they were excepted; reports of stories that are gone are removed."""
    ledger = folder / "documents.json"
    try:
        made = msgspec.json.decode(ledger.read_bytes(), type=dict[str, str])
    except (OSError, msgspec.DecodeError):
        made = {}
    for number, row in enumerate(rows, 1):
        page = folder / f"{row.id}.html"
        if made.get(row.id) != row.document or not page.exists():
            write_atomically(page, _page(store, row, settings, told).encode("utf-8", "replace"))
        if progress:
            progress(number, len(rows), row.title)
    now = {row.id: row.document for row in rows}
    for gone in made.keys() - now.keys():
        (folder / f"{gone}.html").unlink(missing_ok=True)
    write_atomically(ledger, msgspec.json.encode(now, order="sorted"))


def _page(store: Store, row: StoryRow, settings: Settings, told: Told | None) -> str:
    try:
        document, articles = opened(store, row, settings, told=told)
    except CrosscheckError as error:
        return environment().get_template("archive/lost.html").render(s=strings, row=row, reason=str(error))
    return render(document, context_of(articles))


def index(state: State, rows: Sequence[StoryRow], *, most: int, folder: str, every: int = 0) -> str:
    """The page of the ``most`` worst stories of all, with links into ``folder``."""
    css = asset("style.css") + asset("archive/index.css")
    script = asset("archive/index.js")
    return (
        environment()
        .get_template("archive/index.html")
        .render(
            s=strings,
            css=Markup(css),
            script=Markup(script),
            policy=policy(css, script),
            every=every,
            head=_head(state, rows, most),
            rows=[_row(row, folder) for row in rows[:most]],
        )
    )


def _head(state: State, rows: Sequence[StoryRow], most: int) -> dict[str, Any]:
    counts = {level: sum(row.findings.get(level, 0) for row in rows) for level in LEVELS}
    unread = sum(batch.unread for batch in state.batches)
    return {
        "stories": strings.count(len(rows), ("story", "stories")),
        "articles": strings.count(sum(len(row.members) for row in rows), ("article", "articles")),
        "loud": sum(1 for row in rows if row.findings.get("error") or row.findings.get("warning")),
        "levels": [(lv, strings.count(n, strings.LEVEL_PLURALS[lv])) for lv, n in counts.items() if n],
        "made": f"{made_on()}.",
        "unread": strings.count(unread, ("article or file", "articles or files")) if unread else "",
        "more": f"{len(rows) - most:,} more stories are not listed here: crosscheck archive stories lists all."
        if len(rows) > most
        else "",
    }


def _row(row: StoryRow, folder: str) -> dict[str, Any]:
    more = len(row.outlets) - MOST_OUTLETS
    days = [when(day) for day in dict.fromkeys((row.first, row.last)) if day]
    return {
        "id": row.id,
        "link": quote(f"{folder}/{row.id}.html"),
        "title": one_line(row.title, 160) or row.id,
        "levels": [(lv, n, strings.LEVEL_PLURALS[lv][n != 1]) for lv in LEVELS if (n := row.findings.get(lv, 0))],
        "kinds": ", ".join(f"{strings.KIND_ONE[kind]} {n}" for kind, n in row.kinds.items()),
        "articles": len(row.members),
        "outlets": one_line(", ".join(row.outlets[:MOST_OUTLETS])) + (f" and {more} more" if more > 0 else ""),
        "days": " to ".join(days) or "undated",
        "trouble": one_line(row.trouble) if row.trouble else "",
    }
