"""Figures that are not plain numbers: ranks, magnitudes, calibres, multiples, scores."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.extract.figures.candidate import Candidate
from crosscheck.extract.figures.counting import counted_noun
from crosscheck.extract.figures.measures import measures
from crosscheck.extract.figures.mentions import special
from crosscheck.extract.figures.reader import Reader
from crosscheck.extract.figures.scan import multiple_at, ordinal_at
from crosscheck.model import Mention, Span

_NUMBER_RANK = re.compile(
    r"\b(?:(?:[Nn]o\.|NO\.|No|Nr\.?|[Nn]umber)[\s-]?(?=\d)|[Nn]umber[\s-](?=[a-z]))"
    r"(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b(?!,\d|\.\d)"
)
_COUNTING = frozenset("now already still then currently".split())  # words before the verb "to number"
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
    r"[\s-](?:wedding\s)?(?P<noun>anniversary|birthday|straight|consecutive|successive"
    r"|edition)(?:[\s-](?P<noun2>[a-z]+))?",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"\b(?:rank(?:ed|s|ing)?|finish(?:ed|ing)?|place[ds]?|came|seeded)\s(?:\w+\s)?(?:as\s|at\s|in\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\b(?:answer|question|item|exhibit|witness|stage|step)s?\s$", re.IGNORECASE)
_ADDRESSES = re.compile(
    r"\s(?:[A-Z][\w-]+\s){1,2}(?:Street|St|Avenue|Road|Square)\b|[\s,]+(?:train|bus|line|platform|reactor|unit|mine)\b"
)
_SCORE = re.compile(
    r"(?<![\d\w.,/:-])(?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\d\w/:%-]|[.,]\d)(?!\s(?:million|billion|percent|per cent"
    r"|people|years?|days?|hours?|minutes?|months?|weeks?|km|miles?|meters?|metres?|feet|inch))"
)
_PLAY_BEFORE = re.compile(
    r"\b(?:w(?:[io]ns?|inning)|beat(?:s|en|ing)?|los[et]s?|defeat(?:ed|s|ing)?|draw|drew|lead|led|leading|victory"
    r"|loss|score|down|up|ahead|behind|edged?|thrash(?:ed)?|hammered|trail(?:ed|s|ing)?|pass(?:ed|es)?|tied"
    r"|vote[ds]?|ruled|routed|series|rule|past"
    r"|by a|by)\s(?:[\w.'’]+\s){0,5}$|\d[-–]\d{1,2},\s$",
    re.IGNORECASE,
)
_PLAY_AFTER = re.compile(
    r"[\s,]+(?:w[io]n|victory|defeat|loss|lead|draw|vote|over|against|triumph|decision|ruling|record|in\s(?:overtime"
    r"|extra time|the\s(?:final|series)))\b",
    re.IGNORECASE,
)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def special_figures(reader: Reader, text: str) -> Iterator[Mention]:
    """Ranks, magnitudes, calibres, multiples and scores of one article."""
    yield from measures(reader, text)
    yield from _ranks(reader, text)
    yield from _multiples(reader, text)
    yield from _scores(reader, text)


def _ranks(reader: Reader, text: str) -> Iterator[Mention]:
    yield from _numbered(reader, text)
    yield from _ordinals(reader, text)


def _numbered(reader: Reader, text: str) -> Iterator[Mention]:
    """ "No. 3 seed", "ranked number one"."""
    for start in reader.triggers.ranks:
        match = _NUMBER_RANK.match(text, start)
        if match is None or _ADDRESSES.match(text, match.end()):
            continue
        at = reader.first_token(start)
        if at and reader.doc[at - 1].pos_ in ("NOUN", "PROPN") and text[start - 1 : start] == " ":
            continue  # "Juror No. 8" is a name
        if at and match[0].startswith("number ") and reader.doc[at - 1].lower_ in _COUNTING:
            continue  # "the beads now number 34"
        if _LABELLED.search(text, max(0, start - 16), start):
            continue
        value = match["n"].lower()
        attrs = {
            "value": str(_WORDS.get(value, value)),
            "number": match["n"],
            "measure": "rank",
            "unit": "rank",
            "thing": _next_word(text, match.end()),
        }
        yield special(reader, Span(*match.span()), Span(*match.span("n")), attrs, 0.7)


def _ordinals(reader: Reader, text: str) -> Iterator[Mention]:
    """ "The second largest city", "the 10th anniversary", "in third place"."""
    for start in sorted({*reader.triggers.digits, *reader.triggers.ordinals}):
        found = ordinal_at(text, start)
        if found is None:
            continue
        span, value = found
        attrs = {"value": str(value), "number": text[span.start : span.end], "measure": "rank", "unit": "rank"}
        superlative = _SUPERLATIVE.match(text, span.end)
        if superlative and superlative["w"].lower() not in _NO_SUPERLATIVE:
            c = Candidate(span, span.start, superlative.end("w"), text[span.start : span.end])
            head = counted_noun(reader, c, reader.tokens(Span(span.start, c.end))[-1])
            word, noun = superlative["w"].lower(), head.lemma_.lower() if head is not None else ""
            attrs |= {"qualifiers": word, "counted": noun, "thing": f"{word} {noun}".strip()}
            yield special(reader, Span(span.start, superlative.end("w")), span, attrs)
            continue
        named = _ANNIVERSARY.match(text, span.end)
        place = _PLACE_RANK.match(text, span.end)
        ranked = _RANKED.search(text[max(0, span.start - 24) : span.start])
        if named or place or ranked:
            noun = named["noun"] if named else place["noun"] if place else "rank"
            attrs["counted"] = attrs["thing"] = noun.lower()
            end = named.end("noun") if named else place.end("noun") if place else span.end
            yield special(reader, Span(span.start, end), span, attrs, 0.8)


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
        yield special(reader, span, span, attrs, 0.8)


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
        yield special(reader, Span(*match.span()), Span(*match.span()), attrs, 0.7)
