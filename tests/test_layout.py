"""Paragraphs of hard-wrapped text, with and without front matter."""

import textwrap

import pytest

from crosscheck.layout import hard_wrapped, paragraphs, unwrapped

WRAPPED = "\n\n".join(
    textwrap.fill(paragraph, 66)
    for paragraph in (
        "The ferry left the harbour at dawn with forty people on board, and none of them knew that the engine had been "
        "mended the night before by the cook, who had once been a mechanic in another country.",
        "The harbour master said later that he had seen nothing, that it was not his habit to look at engines before "
        "sunrise, and that nobody had ever asked him to keep an eye on cooks.",
    )
)
FRONT = "---\ntitle: Dawn\npublisher: Us\npublished: 2024-01-02\nrole: draft\nurl: https://example.org\n---\n\n"
LINES = (
    "A title\nThe first paragraph is a line.\nThe second is another, and it is a good deal longer than that.\nEnd.\n"
)


@pytest.mark.parametrize("front", ["", FRONT, FRONT.replace("\n", "\r\n")])
def test_front_matter_is_no_sign_of_one_line_a_paragraph(front):
    assert hard_wrapped(front + WRAPPED)


def test_one_line_a_paragraph_stays_as_it_is():
    assert not hard_wrapped(LINES)
    assert unwrapped(LINES) == LINES


@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_a_parser_sees_no_line_break_inside_a_paragraph(breaks):
    text = (FRONT + "# Dawn\n\n" + WRAPPED).replace("\n", breaks)
    seen = unwrapped(text)
    assert len(seen) == len(text)
    assert [c for c, d in zip(text, seen, strict=True) if c != d and c not in "\r\n"] == []
    spans = paragraphs(text)
    assert len(spans) == 4
    assert all("\n" not in seen[s.start : s.end] for s in spans)
    assert paragraphs(seen)[1:] == spans[1:]


def test_ragged_lines_of_an_edited_draft():
    text = WRAPPED.replace("with forty people on board", "with 4 on board").replace(
        "harbour master", "master of the harbour"
    )
    assert hard_wrapped(text)
    assert hard_wrapped(f"<!-- crosscheck: ignore DAT -- {'a long reason ' * 9} -->\n{text}")


def test_two_lines_that_break_within_sentences_are_enough():
    assert hard_wrapped(WRAPPED.partition("\n\n")[0])


@pytest.mark.parametrize("text", [LINES, WRAPPED])
def test_a_parser_sees_no_comment(text):
    before, after = text[: len(text) // 2], text[len(text) // 2 :]
    assert (
        unwrapped(f"{before}<!-- a\nb -->{after}")
        == f"{unwrapped(text)[: len(before)]}{' ' * 12}{unwrapped(text)[len(before) :]}"
    )
    assert unwrapped(f"{LINES}<!-- open") == f"{LINES}<!-- open"
