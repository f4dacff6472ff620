"""Peak memory at 2,000 articles of one event, above the loaded language model.

    python -m benchmarks.memory [--articles 2000]

A process of its own loads the model, notes its resident size, checks the articles and writes the document; the peak of
the process and of its largest worker are printed. Above the model it should stay within 600 MB.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection

LIMIT = 600
_UNIT = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is bytes there, kilobytes elsewhere


def main(arguments: Sequence[str] | None = None) -> None:
    """Print model, peak and difference in MB."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--workers", type=int, default=1)
    args = parser.parse_args(arguments)
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_work, args=(there, args.articles, args.workers))
    process.start()
    there.close()
    model, peak, worker, findings = here.recv()
    process.join()
    print(f"language model loaded                {model:7.0f} MB")
    print(f"peak at {args.articles} articles                {peak:7.0f} MB  ({findings} findings)")
    if worker:
        print(f"peak of the largest worker           {worker:7.0f} MB")
    print(f"above the model                      {peak - model:7.0f} MB  (at most {LIMIT})")


def _work(pipe: Connection, count: int, workers: int) -> None:
    from benchmarks.event import articles
    from crosscheck.document import encode
    from crosscheck.extract.parse import load
    from crosscheck.pipeline import check
    from crosscheck.settings import Settings

    settings = Settings()
    load(settings.model)("One sentence, so that every table of the model is loaded.")
    model = _peak(resource.RUSAGE_SELF)
    document = check(articles(count), settings=settings, workers=workers)
    encode(document)
    pipe.send((model, _peak(resource.RUSAGE_SELF), _peak(resource.RUSAGE_CHILDREN), len(document.findings)))


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss * _UNIT / 1_000_000


if __name__ == "__main__":
    main()
