"""Finds extractors and rules: the built-in ones by scanning their packages, others by entry points.

An extractor is a module with ``KIND`` and ``extract(parsed) -> Iterable[Mention]``; a rule is a module with ``RULE``
(a :class:`Rule`) and ``check(cluster, corpus, settings) -> Iterable[Finding]``. Entry points of the groups
``crosscheck.extractors`` and ``crosscheck.rules`` name such modules of other packages.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Iterable
from functools import cache
from types import ModuleType

import msgspec

from crosscheck.guard import words
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
    for value, package in plugins(group):
        try:
            yield pkgutil.resolve_name(value)
        except Exception as error:  # another package's fault: its part is left out, and said
            _broken[value] = f"{value} of {package.rpartition('.')[0]} cannot be loaded and is left out: {words(error)}"


_broken: dict[str, str] = {}


def broken() -> tuple[str, ...]:
    """A line for each module of another package that could not be loaded."""
    return tuple(_broken[value] for value in sorted(_broken))


@cache
def plugins(group: str) -> tuple[tuple[str, str], ...]:
    """(module, package with version) of the entry points of a group, by name; imports nothing.

    importlib.metadata opens and parses the metadata of every installed package, which costs more than a cached check;
    here only files that speak of crosscheck are parsed.
    """
    points: dict[str, tuple[str, str]] = {}
    for package, file in _entry_point_files():
        inside = False
        for line in file.splitlines():
            line = line.strip()
            if line.startswith("["):
                inside = line == f"[{group}]"
            elif inside and "=" in line:
                name, _, value = line.partition("=")
                points.setdefault(name.strip(), (value.strip(), package))
    return tuple(points[name] for name in sorted(points))


@cache
def _entry_point_files() -> tuple[tuple[str, str], ...]:
    """(metadata folder, contents) of every installed entry_points.txt that names a group of ours."""
    found = []
    for place in sys.path:
        try:
            names = sorted(n for n in os.listdir(place or ".") if n.endswith((".dist-info", ".egg-info")))
        except OSError:
            continue  # sys.path may name zip files and folders that are gone
        for name in names:
            try:
                with open(os.path.join(place, name, "entry_points.txt"), "rb") as file:
                    data = file.read()
            except OSError:
                continue
            if b"[crosscheck." in data:
                found.append((name, data.decode("utf-8", "replace")))
    return tuple(found)


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
