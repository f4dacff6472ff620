"""Weeks and weekends: "the week of 7 May", "the first week of May", "the weekend before last"."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.extract.dates._family import Family, days_of_a_month

PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "weekof",
        "(?P<u>UNIT) (?:OF|STARTING|EDGE) ON? {wdon} THE? (?:(?P<m>MONTH) THE? {day}|{day} OF? (?P<m>MONTH)) "
        "(?:COMMA? {year})?",
    ),
    (
        "nth",
        "THE? (?P<k>NTH|DAYTH|LAST|NTH LAST) (?:{wd}|(?P<u>UNIT)) (?:OF|IN) "
        "(?:(?P<m>MONTH) (?:COMMA|OF)? {year}?|{year}|(?P<mrel>THIS|LAST|NEXT) (?P<mu>UNIT)|THE (?P<mu>UNIT))",
    ),
    ("nth", "THE (?P<k>NTH|LAST) {num} (?P<u>UNIT) (?:OF|IN) (?:(?P<m>MONTH) (?:COMMA|OF)? {year}?|{year})"),
    ("weekend", "(?:ON|FOR|AT|IN|AND|OF)? THE (?P<u>UNIT)"),
    ("beyond", "THE (?:(?P<u>UNIT)|{wd}|{part}) (?P<dir>BEFORE|AFTER) (?P<rel>LAST|NEXT)"),
)


def plausible(form: str, fields: Mapping[str, str]) -> bool:
    """False for a week of the 40th of May."""
    return form != "weekof" or days_of_a_month(fields)


FAMILY = Family(
    patterns=PATTERNS,
    needs={"weekof": "MONTH", "nth": "NTH DAYTH LAST", "weekend": "UNIT", "beyond": "LAST NEXT"},
    units={"weekof": ("W",), "nth": ("D", "W"), "weekend": ("WE",)},
    plausible=plausible,
)
