"""Days by their numbers: written, ISO 8601, in figures, ranges of days. Published on Wednesday, 3 July 2013."""

from __future__ import annotations

import pytest

from tests.dated import told

TABLE = {
    "It burned on 3 March 2012.": "2012-03-03",
    "It burned on the third of March 2012.": "2012-03-03",
    "It burned on March the third, 2012.": "2012-03-03",
    "It burned on March third, 2012.": "2012-03-03",
    "It burned on 3-Mar-2012.": "2012-03-03",
    "It burned on 3 Mar '12.": "2012-03-03",
    "It burned on Mar. 3, 2012.": "2012-03-03",
    "It burned on the 2nd of march.": "2013-03-02",
    "It burned on march 2nd.": "2013-03-02",
    "It burned on the first of may.": "2013-05-01",
    "It burned on Jul 2, Tue.": "2013-07-02",
    "It burned on July 2 (Tuesday).": "2013-07-02",
    "It burned on 2 July, a Tuesday.": "2013-07-02",
    "It burned on 2012/03/05.": "2012-03-05",
    "It burned on 2012-3-5.": "2012-03-05",
    "It burned on 2012.03.05.": "2012-03-05",
    "It burned on 25.6.2013.": "2013-06-25",
    "It burned on 25.06.13.": "2013-06-25",
    "It burned on 20120305.": "2012-03-05",
    "The log for 2012-03 is lost.": "2012-03-01 2012-03-31",
    "The log of 03/2012 is lost.": "2012-03-01 2012-03-31",
    "The log of 3/2012 is lost.": "2012-03-01 2012-03-31",
    "The log of 2012/03 is lost.": "2012-03-01 2012-03-31",
    "It burned on 6/25.": "2013-06-25",
    "It burned on 25/6.": "2013-06-25",
    "It burned on 05/03/2013.": "open",
    "It burned at 13:00 February 28, 2013.": "2013-02-28T13:00",
    "It burned on February 28, 2013 at 1 pm.": "2013-02-28T13:00",
    "It burned on 2013-06-25T10:30:00Z.": "2013-06-25",
    "It burned on the 5th and 6th of June.": "2013-06-05 & 2013-06-06",
    "It burned on June 5 and 6.": "2013-06-05 2013-06-06",
    "The fair runs from the 5th to the 9th of July.": "2013-07-05 2013-07-09",
    "The fair ran from 5 June until 9 June.": "2013-06-05 2013-06-09",
    "The fair ran from June 5 through June 9, 2012.": "2012-06-05 2012-06-09",
    "The fair ran June 5th-9th.": "2013-06-05 2013-06-09",
    "The fair ran between 28 May and 3 June.": "2013-05-28 2013-06-03",
    "The fair ran from 28 December 2012 to 3 January 2013.": "2012-12-28 2013-01-03",
    "The fair ran from 28 December to 3 January.": "2012-12-28 2013-01-03",
    "The fair ran 5/6/2013-9/6/2013.": "open",
    "The fair ran 25/6/2013-29/6/2013.": "2013-06-25 2013-06-29",
    "The vote is due by 5 August.": "2013-08-05",
    "The vote is on August 5th.": "2013-08-05",
    "It is due on the 12th of next month.": "2013-08-12",
    "It was due on the 21st of last month.": "2013-06-21",
    "It was due on the 4th of that month.": "open",
    "It burned on the thirtieth of May.": "2013-05-30",
    "It burned on the twenty-second of June.": "2013-06-22",
    "It burned on Monday 1st July.": "2013-07-01",
    "It burned on Monday, the first of July.": "2013-07-01",
    "It burned on the morning of June 3.": "2013-06-03",
    "It opened in the month of October.": "2012-10-01 2012-10-31",
    "It burned on Jan. 5-10.": "2013-01-05 2013-01-10",
    "It burned June 20 to 22, 2012.": "2012-06-20 2012-06-22",
    "It burned between the 20th and the 22nd of June.": "2013-06-20 2013-06-22",
    "It burned from the 20th to the 22nd.": "2013-06-20 2013-06-22",
    "It ran from May 2012 to June 2013.": "2012-05-01 2013-06-30",
    "It ran from 2010 to May 2012.": "2010-01-01 2012-05-31",
    "It ran from 5 May 2012 until the end of 2012.": "2012-05-05 2012-12-31",
    "It ran from the end of May to mid-June.": "2013-05-21 2013-06-20",
    "It burned on 2013-06-05 at 8am.": "2013-06-05T08:00",
    "It burned in 2013-W12.": "2013-03-18 2013-03-24",
    "It burned on 5 June, 2012, at 8.15pm.": "2012-06-05T20:15",
}


@pytest.mark.parametrize(("sentence", "days"), TABLE.items())
def test_days(nlp, sentence: str, days: str) -> None:  # type: ignore[no-untyped-def]
    assert told(nlp, sentence) == days
