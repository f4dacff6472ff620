"""Who a quote's speaker is: pronouns, offices, surnames, bodies. Mentions are made by hand; no language model."""

from __future__ import annotations

import msgspec
import pytest

from crosscheck.data import firstnames
from crosscheck.extract.quotes.lexicon import CUE_FORMS
from crosscheck.layout import paragraphs
from crosscheck.model import Fact, Mention, Quote, Sentence, Span
from crosscheck.normalise import names, quotes
from crosscheck.normalise.people import Scene
from crosscheck.normalise.quotes.speaker import country_in
from crosscheck.read.article import make_article
from crosscheck.settings import Settings


def read(text: str, *mentions: Mention) -> list[Fact]:
    """Facts of the quotes of a text in which every line is a sentence."""
    sentences = tuple(Sentence(span=s, paragraph=i) for i, s in enumerate(paragraphs(text)))
    scene = Scene(
        article=make_article(text, path="x"), sentences=sentences, mentions=tuple(mentions), settings=Settings()
    )
    scene.facts += names.normalise([m for m in mentions if m.kind == "name"], scene)
    return quotes.normalise([m for m in mentions if m.kind == "quote"], scene)


def span(text: str, words: str, start: int = 0) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))


def line_of(text: str, at: int) -> int:
    return next(i for i, s in enumerate(paragraphs(text)) if at <= s.end)


def person(text: str, words: str, **attrs: str) -> Mention:
    where = span(text, words)
    return Mention(
        kind="name",
        article="x",
        span=where,
        text=words,
        sentence=line_of(text, where.start),
        attrs={"entity": "person", "label": "PERSON", "cues": "", **attrs},
        confidence=0.9,
    )


def quote(text: str, words: str, speaker: str, who: str, head: str, link: str = "direct", **parts: str) -> Mention:
    where = span(text, words)
    spans = {"speaker": span(text, speaker, where.end if speaker in text[where.end :] else 0)}
    spans |= {name: span(text, value) for name, value in parts.items()}
    return Mention(
        kind="quote",
        article="x",
        span=where,
        text=words,
        sentence=line_of(text, where.start),
        parts=spans,
        attrs={"form": "direct", "link": link, "who": who, "head": head, "label": "", "cue": "say"},
        quoted=True,
    )


def value(fact: Fact) -> Quote:
    assert isinstance(fact.value, Quote)
    return fact.value


def test_a_surname_is_the_full_name() -> None:
    text = 'Rosa Lind spoke.\n"It rained," Lind said.'
    (fact,) = read(text, person(text, "Rosa Lind", subject="1"), quote(text, "It rained,", "Lind", "name", "lind"))
    assert value(fact).speaker == "Rosa Lind"
    assert value(fact).speaker_kind == "person"
    assert value(fact).direct_link
    assert not fact.inferred


def test_sex_excludes() -> None:
    text = 'Rosa Lind and Karl Mott met.\n"It rained," he said.'
    people = (person(text, "Rosa Lind", subject="1"), person(text, "Karl Mott"))
    (fact,) = read(text, *people, quote(text, "It rained,", "he", "pronoun", "he"))
    assert value(fact).speaker == "Karl Mott"


def test_subjects_come_first() -> None:
    text = 'Karl Mott beat Paul Ruhr.\n"It rained," he said.'
    people = (person(text, "Karl Mott", subject="1"), person(text, "Paul Ruhr"))
    (fact,) = read(text, *people, quote(text, "It rained,", "he", "pronoun", "he"))
    assert value(fact).speaker == "Karl Mott"


def test_an_office_set_off_by_commas_is_its_bearer() -> None:
    text = '"It rained," the premier, Rosa Lind, said.'
    mention = quote(text, "It rained,", "the premier", "noun", "premier", named="Rosa Lind")
    (fact,) = read(text, person(text, "Rosa Lind"), mention)
    assert value(fact).speaker == "Rosa Lind"


def test_a_body_keeps_its_words_and_its_country() -> None:
    text = '"It rained," China’s mission to the EU said.'
    (fact,) = read(text, quote(text, "It rained,", "China’s mission to the EU", "noun", "mission"))
    assert value(fact).speaker == "China’s mission to the EU"
    assert value(fact).speaker_kind == "body"
    assert value(fact).country == "CN"


def test_an_unnamed_witness_stays_unnamed() -> None:
    text = '"It rained," a local barber said.'
    (fact,) = read(text, quote(text, "It rained,", "a local barber", "noun", "barber"))
    assert (value(fact).speaker, value(fact).speaker_kind) == ("a local barber", "unknown")


def test_a_pronoun_without_anybody_is_nobody() -> None:
    text = '"It rained," he said.'
    (fact,) = read(text, quote(text, "It rained,", "he", "pronoun", "he"))
    assert value(fact).speaker is None
    assert not value(fact).direct_link


def test_a_speaker_told_by_the_context_is_inferred() -> None:
    text = 'Rosa Lind left.\n"It rained."'
    mention = quote(text, "It rained.", "Rosa Lind", "name", "lind", link="inferred")
    (fact,) = read(text, person(text, "Rosa Lind", subject="1"), mention)
    assert value(fact).speaker == "Rosa Lind"
    assert fact.inferred
    assert not value(fact).direct_link


def test_a_spokesman_without_a_body_gets_the_last_one() -> None:
    text = 'Orbit Lines cut trains.\n"It rained," a spokesman said.'
    where = span(text, "Orbit Lines")
    body = Mention(
        kind="name", article="x", span=where, text="Orbit Lines", sentence=0, attrs={"entity": "organisation"}
    )
    (fact,) = read(text, body, quote(text, "It rained,", "a spokesman", "noun", "spokesman"))
    assert value(fact).speaker == "a spokesman"
    assert value(fact).speaker_kind == "office"
    assert "orbit lines" in (value(fact).speaker_key or "")
    assert fact.inferred


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("China’s mission to the European Union", "CN"),
        ("the Russian foreign ministry", "RU"),
        ("a spokesman for the embassy in Paris", None),
        ("the union of bakers", None),
    ],
)
def test_countries_of_bodies(words: str, country: str | None) -> None:
    assert country_in(words) == country


@pytest.mark.parametrize(("name", "sex"), [("rosa", "f"), ("karl", "m"), ("robin", ""), ("xyzzy", "")])
def test_given_names_tell_sex_where_they_can(name: str, sex: str) -> None:
    assert firstnames.sex_of(name) == sex


@pytest.mark.parametrize(
    ("form", "verb"),
    [("labelled", "label"), ("labeled", "label"), ("quipped", "quip"), ("wrote", "write"), ("denied", "deny")],
)
def test_forms_of_cues(form: str, verb: str) -> None:
    assert CUE_FORMS[form] == verb


ANSWERS = {
    "who was asked": (
        "Lawyer Abel Sorensen questioned Bruno Keel for an hour.\n“Were you there?” Sorensen asked Keel.\n"
        "“Never,” he replied.",
        ("Were you there?", "Sorensen", "name", "sorensen", "ask"),
        ("Never,", "he", "pronoun", "he", "reply"),
        "Bruno Keel",
    ),
    "who goes on": (
        "Lawyer Abel Sorensen questioned Bruno Keel for an hour.\n“We were there,” Sorensen told Keel.\n"
        "“All night,” he added.",
        ("We were there,", "Sorensen", "name", "sorensen", "tell"),
        ("All night,", "he", "pronoun", "he", "add"),
        "Abel Sorensen",
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_who_answers_is_not_who_asked(name: str) -> None:
    text, first, then, want = ANSWERS[name]
    mentions = []
    for words, speaker, who, head, cue in (first, then):
        found = quote(text, words, speaker, who, head)
        mentions.append(msgspec.structs.replace(found, attrs={**found.attrs, "cue": cue}))
    people = [person(text, "Abel Sorensen", subject="1"), person(text, "Bruno Keel")]
    facts = read(text, *people, *mentions)
    assert [f.value.speaker for f in facts if isinstance(f.value, Quote)] == ["Abel Sorensen", want]


def test_a_single_name_behind_a_trade() -> None:
    text = '"It rained," said a fisherman’s wife Sunni.'
    (fact,) = read(text, quote(text, "It rained,", "a fisherman’s wife Sunni", "noun", "wife"))
    assert (value(fact).speaker, value(fact).speaker_kind) == ("Sunni", "person")


def test_a_nationality_takes_up_a_person() -> None:
    text = 'Karl Mott won.\n"It rained," the Argentine said.'
    (fact,) = read(
        text, person(text, "Karl Mott", subject="1"), quote(text, "It rained,", "the Argentine", "name", "argentine")
    )
    assert value(fact).speaker == "Karl Mott"


def test_a_member_of_a_party_is_nobody_named() -> None:
    text = '"It rained," a senior Conservative said.'
    mention = quote(text, "It rained,", "a senior Conservative", "name", "conservative")
    (fact,) = read(text, person(text, "Conservative"), mention)
    assert value(fact).speaker_kind != "person"


NAMES_GIVEN = {
    "in a clause": ('"It rained," said a woman who gave her name as Lucia Tan.', "a woman", "Lucia Tan"),
    "in the next sentence": ('"It rained," a woman said. She gave her name only as Lucia.', "a woman", "Lucia"),
    "to whom": ('"It rained," said a woman who identified herself to reporters as Lucia Tan.', "a woman", "Lucia Tan"),
    "in another paragraph": ('"It rained," a woman said.\nShe gave her name only as Lucia.', "a woman", "a woman"),
    "of somebody else": ('"It rained," said a woman who gave the dog away as Lucia left.', "a woman", "a woman"),
}


@pytest.mark.parametrize("name", NAMES_GIVEN)
def test_an_unnamed_person_who_gives_a_name(name: str) -> None:
    text, words, want = NAMES_GIVEN[name]
    (fact,) = read(text, quote(text, "It rained,", words, "noun", "woman"))
    assert value(fact).speaker == want
