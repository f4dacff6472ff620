"""Roles: mentions in, facts out: title, body, country and status in canonical form, tied to the person of the article.

A spokesman without a body ("spokesman Lin Jiang said") speaks for the body named last before; such a fact is marked as
inferred, and the stretch that names the body becomes a second fact, so that the evidence shows both.
"""

from __future__ import annotations

import re

import msgspec

from crosscheck.data import countries, titles
from crosscheck.model import Fact, Mention, Name, Role, Span
from crosscheck.normalise.nameparts import fold
from crosscheck.normalise.people import Scene

_INFERRED = frozenset({"spokesperson"})  # who is named by the title alone speaks for a body named before
_STATUS_RANK = ("former", "outgoing", "acting", "elect", "deputy")


def normalise(mentions: list[Mention], scene: Scene) -> list[Fact]:
    """Role facts in the order of the text."""
    facts: list[Fact] = []
    for mention in sorted(mentions, key=lambda m: m.span):
        named = scene.person_at(mention.parts["person"])
        if named is None and (who := scene.bound.at(mention.parts["person"])):
            named = scene.best_name(who)
        if named is None or not isinstance(named.value, Name):
            continue
        if "kin" not in mention.attrs:
            facts += _facts(mention, named, scene)
        elif (told := _kin(mention, named, scene)) is not None:
            facts.append(told)
    return facts


def _kin(mention: Mention, named: Fact, scene: Scene) -> Fact | None:
    """Whose kin somebody is, as attr ``of``; None where nothing tells whom "her" means."""
    person = named.value
    assert isinstance(person, Name)
    if (span := mention.parts.get("owner")) is not None:
        owner = scene.person_at(span)
        if owner is None and (who := scene.bound.at(span)):
            owner = scene.best_name(who)
        if owner is None or owner.subject == named.subject:
            return None
        mention = msgspec.structs.replace(mention, attrs=mention.attrs | {"of": fold(owner.subject)})
    value = Role(person=named.subject, person_id=person.person)
    return scene.fact(mention, subject=named.subject, value=value)


def _facts(mention: Mention, named: Fact, scene: Scene) -> list[Fact]:
    attrs = mention.attrs
    title = titles.lookup(attrs.get("title", ""))
    person = named.value
    assert isinstance(person, Name)
    body, country = attrs.get("organisation"), attrs.get("country")
    if body and not country and (code := countries.country_of(body)):
        body, country = None, code
    written = attrs.get("title", "").lower()
    if (
        body and written == "chief" and (m := _SERVICE.search(body))
    ):  # the chief of the Malmo police is its police chief
        title = titles.lookup("fire chief" if m[0].strip()[0].lower() == "f" else "police chief")
        body = body[: m.start()].strip() or None
    value = Role(
        person=named.subject,
        person_id=person.person,
        title=title.canonical if title else None,
        organisation=attrs.get("party") or (canonical_body(body) if body else None),
        country=country,
        status=attrs.get("status") or "current",  # type: ignore[arg-type]
    )
    bare = value.organisation is None and value.country is None and value.title in _INFERRED
    source = scene.body_before(mention.span.start) if bare else None
    if source is None:
        return [scene.fact(mention, subject=named.subject, value=value)]
    return _with_body(mention, named, value, source, scene)


def _with_body(mention: Mention, named: Fact, value: Role, source: Fact, scene: Scene) -> list[Fact]:
    """The role with the body named before, as two facts of one value: at the person and at the body."""
    country = source.mention.attrs.get("country")
    words = canonical_body(source.mention.text)
    value = msgspec.structs.replace(value, organisation=words, country=country)
    spans = mention.parts | {"organisation": source.mention.span}
    here = msgspec.structs.replace(mention, parts=spans, confidence=0.6)
    sentence = scene.sentences[source.mention.sentence].span
    there = Span(source.mention.span.start, min(max(sentence.end, source.mention.span.end), source.mention.span.end))
    shown = msgspec.structs.replace(
        mention, span=there, text=scene.article.text[there.start : there.end], sentence=source.mention.sentence,
        parts=spans, confidence=0.6,
    )  # fmt: skip
    return [scene.fact(m, subject=named.subject, value=value, inferred=True) for m in (here, shown)]


_SERVICE = re.compile(r"(?:^|\s)(?:police|fire)(?: department| force| service| brigade)?$|(?<=[A-Z])[PF]D$", re.I)
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her)\s+", re.I)
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")


def canonical_body(words: str) -> str:
    """A body without article, owner country and possessives, folded: "Russia's Foreign Ministry" is "foreign ministry".

    A country that belongs to a firm's name (France Telecom) stays.
    """
    owned = bool(_OWNER.match(words))
    words = _POSSESSIVE.sub("", _ARTICLE.sub("", " ".join(words.split())))
    kept = words.split()
    if owned or titles.STATE_BODIES.intersection(w.lower() for w in kept):
        for n in (3, 2, 1):
            if len(kept) > n and countries.country_of(" ".join(kept[:n])):
                kept = kept[n:]
                break
    return fold(" ".join(kept))


_OWNER = re.compile(r"^(?:[Tt]he )?[\w.]+(?: [\w.]+)?['’]s? ")
