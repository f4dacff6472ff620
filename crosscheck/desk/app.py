"""Puts the desk together: routes, guard, errors, OpenAPI, and the shield around them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from litestar import Litestar
from litestar.datastructures import State
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme

from crosscheck import __version__
from crosscheck.desk import api, pages
from crosscheck.desk.access import guard
from crosscheck.desk.core import Desk
from crosscheck.desk.errors import handle
from crosscheck.desk.shield import Shield


def create_app(desk: Desk) -> Shield:
    """The ASGI application of a desk; its checks start and stop with it."""

    @asynccontextmanager
    async def running(_app: Litestar) -> AsyncIterator[None]:
        await desk.start()
        try:
            yield
        finally:
            await desk.stop()

    app = Litestar(
        route_handlers=[*pages.ROUTES, *api.ROUTES],
        guards=[guard],
        exception_handlers={Exception: handle},
        openapi_config=_openapi(),
        request_max_body_size=desk.limits.form_bytes,
        multipart_form_part_limit=desk.limits.files + desk.limits.bulk,
        lifespan=[running],
        state=State({"desk": desk}),
        logging_config=None,
        debug=False,
        pdb_on_exception=False,
    )
    return Shield(app, desk)


def _openapi() -> OpenAPIConfig:
    token = SecurityScheme(type="http", scheme="bearer", description="An API token, made on the account page.")
    extra: dict[str, Any] = {"security": [{"token": []}, {}]}
    return OpenAPIConfig(
        title="crosscheck desk",
        version=__version__,
        description="Findings of articles against each other, and the decisions on them.",
        path="/schema",
        render_plugins=[JsonRenderPlugin()],
        components=Components(security_schemes={"token": token}),
        use_handler_docstrings=True,
        **extra,
    )
