"""The cache: what one article tells, and what was found on a set of articles, kept between runs.

Content-addressed. The key of an extraction is a hash of the article as normalising sees it, the settings of
extraction, the model with its version, and the code that extracts: with it the language model need not load. The key
of a document is a hash of its articles, all settings and all code: with it a repeated check only reads and reports.

Entries are msgpack files, written beside and moved into place, so that concurrent runs at worst do the same work twice.
The folder is bounded: the entries longest unused go first. An entry that cannot be read counts as absent.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from crosscheck import __version__
from crosscheck.document import Document
from crosscheck.model import Article, Extraction
from crosscheck.registry import plugins
from crosscheck.settings import Settings

ENVIRONMENT = "CROSSCHECK_CACHE_DIR"
# an average article's entry takes about 20 kB: this holds some ten thousand articles, a desk's month
MAX_BYTES = 256_000_000
KEEP_SHARE = 0.8  # what pruning leaves, so that not every run prunes
LARGEST_SHARE = 0.1  # an entry larger than this share of the bound is not kept: it would push out all others
PRUNE_EVERY = 64  # entries written by one run between two looks at the folder's size
TOUCH_AFTER = 86_400.0  # seconds: use is noted once a day, reading stays cheap
_SUFFIX, _DOCUMENT = ".xc", ".xd"
# what of this package changes no extraction; all else counts as code that extracts
_LATER = frozenset(
    "align archive compare report cli desk store api.py baseline.py cache.py config.py document.py errors.py files.py "
    "git.py pages.py pipeline.py policy.py suppress.py read rule_pages templates".split()
)


class CacheInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What ``crosscheck cache info`` shows."""

    folder: str
    entries: int
    documents: int
    bytes: int
    max_bytes: int


def default_folder() -> Path:
    """CROSSCHECK_CACHE_DIR, or the platform's folder for caches of this user."""
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Path(named).expanduser()
    import platformdirs

    folder = Path(platformdirs.user_cache_dir("crosscheck", appauthor=False))
    if folder.is_absolute():
        return folder
    import tempfile  # a user without a home (a container's number): "~" must not become a folder of that name

    return Path(tempfile.gettempdir()) / f"crosscheck-cache-{os.getuid() if hasattr(os, 'getuid') else 'user'}"


class DiskCache:
    """Extractions by content. ``get`` and ``put`` never raise for the sake of the disk: a cache only saves time."""

    def __init__(self, folder: Path | None = None, *, max_bytes: int = MAX_BYTES) -> None:
        self.folder = folder or default_folder()
        self.max_bytes = max_bytes
        self._written = 0
        self._base: dict[int, bytes] = {}

    def get(self, article: Article, settings: Settings) -> Extraction | None:
        """What was kept for this article under these settings, or None."""
        path = self._path(article, settings)
        try:
            found = msgspec.msgpack.decode(path.read_bytes(), type=Extraction)
        except (OSError, msgspec.MsgspecError, RecursionError):
            return None
        if found.article != article.id:
            return None
        self._touch(path)
        return found

    def put(self, article: Article, settings: Settings, extraction: Extraction) -> None:
        """Keep an extraction. One with warnings is not kept: a fault should be seen again, and may be gone."""
        if extraction.warnings:
            return
        self._write(self._path(article, settings), extraction)

    def get_document(self, articles: Sequence[Article], settings: Settings, with_text: bool) -> Document | None:
        """The document of exactly these articles, in this order, under these settings, or None."""
        path = self._document_path(articles, settings, with_text)
        try:
            found = msgspec.msgpack.decode(path.read_bytes(), type=Document)
        except (OSError, msgspec.MsgspecError, RecursionError):
            return None
        self._touch(path)
        return found

    def put_document(
        self, articles: Sequence[Article], settings: Settings, with_text: bool, document: Document
    ) -> None:
        """Keep a document, as it is before anything is chosen, ignored or cut off."""
        self._write(self._document_path(articles, settings, with_text), document)

    def _write(self, path: Path, value: Extraction | Document) -> None:
        beside = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
        try:
            data = msgspec.msgpack.encode(value)
            if len(data) > self.max_bytes * LARGEST_SHARE:
                return
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(data)
            beside.replace(path)
        except (OSError, ValueError):
            _remove(beside)
            return
        self._written += 1
        if self._written % PRUNE_EVERY == 1:
            self.prune()

    def info(self) -> CacheInfo:
        """How much is kept, and where."""
        rows = [(path, size) for path, size, _ in self._entries()]
        documents = sum(_DOCUMENT in path.name for path, _ in rows)
        return CacheInfo(
            folder=str(self.folder),
            entries=len(rows) - documents,
            documents=documents,
            bytes=sum(size for _, size in rows),
            max_bytes=self.max_bytes,
        )

    def clear(self) -> int:
        """Remove every entry; returns how many there were. Only files that the cache wrote are touched."""
        removed = 0
        for path, _, _ in list(self._entries()):
            removed += _remove(path)
        return removed

    def prune(self) -> int:
        """Remove the entries longest unused until the folder is within its bound; returns how many went."""
        entries = sorted(self._entries(), key=lambda e: e[2])
        total = sum(size for _, size, _ in entries)
        if total <= self.max_bytes:
            return 0
        removed = 0
        for path, size, _ in entries:
            if total <= self.max_bytes * KEEP_SHARE:
                break
            removed += _remove(path)
            total -= size
        return removed

    def _path(self, article: Article, settings: Settings) -> Path:
        base = self._base.get(id(settings))
        if base is None:
            base = self._base[id(settings)] = extraction_key(settings).encode()
        # path, role and address of an article change nothing in what it tells
        bare = msgspec.structs.replace(article, path="", role="source", url=None)
        return self._place(base + b"\x1f" + _content(bare), _SUFFIX)

    def _document_path(self, articles: Sequence[Article], settings: Settings, with_text: bool) -> Path:
        rules = [f"{module} {package}" for module, package in plugins("crosscheck.rules")]
        parts = [extraction_key(settings), settings.digest(), package_version(), str(with_text), *rules]
        content = b"\x1f".join(_content(a) for a in articles)
        return self._place("\x1f".join(parts).encode() + content, _DOCUMENT)

    def _place(self, key: bytes, suffix: str) -> Path:
        name = hashlib.sha256(key).hexdigest()[:40]
        return self.folder / name[:2] / f"{name[2:]}{suffix}"

    def _entries(self) -> Iterator[tuple[Path, int, float]]:
        """(path, bytes, time of last use) of every entry."""
        try:
            shelves = sorted(p for p in self.folder.iterdir() if len(p.name) == 2 and p.is_dir())
        except OSError:
            return
        for shelf in shelves:
            with os.scandir(shelf) as rows:
                for row in sorted(rows, key=lambda r: r.name):
                    if any(row.name.endswith(s) or f"{s}." in row.name for s in (_SUFFIX, _DOCUMENT)):
                        try:
                            stat = row.stat()
                        except OSError:
                            continue  # another run removed it
                        yield Path(row.path), stat.st_size, stat.st_mtime

    def _touch(self, path: Path) -> None:
        try:
            if time.time() - path.stat().st_mtime > TOUCH_AFTER:
                os.utime(path)
        except OSError:
            pass  # a read-only cache still serves


def extraction_key(settings: Settings) -> str:
    """Hash of all that, besides the article, decides what is extracted. The house list is compared later."""
    plain = msgspec.to_builtins(settings)
    for later in ("house", "draft", "sources"):
        plain.pop(later, None)
    parts = [msgspec.json.encode(plain), model_version(settings.model).encode(), code_version().encode()]
    return hashlib.sha256(b"\x1f".join(parts)).hexdigest()


@cache
def code_version() -> str:
    """Hash of the code that extracts, other packages' extractors included."""
    own = [stamp for name, stamp in _package() if name not in _LATER]
    others = [f"{module} {package}" for module, package in plugins("crosscheck.extractors")]
    return hashlib.sha256("\n".join([__version__, *own, *others]).encode()).hexdigest()


@cache
def package_version() -> str:
    """Hash of all code of this package."""
    return hashlib.sha256("\n".join([__version__, *(stamp for _, stamp in _package())]).encode()).hexdigest()


@cache
def _package() -> tuple[tuple[str, str], ...]:
    """(name, size and time of what is in it) of every file and folder of this package.

    Cheaper than hashing sources, and right in a checkout too, where the version stays and the code does not.
    """
    rows = []
    with os.scandir(Path(__file__).parent) as found:
        for row in sorted(found, key=lambda r: r.name):
            if row.is_dir():
                if row.name != "__pycache__":
                    rows.append((row.name, "\n".join(_stamps(Path(row.path)))))
            elif row.name.endswith(".py"):
                rows.append((row.name, f"{row.name}:{_stamp(row.stat())}"))
    return tuple(rows)


@cache
def model_version(model: str) -> str:
    """Version of the installed model package without importing it, "" when it cannot be told."""
    import sys

    if os.path.isdir(model):
        return "\n".join(_stamps(Path(model)))
    package = model.replace("-", "_").casefold()
    for place in sys.path:
        try:
            names = sorted(os.listdir(place or "."))
        except OSError:
            continue
        for name in names:
            stem = name.casefold().replace("-", "_")
            if stem.startswith(f"{package}_") and name.endswith(".dist-info"):
                return name
    return ""


def _stamps(folder: Path) -> list[str]:
    found: list[str] = []
    try:
        with os.scandir(folder) as rows:
            for row in rows:
                if row.is_dir(follow_symlinks=False):
                    if row.name != "__pycache__":
                        found += _stamps(Path(row.path))
                elif not row.name.endswith((".pyc", ".tmp")):
                    found.append(f"{folder.name}/{row.name}:{_stamp(row.stat())}")
    except OSError:
        pass  # the folder is optional
    return sorted(found)


def _stamp(stat: os.stat_result) -> str:
    return f"{stat.st_size}-{stat.st_mtime_ns}"


def _content(article: Article) -> bytes:
    try:
        return msgspec.msgpack.encode(article)
    except UnicodeEncodeError:  # a lone surrogate, before the pipeline has replaced it
        return repr(article).encode("utf-8", "backslashreplace")


def _remove(path: Path) -> int:
    try:
        path.unlink()
    except OSError:
        return 0
    return 1
