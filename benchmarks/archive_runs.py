"""Runs of the archive's command as processes of their own, with what they cost: for the benchmarks of archives."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parents[1]


# crosscheck, which writes down what its driver and, at each step, the busiest of its workers cost (Linux)
_WATCHED = """
import os, sys, time
from crosscheck.archive.engine import Embedded
from crosscheck.cli import run

busiest, ran, tick = 0.0, Embedded.run, os.sysconf("SC_CLK_TCK")

def spent(pool):
    found = {}
    for pid in getattr(pool, "_processes", None) or ():
        with open(f"/proc/{pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        found[pid] = (int(fields[11]) + int(fields[12])) / tick
    return found

def watched(self, *given):
    global busiest
    before = spent(self._pool)
    results = ran(self, *given)
    busiest += max((now - before.get(pid, 0.0) for pid, now in spent(self._pool).items()), default=0.0)
    return results

Embedded.run = watched
status = run(sys.argv[2:])
with open(sys.argv[1], "w") as file:
    file.write(str(time.process_time() + busiest))
raise SystemExit(status)
"""


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds on the clock, seconds of processors (all processes together), and the largest process in MB.

    ``path``: processor seconds of the driver and of the busiest worker of each step, one after the other: what the clock
    would show on a machine that nobody else uses. Of an archive's run only.
    """

    wall: float
    processor: float
    megabytes: float
    path: float = 0.0


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
    with tempfile.NamedTemporaryFile("r") as note:
        command = [sys.executable, "-c", _WATCHED, note.name, "archive", *arguments, "--no-config", "--quiet"]
        cost = run(command, cwd=cwd)
        return msgspec.structs.replace(cost, path=float(note.read()))


def digest(store: Path) -> str:
    """A hash of every file of a store, names and bytes."""
    found = hashlib.sha256()
    for file in sorted(p for p in store.rglob("*") if p.is_file()):
        found.update(f"{file.relative_to(store)}\0".encode() + file.read_bytes() + b"\0")
    return found.hexdigest()
