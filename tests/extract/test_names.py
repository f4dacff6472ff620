"""People and bodies found in a text, and linked inside it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from crosscheck.extract import names, roles
from crosscheck.extract.parse import parse
from crosscheck.model import Fact, Name, Role
from crosscheck.normalise import names as normalise_names
from crosscheck.normalise import roles as normalise_roles
from crosscheck.normalise.people import Scene
from crosscheck.read.article import make_article
from crosscheck.settings import Settings


def scene_of(text: str, nlp: Language) -> Scene:
    """The article with its names and roles normalised."""
    parsed = parse(make_article(text, path="a.txt"), nlp)
    found = [m for m in (*names.extract(parsed), *roles.extract(parsed)) if not parsed.is_skipped(m.span)]
    scene = Scene(article=parsed.article, sentences=parsed.sentences, mentions=tuple(found), settings=Settings())
    scene.facts += normalise_names.normalise([m for m in found if m.kind == "name"], scene)
    scene.facts += normalise_roles.normalise([m for m in found if m.kind == "role"], scene)
    return scene


def people(scene: Scene) -> dict[str, list[str]]:
    """Mentions of every person by full name."""
    found: dict[str, list[str]] = {}
    for fact in scene.facts:
        if isinstance(fact.value, Name) and fact.value.entity == "person" and not fact.mention.attrs.get("maybe"):
            found.setdefault(fact.subject, []).append(fact.mention.text)
    return found


HEAD = "Fire at the old mill\n\n"

LINKED = {
    "a given name that is a month": (
        "The mill was run by Jan Hruska, who owns it. On Jan 12 Hruska left.",
        {"Jan Hruska": ["Jan Hruska", "Hruska"]},
    ),
    "secretary of state": (
        "U.S. Secretary of State Antony Blinken came. Blinken was not hurt.",
        {"Antony Blinken": ["Antony Blinken", "Blinken"]},
    ),
    "a calling before the name": (
        "Survivor Tito Gomes said the roof fell. Gomes was not hurt.",
        {"Tito Gomes": ["Tito Gomes", "Gomes"]},
    ),
    "a city is nobody": ("The blast was heard in Banda Aceh. Banda Aceh was calm.", {}),
    "surname": (
        "Ruth Wolfe ran from the mill. Wolfe was not hurt.",
        {"Ruth Wolfe": ["Ruth Wolfe", "Wolfe"]},
    ),
    "title and surname": (
        "Police Chief Martin Hale spoke first. Chief Hale thanked the crews.",
        {"Martin Hale": ["Martin Hale", "Hale"]},
    ),
    "honorific": (
        "Ruth Wolfe ran from the mill. Mrs. Wolfe was not hurt.",
        {"Ruth Wolfe": ["Ruth Wolfe", "Wolfe"]},
    ),
    "middle initial": (
        "Robert J. Pickard owned the mill. Robert Pickard bought it in May, he said. Pickard lives nearby.",
        {"Robert J. Pickard": ["Robert J. Pickard", "Robert Pickard", "Pickard"]},
    ),
    "possessive": (
        "Ruth Wolfe ran from the mill. Wolfe's car was burnt out.",
        {"Ruth Wolfe": ["Ruth Wolfe", "Wolfe"]},
    ),
    "family name first": (
        "Foreign Minister Wang Yi spoke in Beijing. Wang said that talks would go on.",
        {"Wang Yi": ["Wang Yi", "Wang"]},
    ),
    "nickname": (
        "Joseph Marten saw the smoke. Joe Marten said that he called at once.",
        {"Joseph Marten": ["Joseph Marten", "Joe Marten"]},
    ),
    "surname misspelt": (
        "Kimani Moran, 16, fell from the roof. Morran lived near the mill, police said.",
        {"Kimani Moran": ["Kimani Moran", "Morran"]},
    ),
    "siblings stay two": (
        "Anna Kern and her brother Paul Kern left the mill. Anna was hurt.",
        {"Anna Kern": ["Anna Kern", "Anna"], "Paul Kern": ["Paul Kern"]},
    ),
}


@pytest.mark.parametrize(("text", "wanted"), LINKED.values(), ids=LINKED)
def test_linked(text: str, wanted: dict[str, list[str]], nlp: Language) -> None:
    found = people(scene_of(HEAD + text + "\n", nlp))
    assert {k: found.get(k) for k in wanted} == wanted


NOBODY = {
    "place": "The quake was felt in Bandar Rukan. Homes fell in Bandar Rukan and on Kesh island.",
    "headline words": "Mill Worker Saves Seven\n\nA worker carried seven others out of the mill.",
    "country": "Saudi Arabia said that it would send aid.",
    "weekday and month": "The mill burned on Monday. In May Sunday shifts had begun.",
    "firm": "The mill belongs to Halden Foods. Kern Bank lent the money.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_nobody(text: str, nlp: Language) -> None:
    assert people(scene_of(text + "\n", nlp)) == {}


ROLES = {
    "prenominal": (
        "Chinese Foreign Ministry spokesperson Lin Mei rejected the claim.",
        ("Lin Mei", "spokesperson", "foreign ministry", "CN", "current"),
    ),
    "possessive country": (
        "Norway's Prime Minister Ingrid Solberg rejected the claim.",
        ("Ingrid Solberg", "prime minister", None, "NO", "current"),
    ),
    "apposition after": (
        "Marcus Hale, the governor of Kern County, visited the mill.",
        ("Marcus Hale", "governor", "kern county", None, "current"),
    ),
    "apposition after an age": (
        "Marcus Hale, 48, a director at telecoms company Norlink, visited the mill.",
        ("Marcus Hale", "head", "telecoms company norlink", None, "current"),
    ),
    "apposition before": (
        "The head of the rescue service, Marcus Hale, said that two people were hurt.",
        ("Marcus Hale", "head", "rescue service", None, "current"),
    ),
    "predicate": (
        "Marcus Hale is the mayor of Kern.",
        ("Marcus Hale", "mayor", "kern", None, "current"),
    ),
    "outgoing": (
        "NATO's outgoing Secretary-General Marcus Hale visited the mill.",
        ("Marcus Hale", "secretary-general", "nato", None, "outgoing"),
    ),
    "former": (
        "Former French President Marc Delon visited the mill.",
        ("Marc Delon", "president", None, "FR", "former"),
    ),
    "firm with a country in its name": (
        "France Telecom spokesman Marc Delon said that lines were down.",
        ("Marc Delon", "spokesperson", "france telecom", None, "current"),
    ),
    "rank and force": (
        "Troy police Lt. Gerald Schering said that nobody was held.",
        ("Gerald Schering", "lieutenant", "troy police", None, "current"),
    ),
    "abbreviation": (
        "CEO Larry Lucas flew to Texas.",
        ("Larry Lucas", "chief executive", None, None, "current"),
    ),
}


@pytest.mark.parametrize(("text", "wanted"), ROLES.values(), ids=ROLES)
def test_role(text: str, wanted: tuple[str | None, ...], nlp: Language) -> None:
    scene = scene_of(HEAD + text + "\n", nlp)
    found = [_told(f) for f in scene.roles()]
    assert wanted in found


def _told(fact: Fact) -> tuple[str | None, ...]:
    assert isinstance(fact.value, Role)
    role = fact.value
    return role.person, role.title, role.organisation, role.country, role.status


def test_bare_spokesman_speaks_for_the_body_before(nlp: Language) -> None:
    text = (
        "Talks end\n\nOn Friday, Norway's Foreign Ministry accused its neighbour of delay.\n\n"
        "“The EU must act, and Denmark knows it,” spokesman Lars Vikberg said.\n"
    )
    scene = scene_of(text, nlp)
    inferred = [f for f in scene.roles() if f.inferred]
    assert {_told(f) for f in inferred} == {("Lars Vikberg", "spokesperson", "foreign ministry", "NO", "current")}
    assert sorted(f.mention.text for f in inferred) == ["Norway's Foreign Ministry", "spokesman Lars Vikberg"]


def test_who_a_pronoun_and_an_office_mean(nlp: Language) -> None:
    text = (
        "Talks end\n\nKern Hospital spokeswoman Ruth Wolfe spoke to reporters. Paul Kern listened.\n\n"
        "Ruth Wolfe said that four people were treated.\n\nShe said more would come.\n"
    )
    scene = scene_of(text, nlp)
    at = text.index("She")
    she = scene.last_person(at, gender="f")
    holder = scene.office_holder("the spokeswoman", before=at)
    assert she is not None and she.subject == "Ruth Wolfe"
    assert holder is not None and holder.subject == "Ruth Wolfe"
    found = scene.find_person("Ms. Wolfe", before=at)
    assert found is not None and found.subject == "Ruth Wolfe"
    assert scene.find_person("Nobody", before=at) is None
    body = scene.body_before(text.index("spokeswoman"))
    assert body is not None and body.mention.text == "Kern Hospital"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="ABCab .,'’\"“”\n-()123é", max_size=80))
def test_no_text_raises(nlp: Language, text: str) -> None:
    scene = scene_of(text, nlp)
    for fact in scene.facts:
        span = fact.mention.span
        assert scene.article.text[span.start : span.end] == fact.mention.text
