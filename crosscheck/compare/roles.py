"""What sources say of one person's office: shared by the rules on affiliation.

In: a cluster of one person's role facts. Out: pairs of readings that cannot both hold. Everything that one writer may
leave out, abbreviate, paraphrase or say of another time is no conflict: a missing body or country, former and acting
holders, deputies, "head" for "director", a department for its ministry.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

from crosscheck.align.roles import inside_quote
from crosscheck.align.sources import independent
from crosscheck.compare.bodynames import SORTS, kinds_of, may_be_one, two_services, words
from crosscheck.compare.findings import sources_phrase
from crosscheck.data import countries, titles
from crosscheck.data.parties import two_parties
from crosscheck.data.speakers import BODIES
from crosscheck.model import Corpus, Fact, Reading, Role

_WORD = re.compile(r"\w+")
_POLICE = frozenset({"police", "pd", "department"})
_PLACED = frozenset(
    {"governor", "mayor", "senator", "president", "prime minister", "sheriff", "police chief", "monarch"}
)

_LEVELS = frozenset({"city", "county", "state", "federal", "national", "town", "village", "borough", "district"})


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


def pairs(
    readings: Sequence[Reading],
    conflict: Callable[[Fact, Fact], bool],
    *,
    apart: Callable[[Fact, Fact], bool] | None = None,
) -> Iterator[tuple[Reading, Reading]]:
    """The first reading against each later one with which it conflicts, then later ones among themselves, each once.

    With ``apart``, of two readings that the very same articles carry only facts of which it is true are compared: who
    tells both knows why.
    """
    told: set[str] = set()
    for i, one in enumerate(readings):
        for other in readings[i + 1 :]:
            if other.canonical in told:
                continue
            known = apart if apart is not None and _articles(one) == _articles(other) else _any
            if any(conflict(a, b) and known(a, b) for a in one.facts for b in other.facts):
                told.add(other.canonical)
                yield one, other


def _any(one: Fact, other: Fact) -> bool:
    return True


def titles_before_one_name(one: Fact, other: Fact) -> bool:
    """True where one article puts two titles before one name that exclude each other: one of them is a slip."""
    if one.article != other.article or any(f.mention.attrs.get("form") != "pre" for f in (one, other)):
        return False
    a, b = role_of(one), role_of(other)
    known = titles.by_canonical()
    apart = held(a) and held(b) and titles.exclusive(known[a.title or ""].family, known[b.title or ""].family)
    return apart and one.mention.sentence != other.mention.sentence


def _articles(reading: Reading) -> set[str]:
    return {f.article for f in reading.facts}


def shown(fact: Fact) -> str:
    """An office as a reader should see it."""
    role = role_of(fact)
    body = fact.mention.attrs.get("organisation") or role.organisation or ""
    if fact.inferred:
        body = role.organisation or ""
    country = countries.name_of(role.country) if role.country else ""
    held = role.status if role.status in ("acting", "deputy") else ""
    return " ".join(p for p in (held, country, body, fact.mention.attrs.get("title", "")) if p)


def told(readings: Sequence[Reading], corpus: Corpus) -> str:
    """Readings with how many independent sources carry each, for messages."""
    return ", ".join(f"“{r.value}” ({sources_phrase(r.facts, corpus)})" for r in readings)


def titles_conflict(one: Fact, other: Fact) -> bool:
    """True where two titles cannot be held by one person at one time, or are two posts of one body."""
    a, b = role_of(one), role_of(other)
    if a.title is None or b.title is None or a.title == b.title:
        return False
    known = titles.by_canonical()
    if a.title not in known or b.title not in known or a.country and b.country and a.country != b.country:
        return False
    families = known[a.title].family, known[b.title].family
    if _speaks_for(one, other) or _speaks_for(other, one):
        return False
    one_body = bool(a.organisation and b.organisation) and may_be_one(a.organisation or "", b.organisation or "")
    if _exclusive(a, b) or titles.exclusive(*families) and one_body and held(a) == held(b):
        return True
    if one_body and (_deputy_and_voice(a, b) or _deputy_and_voice(b, a)):
        return True
    return one_body and titles.posts_apart(*families) or _officer_and_rank(one, other) or _officer_and_rank(other, one)


def _exclusive(a: Role, b: Role) -> bool:
    """True for two titles, both held now, that nobody holds together."""
    known = titles.by_canonical()
    if a.title not in known or b.title not in known:
        return False
    return titles.exclusive(known[a.title].family, known[b.title].family) and held(a) and held(b)


def sure(pair: Sequence[Reading], corpus: Corpus, one_telling: float) -> bool:
    """True for titles that exclude each other, or that two copies of one sentence tell apart.

    ``one_telling`` is the share of content lemmas, of all in both, from which two sentences are copies.
    """
    for a, b in ((a, b) for a in pair[0].facts for b in pair[1].facts):
        if _exclusive(role_of(a), role_of(b)) or titles_before_one_name(a, b):
            return True
        one, two = (frozenset(corpus.sentence(f).lemmas) for f in (a, b))
        if len(one & two) >= one_telling * max(1, len(one | two)):
            return True
    return False


def of_one_state(pair: Sequence[Reading]) -> bool:
    """True for two offices of one state, held now, that exclude each other: "US President" and "US Prime Minister"."""
    return any(
        a.country is not None and a.country == b.country and {a.title, b.title} <= titles.NATIONAL and _exclusive(a, b)
        for a, b in product(*([role_of(f) for f in reading.facts] for reading in pair))
    )


def _deputy_and_voice(deputy: Role, voice: Role) -> bool:
    """True for the deputy chief of a body who is elsewhere its spokesman."""
    family = titles.by_canonical()[deputy.title or ""].family
    return deputy.status == "deputy" and family in titles.LED and voice.title == "spokesperson" and held(voice)


def _officer_and_rank(officer: Fact, ranked: Fact) -> bool:
    """True for "Officer Ray" and "Sgt. Ray": before a name both are ranks; elsewhere a sergeant is an officer too."""
    a, b = role_of(officer), role_of(ranked)
    if any(f.mention.attrs.get("form") != "pre" for f in (officer, ranked)) or not (held(a) and held(b)):
        return False
    written = officer.mention.attrs.get("title", "")
    if written.lower().rstrip(".") not in titles.OFFICERS or not written[:1].isupper():
        return False
    police = a.organisation is None or not words(a.organisation).isdisjoint(_POLICE)
    known = titles.by_canonical()[b.title or ""]
    return police and bool({known.family, known.canonical} & titles.ABOVE_OFFICER)


def held(role: Role) -> bool:
    """True for an office held now, in full or on the way out."""
    return role.status in ("current", "outgoing")


def _speaks_for(one: Fact, other: Fact) -> bool:
    """True for a spokesman who heads what speaks for the body: its public affairs, its communications."""
    scope = other.mention.attrs.get("scope") or role_of(other).organisation or ""
    return (
        role_of(one).title == "spokesperson"
        and scope.lower().split()[:1] != []
        and (scope.lower().split()[0] in titles.SPEAKING)
    )


def one_writer_tells_both(pair: Sequence[Reading], conflict: Callable[[Fact, Fact], bool]) -> bool:
    """True where one article tells both, and no clause of it is told with the other title elsewhere."""
    one, other = pair
    if _articles(one).isdisjoint(_articles(other)):
        return False
    return not any(
        a.article != b.article and conflict(a, b) and _same_clause(a, b) for a in one.facts for b in other.facts
    )


def _same_clause(one: Fact, other: Fact) -> bool:
    """True where two clauses tell one deed of the person: one verb, and a word of what it is done to."""
    a, b = one.mention.frame, other.mention.frame
    if a is None or b is None or not a.verb or a.verb != b.verb:
        return False
    return bool({*a.object, *a.others} & {*b.object, *b.others})


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
    return one_office(a, b)


def one_office(a: Role, b: Role) -> bool:
    """True for one title, or two of one family."""
    if a.title == b.title:
        return True
    known = titles.by_canonical()
    return bool(a.title in known and b.title in known and known[a.title].family == known[b.title].family)


def bodies_conflict(one: Fact, other: Fact) -> bool:
    """True where one title is given in two bodies that are not one under two names."""
    a, b = role_of(one), role_of(other)
    if one.mention.attrs.get("party") and other.mention.attrs.get("party"):
        return two_parties(a.organisation or "", b.organisation or "")
    if not a.organisation or not b.organisation or may_be_one(a.organisation, b.organisation):
        return False
    if words(a.organisation) <= _LEVELS or words(b.organisation) <= _LEVELS:
        return False  # a City Councilman may be called by his district
    if one.article == other.article and one.inferred != other.inferred:
        return False
    bare = "from" in (one.mention.attrs.get("form"), other.mention.attrs.get("form"))
    if not bare and (not a.title or not b.title or not one_office(a, b)):
        return False
    left, right = words(a.organisation), words(b.organisation)
    kinds = kinds_of(left), kinds_of(right)
    if bare or not (_proper(one) and _proper(other)):
        return all(kinds) and kinds[0].isdisjoint(kinds[1]) and (bare or bool(_named(one) or _named(other)))
    if kinds[0] & kinds[1] and _sort_named(one) and _sort_named(other) or a.title in _PLACED and b.title == a.title:
        return True
    if two_services(left, right):
        return True
    return one.article != other.article and not any(kinds) and all(map(_all_capital, (one, other)))


def _all_capital(fact: Fact) -> bool:
    body = fact.mention.attrs.get("organisation", "").split()
    return bool(body) and all(w[:1].isupper() for w in body)


def _sort_named(fact: Fact) -> bool:
    """True where the sort is a part of the name: Mansion Club, not "a Malmo club"."""
    body = fact.mention.attrs.get("organisation", "").split()
    first = len(body) > 1 and body[0].lower() in SORTS and body[1][:1].isupper()  # the union Metal and Sea
    return fact.inferred or first or any(w[:1].isupper() and w.lower() in SORTS | BODIES for w in body)


def _named(fact: Fact) -> bool:
    return any(w[:1].isupper() for w in fact.mention.attrs.get("organisation", "").split())


def _proper(fact: Fact) -> bool:
    """True where the body is named, not described: it has a capital in the text, or is a ministry of a country."""
    if fact.inferred:
        return True
    body = fact.mention.attrs.get("organisation", "")
    return any(w[:1].isupper() for w in body.split())
