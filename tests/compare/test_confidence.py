"""Confidence on one scale: a better supported finding stays above a weaker one of its kind, and none is certain."""

from __future__ import annotations

import msgspec
import pytest

from crosscheck.compare.confidence import calibrated
from crosscheck.model import Finding
from crosscheck.settings import ConfidenceSettings


def finding(kind: str, confidence: float) -> Finding:
    return Finding(
        id="x", rule="X", kind=kind, level="warning", confidence=confidence, subject="s", message="m", readings=()
    )


@pytest.mark.parametrize("kind", sorted(ConfidenceSettings().kinds))
def test_order_within_a_kind_is_kept(kind):
    values = [calibrated(finding(kind, c / 10), ConfidenceSettings()).confidence for c in range(11)]
    assert values == sorted(values)
    assert 0.2 <= values[0] < values[-1] <= 0.98


def test_what_is_right_more_often_stands_higher():
    name = calibrated(finding("name", 0.75), ConfidenceSettings()).confidence
    toll = calibrated(finding("figure", 0.75), ConfidenceSettings()).confidence
    assert name > toll


def test_a_rule_with_a_table_of_its_own_goes_by_it_and_a_fitted_one_is_left():
    settings = ConfidenceSettings(kinds={"name": (0.5, 0.5)}, rules={"X": (0.5, 0.9)}, fitted=frozenset({"Y"}))
    found = finding("name", 0.5)
    assert calibrated(found, settings).confidence == 0.9
    assert calibrated(msgspec.structs.replace(found, rule="Y", confidence=0.123), settings).confidence == 0.123
