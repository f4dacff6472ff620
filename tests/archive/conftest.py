"""Archives over the toy pipeline of the command line's tests: no language model, workers and shards are real."""

from __future__ import annotations

import errno
from contextlib import contextmanager

import pytest

from crosscheck.archive.store import Store
from crosscheck.read import make_article
from tests.cli import conftest as cli
from tests.newsroom import FIRE, event, write

toy, program = cli.toy, cli.program


@pytest.fixture
def desk(toy, monkeypatch):
    """The toy pipeline where archives look for it; workers are forks of this process."""
    pytest.importorskip("scipy", reason="needs the extra archive")
    pytest.importorskip("dask", reason="needs the extra archive")
    pytest.importorskip("wordfreq", reason="needs the extra archive")
    monkeypatch.setattr("crosscheck.workers.extract_one", lambda article, settings: cli.extraction(article))
    monkeypatch.setattr("crosscheck.workers.warm", lambda model: None)
    return toy


def told(articles, **facts):
    """The articles with lines that the toy pipeline reads as facts."""
    lines = "".join(f"\n{key}: {value}\n" for key, value in facts.items())
    return [
        make_article(a.text + lines, path=a.path, meta={"published": a.published, "publisher": a.path})
        for a in articles
    ]


@pytest.fixture
def wires(desk):
    """Four fires in a folder tree; in the second and third, sources differ."""
    for n in range(4):
        first, *rest = event(n)
        write(
            [*told([first], dead=9, grave=1 if n == 2 else 2), *told(rest, dead=9 if n == 0 else 9 + n, grave=2)],
            desk / "wires",
        )
    return desk / "wires"


def later(desk, number, folder="late"):
    """One more article of an event, in a folder of its own."""
    (one,) = told(event(number, day="2024-03-07", folder=folder, texts=FIRE[2:]), dead=30, grave=2)
    write([one], desk)
    return desk / folder


@pytest.fixture
def full_disk(monkeypatch):
    """A context in which no disk has room for the index of stories."""
    written = Store._write_beside

    def full(self, target, pieces):
        if "stories-" in str(target):
            raise OSError(errno.ENOSPC, "No space left on device")
        written(self, target, pieces)

    @contextmanager
    def context():
        with monkeypatch.context() as patch:
            patch.setattr(Store, "_write_beside", full)
            yield

    return context
