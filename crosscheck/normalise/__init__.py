"""Stage 3, normalise: mentions in, facts out, with people, offices and speakers linked inside the article.

No spaCy here: normalising sees mentions and sentences only. Names come first, since roles and speakers refer to people.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

import msgspec

from crosscheck import guard
from crosscheck.model import Article, Extraction, Fact, Mention, Sentence
from crosscheck.normalise.people import Scene
from crosscheck.settings import Settings

Step = Callable[[list[Mention], Scene], list[Fact]]


@cache
def _steps() -> tuple[tuple[str, Step], ...]:
    """The kinds in their order. Imported when an article is normalised: aligners use helpers of this package, and a
    cached run must not pay for the rest."""
    from crosscheck.normalise import dates, figures, names, places, quotes, referents, roles

    return (
        ("name", names.normalise),
        ("referent", referents.normalise),
        ("role", roles.normalise),
        ("date", dates.normalise),
        ("place", places.normalise),
        ("figure", figures.normalise),
        ("quote", quotes.normalise),
    )


def normalise(
    article: Article,
    sentences: tuple[Sentence, ...],
    mentions: Sequence[Mention],
    *,
    settings: Settings,
    warnings: Sequence[str] = (),
) -> Extraction:
    """The facts of one article, in the order of the text."""
    with guard.collected() as trouble:
        scene = scene_of(article, sentences, mentions, settings=settings)
    facts = sorted((_with_cast(f, scene) for f in scene.facts), key=lambda f: (f.mention.span, f.kind, f.id))
    return Extraction(article=article.id, sentences=sentences, facts=tuple(facts), warnings=(*warnings, *trouble))


def scene_of(
    article: Article, sentences: tuple[Sentence, ...], mentions: Sequence[Mention], *, settings: Settings
) -> Scene:
    """The scene of one article when all steps have run; a step that fails is told to :mod:`crosscheck.guard`."""
    scene = Scene(article=article, sentences=sentences, mentions=tuple(mentions), settings=settings)
    for kind, step in _steps():
        own = [m for m in mentions if m.kind == kind]
        scene.facts += guard.guarded(f"reading each {kind}", partial(step, own, scene), otherwise=[])
    return scene


def _with_cast(fact: Fact, scene: Scene) -> Fact:
    """The fact with who takes part in its clause."""
    frame, cast = fact.mention.frame, scene.bound.cast(fact.mention)
    if frame is None or not cast:
        return fact
    mention = msgspec.structs.replace(fact.mention, frame=msgspec.structs.replace(frame, cast=cast))
    return msgspec.structs.replace(fact, mention=mention)
