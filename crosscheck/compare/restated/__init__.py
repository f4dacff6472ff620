"""What a draft restates otherwise than its sources: for a fact that stands in no source, the slot that it came from.

A draft is made of its sources, so one that retells a clause of theirs with another day, figure or place in the same
slot is mistaken far more often than two reports that disagree; but for one that brings many facts of its own. In: a
corpus with a draft. Out: findings on facts of the draft, each with those of the sources that it should have followed.

* :mod:`~crosscheck.compare.restated.sentences` says how much of one sentence another one retells, in like words;
* :mod:`~crosscheck.compare.restated.slots` says which figures could stand in one slot and when one carries another;
  ``days`` and ``lengths`` do so for dates and lengths of time, ``derived`` and ``times`` say what can be worked out,
  ``superseded`` which figures the sources themselves have taken back;
* :mod:`~crosscheck.compare.restated.faithful` says how far a draft keeps to its sources;
* :mod:`~crosscheck.compare.restated.asked` says where a draft may rightly have a value of its own;
* :mod:`~crosscheck.compare.restated.partners` finds the slot and weighs it by fitted weights (restated.json);
* :mod:`~crosscheck.compare.restated.names` and :mod:`~crosscheck.compare.restated.quoted` do so for names and quotes.
"""

from __future__ import annotations

from crosscheck.compare.restated.days import Dates
from crosscheck.compare.restated.findings import (
    entitled,
    followed,
    forget,
    loosely_spoken,
    moved,
    renamed,
    restated,
    reworded,
)
from crosscheck.compare.restated.lengths import Lengths
from crosscheck.compare.restated.slots import Figures

__all__ = [
    "Dates",
    "Figures",
    "Lengths",
    "entitled",
    "followed",
    "forget",
    "loosely_spoken",
    "moved",
    "renamed",
    "restated",
    "reworded",
]
