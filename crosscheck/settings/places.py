"""Places, directions and distances."""

from __future__ import annotations

import msgspec


class PlaceSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Places, directions, distances."""

    # directions this many degrees apart differ: south and south-east are one look at the map, south and west are not
    apart_degrees: float = 67.5
    # distances differ by this share and this many kilometres: epicentres are revised and miles are rounded
    distance_share: float = 0.2
    distance_km: float = 3.0
    # one distance in two sentences, by itself a sign of one thing: miles turned to kilometres keep it within 3 in 100
    told_km: float = 2.0
    copied_share: float = 0.03
    # likeness, 0 to 100, of two names' keys from which they are one place in two spellings
    same_name: float = 78.0
    # what the rules on one person's wounds and death say of themselves: read on the learning clusters, see PLA603
    victims: float = 0.7
