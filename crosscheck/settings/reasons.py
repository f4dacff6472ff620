"""How a finding says why its facts were taken for one question."""

from __future__ import annotations

import msgspec


class ReasonSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How a finding says why its facts were taken for one question."""

    signs: int = 8  # the strongest; of some forty that are asked the rest weigh little, and nobody reads on
    least: float = 0.05  # log odds below which a sign is noise: it moves a probability by a hundredth
    # in words: of 217 fitted weights one in ten reaches the first in either direction, three in ten the second
    strong_from: float = 0.4
    clear_from: float = 0.2
    witnesses: int = 3  # facts of each side that are held against one another: more are copies
    surest: float = (
        0.95  # share that a likeness of names or quotations can reach: log odds 3, as the strongest fitted sign
    )
