"""Finds extractors and rules: the built-in ones by scanning their packages, others by entry points.

An extractor is a module with ``KIND`` and ``extract(parsed) -> Iterable[Mention]``; a rule is a module with ``RULE``
(a :class:`Rule`) and ``check(cluster, corpus, settings) -> Iterable[Finding]``. Entry points of the groups
``crosscheck.extractors`` and ``crosscheck.rules`` name such modules of other packages.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache
from importlib.metadata import entry_points
from types import ModuleType

import msgspec

from crosscheck.model import FindingKind, Level


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule says of itself. ``aspects`` are the cluster aspects that it compares."""

    code: str
    name: str
    kind: FindingKind
    level: Level
    summary: str
    aspects: tuple[str, ...]


def _modules(package: str, attribute: str, group: str) -> Iterable[ModuleType]:
    root = importlib.import_module(package)
    for info in pkgutil.walk_packages(root.__path__, prefix=f"{package}."):
        if info.name.rpartition(".")[2].startswith("_"):
            continue
        module = importlib.import_module(info.name)
        if hasattr(module, attribute):
            yield module
    for point in sorted(entry_points(group=group), key=lambda p: p.name):
        yield point.load()


@cache
def extractors() -> tuple[ModuleType, ...]:
    """All extractor modules, in the order of their names. Imports spaCy."""
    found = _modules("crosscheck.extract", "KIND", "crosscheck.extractors")
    return tuple(sorted(found, key=lambda m: m.__name__))


@cache
def rules() -> tuple[ModuleType, ...]:
    """All rule modules, in the order of their codes. Raises ValueError when two share a code."""
    found = sorted(_modules("crosscheck.compare.rules", "RULE", "crosscheck.rules"), key=lambda m: m.RULE.code)
    codes = [m.RULE.code for m in found]
    if len(set(codes)) != len(codes):
        raise ValueError(f"two rules share a code: {', '.join(sorted({c for c in codes if codes.count(c) > 1}))}")
    return tuple(found)


@cache
def rules_for(aspect: str) -> tuple[ModuleType, ...]:
    """The rules that compare clusters of one aspect."""
    return tuple(m for m in rules() if aspect in m.RULE.aspects)
