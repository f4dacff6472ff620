"""Changes of an article that change nothing: no finding above note may come of them."""

from __future__ import annotations

import re
from collections.abc import Callable

SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
BRITISH = {"color": "colour", "defense": "defence", "center": "centre", "neighbor": "neighbour", "labor": "labour",
           "organize": "organise", "organized": "organised", "realize": "realise", "realized": "realised",
           "jewelry": "jewellery", "kilometers": "kilometres", "kilometer": "kilometre", "meters": "metres",
           "program": "programme", "honor": "honour", "harbor": "harbour", "traveled": "travelled",
           "neighborhood": "neighbourhood", "theater": "theatre", "apologize": "apologise"}  # fmt: skip
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


def to_words(text: str) -> str:
    return re.sub(
        r"(?<![\w$€£.,:/-])(\d|1[0-2])(?= [a-z]{3,})(?! percent| per cent| million| billion| a\.?m| p\.?m)",
        lambda m: SMALL[int(m.group())],
        text,
    )


def percent_sign(text: str) -> str:
    return re.sub(r"(\d) per ?cent\b", r"\1%", text)


def day_first(text: str) -> str:
    return re.sub(rf"\b({MONTHS}) (\d{{1,2}})(?=[ .]|$)(?!,? \d{{4}})", r"\2 \1", text)


def dots_of_states(text: str) -> str:
    return re.sub(r"\bU\.S\.(?= [a-zA-Z])", "US", text)


def british(text: str) -> str:
    return re.sub(rf"\b({'|'.join(BRITISH)})\b", lambda m: BRITISH[m.group()], text)


def other_marks(text: str) -> str:
    return re.sub(r'"([^"\n]{2,400})"', r"“\1”", text) if '"' in text else text.replace("“", '"').replace("”", '"')


def said_moved(text: str) -> str:
    """'"...," said X.' to '"...," X said.'"""
    return re.sub(r"([”\"]) said ([A-Z][a-z]+ [A-Z][a-z]+)\.", r"\1 \2 said.", text)


def miles_too(text: str) -> str:
    """A right conversion behind a distance."""
    return re.sub(
        r"\b(\d{2,3}) (kilometers|kilometres|km)\b(?! \()",
        lambda m: f"{m.group()} ({round(int(m.group(1)) * 0.621371)} miles)",
        text,
        count=1,
    )


def title_and_surname(text: str) -> str:
    """Later full names cut to honorific and surname."""
    seen: set[str] = set()

    def cut(m: re.Match[str]) -> str:
        if m.group() in seen and m.group(1) not in (
            "New",
            "North",
            "South",
            "United",
            "East",
            "West",
            "San",
            "Los",
            "Red",
        ):
            return f"Mr. {m.group(2)}" if m.group(1)[-1] not in "aei" else m.group(2)
        seen.add(m.group())
        return m.group()

    return re.sub(r"(?<=[a-z,”\"] )([A-Z][a-z]{2,}) ([A-Z][a-z]{3,})(?= said| told| added)", cut, text)


def unchanged(text: str) -> str:
    return text


HARMLESS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("digits to words", to_words),
    ("percent sign", percent_sign),
    ("day before month", day_first),
    ("U.S. to US", dots_of_states),
    ("British spelling", british),
    ("other quotation marks", other_marks),
    ("said moved", said_moved),
    ("unit conversion", miles_too),
    ("title and surname", title_and_surname),
)
