"""Which event a fact is about: the one that is covered, or an older one."""

import pytest

from crosscheck.align.events import Anchor, EventIndex, times
from crosscheck.settings import EventSettings
from tests.counted import article, corpus, figure

KILLED = {"counted": "person", "verb": "kill", "event": "death"}

# name, text (the figure is "40 people"), whether it is about an older event
TEXTS = [
    ("the day's news", "Head\nThe quake killed 40 people on Monday.", False),
    ("a year leads the sentence", "Head\nIn 2004, a quake killed 40 people.", True),
    ("a year ends the sentence", "Head\nA quake off the coast killed 40 people in 2004.", True),
    ("a year belongs to a noun", "Head\nThe quake killed 40 people in a region hit by the tsunami of 2004.", False),
    ("the event of that year", "Head\nThe ground shook.\nAbout 40 people were killed by the 2004 tsunami.", True),
    ("last month", "Head\nLast month a flood killed 40 people.", True),
    ("years ago", "Head\nThe flood three years ago killed 40 people.", True),
    ("the sentence goes on", "Head\nIn 1999 a flood came. It killed 40 people.", True),
    ("somebody is heard again", "Head\nIn 1999 a flood came.\nPolice said 40 people were killed.", False),
    ("the day of the report", "Head\nThe minister said on Monday that 40 people were killed.", False),
    ("days after", "Head\nThe town shook on Sunday, days after a quake killed 40 people.", False),
]


def anchor_of(text):
    told = corpus(article(text, figure("40 people", 40, **KILLED), published="2019-03-12"))
    fact = next(f for f in told.facts("figure"))
    return EventIndex(told, EventSettings()).anchor(fact)


@pytest.mark.parametrize(("name", "text", "background"), TEXTS, ids=[t[0] for t in TEXTS])
def test_background(name, text, background):
    assert anchor_of(text).background is background


MONTHS = "January February March April May June July August September October November December".split()
CUES = [
    *(f"on {day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")),
    *(f"{lead} {month}" for lead in ("in", "Since", "last") for month in [*MONTHS, "Sept.", "Dec."]),
    *(f"of {year}" for year in range(1500, 2100, 33)),
    *(f"{lead} {unit}" for lead in ("LAST", "the previous", "the preceding") for unit in ("year", "month", "winter")),
    *(f"three {unit} {how}" for unit in ("weeks", "YEARS", "centuries") for how in ("ago", "earlier", "before")),
    "earlier this season", "Years ago",
]  # fmt: skip


@pytest.mark.parametrize("words", CUES)
def test_every_time_expression_is_seen(words):
    text = f"It shook. A flood {words} killed 40. Rain fell."
    found = [m[0] for m in times.cues(text, 10, len(text) - 11)]
    assert found and found[0] in text and found[0].split()[-1].casefold().rstrip(".") in words.casefold()


def test_a_sentence_without_time_has_no_cue():
    assert not list(times.cues("The flood killed 40 people in the town.", 0, 39))


APRIL = Anchor(period=("2012-04-01", "2012-04-30"), background=True, explicit=True)
MAY = Anchor(period=("2012-05-01", "2012-05-31"), background=True, explicit=True)
LONG_AGO = Anchor(period=("2004-01-01", "2004-12-31"), background=True, explicit=True)
NOW = Anchor()
# name, two anchors, what they can be to each other
ANCHORS = [
    ("one year", LONG_AGO, LONG_AGO, "same"),
    ("two years", LONG_AGO, MAY, "different"),
    ("months told from memory", APRIL, MAY, "unknown"),
    ("today and long ago", NOW, LONG_AGO, "different"),
    ("undated, both today's", NOW, NOW, "same"),
    ("two weekdays", Anchor(label="monday", explicit=True), Anchor(label="sunday", explicit=True), "different"),
    ("two hours of one day", Anchor(clock=450), Anchor(clock=570), "different"),
    ("a time that is not told", NOW, Anchor(vague=True), "unknown"),
]


@pytest.mark.parametrize(("name", "a", "b", "agreement"), ANCHORS, ids=[a[0] for a in ANCHORS])
def test_compatible(name, a, b, agreement):
    told = corpus(article("Head\nThe quake killed 40 people.", published="2013-07-02"))
    index = EventIndex(told, EventSettings())
    assert index.compatible(a, b) == agreement
    assert index.compatible(b, a) == agreement


def test_date_facts_are_believed_before_words():
    told = corpus(
        article(
            "Head\nThe storm in spring killed 40 people.",
            figure("40 people", 40, **KILLED),
            published="2019-03-12",
            dates=[("in spring", "2018-03-01", "2018-05-31")],
        )
    )
    fact = next(f for f in told.facts("figure"))
    assert EventIndex(told).anchor(fact).period == ("2018-03-01", "2018-05-31")
