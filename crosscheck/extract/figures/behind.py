"""What stands behind a written number: "percent", a currency, a unit, a rate, a hedge."""

from __future__ import annotations

import re

from crosscheck.data import currencies, hedges, units
from crosscheck.extract.figures import patterns
from crosscheck.extract.figures.candidate import Candidate
from crosscheck.model import Span


def look_right(text: str, c: Candidate) -> None:
    """Percent, currency, unit, rate and hedge behind the number: what of them stands there goes into ``c``."""
    at = c.number.end
    if c.measure != "money" and not _percent_after(text, c, at):
        _money_after(text, c, at)
    if c.measure == "count":
        _unit_after(text, c, at)
    if c.currency == "USD" and (whose := patterns.WHOSE.match(text, c.end)) and text[c.start : c.end].startswith("$"):
        c.currency, c.end = currencies.OF_COUNTRY[f"{whose['adj'].lower()} dollar"], whose.end()
    if c.measure != "count":
        _rate_after(text, c)
    after = patterns.AFTER.match(text, c.end)
    if after and (
        after["h"].lower() not in ("plus", "odd")
        or text[after.end() : after.end() + 1] in (" ", "", ".", ",", ";", ")")
    ):
        c.bounds.append(hedges.AFTER[after["h"].lower()])
        c.hedge.append(Span(*after.span("h")))
        c.end = after.end()


def _percent_after(text: str, c: Candidate, at: int) -> bool:
    match = patterns.POINTS.match(text, at) or patterns.PERCENT.match(text, at)
    if match is None:
        return False
    told = match.group()
    points = "point" in told.lower() or told.strip() == "pp"
    c.measure, c.unit, c.end = "percent", "percentage point" if points else "percent", match.end()
    c.unit_span = Span(at + len(told) - len(told.lstrip(" -")), c.end)
    return True


def _rate_after(text: str, c: Candidate) -> None:
    rate = patterns.RATE.match(text, c.end)
    if rate and rate["per"].lower() not in patterns.NO_RATE:
        c.per = rate["per"].lower()
        c.end = rate.end()
    elif c.measure == "money" and patterns.PER_SHARE.match(text, c.end):
        c.per = "share"


def _money_after(text: str, c: Candidate, at: int) -> None:
    match = patterns.MONEY.match(text, at)
    if match is None:
        return
    by = _by_name if match["head"] else _by_code if match["code"] else _by_sign
    end = by(text, match, c)
    if end is not None:
        c.measure, c.unit_span, c.end = "money", Span(at, end), end


def _by_name(text: str, match: re.Match[str], c: Candidate) -> int | None:
    """Where a currency told by its name ends ("40 Canadian dollars"), None where the word is no money."""
    head = match["head"].lower()
    adjective = (match["adj"] or "").strip().lower()
    if not match["gap"] or (head in currencies.ORDINARY and not adjective and not _scaled(text, match, c)):
        return None
    if head == "pound" and not adjective and not match["ster"] and not _sterling(text, c, match.end()):
        return None
    c.currency = currencies.OF_COUNTRY.get(f"{adjective} {head}".strip()) or currencies.NAMES.get(head) or ""
    if head in currencies.COINS:
        c.coin, c.currency = head, currencies.COINS[head][0]
    c.unit = head
    return match.end()


def _by_code(text: str, match: re.Match[str], c: Candidate) -> int | None:
    """Where a currency told by its code ends, with the scale beside it: "75 USDbn", "75 USD million"."""
    if not match["code"].isupper() and match["code"] not in ("usd", "eur", "gbp"):
        return None
    c.currency = match["code"].upper()
    if match["scale"] and c.text[-1:].isdigit():
        c.text = f"{c.text} {patterns.REPORTED[match['scale']]}"
    if (scale := _SCALE_BEHIND.match(text, match.end())) and c.text[-1:].isdigit():
        c.text = f"{c.text} {scale[1]}"
        return scale.end()
    return match.end()


def _by_sign(text: str, match: re.Match[str], c: Candidate) -> int | None:
    """Where a currency told by its sign, or by the letter of a coin, ends: "40 €", "40p"."""
    if match["p"] == "C":  # degrees
        return None
    sign = match["sym"] or match["dollar"]
    if not sign:
        c.coin, c.currency = match["p"], currencies.COINS[match["p"].lower()][0]
    elif (match["sym"] or "$") in currencies.SYMBOLS:
        c.currency = currencies.SYMBOLS[sign]
    else:
        return None
    return match.end()


def _scaled(text: str, match: re.Match[str], c: Candidate) -> bool:
    """ "2 billion won", "2 billion crowns"; "the 1 million mark" is no money."""
    plural = text[match.end("head") : match.end("head") + 1] == "s"
    return _big(c.text) and (plural or match["head"].lower() not in currencies.SINGULAR_ELSE)


_NEAR = 60  # characters before a number in which its kind is told
_WARM = re.compile(r"temperature|degrees|heat|cold|highs?\b|lows?\b|warm|°|º", re.IGNORECASE)
_OF_WHAT = re.compile(r" of [a-z]")
_SCALE_BEHIND = re.compile(r"\s(million|billion|trillion|mln|bln|mn|bn|m)\b", re.IGNORECASE)


def _big(text: str) -> bool:
    return bool(re.search(r"million|billion|trillion|thousand|,\d{3}|bn|mn|\dm\b", text, re.IGNORECASE))


def _sterling(text: str, c: Candidate, end: int) -> bool:
    """Whether "pounds" is money: a big scale word, or talk of prices near it and none of weight."""
    if patterns.HEFT.match(text, end):
        return False
    if re.search(r"million|billion|trillion|bn|\dm\b", c.text, re.IGNORECASE):
        return True
    return bool(patterns.PRICE.search(text, max(0, c.start - 60), min(len(text), end + 25)))


def _unit_after(text: str, c: Candidate, at: int) -> None:
    if c.text[-1:].isdigit() and (mark := patterns.MARKS.match(text, at)):
        c.measure, c.unit, c.unit_span, c.end = "distance", mark.lastgroup or "", Span(*mark.span()), mark.end()
        return
    match = patterns.UNIT.match(text, at)
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
            or (match["gap"] == " " and lowered in ("c", "f") and _WARM.search(text, max(0, c.start - _NEAR), c.start))
            or (match["gap"] == " " and lowered in ("ha", "m", "min", "g", "mi", "gb", "tb", "mb", "mw"))
        )
    ):
        return
    if lowered in ("c", "f") and not word.isupper():
        return
    if match["gap"] == "" and not digits and lowered not in ("°", "°c", "°f"):
        return
    if lowered.startswith("cup") and "/" not in c.text and not _OF_WHAT.match(text, match.end()):
        return  # of a sport
    unit = units.lookup(word)
    if unit is None or (match["of"] and digits and "/" not in c.text):
        return
    c.measure, c.unit, c.glued = unit.measure, lowered, glued
    c.unit_span = Span(*match.span("unit"))
    c.end = match.end()
