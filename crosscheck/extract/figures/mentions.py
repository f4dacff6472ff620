"""Puts a figure together: number, hedge, unit, what is counted and the clause, as one mention."""

from __future__ import annotations

import re

from spacy.tokens import Token

from crosscheck.data.events import PERSON_VERBS
from crosscheck.data.hedges import AFTER
from crosscheck.data.numbers import VAGUE
from crosscheck.data.questions import TERMS
from crosscheck.extract.figures import ages, exclude, patterns
from crosscheck.extract.figures.attribute import attribute_of
from crosscheck.extract.figures.candidate import Candidate
from crosscheck.extract.figures.clause import clause_attrs
from crosscheck.extract.figures.counting import counted_noun, is_count
from crosscheck.extract.figures.reader import Reader
from crosscheck.model import Mention, Span

_AGO = re.compile(
    r"\s?(?:ago|later|earlier|before|from now|after|since|prior|hence|previously|in advance)\b|['’](?=\s)",
    re.IGNORECASE,
)
_SPAN_BEFORE = re.compile(
    r"\b(?:last|past|next|previous|coming|first|final|preceding|following|recent|within|in|for the|every|after"
    r"|over the (?:last|past|next))\s(?:the\s)?$",
    re.IGNORECASE,
)
_QUAKE = re.compile(r"quake|temblor|tremor|aftershock|magnitude|richter|seismic", re.IGNORECASE)
_QUAKES = frozenset({"", "aftershock", "quake", "earthquake", "temblor", "tremor"})
_DECIMAL = re.compile(r"\d\.\d\d?")
_TIMES = re.compile(
    r"\s(?:last [a-z]+['’]s|as|the|its|their|his|her|that|those|what|more|less"
    r"|larger|bigger|higher|greater|faster|lower|smaller|better|worse"
    r"|[a-z]+er than)\b",
    re.IGNORECASE,
)
_TALLY = re.compile(r"\d{1,3}[-–]\d{1,3}")
_TALLIES = frozenset({"record", "start", "mark", "deadlock", "vote", "win", "loss", "lead", "score", "decision", "run",
                      "victory", "defeat", "finish", "ruling", "split", "majority", "draw", "triumph", "season",
                      "rout"})  # fmt: skip
_BEFORE_TALLY = frozenset({"at", "of", "to", "by", "went", "go", "was", "were", "is", "are", "a", "an", "voted",
                           "ruled", "now"})  # fmt: skip
_JOINED = re.compile(r"[\s-](?:(?!(?:old|ago)\b)[\w-]+\s){0,2}?(" + "|".join(sorted(TERMS)) + r")\b", re.IGNORECASE)
# A term that is offered or asked for: there may be many, and none of them was agreed.
_WANTED = re.compile(
    r"\b(?:offer|seek|ask|want|propos|demand|bid|talk|consider|counter|possib|concern|discuss|reject"
    r"|turn(?:ed)? down|hope)\w*[^.;]*$",
    re.IGNORECASE,
)
_SWING = re.compile(r"\b(?:swing|lead|margin|gap|advantage)\s(?:of|by|was|is)\s(?:[\w.]+\s){0,2}$", re.IGNORECASE)
_MONEY_VERBS = frozenset({"cost", "pay", "spend", "earn", "lose", "save", "raise", "make", "worth", "owe"})
_LONG = ("day", "week", "month", "year", "night", "decade", "centur")
_SHORT = ("second", "sec", "minute", "min", "hour", "hr")


def figure(reader: Reader, c: Candidate) -> Mention | None:
    """The figure that a candidate is, or None where it is none."""
    text = reader.text
    if exclude.is_list_number(text, c) or exclude.is_hotline(text, c) or exclude.is_date_or_time(text, c):
        return None
    tokens = reader.tokens(c.number)
    if not tokens or exclude.is_vague_pair(text, c) or exclude.is_price_year(text, c):
        return None
    age = ages.mention(reader, c)
    if age is not None:
        return age
    if not c.is_range and exclude.is_score(text, c):
        return None
    head = counted_noun(reader, c, tokens[-1])
    if not is_count(reader, c, tokens, head) or (c.measure == "duration" and _is_date_span(text, c)):
        return None
    if _is_tally(reader, c, head):
        return _tally(reader, c)
    if c.measure == "duration":
        _drop_span_hedge(text, c)
    if head is not None and (c.measure == "count" or c.glued):
        c.end = max(c.end, head.idx + len(head))
        _hedge_behind(text, c)
    rate = patterns.PER_MANY.match(text, c.end) if c.measure == "count" else None
    if rate:
        c.per, c.end = rate["per"].replace(",", ""), rate.end()
    attrs = _written(text, c) | clause_attrs(reader, c, tokens, head)
    _settle(reader, c, attrs)
    _ask(reader, tokens, head, attrs)
    confidence = _confidence(c, attrs)
    return reader.parsed.mention("figure", c.start, c.end, parts=_parts(c, head), attrs=attrs, confidence=confidence)


def _hedge_behind(text: str, c: Candidate) -> None:
    """ "12 people or more": the hedge behind the noun."""
    match = patterns.AFTER_NOUN.match(text, c.end)
    if match and not c.bounds:
        c.bounds.append(AFTER[match["h"]])
        c.hedge.append(Span(*match.span("h")))
        c.end = match.end()


def special(reader: Reader, span: Span, number: Span, attrs: dict[str, str], confidence: float = 0.9) -> Mention:
    """A figure that is no plain number, with the clause that it stands in. ``attrs`` hold its measure and value."""
    tokens = reader.tokens(number)
    c = Candidate(number, span.start, span.end, attrs["number"], measure=attrs["measure"])
    attrs = (clause_attrs(reader, c, tokens, None) if tokens else {}) | {k: v for k, v in attrs.items() if v}
    if tokens:
        _ask(reader, tokens, None, attrs)
    return reader.parsed.mention(
        "figure", span.start, span.end, parts={"number": number}, attrs=attrs, confidence=confidence
    )


def _ask(reader: Reader, tokens: list[Token], head: Token | None, attrs: dict[str, str]) -> None:
    asked = attribute_of(reader, tokens, head, attrs)
    if asked:
        attrs["attribute"] = asked


def _settle(reader: Reader, c: Candidate, attrs: dict[str, str]) -> None:
    """What only shows once the clause is known: a bare magnitude, persons that no noun names."""
    counted = attrs.get("counted", "")
    if c.measure in ("count", "degree") and (counted == "magnitude" or _is_magnitude(reader, c, counted)):
        attrs |= {"measure": "magnitude", "unit": "magnitude", "counted": "magnitude"}
    elif counted == "time" and c.measure == "count" and _TIMES.match(reader.text, c.end):
        attrs |= {"measure": "ratio", "unit": "times"}  # "three times its target"
        del attrs["counted"]
    elif counted == "point" and c.measure == "count" and _SWING.search(reader.text[max(0, c.start - 40) : c.start]):
        attrs |= {"measure": "percent", "unit": "percentage point"}  # "a swing of 4.6 points"
        del attrs["counted"]
    elif attrs.get("hedge", "").endswith("-strong") and counted:
        attrs |= {"group": counted, "counted": "person"}  # "a 40-strong team"
    elif counted == "majority":
        attrs["counted"] = "vote"  # "a majority of 412"
    elif counted == "one":
        del attrs["counted"]  # "six smaller ones": whatever was counted before
    if attrs["measure"] == "count" and not attrs.get("counted"):
        vague = attrs["number"].lower().split()[0] in VAGUE and attrs.get("verb") not in _MONEY_VERBS
        if vague or attrs.get("verb") in PERSON_VERBS or attrs.get("event") in ("death", "injury", "missing"):
            attrs["counted"] = "person"


def _is_magnitude(reader: Reader, c: Candidate, counted: str) -> bool:
    """A bare decimal where a quake is told: "the survey said it was 6.1", "a 6.7 degree quake"."""
    if c.is_range or not _DECIMAL.fullmatch(c.text) or (c.measure == "count" and counted not in _QUAKES):
        return False
    span = reader.sentence(c.start)
    return bool(_QUAKE.search(reader.text, span.start, span.end))


def _is_date_span(text: str, c: Candidate) -> bool:
    """ "three days later", "the last two weeks", "three-day": the dates' matter."""
    short = c.unit.startswith(_SHORT)
    if c.glued and not short:
        term = _JOINED.match(text, c.end)
        wanted = _WANTED.search(text[max(0, c.start - 60) : c.start])
        return term is None or term[1].lower() not in TERMS or wanted is not None
    if _AGO.match(text, c.end):
        return True
    lead = _SPAN_BEFORE.search(text[max(0, c.start - 24) : c.start])
    return lead is not None and not (short and lead.group().lower().strip() in ("in", "within", "every", "for the"))


def _drop_span_hedge(text: str, c: Candidate) -> None:
    """ "over four nights" lasts four nights; it is not more than four."""
    if c.unit.startswith(_LONG) and c.hedge and text[c.hedge[0].start : c.hedge[0].end].lower() in ("over", "within"):
        c.start = c.number.start
        c.hedge, c.bounds = c.hedge[1:], c.bounds[1:]


def _is_tally(reader: Reader, c: Candidate, head: Token | None) -> bool:
    """ "slumping at 9-14", "an 18-30 start": wins and losses or votes, never a range."""
    if c.measure != "count" or c.hedge or not _TALLY.fullmatch(reader.text[c.number.start : c.number.end]):
        return False
    if head is not None:
        return head.lemma_.lower() in _TALLIES
    return reader.doc[max(0, reader.first_token(c.start) - 1)].lower_ in _BEFORE_TALLY


def _tally(reader: Reader, c: Candidate) -> Mention:
    """A record as a figure of its own: ``score`` keeps the order, the value the two numbers."""
    a, b = (int(x) for x in re.findall(r"\d+", c.text)[:2])
    attrs = {"value": str(min(a, b)), "value_to": str(max(a, b)), "number": c.text, "measure": "score",
             "unit": "score", "score": f"{a}-{b}"}  # fmt: skip
    return special(reader, c.number, c.number, attrs, 0.6)


def _written(text: str, c: Candidate) -> dict[str, str]:
    """The attributes that patterns alone give."""
    number = c.text
    if c.second is None and number[-1:] in "mM" and number[-2:-1].isdigit() and c.measure == "count":
        number = number[:-1] + " million"
    attrs = {
        "number": number,
        "measure": c.measure,
        "unit": c.unit,
        "unit_written": c.unit,
        "currency": c.currency,
        "coin": c.coin,
        "per": c.per,
        "bounds": " ".join(c.bounds),
        "sign": c.sign,
        "hedge": " ".join(text[s.start : s.end] for s in c.hedge),
        "further": "1" if c.further else "",
    }
    return {k: v for k, v in attrs.items() if v}


def _parts(c: Candidate, head: Token | None) -> dict[str, Span]:
    parts = {"number": c.number}
    if c.unit_span:
        parts["unit"] = c.unit_span
    if c.hedge:
        parts["hedge"] = c.hedge[0]
    if head is not None:
        parts["counted"] = Span(head.idx, head.idx + len(head))
    return parts


def _confidence(c: Candidate, attrs: dict[str, str]) -> float:
    """Patterns with a unit are sure; a count is as sure as the parse that says of what."""
    if c.measure != "count":
        return 0.95
    if not attrs.get("counted"):
        return 0.5
    return 0.9 if attrs.get("verb") else 0.8
