"""The desk in a real browser: two people by keyboard alone, the same without scripts, and axe on every page."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import desk_kit
import pytest
from desk_http import NAMES, PASSWORD, Command, Served, add_people, ids, served
from walks import CHROMIUM, Watched, axe_on, axe_source

from crosscheck.desk.limits import Limits
from crosscheck.store import events, files, findings, jobs
from crosscheck.store.migrate import open_database
from crosscheck.store.views import Actor

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
ROOT = Path(__file__).parents[2]


# --- by keyboard -----------------------------------------------------------------------------------------------------


def seeds() -> Path:
    shared = ROOT.parent / "shared" / "seeds"
    if shared.is_dir():
        return shared
    own = sorted(p for p in (ROOT / "seeds").glob("*") if p.is_dir())
    if not own:
        pytest.skip("there are no seeds")
    return own[0]


def decisions(url: str) -> dict[str, tuple[str, str]]:
    """By content id: the state of each finding, and who judged."""
    database = open_database(url)
    with database.read() as session:
        found = {
            row.finding: (
                row.state,
                next((j.account for j in findings.judgements(session, finding=row.id) if j.standing == "current"), ""),
            )
            for row, _ in findings.of_event(session, 1)
        }
    database.close()
    return found


def wait_for_run(url: str, number: int) -> None:
    import time

    database = open_database(url)
    for _ in range(1200):
        with database.read() as session:
            job = jobs.latest(session, 1)
            if len(events.runs(session, 1)) >= number:
                database.close()
                return
        assert job is None or job.state != "failed", job
        time.sleep(0.1)
    raise AssertionError("the check did not end")


def judge_with_keys(someone: Watched, number: int) -> int:
    """From a finding's page on, judge up to ``number`` findings, in turn as confirmed, dismissed and unsure."""
    done = 0
    while done < number and "/findings/" in someone.page.url:
        match done % 3:
            case 0:
                someone.then("c", "1", "Enter")
            case 1:
                someone.then("d", "2", "Enter")
            case _:
                someone.then("u", "Enter")
        done += 1
    return done


def test_two_people_by_keyboard_alone(
    command: Callable[..., Command], watch: Callable[..., Watched], tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    folder = tmp_path / "summit"
    shutil.copytree(seeds(), folder)
    add_people(url)
    desk = command("--users", "--database", url, str(folder))
    wait_for_run(url, 1)
    total = len(decisions(url))
    assert total >= 4

    ana = watch(desk.base)
    ana.log_in("ana")
    ana.then("j", "Enter")  # the event
    ana.then("j")  # its queue
    ana.then("Enter")  # the first finding
    half = judge_with_keys(ana, total // 2)
    assert half == total // 2
    before = decisions(url)
    hers = sum(who == "ana" for _, who in before.values())
    assert hers >= half  # findings of one slip are judged by one act
    ana.then("z")
    assert sum(who == "ana" for _, who in decisions(url).values()) < hers
    judged = judge_with_keys(ana, 1)
    assert judged == 1
    # confirmed, where it was perhaps something else: as many as before
    assert sum(who == "ana" for _, who in decisions(url).values()) == hers
    ana.keys("n")
    ana.page.keyboard.type("ask the delegation")
    ana.then("Tab", "Enter")
    desk.kill()

    desk = command("--users", "--database", url, str(folder))
    ben = watch(desk.base)
    ben.log_in("ben")
    ben.page.goto("/queue")
    ben.then("Enter")
    judge_with_keys(ben, total)
    assert "Nothing left to do here" in ben.page.text_content("main")
    settled = decisions(url)
    assert {who for _, who in settled.values()} == {"ana", "ben"}
    assert len(before) == len(settled) == total
    again = watch(desk.base)
    again.log_in("ana")
    again.page.goto("/queue")
    again.then("z")  # her note, after the restart
    again.then("z")  # and her last judgement
    assert sum(state == "open" for state, _ in decisions(url).values()) == 1
    again.then("c")  # from the queue: the form on the finding's page
    again.then("1", "Enter")
    settled = decisions(url)
    desk.stop()

    names = sorted(p for p in folder.iterdir() if p.suffix == ".txt")
    names[0].write_text(names[0].read_text() + "\nThe page was last updated by the night desk.\n")
    (folder / "zzz_copy.txt").write_text(names[1].read_text().replace("\n", "\n\n", 1))
    desk = command("--users", "--database", url, str(folder))
    wait_for_run(url, 2)
    ben = watch(desk.base)
    ben.log_in("ben")
    ben.page.goto("/events/1")
    assert "zzz_copy.txt" in ben.page.text_content("main")
    export = ben.context.request.get("/events/1/export/event.json").json()
    kept = {f["finding"]["finding"]: f for f in export["findings"]}
    for content, (state, who) in settled.items():
        worked = kept[content]  # gone or there: it is in the record
        standing = [j for j in worked["judgements"] if j["standing"] == "current"]
        assert standing, (worked, state, who)
        assert (worked["finding"]["state"], standing[0]["account"]) == (state, who)
    assert sum(f["finding"]["present"] for f in export["findings"]) >= 0.7 * total
    assert ben.context.request.get("/api/v1/audit/check").json()["sound"]


def test_the_queue_by_keyboard(watch: Callable[..., Watched], sqlite: str) -> None:
    with served(sqlite) as desk:
        desk.import_document("Spring", desk_kit.many(12))
        someone = watch(desk.base)
        page = someone.page
        page.goto("/queue")
        someone.keys("x", "j", "j", "x", "k")
        assert page.locator("input[name=pick]:checked").count() == 2
        assert "(2)" in page.text_content("#bulk")
        someone.keys("d", "3")
        someone.then("Enter")
        assert "Judged: 2 findings dismissed." in page.text_content(".said")
        assert "10 findings" in page.text_content("main")
        someone.then("z")
        assert "12 findings" in page.text_content("main")
        someone.then("c")  # nothing selected: the current row's own form
        assert page.url.endswith("do=confirm")
        assert page.locator("details[open] >> text=What is right?").count() == 1
        someone.keys("Escape")
        assert page.locator(".acts details[open]").count() == 0
        someone.then("j")
        someone.keys("/")
        page.keyboard.type("company 7")
        someone.then("Enter")
        assert "1 finding" in page.text_content("main")
        someone.then("?")
        assert page.url.endswith("/keys")


def test_articles_are_scrolled_to_the_words(watch: Callable[..., Watched], sqlite: str) -> None:
    long = "Filler paragraph, which says nothing in particular.\n\n" * 80
    articles = [
        desk_kit.article("a.txt", f"A\n\n{long}It killed 12 people.\n\n{long}"),
        desk_kit.article("b.txt", f"B\n\n{long}{long}Some 14 people died.\n\n{long}"),
    ]
    found = desk_kit.finding(articles, "FIG401", "toll", [("12 people", ["a.txt"]), ("14 people", ["b.txt"])])
    with served(sqlite) as desk:
        desk.import_document("Long", desk_kit.document(articles, [found]))
        for scripts in (True, False):
            page = watch(desk.base, java_script_enabled=scripts, viewport={"width": 1280, "height": 900}).page
            page.goto("/findings/1")
            for panel in page.locator(".panel-text").all():
                panel.scroll_into_view_if_needed()
                box, words = panel.bounding_box(), panel.locator("mark").first.bounding_box()
                assert box["y"] <= words["y"] <= box["y"] + box["height"], scripts


def test_progress_of_a_check_is_shown(watch: Callable[..., Watched], sqlite: str) -> None:
    with served(sqlite) as desk:
        page = watch(desk.base).page  # first: a browser may take longer to start than the check
        articles = [{"path": f"{i}.txt", "text": f"PLEASE WAIT\n\nIt killed {i} people."} for i in range(3)]
        event = desk.api().post("/events", json={"name": "Slow", "articles": articles}).json()["event"]["id"]
        page.goto(f"/events/{event}")
        assert page.locator("[data-job]").count() == 1
        page.wait_for_selector("text=1 finding to do", timeout=15_000)  # the page comes anew by itself


# --- without scripts -------------------------------------------------------------------------------------------------


def test_the_same_without_scripts(watch: Callable[..., Watched], sqlite: str, tmp_path: Path) -> None:
    add_people(sqlite)
    files = []
    for name, text in (
        ("a.txt", "Fire\n\nIt killed 12 people on Monday.\n"),
        ("b.txt", "Blaze\n\nOn Tuesday 14 people died.\n"),
    ):
        (tmp_path / name).write_text(text)
        files.append(str(tmp_path / name))
    with served(sqlite, users=True) as desk:
        ana, ben = (watch(desk.base, java_script_enabled=False) for _ in range(2))
        for someone, name in ((ana, "ana"), (ben, "ben")):
            someone.page.goto("/")
            someone.page.fill("[name=name]", name)
            someone.page.fill("[name=password]", PASSWORD)
            someone.page.click("main button")
        page = ana.page
        page.click("text=New event from files")
        page.fill("[name=name]", "Harbour fire")
        page.set_input_files("[name=files]", files)
        page.check("text=Two readers")
        page.click("text=Check these articles")
        desk.wait_checked(1)
        page.click("text=Look again")
        page.click("text=2 findings to do")
        page.click("text=People killed")
        page.click("summary:has-text('Confirm')")
        page.check("li:has-text('12 people') input[type=radio]")
        page.fill("[name=source]", "the coroner")
        page.click("button:text-is('Confirm')")
        assert "Judged: “People killed” confirmed." in page.text_content("main")
        page.click("summary:has-text('Dismiss')")
        page.fill("[name=own_reason]", "time zones")
        page.click("button:text-is('Dismiss')")
        other = ben.page
        other.click("text=Queue")
        other.click("text=People killed")
        assert "you see it after your own judgement" in other.text_content("main")
        other.click("summary:has-text('Dismiss')")
        other.check("text=One source copied the other")
        other.click("button:text-is('Dismiss')")
        page.goto("/queue?state=disagreement")
        page.click("text=People killed")
        assert "The readers disagree" in page.text_content("main")
        other.goto("/queue?state=disagreement")
        other.click("text=People killed")
        other.click(".record button:text-is('Undo')")
        assert "Undone: “People killed” dismissed." in other.text_content("main")
        other.click("summary:has-text('Confirm')")
        other.check("li:has-text('12 people') input[type=radio]")
        other.click("button:text-is('Confirm')")
        page.goto("/queue?state=all")
        page.check("li:has-text('Day of the fire') input[name=pick]")
        page.click("summary:has-text('Unsure')")
        page.click("text=Mark all selected as unsure")
        assert "Judged: “Day of the fire” left unsure." in page.text_content("main")
        page.click(".said button")
        assert "Undone: “Day of the fire” left unsure." in page.text_content("main")
        page.goto("/events/1")
        with page.expect_download() as download:
            page.click("text=Everything")
        kept = json.loads(Path(download.value.path()).read_text())
        by_rule = {f["finding"]["rule"]: f["finding"]["state"] for f in kept["findings"]}
        assert by_rule == {"FIG401": "confirmed", "DAT301": "second"}


# --- for everybody ---------------------------------------------------------------------------------------------------


LOOKS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    "laptop": {"viewport": {"width": 1024, "height": 768}, "color_scheme": "light"},
    "phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True},
    "small": {"viewport": {"width": 320, "height": 640}, "color_scheme": "light", "has_touch": True},
    "contrast": {"viewport": {"width": 1280, "height": 900}, "forced_colors": "active"},
}


def every_page(desk: Served) -> list[str]:
    """An event with every state, and the paths of all pages."""
    event = desk.import_document("Harbour fire", desk_kit.harbour(extra="19 people"), readers=2)
    desk.import_document("Spring", desk_kit.many(14))
    talks = desk.import_document("Talks", desk_kit.spokesmen())
    for name in ("ana", "ben"):
        browser = desk.browser(name)
        browser.post("/findings/1/judge", verdict="confirmed", reading="12 people" if name == "ana" else "14 people")
        browser.post("/findings/1/note", text="ask the coroner")
    with desk.database.read() as session:
        one = findings.view(session, 1).document.readings[0].mentions[0]
    browser.post("/findings/1/move", article=one.article, start=str(one.start), to="out")
    browser.post("/findings/7/judge", verdict="confirmed")
    browser.post("/findings/3/judge", verdict="dismissed", reason="x")
    browser.post("/findings/4/judge", verdict="duplicate", duplicate_of="5")
    browser.post("/findings/4/assign", assignee="ana")
    browser.post(
        "/findings/4/note", text="@root please look at https://registry.example/a/long/address/that/does/not/break"
    )
    browser.post("/findings/7/correction", path="a.txt", step="asked", asked_of="root", note="page 1")
    root = desk.browser("root")
    root.post("/settings", fetching="yes")
    for name in ("Loud", "A name of a view that is as long as names of views can be, and a little longer"):
        root.post("/views?level=error&sort=title", name=name[:80])
    keep_page(desk, event)
    with desk.database.write() as session:
        from crosscheck.store import rerun

        rerun.take(session, None, event, desk_kit.harbour(extra="21 people"))
    with desk.database.read() as session:
        article = events.article_heads(session, event)[0][0].id
        reopened = next(r.id for r, _ in findings.of_event(session, event) if r.state == "reopened")
    return [
        "/", "/events/new", f"/events/{event}", "/events/2", "/events/2/corrections", f"/events/{event}/compare", f"/events/{event}/articles/{article}?finding={reopened}",
        "/queue", "/queue?state=all&event=2&said=judged", "/queue?state=gone", "/queue?q=nothing", f"/queue?event={talks}", f"/findings/{ids(desk, talks)['QUO502']}",
        "/waiting", "/settings", "/audit?who=ana", "/queue?level=error&sort=title", "/views/1", "/events/2/nothing",
        "/findings/1", f"/findings/{reopened}?do=confirm", f"/findings/{reopened}?do=dismiss&said=judged",
        f"/findings/{reopened}?do=note", "/findings/4?do=duplicate", "/audit", "/keys", "/people", "/account", "/nope",
    ]  # fmt: skip


def keep_page(desk: Served, event: int) -> None:
    """A page as if it had been fetched, from a long address."""
    with desk.database.write() as session:
        who = Actor(id=1, name="ana", role="checker")
        address = f"https://news.example/{'a-long-path-' * 12}"
        told = {"asked": address, "url": f"{address}?q=1", "at": "2025-03-04T10:00:00+00:00", "media": "text/html"}
        files.keep_page(session, who, event, told | {"ending": ".html"}, b"<p>It killed 12 people.</p>", "late")


def refused_forms(desk: Served) -> list[tuple[str, str, dict[str, str]]]:
    """(page, form that is sent there, fields): each is refused."""
    return [
        ("/findings/5?do=dismiss", "form:has([value=dismissed])", {}),
        ("/findings/5?do=duplicate", "form:has([value=duplicate])", {}),
        ("/people", "form[action='/people']", {"name": "ana"}),
        ("/keys", "form[action='/keys']", {"key-0": "7"}),
        ("/events/1", "form[action$='/addresses']", {"addresses": "ftp://x.example/"}),
        ("/events/1", "form[action$='/paste']", {"text": " \u00a0 "}),
    ]


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(watch: Callable[..., Watched], sqlite: str, look: str) -> None:
    axe = axe_source()
    add_people(sqlite)
    with served(sqlite, users=True, limits=Limits(page_rows=10)) as desk:
        paths = every_page(desk)
        someone = watch(desk.base, **LOOKS[look])
        someone.page.goto("/login")
        problems = axe_on(someone.page, axe)
        someone.log_in("root")
        for path in paths:
            someone.page.goto(path)
            problems += looked_at(someone, axe, look)
        for path, form, fields in refused_forms(desk):
            someone.page.goto(path)
            opened = someone.page.locator(f"main {form}").last
            someone.page.evaluate(
                "document.querySelectorAll('details').forEach((d) => { d.removeAttribute('name'); d.open = true; })"
            )
            for name, text in fields.items():
                opened.locator(f"[name={name}]").last.fill(text)
            with someone.page.expect_navigation():
                opened.locator("button").first.click()
            assert someone.page.locator(".problem").count() == 1, path
            problems += looked_at(someone, axe, look)
    assert problems == []
    assert set(NAMES) >= {"ana", "root"}


def looked_at(someone: Watched, axe: str, look: str) -> list[str]:
    """What axe says of a page as it is shown, whose width must fit; kept as a picture where those are wanted."""
    page = someone.page
    if shots := os.environ.get("DESK_SHOTS"):
        name = page.url.split("/", 3)[3].replace("/", "-").replace("?", "-").replace("&", "-")[:60] or "home"
        page.screenshot(path=f"{shots}/{look}-{name}.png", full_page=True)
    found = axe_on(page, axe)  # opens what can be opened
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
    return [*found, *([f"{page.url} is wider than the screen"] if wide else [])]
