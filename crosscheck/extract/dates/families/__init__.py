"""The families of time expressions, one file each: their patterns over word classes, and what only looks like one.

A form is what normalising dispatches on; several patterns may share one. Of two patterns that match the same words the
one that stands first wins, so that the order of the families matters.
"""

from __future__ import annotations

from crosscheck.extract.dates.families import (
    clocks,
    days,
    holidays,
    lengths,
    months,
    parts,
    relative,
    weekdays,
    weeks,
    years,
)

FAMILIES = tuple(m.FAMILY for m in (days, weeks, weekdays, parts, holidays, months, years, relative, lengths, clocks))
