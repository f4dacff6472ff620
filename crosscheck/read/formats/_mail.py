"""The text of a mail's body: what was forwarded in it, what it quotes, and its signature, told apart by lines."""

from __future__ import annotations

import re
from typing import Any

from crosscheck.read.stamp import iso_date

_FORWARD = re.compile(
    r"^[ \t>]*(?:-{2,}\s*(?:forwarded|original)\s+message\s*-{2,}|begin\s+forwarded\s+message:|_{20,})[ \t]*$", re.I
)
_FIELD = re.compile(r"^[ \t>*]*(from|sent|date|to|cc|subject|reply-to|importance|attachments)\s*:\**\s?(.*)$", re.I)
_WROTE = re.compile(r"^On\b.{5,150}\bwrote:\s*$|^.{0,100}\bschrieb\b.{0,60}:\s*$")
_REPLY = re.compile(r"^\s*(?:(?:re|fwd?|aw|wg|tr)\s*:\s*|\[(?:external|ext)\]\s*)+", re.I)
MAX_FORWARDS = 20  # mails forwarded inside one another; what is deeper stays as it is
_FEW = 300  # characters of a sender's own words before what is forwarded: "FYI, this just came in", with a signature


def without_prefixes(subject: str) -> str:
    """A subject without "Fwd:", "Re:" and the like."""
    return _REPLY.sub("", " ".join(subject.split()))


def own_text(body: str, depth: int = 0) -> tuple[str, dict[str, Any]]:
    """(text, what a forwarded head says of it) of a mail's plain body.

    Where nearly all is forwarded, the forwarded text is the article, with its own subject, sender and date.
    """
    lines = body.splitlines()
    at = None if depth == MAX_FORWARDS else next((i for i, line in enumerate(lines) if _is_forward(lines, i)), None)
    if at is None:
        return _unquoted(_unsigned(lines)), {}
    before = _unquoted(_unsigned(lines[:at]))
    end, fields = _head(lines, at)
    forwarded, deeper = own_text("\n".join(_stripped(lines[end:])), depth + 1)
    if len(before) > _FEW:
        return f"{before}\n\n{forwarded}", {}
    meta = {
        "title": without_prefixes(fields.get("subject", "")) or None,
        "byline": fields.get("from") or None,
        "published": iso_date(fields.get("date") or fields.get("sent")),
    }
    return forwarded or before, {**{k: v for k, v in meta.items() if v}, **deeper}


def _is_forward(lines: list[str], i: int) -> bool:
    """A line that says so, with fields after it, or fields of a head by themselves."""
    following = [line for line in lines[i + 1 : i + 6] if line.strip()]
    if _FORWARD.match(lines[i]):
        return any(_FIELD.match(line) for line in following[:2])
    found = _FIELD.match(lines[i])
    if not found or found[1].lower() != "from":
        return False
    return sum(bool(_FIELD.match(line)) for line in following[:3]) > 1


def _head(lines: list[str], at: int) -> tuple[int, dict[str, str]]:
    """(index after the head, its fields); a field may run over lines."""
    fields: dict[str, str] = {}
    i = at if _FIELD.match(lines[at]) else at + 1
    last = ""
    while i < len(lines):
        found = _FIELD.match(lines[i])
        if found:
            last = found[1].lower()
            fields.setdefault(last, found[2].strip())
        elif not lines[i].strip(" \t>"):
            if fields:
                break
        elif last in ("to", "cc"):
            pass  # a list of receivers goes on
        elif last == "subject" and len(lines[i]) < 100 and i + 1 < len(lines) and not lines[i + 1].strip():
            fields["subject"] += f" {lines[i].strip()}"
        else:
            break
        i += 1
    return i, fields


def _stripped(lines: list[str]) -> list[str]:
    """Lines without the marks of quotation, where all have them."""
    filled = [line for line in lines if line.strip()]
    if filled and all(line.lstrip().startswith(">") for line in filled):
        return [re.sub(r"^\s*>\s?", "", line) for line in lines]
    return lines


def _unsigned(lines: list[str]) -> list[str]:
    for i, line in enumerate(lines):
        if line.rstrip("\r\n") in ("-- ", "--") and i:
            return lines[:i]
    return lines


def _unquoted(lines: list[str]) -> str:
    """Without quoted lines of an earlier mail, unless there is nothing else."""
    kept = [line for line in lines if not line.lstrip().startswith(">") and not _WROTE.match(line.strip())]
    if not any(line.strip() for line in kept):
        kept = _stripped(lines)
    return "\n".join(kept).strip()
