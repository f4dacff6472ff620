"""Months, quarters, halves and seasons, with their early, middle and late parts. Published on Wednesday, 3 July 2013."""

from __future__ import annotations

import pytest

from tests.dated import told

TABLE = {
    "They married in May.": "2013-05-01 2013-05-31",
    "They married last May.": "2013-05-01 2013-05-31",
    "They will marry next May.": "2014-05-01 2014-05-31",
    "They married in May of last year.": "2012-05-01 2012-05-31",
    "They will marry in May next year.": "2014-05-01 2014-05-31",
    "They married in early May.": "2013-05-01 2013-05-10",
    "They married in mid-May.": "2013-05-11 2013-05-20",
    "They married in the middle of May 2012.": "2012-05-11 2012-05-20",
    "They married in late May 2012.": "2012-05-21 2012-05-31",
    "They married at the end of May.": "2013-05-21 2013-05-31",
    "They married towards the end of May.": "2013-05-21 2013-05-31",
    "They married at the beginning of May.": "2013-05-01 2013-05-10",
    "They married at the start of May.": "2013-05-01 2013-05-10",
    "They married in the first half of May.": "2013-05-01 2013-05-15",
    "They married in the second half of May.": "2013-05-16 2013-05-31",
    "They married late last month.": "2013-06-21 2013-06-30",
    "They will marry early next month.": "2013-08-01 2013-08-10",
    "They will marry in the middle of next month.": "2013-08-11 2013-08-20",
    "They will marry at the end of this month.": "2013-07-21 2013-07-31",
    "They will marry by the end of the month.": "2013-07-21 2013-07-31",
    "They will marry at month-end.": "2013-07-21 2013-07-31",
    "They will marry later this month.": "2013-07-03 2013-07-31",
    "They married earlier this month.": "2013-07-01 2013-07-03",
    "They married the month before last.": "2013-05-01 2013-05-31",
    "They met from March to May.": "2013-03-01 2013-05-31",
    "They met between March and May 2012.": "2012-03-01 2012-05-31",
    "They met March-May 2012.": "2012-03-01 2012-05-31",
    "They met from late March to early May.": "2013-03-21 2013-05-10",
    "They met from November 2011 to February 2012.": "2011-11-01 2012-02-29",
    "They met from November until February.": "2012-11-01 2013-02-28",
    "They married in June '12.": "2012-06-01 2012-06-30",
    "They married in the month of May.": "2013-05-01 2013-05-31",
    "They married in May and June.": "2013-05-01 2013-05-31 & 2013-06-01 2013-06-30",
    "Sales fell in the third quarter of 2012.": "2012-07-01 2012-09-30",
    "Sales fell in the final quarter of 2012.": "2012-10-01 2012-12-31",
    "Sales fell in the last quarter of 2012.": "2012-10-01 2012-12-31",
    "Sales fell in the fourth quarter of last year.": "2012-10-01 2012-12-31",
    "Sales fell in Q3 2012.": "2012-07-01 2012-09-30",
    "Sales fell in 2012 Q3.": "2012-07-01 2012-09-30",
    "Sales fell last quarter.": "2013-04-01 2013-06-30",
    "Sales fell this quarter.": "2013-07-01 2013-09-30",
    "Sales fell in the first half of 2012.": "2012-01-01 2012-06-30",
    "Sales fell in the second half of last year.": "2012-07-01 2012-12-31",
    "Sales fell in the first half of the year.": "2013-01-01 2013-06-30",
    "Sales fell in the latter half of 2012.": "2012-07-01 2012-12-31",
    "Sales fell in H1 2012.": "2012-01-01 2012-06-30",
    "Sales fell in the first three quarters of 2012.": "2012-01-01 2012-09-30",
    "Sales fell in the first half of the decade.": "none",
    "Sales fell in the second half of the 1990s.": "1995-01-01 1999-12-31",
    "Sales fell in the first half of the 19th century.": "1801-01-01 1850-12-31",
    "Sales fell from Q3 2012 to Q1 2013.": "2012-07-01 2013-03-31",
    "Profit fell in the 2nd quarter.": "2013-04-01 2013-06-30",
    "They met in the summer of 2012.": "2012-06-01 2012-08-31",
    "They met in summer 2012.": "2012-06-01 2012-08-31",
    "They met last summer.": "2012-06-01 2012-08-31",
    "They will meet next spring.": "2014-03-01 2014-05-31",
    "They met in the autumn.": "2012-09-01 2012-11-30",
    "They met in early spring 2012.": "2012-03-01 2012-03-31",
    "They met in late summer 2012.": "2012-08-01 2012-08-31",
    "They met in the fall of 2012.": "2012-09-01 2012-11-30",
    "They met in the winter of 2011-12.": "2011-12-01 2012-02-29",
    "They meet this summer.": "2013-06-01 2013-08-31",
    "Profit fell in quarter 2 of 2012.": "2012-04-01 2012-06-30",
}


@pytest.mark.parametrize(("sentence", "days"), TABLE.items())
def test_months(nlp, sentence: str, days: str) -> None:  # type: ignore[no-untyped-def]
    assert told(nlp, sentence) == days
