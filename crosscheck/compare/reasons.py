"""Why the facts of a finding were taken for one question: every finding of two readings can say it.

In: a finding, and the contexts in which its facts stand. Out: its signs with their weights in log odds. Figures, dates
and places are weighed by the fitted model of linking (crosscheck/linking/same_question.json), whether linking or an
aligner joined them. Names, offices and quotations are joined by how alike they are, and nothing was fitted: there the
weight is that likeness, as log odds of being one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import msgspec
from rapidfuzz.distance import Indel, JaroWinkler

from crosscheck.linking.context import Contexts
from crosscheck.linking.kinds import kinds_of
from crosscheck.linking.scorer import load
from crosscheck.linking.signs import signs
from crosscheck.model import Fact, Finding, Name, Place, Quantity, Quote, Role, When
from crosscheck.settings import ReasonSettings, Settings
from crosscheck.wording import normal

Why = tuple[tuple[str, float], ...]
Signs = dict[str, float | None]


def explained(finding: Finding, known: Why, contexts: Callable[[], Contexts], settings: Settings) -> Finding:
    """The finding with its signs; ``known`` are those of its cluster, which stand. One with one side told has none."""
    sides = [r.facts for r in finding.readings if r.facts]
    if finding.why or known or len(sides) < 2:
        return finding
    limits = settings.reasons
    pairs = [(a, b) for a in sides[0][: limits.witnesses] for b in sides[1][: limits.witnesses] if a.id != b.id]
    told = max((_why(a, b, contexts, settings) for a, b in pairs), key=_total, default=())
    return msgspec.structs.replace(finding, why=tuple((name, round(weight, 4)) for name, weight in told if weight))


def _total(why: Why) -> float:
    return sum(weight for _, weight in why)


def _why(a: Fact, b: Fact, contexts: Callable[[], Contexts], settings: Settings) -> Why:
    match a.value, b.value:
        case ((Name() | Role() | Quote()), _):
            return tuple((name, log_odds(likeness, settings.reasons)) for name, likeness in _alike(a, b))
        case ((Quantity() | When() | Place()), _) if type(a.value) is type(b.value):
            made = contexts()
            aspect, own = _asked(a, b, settings)
            return load().score(aspect, signs(made.plain(a), made.plain(b), made.weigh) | own).weights
        case _:
            return ()


def _asked(a: Fact, b: Fact, settings: Settings) -> tuple[str, Signs]:
    """The question by the name that the model has for it, and the signs of its kind."""
    kind = kinds_of(settings).get(a.kind)
    if kind is not None:
        return kind.aspect(a), kind.signs(a, b)
    return (a.value.measure if isinstance(a.value, Quantity) else "*"), {}


def _alike(a: Fact, b: Fact) -> Iterator[tuple[str, float]]:
    """How alike two names, offices or quotations are, by part; a part that one of them lacks says nothing."""
    match a.value, b.value:
        case Name() as x, Name() as y if x.family and y.family:
            yield "family name", _spelling(x.family, y.family)
            if x.given and y.given:
                yield "given name", _spelling(x.given, y.given)
        case Name() as x, Name() as y:
            yield "words of the name", Indel.normalized_similarity(normal(x.full), normal(y.full))
        case Role() as x, Role() as y:
            for name, one, other in (
                ("person", x.person, y.person),
                ("title", x.title, y.title),
                ("body", x.organisation, y.organisation),
            ):
                if one and other:
                    yield name, Indel.normalized_similarity(normal(one), normal(other))
        case Quote() as x, Quote() as y:
            yield "words of the quotation", Indel.normalized_similarity(normal(x.content), normal(y.content))
            if x.speaker_key and y.speaker_key:
                yield "speaker", float(x.speaker_key == y.speaker_key)
        case _:
            return


def _spelling(one: str, other: str) -> float:
    return float(JaroWinkler.similarity(one.casefold(), other.casefold()))


def log_odds(likeness: float, settings: ReasonSettings) -> float:
    """A likeness of 0 to 1 on the scale of fitted weights, bounded: no spelling alone makes certain."""
    share = min(max(likeness, 1 - settings.surest), settings.surest)
    return math.log(share / (1 - share))
