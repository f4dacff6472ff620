"""Years and more: "2013", "1998-2001", "fiscal 2013", "the mid-1980s", "the 19th century"."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.extract.dates._family import Family

_LIFE = 150  # years that a range may hold: "1715-2015" is more often two numbers

PATTERNS: tuple[tuple[str, str], ...] = (
    ("year", "(?:{edge} IN?)? {year}"),
    ("year", "(?P<fiscal>FISCAL) (?P<u>UNIT)? {year}"),
    ("years", "FROM? (?P<y>YEAR) (?:DASH|TO) (?P<y2>YEAR)"),
    ("years", "BETWEEN (?P<y>YEAR) AND (?P<y2>YEAR)"),
    ("years", "(?P<y>YEAR) DASH (?P<y2>DAY|INTEGER)"),
    ("years", "(?P<y>YEAR) (?P<season>SLASH) (?P<y2>DAY|INTEGER|YEAR)"),
    ("decade", "THE? {edge}? THE? (?P<dec>TENS|DECADE)"),
    ("century", "THE? {edge}? THE? (?P<c>DAYTH|NTH) DASH? (?P<u>UNIT)"),
)


def plausible(form: str, fields: Mapping[str, str]) -> bool:
    """False for a range of years that falls, or is longer than a life."""
    if form != "years":
        return True
    first, last = fields["y"], fields["y2"]
    if not last.isdigit():
        return False
    full = int(last) if len(last) == 4 else int(first[: 4 - len(last)] + last)
    return len(last) in (2, 4) and 0 < full - int(first) < (2 if "season" in fields else _LIFE)


FAMILY = Family(
    patterns=PATTERNS,
    needs={"year": "YEAR SHORTYEAR", "years": "YEAR", "decade": "TENS DECADE", "century": "UNIT"},
    units={"year": ("Y",), "century": ("100Y",)},
    plausible=plausible,
)
