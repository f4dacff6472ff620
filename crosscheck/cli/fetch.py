"""``crosscheck fetch``: articles by their addresses, into a folder that ``check`` and ``report`` read."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from crosscheck.cli import words
from crosscheck.fetching import CannotFetch, Fetcher


@click.command("fetch", short_help="Fetch articles by their addresses into a folder.")
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option(
    "-o", "--output", "folder", required=True, metavar="FOLDER", shell_complete=words.files, help="Where to keep them."
)
def command(urls: tuple[str, ...], folder: str) -> int:
    """Fetch each URL once and keep the page as it came, with a manifest.json that tells address, time and hash.

    ``-`` reads addresses from standard input, one a line. Sites are asked one page a second at most, robots.txt is
    heeded, no address of an inner network is reached. The exit status is 1 where an address failed, 2 where all did.
    """
    return fetch(list(_addresses(urls)), folder, Fetcher())


def fetch(urls: list[str], folder: str, fetcher: Fetcher) -> int:
    """Fetch and keep; says a line for each address. Returns the exit status."""
    from crosscheck.fetching.folder import Folder

    to = Folder(folder)
    kept = 0
    for url in dict.fromkeys(urls):
        try:
            name = to.keep(fetcher.fetch(url))
        except CannotFetch as error:
            click.echo(f"crosscheck: {_shown(url)}: {error}", err=True)
            continue
        kept += 1
        click.echo(str(to.path / name))
    return 0 if kept == len(dict.fromkeys(urls)) else 1 if kept else 2


def _addresses(given: tuple[str, ...]) -> Iterator[str]:
    for word in given:
        if word == "-":
            yield from (line.strip() for line in sys.stdin if line.strip() and not line.startswith("#"))
        else:
            yield word


def _shown(url: str) -> str:
    """An address as a terminal may show it."""
    return "".join(c if c.isprintable() else "\ufffd" for c in url)[:300]
