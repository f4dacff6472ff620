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


@pytest.mark.parametrize("group", GROUPS)
def test_another_number_makes_another_hash(group):
    usual = getattr(Settings(), group)
    numbers = [name for name in usual.__struct_fields__ if isinstance(getattr(usual, name), int | float)]
    hashes = {
        Settings(**{group: msgspec.structs.replace(usual, **{name: getattr(usual, name) + 1})}).digest()
        for name in numbers
    }
    assert len(hashes - {Settings().digest()}) == len(numbers)


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
