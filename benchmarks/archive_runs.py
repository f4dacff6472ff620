"""Runs of the archive's command as processes of their own, with what they cost: for the benchmarks of archives."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parents[1]


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds on the clock, seconds of processors (all processes together), and the largest process in MB."""

    wall: float
    processor: float
    megabytes: float


def run(command: Sequence[str], *, cwd: Path | None = None) -> Cost:
    """Run a command to its end; raises where it did not do its work (status 2 and above)."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "CROSSCHECK_NO_PROGRESS": "1"}
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(
        wall=time.perf_counter() - started,
        processor=used.ru_utime + used.ru_stime,
        megabytes=used.ru_maxrss * 1024 / 1e6,
    )


def archive(*arguments: str, cwd: Path | None = None) -> Cost:
    """Run ``crosscheck archive``."""
    return run([sys.executable, "-m", "crosscheck", "archive", *arguments, "--no-config", "--quiet"], cwd=cwd)


def digest(store: Path) -> str:
    """A hash of every file of a store, names and bytes."""
    found = hashlib.sha256()
    for file in sorted(p for p in store.rglob("*") if p.is_file()):
        found.update(f"{file.relative_to(store)}\0".encode() + file.read_bytes() + b"\0")
    return found.hexdigest()
