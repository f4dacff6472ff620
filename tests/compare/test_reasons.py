"""Why the facts of a finding are one question: signs for every kind, told in words, bounded."""

from __future__ import annotations

import msgspec
import pytest

from crosscheck.compare.reasons import explained, log_odds
from crosscheck.linking.context import Contexts
from crosscheck.model import Frame, Name, Quantity, Quote, Role, When
from crosscheck.report.signs import in_words
from crosscheck.report.wording import signs
from crosscheck.settings import ReasonSettings, Settings
from tests.told import Event

DAY = {"granularity": "day"}


def _why(kind, *values, mention="name", known=(), frames=(None, None)):
    event = Event({"a": "First it sank on Monday. ", "b": "Then it sank on Friday. "})
    facts = []
    for article, value, words, frame in zip("ab", values, ("Monday", "Friday"), frames, strict=False):
        fact = event.fact(article, words, value, mention)
        fact = msgspec.structs.replace(fact, mention=msgspec.structs.replace(fact.mention, frame=frame))
        event.facts[-1] = fact
        facts.append(fact)
    finding = event.finding(event.cluster(kind, *facts), "x", *[(f"r{i}", [f]) for i, f in enumerate(facts)])
    corpus = event.corpus()
    return dict(explained(finding, known, lambda: Contexts(corpus, Settings().linking), Settings()).why)


def test_names_offices_and_quotations_tell_how_alike_they_are():
    people = _why("name", Name(full="Ana Ruiz", given="Ana", family="Ruiz"), Name(full="x", given="Ana", family="Ruis"))
    assert people["given name"] > people["family name"] > 1
    assert set(_why("name", Name(full="Port Union"), Name(full="Port Unions"))) == {"words of the name"}
    offices = _why("affiliation", Role(person="Ana Ruiz", title="mayor"), Role(person="Ana Ruiz", title="clerk"))
    assert offices["person"] > 2 and offices["title"] < 0 and "body" not in offices
    said = _why(
        "quote_attribution",
        Quote(content="We will pay", speaker_key="ruiz"),
        Quote(content="We will pay", speaker_key="ott"),
        mention="quote",
    )
    assert said["words of the quotation"] == -said["speaker"] > 2


def test_figures_and_dates_are_weighed_by_the_fitted_model_of_linking():
    frame = Frame(verb="sink", head="ferry", subject=("ferry",))
    values = (When(start="2013-07-01", end="2013-07-01", **DAY), When(start="2013-07-05", end="2013-07-05", **DAY))
    same = _why("date", *values, mention="date", frames=(frame, frame))
    other = _why("date", *values, mention="date", frames=(frame, Frame(verb="open", head="bank", subject=("bank",))))
    assert same["verb"] > other["verb"] and sum(same.values()) > sum(other.values())
    counts = _why("figure", Quantity(low=1.0, high=1.0), Quantity(low=2.0, high=2.0), mention="figure")
    assert "one article" in counts and not {"low", "value"} & set(counts)  # a value is never a sign


def test_what_the_cluster_says_stands():
    assert _why("name", Name(full="A"), Name(full="B"), known=(("same verb", 1.0),)) == {}


@pytest.mark.parametrize(("likeness", "expected"), [(0.5, 0.0), (1.0, 2.94), (0.0, -2.94)])
def test_no_likeness_is_certain(likeness, expected):
    assert log_odds(likeness, ReasonSettings()) == pytest.approx(expected, abs=0.01)


def test_signs_that_ask_one_thing_are_one_in_words_and_the_weak_are_left_out():
    told = in_words(
        [("sentence words", 0.3), ("sentence jaccard", 0.2), ("left", -0.45), ("tense", 0.01), ("made up", 0.21)]
    )
    assert [(s.sign, s.weight) for s in told] == [
        ("words of the sentence", 0.5),
        ("words before it", -0.45),
        ("made up", 0.21),
    ]
    finding = Event({"a": "x y", "b": "x z"})
    facts = [finding.fact(a, w, Name(full=w), "name") for a, w in (("a", "y"), ("b", "z"))]
    cluster = finding.cluster("name", *facts, why=(("left", -0.45), ("sentence words", 0.3), ("made up", 0.1)))
    finding.finding(cluster, "x", ("y", facts[:1]), ("z", facts[1:]))
    assert signs(finding.document().findings[0]) == [
        "words before it (strong, against)",
        "words of the sentence (clear)",
        "made up (slight)",
    ]
