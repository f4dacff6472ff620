"""Places: where something happened, street addresses and corners, homes, directions and parts of a town."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable

from rapidfuzz.distance import OSA

from crosscheck.data.gazetteer import look_up
from crosscheck.geography import bearing_relation, degrees_apart, same_place
from crosscheck.kinds import Relation, Signs
from crosscheck.model import Fact, Place
from crosscheck.normalise.nameparts import fold
from crosscheck.settings import Settings

_KINDS = {
    "street": "street",
    "st": "street",
    "avenue": "avenue",
    "ave": "avenue",
    "av": "avenue",
    "road": "road",
    "rd": "road",
    "boulevard": "boulevard",
    "blvd": "boulevard",
    "lane": "lane",
    "ln": "lane",
    "drive": "drive",
    "dr": "drive",
    "way": "way",
    "court": "court",
    "ct": "court",
    "place": "place",
    "pl": "place",
    "square": "square",
    "highway": "highway",
    "hwy": "highway",
    "terrace": "terrace",
    "parkway": "parkway",
    "pkwy": "parkway",
    "circle": "circle",
    "alley": "alley",
    "pike": "pike",
    "row": "row",
    "close": "close",
    "crescent": "crescent",
    "trail": "trail",
    "loop": "loop",
}
_SIDES = {
    "n": "north",
    "s": "south",
    "e": "east",
    "w": "west",
    "north": "north",
    "south": "south",
    "east": "east",
    "west": "west",
    "northeast": "northeast",
    "northwest": "northwest",
    "southeast": "southeast",
    "southwest": "southwest",
    "ne": "northeast",
    "nw": "northwest",
    "se": "southeast",
    "sw": "southwest",
    "northern": "north",
    "southern": "south",
    "eastern": "east",
    "western": "west",
    "northeastern": "northeast",
    "northwestern": "northwest",
    "southeastern": "southeast",
    "southwestern": "southwest",
    "central": "central",
    "downtown": "central",
}
_NUMBER = re.compile(r"\d+")
_IN = frozenset({"in", "at", "on", "inside", "within"})
_NEAR = frozenset({"near", "around", "outside", "just outside", "close to", "outside of"})


class Address:
    """A street as told: numbers or block, side, base name, kind of street, and all streets of a corner with theirs."""

    __slots__ = ("base", "block", "corner", "kind", "number", "side", "streets", "until")

    def __init__(self, name: str) -> None:
        first, *rest = re.split(r"\s+(?:and|near|at|by|between|&|off)\s+", name)
        self.number, self.until, self.side, self.base, self.kind = _street(first)
        self.block = "block" in first
        every = [(self.base, self.kind), *((base, kind) for *_, base, kind in map(_street, rest))]
        self.streets = {base: kind for base, kind in every if base}  # kinds of street by base name
        self.corner = len(self.streets) > 1


def _street(text: str) -> tuple[int | None, int | None, str, str, str]:
    """First and last number, side, base name, kind of street."""
    words = re.findall(r"[\w']+", fold(text))
    number = until = None
    if words and words[0].isdigit() and len(words) > 1:
        number, words = int(words[0]), words[1:]
        until = number
        if words[0].isdigit() and len(words) > 1:
            until, words = int(words[0]), words[1:]
    words = [w for w in words if w not in ("block", "of", "the")]
    side = kind = ""
    if words and words[0] in _SIDES and len(words) > 1:
        side, words = _SIDES[words[0]], words[1:]
    if words and words[-1] in ("streets", "avenues", "roads"):
        words[-1] = words[-1][:-1]
    if len(words) > 1 and words[-1] in _KINDS:
        kind, words = _KINDS[words[-1]], words[:-1]
    return number, until, side, " ".join(words), kind


class Places:
    """Facts of kind place."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings.places
        self._addresses: dict[str, Address] = {}

    def _address(self, fact: Fact) -> Address:
        assert isinstance(fact.value, Place)
        name = fact.value.name
        if name not in self._addresses:
            self._addresses[name] = Address(name)
        return self._addresses[name]

    def aspect(self, fact: Fact) -> str:
        """address, home, bearing, moved, scene, part (of a town: "in west Houston") or location."""
        attrs, value = fact.mention.attrs, fact.value
        if not isinstance(value, Place):
            return ""
        form = attrs.get("form", "")
        if form in ("wound", "death"):
            return ""  # of a person and no event: aligned by who it is
        if form == "geometry":
            return "bearing"
        if form in ("moved", "scene"):
            return form
        if attrs.get("event") == "live" and attrs.get("prep") == "of":
            return "home" if attrs.get("resident") else ""  # "stunned residents" live anywhere
        if attrs.get("kind") == "street" or self._address(fact).kind:
            return "address"
        return "part" if _side(fact) not in ("", "central") else "location"

    def comparable(self, a: Fact, b: Fact) -> bool:
        """Like with like: homes of one name, parts of one town, addresses that share a street or have numbers."""
        aspect, one, two = self.aspect(a), a.value, b.value
        if aspect != self.aspect(b) or not isinstance(one, Place) or not isinstance(two, Place):
            return False
        if aspect == "home":
            return a.mention.attrs["who"] == b.mention.attrs["who"]
        if aspect == "address":
            return _addresses(self._address(a), self._address(b)) != "unknown"
        return aspect != "part" or same_place(one, two, self._settings)

    def held(self, fact: Fact) -> Hashable:
        """The question; of a home who lives there, of addresses and parts of a town what is named."""
        aspect, value = self.aspect(fact), fact.value
        if aspect == "home":
            return aspect, fact.mention.attrs["who"]
        if aspect in ("address", "part") and isinstance(value, Place):
            return aspect, value.name, value.key
        return aspect

    def place(self, fact: Fact) -> str:
        """Addresses, homes, places: the first that an article tells is mostly the event's own."""
        return self.aspect(fact)

    def keys(self, fact: Fact) -> Iterable[str]:
        """Streets; who lives there; the place that a direction is told from."""
        aspect, value = self.aspect(fact), fact.value
        assert isinstance(value, Place)
        if aspect == "address":
            for street in sorted(self._address(fact).streets):
                yield f"street {street[:5]}"
        if aspect == "home":
            yield f"lives {fact.mention.attrs['who']}"
        if aspect == "bearing":
            yield f"from {value.key[:4]}"
        if aspect == "part":
            yield f"part of {value.key[:4]}"

    def signs(self, a: Fact, b: Fact) -> Signs:
        """One street, one resident, one place of reference."""
        aspect, one, two = self.aspect(a), a.value, b.value
        assert isinstance(one, Place) and isinstance(two, Place)
        found: Signs = {"one preposition": float(_sort(a) == _sort(b))}
        if aspect == "address":
            x, y = self._address(a), self._address(b)
            found["one street"] = float(bool(x.streets.keys() & y.streets.keys()) or _near(x.base, y.base))
            found["one house"] = float(x.number == y.number) if x.number and y.number else None
        if aspect == "home":
            found["one resident"] = 1.0
        if aspect == "bearing":
            found["one reference"] = float(same_place(one, two, self._settings))
        return found

    def relate(self, a: Fact, b: Fact) -> Relation:
        """Two places that hold one another or may, are compatible; two of one sort and size are different."""
        aspect, one, two = self.aspect(a), a.value, b.value
        assert isinstance(one, Place) and isinstance(two, Place)
        if aspect == "address":
            if "near" in (_sort(a), _sort(b)) and self._address(a).corner and self._address(b).corner:
                return "unknown"  # near two corners at once
            return _addresses(self._address(a), self._address(b))
        if aspect == "bearing":
            return bearing_relation(a, b, self._settings)
        if aspect == "scene":
            return "same" if one.key == two.key else "different"
        if aspect == "moved":
            apart = degrees_apart(one.direction, two.direction)
            return "unknown" if apart is None else "different" if apart >= self._settings.apart_degrees else "same"
        return self._named(a, b, one, two)

    def _named(self, a: Fact, b: Fact, one: Place, two: Place) -> Relation:
        side, other = _side(a), _side(b)
        if same_place(one, two, self._settings):
            if one.key != two.key:
                return "compatible" if set(one.key.split()) & set(two.key.split()) else "same"
            if side and other and side != other and "central" not in (side, other):
                return "different"
            return "compatible" if bool(side) != bool(other) or _sort(a) != _sort(b) else "same"
        if one.country and two.country and one.country != two.country:
            return "different"
        parents = {f.mention.attrs.get(k, "").casefold() for f in (a, b) for k in ("parent", "owner")} - {""}
        if {one.name.casefold(), two.name.casefold()} & parents:
            return "compatible"
        sizes = look_up(one.name)[1], look_up(two.name)[1]
        if sizes[0] == sizes[1] and sizes[0] in ("country", "region"):
            return "different"
        if sizes[0] in ("country", "region") or sizes[1] in ("country", "region"):
            return "unknown"
        labels = a.mention.attrs.get("label"), b.mention.attrs.get("label")
        return "different" if labels[0] == labels[1] or self.aspect(a) == "home" else "unknown"


def _sort(fact: Fact) -> str:
    prep = fact.mention.attrs.get("prep", "")
    return "in" if prep in _IN else "near" if prep in _NEAR else prep


def _side(fact: Fact) -> str:
    """The part of a town that is told: "in west Houston"."""
    value = fact.value
    assert isinstance(value, Place)
    words = (value.relation or "").casefold().replace("-", "").split()
    return next((_SIDES[w] for w in words if w in _SIDES and len(w) > 2), "")


def _near(a: str, b: str) -> bool:
    """True for two names of streets that are one with a slip: Fairmont, Fairmount."""
    if min(len(a), len(b)) < 5 or _NUMBER.search(a + b):
        return False
    return OSA.distance(a, b, score_cutoff=2) <= (1 if min(len(a), len(b)) < 8 else 2)


def _addresses(a: Address, b: Address) -> Relation:
    if a.corner and b.corner and a.streets.keys() & b.streets.keys():
        return _corners(a, b)
    if a.base and a.base == b.base:
        if _other_kind(a.kind, b.kind) or _other_kind(a.side, b.side):
            return "different"
        if a.number and b.number and not _one_block(a, b):
            return "different"
        return "same" if a.number == b.number and a.streets == b.streets else "compatible"
    if _near(a.base, b.base):
        return "different"
    if a.streets.keys() & b.streets.keys():
        return "unknown"
    return "different" if a.number and b.number else "unknown"


def _corners(a: Address, b: Address) -> Relation:
    """Two corners that share a street: two of one street differ, and so does one told with another kind of street."""
    one, two = a.streets.keys(), b.streets.keys()
    if any(_other_kind(a.streets[s], b.streets[s]) for s in one & two):
        return "different"
    if one <= two or two <= one:
        return "same" if one == two else "compatible"
    return "different"


def _other_kind(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _one_block(a: Address, b: Address) -> bool:
    """300 block and 345, 31-33 and 33: one block of a hundred numbers, or a range that holds the other."""
    if a.number is None or b.number is None or a.until is None or b.until is None:
        return False
    if max(a.number, b.number) <= min(max(a.number, a.until), max(b.number, b.until)):
        return True
    return (a.block or b.block) and a.number // 100 == b.number // 100
