"""Workers and Ctrl-C: what is heard while they run is raised when they are gone, and what has started no signal stops."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures.process import BrokenProcessPool

import pytest

from crosscheck.processes import Stopping, mind_the_parent, started, unheard

pytestmark = pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals as POSIX has them")


@pytest.fixture(autouse=True)
def heard():
    """Ctrl-C as a terminal has it: a shell's background job, and all that it starts, ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupt():
    """Ctrl-C that this thread hears at once; to a process with others, any of them may hear it, and a moment later."""
    signal.pthread_kill(threading.get_ident(), signal.SIGINT)


class Pool:
    """What a pool is to a signal: children that can be told to end."""

    def __init__(self, told):
        self._processes = {1: self}
        self.terminate = lambda: told.append("down")


def test_an_interruption_takes_down_first_and_is_raised_on_leaving():
    told = []
    with pytest.raises(KeyboardInterrupt), Stopping() as stopping:
        stopping.over(Pool(told))
        interrupt()
        told.append("still inside")
    assert told == ["down", "still inside"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_second_one_takes_down_again_and_is_raised_once():
    told = []
    with pytest.raises(KeyboardInterrupt), Stopping() as stopping:
        stopping.over(Pool(told))
        interrupt()
        interrupt()
    assert told == ["down", "down"]


def test_what_came_before_there_was_a_pool_is_raised_once_there_is_one():
    told = []
    with Stopping() as stopping:
        interrupt()
        with pytest.raises(KeyboardInterrupt):
            stopping.over(Pool(told))
    assert told == []


def test_a_task_in_hand_is_not_waited_for():
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt), Stopping() as stopping:
        pool = started(2)
        stopping.over(pool)
        futures = [pool.submit(time.sleep, 600) for _ in range(4)]
        interrupt()
        for future in futures:
            with pytest.raises(BrokenProcessPool):
                future.result()
    pool.shutdown()
    assert time.monotonic() - begun < 300


def test_what_the_handlers_of_a_program_say_is_kept():
    """Ignored stays ignored (a job in the background); another thread, which hears no signals, changes nothing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with Stopping():
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    signal.signal(signal.SIGINT, signal.default_int_handler)
    seen = []

    def elsewhere():
        with Stopping():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert seen == [signal.default_int_handler]


def test_no_signal_comes_while_processes_start():
    with pytest.raises(KeyboardInterrupt), unheard():
        interrupt()
        told = "started"
    assert told == "started"


def test_a_worker_told_to_end_before_it_is_ready_ends():
    """The signal came between the fork and the worker's own handlers: it is neither lost nor the parent's to handle."""
    read, write = os.pipe()
    with unheard():
        child = os.fork()
        if not child:
            os.read(read, 1)
            mind_the_parent()
            os._exit(0)
    os.kill(child, signal.SIGTERM)
    os.write(write, b"x")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGTERM
    os.close(read)
    os.close(write)


@pytest.mark.parametrize("after", (0.0, 0.002, 0.01, 0.05))
def test_whenever_it_comes_the_program_ends(after):
    """A pool with far more tasks than workers, interrupted while it starts, while tasks are handed out, and later."""
    program = f"""
import os, signal, threading, time
from concurrent.futures import as_completed
from crosscheck.processes import Stopping, started
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    threading.Timer({after}, os.kill, (os.getpid(), signal.SIGINT)).start()
    with Stopping() as stopping:
        pool = started(2)
        stopping.over(pool)
        for _ in as_completed([pool.submit(time.sleep, 60) for _ in range(500)]):
            pass
except (KeyboardInterrupt, RuntimeError):
    print("interrupted")
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=300, check=True)
    assert ended.stdout == "interrupted\n"
