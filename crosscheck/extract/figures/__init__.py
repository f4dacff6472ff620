"""Figures in the text: numbers with hedge, unit or currency, and what the parse says of them.

In: a :class:`~crosscheck.extract.parse.Parsed`. Out: mentions of kind ``figure``. Patterns find the numbers
(``scan``), what is a date, a time or part of a name is dropped (``exclude``), the parse tells what is counted and which
verb governs it (``context``). ``attrs`` are described in docs/figures.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosscheck.extract.figures.compound import compound
from crosscheck.extract.figures.ellipsis import resolve
from crosscheck.extract.figures.exclude import is_blocked
from crosscheck.extract.figures.grammatical import grammatical
from crosscheck.extract.figures.implicit import implicit_ones
from crosscheck.extract.figures.mentions import figure
from crosscheck.extract.figures.reader import Reader
from crosscheck.extract.figures.scan import numbers
from crosscheck.extract.figures.special import special_figures
from crosscheck.extract.parse import Parsed
from crosscheck.model import Mention

KIND = "figure"


def extract(parsed: Parsed) -> Iterable[Mention]:
    """Mentions of the figures of one article, in the order of the text."""
    taken: set[int] = set()
    kept: list[Mention] = []
    for mention in _figures(parsed):  # special figures come first: "9mm" of a pistol is a calibre, no length
        number = mention.parts["number"]
        if taken.isdisjoint(range(number.start, number.end)):
            taken.update(range(number.start, number.end))
            kept.append(mention)
    found = sorted(kept, key=lambda m: (m.span, m.parts["number"]))
    return resolve(parsed, compound(parsed.article.text, found))


def _figures(parsed: Parsed) -> Iterator[Mention]:
    text = parsed.article.text
    reader = Reader(parsed)
    found = reader.triggers
    if not (
        found.digits or found.words or found.ordinals or found.folds or found.fates or found.grammar or found.units
    ):
        return
    yield from special_figures(reader, text)
    for candidate in numbers(text, sorted({*found.digits, *found.words})):
        if is_blocked(text, candidate):
            continue
        mention = figure(reader, candidate)
        if mention is not None:
            yield mention
    yield from implicit_ones(reader)
    yield from grammatical(reader)
