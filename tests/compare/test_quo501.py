"""QUO501: one utterance, two wordings: found, named, counted, marked; and what is no conflict."""

from __future__ import annotations

import msgspec
import pytest

from crosscheck.compare import quotes
from crosscheck.compare.rules.quo501_wording import check
from crosscheck.model import Finding
from tests.quoted import SETTINGS, corpus, wordings

SAID = "We will not close the night ward before the new hospital opens"
STORY = "The board met for two hours on Monday.\n{Ada Brook}“%s,” she told staff.\nA vote follows in May."


def loud(*texts: str) -> list[Finding]:
    return [f for f in wordings(*texts) if f.level != "note"]


CONFLICTS = {
    "a word": (SAID.replace("night ward", "night clinic"), "word", "warning"),
    "a dropped not": (SAID.replace("will not close", "will close"), "negation", "error"),
    "an added not": (SAID.replace("hospital opens", "hospital does not open"), "negation", "error"),
    "tense": (SAID.replace("opens", "opened"), "tense", "warning"),
    "a word left out": (SAID.replace("night ward", "ward"), "cut", "warning"),
    "an opposite": (SAID.replace("before", "after"), "opposite", "error"),
}


@pytest.mark.parametrize("changed, verdict, level", CONFLICTS.values(), ids=CONFLICTS.keys())
def test_one_changed_place_is_one_finding(changed: str, verdict: str, level: str) -> None:
    (found,) = wordings(STORY % SAID, STORY % changed)
    assert (found.verdict, found.level) == (verdict, level)
    assert [len(r.facts) for r in found.readings] == [1, 1]


def test_a_figure_inside_a_quote() -> None:
    one, two = "We lost 12 boats in that storm", "We lost 20 boats in that storm"
    (found,) = wordings(STORY % one, STORY % two)
    assert (found.verdict, found.level) == ("figure", "error")


ENDS = {
    "begins with another small word": ("the most unspeakable and cruel storm", "an unspeakable and cruel storm"),
    "somebody and someone": (
        "We need everybody's help to rebuild the pier",
        "We need everyone's help to rebuild the pier",
    ),
}


@pytest.mark.parametrize("one, other", ENDS.values(), ids=ENDS.keys())
def test_a_small_word_of_another_sort_is_loud(one: str, other: str) -> None:
    (found,) = loud(STORY % one, STORY % other)
    assert found.verdict == "word"


def test_one_sentence_that_another_source_tells_in_two() -> None:
    one = "{Ada Brook}“It is truly sad news for the valley, and I think it is very disappointing that nobody has warned us.”"
    two = "{Ada Brook}“It is truly sad news for the valley. And I think that it is very disappointing that nobody has warned us.”"
    (found,) = loud(one, two)
    assert found.verdict == "minor", "the word that is dropped, and not the way in which the sentences are cut"


def test_a_small_word_is_told_beside_a_graver_change() -> None:
    other = "{Ada Brook}“The things that I did in the old house were wicked and cruel,” she said."
    first = other.replace("things that I", "things I")
    third = other.replace("wicked", "stupid")
    assert sorted(f.verdict or "" for f in loud(other, first, third)) == ["minor", "word"]


def test_words_that_a_speaker_repeats_are_no_opening() -> None:
    repeated = "{Tom Hale}“He said, 'I do not want to hurt any of you.'”"
    assert not loud("{?}“I do not want to hurt any of you.”", repeated)


def test_a_phrase_in_the_form_that_the_sentence_asks_for_is_a_note() -> None:
    found = wordings("They are {Ada Brook}“evil losers”, she said.", "He is an {Ada Brook}“evil loser”, she said.")
    assert {f.level for f in found} <= {"note"}


QUIET = {
    "the same": SAID,
    "spelling": "We'll not close the night ward before the new hospital opens",
    "a shorter one": "We will not close the night ward",
    "one that goes on": SAID + " and that is a promise",
    "an omission that is marked": "We will not close the night ward … before the new hospital opens",
    "an editor's bracket": "[The board] will not close the night ward before the new hospital opens",
    "another sentence of the speech": "Patients deserve better than a building from the last century",
    "a leading that": "that we will not close the night ward before the new hospital opens",
}


@pytest.mark.parametrize("other", QUIET.values(), ids=QUIET.keys())
def test_nothing_to_say(other: str) -> None:
    assert wordings(STORY % SAID, STORY % other) == []


def test_a_small_word_is_loud_where_the_rest_is_one_utterance() -> None:
    (found,) = wordings(STORY % "The things that I did were very wrong", STORY % "The things I did were very wrong")
    assert (found.verdict, found.level) == ("minor", "warning")


def test_short_words_with_the_same_head() -> None:
    one = "The auditors called the takeover of the bank a {the auditors}“reckless gamble” with public money."
    two = "The takeover of the bank was a {the auditors}“desperate gamble” with public money, the auditors found."
    (found,) = wordings(one, two)
    assert {r.value for r in found.readings} == {"reckless gamble", "desperate gamble"}


def test_a_fragment_takes_the_side_of_the_whole_that_holds_it() -> None:
    whole = "{Ada Brook}“This is a reckless gamble with the savings of every family.”"
    other = "{Ada Brook}“This is a desperate gamble with the savings of every family.”"
    part = "{Ada Brook}“This is a reckless gamble with the savings of every family,” she said. It is a {Ada Brook}“reckless gamble”."
    (found,) = wordings(whole, other, part)
    by_words = {r.canonical: {f.article for f in r.facts} for r in found.readings}
    assert by_words == {"reckless": {"a", "c"}, "desperate": {"b"}}


def test_a_fragment_of_another_part_is_not_counted() -> None:
    whole = "{Ada Brook}“This is a reckless gamble with the savings of every family.”"
    other = "{Ada Brook}“This is a desperate gamble with the savings of every family.”"
    part = "{Ada Brook}“the savings of every family”"
    (found,) = wordings(whole, other, part)
    assert "c" not in {f.article for r in found.readings for f in r.facts}


def test_the_reading_of_most_sources_stands_first() -> None:
    changed = SAID.replace("ward", "clinic")
    (found,) = wordings(STORY % changed, "One.\n{?}“" + SAID + ".”", "Two.\n{?}“" + SAID + ".”")
    assert [r.canonical for r in found.readings] == ["ward", "clinic"]


def test_the_headline_against_the_body() -> None:
    (found,) = wordings(
        "Brook: “We will close the night ward”\n{Ada Brook}“We will not close the night ward,” she said."
    )
    assert found.inside and found.verdict == "negation"


def test_a_refrain_is_no_conflict() -> None:
    text = "Rally\n{Ada Brook}“We will win the cup for this town.”\nLater:\n{Ada Brook}“We will win the league for this town.”"
    assert wordings(text) == []


def test_the_id_outlives_an_agreeing_article_and_a_moved_paragraph() -> None:
    changed = SAID.replace("ward", "clinic")
    (first,) = wordings(STORY % SAID, STORY % changed)
    (more,) = wordings(STORY % SAID, STORY % changed, "Again.\n{Ada Brook}“" + SAID + ".”")
    (moved,) = wordings("A line.\n" + STORY % SAID, STORY % changed)
    assert first.id == more.id == moved.id


def test_marks_cover_the_words_that_differ() -> None:
    texts = STORY % SAID, STORY % SAID.replace("ward", "clinic")
    (found,) = wordings(*texts)
    shown = [
        texts[ord(f.article) - ord("a")][m.start : m.end]
        for r in found.readings
        for f in r.facts
        for m in found.marks[f.id]
    ]
    assert sorted(shown) == ["clinic", "ward"]


def test_two_sentences_welded_into_one() -> None:
    spoken = (
        "{Ada Brook}“We will fight for every bed in this house. Our nurses have earned the thanks of the whole valley.”"
    )
    welded = "{Ada Brook}“We will fight for every bed in this house and earned the thanks of the whole valley.”"
    assert any(f.verdict in ("spliced", "cut", "word") for f in loud(spoken, welded))


def test_messages_count_sources_and_name_the_change() -> None:
    (found,) = wordings(STORY % SAID, STORY % SAID.replace("ward", "clinic"))
    assert "two wordings" in found.message and "1 source quotes" in found.message and "differ" in found.message


def test_many_wordings_stay_cheap() -> None:
    words = "amber birch cedar delta ember fjord grove heath inlet jetty kiosk larch maple north ocean pearl".split()
    texts = [STORY % SAID.replace("ward", w) for w in words]
    assert len(loud(*texts)) == 1


def test_forms_are_capped() -> None:
    limits = msgspec.structs.replace(SETTINGS.quotes, max_forms=2)
    settings = msgspec.structs.replace(SETTINGS, quotes=limits)
    found = corpus(STORY % SAID, STORY % SAID.replace("ward", "clinic"), STORY % SAID.replace("ward", "wing"))
    from crosscheck.align import quotes as aligner

    for cluster in aligner.align(found, settings):
        assert len(quotes.forms(cluster, limits)) <= 2
        list(check(cluster, found, settings))


def test_phrases_without_a_common_word() -> None:
    story = "The council met in the harbour on Monday.\n{Ada Brook}“%s” <pact> with the pilots, as she called it."
    (found,) = wordings(story % "few strings", story % "wide open")
    assert found.level == "warning" and {r.value for r in found.readings} == {"few strings", "wide open"}
    assert all(found.marks.values())


def test_phrases_that_somebody_quotes_together() -> None:
    story = "The council met in the harbour on Monday.\n{Ada Brook}“%s” <peace> with the pilots, as she called it."
    assert wordings(story % "lasting", story % "fair", story % "fair and lasting") == []
