"""Words of time: each word's class in the grammar and its canonical value.

The classes are the alphabet of the patterns in :mod:`crosscheck.extract.dates._grammar`. A value is what normalising
needs, as a plain string: a month's number, a weekday's number (Monday is 0), a unit's ISO 8601 letter, a count.
"""

from __future__ import annotations

import re

from crosscheck.lexicons import load

_MONTHS = "january february march april may june july august september october november december".split()
_SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
_NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100}
_ORDINALS = {
    w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1)
}
_UNITS = {
    "second": "S",
    "minute": "MIN",
    "min": "MIN",
    "hour": "H",
    "hr": "H",
    "day": "D",
    "week": "W",
    "fortnight": "2W",
    "month": "M",
    "year": "Y",
    "decade": "10Y",
    "century": "100Y",
    "quarter": "Q",
    "weekend": "WE",
    "yr": "Y",
    "sec": "S",
}
_LONG = {"daylong": "D", "weeklong": "W", "monthlong": "M", "yearlong": "Y", "hourlong": "H", "decadelong": "10Y"}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "AU", "winter": "WI"}  # "fall" is a verb first: see the grammar
_PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "noon": "NOON",
    "midday": "NOON",
    "midnight": "MIDNIGHT",
    "dawn": "MO",
    "daybreak": "MO",
    "dusk": "EV",
    "lunchtime": "NOON",
}
_DEICTIC = {
    "today": "today",
    "yesterday": "yesterday",
    "tomorrow": "tomorrow",
    "tonight": "tonight",
    "tonite": "tonight",
    "tmrw": "tomorrow",
}
_DECADES = {
    w: d
    for d, w in zip(
        range(20, 100, 10), "twenties thirties forties fifties sixties seventies eighties nineties".split(), strict=True
    )
}
_MOVING = {name: first for first, table in load("moving_holidays").items() for name in (first, *table.get("also", ()))}
_HOLIDAYS = {name: name for table in load("holidays").values() for name in table} | _MOVING

_CLASSES: dict[str, dict[str, int] | dict[str, str] | dict[str, str | int]] = {
    "MONTH": {m: i for i, m in enumerate(_MONTHS, start=1)} | _SHORT_MONTHS,
    "WEEKDAY": {w: i for i, w in enumerate(WEEKDAYS)} | {f"{w}s": i for i, w in enumerate(WEEKDAYS)},
    "WKD": dict(_SHORT_WEEKDAYS),
    "NUMBER": dict(_NUMBERS),
    "NTH": dict(_ORDINALS),
    "UNIT": {**_UNITS, **{f"{u}s": v for u, v in _UNITS.items()}, "centuries": "100Y"},
    "LONG": dict(_LONG),
    "SEASON": dict(_SEASONS),
    "PART": {**_PARTS, **{f"{p}s": v for p, v in list(_PARTS.items())[:4]}},
    "DEICTIC": dict(_DEICTIC),
    "DECADE": {**{w: f"19{d}" for w, d in _DECADES.items()}, "noughties": "2000"},
    "HOLIDAY": {name: value for name, value in _HOLIDAYS.items() if name.isalpha()},
    "A": {"a": 1, "an": 1},
    "THE": {"the": ""},
    "THIS": {"this": "this"},
    "THAT": {"that": "that"},
    "SAME": {"same": "same"},
    "LAST": {"last": "last"},
    "PAST": {"past": "past"},
    "PREV": {"previous": "previous", "preceding": "previous", "prior": "previous"},
    "NEXT": {"next": "next", "coming": "coming", "upcoming": "coming"},
    "FOLLOWING": {"following": "following"},
    "CURRENT": {"current": "this"},
    "EVERY": {"every": "", "each": "", "most": "", "weekly": "", "daily": "", "monthly": ""},
    "EARLY": {"early": "early", "late": "late", "mid": "mid", "midway": "mid"},
    "COMPARE": {"earlier": "earlier", "later": "later"},
    "EDGE": {
        "beginning": "early",
        "start": "early",
        "end": "late",
        "middle": "mid",
        "close": "late",
        "outset": "early",
    },
    "HALFWORD": {"half": "half"},
    "HENCE": {"hence": ""},
    "FINAL": {"final": "last"},
    "LATTER": {"latter": "2"},
    "REST": {"rest": "", "remainder": ""},
    "ENDING": {"ending": "ending", "ended": "ending"},
    "EDGEUNIT": {"eod": "D", "eom": "M", "eoy": "Y"},
    "OF": {"of": ""},
    "IN": {"in": "in", "during": "in", "within": "within"},
    "ON": {"on": ""},
    "AT": {"at": ""},
    "FROM": {"from": "from", "since": "since"},
    "TO": {"to": "to", "through": "to", "thru": "to"},
    "UNTIL": {"until": "before", "till": "before"},
    "BY": {"by": "before"},
    "BETWEEN": {"between": ""},
    "AND": {"and": ""},
    "OR": {"or": ""},
    "AGO": {"ago": "ago", "back": ""},
    "BEFORE": {"before": "before"},
    "AFTER": {"after": "after"},
    "FOR": {"for": "", "over": "over"},
    "ABOUT": {
        "about": "about",
        "around": "about",
        "approximately": "about",
        "roughly": "about",
        "circa": "about",
        "almost": "about",
        "nearly": "about",
        "some": "about",
    },
    "JUST": {"just": "just", "shortly": "shortly", "soon": "shortly", "right": "just"},
    "COUPLE": {"couple": 2, "dozen": 12},
    "FEW": {"few": "few", "several": "few", "many": "few", "some": "few"},
    "FISCAL": {"fiscal": "fiscal", "financial": "fiscal"},
    "TIME": {"time": ""},
    "LOCAL": {"local": "local"},
    "CLOCKWORD": {"o'clock": "", "o’clock": "", "oclock": ""},
    "HOURS": {"hrs": "hrs"},
    "WORKING": {
        "business": "",
        "working": "",
        "straight": "",
        "consecutive": "",
        "full": "",
        "calendar": "",
        "long": "",
        "trading": "",
    },
    "EVE": {"eve": "eve"},
    "SPRINGISH": {"fall": "AU"},
    "COMPASSZONE": {"eastern": "ET", "central": "CT", "pacific": "PT", "mountain": "MT"},
    "ZONEKIND": {"standard": "", "daylight": "", "summer": ""},
    "LOW": {"wee": "", "small": ""},
    "NOW": {"now": "now", "date": "now", "present": "now"},
    "STARTING": {"starting": "", "beginning": "", "commencing": ""},
    "ALL": {"all": ""},
    "PIECE": {"part": "", "portion": ""},
}

PUNCTUATION = {
    ",": "COMMA",
    "-": "DASH",
    "–": "DASH",
    "—": "DASH",
    "‑": "DASH",
    "(": "OPEN",
    ")": "CLOSE",
    "'s": "POSS",
    "’s": "POSS",
    "'": "POSS",
    "’": "POSS",
    "+": "PLUS",
    "/": "SLASH",
    ".": "DOT",
}

# Token shapes that are not words.
SHAPES = (
    "ISO",
    "NUMERIC",
    "CLOCK",
    "CLOCKDOT",
    "TENS",
    "SHORTYEAR",
    "DAYTH",
    "YEAR",
    "FOUR",
    "DAY",
    "INTEGER",
    "AMPM",
    "ZONE",
    "CAPITAL",
    "OTHER",
    "BREAK",
    "CENTURY",
    "QNUM",
    "EVENTNUM",
    "DECIMAL",
    "MONTHYEAR",
    "LOWERMONTH",
    "SLASHDAY",
    "HNUM",
    "ISOWEEK",
)

NAMES: tuple[str, ...] = tuple(dict.fromkeys((*_CLASSES, *PUNCTUATION.values(), *SHAPES)))
CHARS: dict[str, str] = {name: chr(0xE000 + i) for i, name in enumerate(NAMES)}  # private use: never in a pattern

WORDS: dict[str, tuple[str, str]] = {}
for _name, _table in _CLASSES.items():
    for _word, _value in _table.items():
        WORDS.setdefault(_word, (CHARS[_name], str(_value)))
WORDS["some"] = (CHARS["ABOUT"], "about")

# words of time that are one in small letters too: nothing else is called so
UNMISTAKABLE = (
    frozenset(WEEKDAYS)
    | {f"{w}s" for w in WEEKDAYS}
    | set("january february april june july september october november december".split())
    | set("jan feb apr jul aug sept oct nov thu thur thurs tue tues".split())
)

# holidays of several words, the longest first
LONG_HOLIDAYS = tuple(sorted((name for name in _HOLIDAYS if not name.isalpha()), key=lambda n: (-len(n), n)))
# by a holiday's spelling the name that the lexicon has it under
HOLIDAY_NAMES = dict(_HOLIDAYS)

# An expression of time without digits holds one of these words at least.
TRIGGERS = frozenset(
    w
    for name in (
        "MONTH",
        "WEEKDAY",
        "WKD",
        "UNIT",
        "LONG",
        "SEASON",
        "PART",
        "DEICTIC",
        "DECADE",
        "HOLIDAY",
        "SPRINGISH",
        "EDGEUNIT",
    )
    for w in _CLASSES[name]
) | {"clock", "eve", *(re.split(r"[\s-]", name)[-1] for name in LONG_HOLIDAYS)}
