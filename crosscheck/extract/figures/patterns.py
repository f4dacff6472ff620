"""Patterns of written numbers, currencies, units and hedges, built from the tables in crosscheck/data."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crosscheck.data import currencies, hedges, units
from crosscheck.data.numbers import FOLD, NUMBER, ORDINALS, TENS, alternatives


def _escaped(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=lambda w: (-len(w), w)))


SYMBOL = "|".join(sorted((re.escape(s) for s in currencies.SYMBOLS), key=len, reverse=True))
CODE = alternatives(currencies.CODES)
NUMBER_RE = re.compile(NUMBER, re.IGNORECASE)
CURRENCY_BEFORE = re.compile(rf"(?<![A-Za-z\d])(?P<cur>{SYMBOL}|{CODE})(?P<gap>\s?)$")
CURRENCY_ENDS = frozenset(s[-1] for s in (*currencies.SYMBOLS, *currencies.CODES)) | {"\xa0", " "}
GLUED_TO_WORD = re.compile(r"[\w.,:/#\\@]$|[\w).,][-‐‑]$")
JOINED = re.compile(r"\b(?:magnitude|aged|mid|early|late)[-‐‑]$", re.IGNORECASE)
ARTICLE = re.compile(r"(?<!\w)(?:an?|half an?|half) $|(?<!\w)half[ -]$", re.IGNORECASE)
RANGE = re.compile(
    rf"(?P<pre>%|\s?per ?cent|\s?percent)?(?P<mid>\s?[-–—‑]\s?|-to[\s-]|\s+(?:to|through|thru)\s+|\s+or\s+|\s+and\s+)"
    rf"(?P<cur>{SYMBOL})?(?P<n>{NUMBER})",
    re.IGNORECASE,
)
PERCENT = re.compile(r"\s?%|[\s-]?(?:percent|per ?cent|pct)(?:age)?(?:[\s-]points?)?\b(?!iles?)", re.IGNORECASE)
POINTS = re.compile(r"[\s-]percentage[\s-]points?\b|[\s-]points?\b(?= (?:lead|ahead|margin))", re.IGNORECASE)
UNIT_WORDS = "|".join(
    re.escape(u).replace(r"\ ", r"s?\ ") + ("s?" if u[-1].isalpha() and u not in units.SHORT else "")
    for u in sorted(units.UNITS, key=lambda u: (-len(u), u))
)
UNIT = re.compile(
    rf"(?P<gap>(?P<of>\sof\s(?:an?\s)?)|\s?-?\s?)(?P<unit>{UNIT_WORDS})"
    rf"(?![\w²]|-olds?\b|-year|\.\d)",
    re.IGNORECASE,
)
HEADS = alternatives((*currencies.NAMES, *(c for c in currencies.COINS if len(c) > 1)))
ADJECTIVES = alternatives({k.rpartition(" ")[0] for k in currencies.OF_COUNTRY})
MONEY = re.compile(
    rf"(?P<gap>[\s-]{{0,2}})(?:of\s+)?(?P<adj>(?:{ADJECTIVES})\s)?(?P<head>{HEADS})s?(?P<ster> sterling)?\b(?!-old)"
    rf"|\s?(?P<code>{CODE})\b|(?P<p>p|¢)\b|\s?(?P<sym>[€£₹₽₩₺₴])(?!\s?\d)|(?P<dollar>\$)(?![\s\d])",
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
AFTER = re.compile(
    rf"(?:(?<=\d)|\s?)(?P<h>{_escaped(hedges.AFTER)})(?![\w])",
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
    r"m(?=[\s-](?:high|tall|long|deep|wide|away|above|below|north|south|east|west|from|off|peak|mountain|summit|race"
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
