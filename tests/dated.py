"""Dates of a sentence, for tables of tests: from text to what is told, in one short line."""

from __future__ import annotations

from crosscheck.extract import dates as extractor
from crosscheck.extract.parse import parse
from crosscheck.model import Article, Fact, When
from crosscheck.normalise import dates as normaliser
from crosscheck.normalise.people import Scene
from crosscheck.settings import Settings

PUBLISHED = "2013-07-03"  # a Wednesday


def dates_of(nlp, text: str, published: str | None = PUBLISHED) -> list[Fact]:  # type: ignore[no-untyped-def]
    """The date facts of a text."""
    article = Article(id="a", path="a.txt", title="", text=text, published=published)
    parsed = parse(article, nlp)
    mentions = list(extractor.extract(parsed))
    scene = Scene(article=article, sentences=parsed.sentences, mentions=tuple(mentions), settings=Settings())
    return normaliser.normalise(mentions, scene)


def told(nlp, text: str) -> str:  # type: ignore[no-untyped-def]
    """ "2013-05-01 2013-05-31", "2013-07-02", "dur P3D", "open" or "none"; several facts with "&" between them."""
    return " & ".join(_shown(f) for f in dates_of(nlp, text)) or "none"


def _shown(fact: Fact) -> str:
    value = fact.value
    assert isinstance(value, When)
    if value.duration:
        return f"dur {value.duration}"
    if not value.start:
        return "open"
    return value.start if value.start == value.end else f"{value.start} {value.end}"
