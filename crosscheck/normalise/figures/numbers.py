"""Written numbers to values: ``1,500``, ``two hundred and fifty``, ``$5-10 million``, ``one in five``, ``dozens``.

A closed grammar over :mod:`crosscheck.data.numbers`; no library, since those that exist drop hedges, lakh and crore,
vague plurals and ranges. Nothing here raises on odd text: what is not a number is None.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from crosscheck.data import numbers as lex


class Reading(NamedTuple):
    """A number as an interval; ``share`` marks fractions (of 1), ``vague`` what was never counted ("dozens")."""

    low: float | None
    high: float | None
    share: bool = False
    vague: bool = False


_WORD = re.compile(
    r"\d+(?:\.\d+)?e[+-]?\d+|\d{1,4}[ -]\d{1,2}/\d{1,2}|[1-9]\d{0,2}(?: \d{3})+(?:,\d{1,2})?(?!\d)"
    r"|[1-9]\d{0,2}(?:['’]\d{3})+(?:\.\d+)?(?!\d)|\d[\d,.\u00a0\u202f\u2009]*|[½¼¾⅓⅔⅛]|[a-z]+|\.\d+",
    re.IGNORECASE,
)
_EUROPEAN = re.compile(
    r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+,\d{1,2}"
)
_BETWEEN = re.compile(
    r"(?:%|°|°?[CF]\b)?(?:\s*-?to-?\s*|\s?[-–—]\s?|\s+(?:or|and|through|thru)\s+)[$€£¥]?", re.IGNORECASE
)
_AND_PART = re.compile(r"[ -]and[ -](an?|one|three)[ -](half|quarter)s?")
_POWER = re.compile(r"(?:(\d[\d.]*)\s?[x×]\s?)?(\d{1,3}(?:\.\d{1,3})?)\^?([-⁻]?)(\d{1,2}|[⁰¹²³⁴-⁹]{1,2})")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PART_OF = re.compile(r"(.+?) of an? (\w+)")
_MOST = 1e18  # beyond a million trillions, digits are codes
_SINGLE = re.compile(lex.NUMBER, re.IGNORECASE)
_IN_EVERY = re.compile(r"(.+?) (?:in|out of) (?:every )?(.+)$", re.IGNORECASE)
_PARTS = lex.PARTS | lex.LONG_PARTS
_PART = rf"(?:{lex.alternatives(lex.PARTS)}|{lex.LONG_NTH})"
_FRACTION = re.compile(rf"(?:(.+?)[ -])??({_PART})s?$", re.IGNORECASE)
_MIXED = re.compile(
    rf"(.+) and ((?:.+?[ -]{_PART}s)|one[ -]{_PART}|\d/\d)$",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"([1-9]\d?)/([1-9](?:\d?|00|,?000))( .+)?")
_BESIDE = re.compile(r"([a-z-]+) (\d/\d)")
_SCALED = re.compile(rf"(?:{lex.alternatives(lex.SCALES)})s?\b|\d(?:k|m|mm|b|t)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def read_number(text: str) -> Reading | None:
    """The interval that a written number names, without its hedge; None where it names none.

    >>> read_number("10 to 15")
    Reading(low=10.0, high=15.0, share=False, vague=False)
    """
    text = " ".join(text.replace("\u2010", "-").replace("\u2011", "-").split())
    if any(c in text for c in "^×x⁰¹²³⁴⁵⁶⁷⁸⁹") and (power := _POWER.fullmatch(text)):
        return _raised(power)
    if "minus " in text.lower() and (ends := _signed_ends(text)):
        return _range(*ends)  # "minus 5 to 10", "minus 10 to minus 5"
    sign = -1 if text.lower().startswith(("minus ", "negative ")) else 1
    if sign < 0 and (found := read_number(text.partition(" ")[2])) is not None:
        return found._replace(
            low=None if found.high is None else -found.high, high=None if found.low is None else -found.low
        )
    if ends := _ends(text):
        return _range(*ends)
    single = _share(text)
    if single is not None:
        return Reading(single, single, share=True)
    vague = _vague(text)
    if vague is not None:
        return Reading(vague, None, vague=True)
    value = _value(text)
    if value is None:
        return None
    couple = text.lower().startswith(("a couple", "couple"))
    return Reading(value, value, vague=couple)


def _raised(power: re.Match[str]) -> Reading | None:
    """Powers as science writes them: "3.2 x 10^4", "10⁶"."""
    if (power[1] or "").count(".") > 1:
        return None
    exponent = int(power[4].translate(_RAISED)) * (-1 if power[3] else 1)
    base = float(power[2])
    value = float((power[1] or "1").rstrip(".")) * (base**exponent if base else 0.0)
    return Reading(value, value) if value < _MOST else None


def _ends(text: str) -> tuple[str, str] | None:
    """The two numbers of a range, which is no number by itself: "10-15", "5% to 6"; None for what is none."""
    parts = list(_BETWEEN.finditer(text))
    if not parts or _SINGLE.fullmatch(text):
        return None
    for between in parts:
        start, end = between.span()
        if _SINGLE.fullmatch(text, 0, start) and _SINGLE.fullmatch(text, end):
            return text[:start], text[end:]
    whole = _whole_range().match(text)  # a number may look at what follows it: "two and a half to three"
    return (whole["a"], whole["b"]) if whole else None


@cache  # it is long, and few checks need it
def _whole_range() -> re.Pattern[str]:
    return re.compile(rf"(?P<a>{lex.NUMBER}){_BETWEEN.pattern}(?P<b>{lex.NUMBER})$", re.IGNORECASE)


def _signed_ends(text: str) -> tuple[str, str] | None:
    """The two numbers of a range of which one or both are below zero, with their signs."""
    for to in re.finditer(" to ", text, re.IGNORECASE):
        ends = text[: to.start()], text[to.end() :]
        if all(_SINGLE.fullmatch(re.sub("^minus ", "", end, flags=re.IGNORECASE)) for end in ends):
            return ends
    return None


def _range(a: str, b: str) -> Reading | None:
    low, high = read_number(a), read_number(b)
    if low is None or high is None or low.low is None or high.low is None:
        return None
    first, last = low.low, high.low
    scale = _scale_of(b)
    if scale > 1 and _scale_of(a) == 1 and first < last / scale * 1000 and first < 1000:
        first *= scale
    return Reading(min(first, last), max(first, last), share=low.share and high.share)


def _scale_of(text: str) -> float:
    found = _SCALED.findall(text)
    value, bare = _value(text), _value(_SCALED.sub(lambda m: m.group()[:1] if m.group()[0].isdigit() else "", text))
    return value / bare if found and value and bare else 1.0


def _share(text: str) -> float | None:
    match = _IN_EVERY.match(text.replace("-in-", " in "))
    if match:
        part, whole = _value(match[1]), _value(match[2])
        return part / whole if part is not None and whole else None
    if (slashed := _SLASHED.fullmatch(text)) and not slashed[3]:
        return int(slashed[1]) / int(slashed[2].replace(",", ""))
    match = _FRACTION.match(text)
    if not match or _AND_PART.search(text.lower()) or _MIXED.fullmatch(text):
        return None  # "two and a half" is no share
    count = 1.0 if (match[1] or "a").lower() in ("a", "an", "") else _value(match[1])
    return None if count is None else count / _PARTS[match[2].lower()]


def _vague(text: str) -> float | None:
    words = text.lower().split()
    if words and words[0] in ("several", "few", "a", "many"):
        rest = words[2:] if words[:2] == ["a", "few"] else words[1:]
        if words[0] != "a" or words[:2] == ["a", "few"]:
            if rest and rest[0] in lex.VAGUE:
                return _vague(" ".join(rest))
            scale = _product(rest)
            return 2 * scale if scale else None
    if not words or words[0] not in lex.VAGUE:
        return None
    low = 2 * lex.VAGUE[words[0]]
    for word in words[1:]:
        if word != "of":
            low *= lex.VAGUE.get(word, 1)
    return low


def _product(words: list[str]) -> float:
    total = 1.0
    for word in words:
        scale = lex.SCALES.get(word) or lex.SCALES.get(word.removesuffix("s"))
        if scale is None:
            return 0.0
        total *= scale
    return total if words else 0.0


def _value(text: str) -> float | None:
    """Value of one plain number: groups of small words, each raised by the scales after it."""
    lowered = text.lower().strip()
    if (mixed := _MIXED.fullmatch(lowered) or _BESIDE.fullmatch(lowered)) and not _AND_PART.search(
        lowered
    ):  # "five and two thirds"
        whole, share = _value(mixed[1]), _share(mixed[2])
        return None if whole is None or share is None else round(whole + share, 6)
    part = _PART_OF.fullmatch(lowered)
    if part:
        share, scale = _share(part[1]), _product([part[2]])
        return share * scale if share and scale else None
    half = re.fullmatch(r"(?:an? )?(half|quarter)(?: of)?[ -](?:an? )?(.+)", lowered)
    if half:
        scale = _product(half[2].split())
        return scale / lex.PARTS[half[1]] if scale else None
    if point := lex.POINT.fullmatch(lowered):
        written = point["whole"] or "zero"  # "point five percent"
        whole = 0.0 if written in lex.DIGIT_WORDS and not lex.DIGIT_WORDS[written] else _value(written)
        digits = "".join(str(lex.DIGIT_WORDS[w]) for w in point["digits"].split())
        scale = _product([point["big"]]) if point["big"] else 1.0
        return None if whole is None else round((whole + int(digits) / 10 ** len(digits)) * scale, 6)
    return _summed(re.sub(r"^(?:a )?(?:couple|pair)(?: of)?\b", "two", lowered))


def _summed(lowered: str) -> float | None:
    """Value of small words and scales in a row: "two hundred and five thousand"."""
    lowered, added = _and_a_half(lowered)
    total, group, seen = 0.0, 0.0, False
    for token in _WORD.findall(lowered):
        known = _small(token)
        if known is not None:
            group, seen = group + known, True
        elif token in lex.SCALES or token.removesuffix("s") in lex.SCALES:
            scale = lex.SCALES.get(token) or lex.SCALES[token.removesuffix("s")]
            if total and not group and not added:
                total *= scale  # "three lakh crore", "two thousand million"
                continue
            group = ((group if seen else 1.0) + added) * scale
            added = 0.0
            if scale >= 1000:
                total, group = total + group, 0.0
            seen = True
        elif token in lex.SUFFIXES and seen:
            total, group = total + group * lex.SUFFIXES[token], 0.0
        elif token in ("a", "an"):
            group, seen = group + 1, True
        elif token != "and":
            return None
    value = total + group + added
    return round(value, 6) if seen and value < _MOST else None


def _and_a_half(text: str) -> tuple[str, float]:
    match = _AND_PART.search(text)
    if not match:
        return text, 0.0
    parts = 3 if match[1] == "three" else 1
    return text[: match.start()] + text[match.end() :], parts / lex.PARTS[match[2]]


def _small(token: str) -> float | None:
    if token[0].isdigit() or token[0] == ".":
        if "/" in token:
            whole, upper, lower = re.split(r"[ /-]", token)
            return int(whole) + int(upper) / int(lower)
        if "e" in token:
            return float(token)
        if _EUROPEAN.fullmatch(token):
            token = token.replace(".", "").replace(",", ".")  # 1.234.567,89 as Europe writes it
        if re.fullmatch(r"\d{1,3},\d\d?", token):
            token = token.replace(",", ".")  # "1,5 million", "5,50 euros": thousands have three
        digits = re.sub(r"[,'’ \u00a0\u202f\u2009]", "", token).rstrip(".")
        try:
            return float(digits)
        except ValueError:
            return None
    if token in lex.VULGAR:
        return lex.VULGAR[token]
    if token == "zero":
        return 0.0
    return lex.ONES.get(token) or lex.TEENS.get(token) or lex.TENS.get(token)
