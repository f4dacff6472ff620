"""FIG407: measurements, their units and who measured them."""

import pytest

from tests.counted import article, figure, findings


def quake(words, low, *, source="", high=-1.0, **attrs):
    lead = f"{source} said " if source else ""
    text = f"Quake in Torn\n{lead}a quake of magnitude {words} shook the Vale of Torn on Sunday."
    return article(text, figure(words, low, high, measure="magnitude", unit="magnitude", counted="magnitude", **attrs))


def depth(words, low, unit, written):
    text = f"Quake in Torn\nThe quake struck the Vale of Torn on Sunday at a depth of {words}."
    return article(text, figure(words, low, measure="distance", unit=unit, unit_written=written, counted="depth"))


def speed(words, low, high, **attrs):
    text = f"Chase ends in Lindau\nPolice chased the van through Lindau at speeds of {words} on Sunday."
    return article(
        text, figure(words, low, high, measure="speed", unit="km/h", unit_written="mph", verb="chase", **attrs)
    )


CASES = [
    ("two magnitudes", [quake("5.9", 5.9), quake("6.3", 6.3)], ["error"]),
    ("one magnitude", [quake("5.9", 5.9), quake("5.9", 5.9)], []),
    ("two quakes", [quake("5.9", 5.9), quake("3.1", 3.1)], []),
    ("two agencies", [quake("5.9", 5.9, source="The Torn Institute"), quake("6.3", 6.3, source="The Lindau Survey")], ["note"]),
    ("one agency", [quake("5.9", 5.9, source="The Torn Institute"), quake("6.3", 6.3, source="The Torn Institute")], ["error"]),
    ("kilometres and miles", [depth("10 km", 10, "km", "km"), depth("six miles", 9.65606, "km", "miles")], []),
    ("two depths", [depth("10 km", 10, "km", "km"), depth("35 km", 35, "km", "km")], ["error"]),
    ("more than and up to", [speed("more than 100 mph", 160.9, None), speed("up to 120 mph", None, 193.1)], []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "articles", "levels"), CASES, ids=[c[0] for c in CASES])
def test_measurements(name, articles, levels):
    assert [f.level for f in findings(*articles) if f.rule == "FIG407"] == levels
