"""Several findings of one slip, undo by name, and two readers who do not see each other's verdicts."""

from __future__ import annotations

import re

import desk_kit
from desk_http import Served, ids, states


def test_one_slip_is_one_row_and_one_judgement(desk: Served) -> None:
    event = desk.import_document("Talks", desk_kit.spokesmen())
    browser = desk.browser()
    page = browser.get("/queue")
    assert "4 findings of 2 slips" in page
    assert page.count("data-row") == 2
    number = ids(desk, event)["QUO502"]
    page = browser.get(f"/findings/{number}")
    also = re.findall(r'name="also" value="(\d+:\d+)" checked', page)[:2]
    answer = browser.post(f"/findings/{number}/judge", verdict="confirmed", reading="Li Wei", also=also)
    assert answer.headers["location"].startswith(f"/findings/{ids(desk, event)['FIG401']}?")  # not one of the same slip
    page = browser.get(answer.headers["location"])
    assert "Judged: 3 findings confirmed." in page
    assert "Undo: 3 findings confirmed" in page
    assert states(desk, event) == {
        "QUO502": "confirmed",
        "AFF201": "confirmed",
        "NAM101": "confirmed",
        "FIG401": "open",
    }
    act = re.search(r'name="act" value="([0-9a-f]+)"', page)[1]
    answer = browser.post("/undo", act=act, back="/queue")
    page = browser.get(answer.headers["location"])
    assert "Undone: 3 findings confirmed." in page
    assert "Redo: 3 findings confirmed" in page
    assert set(states(desk, event).values()) == {"open"}


def test_undo_names_only_what_is_on_the_page(desk: Served) -> None:
    first = desk.import_document("Harbour fire", desk_kit.harbour())
    other = desk.import_document("Talks", desk_kit.spokesmen())
    browser = desk.browser()
    browser.post(f"/findings/{ids(desk, first)['FIG401']}/judge", verdict="unsure")
    named = "Undo: “People killed” left unsure"
    assert named in browser.get(f"/events/{first}")
    assert named in browser.get(f"/queue?event={first}")
    assert named in browser.get(f"/findings/{ids(desk, first)['FIG401']}")
    for path in (f"/events/{other}", f"/queue?event={other}", f"/findings/{ids(desk, first)['DAT301']}", "/audit"):
        assert "Undo:" not in browser.get(path)


def test_no_page_tells_the_first_verdict_to_the_second_reader(office: Served) -> None:
    event = office.import_document("Harbour fire", desk_kit.harbour(), readers=2)
    ana, ben = office.browser("ana"), office.browser("ben")
    number = ids(office, event)["FIG401"]
    ana.post(
        f"/findings/{number}/judge", verdict="confirmed", reading="12 people", source="registry", note="certain of it"
    )
    paths = [f"/findings/{number}", f"/events/{event}", "/audit", "/audit.jsonl", "/queue?state=all"]
    paths += [
        f"/events/{event}/export/{name}" for name in ("findings.csv", "event.json", "report.html", "baseline.json")
    ]
    paths += [f"/events/{event}/export/corrections.{end}" for end in ("html", "jsonld")]
    paths += [
        f"/api/v1/{path}" for path in ("findings", f"findings/{number}", "judgements", "audit", f"events/{event}")
    ]
    for path in paths:
        page = ben.get(path)
        told = ("registry", "certain of it", "confirmed by", "by ana", "“People killed” confirmed", '"verdict": "conf')
        assert [word for word in told if word in page] == [], path
    ben.post(f"/findings/{number}/judge", verdict="confirmed", reading="12 people")
    assert "registry" in ben.get(f"/findings/{number}")
    assert "ana and ben: the same verdict on 1 of 1 finding (100 %)" in ben.get(f"/events/{event}")
    assert "127.0.0.1" not in ben.get("/audit")
    assert "127.0.0.1" in office.browser("root").get("/audit")
