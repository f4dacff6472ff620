"""What git knows of a file: its content at an earlier revision, for --diff-only."""

from __future__ import annotations

import subprocess
from pathlib import Path

from crosscheck.errors import CrosscheckError


def at_revision(path: Path, revision: str) -> bytes | None:
    """Content of a file at a revision, None where it was not there yet.

    Raises CrosscheckError when git is missing, the file is in no repository, or the revision is unknown.
    """
    if revision.startswith("-"):
        raise CrosscheckError(f"--diff-only {revision}: not a revision")
    folder = path.resolve().parent
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top is None:
        raise CrosscheckError(f"--diff-only: {path} is not in a git repository")
    if _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is None:
        raise CrosscheckError(f"--diff-only {revision}: no such revision in {top.decode().strip()}")
    return _git(folder, "show", f"{revision}:./{path.resolve().name}")


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Output of a git command, None when it fails."""
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except FileNotFoundError:
        raise CrosscheckError("--diff-only needs git, which is not installed") from None
    return done.stdout if done.returncode == 0 else None
