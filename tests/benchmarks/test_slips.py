"""What the measure of names plants is what it says: the changed words stand at the offsets, the untouched ones too."""

from __future__ import annotations

import random

from benchmarks import slips
from benchmarks.slipnames import names_of

TEXTS = (
    "The mayor of Norla, Helen Castellan, said on Friday that the Norla Regional Medical Center would close in the spring.\n"
    "Castellan told reporters that nurses had asked for more time, and the hospital on Harrow Street would stay until May.\n",
    "Nurses were told by mayor Helen Castellan, 51, that their hospital, the Norla Regional Medical Center, would be shut.\n"
    "The plans were made at a meeting on Harrow Street, where Castellan spoke for an hour, and doctors were left outside.\n",
)


def test_the_names_of_an_event_are_found_by_sort() -> None:
    names = names_of(TEXTS)
    assert set(names.people) == {"Helen Castellan"}
    assert set(names.bodies) == {"Norla Regional Medical Center"}
    assert set(names.streets) == {"Harrow Street"}


def test_every_plant_changes_what_it_says_and_leaves_the_other_article() -> None:
    names, made = names_of(TEXTS), {}
    for sort, make in {**slips.PEOPLE, **slips.THINGS}.items():
        slip = make(TEXTS, names, random.Random(sort))
        if slip is None:
            continue
        made[sort] = slip
        assert all(slip.text[a:b] in slip.after for a, b in slip.spans), sort
        for article, spans in slip.others.items():
            text = slip.text if article == slip.article else TEXTS[article]
            assert all(text[a:b].split()[-1] in slip.before for a, b in spans), sort
    assert {"surname: in full mentions", "given name: another", "body: its sort", "street: its sort"} <= set(made)


def test_the_same_plants_in_every_run() -> None:
    names = names_of(TEXTS)
    make = slips.PEOPLE["surname: vowel"]
    assert make(TEXTS, names, random.Random(7)) == make(TEXTS, names, random.Random(7))
    assert slips.half_of("any event") == slips.half_of("any event")
