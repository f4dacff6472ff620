"""A number as written, before the parse is asked whether it is a figure."""

from __future__ import annotations

from dataclasses import dataclass, field

from crosscheck.model import Span


@dataclass
class Candidate:
    """A number as written: where it stands, and what stands round it."""

    number: Span  # digits or words, both ends of a range
    start: int  # with hedge and currency
    end: int  # with unit, "percent", trailing hedge
    text: str  # the number, as the reader of numbers wants it
    measure: str = "count"
    unit: str = ""  # as written
    unit_span: Span | None = None
    currency: str = ""
    coin: str = ""
    per: str = ""
    bounds: list[str] = field(default_factory=list)
    hedge: list[Span] = field(default_factory=list)
    further: bool = False
    glued: bool = False  # the unit is joined to the number ("10-km", "48km")
    is_range: bool = False
    second: Span | None = None  # the other end of a range
    sign: str = ""
