"""A site to fetch from, with the check of addresses replaced: tests serve on this machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import fetch_kit


@pytest.fixture
def site() -> Iterator[fetch_kit.Site]:
    with fetch_kit.site() as made:
        yield made
