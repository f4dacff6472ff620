"""A real browser for the tests of pages: Debian's Chromium through Playwright. Skipped, with the reason, where absent."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class _Patient:
    """A browser whose contexts wait a minute: a busy machine is no failure of the page."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser

    def new_context(self, **options: Any) -> Any:
        context = self._browser.new_context(**options)
        context.set_default_timeout(60_000)
        return context

    def new_page(self, **options: Any) -> Any:
        return self.new_context(**options).new_page()


def launch() -> Iterator[object]:
    """A headless browser, closed at the end."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no chromium on this machine: pages are not tested in a browser")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield _Patient(browser)
        browser.close()


def violations(page: object) -> list[str]:
    """What axe finds wrong on a page, a line each."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    source = Path(axe.__file__).parent / "axe.min.js"
    page.evaluate(source.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    result = page.evaluate("() => axe.run()")  # type: ignore[attr-defined]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in result["violations"]]
