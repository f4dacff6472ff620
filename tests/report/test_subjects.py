"""What a finding is about: subjects that hold where a parse erred, words that tell two alike apart, the words that differ."""

from __future__ import annotations

import msgspec
import pytest

from crosscheck.model import Frame, Name, Quantity, Quote, When
from crosscheck.report.shortened import sides
from tests.documents import finding, mention, reading
from tests.told import Event

DAYS = {"granularity": "day"}


def _event(*told, kind="date", texts=None, own=""):
    """The finding of a document: each of ``told`` is (subject, attributes, frame, value) of a fact in its own article."""
    texts = texts or ["It happened then."] * len(told)
    event = Event({"abcdef"[i]: text for i, text in enumerate(texts)})
    facts = []
    for i, (subject, attrs, frame, value) in enumerate(told):
        fact = event.fact("abcdef"[i], texts[i].split()[-1].strip("."), value, kind, subject)
        fact = msgspec.structs.replace(fact, mention=msgspec.structs.replace(fact.mention, attrs=attrs, frame=frame))
        event.facts[i] = fact
        facts.append(fact)
    subject = own or facts[0].subject
    cluster = event.cluster(kind, *facts, subject=subject)
    message = f"{subject[:1].upper()}{subject[1:]} is told as “x” by 1 source and as “y” by 1 source."
    event.finding(cluster, message, *[(f"r{i}", [f]) for i, f in enumerate(facts)])
    return event.document().findings[0]


def _when(subject, verb, day):
    return subject, {"event": verb}, Frame(verb=verb), When(start=f"2013-07-0{day}", end=f"2013-07-0{day}", **DAYS)


@pytest.mark.parametrize(
    ("told", "subject"),
    [
        pytest.param(
            [("when guards dragging him out", "drag"), ("when police led him away", "lead")],
            "when police led him away",
            id="no finite verb",
        ),
        pytest.param(
            [("when guests to attend a meeting", "attend"), ("when the gunman entered", "enter")],
            "when the gunman entered",
            id="an infinitive",
        ),
        pytest.param(
            [("when it took place", "take"), ("when the ferry sank", "sink")], "when the ferry sank", id="a pronoun"
        ),
        pytest.param(
            [("when Ruiz said", "say"), ("when the bridge fell", "fall")], "when the bridge fell", id="only said"
        ),
        pytest.param(
            [("when a quake struck 431 kilometres", "strike"), ("when it came", "come")],
            "when a quake struck",
            id="a distance for its object",
        ),
        pytest.param(
            [("when the quake hit at a depth of 10 kilometres", "hit")] * 2,
            "when the quake hit",
            id="a depth behind it",
        ),
        pytest.param(
            [("when two sub - sea cables broke", "break")] * 2, "when two sub-sea cables broke", id="a parser's spaces"
        ),
        pytest.param(
            [("when police were dragging him out", "drag"), ("when they led him away", "lead")],
            "when police were dragging him out",
            id="an auxiliary makes it finite",
        ),
        pytest.param(
            [("when guards dragging him", "drag"), ("when it sank", "sink")], "when it sank", id="the least bad"
        ),
    ],
)
def test_the_best_clause_of_the_facts_is_the_subject(told, subject):
    found = _event(*[_when(s, v, i + 1) for i, (s, v) in enumerate(told)])
    assert found.subject == subject
    assert found.title.startswith(subject[:1].upper() + subject[1:] + ":")
    assert found.message.startswith(subject[:1].upper() + subject[1:] + " is told as")


def test_without_a_clause_that_holds_the_kind_and_the_noun_stand():
    told = [_when("when guards dragging him", "drag", 1), _when("when guards dragging her", "drag", 2)]
    told = [(s, a, Frame(verb="drag", subject=("guard",)), v) for s, a, _, v in told]
    found = _event(*told)
    assert (found.subject, found.title) == ("date", "Date (guard): r0 or r1")


def test_a_name_at_the_head_of_a_clause_keeps_its_capital():
    text = "In the evening Palmer voters approved it in 2010."
    told = [_when("when palmer voters approved it", "approve", i) for i in (1, 2)]
    assert _event(*told, texts=[text, text]).subject == "when Palmer voters approved it"
    plain = "In the evening Local voters met local voters, who approved it in 2010."
    told = [_when("when local voters approved it", "approve", i) for i in (1, 2)]
    assert _event(*told, texts=[plain, plain]).subject == "when local voters approved it"


def _count(subject, n, *, unit="", **frame):
    value = Quantity(low=n, high=n, measure="count", unit=unit or None)
    return subject, {"counted": unit, "event": "death"}, Frame(**frame), value


def test_nobody_kills_a_country():
    frame = {"verb": "kill", "head": "country", "slot": "in", "path": ("in",), "object": ("people",)}
    found = _event(*[_count("countries killed", n, unit="country", **frame) for n in (13.0, 14.0)], kind="figure")
    assert (found.subject, found.title) == ("number of countries", "Number of countries: 13 or 14")
    assert found.message.startswith("Number of countries is told")
    frame = {"verb": "kill", "head": "people", "slot": "object", "path": ()}
    found = _event(*[_count("people killed", n, unit="person", **frame) for n in (13.0, 14.0)], kind="figure")
    assert found.title == "People killed: 13 or 14"


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("population of resident", "population"),
        ("population of island", "population of the island"),
        ("population of Qeshm", "population of Qeshm"),
        ("shot", "people shot"),
        ("age of boy", "age of the boy"),
        ("age of sitting", "age"),
        ("age of Ana Ruiz", "age of Ana Ruiz"),
    ],
)
def test_of_what(subject, expected):
    assert _event(*[_count(subject, n) for n in (13.0, 14.0)], kind="figure").subject == expected


@pytest.mark.parametrize(
    ("one", "other", "title"),
    [
        ({"subject": ("quake",), "verb": "last"}, {"subject": ("quake",), "verb": "shake"}, "Length of time (quake)"),
        ({"subject": ("house",)}, {"subject": ("quake",), "object": ("house",)}, "Length of time (house)"),
        ({"names": ("aceh",)}, {"names": ("aceh",)}, "Length of time (Aceh)"),
        ({"names": ("corvena",)}, {"names": ("corvena",)}, "Length of time (Corvena)"),
        ({"others": ("million",)}, {"others": ("million",)}, "Length of time"),
        ({"path": ("for", "sentence")}, {"path": ("for", "visit")}, "Length of time"),
        ({"subject": ("quake",)}, {"subject": ("trial",)}, "Length of time"),
    ],
)
def test_a_label_that_could_be_anything_is_told_by_what_both_sides_name(one, other, title):
    texts = ["In Aceh the quake went on for 15.", "In Aceh it went on for 60."]
    told = [
        ("length of time", {}, Frame(**frame), Quantity(low=n, high=n, measure="duration", unit="second"))
        for frame, n in ((one, 15.0), (other, 60.0))
    ]
    assert _event(*told, kind="figure", texts=texts).title == f"{title}: r0 or r1"


def test_two_times_of_day_are_the_time_of_the_event():
    clocks = [
        ("date of the fire", {}, Frame(), When(start="2013-07-02", end="2013-07-02", clock=c, granularity="minute"))
        for c in ("03:30", "03:33")
    ]
    assert _event(*clocks).title == "Time of the fire: r0 or r1"
    days = [("date of the fire", {}, Frame(), _when("", "", d)[3]) for d in (1, 2)]
    assert _event(*days).title == "Date of the fire: r0 or r1"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the violence the system uses", "the violence of the system uses", ["violence the", "violence of the"]),
        ("knew they were well", "knew that they were well", ["knew they", "knew that they"]),
        ("as she lay bleeding on it", "as she lay bleeding to death on it", ["bleeding on", "bleeding to death on"]),
        ("a community, no community", "a community, no community center", ["community", "community center"]),
        ("I’m sure he didn’t have it", "I'm sure he didn't has it", ["have it", "has it"]),
        ("we are a decisive enabler", "we are a crucial enabler", ["decisive enabler", "crucial enabler"]),
        ("Yes, we will.", "Yes we will", ["Yes, we will.", "Yes we will"]),
    ],
)
def test_the_first_words_that_differ_stand_with_one_that_both_have(one, other, expected):
    texts = (f"x\n\n{one}", f"x\n\n{other}")
    told = finding(
        "1",
        "quote_wording",
        "warning",
        "q",
        reading("a", mention(0, one, texts)),
        reading("b", mention(1, other, texts)),
    )
    assert sides(told) == expected


def test_of_two_long_wordings_the_words_that_the_rule_marked_are_told():
    texts = ("x\n\nextensive support for war", "x\n\nit became an enabler by large-scale support for war")
    one, other = texts[0][3:], texts[1][3:]
    told = []
    for i, (words, marked) in enumerate(((one, "extensive"), (other, "large-scale"))):
        start = texts[i].index(marked)
        told.append(msgspec.structs.replace(mention(i, words, texts), marks=((start, start + len(marked)),)))
    found = finding("1", "quote_wording", "warning", "q", *[reading(m.text, m) for m in told])
    assert sides(found) == ["extensive support", "large-scale support"]


@pytest.mark.parametrize(
    ("one", "other", "title"),
    [
        ("Ana Ruiz", "Ana Ruiz", "Wording, Ana Ruiz"),
        ("Ana Ruiz", "Ruiz", "Wording, Ana Ruiz"),
        ("Ana Ruiz", "Ben Ott", "Wording"),
        ("the harbour master", "the harbour master", "Wording"),
        (None, None, "Wording"),
        (None, "Ana Ruiz", "Wording, Ana Ruiz"),
    ],
)
def test_a_wording_is_told_with_its_speaker(one, other, title):
    event = Event({"a": "We will pay, it was said.", "b": "We shall pay, it was said."})
    facts = [
        event.fact(a, w, Quote(content=w, speaker=s), "quote")
        for a, w, s in (("a", "We will pay", one), ("b", "We shall pay", other))
    ]
    event.finding(event.cluster("quote_wording", *facts), "x", ("will", facts[:1]), ("shall", facts[1:]))
    assert event.document().findings[0].title == f"{title}: “will pay” or “shall pay”"


def test_a_body_in_other_words_is_a_name_and_no_spelling():
    event = Event({"a": "The Lind Foundation paid.", "b": "The Sand Trust paid."})
    facts = [
        event.fact(a, n, Name(full=n, key=n.casefold(), entity="organisation"), "name")
        for a, n in (("a", "Lind Foundation"), ("b", "Sand Trust"))
    ]
    event.finding(event.cluster("name", *facts), "x", ("Lind Foundation", facts[:1]), ("Sand Trust", facts[1:]))
    spelt, event.findings[0] = event.findings[0], msgspec.structs.replace(event.findings[0], rule="NAM103")
    assert event.document().findings[0].title == "Name: Lind Foundation or Sand Trust"
    event.findings[0] = msgspec.structs.replace(spelt, rule="NAM102")
    assert event.document().findings[0].title == "Spelling: Lind Foundation or Sand Trust"


def test_a_count_says_its_noun_once_and_begins_small_behind_a_colon():
    value = Quantity(low=5.0, high=None, measure="count", unit="person")
    exact = Quantity(low=50.0, high=50.0, measure="count", unit="person")
    texts = ("x\n\nAt least five people", "x\n\n50 people")
    told = finding(
        "1",
        "figure",
        "warning",
        "people injured",
        reading("At least five people", mention(0, "At least five people", texts), data=value),
        reading("50 people", mention(1, "50 people", texts), data=exact),
    )
    assert sides(told) == ["at least five", "50"]
