"""Pairs that stand out: a slip in a sentence that two articles have, though nothing aligned them."""

from __future__ import annotations

import msgspec
import pytest

from crosscheck.document import DocFinding, Document
from crosscheck.judging.clashes import MARK, load
from crosscheck.pipeline import check
from crosscheck.read.article import make_article
from crosscheck.settings import Settings

FIRST = (
    "Council picks a new harbour master\n\nDELMAR - The council of Delmar on Monday chose Nora Vance as harbour master.\n\n"
    "Vance succeeds Peter Hollis, who resigned in {month} after a row over mooring fees.\n\n"
    "The old pier, {miles} miles north of the town, will be rebuilt for $4 million, and {crew} crew members work there.\n"
)
OTHER = (
    "Vance to run Delmar harbour\n\nNora Vance was chosen on Monday to run the harbour of Delmar, the council said.\n\n"
    "She takes over from Peter Hollis, who resigned in {month} after a row over mooring fees.\n\n"
    "{crew} crew members work at the old pier, {miles} miles north of the town, which will be rebuilt.\n"
)
TRUE = {"month": "March", "miles": "12", "crew": "14"}


def checked(other: dict[str, str], settings: Settings | None = None, *, turned: bool = False) -> Document:
    told = [("a.txt", FIRST.format(**TRUE)), ("b.txt", OTHER.format(**{**TRUE, **other}))]
    articles = [make_article(t, path=p, meta={"published": "2024-05-06"}) for p, t in (told[::-1] if turned else told)]
    return check(articles, settings=settings or Settings(), workers=1)


def loud(document: Document) -> list[DocFinding]:
    return [f for f in document.findings if f.level != "note"]


@pytest.mark.parametrize(
    ("slip", "kind", "values"),
    [({"month": "August"}, "date", ("March", "August")), ({"miles": "17"}, "figure", ("12 miles", "17 miles"))],
)
def test_a_slip_in_a_shared_sentence_is_found(slip: dict[str, str], kind: str, values: tuple[str, str]) -> None:
    found = [f for f in loud(checked(slip)) if f.kind == kind]
    assert found and all(any(v in r.value for f in found for r in f.readings) for v in values)


def test_two_articles_that_agree_have_no_finding() -> None:
    assert loud(checked({})) == []


def test_the_order_of_articles_changes_no_verdict() -> None:
    one, other = (loud(checked({"month": "August"}, turned=turned)) for turned in (False, True))
    values = [sorted(sorted(r.value for r in f.readings) for f in found) for found in (one, other)]
    assert values[0] == values[1]


def test_the_dead_and_the_wounded_are_no_two_answers() -> None:
    told = "Bus crash\n\nA bus overturned near Delmar on Monday, {}, police said.\n"
    articles = [
        make_article(told.format(t), path=p, meta={"published": "2024-05-06"})
        for p, t in (("a", "killing 10 people and injuring 80"), ("b", "killing 10 people and injuring dozens"))
    ]
    findings = check(articles, settings=Settings(), workers=1).findings
    assert not any({"10 people", "80"} <= {r.value for r in f.readings} for f in findings)


def test_a_pair_that_is_not_sure_enough_is_neither_a_note_nor_a_meeting() -> None:
    settings = Settings()
    silent = msgspec.structs.replace(
        settings, certainty=msgspec.structs.replace(settings.certainty, loud_from=1.1, loud_from_rule=())
    )
    never = msgspec.structs.replace(settings, judging=msgspec.structs.replace(settings.judging, clash_from=1.1))
    slip = {"month": "August"}
    one, other = checked(slip, silent), checked(slip, msgspec.structs.replace(silent, judging=never.judging))
    assert (one.compared, one.agreed, one.single_source) == (other.compared, other.agreed, other.single_source)
    assert [f.id for f in one.findings] == [f.id for f in other.findings]


def test_why_the_pair_is_one_question_is_told() -> None:
    (finding,) = [f for f in loud(checked({"month": "August"})) if f.kind == "date"]
    assert any(sign.sign == "words of the sentence" and sign.weight > 0 for sign in finding.why)


def test_weights_know_no_value() -> None:
    model = load()
    assert MARK not in model.weights and not {"ratio", "apart", "size", "days apart"} & model.edges.keys()
    assert {"toll", "count", "age", "amount", "day", "place"} <= model.weights.keys()
