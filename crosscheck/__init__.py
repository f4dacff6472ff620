"""crosscheck: a checker of facts across sources.

The Python API is what ``__all__`` names; it is imported when first used, so that ``import crosscheck`` stays light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = ["Article", "CrosscheckError", "Document", "Finding", "Result", "Settings", "check", "facts"]

if TYPE_CHECKING:
    from crosscheck.api import Result, check, facts
    from crosscheck.document import DocFinding as Finding
    from crosscheck.document import Document
    from crosscheck.errors import CrosscheckError
    from crosscheck.model import Article
    from crosscheck.settings import Settings

_HOMES = {
    "Article": ("crosscheck.model", "Article"),
    "CrosscheckError": ("crosscheck.errors", "CrosscheckError"),
    "Document": ("crosscheck.document", "Document"),
    "Finding": ("crosscheck.document", "DocFinding"),
    "Result": ("crosscheck.api", "Result"),
    "Settings": ("crosscheck.settings", "Settings"),
    "check": ("crosscheck.api", "check"),
    "facts": ("crosscheck.api", "facts"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'crosscheck' has no attribute {name!r}")
    from importlib import import_module

    home, attribute = _HOMES[name]
    return getattr(import_module(home), attribute)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
