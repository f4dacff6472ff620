"""What the page says of the event: its title, in words that no finding disputes, and paths without anyone's folders."""

from __future__ import annotations

import ntpath
import posixpath
import re
from calendar import day_abbr, day_name, month_abbr, month_name
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath, PureWindowsPath

import msgspec

from crosscheck.document import DocArticle, Document
from crosscheck.report.differing import stretches
from crosscheck.report.html import strings
from crosscheck.report.html.show import one_line, when
from crosscheck.report.outlets import Column

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


def title(document: Document, texts: Mapping[str, str], columns: Sequence[Column]) -> str:
    """The headline of the first article that takes no side in a finding; without one, how many articles of which days.

    Of those that take none, one that speaks of no disputed figure at all goes first, then one whose words most other
    headlines share. A line of a place and a day is no headline. A draft's own headline names what is checked, under the
    same condition.
    """
    held = _disputed(document)
    starts: dict[str, list[int]] = {}
    for mention in (m for f in document.findings for r in f.readings for m in r.mentions):
        starts.setdefault(mention.article, []).append(mention.start)
    ordered = [a for column in columns for a in (column.head, *column.copies)]
    headed = [a for a in ordered if len(_words(a.title) - _CALENDAR - _SMALL) > 1]
    neutral = [a for a in headed if not _takes_side(a, texts.get(a.id, ""), starts, held)]
    if neutral:
        about = {w for f in document.findings if f.kind == "figure" for w in _WORD.findall(f.subject.casefold())}
        shared = Counter(w for a in headed for w in _words(a.title) - _SMALL)

        def fit(article: DocArticle) -> tuple[bool, int, int]:
            words = _words(article.title) - _SMALL
            return article.role != "draft", len(words & about), -sum(shared[w] > 1 for w in words)

        return one_line(min(neutral, key=fit).title, 160)
    days = sorted({a.published[:10] for a in document.articles if a.published})
    told = strings.count(len(document.articles), strings.HEAD["articles"])
    if not days:
        return told
    span = when(days[0]) if len(days) == 1 else f"{when(days[0])} to {when(days[-1])}"
    return strings.PAGE["event_of"].format(articles=told, days=span)


def _disputed(document: Document) -> set[str]:
    """The words in which the readings of any finding differ, casefolded; a lone letter says nothing."""
    found: set[str] = set()
    for finding in document.findings:
        told = [r.mentions[0] for r in finding.readings if r.mentions]
        for mine, other in zip(told, [*told[1:], *told[:1]], strict=True):
            if mine is not other:
                for start, end in stretches(mine, other):
                    words = _WORD.findall(mine.text[start - mine.start : end - mine.start].casefold())
                    found.update(w for w in words if len(w) > 1 or w.isdigit())
    return found


def _takes_side(article: DocArticle, text: str, starts: Mapping[str, list[int]], held: set[str]) -> bool:
    """The headline holds a disputed mention, or a word in which readings of any finding differ."""
    at = text.find(article.title[:40]) if article.title else -1
    end = at + len(article.title) if at >= 0 else -1
    if any(at <= start < end for start in starts.get(article.id, ())):
        return True
    return bool(_words(article.title) & held - _SMALL)


def _words(text: str) -> set[str]:
    return {w.casefold() for w in _WORD.findall(text)}


_CALENDAR = {n.casefold() for names in (month_name, month_abbr, day_name, day_abbr) for n in names}
_CALENDAR |= {str(n) for n in range(32)} | {str(n) for n in range(1900, 2100)}
_SMALL = frozenset("the a an of in on at to for from by with and or as is are was were its his her their".split())


def portable(document: Document) -> Document:
    """The document with no absolute path: what lies under one folder is told from that folder on."""
    given = [a.path for a in document.articles] + [u.path for u in document.unread]
    absolute = [p for p in given if _is_absolute(p)]
    if not absolute:
        return document
    root = _common(absolute)
    swap = {p: _inside(p, root) for p in absolute}

    def told(line: str) -> str:
        for path in sorted(swap, key=len, reverse=True):
            line = line.replace(path, swap[path])
        return line.replace(root + "/", "").replace(root + "\\", "") if len(root) > 1 else line

    return msgspec.structs.replace(
        document,
        articles=tuple(msgspec.structs.replace(a, path=swap.get(a.path, a.path)) for a in document.articles),
        unread=tuple(
            msgspec.structs.replace(u, path=swap.get(u.path, u.path), reason=told(u.reason)) for u in document.unread
        ),
        warnings=tuple(told(w) for w in document.warnings),
    )


def _is_absolute(path: str) -> bool:
    return PurePosixPath(path).is_absolute() or PureWindowsPath(path).is_absolute()


def _common(paths: Sequence[str]) -> str:
    """The folder that all paths share; it may be somebody's home, so that not even its own name is kept."""
    module = ntpath if any("\\" in p or p[1:2] == ":" for p in paths) else posixpath
    try:
        return str(module.commonpath([module.dirname(p) for p in paths]))
    except ValueError:  # two drives
        return ""


def _inside(path: str, root: str) -> str:
    bare = path[len(root) :] if root and path.startswith(root) else PureWindowsPath(path).name
    return bare.lstrip("/\\") or PureWindowsPath(path).name
