"""Articles added to an event by file, paste and address: checked again, no judgement lost, evidence kept."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import desk_kit
import pytest
from desk_http import HERE_ONLY, Browser, Served, Site, add_people, ids, served, states

from crosscheck.store import events

ARTICLES = {
    "a.txt": "Fire at the harbour\n\nIt killed 12 people on Monday, the harbour master said.\n",
    "b.txt": "Harbour burns\n\nRescuers counted 14 people dead on Monday.\n",
}
LATE = "<html><head><title>Late news</title></head><body><article><h1>Late news</h1><p>{}</p></article></body></html>"


@contextmanager
def fetching_desk(url: str, **options: object) -> Iterator[tuple[Served, Browser, int]]:
    """A desk that may fetch from this machine, with one event of two files."""
    with served(url, bounds=HERE_ONLY, **options) as desk:
        browser = desk.browser()
        yield desk, browser, upload(desk, browser)


def upload(desk: Served, browser: Browser) -> int:
    files = [("files", (name, text.encode())) for name, text in ARTICLES.items()]
    answer = browser.post("/events/new", files=files, name="Harbour fire")
    event = int(re.search(r"/events/(\d+)", answer.headers["location"])[1])
    desk.wait_checked(event)
    return event


def paths(desk: Served, event: int) -> dict[str, str | None]:
    """(path, publisher) of the articles that are there."""
    with desk.database.read() as session:
        return {a.path: a.publisher for a, present in events.article_heads(session, event) if present}


def test_an_article_is_pasted(url: str) -> None:
    with served(url) as desk:
        browser = desk.browser()
        event = upload(desk, browser)
        number = ids(desk, event)["FIG401"]
        browser.post(f"/findings/{number}/judge", verdict="confirmed", reading="12 people")
        text = "Toll\r\n\r\nThe toll is 12 people since <b>Tuesday</b>.\r\n"
        sent = {
            "publisher": "The Gazette",
            "published": "2025-03-05",
            "url": "https://gazette.example/1",
            "role": "source",
        }
        browser.post(f"/events/{event}/paste", text=text, title="Toll of the fire", **sent)
        desk.wait_checked(event, 2)
        assert paths(desk, event)["toll-of-the-fire.txt"] == "The Gazette"
        assert states(desk, event) == {"FIG401": "confirmed", "DAT301": "open"}  # no judgement is lost
        page = browser.get(f"/events/{event}")
        assert "5 March 2025" in page
        browser.post(f"/events/{event}/paste", text=f"{text}More follows.", title="Toll of the fire", **sent)
        desk.wait_checked(event, 3)
        assert "toll-of-the-fire-2.txt" in paths(desk, event)


@pytest.mark.parametrize(
    ("sent", "field", "said"),
    [
        ({"text": " \n"}, "text", "Paste the text"),
        ({"text": "x", "published": "yesterday"}, "published", "A day as in"),
        ({"text": "x", "url": "javascript:alert(1)"}, "url", "begins with http"),
        ({"text": "x", "role": "god"}, "role", "a source, a primary document or a draft"),
    ],
)
def test_a_pasted_article_that_is_refused_stays_in_the_form(
    sqlite: str, sent: dict[str, str], field: str, said: str
) -> None:
    with served(sqlite) as desk:
        browser = desk.browser()
        event = desk.import_document("Harbour fire", desk_kit.harbour())
        page = browser.post(f"/events/{event}/paste", 400, publisher="<The> Gazette", **{"role": "source"} | sent).text
        assert f'id="problem-paste-{field}" role="alert">' in page
        assert said in page
        assert 'value="&lt;The&gt; Gazette"' in page


def test_addresses_are_fetched_only_when_an_admin_allowed_it(url: str, site: Site) -> None:
    add_people(url)
    address = site.put("/late.html", LATE.format("The toll is 19 people."))
    with served(url, users=True, bounds=HERE_ONLY) as desk:
        ana, root = desk.browser("ana"), desk.browser("root")
        event = upload(desk, ana)
        assert "This desk does not fetch addresses" in ana.get(f"/events/{event}")
        assert "an admin can allow it" in ana.post(f"/events/{event}/addresses", 403, addresses=address).text
        assert site.asked == []
        ana.post("/settings", 403, fetching="yes")
        assert root.http.post("/settings", data={"fetching": "yes"}).status_code == 400  # without its token
        root.post("/settings", fetching="yes")
        assert "root allowed that articles are fetched" in re.sub(r"<[^>]+>", "", root.get("/audit"))
        ana.post(f"/events/{event}/addresses", addresses=address)
        desk.wait_checked(event, 2)
        assert states(desk, event)["FIG401"] == "open"
        assert "late.html" in site.asked[-1]
        desk.browser("rea").post(f"/events/{event}/addresses", 403, addresses=address)
        root.post("/settings")
        ana.post(f"/events/{event}/addresses", 403, addresses=address)


def test_what_was_fetched_is_kept_as_evidence(url: str, site: Site) -> None:
    first, second = (LATE.format(f"The toll is {number} people, <b>say</b> 'rescuers'.") for number in (19, 21))
    address = site.put("/news/late.html", first)
    with fetching_desk(url) as (desk, browser, event):
        browser.post("/settings", fetching="yes")
        number = ids(desk, event)["DAT301"] if "DAT301" in ids(desk, event) else ids(desk, event)["FIG401"]
        browser.post(f"/findings/{number}/judge", verdict="dismissed", own_reason="two counts")
        browser.post(f"/events/{event}/addresses", addresses=f"{address}#top")
        desk.wait_checked(event, 2)
        site.put("/news/late.html", second)
        browser.post(f"/events/{event}/addresses", addresses=address)
        desk.wait_checked(event, 3)
        page = browser.get(f"/events/{event}")
        for text in (first, second):
            assert hashlib.sha256(text.encode()).hexdigest() in page
        links = re.findall(rf'href="(/events/{event}/fetched/\d+)"', page)
        answers = [browser.http.get(link) for link in links]
        assert [a.content for a in answers] == [second.encode(), first.encode()]  # byte for byte, the newest first
        assert answers[0].headers["content-type"] == "application/octet-stream"
        assert answers[0].headers["content-disposition"].startswith("attachment")
        assert "sandbox" in answers[0].headers["content-security-policy"]
        with desk.database.read() as session:
            heads = [a for a, present in events.article_heads(session, event) if present]
        (late,) = [a for a in heads if a.path.endswith(".html")]
        assert late.url == address
        assert "21 people" in browser.get(f"/findings/{ids(desk, event)['FIG401']}")
        browser.post(f"/events/{event}/files", remove=late.path)
        desk.wait_checked(event, 4)
        assert hashlib.sha256(second.encode()).hexdigest() in browser.get(f"/events/{event}")  # evidence stays
        assert browser.http.get(f"/events/{event + 1}/fetched/1").status_code == 404
        kept = json.loads(browser.get(f"/events/{event}/export/event.json"))["fetched"]
        assert [row["url"] for row in kept] == [address, address]
        logged = re.sub(r"<[^>]+>", "", browser.get("/audit"))
        assert f"local fetched {address} for “Harbour fire”" in logged
        assert states(desk, event)["FIG401"] == "dismissed"


def test_what_fails_stays_in_the_form_and_the_rest_is_kept(sqlite: str, site: Site) -> None:
    good = site.put("/good.txt", "Late\n\nThe toll is 19 people.\n", "text/plain")
    picture = site.put("/picture", "x", "image/png")
    with fetching_desk(sqlite) as (desk, browser, event):
        browser.post("/settings", fetching="yes")
        sent = f"{good}\n{site.base}/none.html {picture}\nftp://x.example/"
        page = browser.post(f"/events/{event}/addresses", 400, addresses=sent).text
        assert "1 of 4 came and are being checked." in page
        assert "none.html answered 404" in page
        assert "no article; HTML or plain text is wanted" in page
        kept = re.search(r'name="addresses"[^>]*>([^<]*)</textarea>', page)[1].split()
        assert kept == [f"{site.base}/none.html", picture, "ftp://x.example/"]
        desk.wait_checked(event, 2)
        assert "19 people" in browser.get("/queue?q=19+people")
        assert (
            "At most 5 addresses"
            in browser.post(
                f"/events/{event}/addresses", 400, addresses=" ".join(f"http://x.example/{i}" for i in range(6))
            ).text
        )


def test_no_inner_network_is_ever_reached(sqlite: str, site: Site) -> None:
    site.put("/late.html", LATE.format("The toll is 19 people."))
    with served(sqlite) as desk:  # with the bounds that a real desk has
        browser = desk.browser()
        event = desk.import_document("Harbour fire", desk_kit.harbour())
        browser.post("/settings", fetching="yes")
        for address in (
            f"{site.base}/late.html",
            "http://127.0.0.1/",
            "http://[::1]/",
            "http://169.254.169.254/latest/",
        ):
            page = browser.post(f"/events/{event}/addresses", 400, addresses=address).text
            assert "refused" in page, address
        assert site.asked == []


def test_articles_by_api(url: str, site: Site) -> None:
    address = site.put("/late.html", LATE.format("The toll is 19 people."))
    with fetching_desk(url) as (desk, browser, event):
        api = desk.api()
        assert api.post(f"/events/{event}/articles", json={}).json()["error"]["code"] == "empty"
        answer = api.post(f"/events/{event}/articles", json={"addresses": [address]})
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "forbidden")
        browser.post("/settings", fetching="yes")
        sent = {"articles": [{"path": "x", "text": "Echo\n\nIt killed 21 people."}], "addresses": [address]}
        broken = api.post(f"/events/{event}/articles", json=sent | {"addresses": [address, f"{site.base}/none"]})
        assert broken.json()["error"]["code"] == "not_fetched"
        assert len(paths(desk, event)) == 2
        assert api.post(f"/events/{event}/articles", json=sent).status_code == 202
        desk.wait_checked(event, 2)
        assert len(paths(desk, event)) == 4
        assert api.get(f"/events/{event}/fetched").json()[0]["url"] == address


def test_articles_are_added_beside_a_folder(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "fire"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text)
    (folder / "manifest.json").write_text(json.dumps([{"file": "a.txt", "publisher": "Gazette"}]))
    with served(url, folders=[folder.resolve()]) as desk:
        desk.wait_checked(1)
        browser = desk.browser()
        browser.post(
            "/events/1/paste", text="Late\n\nThe toll is 19 people.\n", title="a", publisher="Echo", role="source"
        )
        desk.wait_checked(1, 2)
        assert paths(desk, 1) == {"a.txt": "Gazette", "b.txt": None, "added-a.txt": "Echo"}
        assert sorted(p.name for p in folder.iterdir()) == [
            "a.txt",
            "b.txt",
            "manifest.json",
        ]  # nothing is written there
        browser.post("/events/1/files", remove="a.txt")
        desk.wait_checked(1, 3)
        assert paths(desk, 1) == {"a.txt": "Gazette", "b.txt": None}


def test_an_event_can_begin_without_files(desk: Served) -> None:
    browser = desk.browser()
    assert 'id="problem-new-name"' in browser.post("/events/new", 400, do="empty", name=" ").text
    answer = browser.post("/events/new", do="empty", name="Storm", readers="2")
    event = int(re.search(r"/events/(\d+)", answer.headers["location"])[1])
    assert "Add its articles" in browser.get(answer.headers["location"])
    for text in ARTICLES.values():
        browser.post(f"/events/{event}/paste", text=text, role="source")
    desk.wait_checked(event, 1)
    for _ in range(100):
        if len(paths(desk, event)) == 2:
            break
        desk.wait_checked(event, 2)
    assert set(paths(desk, event)) == {"fire-at-the-harbour.txt", "harbour-burns.txt"}


def test_what_is_added_during_a_check_is_checked_too(sqlite: str) -> None:
    with served(sqlite) as desk:
        browser = desk.browser()
        event = upload(desk, browser)
        browser.post(
            f"/events/{event}/paste", text="PLEASE WAIT\n\nThe toll is 19 people.\n", title="slow", role="source"
        )
        for _ in range(200):  # until that check has read its files
            if desk.desk.checks.jobs.step(latest(desk, event)) and state(desk, event) == "running":
                break
        browser.post(f"/events/{event}/paste", text="Late\n\nThe toll is 21 people.\n", title="late", role="source")
        desk.wait_checked(event, 3)
        assert "late.txt" in paths(desk, event)


def latest(desk: Served, event: int) -> str:
    from crosscheck.store import jobs

    with desk.database.read() as session:
        found = jobs.latest(session, event)
        return found.id if found else ""


def state(desk: Served, event: int) -> str:
    from crosscheck.store import jobs

    with desk.database.read() as session:
        found = jobs.latest(session, event)
        return found.state if found else ""
