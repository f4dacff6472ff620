"""How long something lasts: "three days", "an hour and a half", "weeklong"."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.extract.dates._family import Family

PATTERNS: tuple[tuple[str, str], ...] = (
    ("duration", "(?P<about>ABOUT|JUST)? {num} {work} (?P<u>UNIT) (?P<half>AND A HALFWORD)?"),
    ("duration", "(?P<n>NUMBER|DAY|INTEGER) DASH? AND DASH? A? DASH? (?P<half>HALFWORD) DASH? A? (?P<u>UNIT)"),
    ("duration", "(?P<n>A|NUMBER)? DASH? (?P<quarters>UNIT) OF A (?P<u>UNIT)"),
    ("duration", "{num} (?P<u>UNIT) AND (?P<half>HALFWORD)(?!A|OF|THE)"),
    ("duration", "{num} (?P<u>HOURS)"),
    ("duration", "(?P<n>NUMBER|DAY|INTEGER) (?P<nights>PART)"),
    ("duration", "A? (?P<half>HALFWORD) (?:A|DASH)? (?P<u>UNIT)"),
    ("duration", "(?P<n>NUMBER|DAY) (?P<secs>NTH)"),
    ("duration", "A? (?P<n>LONG)"),
    ("duration", "(?P<u>UNIT) DASH WORKING"),
)


def plausible(form: str, fields: Mapping[str, str]) -> bool:
    """False for seconds that are ranks, quarters that are not parts of a unit, and nights that are evenings."""
    unit = fields.get("u")
    if "quarters" in fields and (fields["quarters"] != "Q" or unit not in ("H", "Y", "100Y")):
        return False
    if "secs" in fields and (fields["secs"] != "2" or fields["n"] != "1"):
        return False
    return fields.get("nights", "NI") == "NI"


FAMILY = Family(patterns=PATTERNS, never={"duration": ("Q", "WE")}, plausible=plausible)
