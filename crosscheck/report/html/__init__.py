"""The editor's report: one HTML file that opens anywhere, asks nothing of any network, and can be read back.

In: a findings document and the articles' texts. Out: the page. Everything shown comes out of Jinja2 with autoescape on;
a Content-Security-Policy in the page admits its own two blocks, by their hashes, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from crosscheck.document import Document
from crosscheck.model import LEVELS
from crosscheck.report.context import Context
from crosscheck.report.html import articles, cards, event, matrix, pictures, quiet, strings
from crosscheck.report.html.selectors import web_annotations
from crosscheck.report.html.show import breakable, one_line, visible, when
from crosscheck.report.outlets import columns, labels
from crosscheck.report.standing import lines
from crosscheck.report.wording import compared
from crosscheck.timing.today import today

__all__ = ["read_back", "render", "template_folder"]


def template_folder() -> Path:
    """The first that exists of the folder that a wheel carries and the one beside the package."""
    package = Path(__file__).resolve().parents[2]
    for folder in (package / "templates", package.parent / "templates"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("the templates are missing from this installation of crosscheck")


@cache
def environment() -> Environment:
    """Jinja2 with autoescape for everything and no silence about a missing name."""
    return Environment(
        loader=FileSystemLoader(template_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(
    document: Document,
    context: Context | None = None,
    *,
    judgements: Mapping[str, Any] | None = None,
    made: str | None = None,
) -> str:
    """The page. ``context`` gives texts that the document lacks; ``judgements`` maps finding ids to the desk's.

    ``made`` is shown as the time of making; without it SOURCE_DATE_EPOCH or the day of today serves.
    """
    document = event.portable(document)
    own = {a.id: a.text for a in document.articles if isinstance(a.text, str)}
    texts = {**(context.texts if context else {}), **own}
    shown = _shown(document, texts, judgements or {})
    shown["made"] = strings.PAGE["made"].format(
        made=made or made_on(), version=document.tool.version, model=document.tool.model
    )
    return environment().get_template("report/report.html").render(shown)


def _shown(document: Document, texts: Mapping[str, str], judgements: Mapping[str, Any]) -> dict[str, Any]:
    """What the template reads, but for when and by what the page was made."""
    names = labels(document.articles)
    told = columns(document.articles)
    by_id = {a.id: a for a in document.articles}
    css = asset("style.css") + asset("report/report.css")
    script = asset("report/report.js")
    short, more = lines(document, names)
    return {
        "s": strings,
        "document": document,
        "labels": names,
        "head": _head(document),
        "topic": event.title(document, texts, told),
        "lines": short,
        "more": more,
        "compared": compared(document),
        "css": Markup(css),
        "script": Markup(script),
        "policy": policy(css, script),
        "groups": cards.groups(document, texts, names, judgements),
        "rules": cards.rules(document),
        "agreed": quiet.by_kind(document.agreed, by_id, names),
        "single": quiet.by_kind(document.single_source, by_id, names),
        "matrix": matrix.matrix(document, names, told),
        "articles": articles.shown(document, texts, names),
        "timeline": pictures.timeline(document, names, told),
        "one_line": one_line,
        "breakable": breakable,
        "visible": visible,
        "when": when,
        "data": _json(msgspec.json.encode(_with_texts(document, texts))),
        "annotations": _json(msgspec.json.encode(web_annotations(document, texts))),
    }


def read_back(page: str) -> Document:
    """The findings document that a report carries. Raises ValueError where the page is no report of crosscheck's."""
    found = re.search(r'<script type="application/json" id="crosscheck-document">(.*?)</script>', page, re.S)
    if not found:
        raise ValueError("not a report of crosscheck: it carries no findings document")
    try:
        return msgspec.json.decode(found.group(1), type=Document)
    except msgspec.DecodeError as error:
        raise ValueError(f"the findings document in the report is damaged: {error}") from error


def policy(css: str, script: str) -> str:
    """Nothing from anywhere, and of what is in the page only these two blocks."""
    parts = ("default-src 'none'", f"style-src {_hash(css)}", f"script-src {_hash(script)}", "img-src data:")
    return "; ".join((*parts, "base-uri 'none'", "form-action 'none'"))


def _with_texts(document: Document, texts: Mapping[str, str]) -> Document:
    carried = tuple(msgspec.structs.replace(a, text=texts[a.id]) if a.id in texts else a for a in document.articles)
    return msgspec.structs.replace(document, articles=carried)


def _head(document: Document) -> dict[str, Any]:
    levels = [f.level for f in document.findings]
    drafted = any(a.role == "draft" for a in document.articles)
    return {
        "articles": _read(document),
        "drafted": drafted,
        "primary": any(a.role == "primary" for a in document.articles),
        "levels": [(lv, strings.count(levels.count(lv), strings.LEVEL_PLURALS[lv])) for lv in LEVELS if lv in levels],
        "agreed": strings.count(len(document.agreed), strings.HEAD["met" if drafted else "agreed"]),
        "single": strings.count(len(document.single_source), strings.HEAD["alone" if drafted else "single"]),
        "unread": strings.count(len(document.unread), strings.HEAD["unread"]) if document.unread else "",
        "partly": strings.count(len(document.warnings), strings.HEAD["partly"]) if document.warnings else "",
    }


def _read(document: Document) -> str:
    """ "14 articles, 10 independent sources", "1 draft against 3 articles, 3 independent sources"."""
    drafts = [a for a in document.articles if a.role == "draft"]
    others = [a for a in document.articles if a.role != "draft"]
    told = strings.count(len(others), strings.HEAD["articles"])
    if drafts:
        told = strings.PAGE["against"].format(drafts=strings.count(len(drafts), strings.HEAD["drafts"]), articles=told)
    return f"{told}, {strings.count(len({a.source_group for a in others}), strings.HEAD['sources'])}"


def made_on() -> str:
    """The day, so that two runs of one day give the same bytes; SOURCE_DATE_EPOCH fixes it for good."""
    return when(today().isoformat())


@cache
def asset(name: str) -> str:
    return (template_folder() / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _json(data: bytes) -> Markup:
    """JSON that cannot end the block it stands in, whatever an article says."""
    text = data.decode("utf-8", "replace")
    for character, escape in (
        ("<", "\\u003c"),
        (">", "\\u003e"),
        ("&", "\\u0026"),
        ("\u2028", "\\u2028"),
        ("\u2029", "\\u2029"),
    ):
        text = text.replace(character, escape)
    return Markup(text)
