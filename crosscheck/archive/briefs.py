"""Stories in brief, for who shows many of them: what a list tells, without the articles; and a story's later life."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from crosscheck.archive.checking import Shelf, place
from crosscheck.archive.listing import rank, span
from crosscheck.archive.records import Change, State, StoryRow
from crosscheck.archive.store import RESTORE, Store
from crosscheck.document import Document, decode
from crosscheck.errors import CrosscheckError
from crosscheck.model import LEVELS, FindingKind, Level
from crosscheck.pipeline import distinct
from crosscheck.report.context import safe


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """A story as a list shows it. ``document`` changes with every article that comes or goes."""

    id: str
    title: str
    first: str | None
    last: str | None
    document: str
    articles: int = 0
    outlets: tuple[str, ...] = ()
    findings: dict[Level, int] = {}
    kinds: dict[FindingKind, int] = {}
    trouble: str | None = None


class _Line(Brief, frozen=True, kw_only=True):
    members: tuple[msgspec.Raw, ...]


def briefs(store: Store, state: State) -> list[Brief]:
    """All stories of an archive in brief, the worst first."""
    if not state.stories:
        return []
    fields = [f for f in Brief.__struct_fields__ if f != "articles"]
    rows = store.records(state.stories, _Line)
    found = [Brief(articles=len(row.members), **{f: getattr(row, f) for f in fields}) for row in rows]
    return sorted(found, key=rank)


def line(row: Brief, width: int) -> str:
    """A story in one line of the terminal: id, findings, articles, outlets, days, title."""
    counts = " ".join(f"{row.findings.get(level, 0):>3}{level[0].upper()}" for level in LEVELS)
    days = span(row.first, row.last) or "undated"
    head = f"{row.id}  {counts}  {row.articles:>4} art. {len(row.outlets):>3} outl.  {days:<21}  "
    return head + safe(row.title)[: max(width - len(head), 20)]


def story(store: Store, state: State, id_: str) -> StoryRow | None:
    """The story of this whole id, None where there is none. Other lines of the index are not decoded."""
    head = b'{"id":' + msgspec.json.encode(id_) + b","
    for line in store.lines(state.stories) if state.stories else ():
        if line.startswith(head):
            try:
                return msgspec.json.decode(line, type=StoryRow)
            except msgspec.DecodeError as error:
                raise CrosscheckError(
                    f"{store.path(str(state.stories))}: story {id_} is damaged: {error}: {RESTORE}"
                ) from error
    return None


def now_in(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """Of stories that have become part of another, the story that they are in now, by the id they had."""
    into: dict[str, str] = {}
    if store.exists("changes.jsonl"):
        for change in store.records("changes.jsonl", Change):
            if change.change == "merged":
                into |= dict.fromkeys(change.others, change.story)
            for there in (change.story, *(change.others if change.change == "split" else ())):
                into.pop(there, None)
    found = {}
    for id_ in ids:
        at, seen = id_, {id_}
        while (at := into.get(at, at)) not in seen:
            seen.add(at)
        if at != id_:
            found[id_] = at
    return found


def kept(store: Store, row: StoryRow) -> Document:
    """A story's findings document as it is kept, with the texts of its articles. No language model is needed.

    Raises CrosscheckError where the document is lost or an article is damaged.
    """
    try:
        document = decode(store.read(place(row.document)))
    except (OSError, ValueError) as error:
        raise CrosscheckError(
            f"the findings of story {row.id} are lost: crosscheck archive show {store.address} {row.id} makes them anew"
        ) from error
    shelf = Shelf(store)
    texts = {a.id: a.text for a in distinct([shelf.article(m) for m in row.members])}
    articles = tuple(msgspec.structs.replace(a, text=texts.get(a.id, a.text)) for a in document.articles)
    return msgspec.structs.replace(document, articles=articles)
