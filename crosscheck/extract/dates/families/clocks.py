"""Times of day: "7:37 a.m. GMT", "half past nine", "from 9 to 11 a.m.", "noon"."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.extract.dates._family import Family

PATTERNS: tuple[tuple[str, str], ...] = (
    ("clock", "{hedge} (?P<t>CLOCK|CLOCKDOT|DAY|INTEGER) (?P<ap>AMPM) {zone}?"),
    ("clock", "{hedge} (?P<t>CLOCK|CLOCKDOT|FOUR|YEAR) (?P<hrs>HOURS|UNIT)? {zone}"),
    ("clock", "{hedge} (?P<t>CLOCK|CLOCKDOT|FOUR|YEAR) (?P<hrs>HOURS|UNIT)"),
    ("clock", "{hedge} (?P<t>CLOCK)"),
    ("clock", "{hedge} (?P<t>DAY|NUMBER|CLOCK) (?P<oc>CLOCKWORD) (?:IN THE {part}|AT {part})? {zone}?"),
    ("clock", "{hedge} (?P<t>DAY|NUMBER|CLOCK|CLOCKDOT) (?:IN THE {part}|AT {part}) {zone}?"),
    ("clock", "{hedge} (?:AT)? (?P<noon>PART) {zone}?"),
    ("clock", "{hedge} (?:AT)? (?P<twelve>DAY) (?P<noon>PART) {zone}?"),
    (
        "clock",
        "{hedge} A? (?:(?P<qh>UNIT|HALFWORD) (?P<side>PAST|TO)|(?P<qm>NUMBER|DAY) UNIT? (?P<side>PAST)) "
        "(?P<t>NUMBER|DAY) (?P<oc>CLOCKWORD)? (?:(?:IN THE|AT) {part})? {zone}?",
    ),
    ("clock", "(?P<bare>AT|ABOUT) (?P<t>DAY|NUMBER|CLOCK|CLOCKDOT)(?=ON? (?:WEEKDAY|DEICTIC)|(?:THIS|LAST) PART)"),
    (
        "clock",
        "(?<=DEICTIC|PART|WEEKDAY)(?P<bare>AT ABOUT?|ABOUT|JUST (?:BEFORE|AFTER)) (?P<t>DAY|NUMBER)"
        "(?!UNIT|DASH|TO|AND|OF|AMPM|CLOCKWORD|PART|ZONE|(?:IN THE|AT) PART)",
    ),
    ("clock", "(?:AT|BY|UNTIL|BEFORE|AFTER|ABOUT) (?P<qh>HALFWORD) (?P<t>NUMBER)(?!UNIT)"),
    ("clock", "AT (?P<qm>NUMBER|DAY) UNIT? (?P<side>TO) (?P<t>NUMBER|DAY) (?:(?:IN THE|AT) {part})?"),
    (
        "clocks",
        "(?:BETWEEN|FROM)? (?P<t>CLOCK|CLOCKDOT|DAY) (?P<ap1>AMPM DOT?)? (?:DASH|TO|AND|UNTIL) "
        "(?P<t2>CLOCK|CLOCKDOT|DAY) (?P<ap>AMPM) {zone}?",
    ),
    ("clocks", "(?:FROM (?P<t>CLOCK) (?:DASH|TO|UNTIL)|BETWEEN (?P<t>CLOCK) AND) (?P<t2>CLOCK)"),
    ("clocks", "(?:FROM? (?P<t>CLOCK|FOUR) (?:DASH|TO|UNTIL)|BETWEEN (?P<t>CLOCK|FOUR) AND) (?P<t2>CLOCK|FOUR) {zone}"),
)


def plausible(form: str, fields: Mapping[str, str]) -> bool:
    """False for numbers that no clock shows."""
    if form == "clocks":
        return all(_is_clock(fields[t], twelve="ap" in fields) for t in ("t", "t2"))
    if "noon" in fields:
        return fields["noon"] in ("NOON", "MIDNIGHT") and fields.get("twelve", "12") == "12"
    if fields.get("hrs", "hrs") not in ("hrs", "H"):
        return False
    if "side" in fields or "qh" in fields:  # "a quarter past two", "half past nine", "ten past four"
        minutes = fields.get("qm", "5")
        return fields.get("qh", "Q") in ("Q", "half") and minutes.isdigit() and int(minutes) < 31 and _is_hour(fields)
    return _is_clock(fields.get("t", ""), twelve="ap" in fields or "oc" in fields or "part" in fields)


def _is_hour(fields: Mapping[str, str]) -> bool:
    return fields.get("t", "").isdigit() and 1 <= int(fields["t"]) <= 12


def _is_clock(text: str, *, twelve: bool) -> bool:
    digits = "".join(c if c.isdigit() else " " for c in text).split()
    if len(digits) == 1 and len(digits[0]) in (3, 4):
        digits = [digits[0][:-2], digits[0][-2:]]
    if not digits or len(digits[0]) > 2:
        return False
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    return (1 <= hour <= 12 if twelve and hour < 13 else hour <= 24) and minute < 60 and hour + minute > 0


FAMILY = Family(patterns=PATTERNS, needs={"clocks": "CLOCK CLOCKDOT AMPM FOUR"}, plausible=plausible)
