"""The dateline that opens a wire's first paragraph: where and when it was written, not what happened.

"LEEDS, June 21, 2017 (AFP) -", "SEOUL, South Korea (AP) —", "Geneva (dpa) -", "Leeds, 21 June 2017 --", "(Reuters) -".
In: the text and its paragraphs. Out: the stretch up to the dash, and its date where it tells one whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from crosscheck.model import Span
from crosscheck.read.stamp import parse_stamp

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
    r"|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_DAY = (
    rf"{_WEEKDAY}(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? \d{{4}})?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d)"
)
_WORD = r"[^\W\d_a-z][\w.'’-]*"
_PLACE = rf"{_WORD}(?:[ /](?:(?:de|del|la|of|the|al|el) )?{_WORD}){{0,4}}"
_AGENCY = r"\((?P<agency>[\w.&/ -]{2,40})\)"
_LINE = re.compile(
    rf"(?:(?P<place>{_PLACE}(?:, {_PLACE}){{0,3}})"
    rf"(?:(?:,| \|)? (?P<day>{_DAY}))?(?:,? {_AGENCY}(?:,? (?P<later>{_DAY}))?)?"
    rf"|{_AGENCY.replace('agency', 'alone')}|(?P<only>{_DAY}))"
    r"(?P<mark>\s?[-–—]{1,2}\s|\s[|]\s|\s?[-–—]{2}|\s?=\s|\s_\s|:\s)\s*"
)
_CAPITALS = re.compile(r"[^\W\d_a-z]{3,}")  # a place in capitals says by itself that it is a dateline
HEAD_PARAGRAPHS = 6  # how deep headlines, bylines and stamps may push the first paragraph
LONGEST = 90  # characters of a dateline
LEAST = 25  # characters of a paragraph behind a dateline that ends in a bar: menus and stamps are set so too


class Dateline(NamedTuple):
    """The stretch of a dateline, dash included, and its day as an ISO 8601 date where it is told whole."""

    span: Span
    stamp: str | None


def find_dateline(text: str, paragraphs: Sequence[Span]) -> Dateline | None:
    """The dateline of a text, None where no paragraph of its head opens with one."""
    for span in paragraphs[:HEAD_PARAGRAPHS]:
        match = _LINE.match(text, span.start, min(span.end, span.start + LONGEST))
        if match is None or match.end() >= span.end:
            continue
        if "|" in match["mark"] and (not match["place"] or span.end - match.end() < LEAST):
            continue  # "Friday, Sep 10, 2010 | Updated 8:52 PM": a stamp
        day = match["day"] or match["later"] or match["only"]
        told = day or match["agency"] or match["alone"]
        capitals = bool(match["place"]) and bool(_CAPITALS.match(match["place"]))
        if match["mark"] == ": " and not (capitals and match["place"].isupper()):
            continue  # a name before what it says
        if told or capitals and match["place"].partition(",")[0].isupper():
            return Dateline(Span(match.start(), match.end()), parse_stamp(day) if day else None)
    return None
