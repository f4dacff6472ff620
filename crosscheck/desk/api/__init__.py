"""The HTTP API under /api/v1, typed by the structs of the document and of the store."""

from typing import Any

ROUTES: list[Any] = []
