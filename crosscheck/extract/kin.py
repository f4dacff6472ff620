"""Kin and partners: who is whose brother or former wife.

Of a named relative the mention's person is the relative, and part ``owner`` tells whose kin it is ("her ex-husband,
Dale Crane", "Dale Crane, the victim's cousin", "Dale Crane is her brother"); of an unnamed wife or husband the person
is the one whose wife or husband it is ("Crane's ex-wife was found"). Mentions are roles without a title; attrs:
``form`` (kin, or partner for the unnamed), ``kin`` (the tie, as lexicons/kin.toml names it), ``of`` (the owner's noun
where it is not the name of a person or a pronoun).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from crosscheck.extract._people import people
from crosscheck.extract._person import Person
from crosscheck.extract.parse import Parsed
from crosscheck.lexicons import load
from crosscheck.model import Mention, Span

KIND = "role"

_AFTER = re.compile(r"(?:,|,? (?:\d{1,3}-year-old|named))? (?=[A-Z])")
_BEFORE = re.compile(r"(?:,(?: (?:aged )?\d{1,3},)?| is| was) (?:the )?$")
_OWNER_NOUN = re.compile(r"\b(?:the|a) ((?:alleged )?(?:victim|suspect|gunman|shooter|boy|girl|man|woman|driver))$")


@cache
def _ties() -> dict[str, str]:
    return {noun: tie for tie, nouns in load("kin")["ties"].items() for noun in nouns.split()}


@cache
def _owned() -> re.Pattern[str]:
    """ "Ray's former wife", "her older brother": possessive, words between, noun."""
    told = load("kin")["told"]
    between = "|".join(sorted((*told["plain"].split(), *told["former"].split()), key=len, reverse=True))
    nouns = "|".join(sorted(_ties(), key=len, reverse=True))
    return re.compile(
        rf"(?P<own>['’]s?|\b(?:[Hh]is|[Hh]er)) (?P<between>(?:(?:{between}|\d{{1,3}}-year-old)[ -]){{0,3}})"
        rf"(?P<noun>{nouns})\b(?!['’-])"
    )


def extract(parsed: Parsed) -> Iterable[Mention]:
    """Mentions in the order of the text."""
    persons = [p for p in people(parsed) if not p.maybe and not (p.headline and p.words == 1)]
    starts, ends = {p.start: p for p in persons}, {p.end: p for p in persons}
    for found in _owned().finditer(parsed.article.text):
        yield from _told(parsed, found, starts, ends)


def _told(
    parsed: Parsed, found: re.Match[str], starts: dict[int, Person], ends: dict[int, Person]
) -> Iterator[Mention]:
    text = parsed.article.text
    owner, begin, noun = _owner(text, found, ends)
    if owner is None and not noun:
        return
    tie = _tie(found)
    after = _AFTER.match(text, found.end())
    relative = starts.get(after.end()) if after else None
    if relative is None and (before := _BEFORE.search(text, max(0, begin - 20), begin)):
        relative = ends.get(before.start())
    attrs = {"kin": tie} | ({"of": noun} if noun else {})
    if relative is not None:
        parts = {"person": Span(relative.start, relative.end)} | ({"owner": owner} if owner else {})
        start, end = min(begin, relative.start), max(found.end(), relative.end)
        yield parsed.mention("role", start, end, parts=parts, attrs=attrs | {"form": "kin"}, confidence=0.7)
    elif owner is not None and tie.removeprefix("former ") in load("kin")["told"]["unnamed"]:
        parts = {"person": owner}
        attrs["form"] = "partner"
        yield parsed.mention("role", begin, found.end(), parts=parts, attrs=attrs, confidence=0.6)


def _owner(text: str, found: re.Match[str], ends: dict[int, Person]) -> tuple[Span | None, int, str]:
    """Where the owner stands, if it is a name or a pronoun; where the phrase begins; else the owner's noun."""
    at = found.start("own")
    if found["own"][0] not in "'’":
        return Span(at, found.end("own")), at, ""
    if person := ends.get(at):
        return Span(person.start, person.end), person.start, ""
    noun = _OWNER_NOUN.search(text, max(0, at - 40), at)
    return (None, noun.start(), noun[1].removeprefix("alleged ")) if noun else (None, at, "")


def _tie(found: re.Match[str]) -> str:
    told = load("kin")["told"]
    tie = _ties()[found["noun"]]
    former = tie in told["ends"] and set(re.split(r"[ -]", found["between"])) & set(told["former"].split())
    return f"former {tie}" if former else tie
