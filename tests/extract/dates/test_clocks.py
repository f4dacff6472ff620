"""Times of day with their days; without one they stay open. Published on Wednesday, 3 July 2013."""

from __future__ import annotations

import pytest

from tests.dated import told

TABLE = {
    "The vote is at 3pm.": "open",
    "The vote is at half three.": "open",
    "The vote is at noon.": "open",
    "The vote is at 4pm CET.": "open",
    "The vote starts around 10:30.": "open",
    "The vote is today at 15h30.": "2013-07-03T15:30",
    "The vote is at ten to three on Friday.": "2013-07-05T02:50",
    "The vote is at twenty-five past four on Friday.": "2013-07-05T04:25",
    "The vote is on Friday at 5 o'clock in the afternoon.": "2013-07-05T17:00",
    "The vote is on Friday at 1500 hours.": "2013-07-05T15:00",
    "The vote is on Friday from 3 to 5 p.m.": "2013-07-05T15:00 2013-07-05T17:00",
    "The vote is on Friday between 9:30 and 11:00.": "2013-07-05T09:30 2013-07-05T11:00",
    "The vote is on Friday, 9am-5pm.": "2013-07-05T09:00 2013-07-05T17:00",
    "The vote is on Friday from 3:30 until 5:00 pm.": "2013-07-05T15:30 2013-07-05T17:00",
    "The vote is on Friday at 3 p.m. ET.": "2013-07-05T15:00",
    "The vote is at 7 on Friday evening.": "2013-07-05T19:00",
    "The vote is Friday 5 July at 18:00 GMT+2.": "2013-07-05T18:00",
    "The vote is at midday on Friday.": "2013-07-05T12:00",
    "The talks lasted from 9 a.m. to 5 p.m.": "open",
    "It closed yesterday at 3:30 in the afternoon.": "2013-07-02T15:30",
    "It closed last night at 8.": "2013-07-02T20:00",
    "It closed at 8 last night.": "2013-07-02T20:00",
    "It closed yesterday at 7.": "2013-07-02T07:00",
    "It will close tonight around 7.": "2013-07-03T19:00",
    "It will close at 7 o'clock tonight.": "2013-07-03T19:00",
    "It closed on Thursday from 9:30 - 11:00.": "2013-06-27T09:30 2013-06-27T11:00",
    "It closed on Sunday night at 9pm.": "2013-06-30T21:00",
    "It closed Monday around noon.": "2013-07-01T12:00",
    "It closed just after midnight on Monday.": "2013-07-01T00:00",
    "It closed Monday at half past twelve.": "2013-07-01T12:30",
    "It closed Monday at a quarter past 5 in the afternoon.": "2013-07-01T17:15",
    "It closed Monday between 3pm and 4pm.": "2013-07-01T15:00 2013-07-01T16:00",
    "It closed on Fri, Jun 28, 2013 07:00 PM.": "2013-06-28T19:00",
    "It closed at 2300 GMT on Monday.": "2013-07-01T23:00",
    "It closed at 5.30 on Monday morning.": "2013-07-01T05:30",
}


@pytest.mark.parametrize(("sentence", "days"), TABLE.items())
def test_clocks(nlp, sentence: str, days: str) -> None:  # type: ignore[no-untyped-def]
    assert told(nlp, sentence) == days
