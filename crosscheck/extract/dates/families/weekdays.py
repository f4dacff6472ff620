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
        "(?:(?P<edge>EARLY) ON?)? (?:THE (?P<rel>FOLLOWING)|THE? (?P<rel>LAST|NEXT|THIS|THAT|PREV|SAME|PAST)) "
        "{wd} POSS? {part}?",
    ),
    ("weekday", "THIS (?P<rel>PAST|NEXT) {wd} POSS? {part}?"),
    ("weekday", "(?P<rel>LAST|NEXT|THIS|PREV|FOLLOWING) (?P<ru>UNIT) POSS? ON? {wd} POSS? {part}?"),
    ("weekday", "{num} (?P<u>UNIT) (?P<dir>AGO) ON? {wd}"),
    ("weekday", "{num} {wd} (?:(?P<dir>AGO)|(?P<dir>FROM) NOW)"),
    ("weekday", "THE (?P<k>NTH) {wd}(?=BEFORE|AFTER)"),
    ("weekon", "{num} (?P<u>UNIT) (?:FROM|ON) {wd} {part}?"),
    ("weekon", "ON? {wd} (?P<u>UNIT)(?!DASH)"),
)


def plausible(form: str, fields: Mapping[str, str]) -> bool:
    """False for a Tuesday the 40th."""
    return days_of_a_month(fields)


FAMILY = Family(
    patterns=PATTERNS,
    needs={f: "WEEKDAY WKD" for f in ("weekday", "wdday", "weekon")},
    units={"weekon": ("W", "2W")},
    plausible=plausible,
)
