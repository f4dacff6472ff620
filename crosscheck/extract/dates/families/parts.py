"""Days that hang on publication, and parts of a day: "yesterday", "last night", "in the small hours"."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.extract.dates._family import Family

PATTERNS: tuple[tuple[str, str], ...] = (
    ("deictic", "(?P<edge>EARLY|COMPARE)? (?P<w>DEICTIC) POSS? (?:(?P<edge2>EARLY)? {part})?"),
    ("deictic", "(?P<day>THE? UNIT (?P<dir>BEFORE|AFTER)) (?P<w>DEICTIC)"),
    ("deictic", "A (?P<u>UNIT) (?P<w>DEICTIC)"),
    ("deictic", "(?P<w>DEICTIC) (?P<u>UNIT)(?!DASH)"),
    ("relpart", "(?P<edge>COMPARE|EARLY)? (?P<rel>LAST|THIS|THAT|SAME|NEXT|FOLLOWING|PREV) {part}"),
    ("part", "(?:IN|AT|FROM|BEFORE|AFTER|UNTIL|BY) THE? (?P<edge>EARLY|LOW)? {part}"),
    ("part", "(?:IN|FROM) THE (?P<edge>EARLY|LOW) (?:UNIT OF THE {part}|(?P<hours>UNIT))(?: (?:OF|ON) {wd} {part}?)?"),
    (
        "part",
        "(?:IN|FROM) THE (?P<edge>EARLY|LOW) (?P<hours>UNIT) OF (?:(?P<rel>THIS|LAST|THAT) PART|(?P<w>DEICTIC) PART?)",
    ),
)


def plausible(form: str, fields: Mapping[str, str]) -> bool:
    """False for noon and midnight, which are times by the clock, and for early weeks."""
    if form == "deictic":
        return "u" not in fields or fields["w"] in ("today", "tomorrow")
    noon = fields.get("part") == "NOON" and form != "relpart"
    return not noon and fields.get("part") != "MIDNIGHT" and fields.get("hours", "H") == "H"


FAMILY = Family(
    patterns=PATTERNS,
    needs={"deictic": "DEICTIC", "relpart": "PART", "part": "PART UNIT"},
    units={"part": ("H",), "deictic": ("W", "2W")},
    plausible=plausible,
)
