"""Months and what is made of them: "early May", "the third quarter", "the first half of 2013", "last summer"."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.extract.dates._family import Family

PATTERNS: tuple[tuple[str, str], ...] = (
    ("month", "(?P<my>MONTHYEAR)"),
    ("month", "{edge}? THE? (?P<m>MONTH) (?:COMMA|OF|IN)? {year}"),
    ("month", "{edge}? (?P<m>MONTH) (?:OF|IN|COMMA)? (?P<yrel>LAST|NEXT|THIS|THAT|SAME|PREV|FOLLOWING) (?P<yu>UNIT)"),
    ("month", "{year} DASH? (?P<m>MONTH)(?!DAY|DAYTH)"),
    ("month", "{edge}? THE? (?P<rel>LAST|NEXT|THIS|PAST|PREV)? (?P<m>MONTH)"),
    ("quarter", "THE? (?P<q>NTH|QNUM|DAYTH) DASH? (?P<u>UNIT) {yearof}?"),
    ("quarter", "(?P<q>QNUM) (?:DASH|COMMA)? {yearof}?"),
    ("quarter", "{year} DASH? (?P<q>QNUM)"),
    ("half", "THE? (?P<q>NTH) (?P<half>HALFWORD) {yearof}"),
    ("season", "{edge}? (?P<rel>LAST|NEXT|THIS|PAST|PREV) (?P<s>SEASON|SPRINGISH)"),
    ("season", "{edge}? (?:IN THE)? (?P<s>SEASON|SPRINGISH) {yearof}"),
)


def plausible(form: str, fields: Mapping[str, str]) -> bool:
    """False for a third half."""
    return form != "half" or fields["q"] in ("1", "2")


FAMILY = Family(
    patterns=PATTERNS,
    needs={
        "month": "MONTH MONTHYEAR",
        "quarter": "UNIT QNUM",
        "half": "HALFWORD",
        "season": "SEASON SPRINGISH",
    },
    units={"quarter": ("Q",)},
    plausible=plausible,
)
