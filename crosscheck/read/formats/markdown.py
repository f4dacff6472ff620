"""Markdown with front matter: mark-up is blanked, never removed, so that every offset holds in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crosscheck.layout import Cover
from crosscheck.model import Region, Span
from crosscheck.read.decode import decode
from crosscheck.read.errors import CannotRead
from crosscheck.read.formats import Raw

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)(?:\r?\n)?^(?:---|\.\.\.)[ \t]*\r?$", re.S | re.M)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_TOML = re.compile(r"\A\+\+\+[ \t]*\r?\n(.*?)(?:\r?\n)?^\+\+\+[ \t]*\r?$", re.S | re.M)
_NAME_DAY = re.compile(r"^(\d{4}-\d\d-\d\d)[-.]")  # how Jekyll names a post
# code, and what a site builder leaves out, between tags of a template language
_BUILT = re.compile(
    r"\{%-?\s*(highlight|raw|comment|capture|schema)\b[^%{}]{0,500}%\}.*?(?:\{%-?\s*end\1\s*-?%\}|\Z)", re.S
)
# keys of the manifest that site builders call otherwise
_KEYS = {
    "published": ("date", "published_at", "pubdate", "publishdate", "publish_date", "created"),
    "byline": ("author", "authors", "by"),
    "url": ("canonical_url", "canonical", "link"),
    "publisher": ("publication", "site", "outlet"),
}
_FENCE = re.compile(r"^(```|~~~)[^\n]*\n.*?(?:^\1[ \t]*$|\Z)", re.S | re.M)
# each pattern's groups are blanked, the rest stays
_BLANK = [
    re.compile(r"^[ \t]{0,3}(#{1,6})[ \t]", re.M),
    re.compile(r"^[ \t]{0,3}((?:>[ \t]?)+)", re.M),
    re.compile(r"^[ \t]*([-*+])[ \t]", re.M),
    re.compile(r"^[ \t]*((?:=|-|\*|_){3,})[ \t]*$", re.M),
    re.compile(r"(\[!\[)[^\[\]\n]*(\]\([^()\n]*\)\]\([^()\n]*\))"),
    re.compile(r"(!?\[)[^\[\]\n]*(\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\))"),
    re.compile(r"(!?\[)[^\[\]\n]*(\]\[[^\[\]\n]*\])"),
    re.compile(r"^(\[[^\]\n]+\]:[^\n]*)$", re.M),
    re.compile(r"(?<![\w*])(\*{1,3})(?=\S)[^*\n]*?(?<=\S)(\*{1,3})(?![\w*])"),
    re.compile(r"(?<![\w_])(_{1,3})(?=\S)[^_\n]*?(?<=\S)(_{1,3})(?![\w_])"),
    re.compile(r"(`+)[^`\n]*(`+)"),
    re.compile(r"(\{\{[<%][^{}]{0,2000}[%>]\}\})"),
    re.compile(r"(\{%[^{}%]{0,2000}%\})"),
    re.compile(r"(\{\{[^{}]{0,500}\}\})"),
    re.compile(r"(\{[:#.][^{}\n]{0,300}\})"),
    re.compile(r"(\[\^[^\[\]\n]{1,50}\]:?)"),
    re.compile(r"^(:{3,}[^\n]*)$", re.M),
    re.compile(r"^[ \t]*(\|?[ \t]*:?-{3,}[ |:\t-]*)$", re.M),
    re.compile(r"^[ \t]*(\|)", re.M),
    re.compile(r"(\|)[ \t]*$", re.M),
    re.compile(r"(?<=[ \t])(\|)(?=[ \t])"),
    re.compile(r"(</?[a-zA-Z][^<>\n]{0,200}>)"),
]


def read(data: bytes, name: str) -> Iterator[Raw]:
    """One article; its front matter carries the manifest's keys. Raises CannotRead where that is no YAML mapping."""
    text = decode(data)
    masked: list[Region] = []
    meta: dict[str, Any] = {}
    start, meta = _front(text)
    if start:
        masked.append(Region(kind="furniture", span=Span(0, start)))
    named = _NAME_DAY.match(name)
    if named:
        meta.setdefault("published", named[1])
    for pattern in (_COMMENT, _FENCE, _BUILT):
        known = Cover(m.span for m in masked)
        spans = (Span(found.start(), found.end()) for found in pattern.finditer(text, start))
        masked += [Region(kind="furniture", span=span) for span in spans if not known.overlaps(span)]
    yield Raw(text=_blanked(text, start, masked), meta=meta, in_file=True, masked=tuple(masked))


def _front(text: str) -> tuple[int, dict[str, Any]]:
    """(where the text begins, the manifest's keys). Raises CannotRead where front matter cannot be read."""
    toml, yaml = _TOML.match(text), _FRONT.match(text)
    if toml:
        import tomllib

        try:
            return toml.end(), _as_manifest(tomllib.loads(toml.group(1).replace("\r\n", "\n")))
        except tomllib.TOMLDecodeError as error:
            raise CannotRead(f"the front matter is not valid TOML: {str(error)[:100]}") from error
    if yaml:
        return yaml.end(), _as_manifest(_front_matter(yaml.group(1)))
    if re.match(r"\{\s*\"", text):
        import json

        try:
            found, end = json.JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError):
            return 0, {}
        if isinstance(found, dict):
            return end, _as_manifest(found)
    return 0, {}


def _as_manifest(found: dict[str, Any]) -> dict[str, Any]:
    meta = {str(k).lower(): v for k, v in found.items()}
    for key, others in _KEYS.items():
        value = next((meta[k] for k in (key, *others) if meta.get(k) and not isinstance(meta[k], bool)), None)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, list):
            value = ", ".join(str(v.get("name") if isinstance(v, dict) else v) for v in value)
        meta[key] = value
    return {k: v for k, v in meta.items() if v is not None}


def _front_matter(source: str) -> dict[str, Any]:
    import yaml

    try:
        loaded = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        raise CannotRead(f"the front matter is not valid YAML (line {line})") from error
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise CannotRead("the front matter is not a list of keys and values")
    return {str(k): v for k, v in loaded.items()}


def _blanked(text: str, start: int, masked: list[Region]) -> str:
    characters = list(text)
    keep = Cover(m.span for m in masked)
    for pattern in _BLANK:
        for found in pattern.finditer(text, start):
            if keep.overlaps(Span(found.start(), found.end())):
                continue
            for group in range(1, (pattern.groups or 0) + 1):
                a, b = found.span(group)
                characters[a:b] = " " * (b - a)
    return "".join(characters)
