"""Names of people and of organisations: mentions with the cues that normalising links them by.

Attrs: ``entity`` (person or organisation), ``cues`` (space-separated: title, honorific, age, kin, said, identified,
who, apposition, place), ``label`` (the model's entity label), ``honorific``, ``gender`` (f or m), ``age``, ``subject``
("1" where the name is subject of a verb), ``maybe`` ("1" for capitalised words that no cue calls a person), ``quoted``
("1" for a body named inside quotation marks), ``country`` (ISO code, of a body that says it).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crosscheck.data import countries, gazetteer
from crosscheck.data.institutions import INSTITUTIONS
from crosscheck.extract._people import institutions, people, tokens
from crosscheck.extract._person import Person
from crosscheck.extract.parse import Parsed
from crosscheck.model import Mention, Span

KIND = "name"

_POSSESSIVE = re.compile(r"['’]s?$")
_BODY = re.compile(r"(?:[Mm]inistry|[Dd]epartment|[Oo]ffice)\b")
_PORTFOLIO = re.compile(
    r"\b(?:foreign|defen[cs]e|interior|finance|health|justice|education|energy|oil|trade|commerce|transport|environment|"
    r"agriculture|home|state)\s$",
    re.I,
)
_OWNER_BEFORE = re.compile(r"((?:the )?[\w.’'-]+(?: [A-Z][\w.’'-]+)?) $")
_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)", re.M)
_CAPITAL_BEFORE = re.compile(r"[A-Z][a-z]+ $")
_BAD_ORG = frozenset(
    {"GMT", "UTC", "EST", "EDT", "PST", "PDT", "AM", "PM", "CEO", "COO", "CFO", "TV", "DNA", "Covid-19"}
)


def extract(parsed: Parsed) -> Iterable[Mention]:
    """Mentions of people, then of organisations."""
    taken = []
    for person in people(parsed):
        if not person.maybe:
            taken.append(Span(person.start, person.end))
        yield _person(parsed, person)
    yield from _bodies(parsed, taken)


def _person(parsed: Parsed, person: Person) -> Mention:
    attrs = {"entity": "person", "label": person.label, "cues": " ".join(sorted(person.cues))}
    if person.honorific:
        attrs["honorific"] = person.honorific
    if person.gender:
        attrs["gender"] = person.gender
    if person.age:
        attrs["age"] = person.age
    if person.subject:
        attrs["subject"] = "1"
    if person.maybe:
        return parsed.mention("name", person.start, person.end, attrs=attrs | {"maybe": "1"}, confidence=0.3)
    strong = person.words > 1 or person.cues & {"title", "honorific"}
    return parsed.mention("name", person.start, person.end, attrs=attrs, confidence=0.9 if strong else 0.5)


def _bodies(parsed: Parsed, taken: list[Span]) -> Iterator[Mention]:
    text = parsed.article.text
    multiword = {(s.start, s.end) for s in taken if " " in text[s.start : s.end]}
    seen: list[Span] = []
    at = tokens(parsed)
    quoted = [Span(*m.span()) for m in _QUOTED.finditer(text)]
    for start, end in sorted(
        {*_ministries(text), *_entities(parsed), *_seats(parsed), *institutions(parsed)}, key=lambda s: (s[0], -s[1])
    ):
        span = Span(start, end)
        if seen and seen[-1].overlaps(span):
            continue
        if any(start < b and a < end for a, b in multiword):
            continue
        seen.append(span)
        country = _country(text, start, end)
        attrs = {"entity": "organisation"} | ({"country": country} if country else {})
        token = at.get(text.rfind(" ", start, end) + 1 or start) or at.get(start)
        if token is not None and token.dep_ in ("nsubj", "nsubjpass"):
            attrs["subject"] = "1"
        if any(q.start < start and end < q.end for q in quoted):
            attrs["quoted"] = "1"
        yield parsed.mention("name", start, end, attrs=attrs, confidence=0.7)


def _entities(parsed: Parsed) -> Iterator[tuple[int, int]]:
    for ent in parsed.doc.ents:
        if ent.label_ != "ORG" and not (
            ent.label_ in ("PERSON", "FAC", "GPE", "LOC", "WORK_OF_ART", "PRODUCT") and _heads(ent.text)
        ):
            continue
        words = ent.text.split("\n", 1)[0].rstrip(" ,.")
        start = ent.start_char
        if words[:4].lower() == "the ":
            start, words = start + 4, words[4:]
        words = _POSSESSIVE.sub("", words)
        if _CAPITAL_BEFORE.search(parsed.article.text[max(0, start - 20) : start]) and " " not in words:
            continue  # the end of a longer name
        if not words or not words[0].isupper() or words in _BAD_ORG or gazetteer.look_up(words)[0]:
            continue
        if words == "State" and parsed.article.text[max(0, start - 3) : start] == "of ":
            continue  # the secretary of state
        yield start, start + len(words)


def _heads(words: str) -> bool:
    return bool(words.split()) and words.split()[-1].lower() in INSTITUTIONS


def _ministries(text: str) -> Iterator[tuple[int, int]]:
    """Ministries with the country before them: "Russia's Foreign Ministry", "the Chinese foreign ministry"."""
    for match in _BODY.finditer(text):
        portfolio = _PORTFOLIO.search(text, max(0, match.start() - 13), match.start())
        if portfolio is None:
            continue
        start = portfolio.start()
        owner = _OWNER_BEFORE.search(text, max(0, start - 30), start)
        if owner:
            for words in (owner.group(1), owner.group(1).rpartition(" ")[2]):
                if countries.country_of(words):
                    start = start - 1 - len(words)
                    if text[start : start + 4].lower() == "the ":
                        start += 4
                    break
        yield start, match.end()


def _seats(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """Seats of government that stand for a government: the Kremlin, the White House."""
    for match in _SEATS.finditer(parsed.article.text):
        yield match.span()


_SEATS = re.compile(r"\b(?:Kremlin|White House|Pentagon|Downing Street|Vatican|Capitol Hill|Blue House|Whitehall)\b")


def _country(text: str, start: int, end: int) -> str | None:
    """Country that a body's own words or the word before it say."""
    words = text[start:end].split()
    for n in (3, 2, 1):
        if len(words) >= n and (code := countries.country_of(" ".join(words[:n]))):
            return code
    before = text[max(0, start - 30) : start].split()
    if before and text[start - 1 : start] == " ":
        return countries.country_of(before[-1]) if before[-1][:1].isupper() else None
    return None
