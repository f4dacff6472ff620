"""Places that no preposition of an event tells: where people live, street addresses, and which way something moved.

Patterns over the text, held against the people whom the article names: "Peter Nash, of Milton," is a residence, "Milton
resident Peter Nash" too; "14 Chapel Road" an address; "moved north toward Kelby" a direction and where it led.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS

from crosscheck.data import countries, given, titles
from crosscheck.extract.places._patterns import COMPASS

_WORD = r"[^\W\d_a-z][\w’'\-]*(?<!['’])"
NAME = (  # never over a full stop
    rf"(?:St\. )?{_WORD}(?: (?:(?:of|de|la|le|upon|on|the|and|sur|del|du) ){{0,2}}{_WORD}){{0,6}}"
)
_AGE = r"(?:,? (?:aged? )?\d{1,3}|,? \(\d{1,3}\))?"
# ", of Milton," behind a name; ", from Milton," too
_OF = re.compile(
    rf"{_AGE}, (?P<relation>of|from|formerly of|originally from) (?P<name>{NAME})"
    rf"(?=(?:, (?P<parent>{NAME}))?(?:[,.;)]|$)| (?:was|who|is|has|said|died)\b)"
)
_RESIDENT = re.compile(
    rf"\b(?P<name>{NAME}) (?P<relation>resident|native|residents|natives|man|woman|teenager|couple|family)\b"
)
_MOVES = (
    r"(?:mov|head|sail|driv|fled|flee|flew|fly|flown|travel|march|walk|ran|run|steam|push|advanc|retreat|drift|went|go|going|gone"
    r"|migrat|flow|spread|swe[pt]|swept|drove|rode|turn|track|continu)\w*"
)
_WAY = r"(?:due )?(?P<dir>(?:north|south|east|west)(?:[- ]?(?:north|south|east|west)){0,2})(?:wards?|bound)?"
_MOVED = re.compile(
    rf"\b{_MOVES} (?:\w+ly )?(?:(?:to|in) the )?{_WAY}\b(?! of\b)"
    r"(?:(?: along| on| up| down| out of| across| through| over)? ?"
    rf"(?P<relation>towards?|to|into|from|on|along|across|through) (?:the )?(?P<name>{NAME}))?"
)
_TOWARD = re.compile(
    rf"\b(?P<relation>towards?|bound for|en route to|on (?:its|his|her|their) way to) (?:the )?(?P<name>{NAME})"
)
STREET_KIND = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Way|Court|Ct|Place|Pl|Square|Sq|Highway|Hwy|Terrace|Crescent"
    r"|Row|Parkway|Pkwy|Close|Gardens|Quay|Hill|Walk|Circle|Alley|Mews|Wharf)"
)
_ADDRESS = re.compile(
    r"(?:\b(?P<relation>at|in|on|near|outside|of|to|from|into) )?(?:the )?"
    rf"(?P<name>(?<![\d.,$£€-])\d{{1,5}}[A-Za-z]?(?:[-–]\d{{1,5}})?,?(?: block of)? "
    r"(?:[NSEW]\.? |North |South |East |West )?"
    rf"(?:[A-Z][\w'’.-]+ ){{1,3}}?{STREET_KIND}\b)"
)
_NO_PLACE = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})


class Told(NamedTuple):
    """A place as told: the stretch of the whole expression and of the name, and what ``attrs`` it brings."""

    start: int
    end: int
    name: tuple[int, int]
    attrs: dict[str, str]


def residences(text: str, people: list[tuple[int, int]]) -> Iterator[Told]:
    """Where people live: ``people`` are the stretches of full names, in the order of the text."""
    behind = {end: start for start, end in people}
    ahead = {start: end for start, end in people}
    for start, end in people:
        match = _OF.match(text, end)
        if match is not None and _is_place(match["name"]):
            told = _lives(match, text[start:end], match.start("relation"))
            if parent := match["parent"]:  # of Canal Street, Milton
                told.attrs["parent"] = parent
            yield told
    for match in _RESIDENT.finditer(text) if people else ():
        noun = match["relation"]
        if not _is_place(match["name"]) or match.start("name") in ahead or match.end("name") in behind:
            continue
        who = ahead.get(match.end() + 1)
        if who is None and noun not in ("resident", "residents", "native", "natives"):
            continue  # "a Milton man" who has no name: "an Irish Times man"
        yield _lives(match, text[match.end() + 1 : who] if who else "", match.start("name"))


def _lives(match: re.Match[str], who: str, start: int) -> Told:
    attrs = {"form": "named", "prep": "of", "relation": match["relation"], "event": "live", "tense": "past"}
    if who:
        attrs |= {"who": who.rpartition(" ")[2].lower(), "resident": who, "clause": f"{who} lives"}
    name = match.span("name")
    return Told(start, max(match.end("name"), match.end("relation")), name, attrs)


def addresses(text: str) -> Iterator[Told]:
    """Street addresses with a number: "at 14 Chapel Road", "the 1200 block of Elm Street"."""
    for match in _ADDRESS.finditer(text):
        prep = (match["relation"] or "at").lower()
        attrs = {"form": "named", "prep": prep, "relation": prep, "kind": "street"}
        yield Told(match.start(), match.end(), match.span("name"), attrs)


def movements(text: str) -> Iterator[Told]:
    """Which way something went ("moved north"), and where to ("toward Kelby")."""
    for match in _MOVED.finditer(text):
        letters = re.sub(r"[\s-]", "", match["dir"])
        attrs = {"form": "moved", "prep": "to", "dir": COMPASS.get(letters, letters)}
        named = match["name"] is not None and _is_place(match["name"])
        name = match.span("name") if named else match.span("dir")
        attrs["relation"] = f"{match['dir']} {match['relation']}" if named else match["dir"]
        yield Told(match.start("dir"), name[1], name, attrs)
    for match in _TOWARD.finditer(text):
        if _is_place(match["name"]):
            attrs = {"form": "named", "prep": "to", "relation": match["relation"]}
            yield Told(match.start(), match.end(), match.span("name"), attrs)


def _is_place(name: str) -> bool:
    """False for what stands with a capital behind "of" and is no place: a demonym, a title, a given name, a weekday."""
    first = name.split()[0]
    if name in countries.demonyms() or first in _NO_PLACE or first.lower() in STOP_WORDS or titles.lookup(name):
        return False
    return not (" " in name and first.lower() in given.english_given())
