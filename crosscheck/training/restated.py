"""Fits compare/restated/restated.json: which slot of its sources a draft's clause retells, and whether it departs.

In: the learning clusters, each article in turn as the draft of the others. Two facts stand in one slot where their
values agree (distant supervision; a value is never a sign). A departure is made up: a fact that a source carries is
taken for one that none does, or for one with another value that the sources have; it is right where the surest slot
holds the value that the draft really has. Facts that no source carries, and those that one carries in a less likely
slot, are no departures. Command: ``python -m crosscheck.training.restated`` (needs ../shared and scikit-learn).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found,unused-ignore]

from crosscheck.compare.restated.asked import Asked, Group, grouped
from crosscheck.compare.restated.partners import FILE, KINDS, Partners
from crosscheck.compare.restated.slots import HOLDS
from crosscheck.compare.restated.standing import Signs
from crosscheck.linking.scorer import Model, level
from crosscheck.model import Article, Corpus, Extraction, Fact
from crosscheck.settings import Settings
from crosscheck.training.fit import edges_of, fit
from crosscheck.training.learning import events, parser, write

STRENGTH = 0.1  # inverse of the penalty
WRONG = 8  # facts of another value that stand for all those of one choice
ROUNDS = 3
BY_HAND = frozenset({"of mine", "of theirs", "clause", "clause back"})  # signs by which the first round chooses
DRAFTS, SOURCES = 3, 5  # articles of a cluster that stand for a draft, and those that stand for its sources


class Choice(msgspec.Struct, kw_only=True):
    """Signs of the facts of the sources that have the value of one fact of the draft, and of others of its sort."""

    right: list[Signs]
    wrong: list[Signs]


class Example(msgspec.Struct, kw_only=True):
    """Signs with their label; ``origin`` as fitting weighs it."""

    aspect: str
    signs: dict[str, float | None]
    label: int
    origin: str = "mark"
    what: str = ""


def corpora(told: Sequence[tuple[Article, Extraction]]) -> Iterator[Corpus]:
    """The cluster with one article after another as the draft."""
    for i, (draft, _) in enumerate(told[:DRAFTS]):
        rest = [pair for j, pair in enumerate(told) if j != i][:SOURCES]
        articles = {a.id: a for a, _ in rest}
        if draft.id in articles or not articles:
            continue
        mine = msgspec.structs.replace(draft, role="draft")
        yield Corpus(
            articles={mine.id: mine} | articles,
            extractions={e.article: e for _, e in (told[i], *rest)},
        )


def slot_examples(corpus: Corpus, settings: Settings) -> Iterator[Choice]:
    """For each fact of the draft that a source has: the sources' facts of its sort, with and without its value."""
    partners = Partners(corpus, settings)
    for make in KINDS:
        asked = partners.asked(make)
        for a, near in zip(asked.mine, asked.near, strict=True):
            sides: tuple[list[Signs], list[Signs]] = ([], [])
            for j in near:
                holds = asked.slots.relate(a.fact, asked.theirs[j].fact) in HOLDS
                sides[0 if holds else 1].append(partners.standing.signs(a, asked.theirs[j]))
            if sides[0] and sides[1]:
                yield Choice(right=sides[0], wrong=sides[1][:: max(1, len(sides[1]) // WRONG)])


def fit_slot(choices: Sequence[Choice]) -> Model:
    """Weights by which the surest of the right facts stands above the wrong ones: pairs of them are what is fitted on.

    Which of the right ones is in the slot is not known, so that the surest by the weights so far is taken, twice.
    """
    rows = [Example(aspect="*", signs=s, label=0) for c in choices for s in (*c.right, *c.wrong)]
    edges = edges_of(rows)
    columns = [(n, step) for n in edges for step in range(-1, len(edges[n]) + 1)]
    at = {c: i for i, c in enumerate(columns)}

    def row(signs: Signs) -> Any:
        made = np.zeros(len(columns), dtype=np.float32)
        for n in edges:
            made[at[n, level(signs.get(n), edges[n])]] = 1.0
        return made

    coded = [(np.array([row(s) for s in c.right]), np.array([row(s) for s in c.wrong])) for c in choices]
    weights = np.array([step / 10 if n in BY_HAND else 0.0 for n, step in columns], dtype=np.float32)
    for _ in range(ROUNDS):
        apart = np.concatenate([right[int((right @ weights).argmax())] - wrong for right, wrong in coded])
        both = np.concatenate([apart, -apart])
        share = np.concatenate([np.full(len(w), 1 / len(w)) for _, w in coded])
        regression = LogisticRegression(C=STRENGTH, max_iter=500, fit_intercept=False)
        regression.fit(both, [1] * len(apart) + [0] * len(apart), sample_weight=np.concatenate([share, share]))
        weights = regression.coef_[0].astype(np.float32)
    surest = [max(float((side @ weights).max()) for side in pair) for pair in coded]
    found = {n: [round(float(weights[at[n, k]]), 3) for k in range(-1, len(edges[n]) + 1)] for n in edges}
    card = {"choices": str(len(choices)), "first": f"{_first(coded, weights):.3f}"}
    middle = {"*": round(-float(np.median(surest)), 3)}
    return Model(card=card, edges=edges, intercept=middle, weights={"*": found})


def _first(coded: Sequence[tuple[Any, Any]], weights: Any) -> float:
    """The share of choices in which a right fact is the surest."""
    return float(np.mean([(r @ weights).max() > (w @ weights).max() for r, w in coded]))


def departs_examples(corpus: Corpus, settings: Settings, slot: Model) -> Iterator[Example]:
    """Facts of the draft, as they are and as if they had another value."""
    partners = Partners(corpus, settings, {"slot": slot})
    for make in KINDS:
        asked = partners.asked(make)
        for i, (a, chances) in enumerate(zip(asked.mine, partners.chances(asked), strict=True)):
            groups = grouped(chances, asked.theirs)
            for best, carrying, known, label, what in _cases(a.fact, groups, asked):
                signs = partners.departs_signs(i, asked, best, groups, carrying, known)
                shift = 0 if what == "as it is" else 1 + a.fact.mention.span.start % 6
                signs["stamped"] = float(asked.slots.stamped(a.fact, shift))
                yield Example(aspect=a.sort.split()[0], signs=signs, label=label, what=what)


def _cases(fact: Fact, groups: Sequence[Group], asked: Asked) -> Iterator[tuple[Group, list[Group], bool, int, str]]:
    slots = asked.slots
    carrying = [g for g in groups if slots.relate(fact, g.facts[0]) in HOLDS]
    different = [g for g in groups if slots.stands_against(fact, g.facts[0])]
    if different and (not carrying or carrying[0].chance < different[0].chance):
        yield different[0], carrying, bool(carrying) or slots.told_otherwise(fact), 0, "as it is"
    if carrying:
        yield groups[0], [], False, int(groups[0] in carrying), "unknown value"
        for other in different[-1:]:
            rest = [g for g in groups if g is not other]
            if rest[0].chance > other.chance:
                yield rest[0], [other], True, int(rest[0] in carrying), "known value"


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit on the learning clusters, and write the shipped file."""
    args = parser(__doc__).parse_args(arguments)
    settings = Settings()
    told = {cluster: told for cluster, told, _ in events(args.extractions, settings)}
    choices = [e for t in told.values() for c in corpora(t) for e in slot_examples(c, settings)]
    slot = fit_slot(choices)
    cases = [e for t in told.values() for c in corpora(t) for e in departs_examples(c, settings, slot)]
    departs = fit(cases, strength=STRENGTH, aspects=False)
    print(len(choices), len(cases), Counter((r.what, r.label) for r in cases))
    write({"slot": slot, "departs": departs}, FILE)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
