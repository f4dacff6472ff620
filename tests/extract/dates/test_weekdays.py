"""Weekdays: alone, of a week told, counted from publication or a holiday. Published on Wednesday, 3 July 2013."""

from __future__ import annotations

import pytest

from tests.dated import told

TABLE = {
    "It burned Tuesday last.": "2013-07-02",
    "He left on Tuesday of last week.": "2013-06-25",
    "He left last week on Tuesday.": "2013-06-25",
    "He left Tuesday last week.": "2013-06-25",
    "He left a week ago on Tuesday.": "2013-06-25",
    "He left the Tuesday before last.": "2013-06-25",
    "He left two Tuesdays ago.": "2013-06-25",
    "The vote is a week from Friday.": "2013-07-12",
    "The vote is on Friday week.": "2013-07-12",
    "The vote is a week on Friday.": "2013-07-12",
    "The vote is the Friday after next.": "2013-07-12",
    "The vote is Friday next week.": "2013-07-12",
    "The vote is next week on Friday.": "2013-07-12",
    "The vote is two weeks from Friday.": "2013-07-19",
    "The vote is this coming Friday.": "2013-07-05",
    "The vote is this Friday.": "2013-07-05",
    "The vote is next Monday.": "2013-07-08",
    "The vote is on Monday next.": "2013-07-08",
    "The vote is on the coming Monday.": "2013-07-08",
    "He left this past Monday.": "2013-07-01",
    "He left last Monday.": "2013-07-01",
    "He left on Monday, the 1st.": "2013-07-01",
    "He left on the Monday of last week.": "2013-06-24",
    "It burned on Monday evening.": "2013-07-01",
    "It burned on the evening of Monday.": "2013-07-01",
    "It burned late on Monday night.": "2013-07-01",
    "It burned on Monday around midday.": "2013-07-01T12:00",
    "The fair will run Friday to Sunday.": "2013-07-05 2013-07-07",
    "The fair will run from Friday through Sunday.": "2013-07-05 2013-07-07",
    "The fair ran Monday-Wednesday.": "2013-07-01 2013-07-03",
    "It burned between Monday and Tuesday.": "2013-07-01 2013-07-02",
    "He left last thursday.": "2013-06-27",
    "The vote is two Sundays from now.": "2013-07-14",
    "The vote is Monday next week.": "2013-07-08",
    "The vote is on Thursday of this week.": "2013-07-04",
    "He left on Sun. 30 June.": "2013-06-30",
    "The vote is next Tues.": "2013-07-09",
    "The vote is on the next Saturday.": "2013-07-13",
    "He left the previous Friday.": "2013-06-28",
    "He left last Tuesday.": "2013-06-25",
}


@pytest.mark.parametrize(("sentence", "days"), TABLE.items())
def test_weekdays(nlp, sentence: str, days: str) -> None:  # type: ignore[no-untyped-def]
    assert told(nlp, sentence) == days
