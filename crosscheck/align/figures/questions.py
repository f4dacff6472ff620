"""How surely two figures answer one named question: turnout, price per share, majority.

In: two profiles. Out: a score between 0 and 1; 0 where no question is named, or two.
"""

from __future__ import annotations

from crosscheck.align.figures.context import Context
from crosscheck.align.figures.nearness import one_foretold
from crosscheck.align.figures.profile import Profile
from crosscheck.data.attributes import ALIKE, FORETOLD, OWNED, SINGLE, WIDE
from crosscheck.likeness import overlap
from crosscheck.settings.figurescores import QuestionScores

_BY_NOUN = frozenset({"dead", "injured", "missing", "arrested", "rescued"})  # tolls have rules of their own


def question(a: Profile, b: Profile, context: Context) -> float:
    """Score of two answers to one question; alone of their question in each article they surely are."""
    one, two, scores = a.asked, b.asked, context.scores.question
    names = {one.name, two.name}
    if not one.name or not two.name or len(names) > 1 and names not in ALIKE or names & _BY_NOUN:
        return 0.0
    both_alone = context.both_alone(a, b)
    counted = a.measure == "count" and a.head == b.head != ""
    found = scores.known if one.known and two.known and (counted or not names & WIDE) else scores.wide
    found += scores.only if both_alone else scores.several
    found += scores.lede if a.lede and b.lede else 0.0
    found += scores.theme if a.theme and a.theme == b.theme and not one.known else 0.0
    found += scores.likeness * overlap(a.setting, b.setting)
    if one.name in FORETOLD and one_foretold(a, b):
        found += scores.foretold
    if a.measure == "count":
        found += scores.other_noun if _two_nouns(a, b) else 0.0
        if a.quals and b.quals:
            found += scores.kind if a.quals & b.quals else scores.other_kind
    return found + _bearers(a, b, both_alone, scores)


def _two_nouns(a: Profile, b: Profile) -> bool:
    """True where two things are counted; of participants and of what there is one of any noun may be used."""
    name = a.asked.name
    return a.head != b.head and (name != "participants" or "person" not in (a.head, b.head)) and name not in SINGLE


def _bearers(a: Profile, b: Profile, both_alone: bool, scores: QuestionScores) -> float:
    """What it counts for that two figures are said of one name, of two, or of none."""
    whose, other = a.focus | a.subject, b.focus | b.subject
    if whose and other and a.asked.name not in SINGLE:
        apart = scores.other_bearer_only if both_alone else scores.other_bearer
        return scores.bearer if whose & other else apart
    return scores.bearer_unknown if {a.asked.name, b.asked.name} & OWNED else 0.0
