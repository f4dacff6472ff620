"""Quoted words as they are compared: shared by aligning, comparing and reporting, and belonging to no stage.

``tokens`` turns the words of a quotation into units that are equal where two newsrooms wrote down the same speech
(spelling, contractions, figures, hyphens); ``aligned`` lays two such sequences side by side; ``differences`` names
what remains different.
"""

from crosscheck.wording.alignment import Alignment, aligned
from crosscheck.wording.changes import Difference, differences
from crosscheck.wording.words import Token, normal, tokens

__all__ = ["Alignment", "Difference", "Token", "aligned", "differences", "normal", "tokens"]
