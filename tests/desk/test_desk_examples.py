"""The examples of docs/integrations.md, against a desk: their own code makes the requests."""

from __future__ import annotations

import importlib.util
import re
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from desk_http import Served

EXAMPLES = Path(__file__).parents[2] / "examples"
ITEM = {
    "_id": "urn:item:1",
    "type": "text",
    "headline": "Harbour fire",
    "body_html": "<p>The blaze killed 14&nbsp;people on Monday.</p><p>It is out.</p>",
    "associations": {
        "source--1": {
            "_id": "urn:item:2",
            "type": "text",
            "headline": "Fire kills 12",
            "body_html": "<p>It killed 12 people on Monday.</p>",
            "source": "Agency",
        },
        "featuremedia": {"type": "picture"},
        "empty": None,
    },
}


def token_of(office: Served) -> str:
    page = office.browser("ana").post("/account/tokens", 200, page="/account", name="CMS", role="reader").text
    return re.search(r'class="secret">([^<]+)<', page)[1]


@pytest.fixture
def superdesk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The example with stand-ins for what it takes from Superdesk."""
    server = types.ModuleType("superdesk")
    server.app = types.SimpleNamespace(config={})
    signals = types.ModuleType("superdesk.signals")
    connected: list[Any] = []
    signals.item_validate = types.SimpleNamespace(connect=connected.append)
    monkeypatch.setitem(sys.modules, "superdesk", server)
    monkeypatch.setitem(sys.modules, "superdesk.signals", signals)
    spec = importlib.util.spec_from_file_location(
        "crosscheck_validate", EXAMPLES / "superdesk" / "crosscheck_validate.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.init_app(server.app)
    assert connected == [module.validate]
    module.config = server.app.config
    yield module


def validated(superdesk: Any, item: dict[str, Any]) -> list[str]:
    response: list[str] = []
    superdesk.validate(None, item=item, response=response, error_fields={})
    return response


def test_superdesk_is_stopped_by_a_conflict(office: Served, superdesk: Any) -> None:
    superdesk.config.update(CROSSCHECK_URL=office.base, CROSSCHECK_TOKEN=token_of(office))
    assert validated(superdesk, ITEM) == ["FIG401: Articles differ on people killed."]
    agreeing = ITEM | {"body_html": "<p>The blaze killed 12 people on Monday.</p>"}
    assert validated(superdesk, agreeing) == []
    assert validated(superdesk, ITEM | {"associations": {}}) == []
    assert validated(superdesk, ITEM | {"type": "picture"}) == []


def test_superdesk_goes_on_without_the_desk_unless_told_otherwise(office: Served, superdesk: Any) -> None:
    superdesk.config.update(CROSSCHECK_URL="http://127.0.0.1:9", CROSSCHECK_TOKEN="x")
    assert validated(superdesk, ITEM) == []
    superdesk.config["CROSSCHECK_STOP_WHEN_DOWN"] = True
    assert "could not be made" in validated(superdesk, ITEM)[0]
    superdesk.config["CROSSCHECK_URL"] = office.base
    assert validated(superdesk, ITEM) == ["The fact check could not be made: Please log in."]


STAND_IN = """
window.shown = [];
window.wp = {
  element: {
    Fragment: 'fragment',
    useState: (start) => [window.state || start, (next) => { window.state = next; }],
    createElement: (kind, props, ...children) => typeof kind === 'function' ? kind(props) : { kind, props, children },
  },
  editor: { PluginPrePublishPanel: 'panel' },
  components: { Button: 'button' },
  plugins: { registerPlugin: (name, plugin) => { window.plugin = plugin; } },
  data: { select: (store) => store === 'core/editor'
    ? { getCurrentPostId: () => 7, getEditedPostAttribute: (name) => ({ title: 'Harbour fire', date_gmt: '2025-03-04T10:00:00' })[name] }
    : { getBlocks: () => window.blocks } },
  apiFetch: async ({ path, method, data }) => {
    if (path !== '/crosscheck/v1/check') throw new Error('wrong path');
    const answer = await fetch('/api/v1/check', { method, body: JSON.stringify(data),
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + window.token } });
    const body = await answer.json();
    if (!answer.ok) throw body;
    return body;
  },
};
"""
BLOCKS = [
    {"attributes": {"content": "The blaze killed <b>14 people</b> on Monday."}, "innerBlocks": []},
    {
        "attributes": {"className": "wide source"},
        "innerBlocks": [{"attributes": {"content": "It killed 12 people on Monday."}, "innerBlocks": []}],
    },
]
PRESS = """async () => {
  const find = (node) => !node || typeof node !== 'object' ? null
    : node.kind === 'button' ? node : (node.children || []).flat().map(find).find(Boolean);
  window.state = null;
  await find(window.plugin.render()).props.onClick();
  return JSON.stringify(window.plugin.render());
}"""


def test_wordpress_shows_the_conflict_before_publishing(office: Served) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    chromium = next((p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(p).exists()), None)
    if chromium is None:
        pytest.skip("Chromium is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{office.base}/login")
        page.evaluate(STAND_IN)
        page.evaluate(
            "([token, blocks]) => { window.token = token; window.blocks = blocks; }", [token_of(office), BLOCKS]
        )
        page.evaluate((EXAMPLES / "wordpress" / "crosscheck-panel" / "panel.js").read_text())
        assert "■ Articles differ on people killed." in page.evaluate(PRESS)
        page.evaluate("() => { window.blocks[0].attributes.content = 'It killed 12 people.'; }")
        assert "Nothing that was understood contradicts" in page.evaluate(PRESS)
        page.evaluate("() => { window.token = 'wrong'; }")
        assert "Please log in." in page.evaluate(PRESS)
        browser.close()


def test_the_documentation_shows_what_the_examples_do() -> None:
    said = (EXAMPLES.parent / "docs" / "integrations.md").read_text()
    for name in ("crosscheck_validate.py", "crosscheck-panel", "CROSSCHECK_URL", "CROSSCHECK_TOKEN", "item_validate"):
        assert name in said
