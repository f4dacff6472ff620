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
    "an idle verb": ('Crews answered the call with "far too many" cars.', [("far too many", None, None)]),
    "so called": ('The hills, so called "sleeping giants", are old.', [("sleeping giants", None, None)]),
}

NO_SPEECH = {
    "nickname": 'Anthony "Big Tony" Corso was jailed.',
    "title": 'She sang "Blue Harbour Nights" at the fair.',
    "named": 'The gun, nicknamed "Betsy", was never found.',
    "one word at arm's length": 'They met at a "wellness" farm.',
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
    links = [(m.text, m.attrs["link"], m.attrs["head"]) for m in quotes.extract(parse(make_article(text, path="x"), nlp))]
    assert links == [
        ("It was new,", "direct", "lowe"),
        ("It cost a fortune.", "carried", "lowe"),
        ("We will sue.", "inferred", "lowe"),
    ]


def test_short_words_weigh_less(nlp) -> None:  # type: ignore[no-untyped-def]
    text = 'Ann Lowe called it "odd". "The lock was quite new," she said. They sat on "brown goods".'
    odd, full, loose = quotes.extract(parse(make_article(text, path="x"), nlp))
    assert full.confidence > odd.confidence > loose.confidence
    assert loose.confidence < 0.5


def test_quoted_stretches_are_known_to_all_extractors(nlp) -> None:  # type: ignore[no-untyped-def]
    parsed = parse(make_article('He said "it rained" twice.', path="x"), nlp)
    assert [parsed.article.text[q.start : q.end] for q in parsed.quoted] == ["it rained"]


def test_odd_texts_never_raise(nlp) -> None:  # type: ignore[no-untyped-def]
    words = ['"', "“", "”", "'", "said", "told", "Ann", "Lowe", "the", "porter", ".", ",", ":", "\n\n", "who", "by", "(", ")"]
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
