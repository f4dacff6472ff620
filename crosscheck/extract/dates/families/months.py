"""Months and what is made of them: "early May", "the third quarter", "the first half of 2013", "last summer"."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.extract.dates._family import Family

PATTERNS: tuple[tuple[str, str], ...] = (
    ("month", "(?P<my>MONTHYEAR)"),
    ("month", "{edge}? THE? (?P<m>MONTH) (?:COMMA|OF|IN)? {year}"),
    (
        "month",
        "{edge}? (?P<m>MONTH) (?:OF|IN|COMMA)? THE? (?P<yrel>LAST|NEXT|THIS|THAT|SAME|PREV|FOLLOWING) (?P<yu>UNIT)",
    ),
    ("month", "{year} DASH? (?P<m>MONTH)(?!DAY|DAYTH)"),
    ("month", "{edge}? (?:THE (?P<rel>FOLLOWING)|(?P<rel>THAT)) (?P<m>MONTH)"),
    ("month", "{edge}? THE? (?P<rel>LAST|NEXT|THIS|PAST|PREV)? (?P<m>MONTH)"),
    ("month", "(?P<y>YEAR) (?:DASH|SLASH) (?P<mm>DAY)(?!DASH|SLASH)"),
    ("quarter", "THE? (?P<q>NTH|QNUM|DAYTH) DASH? (?P<u>UNIT) {yearof}?"),
    ("quarter", "(?P<q>QNUM) (?:DASH|COMMA)? {yearof}?"),
    ("quarter", "{year} DASH? (?P<q>QNUM)"),
    ("quarter", "(?P<u>UNIT) (?P<q>DAY|NUMBER) {yearof}"),
    ("quarter", "THE? (?P<q>FINAL) (?P<u>UNIT) {yearof}"),
    ("half", "THE? (?P<q>NTH|LATTER) (?P<half>HALFWORD) {yearof}"),
    ("half", "THE? (?P<q>NTH|LATTER) (?P<half>HALFWORD) (?:OF|IN) {whole}"),
    ("half", "THE? (?P<q>LATTER) (?P<half>PIECE) (?:OF|IN) {whole}"),
    ("half", "(?P<q>HNUM) (?:DASH|COMMA)? {yearof}"),
    ("half", "{year} DASH? (?P<q>HNUM)"),
    ("season", "{edge}? (?P<rel>LAST|NEXT|THIS|PAST|PREV) (?P<s>SEASON|SPRINGISH)"),
    ("season", "(?:IN|BY|UNTIL|FROM) {edge}? THE? (?P<s>SEASON)"),
    ("season", "(?:IN|BY|UNTIL) THE (?P<fall>SPRINGISH)"),
    ("season", "{edge} THE (?P<s>SEASON)"),
    ("season", "(?:IN|BY|UNTIL|FROM)? {edge}? (?:IN? THE)? (?P<s>SEASON|SPRINGISH) {yearof}"),
)


def plausible(form: str, fields: Mapping[str, str]) -> bool:
    """False for a third half, and for "2011-12", which are two years sooner than a month."""
    if "mm" in fields:
        number = int(fields["mm"])
        return len(fields["mm"]) == 2 and 1 <= number <= 12 and number <= int(fields["y"][2:])
    return form != "half" or fields["q"] in ("1", "2")


FAMILY = Family(
    patterns=PATTERNS,
    needs={
        "month": "MONTH MONTHYEAR YEAR",
        "quarter": "UNIT QNUM",
        "half": "HALFWORD HNUM",
        "season": "SEASON SPRINGISH",
    },
    units={"quarter": ("Q",)},
    plausible=plausible,
)
