"""Saved views, notes that call a colleague, and the list of what waits: two people, as plain forms and in a browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import desk_kit
import pytest
from desk_http import Served, add_people, ids, served
from walks import CHROMIUM, Watched

walk = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


def test_a_view_is_saved_shared_and_taken_over(office: Served) -> None:
    event = office.import_document("Spring", desk_kit.many(12))
    ana, ben = office.browser("ana"), office.browser("ben")
    suffix = f"?event={event}&level=error&sort=title"
    answer = ana.post(f"/views{suffix}", name="Loud <i>first</i>")
    assert answer.headers["location"].startswith("/queue?said=view&event=")
    page = ana.get("/queue")
    assert "Loud &lt;i&gt;first&lt;/i&gt;</a>" in page
    link = re.search(r'href="(/views/\d+)">Link to', page)[1]
    shared = ben.get(link)
    assert "“Loud &lt;i&gt;first&lt;/i&gt;”, a view of ana." in shared
    assert "4 findings" in shared
    assert "a view of ana" not in ana.get(link)
    ben.post(f"/views{suffix}", name="Loud")
    assert ">Loud</a>" in ben.get("/queue")
    assert ">Loud</a>" not in ana.get("/queue")
    page = ana.post("/views?level=note", 400, name=" ").text
    assert 'id="problem-view-name"' in page
    assert '<option value="note" selected>' in page
    ben.post(f"{link}/remove", 404)
    ana.post(f"{link}/remove")
    assert "Link to" not in ana.get("/queue")
    assert ben.http.get(link).status_code == 404
    assert ana.http.post("/views", data={"name": "x"}).status_code == 400  # without its token


def test_a_readers_views_are_theirs_too(office: Served) -> None:
    office.import_document("Spring", desk_kit.many(3))
    rea = office.browser("rea")
    rea.post("/views?level=error", name="Errors")
    assert ">Errors</a>" in rea.get("/queue")
    assert "None." in rea.get("/waiting")


def test_notes_call_colleagues_and_wait_for_them(office: Served) -> None:
    event = office.import_document("Harbour fire", desk_kit.harbour(), readers=2)
    ana, ben = office.browser("ana"), office.browser("ben")
    number, day = ids(office, event)["FIG401"], ids(office, event)["DAT301"]
    ana.post(f"/findings/{number}/note", text="@ben <b>who</b> counted?")
    assert '<b class="called">@ben</b> &lt;b&gt;who&lt;/b&gt; counted?' in ana.get(f"/findings/{number}")
    ana.post(f"/findings/{day}/judge", verdict="dismissed", own_reason="time zones", note="@ben see the registry")
    page = ben.get("/waiting")
    assert '<b class="called">@ben</b> &lt;b&gt;who&lt;/b&gt; counted?' in page
    assert "registry" not in page
    assert "It goes with a judgement that you see after your own" in page
    assert '<span class="badge">3<' in page  # two notes and a second reading
    assert f'href="/findings/{day}?state=due"' in page
    assert "badge" not in ana.get("/")
    call = re.findall(r'action="(/calls/\d+)"', page)[-1]
    ana.post(call, 404)
    assert ben.http.post(call).status_code == 400
    ben.post(call)
    assert '<span class="badge">2<' in ben.get("/")
    ben.post(call, do="open")
    assert '<span class="badge">3<' in ben.get("/queue?state=due")
    ben.post(f"/findings/{day}/judge?state=due", verdict="dismissed", own_reason="time zones")
    assert "registry" in ben.get("/waiting")
    assert "Nothing" in ben.get("/queue?state=due") or "No finding fits" in ben.get("/queue?state=due")


def test_a_correction_is_asked_of_a_colleague(office: Served) -> None:
    event = office.import_document("Harbour fire", desk_kit.harbour())
    ana, ben = office.browser("ana"), office.browser("ben")
    number = ids(office, event)["FIG401"]
    ana.post(f"/findings/{number}/judge", verdict="confirmed", reading="12 people")
    sent = {"path": "b.txt", "step": "asked", "finding": number, "back": f"/findings/{number}"}
    page = ana.post(f"/findings/{number}/correction", 400, asked_of="nobody", note="page 1", **sent).text
    assert "There is no such account" in page
    assert 'value="page 1"' in page
    ana.post(f"/findings/{number}/correction", asked_of="ben", note="page 1", **sent)
    assert "Correction asked of ben by ana" in ana.get(f"/findings/{number}")
    assert "asked ben for the correction of" in ana.get("/audit")
    assert "b.txt says “14 people”; right is “12 people”. page 1" in ben.get("/waiting")
    ben.post(f"/findings/{number}/correction", path="b.txt", step="published")
    assert "b.txt says" not in ben.get("/waiting")


@walk
def test_names_are_completed_by_keyboard(watch: Callable[..., Watched], sqlite: str) -> None:
    add_people(sqlite)
    with served(sqlite, users=True) as desk:
        event = desk.import_document("Harbour fire", desk_kit.harbour())
        number = ids(desk, event)["FIG401"]
        ana, ben = watch(desk.base), watch(desk.base)
        for someone, name in ((ana, "ana"), (ben, "ben")):
            someone.log_in(name)
        page = ana.page
        page.goto(f"/findings/{number}")
        ana.keys("n")
        page.keyboard.type("to @r")
        assert page.locator(".names li").all_inner_texts() == ["rea", "root"]
        ana.keys("ArrowDown", "Enter")
        assert page.input_value("textarea") == "to @root"
        page.keyboard.type(" and @b")
        ana.keys("Escape")  # closes the names, not the form
        assert page.locator(".names").count() == 0
        assert page.locator(".acts details[open] textarea").count() == 1
        page.keyboard.type("e")
        ana.keys("Tab")
        page.keyboard.type(": look")
        ana.then("Tab", "Enter")
        assert "to @root and @ben: look" in ana.main()
        ben.page.goto("/")
        assert "1" in ben.page.inner_text(".badge")
        ben.page.click("text=For me")
        ben.page.click("button:has-text('Done')")
        assert "Ticked off" in ben.main()
        assert ben.page.locator(".badge").count() == 0
