"""Which quotation marks open and close what. No language model."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.extract.quotes.pairing import outermost, pair
from crosscheck.layout import paragraphs


def read(text: str) -> list[str]:
    return [text[p.start : p.end].strip() for p in outermost(pair(text, paragraphs(text)))]


PLAIN = {
    "straight": ('He said: "It rained." Then "it poured".', ["It rained.", "it poured"]),
    "curly": ("“We wait,” she said. “We hope.”", ["We wait,", "We hope."]),
    "low-high": ("„Wir warten“, sagte sie. „Ja.“", ["Wir warten", "Ja."]),
    "low with curly close": ("She said „we wait” twice.", ["we wait"]),
    "angle": ("« On attend », dit-elle. «Oui».", ["On attend", "Oui"]),
    "angle turned": ("»Vi venter«, sagde hun.", ["Vi venter"]),
    "closing mark on both sides": ("”Vi väntar,” sa hon.", ["Vi väntar,"]),
    "backticks": ("``We wait,'' she said. ``We hope.''", ["We wait,", "We hope."]),
    "single British": ("‘We wait,’ she said. ‘We hope.’", ["We wait,", "We hope."]),
    "single straight": ("'We wait,' she said. 'We hope.'", ["We wait,", "We hope."]),
    "single in a headline": (
        "Town is 'a furnace' as heat rises\n\n\"It is hot,\" he said.",
        ["a furnace", "It is hot,"],
    ),
    "spaces inside": ('" We wait , " she said .', ["We wait ,"]),
    "straight opening, curly close": ('The police "watch us.” “They do,” he said.', ["watch us.", "They do,"]),
    "dash before and after": ('It was—"a mess"—and worse.', ["a mess"]),
}

NESTED = {
    "single in double": ("“They call it ‘home’,” she said.", ["They call it ‘home’,"]),
    "double in single": ("‘They call it “home”,’ she said.", ["They call it “home”,"]),
    "double in double": ("“The so-called “golden” age is over,” he said.", ["The so-called “golden” age is over,"]),
    "straight in straight": ('"The so-called "golden" age is over," he said.', ['The so-called "golden" age is over,']),
    "closing together": ("\"She told me, 'Run!'\" he said.", ["She told me, 'Run!'"]),
    "three deep": ("“He said ‘she said “no”’ twice.”", ["He said ‘she said “no”’ twice."]),
}

APOSTROPHES = {
    "inside words": ("It's the Smiths' house; they don't know o'clock from noon.", []),
    "possessive plurals": ("The boys' bikes and the girls' hats stood by the players’ bus.", []),
    "decades and clipped words": ("Rock 'n' roll of the '90s, 'twas loud 'til late, get 'em.", []),
    "in a single quote": ("‘It’s the players’ game,’ he said.", ["It’s the players’ game,"]),
    "in a double quote": ("\"It's the players' game,\" he said.", ["It's the players' game,"]),
    "inches": ('A 12" pipe hit a 5\'10" man.', []),
    "inches beside a quote": ('The 6\'2" man said "I am 6\'2" tall," and left.', ["I am 6'2\" tall,"]),
}

BROKEN = {
    "never closed, at the end": ('She said: "We wait.', ["We wait."]),
    "never closed, credit follows": ('"We wait, said the baker. "We hope," she added.', ["We wait,", "We hope,"]),
    "never closed, next paragraph": ('He said: "We wait.\nIt rained.\n"We hope," he said.', ["We wait.", "We hope,"]),
    "closed by a single mark": ("The “very quiet' man ran away.", ["very quiet"]),
    "a closing mark too many": ('We wait." Then "we hope" again.', ["we hope"]),
    "only marks": ("\"\"'' “” ‘’ \" '", []),
    "a single mark": ('"', []),
}

PARAGRAPHS = {
    "opened anew": ('"One.\n\n"Two," she said.', ['One.\n\n"Two,']),
    "three paragraphs": ("“One.\n\n“Two.\n\n“Three,” she said.", ["One.\n\n“Two.\n\n“Three,"]),
    "single, opened anew": ("‘One.\n\n‘Two,’ she said.", ["One.\n\n‘Two,"]),
    "not opened anew": ('"One is bad.\n\nTwo is worse," she said.', ["One is bad.\n\nTwo is worse,"]),
    "each closed": ('"One."\n\n"Two."', ["One.", "Two."]),
    "after a break": ('"One," he said. "Two.\n\n"Three."', ["One,", 'Two.\n\n"Three.']),
}


@pytest.mark.parametrize("table", [PLAIN, NESTED, APOSTROPHES, BROKEN, PARAGRAPHS])
def test_tables(table: dict[str, tuple[str, list[str]]]) -> None:
    wrong = {name: (text, read(text), want) for name, (text, want) in table.items() if read(text) != want}
    assert not wrong


def test_marks_repeated_at_paragraphs_are_told() -> None:
    text = "“One.\n\n“Two.”"
    (found,) = pair(text, paragraphs(text))
    assert [text[m.start : m.end] for m in found.inner] == ["“"]


def test_nested_pairs_have_depth() -> None:
    text = "“They call it ‘home’,” she said."
    assert [(text[p.start : p.end], p.depth) for p in pair(text, paragraphs(text))] == [
        ("They call it ‘home’,", 0),
        ("home", 1),
    ]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab ,.\n\"'“”‘’„«»`-S5é", max_size=80))
def test_any_text_gives_sound_pairs(text: str) -> None:
    found = pair(text, paragraphs(text))
    for p in found:
        assert 0 <= p.opened < p.start <= p.end <= p.closed <= len(text)
        assert any(c.isalnum() for c in text[p.start : p.end])
    outer = outermost(found)
    assert all(a.closed <= b.opened for a, b in zip(outer, outer[1:], strict=False))
