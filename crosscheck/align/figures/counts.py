"""How surely two counts are of one thing: tolls by what befell people, populations by place, the rest by their noun.

In: two profiles of measure count. Out: a score, 0 where two things are counted; it may exceed 1.
"""

from __future__ import annotations

from crosscheck.align.figures.context import Context
from crosscheck.align.figures.nearness import one_foretold, plain_verb, point, population
from crosscheck.align.figures.profile import Profile
from crosscheck.data.attributes import OWNED
from crosscheck.data.themes import GENERIC, OUTCOMES, PEOPLE, THEMES, WEAK
from crosscheck.likeness import overlap
from crosscheck.settings.figurescores import CountScores, FigureScores


def count(a: Profile, b: Profile, context: Context) -> float:
    """Score of two counts."""
    scores = context.scores.count
    if a.population or b.population:
        return {"named": scores.population, "kind": scores.population_of_kind}.get(
            population(a.population, b.population), 0.0
        )
    if a.theme in OUTCOMES and a.theme == b.theme and _of_people(a, b):
        return toll(a, b, context.scores)
    if a.head != b.head or not a.head:
        return 0.0
    found = scores.weak_noun if a.head in WEAK else scores.noun
    found += _happened(a, b, scores)
    if a.quals and b.quals:
        found += scores.kind if a.quals & b.quals else scores.other_kind
    if a.focus and a.focus & b.focus:
        found += scores.focus
    found += _owners(a, b, context)
    if one_foretold(a, b):
        found += scores.foretold
    found = found + _scope(a, b, context.scores) + scores.likeness * overlap(a.setting, b.setting)
    return found + (scores.lede if a.lede and b.lede else 0.0)


def toll(a: Profile, b: Profile, all_scores: FigureScores) -> float:
    """Killed, injured, arrested ...: people however they are called, unless one figure counts a kind of them."""
    scores = all_scores.toll
    found = scores.base
    first, second = a.noun or "person", b.noun or "person"
    if first != second and not (first in GENERIC and second in GENERIC) and a.head != b.head:
        found = scores.kinds_lede if a.lede and b.lede else scores.kinds
    if a.anchor.background and not (a.anchor.period and b.anchor.period):
        found += scores.undated
    if a.grave != b.grave:
        found += scores.other_grave
    if a.theme == "arrest" and a.anchor.explicit != b.anchor.explicit and not (a.lede and b.lede):
        found += scores.arrests_of
    return found + _scope(a, b, all_scores) + scores.likeness * overlap(a.setting, b.setting)


def _of_people(a: Profile, b: Profile) -> bool:
    """True where both count people, however they are called."""
    people = all(p.noun in PEOPLE or not p.noun or p.noun == a.noun for p in (a, b))
    return people or a.lede and b.lede and a.noun in PEOPLE and b.noun in PEOPLE


def _happened(a: Profile, b: Profile, scores: CountScores) -> float:
    """What it counts for that one thing or two befell what is counted."""
    if (a.theme in OUTCOMES) != (b.theme in OUTCOMES):
        return scores.one_outcome
    if a.theme or b.theme:
        if a.theme == b.theme:
            told = a.theme != THEMES.get(a.noun) and b.theme != THEMES.get(b.noun)  # by more than the noun itself
            return scores.theme if told else scores.noun_theme
        return scores.other_theme if a.theme and b.theme else scores.theme_unknown
    return scores.verb if a.verb == b.verb and not plain_verb(a.verb) else 0.0


def _owners(a: Profile, b: Profile, context: Context) -> float:
    """What it counts for that each is the only count of its noun in its article, or that two parties have theirs."""
    settings = context.settings
    if a.head in WEAK or min(point(a) or 0.0, point(b) or 0.0) < settings.alone_from:
        return 0.0
    if a.asked.name in OWNED and not (a.focus | a.subject) & (b.focus | b.subject):
        return context.scores.count.other_owner
    return settings.alone if context.both_alone(a, b) else 0.0


def _scope(a: Profile, b: Profile, all_scores: FigureScores) -> float:
    """A figure of one district beside one of the whole: less likely the same."""
    scores = all_scores.scope
    if bool(a.scope) != bool(b.scope):
        return scores.one_lede if a.lede and b.lede else scores.one
    return scores.both if a.scope else 0.0
