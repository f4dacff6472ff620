"""Which quotes of different articles are one utterance: by what was said, never by who said it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.align import speakers
from tests.quoted import clusters, corpus, joined

LONG = "We will rebuild the old pier before the summer season begins"

ONE = {
    "the same words": (f"{{Ada Brook}}“{LONG}.”", f"“{LONG},” said Ada Brook."),
    "another speaker": (f"{{Ada Brook}}“{LONG}.”", f"{{Tom Hale}}“{LONG}.”"),
    "another word": (f"{{Ada Brook}}“{LONG}.”", f"{{Ada Brook}}“{LONG.replace('summer', 'winter')}.”"),
    "a part of it": (f"{{Ada Brook}}“{LONG}.”", "{?}“rebuild the old pier”"),
    "a sentence of a long quote": (
        f"{{Ada Brook}}“The storm took everything. {LONG}. Nobody will stop us.”",
        f"{{Ada Brook}}“{LONG}.”",
    ),
    "grammar words and one more": (
        "{?}“I am the one that you have been looking for.”",
        "{?}“I'm the one you have been looking for.”",
    ),
    "two telling words": ("{?}“reckless gamble”", "{?}“reckless gamble”"),
    "a phrase told in the same words about it": (
        "The union called the ferry timetable a {?}“reckless gamble” with the safety of passengers.",
        "The union said that the timetable of the ferry was a {?}“desperate gamble” with passengers' safety.",
    ),
    "a phrase beside a shared quote": (
        "The council warned of a {the council}“grave danger” to swimmers.\n{the council}“Nobody should enter the "
        "water near the broken pier,” it said.",
        "{the council}“Nobody should enter the water near the broken pier,” the notice read.\nIt speaks of a "
        "{the council}“serious danger”.",
    ),
    "put in other words by one speaker": (
        "{Ada Brook}“This is something that we cannot let stand in our harbour.”",
        "{Ada Brook}“This is not something we can let stand in our harbour.”",
    ),
    "somebody and someone": ("{Ada Brook}“I just saw somebody fall.”", "{Ada Brook}“I saw someone fall.”"),
    "two translations": (
        "{Ada Brook}“Because the bay is not very deep, a large wave is not expected.”",
        "{Ada Brook}“The bay is not deep enough for a large wave to be expected.”",
    ),
}


@pytest.mark.parametrize("left, right", ONE.values(), ids=ONE.keys())
def test_one_utterance(left: str, right: str) -> None:
    assert joined(left, right)


TWO = {
    "two sentences of one speaker": (
        "{Ada Brook}“The strongest message that the harbour has ever sent on the state of our boats.”",
        "{Ada Brook}“I think the message sent from this meeting is very clear, and we know what boats need.”",
    ),
    "another phrase with the same head": (
        "The union called the timetable a {?}“reckless gamble”.",
        "Gamblers at the casino opened the night with a {?}“lucky gamble”, its owner wrote.",
    ),
    "a common word": ("{?}“good people”", "{?}“bad people”"),
    "one plain word": ("Police in the valley were {?}“shocked” by it.", "Fans of the band were {?}“shocked” in March."),
    "sentences that meet in a phrase": (
        "{?}“The fishermen of this harbour have lost their boats and their houses.”",
        "{?}“Last night we heard angry shouts from the fishermen of this harbour.”",
    ),
    "another person, other words": (
        "{Ada Brook}“People ran into the streets in panic when the hill began to move.”",
        "{Tom Hale}“People ran into the streets, afraid of more.”",
    ),
}


@pytest.mark.parametrize("left, right", TWO.values(), ids=TWO.keys())
def test_two_utterances(left: str, right: str) -> None:
    assert not joined(left, right)


def test_what_one_article_tells_apart_no_other_joins() -> None:
    both = "News\n{Ada Brook}“I cannot wait to get started.”\nLater she wrote:\n{Ada Brook}“I cannot wait to start this new job.”"
    third = "{Ada Brook}“And I cannot wait to get started,” she said."
    for cluster in clusters(both, third, both.replace("Later", "Then")):
        words = {" ".join(f.mention.text.split()[-2:]) for f in cluster.facts}
        assert not {"get started.", "new job."} <= words


def test_a_headline_may_repeat_the_body() -> None:
    found = clusters("“We will never sell the ground”\n{Ada Brook}“We will sell the ground,” she said.")
    assert any(len(c.facts) == 2 for c in found)


def test_clusters_hold_every_quote_once() -> None:
    texts = [left for left, _ in ONE.values()] + [right for _, right in TWO.values()]
    facts = [f.id for c in clusters(*texts) if c.aspect == "utterance" for f in c.facts]
    assert len(facts) == len(set(facts))


def test_order_of_articles_does_not_change_who_is_joined() -> None:
    texts = [t for pair in ONE.values() for t in pair]

    def groups(order: list[str]) -> set[frozenset[str]]:
        return {frozenset(f.mention.text for f in c.facts) for c in clusters(*order)}

    assert groups(texts) == groups(texts[::-1])


@given(st.lists(st.text(alphabet="ab c.’“”{}?\n", max_size=60), max_size=4))
def test_any_text_clusters(texts: list[str]) -> None:
    clusters(*texts)


SPEAKERS = {
    "one name": ("Ada Brook", "Ada Brook", "same"),
    "surname and name": ("Brook Ada", "Ada Brook", "same"),
    "two names": ("Ada Brook", "Tom Hale", "different"),
    "a slip of the pen": ("Lin Jian", "Lin Jiang", "compatible"),
    "one family": ("Ada Brook", "Paul Brook", "compatible"),
    "named and unnamed": ("Ada Brook", "a local baker", "compatible"),
    "person and body": ("Ada Brook", "the council", "compatible"),
    "body and its statement": ("the Harbour Trust", "a statement by the Harbour Trust", "same"),
    "police and chief": ("police", "the police chief", "same"),
    "letters and name": ("the WHO", "the World Health Organization", "compatible"),
    "two countries' ministries": ("the Chinese foreign ministry", "Russia's Foreign Ministry", "different"),
    "one country in two words": ("China's embassy", "the Chinese embassy", "compatible"),
    "turned round": ("China’s mission to the EU", "the European Union delegation in Beijing", "different"),
    "spokesman of a body turned round": (
        "China’s mission to the EU",
        "a spokesman for the EU delegation in China",
        "different",
    ),
    "two bodies": ("Scotland Yard", "Network Rail", "different"),
    "capital and country": ("the White House", "US officials", "compatible"),
    "two unnamed": ("a local baker", "an angry resident", "compatible"),
    "a resident of a place": ("a Port Quill resident", "Port Quill resident Ada Brook", "compatible"),
    "nobody": ("", "Ada Brook", "unknown"),
}


@pytest.mark.parametrize("one, other, kinship", SPEAKERS.values(), ids=SPEAKERS.keys())
def test_speakers(one: str, other: str, kinship: str) -> None:
    found = corpus(f"{{{one or '?'}}}“{LONG}.”", f"{{{other}}}“{LONG}.”")
    left, right = found.facts("quote")
    assert speakers.compare(left, right, found) == speakers.compare(right, left, found) == kinship


NOUN = "The council met in the harbour on Monday.\n{Ada Brook}“%s” <pact> with the pilots, as she called it.\nThe road opens in June."
SAME_PLACE = {
    "one noun, one speaker, one story": (NOUN % "few strings", NOUN % "wide open", True),
    "two speakers": (NOUN % "few strings", (NOUN % "wide open").replace("Ada Brook", "Tom Hale"), False),
    "another story": (
        NOUN % "few strings",
        "Ferries stood still.\n{Ada Brook}“wide open” <pact> of the cup teams angered her in spring.",
        False,
    ),
    "two such nouns in one article": (NOUN % "few strings", NOUN % "wide open" + "\n{Ada Brook}“open” <pact>.", False),
}


@pytest.mark.parametrize("one, other, together", SAME_PLACE.values(), ids=SAME_PLACE.keys())
def test_short_quotes_without_a_common_word(one: str, other: str, together: bool) -> None:
    assert joined(one, other) is together


CREW = "The gate broke at noon and crews came by boat.\n{Ada Brook}“%s,” she told the council after the crews left.\nThe road opens in June."
FAINT = {
    "one plain word changed": (CREW % "They did a great job", CREW % "They did a good job", True),
    "another speaker": (
        CREW % "They did a great job",
        (CREW % "They did a good job").replace("Ada Brook", "Tom Hale"),
        False,
    ),
    "a plain head": (CREW % "a dark day", CREW % "a black day", True),
    "a plain head in another story": (
        CREW % "a dark day",
        "Ferries stood still.\n{?}“a black day” for sailors, one paper wrote.",
        False,
    ),
}


@pytest.mark.parametrize("one, other, together", FAINT.values(), ids=FAINT.keys())
def test_short_sentences_with_few_telling_words(one: str, other: str, together: bool) -> None:
    assert joined(one, other) is together
