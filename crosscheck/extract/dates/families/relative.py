"""What is counted from publication or from a day told before: "last week", "the past year", "two weeks ago"."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.extract.dates._family import Family

PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "calendar",
        "{edge}? (?:ON (?=THE))? (?P<the>THE)? (?P<rel>LAST|NEXT|THIS|THAT|PREV|FOLLOWING|SAME|CURRENT) (?P<u>UNIT)",
    ),
    ("window", "THE? (?P<rel>LAST|PAST|NEXT|PREV|FOLLOWING) {num} {work} (?P<u>UNIT)"),
    ("calendar", "THIS (?P<rel>PAST) (?P<u>UNIT)"),
    ("window", "(?:THE|THIS) (?P<rel>LAST|PAST) (?P<u>UNIT)"),
    ("calendar", "(?P<all>ALL) (?P<rel>LAST|THIS)? (?P<u>UNIT)"),
    ("edgeof", "THE? (?P<edge>EDGE) OF THE? (?P<u>UNIT)"),
    ("edgeof", "(?P<u>UNIT) DASH (?P<edge>EDGE)"),
    ("edgeof", "(?P<u>EDGEUNIT)"),
    ("edgeof", "(?P<edge>EARLY|COMPARE) IN THE (?P<u>UNIT)"),
    ("todate", "THE? (?P<u>UNIT) DASH? TO DASH? NOW"),
    ("rest", "THE REST OF (?:THE|THIS) (?P<u>UNIT)"),
    ("then", "{num} (?P<tu>UNIT) (?P<rel>AGO) THIS (?P<u>UNIT)"),
    ("then", "THIS (?:TIME|(?P<u>UNIT)) {num} (?P<tu>UNIT) (?P<rel>AGO)"),
    ("then", "(?:THIS|THE? SAME) (?:TIME|(?P<u>UNIT)) (?P<rel>LAST|NEXT) (?P<tu>UNIT)"),
    ("offset", "(?P<about>ABOUT|JUST)? {num} (?P<u>UNIT) (?P<half>AND A HALFWORD) (?P<dir>AGO|COMPARE)"),
    (
        "offset",
        "(?P<about>ABOUT|JUST)? (?P<n>NUMBER|DAY|INTEGER) DASH? AND DASH? A? DASH? (?P<half>HALFWORD) DASH? A? "
        "(?P<u>UNIT) (?P<dir>AGO|COMPARE)",
    ),
    ("offset", "(?P<about>ABOUT|JUST)? A? (?P<half>HALFWORD) (?:A|DASH)? (?P<u>UNIT) (?P<dir>AGO)"),
    ("offset", "(?P<about>ABOUT|JUST)? {num} {work} (?P<u>UNIT) (?P<dir>AGO|COMPARE)"),
    ("offset", "(?P<about>ABOUT|JUST)? {num} {work} (?P<u>UNIT) (?P<dir>BEFORE|AFTER) (?P<w>DEICTIC)?"),
    ("offset", "THE (?P<u>UNIT) (?P<dir>BEFORE|AFTER|COMPARE)"),
    ("offset", "THE {part} (?P<dir>BEFORE|AFTER)"),
    ("offset", "(?P<about>ABOUT|JUST)? {num} {work} (?P<u>UNIT) (?P<dir>FROM) (?P<w>DEICTIC|NOW)"),
    ("offset", "{num} {work} (?P<u>UNIT) (?P<dir>AGO) (?P<w>DEICTIC)"),
    ("hence", "IN (?P<about>ABOUT|JUST)? {num} (?P<u>UNIT) (?P<half>AND A HALFWORD)"),
    ("hence", "IN (?P<about>ABOUT|JUST)? (?P<n>NUMBER|DAY) AND A (?P<half>HALFWORD) (?P<u>UNIT)"),
    ("hence", "IN (?P<about>ABOUT|JUST)? A? (?P<half>HALFWORD) (?:A|DASH)? (?P<u>UNIT)"),
    ("hence", "(?P<about>ABOUT|JUST)? {num} (?P<u>UNIT) (?P<hence>HENCE)"),
    ("hence", "(?P<in>IN) (?P<about>ABOUT|JUST)? {num} {work} (?P<u>UNIT)"),
)


def plausible(form: str, fields: Mapping[str, str]) -> bool:
    """False for "all day" and "all years", for "end of day" (a day has no thirds), and for a weekend's end."""
    unit = fields.get("u")
    if "all" in fields:
        return unit in ("W", "M", "Y")
    if form == "calendar" and fields.get("rel") == "past":
        return unit == "WE"  # "this past weekend"
    if form == "edgeof":
        return unit != "D" or "edge" not in fields
    return True


FAMILY = Family(
    patterns=PATTERNS,
    plausible=plausible,
    needs={
        "calendar": "UNIT",
        "window": "UNIT",
        "edgeof": "UNIT EDGEUNIT",
        "offset": "UNIT PART",
        "hence": "UNIT",
        "rest": "REST",
        "then": "UNIT",
    },
    units={
        "calendar": ("D", "W", "M", "Y", "Q", "WE", "10Y", "100Y"),
        "edgeof": ("D", "W", "M", "Y", "10Y", "100Y"),
        "rest": ("W", "M", "Y", "D"),
        "todate": ("W", "M", "Q", "Y"),
        "then": ("D", "W", "M"),
    },
    never={"window": ("S", "WE"), "hence": ("S", "WE"), "offset": ("Q", "WE")},
)
