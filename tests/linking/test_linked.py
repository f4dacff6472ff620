"""Times of day and addresses that linking brings together: what differs, what may be one, and why."""

from __future__ import annotations

import pytest

from crosscheck.document import DocFinding
from crosscheck.linking.mainevent import TOLD, MainEvents
from crosscheck.linking.scorer import level, load
from crosscheck.model import Corpus
from crosscheck.pipeline import check
from crosscheck.read.article import make_article
from crosscheck.settings import Settings
from crosscheck.workers import extract_one

FIRST = (
    "Five hurt in Dunmore shooting\n\nDUNMORE - Five people were wounded when gunmen opened fire outside a club on Sunday.\n\n"
    "The shooting happened around {time} in the {place}, police said.\n"
)
OTHER = (
    "Police hunt gunmen after shots at club\n\nGunmen opened fire outside a Dunmore club on Sunday and wounded five people.\n\n"
    "Police said the shooting happened about {time} in the {place}.\n"
)


def found(rule: str, first: tuple[str, str], other: tuple[str, str]) -> list[DocFinding]:
    articles = [
        make_article(text.format(time=told[0], place=told[1]), path=path, meta={"published": "2024-05-06"})
        for path, text, told in (("a.txt", FIRST, first), ("b.txt", OTHER, other))
    ]
    findings = check(articles, settings=Settings(), workers=1).findings
    return [f for f in findings if f.rule == rule and f.level != "note"]


HERE = "1800 block of Hewer Avenue"


@pytest.mark.parametrize(
    ("first", "other", "differ"),
    [
        ("3:30 a.m. Sunday", "3:50 a.m. Sunday", True),
        ("1 a.m. Sunday", "1:30 a.m. Sunday", True),
        ("1 a.m. Sunday", "1:05 a.m. Sunday", False),
        ("3:30 a.m. Sunday", "3:30 a.m. Sunday", False),
    ],
)
def test_times_of_day_are_held_by_their_own_precision(first: str, other: str, differ: bool) -> None:
    assert bool(found("DAT304", (first, HERE), (other, HERE))) is differ


@pytest.mark.parametrize(
    ("first", "other", "differ"),
    [
        (HERE, "1700 block of Hewer Avenue", True),
        (HERE, "1800 block of Hewer Street", True),
        (HERE, "1800 block of Hewer Ave.", False),
        ("1800 block of Côté Avenue", "1800 block of Cote Avenue", False),
        (HERE, HERE, False),
    ],
)
def test_addresses_differ_by_number_and_kind_of_street(first: str, other: str, differ: bool) -> None:
    time = "1 a.m. Sunday"
    assert bool(found("PLA601", (time, first), (time, other))) is differ


def test_a_finding_says_why_its_facts_met() -> None:
    (finding,) = found("DAT304", ("3:30 a.m. Sunday", HERE), ("3:50 a.m. Sunday", HERE))
    weights = [abs(s.weight) for s in finding.why]
    assert weights and weights == sorted(weights, reverse=True)


def test_every_sign_of_the_model_has_a_weight_for_each_level() -> None:
    model = load()
    for weights in model.weights.values():
        assert all(len(weights[name]) == len(edges) + 2 for name, edges in model.edges.items())
    assert level(None, [0.5]) == -1 and level(0.4, [0.5]) == 0 and level(0.6, [0.5]) == 1


def test_what_tells_the_shared_event_meets_though_no_word_is_shared() -> None:
    texts = (
        "Five hurt in Dunmore shooting\n\nDUNMORE - Gunmen wounded five people outside a club.\n\n"
        "It happened around 3:30 a.m. Sunday.\n",
        "Police hunt gunmen after shooting\n\nFive people were hurt in a Dunmore shooting.\n\n"
        "Gunfire broke out at 3:50 a.m., a spokesman said.\n",
    )
    articles = [
        make_article(text, path=path, meta={"published": "2024-05-06"})
        for path, text in zip(("a.txt", "b.txt"), texts, strict=True)
    ]
    corpus = Corpus(
        articles={a.id: a for a in articles}, extractions={a.id: extract_one(a, Settings()) for a in articles}
    )
    events = MainEvents(corpus, 4, 0.5, 4)
    assert [events.of(f) for f in corpus.facts("date") if f.mention.text.startswith("3:")] == [TOLD, TOLD]
    document = check(articles, settings=Settings(), workers=1)
    told = [f for f in document.findings if f.rule == "DAT304"]
    assert [sorted(r.value for r in f.readings) for f in told] == [["3:30 a.m. Sunday", "3:50 a.m."]]


@pytest.mark.parametrize(
    ("place", "elsewhere", "differ"),
    [
        ("1800 block of Hewer Avenue near Elm Street", "1800 block of Hewer Avenue near Oak Street", True),
        ("1800 block of Hewer Avenue near Elm Street", "1800 block of Hewer Avenue near Elm Street", False),
        ("1800 block of Hewer Avenue near Elm Street", "1800 block of Hewer Avenue", False),
        ("north of Dunmore", "north of Dunmore", False),
    ],
)
def test_two_corners_of_one_street_differ(place: str, elsewhere: str, differ: bool) -> None:
    assert bool(found("PLA601", ("3:30 a.m. Sunday", place), ("3:30 a.m. Sunday", elsewhere))) is differ


def test_early_on_a_day_is_no_knowledge_of_an_hour() -> None:
    """ "Early on Sunday" holds both hours: it does not tell that the article knows of the other one."""
    articles = [
        make_article(text, path=path, meta={"published": "2024-05-06"})
        for path, text in (
            ("a.txt", FIRST.format(time="1 a.m. Sunday", place=HERE)),
            (
                "b.txt",
                OTHER.format(time="1:30 a.m. Sunday", place=HERE)
                + "The shooting happened early on Sunday as guests left.\n",
            ),
        )
    ]
    findings = check(articles, settings=Settings(), workers=1).findings
    assert [f.level for f in findings if f.rule == "DAT304"] == ["warning"]
