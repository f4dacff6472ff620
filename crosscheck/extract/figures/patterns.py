"""Patterns of written numbers, currencies, units and hedges, built from the tables in crosscheck/data."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crosscheck.data import currencies, hedges, units
from crosscheck.data.numbers import FOLD, NUMBER, ONES, ORDINALS, TEENS, TENS, alternatives


def _escaped(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=lambda w: (-len(w), w)))


SYMBOL = "|".join(sorted((re.escape(s) for s in currencies.SYMBOLS), key=len, reverse=True))
CODE = alternatives(currencies.CODES)
NUMBER_RE = re.compile(NUMBER, re.IGNORECASE)
# "MEUR 60" and "TEUR 500" of company reports are millions and thousands
CURRENCY_BEFORE = re.compile(
    rf"(?<![A-Za-z\d])(?P<cur>{SYMBOL}|(?P<scale>[MTKk](?=[A-Z]))?(?P<code>{CODE}|usd|eur|gbp)\$?)(?P<gap>\s?)$"
)
REPORTED = {"M": "million", "T": "thousand", "K": "thousand", "k": "thousand"}
CURRENCY_ENDS = frozenset(s[-1] for s in (*currencies.SYMBOLS, *currencies.CODES)) | {"\xa0", " "}
GLUED_TO_WORD = re.compile(r"[\w.,:/#\\@]$|[\w).,][-‐‑]$")
JOINED = re.compile(r"\b(?:magnitude|aged|mid|early|late)[-‐‑]$", re.IGNORECASE)
ARTICLE = re.compile(r"(?<!\w)(?:an?|half an?|half) $|(?<!\w)half[ -]$", re.IGNORECASE)
# what may stand between the two numbers of a range; the pattern of a number is long, and compiled once only
RANGE = re.compile(
    r"(?P<pre>%|\s?per ?cent|\s?percent)?(?P<same>(?:k|c|m)m|kg|ft|mph)?"
    r"(?P<mid>-to[\s-]|\s?[-–—‑~]\s?~?|\s+(?:(?:up\s+)?to|through|thru)\s+|\s+or\s+|\s+and\s+)",
    re.IGNORECASE,
)
SECOND = re.compile(rf"(?P<cur>(?:{SYMBOL}|(?:{CODE})(?=[\s\d]))\s?)?(?P<neg>[-−]|minus\s)?", re.IGNORECASE)
PLAIN_SECOND = re.compile(
    r"(?P<cur>(?!))?(?P<neg>[-−]|minus\s)?", re.IGNORECASE
)  # "N" is a currency, and begins "nine"
PERCENT = re.compile(r"\s?%|[\s-]?(?:percent|per ?cent|pct)(?:age)?(?:[\s-]points?)?\b(?!iles?)", re.IGNORECASE)
POINTS = re.compile(r"\s?pp\b|[\s-]percentage[\s-]points?\b|[\s-]points?\b(?= (?:lead|ahead|margin))", re.IGNORECASE)
UNIT_WORDS = "|".join(
    re.escape(u).replace(r"\ ", r"s?\ ") + ("s?" if u[-1].isalpha() and u not in units.SHORT else "")
    for u in sorted(units.UNITS, key=lambda u: (-len(u), u))
)
UNIT = re.compile(
    rf"(?P<gap>(?P<of>\sof\s(?:an?\s)?)|\s?-?\s?)(?P<unit>{UNIT_WORDS})"
    rf"(?![\w²³]|-olds?\b|-year|\.\d)",
    re.IGNORECASE,
)
# the marks of inches and feet, where what follows has a size: 2" wide, 30' high
MARKS = re.compile(
    r"(?:(?P<inch>[\"″”]|'')|(?P<foot>['’′]))(?=\s(?:wide|long|high|tall|deep|thick|in diameter)\b)", re.IGNORECASE
)
HEADS = alternatives((*currencies.NAMES, *(c for c in currencies.COINS if len(c) > 1)))
ADJECTIVES = alternatives({k.rpartition(" ")[0] for k in currencies.OF_COUNTRY})
MONEY = re.compile(
    rf"(?P<gap>[\s-]{{0,2}})(?:of\s+)?(?P<adj>(?:{ADJECTIVES})\s)?(?P<head>{HEADS})s?(?P<ster> sterling)?\b(?!-old)"
    rf"|\s?(?P<scale>[MTK](?=[A-Z]{{3}}\b))?(?P<code>{CODE})\b|(?P<p>[pc¢])\b|\s?(?P<sym>[€£₹₽₩₺₴]|(?:Rs|kr|zł|Kč|FCFA)\b)(?!\s?\d)|(?P<dollar>\$)(?![\s\d])",
    re.IGNORECASE,
)
RATE = re.compile(
    r"(?:\s(?:a|an|per|each|every|for each|for every)\s|/|-an?-)(?P<per>(?:1,?000|10,?000|100,?000|million|hundred"
    r"|thousand)(?:\s[a-z]+)?|[a-z]+)\b",
    re.IGNORECASE,
)
# "$52.50 in cash for each Corrigan share"
PER_SHARE = re.compile(
    r"\s(?:in (?:cash|stock|cash and stock)\s)?(?:for (?:each|every)|per|a)\s(?:[\w'’]+\s){0,2}share\b", re.IGNORECASE
)
PER_MANY = re.compile(r"\sper\s(?P<per>(?:1,?000|10,?000|100,?000|million|head|capita))\b", re.IGNORECASE)
BEFORE = re.compile(
    rf"(?:(?<=^)|(?<=[\s(“‘\"'\-–—,>~]))(?P<h>{_escaped(hedges.BEFORE)})"
    rf"(?P<gap>\s*(?:the\s+|to\s+|a\s+further\s+|another\s+)?)$",
    re.IGNORECASE,
)
_WORDS = alternatives((*ONES, *TEENS, *TENS))
AFTER = re.compile(
    rf"(?!\sand\s\w+\s(?:to|than)\b)(?:(?<=\d)|\s?)(?P<h>{_escaped(hedges.AFTER)})(?![\w])(?!\s[$£€]?(?:\d|(?:{_WORDS})\b))",
    re.IGNORECASE,
)
AFTER_NOUN = re.compile(r"\s(?P<h>or (?:more|so|fewer|less)|at (?:least|most)|and counting)(?=[\s.,;:)]|$)")
# A share without its whole, which only a hedge tells from an ordinal: "roughly a third", "just over half".
BARE_SHARE = re.compile(
    r"(?:an? )?(?:half|third|quarter|fifth)\b(?=\s(?:were|was|are|is|have|had|has|said|say|voted|live)\b|[.,;)]|$)",
    re.IGNORECASE,
)
FURTHER = re.compile(rf"\b(?:{alternatives(hedges.FURTHER)})\s+$", re.IGNORECASE)
ORDINAL = re.compile(
    rf"(?<![\w.-])(?:(?P<d>\d{{1,3}})(?:st|nd|rd|th)"
    rf"|(?P<w>(?:(?:{alternatives(TENS)})-)?(?:{alternatives(ORDINALS)})))(?![\w’'])",
    re.IGNORECASE,
)
FOLD_RE = re.compile(
    rf"\b(?P<w>{alternatives(FOLD)})\b|\b(?P<n>\d+|two|three|four|five|six|seven|eight|nine|ten|hundred)-?fold\b",
    re.IGNORECASE,
)
LOCATIVE = frozenset(
    {"about", "around", "over", "under", "above", "below", "all", "some", "only", "just", "within", "beyond"}
)
HEDGE_ENDS = frozenset(h.split()[-1] for h in hedges.BEFORE) | {"the", "to", "further", "another"}
FURTHER_ENDS = frozenset(f.split()[-1] for f in hedges.FURTHER)
# "an 8,000m peak", "the 100m final", "30m deep" are metres; other "m" behind digits are millions
METRES = re.compile(
    r"m(?=\s?\d{1,2}\s?cm\b|\s(?:by|x|×)\s\d[\d.]*\s?m\b|[\s-](?:high|tall|long|deep|wide|away|above|below|north|south|east|west|from|off|peak|mountain|summit|race"
    r"|final|heat"
    r"|sprint|runner|champion|gold|silver|bronze|record|freestyle|butterfly|backstroke|breaststroke|hurdles"
    r"|steeplechase|relay"
    r"|underwater|wave|waves|cliff|drop|tower|crane|pool|track|dash|title|telescope|yacht|boat|ship|bridge|wall"
    r"|fence)\b)"
)
# "the river rose to 14.2m": what has a level is told in metres
LEVEL = re.compile(
    r"\b(?:rivers?|creeks?|streams?|lakes?|waters?|floodwaters?|tides?|floods?|waves?|depths?|heights?|levels?|gauges?|dams?"
    r"|snow|crest\w*|peaked|deep|sea)\b(?:(?!cost|visit|worth|spen|pa[iy]d|fund|price|people)[^.;:$£€]){0,50}$",
    re.IGNORECASE,
)
NO_NOUN = re.compile(
    r"\s*(?:[.,;)]|$|(?:in|on|at|by|above|below|over|during|before|after|as|and|or|hit|late|early|this)\b)"
)
CHANGED = re.compile(
    r"\b(?:r[io]se|rising|f[ae]ll(?:en|s|ing)?|increas|decreas|grow|grew|drop|jump|climb|declin|reduc|rais|cut|lower"
    r"|up|down"
    r"|went|go(?:es|ing)|mov|soar|surg|plung|slump|shr[aiu]nk|swell|revis|improv|widen|narrow|chang|upgrad|slash"
    r"|expand|edg)\w*"
    r"\s(?:\w+\s){0,3}(?:from\s|by\s)?$",
    re.IGNORECASE,
)
NO_RATE = frozenset({"few", "lot", "bit", "little", "total", "new", "different", "single", "second-hand", "more"})
# "$300 Canadian" tells whose dollars they are
WHOSE = re.compile(
    r"\s\(?(?P<adj>Canadian|Australian|Singaporean|Jamaican|New Zealand|Hong Kong|US|U\.S\.|American)\)?"
    r"(?=[.,;)]|$|\s(?:a|per|for|in|to|and|or|from|on|at)\b)"
)
PRICE = re.compile(
    r"\b(?:pa(?:y|id|ying)|cost|worth|fine[ds]?|spen[dt]|earn|price|fee|sold|bought|debt|bill|owe|salary|wage|cash"
    r"|raise[ds]?|loan|sterling|tax)",
    re.IGNORECASE,
)
HEFT = re.compile(
    r"-?(?:s)?\s*(?:of\s+(?:cocaine|heroin|marijuana|meat|beef|fish|explosives|food|weight|fruit|rice|ice|gold"
    r"|copper|ivory)|heavi|overweight)",
    re.IGNORECASE,
)
