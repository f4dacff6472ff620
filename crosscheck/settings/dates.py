"""Dates, times and durations, and the events that they date."""

from __future__ import annotations

import msgspec


class DateSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Dates, times and durations."""

    # sentences for which a day that was told stays the antecedent of "two days later"; farther back it is a guess
    reach: int = 3
    # minutes that a rounded time of day leaves open: "about half past nine" is said of 9:27, not of 9:10
    about_minutes: int = 14
    five_minutes: int = 4  # a time told to five minutes
    exact_minutes: int = 1
    shortly_minutes: int = 25  # "shortly before" and "just after"
    part_slack: int = 60  # minutes by which a time may leave its part of the day: mornings have no sharp end
    # minutes to either side that one time of day leaves open when it is held against another telling of the same hour:
    # marked conflicts begin at 13 ("about 10:30", "10:43"), agreements end at 13 ("about 2", "1:47")
    near_minutes: int = 6
    near_hour_minutes: int = 13  # a full hour is told more loosely: "around 9" and 9:12
    shortly_after_minutes: int = 20  # "just after 4" and 4:15
    # share by which two durations may differ; longer ones are told in rounder words
    duration_share: float = 0.15
    vague_duration_share: float = 0.25  # what "about", "over" and "nearly" leave open of one, to either side
    # above that many days "three days" and "four days" are one stretch counted in two ways
    counted_days: int = 5


class EventSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Which event a fact is about."""

    # an event that ended this many days before publication is an older one that the article recalls: news of it is
    # written within days, and weeklies within a fortnight
    background_days: int = 21
    day_slack: int = 1  # days between two dates of one event that zones and late-night deadlines explain
    # two dates of one past event, told from memory, may lie apart by this share of its age ("April", "May last year")
    gap_share: float = 0.12
    lede_sentences: int = 3  # headline and lede: what they date is the event that the article covers
    main_share: float = 0.25  # share of articles whose lede must date an old event for it to be the one covered
    clock_minutes: int = 45  # two times of one day that differ more are of two events
    bare_date_chars: int = (
        12  # a date this near the start of the next clause still belongs to this one ("..., in 2004")
    )
