"""The command group."""

from __future__ import annotations

import sys

import click
import msgspec

from crosscheck.document import encode
from crosscheck.pipeline import check as run_check
from crosscheck.pipeline import extract
from crosscheck.read import read_paths
from crosscheck.settings import Settings


@click.group()
def main() -> None:
    """Check facts across sources."""


@main.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--format", "format_", default="json")
@click.option("--output", default=None)
@click.option("--fail-on", default="warning")
@click.option("--workers", type=int, default=None)
def check(paths: tuple[str, ...], format_: str, output: str | None, fail_on: str, workers: int | None) -> None:
    """Findings of the articles against each other."""
    settings = Settings()
    read = read_paths(paths, settings=settings)
    document = run_check(read.articles, settings=settings, unread=read.unread, workers=workers)
    data = encode(document)
    if output:
        with open(output, "wb") as file:
            file.write(data)
    else:
        sys.stdout.buffer.write(data)


@main.command()
@click.argument("paths", nargs=-1, required=True)
def facts(paths: tuple[str, ...]) -> None:
    """What was extracted, one JSON object a line."""
    settings = Settings()
    read = read_paths(paths, settings=settings)
    for extraction in extract(read.articles, settings=settings).values():
        for fact in extraction.facts:
            sys.stdout.buffer.write(msgspec.json.encode(fact) + b"\n")
