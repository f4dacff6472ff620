"""How surely two figures answer one question, by what is counted or measured.

In: two profiles. Out: a score between 0 and 1; ``barred`` names what no likeness can bridge. What must agree depends
on the measure: tolls match on what befell people and where, money on what was paid for, percentages on what they are a
share of, distances on the place that they start from, ages on the person.
"""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.align.events import EventIndex
from crosscheck.align.figures.nearness import converted, digits, nouns_alike, point, population, subject_class, within
from crosscheck.align.figures.profile import Profile
from crosscheck.credit import same_source
from crosscheck.data.attributes import ALIKE, FORETOLD, OWNED, SINGLE, WIDE
from crosscheck.data.themes import GENERIC, OUTCOMES, PEOPLE, THEMES, WEAK
from crosscheck.likeness import likeness, overlap
from crosscheck.settings import FigureSettings

_CHANGES = frozenset({"rise", "fall"})
_RATED = frozenset(
    {"savings", "pay", "price per share", "compensation", "rainfall"}
)  # told by the year or not, by the share or not
_BY_NOUN = frozenset({"dead", "injured", "missing", "arrested", "rescued"})  # tolls have rules of their own
_FORECAST = frozenset({"expect", "forecast", "predict", "project", "will", "could", "may", "might", "plan", "hope"})
_PLAIN = frozenset({"", "be", "have", "do", "say", "make", "take", "get", "go", "come", "include", "give", "tell"})


class Scorer:
    """Scores pairs of profiles; ``same_person`` says whether two names of two articles are one person."""

    def __init__(
        self,
        events: EventIndex,
        settings: FigureSettings,
        *,
        same_person: Callable[[Profile, Profile], bool | None],
        strange: Callable[[frozenset[str], str], bool],
        alone: frozenset[str] = frozenset(),
    ) -> None:
        self._events = events
        self._strange = strange
        self._settings = settings
        self._same_person = same_person
        self._alone = alone

    def score(self, a: Profile, b: Profile) -> float:
        """0 where two figures cannot be about the same thing."""
        if a.measure != b.measure or (a.unit != b.unit and a.measure != "money"):
            return 0.0
        copy = likeness(a.setting, b.setting)
        if self.barred(a, b, copy):
            return 0.0
        by_measure = {
            "count": self._count, "money": self._money, "percent": self._percent, "age": self._age,
            "magnitude": self._magnitude, "distance": self._distance, "calibre": self._calibre,
            "rank": self._rank,
        }  # fmt: skip
        found = max(by_measure.get(a.measure, self._other)(a, b), self._asked(a, b))
        if copy >= self._settings.copied and nouns_alike(a, b):
            found = max(found, 0.5 + 0.5 * copy)
        return min(1.0, found)

    def barred(self, a: Profile, b: Profile, copy: float) -> bool:
        """True where event, persons, place or order of two figures exclude each other."""
        if a.negated != b.negated or a.part != b.part or self._asked_apart(a, b, copy):
            return True
        if a.supposed != b.supposed and not (a.modal and b.modal):
            return True
        if a.further != b.further and copy <= self._settings.same_sentence or self._measured_apart(a, b):
            return True
        if a.change and b.change and a.change != b.change or a.theme != b.theme and {a.theme, b.theme} <= OUTCOMES:
            return True
        if self.side_by_side(a, b) or a.measure == "age" and self._same_person(a, b) is False:
            return True
        single = a.asked.name == b.asked.name and a.asked.name in SINGLE
        if a.measure == "percent" and a.focus and b.focus and not a.focus & b.focus and not single:
            return True
        if a.ordinal != b.ordinal and (a.ordinal and b.ordinal or "aftershock" in (a.ordinal, b.ordinal)):
            return True
        if copy > self._settings.same_sentence:
            return a.measure != "age" and self.long_apart(a, b)
        return self._elsewhere(a, b, copy)

    def _asked_apart(self, a: Profile, b: Profile, copy: float) -> bool:
        """True where the words beside two figures ask two questions: a price, or a price per share."""
        one, two = a.asked, b.asked
        named = one.known and two.known
        if a.rate != b.rate and not (named and one.name == two.name and one.name in _RATED):
            return True
        if one.debt and two.debt and one.debt != two.debt or one.stretch and two.stretch and one.stretch != two.stretch:
            return True
        if one.name == two.name == "compensation" and one.payer and two.payer and one.payer != two.payer:
            return True
        if a.measure == "speed" and "speed limit" in (one.name, two.name) and one.name != two.name:
            return True
        apart = named and one.name != two.name and {one.name, two.name} not in ALIKE
        return apart and copy <= self._settings.same_sentence

    def _asked(self, a: Profile, b: Profile) -> float:
        """How surely two figures answer one named question; alone of their question in each article they surely do."""
        one, two = a.asked, b.asked
        names = {one.name, two.name}
        if not one.name or not two.name or len(names) > 1 and names not in ALIKE or names & _BY_NOUN:
            return 0.0
        counted = a.measure == "count" and a.head == b.head != ""
        found = 0.45 if one.known and two.known and (counted or not names & WIDE) else 0.35
        both_alone = self._both_alone(a, b, 0.2)
        found += both_alone or -0.05
        found += 0.1 if a.lede and b.lede else 0.0
        found += 0.1 if a.theme and a.theme == b.theme and not one.known else 0.0
        found += 0.3 * overlap(a.setting, b.setting)
        if one.name in FORETOLD and (a.modal in _FORECAST) != (b.modal in _FORECAST):
            found -= 0.3
        if (
            a.measure == "count"
            and a.head != b.head
            and (one.name != "participants" or "person" not in (a.head, b.head))
            and one.name not in SINGLE
        ):
            found -= 0.3
        if a.measure == "count" and a.quals and b.quals:
            found += 0.05 if a.quals & b.quals else -0.25
        whose, other = a.focus | a.subject, b.focus | b.subject
        if whose and other and one.name not in SINGLE:
            found += 0.1 if whose & other else -0.05 if both_alone else -0.2
        elif names & OWNED:
            found -= 0.15
        return found

    def _both_alone(self, a: Profile, b: Profile, bonus: float) -> float:
        """``bonus`` where each is the only figure of its question in its article."""
        return bonus if a.fact.id in self._alone and b.fact.id in self._alone else 0.0

    def long_apart(self, a: Profile, b: Profile) -> bool:
        """True for two events of two dates or hours, which no likeness of their sentences makes one."""
        one, two = a.asked, b.asked
        if one.debt and two.debt and one.debt != two.debt or one.stretch and two.stretch and one.stretch != two.stretch:
            return True
        if a.measure == "age" or self._events.compatible(a.anchor, b.anchor) != "different":
            return False
        dated = a.anchor.explicit and b.anchor.explicit or a.anchor.background != b.anchor.background
        hours = a.anchor.clock is not None and b.anchor.clock is not None
        return hours or dated and a.anchor.period != b.anchor.period

    def side_by_side(self, a: Profile, b: Profile) -> bool:
        """True for two figures of one sentence, which tell two things; two agencies may tell one magnitude."""
        if a.article != b.article or a.fact.mention.sentence != b.fact.mention.sentence:
            return False
        return not converted(a, b) and same_source(a.source, b.source) is not False

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
            return population(a.population, b.population) == 0.0
        return bool(a.population) != bool(b.population)

    def _elsewhere(self, a: Profile, b: Profile, copy: float) -> bool:
        """True where two figures are told of two events, places or parties."""
        if a.measure == "money" and a.subject and b.subject and not a.subject & b.subject:
            return True
        if a.measure == "age" or a.measure == "money" and digits(a) == digits(b) and a.anchor.names & b.anchor.names:
            return False  # who and how much are told alike of any day
        agreement = self._events.compatible(a.anchor, b.anchor)
        if agreement == "different":
            return True
        near = copy >= self._settings.copied - 0.1
        old = a.anchor.background or b.anchor.background or a.anchor.vague or b.anchor.vague
        if agreement == "unknown" and old and not near and not a.names & b.names:
            return True
        if a.measure != "count":
            return False
        if a.scope_noun and b.scope_noun and a.scope_noun != b.scope_noun and a.theme in OUTCOMES:
            return True
        if a.scope_noun != b.scope_noun and a.theme in OUTCOMES - {"displacement", "layoff"}:
            return True
        if a.scope and b.scope:
            return not (a.scope & b.scope or a.scope & b.names or b.scope & a.names)
        if a.theme not in OUTCOMES and self._both_alone(a, b, 1.0):
            return False
        return (
            (self._strange(a.scope, b.article) or self._strange(b.scope, a.article))
            and not near
            and not (a.lede and b.lede)
        )

    # --- by measure --------------------------------------------------------------------------------------------------

    def _count(self, a: Profile, b: Profile) -> float:
        if a.population or b.population:
            return population(a.population, b.population)
        if a.theme in OUTCOMES and a.theme == b.theme:
            people = all(p.noun in PEOPLE or not p.noun or p.noun == a.noun for p in (a, b))
            if people or a.lede and b.lede and a.noun in PEOPLE and b.noun in PEOPLE:
                return self._toll(a, b)
        if a.head != b.head or not a.head:
            return 0.0
        found = 0.3 if a.head in WEAK else 0.5
        if (a.theme in OUTCOMES) != (b.theme in OUTCOMES):
            found -= 0.25
        elif a.theme or b.theme:
            told = a.theme != THEMES.get(a.noun) and b.theme != THEMES.get(b.noun)  # by more than the noun itself
            found += (0.25 if told else 0.1) if a.theme == b.theme else -0.2 if a.theme and b.theme else -0.05
        elif a.verb == b.verb and a.verb not in _PLAIN:
            found += 0.15
        if a.quals and b.quals:
            found += 0.1 if a.quals & b.quals else -0.2
        if a.focus and a.focus & b.focus:
            found += 0.2
        owned = a.asked.name in OWNED and not (a.focus | a.subject) & (b.focus | b.subject)
        if a.head not in WEAK and min(point(a) or 0.0, point(b) or 0.0) >= self._settings.alone_from:
            found += -0.15 if owned else self._both_alone(a, b, self._settings.alone)
        if (a.modal in _FORECAST) != (b.modal in _FORECAST):
            found -= 0.1
        return found + self._place(a, b) + 0.5 * overlap(a.setting, b.setting) + (0.1 if a.lede and b.lede else 0.0)

    def _toll(self, a: Profile, b: Profile) -> float:
        """Killed, injured, arrested ...: people however they are called, unless one figure counts a kind of them."""
        found = 0.75
        first, second = a.noun or "person", b.noun or "person"
        if first != second and not (first in GENERIC and second in GENERIC) and a.head != b.head:
            found = 0.62 if a.lede and b.lede else 0.45
        if a.anchor.background and not (a.anchor.period and b.anchor.period):
            found -= 0.1
        if a.grave != b.grave:
            found -= 0.3
        if a.theme == "arrest" and a.anchor.explicit != b.anchor.explicit and not (a.lede and b.lede):
            found -= 0.2  # the arrests of one night beside those of all nights
        return found + self._place(a, b) + 0.3 * overlap(a.setting, b.setting)

    def _place(self, a: Profile, b: Profile) -> float:
        """A figure of one district beside one of the whole: less likely the same."""
        if bool(a.scope) != bool(b.scope):
            return -0.05 if a.lede and b.lede else -0.15
        return 0.05 if a.scope else 0.0

    def _money(self, a: Profile, b: Profile) -> float:
        found = 0.2 + 0.6 * overlap(a.setting, b.setting)
        found += 0.2 if a.theme and a.theme == b.theme else 0.0
        found += 0.15 if a.head and a.head == b.head else 0.0
        found += 0.1 if a.names & b.names else 0.0
        found += 0.15 if a.lede and b.lede else 0.0
        found += 0.2 if digits(a) == digits(b) else 0.0
        return found

    def _percent(self, a: Profile, b: Profile) -> float:
        if (a.theme in _CHANGES) != (b.theme in _CHANGES):
            return 0.0  # a rise of 16 percent is no share
        found = 0.15 + 0.6 * overlap(a.setting, b.setting)
        of, other = a.fact.mention.attrs.get("of", ""), b.fact.mention.attrs.get("of", "")
        found += 0.25 if of and of == other else 0.0
        found += 0.2 if a.theme and a.theme == b.theme else 0.0
        whose = bool(a.focus & b.focus)
        found += 0.35 if whose else 0.0
        found += 0.1 if a.lede and b.lede else 0.0
        if overlap(a.setting, b.setting) >= self._settings.same_bearer:
            found += self._both_alone(a, b, 0.2)
        if of and other and of != other:
            same_noun = of.split()[-1] == other.split()[-1]  # "traffic" and "voice traffic" are two wholes
            found -= 0.3 if same_noun else 0.0 if whose else 0.2
        return found

    def _age(self, a: Profile, b: Profile) -> float:
        same = self._same_person(a, b)
        if same is not None:
            return (0.75 if a.guessed or b.guessed else 0.95) if same else 0.0
        one, two = a.described, b.described
        if one.sex and two.sex and one.sex != two.sex or one.part and two.part and one.part != two.part:
            return 0.0
        alike = overlap(a.setting, b.setting)
        if one.told and two.told and one.part == two.part == "suspect" and self._both_alone(a, b, 1.0):
            return 0.62 + 0.3 * alike  # the gunman of the one is the attacker of the other
        if alike < self._settings.same_bearer / (2 if one.part and one.part == two.part else 1):
            return 0.0
        found = 0.3 + 0.8 * alike + (0.1 if a.lede and b.lede else 0.0)
        found += 0.15 if one.noun and one.noun == two.noun else 0.0
        return found + (0.15 if one.part and one.part == two.part else 0.0)

    def _magnitude(self, a: Profile, b: Profile) -> float:
        if a.anchor.background or b.anchor.background:
            close = abs((point(a) or 0.0) - (point(b) or 0.0)) <= self._settings.magnitude_spread / 2
            named = 0.35 + 0.15 * len(a.names & b.names) + (0.15 if close else 0.0)
            return 0.75 if self._events.compatible(a.anchor, b.anchor) == "same" else min(0.75, named)
        credit = same_source(a.source, b.source)
        agency = 0.15 if credit else -0.05 if credit is False else 0.0
        return 0.7 + 0.2 * overlap(a.setting, b.setting) + agency

    def _distance(self, a: Profile, b: Profile) -> float:
        if a.reference and b.reference:
            far = not within(a, b, self._settings.distance_factor)
            alike = overlap(a.setting, b.setting)
            subject = subject_class(a) == subject_class(b) != ""
            if not a.reference & b.reference or far and not subject and alike < self._settings.same_subject:
                return 0.0
            return 0.7 + 0.3 * alike
        return self._other(a, b)

    def _rank(self, a: Profile, b: Profile) -> float:
        found = 0.1 + 0.7 * overlap(a.setting, b.setting) + (0.25 if a.head and a.head == b.head else 0.0)
        return found + (0.25 if subject_class(a) and subject_class(a) == subject_class(b) else 0.0)

    def _calibre(self, a: Profile, b: Profile) -> float:
        return 0.7

    def _other(self, a: Profile, b: Profile) -> float:
        found = 0.2 + 0.7 * overlap(a.setting, b.setting)
        found += 0.35 if a.head and a.head == b.head else 0.0
        if a.theme and a.theme == b.theme or a.verb == b.verb and a.verb not in _PLAIN:
            found += 0.3
        found += 0.1 if a.names & b.names else 0.0
        subject = a.fact.mention.attrs.get("subject", ""), b.fact.mention.attrs.get("subject", "")
        found += 0.15 if subject[0] and subject[0] == subject[1] else 0.0
        return found
