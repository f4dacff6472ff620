"""Several pages in turn, as a guest should: robots.txt is heeded (RFC 9309), and no site is asked twice in a second."""

from __future__ import annotations

import time
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import msgspec

from crosscheck.fetching.web import Bounds, CannotFetch, Page, get

PAUSE = 1.0  # seconds between requests to one site: what a person who opens articles in tabs does
LONGEST_PAUSE = 10.0  # a site that asks for more with Crawl-delay gets this; a person waits
_ROBOTS_BYTES = 512_000  # RFC 9309 asks for 500 kibibytes at least


class Fetcher:
    """Fetches pages, one after the other. Not for several threads at once."""

    def __init__(self, bounds: Bounds = Bounds(), *, pause: float = PAUSE) -> None:
        self.bounds = bounds
        self.pause = pause
        self._robots: dict[str, RobotFileParser | None] = {}
        self._last: dict[str, float] = {}

    def fetch(self, url: str) -> Page:
        """The page at an address. Raises :class:`CannotFetch` with the reason, one line without the address."""
        return get(url, self.bounds, permit=self._permit)

    def _permit(self, url: str) -> None:
        """Wait for one's turn. Raises :class:`CannotFetch` where robots.txt says no."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._ask_robots(site)
        rules = self._robots[site]
        if rules is None:
            raise CannotFetch("its robots.txt does not answer, so that it is not known whether programs are welcome")
        if not rules.can_fetch("crosscheck", url):
            raise CannotFetch("its robots.txt asks programs not to fetch this page")
        delay = rules.crawl_delay("crosscheck")
        self._wait(site, min(LONGEST_PAUSE, max(self.pause, float(delay or 0))))

    def _wait(self, site: str, pause: float) -> None:
        left = self._last.get(site, -pause) + pause - time.monotonic()
        if left > 0:
            time.sleep(left)
        self._last[site] = time.monotonic()

    def _ask_robots(self, site: str) -> RobotFileParser | None:
        """A site's rules: all is allowed where it has none; None where it fails to answer (RFC 9309, section 2.3.1)."""
        rules = RobotFileParser()
        bounds = msgspec.structs.replace(self.bounds, max_bytes=min(_ROBOTS_BYTES, self.bounds.max_bytes))
        page = get(f"{site}/robots.txt", bounds, any_type=True)
        if page.status >= 500:
            return None
        text = page.data.decode("utf-8", "replace") if page.status == 200 else ""
        rules.parse(text.splitlines())
        return rules
