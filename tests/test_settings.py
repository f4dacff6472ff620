"""Every number of every group of settings decides something: another one, another hash."""

import os
import subprocess
import sys

import msgspec
import pytest

from crosscheck.settings import Settings

USUAL = Settings()
GROUPS = [
    name for name in USUAL.__struct_fields__ if isinstance(getattr(USUAL, name), msgspec.Struct) and name != "house"
]


def changed(struct):
    """The same settings with another number, once for each number in them."""
    for name in struct.__struct_fields__:
        value = getattr(struct, name)
        if isinstance(value, msgspec.Struct):
            yield from (msgspec.structs.replace(struct, **{name: other}) for other in changed(value))
        elif isinstance(value, int | float):
            yield msgspec.structs.replace(struct, **{name: value + 1})


@pytest.mark.parametrize("group", GROUPS)
def test_another_number_makes_another_hash(group):
    others = [Settings(**{group: other}).digest() for other in changed(getattr(USUAL, group))]
    assert others
    assert len({USUAL.digest(), *others}) == len(others) + 1


def test_the_hash_is_the_same_in_every_process():
    # a set of several elements would be written in another order by each process
    code = "from crosscheck.settings import Settings; print(Settings().digest())"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True
        )
        for seed in ("1", "2", "3")
    ]
    assert {run.stdout.strip() for run in runs} == {Settings().digest()}
