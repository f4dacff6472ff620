"""Parties of politicians: "Ivo Harrow (Green)", "Labour's Nell Astley", "who stood as an independent".

Parts: ``person``, ``organisation``. Attrs: ``organisation`` as written, ``party`` (its canonical name), ``form``. Only
patterns at the edges of a name are tried; former members are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crosscheck.data import titles
from crosscheck.data.parties import SHORT, parties
from crosscheck.extract._people import people
from crosscheck.extract._person import Person
from crosscheck.extract.parse import Parsed
from crosscheck.model import Mention, Span

KIND = "role"

_ALL = "|".join(sorted(map(re.escape, parties()), key=lambda w: (-len(w), w)))
_LONG = "|".join(sorted((re.escape(w) for w in parties() if w not in SHORT), key=lambda w: (-len(w), w)))
_AFTER = re.compile(
    rf" \((?P<a>{_ALL})(?:[-,][^)\n]{{1,20}})?\)"
    rf"|, (?P<b>[RDI])-[A-Z]"
    rf"|,? who (?:is |was )?(?:stood|ran|sits|sat|elected|standing|running|campaigned)"
    rf" (?:as an? |for (?:the )?)(?P<c>{_LONG})\b"
    rf"|, an? (?P<d>{_LONG})(?=[,.;]| who\b| from\b)"
    rf"| of the (?P<e>{_LONG})(?=[,.;]| \w+(?:ed|s)\b)"
)
_BEFORE = re.compile(
    rf"(?P<past>\b(?i:former|ex|then|late|anti|one-time|outgoing)[ -])?\b(?P<party>{_LONG})(?:['’]s)?"
    rf"(?: (?P<office>[A-Za-z.]+(?: [A-Za-z.]+)?))?,? $"
)
_OFFICES = frozenset(
    "candidate mp nominee leader incumbent hopeful rival challenger contender councillor mep msp".split()
)


def extract(parsed: Parsed) -> Iterable[Mention]:
    """One mention a party that a person is given."""
    named = {p.text.rpartition(" ")[2] for p in people(parsed) if p.words > 1 and not p.maybe}
    for person in people(parsed):
        if not person.maybe and (person.words > 1 or person.text in named or person.cues & {"title", "honorific"}):
            yield from _of(parsed, person)


def _of(parsed: Parsed, person: Person) -> Iterator[Mention]:
    text = parsed.article.text
    if m := _AFTER.match(text, person.end):
        group = m.lastgroup or "a"
        yield _mention(parsed, person, Span(*m.span(group)), "post")
    elif m := _BEFORE.search(text, max(0, person.start - 45), person.start):
        office = m.group("office")
        known = not office or office.lower() in _OFFICES or titles.lookup(office) is not None
        if known and not m.group("past") and text[m.start("party") - 1 : m.start("party")] != "-":
            yield _mention(parsed, person, Span(*m.span("party")), "pre")


def _mention(parsed: Parsed, person: Person, party: Span, form: str) -> Mention:
    written = parsed.article.text[party.start : party.end]
    return parsed.mention(
        "role",
        min(party.start, person.start),
        max(party.end, person.end),
        parts={"person": Span(person.start, person.end), "organisation": party},
        attrs={"organisation": written, "party": parties()[written], "form": form},
        confidence=0.7,
    )
