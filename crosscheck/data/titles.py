"""Titles and offices as English news writes them, from lexicons/titles.toml: canonical form, family, status.

A family joins titles that a writer may use for one another ("head", "chief", "director"); two titles conflict only
where their families are listed as exclusive. A singular office has one holder at a time in one body.
"""

from __future__ import annotations

from functools import cache

from crosscheck.lexicons import load

_LEXICON = load("titles")
_WORDS = _LEXICON["words"]
_FAMILIES = _LEXICON["families"]
_STATUS = {word: status for status, words in _LEXICON["status"].items() for word in words.split()}

TRADES = frozenset(_WORDS["trades"].split())
STATE_BODIES = frozenset(_WORDS["state_bodies"].split())
ABBREVIATIONS = frozenset(_WORDS["abbreviations"].split())
HONORIFICS: dict[str, str] = {
    word: "" if sex == "either" else sex for sex, words in _LEXICON["honorifics"].items() for word in words.split()
}
NATIONAL = frozenset(_FAMILIES["national"].split(","))
LOOSE = frozenset(_FAMILIES["loose"].split(","))
STRICT = frozenset(_FAMILIES["strict"].split(","))
LED = frozenset(_FAMILIES["led"].split(","))
ABOVE_OFFICER = frozenset(_FAMILIES["above"].split(","))
OFFICERS = frozenset(_WORDS["officers"].split(","))
SPEAKING = frozenset(_FAMILIES["speaking"].split())
RANKS = frozenset(_WORDS["ranks"].split())
IN_BODIES = frozenset(_WORDS["in_bodies"].split())
_ACRONYMS = frozenset(_WORDS["acronyms"].split())
_TOGETHER = frozenset(frozenset(pair.split(",")) for pair in _FAMILIES["together"])
_OFTEN_TOGETHER = frozenset(frozenset(pair.split(",")) for pair in _FAMILIES["often"])


class Title:
    """One title: its canonical form, its family and whether it has one holder at a time."""

    __slots__ = ("canonical", "family", "singular")

    def __init__(self, canonical: str, family: str, singular: bool) -> None:
        self.canonical, self.family, self.singular = canonical, family, singular


@cache
def titles() -> dict[str, Title]:
    """Every surface form, lower-cased and without full stops, and its title."""
    table: dict[str, Title] = {}
    for canonical, (family, singular, forms) in _LEXICON["titles"].items():
        title = Title(canonical, family, singular == "1")
        for form in (canonical, *(f for f in forms.split(",") if f)):
            table.setdefault(form.lower().replace(".", ""), title)
    return table


@cache
def lookup(phrase: str) -> Title | None:
    """The title that a phrase is, as written in a text; None for none.

    Letters such as PM and DA count in capitals only ("9 p.m." is no premier), a full stop only after an abbreviation
    ("He took the chair. Miller" holds no title).
    """
    if phrase[-1:] == "." and "." not in phrase[:-1]:
        if phrase[:-1].lower().rpartition(" ")[2] not in ABBREVIATIONS:
            return None
    key = phrase.lower().replace(".", "").replace("’", "'").removesuffix("-elect")
    if key in _ACRONYMS and not phrase.replace(".", "").isupper():
        return None
    if key == "father" and phrase != "Father":
        return None
    return titles().get(key)


@cache
def by_canonical() -> dict[str, Title]:
    """Titles by their canonical form."""
    return {t.canonical: t for t in titles().values()}


def status_of(word: str) -> str | None:
    """Status that a modifier gives an office: acting, outgoing, former, elect, deputy, or current; None for others."""
    return _STATUS.get(word.lower().rstrip("-").lower()) or _STATUS.get(word.lower())


@cache
def exclusive(family: str, other: str) -> bool:
    """True where one person cannot hold both at one time in one body."""
    if family == other or frozenset((family, other)) in _TOGETHER:
        return False
    return any(family in s and other in s for s in _sets("exclusive"))


@cache
def posts_apart(family: str, other: str) -> bool:
    """True for two posts of one body that small bodies give to one person, but that a writer does not mix up."""
    return family != other and any(family in s and other in s for s in _sets("posts"))


def often_together(family: str, other: str) -> bool:
    """True for two families that many people hold at one time though most hold one ("chairman and chief executive")."""
    return frozenset((family, other)) in _OFTEN_TOGETHER


@cache
def _sets(table: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(s.split(",")) for s in _FAMILIES[table])
