"""Days by their numbers: "3 May 2013", "May the third", "2013-05-03", "3-5 May", "on the 3rd"."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.extract.dates._family import Family, days_of_a_month

PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", "(?P<iso>ISO|ISOWEEK)"),
    ("numeric", "(?:{wd} (?:COMMA|DASH)?)? (?P<num>NUMERIC)"),
    ("numeric", "(?:(?:ON|BY|UNTIL|BEFORE|AFTER|FROM)|ON? {wd} COMMA?) (?P<num>SLASHDAY)"),
    (
        "range",
        "BETWEEN THE? (?P<d>DAYTH|DAY) AND THE? (?P<d2>DAYTH|DAY) OF? (?P<m>MONTH) (?:COMMA? {year})?",
    ),
    (
        "range",
        "FROM? THE? (?P<d>DAYTH|DAY) (?:DASH|TO|UNTIL) THE? (?P<d2>DAYTH|DAY) OF? (?P<m>MONTH) (?:COMMA? {year})?",
    ),
    (
        "range",
        "BETWEEN (?P<m>MONTH) THE? (?P<d>DAYTH|DAY|NTH) AND THE? (?P<d2>DAYTH|DAY|NTH) (?:COMMA {year})?",
    ),
    (
        "range",
        "FROM? (?P<m>MONTH) THE? (?P<d>DAYTH|DAY|NTH) (?:DASH|TO|UNTIL) THE? (?P<d2>DAYTH|DAY|NTH)(?!OF? MONTH) "
        "(?:COMMA? {year})?",
    ),
    ("range", "(?P<m>MONTH) THE? (?P<d>DAYTH|DAY) (?P<next>AND) THE? (?P<d2>DAYTH|DAY) (?:COMMA? {year})?"),
    ("monthday", "(?:ON THE?|(?:BY|UNTIL|BEFORE|AFTER|FROM|BETWEEN) THE) (?P<d>DAYTH)(?!OF? MONTH|DASH? UNIT)"),
    (
        "monthday",
        "(?:FROM|BETWEEN) THE (?P<d>DAYTH) (?:TO|UNTIL|AND|DASH) THE? (?P<d2>DAYTH)(?!OF? MONTH|DASH? UNIT)",
    ),
    ("monthday", "ON? THE? {day} OF (?:THE (?P<mrel>CURRENT)|THE? (?P<mrel>THIS|LAST|NEXT|THAT|SAME)) (?P<mu>UNIT)"),
    (
        "date",
        "{wdon} THE? {day} OF? (?P<m>MONTH) (?:COMMA? {yearof})?",
    ),
    ("date", "{wdon} THE? (?P<m>MONTH) (?:DASH|THE)? {day} (?:COMMA? {yearof})?"),
    ("date", "THIS {wdon} (?P<m>MONTH) {day}"),
    ("date", "THIS? (?P<wd>WEEKDAY|WKD) DASH (?P<m>MONTH) DASH? {day} (?:COMMA? {yearof})?"),
    ("date", "THE? (?P<m>MONTH) THE? {day} COMMA (?P<wd>WEEKDAY|WKD)"),
    ("date", "{year} DASH? (?P<m>MONTH) DASH? {day}"),
    (  # the first of several days of one month: "on 2 and 8 June", "Sunday 2 and Monday 3 June"
        "date",
        "(?:{wd} COMMA?)? THE? (?P<d>DAYTH|DAY)(?=(?:COMMA THE? (?:DAYTH|DAY) (?:COMMA THE? (?:DAYTH|DAY))?)? COMMA? "
        "AND (?:WEEKDAY COMMA?)? THE? (?:DAYTH|DAY) OF? (?P<m>MONTH) (?:COMMA? {year})?)",
    ),
    (
        "date",
        "(?<=(?P<m>MONTH)(?:DAYTH|DAY))AND (?P<d>DAYTH|DAY) (?P<list>(?!DAYTH|DAY|MONTH|UNIT|OF|AMPM)) "
        "(?:COMMA? {year})?",
    ),
    ("date", "(?P<d>DAYTH|DAY) DASH (?P<m>MONTH) DASH (?P<y>YEAR|DAY)"),
    ("date", "THE? {day} OF? (?P<m>MONTH) (?:COMMA? {yearof})? (?:OPEN|COMMA A) (?P<wd>WEEKDAY|WKD)"),
    ("date", "THE? (?P<m>MONTH) THE? {day} (?:COMMA? {yearof})? (?:OPEN|COMMA A) (?P<wd>WEEKDAY|WKD)"),
    ("date", "(?P<edge>EARLY) ON? (?P<m>MONTH) {day}"),
    (
        "date",
        "(?:IN|FROM) THE (?P<edge>EARLY|LOW) (?P<hours>UNIT) (?:OF|ON) (?:{wd} COMMA?)? THE? {day} OF? (?P<m>MONTH) "
        "(?:COMMA? {yearof})?",
    ),
    (
        "date",
        "(?:IN|FROM) THE (?P<edge>EARLY|LOW) (?P<hours>UNIT) (?:OF|ON) (?:{wd} COMMA?)? (?P<m>MONTH) THE? {day} "
        "(?:COMMA? {yearof})?",
    ),
)


def plausible(form: str, fields: Mapping[str, str]) -> bool:
    """False for a 40th of May, for "the early days of 3 May", and for a fraction that is no day of a month."""
    if form == "numeric" and "/" in fields["num"] and fields["num"].count("/") == 1 and fields["num"] != "9/11":
        first, second = (int(n) for n in fields["num"].split("/"))
        return 1 <= min(first, second) <= 12 and max(first, second) <= 31
    if "next" in fields and int(fields["d2"].rstrip("stndrh")) != int(fields["d"].rstrip("stndrh")) + 1:
        return False  # "on June 5 and 6" is a stretch, "on June 5 and 9" is none
    return days_of_a_month(fields) and fields.get("hours", "H") == "H"


FAMILY = Family(
    patterns=PATTERNS,
    needs={
        "iso": "ISO ISOWEEK",
        "numeric": "NUMERIC SLASHDAY",
        "range": "MONTH",
        "date": "MONTH",
        "monthday": "DAYTH DAY NTH",
    },
    plausible=plausible,
)
