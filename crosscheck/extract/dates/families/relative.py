"""What is counted from publication or from a day told before: "last week", "the past year", "two weeks ago"."""

from __future__ import annotations

from crosscheck.extract.dates._family import Family

PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "calendar",
        "{edge}? (?:ON (?=THE))? (?P<the>THE)? (?P<rel>LAST|NEXT|THIS|THAT|PREV|FOLLOWING|SAME|CURRENT) (?P<u>UNIT)",
    ),
    ("window", "THE? (?P<rel>LAST|PAST|NEXT|PREV|FOLLOWING) {num} {work} (?P<u>UNIT)"),
    ("window", "(?:THE|THIS) (?P<rel>LAST|PAST) (?P<u>UNIT)"),
    ("edgeof", "THE? (?P<edge>EDGE) OF THE (?P<u>UNIT)"),
    ("offset", "(?P<about>ABOUT|JUST)? {num} {work} (?P<u>UNIT) (?P<dir>AGO|COMPARE)"),
    ("offset", "(?P<about>ABOUT|JUST)? {num} {work} (?P<u>UNIT) (?P<dir>BEFORE|AFTER) (?P<w>DEICTIC)?"),
    ("offset", "THE (?P<u>UNIT) (?P<dir>BEFORE|AFTER|COMPARE)"),
    ("offset", "(?P<about>ABOUT|JUST)? {num} {work} (?P<u>UNIT) (?P<dir>FROM) (?P<w>DEICTIC|NOW)"),
    ("offset", "{num} {work} (?P<u>UNIT) (?P<dir>AGO) (?P<w>DEICTIC)"),
    ("hence", "IN (?P<about>ABOUT|JUST)? {num} {work} (?P<u>UNIT)"),
)

FAMILY = Family(
    patterns=PATTERNS,
    needs={"calendar": "UNIT", "window": "UNIT", "edgeof": "UNIT", "offset": "UNIT", "hence": "UNIT"},
    units={
        "calendar": ("D", "W", "M", "Y", "Q", "WE", "10Y", "100Y"),
        "edgeof": ("W", "M", "Y", "10Y", "100Y"),
    },
    never={"window": ("S", "WE"), "hence": ("S", "WE"), "offset": ("Q", "WE")},
)
