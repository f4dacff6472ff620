"""Which findings of a document are shown, and how seriously a desk takes them.

In: a findings document. Out: the same with levels of the desk's own, without rules that were not selected, findings of
low confidence or those set aside. Nothing here looks at texts; what was left out is counted, never silently lost.
"""

from __future__ import annotations

import fnmatch
import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePath

import msgspec

from crosscheck.config import PathRules, RuleLevel, unknown
from crosscheck.document import DocFinding, Document, Tool
from crosscheck.errors import CrosscheckError
from crosscheck.model import LEVELS
from crosscheck.report.context import Index


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What is wanted of the findings. Codes may be whole ("QUO501"), a family ("QUO"), a kind ("date") or "ALL"."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0
    levels: Mapping[str, RuleLevel] = {}
    per_path: Mapping[str, PathRules] = {}
    folder: Path | None = None  # patterns of per_path are relative to it


def check_codes(words: Iterable[str], *, where: str) -> None:
    """Raises CrosscheckError for a word that selects no rule."""
    words = tuple(words)
    if not words:
        return  # nothing to look up: the rules need not be imported
    from crosscheck.registry import rules

    known = [m.RULE.code for m in rules()]
    kinds = sorted({m.RULE.kind for m in rules()})
    for word in words:
        if not any(matches(word, m.RULE.code, m.RULE.kind) for m in rules()):
            raise CrosscheckError(f"{where}: no rule {word!r}: {unknown(word, [*known, *kinds])}")


def matches(word: str, code: str, kind: str) -> bool:
    """True when a word of --select, --ignore or an ignore comment means this rule."""
    plain = word.strip().upper().replace("-", "_")
    return plain == "ALL" or (bool(plain) and code.startswith(plain)) or plain == kind.upper()


def choose(document: Document, choice: Choice) -> Document:
    """The document with only the findings that are wanted, at the levels that the desk gives them."""
    index = Index(document)
    kept = []
    for finding in document.findings:
        rules = _rules_for(index.paths[index.anchor(finding).article], choice)
        changed = _judge(finding, choice, rules)
        if changed is not None:
            kept.append(changed)
    kept.sort(key=lambda f: (LEVELS.index(f.level), -f.confidence))  # stable: the place still decides last
    return msgspec.structs.replace(document, findings=tuple(kept), tool=_marked(document.tool, choice))


def _marked(tool: Tool, choice: Choice) -> Tool:
    """The tool with a hash of settings and choice: another choice, another hash."""
    plain = msgspec.structs.replace(choice, folder=None)
    if plain == Choice():
        return tool
    told = tool.settings.encode() + msgspec.json.encode(plain, order="sorted")
    return msgspec.structs.replace(tool, settings=hashlib.sha256(told).hexdigest()[: len(tool.settings)])


def _judge(finding: DocFinding, choice: Choice, rules: Sequence[PathRules]) -> DocFinding | None:
    def named(words: Iterable[str]) -> bool:
        return any(matches(w, finding.rule, finding.kind) for w in words)

    if choice.select and not named(choice.select):
        return None
    if named(choice.ignore) or any(named(r.ignore) for r in rules):
        return None
    floors = [r.min_confidence for r in rules if r.min_confidence is not None]
    if finding.confidence < (floors[-1] if floors else choice.min_confidence):
        return None
    level: str = finding.level
    for levels in (choice.levels, *(r.levels for r in rules)):
        # the most exact word decides: FIG401 before FIG4 before figure
        fitting = sorted((w for w in levels if matches(w, finding.rule, finding.kind)), key=_exactness)
        if fitting:
            level = levels[fitting[-1]]
    if level == "off":
        return None
    return finding if level == finding.level else msgspec.structs.replace(finding, level=level)


def _exactness(word: str) -> tuple[bool, int, str]:
    return any(c.isdigit() for c in word), len(word), word


def _rules_for(path: str, choice: Choice) -> list[PathRules]:
    """Per-path rules whose pattern fits: against the whole path, the path below the folder, or the file name."""
    if not choice.per_path:
        return []
    names = {path, PurePath(path).name}
    if choice.folder is not None:
        with suppress(ValueError):  # outside the folder: whole path and name still count
            names.add(Path(path).resolve().relative_to(choice.folder.resolve()).as_posix())
    return [r for pattern, r in choice.per_path.items() if any(fnmatch.fnmatchcase(n, pattern) for n in sorted(names))]


def without(document: Document, ids: Collection[str]) -> Document:
    """The document without the findings of these ids."""
    return msgspec.structs.replace(document, findings=tuple(f for f in document.findings if f.id not in ids))
