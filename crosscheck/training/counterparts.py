"""Fits align/counterparts.json: when two names that differ by a word are one body's or thing's.

In: pairs of names of the learning events, right where a reader marked a conflict on them; unmarked ones count as two
names, so that probabilities are lower bounds. Marks of this sort are few: the same events with names written wrongly,
and with harmless writings, stand beside them (:mod:`benchmarks.slips`, the half that may be read), at a small weight.
Command: ``python -m crosscheck.training.counterparts`` (needs ../shared and scikit-learn; run from the repository).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

import msgspec

from crosscheck.align import wordings
from crosscheck.align.counterparts import FILE, Place, Signs
from crosscheck.align.otherwords import Candidate
from crosscheck.model import Span
from crosscheck.read import make_article
from crosscheck.settings import Settings
from crosscheck.training.fit import fit
from crosscheck.training.learning import Told, events, lies_on, parser, write
from crosscheck.training.pairs import corpus_of
from crosscheck.workers import extract_one

STRENGTH = 0.3  # inverse of the penalty, chosen on ten folds of the learning clusters
WEIGHED = {"read": 1.0, "trap": 2.0, "planted": 0.4, "harmless": 0.4}  # how much a pair of each origin counts
SORTS = ("body: its", "body: an", "body: word", "body: plural", "street: its sort", "another body", "shortened")
PLANTED = 50  # clusters that names are planted in


class Weighed(msgspec.Struct, kw_only=True):
    """A pair of names, its signs, and whether it is one name (1) or two (0)."""

    cluster: str
    signs: Signs
    label: int
    origin: str
    aspect: str = "body"


def read_pairs(cluster: str, told: Told, marks: Iterable[Mapping[str, Any]], settings: Settings) -> Iterator[Weighed]:
    """The pairs of a cluster as it is, by its readers' marks."""
    corpus = corpus_of([a for a, _ in told], [e for _, e in told], settings)
    names = {a.id: PurePath(a.path).name for a in corpus.articles.values()}
    marked = [m for m in marks if m["kind"] == "name"]
    for pair in wordings.candidates(corpus, settings.names):
        labels = {m["label"] for m in marked if _on(m, pair, names)}
        origin = "trap" if labels == {"trap"} else "read"
        yield Weighed(cluster=cluster, signs=pair.signs, label=int("conflict" in labels), origin=origin)


def _on(mark: Mapping[str, Any], pair: Candidate, names: Mapping[str, str]) -> bool:
    def lies(mention: Mapping[str, Any], found: Sequence[Place]) -> bool:
        return any(lies_on(names[p.article], Span(p.start, p.end), mention) for p in found)

    (a, b), one, other = mark["mentions"][:2], pair.one_places, pair.other_places
    return lies(a, one) and lies(b, other) or lies(a, other) and lies(b, one)


def planted_pairs(cluster: str, told: Told, settings: Settings) -> Iterator[Weighed]:
    """The pairs on which a planted name lies."""
    from benchmarks import slips

    folder = next(f for f in slips.folders() if f.name == cluster)
    texts = [a.text for a, _ in told]
    for harmless, slip in slips.plants(folder, texts, ";".join(SORTS)):
        old = told[slip.article][0]
        new = make_article(slip.text, path=old.path, meta={"publisher": old.publisher, "published": old.published})
        event = [(new, extract_one(new, settings)) if a is old else (a, e) for a, e in told]
        corpus = corpus_of([a for a, _ in event], [e for _, e in event], settings)
        ids = [a.id for a, _ in event]
        for pair in wordings.candidates(corpus, settings.names):
            sides = (pair.one_places, pair.other_places)
            mine = [_touch(p, ids[slip.article], slip.spans) for p in sides]
            theirs = [any(_touch(p, ids[i], s) for i, s in slip.others.items()) for p in sides]
            if not any(mine):
                continue
            right = not harmless and (mine[0] and theirs[1] or mine[1] and theirs[0])
            origin = "planted" if right else "harmless"
            yield Weighed(cluster=cluster, signs=pair.signs, label=int(right), origin=origin)


def _touch(found: Iterable[Place], article: str, spans: Iterable[tuple[int, int]]) -> bool:
    return any(p.article == article and p.start < b and a < p.end for p in found for a, b in spans)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit on the learning clusters and those of ../shared/clusters, and write the shipped file."""
    from benchmarks import slips

    args = parser(__doc__).parse_args(arguments)
    settings, rows, told = Settings(), list[Weighed](), dict[str, Told]()
    for cluster, articles, marks in events(args.extractions, settings):
        told[cluster] = articles
        rows += read_pairs(cluster, articles, marks, settings)
    able = sorted((c for c in told if slips.half_of(c) == "mend"), key=lambda c: slips.order(c, "fit"))
    for cluster in able[:PLANTED]:
        rows += planted_pairs(cluster, told[cluster], settings)
    model = fit(rows, strength=STRENGTH, weighed=WEIGHED, aspects=False)
    count = Counter((r.origin, r.label) for r in rows)
    card = {f"{origin}, {'one' if label else 'two'}": str(n) for (origin, label), n in sorted(count.items())}
    write(msgspec.structs.replace(model, card=card), FILE)
    print(f"{FILE.name}: {card}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
