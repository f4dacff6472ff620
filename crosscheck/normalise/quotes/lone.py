"""Names of speakers that no step before took for a person: a single name after a trade, a surname, a body."""

from __future__ import annotations

import re

from crosscheck.data import firstnames, titles
from crosscheck.data.speakers import HUMAN
from crosscheck.normalise.nameparts import fold
from crosscheck.normalise.people import Scene
from crosscheck.normalise.quotes.speaker import Speaker, as_body


def lone_name(scene: Scene, words: str, label: str) -> Speaker:
    """The speaker of that name; ``label`` is what the language model takes it for."""
    parts = words.split()
    first = next((i for i, w in enumerate(parts) if all(p[:1].isupper() for p in parts[i:])), 0)
    trade = parts[first - 1].lower() if first else ""
    if trade in HUMAN or trade in titles.titles() or (label == "PERSON" and 1 < len(parts) - first <= 4):
        name = " ".join(parts[first:])
        return Speaker(name=name, key=fold(name), kind="person")
    if len(parts) == 1 and label not in ("ORG", "GPE", "NORP"):
        if (full := _with_given_name(scene, words)) is not None:
            return full
        if label == "PERSON":
            return Speaker(name=words, key=fold(words), kind="person")
    return as_body(words)


def _with_given_name(scene: Scene, surname: str) -> Speaker | None:
    """The first full name in the article that ends in a surname."""
    for match in re.finditer(rf"\b([A-Z][\w’'-]+) (?:[A-Z]\.? )?{re.escape(surname)}\b", scene.article.text):
        sex = firstnames.sex_of(fold(match.group(1)))
        if sex or not _common(scene, match.group(1)):
            name = " ".join(match.group().split())
            return Speaker(name=name, key=fold(name), kind="person", sex=sex)
    return None


def _common(scene: Scene, word: str) -> bool:
    """True for a capitalised word that is a title or that the article also writes in lower case."""
    return titles.lookup(word) is not None or fold(word) in scene.lower_words() or len(word) < 3
