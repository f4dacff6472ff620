"""Where somebody died: at the scene, at home, on the way to a hospital, in one.

Mentions are places. Attrs: ``form`` (death), ``where`` (scene, home, way, arrival, hospital), ``hospital`` (its name as
written), ``told`` (``pronounced`` where doctors found somebody dead, else ``died``), and those of
:mod:`crosscheck.extract.wounds` on other victims. Part: ``victim``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from crosscheck.extract._hurt import of_verb, resolved, several, subject_of
from crosscheck.extract._victims import described, elsewhere, joined, others, span_of, token_at, unreal
from crosscheck.extract.parse import Parsed
from crosscheck.model import Mention, MentionKind

KIND: MentionKind = "place"
FORM = "death"

_DEAD = r"(?:pronounced|declared|confirmed)\s+(?:(?:him|her|the\s+\w+|[A-Z]\w+)\s+)?(?:as\s+being\s+)?dead"
_DIED = re.compile(rf"\b(?:died|dies|succumbed|{_DEAD}|was\s+dead(?=\s+on\s+arrival))\b")
_NAME = r"[A-Z][\w.'’&-]*(?:[ -](?:(?:of|and|the|at|for)\s+)?[A-Z][\w.'’&-]*){0,6}"
_KIND = r"(?:Hospital|Medical Cent(?:er|re)|Trauma Cent(?:er|re)|Health Cent(?:er|re)|Infirmary|Clinic)"
_CLINIC = r"(?:hospital|trauma cent(?:er|re)|medical cent(?:er|re)|emergency room|clinic)"
_PLACES = (
    ("arrival", r"(?:dead\s+)?(?:up)?on\s+arrival"),
    (
        "way",
        r"(?:on|along)\s+the\s+way\s+to\s+(?:the\s+|a\s+)?(?:\w+\s+){0,3}?hospital|en\s+route\s+to\s+(?:the\s+|a\s+)?(?:\w+\s+){0,3}?hospital"
        r"|in\s+(?:the|an)\s+ambulance|while\s+being\s+(?:taken|rushed|transported|driven)|before\s+reaching\s+(?:the\s+|a\s+)?hospital",
    ),
    (
        "scene",
        r"(?:at|on)\s+(?:the\s+)?(?:crash\s+|accident\s+|crime\s+|shooting\s+)?(?:scene|site)\b|on\s+the\s+spot|where\s+(?:he|she)\s+fell"
        r"|(?:in|on)\s+the\s+(?:street|road|roadway|sidewalk|pavement|parking\s+lot|driveway|yard|alley|lawn)",
    ),
    (
        "home",
        r"at\s+home|(?:at|in|inside)\s+(?:his|her|their|the)\s+(?:own\s+|family\s+|family['’]s\s+)?"
        r"(?:home|house|apartment|flat|residence|duplex|bed)\b(?!\s+of)",
    ),
    (
        "hospital",
        rf"(?:at|in)\s+(?:the\s+|a\s+|an\s+)?(?P<name>(?:{_NAME}[ -])?{_KIND}(?:[ -]{_NAME})?)"
        rf"|(?:at|in)\s+(?:the\s+|a\s+|an\s+)?(?:[\w.'’-]+\s+){{0,3}}?{_CLINIC}\b|(?:during|in)\s+surgery|on\s+the\s+operating\s+table"
        r"|in\s+intensive\s+care",
    ),
)  # fmt: skip
_PLACE = re.compile(r"\b(?:" + "|".join(f"(?P<{where}>{words})" for where, words in _PLACES) + ")")
# "taken to Northside Hospital, where she later died"
_TAKEN = re.compile(
    r"\b(?:taken|rushed|transported|airlifted|flown|brought|driven|carried|transferred)(?:\s+[\w-]+){0,3}?\s+to\s+(?P<to>[^.;:!?\n]{3,90}?),?\s+where\s+"
    rf"(?P<clause>[^.;:!?\n,]{{2,40}}?\s*)(?P<died>\b(?:died|succumbed|{_DEAD})\b)"
)
_CLINICS = re.compile(rf"{_KIND}|{_CLINIC}", re.I)
_NAMED = re.compile(rf"\b{_NAME}")
_AFTER = 70  # characters between the word for the death and its place


def extract(parsed: Parsed) -> Iterable[Mention]:
    """The places of death of one article, in the order of the text."""
    found = sorted((*_after(parsed), *_before(parsed)), key=lambda m: m.span)
    if not found:
        return
    many, also = others(parsed)
    last = -1
    for mention in found:
        if mention.span.start < last:
            continue
        last = mention.span.end
        if many:
            mention.attrs["many"] = "1"
        mention.parts.update(also)
        yield mention


def _after(parsed: Parsed) -> Iterator[Mention]:
    """ "died at the scene", "pronounced dead at Northside Hospital"."""
    text = parsed.article.text
    for died in _DIED.finditer(text):
        end = parsed.sentences[parsed.sentence_index(died.start())].span.end
        place = _PLACE.search(text, died.end(), min(end, died.end() + _AFTER + 80))
        if place is None or place.start() - died.end() > _AFTER or not joined(parsed, died.end(), place.start()):
            continue
        yield from _mention(parsed, died.start(), place.end(), died.start(), place.lastgroup or "", _name_in(place))


def _name_in(place: re.Match[str]) -> str:
    return " ".join((place["name"] or "").split())


def _before(parsed: Parsed) -> Iterator[Mention]:
    """ "taken to Northside Hospital, where she died"."""
    for found in _TAKEN.finditer(parsed.article.text):
        named = _NAMED.search(found["to"])
        clinic = _CLINICS.search(found["to"])
        if clinic is None and named is None:
            continue
        name = named[0] if named is not None and (clinic is None or clinic[0][:1].isupper()) else ""
        yield from _mention(parsed, found.start("to"), found.end("died"), found.start("died"), "hospital", name)


def _mention(parsed: Parsed, start: int, end: int, at: int, where: str, name: str) -> Iterator[Mention]:
    verb = token_at(parsed, at)
    if verb is None or unreal(verb) or elsewhere(parsed, at):
        return
    victim = _victim(verb)
    if victim is None or several(victim):
        return
    where = "hospital" if where == "name" else where
    attrs = {"form": FORM, "where": where} | described(victim)
    attrs["told"] = "died" if verb.lower_ in ("died", "dies", "succumbed") else "pronounced"
    if name:
        attrs["hospital"] = name
    yield parsed.mention(KIND, start, end, parts={"victim": span_of(victim)}, attrs=attrs, confidence=0.7)


def _victim(verb: Token) -> Token | None:
    """Who died, or was pronounced dead."""
    if verb.lower_ in ("pronounced", "declared", "confirmed"):
        small = next((c for c in verb.children if c.dep_ == "ccomp"), None)  # "pronounced him dead"
        inner = next((c for c in small.children if c.dep_ == "nsubj"), None) if small is not None else None
        return resolved(inner) if inner is not None else of_verb(verb)
    return subject_of(verb)
