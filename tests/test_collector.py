"""The collector of garbage rests for a while and no longer, whatever happens meanwhile."""

from __future__ import annotations

import gc

import pytest

from crosscheck.collector import at_rest, lasting


def test_it_works_again_after_the_block_and_after_an_error() -> None:
    assert gc.isenabled()
    with at_rest():
        with at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="broken"), at_rest():
        raise ValueError("broken")
    assert gc.isenabled()


def test_what_is_made_to_last_is_never_looked_at() -> None:
    before = gc.get_freeze_count()
    with lasting():
        assert not gc.isenabled()
        kept = [[n] for n in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(kept)
    gc.unfreeze()
