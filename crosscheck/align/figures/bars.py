"""What no likeness of their sentences can bridge between two figures.

In: two profiles. Out: truth values: another question, event, place or person, or another way of telling (a part, a
forecast, a change) bars a pair; a near copy of one sentence is forgiven place and time.
"""

from __future__ import annotations

from crosscheck.align.figures.context import Context
from crosscheck.align.figures.nearness import converted, digits, point, population
from crosscheck.align.figures.profile import Profile
from crosscheck.credit import same_source
from crosscheck.data.attributes import ALIKE, SINGLE
from crosscheck.data.themes import OUTCOMES

_MOVED = frozenset({"displacement", "layoff"})  # outcomes that are told by the place even of a whole event
# told by the year or not, by the share or not
_RATED = frozenset({"savings", "pay", "price per share", "compensation", "rainfall"})


class Bars:
    """Asks pairs of profiles; all answers are symmetric."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._settings = context.settings

    def barred(self, a: Profile, b: Profile, copy: float) -> bool:
        """True where event, persons, place or order of two figures exclude each other; ``copy`` is their likeness."""
        if _told_apart(a, b) or self._asked_apart(a, b, copy) or self._measured_apart(a, b):
            return True
        if a.further != b.further and copy <= self._settings.same_sentence:
            return True
        if side_by_side(a, b) or a.measure == "age" and self._context.same_person(a, b) is False:
            return True
        if copy > self._settings.same_sentence:
            return a.measure != "age" and self.long_apart(a, b)
        return self._elsewhere(a, b, copy)

    def long_apart(self, a: Profile, b: Profile) -> bool:
        """True for two events of two dates or hours, which no likeness of their sentences makes one."""
        if _terms_apart(a, b):
            return True
        if a.measure == "age" or self._context.events.compatible(a.anchor, b.anchor) != "different":
            return False
        dated = a.anchor.explicit and b.anchor.explicit or a.anchor.background != b.anchor.background
        hours = a.anchor.clock is not None and b.anchor.clock is not None
        return hours or dated and a.anchor.period != b.anchor.period

    def _asked_apart(self, a: Profile, b: Profile, copy: float) -> bool:
        """True where the words beside two figures ask two questions: a price, or a price per share."""
        one, two = a.asked, b.asked
        named = one.known and two.known
        if a.rate != b.rate and not (named and one.name == two.name and one.name in _RATED):
            return True
        if _terms_apart(a, b):
            return True
        if one.name == two.name == "compensation" and one.payer and two.payer and one.payer != two.payer:
            return True
        if a.measure == "speed" and "speed limit" in (one.name, two.name) and one.name != two.name:
            return True
        apart = named and one.name != two.name and {one.name, two.name} not in ALIKE
        return apart and copy <= self._settings.same_sentence

    def _measured_apart(self, a: Profile, b: Profile) -> bool:
        """Measures of two things by their own account: another quake, place of reference or population."""
        if a.measure == "magnitude":
            one, two = point(a), point(b)
            return one is None or two is None or abs(one - two) > self._settings.magnitude_spread
        if a.measure == "distance":
            if a.asked.known and a.asked.name == b.asked.name:
                return False
            if a.head != b.head or bool(a.reference) != bool(b.reference):
                return True
            return bool(a.reference and b.reference) and not a.reference & b.reference
        if a.population and b.population:
            return not population(a.population, b.population)
        return bool(a.population) != bool(b.population)

    def _elsewhere(self, a: Profile, b: Profile, copy: float) -> bool:
        """True where two figures are told of two events, places or parties."""
        if a.measure == "money" and a.subject and b.subject and not a.subject & b.subject:
            return True
        if a.measure == "age" or a.measure == "money" and digits(a) == digits(b) and a.anchor.names & b.anchor.names:
            return False  # who and how much are told alike of any day
        agreement = self._context.events.compatible(a.anchor, b.anchor)
        if agreement == "different":
            return True
        near = copy >= self._settings.copied - self._settings.copied_slack
        old = a.anchor.background or b.anchor.background or a.anchor.vague or b.anchor.vague
        if agreement == "unknown" and old and not near and not a.names & b.names:
            return True
        return a.measure == "count" and self._counted_elsewhere(a, b, near)

    def _counted_elsewhere(self, a: Profile, b: Profile, near: bool) -> bool:
        """True for two counts of two places, one of which the other's article need not even know."""
        if a.scope_noun and b.scope_noun and a.scope_noun != b.scope_noun and a.theme in OUTCOMES:
            return True
        if a.scope_noun != b.scope_noun and a.theme in OUTCOMES - _MOVED:
            return True
        if a.scope and b.scope:
            return not (a.scope & b.scope or a.scope & b.names or b.scope & a.names)
        if a.theme not in OUTCOMES and self._context.both_alone(a, b):
            return False
        strange = self._context.strange(a.scope, b.article) or self._context.strange(b.scope, a.article)
        return strange and not near and not (a.lede and b.lede)


def side_by_side(a: Profile, b: Profile) -> bool:
    """True for two figures of one sentence, which tell two things; two agencies may tell one magnitude."""
    if a.article != b.article or a.fact.mention.sentence != b.fact.mention.sentence:
        return False
    return not converted(a, b) and same_source(a.source, b.source) is not False


def _told_apart(a: Profile, b: Profile) -> bool:
    """True where one is told as what the other is not: denied, a part, supposed, a rise, another of several."""
    if a.negated != b.negated or a.part != b.part:
        return True
    if a.supposed != b.supposed and not (a.modal and b.modal):
        return True
    if a.change and b.change and a.change != b.change or a.theme != b.theme and {a.theme, b.theme} <= OUTCOMES:
        return True
    single = a.asked.name == b.asked.name and a.asked.name in SINGLE
    if a.measure == "percent" and a.focus and b.focus and not a.focus & b.focus and not single:
        return True
    return a.ordinal != b.ordinal and bool(a.ordinal and b.ordinal or "aftershock" in (a.ordinal, b.ordinal))


def _terms_apart(a: Profile, b: Profile) -> bool:
    """True for a price with debt beside one without, and for counts of two stretches of time."""
    one, two = a.asked, b.asked
    return bool(
        one.debt and two.debt and one.debt != two.debt or one.stretch and two.stretch and one.stretch != two.stretch
    )
