"""Holidays, their eves and weekends, and what counts from them. Published on Wednesday, 3 July 2013."""

from __future__ import annotations

import pytest

from tests.dated import told

TABLE = {
    "It burned on the Ides of March 2012.": "2012-03-15",
    "He left on X is on the Monday after Christmas.": "2013-12-30",
    "He fell ill the Friday before Easter.": "2013-03-29",
    "He left three days before Christmas.": "2012-12-22",
    "He left the day after Christmas.": "2012-12-26",
    "He left the day before Easter.": "2013-03-30",
    "The vote is on the third Tuesday after Christmas.": "2014-01-14",
    "He left on the first Monday after Easter.": "2013-04-01",
    "It closed the week after Easter.": "2013-04-01 2013-04-07",
    "It closed a year after Christmas 2010.": "2011-12-25",
    "It closed on Christmas Day last year.": "2012-12-25",
    "It will close on Labor Day weekend.": "2013-08-31 2013-09-02",
    "It closed over the Easter weekend.": "2013-03-30 2013-03-31",
    "It closed over Christmas.": "2012-12-25",
    "It will close on the eve of Easter 2014.": "2014-04-19",
    "It closed on Thanksgiving 2012.": "2012-11-22",
    "It closed on Mother's Day.": "2013-05-12",
    "It closed Monday, July 1, at 6:30 a.m. Eastern time.": "2013-07-01T06:30",
}


@pytest.mark.parametrize(("sentence", "days"), TABLE.items())
def test_holidays(nlp, sentence: str, days: str) -> None:  # type: ignore[no-untyped-def]
    assert told(nlp, sentence) == days
