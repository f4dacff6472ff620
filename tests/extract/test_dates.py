"""Dates from text to fact: extraction with the language model, then normalising."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.extract.dates._grammar import nodes
from crosscheck.extract.dates._join import join
from crosscheck.extract.dates._tokens import tokens
from tests.dated import dates_of

# expression: (sentence, start, end); published on Wednesday, 3 July 2013
INTERVALS = {
    "Tuesday": ("The roof fell in on Tuesday.", "2013-07-02", "2013-07-02"),
    "Wednesday": ("The roof fell in on Wednesday.", "2013-07-03", "2013-07-03"),
    "Friday": ("The court will sit on Friday.", "2013-07-05", "2013-07-05"),
    "last Thursday": ("She resigned last Thursday.", "2013-06-27", "2013-06-27"),
    "yesterday afternoon": ("The levee broke yesterday afternoon.", "2013-07-02", "2013-07-02"),
    "April last year": ("They married in April last year.", "2012-04-01", "2012-04-30"),
    "July 2, 2013": ("The vote was held on July 2, 2013.", "2013-07-02", "2013-07-02"),
    "2 July": ("The vote was held on 2 July.", "2013-07-02", "2013-07-02"),
    "2013-06-30": ("The log ends on 2013-06-30.", "2013-06-30", "2013-06-30"),
    "25/6/2013": ("The form is dated 25/6/2013.", "2013-06-25", "2013-06-25"),
    "1-3 July": ("The fair ran 1-3 July in Porto.", "2013-07-01", "2013-07-03"),
    "July 1 and 3": ("The fair ran between July 1 and 3 in Porto.", "2013-07-01", "2013-07-03"),
    "Monday to Wednesday": ("The road was shut from Monday to Wednesday.", "2013-07-01", "2013-07-03"),
    "1998-2001": ("He led the club 1998-2001, and then left.", "1998-01-01", "2001-12-31"),
    "late June": ("Prices rose in late June.", "2013-06-21", "2013-06-30"),
    "earlier this month": ("The mill closed earlier this month.", "2013-07-01", "2013-07-03"),
    "the weekend": ("Looting went on over the weekend.", "2013-06-29", "2013-06-30"),
    "a year ago": ("The bridge opened a year ago.", "2012-01-01", "2012-12-31"),
    "the mid-1980s": ("He taught there in the mid-1980s.", "1984-01-01", "1986-12-31"),
    "early hours of Tuesday": ("It burned in the early hours of Tuesday.", "2013-07-02", "2013-07-02"),
    "07:37 GMT on Tuesday": ("It struck at 07:37 GMT on Tuesday.", "2013-07-02T07:37", "2013-07-02T07:37"),
    "early on Tuesday, 2 July": ("It burned early on Tuesday, 2 July.", "2013-07-02", "2013-07-02"),
    "early hours of 2 July": ("It burned in the early hours of Tuesday, 2 July 2013.", "2013-07-02", "2013-07-02"),
    "a date just after publication": ("It burned on Thursday, 4 July.", "2013-07-04", "2013-07-04"),
    "half past nine on Monday": ("It struck at half past nine on Monday.", "2013-07-01T09:30", "2013-07-01T09:30"),
    "twenty-third of June": ("It burned on the twenty-third of June.", "2013-06-23", "2013-06-23"),
    "nineteen eighty-four": ("He was born in June nineteen eighty-four.", "1984-06-01", "1984-06-30"),
    "Tuesday the 18th": ("It burned on Tuesday the 18th.", "2013-06-18", "2013-06-18"),
    "on the 18th": ("It burned on the 18th.", "2013-06-18", "2013-06-18"),
    "the 20th of this month": ("The fair is on the 20th of this month.", "2013-07-20", "2013-07-20"),
    "the week of June 10": ("He was seen in the week of June 10.", "2013-06-10", "2013-06-16"),
    "the last Sunday in May": ("They met on the last Sunday in May.", "2013-05-26", "2013-05-26"),
    "the first week of May": ("They met in the first week of May.", "2013-04-29", "2013-05-05"),
    "the weekend before last": ("They met the weekend before last.", "2013-06-22", "2013-06-23"),
    "a week ago today": ("He left a week ago today.", "2013-06-26", "2013-06-26"),
    "three days from now": ("He will be back three days from now.", "2013-07-06", "2013-07-06"),
    "two days after Christmas": ("She fell ill two days after Christmas.", "2012-12-27", "2012-12-27"),
    "for three days from Monday": ("It closed for three days from Monday.", "2013-07-01", "2013-07-03"),
    "2 weeks and 2 days ago": ("They met 2 weeks and 2 days ago.", "2013-06-17", "2013-06-17"),
    "30 June-2 July": ("The fair ran June 30 - July 2 in Porto.", "2013-06-30", "2013-07-02"),
    "November to 5 February": ("It ran from November to 5 February 2013.", "2012-11-01", "2013-02-05"),
    "last two quarters": ("Sales fell in the last two quarters.", "2013-01-01", "2013-06-30"),
    "Q1 2012": ("Sales fell in Q1 2012.", "2012-01-01", "2012-03-31"),
    "spring of last year": ("They met in the spring of last year.", "2012-03-01", "2012-05-31"),
    "Good Friday": ("The shop closed on Good Friday.", "2013-03-29", "2013-03-29"),
    "New Year's Eve": ("She died on New Year's Eve.", "2012-12-31", "2012-12-31"),
    "a year by its weekday": ("They wed on Saturday, Feb. 9.", "2013-02-09", "2013-02-09"),
    "14-02-2013": ("The form is dated 14-02-2013.", "2013-02-14", "2013-02-14"),
    "the past 24 hours": ("It rained in the past 24 hours.", "2013-07-02", "2013-07-03"),
    "8:30 p.m. Thursday": ("He was shot at 8:30 p.m. Thursday.", "2013-06-27T20:30", "2013-06-27T20:30"),
}
DURATIONS = {
    "three-day": ("The three-day summit ended.", "P3D"),
    "two weeks": ("They fasted for two weeks.", "P2W"),
    "half an hour": ("She spoke for half an hour.", "PT30M"),
    "a year and a half": ("He was jailed for a year and a half.", "P18M"),
    "an hour and ten minutes": ("It took an hour and ten minutes.", "PT1H10M"),
    "2 years, 3 months": ("He was held for 2 years, 3 months.", "P2Y3M"),
    "1.5 hours": ("It took 1.5 hours.", "PT90M"),
    "3 1/2 years": ("It took 3 1/2 years.", "P42M"),
    "three quarters of an hour": ("We waited three quarters of an hour.", "PT45M"),
    "three nights": ("They stayed three nights.", "P3D"),
    "weeklong": ("The weeklong strike is over.", "P1W"),
}
NOTHING = {
    "age": "The 39-year-old driver was unhurt.",
    "vague": "Prices rose recently and are high now.",
    "modal": "They may march through the town.",
    "plain number": "The fleet counts 2000 ships.",
    "name of a day": "Shoppers queued on Bloody Sunday.",
    "a man called Sunday": "Sunday Adeyemi scored twice.",
    "a man called August": "August Lindt wrote it.",
    "a rank and no day": "They live on the 29th floor.",
    "a count after a month": "In May twenty-one people fell ill.",
    "a round number": "A hundred of them, or a hundred and two, went home.",
    "verb": "He sat by the sun and wed in the sea.",
    "every week": "The choir meets on Mondays.",
}


@pytest.mark.parametrize(("text", "start", "end"), INTERVALS.values(), ids=INTERVALS)
def test_interval(nlp, text: str, start: str, end: str) -> None:  # type: ignore[no-untyped-def]
    assert [(f.value.start, f.value.end) for f in dates_of(nlp, text)] == [(start, end)]


@pytest.mark.parametrize(("text", "duration"), DURATIONS.values(), ids=DURATIONS)
def test_duration(nlp, text: str, duration: str) -> None:  # type: ignore[no-untyped-def]
    assert [f.value.duration for f in dates_of(nlp, text)] == [duration]


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_no_date(nlp, text: str) -> None:  # type: ignore[no-untyped-def]
    assert [f.mention.text for f in dates_of(nlp, text)] == []


def test_without_a_day_of_publication_a_weekday_stays_open(nlp) -> None:  # type: ignore[no-untyped-def]
    (fact,) = dates_of(nlp, "The roof fell in on Tuesday.", published=None)
    assert (fact.value.start, fact.value.weekday) == (None, "Tuesday")


def test_days_later_are_held_to_the_day_told_before(nlp) -> None:  # type: ignore[no-untyped-def]
    found = dates_of(nlp, "He was seized on 10 May 2013. Two days later he was freed.")
    assert [f.value.start for f in found] == ["2013-05-10", "2013-05-12"]


def test_zones_and_hedges_are_kept(nlp) -> None:  # type: ignore[no-untyped-def]
    found = dates_of(nlp, "It struck at 7:37 a.m. local time. Shots rang out shortly before 9 p.m. EDT.")
    assert [(f.value.clock, f.value.zone, f.hedge) for f in found] == [
        ("07:37", "local", None),
        ("21:00", "EDT", "shortly before"),
    ]


SUBJECTS = {
    "clause": ("Fire tore through the old hall early on Tuesday.", "when fire tore through the old hall"),
    "passive": ("The alarm was raised at 2:15 a.m.", "when the alarm was raised"),
    "object": ("On Monday the council approved a $3 million bond.", "when the council approved a $3 million bond"),
    "noun": ("Nobody was hurt in the Friday night shooting.", "date of the shooting"),
    "particle": ("The siren went off at 3:15 a.m.", "when the siren went off"),
}


@pytest.mark.parametrize(("text", "subject"), SUBJECTS.values(), ids=SUBJECTS)
def test_the_subject_is_in_the_words_of_the_clause(nlp, text: str, subject: str) -> None:  # type: ignore[no-untyped-def]
    assert [f.subject for f in dates_of(nlp, text)] == [subject]


def test_spoken_times(nlp) -> None:  # type: ignore[no-untyped-def]
    spoken = {
        "a quarter past two in the morning": "02:15",
        "half past nine in the evening": "21:30",
        "a quarter to one in the morning": "00:45",
        "ten past four in the afternoon": "16:10",
    }
    told = {w: dates_of(nlp, f"The bell rang at {w}.")[0].value.clock for w in spoken}  # type: ignore[union-attr]
    assert told == spoken


def test_since_a_day_when_something_happened_is_no_bound(nlp) -> None:  # type: ignore[no-untyped-def]
    [first, *_] = dates_of(nlp, "It was the worst storm since May 1995, when a gale sank two boats.")
    assert first.value.modifier is None  # type: ignore[union-attr]


def test_the_event_is_told(nlp) -> None:  # type: ignore[no-untyped-def]
    (fact,) = dates_of(nlp, "Police arrested the driver on Tuesday.")
    assert (fact.mention.attrs["event"], fact.mention.attrs["who"], fact.mention.attrs["what"]) == (
        "arrest", "police", "driver",
    )  # fmt: skip


@given(st.text(alphabet=st.sampled_from("0123456789:./-–,'’ apmMaydulJTGMTo\n()thers"), max_size=80))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(text: str) -> None:
    found = tokens(text)
    for node in join(nodes(found), found):
        assert 0 <= found.starts[node.start] < found.ends[node.end - 1] <= len(text)


@pytest.mark.parametrize("words", ["June 31", "Thursday, June 31", "February 30, 2013", "29 February 2013"])
def test_a_date_that_no_calendar_has(nlp, words: str) -> None:  # type: ignore[no-untyped-def]
    (fact,) = dates_of(nlp, f"The fair ends on {words}.")
    assert (fact.value.start, fact.value.modifier) == (None, "impossible")  # type: ignore[union-attr]


def test_one_date_in_figures_tells_how_the_others_are_written(nlp) -> None:  # type: ignore[no-untyped-def]
    found = dates_of(nlp, "The form is dated 05/03/2013. It came in on 25/03/2013.")
    assert [f.value.start for f in found] == ["2013-03-05", "2013-03-25"]  # type: ignore[union-attr]
    found = dates_of(nlp, "The form is dated 05/03/2013. It came in on 05/25/2013.")
    assert [f.value.start for f in found] == ["2013-05-03", "2013-05-25"]  # type: ignore[union-attr]
    found = dates_of(nlp, "The form is dated 25/03/2013, or 03/25/2013. It came in on 05/03/2013.")
    assert found[-1].value.start is None, "two ways of writing tell nothing"  # type: ignore[union-attr]


def test_hours_in_the_words_of_somebody_tell_no_day(nlp) -> None:  # type: ignore[no-untyped-def]
    (own,), (quoted,) = (dates_of(nlp, t) for t in ("He left two hours ago.", 'Hale said: "He left two hours ago."'))
    assert (own.value.start, quoted.value.start) == ("2013-07-03", None)  # type: ignore[union-attr]
