"""Parts and their sum: "150 passengers and eight crew" beside "158 people aboard", "five dead, including six children".

In: profiles of figures. Out: clusters of aspect ``sum``: the figure of the whole first, then the parts as one sentence
lists them. Sums that hold are left out: they are no fact of their own, and would stand twice among what agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosscheck.align.figures.profile import Profile
from crosscheck.align.figures.score import Scorer
from crosscheck.data.themes import GENERIC, KINDS, PEOPLE
from crosscheck.model import Cluster, Corpus, Quantity, digest
from crosscheck.settings import FigureSettings

_AND = re.compile(r"\s*(?:,\s*)?(?:and|plus|as well as)\s+|\s*,\s+", re.IGNORECASE)
_INCLUDING = re.compile(
    r"[,(]?\s*(?:\w+\s+){0,3}(?:including|among them|of them|of whom)\s+(?:at\s+least\s+)?$", re.IGNORECASE
)
_ABOARD = re.compile(r"\b(?:aboard|on board|onboard|carrying)\b", re.IGNORECASE)


def sums(profiles: Sequence[Profile], corpus: Corpus, scorer: Scorer, settings: FigureSettings) -> Iterator[Cluster]:
    """Clusters of a whole with its parts, in the order of the text."""
    counts = [p for p in profiles if p.measure == "count" and _exact(p)]
    wholes: dict[str, list[Profile]] = {}
    for p in counts:
        if p.noun in GENERIC or not p.noun:
            wholes.setdefault(_fate(p, corpus), []).append(p)
    for parts in _lists(counts, corpus):
        fate = _fate(parts[0], corpus)
        total = sum(_value(p) for p in parts)
        for whole in _distinct(wholes.get(fate, ()) if fate else ()):
            near = _value(whole) != total and _near(_value(whole), total, settings.sum_apart)
            if near and not scorer.barred(whole, parts[0], 0.0):
                yield _cluster(whole, parts)
    for whole, part in _included(counts, corpus):
        if _value(part) > _value(whole):
            yield _cluster(whole, [part])


def _lists(counts: Sequence[Profile], corpus: Corpus) -> Iterator[list[Profile]]:
    """Runs of two or more kinds of people that one sentence counts side by side."""
    run: list[Profile] = []
    for p in counts:
        if run and _joined(run[-1], p, corpus):
            run.append(p)
            continue
        if len(run) > 1:
            yield run
        run = [p]
    if len(run) > 1:
        yield run


def _joined(a: Profile, b: Profile, corpus: Corpus) -> bool:
    if a.article != b.article or a.fact.mention.sentence != b.fact.mention.sentence or a.noun == b.noun:
        return False
    if not any({a.noun, b.noun} <= kind for kind in KINDS) or (a.theme and b.theme and a.theme != b.theme):
        return False
    between = corpus.articles[a.article].text[a.fact.mention.span.end : b.fact.mention.span.start]
    return _AND.fullmatch(between) is not None


def _included(counts: Sequence[Profile], corpus: Corpus) -> Iterator[tuple[Profile, Profile]]:
    """A whole and the part that "including" takes out of it, in one sentence."""
    for whole, part in zip(counts, counts[1:], strict=False):
        same = whole.article == part.article and whole.fact.mention.sentence == part.fact.mention.sentence
        if not same or whole.noun not in PEOPLE or part.noun not in PEOPLE | KINDS[1] | KINDS[2]:
            continue
        between = corpus.articles[whole.article].text[whole.fact.mention.span.end : part.fact.mention.span.start]
        if _INCLUDING.search(between) and not re.search(r"[;.]|\band\b", between):
            yield whole, part


def _fate(p: Profile, corpus: Corpus) -> str:
    """What befell the counted, for a list as for its sum; "aboard" for whoever rides."""
    span = corpus.sentence(p.fact).span
    own = p.fact.mention.span
    near = corpus.articles[p.article].text[max(span.start, own.start - 60) : own.end + 60]
    if p.theme in ("death", "injury", "missing", "arrest", "rescue"):
        return p.theme
    return "aboard" if _ABOARD.search(near) else ""


def _exact(p: Profile) -> bool:
    value = p.fact.value
    return isinstance(value, Quantity) and value.low is not None and value.low == value.high and not value.approximate


def _value(p: Profile) -> float:
    return p.fact.value.low or 0.0 if isinstance(p.fact.value, Quantity) else 0.0


def _near(whole: float, total: float, share: float) -> bool:
    """A whole far from the sum is the count of something else."""
    return (1 - share) * total <= whole <= (1 + share) * total


def _distinct(wholes: Sequence[Profile]) -> list[Profile]:
    """One whole of each value: the first that tells it."""
    return list({_value(p): p for p in reversed(wholes)}.values())[::-1]


def _cluster(whole: Profile, parts: Sequence[Profile]) -> Cluster:
    facts = (whole.fact, *(p.fact for p in parts))
    subject = f"{whole.fact.subject}, whole and parts"
    return Cluster(
        id=f"sum:{digest(facts)}",
        kind="figure",
        aspect="sum",
        subject=subject,
        key=f"sum|{subject.casefold()}",
        facts=facts,
    )
