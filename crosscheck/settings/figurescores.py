"""What each sign counts for when two figures are weighed: do they answer one question?

Scores stand between 0 and 1 and are sums of these; ``FigureSettings.accept`` is what a pair must reach. All are set by
hand on the tuned clusters, in steps of a twentieth: a base for what the measure itself tells, and what must be added to
it to reach acceptance. A negative one speaks against. ``likeness`` is counted once for sentences of the same words, in
part for fewer. tests/align/test_figure_scores.py holds every one of them.
"""

from __future__ import annotations

import msgspec


class CopyScores(msgspec.Struct, frozen=True, kw_only=True):
    """Two sentences of which one copies the other."""

    # a copy by itself stands at half of certainty, and every word more in common brings it nearer
    base: float = 0.5
    likeness: float = 0.5


class QuestionScores(msgspec.Struct, frozen=True, kw_only=True):
    """Two figures that answer one named question: turnout, price per share, majority."""

    known: float = 0.45  # the question is named by a table, and narrow, or of one counted noun: one sign more is needed
    wide: float = 0.35  # "sales", "profit" and the like: a story tells several
    only: float = 0.2  # each is the only figure of its question in its article: nothing else can be meant
    several: float = -0.05  # one article tells two answers, so that either may be meant
    lede: float = 0.1  # both stand where the news itself is told
    theme: float = 0.1  # one thing happened, where the question was read from a noun only
    likeness: float = 0.3
    foretold: float = -0.3  # a forecast beside a result
    other_noun: float = -0.3  # two things are counted
    kind: float = 0.05  # "female voters" twice
    other_kind: float = -0.25  # "female voters" and "young voters"
    bearer: float = 0.1  # said of one name
    other_bearer: float = -0.2  # said of two names: two companies have two profits
    other_bearer_only: float = -0.05  # two names may still be one thing, where each article tells one figure
    bearer_unknown: float = -0.15  # a question that every party has an answer to, and no name beside it


class CountScores(msgspec.Struct, frozen=True, kw_only=True):
    """Two counts of one noun."""

    noun: float = 0.5  # one noun: anything that also happened to both brings acceptance
    weak_noun: float = 0.3  # people, times, things: counted in every story
    one_outcome: float = -0.25  # a toll beside a count of no fate
    theme: float = 0.25  # one thing befell them, by verb or phrase
    noun_theme: float = 0.1  # one thing, told by the noun alone ("arrests"), which says nothing new
    other_theme: float = -0.2  # two things befell them
    theme_unknown: float = -0.05  # only one sentence says what befell them
    verb: float = 0.15  # one verb that no class knows
    kind: float = 0.1  # "wooden houses" twice
    other_kind: float = -0.2  # "wooden houses" and "new houses"
    focus: float = 0.2  # of one named part: "in India"
    other_owner: float = -0.15  # what every party has (seats, staff), and no name in common
    foretold: float = -0.1  # a forecast beside a result; plans are often kept
    likeness: float = 0.5
    lede: float = 0.1
    population: float = 0.9  # how many live in one named place: there is one such number
    population_of_kind: float = 0.65  # "the island" beside the same, or beside the name of one


class TollScores(msgspec.Struct, frozen=True, kw_only=True):
    """Two counts of people whom one thing befell: killed, injured, arrested."""

    base: float = 0.75  # an event has one toll; only another day, place or kind of people speaks against
    kinds_lede: float = 0.62  # "three police" and "three men", where both articles tell the news: just enough
    kinds: float = 0.45  # the same further down: not without like sentences
    undated: float = -0.1  # of an older event without a date on either side
    other_grave: float = -0.3  # seriously injured are some of the injured
    arrests_of: float = -0.2  # the arrests of one night beside those of all nights
    likeness: float = 0.3


class ScopeScores(msgspec.Struct, frozen=True, kw_only=True):
    """Where two counts were taken."""

    both: float = 0.05  # each names a place, and bars keep two places apart
    one: float = -0.15  # one of a district, one perhaps of the whole
    one_lede: float = -0.05  # ledes name the place once and mean the whole event


class MoneyScores(msgspec.Struct, frozen=True, kw_only=True):
    """Two amounts of one currency."""

    base: float = 0.2  # stories of money tell many amounts: like sentences or two signs are needed
    likeness: float = 0.6
    theme: float = 0.2
    noun: float = 0.15
    names: float = 0.1
    lede: float = 0.15
    digits: float = 0.2  # $2.6 million and $2.6 billion: a slip of scale is one amount


class PercentScores(msgspec.Struct, frozen=True, kw_only=True):
    """Two shares."""

    base: float = 0.15  # a survey tells a dozen shares
    likeness: float = 0.6
    whole: float = 0.25  # of one whole: "of voters"
    theme: float = 0.2
    focus: float = 0.35  # of one name: "in India"
    lede: float = 0.1
    only: float = 0.2  # the only share of its question in each article
    part_of_whole: float = -0.3  # "traffic" and "voice traffic" are two wholes
    other_whole: float = -0.2  # two wholes, and no name in common


class AgeScores(msgspec.Struct, frozen=True, kw_only=True):
    """Two ages."""

    named: float = 0.95  # one person by name: a person has one age
    guessed: float = 0.75  # by the name that was spoken of before
    suspects: float = 0.62  # the gunman of the one is the attacker of the other, where each tells one age: just enough
    suspects_likeness: float = 0.3
    base: float = 0.3  # nameless people: like sentences must do the rest
    likeness: float = 0.8
    lede: float = 0.1
    noun: float = 0.15  # "driver" twice
    part: float = 0.15  # victim and victim, suspect and suspect


class MagnitudeScores(msgspec.Struct, frozen=True, kw_only=True):
    """Two magnitudes within the spread of agencies."""

    base: float = 0.7  # an event has one quake that its articles are about
    likeness: float = 0.2
    agency: float = 0.15  # of one agency
    other_agency: float = -0.05  # of two: they measure one quake differently
    older: float = 0.75  # of an older quake of one date; without a date no more than this
    older_base: float = 0.35  # of older quakes without a date: names and numbers must show which
    older_name: float = 0.15  # each name that both sentences have
    older_close: float = 0.15  # within half the spread of agencies


class MeasureScores(msgspec.Struct, frozen=True, kw_only=True):
    """Distances, calibres, ranks, and measures of no kind of their own."""

    distance: float = 0.7  # two distances from one place
    distance_likeness: float = 0.3
    calibre: float = 0.7  # a story tells of one weapon
    rank: float = 0.1  # "first" and "second" are said of anything
    rank_likeness: float = 0.7
    rank_noun: float = 0.25
    rank_subject: float = 0.25
    base: float = 0.2  # tonnes, hectares, hours: as likely of two things
    likeness: float = 0.7
    noun: float = 0.35
    theme: float = 0.3  # one verb or one thing that happened
    names: float = 0.1
    subject: float = 0.15


class FigureScores(msgspec.Struct, frozen=True, kw_only=True):
    """The signs of all measures, a group a measure."""

    copy: CopyScores = CopyScores()
    question: QuestionScores = QuestionScores()
    count: CountScores = CountScores()
    toll: TollScores = TollScores()
    scope: ScopeScores = ScopeScores()
    money: MoneyScores = MoneyScores()
    percent: PercentScores = PercentScores()
    age: AgeScores = AgeScores()
    magnitude: MagnitudeScores = MagnitudeScores()
    measure: MeasureScores = MeasureScores()


class FigureConfidence(msgspec.Struct, frozen=True, kw_only=True):
    """How surely figures that differ are a conflict, by how surely they answer one question; see docs/accuracy.md."""

    explained: float = 0.5  # an update, a rounding or two sources: worth knowing, as often as not
    base: float = 0.35  # what no sign adds to stays a note
    likeness: float = 0.35  # of a copied sentence in full, for less alike ones in part
    by_signs: float = -0.2  # likeness that comes from the signs of a cluster alone is worth less than that of sentences
    exact: float = 0.1  # no hedge on either side
    copied: float = 0.1  # one sentence copies the other
    implied: float = -0.1  # a figure that nobody wrote as one: "a man" is one
