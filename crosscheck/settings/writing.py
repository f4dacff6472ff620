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


class HouseSettings(msgspec.Struct, frozen=True, kw_only=True):
    """A desk's own list: agreed forms of names and bodies, each with the other forms that are in use."""

    spellings: dict[str, tuple[str, ...]] = {}
