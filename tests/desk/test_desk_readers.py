"""Several findings of one slip, undo by name, and two readers who do not see each other's verdicts."""

from __future__ import annotations

import re

import desk_kit
from desk_http import Served, ids, states

from crosscheck.store import rerun


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


def test_a_mention_is_moved_on_its_page(desk: Served) -> None:
    event = desk.import_document("Harbour fire", desk_kit.harbour())
    browser = desk.browser()
    number = ids(desk, event)["FIG401"]
    page = browser.get(f"/findings/{number}")
    form = re.search(
        r'action="/findings/\d+/move".*?name="article" value="(\w+)".*?name="start" value="(\d+)"', page, re.S
    )
    where = {"article": form[1], "start": form[2]}
    answer = browser.post(f"/findings/{number}/move", **where, to="2")
    page = browser.get(answer.headers["location"])
    assert "Moved: “12 people” in “People killed” to “14 people”." in page
    assert page.count("1 source<") == 1
    assert page.count("2 sources<") == 1
    browser.post(f"/findings/{number}/move", **where, to="out")
    page = browser.get(f"/findings/{number}")
    assert "Taken out by hand" in page
    assert "Undo: “12 people” in “People killed” taken out" in page
    assert "taken out of “12 people”" in page
    report = browser.get(f"/events/{event}/export/report.html")
    assert "Paper 1" in report  # its article is still there
    browser.post(f"/findings/{number}/move", 400, **where, to="7")
    api = desk.api()
    move = {"article": where["article"], "start": int(where["start"]), "to": "12 people"}
    moved = api.post(f"/findings/{number}/mentions", json=move).json()
    assert [len(r["mentions"]) for r in moved["document"]["readings"]] == [2, 1]
    assert api.post(f"/findings/{number}/mentions", json=move).json()["error"]["code"] == "nothing_to_do"


def test_a_correction_from_asked_to_verified(office: Served) -> None:
    event = office.import_document("Harbour fire", desk_kit.harbour())
    ana, ben = office.browser("ana"), office.browser("ben")
    number = ids(office, event)["FIG401"]
    ana.post(f"/findings/{number}/judge", verdict="confirmed", reading="12 people")
    assert "right is “12 people”" in ana.get(f"/findings/{number}")
    back = f"/events/{event}/corrections"
    answer = ana.post(f"/findings/{number}/correction", path="b.txt", step="asked", note="by mail", back=back)
    page = ana.get(answer.headers["location"])
    assert "Kept: correction of “People killed” in b.txt asked." in page
    assert "Correction asked by ana" in page
    with office.database.write() as session:
        rerun.take(session, None, event, desk_kit.harbour(toll="12 people"))
    assert "1 article now reads as confirmed" in ben.get(f"/events/{event}")
    assert "Now reads as confirmed" in ben.get(f"/findings/{number}")
    ben.post(f"/findings/{number}/correction", path="b.txt", step="verified")
    page = ben.get(back)
    assert "1 verified" in page
    assert "Now reads as confirmed" not in page
    page = ben.get(f"/events/{event}/compare")
    assert "FIG401 People killed" in page
    api = ben.http
    assert api.get(f"/api/v1/events/{event}/compare").json()["total_after"] == 1
    assert api.get(f"/api/v1/events/{event}/corrections").json()[0]["steps"][-1]["step"] == "verified"
