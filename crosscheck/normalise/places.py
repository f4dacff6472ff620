"""Places: mentions in, facts out, with country, distance in kilometres and a key that bears transliteration."""

from __future__ import annotations

import re
import unicodedata

from crosscheck.data.eventwords import is_event
from crosscheck.data.gazetteer import look_up
from crosscheck.model import Fact, Mention, Place
from crosscheck.normalise import victims
from crosscheck.normalise.people import Scene

_KM = {"k": 1.0, "mi": 1.609344, "n": 1.852, "m": 0.001, "f": 0.0003048, "y": 0.0009144}
_WORDS = {
    "a": 1.0,
    "one": 1.0,
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "six": 6.0,
    "seven": 7.0,
    "eight": 8.0,
    "nine": 9.0,
    "ten": 10.0,
    "eleven": 11.0,
    "twelve": 12.0,
    "fifteen": 15.0,
    "twenty": 20.0,
    "thirty": 30.0,
    "forty": 40.0,
    "fifty": 50.0,
    "sixty": 60.0,
    "seventy": 70.0,
    "eighty": 80.0,
    "ninety": 90.0,
    "a hundred": 100.0,
    "one hundred": 100.0,
    "half a": 0.5,
    "a half": 0.5,
}
# "City" and "Island" with a capital are mostly part of the name (Bay City, Long Island)
_GENERIC = re.compile(
    r"^(?:the|[Cc]ity of|[Tt]own of|[Vv]illage of|[Pp]rovince of|[Ss]tate of)\s+"
    r"|\s+(?:city|town|village|state|region|island|[Pp]rovince|[Dd]istrict|[Cc]ounty|[Rr]egency|[Pp]refecture|[Gg]overnorate|[Mm]unicipality)$"
)
_GENITIVE = re.compile(r"[’']s?$")


def normalise(mentions: list[Mention], scene: Scene) -> list[Fact]:
    """Facts of the mentions of this kind."""
    facts = list(victims.normalise([m for m in mentions if m.attrs.get("form") in victims.FORMS], scene))
    for mention in mentions:
        if mention.attrs.get("form") in victims.FORMS:
            continue
        facts.append(
            scene.fact(mention, subject=_subject(mention), value=_place(mention), hedge=mention.attrs.get("hedge"))
        )
    return facts


def _place(mention: Mention) -> Place:
    attrs = mention.attrs
    if attrs.get("form") == "scene":
        return Place(name=attrs["scene"], key=attrs["scene"])
    name = _GENITIVE.sub("", " ".join(attrs.get("name", mention.text).split()))
    return Place(
        name=name,
        country=_country(name, attrs),
        relation=attrs.get("relation") or None,
        direction=attrs.get("dir"),
        distance_km=distance_km(attrs.get("num"), attrs.get("unit")),
        key=_key(name),
    )


def _key(name: str) -> str:
    """The code of a country, whatever it is called (UK, United Kingdom); of others the key of the name."""
    own, level = look_up(name)
    return own.casefold() if own and level == "country" else place_key(name)


def _country(name: str, attrs: dict[str, str]) -> str | None:
    """The country as the text tells it beside the name, or as the gazetteer knows the name."""
    own, level = look_up(name)
    if own is None:
        own, level = look_up(bare_name(name))
    if level == "country":
        return own
    told = [code for w in (attrs.get("parent"), attrs.get("owner")) if w and w != "Georgia" and (code := look_up(w)[0])]
    return told[0] if told else own


def distance_km(number: str | None, unit: str | None) -> float | None:
    """A distance as written in kilometres, to three decimals; None for blocks and for no number."""
    if not number or not unit:
        return None
    value = _WORDS.get(number.lower())
    if value is None:
        digits = number.replace(",", "").strip(".")
        if not digits.replace(".", "", 1).isdigit():
            return None
        value = float(digits)
    unit = unit.lower()
    factor = _KM["mi"] if unit.startswith("mi") else _KM.get(unit[:1])
    return round(value * factor, 3) if factor else None


def bare_name(name: str) -> str:
    """The name without "city of", "province" and the like."""
    bare = _GENERIC.sub("", _GENERIC.sub("", name))
    return bare if bare.strip() else name


def place_key(name: str) -> str:
    """A key that bears transliteration: no accents, no double letters, runs of vowels as one, ``oo`` as u."""
    folded = unicodedata.normalize("NFKD", bare_name(name).casefold())
    letters = "".join(c for c in folded if c.isalnum() or c == " ")
    for old, new in (
        ("ph", "f"),
        ("kh", "k"),
        ("gh", "g"),
        ("dh", "d"),
        ("ck", "k"),
        ("q", "k"),
        ("c", "k"),
        ("w", "v"),
        ("y", "i"),
        ("oo", "u"),
        ("ou", "u"),
        ("j", "i"),
    ):
        letters = letters.replace(old, new)
    letters = re.sub(r"[aeiou]{2,}", lambda m: m.group()[0], letters)
    return re.sub(r"(.)\1", r"\1", letters).strip()


def _subject(mention: Mention) -> str:
    """What is placed, as an editor reads it: "where Ines Varga died", "place of the meeting"."""
    attrs = mention.attrs
    thing, clause = attrs.get("thing", ""), attrs.get("clause", "")
    if thing and (not clause or is_event(attrs.get("noun", ""))):
        return f"place of {thing}"
    return f"where {clause}" if clause else "place"
