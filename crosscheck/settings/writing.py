"""What a desk brings itself: a draft to hold against its sources, and its house list."""

from __future__ import annotations

import msgspec


class DraftSettings(msgspec.Struct, frozen=True, kw_only=True):
    """A draft against its sources."""

    # a quote of fewer words may be anybody's: "very sad" proves nothing by standing in no source
    min_quote_words: int = 3
    # likeness, 0 to 100, of a draft's quote to the best stretch of a source at which the source carries it: a quote
    # shortened or with one word in ten changed stays above 80, and QUO501 speaks of the change
    quote_carried: float = 80.0
    # a mention read with less confidence is not told as the draft's alone: surnames by themselves stand at .5, roles
    # taken from the words around them at .6, whole names, bodies, figures and quotes tied to a cue at .7 and above
    least_confidence: float = 0.7
    # one confidence for all that only the draft says, so that these notes stand in the order of the draft; the sources'
    # every word was looked through, so that such a note is wrong only where the draft itself was misread
    only_confidence: float = 0.9


class RestatedSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What a draft restates otherwise than its sources; what makes one slot is fitted (compare/restated)."""

    rare_rank: int = 12_000  # rank of a lemma from which it is as rare as a name: the table has 20,000 vectors
    # cosine from which two words are alike: verdict and guilty stand at .63, error and mistake .52, yard and firm .07
    near_word: float = 0.4
    same_stem: float = 0.9  # analysis and analyst
    stem_letters: int = 5  # first letters that two words of one stem share
    partners: int = 25  # facts of the sources that one of the draft is held against: more are of a corpus, not an event
    posting: int = 300  # facts or quotes that may share a word before it finds nobody: keeps the cost near linear
    most_facts: int = 200  # figures, and dates, of a draft that are asked about: more are a table
    most_names: int = 40  # names that stand in no source: a draft with more is its reporter's own work
    # probability from which a value that no source has is told, in a draft that has next to none such: of 91 figures
    # and dates planted in tests/compare/stories 81 are found, and no clean draft of them is touched
    loud_from: float = 0.2
    known_from: float = 0.8  # the same for a value that stands elsewhere in the sources: most such are no slips
    # odds, as a logarithm, by which the slot of another day must be surer than the one where a source has the draft's:
    # of 14 right ones the least stands at 1.36, of 5 wrong ones 4 below 1.1
    known_clear: float = 1.2
    least_retold: float = 0.25  # share of a draft's sentence that the sources must tell: below it tells something else
    # "more than 60" is said of 67 or 100, not of 130: who has the number takes the next round one
    bound_near: float = 2.0
    # what a writer reckons. Counts from this on may be a sum or difference of two that stand apart in the sources, of
    # smaller ones some pair always fits; so many different figures of a sort are taken in pairs
    apart_from: float = 100.0
    most_apart: int = 40
    # millions are rounded: "near 36 billion" is 34 and 1.9; so is what a share leaves
    rounded_from: float = 1e6
    rounded: float = 0.005
    # sums from this on are multiplied, at most so many times: "300,000 each, 1.2 million in all"
    times_from: float = 1000.0
    most_times: int = 60
    far_factor: float = 20.0  # a slip of the fingers changes a digit or two: further apart two things are counted
    weekday_reach: int = 10  # days from a weekday to a date that may have been meant
    worked_out: float = 0.05  # share by which a length may miss what two others leave: half a year of 180 days
    # share of a draft's facts and names that may stand in no source before another one says nothing, and so many at the
    # least: drafts written from their sources have next to none, and of two reports of one event each has a third
    own_share: float = 0.1
    own_facts: float = 2.0
    # the same for drafts that keep strictly to their sources, beside having no name of their own and telling so much at
    # all: of 16 drafts written from wires 15 do, of 187 real reports held against up to eight others 8
    strict_share: float = 0.1
    strict_facts: float = 1.0
    strict_least: int = 8
    strict_from: float = 0.1  # probability from which a value that no source has is told there
    strict_known_from: float = 0.4  # and a date that stands elsewhere in the sources
    # share of a sentence's words, the name left out, that a source's sentence must tell for another name in it to count
    retold: float = 0.4
    name_fit: float = 0.15  # added to that share for each way in which the two names stand alike
    clear_of_rivals: float = 0.9  # a second name that fits as well, in a sentence told nearly as fully, leaves it open
    # of a name that the draft has nowhere, where it tells the sentence with another: how many times as fully its
    # sentence must be retold as any with the draft's name, where the two names stand alike in one way and in more
    lost_sure: float = 3.0
    lost_fitting: float = 1.5
    lost_retold: float = 0.1  # the share that is enough for a body that no source has, of the words of one
    changed_words: int = 3  # words of a quote in a row that may be changed: "an island" to "a ghost town"
    common_words: int = 3  # words in order that a quote must share with a source's to be it, whoever said it
    # cosine of the last words of two titles below which they are no two words for one: officer and superintendent stand
    # at .73, boss and chief at .48, priest and mayor at .47
    other_title: float = 0.475
    # confidence of what is found without fitted weights: 8 of 9 slips, and most of few others, were right by reading
    sure_slip: float = 0.85
    # how surely a figure must stand in the slot of one that may be it with its digits changed: 400 is four by a power
    # of ten, and the people who are not back yet are no planes (.06); slips that were right had .18 and more
    slip_from: float = 0.1
    # how surely a figure of the same digits in another order must stand in the slot of one that could also be worked
    # out from others by chance: right ones had .35 and .66, and no clean draft of 60 has a wrong one at any
    turned_from: float = 0.3
    sure_newer: float = 0.75  # a figure that the sources themselves have taken back
    sure_quote: float = 0.75
    sure_name: float = 0.7


class HouseSettings(msgspec.Struct, frozen=True, kw_only=True):
    """A desk's own list: agreed forms of names and bodies, each with the other forms that are in use."""

    spellings: dict[str, tuple[str, ...]] = {}
