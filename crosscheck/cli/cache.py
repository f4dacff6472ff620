"""``crosscheck cache``: how much is kept between runs, and a way to be rid of it."""

from __future__ import annotations

import click

from crosscheck.cache import DiskCache
from crosscheck.report.wording import count


@click.group("cache", short_help="The cache of extractions.")
def command() -> None:
    """Extractions are kept by content, so that only changed articles are read again."""


@command.command("info")
def info() -> None:
    """Where the cache is and how much it holds."""
    kept = DiskCache().info()
    counted = f"{count(kept.entries, 'article')} and {count(kept.documents, 'result')}"
    click.echo(f"{kept.folder}\n{counted}, {_size(kept.bytes)} of at most {_size(kept.max_bytes)}")


@command.command("clear")
def clear() -> None:
    """Remove everything that is kept."""
    cache = DiskCache()
    removed = cache.clear()
    click.echo(f"removed {removed:,} entries from {cache.folder}")


def _size(n: int) -> str:
    return f"{n / 1_000_000:.1f} MB" if n >= 100_000 else f"{n / 1000:.1f} kB"
