"""What sources say of one person's office: shared by the rules on affiliation.

In: a cluster of one person's role facts. Out: pairs of readings that cannot both hold. Everything that one writer may
leave out, abbreviate, paraphrase or say of another time is no conflict: a missing body or country, former and acting
holders, deputies, "head" for "director", a department for its ministry.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from crosscheck.align.likeness import word_level
from crosscheck.align.roles import inside_quote
from crosscheck.align.sources import independent
from crosscheck.compare.findings import sources_phrase
from crosscheck.data import countries, titles
from crosscheck.data.parties import two_parties
from crosscheck.model import Corpus, Fact, Reading, Role
from crosscheck.normalise.nameparts import fold

_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    "of the and for in at a an company firm group agency office department ministry national state local".split()
)
# the last word that says what sort of body it is: two bodies of one sort with other names are two bodies
_SORTS = frozenset(
    "university college school hospital police ministry department bank church court county club party institute "
    "agency council embassy airlines army navy museum newspaper university's laboratory observatory fund "
    "foundation".split()
)
_PLACED = frozenset(
    {"governor", "mayor", "senator", "president", "prime minister", "sheriff", "police chief", "monarch"}
)


def role_of(fact: Fact) -> Role:
    """The fact's value, which must be a Role."""
    assert isinstance(fact.value, Role)
    return fact.value


def current(facts: Iterable[Fact]) -> list[Fact]:
    """Roles held now, in the words of the article itself (who is said to speak is not inside the quote)."""
    return [f for f in facts if role_of(f).status in ("current", "outgoing") and not inside_quote(f)]


def readings_by(
    facts: Iterable[Fact], corpus: Corpus, *, key: Callable[[Fact], str | None], show: Callable[[Fact], str]
) -> list[Reading]:
    """Readings by a key, the most independent sources first; facts without a key are left out."""
    groups: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if value := key(fact):
            groups[value].append(fact)
    readings = [Reading(value=show(v[0]), canonical=k, facts=tuple(v)) for k, v in groups.items()]
    return sorted(readings, key=lambda r: (-independent(r.facts, corpus), r.canonical))


def pairs(readings: Sequence[Reading], conflict: Callable[[Fact, Fact], bool]) -> Iterator[tuple[Reading, Reading]]:
    """The first reading against each later one with which it conflicts, then later ones among themselves, each once."""
    told: set[str] = set()
    for i, one in enumerate(readings):
        for other in readings[i + 1 :]:
            if other.canonical in told:
                continue
            if any(conflict(a, b) for a in one.facts for b in other.facts):
                told.add(other.canonical)
                yield one, other


def shown(fact: Fact) -> str:
    """An office as a reader should see it."""
    role = role_of(fact)
    body = fact.mention.attrs.get("organisation") or role.organisation or ""
    if fact.inferred:
        body = role.organisation or ""
    country = countries.name_of(role.country) if role.country else ""
    return " ".join(p for p in (country, body, fact.mention.attrs.get("title", "")) if p)


def told(readings: Sequence[Reading], corpus: Corpus) -> str:
    """Readings with how many independent sources carry each, for messages."""
    return ", ".join(f"“{r.value}” ({sources_phrase(r.facts, corpus)})" for r in readings)


def titles_conflict(one: Fact, other: Fact) -> bool:
    """True where two titles cannot be held by one person at one time in one body."""
    a, b = role_of(one), role_of(other)
    if a.title is None or b.title is None or a.title == b.title:
        return False
    known = titles.by_canonical()
    if a.title not in known or b.title not in known:
        return False
    if not titles.exclusive(known[a.title].family, known[b.title].family):
        return False
    return not (a.country and b.country and a.country != b.country)


def both_held(pair: Sequence[Reading], facts: Iterable[Fact], corpus: Corpus) -> bool:
    """True for two offices that many hold together where some source's sentence gives this person both."""
    known = titles.by_canonical()
    one, other = (known[r.canonical].family for r in pair)
    if not titles.often_together(one, other):
        return False
    for fact in facts:
        span = corpus.sentence(fact).span
        sentence = corpus.articles[fact.article].text[span.start : span.end]
        words = _WORD.findall(sentence)
        phrases = (" ".join(words[i : i + n]) for i in range(len(words)) for n in (1, 2, 3))
        if {one, other} <= {t.family for p in phrases if (t := titles.lookup(p)) is not None}:
            return True
    return False


def countries_conflict(one: Fact, other: Fact) -> bool:
    """True where one office, or one nationality, is given two countries."""
    a, b = role_of(one), role_of(other)
    if not a.country or not b.country or a.country == b.country:
        return False
    if a.title is None or b.title is None:
        return a.title is None and b.title is None
    return _one_office(a, b)


def _one_office(a: Role, b: Role) -> bool:
    if a.title == b.title:
        return True
    known = titles.by_canonical()
    return bool(a.title in known and b.title in known and known[a.title].family == known[b.title].family)


def bodies_conflict(one: Fact, other: Fact) -> bool:
    """True where one title is given in two bodies that are not one under two names."""
    a, b = role_of(one), role_of(other)
    if one.mention.attrs.get("party") and other.mention.attrs.get("party"):
        return two_parties(a.organisation or "", b.organisation or "")
    if not a.organisation or not b.organisation or not a.title or not b.title or not _one_office(a, b):
        return False
    if one.article == other.article and one.inferred != other.inferred:
        return False
    if _may_be_one(a.organisation, b.organisation):
        return False
    if not (_proper(one) and _proper(other)):
        return False
    left, right = words(a.organisation), words(b.organisation)
    sort = {w for w in left & right if w in _SORTS}
    if sort:
        return True
    return a.title in _PLACED and b.title == a.title or a.title == "spokesperson" and not left & right


def words(body: str) -> set[str]:
    """The folded words of a body's name."""
    return set(_WORD.findall(fold(body).replace("'s", "")))


def _may_be_one(one: str, other: str) -> bool:
    """True where two bodies may be one: a word in common beside its sort, an abbreviation, a slip, a part of it."""
    left, right = words(one) - _EMPTY, words(other) - _EMPTY
    telling_left, telling_right = left - _SORTS, right - _SORTS
    if not telling_left or not telling_right:
        return True  # "the hospital" is any hospital
    if telling_left & telling_right or telling_left <= right or telling_right <= left:
        return True
    if _abbreviates(one, other) or _abbreviates(other, one):
        return True
    return any(_alike(x, y) for x in telling_left for y in telling_right)


def _alike(x: str, y: str) -> bool:
    if min(len(x), len(y)) >= 5 and (x.startswith(y[:5]) or x in y or y in x):
        return True
    return word_level(x, y, foreign=True) != "different"


def _abbreviates(short: str, long: str) -> bool:
    letters = short.replace(" ", "").replace("&", "")
    parts = _WORD.findall(long)
    initials = "".join(w[0] for w in parts)
    return len(letters) > 1 and (letters in initials or letters in "".join(w[0] for w in parts if w not in _EMPTY))


def _proper(fact: Fact) -> bool:
    """True where the body is named, not described: it has a capital in the text, or is a ministry of a country."""
    if fact.inferred:
        return True
    body = fact.mention.attrs.get("organisation", "")
    return any(w[:1].isupper() for w in body.split())
