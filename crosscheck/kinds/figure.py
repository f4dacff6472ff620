"""Figures: tolls, counts, ages, amounts, measures; which of them a number may be held against."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from rapidfuzz.distance import JaroWinkler

from crosscheck.data.given import nicknames
from crosscheck.data.themes import NOUNS
from crosscheck.kinds import Relation, Signs, intervals
from crosscheck.linking.words import alike
from crosscheck.model import Fact, Quantity
from crosscheck.settings import Settings

_FATES = frozenset({"death", "injury", "arrest", "missing", "displacement", "rescue", "damage", "shooting"})
_ANY_FATE = frozenset({"", "shooting"})  # whoever was shot may be dead or hurt
_PLAIN = frozenset({"age", "money", "percent"})  # measures that are questions of their own
_HOLDS = frozenset({"rounding", "bounded", "bounds"})


class Figures:
    """Facts of kind figure. What befell people is a question of its own, whatever the people are called."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings.figures
        self._aspects: dict[str, str] = {}

    def aspect(self, fact: Fact) -> str:
        """toll, count, age, money, percent or measure; empty for ranks and what has no number; kept."""
        known = self._aspects.get(fact.id)
        if known is None:
            known = self._aspects[fact.id] = self._asked(fact)
        return known

    def _asked(self, fact: Fact) -> str:
        value, attrs = fact.value, fact.mention.attrs
        if not isinstance(value, Quantity) or attrs.get("vague") or value.measure == "rank":
            return ""
        if value.low is None and value.high is None:
            return ""
        if value.measure == "count":
            return "toll" if attrs.get("event") in _FATES else "count"
        return value.measure if value.measure in _PLAIN else "measure"

    def comparable(self, a: Fact, b: Fact) -> bool:
        """One measure; of money one currency, of ages one person, and of people one fate: the dead are no wounded."""
        one, two = a.value, b.value
        if not isinstance(one, Quantity) or not isinstance(two, Quantity) or one.measure != two.measure:
            return False
        fates = {f.mention.attrs.get("event", "") for f in (a, b)} - _ANY_FATE
        if len(fates) > 1 or one.measure == "age" and self._two_people(a, b):
            return False
        return one.measure != "money" or one.currency == two.currency

    def _two_people(self, a: Fact, b: Fact) -> bool:
        """True for ages of two full names that differ in the given name or the family name by more than a slip."""
        names = [f.mention.attrs.get("age_of", "").casefold().split() for f in (a, b)]
        if min(map(len, names)) < 2:
            return False

        def alike(one: str, other: str) -> bool:
            return bool(JaroWinkler.similarity(one, other) >= self._settings.one_bearer)

        given, family = ([n[at] for n in names] for at in (0, -1))
        return not alike(*family) or not (alike(*given) or _short_form(*given))

    def held(self, fact: Fact) -> Hashable:
        """Measure, currency, fate, and whose age."""
        value, fate = fact.value, fact.mention.attrs.get("event", "")
        told = (value.measure, value.currency) if isinstance(value, Quantity) else None
        return told, "" if fate in _ANY_FATE else fate, fact.mention.attrs.get("age_of", "")

    def place(self, fact: Fact) -> str:
        """The first toll of a fate that an article tells is mostly that of the event."""
        return f"{self.aspect(fact)} {fact.mention.attrs.get('event', '')}"

    def keys(self, fact: Fact) -> Iterable[str]:
        """Whose age, which fate, what is counted, what is measured."""
        attrs, aspect = fact.mention.attrs, self.aspect(fact)
        if aspect == "age":
            bearer = attrs.get("age_of", "").casefold().split()
            yield f"age {bearer[-1]}" if bearer else f"age of {_last(attrs.get('age_of_desc', ''))}"
        elif aspect == "toll":
            yield f"fate {attrs['event']}"
        elif aspect == "count" and attrs.get("counted"):
            yield f"of {attrs['counted']}"
        elif attrs.get("attribute"):
            yield f"attribute {attrs['attribute']}"

    def signs(self, a: Fact, b: Fact) -> Signs:
        """Whether one fate, noun, attribute, unit and bearer are told, and whether one is told as a further number."""
        x, y = a.mention.attrs, b.mention.attrs
        further = [float(bool(t.get("further"))) for t in (x, y)]
        return {
            "one fate": _one(x.get("event", ""), y.get("event", "")),
            "counted alike": _alike(x.get("counted", ""), y.get("counted", "")),
            "one attribute": _equal(x.get("attribute", ""), y.get("attribute", "")),
            "further": sum(further),
            "one further": float(further[0] == further[1]),
            "qualifiers same": None if not (x.get("qualifiers") or y.get("qualifiers"))
            else float(x.get("qualifiers") == y.get("qualifiers")),
            "one unit": float(getattr(a.value, "unit", None) == getattr(b.value, "unit", None)),
            "one scope": _one(x.get("scope", ""), y.get("scope", "")),
            "one bearer": _equal(_last(x.get("age_of", "")), _last(y.get("age_of", ""))),
            "bearer alike": _alike(_noun(x.get("age_of_desc", "")), _noun(y.get("age_of_desc", ""))),
        }  # fmt: skip

    def relate(self, a: Fact, b: Fact) -> Relation:
        """By interval: hedges and rounding leave room, disjoint intervals differ."""
        kind = intervals.relate(a, b, self._settings).kind
        if kind in ("apart", "different"):
            return "different"
        return "same" if kind == "same" else "compatible" if kind in _HOLDS else "unknown"


def _short_form(one: str, other: str) -> bool:
    """Bill and William, J. and James."""
    initial = len(one.strip(".")) == 1 or len(other.strip(".")) == 1
    if initial and one[0] == other[0]:
        return True
    known = nicknames()
    return other in known.get(one, ()) or one in known.get(other, ())


def _last(phrase: str) -> str:
    return phrase.casefold().split()[-1] if phrase.strip() else ""


def _noun(phrase: str) -> str:
    last = _last(phrase)
    return NOUNS.get(last, last)


def _one(a: str, b: str) -> float | None:
    """1 where both tell the same, -1 two different, 0 where only one tells any; None where neither does."""
    if not a and not b:
        return None
    return 1.0 if a == b else -1.0 if a and b else 0.0


def _equal(a: str, b: str) -> float | None:
    return None if not a or not b else float(a == b)


def _alike(a: str, b: str) -> float | None:
    if not a or not b:
        return None
    return 1.0 if a == b else alike(a, b) or 0.0
