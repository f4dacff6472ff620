"""What a figure is about, in a plain phrase that an editor reads: "people killed", "magnitude of the quake"."""

from __future__ import annotations

from crosscheck.model import Mention, Quantity

_EVENTS = {"death": "killed", "injury": "injured", "missing": "missing", "arrest": "arrested",
           "displacement": "displaced", "damage": "damaged", "rescue": "rescued"}  # fmt: skip
_PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet"}
_MEASURES = {"money": "amount", "percent": "share", "distance": "distance", "speed": "speed",
             "duration": "length of time", "calibre": "calibre", "ratio": "multiple", "mass": "weight",
             "area": "area", "temperature": "temperature", "volume": "volume"}  # fmt: skip


def subject_of(mention: Mention, quantity: Quantity) -> str:
    """A plain phrase for what is counted or measured."""
    attrs = mention.attrs
    counted, of = attrs.get("counted", ""), attrs.get("of", "")
    match quantity.measure:
        case "age":
            who = attrs.get("age_of") or attrs.get("age_of_desc") or counted
            return f"age of {who}" if who else "age"
        case "magnitude":
            return f"magnitude of the {attrs.get('thing') or 'quake'}"
        case "rank":
            return f"rank of {attrs.get('thing') or counted}".removesuffix("of ").strip()
        case "count":
            return _count(attrs, counted)
    name = counted or _MEASURES.get(quantity.measure, quantity.measure)
    if attrs.get("reference"):
        return " ".join(x for x in (name, attrs.get("direction"), "from" if not attrs.get("direction") else "of",
                                    attrs["reference"]) if x)  # fmt: skip
    if of:
        return f"{name} of {of}"
    if attrs.get("verb") and not counted:
        return " ".join(x for x in (name, attrs.get("subject"), attrs["verb"]) if x)
    return name


def _count(attrs: dict[str, str], counted: str) -> str:
    about = attrs.get("about", "")
    if attrs.get("role") == "population":
        return f"population of {about}" if about else "population"
    noun = " ".join(x for x in (attrs.get("qualifiers", ""), plural(counted)) if x) or "number"
    event = _EVENTS.get(attrs.get("event", ""))
    if event:
        return f"{noun} {event}"
    if attrs.get("verb") and attrs["verb"] not in ("be", "have", "do", "say"):
        return f"{noun} ({attrs['verb']})"
    return noun


def plural(noun: str) -> str:
    """Plural of an English noun's lemma, for display."""
    if not noun or noun in _PLURALS:
        return _PLURALS.get(noun, noun)
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
