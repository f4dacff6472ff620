"""Weeks and weekends, the first and last of something, the third Tuesday of a month. Published on Wednesday, 3 July 2013."""

from __future__ import annotations

import pytest

from tests.dated import told

TABLE = {
    "They met on the third Tuesday of May.": "2013-05-21",
    "They met on the third Tuesday in May 2012.": "2012-05-15",
    "They met on the first Monday of last month.": "2013-06-03",
    "They will meet on the second Sunday of next month.": "2013-08-11",
    "They will meet on the last Friday of the month.": "2013-07-26",
    "They met on the last day of May.": "2013-05-31",
    "They met on the first day of 2012.": "2012-01-01",
    "They met on the last day of last month.": "2013-06-30",
    "They met in the last week of March.": "2013-03-25 2013-03-31",
    "They met in the second week of June 2012.": "2012-06-11 2012-06-17",
    "They met in the first two weeks of May.": "2013-04-29 2013-05-12",
    "It rose in the first three months of 2012.": "2012-01-01 2012-03-31",
    "It rose in the first nine months of last year.": "2012-01-01 2012-09-30",
    "It rose in the last three months of 2012.": "2012-10-01 2012-12-31",
    "It rose in the first three days of June.": "2013-06-01 2013-06-03",
    "It rose in the final week of June.": "2013-06-24 2013-06-30",
    "It rose in the last weekend of June.": "2013-06-29 2013-06-30",
    "It rose in the first week of this year.": "2012-12-31 2013-01-06",
    "It rose in week 12 of 2013.": "2013-03-18 2013-03-24",
    "It rose in the third month of 2012.": "2012-03-01 2012-03-31",
    "He was seen in the week of June 10.": "2013-06-10 2013-06-16",
    "He was seen in the week of 10 June.": "2013-06-10 2013-06-16",
    "He was seen in the week ending June 16.": "2013-06-10 2013-06-16",
    "He was seen in the week to June 16.": "2013-06-10 2013-06-16",
    "He was seen in the week beginning 10 June.": "2013-06-10 2013-06-16",
    "He will be seen in the week of October 7th.": "2013-10-07 2013-10-13",
    "They met the weekend before last.": "2013-06-22 2013-06-23",
    "They met last weekend.": "2013-06-29 2013-06-30",
    "They meet this weekend.": "2013-07-06 2013-07-07",
    "They will meet next weekend.": "2013-07-13 2013-07-14",
    "They met two weekends ago.": "2013-06-22 2013-06-23",
    "They met the week before last.": "2013-06-17 2013-06-23",
    "They will meet the week after next.": "2013-07-15 2013-07-21",
    "They met over the weekend of June 8.": "2013-06-08 2013-06-09",
    "They met over the weekend of 8-9 June.": "2013-06-08 2013-06-09",
    "They met at the end of last week.": "2013-06-28 2013-06-30",
    "They met at the beginning of the week.": "2013-07-01 2013-07-03",
    "They met early last week.": "2013-06-24 2013-06-26",
    "They will meet late next week.": "2013-07-12 2013-07-14",
    "They met in the middle of last week.": "2013-06-25 2013-06-27",
    "They meet midweek.": "none",
    "They met earlier this week.": "2013-07-01 2013-07-03",
    "They will meet later this week.": "2013-07-03 2013-07-07",
    "They met all week.": "2013-07-01 2013-07-07",
    "It rained all last week.": "2013-06-24 2013-06-30",
    "It rained throughout last week.": "2013-06-24 2013-06-30",
    "It rained that same week.": "open",
    "They will meet by the end of the week.": "2013-07-05 2013-07-07",
    "It rose in the year to date.": "2013-01-01 2013-07-03",
    "Profit rose in the three months to June.": "2013-04-01 2013-06-30",
    "Profit rose in the six months to 31 March 2013.": "2012-10-01 2013-03-31",
    "Profit rose in the year to March 2013.": "2012-04-01 2013-03-31",
    "Profit rose in the year ended June 30, 2012.": "2011-07-01 2012-06-30",
    "Profit rose in the quarter ended 30 June.": "2013-04-01 2013-06-30",
    "Profit rose in the 12 months ending March 2013.": "2012-04-01 2013-03-31",
    "Profit fell from Q2 to Q4 2012.": "2012-04-01 2012-12-31",
}


@pytest.mark.parametrize(("sentence", "days"), TABLE.items())
def test_weeks(nlp, sentence: str, days: str) -> None:  # type: ignore[no-untyped-def]
    assert told(nlp, sentence) == days
