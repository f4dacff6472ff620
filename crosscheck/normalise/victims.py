"""Wounds and places of death: mentions in, facts out, with all that the article tells of whom they befell.

Attrs that this adds: ``victim`` (id of the person inside the article), ``named`` ("1" where a name goes with it),
``age``, ``sex``, ``heads`` (nouns by which the article calls the person), ``sole`` ("1" where nobody else of the
article is told as hurt), then ``lone_age`` and ``lone_sex``, which it tells of that person elsewhere, ``twin`` ("1"
where an article with several victims tells of another person of that age). A mention whose victim stays open makes no
fact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from crosscheck.data.events import PERSON_NOUNS
from crosscheck.data.given import gender_of
from crosscheck.model import Fact, Mention, Name, Place
from crosscheck.normalise.bound import agree, passing
from crosscheck.normalise.people import Scene

FORMS = frozenset({"wound", "death"})

_FEW = 24  # people told as hurt among whom one may still be the only victim
_SEXES = {"male": "m", "female": "f"}


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
    ages = Counter(t.age for t in people.values())
    others = _hurt(mentions, scene)
    for mention in mentions:
        spans = (mention.parts[p] for p in ("victim", "befell") if p in mention.parts)
        who = next((w for s in spans if (w := scene.bound.at(s)) is not None), None)
        if who is None or who[:2] == "g:":
            who = _by_noun(mention)
        if who is None or who[:2] == "o:" or _plural(people.get(who)):
            continue
        noun = mention.attrs.get("noun", "") if who[:2] == "n:" else ""
        told = people.setdefault(who, Told(heads=(noun,), sex=_SEXES.get(noun) or gender_of(noun)) if noun else Told())
        attrs = dict(
            mention.attrs,
            victim=who,
            age=told.age or mention.attrs.get("aged", ""),
            sex=told.sex,
            heads=" ".join(told.heads),
        )
        attrs["sex"] = attrs["sex"] or mention.attrs.get("sexed", "")
        if told.named:
            attrs["named"] = "1"
        if not mention.attrs.get("many") and (alone := _alone(who, others, people)) is not None:
            attrs["sole"] = "1"
            attrs["lone_age"] = next((t.age for t in alone if t.age), "")
            attrs["lone_sex"] = next((t.sex for t in alone if t.sex), "")
        elif told.age and ages[told.age] > 1:
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
    """Of a victim whom binding leaves open, an id made of the noun and the age: "the guard", "the little girl"."""
    noun = mention.attrs.get("noun", "")
    known = noun in PERSON_NOUNS or noun in passing() or noun in _SEXES
    return f"n:{noun}{mention.attrs.get('aged', '')}" if known else None


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


def _hurt(mentions: list[Mention], scene: Scene) -> list[str]:
    """Ids of everybody who is told as hurt, in the order of the text."""
    spans = sorted({s for m in mentions for p, s in m.parts.items() if p != "befell"})
    return list(dict.fromkeys(who for s in spans if (who := scene.bound.at(s)) is not None))


def _alone(who: str, others: list[str], people: dict[str, Told]) -> list[Told] | None:
    """Everybody else who is told as hurt, where each of them may be this one person; None where one may not."""
    me, found = people[who], []
    if len(others) > _FEW:
        return None
    for other in others:
        told = people.get(other, Told())
        if other == who or who.startswith(f"n:{other[2:]}"):
            continue
        if told.plural or other[:2] == "g:" or not agree(me.age, told.age) or not agree(me.sex, told.sex):
            return None
        if told.named and me.named or not _one_sort(me, told):
            return None
        found.append(told)
    return found


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
