"""Checks in worker processes: a line of those that wait, bounds on time and memory, progress for who looks on.

A worker that crashes, hangs or eats too much is ended with all its children; its job fails with a plain reason, and the
next one gets a fresh worker.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import msgspec

from crosscheck.desk.limits import Limits
from crosscheck.desk.worker import HEAD, Answer, Done, Failed, Request, Step, frame, length
from crosscheck.document import Document

log = logging.getLogger("crosscheck.desk")

Prepare = Callable[[], Awaitable[Request]]
Finish = Callable[[Document | None, str | None], Awaitable[None]]  # (document, error)


class Busy(Exception):
    """Too many checks wait."""


class _Job:
    def __init__(self, job_id: str, prepare: Prepare, finish: Finish) -> None:
        self.id = job_id
        self.prepare = prepare
        self.finish = finish
        self.step = Step(done=0, total=0, what="")
        self.changed = asyncio.Event()
        self.result: asyncio.Future[tuple[Document | None, str | None]] = asyncio.get_running_loop().create_future()

    def tell(self, step: Step) -> None:
        self.step = step
        self.changed.set()
        self.changed = asyncio.Event()


def worker_command(limits: Limits) -> list[str]:
    """How a worker is started: ``-P`` keeps the folder that one happens to be in, with its articles, off the path."""
    root = str(Path(__file__).parents[2])
    start = f"import sys; sys.path.append({root!r}); from crosscheck.desk.worker import main; main()"
    return [sys.executable, "-P", "-c", start, str(limits.job_bytes)]


class Worker:
    """One worker process, started when first needed."""

    def __init__(self, limits: Limits, command: list[str] | None = None) -> None:
        self._limits = limits
        self._command = command or worker_command(limits)
        self._process: asyncio.subprocess.Process | None = None
        self._checks = 0
        self._decoder = msgspec.json.Decoder(Answer)

    async def _start(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None or self._checks >= self._limits.worker_checks:
            await self.end()
            environment = os.environ | {"OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                start_new_session=True,  # so that its own children end with it
                env=environment,
            )
            self._checks = 0
        return self._process

    async def check(self, request: Request, step: Callable[[Step], None]) -> tuple[Document | None, str | None]:
        """The document, or why there is none."""
        try:
            async with asyncio.timeout(self._limits.job_seconds):
                return await self._exchange(request, step)
        except TimeoutError:
            await self.end()
            return None, f"The check took longer than {self._limits.job_seconds:.0f} seconds and was stopped."
        except (asyncio.IncompleteReadError, ConnectionError, OSError):
            code = await self.end()
            log.error("a worker ended with status %s", code)
            return None, "The process that ran this check ended unexpectedly; the articles may be too much for it."
        except asyncio.CancelledError:
            await self.end()
            raise

    async def _exchange(self, request: Request, step: Callable[[Step], None]) -> tuple[Document | None, str | None]:
        process = await self._start()
        assert process.stdin and process.stdout
        self._checks += 1
        process.stdin.write(frame(request))
        await process.stdin.drain()
        while True:
            size = length(await process.stdout.readexactly(HEAD))
            message: Answer = self._decoder.decode(await process.stdout.readexactly(size))
            match message:
                case Step():
                    step(message)
                case Done():
                    return message.document, None
                case Failed():
                    return None, message.reason

    async def end(self) -> int | None:
        """End the process and its children; its exit status."""
        process, self._process = self._process, None
        if process is None:
            return None
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()
        return await process.wait()


class Jobs:
    """The line of checks and the workers that serve it; made and used inside the running loop."""

    def __init__(self, limits: Limits, command: list[str] | None = None) -> None:
        self._limits = limits
        self._command = command
        self._line: asyncio.Queue[_Job] = asyncio.Queue()
        self._jobs: dict[str, _Job] = {}
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin to serve."""
        self._tasks = [asyncio.create_task(self._serve()) for _ in range(self._limits.workers)]

    async def stop(self) -> None:
        """End all workers; what they were at is lost and will be marked so."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def full(self) -> bool:
        """True when no further check is taken."""
        return self._line.qsize() >= self._limits.waiting

    def submit(self, job_id: str, prepare: Prepare, finish: Finish) -> None:
        """Put a check in line: ``prepare`` makes its request when its turn comes, ``finish`` keeps what came out."""
        if self.full:
            raise Busy
        job = _Job(job_id, prepare, finish)
        self._jobs[job_id] = job
        self._line.put_nowait(job)

    async def result(self, job_id: str) -> tuple[Document | None, str | None]:
        """Wait for a job of this process: its document, or the reason why there is none."""
        job = self._jobs[job_id]
        return await asyncio.shield(job.result)

    def step(self, job_id: str) -> Step | None:
        """How far a job of this process is; None where it is not at work here."""
        job = self._jobs.get(job_id)
        return job.step if job else None

    async def steps(self, job_id: str) -> AsyncIterator[Step]:
        """Every change of a job's progress until it ends; nothing for a job of another process."""
        job = self._jobs.get(job_id)
        while job is not None and not job.result.done():
            yield job.step
            changed = asyncio.create_task(job.changed.wait())
            waited: set[asyncio.Future[Any]] = {changed, job.result}
            await asyncio.wait(waited, timeout=15.0, return_when=asyncio.FIRST_COMPLETED)
            changed.cancel()

    async def _serve(self) -> None:
        worker = Worker(self._limits, self._command)
        try:
            while True:
                try:
                    async with asyncio.timeout(self._limits.worker_idle_seconds):
                        job = await self._line.get()
                except TimeoutError:
                    await worker.end()
                    continue
                await self._run(worker, job)
        finally:
            await worker.end()

    async def _run(self, worker: Worker, job: _Job) -> None:
        document: Document | None = None
        error: str | None
        try:
            document, error = await worker.check(await job.prepare(), job.tell)
        except asyncio.CancelledError:
            job.result.cancel()
            raise
        except Exception as problem:
            log.exception("a check could not be prepared")
            error = str(problem) or type(problem).__name__
        try:
            await job.finish(document, error)
        except Exception as problem:
            log.exception("the result of a check could not be kept")
            document, error = None, f"The result could not be kept: {problem}"
            with contextlib.suppress(Exception):
                await job.finish(None, error)
        job.result.set_result((document, error))
        del self._jobs[job.id]
