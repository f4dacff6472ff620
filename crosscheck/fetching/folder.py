"""A folder of fetched pages: each as it came, a manifest that says from where and when, earlier versions kept aside."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from crosscheck.errors import CrosscheckError
from crosscheck.fetching.web import TYPES, CannotFetch, Page
from crosscheck.files import write_atomically

MANIFEST = "manifest.json"
EARLIER = ".earlier"  # hidden, so that a check of the folder reads the newest version only
Row = dict[str, Any]


def stem_of(url: str) -> str:
    """A file name without ending for an address: its host and the last words of its path."""
    parts = urlsplit(url)
    words = [re.sub(r"\.\w{2,5}$", "", w) for w in parts.path.split("/") if w]
    last = next((w for w in reversed(words) if re.search(r"[A-Za-z]", w)), words[-1] if words else "")
    host = (parts.hostname or "page").removeprefix("www.")
    return re.sub(r"[^a-z0-9]+", "-", f"{host}-{last}".lower()).strip("-")[:80].rstrip("-") or "page"


def facts_of(page: Page) -> Row:
    """Title, publisher and day as the page tells them. Raises :class:`CannotFetch` where it is no article."""
    if page.media == "text/plain":
        if not page.data.strip():
            raise CannotFetch("the page is empty")
        return {}
    from crosscheck.read.errors import CannotRead
    from crosscheck.read.formats.html import read

    try:
        meta = next(iter(read(page.data, "page.html"))).meta
    except CannotRead as error:
        raise CannotFetch(str(error)) from error
    return {key: meta[key] for key in ("title", "publisher", "published") if meta.get(key)}


def row_of(page: Page, name: str, told: Row) -> Row:
    """The manifest's row for a page."""
    return {"file": name, **told, "url": page.url, "fetched": page.at, "sha256": page.sha256}


class Folder:
    """Where fetched pages are kept. Raises CrosscheckError where it or its manifest cannot be read or written."""

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CrosscheckError(f"{path}: cannot be made: {error.strerror or error}") from error
        self.rows = self._rows()

    def _rows(self) -> list[Row]:
        file = self.path / MANIFEST
        if not file.is_file():
            return []
        try:
            return msgspec.json.decode(file.read_bytes(), type=list[Row])
        except (OSError, msgspec.DecodeError) as error:
            raise CrosscheckError(f"{file}: not a manifest that could be added to; use another folder") from error

    def keep(self, page: Page) -> str:
        """Keep a page and write the manifest; returns the file's name. Raises :class:`CannotFetch` for no article."""
        told = facts_of(page)
        old = next((r for r in self.rows if r.get("url") == page.url and self._is_ours(str(r.get("file")))), None)
        name = str(old["file"]) if old else self._free(stem_of(page.url), TYPES.get(page.media, ".html"))
        try:
            if old is not None:
                self._set_aside(old, page)
                self.rows.remove(old)
            write_atomically(self.path / name, page.data)
            self.rows.append(row_of(page, name, told))
            kept = msgspec.json.format(msgspec.json.encode(self.rows), indent=2)
            write_atomically(self.path / MANIFEST, kept + b"\n")
        except OSError as error:
            raise CrosscheckError(f"{self.path}: cannot be written: {error.strerror or error}") from error
        return name

    def _is_ours(self, name: str) -> bool:
        """A plain name in this folder; a manifest that somebody else wrote may name any file."""
        return Path(name).name == name and name != MANIFEST and not name.startswith(".")

    def _free(self, stem: str, ending: str) -> str:
        taken = {str(r.get("file", "")) for r in self.rows}
        number = 1
        while (name := f"{stem}{f'-{number}' if number > 1 else ''}{ending}") in taken or (self.path / name).exists():
            number += 1
        return name

    def _set_aside(self, old: Row, page: Page) -> None:
        """Keep the version that was fetched before, under its time, where it differs."""
        file = self.path / str(old["file"])
        if not file.is_file() or old.get("sha256") == page.sha256:
            return
        aside = self.path / EARLIER
        aside.mkdir(exist_ok=True)
        stamp = re.sub(r"\D", "", str(old.get("fetched", "")))[:14] or "earlier"
        file.rename(aside / f"{file.stem}-{stamp}{file.suffix}")
