"""Words a letter off: which lone writings are set against which common ones."""

from __future__ import annotations

import pytest

from crosscheck.align import proper
from crosscheck.settings import Settings
from tests.people import Story, codes, corpus, person


def told(*sentences: str) -> Story:
    return [(s, []) for s in sentences]


RAISED = {
    "country": ("Ships sailed to Saudi Arabia.", "They left for Saudi Arabia.", "Boats reached Saudi Arafia."),
    "body": ("The Harbour Agency said no.", "The Harbour Agency agreed.", "The Harbour Agenky was silent."),
    "first word": ("They met in Norla Bay.", "It rained in Norla Bay.", "Snow fell in Norga Bay."),
    "city alone": ("He lives in Philadelphia.", "A fire in Philadelphia.", "Smoke over Pholadelphia."),
    "alike in a long name": (
        "Samples went to the Norla Office of Clinical Studies.",
        "It left the Norla Office of Clerical Studies.",
    ),
    "longer direction": ("He went to Northeast Technical College.", "She left Northeastern Technical College."),
    "sort of street": ("They met on Tarvin Street.", "They met on Tarvin Avenue."),
    "after a possessive": ("They shop at Tarvin's Garden Store.", "They shop at Tarvin’s Garder Store."),
    "word that no list knows": ("He is called Tarrvinko there.", "He was called Tarrivko there."),
    "doubled last letter": ("He lives near Tarvinet now.", "He lives near Tarvinett now."),
    "inside one article, in one name": ("The Norla Police came. They called the Norla Polyce again.", "They slept."),
    "a short name that every list has": ("They live in Texas.", "They left Texas.", "They met in Texsa."),
    "the known word told once, the slip again and again": (
        "They live in Canada.",
        "They left Camada. They saw Camada and left Camada.",
    ),
    "inside one article, a country": ("They flew from Tunisia to Tunesia.", "They slept."),
    "inside one article, once against twice": ("In Tarvinko. He likes Tarvinko. They left Tarvinto.", "They slept."),
    "a country, misspelt all through": (
        "They flew to Tunisia.",
        "They left Tunisia. They saw Tunesia and left Tunesia.",
    ),
    "two articles": ("They met in Norla Harbour.", "Snow fell in Norba Harbour."),
}

QUIET = {
    "a short name that no list has": ("They live in Tarna.", "They left Tarna.", "They met in Terna."),
    "inside one article, once each": ("They went from Tarvinko to Tarvinto.", "They slept."),
    "inside one article, twice each": (
        "In Tarvinko and Tarvinto. From Tarvinko to Tarvinto.",
        "They slept.",
    ),
    "nothing beside it": ("A fire at Norla.", "A feast at Norla.", "A storm at Norga."),
    "other first letter": ("They met in Norla Bay.", "It rained in Norla Bay.", "Snow fell in Dorla Bay."),
    "land and language": ("They read it in Arabic there.", "They came from Arabia then."),
    "with an ending": ("They live in Tarvin Ranch.", "They live in Tarvin Rancho."),
    "office": ("He met Tarvin Reserve Chair Ada Brook.", "He met Tarvin Reserve Chairman Ada Brook."),
    "short form": ("The Tarvin Metro Police came.", "The Tarvin Metropolitan Police came."),
    "headline in capitals": ("Norla Office Clinical Studies Begin", "Norla Office Clerical Studies Begin"),
    "one article knows both": (
        "They met on Tarvin Street.",
        "They went from Tarvin Avenue to Tarvin Street and to Tarvin Avenue.",
    ),
    "plural": ("They met in Norla Forest.", "It rained in Norla Forest.", "Snow fell in Norla Forests."),
    "American spelling": ("The Norla Centre burned.", "The Norla Centre closed.", "The Norla Center opened."),
    "another country": ("The Bank of Austria lent.", "The Bank of Austria paid.", "The Bank of Australia lent."),
    "a word of the language": (
        "They met on Norla Road.",
        "It rained on Norla Road.",
        "A broad Norla Roam began to roam.",
    ),
    "compass": ("They met in North Norla.", "It rained in North Norla.", "Snow fell in South Norla."),
    "both in several": ("In Norla Bay.", "By Norla Bay.", "In Norga Bay.", "By Norga Bay."),
    "title beside it": ("President Norla left.", "President Norla spoke.", "President Norga spoke."),
}


@pytest.mark.parametrize("texts", RAISED.values(), ids=RAISED)
def test_raised(texts: tuple[str, ...]) -> None:
    assert codes(*map(told, texts)) == [("NAM102", "warning")]


@pytest.mark.parametrize("texts", QUIET.values(), ids=QUIET)
def test_quiet(texts: tuple[str, ...]) -> None:
    assert codes(*map(told, texts)) == []


def test_two_people_are_left_to_the_rule_on_people() -> None:
    stories = [[(f"{n} spoke.", [person(n, "p1")])] for n in ("Marek Dolan", "Marek Dolan", "Marek Dolin")]
    assert [c for c, _ in codes(*stories)] == ["NAM101"]


def test_facts_stand_for_the_word_with_its_neighbour() -> None:
    made = corpus(*map(told, RAISED["country"]))
    (cluster,) = proper.align(made, Settings())
    assert [f.mention.text for f in cluster.facts] == ["Saudi Arabia", "Saudi Arabia", "Saudi Arafia"]
    for fact in cluster.facts:
        span = fact.mention.span
        assert made.articles[fact.article].text[span.start : span.end] == fact.mention.text
        sentence = made.sentence(fact).span
        assert sentence.start <= span.start and span.end <= sentence.end
