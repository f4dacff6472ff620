"""The persons of each article with what the article says of them, for finding out which of them are one."""

from __future__ import annotations

from dataclasses import dataclass, field

from crosscheck.model import Corpus, Fact, Name, Role
from crosscheck.normalise.nameparts import Parts, parts

_STRONG = frozenset({"title", "honorific", "age", "kin", "said", "identified"})


@dataclass
class Bearer:
    """One person of one article with what the article says of him or her."""

    article: str
    id: str
    parts: Parts
    facts: list[Fact] = field(default_factory=list)
    roles: list[Fact] = field(default_factory=list)
    cues: set[str] = field(default_factory=set)
    ages: set[int] = field(default_factory=set)
    gender: str = ""

    @property
    def key(self) -> str:
        """As :attr:`Corpus.identities` is keyed."""
        return f"{self.article}:{self.id}"

    @property
    def maybe(self) -> bool:
        """True for capitalised words that no cue calls a person; they count where they are nearly one's name."""
        return all(f.mention.attrs.get("maybe") for f in self.facts)

    @property
    def weak(self) -> bool:
        """True for a single word without a cue that it is a person's."""
        return len(self.parts.words) == 1 and not self.cues & _STRONG


def bearers(corpus: Corpus) -> list[Bearer]:
    """The persons of all articles, in the order of articles."""
    found: dict[tuple[str, str], Bearer] = {}
    for article, extraction in corpus.extractions.items():
        for fact in extraction.facts:
            value = fact.value
            if isinstance(value, Name) and value.entity == "person":
                bearer = found.get((article, value.person))
                if bearer is None:
                    bearer = found[article, value.person] = Bearer(article, value.person, parts(fact.subject))
                _take(bearer, fact)
        for fact in extraction.facts:  # an office may stand before the name that it belongs to
            value = fact.value
            if isinstance(value, Role) and value.person_id and (article, value.person_id) in found:
                found[article, value.person_id].roles.append(fact)
    return list(found.values())


def _take(bearer: Bearer, fact: Fact) -> None:
    attrs = fact.mention.attrs
    bearer.facts.append(fact)
    bearer.cues.update(attrs.get("cues", "").split())
    bearer.gender = bearer.gender or attrs.get("gender", "")
    if age := attrs.get("age"):
        bearer.ages.add(int(age))


def one_sentence(one: Bearer, other: Bearer) -> bool:
    """True where one sentence names both in full."""
    here, there = ({f.mention.sentence for f in p.facts if " " in f.mention.text.strip()} for p in (one, other))
    return not here.isdisjoint(there)


def side_by_side(one: Bearer, other: Bearer) -> bool:
    """True where one sentence, or one and the next, names both in full: a writer who slips does so further on."""
    here, there = ({f.mention.sentence for f in p.facts if " " in f.mention.text.strip()} for p in (one, other))
    return any({n - 1, n, n + 1} & there for n in here)
