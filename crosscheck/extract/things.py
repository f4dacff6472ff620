"""Names of what is neither a person nor a body: works, vessels, awards, other names of people, and names of no sort.

Attrs: ``entity`` (work, vessel, award, alias, place or other) and ``sort`` (the noun before it as written: "novel").
Parts: ``kind`` is that noun. A capitalised word that nothing types is ``other``: it may be a known name misspelt, and
normalising keeps it only where no other fact stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS

from crosscheck.data import countries, gazetteer, given, titles
from crosscheck.data.institutions import ORG_WORDS
from crosscheck.extract._capitals import UPPER, WORD, Run
from crosscheck.extract._cues import CALENDAR
from crosscheck.extract._people import capitals, tokens
from crosscheck.extract._person import Tokens
from crosscheck.extract.parse import Parsed
from crosscheck.lexicons import words
from crosscheck.model import Mention, Span

KIND = "name"

_NOUN_BEFORE = re.compile(r"(?<![\w-])(?P<noun>[A-Za-z][\w-]*?)s?,? (?:(?:called|titled|entitled|named|the) )?$")
_FURTHER = re.compile(rf"(?: (?:(?:of|the|and|in|for|on|to|at|from) ){{1,2}}{WORD})+(?: \d+\b)?")
_QUOTED = re.compile(rf"[\"“‘](?P<title>[{UPPER}\d][^\"“”\n]{{1,70}}?)[,.]?[\"”’](?!\w)")
_FOR = re.compile(rf" for {WORD}(?: {WORD})*")
_SMALL = frozenset(
    "a an and as at but by for from in into is it nor of off on or over per the to up via vs with".split()
)
_TITLE_WORDS = 9  # words of a title in quotation marks at the most; longer ones are somebody's words
_SAYS = re.compile(
    r"\b(?:said|says|say|told|asked|added|wrote|tweeted|replied|shouted|read|reads|saying|quoted)[,:]? $"
)
_SAID_AFTER = re.compile(
    r",? (?:[A-Z][\w’'-]+ ){0,3}(?:said|says|told|asked|added|wrote|tweeted|replied|shouted|he|she|they)\b"
)
_OWN_CLAUSE = re.compile(r"(?:['’]s|,? (?:wrote|said|has|had|was (?:born|asked)))\b")
_SENTENCE_END = re.compile(r"(?:^|[.!?:”\"]\s+|\n\s*)$")
_ALIAS_WORDS = 4  # of the longest phrase before another name, "for short" included
_REACH = 40  # characters before a name in which the noun that types it stands


class _Thing(NamedTuple):
    """A typed name: its stretch, its sort and the stretch of the noun that types it."""

    start: int
    end: int
    entity: str
    noun: tuple[int, int] | None = None


@cache
def _sets() -> dict[str, frozenset[str]]:
    tables = ("works", "vessels", "prefixes", "awards", "famous", "aliases")
    return {table: frozenset(words("things", table)) for table in tables}


def extract(parsed: Parsed) -> Iterable[Mention]:
    """Mentions of named things, then of names that nothing types; none inside another."""
    text = parsed.article.text
    runs = capitals(parsed)
    taken: list[Span] = []
    for thing in sorted([*_in_quotes(text), *(t for run in runs for t in _of_run(text, run))]):
        span = Span(thing.start, thing.end)
        if any(span.overlaps(t) for t in taken[-3:]):
            continue
        taken.append(span)
        attrs, parts = {"entity": thing.entity}, {}
        if thing.noun is not None:
            attrs["sort"] = text[slice(*thing.noun)]
            parts["kind"] = Span(*thing.noun)
        yield parsed.mention("name", thing.start, thing.end, attrs=attrs, parts=parts, confidence=0.7)
    yield from _loose(parsed, runs, taken)


def _in_quotes(text: str) -> Iterator[_Thing]:
    """A title in quotation marks: behind a noun for a work or a vessel, or all in capitals ("The Long Water").

    Somebody's words begin a sentence or follow a verb of saying.
    """
    for match in _QUOTED.finditer(text):
        start, end = match.span("title")
        before = text[max(0, match.start() - _REACH) : match.start()]
        if (typed := _typed_before(before, match.start())) is not None:
            yield _Thing(start, end, *typed)
            continue
        parts = match["title"].split()
        last = parts[-1].lower()
        if not 2 <= len(parts) <= _TITLE_WORDS or match["title"][-1] in "?!" or _said(text, match, before):
            continue
        if last not in ORG_WORDS and last not in given.LEGAL_FORMS and parts[-1][0].isupper() and _in_capitals(parts):
            yield _Thing(start, end, "work")


def _said(text: str, match: re.Match[str], before: str) -> bool:
    return bool(_SAYS.search(before) or _SAID_AFTER.match(text, match.end()))


def _in_capitals(parts: list[str]) -> bool:
    return all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in parts)


def _typed_before(before: str, at: int) -> tuple[str, tuple[int, int]] | None:
    """Sort and noun that stand before an offset: "the novel", "a ferry called", "also known as"."""
    if (alias := _alias(before)) is not None:
        return "alias", (at - len(before) + alias[0], at - len(before) + alias[1])
    match = _NOUN_BEFORE.search(before)
    if match is None:
        return None
    noun, known = match["noun"].lower(), _sets()
    for table, entity in (("works", "work"), ("vessels", "vessel")):
        if noun in known[table] or f"{noun}s" in known[table]:
            first, last = match.span("noun")
            return entity, (at - len(before) + first, at - len(before) + last)
    return None


def _alias(before: str) -> tuple[int, int] | None:
    lead = before.rstrip(" ,")
    if len(lead) == len(before):
        return None
    lead = lead.removesuffix(" the").removesuffix(" The")
    pieces = lead.split(" ")
    for n in range(min(_ALIAS_WORDS, len(pieces)), 0, -1):
        phrase = " ".join(pieces[-n:])
        if phrase in _sets()["aliases"]:
            return len(lead) - len(phrase), len(lead)
    return None


def _of_run(text: str, run: Run) -> Iterator[_Thing]:
    """What a run of capitalised words names, where a noun, a prefix or its last word says so."""
    known, first, last = _sets(), run.words[0].text, run.words[-1].text
    if first in known["prefixes"] and len(run.words) > 1:
        yield _Thing(run.start, _further(text, run.end), "vessel")
    elif last in known["awards"] and (len(run.words) > 1 or last in known["famous"]):
        if first.lower() not in STOP_WORDS or len(run.words) > 2:
            start = run.words[1].start if first.lower() in STOP_WORDS else run.start
            match = _FOR.match(text, run.end)
            yield _Thing(start, match.end() if match else run.end, "award")
    elif text[run.start - 1 : run.start] == " ":
        typed = _typed_before(text[max(0, run.start - _REACH) : run.start], run.start)
        if typed is not None and _may_name(text, run, typed):
            the = typed[0] == "alias" and text[run.start - 4 : run.start].lower() == "the "
            yield _Thing(run.start - 4 * the, run.end if typed[0] == "alias" else _further(text, run.end), *typed)


def _further(text: str, end: int) -> int:
    """The end of a name with small words inside: "Star of Varn", "Gone with the Wind"."""
    match = _FURTHER.match(text, end)
    return match.end() if match else end


def _may_name(text: str, run: Run, typed: tuple[str, tuple[int, int]]) -> bool:
    """ "The film Night Ferry" names one; "the series Monday", "the book Ann Reed wrote" do not say that they do."""
    name, first = text[run.start : run.end], run.words[0].text.lower()
    if name in countries.demonyms() or first in CALENDAR or titles.lookup(name):
        return False
    if typed[0] != "work":
        return not (typed[0] == "vessel" and "," in text[typed[1][1] : run.start])
    if first in STOP_WORDS - {"the", "a", "an", "no"} or name.isupper() or "," in text[typed[1][1] : run.start]:
        return False
    return _OWN_CLAUSE.match(text, run.end) is None


def _loose(parsed: Parsed, runs: Iterable[Run], taken: list[Span]) -> Iterator[Mention]:
    """Names that nothing types, headlines left out: their capitals say nothing."""
    text, at = parsed.article.text, tokens(parsed)
    headlines = [r.span for r in parsed.article.regions if r.kind == "headline"]
    starts = {t.start for t in taken}
    for run in runs:
        if any(h.start <= run.start < h.end for h in headlines):
            continue
        for start, end in _untyped(text, run, at):
            if start in starts or any(t.start < end and start < t.end for t in taken):
                continue
            token = at.get(start)
            known = gazetteer.look_up(text[start:end])[0] or (token is not None and token.ent_type_ in ("GPE", "LOC"))
            attrs = {"entity": "place" if known else "other"}
            yield parsed.mention("name", start, end, attrs=attrs, confidence=0.5 if known else 0.3)


def _untyped(text: str, run: Run, at: Tokens) -> Iterator[tuple[int, int]]:
    """The proper nouns of a run without calendar words, demonyms, titles and capitals of a sentence's first word."""
    piece: list[tuple[int, int]] = []
    for word in (*run.words, None):
        if word is not None and _is_name(text, word.start, word.text, at):
            piece.append((word.start, word.end))
        elif piece:
            yield piece[0][0], piece[-1][1]
            piece = []


def _is_name(text: str, start: int, word: str, at: Tokens) -> bool:
    if len(word) < 3 or word.isupper() or not word[0].isupper():
        return False
    lower = word.lower().rstrip(".")
    if lower in STOP_WORDS or lower in CALENDAR or word in countries.demonyms() or titles.lookup(word):
        return False
    token = at.get(start)
    if token is None or token.pos_ != "PROPN":
        return False
    if word.removesuffix("s") in countries.demonyms() or gazetteer.look_up(f"{word}.")[0]:
        return False  # "Americans", "Mich."
    if not token.is_sent_start or token.ent_type_ or not _SENTENCE_END.search(text, max(0, start - 4), start):
        return True
    return token.dep_ in ("nsubj", "nsubjpass") and token.tag_ == "NNP"
