"""A figure that its own conversion contradicts is loud, where another article agrees with the conversion."""

from __future__ import annotations

from crosscheck.align import align
from crosscheck.compare import raised
from crosscheck.compare.certainty import Certainty
from crosscheck.model import Corpus, Finding
from crosscheck.pipeline import extract
from crosscheck.read.article import make_article
from crosscheck.settings import Settings

FIRST = (
    "Quake off Torn\n\nThe quake struck off Torn on Monday at a depth of 22 miles ({} kilometers), officials said.\n"
)
OTHER = "Torn shaken\n\nThe quake hit on Monday at a depth of {} kilometers, the geological survey of Torn said.\n"


def weighed(one: str, two: str) -> list[Finding]:
    articles = [
        make_article(text, path=path, meta={"published": "2024-05-06"})
        for path, text in (("a", FIRST.format(one)), ("b", OTHER.format(two)))
    ]
    read = Corpus(articles={a.id: a for a in articles}, extractions=extract(articles, settings=Settings()))
    corpus, clusters = align(read, Settings())
    told = [f for f in raised(clusters, corpus, Settings()) if f.rule == "FIG407"]
    return [Certainty(corpus, Settings()).weighed(f) for f in told]


def test_a_figure_that_is_not_its_conversion_is_miswritten() -> None:
    (finding,) = weighed("41", "35")
    assert finding.level != "note" and finding.confidence >= Settings().certainty.miswritten


def test_a_conversion_that_another_article_does_not_share_decides_nothing() -> None:
    assert all(f.confidence < Settings().certainty.miswritten for f in weighed("35", "47"))
