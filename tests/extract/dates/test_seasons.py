"""Seasons. Published on Wednesday, 3 July 2013."""

from __future__ import annotations

import pytest

from tests.dated import told

TABLE = {
    "They met in spring.": "2013-03-01 2013-05-31",
    "They met in the spring.": "2013-03-01 2013-05-31",
    "They met in early spring.": "2013-03-01 2013-03-31",
    "They met in the spring of 1984.": "1984-03-01 1984-05-31",
    "They met in the late spring of 1984.": "1984-05-01 1984-05-31",
    "They met last winter.": "2012-12-01 2013-02-28",
    "They met last autumn.": "2012-09-01 2012-11-30",
    "They met last fall.": "2012-09-01 2012-11-30",
    "They will meet this fall.": "2013-09-01 2013-11-30",
    "They will meet in the fall.": "2013-09-01 2013-11-30",
    "They will meet this autumn.": "2013-09-01 2013-11-30",
    "They will meet this winter.": "2013-12-01 2014-02-28",
    "They will meet next summer.": "2014-06-01 2014-08-31",
    "They will meet in summer 2014.": "2014-06-01 2014-08-31",
    "They will meet in the summer of next year.": "2014-06-01 2014-08-31",
    "They will meet in the autumn of 2014.": "2014-09-01 2014-11-30",
    "They will meet by autumn.": "2013-09-01 2013-11-30",
    "They will meet by the autumn.": "2013-09-01 2013-11-30",
    "They will meet later this summer.": "2013-07-03 2013-08-31",
    "They met earlier this summer.": "2013-06-01 2013-07-03",
    "They met earlier this spring.": "2013-03-01 2013-05-31",
    "They met this spring.": "2013-03-01 2013-05-31",
    "They met this past spring.": "2013-03-01 2013-05-31",
    "They met in the winter of 2010.": "2010-12-01 2011-02-28",
    "They met in the winter of 2010-2011.": "2010-12-01 2011-02-28",
    "They met over the summer of 2012.": "2012-06-01 2012-08-31",
    "They met late last summer.": "2012-08-01 2012-08-31",
    "They met early last fall.": "2012-09-01 2012-09-30",
    "They met at the end of last summer.": "2012-08-01 2012-08-31",
    "They met at the end of the summer.": "2012-08-01 2012-08-31",
    "They met the previous summer.": "2012-06-01 2012-08-31",
    "They met the winter before last.": "2011-12-01 2012-02-29",
    "The water will fall in depth.": "none",
    "The spring in the lock broke.": "none",
    "They met in springtime.": "none",
    "They will fall in love.": "none",
}


@pytest.mark.parametrize(("sentence", "days"), TABLE.items())
def test_seasons(nlp, sentence: str, days: str) -> None:  # type: ignore[no-untyped-def]
    assert told(nlp, sentence) == days
