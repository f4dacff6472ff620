"""Aligns what befell one person: in which parts of the body, and where he or she died.

Facts meet by the person alone: one name, one age told of nobody else, one noun that says who it is ("the guard"), or
the only victim of either article. Who stays open meets nobody. Aspects: ``wounds``, ``deathplace``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from crosscheck.anatomy import apart
from crosscheck.model import Cluster, Corpus, Fact, Place, Span, digest
from crosscheck.normalise.bound import agree, passing
from crosscheck.settings import Settings

FORMS = {"wound": "wounds", "death": "deathplace"}
# nouns that anybody hurt goes by, or that are somebody else's from another point of view
_ANYBODY = frozenset("victim person suspect gunman shooter relative friend resident patient survivor witness".split())

_FEW = 6  # descriptions of one victim that are held against one another


def is_victims(fact: Fact) -> bool:
    """True for a place fact that tells of a person's wounds or death: no place of an event."""
    return fact.mention.attrs.get("form") in FORMS


def within_deaths(corpus: Corpus) -> frozenset[str]:
    """Ids of the places that a place of death holds ("at the scene" in "died at the scene"): they are told once."""
    held: dict[tuple[str, int], list[Span]] = defaultdict(list)
    facts = corpus.facts("place")
    for fact in facts:
        if fact.mention.attrs.get("form") == "death":
            held[fact.article, fact.mention.sentence].append(fact.mention.span)
    return frozenset(
        f.id
        for f in facts
        if not is_victims(f) and any(s.contains(f.mention.span) for s in held[f.article, f.mention.sentence])
    )


class Told(msgspec.Struct, kw_only=True):
    """What one article tells of one person."""

    article: str
    sole: bool
    identity: str = ""
    age: str = ""
    sex: str = ""
    nouns: frozenset[str] = frozenset()
    twin: bool = False  # another person of that age is told of
    facts: list[Fact] = []


def align(corpus: Corpus, settings: Settings) -> Iterable[Cluster]:
    """Clusters of the facts of one person, single ones included, in the order of the text."""
    for form, aspect in FORMS.items():
        facts = [f for f in corpus.facts("place") if isinstance(f.value, Place) and f.mention.attrs.get("form") == form]
        people = _people((f for f in facts if not _before(f, corpus)), corpus)
        for group in _groups(people):
            yield _cluster(aspect, [f for told in group for f in told.facts], corpus)
        for fact in facts:
            if _before(fact, corpus):
                yield _cluster(aspect, [fact], corpus)


def _before(fact: Fact, corpus: Corpus) -> bool:
    """True in a sentence about another year: an older wound is another one."""
    if fact.mention.attrs.get("form") == "death":
        return False  # nobody dies twice
    years = corpus.sentence(fact).years
    return bool(years) and (corpus.articles[fact.article].published or "")[:4] not in years


def _people(facts: Iterable[Fact], corpus: Corpus) -> list[Told]:
    """Who is told of in each article. The only victim of one is one person, however he or she is called there."""
    found: dict[str, dict[str, Told]] = defaultdict(dict)
    for fact in facts:
        attrs = fact.mention.attrs
        who = attrs["victim"]
        told = found[fact.article].setdefault(who, Told(article=fact.article, sole=bool(attrs.get("sole"))))
        told.facts.append(fact)
        told.twin = told.twin or bool(attrs.get("twin"))
        told.age, told.sex = told.age or attrs.get("age", ""), told.sex or attrs.get("sex", "")
        told.nouns |= frozenset(attrs.get("heads", "").split()) - passing() - _ANYBODY
        if attrs.get("named"):
            told.identity = corpus.identities.get(f"{fact.article}:{who}", "")
    return [_known(told) for article in found.values() for told in _merged(list(article.values()))]


def _known(told: Told) -> Told:
    """The only victim of an article is as old as it says elsewhere that a victim is."""
    if told.sole:
        for fact in told.facts:
            told.age = told.age or fact.mention.attrs.get("lone_age", "")
            told.sex = told.sex or fact.mention.attrs.get("lone_sex", "")
    return told


def _merged(people: list[Told]) -> list[Told]:
    """Those of one article: one where each may be the only victim and nothing tells them apart."""
    if len(people) < 2 or not all(t.sole for t in people):
        return people if len(people) < 2 else [msgspec.structs.replace(t, sole=False) for t in people]
    clash = any(_two(a, b) or _elsewhere(a, b) for i, a in enumerate(people[:_FEW]) for b in people[i + 1 :])
    if clash or len(people) > _FEW:
        return [msgspec.structs.replace(t, sole=False) for t in people]
    first = people[0]
    for other in people[1:]:
        first.facts += other.facts
        first.age, first.sex = first.age or other.age, first.sex or other.sex
        first.identity, first.nouns = first.identity or other.identity, first.nouns | other.nouns
    return [first]


def _elsewhere(a: Told, b: Told) -> bool:
    """True for wounds in two parts of the body: one article tells of two people."""
    mine, theirs = ([p for f in t.facts for p in f.mention.attrs.get("hurt", "").split("|") if p] for t in (a, b))
    return apart(mine, theirs)


def _groups(people: Sequence[Told]) -> list[list[Told]]:
    """Persons of different articles that are surely one; no group has two of one article."""
    groups: list[list[Told]] = []
    ages, nouns = _alone(people)
    known: dict[tuple[str, str], list[list[Told]]] = defaultdict(list)  # groups by what their people may meet by
    for told in people:
        keys = _keys(told, ages, nouns)
        near = (g for key in keys for g in known[key][:_FEW])
        home = next((g for g in near if all(_fits(t, told) for t in g) and any(_one(t, told, keys) for t in g)), None)
        if home is None:
            home = []
            groups.append(home)
        home.append(told)
        for key in keys:
            if not any(g is home for g in known[key][:_FEW]):
                known[key].append(home)
    return groups


Counted = set[tuple[str, str]]  # (article, age or noun) of which there is one person only


def _keys(told: Told, ages: Counted, nouns: Counted) -> list[tuple[str, str]]:
    """What a person may be known by in another article, the surest first."""
    found = [("name", told.identity)] if told.identity else []
    if told.sole:
        found.append(("only", ""))
    if (told.article, told.age) in ages and not told.twin:
        found.append(("age", told.age))
    return [*found, *(("noun", n) for n in sorted(told.nouns) if (told.article, n) in nouns)]


def _alone(people: Sequence[Told]) -> tuple[Counted, Counted]:
    """(article, age) and (article, noun) of which there is one person only."""
    ages = Counter((t.article, t.age) for t in people)
    nouns = Counter((t.article, n) for t in people for n in t.nouns)
    return {k for k, n in ages.items() if n == 1 and k[1]}, {k for k, n in nouns.items() if n == 1}


def _fits(a: Told, b: Told) -> bool:
    """Persons of two articles whom nothing tells apart."""
    return a.article != b.article and not _two(a, b)


def _two(a: Told, b: Told) -> bool:
    """True where something says that they are two people."""
    if a.identity and b.identity:
        return a.identity != b.identity
    return not agree(a.age, b.age) or not agree(a.sex, b.sex)


def _one(a: Told, b: Told, keys: Sequence[tuple[str, str]]) -> bool:
    """True where they share a key of the second; one age may be that of two people, a guard and a man."""
    if a.identity and a.identity == b.identity or a.sole and b.sole:
        return True
    if a.age and not a.twin and ("age", a.age) in keys and bool(a.identity or b.identity or (a.sex and b.sex)):
        return True
    return any(("noun", n) in keys for n in a.nouns)


def _cluster(aspect: str, facts: Sequence[Fact], corpus: Corpus) -> Cluster:
    order = {article: i for i, article in enumerate(corpus.articles)}
    facts = sorted(facts, key=lambda f: (order[f.article], f.mention.span))
    subject = next((f.subject for f in facts if f.mention.attrs.get("named")), facts[0].subject)
    return Cluster(
        id=f"place:{aspect}:{digest(facts)}",
        kind="place",
        aspect=aspect,
        subject=subject,
        key=f"{aspect}|{subject.casefold()}",
        facts=tuple(facts),
    )
