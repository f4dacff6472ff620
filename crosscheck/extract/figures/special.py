"""Figures that are not plain numbers: ranks, magnitudes, calibres, multiples, scores."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from crosscheck.data import units
from crosscheck.extract.figures.scan import Candidate, look_left, multiple_at, ordinal_at
from crosscheck.model import Mention, Span

if TYPE_CHECKING:
    from crosscheck.extract.figures.context import Reader

_MAGNITUDE = re.compile(
    r"(?:\b(?P<w1>magnitude|measur(?:ed|ing|es)(?: in at)?|register(?:ed|ing)|intensity)[\s-](?:of\s|was\s|at\s|is\s|to\s)?(?:(?:about|at least|around|some|roughly|over|nearly|almost)\s|more than\s|up to\s)?"
    r"(?P<n1>(?:10|\d)(?:\.\d\d?)?)(?![\d,:%]|\.\d|\s?(?:km|kilo|mile|feet|foot|met|cm|inch|percent|per|million|by|deg|people|sq|m\b))(?:\sand\s(?P<n3>(?:10|\d)\.\d)(?!\d))?"
    r"|\b(?P<n2>(?:10|\d)(?:\.\d\d?)?)(?:\sand\s(?P<n4>(?:10|\d)\.\d))?[\s-](?:on the (?:Richter|moment)|magnitude|Richter|in magnitude|on the open-ended|temblor|quake\b|earthquake|tremor|aftershock))",
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
    r"(?<![\w.])(?P<n>\.\d\d\d?|\d\.\d\d|\d\d(?=[\s-]cal)|(?:\d(?:\.\d\d?)?|1[0-2]|\d\d)(?=[\s-]?(?:mm|millimet(?:er|re)))|(?:12|20|16|28|10)(?=[\s-](?:gauge|bore)))"
    r"(?P<unit>[\s-]?(?:cal(?:ib(?:er|re))?\b\.?|mm|millimet(?:er|re)|gauge|bore))?(?=(?P<after>(?:[\s-][\w&.-]+){0,3}))",
    re.IGNORECASE,
)
_GUN = re.compile(
    r"pistol|revolver|rifle|hand\s?gun|gun\b|cartridge|bullet|round|magnum|shotgun|weapon|ammunition|semi-?automatic|Glock|Smith|Ruger|Colt|Beretta|carbine|shell",
    re.IGNORECASE,
)
_NUMBER_RANK = re.compile(
    r"\b(?:(?:[Nn]o\.|NO\.|No|Nr\.?|[Nn]umber)[\s-]?(?=\d)|[Nn]umber[\s-](?=[a-z]))"
    r"(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b(?!,\d|\.\d)"
)
_SUPERLATIVE = re.compile(
    r"[\s-](?P<w>(?:most|least)[\s-][\w-]+|[a-z]{2,}est|best|worst|most|last)(?:[\s-](?P<noun>[a-z]+))?", re.IGNORECASE
)
_NO_SUPERLATIVE = frozenset(
    {
        "west",
        "northwest",
        "southwest",
        "test",
        "guest",
        "quest",
        "request",
        "arrest",
        "protest",
        "interest",
        "contest",
        "forest",
        "last",
        "nest",
        "chest",
        "vest",
        "rest",
        "invest",
        "harvest",
        "conquest",
        "inquest",
    }
)
_PLACE_RANK = re.compile(r"[\s-](?P<noun>place|spot|in the world|in the rankings|seed|largest)\b", re.IGNORECASE)
_ANNIVERSARY = re.compile(
    r"[\s-](?:wedding\s)?(?P<noun>anniversary|birthday|straight|consecutive|successive|edition)(?:[\s-](?P<noun2>[a-z]+))?",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"\b(?:rank(?:ed|s|ing)?|finish(?:ed|ing)?|place[ds]?|came|seeded)\s(?:\w+\s)?(?:as\s|at\s|in\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(
    r"\s(?:[A-Z][\w-]+\s){1,2}(?:Street|St|Avenue|Road|Square)\b|[\s,]+(?:train|bus|line|platform|reactor|unit|mine)\b"
)
_SCORE = re.compile(
    r"(?<![\d\w.,/:-])(?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\d\w/:%-]|[.,]\d)(?!\s(?:million|billion|percent|per cent|people|years?|days?|hours?|minutes?|months?|weeks?|km|miles?|meters?|metres?|feet|inch))"
)
_PLAY_BEFORE = re.compile(
    r"\b(?:w[oi]n(?:s|ning)?|beat(?:s|en|ing)?|los[et]s?|defeat(?:ed|s|ing)?|draw|drew|lead|led|leading|victory|win|loss|score|down|up|ahead|behind|edged?|thrash(?:ed)?|hammered|tied|vote[ds]?|ruled|routed|series|rule|past|by a|by)\s(?:[\w.'’]+\s){0,5}$",
    re.IGNORECASE,
)
_PLAY_AFTER = re.compile(
    r"[\s,]+(?:w[io]n|victory|defeat|loss|lead|draw|vote|over|against|triumph|decision|ruling|record|in\s(?:overtime|extra time|the\s(?:final|series)))\b",
    re.IGNORECASE,
)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_FOLD_WORD = re.compile(r"(?:d|ing)$|fold$")


def special_figures(reader: Reader, text: str) -> Iterator[Mention]:
    """Ranks, magnitudes, calibres, multiples and scores of one article."""
    yield from _magnitudes(reader, text)
    yield from _calibres(reader, text)
    yield from _ranks(reader, text)
    yield from _multiples(reader, text)
    yield from _scores(reader, text)
    yield from _heights(reader, text)
    yield from _halves(reader, text)


def _emit(reader: Reader, span: Span, number: Span, attrs: dict[str, str], confidence: float = 0.9) -> Mention:
    return reader.special(span, number, attrs, confidence)


def _magnitudes(reader: Reader, text: str) -> Iterator[Mention]:
    lowered = text.lower()
    if not any(word in lowered for word in _QUAKE_WORDS):
        return
    for match in _MAGNITUDE.finditer(text):
        for key in ("n1", "n2", "n3", "n4"):
            if match[key] is None:
                continue
            near = text[max(0, match.start() - 150) : match.end() + 90]
            word = (match["w1"] or "").lower()
            if (
                "." not in match[key]
                and "magnitude" not in match.group().lower()
                and "richter" not in match.group().lower()
            ):
                continue
            if word and not word.startswith("magnitude") and not _QUAKE.search(near):
                continue
            number = Span(*match.span(key))
            thing = _THING.search(text, number.start, min(len(text), match.end() + 40))
            attrs = {"number": match[key], "measure": "magnitude", "unit": "magnitude", "counted": "magnitude",
                     "thing": thing[1].lower() if thing else ""}  # fmt: skip
            number = Span(*match.span(key))
            start, end = (match.start(), match.end()) if key in ("n1", "n2") else (number.start, number.end)
            lead = Candidate(number, number.start, number.end, match[key])
            look_left(text, lead)
            if (key == "n2" and match["n4"]) or key == "n4":
                if not _BETWEEN.search(text, max(0, match.start() - 12), match.start()):
                    pass
                elif key == "n4":
                    continue
                else:
                    attrs |= {"value": match["n2"], "value_to": match["n4"]}
            if lead.bounds:
                attrs |= {"hedge": text[lead.hedge[0].start : lead.hedge[-1].end], "bounds": " ".join(lead.bounds)}
                start = min(start, lead.start)
            if thing and thing.start() - end <= 1:
                end = thing.end()
            yield _emit(reader, Span(start, end), number, attrs, 0.95)


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
        yield _emit(
            reader,
            Span(match.start(), match.end("unit") if match["unit"] else match.end("n")),
            Span(*match.span("n")),
            attrs,
        )


def _ranks(reader: Reader, text: str) -> Iterator[Mention]:
    for start in reader.triggers.ranks:
        match = _NUMBER_RANK.match(text, start)
        if match is None or _ADDRESSES.match(text, match.end()):
            continue
        at = reader.first_token(start)
        if at and reader.doc[at - 1].pos_ in ("NOUN", "PROPN") and text[start - 1 : start] == " ":
            continue  # "Juror No. 8" is a name
        value = match["n"].lower()
        attrs = {
            "value": str(_WORDS.get(value, value)),
            "number": match["n"],
            "measure": "rank",
            "unit": "rank",
            "thing": _next_word(text, match.end()),
        }
        yield _emit(reader, Span(*match.span()), Span(*match.span("n")), attrs, 0.7)
    for start in sorted({*reader.triggers.digits, *reader.triggers.ordinals}):
        found = ordinal_at(text, start)
        if found is None:
            continue
        span, value = found
        attrs = {"value": str(value), "number": text[span.start : span.end], "measure": "rank", "unit": "rank"}
        superlative = _SUPERLATIVE.match(text, span.end)
        if superlative and superlative["w"].lower() not in _NO_SUPERLATIVE:
            c = Candidate(span, span.start, superlative.end("w"), text[span.start : span.end])
            head = reader.counted(c, reader.tokens(Span(span.start, c.end)))
            word, noun = superlative["w"].lower(), head.lemma_.lower() if head is not None else ""
            attrs |= {"qualifiers": word, "counted": noun, "thing": f"{word} {noun}".strip()}
            yield _emit(reader, Span(span.start, superlative.end("w")), span, attrs)
            continue
        named = _ANNIVERSARY.match(text, span.end)
        place = _PLACE_RANK.match(text, span.end)
        ranked = _RANKED.search(text[max(0, span.start - 24) : span.start])
        if named or place or ranked:
            noun = named["noun"] if named else place["noun"] if place else "rank"
            attrs["counted"] = attrs["thing"] = noun.lower()
            end = named.end("noun") if named else place.end("noun") if place else span.end
            yield _emit(reader, Span(span.start, end), span, attrs, 0.8)


def _next_word(text: str, at: int) -> str:
    match = re.match(r"\s([a-z-]+)(?:\s([a-z-]+))?", text[at : at + 40])
    return match[1] if match else ""


def _multiples(reader: Reader, text: str) -> Iterator[Mention]:
    for start in reader.triggers.folds:
        found = multiple_at(text, start)
        if found is None:
            continue
        span, word, factor = found
        if word in ("double", "triple", "treble", "quadruple"):
            tokens = reader.tokens(span)
            if not tokens or (tokens[0].pos_ != "VERB" and text[span.end : span.end + 5] != " the "):
                continue
        if word in ("twice", "thrice") and not re.match(r"\s(?:as|the|that)\b", text[span.end : span.end + 6]):
            continue
        attrs = {"value": str(factor), "number": word, "measure": "ratio", "unit": "times"}
        yield _emit(reader, span, span, attrs, 0.8)


def _scores(reader: Reader, text: str) -> Iterator[Mention]:
    for start in reader.triggers.digits:
        match = _SCORE.match(text, start)
        if match is None:
            continue
        a, b = int(match["a"]), int(match["b"])
        before = text[max(0, match.start() - 50) : match.start()]
        play = _PLAY_AFTER.match(text, match.end()) or _PLAY_BEFORE.search(before)
        if not play or (
            a < b
            and not re.search(
                r"(?:lost|loss|behind|down|defeat|lose|beaten)\b",
                before + text[match.end() : match.end() + 12],
                re.IGNORECASE,
            )
        ):
            continue
        attrs = {"value": str(min(a, b)), "value_to": str(max(a, b)), "number": match.group(), "measure": "score",
                 "unit": "score", "score": f"{a}-{b}"}  # fmt: skip
        yield _emit(reader, Span(*match.span()), Span(*match.span()), attrs, 0.7)


_HEIGHT = re.compile(
    r"(?P<ft>[3-8])(?:[\s-]?(?:foot|feet|ft)[,\s-]{1,2}(?P<in>1[01]|\d)(?:[\s-]?(?:inch(?:es)?|in)\b)?(?![\d-])|['’](?P<in2>1[01]|\d)(?:\"|”|″|''))",
    re.IGNORECASE,
)
_HALF_UNIT = re.compile(
    r"half(?:[\s-]an?\s|-|\s)(?P<unit>mile|hour|minute|second|kilometer|kilometre|ton|tonne|pint|acre|inch|metre|meter|century|decade|year|pound)\b",
    re.IGNORECASE,
)
_HALF_DATE = re.compile(r"\s(?:ago|later|earlier|before|after)\b")


def _heights(reader: Reader, text: str) -> Iterator[Mention]:
    """ "5 foot 8 inches", "6-foot-2", "5'10\"": one height in feet."""
    for start in reader.triggers.digits:
        match = _HEIGHT.match(text, start)
        if match is None or text[start - 1 : start].isalnum():
            continue
        feet = int(match["ft"]) + int(match["in"] or match["in2"]) / 12
        attrs = {
            "value": str(feet),
            "number": match.group(),
            "measure": "distance",
            "unit": "foot",
            "counted": "height",
        }
        yield _emit(reader, Span(*match.span()), Span(*match.span()), attrs)


def _halves(reader: Reader, text: str) -> Iterator[Mention]:
    """ "half a mile", "half an hour"."""
    for start in reader.triggers.words:
        match = _HALF_UNIT.match(text, start)
        if match is None or _HALF_DATE.match(text, match.end()):
            continue
        unit = match["unit"].lower()
        attrs = {
            "value": "0.5",
            "number": match.group(),
            "measure": units.UNITS[unit].measure,
            "unit": unit,
            "unit_written": unit,
        }
        yield _emit(reader, Span(*match.span()), Span(*match.span()), attrs)
