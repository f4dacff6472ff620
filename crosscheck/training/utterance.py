"""Fits align/quotes/utterance.json: when two quotations of two articles are one utterance.

In: candidate pairs of the learning clusters. One utterance are a marked conflict of wording, a trap whose note begins
with form or ellipsis, and quotations that two articles have in the same words, of which one is altered here by a word
or two. Two are a trap on two statements, and the other pairs of clusters that were read whole, but for those where
nearly every word is the same; what the first weights thought likelier than that was judged by reading
(benchmarks/marks/utterances.jsonl). Command: ``python -m crosscheck.training.utterance`` (needs ../shared and
scikit-learn); ``--folds`` tells how the weights of nine tenths of the clusters judge the last.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

import msgspec

from crosscheck.align.quotes.blocking import candidates, neighbours
from crosscheck.align.quotes.units import Node, Unit, nodes_of
from crosscheck.align.quotes.utterance import FILE, Utterances, aspect
from crosscheck.model import Corpus
from crosscheck.settings import Settings
from crosscheck.training.fit import fit
from crosscheck.training.learning import MARKS, events, lies_on, parser, write
from crosscheck.training.pairs import corpus_of, trap_label
from crosscheck.wording import Alignment, aligned

STRENGTH = 0.1  # inverse of the penalty, chosen on ten folds of the learning clusters
NEARLY = 0.85  # of the longer side common: too alike to be called two because no reader marked it
PARTLY = 0.95  # of the shorter side common: a part of the other, which is no conflict to mark
BESIDE = 0.6  # of two sentences common: others are sought beside them
JUDGED = MARKS / "utterances.jsonl"
FOLDS = 10
_ONE = ("form", "ellipsis")


class Told(msgspec.Struct, kw_only=True):
    """Two quotations, their signs, and whether they are one utterance (1) or two (0)."""

    cluster: str
    aspect: str
    left: Unit
    right: Unit
    signs: dict[str, float | None]
    label: int | None
    origin: str


def told_of(cluster: str, corpus: Corpus, marks: Sequence[Mapping[str, Any]], settings: Settings) -> Iterator[Told]:
    """The labelled pairs of one cluster."""
    limits = settings.quotes
    utterances = Utterances(corpus, limits)
    nodes = nodes_of(utterances.units, utterances.rarity, limits)
    pairs = list(candidates(nodes, limits))
    alike = [p for p in pairs if aligned(p[0].text, p[1].text).verbatim(limits.verbatim_tokens, BESIDE)]
    known = {(a.index, b.index) for a, b in pairs}
    pairs += [p for p in neighbours(nodes, alike, utterances, limits) if (p[0].index, p[1].index) not in known]
    names = {a.id: PurePath(a.path).name for a in corpus.articles.values()}
    marked = _marked(pairs, marks, names) | _judged(cluster, pairs, names)
    for left, right in pairs:
        found = aligned(left.text, right.text)
        both = [(u, v) for u in left.units[:3] for v in right.units[:3] if u.fact.article != v.fact.article]
        for u, v in both[:3]:
            label, origin = marked.get((left.index, right.index), (None, ""))
            if not origin:
                label, origin = _unmarked(found), "unmarked"
            signs = utterances.signs(u, v, found)
            yield Told(cluster=cluster, aspect=aspect(signs), left=u, right=v, signs=signs, label=label, origin=origin)
    yield from _planted(cluster, nodes, utterances)


def _unmarked(found: Alignment) -> int | None:
    sizes = sorted((len(found.a), len(found.b)))
    if found.common >= NEARLY * sizes[1] or found.common >= PARTLY * sizes[0]:
        return None
    return 0


def _marked(
    pairs: Sequence[tuple[Node, Node]], marks: Sequence[Mapping[str, Any]], names: Mapping[str, str]
) -> dict[tuple[int, int], tuple[int | None, str]]:
    """Labels of the pairs on which a mark lies; of several the pair with most in common is meant, the others open."""
    found: dict[tuple[int, int], tuple[int | None, str]] = {}
    for mark in sorted(marks, key=lambda m: m["label"] == "conflict"):
        if mark["kind"] != "quote_wording":
            continue
        label = 1 if mark["label"] == "conflict" or mark["note"].startswith(_ONE) else trap_label(mark["note"])
        touching = [p for p in pairs if _lies_on(mark, p, names)]
        if label == 1 and touching:
            best = max(touching, key=lambda p: aligned(p[0].text, p[1].text).common)
            for left, right in touching:
                found[left.index, right.index] = (1 if (left, right) == best else None, "mark")
        else:
            found |= {(left.index, right.index): (label, "mark") for left, right in touching}
    return found


def _judged(
    cluster: str, pairs: Sequence[tuple[Node, Node]], names: Mapping[str, str]
) -> dict[tuple[int, int], tuple[int | None, str]]:
    """Labels of the pairs that no reader marked and that were judged by reading."""
    found: dict[tuple[int, int], tuple[int | None, str]] = {}
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        if told["cluster"] == cluster:
            mentions = [m | {"spans": [m["span"]]} for m in told["mentions"]]
            touching = [p for p in pairs if _lies_on({"mentions": mentions}, p, names)]
            label = int(told["label"] == "one")
            found |= {(left.index, right.index): (label, "judged") for left, right in touching}
    return found


def _lies_on(mark: Mapping[str, Any], pair: tuple[Node, Node], names: Mapping[str, str]) -> bool:
    def on(node: Node, mention: Mapping[str, Any]) -> bool:
        return any(lies_on(names[u.fact.article], u.fact.mention.span, mention) for u in node.units)

    a, b = mark["mentions"][:2]
    left, right = pair
    return (on(left, a) and on(right, b)) or (on(left, b) and on(right, a))


def _planted(cluster: str, nodes: Sequence[Node], utterances: Utterances) -> Iterator[Told]:
    """Quotations in the same words in two articles, one of them altered."""
    words = sorted({w for n in nodes for w in n.text.split() if w.isalpha()})
    chance = random.Random(cluster)
    for node in nodes:
        pair = next(((u, v) for u in node.units for v in node.units if u.fact.article < v.fact.article), None)
        if pair is None or len(node.units[0].found) < 3:
            continue
        text = _altered(node.text, words, chance)
        signs = utterances.signs(*pair, aligned(node.text, text))
        yield Told(
            cluster=cluster, aspect=aspect(signs), left=pair[0], right=pair[1], signs=signs, label=1, origin="value"
        )


def _altered(text: str, words: Sequence[str], chance: random.Random) -> str:
    """The text with one word in eight, and one at least, left out, put in or exchanged, and at times cut at an end."""
    found = text.split()
    for _ in range(1 + len(found) // 8):
        at = chance.randrange(len(found))
        how = chance.choice(("drop", "put", "change"))
        found[at : at + (how != "put")] = [] if how == "drop" and len(found) > 2 else [chance.choice(words)]
    cut = chance.randrange(max(1, len(found) // 2)) if chance.random() < 1 / 3 else 0
    return " ".join(found[cut:] if chance.random() < 1 / 2 else found[: len(found) - cut])


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit on the learning clusters and those of ../shared/clusters, and write the shipped file."""
    asked = parser(__doc__)
    asked.add_argument("--folds", action="store_true", help="judge each tenth by the others, and write nothing")
    args = asked.parse_args(arguments)
    rows = list(learning(args.extractions))
    if args.folds:
        _tell_folds(rows)
        return 0
    model = fit(rows, strength=STRENGTH)
    write(model, FILE)
    print(f"{FILE.name}:", Counter((r.origin, r.label) for r in rows))
    return 0


def _tell_folds(rows: Sequence[Told]) -> None:
    clusters = sorted({r.cluster for r in rows})
    fold = {c: i % FOLDS for i, c in enumerate(clusters)}
    scored: list[tuple[float, int]] = []
    for k in range(FOLDS):
        model = fit([r for r in rows if fold[r.cluster] != k], strength=STRENGTH)
        for r in rows:
            if fold[r.cluster] == k and r.label is not None and r.origin != "value":
                scored.append((model.score(r.aspect, r.signs).probability, r.label))
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        told = Counter(label for chance, label in scored if chance >= least)
        print(f"from {least}: {told[1]} that are one, {told[0]} that are two")


def learning(kept: Path | None = None) -> Iterator[Told]:
    """Pairs of all learning clusters; ``kept`` is a pickle of articles and extractions by cluster."""
    settings = Settings()
    for cluster, told, marks in events(kept, settings):
        yield from told_of(cluster, corpus_of([a for a, _ in told], [e for _, e in told], settings), marks, settings)


if __name__ == "__main__":
    raise SystemExit(main())
