"""Signs: the same whatever order a set of words happens to have."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from crosscheck.linking.signs import shared_weight, union_weight

WEIGHTS = st.dictionaries(st.text(min_size=1, max_size=3), st.floats(0.2, 8.0), min_size=1, max_size=12)


def exact(words: frozenset[str], weights: dict[str, float]) -> float:
    """The sum to the last bit, which no order of adding floats one by one is sure to give."""
    return float(sum((Fraction(weights[w]) for w in words), Fraction(0)))


@given(WEIGHTS, st.data())
def test_weights_are_added_exactly(weights: dict[str, float], data: st.DataObject) -> None:
    words = sorted(weights)
    a, b = (frozenset(data.draw(st.sets(st.sampled_from(words), min_size=1))) for _ in range(2))
    both, least = exact(a & b, weights), min(exact(a, weights), exact(b, weights))
    assert shared_weight(a, b, weights.__getitem__) == both / max(1.0, least)
    assert union_weight(a, b, weights.__getitem__) == both / max(1.0, exact(a | b, weights))
