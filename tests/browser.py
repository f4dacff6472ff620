"""A real browser for the tests of pages: Debian's Chromium through Playwright. Skipped, with the reason, where absent."""

from __future__ import annotations

import os
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

    def again(self, env: dict[str, str]) -> _Patient:
        """A second browser of the same sort in another environment."""
        executable = _chromium()
        return _Patient(self._browser.browser_type.launch(executable_path=executable, args=FLAGS, env=env))

    def close(self) -> None:
        self._browser.close()


def watched(browser: Any, address: str) -> Iterator[Any]:
    """A page at an address, for a fixture: no error, warning, dialog or request elsewhere may come up while it is used."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    trouble: list[str] = []
    page.on("pageerror", lambda e: trouble.append(str(e)))
    page.on("console", lambda m: trouble.append(m.text) if m.type in ("error", "warning") else None)
    page.on("dialog", lambda d: (trouble.append(f"dialog {d.message}"), d.dismiss()))
    page.on("request", lambda r: trouble.append(r.url) if not r.url.startswith("file:") else None)
    page.goto(address)
    yield page
    context.close()
    assert trouble == []


FONT_SETS = ("system", "dejavu")
_DEJAVU = Path("/usr/share/fonts/truetype/dejavu")


def with_fonts(browser: Any, name: str, folder: Path) -> Iterator[Any]:
    """The browser, or another that knows only one family of fonts, closed at the end: DejaVu is wider than most."""
    if name == "system":
        yield browser
        return
    if not _DEJAVU.is_dir():
        pytest.skip("no DejaVu fonts on this machine: pages are not tested under a second set of fonts")
    known = folder / "fonts.conf"
    known.write_text(f"<fontconfig><dir>{_DEJAVU}</dir><cachedir>{folder}</cachedir></fontconfig>\n", encoding="utf-8")
    other = browser.again({**os.environ, "FONTCONFIG_FILE": str(known)})
    yield other
    other.close()


def launch() -> Iterator[object]:
    """A headless browser, closed at the end."""
    chromium = _chromium()
    if chromium is None:
        pytest.skip("no chromium on this machine: pages are not tested in a browser")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield _Patient(browser)
        browser.close()


def _chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


def violations(page: object) -> list[str]:
    """What axe finds wrong on a page, a line each."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    source = Path(axe.__file__).parent / "axe.min.js"
    page.evaluate(source.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    result = page.evaluate("() => axe.run()")  # type: ignore[attr-defined]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in result["violations"]]
