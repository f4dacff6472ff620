"""How surely two measured figures are of one thing: amounts, shares, ages, magnitudes, distances, ranks.

In: two profiles of one measure. Out: a score, 0 where they are of two things; it may exceed 1. Amounts match on what
was paid for, shares on what they are a share of, distances on the place that they start from, ages on the person.
"""

from __future__ import annotations

from crosscheck.align.figures.context import Context
from crosscheck.align.figures.nearness import digits, plain_verb, point, subject_class, within
from crosscheck.align.figures.profile import Profile
from crosscheck.credit import same_source
from crosscheck.likeness import overlap

_CHANGES = frozenset({"rise", "fall"})


def money(a: Profile, b: Profile, context: Context) -> float:
    """Score of two amounts."""
    scores = context.scores.money
    found = scores.base + scores.likeness * overlap(a.setting, b.setting)
    found += scores.theme if a.theme and a.theme == b.theme else 0.0
    found += scores.noun if a.head and a.head == b.head else 0.0
    found += scores.names if a.names & b.names else 0.0
    found += scores.lede if a.lede and b.lede else 0.0
    found += scores.digits if digits(a) == digits(b) else 0.0
    return found


def percent(a: Profile, b: Profile, context: Context) -> float:
    """Score of two shares; a rise of 16 percent is no share."""
    if (a.theme in _CHANGES) != (b.theme in _CHANGES):
        return 0.0
    scores, alike = context.scores.percent, overlap(a.setting, b.setting)
    found = scores.base + scores.likeness * alike
    of, other = a.fact.mention.attrs.get("of", ""), b.fact.mention.attrs.get("of", "")
    found += scores.whole if of and of == other else 0.0
    found += scores.theme if a.theme and a.theme == b.theme else 0.0
    whose = bool(a.focus & b.focus)
    found += scores.focus if whose else 0.0
    found += scores.lede if a.lede and b.lede else 0.0
    if alike >= context.settings.same_bearer and context.both_alone(a, b):
        found += scores.only
    if of and other and of != other:
        same_noun = of.split()[-1] == other.split()[-1]
        found += scores.part_of_whole if same_noun else 0.0 if whose else scores.other_whole
    return found


def age(a: Profile, b: Profile, context: Context) -> float:
    """Score of two ages: by the person's name, else by what the sentences say of somebody without a name."""
    scores = context.scores.age
    same = context.same_person(a, b)
    if same is not None:
        return (scores.guessed if a.guessed or b.guessed else scores.named) if same else 0.0
    one, two = a.described, b.described
    if one.sex and two.sex and one.sex != two.sex or one.part and two.part and one.part != two.part:
        return 0.0
    alike = overlap(a.setting, b.setting)
    if one.told and two.told and one.part == two.part == "suspect" and context.both_alone(a, b):
        return scores.suspects + scores.suspects_likeness * alike
    one_part = bool(one.part) and one.part == two.part
    if alike < context.settings.same_bearer / (2 if one_part else 1):
        return 0.0
    found = scores.base + scores.likeness * alike + (scores.lede if a.lede and b.lede else 0.0)
    found += scores.noun if one.noun and one.noun == two.noun else 0.0
    return found + (scores.part if one_part else 0.0)


def magnitude(a: Profile, b: Profile, context: Context) -> float:
    """Score of two magnitudes."""
    scores = context.scores.magnitude
    if a.anchor.background or b.anchor.background:
        close = abs((point(a) or 0.0) - (point(b) or 0.0)) <= context.settings.magnitude_spread / 2
        named = scores.older_base + scores.older_name * len(a.names & b.names) + (scores.older_close if close else 0.0)
        dated = context.events.compatible(a.anchor, b.anchor) == "same"
        return scores.older if dated else min(scores.older, named)
    credit = same_source(a.source, b.source)
    agency = scores.agency if credit else scores.other_agency if credit is False else 0.0
    return scores.base + scores.likeness * overlap(a.setting, b.setting) + agency


def distance(a: Profile, b: Profile, context: Context) -> float:
    """Score of two distances from one place."""
    if not (a.reference and b.reference):
        return other(a, b, context)
    settings, scores = context.settings, context.scores.measure
    far = not within(a, b, settings.distance_factor)
    alike = overlap(a.setting, b.setting)
    subject = subject_class(a) == subject_class(b) != ""
    if not a.reference & b.reference or far and not subject and alike < settings.same_subject:
        return 0.0
    return scores.distance + scores.distance_likeness * alike


def rank(a: Profile, b: Profile, context: Context) -> float:
    """Score of two ranks."""
    scores = context.scores.measure
    noun = scores.rank_noun if a.head and a.head == b.head else 0.0
    found = scores.rank + scores.rank_likeness * overlap(a.setting, b.setting) + noun
    return found + (scores.rank_subject if subject_class(a) and subject_class(a) == subject_class(b) else 0.0)


def calibre(a: Profile, b: Profile, context: Context) -> float:
    """Score of two calibres."""
    return context.scores.measure.calibre


def other(a: Profile, b: Profile, context: Context) -> float:
    """Score of two figures of a measure without rules of its own."""
    scores = context.scores.measure
    found = scores.base + scores.likeness * overlap(a.setting, b.setting)
    found += scores.noun if a.head and a.head == b.head else 0.0
    if a.theme and a.theme == b.theme or a.verb == b.verb and not plain_verb(a.verb):
        found += scores.theme
    found += scores.names if a.names & b.names else 0.0
    subject = a.fact.mention.attrs.get("subject", ""), b.fact.mention.attrs.get("subject", "")
    found += scores.subject if subject[0] and subject[0] == subject[1] else 0.0
    return found
