"""Whom a sentence's content is credited to. Loads the language model."""

from __future__ import annotations

from crosscheck.extract.parse import parse
from crosscheck.read.article import make_article

TABLE = {
    "after": ("The roof fell at noon, the fire service said.", "the fire service"),
    "before": ("The fire service said the roof fell at noon.", "The fire service"),
    "that": ("The fire service confirmed that nine people died.", "The fire service"),
    "according to": ("According to police, nine people died.", "police"),
    "according to, after": ("Nine people died, according to the coroner.", "the coroner"),
    "with an office": ("Nine people died, spokeswoman Ann Lowe told Reuters.", "spokeswoman Ann Lowe"),
    "name set off": ("Nine people died, the mayor, Ann Lowe, said.", "the mayor, Ann Lowe"),
    "outermost": ("Police said the driver told them he was alone.", "Police"),
    "inverted": ("Nine people died, said Ann Lowe, who leads the inquiry.", "Ann Lowe"),
    "quoted words": ('"Nine people died," Ann Lowe said.', "Ann Lowe"),
    "none": ("Nine people died when the roof fell at noon.", ""),
    "a clause about a speaker": ("The man, who said he was alone, fled.", ""),
    "said inside a quotation": ("A sign “the king said so” hung there.", ""),
}


def test_sources(nlp) -> None:  # type: ignore[no-untyped-def]
    wrong = {}
    for name, (text, want) in TABLE.items():
        found = [s.source for s in parse(make_article(text, path="x"), nlp).sentences]
        if found[0] != want:
            wrong[name] = (found, want)
    assert not wrong
