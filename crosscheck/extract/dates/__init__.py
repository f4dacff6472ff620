"""Extracts dates, times, ranges and durations: what the text says, not yet which day it was.

A closed grammar over word classes finds the expression; the parse says what event it dates and whether that lies
ahead. ``Mention.attrs`` carry the expression's form and fields (``form``, ``m``, ``d``, ``wd`` ...), those of a
joined expression with the prefixes ``a.`` and ``b.``, and the event's frame (:mod:`crosscheck.extract._frame`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as Slice
from spacy.tokens import Token

from crosscheck.data import titles
from crosscheck.extract._cues import CALENDAR
from crosscheck.extract._frame import frame
from crosscheck.extract.dates._grammar import Node, nodes
from crosscheck.extract.dates._join import join
from crosscheck.extract.dates._tokens import Tokens, tokens
from crosscheck.extract.dates._words import CHARS
from crosscheck.extract.parse import Parsed
from crosscheck.model import Mention, MentionKind

KIND: MentionKind = "date"

_HEDGE = re.compile(
    r"(?:\b(?:just|shortly|soon|right|at|some ?time|on|or)\s+)*"
    r"\b(?P<word>about|around|approximately|roughly|circa|almost|nearly|before|after|by|until|till|since|past"
    r"|up to)\s+$",
    re.IGNORECASE,
)
_LATER_HEDGE = re.compile(r"\s*(?:or so|or thereabouts)\b", re.IGNORECASE)
_WHEN = re.compile(r",?\s+when\b", re.IGNORECASE)
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
    r"|up to|half|only)"
    r"\s+$",
    re.IGNORECASE,
)
_AND_MORE = re.compile(r",? (?:and )?(?:\d+|[a-z]+) (?:minute|second|hour|day|week|month)s?\b")
_EVERY = re.compile(r"\b(?:every|each)\s+$", re.IGNORECASE)
_TITLE_BEFORE = re.compile(r"(?:\b[A-Z]{2,}|Russia|Psychology|India) $")  # "USA Today" is a paper
_AT = re.compile(r"\b(?:at|around|about|by|before|after|until|till|from|since|past|to|and|between)\s+$", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\s+[^\W\d_]")
_TO_MONTH = re.compile(f"[{CHARS['DASH']}{CHARS['TO']}]{CHARS['MONTH']}")
_BOXES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "PERSON", "GPE", "FAC", "LOC", "LAW"})


def extract(parsed: Parsed) -> Iterator[Mention]:
    """The mentions of time in one article, in the order of the text."""
    found = tokens(parsed.article.text)
    kept = [n for n in nodes(found) if _stands(n, found, parsed)]
    for node in join(kept, found):
        yield _mention(node, found, parsed)


def _mention(node: Node, found: Tokens, parsed: Parsed) -> Mention:
    text = found.text
    start, end = found.starts[node.start], found.ends[node.end - 1]
    attrs = dict(_flat(node))
    before = text[max(0, start - 40) : start]
    if hedge := _HEDGE.search(before):
        attrs["hedge"] = " ".join(hedge.group().split()).lower()
        if hedge.group("word").lower() != "since" or not _WHEN.match(text, end):  # "since May 1995, when a train ..."
            attrs["mod"] = _modifier(hedge.group("word").lower())
    elif _LATER_HEDGE.match(text, end):
        attrs["hedge"], attrs["mod"] = "or so", "about"
    piece = _slice(parsed, start, end)
    if piece is not None:
        index = parsed.sentence_index(start)
        headline = bool(parsed.sentences) and parsed.sentences[index].headline
        attrs.update(frame(piece, headline=headline))
    return parsed.mention(KIND, start, end, attrs=attrs)


def _modifier(word: str) -> str:
    return {
        "before": "before",
        "by": "before",
        "until": "before",
        "till": "before",
        "up to": "before",
        "after": "after",
        "past": "after",
        "since": "after",
    }.get(word, "about")


def _flat(node: Node, prefix: str = "") -> Iterator[tuple[str, str]]:
    yield f"{prefix}form", node.form
    for name, value in node.fields.items():
        yield f"{prefix}{name}", value
    for letter, part in zip("ab", node.parts, strict=False):
        yield from _flat(part, f"{prefix}{letter}.")


def _slice(parsed: Parsed, start: int, end: int) -> Slice | None:
    piece: Slice | None = parsed.doc.char_span(start, end, alignment_mode="expand")
    return piece if piece is not None and len(piece) else None


def _stands(node: Node, found: Tokens, parsed: Parsed) -> bool:
    """False for words of time that are part of a name, an age or a plain number."""
    text = found.text
    start, end = found.starts[node.start], found.ends[node.end - 1]
    match node.form:
        case "offset" if node.fields["dir"] in ("before", "after") and _NEXT_WORD.match(text, end):
            node.form = "duration" if "n" in node.fields else "none"  # "two days after the vote": so long, from then on
            return "n" in node.fields and not _OLD.match(text, end)
        case "duration" if _one_of_a_unit(node) and text[start] in "aA":
            lasts = _LASTING.search(text, max(0, start - 20), start) or _AND_MORE.match(text, end)
            return lasts is not None and not _OLD.match(text, end)
        case "wdday" | "monthday":
            return _ends_phrase(found, parsed, end)
        case "date" if found.values[node.end - 1] and text[end - 1].isalpha() and "y" not in node.fields:
            return _ends_phrase(found, parsed, end)  # "in March first aid", "in May twenty-one people"
        case "duration" | "offset" | "hence" | "window":
            return not _OLD.match(text, end) and not _EVERY.search(text, max(0, start - 8), start)
        case "deictic" if text[start].isupper():
            return not _TITLE_BEFORE.search(text, max(0, start - 12), start)
        case "clock" if "noon" in node.fields:
            return _AT.search(text, max(0, start - 12), start) is not None
        case "weekday":
            return _is_weekday(node, found, parsed, start, end)
        case "month" if "y" not in node.fields and "yu" not in node.fields:
            return _is_month(node, found, parsed, start, end)
        case "year" if "fiscal" not in node.fields and not {"edge", "edge2", "edge3"} & node.fields.keys():
            return _is_year(node, found, parsed, start, end)
        case "quarter" if "y" not in node.fields and "yu" not in node.fields:
            return _MONEY_WORD.search(text, max(0, start - 150), end + 150) is not None
        case "clock" if not {"ap", "z", "zc", "hrs", "oc", "part", "noon"} & node.fields.keys():
            return re.search(
                r"\b(?:at|around|about|by|before|after|until|from|since|past|to|and|between)\s+$",
                text[max(0, start - 12) : start],
            ) is not None or _after_date(text, start)
        case "decade" if found.values[node.end - 1] in ("twenties", "thirties", "forties"):
            return False
    return True


def _one_of_a_unit(node: Node) -> bool:
    return node.fields.get("n") == "1" and not {"half", "quarters"} & node.fields.keys()


def _ends_phrase(found: Tokens, parsed: Parsed, end: int) -> bool:
    """True where no noun follows that a day's number would count or rank: "on the 29th floor"."""
    if found.text[end : end + 1] not in (" ", "-"):
        return True
    token = _slice(parsed, end + 1, end + 2) if end + 1 < len(found.text) else None
    return token is None or token[0].pos_ not in ("NOUN", "PROPN", "ADJ") or token[0].ent_type_ in ("DATE", "TIME")


def _after_date(text: str, start: int) -> bool:
    return re.search(r"(?:\b\d{4}|day)[,\s|]+(?:at\s)?$", text[max(0, start - 12) : start]) is not None


def _is_weekday(node: Node, found: Tokens, parsed: Parsed, start: int, end: int) -> bool:
    last = found.text[found.starts[node.end - 1] : end].lower()
    if last.endswith("days") and "part" not in node.fields:
        return False  # "on Mondays" is no day
    if re.search(
        r"\b(?:Black|Good|Palm|Ash|Holy|Bloody|Super|Cyber|Maundy|Shrove|Giving|every|each|most)\s+$",
        found.text[max(0, start - 10) : start],
    ):
        return False
    token = _slice(parsed, start, end)
    if token is None:
        return True
    if len(token) == 1 and _names_somebody(token[0]):
        return False
    word = token[-1]
    following = word.nbor() if word.i + 1 < len(parsed.doc) else None
    if word.ent_type_ in _BOXES and following is not None and following.ent_type_ == word.ent_type_:
        return bool(following.pos_ != "PROPN" or following.ent_iob_ != "I" or word.dep_ != "compound")
    return True


_NAME_LEADS = frozenset({"and", "by", "with", "of", "for", "than", "from"})


def _names_somebody(word: Token) -> bool:
    """A word of the calendar before a surname: "Sunday Adeyemi scored", "by August Lindt"; never "on Sunday Police"."""
    after = word.nbor() if word.i + 1 < len(word.doc) else None
    if after is None or after.pos_ != "PROPN" or not after.text.istitle() or after.idx != word.idx + len(word) + 1:
        return False
    if after.lower_.rstrip(".") in CALENDAR or titles.lookup(after.text) or not word.text[:1].isupper():
        return False
    before = word.nbor(-1) if word.i else None
    if before is None or word.is_sent_start or before.is_punct or before.is_space:
        return True
    if before.lower_ in _NAME_LEADS:
        return before.lower_ not in ("of", "from", "by") or word.ent_type_ == "PERSON"
    return titles.lookup(before.text) is not None


def _is_month(node: Node, found: Tokens, parsed: Parsed, start: int, end: int) -> bool:
    if {"rel", "edge", "edge2", "edge3"} & node.fields.keys():
        return True
    word = _slice(parsed, start, end)
    if word is not None and len(word) == 1 and _names_somebody(word[0]):
        return False
    if _CUE.search(found.text, max(0, start - 12), start) or _TO_MONTH.match(found.classes, node.end):
        return True
    piece = _slice(parsed, start, end)
    return piece is not None and piece[-1].ent_type_ == "DATE" and node.fields["m"] not in ("3", "5")


def _is_year(node: Node, found: Tokens, parsed: Parsed, start: int, end: int) -> bool:
    if found.text[start] in "'’" or node.start == 0 or found.text[start - 1] in "#-/":
        return found.text[start] in "'’" and bool(_CUE.search(found.text, max(0, start - 12), start))
    piece = _slice(parsed, start, end)
    if piece is None:
        return False
    token = piece[-1]
    if token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS") and token.head.i > token.i:
        return False
    return bool(_CUE.search(found.text, max(0, start - 12), start)) or token.ent_type_ == "DATE"
