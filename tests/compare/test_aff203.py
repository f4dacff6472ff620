"""AFF203: title of a person."""

from __future__ import annotations

import pytest

from crosscheck import check
from crosscheck.align import names, roles
from crosscheck.compare import compare
from crosscheck.report.sides import sided
from crosscheck.settings import FigureSettings, Settings
from tests.people import Story, codes, corpus, findings, person, role


def office(title: str, organisation: str | None = None, **more: str) -> Story:
    """An article that gives Carla Whitmore a title."""
    words = "Carla Whitmore"
    return [(f"{words} spoke.", [person(words, "p1"), role(words, "p1", words, title, organisation, **more)])]


RAISED = {
    "chief executive and chief operating officer": ("chief executive", "chief operating officer"),
    "ranks": ("sergeant", "lieutenant"),
    "a trooper and an officer over him": ("trooper", "lieutenant"),
    "governor and mayor": ("governor", "mayor"),
    "minister and spokesman": ("foreign minister", "spokesperson"),
    "judge and prosecutor": ("judge", "prosecutor"),
    "spokesman and head": ("spokesperson", "head"),
    "often held together, but nobody says so": ("chairman", "chief executive"),
    "a chief and a captain": ("police chief", "captain"),
    "two years at school": ("freshman", "sophomore"),
    "prosecutor and coroner": ("district attorney", "coroner"),
    "two ranks of the church": ("bishop", "archbishop"),
    "driver and passenger": ("driver", "passenger"),
    "who serves and who runs the till": ("waiter", "cashier"),
}

QUIET = {
    "a post and who speaks for it": ("spokesperson", "agent"),
    "a trooper who speaks for his body": ("trooper", "spokesperson"),
    "one family": ("foreign minister", "minister"),
    "held together": ("president", "chief executive"),
    "hierarchy": ("head", "executive"),
    "unknown": ("analyst", "author"),
    "teacher and author": ("professor", "author"),
    "a prosecutor": ("district attorney", "prosecutor"),
}


@pytest.mark.parametrize(("one", "other"), RAISED.values(), ids=RAISED)
def test_raised(one: str, other: str) -> None:
    assert codes(office(one), office(other)) == [("AFF203", "warning")]


@pytest.mark.parametrize(("one", "other"), QUIET.values(), ids=QUIET)
def test_quiet(one: str, other: str) -> None:
    assert codes(office(one), office(other)) == []


@pytest.mark.parametrize("status", ["former", "acting", "deputy", "elect"])
def test_other_times_and_deputies_are_quiet(status: str) -> None:
    assert codes(office("governor", status=status), office("mayor")) == []


def test_two_posts_of_one_body_conflict() -> None:
    one, other = office("manager", "harbour inn"), office("owner", "harbour inn")
    assert codes(one, other) == [("AFF203", "warning")]
    assert codes(office("manager", "harbour inn"), office("owner", "brewery lane")) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (("governor", "acting"), ("governor", "current"), [("AFF203", "warning")]),
        (("head", "deputy"), ("head", "current"), [("AFF203", "warning")]),
        (("governor", "former"), ("governor", "current"), []),
        (("judge", "deputy"), ("judge", "current"), []),
    ],
)
def test_how_an_office_is_held(one: tuple[str, str], other: tuple[str, str], found: list[tuple[str, str]]) -> None:
    stories = [office(title, "delmar", status=status) for title, status in (one, other)]
    assert codes(*stories) == found
    if found:  # a title that only goes with the name may be cut short
        assert codes(stories[0], office(other[0])) == []


def test_an_acting_chief_whom_another_calls_chief_in_full() -> None:
    acting = office("police chief", "lindow", status="acting")
    assert codes(acting, office("police chief")) == [("AFF203", "warning")]
    again = [("Whitmore spoke.", [person("Whitmore", "p1", "Carla Whitmore"),
                                  role("Whitmore", "p1", "Whitmore", "police chief")])]  # fmt: skip
    assert codes(acting, again) == []  # further down the title is cut short


def test_who_tells_both_titles_knows_why() -> None:
    both = [*office("governor"), ("Whitmore left.", [person("Whitmore", "p1", "Carla Whitmore"),
                                                     role("Whitmore", "p1", "Carla Whitmore", "mayor")])]  # fmt: skip
    assert codes(both, office("mayor")) == []


def test_an_agent_of_a_body_is_not_its_spokesman() -> None:
    assert codes(office("agent", "coast bureau"), office("spokesperson", "coast bureau")) == [("AFF203", "warning")]


def test_a_deputy_chief_is_not_the_spokesman() -> None:
    voice = office("spokesperson", "delmar police")
    assert codes(office("police chief", "delmar police", status="deputy"), voice) == [("AFF203", "warning")]
    assert codes(office("foreign minister", "delmar police", status="deputy"), voice) == []


def test_officer_is_a_rank_before_a_name_only() -> None:
    sergeant = office("sergeant", form="pre")
    officer = "police officer"
    assert codes(office(officer, form="pre", written="Officer"), sergeant) == [("AFF203", "warning")]
    assert codes(office(officer, form="pre", written="Officer"), office("detective", form="pre")) != []
    assert codes(office(officer, form="post", written="officer"), sergeant) == []
    assert codes(office(officer, "public information", form="pre", written="Officer"), sergeant) == []


def test_two_titles_before_one_name_in_one_article() -> None:
    words = "Carla Whitmore"
    titled = [
        (f"{words} {verb}.", [person(words, "p1"), role(words, "p1", words, title, form=form)])
        for verb, title, form in (("spoke", "police chief", "pre"), ("left", "unit chief", "pre"))
    ]
    quiet = [(titled[0]), (f"{words} left.", [person(words, "p1"), role(words, "p1", words, "unit chief")])]
    other = [(f"{words} sang.", [person(words, "p1")])]
    assert codes(titled, other) == [("AFF203", "warning")]
    assert codes(quiet, other) == []  # "who was chief of patrol"


def test_a_bare_owner_takes_the_side_of_the_owner() -> None:
    joint = office("owner", "harbour inn", written="co-owner")
    stories = joint, office("owner", "harbour inn"), office("owner")
    (found,) = findings(*stories)
    told = sided(found, corpus(*stories), FigureSettings())
    assert sorted(len(r.facts) for r in told.finding.readings) == [1, 2] and not told.less


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Deputy Mayor Irene Kolb said no.", "Mayor Irene Kolb said no.", True),
        ("Deputy Coroner Irene Kolb said no.", "Delmar Coroner Irene Kolb said no.", True),
        ("Assistant coach Irene Kolb said no.", "Irene Kolb said no. Coach Kolb left.", False),
        ("Assistant Professor Irene Kolb said no.", "Professor Irene Kolb said no.", False),
    ],
)
def test_a_deputy_before_a_whole_name(one: str, other: str, found: bool) -> None:
    articles = [{"text": f"Vote on the harbour\n\n{text}\n", "path": f"{i}.txt"} for i, text in enumerate((one, other))]
    raised = check(articles, workers=1, cache=False).findings
    assert ("AFF203" in [f.rule for f in raised]) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Ann Ray said her husband, Paul Hale, fled.", "Ann Ray said her ex-husband, Paul Hale, fled.", True),
        ("Police say Paul Hale shot his wife.", "Police say Paul Hale shot his ex-wife.", True),
        ("Ann Ray called her brother, Paul Hale.", "Paul Hale, Ann Ray's cousin, got a call.", True),
        ("Ann Ray called her brother, Paul Hale.", "Paul Hale, Eve Moss's cousin, got a call.", False),
        ("Police say Paul Hale shot his wife.", "Police say Paul Hale shot his estranged wife.", False),
        ("Paul Hale shot his wife.", "Paul Hale shot his ex-wife. Paul Hale's wife ran.", False),
    ],
)
def test_ties_of_kin(one: str, other: str, found: bool) -> None:
    articles = [
        {"text": f"Shots in the harbour\n\n{text}\n", "path": f"{i}.txt"} for i, text in enumerate((one, other))
    ]
    raised = check(articles, workers=1, cache=False).findings
    assert ("AFF203" in [f.rule for f in raised]) == found


def test_posts_that_one_may_hold_at_once_are_loud_in_copies_of_one_sentence_only() -> None:
    one, other = office("manager", "harbour inn"), office("owner", "harbour inn")
    longer = [(f"{text} amid storms that nobody on this coast had ever seen before", made) for text, made in one]
    assert codes(longer, other) == [("AFF203", "note")]
    assert codes(one, other) == [("AFF203", "warning")]


def test_of_one_word_against_another_it_is_a_note_and_two_sources_make_it_loud() -> None:
    def levels(*stories: Story) -> list[str]:
        made = corpus(*stories)
        found = compare([*names.align(made, Settings()), *roles.align(made, Settings())], made, Settings())
        return [f.level for f in found if f.rule == "AFF203"]

    words = "Carla Whitmore"
    met = f"On Monday reporters met {words} in the hall."
    one, other = office("governor"), [(met, [person(words, "p1"), role(words, "p1", words, "mayor", None)])]
    assert levels(one, other) == ["note"]
    assert levels(one, office("governor"), other) == ["warning"]
    assert levels(one, office("mayor")) == ["warning"]  # one sentence with two titles

    def of_state(text: str, title: str, country: str) -> Story:
        return [(text, [person(words, "p1"), role(words, "p1", words, title, None, country=country)])]

    president = of_state(f"{words} opened the meeting.", "president", "FR")
    assert levels(president, of_state(met, "prime minister", "FR")) == ["warning"]  # nobody is both
    assert levels(president, of_state(met, "mayor", "FR")) == ["note"]
