"""Shared fixtures. Only tests/extract and benchmarks load the language model."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# The same inputs in every run, so that a change is judged by what it changed; HYPOTHESIS_PROFILE=explore draws new ones.
settings.register_profile("same", derandomize=True, database=None)
settings.register_profile("explore", print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(scope="session")
def nlp():  # type: ignore[no-untyped-def]
    """The default language model, loaded once."""
    from crosscheck.extract.parse import load
    from crosscheck.settings import DEFAULT_MODEL

    return load(DEFAULT_MODEL)
