"""Every threshold that can change a finding, each with how it was chosen: a file a group.

Stages take a :class:`Settings` and hold no numbers of their own. Its hash stands in every document and in the key of
the cache: another setting, another result. A new group is a file here and a line in :class:`Settings`.
"""

from __future__ import annotations

import hashlib

import msgspec

from crosscheck.settings.confidence import (
    CONFIDENCE_OF_KINDS,
    CONFIDENCE_OF_RULES,
    CertaintySettings,
    ConfidenceSettings,
)
from crosscheck.settings.dates import DateSettings, EventSettings
from crosscheck.settings.figures import FigureSettings
from crosscheck.settings.figurescores import FigureConfidence, FigureScores
from crosscheck.settings.frames import FrameSettings
from crosscheck.settings.linking import JudgingSettings, LinkingSettings
from crosscheck.settings.names import NameSettings
from crosscheck.settings.places import PlaceSettings
from crosscheck.settings.quotes import QuoteSettings
from crosscheck.settings.reading import DEFAULT_MODEL, LimitSettings
from crosscheck.settings.reasons import ReasonSettings
from crosscheck.settings.referents import ReferentSettings
from crosscheck.settings.sources import SourceSettings
from crosscheck.settings.writing import DraftSettings, HouseSettings, RestatedSettings

__all__ = [
    "CONFIDENCE_OF_KINDS",
    "CONFIDENCE_OF_RULES",
    "CertaintySettings",
    "ConfidenceSettings",
    "DEFAULT_MODEL",
    "DateSettings",
    "DraftSettings",
    "EventSettings",
    "FigureConfidence",
    "FigureScores",
    "FigureSettings",
    "FrameSettings",
    "HouseSettings",
    "JudgingSettings",
    "LimitSettings",
    "LinkingSettings",
    "NameSettings",
    "PlaceSettings",
    "QuoteSettings",
    "ReasonSettings",
    "ReferentSettings",
    "RestatedSettings",
    "Settings",
    "SourceSettings",
]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All thresholds of the pipeline, a group a stage or kind."""

    model: str = DEFAULT_MODEL
    # read: a file larger than this is refused; 5 MB of text is about 800,000 words, a newspaper's year of one reporter
    max_file_bytes: int = 20_000_000
    max_chars: int = 1_000_000  # spaCy's own default limit for the parser's memory
    certainty: CertaintySettings = CertaintySettings()
    limits: LimitSettings = LimitSettings()
    names: NameSettings = NameSettings()
    dates: DateSettings = DateSettings()
    linking: LinkingSettings = LinkingSettings()
    judging: JudgingSettings = JudgingSettings()
    frames: FrameSettings = FrameSettings()
    events: EventSettings = EventSettings()
    figures: FigureSettings = FigureSettings()
    places: PlaceSettings = PlaceSettings()
    referents: ReferentSettings = ReferentSettings()
    quotes: QuoteSettings = QuoteSettings()
    sources: SourceSettings = SourceSettings()
    draft: DraftSettings = DraftSettings()
    restated: RestatedSettings = RestatedSettings()
    house: HouseSettings = HouseSettings()
    confidence: ConfidenceSettings = ConfidenceSettings()
    reasons: ReasonSettings = ReasonSettings()

    def digest(self) -> str:
        """Hash of all settings, 12 hexadecimal digits."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()[:12]
