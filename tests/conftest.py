"""Shared fixtures. Only tests/extract and benchmarks load the language model."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def nlp():  # type: ignore[no-untyped-def]
    """The default language model, loaded once."""
    from crosscheck.extract.parse import load
    from crosscheck.settings import DEFAULT_MODEL

    return load(DEFAULT_MODEL)
