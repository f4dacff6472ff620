"""Street corners: two streets told together, which is one place and not two.

"Neptune Ave and 16th Street", "Idaho Street near Yellowstone", "Fountain and Blake avenues", "the 5100 block of Idaho
Street near Lozier Street": the span holds both streets, so that one corner is held against another. A second street
without its kind ("near Yellowstone") counts where no place of that name is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.data.gazetteer import look_up
from crosscheck.extract.places._patterns import near
from crosscheck.extract.places._told import STREET_KIND, Told

_SIDE = r"(?:[NSEW]\.? |(?:North|South|East|West|Northeast|Northwest|Southeast|Southwest) )?"
_NAME = r"(?:\d+(?:st|nd|rd|th)|[A-Z][\w'’-]+|St\.)(?: [A-Z][\w'’-]+){0,2}?"
_STREET = rf"{_SIDE}{_NAME} {STREET_KIND}\b\.?"
_BLOCK = r"(?:\d{1,5},? (?:block of )?)?"
_PLURAL = r"(?:[Ss]treets|[Aa]venues|[Rr]oads|[Bb]oulevards|[Dd]rives|[Ll]anes)"
_BEFORE = (
    r"\b(?P<relation>at|in|on|near|outside|of|to|from|into) (?:the )?(?:(?:corner|intersection|junction|crossing) of )?"
)
_WORD = re.compile(rf"\b(?:{STREET_KIND}|{_PLURAL})\b")
_TWO = re.compile(
    rf"{_BEFORE}(?:"
    rf"(?:the )?(?P<two>{_BLOCK}{_STREET},? (?:and|&|at|near|by|off) {_STREET})"
    rf"|(?P<plural>{_SIDE}{_NAME} and {_SIDE}{_NAME} {_PLURAL}\b)"
    rf"|(?:the )?(?P<beside>{_BLOCK}{_STREET},? (?:near|at|by|off) (?P<bare>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?))"
    r")"
)


def crossings(text: str) -> Iterator[Told]:
    """The corners of a text, left to right; ``name`` is the stretch of both streets."""
    for match in near(_TWO, _WORD, text):
        which = next(n for n in ("two", "plural", "beside") if match[n])
        if which == "beside" and look_up(match["bare"])[0]:
            continue  # "on Main Street near Dallas" is no corner
        prep = match["relation"].lower()
        attrs = {"form": "named", "prep": prep, "relation": prep, "kind": "street", "corner": "true"}
        end = match.end(which)
        if text[end - 1] == "." and not text[end : end + 2].strip().islower():
            end -= 1  # the full stop of a sentence
        yield Told(match.start(), end, (match.start(which), end), attrs)
