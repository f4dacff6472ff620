"""The report of a wide set: its size, its share of the check's time, and how soon Chromium shows and filters it.

python -m benchmarks.report [--articles 100] [--findings 300]
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from benchmarks.speed import articles
from crosscheck.document import DocReading, Document
from crosscheck.pipeline import check
from crosscheck.report.html import render
from crosscheck.settings import Settings

_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
_FILTER = """() => {
  const q = document.querySelector('input[name=q]');
  const t = performance.now();
  q.value = 'harbour';
  q.form.dispatchEvent(new Event('input'));
  document.body.getBoundingClientRect();
  return performance.now() - t;
}"""


def widened(document: Document, findings: int) -> Document:
    """The document with its findings repeated under new ids until there are enough.

    The repeated texts make every finding stand in a dozen copies; real ones stand in a few, so each reading keeps six.
    """
    base = [msgspec.structs.replace(f, readings=tuple(_few(r) for r in f.readings)) for f in document.findings]
    many = tuple(msgspec.structs.replace(base[i % len(base)], id=f"{i:016x}") for i in range(findings))
    return msgspec.structs.replace(document, findings=many)


def _few(reading: DocReading) -> DocReading:
    return msgspec.structs.replace(reading, mentions=reading.mentions[:6])


def in_browser(file: Path) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        print("no chromium: paint and filter not measured")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(file.as_uri())
        page.wait_for_timeout(500)
        print(f"first paint in Chromium              {page.evaluate(_PAINT):7.0f} ms")
        print(f"a filter by words                    {page.evaluate(_FILTER):7.0f} ms")
        browser.close()


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--findings", type=int, default=300)
    args = parser.parse_args(arguments)
    settings = Settings()
    texts = articles(args.articles, settings)
    started = time.perf_counter()
    document = check(texts, settings=settings, with_text=True)
    took = time.perf_counter() - started
    render(document)  # templates are compiled once a process
    started = time.perf_counter()
    render(document)
    made = time.perf_counter() - started
    print(
        f"{args.articles} articles, {len(document.findings)} findings: making the page / the check  {made / took:5.3f}"
    )
    page = render(widened(document, args.findings))
    print(f"{args.articles} articles, {args.findings} findings: size  {len(page.encode()) / 1e6:5.2f} MB")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        file.write_text(page, encoding="utf-8")
        in_browser(file)


if __name__ == "__main__":
    main()
