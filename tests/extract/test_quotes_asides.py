"""Who speaks in a credit set off by commas inside a sentence, and who is merely spoken of."""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.extract import quotes, roles
from crosscheck.extract.parse import parse
from crosscheck.model import Article

SPEAKERS = {
    'Paul Hale, said the judge, "showed no remorse" at all.': "the judge",
    'Paul Hale, the judge said, "showed no remorse" at all.': "the judge",
    'Paul Hale, said Judge Ruth Orr, "showed no remorse" at all.': "Judge Ruth Orr",
    'Paul Hale, wrote the judge, "showed no remorse".': "the judge",
    'Paul Hale, the judge told the court, "showed no remorse".': "the judge",
    'Paul Hale had, said the judge, "a long record" of theft.': "the judge",
    'The driver, said prosecutor Ann Reed, was "a danger to all" that night.': "prosecutor Ann Reed",
    'Mayor Ann Reed, said a spokesman, would "never agree" to it.': "a spokesman",
    'The firm, said Mr Orr, had "lost its way" in May.': "Mr Orr",
    # the parser's subject is who speaks
    'Ann Reed, a nurse, said, "It is over."': "Ann Reed",
    'In May, Ann Reed and Paul Hale said, "It is over."': "Ann Reed and Paul Hale",
    'The mayor, Ann Reed, told reporters, "It is over."': "The mayor",
}


@pytest.mark.parametrize(("sentence", "speaker"), SPEAKERS.items())
def test_speaker(nlp: Any, sentence: str, speaker: str) -> None:
    parsed = parse(Article(id="a", path="a", title="", text=sentence), nlp)
    (mention,) = quotes.extract(parsed)
    span = mention.parts["speaker"]
    assert sentence[span.start : span.end] == speaker


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        ('Paul Hale, the judge said, "showed no remorse".', []),
        ("Paul Hale, the judge, said it was over.", ["judge"]),
        ("Paul Hale, a judge who said he was tired, went home.", ["judge"]),
    ],
)
def test_who_says_it_is_no_office_of_the_name_before(nlp: Any, sentence: str, titles: list[str]) -> None:
    parsed = parse(Article(id="a", path="a", title="", text=sentence), nlp)
    assert [m.attrs["title"] for m in roles.extract(parsed)] == titles
