"""Parts of a day and days that hang on publication. Published on Wednesday, 3 July 2013."""

from __future__ import annotations

import pytest

from tests.dated import told

TABLE = {
    "It burned the night before last.": "2013-07-01",
    "It burned early this morning.": "2013-07-03",
    "It burned late last night.": "2013-07-02",
    "It burned yesterday evening.": "2013-07-02",
    "It will end tomorrow night.": "2013-07-04",
    "It will end tonight.": "2013-07-03",
    "It will end at 8 tonight.": "2013-07-03T20:00",
    "It will end tonight at 9:30.": "2013-07-03T21:30",
    "It will end at 9:30 tomorrow morning.": "2013-07-04T09:30",
    "It burned on the night of 5 June.": "2013-06-05",
    "It burned on the evening of June 5, 2012.": "2012-06-05",
    "It burned on the morning of the 5th of June.": "2013-06-05",
    "It burned in the afternoon of 5 June.": "2013-06-05",
    "It burned in the early hours of 5 June.": "2013-06-05",
    "It burned in the small hours of Monday.": "2013-07-01",
    "It burned on June 5 in the evening.": "2013-06-05",
    "It burned at dawn on Monday.": "2013-07-01",
    "It burned the day before yesterday.": "2013-07-01",
    "It will end the day after tomorrow.": "2013-07-05",
    "It burned overnight.": "none",
    "It burned last evening.": "2013-07-02",
    "It will end this lunchtime.": "2013-07-03",
    "It will end at midnight tonight.": "2013-07-03T00:00",
}


@pytest.mark.parametrize(("sentence", "days"), TABLE.items())
def test_parts(nlp, sentence: str, days: str) -> None:  # type: ignore[no-untyped-def]
    assert told(nlp, sentence) == days
