"""Measures with a grammar of their own: magnitudes and calibres; heights and parts of units stand in ``parts``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.extract.figures.candidate import Candidate
from crosscheck.extract.figures.mentions import special
from crosscheck.extract.figures.parts import halves, heights
from crosscheck.extract.figures.reader import Reader
from crosscheck.extract.figures.scan import look_left
from crosscheck.model import Mention, Span

_MAGNITUDE = re.compile(
    r"(?:\b(?P<w1>magnitude|measur(?:ed|ing|es)(?: in at)?|register(?:ed|ing)|intensity)[\s-](?:of\s|was\s|at\s|is\s"
    r"|to\s)?(?:(?:about|at least|around|some|roughly|over|nearly|almost)\s|more than\s|up to\s)?"
    r"(?P<n1>(?:10|\d)(?:\.\d\d?)?)(?![\d,:%]|\.\d|\s?(?:km|kilo|mile|feet|foot|met|cm|inch|percent|per|million|by"
    r"|deg|people|sq|m\b))(?:\sand\s(?P<n3>(?:10|\d)\.\d)(?!\d))?"
    r"|\b(?P<n2>(?:10|\d)(?:\.\d\d?)?)(?:\sand\s(?P<n4>(?:10|\d)\.\d))?[\s-](?:on the (?:Richter|moment)|magnitude"
    r"|Richter|in magnitude|on the open-ended|temblor|quake\b|earthquake|tremor|aftershock))",
    re.IGNORECASE,
)
_QUAKE = re.compile(
    r"quake|temblor|tremor|aftershock|seismo|seismic|richter|foreshock|shaking|epicent|USGS|geolog", re.IGNORECASE
)
_BETWEEN = re.compile(r"\b(?:between|from)\s$", re.IGNORECASE)
_QUAKE_WORDS = ("quake", "temblor", "tremor", "aftershock", "foreshock", "seism", "richter")
_THING = re.compile(
    r"(?:sub)?(?:sea|marine)?\s?(earthquake|quake|temblor|tremor|aftershock|foreshock)s?\b", re.IGNORECASE
)
_CALIBRE = re.compile(
    r"(?<![\w.])(?P<n>\.\d\d\d?|\d\.\d\d|\d\d(?=[\s-]cal)|(?:\d(?:\.\d\d?)?|1[0-2]|\d\d)(?=[\s-]?(?:mm|millimet(?:er"
    r"|re)))|(?:12|20|16|28|10)(?=[\s-](?:gauge|bore)))"
    r"(?P<unit>[\s-]?(?:cal(?:ib(?:er|re))?\b\.?|mm|millimet(?:er|re)|gauge"
    r"|bore))?(?=(?P<after>(?:[\s-][\w&.-]+){0,3}))",
    re.IGNORECASE,
)
_GUN = re.compile(
    r"pistol|revolver|rifle|hand\s?gun|gun\b|cartridge|bullet|round|magnum|shotgun|weapon|ammunition|semi-?automatic"
    r"|Glock|Smith|Ruger|Colt|Beretta|carbine|shell",
    re.IGNORECASE,
)


def measures(reader: Reader, text: str) -> Iterator[Mention]:
    """All of them, kind by kind."""
    yield from _magnitudes(reader, text)
    yield from _calibres(reader, text)
    yield from heights(reader, text)
    yield from halves(reader, text)


def _magnitudes(reader: Reader, text: str) -> Iterator[Mention]:
    lowered = text.lower()
    if not any(word in lowered for word in _QUAKE_WORDS):
        return
    for match in _MAGNITUDE.finditer(text):
        for key in ("n1", "n2", "n3", "n4"):
            if match[key] is not None and _is_magnitude(text, match, match[key]):
                if (told := _magnitude(reader, text, match, key)) is not None:
                    yield told


def _is_magnitude(text: str, match: re.Match[str], number: str) -> bool:
    """False for a whole number that no scale is named for, and for what is measured where nothing quakes."""
    told = match.group().lower()
    if "." not in number and "magnitude" not in told and "richter" not in told:
        return False
    word = (match["w1"] or "").lower()
    near = text[max(0, match.start() - 150) : match.end() + 90]
    return not word or word.startswith("magnitude") or _QUAKE.search(near) is not None


def _magnitude(reader: Reader, text: str, match: re.Match[str], key: str) -> Mention | None:
    """The magnitude in one group of a match; None for the second end of a range, which is told with the first."""
    number = Span(*match.span(key))
    thing = _THING.search(text, number.start, min(len(text), match.end() + 40))
    attrs = {"number": match[key], "measure": "magnitude", "unit": "magnitude", "counted": "magnitude",
             "thing": thing[1].lower() if thing else ""}  # fmt: skip
    start, end = (match.start(), match.end()) if key in ("n1", "n2") else (number.start, number.end)
    two = key in ("n2", "n4") and match["n4"]
    if two and _BETWEEN.search(text, max(0, match.start() - 12), match.start()):
        if key == "n4":
            return None
        attrs |= {"value": match["n2"], "value_to": match["n4"]}
    lead = Candidate(number, number.start, number.end, match[key])
    look_left(text, lead)
    if lead.bounds:
        attrs |= {"hedge": text[lead.hedge[0].start : lead.hedge[-1].end], "bounds": " ".join(lead.bounds)}
        start = min(start, lead.start)
    if thing and thing.start() - end <= 1:
        end = thing.end()
    return special(reader, Span(start, end), number, attrs, 0.95)


def _calibres(reader: Reader, text: str) -> Iterator[Mention]:
    for start in reader.triggers.digits:
        match = _CALIBRE.match(text, start - 1 if text[start - 1 : start] == "." else start)
        if match is None:
            continue
        unit = (match["unit"] or "").strip(" -").lower()
        if not (unit.startswith(("cal", "gauge", "bore")) or _GUN.search(match["after"])):
            continue
        if not unit and not match["n"].startswith("."):
            continue
        written = "mm" if unit.startswith(("mm", "mil")) else "gauge" if unit in ("gauge", "bore") else "inch"
        number = (
            match["n"] if match["n"].startswith(".") or written != "inch" or "." in match["n"] else f".{match['n']}"
        )
        gun = re.search(
            r"(?:pistol|revolver|rifle|handgun|shotgun|gun|bullet|round|Magnum|Glock)", match["after"], re.IGNORECASE
        )
        attrs = {"value": str(float(number)), "number": number, "measure": "calibre", "unit": written,
                 "counted": "calibre", "caliber_of": gun.group().lower() if gun else ""}  # fmt: skip
        yield special(
            reader,
            Span(match.start(), match.end("unit") if match["unit"] else match.end("n")),
            Span(*match.span("n")),
            attrs,
        )
