"""Addresses that must not be reached, pages that must not be taken, sites that must be spared; and what is kept."""

from __future__ import annotations

import json
import socket
import time
from pathlib import Path

import fetch_kit
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.errors import CrosscheckError
from crosscheck.fetching import CannotFetch, Fetcher, address, web
from crosscheck.fetching.address import refused
from crosscheck.fetching.folder import EARLIER, Folder, stem_of
from crosscheck.fetching.web import Bounds, plain

OPEN = fetch_kit.OPEN


@pytest.mark.parametrize(
    ("given_address", "why"),
    [
        ("127.0.0.1", "this machine"),
        ("127.8.9.1", "this machine"),
        ("::1", "this machine"),
        ("::ffff:127.0.0.1", "this machine"),
        ("10.0.0.7", "a private network"),
        ("172.16.3.4", "a private network"),
        ("192.168.1.1", "a private network"),
        ("fd00::1", "a private network"),
        ("::ffff:10.0.0.7", "a private network"),
        ("64:ff9b::a00:7", "a private network"),
        ("2002:a00:7::1", "a private network"),
        ("169.254.169.254", "the local network"),
        ("fe80::1", "the local network"),
        ("fe80::1%eth0", "the local network"),
        ("224.0.0.251", "a multicast group"),
        ("ff02::1", "a multicast group"),
        ("0.0.0.0", "no one machine"),
        ("::", "no one machine"),
        ("100.64.0.1", "a reserved range"),
        ("240.0.0.1", "a private network"),
        ("255.255.255.255", "a private network"),
        ("not an address", "no network address"),
    ],
)
def test_inner_addresses_are_refused(given_address: str, why: str) -> None:
    assert refused(given_address) == why


@pytest.mark.parametrize("given_address", ["93.184.215.14", "8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses_are_not(given_address: str) -> None:
    assert refused(given_address) is None


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{}/",
        "http://localhost:{}/",
        "http://127.1:{}/",
        "http://0x7f000001:{}/",
        "http://2130706433:{}/",
    ],
)
def test_this_machine_is_not_reached_under_any_name(site: fetch_kit.Site, url: str) -> None:
    with pytest.raises(CannotFetch, match=r"leads to this machine|leads to no one|not known"):
        Fetcher(Bounds(ports=None)).fetch(url.format(site.server_port) + "fire.html")
    assert site.seen == []


def test_every_hop_is_checked(site: fetch_kit.Site) -> None:
    def only_one(found: str) -> str | None:
        return None if found == "127.0.0.1" else "elsewhere"

    bounds = msgspec.structs.replace(OPEN, check=only_one)
    with pytest.raises(CannotFetch, match=r"leads to elsewhere \(127\.0\.0\.2\), which is refused"):
        Fetcher(bounds, pause=0).fetch(f"{site.base}/inwards")


def test_a_name_with_one_inner_address_is_refused(site: fetch_kit.Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "resolve", lambda *_: ["93.184.215.14", "10.0.0.7"])
    with pytest.raises(CannotFetch, match="a private network"):
        Fetcher().fetch("http://news.example/fire.html")


def test_the_address_that_was_checked_is_the_one_that_is_asked(
    site: fetch_kit.Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that leads elsewhere at every look-up gets one look-up a hop."""
    asked = []

    def resolve(host: str, port: int, seconds: float) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    monkeypatch.setattr(web, "resolve", resolve)
    monkeypatch.setattr(socket, "getaddrinfo", _only_numbers(socket.getaddrinfo))
    page = web.get(f"http://news.example:{site.server_port}/moved", OPEN)
    assert (page.url, asked) == (f"http://news.example:{site.server_port}/fire.html", ["news.example"] * 2)
    assert site.seen[0][1]["Host"] == f"news.example:{site.server_port}"


def _only_numbers(real: object) -> object:
    def look_up(host: str, *rest: object, **more: object) -> object:
        assert host == "127.0.0.1", "a second look-up"
        return real(host, *rest, **more)  # type: ignore[operator]

    return look_up


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://news.example/", "not an http or https address"),
        ("file:///etc/passwd", "not an http or https address"),
        ("news.example/fire", "not an http or https address"),
        ("http://", "not an http or https address"),
        ("http://[::1/", "not a valid address"),
        ("http://x:99999/", "not a valid address"),
        ("http://ana:secret@news.example/", "user name or password"),
        ("http://news.example:22/", "port 22 is refused"),
        ("http://nowhere.invalid/", "the name nowhere.invalid is not known"),
    ],
)
def test_addresses_that_are_none(url: str, why: str) -> None:
    with pytest.raises(CannotFetch, match=why) as error:
        Fetcher().fetch(url)
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/none", "answered 404 Not Found"),
        ("/picture", "is image/gif, no article; HTML or plain text is wanted"),
        ("/large", "larger than 5 MB"),
        ("/bomb", "larger than 5 MB"),
        ("/cut", "broke off in the middle"),
        ("/short", "broke off in the middle"),
        ("/round", "leads through more than 5 redirects"),
        ("/file", "not an http or https address"),
    ],
)
def test_pages_that_are_not_taken(site: fetch_kit.Site, path: str, why: str) -> None:
    with pytest.raises(CannotFetch, match=why):
        Fetcher(OPEN, pause=0).fetch(site.base + path)


def test_a_page_that_drips_is_ended(site: fetch_kit.Site) -> None:
    started = time.monotonic()
    with pytest.raises(CannotFetch, match=r"no answer within 0\.4 seconds"):
        web.get(f"{site.base}/slow", msgspec.structs.replace(OPEN, seconds=0.4))
    assert time.monotonic() - started < 5  # and not after the ten that it would take


def test_a_look_up_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address.socket, "getaddrinfo", lambda *_, **__: time.sleep(1) or [])
    with pytest.raises(CannotFetch, match="no answer within"):
        web.get("http://news.example/", Bounds(seconds=0.2))


def test_robots_are_heeded_and_sites_spared(site: fetch_kit.Site) -> None:
    rules = b"User-agent: *\nDisallow: /plain\n\nUser-agent: crosscheck\nDisallow: /packed\n"
    site.pages["/robots.txt"] = (rules, 200, {"Content-Type": "text/plain"})
    fetcher = Fetcher(OPEN, pause=0.3)
    started = time.monotonic()
    fetcher.fetch(f"{site.base}/fire.html")
    fetcher.fetch(f"{site.base}/plain")
    assert time.monotonic() - started >= 0.3
    with pytest.raises(CannotFetch, match=r"robots\.txt asks programs not to"):
        fetcher.fetch(f"{site.base}/packed")
    assert [path for path, _ in site.seen] == ["/robots.txt", "/fire.html", "/plain"]
    assert str(site.seen[1][1]["User-Agent"]).startswith("crosscheck/")
    site.pages["/robots.txt"] = (b"", 503, {})
    with pytest.raises(CannotFetch, match="does not answer"):
        Fetcher(OPEN).fetch(f"{site.base}/fire.html")


def test_what_is_kept(site: fetch_kit.Site, tmp_path: Path) -> None:
    to, fetcher = Folder(str(tmp_path / "event")), Fetcher(OPEN, pause=0)
    names = [to.keep(fetcher.fetch(site.base + path)) for path in ("/fire.html", "/packed", "/plain", "/moved")]
    assert names == ["127-0-0-1-fire.html", "127-0-0-1-packed.html", "127-0-0-1-plain.txt", "127-0-0-1-fire.html"]
    assert (to.path / names[0]).read_text() == (to.path / names[1]).read_text() == fetch_kit.ARTICLE
    rows = {row["file"]: row for row in json.loads((to.path / "manifest.json").read_text())}
    assert len(rows) == 3
    row = rows[names[0]]
    assert (row["title"], row["publisher"], row["published"]) == (
        "Fire at the harbour",
        "Harbour Post",
        "2025-03-04T10:00:00+00:00",
    )
    assert row["url"] == f"{site.base}/fire.html"
    assert len(row["sha256"]) == 64
    assert row["fetched"].endswith("+00:00")
    with pytest.raises(CannotFetch, match="no article text"):
        to.keep(fetcher.fetch(f"{site.base}/nothing"))
    site.pages["/fire.html"] = (fetch_kit.ARTICLE.replace("12", "14").encode(), 200, {"Content-Type": "text/html"})
    assert Folder(str(to.path)).keep(fetcher.fetch(f"{site.base}/fire.html")) == names[0]
    assert "14 people" in (to.path / names[0]).read_text()
    (earlier,) = (to.path / EARLIER).iterdir()
    assert earlier.read_text() == fetch_kit.ARTICLE


def test_a_manifest_of_others_leads_nowhere(site: fetch_kit.Site, tmp_path: Path) -> None:
    folder = tmp_path / "event"
    folder.mkdir()
    url = f"{site.base}/fire.html"
    (folder / "manifest.json").write_text(json.dumps([{"file": "../outside.html", "url": url}]))
    name = Folder(str(folder)).keep(Fetcher(OPEN, pause=0).fetch(url))
    assert name == "127-0-0-1-fire.html"
    assert not (tmp_path / "outside.html").exists()
    (folder / "manifest.json").write_text("{")
    with pytest.raises(CrosscheckError, match="not a manifest"):
        Folder(str(folder))


def test_a_check_reads_what_was_kept(site: fetch_kit.Site, tmp_path: Path) -> None:
    from crosscheck.read import read_paths
    from crosscheck.settings import Settings

    to = Folder(str(tmp_path))
    to.keep(Fetcher(OPEN, pause=0).fetch(f"{site.base}/fire.html"))
    found = read_paths([str(tmp_path)], settings=Settings())
    assert [(a.publisher, a.url, a.title) for a in found.articles] == [
        ("Harbour Post", f"{site.base}/fire.html", "Fire at the harbour")
    ]
    assert found.unread == ()


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for url in (text, f"http://{text}", f"http://news.example/{text}"):
        try:
            found = plain(url)
        except CannotFetch:
            continue
        assert found.isascii()
        assert found.startswith(("http://", "https://"))
        assert stem_of(found).replace("-", "").isalnum()
