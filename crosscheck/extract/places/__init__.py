"""Extracts places: where something happened, and how far and which way from a place that has a name.

Patterns find the words, the named entities of the parse hold the names against them, and the parse gives the event.
``Mention.parts``: ``name``, ``relation``. ``Mention.attrs``: ``relation``, ``num``, ``unit``, ``dir``, ``owner``,
``parent``, ``scene``, ``label`` and the event's frame (:mod:`crosscheck.extract._frame`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as Slice

from crosscheck.data import countries, titles
from crosscheck.data.institutions import INSTITUTIONS
from crosscheck.extract._cues import CALENDAR
from crosscheck.extract._frame import frame
from crosscheck.extract._people import people
from crosscheck.extract.parse import Parsed
from crosscheck.extract.places._crossings import crossings
from crosscheck.extract.places._patterns import (
    AWAY,
    COMPASS,
    DIRECTED,
    FROM,
    NAMED,
    SCENE,
    SCENE_WORD,
    SCENES,
    SITE,
    STREET,
    near,
)
from crosscheck.extract.places._told import Told, addresses, movements, residences
from crosscheck.model import Mention, MentionKind, Span

KIND: MentionKind = "place"

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NOT_PLACES = frozenset({"DATE", "TIME", "LANGUAGE", "MONEY", "PERCENT", "EVENT", "LAW", "NORP", "ORDINAL"})
_OWNED = re.compile(r"^(?P<owner>.+?)[’']s?\s+(?P<rest>\S.*)$")
_PARENT = re.compile(r",\s(?P<parent>(?:[A-Z][\w.’'-]*)(?:\s[A-Z][\w.-]*){0,2})")
_TAIL = re.compile(r"\s+(?:and|on|of|the|de|la)$")
_KINDS = re.compile(
    r"\b(?:city|town|village|suburb|province|state|island|district|county|region|borough|neighbou?rhood)\b"
)


def extract(parsed: Parsed) -> Iterator[Mention]:
    """The mentions of place in one article, in the order of the text, none inside another."""
    text = parsed.article.text
    found = [*_geometry(parsed, text), *_scenes(parsed, text)]
    taken = [m.span for m in found]
    full = [(p.start, p.end) for p in people(parsed) if p.words > 1 and not p.maybe]
    for told in (*crossings(text), *addresses(text), *residences(text, full), *movements(text)):
        span = Span(told.start, told.end)
        if not any(span.overlaps(t) for t in taken):
            found.append(_told(parsed, told))
            taken.append(span)
    for match in NAMED.finditer(text):
        span = Span(match.start("name"), match.end("name"))
        if not any(span.overlaps(t) for t in taken):
            mention = _named(parsed, match)
            if mention is not None:
                found.append(mention)
                taken.append(mention.span)
    yield from sorted(found, key=lambda m: m.span)


def _geometry(parsed: Parsed, text: str) -> Iterator[Mention]:
    for match in sorted([*near(DIRECTED, FROM, text), *near(AWAY, FROM, text)], key=lambda m: m.start()):
        name = _name(parsed, match.start("name"), match.end("name"), strict=False)
        if name is None:
            continue
        groups = match.groupdict()
        attrs = {"form": "geometry"} | {k: groups[k] for k in ("num", "unit", "num2", "unit2", "hedge") if groups[k]}
        if groups.get("dir"):
            attrs["dir"] = _compass(groups["dir"])
        elif groups.get("from"):
            attrs["way"] = groups["from"]
        attrs["relation"] = " ".join(text[match.start() : match.start("name")].split())
        yield _mention(parsed, match.start(), name, attrs)


def _told(parsed: Parsed, told: Told) -> Mention:
    """The mention of a place that patterns alone tell; the parse adds the event."""
    attrs = dict(told.attrs)
    name = Span(*told.name)
    attrs["name"] = parsed.article.text[name.start : name.end]
    piece = parsed.doc.char_span(told.start, told.end, alignment_mode="expand")
    if piece is not None and len(piece) and "event" not in attrs:
        attrs.update({k: v for k, v in frame(piece).items() if k not in attrs})
    parts = {"name": name}
    if told.start < name.start:
        parts["relation"] = Span(told.start, told.start + len(parsed.article.text[told.start : name.start].rstrip()))
    return parsed.mention(KIND, told.start, told.end, parts=parts, attrs=attrs, confidence=0.7)


def _compass(words: str) -> str:
    letters = re.sub(r"[\s-]", "", words.lower())
    return COMPASS.get(letters, words.upper() if len(words) <= 3 else letters)


def _scenes(parsed: Parsed, text: str) -> Iterator[Mention]:
    for match in near(SCENE, SCENE_WORD, text):
        index = next(i for i in range(len(SCENES)) if match.group(f"s{i}"))
        piece = parsed.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        attrs = {"form": "scene", "scene": SCENES[index][0]}
        if piece is not None and len(piece):
            attrs.update(frame(piece))
        yield parsed.mention(KIND, match.start(), match.end(), attrs=attrs)


def _named(parsed: Parsed, match: re.Match[str]) -> Mention | None:
    off = match.group("prep").endswith("off")  # off a coast there is nothing but a place
    name = _name(parsed, match.start("name"), match.end("name"), strict=not off)
    if name is None:
        name = _unknown(parsed, match)
    if name is None:
        return None
    prep, inner = " ".join(match.group("prep").split()), " ".join(match.group("inner").split())
    if prep == "of" and not _KINDS.search(inner):
        return None
    relation = f"{prep} {inner}".strip()
    attrs = {"form": "named", "prep": prep, "relation": relation}
    if kind := _KINDS.search(inner):
        attrs["kind"] = kind.group()
    return _mention(parsed, match.start(), name, attrs)


def _mention(parsed: Parsed, start: int, name: Slice, attrs: dict[str, str]) -> Mention:
    text = parsed.article.text
    end = name.end_char
    attrs["name"] = name.text
    attrs["label"] = name.root.ent_type_
    if STREET.search(name.text):
        attrs["kind"] = "street"
    if (owner := _owner(text, start, name.start_char)) is not None:
        attrs["owner"] = owner
    if (parent := _PARENT.match(text, end)) is not None:
        inside = parsed.doc.char_span(*parent.span("parent"), alignment_mode="expand")
        if inside is not None and len(inside) and inside[0].ent_type_ == "GPE":
            attrs["parent"] = parent.group("parent")
    piece = parsed.doc.char_span(start, end, alignment_mode="expand")
    if piece is not None and len(piece):
        told = attrs["form"] != "geometry"  # a direction is known by the place that it is told from
        attrs.update({k: v for k, v in frame(piece, told=told).items() if k not in attrs})
    parts = {"name": Span(name.start_char, end)}
    if attrs["relation"]:
        parts["relation"] = Span(start, start + len(text[start : name.start_char].rstrip()))
    return parsed.mention(KIND, start, end, parts=parts, attrs=attrs)


def _owner(text: str, start: int, name: int) -> str | None:
    """The place in the genitive before the name: "Indonesia's Aceh province"."""
    match = re.search(r"([A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2})[’']s?\s*$", text[max(0, name - 40) : name])
    return match.group(1) if match else None


def _name(parsed: Parsed, start: int, end: int, *, strict: bool) -> Slice | None:
    """The name in text[start:end] as the parse bounds it; ``strict`` asks the named entities that it is a place."""
    text = parsed.article.text
    words = text[start:end]
    if (owned := _OWNED.match(words)) is not None:
        start += owned.start("rest")
        words = owned.group("rest")
    words = _TAIL.sub("", words)
    piece: Slice | None = parsed.doc.char_span(start, start + len(words), alignment_mode="contract")
    if piece is None or not len(piece):
        return None
    if len(piece) > 1 and piece[0].lower_ == "the":
        piece = piece[1:]  # "The Geysers"
    first = piece[0]
    label = first.ent_type_
    if label in _NOT_PLACES or not words[:1].strip():
        return None
    last = first.i
    limit = piece.end
    while last + 1 < limit and _continues(parsed, last, label):
        last += 1
    while last + 1 < limit and parsed.doc[last].lower_ == "of" and parsed.doc[last + 1].text[:1].isupper():
        last += 1  # the city of ... whose name the model takes for another
    found = parsed.doc[first.i : last + 1]
    if not strict:
        return found if first.pos_ == "PROPN" or label in _PLACES else None
    if label in _PLACES:
        return found
    if label in ("PERSON", "ORG", "", "PRODUCT", "WORK_OF_ART", "CARDINAL"):
        return found if STREET.search(found.text) or (SITE.search(found.text) and label != "PERSON") else None
    return None


_WITHIN = frozenset({"in", "near", "outside", "around", "across", "throughout", "just outside", "close to"})
_REACHED = frozenset({"to", "from", "at", "into", "through"})
_GOING = frozenset(
    "go move travel drive fly sail walk run head flee return come arrive march ride drift transfer deport extradite"
    " rush airlift take bring send evacuate commute relocate emigrate migrate ship carry escape journey trek ferry"
    " live reside settle stay dwell".split()
)


def _unknown(parsed: Parsed, match: re.Match[str]) -> Slice | None:
    """A name that the model does not know for a place, where nothing but one stands: "in Denby", "fled to Kelby"."""
    prep = match.group("prep").lower()
    if prep not in _WITHIN | _REACHED:
        return None
    start, end = match.span("name")
    piece: Slice | None = parsed.doc.char_span(start, end, alignment_mode="contract")
    if piece is None or not len(piece) or piece[0].pos_ != "PROPN" or piece[0].ent_type_ in _NOT_PLACES:
        return None
    at = next((t for t in (piece.root, *piece.root.ancestors) if t.dep_ == "prep"), None)
    if at is None or at.lower_ not in prep or (prep in _REACHED and at.head.lemma_.lower() not in _GOING):
        return None
    while len(piece) > 1 and (piece[-1].pos_ != "PROPN" or not piece[-1].text[:1].isupper()):
        piece = piece[:-1]
    words = piece.text.split()
    last = words[-1].lower().strip(".")
    if len(words) > 3 or last in INSTITUTIONS or last in CALENDAR or titles.lookup(piece.text):
        return None
    if any(w in countries.demonyms() or w.isupper() for w in words) or piece.text.startswith(("Mr", "Ms", "Dr")):
        return None
    named = [p for p in people(parsed) if p.start < piece.end_char and piece.start_char < p.end]
    known = {w for p in people(parsed) if p.words > 1 and not p.maybe for w in p.text.split()}
    if any(p.words > 1 and not p.maybe for p in named) or known & set(words):
        return None
    return piece


def _continues(parsed: Parsed, last: int, label: str) -> bool:
    token, following = parsed.doc[last], parsed.doc[last + 1]
    if following.ent_type_ and following.ent_type_ == token.ent_type_:
        return bool(following.ent_iob_ == "I" or following.pos_ == "PROPN")
    if label in _PLACES and token.ent_type_ == label:
        return bool(STREET.fullmatch(following.text) or SITE.fullmatch(following.text))
    return bool(following.pos_ in ("PROPN", "NUM") or following.lower_ in ("of", "and", "the", "de", "la", "el", "al"))
