"""A finding names every source of its readings, not only the pair that raised it."""

from __future__ import annotations

from crosscheck.align import align
from crosscheck.compare.rules import dat304_time
from crosscheck.compare.witnesses import Witnesses
from crosscheck.linking.context import Contexts
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.read.article import make_article
from crosscheck.settings import Settings
from crosscheck.workers import extract_one

AGENCY = (
    "Four hurt in Dunmore shooting\n\nDUNMORE - Gunmen wounded four people outside a club in Dunmore.\n\n"
    "The shooting at the Blue Door club happened at 3:30 a.m. Sunday, police said.\n"
)
PAPER = (
    "Police hunt gunmen after club shooting\n\nFour people were hurt in a Dunmore shooting.\n\n"
    "The shooting at the Blue Door club happened at 3:50 a.m. Sunday, a spokesman said.\n"
)
RADIO = (
    "Club shooting: gunmen still at large\n\nGunmen who fired into a crowd in Dunmore have not been caught.\n\n"
    "Neighbours of the Blue Door club said that they heard the shooting at 3:50 a.m. Sunday and called the police.\n"
)
ELSEWHERE = (
    "Night of fires in Dunmore\n\nFirefighters in Dunmore had a busy weekend.\n\n"
    "A bakery on Mill Lane burned down after its oven caught fire at 3:50 a.m. Sunday.\n"
)
BOTH = (
    "What is known of the shooting\n\nAccounts of the shooting in Dunmore differ.\n\n"
    "The shooting at the Blue Door club happened at 3:30 a.m. Sunday, police said. Neighbours of the Blue Door club "
    "heard the shooting at 3:50 a.m. Sunday.\n"
)


EVENING = "Police on the shooting\n\nThe shooting at the Blue Door club happened on Sunday evening, police said.\n"


def _heard(*texts: str) -> tuple[Corpus, Finding, Finding]:
    """What the rule says of the times of the first two texts, before and after the others were asked."""
    settings = Settings()
    articles = [make_article(t, path=f"{i}.txt", meta={"published": "2024-05-06"}) for i, t in enumerate(texts)]
    told = {a.id: extract_one(a, settings) for a in articles}
    corpus, _ = align(Corpus(articles={a.id: a for a in articles}, extractions=told), settings)
    pair = tuple(next(f for f in corpus.facts("date") if f.article == a.id) for a in articles[:2])
    cluster = Cluster(id="c", kind="date", aspect="time_of_day", subject="the shooting", key="shooting", facts=pair)
    (finding,) = dat304_time.check(cluster, corpus, settings)
    asked = Witnesses(corpus, lambda: Contexts(corpus, settings.linking), settings)
    return corpus, finding, asked.heard(finding, cluster)


def _told_by(corpus: Corpus, finding: Finding) -> list[set[str]]:
    return [{corpus.articles[f.article].path for f in r.facts} for r in finding.readings]


def test_a_third_source_of_a_value_is_named_and_counted():
    corpus, pair, wider = _heard(AGENCY, PAPER, RADIO)
    assert "2 independent sources" in wider.message and "2 independent sources" not in pair.message
    assert {"1.txt", "2.txt"} in _told_by(corpus, wider)


def test_who_else_tells_a_value_changes_neither_id_nor_how_sure_it_is():
    _, pair, wider = _heard(AGENCY, PAPER, RADIO)
    assert (wider.id, wider.confidence, wider.level) == (pair.id, pair.confidence, pair.level)


def test_the_same_time_of_another_event_is_no_witness():
    _, pair, wider = _heard(AGENCY, PAPER, ELSEWHERE)
    assert wider == pair


def test_an_article_that_tells_the_other_value_too_stays_on_its_side():
    corpus, pair, wider = _heard(BOTH, PAPER, RADIO)
    assert sorted(map(sorted, _told_by(corpus, pair))) == [["0.txt"], ["1.txt"]]
    assert sorted(map(sorted, _told_by(corpus, wider))) == [["0.txt"], ["1.txt", "2.txt"]]


def test_a_part_of_the_day_gathers_nobody():
    corpus, _, wider = _heard(EVENING, PAPER, EVENING.replace("Police on", "More on"))
    assert not any("2.txt" in told for told in _told_by(corpus, wider))
