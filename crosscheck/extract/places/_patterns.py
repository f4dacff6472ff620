"""Patterns of place: distance and direction from a named place, a named place after a preposition, and common scenes.

Distances keep their number and unit as written; normalising turns them into kilometres.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = (
    r"(?:\d+(?:,\d{3})*(?:\.\d+)?|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|(?:a|one) hundred|half a|a half)"
)
_UNIT = r"(?:kilomet(?:re|er)s?|km|kms|miles?|mi\.?|nautical miles?|met(?:re|er)s?|m|feet|foot|ft|yards?|blocks?)"
_DISTANCE = (
    rf"(?P<num>{_NUMBER})(?:\s+|-)?(?P<unit>{_UNIT})\b\.?"
    rf"(?:\s*[(,]\s*(?:about\s+|some\s+)?(?P<num2>[\d.,]+)(?:\s+|-)?(?P<unit2>{_UNIT})\.?\s*[),])?"
)
COMPASS = {
    "north": "N",
    "south": "S",
    "east": "E",
    "west": "W",
    "northeast": "NE",
    "northwest": "NW",
    "southeast": "SE",
    "southwest": "SW",
    "northnortheast": "NNE",
    "northnorthwest": "NNW",
    "southsoutheast": "SSE",
    "southsouthwest": "SSW",
    "eastnortheast": "ENE",
    "eastsoutheast": "ESE",
    "westnorthwest": "WNW",
    "westsouthwest": "WSW",
}
_SIDE = r"(?:north|south|east|west)"
_DIRECTION = rf"(?:due\s+)?(?P<dir>{_SIDE}(?:[\s-]?{_SIDE}){{0,2}}|[NSEW]{{1,3}})(?:ward)?"

_ADJECTIVE = (
    r"(?:north|south|east|west|north-?\s?east|north-?\s?west|south-?\s?east|south-?\s?west)(?:ern)?|northern|southern|eastern"
    r"|western|central|downtown|uptown|inner|greater|suburban|nearby|neighbou?ring|remote|rural|coastal|mountainous|tiny|small"
    r"|historic|popular|provincial|capital|main|largest|second-largest|biggest|major|busy|old|upscale|affluent|port|resort"
    r"|mid|far|upper|lower|restive|troubled|besieged|war-torn|western-most|northernmost|southernmost|easternmost|westernmost"
)
KIND_WORD = (
    r"(?:city|town|village|suburb|province|state|island|islands|district|area|region|coast|coastline|shore|shores|tip|end|neighbou?rhood"
    r"|port|resort|community|section|corner|intersection|outskirts|center|centre|heart|middle|border|waters|mountains|capital"
    r"|county|municipality|part|parts|side|edge|bank|banks|borough|hamlet|settlement|suburbs|streets|township|peninsula|mouth)"
)
_INNER = rf"(?:the\s+|a\s+|an\s+)?(?:(?:{_ADJECTIVE})\s+){{0,3}}(?:(?:{KIND_WORD}\s+){{1,2}}(?:of\s+)?(?:the\s+)?)?"
_WORD = r"[^\W\d_a-z][\w’'\-]*(?<!['’])"
_LINK = r"(?:of|de|del|della|la|le|les|du|des|di|da|do|el|al|bin|the|and|on|upon|sur)"
NAME = rf"(?:\d+(?:st|nd|rd|th)\s+)?{_WORD}(?:\.?\s(?:(?:{_LINK}\s)?{_WORD}|\d+\b))*"

_REACH = r"(?P<hedge>about|around|some|roughly|approximately|nearly|almost|just|only|more than|less than|over|under)\s+"

# "55 kilometres (34 miles) south of the town of Bireun", "southwest of Oran", "20 miles from Reno"
DIRECTED = re.compile(
    rf"\b(?:{_REACH})?(?:{_DISTANCE}\s*(?:to\s+the\s+|inland\s+)?)?{_DIRECTION}\s+(?:of|from)\s+(?P<inner>{_INNER})"
    rf"(?P<name>{NAME})"
)
AWAY = re.compile(
    rf"\b(?:{_REACH})?{_DISTANCE}\s*(?P<from>from|off|outside|away from|offshore from|inside|inland from)\s+"
    rf"(?P<inner>{_INNER})(?P<name>{NAME})"
)
# "off the coast of Sicily", "near Bay City", "at Woodhaven Road", "in the central Turkish city of Konya"
NAMED = re.compile(
    rf"\b(?P<prep>in|at|on|near|off|outside|inside|around|along|beside|opposite|from|to|across|throughout|between|into|through"
    rf"|close to|next to|just off|just outside|hit|hits|struck|strikes|rocked|rocks|jolted|jolts|shook|shakes|of)"
    rf"\s+(?P<inner>{_INNER})(?P<name>{NAME})"
)
# Where somebody died, was found or was taken: a closed set of scenes that news tells in the same words everywhere.
SCENES: tuple[tuple[str, str], ...] = (
    (
        "on the way to hospital",
        r"(?:on|along) the way to (?:the |a |an |an? \w+ )?(?:\w+ )?hospital"
        r"|en route to (?:the |a |an )?(?:\w+ )?hospital|in (?:the|an) ambulance"
        r"|while being (?:taken|rushed|transported|driven) to (?:the |a |an )?(?:\w+ )?hospital"
        r"|before reaching (?:the |a )?hospital",
    ),
    (
        "at the scene",
        r"(?:at|on) the (?:crash |accident |crime |shooting )?scene|on the spot|where (?:he|she|they) fell",
    ),
    (
        "in hospital",
        r"(?:in|at) (?:the |a |an |a local |a nearby |an? \w+ )?hospital|on arrival at (?:the |a )?hospital"
        r"|in intensive care|in surgery|on the operating table",
    ),
    ("at home", r"(?:at|in) (?:his|her|their) (?:own )?(?:home|house|apartment|flat|bed)|at home"),
    ("in custody", r"in (?:police |federal )?custody|in (?:his|her|a|the) (?:prison |jail )?cell|in (?:jail|prison)"),
)
SCENE = re.compile(r"\b(?:" + "|".join(f"(?P<s{i}>{p})" for i, (_, p) in enumerate(SCENES)) + r")\b", re.IGNORECASE)

STREET = re.compile(
    r"\b(?:Road|Rd|Street|St|Avenue|Ave|Boulevard|Blvd|Drive|Lane|Highway|Route|Interstate|Freeway|Turnpike|Parkway|Expressway"
    r"|Place|Square|Terrace|Crescent|Way|Rue|Plaza|Court|Motorway|I-\d+|[MA]\d+|US-\d+)\b"
)
SITE = re.compile(
    r"\b(?:Airport|Station|Hospital|School|University|College|Park|Bridge|Tower|Center|Centre|Hall|Stadium|Arena|Mosque|Church"
    r"|Cathedral|Temple|Hotel|Mall|Market|Prison|Jail|Base|Camp|Court|Courthouse|Palace|Museum|Theatre|Theater|Beach|Lake|River"
    r"|Mountain|Mount|Valley|Island|Bay|Port|Harbor|Harbour|Canal|Strait|Sea|Ocean|Gulf|Desert|Forest|Plant|Factory|Warehouse"
    r"|Building|House|Street|Road|Library|Cemetery|Club|Zoo|Dam|Mine|County|Province|District|State|City|Town|Village)\b"
)

# Words without which no direction, distance or scene is told: most of an article need not be read for one.
FROM = re.compile(
    r"(?:north|south|east|west|ward|\b[NSEW]{1,3}|(?<![a-z])(?:k?ms?|mi|miles?|kilomet(?:re|er)s?|met(?:re|er)s?|feet|foot|ft|yards?"
    r"|blocks?)[.,)]{0,3})\s+(?:of|from|off|outside|away|offshore|inside|inland)\b"
)
SCENE_WORD = re.compile(
    r"\b(?:hospital|ambulance|scene|spot|fell|care|surgery|table|home|house|apartment|flat|bed|custody|cell|jail|prison)\b",
    re.IGNORECASE,
)
_REACH_BEFORE, _REACH_AFTER = 100, 120  # characters of an expression before and behind its word


def near(pattern: re.Pattern[str], word: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches of ``pattern`` around ``word``, left to right, none overlapping another."""
    done = 0
    for trigger in word.finditer(text):
        first = max(done, trigger.start() - _REACH_BEFORE)
        while (match := pattern.search(text, first, trigger.end() + _REACH_AFTER)) is not None:
            if match.start() > trigger.end():
                break
            yield match
            first = done = match.end()
