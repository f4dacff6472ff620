"""Whom pronouns, titles and descriptions take up: one pass over an article, which abstains when it is not sure.

In: the people of a :class:`Scene` and the mentions of kind ``referent`` (what the parse knows of each). Out:
:class:`Bound`, spans to ids: a person's id ("p3"), a body's ("o:" and its key), or "d" and an offset for somebody whom
the article only describes. A salience list in the manner of Lappin and Leass (1994), as speakers are found by, with a
margin below which nobody is meant; sex, number and the clause's own subject exclude.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from crosscheck.data import firstnames, titles
from crosscheck.data.speakers import OUTLET_WORDS
from crosscheck.model import Fact, Mention, Name, Span
from crosscheck.normalise.bound import Bound, Entity, Seen, agree, alike, passing
from crosscheck.normalise.people import Scene
from crosscheck.settings import ReferentSettings


def bind(scene: Scene) -> Bound:
    """Everybody whom the article names or describes, each place with its id; unsure places are left out."""
    return _Binder(scene).run()


def normalise(mentions: list[Mention], scene: Scene) -> list[Fact]:
    """No facts: the scene learns whom the mentions mean."""
    scene.bound = bind(scene)
    return []


class _Binder:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.settings: ReferentSettings = scene.settings.referents
        self.bound = Bound()
        self.entities: dict[str, Entity] = {}
        self.owned: dict[tuple[str, str], str] = {}

    def run(self) -> Bound:
        people = {p.id: p for p in self.scene.people}
        for person in people.values():
            sex = person.gender or firstnames.sex_of(person.parts.given[0] if person.parts.given else "")
            self.entities[person.id] = Entity("person", sex=sex)
        for step in sorted((*self._names(), *self._referents()), key=lambda s: (s[0], s[1])):
            _, _, item = step
            if isinstance(item, Fact):
                self._name(item)
            else:
                self._referent(item)
        self.bound.seen.sort(key=lambda s: s.span)
        return self.bound

    # -- names

    def _names(self) -> Iterable[tuple[Span, int, Fact | Mention]]:
        for fact in self.scene.names():
            if isinstance(fact.value, Name) and not fact.mention.attrs.get("maybe"):
                if fact.value.entity in ("person", "organisation"):
                    yield fact.mention.span, 0, fact

    def _referents(self) -> Iterable[tuple[Span, int, Fact | Mention]]:
        named = [f.mention.span for f in self.scene.names() if not f.mention.attrs.get("maybe")]
        starts = [s.start for s in named]
        for mention in self.scene.mentions:
            if mention.kind != "referent":
                continue
            at = bisect_left(starts, mention.span.end)
            if at and mention.attrs["form"] != "pronoun" and named[at - 1].end >= mention.span.end:
                continue  # part of a name
            yield mention.span, 1, mention

    def _name(self, fact: Fact) -> None:
        name, mention = fact.value, fact.mention
        assert isinstance(name, Name)
        if name.entity == "person":
            who = name.person
            entity = self.entities.setdefault(who, Entity("person"))
            if age := mention.attrs.get("age"):
                entity.age = age
        else:
            who = f"o:{name.key}"
            self.entities.setdefault(who, Entity("body", number="b"))
        said = "said" in mention.attrs.get("cues", "")
        possessive = self.scene.article.text[mention.span.end : mention.span.end + 2] in ("'s", "’s")
        slot = "subject" if mention.attrs.get("subject") or said else "possessive" if possessive else "other"
        if self.bound.seen and (last := self.bound.seen[-1]).sentence == mention.sentence:
            between = self.scene.article.text[last.span.end : mention.span.start]
            slot = last.slot if between in (" and ", ", ", ", and ") and slot == "other" else slot
        self._see(mention, who, slot, said)

    def _see(self, mention: Mention, who: str, slot: str, says: bool) -> None:
        words = frozenset([*mention.text.casefold().split(), mention.attrs.get("head", "")])
        seen = Seen(mention.span, mention.sentence, who, slot, mention.quoted, says, words)
        self.bound.seen.append(seen)

    # -- pronouns and phrases

    def _referent(self, mention: Mention) -> None:
        attrs = mention.attrs
        if attrs["form"] == "pronoun":
            who = self._pronoun(mention)
        elif attrs["form"] == "the":
            who = self._taken_up(mention)
            if who is None and attrs["head"] not in passing():
                who = self._brought_in(mention)
        elif attrs["form"] == "own":
            who = self._own(mention)
        else:
            who = self._brought_in(mention)
        if who is not None:
            self._see(mention, who, attrs["slot"], bool(attrs.get("says")))

    def _pronoun(self, mention: Mention) -> str | None:
        attrs = mention.attrs
        if attrs["sort"] == "body":
            if attrs["slot"] != "possessive" and not attrs.get("says"):
                return None  # "it" is anything that the article speaks of
            return self._only_subject(mention, lambda e: e.sort == "body")
        if attrs["number"] == "n":
            return self._only_subject(mention, lambda e: e.number in ("n", "b"))
        return self._salient(mention, attrs["sex"])

    def _salient(self, mention: Mention, sex: str, *, age: str = "", window: int | None = None) -> str | None:
        """The single person who stands out before a mention, by a margin; None where nobody does."""
        apart = mention.parts.get("apart")
        shut = self._at(apart) if apart is not None else None
        speaker = self._speaker(mention) if mention.quoted else None
        scores: dict[str, float] = {}
        for seen in self._before(mention, self.settings.window if window is None else window):
            entity = self.entities[seen.who]
            if entity.sort != "person" or entity.number != "1" or seen.who in (shut, speaker):
                continue
            if not agree(sex, entity.sex) or not agree(age, entity.age):
                continue
            score = self._weight(seen, mention) + (self.settings.same_sex if sex and entity.sex == sex else 0)
            scores[seen.who] = max(scores.get(seen.who, score), score)
        if not scores:
            return None
        ranked = sorted(scores, key=lambda w: -scores[w])
        margin = self.settings.margin + (self.settings.in_quote if mention.quoted else 0)
        if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < margin:
            return None
        return ranked[0]

    def _weight(self, seen: Seen, mention: Mention) -> float:
        settings = self.settings
        weight = {"subject": settings.subject, "possessive": settings.possessor}.get(seen.slot, settings.other_role)
        weight -= settings.sentence_back * (mention.sentence - seen.sentence)
        if seen.quoted and not mention.quoted:
            weight -= settings.in_quote
        if seen.slot == "subject" and seen.sentence == mention.sentence and seen.span < mention.span:
            weight += settings.same_sentence
        if seen.says and (mention.sentence > seen.sentence or seen.span > mention.span):
            # whoever was quoted is taken up as the one who goes on speaking, seldom as whom the story is about
            weight += settings.speaks_on if mention.attrs.get("says") else -settings.only_source
        return weight

    def _before(self, mention: Mention, window: int) -> Iterable[Seen]:
        for seen in reversed(self.bound.seen):
            if seen.sentence < mention.sentence - window:
                break
            if not self.scene.sentences[seen.sentence].headline or self.scene.sentences[mention.sentence].headline:
                yield seen

    def _speaker(self, mention: Mention) -> str | None:
        """Who speaks the words in which a mention stands: named with a verb of saying in its sentence or the next."""
        for fact in self.scene.names():
            if fact.mention.sentence > mention.sentence + 1:
                break
            if fact.mention.sentence >= mention.sentence and not fact.mention.quoted:
                if "said" in fact.mention.attrs.get("cues", "") and isinstance(fact.value, Name):
                    return fact.value.person
        return None

    def _at(self, span: Span) -> str | None:
        return next((s.who for s in reversed(self.bound.seen) if s.span.overlaps(span)), None)

    def _only_subject(self, mention: Mention, fits) -> str | None:  # type: ignore[no-untyped-def]
        """The last subject of a fitting sort in this sentence, else the one of the sentence before."""
        apart = mention.parts.get("apart")
        shut = self._at(apart) if apart is not None else None
        near = [s for s in self._before(mention, 1) if s.who != shut and s.quoted <= mention.quoted]
        for sentence in (mention.sentence, mention.sentence - 1):
            here = [s for s in near if s.sentence == sentence]
            fitting = dict.fromkeys(s.who for s in here if fits(self.entities[s.who]))
            found = dict.fromkeys(s.who for s in here if s.slot == "subject" and s.who in fitting)
            if fitting or any(s.slot == "subject" for s in here):
                alone = len(found) == 1 and (sentence == mention.sentence or len(fitting) == 1)
                return next(iter(found)) if alone else None
        return None

    # -- the boy, the suspect, the president, the company

    def _taken_up(self, mention: Mention) -> str | None:
        attrs = mention.attrs
        if (named := mention.parts.get("named")) is not None and (fact := self.scene.person_at(named)) is not None:
            assert isinstance(fact.value, Name)
            return self._describe(fact.value.person, attrs)
        if attrs["sort"] == "body":
            return self._body(mention)
        same = self._same_head(mention)
        if len(same) == 1:
            return same[0]
        if same or attrs["number"] != "1":
            return None
        holder = self._holder(mention)
        if holder is not None:
            return holder
        if attrs["head"] in passing():
            who = self._salient(mention, attrs["sex"], age=attrs.get("age", ""), window=1)
            return who if who and (not attrs["sex"] or self.entities[who].sex == attrs["sex"]) else None
        return None

    def _describe(self, who: str, attrs: dict[str, str]) -> str:
        entity = self.entities[who]
        entity.heads.add(attrs["head"])
        entity.sex = entity.sex or attrs["sex"]
        entity.age = entity.age or attrs.get("age", "")
        return who

    def _same_head(self, mention: Mention) -> list[str]:
        """Whom the text so far calls by the same word, or one of like meaning, and that nothing tells apart."""
        attrs = mention.attrs
        words = alike(attrs["head"])
        found: dict[str, None] = {}
        for seen in reversed(self.bound.seen):
            if seen.who not in found and self._called(seen.who, attrs, words):
                found[seen.who] = None
        exact = [w for w in found if attrs["head"] in self.entities[w].heads]
        return exact if len(exact) == 1 else list(found)

    def _called(self, who: str, attrs: dict[str, str], words: frozenset[str]) -> bool:
        """True for somebody whom the text calls by one of the words and whom nothing tells apart."""
        entity = self.entities[who]
        if entity.sort != attrs["sort"] or entity.number != attrs["number"]:
            return False
        if entity.heads.isdisjoint(words if who[0] == "d" else (attrs["head"],)):
            return False
        if entity.other != attrs.get("other", ""):
            return False
        return agree(attrs["sex"], entity.sex) and agree(attrs.get("age", ""), entity.age)

    def _holder(self, mention: Mention) -> str | None:
        """The one person so far who is said to hold the office that a phrase names."""
        title = titles.lookup(mention.attrs["head"])
        if title is None:
            return None
        found: dict[str, None] = {}
        for role in self.scene.mentions:
            if role.kind != "role" or role.span.start >= mention.span.start or "title" not in role.attrs:
                continue
            held = titles.lookup(role.attrs["title"])
            if held is not None and held.canonical == title.canonical:
                fact = self.scene.person_at(role.parts["person"])
                if fact is not None and isinstance(fact.value, Name):
                    found[fact.value.person] = None
        return next(iter(found)) if len(found) == 1 else None

    def _body(self, mention: Mention) -> str | None:
        head = mention.attrs["head"]
        bodies = [s for s in self.bound.seen if self.entities[s.who].sort == "body" and s.who.startswith("o:")]
        same = [s.who for s in bodies if head in s.who.split()]
        if same:
            return same[-1]
        if not mention.attrs.get("firm"):
            return None
        near = dict.fromkeys(
            s.who for s in bodies if s.sentence >= mention.sentence - 1 and not OUTLET_WORDS & set(s.who[2:].split())
        )
        return next(iter(near)) if len(near) == 1 else None

    # -- a boy, his father

    def _brought_in(self, mention: Mention) -> str | None:
        attrs = mention.attrs
        if (named := mention.parts.get("named")) is not None and (fact := self.scene.person_at(named)) is not None:
            assert isinstance(fact.value, Name)
            return self._describe(fact.value.person, attrs)
        who = f"d{mention.span.start}"
        entity = Entity(attrs["sort"], number=attrs["number"], sex=attrs["sex"], age=attrs.get("age", ""))
        if attrs["sort"] == "body" or attrs["number"] == "n" and attrs["form"] == "new":
            who = f"g:{attrs['head']}"
            entity.number = "n" if attrs["number"] == "n" else "b"
        entity.heads.add(attrs["head"])
        entity.other = attrs.get("other", "")
        self.entities.setdefault(who, entity)
        return who

    def _own(self, mention: Mention) -> str | None:
        """Somebody's relative: one person for one owner and one word."""
        owner = self._at(mention.parts["of"])
        who = self._brought_in(mention)
        if owner is None or who is None:
            return who
        return self.owned.setdefault((owner, mention.attrs["head"]), who)
