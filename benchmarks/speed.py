"""Speed of the whole pipeline, as ratios against the bare spaCy pipeline on the same texts in the same run.

    python -m benchmarks.speed [--articles 200] [--rounds 3]

Texts are the sample events, repeated under other names until there are enough; every repetition differs in a word, so
that no cache and no copy detection makes the work smaller than it is.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

from crosscheck.model import Article, Corpus, Extraction
from crosscheck.read import make_article, read_paths
from crosscheck.settings import DEFAULT_MODEL, Settings

ROOT = Path(__file__).resolve().parents[1]
NUMBERS = "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november".split()

_BARE = """
import sys, spacy, pathlib, warnings
warnings.simplefilter("ignore")
nlp = spacy.load(sys.argv[1])
for doc in nlp.pipe(pathlib.Path(p).read_text(encoding="utf-8") for p in sys.argv[2:]):
    pass
"""


def articles(count: int, settings: Settings) -> list[Article]:
    """``count`` articles made of the sample events."""
    base = read_paths([str(p) for p in sorted((ROOT / "seeds").iterdir()) if p.is_dir()], settings=settings).articles
    found = []
    for i in range(count):
        source = base[i % len(base)]
        turn = NUMBERS[(i // len(base)) % len(NUMBERS)] * (1 + i // (len(base) * len(NUMBERS)))
        text = f"{source.text}\n\nThis is edition {turn}, printed in {turn.title()} street."
        found.append(make_article(text, path=f"{i}.txt", meta={"published": source.published}))
    return found


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def extraction(count: int, rounds: int, settings: Settings) -> None:
    """Extraction and normalising in one process on top of nlp.pipe, and two workers against one."""
    from crosscheck.extract.parse import load
    from crosscheck.workers import extract_many

    texts = articles(count, settings)
    bare = spacy.load(settings.model)
    load(settings.model)
    kept: list[Extraction] = []

    def pipe() -> None:
        for _ in bare.pipe(a.text for a in texts):
            pass

    def ours(workers: int) -> Callable[[], None]:
        return lambda: extract_many(texts, settings=settings, workers=workers, done=kept.append)

    pipe()
    one, two = [], []
    for _ in range(rounds):
        plain, single = seconds(pipe), seconds(ours(1))
        double = seconds(ours(2))
        one.append(single / plain)
        two.append(single / double)
    print(
        f"{count} articles: extraction / nlp.pipe, one process   {statistics.median(one):5.2f}   ({min(one):.2f} to {max(one):.2f})"
    )
    print(
        f"{count} articles: throughput of 2 workers / 1          {statistics.median(two):5.2f}   ({min(two):.2f} to {max(two):.2f})"
    )


def comparing(settings: Settings) -> None:
    """Aligning and comparing at 100, 200 and 400 articles of one event, against the time in spaCy."""
    from crosscheck.align import align
    from crosscheck.compare import compare
    from crosscheck.pipeline import extract

    before = 0.0
    everything = articles(400, settings)
    bare = spacy.load(settings.model)
    extractions = extract(everything, settings=settings)
    for count in (100, 200, 400):
        some = everything[:count]
        corpus = Corpus(articles={a.id: a for a in some}, extractions={a.id: extractions[a.id] for a in some})

        def work(corpus: Corpus = corpus) -> None:
            joined, clusters = align(corpus, settings)
            compare(clusters, joined, settings)

        took = min(seconds(work) for _ in range(2))
        growth = f", {took / before:.2f} times the half" if before else ""
        print(f"{count} articles of one event: aligning and comparing {took:6.2f} s{growth}")
        before = took
    plain = seconds(lambda: [None for _ in bare.pipe(a.text for a in everything)])
    print(f"400 articles: aligning and comparing / spaCy         {before / plain:5.2f}")


def cold(rounds: int, settings: Settings) -> None:
    """`crosscheck check` on five articles, nothing cached, against a script that only loads spaCy and parses them."""
    files = sorted(str(p) for p in (ROOT / "seeds").glob("*/*.txt"))[:5]
    bare = [sys.executable, "-c", _BARE, settings.model, *files]
    ours = [
        sys.executable,
        "-m",
        "crosscheck",
        "check",
        "--no-cache",
        "--no-progress",
        "--format",
        "json",
        "--output",
        "/dev/null",
        *files,
    ]
    ratios = []
    with tempfile.TemporaryDirectory() as compiled:
        # as installed: with compiled modules, whatever the shell of the day says about writing them
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = compiled
        for _ in range(rounds + 1):
            plain = seconds(lambda: subprocess.run(bare, env=environment, capture_output=True, check=True))
            taken = seconds(lambda: subprocess.run(ours, env=environment, capture_output=True, check=False))
            ratios.append(taken / plain)
    ratios = ratios[1:]  # the first pair warms the disk
    print(
        f"five articles, nothing cached: check / bare spaCy    {statistics.median(ratios):5.2f}   ({min(ratios):.2f} to {max(ratios):.2f})"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--model", default=DEFAULT_MODEL)
    args = parser.parse_args(arguments)
    settings = Settings(model=args.model)
    extraction(args.articles, args.rounds, settings)
    comparing(settings)
    cold(max(3, args.rounds), settings)


if __name__ == "__main__":
    main()
