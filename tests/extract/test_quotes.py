"""Quotes of a text with speaker and cue as written. Loads the language model."""

from __future__ import annotations

import random

import pytest

from crosscheck.extract import quotes
from crosscheck.extract.parse import Parsed, parse
from crosscheck.read.article import make_article

SIDES = {
    "after": ('"The lock was new," said the porter.', [("The lock was new,", "the porter", "said")]),
    "before": ('The porter said, "The lock was new."', [("The lock was new.", "The porter", "said")]),
    "colon": ('The porter added: "The lock was new."', [("The lock was new.", "The porter", "added")]),
    "in the middle": (
        '"The lock," Ann Lowe said, "was new."',
        [("The lock,", "Ann Lowe", "said"), ("was new.", "Ann Lowe", "said")],
    ),
    "who": ("It shocked Ann Lowe, who called it “a farce”.", [("a farce", "Ann Lowe", "called")]),
    "a verb that is in no list": ('"Out!" the umpire squawked.', [("Out!", "the umpire", "squawked")]),
    "inverted, a name unknown": ('"And who paid?" asked Roux.', [("And who paid?", "Roux", "asked")]),
    "after a title with a full stop": (
        '"Nobody is hurt," Const. Tom Fenn said.',
        [("Nobody is hurt,", "Const. Tom Fenn", "said")],
    ),
    "hyphenated name": ('"We dug," farmer Cho Min-ho said.', [("We dug,", "Cho Min-ho", "said")]),
    "outlet in brackets": ('"Two men were held." (Daily Echo)', [("Two men were held.", "Daily Echo", "(")]),
}

MIXED = {
    "called": ('Ann Lowe called the plan "a farce".', [("a farce", "Ann Lowe", "called")]),
    "calling": ('The union left, calling the offer "an insult".', [("an insult", "The union", "calling")]),
    "accused of doing": (
        'The union accused the board of hiding "the true bill".',
        [("the true bill", "The union", "accused")],
    ),
    "the claim of another": (
        'The union rejected the board\'s claim that the till was "nearly empty".',
        [("nearly empty", "the board", "claim")],
    ),
    "passive with by": (
        'Ann Lowe was described by her sister as "far too kind".',
        [("far too kind", "her sister", "described")],
    ),
    "two joined": (
        'Neighbours called him "quiet" and "polite".',
        [("quiet", "Neighbours", "called"), ("polite", "Neighbours", "called")],
    ),
    "according to": (
        'The hull was "full of holes", according to the diver.',
        [("full of holes", "the diver", "according to")],
    ),
    "as it is put": ('The mill is, as Ann Lowe put it, "a death trap".', [("a death trap", "Ann Lowe", "put it")]),
}

OBJECTS = {
    "told whom": ('"It is over," Ann Lowe told Reuters.', [("It is over,", "Ann Lowe", "told")]),
    "slammed whom": ('Ann Lowe slammed Bob Hunt as "a bully".', [("a bully", "Ann Lowe", "slammed")]),
    "quoted whom": (
        'Reuters quoted Ann Lowe as saying the fire was "no accident".',
        [("no accident", "Ann Lowe", "saying")],
    ),
    "an idle verb": ('Crews answered the call with "far too many old" cars.', [("far too many old", None, None)]),
    "part of the subject": (
        'The "too big to fail" status worries investors, Ann Lowe said.',
        [("too big to fail", "Ann Lowe", "said")],
    ),
    "who told it": ('A clerk yelled, "Get down!" the sergeant said.', [("Get down!", "A clerk", "yelled")]),
    "a name at the end of a run": (
        'Expect more experts tomorrow, such as the ever ready Abel Sorensen: "We should have known it long ago."',
        [("We should have known it long ago.", "Abel Sorensen", ":")],
    ),
}

NO_SPEECH = {
    "nickname": 'Anthony "Big Tony" Corso was jailed.',
    "title": 'She sang "Blue Harbour Nights" at the fair.',
    "named": 'The gun, nicknamed "Betsy", was never found.',
    "one word at arm's length": 'They met at a "wellness" farm.',
    "three words at arm's length": 'The islands lie on a "ring of fire" in the sea.',
    "so called": 'The hills, so called "sleeping giants", are old.',
    "what is called": 'Crews had done what is called "sleeping giant" training.',
    "a name": 'Candles spelled the name "Ann" on the steps.',
    "a copied passage": (
        'News came today. "Two men were hurt in a blast at a mill north of the town on Monday, police said, and '
        'the road to the coast was shut until crews had cleared it." Stay tuned.'
    ),
    "apostrophes": "The boys' bikes weren't the Smiths'.",
}


@pytest.mark.parametrize("table", [SIDES, MIXED, OBJECTS])
def test_tables(table: dict[str, tuple[str, list[tuple[str, str | None, str | None]]]], nlp) -> None:  # type: ignore[no-untyped-def]
    wrong = {}
    for name, (text, want) in table.items():
        parsed = parse(make_article(text, path="x"), nlp)
        found = [(m.text, _part(parsed, m, "speaker"), _part(parsed, m, "cue")) for m in quotes.extract(parsed)]
        if found != want:
            wrong[name] = (found, want)
    assert not wrong


@pytest.mark.parametrize("name", NO_SPEECH)
def test_no_speech(name: str, nlp) -> None:  # type: ignore[no-untyped-def]
    assert not list(quotes.extract(parse(make_article(NO_SPEECH[name], path="x"), nlp)))


def test_a_quote_over_paragraphs_is_one(nlp) -> None:  # type: ignore[no-untyped-def]
    text = 'Word came late.\n\n"The lock was new.\n\n"The key was old," Ann Lowe said.'
    (found,) = quotes.extract(parse(make_article(text, path="x"), nlp))
    assert found.text == 'The lock was new.\n\n"The key was old,'
    assert found.attrs["content"] == "The lock was new. The key was old,"
    assert found.attrs["link"] == "direct"


def test_the_speaker_goes_on(nlp) -> None:  # type: ignore[no-untyped-def]
    text = 'The lock broke.\n\n"It was new," Ann Lowe said. "It cost a fortune."\n\n"We will sue."'
    links = [
        (m.text, m.attrs["link"], m.attrs["head"]) for m in quotes.extract(parse(make_article(text, path="x"), nlp))
    ]
    assert links == [
        ("It was new,", "direct", "lowe"),
        ("It cost a fortune.", "carried", "lowe"),
        ("We will sue.", "inferred", "lowe"),
    ]


def test_short_words_weigh_less(nlp) -> None:  # type: ignore[no-untyped-def]
    text = 'Ann Lowe called it "odd". "The lock was quite new," she said.'
    odd, full = quotes.extract(parse(make_article(text, path="x"), nlp))
    assert full.confidence > odd.confidence


def test_a_name_after_an_office_cut_short(nlp) -> None:  # type: ignore[no-untyped-def]
    text = '"Food has come," the governor-general of Norland province, Abel Sorensen, told state television.'
    parsed = parse(make_article(text, path="x"), nlp)
    (found,) = quotes.extract(parsed)
    assert _part(parsed, found, "named") == "Abel Sorensen"


GOES_ON = {
    "the words of one who spoke run through a sentence": (
        '"The jolt was long," said Ann Lowe, a grocer. No jars fell, but "our windows rattled a lot."',
        ["lowe", "lowe"],
    ),
    "a quote that abuts the next is by who spoke before": (
        '"I ran out," Ann Lowe told Reuters.\n\n"The stairs were full." "Our thoughts are with them," said Bob Hunt.',
        ["lowe", "lowe", "hunt"],
    ),
    "an inner quote at the end": (
        '"They knew it all," Ann Lowe said.\n\n"I told them, \'This is no prank.\'" Later that day the mill was shut.',
        ["lowe", "lowe"],
    ),
}


@pytest.mark.parametrize("name", GOES_ON)
def test_who_goes_on(name: str, nlp) -> None:  # type: ignore[no-untyped-def]
    text, heads = GOES_ON[name]
    assert [m.attrs.get("head") for m in quotes.extract(parse(make_article(text, path="x"), nlp))] == heads


def test_a_lost_mark_between_two_sentences(nlp) -> None:  # type: ignore[no-untyped-def]
    text = '"It is hard," Hunt said. "But we had to do it now. "Ann Lowe knows a lot about the game."'
    found = [m.text for m in quotes.extract(parse(make_article(text, path="x"), nlp))]
    assert found == ["It is hard,", "But we had to do it now.", "Ann Lowe knows a lot about the game."]


def test_quoted_stretches_are_known_to_all_extractors(nlp) -> None:  # type: ignore[no-untyped-def]
    parsed = parse(make_article('He said "it rained" twice.', path="x"), nlp)
    assert [parsed.article.text[q.start : q.end] for q in parsed.quoted] == ["it rained"]


def test_odd_texts_never_raise(nlp) -> None:  # type: ignore[no-untyped-def]
    words = [
        '"',
        "“",
        "”",
        "'",
        "said",
        "told",
        "Ann",
        "Lowe",
        "the",
        "porter",
        ".",
        ",",
        ":",
        "\n\n",
        "who",
        "by",
        "(",
        ")",
    ]
    words += ["according", "to", "quoted", "—", "No", "Mr.", "he", "called", "was"]
    chance = random.Random(7)
    for _ in range(60):
        text = " ".join(chance.choice(words) for _ in range(chance.randint(0, 40)))
        parsed = parse(make_article(text, path="x"), nlp)
        for mention in quotes.extract(parsed):
            assert text[mention.span.start : mention.span.end] == mention.text
            assert mention.text == mention.text.strip() != ""


def _part(parsed: Parsed, mention, name: str) -> str | None:  # type: ignore[no-untyped-def]
    span = mention.parts.get(name)
    return parsed.article.text[span.start : span.end] if span else None
