"""How two places stand to one another: the same, different, or not to be told apart. Pure comparison of place facts.

A place in another is no conflict with it, so that only places of one kind are ever held to differ: two countries, two
streets, two towns, two scenes of one death.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz.fuzz import ratio

from crosscheck.data.gazetteer import look_up
from crosscheck.model import Fact, Place
from crosscheck.settings import PlaceSettings
from crosscheck.timing import Relation

_DEGREES = {
    "N": 0.0,
    "NNE": 22.5,
    "NE": 45.0,
    "ENE": 67.5,
    "E": 90.0,
    "ESE": 112.5,
    "SE": 135.0,
    "SSE": 157.5,
    "S": 180.0,
    "SSW": 202.5,
    "SW": 225.0,
    "WSW": 247.5,
    "W": 270.0,
    "WNW": 292.5,
    "NW": 315.0,
    "NNW": 337.5,
}
_OFF = frozenset({"off", "just off"})
_IN = frozenset(
    {"in", "at", "on", "near", "outside", "just outside", "inside", "close to", "hit", "struck", "rocked", "shook"}
)


_AROUND = re.compile(r"\b(?:suburb(?:an|s)?|greater|outskirts|area|region|metropolitan)\b", re.IGNORECASE)
_REGION = re.compile(r"\b(?:County|Province|District|State|Region|Regency|Island|Islands|Valley|Peninsula|Coast|Sea)$")
_HOLDING = frozenset("county province state region district island".split())  # kinds of any size


def same_place(a: Place, b: Place, settings: PlaceSettings) -> bool:
    """True where two names are one place in one spelling or two, or one holds the other's words."""
    if a.key == b.key:
        return True
    one, two = set(a.key.split()), set(b.key.split())
    if one and two and (one <= two or two <= one):
        return True
    return a.key[:1] == b.key[:1] and ratio(a.key, b.key) >= settings.same_name


def bearing_relation(a: Fact, b: Fact, settings: PlaceSettings) -> Relation:
    """Direction and distance from one place: different directions, or one direction and different distances."""
    one, two = a.value, b.value
    if not isinstance(one, Place) or not isinstance(two, Place) or not same_place(one, two, settings):
        return "unknown"
    apart = degrees_apart(one.direction, two.direction)
    if apart is not None and apart >= settings.apart_degrees:
        return "different"
    if one.distance_km is None or two.distance_km is None:
        return "same" if apart is not None else "unknown"
    gap = abs(one.distance_km - two.distance_km)
    near = gap <= max(settings.distance_km, settings.distance_share * max(one.distance_km, two.distance_km))
    return "same" if near else "different"


def degrees_apart(one: str | None, two: str | None) -> float | None:
    """The angle between two points of the compass, 0 to 180; None where either is missing or no such point."""
    if one not in _DEGREES or two not in _DEGREES:
        return None
    gap = abs(_DEGREES[one] - _DEGREES[two])
    return min(gap, 360 - gap)


def place_relation(a: Fact, b: Fact, settings: PlaceSettings) -> Relation:
    """Whether two places could be one. Different only for two of one kind that do not hold one another."""
    one, two = a.value, b.value
    if not isinstance(one, Place) or not isinstance(two, Place):
        return "unknown"
    kind, other = kind_of(a), kind_of(b)
    if kind != other or not kind:
        return "unknown"
    if kind == "scene":
        return "same" if one.key == two.key else "different"
    if same_place(one, two, settings):
        return "same"
    names = {one.name.casefold(), two.name.casefold()}
    parents = {f.mention.attrs.get(k, "").casefold() for f in (a, b) for k in ("parent", "owner")} - {""}
    return "unknown" if names & parents else "different"


def kind_of(fact: Fact) -> str:
    """What kind of place, so that only like is held against like; empty where it is not known."""
    attrs, value = fact.mention.attrs, fact.value
    if not isinstance(value, Place):
        return ""
    if attrs.get("form") == "scene":
        return "scene"
    if attrs.get("form") != "named" or attrs.get("corner"):
        return ""  # a corner is two streets: what it says against a street is known by crosscheck.kinds.place
    if attrs.get("kind") == "street":
        return "street"
    if _AROUND.search(value.relation or ""):
        return ""  # "a suburban Detroit office" may lie in Troy
    prep = attrs.get("prep", "")
    if prep in _OFF:
        return "off"
    return _size(value, attrs) if prep in _IN and attrs.get("label") in ("GPE", "FAC") else ""


def _size(place: Place, attrs: Mapping[str, str]) -> str:
    """The size of a place by its name: "country", "region", "town"; empty where it may hold others."""
    level = look_up(place.name)[1]
    if level in ("country", "region"):
        return level
    if attrs.get("kind") in _HOLDING or _REGION.search(place.name):
        return ""
    return "town" if attrs.get("label") == "GPE" else ""
