"""Ranges, and several days of one month. Published on Wednesday, 3 July 2013."""

from __future__ import annotations

import pytest

from tests.dated import told

TABLE = {
    "It ran from 5 to 9 June.": "2013-06-05 2013-06-09",
    "It ran 5-9 June.": "2013-06-05 2013-06-09",
    "It ran June 5-9.": "2013-06-05 2013-06-09",
    "It ran from June 5 to June 9.": "2013-06-05 2013-06-09",
    "It ran June 5 – June 9.": "2013-06-05 2013-06-09",
    "It ran June 5 to 9, 2012.": "2012-06-05 2012-06-09",
    "It ran from the 5th until the 9th of June.": "2013-06-05 2013-06-09",
    "It ran from 28 May to 3 June 2012.": "2012-05-28 2012-06-03",
    "It ran from May 28 to June 3, 2012.": "2012-05-28 2012-06-03",
    "It ran May 28-June 3.": "2013-05-28 2013-06-03",
    "It ran from December 28, 2012, to January 3, 2013.": "2012-12-28 2013-01-03",
    "It ran from Dec. 28 to Jan. 3.": "2012-12-28 2013-01-03",
    "It ran between June 5 and June 9.": "2013-06-05 2013-06-09",
    "It ran between June 5 and 9.": "2013-06-05 2013-06-09",
    "It ran between 5 and 9 June.": "2013-06-05 2013-06-09",
    "It ran between May and July 2012.": "2012-05-01 2012-07-31",
    "It ran between 1998 and 2001.": "1998-01-01 2001-12-31",
    "It ran from May through July last year.": "2012-05-01 2012-07-31",
    "It ran from May to July of last year.": "2012-05-01 2012-07-31",
    "It ran from November through March.": "2012-11-01 2013-03-31",
    "It ran from 2009 through 2011.": "2009-01-01 2011-12-31",
    "It ran from 2009-11.": "2009-01-01 2011-12-31",
    "It ran during 2009-2011.": "2009-01-01 2011-12-31",
    "It ran in 2009 and 2010.": "2009-01-01 2009-12-31 & 2010-01-01 2010-12-31",
    "It ran from Monday to Wednesday.": "2013-07-01 2013-07-03",
    "It ran Monday through Wednesday.": "2013-07-01 2013-07-03",
    "It ran from last Monday to Wednesday.": "2013-07-01 2013-07-03",
    "It will run from Thursday to Saturday.": "2013-07-04 2013-07-06",
    "It will run Thursday-Saturday.": "2013-07-04 2013-07-06",
    "It will run Friday and Saturday.": "2013-07-05 & 2013-07-06",
    "It happened on Sunday 30 June and Monday 1 July.": "2013-06-30 & 2013-07-01",
    "It happened on Sunday 2 and Monday 3 June.": "2013-06-02 & 2013-06-03",
    "It happened on June 2 and 3.": "2013-06-02 2013-06-03",
    "It happened on June 2 and June 8.": "2013-06-02 & 2013-06-08",
    "It happened on 2 and 8 June.": "2013-06-02 & 2013-06-08",
    "It happened overnight from Monday to Tuesday.": "2013-07-01 2013-07-02",
    "It happened on the night of Sunday to Monday.": "2013-06-30 2013-07-01",
    "It happened on the night of June 2-3.": "2013-06-02 2013-06-03",
    "It happened between Friday night and Sunday morning.": "2013-06-28 2013-06-30",
    "It ran from 2012-06-05 to 2012-06-09.": "2012-06-05 2012-06-09",
    "It ran from 05/25/2012 to 06/09/2012.": "2012-05-25 2012-06-09",
    "It ran from 25.05.2012 to 09.06.2012.": "2012-05-25 2012-06-09",
    "It ran from the late 1990s until 2004.": "1997-01-01 2004-12-31",
    "It ran from the early 1990s to the late 2000s.": "1990-01-01 2009-12-31",
    "It ran from mid-May to mid-June.": "2013-05-11 2013-06-20",
    "It ran from early May through late June.": "2013-05-01 2013-06-30",
    "It ran from May 2012 until now.": "2012-05-01 2013-07-03",
    "It has run from 2009 to the present.": "2009-01-01 2013-07-03",
    "It ran from spring to autumn 2012.": "2012-03-01 2012-11-30",
    "It ran from yesterday to today.": "2013-07-02 2013-07-03",
    "It will run from today until Friday.": "2013-07-03 2013-07-05",
    "It will run from July 8 through the end of August.": "2013-07-08 2013-08-31",
    "It will run from tomorrow until 20 July.": "2013-07-04 2013-07-20",
    "It will run from Friday to July 20.": "2013-07-05 2013-07-20",
    "It will run through July 20.": "2013-07-20",
    "It will run until the end of August.": "2013-08-21 2013-08-31",
    "It ran from 9 June.": "2013-06-09",
}


@pytest.mark.parametrize(("sentence", "days"), TABLE.items())
def test_ranges(nlp, sentence: str, days: str) -> None:  # type: ignore[no-untyped-def]
    assert told(nlp, sentence) == days
