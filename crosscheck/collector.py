"""The collector of cyclic garbage, left alone while many lasting objects are made.

It walks all living objects again and again as their number grows; where next to none of them is garbage that costs a
tenth of the time and frees nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Iterator[None]:
    """No collecting inside the block; afterwards as before. What no cycle holds is freed all the same."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@contextmanager
def lasting() -> Iterator[None]:
    """For what is made once and stays to the end: no collecting inside, and never a look at it afterwards."""
    with at_rest():
        yield
        gc.freeze()
