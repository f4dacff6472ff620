"""Where a quotation begins or ends its sentence as if it were whole, and the other source shows that it is not.

In: an :class:`~crosscheck.wording.alignment.Alignment` and the two texts. Out: whether one side begins with a capital
where the other has words before it in that sentence ("Terrorism is a label" for "As this shows, terrorism is a label"),
or sets its full stop where the other goes on. A fragment that begins in lower case, ends with a comma or bears a mark
of omission claims nothing and is no difference; nor is a whole clause left out, which readers take for a part quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscheck.wording.alignment import Alignment
from crosscheck.wording.lexicon import TIDIED
from crosscheck.wording.words import Token

_OPENING_MARKS = " \t\n\"'“”‘’([«"
_INNER = ("'", "‘", '"', "“")
_OMISSION = re.compile(r"^[\s\"'“‘(\[]*(?:\.{2,}|…|—|–|-)")
_STOP = re.compile(r"[.!?][\s\"'”’)\]]*$")
_LEFT_OUT = re.compile(r"(?:\.\s?){2,}[\s\"'”’)\]]*$|…[\s\"'”’)\]]*$|[—–-][\s\"'”’)\]]*$")
_SENTENCE_END = re.compile(r"[.!?;…—–\n]|--")


# chosen on the learning marks: of openings and ends of so few words six in ten were marked, of longer ones two in ten
_MOST = 4
_WHOLE = 5  # words in common from which the two are surely one sentence: a few may open another


def begins_late(found: Alignment, left: str, right: str) -> bool:
    """True where ``left`` opens with a capital in the middle of the sentence that ``right`` tells from its start."""
    i, j = found.pairs[0][0], found.pairs[0][2]
    if i or not j or found.common < _WHOLE or _OMISSION.match(left):
        return False
    first, theirs = found.a[0], found.b[j]
    if first.name and not theirs.name or not _capital(left, found.a):
        return False
    if left[: first.start].strip(_OPENING_MARKS):
        return False
    if right[: theirs.start].rstrip(" (").endswith(_INNER):
        return False  # somebody's words that the speaker repeats
    breaks = [m.end() for m in _SENTENCE_END.finditer(right, 0, theirs.start)]
    dropped = [t.form for t in found.b[:j] if t.start >= (breaks[-1] if breaks else 0)]
    if not 0 < len(dropped) <= _MOST or all(w in TIDIED for w in dropped):
        return False
    return bool(breaks) or _capital(right, found.b)


def ends_early(found: Alignment, left: str, right: str) -> bool:
    """True where ``left`` is a sentence with its full stop, and ``right`` goes on in that sentence."""
    i2, j2 = found.pairs[-1][1], found.pairs[-1][3]
    if i2 != len(found.a) or not 0 < len(found.b) - j2 <= _MOST or found.common < _WHOLE:
        return False
    if not _STOP.search(left) or _LEFT_OUT.search(left) or not _capital(left, found.a):
        return False
    return not _SENTENCE_END.search(right[found.b[j2 - 1].end : found.b[j2].start])


def _capital(text: str, words: Sequence[Token]) -> bool:
    """True where a quotation begins as a sentence does."""
    return bool(words) and text[words[0].start : words[0].start + 1].isupper()
