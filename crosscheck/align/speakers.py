"""Are two speakers one? What aligning and comparing of quotes ask about who said the words.

In: two quote facts. Out: ``same``, ``compatible`` or ``different``; ``unknown`` where one side names nobody. A person
and the body that the person speaks for are compatible, so are an unnamed speaker ("a local barber") and a named one; a
body turned round ("China's mission to the EU", "the EU delegation in China") is another body.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from crosscheck.data.countries import country_of
from crosscheck.model import Corpus, Extraction, Fact, Name, Quote, Role
from crosscheck.wording.spelling import fold, stem

Kinship = Literal["same", "compatible", "different", "unknown"]

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]\.?)*")
# words of a speaker that tell nothing of who it is
_PLAIN = frozenset(
    (
        "a an the of in on at for to from by with and or his her its their our this that these those one two some "
        "several many s spokesman spokeswoman spokesperson spokespeople spokesmen official officials source sources "
        "statement report reports document declaration communique communiqué letter release tweet post website article "
        "message leader leaders member members head heads chief director president chairman chairwoman minister "
        "ministers secretary general senior top local former new another other authorities authority officer officers "
        "people person man woman men women resident residents witness witnesses national federal state government "
        "office department agency ministry mission delegation embassy consulate committee council commission board "
        "team group organisation organization company firm union association party administration side media press "
        "mr mrs ms dr sir who they he she it we i you"
    ).split()
)
_ON_BEHALF = re.compile(r"\b(?:for|of|from|at|with)\s+(?=(?:the\s+)?[A-Z])")
_SEAT = re.compile(r"\b(?:to|in|at|near)\b")
_UNION = re.compile(r"\b(?:EU|E\.U\.|European Union)\b")


def compare(left: Fact, right: Fact, corpus: Corpus) -> Kinship:
    """How the speakers of two quotes stand to one another."""
    a, b = left.value, right.value
    if not isinstance(a, Quote) or not isinstance(b, Quote) or not a.speaker or not b.speaker:
        return "unknown"
    if is_person(a) and is_person(b):
        return _people(left, right, corpus)
    if is_person(a) or is_person(b):
        person, other = (left, right) if is_person(a) else (right, left)
        return _person_and_body(person, other, corpus)
    return _bodies(a, b)


def is_person(quote: Quote) -> bool:
    """True where the speaker is a person with a name."""
    return quote.speaker_kind == "person" or quote.speaker_person is not None


def identity(fact: Fact, corpus: Corpus) -> str | None:
    """Who speaks, the same in all articles; None for speakers that no identity is known of."""
    if not isinstance(fact.value, Quote) or fact.value.speaker_person is None:
        return None
    return corpus.identities.get(f"{fact.article}:{fact.value.speaker_person}")


def countries(fact: Fact, corpus: Corpus) -> frozenset[str]:
    """The countries for which a speaker may speak, as the article tells: of the office, of the body, as written."""
    if not isinstance(fact.value, Quote):
        return frozenset()
    found = {r.country for r in roles(fact, corpus)} | {fact.value.country, owner(fact.value.speaker or "")}
    return frozenset(c for c in found if c)


def roles(fact: Fact, corpus: Corpus) -> tuple[Role, ...]:
    """What the article tells of the offices of the person who speaks."""
    if not isinstance(fact.value, Quote) or fact.value.speaker_person is None:
        return ()
    return _people_of(corpus.extractions[fact.article]).roles.get(fact.value.speaker_person, ())


class _Cast:
    """The persons of one article: fullest name and offices by person id."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction  # kept, so that its id cannot be given to another while this is remembered
        self.names: dict[str, str] = {}
        self.roles: dict[str, tuple[Role, ...]] = {}
        for fact in extraction.facts:
            value = fact.value
            if isinstance(value, Name) and value.person:
                self.names[value.person] = max(self.names.get(value.person, ""), value.full, key=len)
            elif isinstance(value, Role) and value.person_id is not None:
                self.roles[value.person_id] = (*self.roles.get(value.person_id, ()), value)


_CASTS: dict[int, _Cast] = {}
_MOST_CASTS = 2_000


def _people_of(extraction: Extraction) -> _Cast:
    """The persons of an article, read once: extractions are frozen and do not hash."""
    cast = _CASTS.get(id(extraction))
    if cast is None:
        if len(_CASTS) >= _MOST_CASTS:
            _CASTS.clear()
        cast = _CASTS[id(extraction)] = _Cast(extraction)
    return cast


def _people(left: Fact, right: Fact, corpus: Corpus) -> Kinship:
    one, two = identity(left, corpus), identity(right, corpus)
    if one is not None and one == two:
        return "same"
    x, y = name_words(left, corpus), name_words(right, corpus)
    if not x or not y:
        return "unknown"
    if set(x) <= set(y) or set(y) <= set(x):
        return "same" if one is None or two is None else "compatible"
    if x[-1] == y[-1]:
        return "compatible"  # one family name: brothers, or one person in two writings
    return "compatible" if _near_names(x, y) else "different"


@lru_cache(maxsize=4_000)
def _near_names(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Two spellings, or two orders, of one name: a matter of the name, not of who spoke."""
    from rapidfuzz.distance import JaroWinkler

    short, long = sorted((x, y), key=len)
    near = [max(JaroWinkler.similarity(v, w) for w in long) > 0.87 for v in short]
    return all(near) or (len(near) > 1 and near[-1])


def name_words(fact: Fact, corpus: Corpus) -> tuple[str, ...]:
    """The words of a speaker's full name, as far as the article tells it, folded."""
    assert isinstance(fact.value, Quote)
    written = fact.value.speaker or ""
    if fact.value.speaker_person is not None:
        written = _people_of(corpus.extractions[fact.article]).names.get(fact.value.speaker_person) or written
    return _telling(written)


@lru_cache(maxsize=4_000)
def _telling(name: str) -> tuple[str, ...]:
    return tuple(fold(w.casefold()) for w in _WORD.findall(name) if len(w) > 1 and w.casefold() not in _PLAIN)


def _person_and_body(person: Fact, other: Fact, corpus: Corpus) -> Kinship:
    """A named person against an office or a body: different only where both have a country and the countries differ."""
    mine, theirs = countries(person, corpus), countries(other, corpus)
    return "different" if mine and theirs and mine.isdisjoint(theirs) else "compatible"


@lru_cache(maxsize=4_000)
def owner(speaker: str) -> str | None:
    """Whose body a speaker is: a country's code, or "EU"; the seat after "to" or "in" is nobody's owner."""
    rest = speaker
    behalf = _ON_BEHALF.search(speaker)
    if behalf and not _SEAT.search(speaker, 0, behalf.start()):
        rest = speaker[behalf.end() :]
    head = _SEAT.split(rest, maxsplit=1)[0]
    for part in (head, speaker if behalf else head):
        if _UNION.search(_SEAT.split(part, maxsplit=1)[0]):
            return "EU"
        found = _WORD.findall(part.replace("’s", "").replace("'s", ""))
        for size in (3, 2, 1):
            for at in range(len(found) - size + 1):
                code = country_of(" ".join(found[at : at + size])) if found[at][0].isupper() else None
                if code:
                    return code
    return None


@lru_cache(maxsize=4_000)
def words(speaker: str) -> tuple[str, ...]:
    """The words that tell who a body or an office is, folded, in order."""
    return tuple(stem(fold(w)) for w in (v.casefold() for v in _WORD.findall(speaker)) if w not in _PLAIN)


def _bodies(a: Quote, b: Quote) -> Kinship:
    assert a.speaker and b.speaker
    if a.speaker_key and a.speaker_key == b.speaker_key:
        return "same"
    mine, theirs = owner(a.speaker) or a.country, owner(b.speaker) or b.country
    if mine and theirs and mine != theirs:
        return "different"
    x, y = words(a.speaker), words(b.speaker)
    if not x or not y or (mine and mine == theirs):
        return "compatible"
    if set(x) <= set(y) or set(y) <= set(x) or _acronym(a.speaker, b.speaker) or _acronym(b.speaker, a.speaker):
        return "same" if x == y else "compatible"
    if not _proper(a.speaker) or not _proper(b.speaker):
        return "compatible"
    return "compatible" if set(x) & set(y) else "different"


def _proper(speaker: str) -> bool:
    """True where the speaker has a name of its own ("Scotland Yard") and not an office ("a Troy resident")."""
    found = _WORD.findall(_SEAT.split(speaker, maxsplit=1)[0])
    return bool(found) and found[0].casefold() not in ("a", "an", "one", "some", "another") and found[-1][0].isupper()


def _acronym(short: str, long: str) -> bool:
    """True where ``short`` has a word of capitals that the capitals of ``long`` spell."""
    letters = [w.replace(".", "") for w in _WORD.findall(short) if w.isupper() and len(w) > 1]
    initials = "".join(w[0] for w in _WORD.findall(long) if w[0].isupper())
    return any(w in initials or (initials in w and len(initials) > 1) for w in letters)
