"""Names: mentions in, facts out, with every mention of a person linked to who bears it inside the article.

A full name makes a person; surnames, given names, initials, nicknames and misspelt surnames alone are linked to the
last person before (else after) whom they fit. A capitalised word that fits nobody and has no
cue of a person is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.data import given
from crosscheck.model import Fact, Mention, Name
from crosscheck.normalise import victims
from crosscheck.normalise.nameparts import Parts, bare, fold, parts
from crosscheck.normalise.people import Person, Scene

_PERSONAL = frozenset({"title", "honorific", "age", "kin", "said", "identified"})


def normalise(mentions: list[Mention], scene: Scene) -> list[Fact]:
    """Facts of people, linked, and of organisations, in the order of the text."""
    people = sorted((m for m in mentions if m.attrs.get("entity") == "person"), key=lambda m: m.span)
    bodies = [m for m in mentions if m.attrs.get("entity") == "organisation"]
    linker = _Linker(scene)
    facts = linker.link([m for m in people if not m.attrs.get("maybe")])
    taken = {m.mention.span for m in facts}
    facts += [_maybe(m, n, scene) for n, m in enumerate((m for m in people if m.attrs.get("maybe")), 1)]
    things = [m for m in mentions if m.attrs.get("entity") in _THINGS]
    typed = [m for m in things if m.attrs["entity"] not in _LOOSE and not any(m.span.overlaps(s) for s in taken)]
    facts += [_thing(m, scene) for m in typed]
    taken |= {m.span for m in typed}
    facts += [_body(m, scene) for m in bodies if not any(m.span.overlaps(s) for s in taken)]
    facts += _others([m for m in things if m.attrs["entity"] in _LOOSE], facts, scene)
    facts.sort(key=lambda f: f.mention.span)
    scene.people = linker.people
    return facts


def _thing(mention: Mention, scene: Scene) -> Fact:
    name = " ".join(mention.text.split())
    key = fold(name).removeprefix("the ").replace("'", "")
    return scene.fact(mention, subject=name, value=Name(full=name, key=key, entity=mention.attrs["entity"]))  # type: ignore[arg-type]


def _others(mentions: list[Mention], facts: list[Fact], scene: Scene) -> list[Fact]:
    """Names of no known sort, where no other name, place, office or date stands."""
    if not mentions:
        return []
    taken = {i for f in facts for i in range(f.mention.span.start, f.mention.span.end)}
    for known in scene.mentions:
        apart = known.attrs.get("form") in victims.FORMS  # whose parts are people and no names of places
        spans = list(known.parts.values()) if known.kind in ("role", "place") and not apart else []
        if known.kind in ("date", "figure"):
            spans = [known.span]
        taken.update(i for s in spans for i in range(s.start, s.end))
    return [_thing(m, scene) for m in mentions if taken.isdisjoint(range(m.span.start, m.span.end))]


_LOOSE = frozenset({"place", "other"})  # kept where nothing else stands
_THINGS = frozenset({"work", "vessel", "award", "alias"}) | _LOOSE


def _maybe(mention: Mention, number: int, scene: Scene) -> Fact:
    """Words that may be somebody's name misspelt: a person of their own, whom nothing in the article refers to."""
    found, full = parts(mention.text), _clean(mention.text)
    value = Name(
        full=full,
        given=_shown(full, found.given),
        family=_shown(full, found.family),
        key=found.key,
        person=f"m{number}",
    )
    return scene.fact(mention, subject=full, value=value)


def _body(mention: Mention, scene: Scene) -> Fact:
    name = " ".join(mention.text.split())
    value = Name(full=name, key=fold(name).replace("'", ""), entity="organisation")
    return scene.fact(mention, subject=name, value=value)


class _Linker:
    """Gathers the persons of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.people: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}
        self._by_letter: dict[str, list[Person]] = {}  # by the first letters of family and given name

    def link(self, mentions: list[Mention]) -> list[Fact]:
        """Facts of the mentions that are people."""
        full = [m for m in mentions if parts(m.text).given]
        for mention in full:
            self._take_full(mention)
        linked = {id(m): p for p in self.people for m in p.mentions}
        facts = []
        for mention in mentions:
            person = linked.get(id(mention)) or self._take_single(mention)
            if person is not None:
                facts.append((mention, person))
        for person in self.people:
            person.finish()
        return [self._fact(m, p) for m, p in facts]

    def _take_full(self, mention: Mention) -> None:
        found = parts(mention.text)
        person = next((p for p in self._sharing(found) if p.fits(found) and not p.beside(mention, found)), None)
        if person is None:
            person = Person(id=f"p{len(self.people) + 1}", parts=found, full=_clean(mention.text))
            self.people.append(person)
        person.add(mention, found, _clean(mention.text))
        for letter in sorted({w[0] for w in (found.family[-1], found.given[0])}):
            known = self._by_letter.setdefault(letter, [])
            if person not in known:
                known.append(person)
        for word in sorted({*found.words, *map(bare, found.words), found.nick} - {""}):
            known = self._by_word.setdefault(word, [])
            if person not in known:
                known.append(person)

    def _sharing(self, found: Parts) -> Iterable[Person]:
        seen: list[Person] = []
        for word in found.words:
            seen += [p for p in self._by_word.get(bare(word), ()) if p not in seen]
        return seen

    def _take_single(self, mention: Mention) -> Person | None:
        found = parts(mention.text)
        if not found.words:
            return None
        word = found.family[-1]  # "Van den Brul" by itself is a family name
        cues = set(mention.attrs.get("cues", "").split())
        known = [p for p in self._by_word.get(bare(word), ()) if p.single_fits(word, mention)]
        if not known:
            long_forms = sorted(given.nicknames().get(word, ()))
            known = [p for form in long_forms for p in self._by_word.get(form, ()) if p.nickname_fits(word)]
        near = False
        if not known and self._may_be_misspelt(word, mention, cues):
            known = [p for p in self._by_letter.get(word[0], ()) if p.nearly(word, self.scene.settings.names)]
            near = bool(known)
        person = _nearest(known, mention) if known else None
        if person is None:
            if not self._stands_alone(mention, cues):
                return None
            person = Person(id=f"p{len(self.people) + 1}", parts=found, full=_clean(mention.text), single=True)
            self.people.append(person)
            self._by_word.setdefault(bare(word), []).append(person)
        person.add(mention, found, _clean(mention.text), near=near)
        return person

    def _may_be_misspelt(self, word: str, mention: Mention, cues: set[str]) -> bool:
        """A word alone may be a known surname misspelt where the text does not use it as a common word."""
        if mention.attrs.get("label") in ("GPE", "NORP", "DATE", "LOC") and not cues & _PERSONAL:
            return False
        return len(word) >= self.scene.settings.names.near_min_length and word not in self.scene.lower_words()

    def _stands_alone(self, mention: Mention, cues: set[str]) -> bool:
        if cues & {"honorific", "kin"}:
            return True
        label = mention.attrs.get("label")
        if label == "PERSON" and not cues & {"place"}:
            return fold(mention.text) not in self.scene.lower_words()
        return "title" in cues and label in ("", "ORG", "FAC") and fold(mention.text) not in self.scene.lower_words()

    def _fact(self, mention: Mention, person: Person) -> Fact:
        found = person.read[mention.span]
        known = person.parts
        alone = not found.given
        shown = known
        if alone and person.near(mention):
            shown = found
        full = person.full if not (alone and person.near(mention)) else _clean(mention.text)
        if not alone:
            full, shown = _clean(mention.text), found
        value = Name(
            full=full,
            given=_shown(full, shown.given),
            family=_shown(full, shown.family),
            suffix=found.suffix or known.suffix or None,
            key=known.key,
            person=person.id,
        )
        return self.scene.fact(mention, subject=person.full, value=value)


def _nearest(known: list[Person], mention: Mention) -> Person:
    """Whom a word alone means where several bear it.

    News calls the person that a story is about by the surname and gives relatives their full name: so the person named
    in full in this sentence or the one before it, else the one with most mentions, else the first after.
    """
    if len(known) == 1:
        return known[0]
    just = [
        p
        for p in known
        if any(mention.sentence - 1 <= m.sentence <= mention.sentence and m.span < mention.span for m in p.mentions)
    ]
    if len(just) == 1:
        return just[0]
    before = [p for p in known if p.last_before(mention.span.start) >= 0]
    if before:
        return max(before, key=lambda p: (len(p.mentions), p.last_before(mention.span.start)))
    return min(known, key=lambda p: p.mentions[0].span.start)


def _clean(text: str) -> str:
    return " ".join(text.split())


def _shown(full: str, folded: tuple[str, ...]) -> str | None:
    """The words of a full name, as written, that the folded ones stand for."""
    words = [w for w in full.replace(",", " ").split() if fold(w).strip("'\"-") in folded]
    return " ".join(words) or (" ".join(folded).title() or None)
