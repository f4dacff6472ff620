"""Publication dates from the head of a text."""

import pytest

from crosscheck.layout import paragraphs
from crosscheck.read.article import make_article
from crosscheck.read.stamp import find_stamp, stamp_of_url


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("July 11, 2024, 3:39 pm", "2024-07-11T15:39:00"),
        ("by Ana Example - July 11, 2024, 3:39 pm", "2024-07-11T15:39:00"),
        ("UPDATED 3:09 AM EST Dec 19, 2008", "2008-12-19T03:09:00-05:00"),
        ("9 September 2013 Last updated at 14:39 GMT", "2013-09-09T14:39:00+00:00"),
        ("POSTED: 1052 GMT (1852 HKT), April 10, 2007", "2007-04-10T10:52:00+00:00"),
        ("Updated 4/9/2007 6:04 PM", "2007-04-09T18:04:00"),
        ("25/12/2009", "2009-12-25"),
        ("4/5/2007", None),  # the fourth of May or the fifth of April: nobody can tell
        ("Published: 09 Sep 2013 11:25 GMT+02:00", "2013-09-09T11:25:00+02:00"),
        ("2013-07-02", "2013-07-02"),
        ("February 30, 2012", None),
    ],
)
def test_stamp_line(head, expected):
    text = f"Bridge closes for repairs\n\n{head}\n\nThe old bridge over the river will close for a month, the council said."
    found = find_stamp(text, paragraphs(text))
    assert (found[0] if found else None) == expected


@pytest.mark.parametrize(
    "head",
    [
        "It burned on 4 May 1999.",
        "Born May 4, 1999.",
        "4 May 1999: fire\n\n7 July 2005: trial",
        "The mill on May 4, 1999",
        "Mill fire, May 4, 1999. Photo: A. Bell",
        "Where: town hall\n\nWhen: 4 May 2019, 10 am",
        "© 2013 Invented News, 4 May 2013",
    ],
)
def test_a_day_that_is_told_is_no_stamp(head):
    text = f"Memorial\n\n{head}\n\nThe mayor spoke at the memorial, and nine people came, the council said later."
    assert find_stamp(text, paragraphs(text)) is None


@pytest.mark.parametrize(
    "title", ["Fire of 4 May 1999 remembered", "September 11, 2001 remembered", "Remembering 7 July 2005"]
)
def test_a_headline_that_names_a_day_stays_the_title(title):
    article = make_article(f"{title}\n\nThe mayor spoke at the memorial, and nine people came.\n", path="a.txt")
    assert article.title == title and article.published is None


def test_latest_of_two_stamps_counts():
    text = "Bridge closes\n\nPosted: 2 July 2013 09:10\n\nUpdated: 3 July 2013 10:00\n\nThe bridge is shut."
    stamp, lines = find_stamp(text, paragraphs(text))
    assert stamp == "2013-07-03T10:00:00"
    assert len(lines) == 2


def test_date_inside_prose_is_no_stamp():
    text = "Bridge closes\n\nThe bridge, opened on 4 May 1932 by the mayor of that time, will be shut for a month from Monday."
    assert find_stamp(text, paragraphs(text)) is None


def test_dateline_with_a_full_date():
    text = "LONDON, July 11, 2024 (Invented Agency) - The bridge will be shut for a month, the council said on Thursday, and buses take another way."
    assert find_stamp(text, paragraphs(text))[0] == "2024-07-11"


def test_day_in_an_address():
    assert stamp_of_url("https://news.example/2008/12/18/bridge.html") == "2008-12-18"
    assert stamp_of_url("https://news.example/story/20081/12") is None
