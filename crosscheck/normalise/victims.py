"""Wounds and places of death: mentions in, facts out, with all that the article tells of whom they befell.

Attrs that this adds: ``victim`` (id of the person inside the article), ``named`` ("1" where a name goes with it),
``age``, ``sex``, ``heads`` (nouns by which the article calls the person), ``sole`` ("1" where nobody else of the
article is told as hurt), ``twin`` ("1" where an article with several victims tells of another person of that age).
A mention whose victim stays open makes no fact.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crosscheck.data.events import PERSON_NOUNS
from crosscheck.model import Fact, Mention, Name, Place
from crosscheck.normalise.bound import agree, passing
from crosscheck.normalise.people import Scene

FORMS = frozenset({"wound", "death"})


class Told(msgspec.Struct):
    """What an article tells of one person."""

    age: str = ""
    sex: str = ""
    named: bool = False
    plural: bool = False
    heads: tuple[str, ...] = ()


def normalise(mentions: list[Mention], scene: Scene) -> Iterator[Fact]:
    """Facts of the mentions whose victim is known, in their order."""
    if not mentions:
        return
    people = _people(scene)
    for mention in mentions:
        spans = (mention.parts[p] for p in ("victim", "befell") if p in mention.parts)
        who = next((w for s in spans if (w := scene.bound.at(s)) is not None), None)
        if who is None or who[:2] == "g:":
            who = _by_noun(mention)
        if who is None or who[:2] == "o:" or _plural(people.get(who)):
            continue
        told = people.setdefault(who, Told(heads=(who[2:],) if who[:2] == "n:" else ()))
        attrs = dict(
            mention.attrs,
            victim=who,
            age=told.age or mention.attrs.get("aged", ""),
            sex=told.sex,
            heads=" ".join(told.heads),
        )
        if told.named:
            attrs["named"] = "1"
        if not mention.attrs.get("many") and _alone(who, mention, people, scene):
            attrs["sole"] = "1"
        elif told.age and any(t.age == told.age and w != who for w, t in people.items()):
            attrs["twin"] = "1"
        kept = {k: s for k, s in mention.parts.items() if k == "victim"}
        made = msgspec.structs.replace(mention, attrs={k: v for k, v in attrs.items() if v}, parts=kept)
        value = attrs.get("hurt") or attrs.get("hospital") or attrs.get("where") or ""
        place = Place(name=value.replace("|", ", "), key=f"{attrs['form']}:{value}")
        yield scene.fact(made, subject=_subject(who, told, attrs["form"], scene), value=place)


def _plural(told: Told | None) -> bool:
    """True for people whom the article tells of together and does not name."""
    return told is not None and told.plural and not told.named


def _by_noun(mention: Mention) -> str | None:
    """Of a victim whom binding leaves open, an id made of a noun that says who it is: "the guard"."""
    noun = mention.attrs.get("noun", "")
    return f"n:{noun}" if noun in PERSON_NOUNS and noun not in passing() else None


def _people(scene: Scene) -> dict[str, Told]:
    """Everybody whom the article names or describes, by id."""
    found: dict[str, Told] = {}
    for person in scene.people:
        found[person.id] = Told(sex=person.gender, named=True)
    for fact in scene.names():
        value = fact.value
        if isinstance(value, Name) and value.person in found:
            found[value.person].age = found[value.person].age or fact.mention.attrs.get("age", "")
    for mention in scene.mentions:
        if mention.kind != "referent" or mention.attrs["form"] == "pronoun":
            continue
        who = scene.bound.at(mention.span)
        if who is None or who.startswith("o:"):
            continue
        told, attrs = found.setdefault(who, Told()), mention.attrs
        told.heads = tuple(dict.fromkeys((*told.heads, attrs["head"])))
        told.age, told.sex = told.age or attrs.get("age", ""), told.sex or attrs["sex"]
        told.plural = told.plural or attrs["number"] == "n"
    return found


def _alone(who: str, mention: Mention, people: dict[str, Told], scene: Scene) -> bool:
    """True where everybody who is told as hurt may be this one person."""
    me = people[who]
    for part, span in mention.parts.items():
        other = scene.bound.at(span) if part.startswith("also") else None
        if other is None or other == who or f"n:{other[2:]}" == who:
            continue
        told = people.get(other, Told())
        if told.plural or other[:2] == "g:" or not agree(me.age, told.age) or not agree(me.sex, told.sex):
            return False
        if told.named and me.named or not _one_sort(me, told):
            return False
    return True


def _one_sort(one: Told, other: Told) -> bool:
    """Nouns that two people go by say nothing or the same."""
    mine, theirs = (set(t.heads) - passing() - {"victim", "person"} for t in (one, other))
    return not mine or not theirs or bool(mine & theirs)


def _subject(who: str, told: Told, form: str, scene: Scene) -> str:
    """Whose wounds: "wounds of Ann Ray", "wounds of the girl", "where the man died"."""
    name = scene.best_name(who) if told.named else None
    head = next((h for h in told.heads if h != "old"), "person" if not told.age else f"{told.age}-year-old")
    shown = " ".join(name.mention.text.split()) if name is not None else f"the {head}"
    return f"wounds of {shown}" if form == "wound" else f"where {shown} died"
