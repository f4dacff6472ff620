"""A lexicon that is left out keeps the names of its tables, so that what reads them finds them empty."""

from __future__ import annotations

from benchmarks.ablation import LEXICONS, SIGNS, emptied
from crosscheck.lexicons import load
from crosscheck.linking.scorer import load as model


def test_named_lists_stay_and_entries_go() -> None:
    table = {"generic": "inn shop", "verbs": {f"title {n}": "leads" for n in range(9)}}
    assert emptied(table) == {"generic": "", "verbs": {"title 0": "leads"}}


def test_every_lexicon_loses_something() -> None:
    assert all(emptied(load(name)) != load(name) for name in LEXICONS)


def test_the_families_are_signs_of_the_fitted_model() -> None:
    assert {s for names in SIGNS.values() for s in names} <= set(model().edges)
