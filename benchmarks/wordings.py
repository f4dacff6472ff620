"""Wording of quotes: pairs of quotations, whether they are one utterance, and what differs.

Cases are this project's own sentences (wordings_cases.jsonl): ``agree`` (one utterance, nothing to report), ``two`` (two
utterances of one speaker) or the verdict that an editor should read. Half of them were held out from tuning. No language
model is needed: the quotes are given.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.quoted import clusters, wordings

_CASES = Path(__file__).with_name("wordings_cases.jsonl")
_ABOUT = (
    "The hearing began at nine in a crowded room.\n{Ada Brook}“%s” she told the two reporters who were there.",
    "Rain kept most visitors away from it that Tuesday.\nBefore lunch came {Ada Brook}“%s” and then a vote.",
)


def main(arguments: Sequence[str] = ()) -> None:
    """Print the share right, by split and by what is expected, and every case that went wrong."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for line in _CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        got = outcome(case)
        wanted = case["expect"]
        kind = wanted if wanted in ("agree", "two") else "differ"
        for key in ((case["split"], kind), (case["split"], "all")):
            total[key] += 1
            right[key] += got == wanted or (kind == "differ" and got == "word" and wanted in ("cut", "order", "tense"))
        if got != wanted:
            print(f"{case['id']} {case['split']}: wanted {wanted}, got {got}: {case['left']} | {case['right']}")
    print(f"{'wording of quotes':20} {'dev':>14} {'held out':>14}")
    for kind in ("agree", "two", "differ", "all"):
        shares = [f"{right[s, kind]}/{total[s, kind]} {right[s, kind] / total[s, kind]:.2f}" for s in ("dev", "held")]
        print(f"{kind:20} {shares[0]:>14} {shares[1]:>14}")


def outcome(case: dict[str, Any]) -> str:
    """``two``, ``agree`` or the verdict of the finding."""
    texts = [about % case[side] for about, side in zip(_ABOUT, ("left", "right"), strict=True)]
    loud = [f for f in wordings(*texts) if f.level != "note"]
    if loud:
        return loud[0].verdict or ""
    together = any({"a", "b"} <= {f.article for f in c.facts} for c in clusters(*texts))
    return "agree" if together else "two"


if __name__ == "__main__":
    main()
