"""Holidays: "Christmas", "on Good Friday last year", "Easter Monday"."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.extract.dates._family import Family

PATTERNS: tuple[tuple[str, str], ...] = (
    ("holiday", "(?P<hol>HOLIDAY) (?P<eve>EVE|UNIT)? (?:COMMA? {yearof})?"),
    ("holiday", "(?P<rel>LAST|NEXT|THIS|PAST) (?P<hol>HOLIDAY) (?P<eve>EVE|UNIT)?"),
    ("holiday", "THE (?P<eve>EVE) OF (?P<hol>HOLIDAY) (?:COMMA? {yearof})?"),
    ("holiday", "{year} (?P<hol>HOLIDAY) (?P<eve>EVE|UNIT)?"),
)


def plausible(form: str, fields: Mapping[str, str]) -> bool:
    """False for a Christmas month or year."""
    return fields.get("eve", "D") in ("D", "WE", "eve")


FAMILY = Family(patterns=PATTERNS, needs={"holiday": "HOLIDAY"}, plausible=plausible)
