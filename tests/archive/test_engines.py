"""Workers that are killed, a run that is killed, and a cluster: nothing is lost, and the bytes are the same."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("dask", reason="needs the extra archive")
pytest.importorskip("scipy", reason="needs the extra archive")

from crosscheck.archive.engine import Cluster, Embedded, Lost
from tests.archive.test_archive import files
from tests.newsroom import event, write

ROOT = Path(__file__).parents[2]
RUN = """
import sys, time
sys.path.insert(0, {root!r})
from tests.cli import conftest as cli
import crosscheck.workers
def slow(article, settings):
    time.sleep(0.15)
    return cli.extraction(article)
crosscheck.workers.extract_one = slow
crosscheck.workers.warm = lambda model: None
from crosscheck.archive import settings
from tests.archive.small import Small
settings.ArchiveSettings = Small
from crosscheck.cli import run
sys.exit(run(["archive", "wires", "--into", sys.argv[1], "--no-config", "--workers", "2"]))
"""


def killed_once(task):
    mark, number = task
    if number == 1 and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


def killed_always(number):
    if number == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


def doubled(number):
    return number * 2


def test_a_killed_worker_costs_nothing(tmp_path):
    engine = Embedded(2)
    assert engine.run(killed_once, [(str(tmp_path / "mark"), n) for n in range(5)]) == [0, 2, 4, 6, 8]
    engine.close()


def test_a_task_that_kills_its_worker_costs_only_itself():
    engine = Embedded(2)
    zero, lost, two = engine.run(killed_always, [0, 1, 2])
    engine.close()
    assert (zero, two) == (0, 4)
    assert isinstance(lost, Lost)


def test_a_run_killed_ten_times_ends_as_one_that_was_not(tmp_path):
    write([a for n in range(7) for a in event(n)], tmp_path / "wires")

    def start(store):
        # a session of its own, so that the kill reaches the run and its workers at once
        code = RUN.format(root=str(ROOT))
        return subprocess.Popen([sys.executable, "-c", code, store], cwd=tmp_path, start_new_session=True)

    assert start("whole").wait(120) == 0
    for n in range(10):
        run = start("killed")
        time.sleep(0.8 + 0.15 * n)
        if run.poll() is None:
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()
    assert start("killed").wait(120) == 0
    assert files(tmp_path / "killed") == files(tmp_path / "whole")


def test_a_cluster_of_processes_gives_what_local_processes_give():
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        engine = Cluster(cluster.scheduler_address)
        heard = []
        assert engine.run(doubled, list(range(20)), heard.append) == [2 * n for n in range(20)]
        assert sorted(heard) == [2 * n for n in range(20)]
        engine.close()


def test_nobody_at_the_address_of_the_scheduler_is_one_line():
    from crosscheck.errors import CrosscheckError

    with pytest.raises(CrosscheckError, match="nobody answers there"):
        Cluster("tcp://127.0.0.1:9")


def test_a_task_leaves_the_collector_of_its_process_as_it_was():
    import gc

    from crosscheck.archive.collecting import seldom

    before = gc.get_threshold()
    with pytest.raises(ValueError, match="in the middle"), seldom():
        assert gc.get_threshold() > before
        raise ValueError("in the middle")
    assert gc.get_threshold() == before


def fails() -> None:
    raise OSError("nobody hears it")


def test_what_workers_do_ahead_disturbs_nothing_and_starts_none():
    engine = Embedded(2)
    engine.ahead(fails)
    assert engine._pool is None
    assert engine.run(abs, [-1, -2]) == [1, 2]
    engine.ahead(fails)
    assert engine.run(abs, [-3, -4]) == [3, 4]
    engine.close()
