"""Are two speakers one? What aligning and comparing of quotes ask about who said the words.

In: two quote facts. Out: ``same``, ``compatible`` or ``different``, or ``unknown`` where one side names nobody. A person and
the body that the person speaks for are compatible, so are an unnamed speaker ("a local barber") and a named one.
"""

from __future__ import annotations

import re
from typing import Literal

from crosscheck.model import Corpus, Fact, Name, Quote, Role
from crosscheck.wording.spelling import fold, stem

Kinship = Literal["same", "compatible", "different", "unknown"]

_WORD = re.compile(r"[^\W_]+")
# words of a speaker that tell nothing of who it is
_PLAIN = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "for", "to", "from", "by", "with", "and", "or", "his", "her", "its", "their", "our", "this", "that", "these", "those", "one", "two", "some", "several", "many", "s", "spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "official", "officials", "source", "sources", "statement", "report", "reports", "document", "declaration", "communique", "letter", "release", "tweet", "post", "website", "article", "message", "leader", "leaders", "member", "members", "head", "chief", "director", "president", "chairman", "chairwoman", "minister", "secretary", "general", "senior", "top", "local", "former", "new", "another", "other", "authorities", "authority", "officer", "officers", "people", "person", "man", "woman", "resident", "residents", "witness", "witnesses", "national", "federal", "state", "government", "office", "department", "agency", "ministry", "mission", "delegation", "embassy", "committee", "council", "commission", "board", "team", "group", "organisation", "organization", "company", "firm", "union", "association", "party"]
)


def compare(left: Fact, right: Fact, corpus: Corpus) -> Kinship:
    """How the speakers of two quotes stand to one another."""
    a, b = left.value, right.value
    if not isinstance(a, Quote) or not isinstance(b, Quote) or not a.speaker or not b.speaker:
        return "unknown"
    if a.speaker_kind == "person" and b.speaker_kind == "person":
        return _people(left, right, corpus)
    if "person" in (a.speaker_kind, b.speaker_kind):
        person, other = (left, right) if a.speaker_kind == "person" else (right, left)
        return _person_and_body(person, other, corpus)
    return _bodies(a, b)


def _identity(fact: Fact, corpus: Corpus) -> str | None:
    assert isinstance(fact.value, Quote)
    if fact.value.speaker_person is None:
        return None
    key = f"{fact.article}:{fact.value.speaker_person}"
    return corpus.identities.get(key)


def _people(left: Fact, right: Fact, corpus: Corpus) -> Kinship:
    one, two = _identity(left, corpus), _identity(right, corpus)
    if one is not None and one == two:
        return "same"
    assert isinstance(left.value, Quote) and isinstance(right.value, Quote)
    x, y = _name_words(left, corpus), _name_words(right, corpus)
    if not x or not y:
        return "unknown"
    if x[-1] == y[-1] or set(x) <= set(y) or set(y) <= set(x) or (set(x) & set(y) and len(x) == len(y) == 1):
        return "same" if set(x) <= set(y) or set(y) <= set(x) else "compatible"
    return "compatible" if _near_names(x, y) else "different"


def _near_names(x: list[str], y: list[str]) -> bool:
    """Two spellings, or two orders, of one name: a matter of the name, not of who spoke."""
    from rapidfuzz.distance import JaroWinkler

    pairs = [max(JaroWinkler.similarity(v, w) for w in y) for v in (x if len(x) <= len(y) else y[:0] or x)]
    return max(pairs) > 0.9 and len([p for p in pairs if p > 0.85]) * 2 >= len(pairs)


def _name_words(fact: Fact, corpus: Corpus) -> list[str]:
    """The words of a speaker's full name, as far as the article tells it."""
    assert isinstance(fact.value, Quote)
    written = fact.value.speaker or ""
    if fact.value.speaker_person is not None:
        for other in corpus.extractions[fact.article].facts:
            if isinstance(other.value, Name) and other.value.person == fact.value.speaker_person:
                if len(other.value.full) > len(written):
                    written = other.value.full
    return [w for w in (v.casefold() for v in _WORD.findall(written)) if len(w) > 1 and w not in _PLAIN]


def roles(fact: Fact, corpus: Corpus) -> list[Role]:
    """What the article tells of the offices of the person who speaks."""
    assert isinstance(fact.value, Quote)
    person = fact.value.speaker_person
    if person is None:
        return []
    return [
        f.value
        for f in corpus.extractions[fact.article].facts
        if isinstance(f.value, Role) and f.value.person_id == person
    ]


def _person_and_body(person: Fact, other: Fact, corpus: Corpus) -> Kinship:
    """A named person against an office or a body: different only where both have a country and the countries differ."""
    assert isinstance(person.value, Quote) and isinstance(other.value, Quote)
    countries = {r.country for r in roles(person, corpus) if r.country} | (
        {person.value.country} if person.value.country else set()
    )
    if other.value.country and countries and other.value.country not in countries:
        return "different"
    return "compatible"


def words(speaker: str) -> list[str]:
    """The words that tell who a body or an office is, folded, in order."""
    return [stem(fold(w)) for w in (v.casefold() for v in _WORD.findall(speaker)) if w not in _PLAIN]


def _bodies(a: Quote, b: Quote) -> Kinship:
    assert a.speaker and b.speaker
    if a.speaker_key and a.speaker_key == b.speaker_key:
        return "same"
    if a.country and b.country and a.country != b.country:
        return "different"
    x, y = words(a.speaker), words(b.speaker)
    if not x or not y:
        return "compatible"
    if set(x) <= set(y) or set(y) <= set(x) or _acronym(a.speaker, b.speaker) or _acronym(b.speaker, a.speaker):
        return "same" if x == y else "compatible"
    if not _proper(a.speaker) or not _proper(b.speaker):
        return "compatible"
    return "compatible" if set(x) & set(y) else "different"


def _proper(speaker: str) -> bool:
    """True where the speaker has a name of its own: a capital inside, beyond the first word."""
    found = [w for w in _WORD.findall(speaker) if w.casefold() not in _PLAIN]
    return any(w[0].isupper() for w in found)


def _acronym(short: str, long: str) -> bool:
    letters = [w for w in _WORD.findall(short) if len(w) > 1 and w.isupper()]
    initials = "".join(w[0] for w in _WORD.findall(long) if w[0].isupper())
    return any(w in initials or (initials in w and len(initials) > 1) for w in letters)
