"""The document that is built from clusters and findings: sides, lists, groups, titles, signs, what was compared."""

from __future__ import annotations

from collections import Counter

import pytest

from crosscheck.document import Document
from crosscheck.model import ALIKE, Name, Place, Quantity, Role, Span, When
from crosscheck.report.shortened import sides
from tests.documents import finding, mention, reading
from tests.told import Event

KM = {"relation": "55 km", "distance_km": 55.0, "key": "town"}


def _bearing() -> Event:
    event = Event(
        {
            "a": "The quake struck 55 kilometres west of Town.",
            "b": "It struck 55 km west of Town.",
            "c": "It struck roughly 55 kilometres from Town.",
            "d": "It struck 55 kilometres south of Town.",
        }
    )
    west = [
        event.fact("a", "55 kilometres west of Town", Place(name="Town", direction="W", **KM), "place"),
        event.fact("b", "55 km west of Town", Place(name="Town", direction="W", **KM), "place"),
        event.fact("c", "roughly 55 kilometres from Town", Place(name="Town", **KM), "place"),
    ]
    south = [event.fact("d", "55 kilometres south of Town", Place(name="Town", direction="S", **KM), "place")]
    cluster = event.cluster("place", *west, *south, subject="direction from Town")
    event.finding(
        cluster,
        "It is told as “55 km west” by 3 independent sources and as “55 km south” by 1 source.",
        ("55 km west", west),
        ("55 km south", south),
        verdict="bearing",
    )
    return event


def test_an_article_that_says_less_is_counted_for_no_side():
    finding = _bearing().document().findings[0]
    assert [r.independent_sources for r in finding.readings] == [2, 1]
    assert [m.text for m in finding.less] == ["roughly 55 kilometres from Town"]
    assert finding.message.startswith("It is told as “55 km west” by 2 independent sources")


def test_a_weekday_without_a_date_takes_the_side_of_its_day():
    event = Event(
        {"a": "It burned on Saturday.", "b": "It burned on Monday, 9 September.", "c": "It burned on Monday."}
    )
    saturday = [event.fact("a", "Saturday", When(start="2013-09-07", end="2013-09-07", granularity="day"), "date")]
    monday = [
        event.fact("b", "Monday, 9 September", When(start="2013-09-09", end="2013-09-09", granularity="day"), "date"),
        event.fact("c", "Monday", When(weekday="Monday"), "date"),
    ]
    cluster = event.cluster("date", *saturday, *monday, subject="when it burned")
    event.finding(cluster, "x", ("Monday", monday), ("Saturday", saturday), verdict="date")
    finding = event.document().findings[0]
    assert [r.independent_sources for r in finding.readings] == [2, 1] and not finding.less


def test_a_day_says_less_than_two_clocks_of_that_day():
    event = Event({"a": "At 07:37 GMT.", "b": "Yesterday afternoon.", "c": "At 7:37 AM local time."})
    day = {"start": "2013-07-02", "end": "2013-07-02", "granularity": "day"}
    gmt = [
        event.fact("b", "Yesterday afternoon", When(**day), "date"),
        event.fact("a", "07:37 GMT", When(**day, clock="07:37", zone="UTC"), "date"),
    ]
    local = [event.fact("c", "7:37 AM local time", When(**day, clock="07:37", zone="local"), "date")]
    cluster = event.cluster("date", *gmt, *local, subject="when it struck")
    event.finding(cluster, "x", ("07:37 GMT", gmt), ("07:37 local", local), verdict="time")
    finding = event.document().findings[0]
    assert [[m.text for m in r.mentions] for r in finding.readings] == [["07:37 GMT"], ["7:37 AM local time"]]
    assert [m.text for m in finding.less] == ["Yesterday afternoon"]
    assert finding.title == "When it struck: 07:37 GMT or 07:37 local"


def _lists(document: Document) -> list[tuple[str, str, int]]:
    found = {(f.kind, m.article, m.start) for f in document.findings for r in f.readings for m in r.mentions}
    found |= {(f.kind, m.article, m.start) for f in document.findings for m in f.less}
    quiet = [(f.kind, m.article, m.start) for f in (*document.agreed, *document.single_source) for m in f.mentions]
    return [*found, *quiet]


def test_every_fact_stands_in_exactly_one_list():
    event = _bearing()
    person = {"low": 12.0, "high": 12.0, "unit": "person"}
    event.texts["a"] += "\nTwelve people died near Ana Ruiz, the harbour master."
    event.texts["b"] += "\n12 people died; Ana Ruiz, master of the harbour, wept. Some 300 waited."
    event.texts["d"] += "\nFifty people died."
    dead = [
        event.fact("a", "Twelve people", Quantity(**person), "figure", "people killed"),
        event.fact("b", "12 people", Quantity(**person), "figure", "people killed"),
        event.fact("d", "Fifty people", Quantity(low=50.0, high=50.0, unit="person"), "figure", "people killed"),
    ]
    waited = event.fact("b", "Some 300", Quantity(low=300.0, high=300.0), "figure", "passengers")
    names = [event.fact(a, "Ana Ruiz", Name(full="Ana Ruiz", key="ana ruiz"), "name", "Ana Ruiz") for a in "ab"]
    offices = [
        event.fact("a", "Ana Ruiz, the harbour master", Role(title="harbour master"), "role", "Ana Ruiz"),
        event.fact("b", "Ana Ruiz, master of the harbour", Role(title="master"), "role", "Ana Ruiz"),
    ]
    event.cluster("figure", *dead[:2], subject="people killed")
    event.cluster("figure", *dead, subject="people killed again")
    event.cluster("figure", waited, subject="passengers")
    event.cluster("name", *names, subject="Ana Ruiz", aspect="person")
    event.cluster("affiliation", *offices, subject="Ana Ruiz", aspect="affiliation")
    document = event.document()
    told = Counter(_lists(document))
    assert set(told.values()) == {1}
    assert len(told) == len(event.facts)
    agreed = {(f.subject, f.value, f.independent_sources) for f in document.agreed}
    assert agreed == {
        ("people killed", "Twelve people", 2),
        ("Ana Ruiz", "Ana Ruiz", 2),
        ("Ana Ruiz", "Ana Ruiz, the harbour master", 2),
    }
    assert {f.value for f in document.single_source} == {"Fifty people", "Some 300"}


def test_linked_facts_of_two_outlets_are_agreed_though_one_says_less():
    event = Event({"a": "Ben Ott, national agency spokesman.", "b": "Ben Ott, agency spokesman."})
    facts = [
        event.fact("a", "Ben Ott, national agency spokesman", Role(title="national agency spokesman"), "role"),
        event.fact("b", "Ben Ott, agency spokesman", Role(title="agency spokesman"), "role"),
    ]
    event.cluster("affiliation", *facts)
    document = event.document()
    assert [f.independent_sources for f in document.agreed] == [2] and document.single_source == ()


def test_copies_of_one_text_are_told_by_one_source():
    event = Event({"a": "Twelve died.", "b": "Twelve died."}, copies={"b": "a"})
    event.cluster("figure", *[event.fact(x, "Twelve", Quantity(low=12.0, high=12.0), "figure") for x in "ab"])
    document = event.document()
    assert document.agreed == () and len(document.single_source) == 1
    assert [(c.told, c.met, c.alone) for c in document.compared if c.kind == "figure"] == [(2, 0, 2)]


def test_what_links_know_to_be_told_alike_is_one_agreed_fact():
    event = Event({"a": "The quake hit at 07:37 GMT.", "b": "It hit at 07:37 GMT.", "c": "It hit at 09:00 GMT."})
    clock = {"start": "2013-07-02", "end": "2013-07-02", "granularity": "minute", "zone": "UTC"}
    hit = [event.fact(x, "07:37 GMT", When(**clock, clock="07:37"), "date", "when it hit") for x in "ab"]
    late = event.fact("c", "09:00 GMT", When(**clock, clock="09:00"), "date", "when it hit")
    for fact in (*hit, late):
        event.cluster("date", fact, subject="when it hit")
    event.cluster("date", *hit, subject="when it hit", aspect=ALIKE)
    document = event.document()
    assert [(f.value, f.independent_sources, len(f.mentions)) for f in document.agreed] == [("07:37 GMT", 2, 2)]
    assert [f.value for f in document.single_source] == ["09:00 GMT"]
    assert [(c.told, c.met, c.alone) for c in document.compared if c.kind == "date"] == [(3, 2, 1)]


def test_a_value_that_one_source_tells_is_alone_though_others_answer_the_question():
    event = Event({"a": "Twelve died.", "b": "Twelve died.", "c": "Fifty died."})
    facts = [event.fact(x, "Twelve", Quantity(low=12.0, high=12.0), "figure") for x in "ab"]
    facts.append(event.fact("c", "Fifty", Quantity(low=50.0, high=50.0), "figure"))
    event.cluster("figure", *facts)
    document = event.document()
    assert len(document.single_source) == 1
    assert [(c.told, c.met, c.alone) for c in document.compared if c.kind == "figure"] == [(3, 2, 1)]


def test_what_was_compared_by_kind():
    event = _bearing()
    event.cluster("date", event.fact("a", "The quake", When(start="2013-07-02", end="2013-07-02"), "date"))
    rows = {c.kind: (c.told, c.met, c.alone) for c in event.document().compared}
    assert rows["place"] == (4, 4, 0) and rows["date"] == (1, 0, 1) and rows["figure"] == (0, 0, 0)
    assert len(rows) == 7


def test_with_a_draft_its_own_facts_are_counted():
    event = Event({"d": "Twelve died on Monday.", "s": "Twelve died on a Sunday."}, draft="d")
    event.cluster("figure", *[event.fact(x, "Twelve", Quantity(low=12.0, high=12.0), "figure") for x in "ds"])
    event.cluster("date", event.fact("d", "Monday", When(weekday="Monday"), "date"))
    rows = {c.kind: (c.told, c.met, c.alone) for c in event.document().compared}
    assert rows["figure"] == (1, 1, 0) and rows["date"] == (1, 0, 1)


def test_signs_come_from_the_finding_else_from_its_cluster_strongest_first():
    event = Event({"a": "One died.", "b": "Two died.", "c": "Three died."})
    facts = [
        event.fact(a, w, Quantity(low=n, high=n), "figure")
        for a, w, n in (("a", "One", 1.0), ("b", "Two", 2.0), ("c", "Three", 3.0))
    ]
    cluster = event.cluster("figure", *facts, why=(("same verb", 0.4), ("one vessel", 1.25), ("other day", -2.0)))
    event.finding(cluster, "x", ("1", facts[:1]), ("2", facts[1:2]))
    event.finding(cluster, "x", ("1", facts[:1]), ("3", facts[2:]), why=(("both in the lede", 0.5),))
    first, second = event.document().findings
    assert [(s.sign, s.weight) for s in first.why] == [("other day", -2.0), ("one vessel", 1.25), ("same verb", 0.4)]
    assert [s.sign for s in second.why] == ["both in the lede"]


def _dispute(year: str) -> Event:
    event = Event({"a": f"An 8.6-magnitude quake in {year}.", "b": f"An 8.7-magnitude quake of {year}."})
    facts = [
        event.fact(a, f"{n}-magnitude quake", Quantity(low=n, high=n, measure="magnitude"), "figure")
        for a, n in (("a", 8.6), ("b", 8.7))
    ]
    days = [event.fact(a, year, When(start=f"{year}-01-01", end=f"{year}-12-31"), "date") for a in "ab"]
    cluster = event.cluster("figure", *facts, subject="magnitude of the quake")
    event.cluster("date", *days, subject="when an 8.6-magnitude quake struck")
    event.finding(cluster, "x", ("8.6-magnitude quake", facts[:1]), ("8.7-magnitude quake", facts[1:]))
    return event


@pytest.mark.parametrize(
    ("year", "title"),
    [
        ("2012", "Magnitude of the quake, 2012: 8.6 or 8.7"),
        ("2013", "Magnitude of the quake: 8.6 or 8.7"),  # the year in which the articles appeared
    ],
)
def test_a_title_says_what_differs_and_of_which_event(year, title):
    assert _dispute(year).document().findings[0].title == title


def test_a_number_of_the_readings_is_no_year_of_the_event():
    event = Event({"a": "A car drove in the 1700 block.", "b": "A car drove in the 1800 block."})
    facts = [event.fact(a, f"the {n} block", Place(name=f"{n} block"), "place") for a, n in (("a", 1700), ("b", 1800))]
    event.cluster("date", event.fact("a", "1700", When(start="1700-01-01", end="1700-12-31"), "date"))
    cluster = event.cluster("place", *facts, subject="where a car drove")
    event.finding(cluster, "x", ("the 1700 block", facts[:1]), ("the 1800 block", facts[1:]))
    assert event.document().findings[0].title == "Where a car drove: the 1700 block or the 1800 block"


def test_a_title_takes_no_side_of_another_finding():
    event = _dispute("2012")
    cluster = event.clusters[1]
    days = list(cluster.facts)
    event.finding(cluster, "x", ("2012", days[:1]), ("2011", days[1:]))
    assert event.document().findings[1].title == "When a quake struck: 2012 or 2011"


def _misspelt() -> Event:
    event = Event(
        {
            "a": "Ministry spokesman Lin Jian of China.",
            "b": "Embassy spokesman Lin Jiang of Russia. Lin Jiang left.",
        }
    )
    names = [
        event.fact(a, n, Name(full=n, key=n.casefold()), "name") for a, n in (("a", "Lin Jian"), ("b", "Lin Jiang"))
    ]
    offices = [
        event.fact("a", "Ministry spokesman Lin Jian", Role(title="spokesman", organisation="ministry"), "role"),
        event.fact("b", "Embassy spokesman Lin Jiang", Role(title="spokesman", organisation="embassy"), "role"),
    ]
    one = event.cluster("name", *names, subject="Lin Jiang")
    two = event.cluster("affiliation", *offices, subject="Lin Jiang")
    event.finding(one, "x", ("Lin Jian", names[:1]), ("Lin Jiang", names[1:]))
    event.finding(two, "x", ("ministry spokesman", offices[:1]), ("embassy spokesman", offices[1:]), level="error")
    return event


def test_a_disputed_spelling_is_told_in_both_forms():
    titles = [f.title for f in _misspelt().document().findings]
    assert titles == [
        "Spelling: Lin Jian or Lin Jiang",
        "Lin Jian / Lin Jiang: ministry spokesman or embassy spokesman",
    ]


def test_a_disputed_spelling_inside_a_subject_is_told_in_both_forms():
    event = _misspelt()
    event.texts["a"] += "\nMonday."
    event.texts["b"] += "\nTuesday."
    days = [
        event.fact(a, w, When(start=s, end=s), "date")
        for a, w, s in (("a", "Monday", "2013-01-07"), ("b", "Tuesday", "2013-01-08"))
    ]
    event.finding(event.cluster("date", *days, subject="when Lin Jiang spoke"), "x", ("7", days[:1]), ("8", days[1:]))
    assert event.document().findings[2].title == "When Lin Jian / Lin Jiang spoke: 7 or 8"


def test_findings_of_one_slip_share_a_group_and_others_do_not():
    event = _misspelt()
    day = [
        event.fact(a, w, When(start=s, end=s), "date")
        for a, w, s in (("a", "China", "2013-01-01"), ("b", "left", "2013-01-02"))
    ]
    cluster = event.cluster("date", *day)
    event.finding(cluster, "x", ("1", day[:1]), ("2", day[1:]))
    groups = [f.group for f in event.document().findings]
    assert groups[0] == groups[1] != groups[2] and all(groups)


def _quoted(one: str, other: str) -> list[str]:
    texts = (f"Ana said: {one}.", f"Ana said: {other}.")
    found = finding(
        "1", "quote_wording", "error", "q", *(reading(w, mention(i, w, texts)) for i, w in enumerate((one, other)))
    )
    return sides(found)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("a decisive enabler of war", "a crucial enabler of war", ["decisive enabler", "crucial enabler"]),
        ("We did not get there", "We did get there", ["did not get", "did get"]),
        ("We did get there", "We did not get there", ["did get", "did not get"]),
        ("They will never stop", "They will never yield", ["never stop", "never yield"]),
        ("all “no limits” ties", "all “no-holds” ties", ["no limits", "no-holds"]),
    ],
)
def test_the_changed_words_of_a_quote_with_a_word_beside_them(one, other, told):
    assert _quoted(one, other) == told


def test_a_place_and_how_its_name_is_spelt_are_two_slips():
    event = Event({"a": "It struck 55 km west of Bireun.", "b": "It struck 55 km south of Bireuen."})
    places = [
        event.fact(a, w, Place(name=n, direction=d, **KM), "place")
        for a, w, n, d in (
            ("a", "55 km west of Bireun", "Bireun", "W"),
            ("b", "55 km south of Bireuen", "Bireuen", "S"),
        )
    ]
    names = [event.fact(a, n, Name(full=n, key=n.lower()), "name") for a, n in (("a", "Bireun"), ("b", "Bireuen"))]
    event.finding(
        event.cluster("place", *places),
        "x",
        ("west", places[:1]),
        ("south", places[1:]),
        marks={f.id: (Span(f.mention.span.start + 6, f.mention.span.start + 10),) for f in places},
    )
    event.finding(event.cluster("name", *names), "x", ("Bireun", names[:1]), ("Bireuen", names[1:]))
    first, second = event.document().findings
    assert first.group != second.group
