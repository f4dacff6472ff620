"""The check of stories: a task takes some stories, fetches their articles and facts, and writes a document each.

Facts come from the store, so that no language model runs here but for those that are damaged. A document's name tells
what is in it: a story that gained nothing keeps its document, and a task that runs twice writes nothing twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256

import msgspec

from crosscheck.archive.collecting import seldom
from crosscheck.archive.records import Done, Member
from crosscheck.archive.shards import row
from crosscheck.archive.store import RESTORE, Store
from crosscheck.document import Document, decode, encode
from crosscheck.errors import CrosscheckError
from crosscheck.model import Article, Extraction, FindingKind, Level
from crosscheck.settings import Settings


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What the index needs to know of a document."""

    document: str
    findings: dict[Level, int] = {}
    kinds: dict[FindingKind, int] = {}
    trouble: str | None = None
    damaged: tuple[str, ...] = ()  # shards with damaged facts, which were read anew


class CheckTask(msgspec.Struct, frozen=True, kw_only=True):
    """Stories to check: the name of each document and who is in it."""

    address: str
    settings: Settings
    stories: tuple[tuple[str, tuple[Member, ...]], ...]


def document_name(members: Sequence[Member], settings: Settings) -> str:
    """A name from the articles, in order, and all settings that decide what is found."""
    content = "\n".join(f"{m.key}\0{m.article}" for m in members)
    return sha256(f"{settings.digest()}\n{content}".encode("utf-8", "replace")).hexdigest()[:20]


def place(name: str) -> str:
    """Where a document lies in the store."""
    return f"documents/{name[:2]}/{name}.json"


def ready() -> None:
    """Import all that comparing needs: a worker that has only read does so while the stories are found."""
    from crosscheck.pipeline import check

    check((), workers=1)


def check_stories(task: CheckTask) -> list[Checked]:
    """Check some stories, those whose document is there excepted; the counts of each, in order."""
    store = Store(task.address)
    shelf = Shelf(store)
    found = []
    for name, members in task.stories:
        document = _kept(store, name)
        if document is None:
            try:
                with seldom():
                    document = checked(shelf, members, task.settings)
            except CrosscheckError as error:  # a damaged shard costs the stories in it, and is told
                found.append(Checked(document=name, trouble=str(error), damaged=tuple(sorted(shelf.damaged))))
                continue
            store.write(place(name), encode(document, indent=0))
        found.append(msgspec.structs.replace(counted(name, document), damaged=tuple(sorted(shelf.damaged))))
    return found


def counted(name: str, document: Document) -> Checked:
    """The counts of a document."""
    loud = [f for f in document.findings if f.level != "note"]
    return Checked(
        document=name,
        findings=dict(sorted(Counter(f.level for f in document.findings).items())),
        kinds=dict(sorted(Counter(f.kind for f in loud).items())),
    )


def checked(shelf: Shelf, members: Sequence[Member], settings: Settings) -> Document:
    """The findings document of these articles, from what the store holds."""
    from crosscheck.pipeline import check

    articles = [shelf.article(m) for m in members]
    return check(articles, settings=settings, workers=1, cache=StoreCache(shelf, members))


def _kept(store: Store, name: str) -> Document | None:
    try:
        return decode(store.read(place(name)))
    except (OSError, msgspec.DecodeError):
        return None


class Shelf:
    """Articles and facts by their place in the store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.damaged: set[str] = set()  # shards of which some facts were no longer what was written
        self._done: dict[str, Done] = {}

    def article(self, member: Member) -> Article:
        """An article as it was read. Raises CrosscheckError where its shard is damaged."""
        try:
            return msgspec.json.decode(row(self.store, self._of(member.shard), "articles", member.row), type=Article)
        except msgspec.DecodeError as error:
            raise CrosscheckError(f"shard {member.shard}: damaged: {error}: restore it from a copy") from error

    def facts(self, member: Member, id_: str) -> Extraction | None:
        """What an article tells, under the id ``id_``; None where that is damaged: the shard is then in ``damaged``."""
        done = self._of(member.shard)
        try:
            data = row(self.store, done, "facts", member.row)
            if id_ != member.article:  # an id is a hash: it stands in the JSON for nothing else
                data = data.replace(member.article.encode(), id_.encode())
            return msgspec.json.decode(data, type=Extraction)
        except (CrosscheckError, msgspec.DecodeError):
            self.damaged.add(member.shard)
            return None

    def _of(self, shard: str) -> Done:
        if shard not in self._done:
            done = self.store.done(shard)
            if done is None:
                raise CrosscheckError(f"shard {shard} is missing or damaged: {RESTORE}")
            self._done[shard] = done
        return self._done[shard]


class StoreCache:
    """The extractions of one story, for the pipeline in the place of its cache."""

    def __init__(self, shelf: Shelf, members: Sequence[Member]) -> None:
        self._shelf = shelf
        self._members = members

    @cached_property
    def _by_id(self) -> dict[str, Member]:
        """Members by the ids that the pipeline gives: of one text twice, the second is ``id-2``."""
        seen: Counter[str] = Counter()
        found = {}
        for member in self._members:
            seen[member.article] += 1
            n = seen[member.article]
            found[member.article if n == 1 else f"{member.article}-{n}"] = member
        return found

    def get(self, article: Article, settings: Settings) -> Extraction | None:
        """What the store holds of an article; under the id that the article has in this story."""
        member = self._by_id.get(article.id)
        return self._shelf.facts(member, article.id) if member else None

    def put(self, article: Article, settings: Settings, extraction: Extraction) -> None:
        """Nothing: shards are written by those who read."""

    def get_document(self, articles: Sequence[Article], settings: Settings, with_text: bool) -> Document | None:
        """Nothing: documents have their place in the store."""
        return None

    def put_document(
        self, articles: Sequence[Article], settings: Settings, with_text: bool, document: Document
    ) -> None:
        """Nothing."""
