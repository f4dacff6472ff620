"""What the walks in a real browser share: pages that note the console's errors, people who log in, axe, widths."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from desk_http import PASSWORD

CHROMIUM = next((p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(p).exists()), None)
Page = Any


class Watched:
    """A page that notes down every error of the browser's console, blocked content among them.

    Questions of the browser ("leave this page?") are answered with ``stay`` and kept in ``asked``.
    """

    def __init__(self, browser: Any, base: str, **options: Any) -> None:
        self.context = browser.new_context(base_url=base, **options)
        self.page = self.context.new_page()
        self.errors: list[str] = []
        self.asked: list[str] = []
        self.stay = False
        self.page.on("console", lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda e: self.errors.append(str(e)))
        self.page.on("dialog", self._answer)

    def _answer(self, dialog: Any) -> None:
        self.asked.append(dialog.type)
        dialog.dismiss() if self.stay else dialog.accept()

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def then(self, *keys: str) -> None:
        """Keys whose last one leads to another page."""
        with self.page.expect_navigation():
            self.keys(*keys)

    def log_in(self, name: str) -> None:
        self.page.goto("/login")
        self.page.wait_for_function("document.activeElement.name === 'name'")  # the field takes the focus by itself
        self.page.keyboard.type(name)
        self.keys("Tab")
        self.page.keyboard.type(PASSWORD)
        self.then("Enter")
        assert "/login" not in self.page.url, self.page.text_content("main")

    def main(self) -> str:
        """The text of the page, white space as single spaces."""
        return " ".join((self.page.text_content("main") or "").split())


def axe_source() -> str:
    package = pytest.importorskip("axe_playwright_python")
    return (Path(package.__file__).parent / "axe.min.js").read_text()


def axe_on(page: Page, axe: str) -> list[str]:
    """What axe says of a page, with all disclosures open, a line each."""
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.removeAttribute('name'); d.open = true; })")
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{page.url} {v['id']}: {v['nodes'][0]['html'][:200]}" for v in found["violations"]]
