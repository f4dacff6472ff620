"""Weekdays: "Tuesday", "last Tuesday", "Tuesday of last week", "Tuesday the 18th"."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.extract.dates._family import Family, days_of_a_month

PATTERNS: tuple[tuple[str, str], ...] = (
    ("wdday", "{wd} COMMA? THE? {bare}"),
    ("weekday", "(?:(?P<edge>EARLY) ON?)? {wd} POSS? (?:(?P<edge2>EARLY)? {part})?"),
    ("weekday", "{wd} (?:IN THE|AT) (?P<edge>EARLY)? {part}"),
    ("weekday", "{wd} COMMA? (?:OF|IN|FROM)? (?P<rel>LAST|NEXT|THIS|THAT|PREV|FOLLOWING) (?P<ru>UNIT)"),
    (
        "weekday",
        "(?:(?P<edge>EARLY) ON?)? THE? (?P<rel>LAST|NEXT|THIS|THAT|PREV|FOLLOWING|SAME|PAST) {wd} POSS? {part}?",
    ),
    ("weekday", "THIS (?P<rel>PAST|NEXT) {wd} POSS? {part}?"),
    ("weekday", "{num} (?P<u>UNIT) (?P<dir>AGO) ON? {wd}"),
)


def plausible(form: str, fields: Mapping[str, str]) -> bool:
    """False for a Tuesday the 40th."""
    return days_of_a_month(fields)


FAMILY = Family(patterns=PATTERNS, needs={"weekday": "WEEKDAY WKD", "wdday": "WEEKDAY WKD"}, plausible=plausible)
