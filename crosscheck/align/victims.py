"""Aligns what befell one person: in which parts of the body, and where he or she died.

Facts meet by the person alone: one name, one age told of nobody else, one noun that says who it is ("the guard"), or
the only victim of either article. Who stays open meets nobody. Aspects: ``wounds``, ``deathplace``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from crosscheck.anatomy import apart
from crosscheck.model import Cluster, Corpus, Fact, Place, digest
from crosscheck.normalise.bound import agree, passing
from crosscheck.settings import Settings

FORMS = {"wound": "wounds", "death": "deathplace"}
# nouns that anybody hurt goes by, or that are somebody else's from another point of view
_ANYBODY = frozenset("victim person suspect gunman shooter relative friend resident patient survivor witness".split())

_FEW = 6  # descriptions of one victim that are held against one another


def is_victims(fact: Fact) -> bool:
    """True for a place fact that tells of a person's wounds or death: no place of an event."""
    return fact.mention.attrs.get("form") in FORMS


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
    for told in people:
        home = next(
            (
                g
                for g in groups
                if all(t.article != told.article for t in g) and any(_one(t, told, ages, nouns) for t in g)
                and not any(_two(t, told) for t in g)
            ),
            None,
        )  # fmt: skip
        if home is None:
            groups.append([told])
        else:
            home.append(told)
    return groups


def _alone(people: Sequence[Told]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """(article, age) and (article, noun) of which there is one person only."""
    ages: dict[tuple[str, str], int] = defaultdict(int)
    nouns: dict[tuple[str, str], int] = defaultdict(int)
    for told in people:
        ages[told.article, told.age] += 1
        for noun in told.nouns:
            nouns[told.article, noun] += 1
    return {k for k, n in ages.items() if n == 1 and k[1]}, {k for k, n in nouns.items() if n == 1}


def _two(a: Told, b: Told) -> bool:
    """True where something says that they are two people."""
    if a.identity and b.identity:
        return a.identity != b.identity
    return not agree(a.age, b.age) or not agree(a.sex, b.sex)


def _one(a: Told, b: Told, ages: set[tuple[str, str]], nouns: set[tuple[str, str]]) -> bool:
    if a.identity and a.identity == b.identity:
        return True
    if a.sole and b.sole:
        return True
    known = bool(a.identity or b.identity or a.sex and b.sex)  # of one age may be two people, a guard and a man
    if (
        known
        and a.age
        and a.age == b.age
        and not (a.twin or b.twin)
        and {(a.article, a.age), (b.article, b.age)} <= ages
    ):
        return True
    return any((a.article, n) in nouns and (b.article, n) in nouns for n in a.nouns & b.nouns)


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
