"""Figures in sentences: what is one, how far it reaches, and what the parse says of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscheck.extract.figures import extract
from crosscheck.extract.parse import parse
from crosscheck.model import Article, Fact, Mention, Quantity
from crosscheck.normalise.figures import normalise
from crosscheck.normalise.people import Scene
from crosscheck.settings import Settings


def mentions_of(nlp: Any, text: str) -> list[Mention]:
    return list(extract(parse(Article(id="a", path="a", title="", text=text), nlp)))


def facts_of(nlp: Any, text: str) -> list[Fact]:
    article = Article(id="a", path="a", title="", text=text)
    parsed = parse(article, nlp)
    mentions = list(extract(parsed))
    scene = Scene(article=article, sentences=parsed.sentences, mentions=tuple(mentions), settings=Settings())
    return normalise(mentions, scene)


NO_FIGURES = {
    "year": "The club was founded in 1987.",
    "years of a span": "She led the firm from 1999 to 2004.",
    "day of a month": "The trial opens on 14 March.",
    "days of a month": "The summit runs from July 9-11.",
    "clock time": "Doors open at 7:30 p.m. and close at 11pm.",
    "local time": "The blast came at 0430 GMT.",
    "telephone": "Call 555-0142 for tickets.",
    "address": "He lives at 12 Elm Street.",
    "prime minister's house": "Talks were held at No. 10 Downing Street.",
    "road": "The crash closed Interstate 75 and Route 66.",
    "aircraft": "A Boeing 737 landed beside an F-16.",
    "group of states": "Ministers of the G20 met.",
    "telephone model": "She dropped her iPhone 5.",
    "chapter": "He reread chapter 11.",
    "emergency number": "A neighbour called 911.",
    "list number": "1. Wash the rice.",
    "dates with slashes": "The form is dated 3/4/2011.",
    "web address": "See www.example.com/2012/45 for more.",
    "one of": "It was one of the oldest.",
    "one another": "They helped one another.",
    "no one": "No one believed him.",
    "virus": "COVID-19 spread fast.",
    "hyphenated span of days": "The three-day visit ended.",
    "days ago": "It happened two days ago.",
    "motor race": "He loves Formula One.",
}


@pytest.mark.parametrize("text", NO_FIGURES.values(), ids=NO_FIGURES.keys())
def test_digits_that_are_no_figures(nlp: Any, text: str) -> None:
    assert [m.text for m in mentions_of(nlp, text)] == []


SPANS = {
    "hedge and noun": ("Officials counted at least 50 people there.", ["at least 50 people"]),
    "currency": ("It cost €40 billion.", ["€40 billion"]),
    "hyphens": ("An 8.6-magnitude quake struck.", ["8.6-magnitude quake"]),
    "members": ("The 32-member panel agreed.", ["32-member"]),
    "percent": ("Some 70 per cent agreed.", ["Some 70 per cent"]),
    "rate": ("Oil costs $71 a barrel.", ["$71 a barrel"]),
    "dead": ("The fire left 24 dead.", ["24 dead"]),
    "range": ("They need 10 to 15 boats.", ["10 to 15 boats"]),
}


@pytest.mark.parametrize(("text", "spans"), SPANS.values(), ids=SPANS.keys())
def test_spans_reach_from_hedge_to_noun(nlp: Any, text: str, spans: list[str]) -> None:
    found = mentions_of(nlp, text)
    assert [m.text for m in found] == spans
    assert all(text[m.span.start : m.span.end] == m.text and m.span.contains(m.parts["number"]) for m in found)


ATTRS = {
    "passive": ("At least 50 people were injured.", {"counted": "person", "verb": "injure", "event": "injury"}),
    "participle": ("The blast tore down a wall, injuring 50 people.", {"counted": "person", "verb": "injure"}),
    "state": ("The storm left 24 dead.", {"counted": "person", "event": "death"}),
    "toll": ("The death toll rose to 11.", {"counted": "person", "event": "death", "change": "to"}),
    "deaths": ("The clinic recorded 11 deaths.", {"counted": "person", "event": "death"}),
    "bare number": ("The bomb killed 14.", {"counted": "person", "verb": "kill"}),
    "headline": ("Ferry Fire Kills 14 People", {"counted": "person", "event": "death"}),
    "share of": ("About 70% of machine tools are imported.", {"of": "machine tool"}),
    "population": ("Arden, a city of 160,000 people, was hit.", {"role": "population", "about": "Arden"}),
    "distance": ("The town lies 940 miles south of Tehran.", {"reference": "Tehran", "direction": "south"}),
    "depth": ("It struck at a depth of 10 km.", {"counted": "depth"}),
    "qualifier": ("Two undersea cables broke.", {"counted": "cable", "qualifiers": "undersea"}),
    "further": ("A further six patients died.", {"counted": "patient", "further": "1"}),
    "others": ("He wounded two others.", {"counted": "person", "further": "1", "verb": "wound"}),
    "age of a name": ("Bryan Dolan, 39, was hurt.", {"age_of": "Bryan Dolan"}),
    "age of a family name": ("Jory Farrow mends roofs. Farrow, 28, lives in Aske.", {"age_of": "Farrow"}),
    "to number": ("The beads now number 43.", {"measure": "count", "number": "43"}),
    "age before a name": ("Friends mourn 16-year-old Kim Grey.", {"age_of": "Kim Grey"}),
    "ages of several": ("Henry Brown picked up his twins, aged 4.", {"age_of": None, "age_of_desc": "twin"}),
    "age in apposition": ("Anna Lind, a 44-year-old baker, won.", {"age_of": "Anna Lind"}),
    "calibre": ("He drew a .38 caliber revolver.", {"caliber_of": "revolver", "counted": "calibre"}),
    "modal": ("The cuts could cost 300 jobs.", {"counted": "job", "modal": "could"}),
    "negated": ("The firm did not sell 40 ships.", {"negated": "1"}),
    "according to": ("Some 300 homes burned, according to the mayor.", {"source": "the mayor"}),
    "inherited": ("The mill cut 300 jobs in May and 400 in June.", {"counted": "job"}),
    "two states": ("It left 230,000 people dead and missing.", {"event": "death", "also": "missing"}),
    "suffered injuries": ("Eight people suffered serious injuries.", {"counted": "person", "event": "injury"}),
    "with injuries": ("The clinic admitted 50 people with burns.", {"counted": "person", "event": "injury"}),
    "item behind including": ("It killed 30 people, including six children.", {"counted": "child", "event": "death"}),
    "agent": ("Two officers fatally shot Kim Grey.", {"counted": "officer", "agent": "1", "event": None}),
    "agent of a passive": ("He was saved by three jurors.", {"counted": "juror", "agent": "1", "event": None}),
    "others beside the dead": ("It killed 10 and wounded 70 others.", {"further": None, "besides": "1"}),
    "implicit one": ("Another man was also injured.", {"implicit": "1", "event": "injury", "further": "1"}),
    "headline leaves": ("The crash left two women dead.", {"counted": "woman", "event": "death"}),
    "worth": ("Thieves took jewels worth £2m.", {"of": "jewel", "currency": "GBP"}),
}


@pytest.mark.parametrize(("text", "wanted"), ATTRS.values(), ids=ATTRS.keys())
def test_what_alignment_needs(nlp: Any, text: str, wanted: dict[str, str]) -> None:
    found = mentions_of(nlp, text)
    assert found
    assert {k: found[-1].attrs.get(k) for k in wanted} == wanted


def test_two_tolls_of_one_sentence_keep_their_verbs(nlp: Any) -> None:
    first, second = mentions_of(nlp, "A quake struck on Sunday, killing 10 persons and wounding other 70.")
    assert (first.attrs["verb"], second.attrs["verb"], second.attrs["counted"]) == ("kill", "wound", "person")


def test_a_conversion_points_at_what_it_converts(nlp: Any) -> None:
    euros, dollars = mentions_of(nlp, "The bloc will send €40 billion ($43.3 billion) next year.")
    assert dollars.attrs["converts"] == f"{euros.span.start}-{euros.span.end}"
    _, miles = mentions_of(nlp, "It lies 58 km (36 miles) south-west of Lima.")
    assert miles.attrs["converts"] and miles.attrs["reference"] == "Lima"


def test_places_of_a_list_are_told_apart(nlp: Any) -> None:
    found = mentions_of(nlp, "Sales fell by 51 percent in Egypt and 83 percent in India.")
    assert [m.attrs["scope"] for m in found] == ["Egypt", "India"]


def test_implicit_ones_are_unsure(nlp: Any) -> None:
    (mention,) = mentions_of(nlp, "A receptionist was killed.")
    assert (mention.text, mention.attrs["implicit"]) == ("A receptionist", "1")
    assert mention.confidence < 0.5


def test_millions_of_bankers_and_metres_of_mountains(nlp: Any) -> None:
    money, height = facts_of(nlp, "They made a $200MM offer. He climbed an 8,000m peak.")
    assert isinstance(money.value, Quantity) and money.value.low == 200e6
    assert isinstance(height.value, Quantity) and (height.value.low, height.value.unit) == (8000, "m")


def test_rise_from_one_to_another_is_no_range(nlp: Any) -> None:
    values = [f.value for f in facts_of(nlp, "Support rose from 41 percent to 48 percent.")]
    assert [(v.low, v.high) for v in values if isinstance(v, Quantity)] == [(41, 41), (48, 48)]


def test_share_before_and_after_a_change(nlp: Any) -> None:
    values = [f.value for f in facts_of(nlp, "Support rose from 41 to 48 percent.")]
    assert [(v.low, v.unit) for v in values if isinstance(v, Quantity)] == [(41, "percent"), (48, "percent")]


def test_times_as_many_is_a_multiple(nlp: Any) -> None:
    first, second = facts_of(nlp, "It raised three times its target. He was arrested four times.")
    assert isinstance(first.value, Quantity) and first.value.measure == "ratio"
    assert isinstance(second.value, Quantity) and (second.value.measure, second.value.unit) == ("count", "time")


def test_matches_are_no_shares(nlp: Any) -> None:
    values = [f.value for f in facts_of(nlp, "She beat the holder 6-4, 7-5 in 92 minutes.")]
    assert [v.measure for v in values if isinstance(v, Quantity)] == ["score", "score", "duration"]


def test_pounds_are_money_or_weight_by_what_is_told(nlp: Any) -> None:
    money, mass = facts_of(nlp, "He was fined 400 pounds. The parcel held 12 pounds of cocaine.")
    assert isinstance(money.value, Quantity) and money.value.currency == "GBP"
    assert isinstance(mass.value, Quantity) and mass.value.unit == "pound"


def test_ages_are_of_persons_not_of_places(nlp: Any) -> None:
    values = [f.value for f in facts_of(nlp, "In East Flatbush, 46 were arrested.")]
    assert [v.measure for v in values if isinstance(v, Quantity)] == ["count"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["12", "$", "-", "–", "%", "half", "a", "dozen", "of", "to", "killed", "people", "(", ")", "£5m", ".357", "mm",
             "No.", "one", "in", "five", "3-2", ",", "39", "year-old", "Ann", "\n", "‘", "½", "million", "£", "per"]
        ) | st.text(max_size=3),
        max_size=14,
    )
)  # fmt: skip
def test_no_text_raises(nlp: Any, words: list[str]) -> None:
    text = " ".join(words)
    for fact in facts_of(nlp, text):
        span = fact.mention.span
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == fact.mention.text


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("The port exported 816 000 tonnes of grain.", 816000, "tonne"),
        ("It sold for €45.000 on Monday.", 45000, "EUR"),
        ("It sold for 12.500 euros on Monday.", 12500, "EUR"),
        ("Petrol costs 1.259 euros a litre.", 1.259, "EUR"),
        ("About 45.000 people came to the square.", 45000, "person"),
        ("It cost 1.234.567,89 euros in all.", 1234567.89, "EUR"),
        ("In 2012 300 people were killed.", 300, "person"),
        ("On May 12 345 people were killed.", 345, "person"),
        ("The baby weighed 7 pounds 8 ounces.", 7.5, "pound"),
        ("The film lasts 2 hours 30 minutes.", 2.5, "hour"),
        ("It was minus twenty degrees.", -20, "degree"),
        ("Humidity will drop to 18 to 25 percent.", 18, "percent"),
        ("It was 20 degrees below zero.", -20, "degree"),
    ],
)
def test_thousands_signs_and_two_units(nlp: Any, text: str, low: float, unit: str) -> None:
    values = [f.value for f in facts_of(nlp, text) if isinstance(f.value, Quantity)]
    assert [(v.low, v.currency or v.unit) for v in values] == [(pytest.approx(low), unit)]
