"""Years, ranges of years, decades and centuries. Published on Wednesday, 3 July 2013."""

from __future__ import annotations

import pytest

from tests.dated import told

TABLE = {
    "He was born in 1984.": "1984-01-01 1984-12-31",
    "He was born in early 1984.": "1984-01-01 1984-04-30",
    "He was born in mid-1984.": "1984-05-01 1984-08-31",
    "He was born in late 1984.": "1984-09-01 1984-12-31",
    "He left at the end of 2012.": "2012-09-01 2012-12-31",
    "He left at the start of 2012.": "2012-01-01 2012-04-30",
    "He left late last year.": "2012-09-01 2012-12-31",
    "He will leave early next year.": "2014-01-01 2014-04-30",
    "He will leave by the end of the year.": "2013-09-01 2013-12-31",
    "He will leave by year-end.": "2013-09-01 2013-12-31",
    "He will leave later this year.": "2013-07-03 2013-12-31",
    "He left earlier this year.": "2013-01-01 2013-07-03",
    "He left the year before last.": "2011-01-01 2011-12-31",
    "He taught in the 1990s.": "1990-01-01 1999-12-31",
    "He taught in the '90s.": "1990-01-01 1999-12-31",
    "He taught in the 90s.": "1990-01-01 1999-12-31",
    "He taught in the nineties.": "1990-01-01 1999-12-31",
    "He taught in the early 1990s.": "1990-01-01 1993-12-31",
    "He taught in the mid-1990s.": "1994-01-01 1996-12-31",
    "He taught in the late 1990s.": "1997-01-01 1999-12-31",
    "He taught in the mid-90s.": "1994-01-01 1996-12-31",
    "He taught in the early nineties.": "1990-01-01 1993-12-31",
    "He taught in the late nineteen-nineties.": "1997-01-01 1999-12-31",
    "He taught in the early 2000s.": "2000-01-01 2003-12-31",
    "He taught in the 2000s.": "2000-01-01 2009-12-31",
    "It was built in the 19th century.": "1801-01-01 1900-12-31",
    "It was built in the late 19th century.": "1868-01-01 1900-12-31",
    "It was built in the nineteenth century.": "1801-01-01 1900-12-31",
    "It was built in the 1800s.": "1800-01-01 1899-12-31",
    "He led it from 1998 to 2001.": "1998-01-01 2001-12-31",
    "He led it 1998-2001.": "1998-01-01 2001-12-31",
    "He led it from 1998-99.": "1998-01-01 1999-12-31",
    "He led it in 1998/99.": "1998-01-01 1999-12-31",
    "He led it from 1998 until 2001.": "1998-01-01 2001-12-31",
    "He led it from the late 1980s to the early 1990s.": "1987-01-01 1993-12-31",
    "He led it from the 1970s to the 1990s.": "1970-01-01 1999-12-31",
    "He led it in the years 1998 to 2001.": "1998-01-01 2001-12-31",
    "He led it in fiscal 2012.": "2012-01-01 2012-12-31",
    "He led it in the year 2012.": "2012-01-01 2012-12-31",
    "He led it in the last decade.": "open",
    "He led it over the past decade.": "2003-07-03 2013-07-03",
}


@pytest.mark.parametrize(("sentence", "days"), TABLE.items())
def test_years(nlp, sentence: str, days: str) -> None:  # type: ignore[no-untyped-def]
    assert told(nlp, sentence) == days
