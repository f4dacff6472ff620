"""QUO502: one utterance in two mouths; and speakers that only seem two."""

from __future__ import annotations

import msgspec
import pytest

from crosscheck.align import quotes as aligner
from crosscheck.compare.rules.quo502_attribution import check
from crosscheck.model import Corpus, Role
from tests.quoted import SETTINGS, attributions, corpus

SAID = "Nobody will lose a home because of this road"
STORY = "The hearing lasted until midnight.\n{%s}“" + SAID + ".”\nWork starts in June."

CONFLICTS = {
    "two people": ("Ada Brook", "Tom Hale", "error"),
    "two countries' ministries": ("the Chinese foreign ministry", "Russia's Foreign Ministry", "warning"),
    "a mission turned round": ("China's mission to the EU", "the European Union delegation in Beijing", "warning"),
    "two named bodies": ("the Harbour Trust", "the Met Office", "warning"),
}


@pytest.mark.parametrize("one, other, level", CONFLICTS.values(), ids=CONFLICTS.keys())
def test_two_mouths(one: str, other: str, level: str) -> None:
    (found,) = attributions(STORY % one, STORY % other)
    assert found.level == level
    assert {r.value for r in found.readings} == {one, other}


QUIET = {
    "one person": ("Ada Brook", "Ada Brook"),
    "unnamed": ("Ada Brook", "a local barber"),
    "a body and its spokeswoman": ("the Harbour Trust", "a spokeswoman for the Harbour Trust"),
    "a person and a body": ("Ada Brook", "the Harbour Trust"),
    "the police and their chief": ("police", "the police chief"),
    "another spelling of a name": ("Lin Jian", "Lin Jiang"),
    "letters for a name": ("the WHO", "the World Health Organization"),
    "no speaker on one side": ("Ada Brook", "?"),
    "two unnamed people": ("a resident of the street", "an angry shopkeeper"),
}


@pytest.mark.parametrize("one, other", QUIET.values(), ids=QUIET.keys())
def test_one_mouth_or_nobody_knows(one: str, other: str) -> None:
    assert attributions(STORY % one, STORY % other) == []


def test_only_direct_links_count() -> None:
    found = corpus(STORY % "Ada Brook", STORY % "Tom Hale")
    loose = {
        a: msgspec.structs.replace(
            e,
            facts=tuple(
                msgspec.structs.replace(f, value=msgspec.structs.replace(f.value, direct_link=False))
                if f.kind == "quote" and a == "b"
                else f
                for f in e.facts
            ),
        )
        for a, e in found.extractions.items()
    }
    found = msgspec.structs.replace(found, extractions=loose)
    for cluster in aligner.align(found, SETTINGS):
        assert not list(check(cluster, found, SETTINGS))


def test_a_quotation_between_cue_and_quote_breaks_the_link() -> None:
    between = "“" + SAID + ".” “Work starts in June, come what may,” said {Tom Hale}“and no later.”"
    assert attributions(STORY % "Ada Brook", between) == []


def test_two_people_may_say_two_like_sentences() -> None:
    one = "{Ada Brook}“Nobody in this valley will lose a home because of the new road to the coast.”"
    other = "{Tom Hale}“Nobody will lose a job because of the road.”"
    assert attributions(one, other) == []


def test_an_unnamed_speaker_takes_no_side() -> None:
    (found,) = attributions(STORY % "Ada Brook", STORY % "Tom Hale", STORY % "a resident")
    assert all(f.article != "c" for r in found.readings for f in r.facts)


def test_wording_and_speaker_may_both_differ() -> None:
    other = "The hearing was long.\n{Tom Hale}“" + SAID.replace("home", "house") + ".”"
    assert len(attributions(STORY % "Ada Brook", other)) == 1


def test_the_id_outlives_an_agreeing_article() -> None:
    (first,) = attributions(STORY % "Ada Brook", STORY % "Tom Hale")
    (more,) = attributions(STORY % "Ada Brook", STORY % "Tom Hale", "Late.\n" + STORY % "Tom Hale")
    assert first.id == more.id


def test_one_spokesman_of_two_countries() -> None:
    found = corpus(
        "{Lin Jian}“malicious intent”, he said of it.", "{Lin Jian}“The talk of our duty is unjust and malicious.”"
    )
    extractions = {}
    for (article, e), country in zip(found.extractions.items(), ("CN", "RU"), strict=True):
        role = next(f for f in e.facts if f.kind == "name")
        value = Role(person="Lin Jian", person_id="Lin Jian", title="spokesperson", country=country)
        role = msgspec.structs.replace(role, id=f"{article}:role", kind="role", value=value)
        extractions[article] = msgspec.structs.replace(e, facts=(*e.facts, role))
    found = msgspec.structs.replace(
        found, extractions=extractions, identities={f"{a}:Lin Jian": "Lin Jian" for a in "ab"}
    )
    raised = [
        f for c in aligner.align(found, SETTINGS) if c.aspect == "spokesperson" for f in check(c, found, SETTINGS)
    ]
    assert len(raised) == 1 and raised[0].level == "warning"


def test_one_finding_for_all_that_is_said_in_one_breath() -> None:
    said = SAID + ". The council has promised that in writing to every owner"
    (found,) = attributions(*((STORY % who).replace(SAID, said) for who in ("Ada Brook", "Tom Hale")))
    assert "promised" in found.message


def _marked(found: Corpus, article: str, **attrs: str) -> Corpus:
    """The corpus with attributes of one article's quotes set."""
    extraction = found.extractions[article]
    facts = tuple(
        msgspec.structs.replace(f, mention=msgspec.structs.replace(f.mention, attrs=attrs)) if f.kind == "quote" else f
        for f in extraction.facts
    )
    changed = msgspec.structs.replace(extraction, facts=facts)
    return msgspec.structs.replace(found, extractions={**found.extractions, article: changed})


def test_words_that_go_on_stand_with_those_that_are_credited() -> None:
    found = _marked(corpus(STORY % "Ada Brook", STORY % "Tom Hale"), "b", link="carried")
    assert not [f for c in aligner.align(found, SETTINGS) for f in check(c, found, SETTINGS)]


def test_a_resolved_pronoun_is_a_note() -> None:
    plain = corpus(STORY % "Ada Brook", STORY % "Tom Hale")
    found = _marked(plain, "b", who="pronoun")
    (sure,) = [f for c in aligner.align(plain, SETTINGS) for f in check(c, plain, SETTINGS)]
    (raised,) = [f for c in aligner.align(found, SETTINGS) for f in check(c, found, SETTINGS)]
    assert (sure.level, raised.level) == ("error", "note") and raised.confidence < sure.confidence


def test_words_of_one_that_another_repeats_are_a_note() -> None:
    told = "{Ada Brook}“Mr. Hale said, 'We are going home tonight. The council will sell the old pier to us in May,'” she said."
    own = "{Tom Hale}“We are going home tonight. The council will sell the old pier to us in May.”"
    found = attributions(own, told)
    assert found and {f.level for f in found} == {"note"}


def test_a_sentence_that_names_both_speakers_is_a_note() -> None:
    plain = corpus(STORY % "Ada Brook", STORY % "Tom Hale")
    extraction = plain.extractions["b"]
    named = tuple(msgspec.structs.replace(s, names=(*s.names, "Brook")) for s in extraction.sentences)
    other = msgspec.structs.replace(extraction, sentences=named)
    found = msgspec.structs.replace(plain, extractions={**plain.extractions, "b": other})
    (raised,) = [f for c in aligner.align(found, SETTINGS) for f in check(c, found, SETTINGS)]
    assert raised.level == "note"
