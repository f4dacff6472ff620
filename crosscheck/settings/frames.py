"""By what happens the dates and places of different articles meet."""

from __future__ import annotations

import msgspec


class FrameSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Events by which dates and places of different articles are matched."""

    # content words that two sentences share, and their share of the shorter one, from which one copies the other
    copied_words: int = 6
    copied_overlap: float = 0.6
    # of two sentences that tell different verbs: an editor changed a word or two, no more
    same_sentence: float = 0.8
    # the event that both articles open with needs little besides
    main_overlap: float = 0.15
    bare_words: int = 3  # "It happened at noon": a sentence of so few words says no more
    head_sentences: int = 4  # headline, dateline and lede
    magnitude_apart: float = 1.0  # agencies differ by less about one quake
    main_events: int = 2  # "a man was shot" and "a man was killed" are one story
    # likeness of two such facts whose sentences share nothing more; it rises to that of a copy
    party_likeness: float = 0.5
    main_likeness: float = 0.45
    # two facts of one article, or of a class that comes often, must stand in sentences as alike as an edited copy
    copied_likeness: float = 0.75
    # one class of event and one party: a quarter of the shorter sentence besides; two parties need no more
    party_overlap: float = 0.25
    full_name: int = 2  # words of names that two sentences share: a person in full counts as a party
    # one class of event and no party (pronouns): as much as two reports of one fact share
    event_overlap: float = 0.45
    event_words: int = 4
    # two sentences that tell the same day: so little in common makes them tellings of one matter
    tied_words: int = 3
    tied_overlap: float = 0.2
    block_width: int = 40  # facts of one block that are compared each with each; more go by their values
    common_articles: int = 3  # articles that must tell one time before a lone other one is an outlier
    opening_likeness: float = 0.6  # two ledes of one event: a party in common and two words in five
    rival_share: float = 0.9  # an article that tells the other value too, about as fittingly, speaks of two events
