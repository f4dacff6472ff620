"""Who is who inside one article: what later steps of normalising ask about people."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from crosscheck.model import Article, Fact, Mention, Name, Role, Sentence, Span
from crosscheck.normalise.bound import Bound
from crosscheck.normalise.nameparts import bare, fold, parts
from crosscheck.normalise.person import Person, given_agree
from crosscheck.settings import Settings

__all__ = ["Person", "Scene", "given_agree"]

_EDGES = "\"'“”‘’.,;:!?()[]—–-"
_TITLE_STATUS = re.compile(r"^(?:the|a|an|his|her|its|their)\s+", re.I)


class _Index:
    """The facts of a scene, sorted, for looking up by offset."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.size = len(facts)
        named = sorted((f for f in facts if isinstance(f.value, Name)), key=lambda f: f.mention.span)
        self.persons = [f for f in named if _entity(f) == "person" and not f.mention.attrs.get("maybe")]
        self.starts = [f.mention.span.start for f in self.persons]
        self.longest = max((f.mention.span.end - f.mention.span.start for f in self.persons), default=0)
        self.bodies = [f for f in named if _entity(f) == "organisation"]
        self.body_starts = [f.mention.span.start for f in self.bodies]
        self.offices = sorted((f for f in facts if isinstance(f.value, Role)), key=lambda f: f.mention.span)
        self.best: dict[str, Fact] = {}
        for fact in self.persons:
            assert isinstance(fact.value, Name)
            known = self.best.get(fact.value.person)
            if known is None or len(fact.mention.text.split()) > len(known.mention.text.split()):
                self.best[fact.value.person] = fact
        self._by_id: dict[str, Person] = {}

    def by_id(self, people: Sequence[Person]) -> dict[str, Person]:
        """The persons by their id inside the article."""
        if len(self._by_id) != len(people):
            self._by_id = {p.id: p for p in people}
        return self._by_id


def _entity(fact: Fact) -> str:
    return fact.value.entity if isinstance(fact.value, Name) else ""


@dataclass
class Scene:
    """One article while it is normalised: steps add their facts and read those of the steps before."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    settings: Settings
    facts: list[Fact] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    bound: Bound = field(default_factory=Bound)
    _index: _Index | None = None
    _sentence_starts: list[int] | None = None
    _lower: frozenset[str] | None = None

    def fact(self, mention: Mention, *, subject: str, value, **more) -> Fact:  # type: ignore[no-untyped-def]
        """A fact of this article with its id."""
        key = f"{mention.article}:{mention.kind}:{mention.span.start}-{mention.span.end}"
        key += "?" if mention.attrs.get("maybe") else ""
        return Fact(id=key, kind=mention.kind, subject=subject, value=value, mention=mention, **more)

    def _indexed(self) -> _Index:
        """People, bodies and roles in the order of the text; made anew when facts were added."""
        if self._index is None or self._index.size != len(self.facts):
            self._index = _Index(self.facts)
        return self._index

    def names(self) -> list[Fact]:
        """Facts of kind name, once the first step has run."""
        return [f for f in self.facts if isinstance(f.value, Name)]

    def roles(self) -> list[Fact]:
        """Facts of kind role, once the second step has run."""
        return self._indexed().offices

    def lower_words(self) -> frozenset[str]:
        """Words that the article writes in lower case somewhere: in a headline they are no names."""
        if self._lower is None:
            words = {w.strip(_EDGES) for w in set(self.article.text.split()) if not w[0].isupper()}
            self._lower = frozenset(fold(w) for w in words if w[:1].islower())
        return self._lower

    def person_at(self, span: Span) -> Fact | None:
        """The person's name that overlaps a span, the longest first."""
        index = self._indexed()
        low, high = bisect_left(index.starts, span.start - index.longest), bisect_left(index.starts, span.end)
        found = [f for f in index.persons[low:high] if f.mention.span.overlaps(span)]
        return max(found, key=lambda f: f.mention.span.end - f.mention.span.start, default=None)

    def best_name(self, person_id: str) -> Fact | None:
        """The fullest name fact of a person of this article."""
        return self._indexed().best.get(person_id)

    def find_person(self, surface: str, *, before: int | None = None) -> Fact | None:
        """The fullest name fact of whom a surname, initial, honorific and surname, nickname or full name means.

        ``before`` prefers the person last named before that offset where several fit.
        """
        words = surface.replace("’", "'").removesuffix("'s").split()
        while words and fold(words[0]) in _LEADING:
            words = words[1:]
        found = parts(" ".join(words))
        if not found.words:
            return None
        if len(found.words) == 1:
            word = found.family[0]
            known = [p for p in self.people if bare(word) in {bare(w) for w in p.parts.family}]
            known = known or [p for p in self.people if word in p.parts.given or word == p.parts.nick]
            known = known or [p for p in self.people if p.nickname_fits(word)]
        else:
            known = [p for p in self.people if p.fits(found)]
        if not known:
            return None
        at = len(self.article.text) if before is None else before
        return self.best_name(max(known, key=lambda p: (p.last_before(at), -p.mentions[0].span.start)).id)

    def last_person(self, before: int, *, gender: str | None = None) -> Fact | None:
        """Whom a pronoun at ``before`` means: the last person in subject position, else the last one named.

        Looks back over this sentence and the two before it, then over the whole text before; people known to be of the
        other sex ("f", "m") are passed over. Returns the person's fullest name fact.
        """
        index = self._indexed()
        last = self._sentence_of(before)
        nearest: dict[int, list[Fact]] = {}
        for at in range(bisect_left(index.starts, before) - 1, -1, -1):
            fact = index.persons[at]
            if not self._sex_fits(fact, gender):
                continue
            back = last - fact.mention.sentence
            if back > 2 and not nearest:
                return self._best(fact)
            if back > 2:
                break
            nearest.setdefault(back, []).append(fact)
        if not nearest:
            return None
        here = nearest[min(nearest)]
        subjects = [f for f in here if f.mention.attrs.get("subject") or "said" in f.mention.attrs.get("cues", "")]
        return self._best(subjects[0] if subjects else here[0])

    def _best(self, fact: Fact) -> Fact:
        value = fact.value
        return (self.best_name(value.person) if isinstance(value, Name) else None) or fact

    def _sex_fits(self, fact: Fact, gender: str | None) -> bool:
        if not gender or not isinstance(fact.value, Name):
            return True
        person = self._indexed().by_id(self.people).get(fact.value.person)
        return person is None or person.gender in ("", gender)

    def _sentence_of(self, offset: int) -> int:
        if self._sentence_starts is None:
            self._sentence_starts = [s.span.start for s in self.sentences]
        return max(0, bisect_left(self._sentence_starts, offset + 1) - 1)

    def office_holder(self, title: str, *, before: int) -> Fact | None:
        """Who holds the office that "the spokesman" or "the minister" names: the last one told before the offset.

        Returns the person's fullest name fact, or None where nobody of that title was named.
        """
        from crosscheck.data import titles

        words = _TITLE_STATUS.sub("", title).lower().replace(".", "").strip()
        known = titles.titles().get(words) or titles.titles().get(words.rpartition(" ")[2])
        if known is None:
            return None
        minister = known.canonical == "minister"
        found = None
        for fact in self.roles():
            role = fact.value
            if fact.mention.span.start >= before:
                break
            if isinstance(role, Role) and role.person_id and role.title:
                held = titles.by_canonical().get(role.title)
                if (
                    role.title == known.canonical
                    or minister
                    and role.title.endswith(" minister")
                    or held
                    and held.family == known.family
                    and known.family == "head"
                ):
                    found = role.person_id
        return self.best_name(found) if found else None

    def roles_of(self, person_id: str) -> list[Fact]:
        """Role facts of a person of this article, in the order of the text."""
        return [f for f in self.roles() if isinstance(f.value, Role) and f.value.person_id == person_id]

    def body_before(self, offset: int) -> Fact | None:
        """The organisation that speaks or acts last before an offset: in this paragraph or the one before.

        Bodies inside quotation marks are what is talked about, not who talks; of the others, the subject of a verb
        comes first, then the one named last.
        """
        here = self.sentences[self._sentence_of(offset)].paragraph if self.sentences else 0
        index = self._indexed()
        last: Fact | None = None
        for at in range(bisect_left(index.body_starts, offset) - 1, -1, -1):
            mention = index.bodies[at].mention
            if self.sentences[mention.sentence].paragraph < here - 1:
                break
            if mention.span.end > offset or mention.attrs.get("quoted"):
                continue
            if mention.attrs.get("subject"):
                return index.bodies[at]
            last = last or index.bodies[at]
        return last


_LEADING = frozenset(
    "mr mrs ms miss sir dr prof dame lady lord president minister the judge officer sgt capt lt gov sen rep rev".split()
)
