"""Wounds and places of death: what is read, and of whom."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.anatomy import apart, parts_of
from crosscheck.model import Place
from crosscheck.read.article import make_article
from crosscheck.settings import Settings
from crosscheck.workers import extract_one

# text, then (whose, parts) of every wound in it
WOUNDS = [
    ("A man was shot in the left leg on Monday.", [("the man", "left leg")]),
    ("Ann Ray was struck in the hip by a stray bullet.", [("Ann Ray", "hip")]),
    ("A boy was found with a gunshot wound to the head.", [("the boy", "head")]),
    ("Paul Hale had two gunshot wounds to his buttocks and arms.", [("Paul Hale", "buttocks, arm")]),
    ("A 19-year-old man suffered a gunshot wound to the torso.", [("the man", "torso")]),
    ("Paul Hale was running when a bullet grazed his left arm.", [("Paul Hale", "left arm")]),
    ("The gunman fired, striking the clerk in the hip and left leg.", [("the clerk", "hip, left leg")]),
    ("The father was shot in the left leg, right arm and chest.", [("the father", "left leg, right arm, chest")]),
    ("The guard was grazed by a bullet in the back.", [("the guard", "back")]),
    ("Her brother was stabbed several times in the neck.", [("the brother", "neck")]),
    ("A little girl was hurt. She was bleeding from the stomach.", [("the girl", "abdomen")]),
    (
        "Paul Hale had a bullet go through his right arm into his chest.",
        [("Paul Hale", "right arm"), ("Paul Hale", "chest")],
    ),
    ("The shooting came a day after a boy was shot in the mouth.", []),
    ("Two men were shot in the legs.", []),
    ("A man was shot in the back of the truck.", []),
    ("A man was not hit in the head.", []),
    ("A man was hit in the head with a hammer.", []),
    ("A man was shot while standing in the back yard.", []),
    ("The gunman fired shots before he fled on foot.", []),
]
# text, then (whose, where) of every death in it
DEATHS = [
    ("Ann Ray died at the scene.", [("Ann Ray", "scene")]),
    ("A man was shot. He was taken to Northside Hospital, where he later died.", [("the man", "Northside Hospital")]),
    ("A man was pronounced dead at Alder Hospital at 3 p.m.", [("the man", "Alder Hospital")]),
    ("The driver, Paul Hale, died on the way to the hospital.", [("Paul Hale", "way")]),
    ("A girl was rushed to a hospital but was dead on arrival.", [("the girl", "arrival")]),
    ("A girl was shot. Doctors pronounced her dead at the home.", [("the girl", "home")]),
    ("A man died during surgery.", [("the man", "hospital")]),
    ("Two men died at the scene.", []),
    ("A man could have died at the scene.", []),
]


def told(text: str, form: str) -> list[tuple[str, str]]:
    facts = extract_one(make_article(text, path="case.txt"), Settings()).facts
    found = [f for f in facts if isinstance(f.value, Place) and f.mention.attrs.get("form") == form]
    return [
        (f.subject.removeprefix("wounds of ").removeprefix("where ").removesuffix(" died"), f.value.name) for f in found
    ]  # type: ignore[union-attr]


@pytest.mark.parametrize(("text", "wanted"), WOUNDS)
def test_wounds(text: str, wanted: list[tuple[str, str]]) -> None:
    assert told(text, "wound") == wanted


@pytest.mark.parametrize(("text", "wanted"), DEATHS)
def test_deaths(text: str, wanted: list[tuple[str, str]]) -> None:
    assert told(text, "death") == wanted


PARTS = [
    ("the upper left side of her neck", ("left neck",)),
    ("the back of the head", ("head",)),
    ("both legs", ("leg",)),
    ("his lower body and right calf", ("lower body", "right leg")),
    ("the roof", ()),
]


@pytest.mark.parametrize(("words", "wanted"), PARTS)
def test_parts(words: str, wanted: tuple[str, ...]) -> None:
    assert parts_of(words) == wanted


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("left leg", "left arm", True),
        ("left leg", "right leg", True),
        ("hip", "back", True),
        ("left leg, right arm and chest", "left arm", True),
        ("right arm and chest", "left arm and chest", True),
        ("chest", "torso", False),
        ("left leg, right arm and chest", "right arm, chest and left arm", True),
        ("arm and chest", "arm, chest and leg", False),
        ("left thigh", "leg", False),
        ("leg, arm and chest", "left arm", False),
        ("head", "cheek", False),
        ("head", "neck", True),
        ("upper body", "chest", False),
        ("", "leg", False),
    ],
)
def test_apart(one: str, other: str, wanted: bool) -> None:
    assert apart(parts_of(one), parts_of(other)) is wanted
    assert apart(parts_of(other), parts_of(one)) is wanted


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from("left right upper leg chest body side of the his back hips, and \n . -".split(" "))))
def test_any_phrase_agrees_with_itself(words: list[str]) -> None:
    parts = parts_of(" ".join(words))
    assert len(set(parts)) == len(parts)
    assert not apart(parts, parts)
