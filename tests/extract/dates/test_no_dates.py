"""What only looks like a date. Published on Wednesday, 3 July 2013."""

from __future__ import annotations

import pytest

from tests.dated import told

TABLE = {
    "Sunday Adeyemi scored twice.": "none",
    "He was beaten by August Lindt.": "none",
    "June Carr resigned.": "none",
    '"We lost," said June Carr.': "none",
    "Mayor April Stone resigned.": "none",
    "They may march in the fall.": "none",
    "Wednesday Addams is a role.": "none",
    "The May family left.": "none",
    "Theresa May resigned.": "none",
    "He saw May and her son.": "none",
    "The Sunday Times reported it.": "none",
    "The 1975 play in Leeds.": "1975-01-01 1975-12-31",
    "He won 21 to 14 in overtime.": "none",
    "The mountain is 2012 metres high.": "none",
    "Section 2012 of the act fell.": "none",
    "The 24-hour shop closed.": "dur PT24H",
    "He rose early in his career.": "none",
}


@pytest.mark.parametrize(("sentence", "days"), TABLE.items())
def test_no_dates(nlp, sentence: str, days: str) -> None:  # type: ignore[no-untyped-def]
    assert told(nlp, sentence) == days
