"""The baseline: findings that a desk knows of and has left, by id, in a file that can be kept under version control.

A finding's id hashes rule, subject and readings, so that a moved paragraph or one more agreeing source changes nothing;
another reading makes another finding, which is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from crosscheck.document import Document
from crosscheck.errors import CrosscheckError
from crosscheck.files import write_atomically

DEFAULT_FILE = "crosscheck-baseline.json"
VERSION = 1


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One known finding; all but the id is for people who read the file."""

    id: str
    rule: str = ""
    subject: str = ""


class Baseline(msgspec.Struct, frozen=True, kw_only=True):
    """The file as a whole."""

    version: int = VERSION
    findings: tuple[Entry, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """Ids of all known findings."""
        return frozenset(e.id for e in self.findings)


def read(path: Path) -> Baseline:
    """The baseline in a file. Raises CrosscheckError when there is none, or what is there is not one."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Baseline)
    except FileNotFoundError:
        raise CrosscheckError(f"--baseline {path}: no such file; --write-baseline makes it") from None
    except OSError as error:
        raise CrosscheckError(f"--baseline {path}: {error.strerror}") from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise CrosscheckError(f"--baseline {path}: not a baseline file: {error}") from error
    if found.version != VERSION:
        raise CrosscheckError(f"--baseline {path}: version {found.version}, this crosscheck reads version {VERSION}")
    return found


def of(document: Document) -> Baseline:
    """A baseline of all findings of a document."""
    return Baseline(findings=tuple(Entry(id=f.id, rule=f.rule, subject=f.subject) for f in document.findings))


def pruned(baseline: Baseline, ids: Iterable[str]) -> Baseline:
    """The baseline without entries that are found no more."""
    alive = frozenset(ids)
    return Baseline(findings=tuple(e for e in baseline.findings if e.id in alive))


def write(path: Path, baseline: Baseline) -> None:
    """Write a baseline, sorted, an entry a line or so, so that differences read well."""
    ordered = Baseline(findings=tuple(sorted(baseline.findings, key=lambda e: (e.rule, e.subject, e.id))))
    write_atomically(path, msgspec.json.format(msgspec.json.encode(ordered), indent=2) + b"\n")
