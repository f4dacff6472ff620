"""Finds written numbers with hedge, unit and currency, by patterns alone: the cheap first look at a text.

The parse is not read here. What is found may still be a year, a clock time or part of a name: see ``exclude``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crosscheck.data import currencies, hedges
from crosscheck.data.numbers import DOTTED, FOLD, ONES, ORDINALS, SPACED, TEENS, TENS, alternatives
from crosscheck.extract.figures import patterns
from crosscheck.extract.figures.behind import look_right
from crosscheck.extract.figures.candidate import Candidate
from crosscheck.model import Span

_COUNTED_OUT = frozenset({*ONES, *TEENS, *TENS})
_LOOK_BACK = 44  # the longest hedge and a determiner


def numbers(text: str, starts: Iterable[int]) -> Iterator[Candidate]:
    """The written numbers of ``text`` that begin at ``starts`` (offsets of digits and number words, in order)."""
    at = 0
    for start in starts:
        if start < at:
            continue
        candidate = _candidate(text, start, at)
        if candidate is not None:
            at = max(candidate.number.end, candidate.end if candidate.unit or candidate.currency else 0)
            yield candidate


def _candidate(text: str, start: int, taken: int) -> Candidate | None:
    """The number at ``start``; a currency that ends before ``taken`` is the last number's: "17 USD 25"."""
    digit = not text[start].isalpha()
    before = text[max(0, start - 8) : start]
    match = patterns.NUMBER_RE.match(text, start) if digit else _in_words(text, start, before)
    if match is None:
        return None
    start, end = match.span()
    if _RANK_GOES_ON.match(text, end) or ("/" in match.group()[:2] and _DAY_LEADS.search(before)):
        return None  # "thirty-first", "on 1/3."
    if spaced := SPACED.fullmatch(match.group()):
        end = _spaced_end(text, start, spaced.end() - spaced.start())
    if digit and before and before[-1] in patterns.CURRENCY_ENDS:
        if money := _behind_currency(text, start, end, before, taken):
            return _finish(text, money)
    if digit and before[-1:] == "." and not before[-2:-1].isalnum() and text[start - 1 : end].count(".") == 1:
        start -= 1
    lead = text[max(0, start - 2) : start]
    if patterns.GLUED_TO_WORD.search(lead) and not (digit and patterns.JOINED.search(text[max(0, start - 10) : start])):
        return None
    return _finish(text, Candidate(Span(start, end), start, end, text[start:end]))


def _in_words(text: str, start: int, before: str) -> re.Match[str] | None:
    """The number in words at ``start``, with its article where it has one: "a million"; or a bare share."""
    article = patterns.ARTICLE.search(before)
    if article is None:
        return patterns.NUMBER_RE.match(text, start) or _bare_share(text, start)
    first = start - len(article.group())
    return patterns.NUMBER_RE.match(text, first) or patterns.NUMBER_RE.match(text, start) or _bare_share(text, first)


def _behind_currency(text: str, start: int, end: int, before: str, taken: int) -> Candidate | None:
    """The number in digits with the currency before it, where one stands there: "$40", "$200MM", "US$bn 40"."""
    currency = patterns.CURRENCY_BEFORE.search(before)
    if currency is None or start - len(currency.group()) < taken:
        return None
    if currency["gap"] and currency["cur"] in currencies.GLUED:
        return None
    number, stop = text[start:end], end
    if text[end : end + 2] == "MM" and number[-1:].isdigit():
        number, stop = f"{number} million", end + 2
    candidate = Candidate(Span(start, stop), start - len(currency.group()), stop, number, measure="money")
    candidate.currency = currencies.SYMBOLS.get(currency["cur"]) or currency["code"].upper()
    if currency["scale"] and number[-1:].isdigit():
        candidate.text = f"{number} {patterns.REPORTED[currency['scale']]}"
    return candidate


_RANK_GOES_ON = re.compile(rf"-(?:{alternatives(w for w, n in ORDINALS.items() if n < 10)})s?\b", re.IGNORECASE)
_DAY_LEADS = re.compile(r"\b(?:on|by|since|until|from|before|after|of|to)\s$", re.IGNORECASE)
_TWO_NUMBERS = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
    r"|\b(?:in|since|by|until|of|from|flight|route|boeing|no\.?|number|room|bus|line|highway)|#)\s$",
    re.IGNORECASE,
)


def _spaced_end(text: str, start: int, length: int) -> int:
    """The end of digits in groups of three, or of the first group where a day, a year or a number of a thing leads.

    "816 000 tonnes" is one number; "on May 12 345 people" are two.
    """
    before = text[max(0, start - 14) : start]
    first = text.index(" ", start)
    if _TWO_NUMBERS.search(before) and not text[start : start + length].endswith("000"):
        return first
    return start + length


def _bare_share(text: str, start: int) -> re.Match[str] | None:
    match = patterns.BARE_SHARE.match(text, start)
    if match is None:
        return None
    lead = text[max(0, start - _LOOK_BACK) : start]
    words = lead.split()
    return match if words and words[-1].lower() in patterns.HEDGE_ENDS and patterns.BEFORE.search(lead) else None


_COLD = re.compile(r"\s(?:degrees?|percent|per cent)\b|\s?[°º%]")
_ENDS = re.compile(r"\s*(?:[.,;)]|$)")  # "the value is minus five."
_BELOW_ZERO = re.compile(r"\s(?:below zero|below freezing point|of frost)\b", re.IGNORECASE)


def _dotted(text: str, c: Candidate) -> None:
    """ "45.000 euros" are 45,000: three decimals that are all noughts, or an amount of at least ten, are thousands.

    A price of one digit ("1.259 euros a litre") keeps its decimals.
    """
    if not DOTTED.fullmatch(c.text):
        return
    whole, _, part = c.text.partition(".")
    counted = c.measure != "count" or re.match(r"\s[a-z]", text[c.end : c.end + 2]) is not None
    if (part == "000" and counted) or (c.measure == "money" and len(whole) > 1 and not c.per):
        c.text = whole + part


def _finish(text: str, candidate: Candidate) -> Candidate:
    if candidate.measure == "count" and candidate.text[-1:] == "m" and _metres(text, candidate):
        end = candidate.number.end - 1
        candidate.number, candidate.end, candidate.text = Span(candidate.number.start, end), end, candidate.text[:-1]
    look_left(text, candidate)
    _extend_range(text, candidate)
    look_right(text, candidate)
    if candidate.measure in ("degree", "temperature") and (below := _BELOW_ZERO.match(text, candidate.end)):
        candidate.sign, candidate.end = "-", below.end()
    _dotted(text, candidate)
    return candidate


_BY = re.compile(r"\dm (?:by|x|×) $")  # "3m by 4m"


def _metres(text: str, c: Candidate) -> bool:
    """Whether the "m" behind digits is metres: a high peak, a short race, the level of a river."""
    if not c.text[-2:-1].isdigit():
        return False
    return bool(
        _BY.search(text, max(0, c.start - 12), c.start)
        or patterns.METRES.match(text, c.number.end - 1)
        or patterns.NO_NOUN.match(text, c.number.end)
        and patterns.LEVEL.search(text, max(0, c.start - 70), c.start)
    )


def _extend_range(text: str, c: Candidate) -> None:
    match = patterns.RANGE.match(text, c.number.end)
    second = match and _second(text, match.end())
    if match is None or second is None:
        return
    lead, number = second
    mid = " ".join(match["mid"].lower().split())
    before = text[max(0, c.start - 48) : c.start].lower()
    if mid == "and" and not before.endswith("between "):
        return
    if (lead["cur"] and not c.currency) or (match["same"] and not text.startswith(match["same"], number.end())):
        return
    if text[number.end() : number.end() + 1].isalpha() and not patterns.UNIT.match(text, number.end()):
        return
    if not (c.sign or lead["neg"]) and not _ascending(c.text, number.group()):
        return
    if (match["pre"] and not patterns.PERCENT.match(text, number.end())) or (
        mid.endswith("to") and patterns.CHANGED.search(before) and not before.endswith((" to ", " by "))
    ):
        return
    c.is_range = True
    c.second = Span(*number.span())
    sign, c.sign = "minus " if c.sign else "", ""
    c.text = f"{sign}{c.text} to {'minus ' if lead['neg'] else ''}{number.group()}"
    c.number = Span(c.number.start, number.end())
    c.end = number.end()
    if mid == "and":
        c.hedge.insert(0, Span(c.start - 8, c.start - 1))
        c.start -= 8


def _second(text: str, at: int) -> tuple[re.Match[str], re.Match[str]] | None:
    """The second number of a range, and what stands before it: a currency, a sign."""
    for pattern in (patterns.SECOND, patterns.PLAIN_SECOND):
        lead = pattern.match(text, at)
        number = lead and patterns.NUMBER_RE.match(text, lead.end())
        if lead and number:
            return lead, number
    return None


def _ascending(a: str, b: str) -> bool:
    """A cheap look whether two written numbers can be a range: digits must rise, words may."""
    x, y = a.replace(",", ""), b.replace(",", "")
    left, right = re.match(r"[\d.]+", x), re.match(r"[\d.]+", y)
    if not left and right:
        return x.lower() in _COUNTED_OUT  # "eight to 10 inches"
    if not left or not right or not left.group().strip(".") or not right.group().strip("."):
        return bool(left) == bool(right) or not y[:1].isdigit()
    if x[left.end() :].strip(" -") != y[right.end() :].strip(" -"):
        return True  # "900,000 to 1.2 million", "5-10 million"
    try:
        return float(left.group().rstrip(".")) < float(right.group().rstrip("."))
    except ValueError:
        return False


def look_left(text: str, c: Candidate) -> None:
    """Hedges and words of addition before the number, outermost first."""
    while True:
        window = text[max(0, c.start - _LOOK_BACK) : c.start]
        offset = c.start - len(window)
        last = window.split()[-1:] if window else []
        if not last:
            return
        ends = last[0].lower().lstrip("(\"'“‘")
        further = patterns.FURTHER.search(window) if ends in patterns.FURTHER_ENDS else None
        if further and not c.further:
            c.further = True
            c.start = offset + further.start()
            continue
        if ends in ("minus", "negative") and (
            c.text[:1].isdigit()
            or ends == "negative"
            or _COLD.match(text, c.number.end)
            or _ENDS.match(text, c.number.end)
        ):
            c.sign, c.start = "-", offset + window.lower().rindex(ends)
            continue
        if window.endswith(("-", "−")) and (len(window) < 2 or window[-2] in " (") and c.text[:1] in "0123456789.":
            c.sign, c.start = "-", c.start - 1
            continue
        match = patterns.BEFORE.search(window) if ends in patterns.HEDGE_ENDS or ends[-1:] in "~<>≥≤≈=" else None
        if match and match["gap"].lower().lstrip().startswith("the") and match["h"].lower() in patterns.LOCATIVE:
            return
        if match is None or len(c.hedge) > 3:
            return
        c.bounds.insert(0, hedges.BEFORE[match["h"].lower()])
        c.hedge.insert(0, Span(offset + match.start("h"), offset + match.end("h")))
        c.start = offset + match.start("h")


def ordinal_at(text: str, start: int) -> tuple[Span, float] | None:
    """The ordinal, in digits or words, that begins at an offset."""
    match = patterns.ORDINAL.match(text, start)
    if match is None:
        return None
    if match["d"]:
        return Span(*match.span()), float(match["d"])
    tens, _, ones = match["w"].lower().rpartition("-")
    return Span(*match.span()), float(TENS.get(tens, 0) + ORDINALS[ones])


def multiple_at(text: str, start: int) -> tuple[Span, str, float] | None:
    """ "doubled", "twofold", "10-fold" round an offset: where, the word, the factor."""
    match = patterns.FOLD_RE.search(text, max(0, start - 9), start + 14)
    if match is None:
        return None
    word = match.group().lower()
    if match["w"]:
        return Span(*match.span()), word, FOLD[word]
    count = match["n"].lower()
    value = float(count) if count.isdigit() else float((ONES | TEENS | {"hundred": 100})[count])
    return Span(*match.span()), word, value
