"""Number words and the patterns that find them: shared by extraction (where is a number) and normalising (which).

Patterns are pieces of regular expressions, to be compiled with ``re.IGNORECASE``; each matches written numbers as news
has them: ``1,500``, ``1.5``, ``two hundred and fifty``, ``half a million``, ``2.5 crore``, ``hundreds of thousands``.
"""

from __future__ import annotations

import re

ONES: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
TEENS: dict[str, int] = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: dict[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES: dict[str, float] = {
    "dozen": 12, "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lac": 1e5, "million": 1e6, "crore": 1e7,
    "billion": 1e9, "trillion": 1e12, "mn": 1e6, "mln": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12,
    "trn": 1e12, "trln": 1e12, "quadrillion": 1e15, "mil": 1e6, "bil": 1e9, "cr": 1e7,
    "grand": 1e3,
}  # fmt: skip
# Letters glued to digits: "$5m", "40bn", "5k".
SUFFIXES: dict[str, float] = {"k": 1e3, "m": 1e6, "mm": 1e6, "b": 1e9, "t": 1e12}
# What a vague plural holds at the least: two of it ("dozens" is two dozen or more).
VAGUE: dict[str, float] = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 1e2, "thousands": 1e3, "lakhs": 1e5, "millions": 1e6,
    "crores": 1e7, "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
PARTS: dict[str, int] = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
# Denominators that PARTS leaves out, since alone they are ranks: "three sixteenths", "a thousandth of a second".
_LATE_PARTS = {w: n for w, n in ORDINALS.items() if 10 < n < 100} | {
    "thousandth": 1000, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12,
}  # fmt: skip
_EARLY = {w: n for w, n in ORDINALS.items() if n < 10}
LONG_PARTS: dict[str, int] = _LATE_PARTS | {
    f"{tens}{gap}{nth}": value + n for tens, value in TENS.items() for nth, n in _EARLY.items() for gap in "- "
}
FOLD: dict[str, float] = {
    "double": 2, "doubled": 2, "doubling": 2, "triple": 3, "tripled": 3, "tripling": 3, "treble": 3, "trebled": 3,
    "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "quintupled": 5, "halved": 0.5, "halving": 0.5, "twice": 2,
    "thrice": 3,
}  # fmt: skip
VULGAR: dict[str, float] = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}


def alternatives(words: object) -> str:
    """Alternatives of a pattern, the longest first so that no word hides a longer one."""
    return "|".join(sorted(map(str, words), key=lambda w: (-len(w), w)))  # type: ignore[call-overload]


# thousands set off by commas, by dots with a decimal comma or a second dot, by spaces or Swiss apostrophes; "4 1/2"
DIGITS = (
    r"(?:\d{1,3},\d(?=\s?(?:%|°|€|(?:million|billion|trillion|mn|bn|m|percent|per cent|degrees|euros?|points|k?m|kg"
    r"|tonnes|hectares|(?:kilo|centi|milli)?(?:met(?:er|re)|lit(?:er|re)|gram)s)\b))|0,\d{1,2}(?![\d,])"
    r"|\d(?:\.\d+)?\s?[x×]\s?10(?:\^-?\d{1,2}(?!\d)|⁻?[⁰¹²³⁴-⁹]{1,2})"
    r"|\d{1,3}(?:\.\d{1,3})?\^-?\d{1,2}(?!\d)|\d{1,3}(?:,\d{2,3})+(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d|\.\d)|\d{1,3},\d\d(?![\d,.]\d|\d)"
    r"|[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d/:-]|[.,]\d{3})(?:,\d{1,2}(?!\d))?"
    r"|[1-9]\d{0,2}(?:['’]\d{3})+(?![\d'’])(?:\.\d{1,2}(?!\d))?"
    r"|\d{1,4}[ -](?:[1-9]/[2-9]|\d{1,2}/(?:1[026]|32|64))(?![\d/])|\d+(?:\.\d+)?e[+-]?\d{1,2}(?!\w|\.\d)"
    r"|\d+(?:\.\d+)?[½¼¾⅓⅔⅛]?|[½¼¾⅓⅔⅛])"
)
SPACED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+")  # digits in groups of three, which may be two numbers side by side
DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")  # thousands as Europe writes them, or three decimals
# "ten grand" is money; a grand jury, a grand piano and the Grand Prix are not
_GRAND = r"grand(?=[.,;)”\"]|$| (?:a|per|in|for|on|to|from|and|or|each)\b)"
_BIG = rf"(?:(?:{alternatives(w for w in SCALES if w != 'grand')})s?|{_GRAND})"
_SMALL = (
    rf"(?:(?:{alternatives(TENS)})(?:(?: {{1,3}}|-| - )(?:{alternatives(ONES)}))?"
    rf"|{alternatives(TEENS)}|{alternatives(ONES)})\b"
)
_HALF = r"(?:[ -]and[ -](?:(?:an?|one)[ -](?:half|quarter)|three[ -]quarters?)\b)"
# behind digits, too: "2 and a half million"; "2 and a half-century" are two numbers
_HALF_BEHIND = rf"(?:(?<![\d.,]\d\d\d){_HALF}(?! of\b|-))"
_TAIL = rf"(?:(?:,? and |,? |-)(?:{_SMALL}|{DIGITS})(?![\w-]*(?:th|rd|nd)\b)(?:[ -]{_BIG}\b){{0,2}})"
# "a couple hours", as America writes it; behind another noun a couple may be two who are married
_COUPLED = (
    r"(?:(?:second|minute|hour|day|night|week|weekend|month|year|decade|inche?|mile|block|yard|point|dollar|buck|euro"
    r"|time|game|thing|question|reason)s|feet)\b"
)
WORDS = (
    rf"(?:(?:{_SMALL}{_HALF}?|half an?|an?|(?:a )?few|several|(?:a )?couple(?: of)?)(?:[ -]{_BIG}\b)+"
    rf"(?:{_HALF}|{_TAIL}*)"
    rf"|{_SMALL}{_HALF}?|(?:a )?couple\b(?= of)|half-dozen"
    rf"|a couple\b(?= {_COUPLED})"
    r"|a pair\b(?= of (?!\w*(?:shoe|boot|sock|trouser|pant|jean|short|glass|goggle|binocular|scissor|tight|glove|skate"
    r"|ski|trainer|sneaker|sandal|heel|earring|plier|handcuff|underwear|hand|eye|leg|wing)))"
    r"|zero\b(?= (?:per ?cent|degrees|(?:new |confirmed |reported )?(?:deaths|cases|casualties|fatalities|injuries"
    r"|infections|arrests|votes|goals|points|wins|losses))\b)"
    r"|(?:(?<=\bwas )|(?<=\bis )|(?<=\bat )|(?<=\bto )|(?<=\bof )|(?<=\bby )|(?<=\bhad )|(?<=\bsaid )|(?<![^\n]))"
    r"zero(?=[.,;]|$)"
    r"|(?<!per )(?<!per-)hundred (?:thousand|million|billion)\b)"
)
# "a half million", "1.5 million", "2 lakh 50 thousand"; glued letters only after digits
NUMERAL = (
    rf"{DIGITS}{_HALF_BEHIND}?(?:[\s-]?{_BIG}\b(?: (?:million|billion|crore)s?\b"
    rf"| \d{{1,3}} (?:hundred|thousand|lakh|million)\b|{_HALF_BEHIND})?|(?:k|m|b|t)\b)?"
    rf"(?:(?<=crore) {DIGITS} lakh)?"
)
_OF_PLURALS = r"(?: of (?:hundreds|thousands|millions|billions|trillions|lakhs|crores))?"
PLURAL = rf"(?:(?:many|several) )?(?:{alternatives(VAGUE)}){_OF_PLURALS}"
_ROUND = r"(?:[2-9]|1[0-25]|[2-9][05]|[1258]00|1,?000|10,?000|100,?000)(?![\d,.]\d|\d)"
_NO_SPAN = (
    r"(?![ -](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|games?|matches|overs|innings|stages|rounds)\b)"
)
IN_EVERY = (
    rf"(?:{_SMALL}|\d{{1,3}})(?: (?:in|out of) (?:every )?|-in-)"
    rf"(?:{_SMALL}(?: (?:hundred|thousand|million)\b)?|{_ROUND}|a (?:hundred|thousand|million)){_NO_SPAN}"
)
_NTH = rf"(?:{alternatives(p for p in PARTS if p not in ('half', 'halves'))})"
# the words of LONG_PARTS, put together as they are: a fifth of the pattern that lists them
LONG_NTH = rf"(?:(?:{alternatives(TENS)})[- ](?:{alternatives(_EARLY)})|{alternatives(_LATE_PARTS)})"
# "1/3 of", "1/2 mile": a day of a month has another word behind it
_SLASHED = (
    r"[1-9]/(?:[2-9]|10|12|16|100|1,?000)"
    r"(?=\s(?:of|an?|mil|in|f[oe]|met|kilo|hour|acre|cup|pound|ounce|bil|ton|per)|[.;]?$)"
)
FRACTION = (
    rf"(?:(?:{_SMALL}|\d+)(?:-| ){LONG_NTH}s\b|one[ -]{LONG_NTH}\b|a {LONG_NTH}\b(?= of)"
    rf"|(?:{_SMALL}|\d+) and (?:{_SMALL}|\d+)(?:-| )(?:{_NTH}|{LONG_NTH})s\b|{_SLASHED}"
    rf"|(?:{_SMALL}|\d+) and one(?:-| ){_NTH}\b(?! of\b)|(?:{_SMALL}(?: and)?|\d{{1,3}} and) [1-9]/[2-9](?![\d/])"
    rf"|(?:{_SMALL}|\d+)(?:-| )(?:{_NTH}s|halves)\b|one[ -](?:half|{_NTH})\b|half\b(?=[ -](?:of|the|its|their|his"
    r"|her|all|our|those)\b)|half\b(?= and (?:two|three))"
    rf"|a (?:half|{_NTH})\b(?= of)|three[ -]quarters?\b|(?<=an )(?:half|{_NTH})\b(?= of))"
)
_PART_OF = (
    rf"(?:an? |one[ -]|two[ -]|three[ -])?(?:half|quarters?|thirds?|fifths?|tenths?) of an? {_BIG}\b"
    rf"|(?:an? )?(?:half|quarter|half a|quarter of a)[ -]"
    r"(?:dozen|hundred|thousand|million|billion|trillion|lakh|crore)\b"
)
_DIGIT = f"(?:zero|nought|naught|oh|o|{alternatives(ONES)})"
POINT = re.compile(rf"(?:(?P<whole>.+?) )?point(?P<digits>(?: {_DIGIT}\b)+)(?:[ -](?P<big>{_BIG}))?", re.IGNORECASE)
DIGIT_WORDS: dict[str, int] = ONES | {"zero": 0, "nought": 0, "naught": 0, "oh": 0, "o": 0}
# "up point five percent" has no whole; "at this point five percent" is five
_POINT_LEAD = "".join(
    f"|(?<=\\b{w} )" for w in "a about another around at by down fell just nearly of only rose than to up".split()
)
_POINT = (
    rf"(?:(?:{WORDS}|zero|nought|naught)(?<!a) point(?: {_DIGIT}\b)+(?:[ -]{_BIG}\b)?"
    rf"|(?:(?<![^\n]){_POINT_LEAD})point(?: {_DIGIT}\b)+(?= (?:of a )?(?:per ?cent|percentage)))"
)
_MIXED = rf"(?:{WORDS}|\d{{1,3}}) and {_SMALL}[ -](?:{_NTH}|{LONG_NTH})s\b"
NUMBER = rf"(?:{_POINT}|{_MIXED}|{PLURAL}\b|{IN_EVERY}\b|{_PART_OF}|{FRACTION}|{NUMERAL}|{WORDS})"
