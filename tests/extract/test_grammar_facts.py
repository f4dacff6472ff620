"""What grammar tells and no digit or known name does: counts, ages, homes, ways, titles of works, other names."""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.model import Article, Extraction, Fact, Name, Place, Quantity
from crosscheck.settings import Settings
from crosscheck.workers import extract_one

# words: (sentence, low, high, unit)
COUNTS = {
    "twice": ("Carl Rush was arrested twice in Leeds.", 2, 2, "time"),
    "several": ("Several cars were burned in the yard.", 2, None, "car"),
    "a few": ("A few houses were damaged by the wind.", 2, None, "house"),
    "nth conviction": ("It was his second conviction for fraud.", 2, 2, "rank"),
    "nth wife": ("He leaves his third wife, Mary Holt.", 3, 3, "rank"),
    "none of": ("None of the passengers survived the crash.", 0, 0, "passenger"),
    "no one": ("No one was hurt in the blaze.", 0, 0, "person"),
    "no casualties": ("There were no casualties in the town.", 0, 0, "person"),
    "both": ("Both men were held by the police.", 2, 2, "man"),
    "all of": ("All of the victims were children.", 100, 100, "percent"),
    "died at": ("Rosa Dent, a painter, died at 34.", 34, 34, "year"),
    "at an age": ("At 29, she became the mayor of Leeds.", 29, 29, "year"),
    "minus": ("The temperature fell to minus 20 degrees Celsius.", -20, -20, "°C"),
}
# sentences that tell no such figure
NO_COUNTS = {
    "a ratio": "Twice the usual number came.",
    "nobody knows": "Nobody knows where he is.",
    "a set phrase": "She is a second lady of the house, on the one hand.",
    "no sign": "There was no sign of rain.",
    "a price level": "The index closed at 34.",
}
# words: (sentence, name, relation, direction)
PLACES = {
    "home": ("Peter Nash, of Milton, was arrested on Monday.", "Milton", "of", None),
    "home behind an age": ("Ann Poole, 34, of Stoke Newington, was fined.", "Stoke Newington", "of", None),
    "resident": ("Milton resident Peter Nash was arrested.", "Milton", "resident", None),
    "address": ("The fire started at 14 Chapel Road on Monday.", "14 Chapel Road", "at", None),
    "block": ("It began in the 1200 block of Elm Street.", "1200 block of Elm Street", "in", None),
    "way": ("The storm moved north toward Kelby.", "Kelby", "north toward", "N"),
    "unknown town": ("Carl Rush, who lived in Denby, was a baker.", "Denby", "in", None),
}
# words: (sentence, name, entity)
NAMES = {
    "novel": ('Her novel "The Long Water" sold well.', "The Long Water", "work"),
    "film": ("The film Night Ferry opened in May.", "Night Ferry", "work"),
    "award": ("She won the Hartwell Prize for her play.", "Hartwell Prize", "award"),
    "famous award": ("The actor won an Oscar on Sunday.", "Oscar", "award"),
    "warship": ("The frigate HMS Argyle left port.", "HMS Argyle", "vessel"),
    "ferry": ("The ferry Star of Varn sank off the coast.", "Star of Varn", "vessel"),
    "alias": ("Police arrested Jon Kessler, alias The Fox.", "The Fox", "alias"),
}


@pytest.fixture(scope="module")
def read(nlp: Any) -> Any:
    def of(text: str) -> Extraction:
        return extract_one(Article(id="a", path="a.txt", title="", text=text), Settings())

    return of


def told(extraction: Extraction, kind: type) -> list[Fact]:
    return [f for f in extraction.facts if isinstance(f.value, kind)]


@pytest.mark.parametrize("words", COUNTS)
def test_numbers_without_digits(read: Any, words: str) -> None:
    text, *wanted = COUNTS[words]
    found = [[f.value.low, f.value.high, f.value.unit] for f in told(read(text), Quantity)]  # type: ignore[union-attr]
    assert wanted in found


@pytest.mark.parametrize("words", NO_COUNTS)
def test_phrases_that_count_nothing(read: Any, words: str) -> None:
    values = [f.value for f in told(read(NO_COUNTS[words]), Quantity)]
    assert not [
        v
        for v in values
        if isinstance(v, Quantity) and v.measure != "ratio" and (v.measure in ("rank", "age") or v.low in (0, 2))
    ]


@pytest.mark.parametrize("words", PLACES)
def test_homes_addresses_and_ways(read: Any, words: str) -> None:
    text, *wanted = PLACES[words]
    found = [[f.value.name, f.value.relation, f.value.direction] for f in told(read(text), Place)]  # type: ignore[union-attr]
    assert wanted in found


def test_a_home_is_no_person_and_tells_whose_it_is(read: Any) -> None:
    extraction = read("Peter Nash, of Milton, was arrested on Monday.")
    assert [f.value.full for f in told(extraction, Name)] == ["Peter Nash"]  # type: ignore[union-attr]
    (home,) = told(extraction, Place)
    assert home.subject == "where Peter Nash lives"


@pytest.mark.parametrize("words", NAMES)
def test_names_of_things(read: Any, words: str) -> None:
    text, name, entity = NAMES[words]
    found = [(f.value.full, f.value.entity) for f in told(read(text), Name)]  # type: ignore[union-attr]
    assert (name, entity) in found


def test_a_name_of_no_known_sort_is_told(read: Any) -> None:
    extraction = read("He drove the old Kestrelo past Varnhem Gap.")
    assert {"Kestrelo", "Varnhem Gap"} <= {f.value.full for f in told(extraction, Name)}  # type: ignore[union-attr]


def test_words_of_a_speaker_are_no_title(read: Any) -> None:
    extraction = read('"We Will Not Go," said Ann Reed.')
    assert "work" not in [f.value.entity for f in told(extraction, Name)]  # type: ignore[union-attr]
