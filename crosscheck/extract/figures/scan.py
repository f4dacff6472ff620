"""Finds written numbers with hedge, unit and currency, by patterns alone: the cheap first look at a text.

The parse is not read here. What is found may still be a year, a clock time or part of a name: see ``exclude``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from crosscheck.data import currencies, hedges, units
from crosscheck.data.numbers import FOLD, NUMBER, ONES, ORDINALS, TEENS, TENS, alternatives
from crosscheck.model import Span


@dataclass
class Candidate:
    """A number as written: where it stands, and what stands round it."""

    number: Span  # digits or words, both ends of a range
    start: int  # with hedge and currency
    end: int  # with unit, "percent", trailing hedge
    text: str  # the number, as the reader of numbers wants it
    measure: str = "count"
    unit: str = ""  # as written
    unit_span: Span | None = None
    currency: str = ""
    coin: str = ""
    per: str = ""
    bounds: list[str] = field(default_factory=list)
    hedge: list[Span] = field(default_factory=list)
    further: bool = False
    glued: bool = False  # the unit is joined to the number ("10-km", "48km")
    is_range: bool = False
    second: Span | None = None  # the other end of a range
    sign: str = ""


_SYMBOL = "|".join(sorted((re.escape(s) for s in currencies.SYMBOLS), key=len, reverse=True))
_CODE = alternatives(currencies.CODES)
_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_CURRENCY_BEFORE = re.compile(rf"(?<![A-Za-z\d])(?P<cur>{_SYMBOL}|{_CODE})(?P<gap>\s?)$")
_CURRENCY_ENDS = frozenset(s[-1] for s in (*currencies.SYMBOLS, *currencies.CODES)) | {"\xa0", " "}
_GLUED_TO_WORD = re.compile(r"[\w.,:/#\\@]$|[\w).,][-‐‑]$")
_JOINED = re.compile(r"\b(?:magnitude|aged|mid|early|late)[-‐‑]$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)(?:an?|half an?|half) $|(?<!\w)half[ -]$", re.IGNORECASE)
_RANGE = re.compile(
    rf"(?P<pre>%|\s?per ?cent|\s?percent)?(?P<mid>\s?[-–—‑]\s?|-to[\s-]|\s+to\s+|\s+or\s+|\s+and\s+)"
    rf"(?P<cur>{_SYMBOL})?(?P<n>{NUMBER})",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s?%|[\s-]?(?:percent|per ?cent|pct)(?:age)?(?:[\s-]points?)?\b(?!iles?)", re.IGNORECASE)
_POINTS = re.compile(r"[\s-]percentage[\s-]points?\b|[\s-]points?\b(?= (?:lead|ahead|margin))", re.IGNORECASE)
_UNIT_WORDS = "|".join(
    re.escape(u).replace(r"\ ", r"s?\ ") + ("s?" if u[-1].isalpha() and u not in units.SHORT else "")
    for u in sorted(units.UNITS, key=lambda u: (-len(u), u))
)
_UNIT = re.compile(
    rf"(?P<gap>(?P<of>\sof\s(?:an?\s)?)|\s?-?\s?)(?P<unit>{_UNIT_WORDS})"
    rf"(?![\w²]|-olds?\b|-year|\.\d)",
    re.IGNORECASE,
)
_HEADS = alternatives((*currencies.NAMES, *(c for c in currencies.COINS if len(c) > 1)))
_ADJECTIVES = alternatives({k.rpartition(" ")[0] for k in currencies.OF_COUNTRY})
_MONEY = re.compile(
    rf"(?P<gap>[\s-]{{0,2}})(?:of\s+)?(?P<adj>(?:{_ADJECTIVES})\s)?(?P<head>{_HEADS})s?(?P<ster> sterling)?\b(?!-old)|\s?(?P<code>{_CODE})\b|(?P<p>p|¢)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"(?:\s(?:a|an|per|each|every|for each|for every)\s|/|-an?-)(?P<per>(?:1,?000|10,?000|100,?000|million|hundred|thousand)(?:\s[a-z]+)?|[a-z]+)\b",
    re.IGNORECASE,
)
PER_MANY = re.compile(r"\sper\s(?P<per>(?:1,?000|10,?000|100,?000|million|head|capita))\b", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?:(?<=^)|(?<=[\s(“‘\"'\-–—,>~]))(?P<h>{'|'.join(sorted((re.escape(h) for h in hedges.BEFORE), key=len, reverse=True))})"
    rf"(?P<gap>\s*(?:the\s+|to\s+|a\s+further\s+|another\s+)?)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:(?<=\d)|\s?)(?P<h>{'|'.join(sorted((re.escape(h) for h in hedges.AFTER), key=len, reverse=True))})(?![\w])",
    re.IGNORECASE,
)
_FURTHER = re.compile(rf"\b(?:{alternatives(hedges.FURTHER)})\s+$", re.IGNORECASE)
_ORDINAL = re.compile(
    rf"(?<![\w.-])(?:(?P<d>\d{{1,3}})(?:st|nd|rd|th)|(?P<w>(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(?:{alternatives(ORDINALS)})))(?![\w’'])",
    re.IGNORECASE,
)
_FOLD = re.compile(
    rf"\b(?P<w>{alternatives(FOLD)})\b|\b(?P<n>\d+|two|three|four|five|six|seven|eight|nine|ten|hundred)-?fold\b",
    re.IGNORECASE,
)
_LOCATIVE = frozenset(
    {"about", "around", "over", "under", "above", "below", "all", "some", "only", "just", "within", "beyond"}
)
_HEDGE_ENDS = frozenset(h.split()[-1] for h in hedges.BEFORE) | {"the", "to", "further", "another"}
_FURTHER_ENDS = frozenset(f.split()[-1] for f in hedges.FURTHER)
# "an 8,000m peak", "the 100m final", "30m deep" are metres; other "m" behind digits are millions
_METRES = re.compile(
    r"m(?=[\s-](?:high|tall|long|deep|wide|away|above|below|north|south|east|west|from|off|peak|mountain|summit|race|final|heat"
    r"|sprint|runner|champion|gold|silver|bronze|record|freestyle|butterfly|backstroke|breaststroke|hurdles|steeplechase|relay"
    r"|underwater|wave|waves|cliff|drop|tower|crane|pool|track|dash|title|telescope|yacht|boat|ship|bridge|wall|fence)\b)"
)
_LOOK_BACK = 44  # the longest hedge and a determiner


def numbers(text: str, starts: Iterable[int]) -> Iterator[Candidate]:
    """The written numbers of ``text`` that begin at ``starts`` (offsets of digits and number words, in order)."""
    at = 0
    for start in starts:
        if start < at:
            continue
        candidate = _candidate(text, start)
        if candidate is not None:
            at = max(candidate.number.end, candidate.end if candidate.unit or candidate.currency else 0)
            yield candidate


def _candidate(text: str, start: int) -> Candidate | None:
    digit = not text[start].isalpha()
    before = text[max(0, start - 8) : start]
    if not digit:
        article = _ARTICLE.search(before)
        start -= len(article.group()) if article else 0
        match = _NUMBER.match(text, start) or (_NUMBER.match(text, start + len(article.group())) if article else None)
    else:
        match = _NUMBER.match(text, start)
    if match is None:
        return None
    start, end = match.span()
    currency = _CURRENCY_BEFORE.search(before) if digit and before and before[-1] in _CURRENCY_ENDS else None
    if currency and not (currency["gap"] and currency["cur"] in currencies.GLUED):
        candidate = Candidate(Span(start, end), start - len(currency.group()), end, match.group(), measure="money")
        candidate.currency = currencies.SYMBOLS.get(currency["cur"], currency["cur"])
        return _finish(text, candidate)
    if digit and before[-1:] == "." and not before[-2:-1].isalnum() and text[start - 1 : end].count(".") == 1:
        start -= 1
        before = before[:-1]
    lead = text[max(0, start - 2) : start]
    if _GLUED_TO_WORD.search(lead) and not (digit and _JOINED.search(text[max(0, start - 10) : start])):
        return None
    return _finish(text, Candidate(Span(start, end), start, end, text[start:end]))


def _finish(text: str, candidate: Candidate) -> Candidate:
    if (
        candidate.measure == "count"
        and _METRES.match(text, candidate.number.end - 1)
        and candidate.text[-2:-1].isdigit()
    ):
        end = candidate.number.end - 1
        candidate.number, candidate.end, candidate.text = Span(candidate.number.start, end), end, candidate.text[:-1]
    look_left(text, candidate)
    _extend_range(text, candidate)
    _look_right(text, candidate)
    return candidate


def _extend_range(text: str, c: Candidate) -> None:
    match = _RANGE.match(text, c.number.end)
    if match is None:
        return
    mid = match["mid"].strip().lower()
    before = text[max(0, c.start - 48) : c.start].lower()
    if mid == "and" and not before.endswith("between "):
        return
    if (match["cur"] and not c.currency) or text[match.end() : match.end() + 1].isalpha():
        return
    if not _ascending(c.text, match["n"]):
        return
    if (match["pre"] and not _PERCENT.match(text, match.end())) or (mid == "to" and _CHANGED.search(before)):
        return
    c.is_range = True
    c.second = Span(*match.span("n"))
    c.text = f"{c.text} to {match['n']}"
    c.number = Span(c.number.start, match.end("n"))
    c.end = match.end("n")
    if mid == "and":
        c.hedge.insert(0, Span(c.start - 8, c.start - 1))
        c.start -= 8


_CHANGED = re.compile(
    r"\b(?:r[io]se|rising|f[ae]ll(?:en|s|ing)?|increas|decreas|grow|grew|drop|jump|climb|declin|reduc|rais|cut|lower|up|down"
    r"|went|go(?:es|ing)|mov|soar|surg|plung|slump|shr[aiu]nk|swell|revis|improv|widen|narrow|chang|upgrad|slash|expand|edg)\w*"
    r"\s(?:\w+\s){0,3}(?:from\s|by\s)?$",
    re.IGNORECASE,
)


def _ascending(a: str, b: str) -> bool:
    """A cheap look whether two written numbers can be a range: digits must rise, words may."""
    x, y = a.replace(",", ""), b.replace(",", "")
    left, right = re.match(r"[\d.]+", x), re.match(r"[\d.]+", y)
    if not left or not right or not left.group().strip(".") or not right.group().strip("."):
        return bool(left) == bool(right) or not y[:1].isdigit()
    if x[left.end() :].strip(" -") != y[right.end() :].strip(" -"):
        return True  # "900,000 to 1.2 million", "5-10 million"
    try:
        return float(left.group().rstrip(".")) < float(right.group().rstrip("."))
    except ValueError:
        return False


def _look_right(text: str, c: Candidate) -> None:
    at = c.number.end
    for pattern in (_POINTS, _PERCENT):
        match = pattern.match(text, at)
        if match and c.measure != "money":
            c.measure, c.unit, c.end = "percent", "percent", match.end()
            if "point" in match.group().lower():
                c.unit = "percentage point"
            c.unit_span = Span(at + len(match.group()) - len(match.group().lstrip(" -")), c.end)
            break
    else:
        if c.measure != "money":
            _money_after(text, c, at)
        if c.measure == "count":
            _unit_after(text, c, at)
    if c.measure != "count":
        rate = _RATE.match(text, c.end)
        if rate and rate["per"].lower() not in _NO_RATE:
            c.per = rate["per"].lower()
            c.end = rate.end()
    after = _AFTER.match(text, c.end)
    if after and (after["h"].lower() not in ("plus", "odd") or text[after.end() : after.end() + 1] in (" ", "")):
        c.bounds.append(hedges.AFTER[after["h"].lower()])
        c.hedge.append(Span(*after.span("h")))
        c.end = after.end()


_NO_RATE = frozenset({"few", "lot", "bit", "little", "total", "new", "different", "single", "second-hand", "more"})


def _money_after(text: str, c: Candidate, at: int) -> None:
    match = _MONEY.match(text, at)
    if match is None:
        return
    if match["head"]:
        head = match["head"].lower()
        adjective = (match["adj"] or "").strip().lower()
        if not match["gap"] or (head in ("real", "won", "dong", "rand") and not adjective and not _big(c.text)):
            return
        if head == "pound" and not adjective and not match["ster"] and not _sterling(text, c, match.end()):
            return
        c.measure = "money"
        c.currency = currencies.OF_COUNTRY.get(f"{adjective} {head}".strip()) or currencies.NAMES.get(head) or ""
        if head in currencies.COINS:
            c.coin, c.currency = head, currencies.COINS[head][0]
        c.unit = head
    elif match["code"]:
        if not match["code"].isupper():
            return
        c.measure, c.currency = "money", match["code"]
    else:
        c.measure, c.coin, c.currency = "money", match["p"], currencies.COINS[match["p"].lower()][0]
    c.unit_span = Span(at, match.end())
    c.end = match.end()


def _big(text: str) -> bool:
    return bool(re.search(r"million|billion|trillion|thousand|,\d{3}|bn|mn|\dm\b", text, re.IGNORECASE))


_PRICE = re.compile(
    r"\b(?:pa(?:y|id|ying)|cost|worth|fine[ds]?|spen[dt]|earn|price|fee|sold|bought|debt|bill|owe|salary|wage|cash|raise[ds]?|loan|sterling|tax)",
    re.IGNORECASE,
)
_HEFT = re.compile(
    r"-?(?:s)?\s*(?:of\s+(?:cocaine|heroin|marijuana|meat|beef|fish|explosives|food|weight|fruit|rice|ice|gold|copper|ivory)|heavi|overweight)",
    re.IGNORECASE,
)


def _sterling(text: str, c: Candidate, end: int) -> bool:
    """Whether "pounds" is money: a big scale word, or talk of prices near it and none of weight."""
    if _HEFT.match(text, end):
        return False
    if re.search(r"million|billion|trillion|bn|\dm\b", c.text, re.IGNORECASE):
        return True
    return bool(_PRICE.search(text, max(0, c.start - 60), min(len(text), end + 25)))


def _unit_after(text: str, c: Candidate, at: int) -> None:
    match = _UNIT.match(text, at)
    if match is None:
        return
    word = match["unit"]
    lowered = word.lower()
    glued = "-" in match["gap"]
    digits = c.text[-1:].isdigit()
    if lowered in units.SHORT and not (
        digits
        and (
            match["gap"] == ""
            or (match["gap"] == " " and lowered in ("ha", "m", "min", "g", "mi", "gb", "tb", "mb", "mw"))
        )
    ):
        return
    if lowered in ("c", "f") and not word.isupper():
        return
    if match["gap"] == "" and not digits and lowered not in ("°", "°c", "°f"):
        return
    unit = units.lookup(word)
    if unit is None or (match["of"] and digits):
        return
    c.measure, c.unit, c.glued = unit.measure, lowered, glued
    c.unit_span = Span(*match.span("unit"))
    c.end = match.end()


def look_left(text: str, c: Candidate) -> None:
    """Hedges and words of addition before the number, outermost first."""
    while True:
        window = text[max(0, c.start - _LOOK_BACK) : c.start]
        offset = c.start - len(window)
        last = window.split()[-1:] if window else []
        if not last:
            return
        ends = last[0].lower().lstrip("(\"'“‘")
        further = _FURTHER.search(window) if ends in _FURTHER_ENDS else None
        if further and not c.further:
            c.further = True
            c.start = offset + further.start()
            continue
        if ends == "minus" and c.text[:1].isdigit():
            c.sign, c.start = "-", offset + window.lower().rindex("minus")
            continue
        if window.endswith(("-", "−")) and (len(window) < 2 or window[-2] in " (") and c.text[:1].isdigit():
            c.sign, c.start = "-", c.start - 1
            continue
        match = _BEFORE.search(window) if ends in _HEDGE_ENDS or ends[-1:] in "~<>≥≤≈=" else None
        if match and match["gap"].lower().startswith("the") and match["h"].lower() in _LOCATIVE:
            return
        if match is None or len(c.hedge) > 3:
            return
        c.bounds.insert(0, hedges.BEFORE[match["h"].lower()])
        c.hedge.insert(0, Span(offset + match.start("h"), offset + match.end("h")))
        c.start = offset + match.start("h")


def ordinal_at(text: str, start: int) -> tuple[Span, float] | None:
    """The ordinal, in digits or words, that begins at an offset."""
    match = _ORDINAL.match(text, start)
    if match is None:
        return None
    if match["d"]:
        return Span(*match.span()), float(match["d"])
    tens, _, ones = match["w"].lower().rpartition("-")
    return Span(*match.span()), float(TENS.get(tens, 0) + ORDINALS[ones])


def multiple_at(text: str, start: int) -> tuple[Span, str, float] | None:
    """ "doubled", "twofold", "10-fold" round an offset: where, the word, the factor."""
    match = _FOLD.search(text, max(0, start - 9), start + 14)
    if match is None:
        return None
    word = match.group().lower()
    if match["w"]:
        return Span(*match.span()), word, FOLD[word]
    count = match["n"].lower()
    value = float(count) if count.isdigit() else float((ONES | TEENS | {"hundred": 100})[count])
    return Span(*match.span()), word, value
