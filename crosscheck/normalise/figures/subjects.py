"""What a figure is about, in a plain phrase that an editor reads: "people killed", "magnitude of the quake"."""

from __future__ import annotations

from crosscheck.model import Mention, Quantity

_EVENTS = {"death": "killed", "injury": "injured", "missing": "missing", "arrest": "arrested",
           "displacement": "displaced", "damage": "damaged", "rescue": "rescued"}  # fmt: skip
_PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet"}
_MEASURES = {"money": "amount", "percent": "share", "distance": "distance", "speed": "speed",
             "duration": "length of time", "calibre": "calibre", "ratio": "multiple", "mass": "weight",
             "area": "area", "temperature": "temperature", "volume": "volume"}  # fmt: skip

_DIMENSIONS = frozenset({"depth", "height", "speed", "width", "length", "distance", "altitude", "price", "cost", "fine",
                         "profit", "revenue", "loss", "sale", "value", "budget", "deficit", "debt", "salary", "weight",
                         "size", "area", "temperature", "rate", "average", "income", "turnover", "bail", "damage",
                         "reward", "ransom", "radius", "range", "stake", "share", "increase", "rise",
                         "fall"})  # fmt: skip
_WEAK = frozenset({"be", "have", "do", "say", "go", "get", "make", "become"})


def subject_of(mention: Mention, quantity: Quantity) -> str:
    """A plain phrase for what is counted or measured."""
    attrs = mention.attrs
    counted, of = attrs.get("counted", ""), attrs.get("of", "")
    match quantity.measure:
        case "age":
            who = attrs.get("age_of") or attrs.get("age_of_desc") or counted
            return f"age of {who}" if who else "age"
        case "magnitude":
            thing = attrs.get("thing", "")
            return f"magnitude of the {thing if thing in ('aftershock', 'foreshock') else 'quake'}"
        case "calibre":
            return f"calibre of the {attrs.get('caliber_of') or 'gun'}"
        case "rank":
            return f"rank of {attrs.get('thing') or counted}".removesuffix("of ").strip()
        case "count":
            return _count(attrs, counted)
    measured = _MEASURES.get(quantity.measure, quantity.measure)
    name = counted if counted in _DIMENSIONS else measured
    of = of or ("" if counted in _DIMENSIONS else counted)
    if attrs.get("reference"):
        return " ".join(x for x in (name, attrs.get("direction"), "from" if not attrs.get("direction") else "of",
                                    attrs["reference"]) if x)  # fmt: skip
    if of:
        return f"{name} of {of}"
    verb = attrs.get("verb", "")
    return f"{name} ({verb})" if verb and verb not in _WEAK else name


def _count(attrs: dict[str, str], counted: str) -> str:
    about = attrs.get("about", "")
    if attrs.get("role") == "population":
        return f"population of {about}" if about else "population"
    noun = " ".join(x for x in (attrs.get("qualifiers", ""), plural(counted)) if x) or "number"
    event = _EVENTS.get(attrs.get("event", ""))
    if event:
        return f"{noun} {event}"
    if attrs.get("verb") and attrs["verb"] not in _WEAK:
        return f"{noun} ({attrs['verb']})"
    return noun


def plural(noun: str) -> str:
    """Plural of an English noun's lemma, for display."""
    if not noun or noun in _PLURALS:
        return _PLURALS.get(noun, noun)
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
