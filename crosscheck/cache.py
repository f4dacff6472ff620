"""The cache of extractions: what one article tells, kept between runs so that the language model need not load.

Content-addressed: the key is a hash of the article as normalising sees it, the settings of extraction, the model and
its version, and the code that extracts. Entries are msgpack files, written beside and moved into place, so concurrent
runs at worst do the same work twice. The folder is bounded: the entries longest unused go first. An entry that cannot
be read counts as absent.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from crosscheck import __version__
from crosscheck.model import Article, Extraction
from crosscheck.registry import plugins
from crosscheck.settings import Settings

ENVIRONMENT = "CROSSCHECK_CACHE_DIR"
# an average article's entry takes about 20 kB: this holds some ten thousand articles, a desk's month
MAX_BYTES = 256_000_000
KEEP_SHARE = 0.8  # what pruning leaves, so that not every run prunes
PRUNE_EVERY = 64  # entries written by one run between two looks at the folder's size
TOUCH_AFTER = 86_400.0  # seconds: use is noted once a day, reading stays cheap
_SUFFIX = ".xc"
_LAYERS = ("extract", "normalise", "data")  # folders of this package whose code decides what is extracted
_FILES = ("layout.py", "model.py", "registry.py", "workers.py")


class CacheInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What ``crosscheck cache info`` shows."""

    folder: str
    entries: int
    bytes: int
    max_bytes: int


def default_folder() -> Path:
    """CROSSCHECK_CACHE_DIR, or the platform's folder for caches of this user."""
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_cache_dir("crosscheck", appauthor=False))


class DiskCache:
    """Extractions by content. ``get`` and ``put`` never raise for the sake of the disk: a cache only saves time."""

    def __init__(self, folder: Path | None = None, *, max_bytes: int = MAX_BYTES) -> None:
        self.folder = folder or default_folder()
        self.max_bytes = max_bytes
        self._written = 0
        self._base: dict[int, bytes] = {}
        self._decoder = msgspec.msgpack.Decoder(Extraction)

    def get(self, article: Article, settings: Settings) -> Extraction | None:
        """What was kept for this article under these settings, or None."""
        path = self._path(article, settings)
        try:
            data = path.read_bytes()
            found = self._decoder.decode(data)
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
        path = self._path(article, settings)
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            data = msgspec.msgpack.encode(extraction)
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(data)
            beside.replace(path)
        except (OSError, ValueError):
            beside.unlink(missing_ok=True) if beside.exists() else None
            return
        self._written += 1
        if self._written % PRUNE_EVERY == 1:
            self.prune()

    def info(self) -> CacheInfo:
        """How much is kept, and where."""
        sizes = [size for _, size, _ in self._entries()]
        return CacheInfo(folder=str(self.folder), entries=len(sizes), bytes=sum(sizes), max_bytes=self.max_bytes)

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
        try:
            content = msgspec.msgpack.encode(bare)
        except UnicodeEncodeError:
            content = repr(bare).encode("utf-8", "backslashreplace")
        name = hashlib.sha256(base + b"\x1f" + content).hexdigest()[:40]
        return self.folder / name[:2] / f"{name[2:]}{_SUFFIX}"

    def _entries(self) -> Iterator[tuple[Path, int, float]]:
        """(path, bytes, time of last use) of every entry."""
        try:
            shelves = sorted(p for p in self.folder.iterdir() if len(p.name) == 2 and p.is_dir())
        except OSError:
            return
        for shelf in shelves:
            with os.scandir(shelf) as rows:
                for row in sorted(rows, key=lambda r: r.name):
                    if row.name.endswith(_SUFFIX) or f"{_SUFFIX}." in row.name:
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
    """The version, with size and time of every source file that extracts: cheap, and right in a checkout too."""
    root = Path(__file__).parent
    stamps = [f"{f}:{_stamp((root / f).stat())}" for f in _FILES]
    for layer in _LAYERS:
        stamps += _stamps(root / layer)
    others = [f"{module} {package}" for module, package in plugins("crosscheck.extractors")]
    return hashlib.sha256("\n".join([__version__, *sorted(stamps), *others]).encode()).hexdigest()


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


def _remove(path: Path) -> int:
    try:
        path.unlink()
    except OSError:
        return 0
    return 1
