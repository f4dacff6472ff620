"""Labelled pairs of facts: what the weights of linking are fitted on.

Three sources of labels, each with a weight of its own:

* marks: a conflict, and a trap whose note begins with form, rounding, bound, update, conversion or variant, is one
  question; one that begins with scope, period, event, referent, part or statement is two;
* the rest of clusters that were read whole: two facts whose values differ and that no reader marked are two questions;
* values: two facts of different sources that share a rare value (told once in either article) and some words answer one
  question, and their neighbours in those articles another one (distant supervision; a value is never a sign itself).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

import msgspec

from crosscheck.align import identities, sources
from crosscheck.align.events import index_of
from crosscheck.kinds import Kind
from crosscheck.kinds.values import canonical
from crosscheck.linking import pair_signs
from crosscheck.linking.candidates import Candidate, candidates
from crosscheck.linking.context import Contexts
from crosscheck.linking.kinds import kinds_of
from crosscheck.model import Article, Corpus, Extraction, Fact
from crosscheck.settings import Settings
from crosscheck.training.learning import events, lies_on

ONE = ("form", "rounding", "bound", "update", "conversion", "variant")
TWO = ("scope", "period", "event", "referent", "part", "statement")
WEIGHTS = {"mark": 3.0, "judged": 2.0, "unmarked": 0.5, "value": 0.5, "neighbour": 0.3}
_SAME = re.compile(r"\bupdate|round|= |\bsame\b|variant|short form|bound|convert|in words|\bagree", re.IGNORECASE)
_OTHER = re.compile(r"different|\btwo |\bother |scope|sum of|\bpart", re.IGNORECASE)


class Pair(msgspec.Struct, kw_only=True):
    """A candidate pair: its signs, its label (1 one question, 0 two, None not known) and where the label comes from."""

    cluster: str
    kind: str
    aspect: str
    a: Fact
    b: Fact
    signs: dict[str, float | None]
    relation: str
    label: int | None = None
    origin: str = ""
    mark: dict[str, Any] | None = None


def trap_label(note: str) -> int | None:
    """Whether a trap is one question in two forms (1) or two questions (0), by its note; None where it does not say."""
    first = note.split(":")[0].strip().casefold()
    if first in ONE:
        return 1
    if first in TWO:
        return 0
    if first in ("estimate", "ellipsis"):
        return None
    if _OTHER.search(note):
        return 0
    return 1 if _SAME.search(note) else None


def corpus_of(articles: Sequence[Article], extractions: Sequence[Extraction], settings: Settings) -> Corpus:
    """A corpus with groups and identities, as aligning makes it."""
    corpus = Corpus(articles={a.id: a for a in articles}, extractions={e.article: e for e in extractions})
    return identities.identify(sources.group(corpus, settings), settings)


def pairs_of(
    name: str,
    corpus: Corpus,
    settings: Settings,
    marks: Sequence[Mapping[str, Any]] | None,
    only: Sequence[str] = ("date", "place"),
) -> Iterator[Pair]:
    """All candidate pairs of one cluster with their labels; ``marks`` None where nobody read it whole."""
    contextual = Contexts(corpus, settings.linking, index_of(corpus, settings.events))
    for kind_name, kind in kinds_of(settings).items():
        if kind_name not in only:
            continue
        facts = [f for f in corpus.facts(kind_name) if kind.aspect(f)]
        contexts = contextual.of(facts, kind)
        found = list(candidates(contexts, kind, contextual, settings.linking))
        marked = _marked(facts, corpus, marks or (), kind_name, kind)
        known = {(c.a, c.b) for c in found}
        found += [Candidate(a=i, b=j, first=0, margin=0.0, lone=0) for i, j in marked if (i, j) not in known]
        made = [
            Pair(
                cluster=name,
                kind=kind_name,
                aspect=kind.aspect(facts[c.a]),
                a=facts[c.a],
                b=facts[c.b],
                signs=pair_signs(c, contexts, kind, contextual),
                relation=kind.relate(facts[c.a], facts[c.b]),
            )
            for c in found
        ]
        _label(made, [(c.a, c.b) for c in found], marked, whole=marks is not None)
        yield from made


def learning_pairs(kept: Path | None = None, settings: Settings | None = None) -> Iterator[Pair]:
    """Pairs of all learning clusters; ``kept`` is a pickle of articles and extractions by cluster."""
    settings = settings or Settings()
    for cluster, told, marks in events(kept, settings):
        corpus = corpus_of([a for a, _ in told], [e for _, e in told], settings)
        yield from pairs_of(cluster, corpus, settings, marks)


def _marked(
    facts: Sequence[Fact], corpus: Corpus, marks: Sequence[Mapping[str, Any]], kind_name: str, kind: Kind
) -> dict[tuple[int, int], tuple[int, Mapping[str, Any]]]:
    """Pairs of facts on which a mark lies, with its label; conflicts before traps."""
    names = {a.id: PurePath(a.path).name for a in corpus.articles.values()}
    found: dict[tuple[int, int], tuple[int, Mapping[str, Any]]] = {}
    for mark in sorted(marks, key=lambda m: m["label"] != "conflict"):
        label = 1 if mark["label"] == "conflict" else trap_label(mark.get("note", ""))
        if label is None or mark["kind"] != kind_name:
            continue
        sides = [
            [i for i, f in enumerate(facts) if lies_on(names[f.article], f.mention.span, m)]
            for m in mark["mentions"][:2]
        ]
        for i in sides[0]:
            for j in sides[1]:
                if facts[i].article != facts[j].article and kind.comparable(facts[i], facts[j]):
                    found.setdefault((min(i, j), max(i, j)), (label, mark))
    return found


def _label(
    pairs: Sequence[Pair],
    indexes: Sequence[tuple[int, int]],
    marked: Mapping[tuple[int, int], tuple[int, Mapping[str, Any]]],
    *,
    whole: bool,
) -> None:
    told = Counter((f.article, canonical(f)) for f in {p.id: p for pair in pairs for p in (pair.a, pair.b)}.values())
    partners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for pair, at in zip(pairs, indexes, strict=True):
        if at in marked:
            pair.label, pair.origin, pair.mark = marked[at][0], "mark", dict(marked[at][1])
        elif _rare(pair, told):
            pair.label, pair.origin = 1, "value"
            partners[pair.a.id, pair.b.article].add(pair.b.id)
            partners[pair.b.id, pair.a.article].add(pair.a.id)
    for pair in pairs:
        if pair.label is not None or canonical(pair.a) == canonical(pair.b):
            continue
        one, two = partners.get((pair.a.id, pair.b.article)), partners.get((pair.b.id, pair.a.article))
        if (one and pair.b.id not in one) or (two and pair.a.id not in two):
            pair.label, pair.origin = 0, "neighbour"
        elif whole and pair.relation == "different":
            pair.label, pair.origin = 0, "unmarked"


def _rare(pair: Pair, told: Mapping[tuple[str, str], int]) -> bool:
    """True for one value that either article tells once, in sources that do not copy one another."""
    if pair.signs.get("copied") or canonical(pair.a) != canonical(pair.b):
        return False
    if any(told[f.article, canonical(f)] > 1 for f in (pair.a, pair.b)):
        return False
    words = pair.signs.get("sentence words") or 0.0
    digits = sum(c.isdigit() for c in pair.a.mention.text)
    return words > 0.15 and (pair.kind != "figure" or digits >= 2)
