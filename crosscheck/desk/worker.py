"""The process that runs checks: see :func:`crosscheck.desk.jobs.worker_command`.

Requests come in on standard input, answers go out on what was standard output at the start, both as frames: four bytes
of length, then JSON. One request at a time; the process ends when its input does. It alone loads the language model,
and dies alone when a text is too much for it.
"""

from __future__ import annotations

import os
import struct
import sys
import traceback
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from crosscheck.document import Document
from crosscheck.model import Article, Unread
from crosscheck.settings import Settings

_LENGTH = struct.Struct(">I")


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """An article that came with the request."""

    path: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    role: Literal["source", "draft", "primary"] = "source"


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A check: of articles, or of a folder of files shown under another name."""

    settings: Settings
    articles: tuple[Given, ...] = ()
    folder: str | None = None
    unread: tuple[Unread, ...] = ()
    with_text: bool = False
    processes: int | None = None
    cache: bool = True


class Step(msgspec.Struct, frozen=True, kw_only=True, tag="step"):
    """So many articles of so many are read."""

    done: int
    total: int
    what: str


class Done(msgspec.Struct, frozen=True, kw_only=True, tag="done"):
    """The findings document."""

    document: Document


class Failed(msgspec.Struct, frozen=True, kw_only=True, tag="failed"):
    """Why there is none, in a line for people."""

    reason: str


Answer = Step | Done | Failed


def frame(message: Request | Answer) -> bytes:
    """A message with its length before it."""
    data = msgspec.json.encode(message)
    return _LENGTH.pack(len(data)) + data


def length(head: bytes) -> int:
    """The length that a frame's first four bytes tell."""
    size: int = _LENGTH.unpack(head)[0]
    return size


HEAD = _LENGTH.size


def articles_of(request: Request) -> tuple[list[Article], list[Unread]]:
    """The articles of a request; of a folder, under their names below it."""
    from crosscheck.read import make_article, read_paths

    if request.folder is None:
        made = [
            make_article(
                given.text,
                path=given.path,
                meta={name: getattr(given, name) for name in ("title", "publisher", "published", "url", "role")},
            )
            for given in request.articles
        ]
        return made, list(request.unread)
    found = read_paths([request.folder], settings=request.settings)
    start = request.folder.rstrip("/") + "/"
    articles = [msgspec.structs.replace(a, path=a.path.removeprefix(start)) for a in found.articles]
    unread = [
        Unread(path=u.path.removeprefix(start), reason=u.reason.replace(start, "").replace(request.folder, "the event"))
        for u in found.unread
    ]
    return articles, [*unread, *request.unread]


def answer(request: Request, out: BinaryIO) -> Answer:
    """Run the check, telling steps on ``out``."""
    from crosscheck.pipeline import check

    articles, unread = articles_of(request)
    if not articles:
        said = f" ({unread[0].path}: {unread[0].reason})" if unread else ""
        return Failed(reason=f"There is no article that could be read{said}.")

    def step(done: int, total: int, what: str) -> None:
        _send(out, Step(done=done, total=total, what=Path(what).name))

    cache = None
    if request.cache:
        from crosscheck.cache import DiskCache

        cache = DiskCache()
    document = check(
        articles,
        settings=request.settings,
        workers=request.processes,
        cache=cache,
        progress=step,
        unread=unread,
        with_text=request.with_text,
    )
    return Done(document=document)


def _send(out: BinaryIO, message: Answer) -> None:
    out.write(frame(message))
    out.flush()


def _bound(size: int) -> None:
    """Bound the address space of this process and its children, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Serve requests until standard input ends. The first argument bounds the address space, in bytes."""
    if len(sys.argv) > 1:
        _bound(int(sys.argv[1]))
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints goes to standard error
    inp = sys.stdin.buffer
    decoder = msgspec.json.Decoder(Request)
    while len(head := inp.read(HEAD)) == HEAD:
        request = decoder.decode(inp.read(length(head)))
        try:
            message = answer(request, out)
        except MemoryError:
            message = Failed(reason="These articles need more memory than this desk gives a check.")
        except Exception as error:  # the one place that must not fall: the desk is told, the trace goes to the log
            traceback.print_exc()
            message = Failed(reason=f"The check failed: {type(error).__name__}: {error}"[:500])
        _send(out, message)


if __name__ == "__main__":
    main()
