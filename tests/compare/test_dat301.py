"""DAT301: one event on two days."""

from __future__ import annotations

import pytest

from tests.happened import Story, codes, when


def sank(words: str, *, who: str = "ferry", event: str = "sink", **value: str) -> Story:
    """An article that dates the sinking of a ferry."""
    return [(f"The ferry sank {words}.", [when(words, event=event, who=who, **value)], "ferry sink bay passenger")]


def day(iso: str) -> dict[str, str]:
    return {"start": iso, "end": iso, "granularity": "day"}


def days(first: str, last: str) -> dict[str, str]:
    return {"start": first, "end": last, "granularity": "day", "form": "range"}


RAISED = {
    "two spans with one end in common": (days("2019-03-06", "2019-03-11"), days("2019-03-06", "2019-03-12")),
    "two days": (day("2019-03-10"), day("2019-03-09")),
    "two months": (
        {"start": "2018-04-01", "end": "2018-04-30", "granularity": "month"},
        {"start": "2018-05-01", "end": "2018-05-31", "granularity": "month"},
    ),
    "two weekdays without a day of publication": ({"weekday": "Monday"}, {"weekday": "Friday"}),
}
QUIET = {
    "a span inside another": (days("2019-03-06", "2019-03-12"), days("2019-03-07", "2019-03-11")),
    "a day inside a span": (days("2019-03-06", "2019-03-12"), day("2019-03-06")),
    "one day": (day("2019-03-10"), day("2019-03-10")),
    "a month holds the day": (day("2019-03-10"), {"start": "2019-03-01", "end": "2019-03-31", "granularity": "month"}),
    "unresolved": (day("2019-03-10"), {}),
    "about a week ago": (day("2019-03-10"), {"start": "2019-03-04", "end": "2019-03-06", "granularity": "week"}),
    "since": (day("2019-03-10"), {**day("2019-03-09"), "modifier": "after"}),
    "one night, told early on its second day": (
        {**day("2019-03-09"), "granularity": "part", "modifier": "night"},
        {**day("2019-03-10"), "modifier": "early"},
    ),
    "one night by weekdays alone": (
        {"weekday": "Saturday", "granularity": "part", "modifier": "night"},
        {"weekday": "Sunday", "granularity": "part", "modifier": "early morning"},
    ),
    "one night": (
        {**day("2019-03-09"), "granularity": "part", "modifier": "night"},
        {**day("2019-03-10"), "granularity": "part", "modifier": "early morning"},
    ),
}


@pytest.mark.parametrize(("one", "other"), RAISED.values(), ids=RAISED)
def test_raised(one: dict[str, str], other: dict[str, str]) -> None:
    assert codes(sank("then", **one), sank("then", **other)) == [("DAT301", "warning")]


@pytest.mark.parametrize(("one", "other"), QUIET.values(), ids=QUIET)
def test_quiet(one: dict[str, str], other: dict[str, str]) -> None:
    assert codes(sank("then", **one), sank("then", **other)) == []


def test_yesterday_on_pages_stamped_a_day_apart_is_quiet() -> None:
    one = [
        (
            "The ferry sank yesterday.",
            [when("yesterday", event="sink", who="ferry", form="deictic", **day("2019-03-10"))],
            "ferry sink bay",
        )
    ]
    assert codes(one, sank("then", **day("2019-03-09"))) == []


def test_two_events_are_quiet() -> None:
    assert (
        codes(sank("then", **day("2019-03-10")), sank("then", event="arrest", who="captain", **day("2019-03-11"))) == []
    )


def test_an_article_that_tells_both_days_tells_two_events() -> None:
    both = [
        (
            "A ferry sank on Sunday.",
            [when("on Sunday", event="sink", who="ferry", **day("2019-03-10"))],
            "ferry sink bay",
        ),
        (
            "Another ferry sank on Friday.",
            [when("on Friday", event="sink", who="ferry", **day("2019-03-08"))],
            "ferry sink bay",
        ),
    ]
    assert codes(both, sank("then", **day("2019-03-08"))) == []


def test_a_weekday_of_reporting_is_quiet() -> None:
    one = [
        (
            "Police said on Monday.",
            [when("on Monday", event="say", who="police", **day("2019-03-11"))],
            "police say bay",
        )
    ]
    two = [
        (
            "Police said on Friday.",
            [when("on Friday", event="say", who="police", **day("2019-03-08"))],
            "police say bay",
        )
    ]
    assert codes(one, two) == []


def seen(day: str, event: str, told: str) -> Story:
    """A long sentence that an editor may have copied, with one day and a verb that no table knows."""
    words = f"Nobody at the Larsen mill in Odda {told} the phone on {day} and a notice said the gate was shut."
    return [(words, [when(day, event=event, weekday=day)], "nobody larsen mill odda phone notice gate shut")]


def test_a_copied_sentence_with_another_day_is_raised_whatever_its_verb() -> None:
    assert codes(seen("Monday", "pick", "picked up"), seen("Friday", "answer", "answered")) == [("DAT301", "warning")]


def test_two_known_events_in_like_sentences_are_two_events() -> None:
    assert codes(seen("Monday", "arrest", "arrested"), seen("Friday", "sentence", "sentenced")) == []


def test_negated_and_told_are_two_facts() -> None:
    assert codes(sank("then", **day("2019-03-10")), sank("then", negated="1", **day("2019-03-07"))) == []


def test_the_subject_is_that_of_the_first_article_that_names_it() -> None:
    from crosscheck.align import dates
    from crosscheck.settings import Settings
    from tests.happened import corpus

    found = corpus(sank("on 10 March", **day("2019-03-10")), sank("on 9 March", **day("2019-03-09")))
    cluster = next(c for c in dates.align(found, Settings()) if c.aspect == "date")
    assert (cluster.subject, cluster.key) == ("on 10 March", "date|sink")
