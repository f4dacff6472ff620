"""Who runs the tasks: Dask, embedded with local processes and no server, or on a cluster by its address.

A task that loses its worker is given to another. Where the worker dies again with the same task alone, the task is
handed back as failed, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Protocol, TypeVar

from crosscheck.errors import CrosscheckError
from crosscheck.processes import Stopping, forks, started, take_down

MOST_AT_ONCE = 1000  # tasks in one graph: keeps the scheduler's memory small, and its idle end short
PATIENCE = 3  # times that a pool may break before tasks are tried one by one, and one task alone before it is given up
_ENDS = 5  # seconds that a worker which was told to end may take

T = TypeVar("T")
R = TypeVar("R")


class Lost(Exception):
    """The worker died of this task."""


Told = Callable[[Any], None]  # a result, as it comes


class Engine(Protocol):
    """Runs a function over tasks and returns the results in their order, Lost where a worker died of one."""

    def run(self, function: Callable[[T], R], tasks: Sequence[T], told: Told | None = None) -> list[R | Lost]:
        """Run every task; ``told`` hears each result as it comes, and may hear one twice."""

    def ahead(self, function: Callable[[], Any]) -> None:
        """Have idle workers run this while the caller goes on. Nothing waits for it, and nothing depends on it."""

    def close(self) -> None:
        """End what was started."""


class Embedded:
    """Dask's scheduler of local processes inside this one: no server, no port. The pool stays for the whole run."""

    def __init__(self, workers: int, *, warm: Callable[[], None] | None = None) -> None:
        self.workers = workers
        self._warm = warm
        self._pool: ProcessPoolExecutor | None = None

    def run(self, function: Callable[[T], R], tasks: Sequence[T], told: Told | None = None) -> list[R | Lost]:
        """See :class:`Engine`. A killed worker costs the tasks in hand, which are done again."""
        results: list[R | Lost] = []
        for at in range(0, len(tasks), MOST_AT_ONCE):
            results += self._stretch(function, tasks[at : at + MOST_AT_ONCE], told)
        return results

    def _stretch(self, function: Callable[[T], R], tasks: Sequence[T], told: Told | None) -> list[R | Lost]:
        for _ in range(PATIENCE):
            try:
                return list(self._computed(function, tasks, told))
            except BrokenProcessPool:
                self.close()
        # one at a time, to know which it is; what is done already is only looked at
        return [self._alone(function, task, told) for task in tasks]

    def _alone(self, function: Callable[[T], R], task: T, told: Told | None) -> R | Lost:
        for _ in range(PATIENCE):
            try:
                return self._computed(function, [task], told)[0]
            except BrokenProcessPool:
                self.close()
        return Lost("the process that worked on it ended unexpectedly, again and again: it may be too much for it")

    def _computed(self, function: Callable[[T], R], tasks: Sequence[T], told: Told | None) -> tuple[R, ...]:
        from dask.base import compute
        from dask.callbacks import Callback
        from dask.delayed import delayed
        from dask.multiprocessing import RemoteException, get

        def heard(key: Any, result: Any, *_: Any) -> None:
            if told:
                told(result)

        lazy: list[Any] = [delayed(function, pure=False, traverse=False)(task) for task in tasks]
        with Stopping() as stopping:
            pool = self._processes()
            stopping.over(pool)
            with Callback(posttask=heard):
                try:
                    results: tuple[R, ...] = compute(*lazy, scheduler=get, pool=pool, optimize_graph=False, chunksize=1)
                except RemoteException as error:
                    raise error.exception from None  # the worker's own, without its traceback as text
        return results

    def _processes(self) -> ProcessPoolExecutor:
        if self._pool is None:
            if self._warm and forks():
                self._warm()  # before the fork: workers share what is loaded
            self._pool = started(self.workers)
        return self._pool

    def ahead(self, function: Callable[[], Any]) -> None:
        """See :class:`Engine`. Where no workers were needed so far, none are started."""
        try:
            for _ in range(self.workers if self._pool else 0):
                self._processes().submit(function)
        except BrokenProcessPool:
            self.close()

    def close(self) -> None:
        """End the workers at once."""
        pool, self._pool = self._pool, None
        if pool is not None:
            children = take_down(pool)
            pool.shutdown(wait=False, cancel_futures=True)
            for child in children:
                child.join(_ENDS)  # who tidies up after them must know that they write no more


class Cluster:
    """A Dask cluster by the address of its scheduler."""

    def __init__(self, address: str) -> None:
        from distributed import Client

        try:
            self._client = Client(address, timeout="10s", set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise CrosscheckError(f"--scheduler {address}: nobody answers there: {error}") from error

    def run(self, function: Callable[[T], R], tasks: Sequence[T], told: Told | None = None) -> list[R | Lost]:
        """See :class:`Engine`. The cluster gives the tasks of a dead worker to others by itself."""
        from distributed import KilledWorker, as_completed

        results: dict[int, R | Lost] = {}
        for at in range(0, len(tasks), MOST_AT_ONCE):
            some = tasks[at : at + MOST_AT_ONCE]
            futures = self._client.map(function, some, pure=False)
            number = {future.key: at + n for n, future in enumerate(futures)}
            for future in as_completed(futures, loop=self._client.loop):
                try:
                    results[number[future.key]] = result = future.result()
                except KilledWorker as error:
                    results[number[future.key]] = Lost(str(error))
                    continue
                if told:
                    told(result)
        return [results[n] for n in range(len(tasks))]

    def ahead(self, function: Callable[[], Any]) -> None:
        """See :class:`Engine`. Workers of a cluster outlive a run: there is little that they have not done before."""

    def close(self) -> None:
        """Leave the cluster; it goes on."""
        self._client.close()
