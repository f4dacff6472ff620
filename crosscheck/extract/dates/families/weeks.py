"""Weeks and weekends: "the week of 7 May", "the first week of May", "the weekend before last"."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.extract.dates._family import Family, days_of_a_month

PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "weekof",
        "(?:(?:ON|FOR|AT|IN|AND|OF)? THE)? (?P<u>UNIT) (?P<way>OF|STARTING|EDGE|ENDING|TO) ON? {wdon} THE? "
        "(?:(?P<m>MONTH) THE? {day} (?:(?:DASH|TO|AND) (?P<d2>DAYTH|DAY))?"
        "|(?:(?P<d>DAYTH|DAY) (?:DASH|TO|AND) (?P<d2>DAYTH|DAY)|{day}) OF? (?P<m>MONTH)) (?:COMMA? {year})?",
    ),
    (
        "weekof",
        "THE? (?P<u>UNIT) (?P<way>ENDING|TO) THE? (?:EDGE OF|DASH)? (?P<m>MONTH) (?:COMMA? {year})?(?!DAY|DAYTH)",
    ),
    (
        "weekof",
        "THE? (?P<u>UNIT) (?P<way>STARTING|EDGE|ENDING|TO) (?:ON|LAST|THIS|NEXT)? {wd}(?!DAY|DAYTH|COMMA? MONTH)",
    ),
    ("weekof", "THE (?P<u>UNIT) (?P<way>OF) (?P<hol>HOLIDAY) (?P<eve>EVE)?"),
    ("weeknumber", "(?P<u>UNIT) (?P<wk>NUMBER|DAY|INTEGER) (?:OF|COMMA)? {year}"),
    ("nth", "(?:ON|IN)? THE? (?P<k>NTH|DAYTH|LAST|FINAL|NTH LAST) (?:{wd}|(?P<u>UNIT)) (?:OF|IN) {whole}"),
    ("nth", "(?:ON|IN)? THE? (?P<k>NTH|LAST|FINAL) {num} (?P<u>UNIT) (?:OF|IN) {whole}"),
    ("weekend", "(?:ON|FOR|AT|IN|AND|OF)? THE (?P<u>UNIT)"),
    ("weekendago", "{num} (?P<u>UNIT) (?P<dir>AGO)"),
    (
        "beyond",
        "(?:THE (?:(?P<u>UNIT)|{wd}|{part}|(?P<s>SEASON|SPRINGISH))|{wd}) (?P<dir>BEFORE|AFTER) (?P<rel>LAST|NEXT)"
        "(?!UNIT|MONTH)",
    ),
)


def plausible(form: str, fields: Mapping[str, str]) -> bool:
    """False for a week of the 40th of May, and for a year of a month."""
    if form == "nth":
        return fields.get("u") not in ("Y", "10Y") or not {"m", "y", "mu"} & fields.keys()
    if form == "weekof" and fields["u"] in ("M", "Q", "Y") and fields["way"] not in ("to", "ending"):
        return False
    if form == "weekof" and "d" not in fields and ("wd" in fields or "hol" in fields):
        return fields["u"] == "W"
    if form == "weekof" and "d" not in fields and fields["u"] in ("W", "WE"):
        return False
    return form != "weekof" or days_of_a_month(fields)


FAMILY = Family(
    patterns=PATTERNS,
    needs={
        "weekof": "MONTH WEEKDAY HOLIDAY",
        "weeknumber": "YEAR",
        "nth": "NTH DAYTH LAST FINAL",
        "weekend": "UNIT",
        "weekendago": "AGO",
        "beyond": "LAST NEXT",
    },
    units={
        "weekof": ("W", "WE", "M", "Q", "Y"),
        "weeknumber": ("W",),
        "nth": ("D", "W", "WE", "M", "Q", "Y", "10Y"),
        "weekend": ("WE",),
        "weekendago": ("WE",),
    },
    plausible=plausible,
)
