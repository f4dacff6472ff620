"""`make bench`: every benchmark of the project, one after the other."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

# accuracy on the project's own cases, then speed, then what needs ../shared
PARTS = (
    "quotes",
    "wordings",
    "names",
    "dates",
    "figures",
    "norm",
    "planted",
    "slips",
    "events",
    "speed",
    "cached",
    "scaling",
    "memory",
    "accuracy",
)


def main(arguments: Sequence[str]) -> None:
    wanted = [a for a in arguments if not a.startswith("-")] or PARTS
    for part in wanted:
        try:
            module = importlib.import_module(f"benchmarks.{part}")
        except ModuleNotFoundError as error:
            if error.name != f"benchmarks.{part}":
                raise
            sys.exit(f"no benchmark {part!r}; there are {', '.join(PARTS)}")
        print(f"\n===== {part}: {(module.__doc__ or '').strip().splitlines()[0]}", flush=True)
        module.main([])


if __name__ == "__main__":
    main(sys.argv[1:])
