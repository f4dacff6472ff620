"""How surely figures that differ are a conflict: a row a sign, with the confidence that it gives."""

from types import SimpleNamespace

import msgspec
import pytest

from crosscheck.compare.figures import confidence
from crosscheck.compare.figures.judge import Dispute
from crosscheck.model import Fact, Mention, Quantity, Span
from crosscheck.settings import FigureSettings

USUAL = FigureSettings()


def told(low, **attrs):
    mention = Mention(kind="figure", article="a", span=Span(0, 2), text=str(low), sentence=0, attrs=attrs)
    return Fact(id=f"f{low}", kind="figure", subject="", value=Quantity(low=low, high=low), mention=mention)


def sure(settings=USUAL, verdict="conflict", likeness=0.0, similarity=0.0, exact=False, **attrs):
    readings = [[told(12.0, **attrs)], [told(14.0)]]
    found = Dispute(verdict, readings, likeness, scale=False, thousands=False, exact=exact)
    return confidence(found, SimpleNamespace(similarity=similarity), settings)


ROWS = [
    ("two counts in unlike sentences", {}, 0.35),
    ("an update", {"verdict": "update"}, 0.5),
    ("half of the words beside in common", {"likeness": 0.5}, 0.525),
    ("a cluster by its signs", {"similarity": 0.7}, 0.525),
    ("no hedge", {"exact": True}, 0.45),
    ("a copied sentence", {"likeness": 0.6}, 0.66),
    ("a number that nobody wrote", {"implicit": "1"}, 0.25),
]  # fmt: skip


@pytest.mark.parametrize(("name", "what", "expected"), ROWS, ids=[r[0] for r in ROWS])
def test_a_sign_counts(name, what, expected):
    # two readings without a named question share the empty one, which stands among tolls and adds nothing
    assert sure(**what) == pytest.approx(expected)


@pytest.mark.parametrize("sign", USUAL.confidence.__struct_fields__)
def test_a_sign_that_counts_otherwise_is_noticed(sign):
    signs = msgspec.structs.replace(USUAL.confidence, **{sign: getattr(USUAL.confidence, sign) - 0.04})
    other = msgspec.structs.replace(USUAL, confidence=signs)
    assert any(sure(other, **what) != sure(**what) for _, what, _ in ROWS)
