"""``crosscheck facts``: what was extracted, one JSON object a line."""

from __future__ import annotations

from typing import Any

import click
import msgspec

from crosscheck.cli import words
from crosscheck.cli.options import Asked, Command, reading
from crosscheck.cli.output import to_stdout
from crosscheck.cli.session import Session
from crosscheck.model import Article, Fact, Quantity, When


@click.command("facts", cls=Command, short_help="What was extracted, one JSON object a line.")
@reading
@click.option(
    "--output", "-o", metavar="FILE", shell_complete=words.files, help="Write there instead of to standard output."
)
@click.option(
    "--format", "format_", type=click.Choice(["jsonl"]), default="jsonl", help="jsonl, the only one: an object a line."
)
def command(format_: str, **options: Any) -> int:
    """What each article tells, before anything is compared: names, roles, dates, figures, places, quotes."""
    from pathlib import Path

    from crosscheck.files import write_atomically
    from crosscheck.pipeline import distinct, extract

    asked = Asked(**options)
    session = Session(asked)
    articles, _ = session.read(compare=False)
    articles = tuple(distinct(articles))
    with session.reading() as progress:
        found = extract(
            articles,
            settings=session.settings,
            workers=session.config.workers,
            cache=session.cache,
            progress=progress,
        )
    lines = []
    for article in articles:
        session.warn(f"{article.path}: {w}" for w in found[article.id].warnings)
        facts = (f for f in found[article.id].facts if not _doubtful(f))
        lines += [msgspec.json.encode(line(fact, article)).decode() + "\n" for fact in facts]
    if asked.output and asked.output != "-":
        write_atomically(Path(asked.output), "".join(lines).encode())
    else:
        to_stdout("".join(lines), machine=True)
    return 0


def _doubtful(fact: Fact) -> bool:
    """Capitalised words that no cue calls a name: kept for comparing with other articles' names, told nobody."""
    return bool(fact.mention.attrs.get("maybe"))


def line(fact: Fact, article: Article) -> dict[str, Any]:
    """One fact as the contract has it."""
    mention = fact.mention
    return {
        "article": mention.article,
        "path": article.path,
        "kind": fact.kind,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": article.text[mention.span.start : mention.span.end],
        "confidence": round(mention.confidence, 3),
        "value": _value(fact),
        "parts": {
            name: {"start": span.start, "end": span.end, "text": article.text[span.start : span.end]}
            for name, span in sorted(mention.parts.items())
        },
    }


def _value(fact: Fact) -> dict[str, Any]:
    """The value without its tag; a duration without an interval's empty bounds; whole numbers as such."""
    value: dict[str, Any] = msgspec.to_builtins(fact.value)
    value.pop("type")
    match fact.value:
        case When(duration=str(), start=None):
            value = {k: v for k, v in value.items() if v is not None}
        case Quantity():
            for bound in ("low", "high"):
                number = value[bound]
                if isinstance(number, float) and number.is_integer() and abs(number) < 2**53:
                    value[bound] = int(number)
    return value
