"""Worker processes: started, taken down, and Ctrl-C while they run, heard at once and raised where no lock is held.

A signal's exception may rise between any two instructions. Inside a pool of processes that leaves a lock taken for ever
(the pool's own thread then waits for it, and the program never ends), and in a fork the interpreter swallows it (the
program goes on as if nobody had pressed a key). So a signal that comes here takes the workers down, which ends every
wait for them, and is handed to whom it was meant for when the pool has been left.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from types import FrameType, TracebackType
from typing import Any

ENDING = (signal.SIGINT, signal.SIGTERM)  # what asks a program to end


class Stopping:
    """While it is entered, a signal to end takes down the workers of its pool, once more each time, and raises nothing.

    Leaving it hands the signal to the handler that was set before, which raises. Signals that were ignored or had no
    handler in Python stay as they are. Outside the main thread, which alone hears signals,
    nothing is done. It is entered before the pool is started: what comes meanwhile is raised by :meth:`over`.
    """

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._before: dict[int, Callable[[int, FrameType | None], Any]] = {}
        self._heard: int | None = None

    def __enter__(self) -> Stopping:
        if threading.current_thread() is threading.main_thread():
            for number in ENDING:
                before = signal.getsignal(number)
                if callable(before):
                    self._before[number] = before
                    signal.signal(number, self._hear)
        return self

    def over(self, pool: ProcessPoolExecutor) -> None:
        """It is the workers of this pool that a signal takes down."""
        self._pool = pool
        self._tell()

    def _hear(self, number: int, frame: FrameType | None) -> None:
        self._heard = number
        if self._pool:
            take_down(self._pool)

    def _tell(self) -> None:
        number, self._heard = self._heard, None
        if number is not None:
            self._before[number](number, None)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)
        self._tell()


def forks() -> bool:
    """True where workers are copies of this process, with all that it has loaded."""
    return "fork" in multiprocessing.get_all_start_methods()


def started(workers: int) -> ProcessPoolExecutor:
    """A pool whose workers share what is loaded by now, where processes can be forked, and outlive no parent."""
    context = multiprocessing.get_context("fork" if forks() else None)
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=mind_the_parent)
    with unheard():
        pool.submit(int)  # the first task starts the workers
    if forks() and (results := getattr(pool, "_result_queue", None)):
        results._writer.close()  # they have their own: so a result that one left half written has an end
    return pool


def take_down(pool: ProcessPoolExecutor) -> list[BaseProcess]:
    """Tell the workers of a pool to end at once, whatever they have in hand; those told, for who must wait for them."""
    children: list[BaseProcess] = list((getattr(pool, "_processes", None) or {}).values())
    for child in children:
        child.terminate()
    return children


def mind_the_parent() -> None:
    """In a worker: Ctrl-C is the parent's to handle, and a worker whose parent is gone must not stay behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)  # what came while it was started comes now
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


@contextmanager
def unheard() -> Iterator[None]:
    """For this thread, and what it starts with the handlers of its parent, signals to end wait meanwhile."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
