"""What only looks like an expression of time: parts of names, ages, plain numbers, ranks and verbs."""

from __future__ import annotations

import re

from crosscheck.extract.dates._grammar import Node
from crosscheck.extract.dates._looks import decorates, is_verb, names_somebody, piece_at, speaks
from crosscheck.extract.dates._tokens import Tokens
from crosscheck.extract.dates._words import CHARS
from crosscheck.extract.parse import Parsed

_CUE = re.compile(
    r"\b(?:in|since|by|of|from|until|till|to|through|during|between|and|early|late|mid|before|after|for|next|last|this"
    r"|around|about|back|ended|ending|year|election|season)[\s-]+$",
    re.IGNORECASE,
)
_OLD = re.compile(r"[\s-]+old\b|[\s-]+of[\s-]age\b", re.IGNORECASE)
_MONEY_WORD = re.compile(
    r"\b(?:profit|revenue|sales|earnings|econom|gdp|growth|results|shares?|net|loss|billion|million|percent|per cent|%"
    r"|\$|€|£|inflation|forecast|dividend|output|orders|exports|shipments|analyst)",
    re.IGNORECASE,
)
# "a month" lasts after these; else it is a rate ("one call a month", "$80,000 a year")
_LASTING = re.compile(
    r"\b(?:for|in|within|after|over|than|about|nearly|almost|around|lasted?|takes?|took|spent|spend|least|most"
    r"|serv(?:e|ed|ing)"
    r"|up to|half|only)"
    r"\s+$",
    re.IGNORECASE,
)
_AND_MORE = re.compile(r",? (?:and )?(?:\d+|[a-z]+) (?:minute|second|hour|day|week|month)s?\b")
_HABITS = ("days", "mornings", "afternoons", "evenings", "nights")
_NO_DAY_BEFORE = re.compile(
    r"\b(?:Black|Good|Palm|Ash|Holy|Bloody|Super|Cyber|Maundy|Shrove|Giving|every(?: (?:other|second|third"
    r"|fourth|single))?|each|most)\s+$"
)
_OF_EVERY = re.compile(r"\s+(?:of|in) (?:every|each|the) (?:other )?(?:week|month|year|quarter)\b")
_NUMBERED = re.compile(
    r"\b(?:flight|room|route|highway|section|page|number|no\.|unit|apartment|suite|channel|bus|train|chapter|article"
    r"|paragraph|model|boeing|airbus|interstate)\s+$",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\s+(?:block of |(?:[A-Z][\w.]* ){1,3}(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Drive|Boulevard|Blvd|Lane|Way\b"
    r"|Parkway|Highway|Court\b|Place\b))"
)
_EVERY = re.compile(r"\b(?:every|each)\s+$", re.IGNORECASE)
_TITLE_BEFORE = re.compile(r"(?:\b[A-Z]{2,}|Russia|Psychology|India) $")  # "USA Today" is a paper
_AT = re.compile(r"\b(?:at|around|about|by|before|after|until|till|from|since|past|to|and|between)\s+$", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\s+\w")
_FOR = re.compile(r"\bfor\s+$", re.IGNORECASE)
_NEAR = 60  # characters on both sides of "the 90s" in which a word can stand that makes them no decade
_NO_DECADE = re.compile(
    r"°|%|\b(?:degrees?|temperatures?|heat|weather|highs?|lows?|humid\w*|mph|km/h|percent|per cent|scores?|scored"
    r"|points|aged?|his|her|their|patients?|prices?|cents?)\b",
    re.IGNORECASE,
)
_TO_MONTH = re.compile(f"[{CHARS['DASH']}{CHARS['TO']}]{CHARS['MONTH']}")
_BOXES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "PERSON", "GPE", "FAC", "LOC", "LAW"})


def stands(node: Node, found: Tokens, parsed: Parsed) -> bool:
    """False for words of time that are part of a name, an age or a plain number."""
    text = found.text
    _frees(node, found, parsed)
    start, end = found.starts[node.start], found.ends[node.end - 1]
    match node.form:
        case "offset" | "duration" | "hence" | "window" | "calendar" | "nth":
            return _counts(node, found, start, end)
        case "date" if "list" in node.fields:
            return _ends_phrase(found, parsed, end)
        case "wdday" | "monthday":
            return _ends_phrase(found, parsed, end)
        case "date" if found.values[node.end - 1] and text[end - 1].isalpha() and "y" not in node.fields:
            # "in March first aid", "in May twenty-one people"; but "on 14 October Mrs Adeyemi"
            return found.classes[node.end - 1] == CHARS["MONTH"] or _ends_phrase(found, parsed, end)
        case "deictic" if text[start].isupper():
            return not _TITLE_BEFORE.search(text, max(0, start - 12), start)
        case "clock" if not {"ap", "z", "zc", "hrs", "oc", "part"} & node.fields.keys():
            return _is_clock(node, found, parsed, start, end)
        case "weekon" if _FOR.search(text, max(0, start - 5), start):
            return False  # "held for a week on Friday"
        case "weekday" | "weekon":
            return _is_weekday(node, found, parsed, start, end)
        case "holiday" | "month" | "season" | "quarter" | "year" | "decade":
            return _stands_alone(node, found, parsed, start, end)
    return True


def _counts(node: Node, found: Tokens, start: int, end: int) -> bool:
    """What counts units: never an age, a rate, or an indefinite number taken for one."""
    text = found.text
    match node.form:
        case "offset" if node.fields["dir"] in ("before", "after") and _NEXT_WORD.match(text, end):
            # "two days after the vote": so long, from then on; "the day after Christmas": a step, if it is to a day
            node.form = "duration" if "n" in node.fields else "step"
            return not _OLD.match(text, end)
        case "duration" if _one_of_a_unit(node) and text[start] in "aA":
            lasts = _LASTING.search(text, max(0, start - 20), start) or _AND_MORE.match(text, end)
            return lasts is not None and not _OLD.match(text, end)
        case "duration" if node.fields.keys() <= {"u"}:
            return not _plural(node, found, first=True)  # "the decades-long war"
        case "calendar" | "nth":
            if "n" not in node.fields and "u" in node.fields and _plural(node, found):
                node.fields["many"] = ""  # "in the coming weeks", "the last days of June"
            return True
    return not _OLD.match(text, end) and not _EVERY.search(text, max(0, start - 8), start)


def _stands_alone(node: Node, found: Tokens, parsed: Parsed, start: int, end: int) -> bool:
    """What comes once a year or holds years, where no other year is told beside it."""
    fields, text = node.fields, found.text
    match node.form:
        case "holiday" if not {"eve", "y", "yu"} & fields.keys():
            return not decorates(parsed, start, end)
        case "season" if fields.keys() <= {"s"} and CHARS["THE"] not in found.classes[node.start - 1 : node.end]:
            return _ends_phrase(found, parsed, end)  # "during spring practice"
        case "month" if not {"y", "yu", "my"} & fields.keys():
            return _is_month(node, found, parsed, start, end)
        case "year" if not {"fiscal", "edge", "edge2", "edge3"} & fields.keys():
            return _is_year(node, found, parsed, start, end)
        case "quarter" if "y" not in fields and "yu" not in fields:
            return _MONEY_WORD.search(text, max(0, start - 150), end + 150) is not None
        case "decade":
            return _is_decade(node, found, start, end)
    return True


def _plural(node: Node, found: Tokens, *, first: bool = False) -> bool:
    """True for "weeks" where the expression's unit stands at its end (``first``: at its beginning)."""
    unit = CHARS["UNIT"]
    places = range(node.start, node.end) if first else range(node.end - 1, node.start - 1, -1)
    at = next((i for i in places if found.classes[i] == unit), None)
    return at is not None and found.text[found.ends[at] - 1].lower() == "s"


def _frees(node: Node, found: Tokens, parsed: Parsed) -> None:
    """Takes "that" from "they hope that Thursday's vote ...", where it leads a clause."""
    at = found.starts[node.start]
    if node.fields.get("rel") != "that" or found.text[at : at + 4].lower() != "that":
        return
    word = piece_at(parsed, at, at + 4)
    if word is not None and word[0].dep_ == "mark" and word[0].head.i > word[0].i:
        del node.fields["rel"]
        node.start += 1


def _is_clock(node: Node, found: Tokens, parsed: Parsed, start: int, end: int) -> bool:
    """False for a number that no word before it makes a time of day, and for "yesterday at 7 schools"."""
    if "bare" in node.fields and not _ends_phrase(found, parsed, end):
        return False
    led = _AT.search(found.text, max(0, start - 12), start) is not None
    return led or ("noon" not in node.fields and _after_date(found.text, start))


def _is_decade(node: Node, found: Tokens, start: int, end: int) -> bool:
    """False for "in his forties" and for "temperatures in the 90s", which are no decades."""
    written = found.text[found.starts[node.end - 1] : end].lower()
    if written in ("twenties", "thirties", "forties"):
        return False
    if not written[0].isdigit() or len(written) > 4:
        return True
    led = {"edge", "edge3"} & node.fields.keys() or found.text[start : start + 3].lower() == "the"
    around = found.text[max(0, start - _NEAR) : end + _NEAR]
    return bool(led) and _NO_DECADE.search(around) is None


def _one_of_a_unit(node: Node) -> bool:
    return node.fields.get("n") == "1" and not {"half", "quarters"} & node.fields.keys()


def _ends_phrase(found: Tokens, parsed: Parsed, end: int) -> bool:
    """True where no noun follows that a day's number would count or rank: "on the 29th floor"."""
    if found.text[end : end + 1] not in (" ", "-"):
        return True
    token = piece_at(parsed, end + 1, end + 2) if end + 1 < len(found.text) else None
    return token is None or token[0].pos_ not in ("NOUN", "PROPN", "ADJ") or token[0].ent_type_ in ("DATE", "TIME")


def _after_date(text: str, start: int) -> bool:
    return re.search(r"(?:\b\d{4}|day)[,\s|]+(?:at\s)?$", text[max(0, start - 12) : start]) is not None


def _is_weekday(node: Node, found: Tokens, parsed: Parsed, start: int, end: int) -> bool:
    last = found.text[found.starts[node.end - 1] : end].lower()
    if last.endswith(_HABITS):
        return False  # "on Mondays", "on Friday nights" is no day
    if _NO_DAY_BEFORE.search(found.text, max(0, start - 16), start) or _OF_EVERY.match(found.text, end):
        return False
    token = piece_at(parsed, start, end)
    if token is None:
        return True
    if len(token) == 1 and (names_somebody(token[0]) or is_verb(token[0])):
        return False
    word = token[-1]
    following = word.nbor() if word.i + 1 < len(parsed.doc) else None
    if word.ent_type_ in _BOXES and following is not None and following.ent_type_ == word.ent_type_:
        return bool(following.pos_ != "PROPN" or following.ent_iob_ != "I" or word.dep_ != "compound")
    return True


def _is_month(node: Node, found: Tokens, parsed: Parsed, start: int, end: int) -> bool:
    if {"rel", "edge", "edge2", "edge3"} & node.fields.keys():
        return True
    word = piece_at(parsed, start, end)
    if word is not None and len(word) == 1 and (names_somebody(word[0]) or speaks(word[0])):
        return False
    if _CUE.search(found.text, max(0, start - 12), start) or _TO_MONTH.match(found.classes, node.end):
        return True
    piece = piece_at(parsed, start, end)
    return piece is not None and piece[-1].ent_type_ == "DATE" and node.fields["m"] not in ("3", "5")


def _is_year(node: Node, found: Tokens, parsed: Parsed, start: int, end: int) -> bool:
    if found.text[start] in "'’" or node.start == 0 or found.text[start - 1] in "#-/":
        return found.text[start] in "'’" and bool(_CUE.search(found.text, max(0, start - 12), start))
    piece = piece_at(parsed, start, end)
    if piece is None:
        return False
    token = piece[-1]
    if _NUMBERED.search(found.text, max(0, start - 12), start) or _STREET.match(found.text, end):
        return False
    if token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS") and token.head.i > token.i:
        led = token.nbor(-1) if token.i else None  # "the 2012 elections", never "2012 votes"
        return token.ent_type_ in ("DATE", "EVENT") and led is not None and led.tag_ in ("DT", "PRP$", "POS")
    return bool(_CUE.search(found.text, max(0, start - 12), start)) or token.ent_type_ == "DATE"
