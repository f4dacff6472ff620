"""Blocking work beside the event loop: queries, pages, files."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial, wraps
from typing import Any, ParamSpec, TypeVar

from anyio import to_thread

SLOW = {"slow": True}  # routes that may take seconds: they do not stand in the line of the pages
T = TypeVar("T")
P = ParamSpec("P")


async def in_thread(work: Callable[..., T], *arguments: object) -> T:
    """Run blocking work, such as a query, outside of the event loop."""
    return await to_thread.run_sync(partial(work, *arguments))


def threaded(handler: Callable[P, T]) -> Callable[P, Awaitable[T]]:
    """A route handler that blocks, made to run in a thread. (Litestar's own option forgets it where a path has two.)"""

    @wraps(handler)
    async def run(*arguments: P.args, **named: P.kwargs) -> T:
        work = partial(handler, *arguments, **named)
        request: Any = named.get("request")
        if request is None or request.method not in {"GET", "HEAD"} or request.route_handler.opt.get("slow"):
            return await to_thread.run_sync(work)
        # pages wait in a line of their own: many threads that render would keep the one that writes from its turn
        return await to_thread.run_sync(work, limiter=request.app.state.desk.rendering)

    return run
