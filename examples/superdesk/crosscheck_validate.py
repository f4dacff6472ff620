"""Superdesk asks the desk before it publishes.

Put this file on the server's path and ``crosscheck_validate`` among ``INSTALLED_APPS`` in settings.py, with::

    CROSSCHECK_URL = "https://desk.example.org"
    CROSSCHECK_TOKEN = "ccd_..."     # an API token of the role reader
    CROSSCHECK_LEVEL = "error"       # what stops publication: error, warning or note
    CROSSCHECK_STOP_WHEN_DOWN = False

Superdesk sends the signal ``item_validate`` while it validates an item; a line added to ``response`` is shown to the
editor and stops publication. The item is the draft; its sources are the text items that it is associated with.
"""

from __future__ import annotations

import html
import json
import logging
import re
import urllib.error
import urllib.request
from typing import Any

log = logging.getLogger(__name__)

LEVELS = ("error", "warning", "note")
TIMEOUT = 60  # seconds; a small set is answered in a few
_BREAK = re.compile(r"</(?:p|div|h[1-6]|li|blockquote)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def plain(markup: str) -> str:
    """The text of an item's HTML body, a paragraph a line."""
    lines = html.unescape(_TAG.sub("", _BREAK.sub("\n", markup or ""))).replace("\xa0", " ").splitlines()
    return "\n\n".join(line.strip() for line in lines if line.strip())


def article(item: dict[str, Any], role: str) -> dict[str, Any]:
    """An item as the API takes it."""
    sent: dict[str, Any] = {
        "path": f"{item.get('_id') or item.get('guid')}.txt",
        "text": f"{plain(item.get('headline', ''))}\n\n{plain(item.get('body_html', ''))}\n",
        "role": role,
    }
    published = item.get("firstpublished") or item.get("versioncreated")
    if published:
        sent["published"] = published.isoformat() if hasattr(published, "isoformat") else str(published)
    if item.get("source"):
        sent["publisher"] = item["source"]
    return sent


def sources_of(item: dict[str, Any]) -> list[dict[str, Any]]:
    """The text items that an item is associated with; replace this where your desk keeps its sources elsewhere."""
    related = (item.get("associations") or {}).values()
    return [r for r in related if r and r.get("type") == "text" and r.get("body_html")]


def ask(url: str, token: str, item: dict[str, Any]) -> dict[str, Any]:
    """The findings document of an item against its sources. Raises OSError or ValueError where there is no answer."""
    articles = [article(item, "draft"), *(article(source, "source") for source in sources_of(item))]
    request = urllib.request.Request(
        f"{url.rstrip('/')}/api/v1/check",
        data=json.dumps({"articles": articles}).encode(),
        headers={"Content-Type": "application/json", "Authorization": f"Bearer {token}"},
    )
    with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
        document: dict[str, Any] = json.load(answer)
    if "findings" not in document:  # status 202: so large a set became a job
        raise ValueError("the set is too large to be checked while the editor waits")
    return document


def messages(document: dict[str, Any], level: str) -> list[str]:
    """A line for each finding as serious as ``level``."""
    stopping = LEVELS[: LEVELS.index(level) + 1]
    return [f"{f['rule']}: {f['message']}" for f in document["findings"] if f["level"] in stopping]


def validate(sender: Any, item: dict[str, Any], response: list[str], error_fields: Any, **kwargs: Any) -> None:
    """What Superdesk calls: lines added to ``response`` stop publication."""
    from superdesk import app  # type: ignore[import-not-found,unused-ignore]

    config = app.config
    if item.get("type") != "text" or not sources_of(item):
        return
    try:
        document = ask(config["CROSSCHECK_URL"], config["CROSSCHECK_TOKEN"], item)
    except (OSError, ValueError) as error:
        reason = _reason(error)
        log.warning("crosscheck: %s", reason)
        if config.get("CROSSCHECK_STOP_WHEN_DOWN"):
            response.append(f"The fact check could not be made: {reason}")
        return
    response.extend(messages(document, config.get("CROSSCHECK_LEVEL", "error")))


def _reason(error: Exception) -> str:
    """What the desk said, or what went wrong on the way to it."""
    if isinstance(error, urllib.error.HTTPError):
        try:
            return str(json.load(error)["error"]["message"])
        except (ValueError, KeyError, TypeError):
            return f"status {error.code}"
    return str(error)


def init_app(app: Any) -> None:
    """Called by Superdesk for every installed app."""
    from superdesk.signals import item_validate  # type: ignore[import-not-found,unused-ignore]

    item_validate.connect(validate)
