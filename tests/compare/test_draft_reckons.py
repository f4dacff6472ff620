"""What a draft reckons, turns into other words or tells of somebody else is no mistake, whichever rule would raise it."""

import pytest

from crosscheck.pipeline import check
from crosscheck.read import make_article

BRIDGE = """Night train stuck on viaduct

The night train from Orvik left at 11.40pm for the coast. It stopped on the Senn viaduct at 12.25am.

Passengers were led off within half an hour, the railway said.

Stationmaster Lena Askild, 52, of Mill Street, Orvik, had waved it off.
"""
COURT = """Three years for barn fires

The court in Tarnby gave Egil Sande, 30, five years. Mats Holm got three and a half years.

Rain kept fire crews waiting for two years after the barns burned.
"""
CORRECTION = """Court corrects itself

Mats Holm was sentenced to three years, not to three and a half; a typist had slipped.
"""
GRAVE = """Ring found in field

A first test dated the ring to about 640 BC, the museum of Tarnby said.

The field will be open to visitors on Sunday, 14 June, between 9am and 3pm, and about 500 are expected.
"""
LATER = """Ring is older than thought

The museum of Tarnby moved the ring to about 700 BC after a second test. It will lie in a case for at least three years.
"""
ISLANDS = """Norvaland frees sailors

The foreign minister of Norvala came to the port on Tuesday.

Nine Norvalan sailors were freed.
"""
CLINIC = """Clinic loses visitors

Visitors to the clinic in Tarnby fell by 30 per cent last year after the theft of a statue.
"""

QUIET = {
    "minutes between two times": (
        [BRIDGE],
        "The night train had been three quarters of an hour on its way from Orvik to the coast when it stopped on the "
        "Senn viaduct.",
    ),
    "an hour without its half of the day": (
        [BRIDGE],
        "The night train left Orvik for the coast at twenty to twelve. It stopped on the Senn viaduct.",
    ),
    "the town of a street": ([BRIDGE], "Lena Askild, 52, from Orvik, had waved the night train off."),
    "the sentence of another": (
        [COURT, CORRECTION],
        "Egil Sande, 30, goes to prison for five years. Mats Holm must serve three.",
    ),
    "the difference of two sentences": (
        [COURT, CORRECTION],
        "Egil Sande goes to prison for five years. For Mats Holm it is three; a typist's slip had added six months.",
    ),
    "years between two eras": (
        [GRAVE, LATER],
        "The museum of Tarnby has moved the ring back by sixty years, to 700 BC, after another test.",
    ),
    "a Sunday to come": ([GRAVE, LATER], "Some 500 visitors are expected in the field on Sunday."),
    "the people of a land": ([ISLANDS], "A foreign minister of Norvala came to the port when the sailors were freed."),
    "half of something": ([CLINIC], "In Tarnby the clinic had half of what it wanted after the theft of a statue."),
}


@pytest.mark.parametrize(("wires", "draft"), QUIET.values(), ids=QUIET)
def test_quiet(wires, draft):
    sources = [
        make_article(text, path=f"wire{i}.txt", meta={"published": f"2026-06-{10 + i}", "publisher": f"Agency {i}"})
        for i, text in enumerate(wires)
    ]
    mine = make_article(f"# Told again\n\n{draft}\n", path="d.md", meta={"role": "draft", "published": "2026-06-12"})
    found = check([mine, *sources], workers=1).findings
    assert [f.message for f in found if f.level != "note"] == []
