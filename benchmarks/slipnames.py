"""Names of people, bodies, streets and others in the texts of an event, found by capitals and cues alone.

Knows nothing of crosscheck's own reading, so that :mod:`benchmarks.slips` asks for what crosscheck may not have
understood. Offsets are code points of an article's text, ends exclusive.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

Span = tuple[int, int]

GIVEN = {
    "m": "James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark "
    "Donald Steven Stephen Paul Andrew Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Ryan Jacob "
    "Gary Nicholas Eric Jonathan Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack "
    "Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Douglas Zachary Peter Kyle Walter Ethan Jeremy Harold Keith Carl "
    "Roger Terry Sean Austin Carlos Lawrence Jesse Dylan Bryan Joe Jordan Billy Bruce Albert Willie Gabriel Logan Alan "
    "Juan Wayne Roy Ralph Randy Eugene Vincent Russell Louis Bobby Philip Johnny Luis Steve Mike Bill Jim Tom Tim Dan "
    "Chris Matt Greg Ken Ron Jeff Rick Barack Hassan Ahmed Mohammed Ali Ibrahim Vladimir Sergei Dmitry Antonio Miguel".split(),
    "f": "Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley "
    "Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Dorothy Rebecca Sharon Laura Cynthia Amy "
    "Kathleen Angela Shirley Brenda Emma Anna Pamela Nicole Samantha Katherine Christine Helen Debra Rachel Carolyn Janet "
    "Maria Catherine Heather Diane Olivia Julie Joyce Victoria Ruth Virginia Lauren Kelly Christina Joan Evelyn Judith "
    "Andrea Hannah Megan Cheryl Jacqueline Martha Madison Teresa Gloria Sara Janice Ann Kathryn Abigail Sophia Frances "
    "Jean Alice Judy Isabella Julia Grace Amber Denise Danielle Marilyn Beverly Charlotte Natalie Theresa Diana Brittany "
    "Doris Kayla Alexis Lori Tiffany Hillary Nikki Condoleezza Samira Tyra Erin Beth Kate Jill Tammy Dana".split(),
}  # fmt: skip
SEX = {name: sex for sex, names in GIVEN.items() for name in names}
HEADS = frozenset(
    "Ministry Department University College School Hospital Police Institute Agency Office Bureau Council Committee "
    "Commission Company Corporation Bank Group Association Society Union Party Court Church Foundation Center Centre Club "
    "News Times Post Journal Press Airlines Museum Authority Service Services League Army Navy Guard Parliament Congress "
    "Senate Board Academy Federation Clinic Library Society Coalition Administration Academy Temple Cathedral".split()
)
STREETS = frozenset("Street Avenue Road Drive Lane Boulevard Highway Parkway".split())
TITLES = frozenset(
    "Mr Mrs Ms Dr Sgt Lt Capt Col Gen Gov Sen Rep Rev Judge Sheriff Chief Mayor President Minister Secretary Detective "
    "Officer Deputy Prosecutor Attorney Captain Sergeant Lieutenant Senator Governor Spokesman Spokeswoman Police Justice "
    "Pastor Professor Coach Commissioner Director Prime Foreign Vice State District County General King Queen "
    "Superintendent Chairman Ambassador Congressman Councilman Trooper Cpl Maj Pope Prince Princess Fire Assistant".split()
)
LEADING = frozenset(
    "The A An In On At But And As For From With When While After Before If It He She They We You I His Her Their Our This "
    "That These Those There Then Now Both Since During Despite Under Over Among By To Of Former Also Even Once Last Late "
    "Meanwhile However According".split()
)
CALENDAR = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Christmas Easter".split()
)
PLACES = frozenset(
    "New York North South East West United States America American British French German Russian Chinese Iranian Israel "
    "Israeli Iran Iraq Syria Syrian Russia China Europe European London Washington Paris Los Angeles San Santa Fort Saint "
    "Street Avenue Road Drive Lane Boulevard Highway Parkway County City Park Island River Lake Hall House Republic "
    "Kingdom State Bay Valley Beach Hills Heights Square Bridge Airport Stadium Cup Day Act White Black Democrats "
    "Republicans Democratic Republican National Associated Supreme High Middle Elementary Medical Regional Federal "
    "Community First Second Third".split()
)

_WORD = r"(?:[A-Z]\.(?:[A-Z]\.)?|(?:St|Ft|Mt)\.|[A-Z][^\W\d_]*(?:[’'-][^\W\d_]{2,})*)"
_RUN = re.compile(
    rf"(?<![\w@#/.’'-]){_WORD}(?:[ ](?:(?:of|for|the|and|de|la|del|van|von|der|bin)[ ]){{0,2}}{_WORD})*(?![\w@/-])"
)
_SUFFIX = re.compile(r",? (?:Jr|Sr)\.")
_AGE = re.compile(r", \d{1,2},")
_SAID = re.compile(r" (?:said|says|told|added)\b")
_SAID_BEFORE = re.compile(r"(?:said|says|told|added|identified as) $")
_LINE = 60  # characters of a line that is no headline, byline or caption


@dataclass
class Found:
    """One name as written, with its stretches by article index."""

    text: str
    places: dict[int, list[Span]] = field(default_factory=lambda: defaultdict(list))
    cue: bool = False


@dataclass
class Names:
    """Names of one event by sort: every writing with where it stands."""

    people: dict[str, Found] = field(default_factory=dict)
    bodies: dict[str, Found] = field(default_factory=dict)
    streets: dict[str, Found] = field(default_factory=dict)
    others: dict[str, Found] = field(default_factory=dict)
    initials: dict[str, Found] = field(default_factory=dict)


def alone(texts: Sequence[str], word: str, held: Found) -> dict[int, list[Span]]:
    """Where a word stands by itself: outside the stretches of the names that hold it, no part of a longer name."""
    pattern = re.compile(rf"(?<![\w’'-]){re.escape(word)}(?![\w-])")
    found: dict[int, list[Span]] = defaultdict(list)
    for i, text in enumerate(texts):
        for m in pattern.finditer(text):
            if any(a <= m.start() < b for a, b in held.places.get(i, ())):
                continue
            if re.search(r"[A-Z][\w.]*[ -]$", text[max(0, m.start() - 15) : m.start()]) and not _titled(
                text, m.start()
            ):
                continue
            if re.match(r"[ -][A-Z]", text[m.end() : m.end() + 2]):
                continue
            found[i].append(m.span())
    return found


def _titled(text: str, at: int) -> bool:
    before = re.search(r"([A-Z][\w]*)\.? $", text[max(0, at - 15) : at])
    return bool(before and before[1] in TITLES)


def names_of(texts: Sequence[str]) -> Names:
    """The names of an event; lines too short for running text are left out."""
    names = Names()
    for i, text in enumerate(texts):
        at = 0
        for line in text.split("\n"):
            if len(line) >= _LINE:
                _of_line(names, i, text, at, at + len(line))
            at += len(line) + 1
    cued = {n for n, f in names.people.items() if f.cue}
    for name in list(names.people):
        if name not in cued and name.split()[0] not in SEX:
            names.others.setdefault(name, names.people.pop(name))
    return names


def _of_line(names: Names, article: int, text: str, start: int, end: int) -> None:
    for m in _RUN.finditer(text, start, end):
        words, first, title = m.group().split(" "), m.start(), False
        while words and (
            words[0] in LEADING or words[0].rstrip(".") in TITLES or words[0] in ("of", "the", "for", "and")
        ):
            title = words[0].rstrip(".") in TITLES
            first += len(words[0]) + 1
            words = words[1:]
        if not words or first >= m.end():
            continue
        name, last = " ".join(words), m.end()
        table, cue = _sort(words, text, first, last, title)
        if table == "people" and (suffix := _SUFFIX.match(text, last)):
            last = suffix.end()
            name = text[first:last]
        if table:
            held = getattr(names, table)
            one = held.setdefault(name, Found(name))
            one.places[article].append((first, last))
            one.cue = one.cue or cue


def _sort(words: list[str], text: str, start: int, end: int, title: bool) -> tuple[str, bool]:
    """The table of a run of capitalised words, and whether the words around it say that it is a person."""
    if any(w in CALENDAR for w in words):
        return "", False
    small = any(w.islower() for w in words)
    if len(words) > 1 and (words[-1] in HEADS or words[0] in HEADS and words[1] in ("of", "for")):
        return "bodies", False
    if 1 < len(words) < 4 and words[-1] in STREETS and not small:
        return "streets", False
    if len(words) == 1 and re.fullmatch("[A-Z]{3,6}", words[0]):
        return "initials", False
    full = [w for w in words if len(w.rstrip(".")) > 1]
    if not small and len(words) in (2, 3) and len(full) > 1 and words[-1] in full and not {*words} & (PLACES | HEADS):
        if all(not w.isupper() for w in full):
            cue = bool(
                title
                or _AGE.match(text, end)
                or _SAID.match(text, end)
                or _SAID_BEFORE.search(text[max(0, start - 15) : start])
            )
            return "people", cue
    inside = start > 1 and text[start - 1] == " " and (text[start - 2].isalpha() or text[start - 2] == ",")
    if inside and not any(w.isupper() for w in words):
        return "others", False
    return "", False
