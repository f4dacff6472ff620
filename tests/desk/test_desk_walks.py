"""Two people, each in a browser of their own: readings that are blind, slips, moved mentions, corrections, undo, articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import desk_kit
import msgspec
import pytest
from desk_http import HERE_ONLY, Served, Site, add_people, ids, served, states
from walks import CHROMIUM, Watched

from crosscheck.document import Document
from crosscheck.store import rerun

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
TOLL = "People killed: 12 people or 14 people"
People = tuple[Watched, Watched]


def titled(document: Document) -> Document:
    """The document with titles as the report makes them."""
    made = [
        msgspec.structs.replace(f, title=f"{f.subject.capitalize()}: {' or '.join(r.value for r in f.readings)}")
        for f in document.findings
    ]
    return msgspec.structs.replace(document, findings=tuple(made))


@pytest.fixture
def desk(sqlite: str) -> Iterator[Served]:
    add_people(sqlite)
    with served(sqlite, users=True) as made:
        yield made


@pytest.fixture
def two(desk: Served, watch: Callable[..., Watched]) -> People:
    """ana and ben, logged in."""
    made = watch(desk.base), watch(desk.base)
    for someone, name in zip(made, ("ana", "ben"), strict=True):
        someone.log_in(name)
    return made


def again(desk: Served, event: int, document: Document) -> None:
    """The event is checked again."""
    with desk.database.write() as session:
        rerun.take(session, None, event, titled(document))


def everywhere(someone: Watched, event: int, number: int) -> str:
    """All that a person gets at: pages as they are shown, exports, the API."""
    told = []
    for path in (f"/findings/{number}", "/queue?state=all", f"/events/{event}", "/audit", "/waiting", "/"):
        someone.page.goto(path)
        told.append(someone.page.content())
    names = ("findings.csv", "event.json", "report.html", "baseline.json", "corrections.html", "corrections.jsonld")
    api = (
        f"findings/{number}",
        "findings",
        "judgements",
        "audit",
        f"events/{event}",
        f"events/{event}/agreement",
        "waiting",
    )
    paths = (
        [f"/events/{event}/export/{name}" for name in names] + [f"/api/v1/{path}" for path in api] + ["/audit.jsonl"]
    )
    return "\n".join([*told, *(someone.context.request.get(path).text() for path in paths)])


def test_a_second_reading_is_blind(desk: Served, two: People) -> None:
    ana, ben = two
    event = desk.import_document("Harbour fire", titled(desk_kit.harbour()), readers=2)
    number = ids(desk, event)["FIG401"]
    ana.page.goto(f"/findings/{number}")
    ana.keys("c", "1")
    ana.page.fill(".acts details[open] input[name=source]", "registry of deaths")
    ana.page.fill(".acts details[open] input[name=note]", "certain of it")
    ana.then("Enter")
    assert f"“{TOLL}” confirmed, with a note" in ana.main()
    seen = everywhere(ben, event, number)
    assert [
        w
        for w in ("registry of deaths", "certain of it", '"reading":"12 people"', "Confirmed by", "ana confirmed")
        if w in seen
    ] == []
    assert "ana judged" in seen
    assert "you see it after your own judgement" in seen
    ben.page.goto("/waiting")
    with ben.page.expect_navigation():
        ben.page.click(f"text={TOLL}")
    ben.keys("d", "1")
    ben.then("Enter")
    assert "registry of deaths" in everywhere(ben, event, number)
    for someone in two:
        someone.page.goto(f"/findings/{number}")
        assert "The readers disagree" in someone.main()
    ben.page.goto(f"/findings/{number}")
    ben.keys("c", "1")
    ben.then("Enter")
    ana.page.goto(f"/events/{event}")
    assert "ana and ben: the same verdict on 0 of 1 finding (0 %)" in ana.main()  # what each said first
    assert states(desk, event)["FIG401"] == "confirmed"


def test_a_slip_is_judged_once(desk: Served, two: People) -> None:
    ana, ben = two
    event = desk.import_document("Talks", titled(desk_kit.spokesmen()))
    ana.page.goto("/queue")
    assert ana.page.locator("[data-row]").count() == 2
    ana.then("Enter")
    ana.keys("c", "1")
    ana.then("Enter")
    assert "Judged: 3 findings confirmed." in ana.main()
    ben.page.goto("/queue")
    assert ben.page.locator("[data-row]").count() == 1
    ben.page.goto("/audit")
    assert "ana confirmed “Who said that talks go on: Li Wei or Liu Wei”" in ben.main()
    ana.then("z")
    assert set(states(desk, event).values()) == {"open"}
    ana.then("Z")
    assert list(states(desk, event).values()).count("confirmed") == 3


def test_a_mention_is_taken_out_and_put_elsewhere(desk: Served, two: People) -> None:
    ana, ben = two
    event = desk.import_document("Harbour fire", titled(desk_kit.harbour()))
    path = f"/findings/{ids(desk, event)['FIG401']}"
    ana.page.goto(path)

    def move(to: str) -> None:
        ana.page.locator("details.move summary").first.click()
        ana.page.locator("details.move[open] select").select_option(to)
        with ana.page.expect_navigation():
            ana.page.click("details.move[open] button")

    move("out")
    assert "taken out of “12 people” by ana" in ana.main()
    ben.page.goto(path)
    assert "Taken out by hand" in ben.main()
    ana.then("z")
    assert "Taken out by hand" not in ana.main()
    move("2")
    assert f"Moved: “12 people” in “{TOLL}” to “14 people”." in ana.main()
    again(desk, event, desk_kit.harbour(extra="14 people"))  # checked again, with one more article
    ben.page.goto(f"/findings/{ids(desk, event)['FIG401']}")
    assert [t.split("source")[0] for t in ben.page.locator(".reading-head").all_inner_texts()] == [
        "12 people\n1 ",
        "14 people\n3 ",
    ]


def test_a_correction_is_asked_published_and_verified(desk: Served, two: People) -> None:
    ana, ben = two
    event = desk.import_document("Harbour fire", titled(desk_kit.harbour()))
    number = ids(desk, event)["FIG401"]
    ana.page.goto(f"/findings/{number}")
    ana.keys("c", "1")
    ana.then("Enter")
    ana.page.goto(f"/events/{event}/corrections")
    ana.page.fill("input[name=note]", "page 1")
    ana.page.select_option("select[name=asked_of]", "ben")
    with ana.page.expect_navigation():
        ana.page.click("button:has-text('Correction asked')")
    ben.page.goto("/")
    ben.page.click("text=For me")
    assert "b.txt says “14 people”; right is “12 people”. page 1" in ben.main()
    ben.page.click(f"text={TOLL}")
    with ben.page.expect_navigation():
        ben.page.click("button:has-text('Published')")
    assert "Correction published by ben" in ben.main()
    again(desk, event, desk_kit.harbour(toll="12 people"))
    ana.page.goto(f"/events/{event}/corrections")
    assert "Now reads as confirmed" in ana.main()
    with ana.page.expect_navigation():
        ana.page.click("button:has-text('Verify')")
    assert "1 verified" in ana.main()
    ben.page.goto("/audit")
    assert f"ana verified the correction of “{TOLL}” in b.txt." in ben.main()


def test_undo_and_redo_say_what_they_do(desk: Served, two: People) -> None:
    ana, ben = two
    event = desk.import_document("Harbour fire", titled(desk_kit.harbour()))
    ana.page.goto(f"/findings/{ids(desk, event)['FIG401']}")
    ana.keys("u")
    ana.then("Enter")
    ana.page.goto(f"/events/{event}")
    assert f"Undo: “{TOLL}” left unsure" in ana.page.inner_text("footer")
    ben.page.goto(f"/events/{event}")
    assert "Undo" not in ben.page.inner_text("footer")  # it is hers
    ana.then("z")
    assert f"Undone: “{TOLL}” left unsure." in ana.page.inner_text(".said")
    assert f"Redo: “{TOLL}” left unsure" in ana.page.inner_text("footer")
    ana.then("Z")
    assert states(desk, event)["FIG401"] == "unsure"
    ben.page.goto("/audit")
    said = ben.main()
    assert said.index("ana again left") < said.index("ana undid: left") < said.index(f"ana left “{TOLL}” as unsure")


def test_a_view_goes_from_one_to_the_other(desk: Served, two: People) -> None:
    ana, ben = two
    desk.import_document("Spring", titled(desk_kit.many(12)))
    ana.page.goto("/queue")
    ana.page.select_option("#f-level", "error")
    ana.page.select_option("#f-sort", "newest")
    with ana.page.expect_navigation():
        ana.page.click("button:text-is('Show')")
    first = ana.page.inner_text("[data-row] h2 >> nth=0")
    ana.page.click("text=Save this view")
    ana.page.fill(".views input[name=name]", "Loud, newest first")
    with ana.page.expect_navigation():
        ana.page.click("text=Save what is shown")
    ana.page.click("text=Share or remove")
    link = ana.page.get_attribute("a:has-text('Link to')", "href")
    ben.page.goto(link)
    assert "a view of ana" in ben.main()
    assert ben.page.inner_text("[data-row] h2 >> nth=0") == first
    with ben.page.expect_navigation():
        ben.page.click("text=Keep it as my own")
    assert ben.page.locator(".chips a[aria-current]").inner_text() == "Loud, newest first"
    ben.page.check("input[name=every]")
    ben.page.click(".bulk summary:has-text('Dismiss')")
    with ben.page.expect_navigation():
        ben.page.click("text=Dismiss all selected")
    assert "Judged: 4 findings dismissed." in ben.main()
    ana.page.goto("/audit")
    assert "and 1 more: “They speak of different things”" in ana.main()
    ben.then("z")
    assert "4 findings" in ben.main()


def test_one_adds_what_the_other_judges(desk: Served, two: People) -> None:
    ana, ben = two
    event = desk.import_document("Harbour fire", titled(desk_kit.harbour()))
    number = ids(desk, event)["FIG401"]
    ben.page.goto(f"/findings/{number}")
    ben.keys("d", "2")
    ben.then("Enter")
    page = ana.page
    page.goto(f"/events/{event}")
    for text in (desk_kit.HARBOUR[0], desk_kit.HARBOUR[1], "Late\n\nThe toll is 19 people since Tuesday.\n"):
        page.click("summary:has-text('Paste an article')")
        page.fill("#paste-text", text)
        page.fill("#paste-publisher", "Gazette <b>")
        with page.expect_navigation():
            page.click("text=Add it, and check again")
    desk.wait_checked(event, 2)
    page.wait_for_selector("text=1 reopened", timeout=15_000)  # the page comes anew by itself
    assert "late.txt" in ana.main()
    assert "Gazette <b>" in ana.main()
    page.click("summary:has-text('Fetch by address')")
    assert "An admin can allow it" in ana.main()
    ben.page.goto(f"/findings/{ids(desk, event)['FIG401']}")
    assert "a new reading came, “19 people”" in ben.main()
    assert "Known variant or rounding: both hold" in ben.main()  # what he decided before is not lost


def test_an_admin_allows_what_a_checker_fetches(sqlite: str, site: Site, watch: Callable[..., Watched]) -> None:
    add_people(sqlite)
    address = site.put("/late.html", "<title>Late</title><h1>Late</h1><p>The toll is 19 people since Tuesday.</p>")
    with served(sqlite, users=True, bounds=HERE_ONLY) as desk:
        ana, root = watch(desk.base), watch(desk.base)
        for someone, name in ((ana, "ana"), (root, "root")):
            someone.log_in(name)
        page = ana.page
        page.goto("/events/new")
        page.fill("[name=name]", "Harbour fire")
        with page.expect_navigation():
            page.click("text=Make it without files")
        page.fill("#paste-text", desk_kit.HARBOUR[0])
        with page.expect_navigation():
            page.click("text=Add it, and check again")
        desk.wait_checked(1)
        root.page.click("text=Settings")
        root.page.check("input[name=fetching]")
        with root.page.expect_navigation():
            root.page.click("button:text-is('Keep')")
        page.goto("/events/1")
        page.click("summary:has-text('Fetch by address')")
        page.fill("#addresses", f"{address}\n{site.base}/nothing")
        with page.expect_navigation():
            page.click("text=Fetch, and check again")
        assert "1 of 2 came and are being checked." in ana.main()
        assert page.input_value("#addresses") == f"{site.base}/nothing"
        desk.wait_checked(1, 2)
        root.page.goto("/events/1")
        row = root.page.locator("tr:has(td.hash)")
        assert address in row.inner_text()
        with root.page.expect_download() as download:
            row.locator("a[download]").click()
        assert Path(download.value.path()).read_bytes() == site.pages["/late.html"][1]
        root.page.goto("/queue")
        assert "People killed" in root.main()
        root.page.goto("/audit")
        assert f"ana fetched {address} for “Harbour fire”." in root.main()
