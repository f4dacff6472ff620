"""How aligning, comparing and building the document grow: 100, 200 and 400 articles of one event.

    python -m benchmarks.scaling [--counts 100 200 400] [--rounds 3] [--profile]

Extraction is done once, beforehand. Doubling should cost at most 2.3 times, and 400 articles at most a tenth of the time
that spaCy takes for them.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence

from benchmarks.event import articles
from crosscheck.cache import DiskCache
from crosscheck.model import Corpus
from crosscheck.settings import Settings


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call: what else runs on the machine does not count."""
    started = time.process_time()
    work()
    return time.process_time() - started


def main(arguments: Sequence[str] | None = None) -> None:
    """Print seconds, growth and the share of spaCy's time."""
    from crosscheck.align import align
    from crosscheck.collector import at_rest
    from crosscheck.compare import compare
    from crosscheck.document import Tool
    from crosscheck.judging import judged
    from crosscheck.pipeline import extract
    from crosscheck.report.build import build

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 200, 400])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", action="store_true", help="print where the time of the largest count goes")
    args = parser.parse_args(arguments)
    settings = Settings()
    everything = articles(max(args.counts))
    extractions = extract(everything, settings=settings, cache=DiskCache())
    before = 0.0
    for count in args.counts:
        some = everything[:count]
        corpus = Corpus(articles={a.id: a for a in some}, extractions={a.id: extractions[a.id] for a in some})
        parts = {"align": 0.0, "link": 0.0, "compare": 0.0, "build": 0.0}
        totals = []
        for _ in range(args.rounds):
            times = []
            started = time.process_time()
            with at_rest():  # as in a check
                joined, clusters = align(corpus, settings)
                times.append(time.process_time())
                clusters = [*clusters, *judged(joined, settings)]
                times.append(time.process_time())
                findings = compare(clusters, joined, settings)
                times.append(time.process_time())
                build(joined, clusters, findings, tool=Tool(version="", model="", settings=""), unread=())
            times.append(time.process_time())
            for name, (a, b) in zip(parts, zip([started, *times], times, strict=False), strict=True):
                parts[name] = b - a
            totals.append(times[-1] - started)
        took = min(totals)
        growth = f"   {took / before:4.2f} times the row above" if before else ""
        shares = ", ".join(f"{name} {part:.2f}" for name, part in parts.items())
        print(f"{count:4d} articles  {took:6.2f} s  ({shares}; {len(findings)} findings){growth}", flush=True)
        before = took
    if args.profile:
        _profile(corpus, settings)
    import spacy

    nlp = spacy.load(settings.model)
    some = everything[: min(40, len(everything))]
    bare = seconds(lambda: [None for _ in nlp.pipe(a.text for a in some)]) / len(some) * args.counts[-1]
    print(f"spaCy alone on {args.counts[-1]} articles {bare:6.1f} s; share {before / bare:5.1%} (at most 10 %)")


def _profile(corpus: Corpus, settings: Settings) -> None:
    import cProfile
    import pstats

    from crosscheck.align import align
    from crosscheck.compare import compare
    from crosscheck.judging import judged

    profile = cProfile.Profile()
    profile.enable()
    joined, clusters = align(corpus, settings)
    compare([*clusters, *judged(joined, settings)], joined, settings)
    profile.disable()
    pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
