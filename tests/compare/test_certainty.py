"""Confidence of findings on figures, dates and places: fitted, and loud only from a probability of its own."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from crosscheck.align import align
from crosscheck.compare import raised
from crosscheck.compare.certainty import Certainty, load
from crosscheck.model import Corpus
from crosscheck.pipeline import check, extract
from crosscheck.read.article import make_article
from crosscheck.settings import CertaintySettings, Settings

FIRST = "Ferry sinks\n\nA ferry sank off Delmar on Monday and 12 people drowned, police said.\n"
OTHER = "Ferry goes down off Delmar\n\nA ferry sank off Delmar on Monday and 15 people drowned, police said.\n"


def bars(**asked: Any) -> CertaintySettings:
    """Settings by which no rule is believed for its own word."""
    return CertaintySettings(**({"believed": ()} | asked))


def findings(settings: Settings):
    articles = [
        make_article(text, path=path, meta={"published": "2024-05-06"}) for path, text in (("a", FIRST), ("b", OTHER))
    ]
    return [f for f in check(articles, settings=settings, workers=1).findings if f.rule == "FIG401"]


def test_a_figure_that_two_copies_tell_differently_is_loud() -> None:
    (finding,) = findings(Settings())
    assert finding.level != "note" and finding.confidence >= Settings().certainty.loud_from


@pytest.mark.parametrize(("loud_from", "loud"), [(0.0, True), (0.35, True), (1.1, False)])
def test_below_the_probability_it_is_a_note(loud_from: float, loud: bool) -> None:
    settings = msgspec.structs.replace(Settings(), certainty=bars(loud_from=loud_from, loud_from_rule=()))
    (finding,) = findings(settings)
    assert (finding.level != "note") is loud


def test_a_rule_may_need_more() -> None:
    (finding,) = findings(Settings())
    more = bars(loud_from_rule=((finding.rule, 1.1, 1.1),), slot_from=1.1)
    (finding,) = findings(msgspec.structs.replace(Settings(), certainty=more))
    assert finding.level == "note"


def test_in_one_place_of_one_sentence_no_rule_asks_for_more() -> None:
    needed = (("FIG401", 1.1, 1.1),)
    for slot_from, loud in ((Settings().certainty.slot_from, True), (1.1, False)):
        certainty = bars(loud_from_rule=needed, slot_from=slot_from)
        (finding,) = findings(msgspec.structs.replace(Settings(), certainty=certainty))
        assert (finding.level != "note") is loud


def test_what_a_rule_asks_for_goes_by_how_many_sources_the_event_has() -> None:
    for large_event, loud in ((2, True), (3, False)):
        certainty = bars(loud_from_rule=(("FIG401", 1.1, 0.0),), slot_from=1.1, large_event=large_event)
        (finding,) = findings(msgspec.structs.replace(Settings(), certainty=certainty))
        assert (finding.level != "note") is loud


def test_one_sentence_told_with_two_values_is_loud() -> None:
    told = "The mill burned down on Monday.\n\n{} firefighters fought the blaze, and nobody was hurt.\n"
    articles = [make_article(f"{t}\n\n{told.format(n)}", path=t, meta={"published": "2024-05-06"})
                for t, n in (("Mill burns", 30), ("Fire in a mill", 50))]  # fmt: skip
    (finding,) = check(articles, settings=Settings(), workers=1).findings
    assert finding.level == "error"


def test_a_copy_of_an_article_is_no_witness_more() -> None:
    told = [("a", FIRST), ("b", OTHER), ("c", FIRST + "\n")]
    counts = []
    for some in (told[:2], told):
        articles = [make_article(text, path=path, meta={"published": "2024-05-06"}) for path, text in some]
        read = Corpus(articles={a.id: a for a in articles}, extractions=extract(articles, settings=Settings()))
        corpus, clusters = align(read, Settings())
        (finding,) = (f for f in raised(clusters, corpus, Settings()) if f.rule == "FIG401")
        signs = Certainty(corpus, Settings()).signs(finding)
        counts.append([signs[name] for name in ("told by", "smaller side", "share of the articles")])
    assert counts[0] == counts[1]


def test_the_weights_say_from_what_they_were_fitted() -> None:
    model = load()
    assert int(model.card["findings"]) > int(model.card["right"]) > 0
    assert set(Settings().certainty.rules) <= set(model.weights)


def test_a_toll_that_grew_by_the_next_day_is_less_sure_than_one_of_the_same_day() -> None:
    model = load()
    for rule in ("FIG401", "FIG404"):
        grown = model.score(rule, {"grows": 1.0, "days between": 1.0, "knows the other value": 2.0}).probability
        fresh = model.score(rule, {"grows": 0.0, "days between": 0.0, "knows the other value": 0.0}).probability
        assert fresh > grown


def test_of_what_many_sources_tell_alike_no_rule_asks_for_more() -> None:
    told = [
        FIRST,
        "Twelve die off Delmar\n\nAt Delmar 12 people drowned on Monday when their ferry capsized in heavy seas.\n",
        OTHER,
    ]
    articles = [make_article(t, path=f"{n}.txt", meta={"published": "2024-05-06"}) for n, t in enumerate(told)]

    def loud(many: int) -> bool:
        certainty = bars(loud_from=0.0, loud_from_rule=(("FIG401", 1.1, 1.1),), many_sources=(many, 2), slot_from=1.1)
        settings = msgspec.structs.replace(Settings(), certainty=certainty)
        found = [f for f in check(articles, settings=settings, workers=1).findings if f.rule == "FIG401"]
        assert found
        return any(f.level != "note" for f in found)

    assert loud(2) and not loud(3)


def test_two_ages_of_one_named_person_need_less_than_those_of_somebody() -> None:
    told = [
        "Girl killed in Dunmore\n\nA stray bullet killed {}, 10, on her doorstep in May.\n",
        "Trial begins in Dunmore\n\nA teenager went on trial over the death of {}, 7, who was killed by a stray bullet.\n",
    ]

    def loud(name: str, bearer: float) -> bool:
        articles = [
            make_article(t.format(name), path=f"{n}.txt", meta={"published": "2024-05-06"}) for n, t in enumerate(told)
        ]
        certainty = bars(loud_from=1.1, loud_from_rule=(), loud_from_bearer=bearer, slot_from=1.1)
        settings = msgspec.structs.replace(Settings(), certainty=certainty)
        found = check(articles, settings=settings, workers=1).findings
        return any(f.rule == "FIG404" and f.level != "note" for f in found)

    assert loud("Kathrin Tomasson", 0.0) and not loud("Kathrin Tomasson", 1.1)
    assert not loud("the girl", 0.0)


def test_a_crowd_against_one_needs_least_of_all() -> None:
    told = [
        "Ferry sinks off Delmar\n\nTwelve people drowned off Delmar on Monday when a ferry sank.\n",
        "Grief in Delmar\n\nFlags flew low after the sinking of a ferry, in which 12 people drowned on Monday.\n",
        "Twelve die at sea\n\nThe coast guard said that 12 people drowned when the Delmar ferry went down on Monday.\n",
        "What we know\n\nA ferry capsized outside the harbour. In all 12 people drowned, the mayor told reporters.\n",
        "Divers at work\n\nDivers searched the wreck of the ferry on Tuesday, a day after 12 people drowned in it.\n",
        "Ferry line silent\n\nThe line that owns the ferry would not say why 12 people drowned off Delmar.\n",
        "Ferry sinks\n\nIn Delmar it was said that 15 people drowned when the ferry sank on Monday.\n",
    ]
    articles = [make_article(t, path=f"{n}.txt", meta={"published": "2024-05-06"}) for n, t in enumerate(told)]

    def loud(crowd: int) -> bool:
        certainty = bars(loud_from=1.1, loud_from_rule=(), crowd=(crowd, 5), loud_from_crowd=0.0)
        settings = msgspec.structs.replace(Settings(), certainty=certainty)
        found = [f for f in check(articles, settings=settings, workers=1).findings if f.rule == "FIG401"]
        return any(f.level != "note" for f in found)

    assert loud(6) and not loud(7)


def test_what_a_rule_is_very_sure_of_is_believed() -> None:
    for believed, loud in (((("FIG401", 0.0),), True), ((), False)):
        certainty = CertaintySettings(loud_from_rule=(("FIG401", 0.99, 0.99),), slot_from=1.1, believed=believed)
        (finding,) = findings(msgspec.structs.replace(Settings(), certainty=certainty))
        assert (finding.level != "note") is loud
