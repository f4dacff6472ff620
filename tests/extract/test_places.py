"""Places from text to fact: extraction with the language model, then normalising."""

from __future__ import annotations

import pytest

from crosscheck.extract import places as extractor
from crosscheck.extract.parse import parse
from crosscheck.model import Article, Fact, Place
from crosscheck.normalise import places as normaliser
from crosscheck.normalise.people import Scene
from crosscheck.settings import Settings

# words: (sentence, name, direction, kilometres)
GEOMETRY = {
    "km and direction": ("The quake was centred 55 kilometres south of Bireun.", "Bireun", "S", 55.0),
    "short unit": ("The quake was centred 55km south of Bireun.", "Bireun", "S", 55.0),
    "both units": ("The hut stood 55 kilometers (34 miles) west of Bireun.", "Bireun", "W", 55.0),
    "miles": ("The crash was 10 miles north-east of Lyon.", "Lyon", "NE", 16.093),
    "word": ("The ship sank two miles east of Malta.", "Malta", "E", 3.219),
    "direction only": ("The mine lies southwest of Tucson.", "Tucson", "SW", None),
    "distance only": ("The plane came down 20 miles from Denver.", "Denver", None, 32.187),
}
NAMED = {
    "near": ("Police arrested him near Denver.", "Denver", "near", "US"),
    "off a coast": ("The ferry sank off the coast of Sicily.", "Sicily", "off the coast of", "IT"),
    "street": ("The shooting took place at Woodhaven Road.", "Woodhaven Road", "at", None),
    "a country in the genitive": ("It was an attack on the United Kingdom's ports.", "United Kingdom", "on the", "GB"),
    "city of": (
        "Police were sent to keep order in the City of Ferguson on Monday.",
        "City of Ferguson",
        "in the",
        None,
    ),
    "genitive": ("The quake hit Indonesia's Aceh province.", "Aceh", "hit", "ID"),
}
SCENES = {
    "at the scene": "The cyclist died at the scene.",
    "on the way to hospital": "The cyclist died on the way to the hospital.",
    "in hospital": "The cyclist died in hospital.",
}


def facts(nlp, text: str) -> list[Fact]:  # type: ignore[no-untyped-def]
    article = Article(id="a", path="a.txt", title="", text=text)
    parsed = parse(article, nlp)
    mentions = list(extractor.extract(parsed))
    scene = Scene(article=article, sentences=parsed.sentences, mentions=tuple(mentions), settings=Settings())
    return normaliser.normalise(mentions, scene)


@pytest.mark.parametrize(("text", "name", "direction", "km"), GEOMETRY.values(), ids=GEOMETRY)
def test_geometry(nlp, text: str, name: str, direction: str, km: float) -> None:  # type: ignore[no-untyped-def]
    assert [(f.value.name, f.value.direction, f.value.distance_km) for f in facts(nlp, text)] == [(name, direction, km)]


@pytest.mark.parametrize(("text", "name", "relation", "country"), NAMED.values(), ids=NAMED)
def test_named(nlp, text: str, name: str, relation: str, country: str) -> None:  # type: ignore[no-untyped-def]
    assert (name, relation, country) in [(f.value.name, f.value.relation, f.value.country) for f in facts(nlp, text)]


@pytest.mark.parametrize(("scene", "text"), SCENES.items(), ids=SCENES)
def test_scene(nlp, scene: str, text: str) -> None:  # type: ignore[no-untyped-def]
    assert [f.value.key for f in facts(nlp, text)] == [scene]


def test_no_place(nlp) -> None:  # type: ignore[no-untyped-def]
    assert facts(nlp, "In April she spoke in English to reporters on Tuesday.") == []


def test_the_words_stand_in_the_text(nlp) -> None:  # type: ignore[no-untyped-def]
    text = "The hut stood 55 kilometers (34 miles) west of Bireun, near the coast."
    for fact in facts(nlp, text):
        span = fact.mention.span
        assert text[span.start : span.end] == fact.mention.text


CORNERS = {
    "A man was shot on Franklin Ave. by Park Pl. in Dunmore.": ["Franklin Ave. by Park Pl."],
    "The shooting at Neptune Ave and 16th Street took place at noon.": ["Neptune Ave and 16th Street"],
    "It happened on Idaho Street near Yellowstone.": ["Idaho Street near Yellowstone"],
    "Shots were fired near Fountain and Blake avenues.": ["Fountain and Blake avenues"],
    "He fell in the 5100 block of Hewer Street near Lozier Street.": ["5100 block of Hewer Street near Lozier Street"],
    "They met on Main Street near Dallas.": ["Main Street"],
    "She lives on Main Street and Smith said so.": ["Main Street"],
}


@pytest.mark.parametrize(("text", "names"), CORNERS.items())
def test_two_streets_are_one_corner(nlp, text: str, names: list[str]) -> None:  # type: ignore[no-untyped-def]
    told = [f.value.name for f in facts(nlp, text) if isinstance(f.value, Place)]
    assert [n for n in told if any(w in n for w in ("Ave", "Street", "avenues"))] == names
