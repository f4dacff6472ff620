"""Bodies and offices that speak: which body "the ministry", "the company" or "a spokesman" stands for."""

from __future__ import annotations

import msgspec

from crosscheck.data import titles
from crosscheck.data.speakers import FIRMS, OUTLET_WORDS
from crosscheck.model import Name
from crosscheck.normalise.people import Scene
from crosscheck.normalise.quotes.speaker import Speaker, as_body, country_in, shown
from crosscheck.normalise.roles import canonical_body


def last_body(scene: Scene, anchor: int) -> Speaker | None:
    """The body named last before an offset: what "it" and "they" may take up."""
    fact = scene.body_before(anchor)
    if fact is None:
        return None
    found = as_body(fact.mention.text)
    return msgspec.structs.replace(found, inferred=True)


def body_named(scene: Scene, head: str, anchor: int) -> Speaker | None:
    """ "the ministry" after "the finance ministry", else the body that a bare "the company" stands for."""
    same = [
        f.mention.text
        for f in scene.names()
        if isinstance(f.value, Name) and f.value.entity == "organisation" and f.mention.span.end <= anchor
        and head in f.mention.text.lower().split()
    ]  # fmt: skip
    if same:
        return as_body(same[-1])
    return _main_body(scene, anchor) if head in FIRMS else None


def _main_body(scene: Scene, anchor: int) -> Speaker | None:
    """The body that the text so far names most often, news outlets left aside: what "the company" takes up."""
    counts: dict[str, int] = {}
    for fact in scene.names():
        if isinstance(fact.value, Name) and fact.value.entity == "organisation" and fact.mention.span.end <= anchor:
            headline = scene.sentences and scene.sentences[fact.mention.sentence].headline
            if (
                not fact.mention.quoted
                and not headline
                and not OUTLET_WORDS.intersection(fact.value.full.lower().split())
            ):
                counts[fact.value.full] = counts.get(fact.value.full, 0) + 1
    if not counts:
        return None
    return msgspec.structs.replace(as_body(max(counts, key=lambda name: counts[name])), inferred=True)


def office(scene: Scene, words: str, head: str, anchor: int) -> Speaker:
    """An office without a name ("a spokesman"), with the body that it belongs to as far as the text tells."""
    title = titles.titles().get(head) or titles.titles().get(head.removesuffix("s"))
    country = country_in(words)
    holder = canonical_body(words)
    inferred = False
    if len(holder.split()) <= 1 and title is not None and title.canonical == "spokesperson":
        body = scene.body_before(anchor)
        if body is not None:
            country = country or body.mention.attrs.get("country")
            holder, inferred = f"{holder} {canonical_body(body.mention.text)}", True
    key = "|".join(filter(None, (title.canonical if title else head, holder, country)))
    return Speaker(name=shown(words), key=key, kind="office", country=country, inferred=inferred)
