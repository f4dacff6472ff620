"""Digits that are no figures: years, dates, clock times, telephone numbers, addresses, names, list numbers, scores."""

from __future__ import annotations

import re

from crosscheck.data.currencies import CODES
from crosscheck.data.numbers import alternatives
from crosscheck.extract.figures.candidate import Candidate

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_AFTER_MONTH = re.compile(
    rf"\b{_MONTH}\.?,?\s*(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:-|–|to|and|or|through|,)\s?(?:and\s+)?))*$",
    re.IGNORECASE,
)
_BEFORE_MONTH = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s?(?:-|–|to|and|or|,)\s?\d{{1,2}}(?:st|nd|rd"
    rf"|th)?)*(?:\s+of)?[\s-]{_MONTH}\b\.?(?!\s+(?:have|be)\b)",
    re.IGNORECASE,
)
_CLOCK_AFTER = re.compile(
    r"(?:[:.]\d\d)?\s?(?:a\.?m\b|p\.?m\b|o['’]?clock|(?:noon|midnight)\b|(?:hrs?|hours?)?,?\s?(?:local time|GMT|UTC"
    r"|BST|CET|CEST|EST|EDT"
    r"|PST|PDT|CST|CDT|IST|JST|ET\b|PT\b|Eastern|Pacific time)|h\d\d\b|:\d\d)",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(r"(?:\d:|\d{1,2}\.)$")
_CHUNK = re.compile(
    r"https?://|www\.|@\S+\.\w|\b\d{1,4}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d\d-\d\d|\b\d{1,2}/\d{1,2}\b"
    r"|\b\d{1,2}:\d\d|\b\d+\.\d+\.\d+"
    r"|\b24[/-]7\b|^[(“\"'‘]?[@#]\w|\b(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)?\d\d)\b|\b9[-/]11\b|\b50[-/]50\b"
    r"|\b\w*\d\w*[A-Z]\w*\d\w*\b"
)
_PHONE = re.compile(
    r"\+\d[\d\s().-]{6,}\d|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\b1-8\d\d-[\w-]+"
    r"|\b0\d{3,4}[\s-]\d{3}[\s-]?\d{3,4}\b"
    r"|(?<!\$)\b\d{3}-\d{4}\b(?! (?:people|dollars))"
)
_ADDRESS = re.compile(
    r"(?:-\d+)?\s(?:[NSEW]\.?\s|North\s|South\s|East\s|West\s)?(?:[A-Z][\w.'’-]+\s){1,3}?(?:Street|St|Avenue|Ave"
    r"|Road|Rd|Boulevard|Blvd|Lane|Ln"
    r"|Drive|Dr|Way|Court|Ct|Place|Pl|Square|Sq|Highway|Hwy|Terrace|Crescent|Row|Parkway|Pkwy)\b"
    r"|\sDowning\b|(?:st|nd|rd|th)\s(?:Street|St\b|Avenue|Ave\b|Road|Precinct|District)"
)
_DESIGNATOR = re.compile(
    r"\b(?:chapter|page|pages|pp?\.|section|sec\.|article|clause|paragraph|rule|title|room|suite|apt\.?|apartment"
    r"|gate|terminal"
    r"|channel|level|phase|type|unit|flight|route|interstate|highway|hwy|exit|lane|platform|line|bus|train|bed|ward"
    r"|block|sector"
    r"|zone|district|precinct|area|pier|dock|runway|pier|part|volume|vol\.?|episode|season|series|act|scene|verse"
    r"|psalm|grade"
    r"|year|class|form|stage|step|version|model|mark|mk|tier|box|file|case|docket|bill|resolution|amendment"
    r"|proposition|prop\.?"
    r"|protocol|convention|schedule|appendix|annex|table|figure|fig\.?|plate|lot|plot|mile|junction|group|pool|round"
    r"|week|day"
    r"|game|match|race|heat|lap|hole|inning|quarter|week|studio|hangar|cell|camp|building|house|tower|engine|reactor"
    r"|area"
    r"|windows|office|formula|apollo|boeing|airbus|iphone|ipad|galaxy|group of|gang of|big|fab|hall|pad|launch pad"
    r"|track"
    r"|item|question|answer|exhibit|seat|slide|footnote|witness|juror|speaker|option|stall|berth|coach|carriage"
    r"|u\.?s\.?|route|i-|autobahn|world war|super bowl|tie-break|ofsted|unit|number 10|covid|sars-cov-)\s?[-–]?$",
    re.IGNORECASE,
)
_COIN_DIGITS = 2  # a euro has a hundred cents
_LONGEST = 60  # characters: no figure of news is written longer in digits
# digits that only a number has: 1.234.567,89, "10 1/2"
_WHOLE = re.compile(
    r"\d{1,3}(?:\.\d{3})+,\d{1,2}|[1-9]\d{0,2}(?:\.\d{3}){2,}"
    r"|(?:\d{1,4}[ -])?\d{1,2}/(?:[2-9]|10|12|16|32|64)(?: [a-z]+)?"
    r"|\d{1,3}\.\d+e[+-]?\d{1,2}|\d{1,3}e[+-]\d{1,2}|\d[\d.]*\s?[x×]\s?10.*|[\d.]+\^-?\d+|\d/(?:100|1,?000)"
    r"|(?:[a-z-]+|\d{1,3})(?: and)? [1-9]/[2-9]",
    re.IGNORECASE,
)
_HOTLINES = frozenset({"911", "999", "112", "988", "311"})
# "bus number 12", "question number 3"; not "the number 3 seed", "raised the number to 3", "they now number 3"
_NUMBERED = re.compile(
    r"(?:\b[Nn]os?\.|\bNO\.|#)\s?$"
    r"|\b(?!(?:the|a|an|at|as|is|was|its|his|her|their|our|no|total|record|and|or|of|in|on|world|current|same|now|already|still|then|currently)\b)"
    r"[A-Za-z]+ number\s$"
)
_LIST = re.compile(r"[.)]\s")
_SCORE = re.compile(r"\s?[-–]\s?\d{1,3}(?!\d)(?!\s?%)")


def is_blocked(text: str, c: Candidate) -> bool:
    """Whether digits stand in a web address, a numeric date, a clock time or a telephone number."""
    a, b = c.number.start, c.number.end
    if not any(x.isdigit() for x in c.text):
        return False
    if b - a > _LONGEST:
        return True
    if _WHOLE.fullmatch(c.text):
        return False
    left, right = a, b
    while left > 0 and not text[left - 1].isspace() and a - left < 80:
        left -= 1
    while right < len(text) and not text[right].isspace() and right - b < 80:
        right += 1
    if any((m.start() < b - left and a - left < m.end()) or m.start() == 0 for m in _CHUNK.finditer(text[left:right])):
        return True
    start = max(0, a - 16)
    return any(m.start() + start < b and a < m.end() + start for m in _PHONE.finditer(text[start : b + 16]))


def is_date_or_time(text: str, c: Candidate) -> bool:
    """A day of a month or a clock time."""
    a, b = c.number.start, c.number.end
    if not text[a].isdigit():
        return bool(re.match(r"\s?(?:o['’]clock|[ap]\.m\.)", text[b : b + 12], re.IGNORECASE))
    if (c.unit and not c.glued) or c.currency:
        return bool(_CLOCK_AFTER.match(text, b)) and c.unit in ("hour", "hours", "hrs", "hr")
    before = text[max(0, a - 40) : a]
    if _CLOCK_AFTER.match(text, b) or _CLOCK_BEFORE.search(before):
        return True
    small = len(c.text) <= 2 or (c.is_range and all(len(p) <= 2 for p in c.text.split(" to ")))
    return small and bool(_AFTER_MONTH.search(before) or _BEFORE_MONTH.match(text, b))


_ERA = re.compile(r"\s?(?:BC|BCE|CE|AD)\b|\s?(?:B\.C|A\.D)\.")


def is_year(text: str, c: Candidate) -> bool:
    """A four-digit number that reads as a year: no comma, no unit, no hedge that counts; any number of an era."""
    if c.text.isdigit() and _ERA.match(text, c.number.end):
        return True
    if not re.fullmatch(r"(?:1[5-9]|20)\d\d(?: to (?:(?:1[5-9]|20)\d\d|\d\d))?", c.text) or c.unit or c.currency:
        return False
    if set(c.bounds) & {"low", "above", "high", "below", "near"}:
        return False
    return True


def is_vague_pair(text: str, c: Candidate) -> bool:
    """The "two" of "a minute or two", "a day or so"."""
    return (
        not c.unit and c.text.lower() in ("two", "three") and bool(_OR_TWO.search(text[max(0, c.start - 24) : c.start]))
    )


def is_price_year(text: str, c: Candidate) -> bool:
    """ "(in 2006 dollars)": the year whose prices are meant."""
    bare = c.measure == "money" and not c.hedge and re.fullmatch(r"(?:19|20)\d\d", c.text)
    return bool(bare) and text[max(0, c.start - 3) : c.start].lower() == "in "


_OR_TWO = re.compile(r"\ban?\s\w+\sor\s$", re.IGNORECASE)


def is_name_part(text: str, c: Candidate) -> bool:
    """An address, a numbered thing ("Route 66", "chapter 11") or the end of a mixed token ("F-16")."""
    a, b = c.number.start, c.number.end
    if c.currency or c.measure == "percent":
        return False
    before = text[max(0, a - 24) : a]
    if _NUMBERED.search(before):
        return True
    if _DESIGNATOR.search(before) and not c.unit:
        return True
    return text[a].isdigit() and bool(_ADDRESS.match(text, b))


def is_hotline(text: str, c: Candidate) -> bool:
    """ "called 911", "a 911 dispatcher"; "the 12000 block of Main Street"."""
    bare = not (c.unit or c.currency or c.hedge or c.is_range)
    return bare and (c.text in _HOTLINES or (c.text[-2:] == "00" and text.startswith(" block", c.number.end)))


def is_glued(text: str, c: Candidate) -> bool:
    """Letters joined to the digits ("5g"), "four-by-four", "the '40"."""
    a, b = c.number.start, c.number.end
    if text[b - 1].isdigit() and text[b : b + 1].isalpha():
        return True
    before = text[max(0, a - 1) : a]
    return (
        text.startswith(("-by-", "x", "-figure", "-digit"), b) or before == "’" or (before == "'" and text[a].isdigit())
    )


def is_list_number(text: str, c: Candidate) -> bool:
    """ "1." or "2)" at the head of a line."""
    a = c.number.start
    line = text.rfind("\n", 0, a) + 1
    return not text[line:a].strip() and text[a].isdigit() and bool(_LIST.match(text, c.number.end))


_PRICE_BEFORE = re.compile(rf"\d\s(?:(?:euro|dollar|pound|franc|crown|mark)s|{alternatives(CODES)})\s$")
_PRICE_ENDS = re.compile(r"[.,;)](?!\d)|$|\s(?:a|an|per|each|in|for|on)\b")


def is_coins(text: str, c: Candidate) -> bool:
    """The "50" of "10 euros 50", "17 USD 25 a day": two digits behind an amount, which the sentence ends with."""
    if len(c.text) != _COIN_DIGITS or not c.text.isdigit() or c.unit or c.currency or c.hedge:
        return False
    before = text[max(0, c.number.start - _LONGEST) : c.number.start]
    return bool(_PRICE_BEFORE.search(before) and _PRICE_ENDS.match(text, c.number.end))


def is_score(text: str, c: Candidate) -> bool:
    """ "3-2", "21-19": a result, never a range since it does not rise, or the text speaks of play."""
    a = c.number.start
    return text[a].isdigit() and bool(_SCORE.match(text, c.number.end)) and not c.currency
