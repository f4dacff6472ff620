"""Forms that were refused, half-filled ones, and single keys of one's own: in a browser and as plain forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import desk_kit
import pytest
from desk_http import PASSWORD, Served, add_people, ids, served, states
from sqlalchemy import delete
from walks import CHROMIUM, Watched

from crosscheck.store.keys import NAMES
from crosscheck.store.tables import LoginSession

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

BEGUN = """addEventListener("beforeunload", () => {
  const text = document.querySelector("#paste-text");
  text.closest("details").open = true;
  text.focus();
  text.value = "The toll is 19";
})"""  # a hand that opens a form when the page has already decided to come anew
walk = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


def field(page: str, name: str) -> str:
    """The tag of a field of this name."""
    return re.search(rf'<(?:input|select|textarea)[^>]*name="{name}"[^>]*>', page)[0]


def test_what_was_typed_comes_back_with_the_error_beside_it(desk: Served) -> None:
    event = desk.import_document("Harbour fire", desk_kit.harbour())
    path = f"/findings/{ids(desk, event)['FIG401']}"
    browser = desk.browser()
    page = browser.post(f"{path}/judge?event={event}", 400, verdict="dismissed", note="<b>rang</b> twice").text
    assert 'id="problem-dismiss-own_reason" role="alert">A dismissal needs a reason.' in page
    assert 'aria-describedby="problem-dismiss-own_reason"' in field(page, "own_reason")
    assert 'value="&lt;b&gt;rang&lt;/b&gt; twice"' in page
    assert '<details name="act" data-key="d" open>' in page
    assert f'action="{path}/judge?event={event}"' in page  # the way through the queue is kept
    assert "<title>Not kept:" in page
    page = browser.post(f"{path}/judge", 400, verdict="confirmed", reading="14 people", source="x" * 4001).text
    assert 'value="14 people" checked' in page
    assert "At most 4000 characters" in page
    page = browser.post(f"{path}/judge", 400, verdict="duplicate", other="99", note="as before").text
    assert 'value="99"' in field(page, "other")
    page = browser.post(f"{path}/note", 400, text=" ").text
    assert 'id="problem-note-text"' in page
    assert states(desk, event)["FIG401"] == "open"


def test_who_comes_second_keeps_what_was_typed(office: Served) -> None:
    event = office.import_document("Harbour fire", desk_kit.harbour())
    number = ids(office, event)["FIG401"]
    ana, ben = office.browser("ana"), office.browser("ben")
    version = re.search(r'name="version" value="(\d+)"', ben.get(f"/findings/{number}"))[1]
    ana.post(f"/findings/{number}/judge", verdict="confirmed", reading="12 people")
    sent = {"verdict": "dismissed", "own_reason": "two counts", "note": "see page 3"}
    page = ben.post(f"/findings/{number}/judge", 409, version=version, **sent).text
    assert 'value="two counts"' in page
    assert 'value="see page 3"' in page
    assert "Right is “12 people”" in page  # and what the other decided stands on the same page
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    ben.post(f"/findings/{number}/judge", version=version, **sent)
    assert states(office, event)["FIG401"] == "dismissed"


def test_other_forms_come_back_too(office: Served) -> None:
    event = office.import_document("Harbour fire", desk_kit.harbour())
    root = office.browser("root")
    page = root.post("/people", 400, name="ana", role="reader").text
    assert 'id="problem-account-name"' in page
    assert 'value="ana"' in page
    assert '<option value="reader" selected>' in page
    assert "That is not your password." in root.post("/account/password", 400, old="no", new="long enough now").text
    page = root.post("/events/new", 400, files=[("files", ("", b""))], name="Storm", readers="2").text
    assert 'value="Storm"' in page
    assert 'value="2" checked' in page
    page = root.post(f"/events/{event}/baseline", 400, files=[("baseline", ("b.json", b"{"))]).text
    assert 'id="problem-baseline-baseline"' in page
    page = office.browser().post("/login", 401, page="/login", name="ana", password="wrong").text
    assert 'value="ana"' in page
    assert 'id="problem-login"' in page


def test_all_that_a_view_shows_is_what_was_seen(desk: Served) -> None:
    event = desk.import_document("Spring", desk_kit.many(12))
    browser = desk.browser()
    page = browser.get(f"/queue?event={event}&level=error")
    total = re.search(r'name="total" value="(\d+)"', page)[1]
    browser.post(f"/findings/{ids(desk, event)['FIG402']}/note", text="x")
    numbers = re.findall(r'name="pick" value="(\d+):', page)
    browser.post(f"/findings/{numbers[0]}/judge", verdict="unsure")
    sent = {"every": "yes", "verdict": "dismissed", "own_reason": "estimates", "total": total}
    page = browser.post(f"/queue?event={event}&level=error", 409, **sent).text
    assert "shows 3 findings now; there were 4" in page
    assert 'value="estimates"' in page
    total = re.search(r'name="total" value="(\d+)"', page)[1]
    browser.post(f"/queue?event={event}&level=error", **(sent | {"total": total}))
    assert "Undo: 3 findings dismissed" in browser.get(f"/events/{event}")
    browser.post("/undo")
    assert f"{12 - 1} findings" in browser.get(f"/queue?event={event}")


def test_an_error_page_leads_back(desk: Served) -> None:
    desk.import_document("Harbour fire", desk_kit.harbour())
    http = desk.browser().http
    sent = {"verdict": "unsure", "form_token": "old"}
    for came, shown in ((f"{desk.base}/findings/1?event=1", True), ("http://evil.example/findings/1", False)):
        page = http.post("/findings/1/judge", data=sent, headers={"referer": came}).text
        assert ('href="/findings/1?event=1">Back to where you were' in page) == shown
        assert "evil.example" not in page


# --- keys ------------------------------------------------------------------------------------------------------------


def keys(**own: str) -> dict[str, str]:
    """The form of keys with some changed: by the name of the act's usual key."""
    return {f"key-{number}": own.get(name, name) for number, name in enumerate(NAMES)} | {"on": "yes", "digits": "yes"}


def test_keys_are_kept_for_each_person(office: Served) -> None:
    ana, ben = office.browser("ana"), office.browser("ben")
    ana.post("/keys", **keys(j="n", n="m", d=""))
    page = ana.get("/keys")
    assert "<kbd>n</kbd> next" in ana.get("/")
    assert 'value="m"' in page
    assert "<kbd>j</kbd> next" in ben.get("/")
    for own, said in (({"j": "k"}, "stands for two things"), ({"j": "7"}, "no digit"), ({"j": "ab"}, "one character")):
        page = ana.post("/keys", 400, **keys(**own)).text
        assert said in page
        assert f'value="{own["j"]}"' in page
    ana.post("/keys", **{k: v for k, v in keys().items() if k != "on"})
    page = ana.get("/")
    assert "<kbd>j</kbd>" not in page
    assert "data-keys='{}'" in page
    ana.post("/keys", do="usual")
    assert "<kbd>j</kbd> next" in ana.get("/")


@walk
def test_keys_in_the_browser(watch: Callable[..., Watched], sqlite: str) -> None:
    add_people(sqlite)
    with served(sqlite, users=True) as desk:
        event = desk.import_document("Spring", desk_kit.many(3))
        ana = watch(desk.base)
        ana.log_in("ana")
        page = ana.page
        page.goto("/keys")
        page.fill("input[name=key-2]", "v")  # confirm
        page.fill("input[name=key-3]", "")  # dismiss: none
        with page.expect_navigation():
            page.click("button:text-is('Keep')")
        page.goto(f"/findings/{ids(desk, event)['FIG402']}")
        ana.keys("d", "c")
        assert page.locator(".acts details[open]").count() == 0
        ana.keys("v")
        assert "What is right?" in page.inner_text(".acts details[open]")
        ana.then("1", "Enter")
        page.goto("/keys")
        page.uncheck("input[name=on]")
        with page.expect_navigation():
            page.click("button:text-is('Keep')")
        page.goto("/queue")
        for key in ("j", "x", "v", "?", "/", "z"):
            ana.keys(key)
        assert page.url.endswith("/queue")
        assert page.locator("input[name=pick]:checked").count() == 0
        ben = watch(desk.base)
        ben.log_in("ben")
        ben.page.goto("/queue")
        ben.then("?")  # his keys are the usual ones


@walk
def test_leaving_a_half_filled_form_asks(watch: Callable[..., Watched], sqlite: str) -> None:
    with served(sqlite) as desk:
        event = desk.import_document("Harbour fire", desk_kit.harbour())
        number = ids(desk, event)["FIG401"]
        someone = watch(desk.base)
        page = someone.page
        page.goto(f"/findings/{number}")
        someone.keys("n")
        page.keyboard.type("the coroner said on the telephone that")
        someone.stay = True
        page.evaluate("setTimeout(() => document.querySelector('.top nav a').click())")
        page.wait_for_timeout(300)
        assert someone.asked == ["beforeunload"]
        assert page.url.endswith(f"/findings/{number}")
        assert page.input_value("textarea").startswith("the coroner")
        someone.keys("Escape", "u", "Enter")  # another form of the page: asked as well, and nothing is sent
        page.wait_for_timeout(300)
        assert someone.asked == ["beforeunload", "confirm"]
        assert states(desk, event)["FIG401"] == "open"
        someone.stay = False
        someone.keys("Escape", "n")
        someone.then("Tab", "Enter")  # sending it asks nothing
        assert someone.asked == ["beforeunload", "confirm"]
        assert "Note kept" in page.inner_text(".said")
        page.goto("/")  # an empty form is left without a word
        assert len(someone.asked) == 2


@walk
def test_a_refused_form_has_the_cursor_where_it_is_wrong(watch: Callable[..., Watched], sqlite: str) -> None:
    with served(sqlite) as desk:
        event = desk.import_document("Harbour fire", desk_kit.harbour())
        number = ids(desk, event)["FIG401"]
        someone = watch(desk.base)
        page = someone.page
        page.goto(f"/findings/{number}")
        someone.keys("d")
        page.fill(".acts details[open] input[name=note]", "rang the coroner")
        with page.expect_navigation():
            page.click("button:text-is('Dismiss')")
        assert page.evaluate("document.activeElement.name") == "own_reason"
        assert page.input_value(".acts details[open] input[name=note]") == "rang the coroner"
        page.keyboard.type("two counts")
        someone.then("Enter")
        assert states(desk, event)["FIG401"] == "dismissed"


@walk
def test_a_login_that_ended_loses_nothing(watch: Callable[..., Watched], sqlite: str) -> None:
    add_people(sqlite)
    with served(sqlite, users=True) as desk:
        event = desk.import_document("Harbour fire", desk_kit.harbour())
        number = ids(desk, event)["FIG401"]
        ana = watch(desk.base)
        ana.log_in("ana")
        page = ana.page
        page.goto(f"/findings/{number}")
        ana.keys("d", "2")
        page.fill(".acts details[open] input[name=note]", "the coroner told us so")
        with desk.database.write() as session:
            session.execute(delete(LoginSession))
        with page.expect_navigation():
            page.click("button:text-is('Dismiss')")
        assert "/login" in page.url
        page.fill("[name=name]", "ana")
        page.fill("[name=password]", PASSWORD)
        with page.expect_navigation():
            page.click("main button")
        assert f"/findings/{number}" in page.url
        assert "Your login had ended" in page.inner_text(".acts details[open]")
        assert page.input_value(".acts details[open] input[name=note]") == "the coroner told us so"
        assert page.is_checked(".acts details[open] input[value='Known variant or rounding: both hold']")
        with page.expect_navigation():
            page.click("button:text-is('Dismiss')")
        assert states(desk, event)["FIG401"] == "dismissed"
        page.goto(f"/findings/{number}")
        assert page.locator(".acts details[open]").count() == 0  # what was kept does not come back


@walk
def test_what_is_begun_while_the_page_comes_anew_is_there_again(watch: Callable[..., Watched], sqlite: str) -> None:
    """The check ends, the page is asked for again, and before it comes somebody opens a form and types."""
    with served(sqlite) as desk:
        event = desk.import_document("Harbour fire", desk_kit.harbour())
        page = watch(desk.base).page
        stream: list[Route] = []

        def under_way(route: Route) -> None:
            came = route.fetch()
            told = '<div role="status" data-job="1"><p>A check is under way.</p><progress></progress></div>'
            route.fulfill(response=came, body=came.text().replace("</h1>", f"</h1>{told}", 1))

        page.route("**/api/v1/jobs/1/progress", lambda route: stream.append(route))
        page.route(f"**/events/{event}", under_way)
        page.goto(f"/events/{event}")
        page.unroute(f"**/events/{event}")
        page.evaluate(BEGUN)
        told_by(page, stream).fulfill(content_type="text/event-stream", body="event: end\ndata: {}\n\n")
        page.wait_for_selector("[data-job]", state="detached")
        page.wait_for_selector("#paste-text", state="visible", timeout=15_000)
        page.keyboard.type(" people")
        assert page.input_value("#paste-text") == "The toll is 19 people"
        page.reload()
        assert not page.is_visible("#paste-text")  # it is taken along once


def told_by(page: Page, routes: list[Route]) -> Route:
    """The first request that is held back, as soon as the page asks."""
    for _ in range(1500):
        if routes:
            return routes[0]
        page.wait_for_timeout(20)
    raise AssertionError("the page did not ask")
