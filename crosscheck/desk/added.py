"""Articles that people add to an event: pasted, or fetched by their addresses where an admin allowed that."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import msgspec
from sqlalchemy.orm import Session

from crosscheck.desk.core import Desk
from crosscheck.fetching import CannotFetch, Fetcher, Page
from crosscheck.fetching.folder import stem_of
from crosscheck.fetching.web import TYPES
from crosscheck.store import files
from crosscheck.store.files import File
from crosscheck.store.text import storable
from crosscheck.store.views import Actor, StoreError

NOT_ALLOWED = "This desk does not fetch addresses: an admin can allow it in the settings."
_ROLES = ("source", "primary", "draft")


class Pasted(msgspec.Struct, frozen=True, kw_only=True):
    """An article as it was pasted, with what is told of it; "" for what is not."""

    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    role: str = "source"


def pasted_file(given: Pasted, desk: Desk, taken: Iterable[str]) -> File:
    """The file of a pasted article. Raises :class:`StoreError` with the field that is wrong."""
    text = given.text.replace("\r\n", "\n")
    if not text.strip():
        raise StoreError("empty", "Paste the text of the article.", field="text")
    data = (storable(text).rstrip() + "\n").encode()
    if len(data) > desk.limits.file_bytes:
        raise StoreError("too_large", f"Larger than {desk.limits.file_bytes // 1_000_000} MB.", field="text")
    published = given.published.strip()
    if published:
        try:
            date.fromisoformat(published)
        except ValueError as error:
            raise StoreError("invalid", "A day as in 2024-05-12, please.", field="published") from error
    url = given.url.strip()
    if url and not re.match(r"https?://\S+\Z", url):
        raise StoreError("invalid", "An address begins with http:// or https://.", field="url")
    if given.role not in _ROLES:
        raise StoreError("invalid", "An article is a source, a primary document or a draft.", field="role")
    told = {"title": given.title.strip(), "publisher": given.publisher.strip(), "published": published, "url": url}
    meta = {key: storable(value)[:500] for key, value in told.items() if value}
    if given.role != "source":
        meta["role"] = given.role
    first = next(line for line in text.splitlines() if line.strip())
    stem = re.sub(r"[^a-z0-9]+", "-", (given.title or first).lower()).strip("-")[:60].rstrip("-") or "pasted"
    return File(name=files.free_name(stem, ".txt", set(taken)), data=data, meta=meta)


def bounded(desk: Desk, sizes: list[tuple[str, int]], *, field: str) -> None:
    """Raises :class:`StoreError` where an event has more than this desk takes."""
    if len(sizes) > desk.limits.files or sum(size for _, size in sizes) > desk.limits.upload_bytes:
        raise StoreError("too_large", "That is more than this desk takes in one event.", field=field)


# --- by address ------------------------------------------------------------------------------------------------------


def addresses_of(text: str, most: int) -> list[str]:
    """Addresses, one a line or with spaces between them. Raises :class:`StoreError` where they are none or too many."""
    found = list(dict.fromkeys(text.split()))
    if not found:
        raise StoreError("empty", "Give at least one address.", field="addresses")
    if len(found) > most:
        raise StoreError("too_many", f"At most {most} addresses at once.", field="addresses")
    return found


def allowed(session: Session) -> None:
    """Raises :class:`StoreError` where no admin allowed that addresses are fetched."""
    if not files.may_fetch(session):
        raise StoreError("forbidden", NOT_ALLOWED, field="addresses")


def fetch(desk: Desk, addresses: Iterable[str]) -> tuple[list[Page], dict[str, str]]:
    """The pages that came, and why others did not, by address. Blocks; never reaches an inner network."""
    fetcher = Fetcher(desk.bounds)
    came: list[Page] = []
    failed: dict[str, str] = {}
    for address in addresses:
        try:
            came.append(fetcher.fetch(address))
        except CannotFetch as error:
            failed[address] = str(error)
    return came, failed


def keep(session: Session, actor: Actor, event_id: int, pages: Iterable[Page]) -> None:
    """Keep pages as evidence, and as files of the event."""
    for page in pages:
        told = {"asked": page.asked, "url": page.url, "at": page.at, "media": page.media}
        told["ending"] = TYPES.get(page.media, ".html")
        files.keep_page(session, actor, event_id, told, page.data, stem_of(page.url))
