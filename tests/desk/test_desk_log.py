"""The log as sentences, with JSON behind each; and findings told by what differs."""

from __future__ import annotations

import html
import re

import desk_kit
import msgspec
from desk_http import Browser, Served, ids

from crosscheck.desk import words
from crosscheck.document import Document
from crosscheck.report.html import strings
from crosscheck.store import rerun


def titled(document: Document) -> Document:
    """The document with a title for its toll, as the report heads it."""
    made = [
        msgspec.structs.replace(f, title=f"{f.subject.capitalize()}: {' or '.join(r.value for r in f.readings)}")
        for f in document.findings
    ]
    return msgspec.structs.replace(document, findings=tuple(made))


def sentences(browser: Browser, path: str = "/audit") -> list[str]:
    """The sentences of the log, newest first, as a reader sees them."""
    page = browser.get(path)
    items = re.findall(r'<li><p><span class="when[^>]*>[^<]*</span>(.*?)</p>', page, re.S)
    return [html.unescape(re.sub(r"<[^>]+>", "", item)).strip() for item in items]


def test_the_log_reads_as_sentences(office: Served) -> None:
    event = office.import_document("Harbour fire", titled(desk_kit.harbour()))
    ana = office.browser("ana")
    number, day = ids(office, event)["FIG401"], ids(office, event)["DAT301"]
    toll = "“People killed: 12 people or 14 people”"
    ana.post(
        f"/findings/{number}/judge", verdict="confirmed", reading="12 people", source="the coroner", note="rang <b>"
    )
    assert sentences(ana)[0] == (
        f"ana confirmed {toll}: right is “12 people”, says “the coroner”, and noted: “rang <b>”."
    )
    ana.post("/undo")
    assert sentences(ana)[0] == f"ana undid: confirmed {toll}."
    ana.post("/redo")
    assert sentences(ana)[0].startswith(f"ana again confirmed {toll}")
    ana.post(f"/findings/{day}/assign", assignee="ben")
    assert sentences(ana)[0] == "ana assigned “Day of the fire: Monday or Tuesday” to ben."
    ana.post(f"/findings/{number}/correction", path="b.txt", step="asked", note="by mail")
    assert sentences(ana)[0] == f"ana asked for the correction of {toll} in b.txt: “by mail”."
    with office.database.write() as session:
        rerun.take(session, None, event, titled(desk_kit.harbour(toll="12 people")))
    assert sentences(ana)[:3] == [
        "crosscheck checked “Harbour fire”: 1 finding in 3 articles (1 gone).",
        f"crosscheck found {toll} mended: b.txt now reads as confirmed.",
        f"crosscheck no longer found {toll}.",
    ]
    assert sentences(ana, f"/audit?who=ana&event={event}")[-1].startswith("ana confirmed")
    assert f'<a href="/findings/{number}">' in ana.get(f"/events/{event}")
    assert "asked for the correction of" in ana.get(f"/events/{event}")
    assert "&#34;step&#34;" in ana.get("/audit")  # the entry itself stands behind its sentence


def test_one_act_is_one_sentence_and_old_entries_are_reached(desk: Served) -> None:
    event = desk.import_document("Spring", desk_kit.many(120))
    browser = desk.browser()
    browser.post(f"/queue?event={event}", every="yes", verdict="dismissed", own_reason="both are estimates")
    assert sentences(browser)[0] == (
        "local dismissed “Earnings of company 0”, “Earnings of company 1”, “Earnings of company 2” and 117 more: "
        "“both are estimates”."
    )
    page = browser.get("/audit")
    assert "120 entries as JSON" in page
    older = re.search(r'href="(/audit\?before=\d+)"', page)[1]
    assert any("made the event “Spring”" in line for line in sentences(browser, older))
    assert sentences(browser, "/audit?who=nobody") == []


def test_a_hidden_verdict_makes_no_sentence(office: Served) -> None:
    event = office.import_document("Harbour fire", desk_kit.harbour(), readers=2)
    ana, ben = office.browser("ana"), office.browser("ben")
    number, day = ids(office, event)["FIG401"], ids(office, event)["DAT301"]
    ben.post(f"/findings/{day}/judge", verdict="unsure")
    ana.post("/queue?event=1&state=all", every="yes", verdict="dismissed", own_reason="two counts")
    told = sentences(ben)[:2]
    assert "ana judged “People killed”, which you see after your own judgement." in told
    assert "ana dismissed “Day of the fire”: “two counts”." in told
    ben.post(f"/findings/{number}/judge", verdict="unsure")
    assert sentences(ben)[1].startswith("ana dismissed")


def test_findings_are_told_by_what_differs(desk: Served) -> None:
    event = desk.import_document("Harbour fire", titled(desk_kit.harbour()))
    number = ids(desk, event)["FIG401"]
    browser = desk.browser()
    toll = "People killed: 12 people or 14 people"
    assert toll in browser.get("/queue")
    assert toll in browser.get("/queue?q=killed:+12")  # the search knows it
    browser.post(f"/findings/{number}/judge", verdict="confirmed", reading="12 people")
    assert f"Undo: “{toll}” confirmed" in browser.get(f"/findings/{number}")
    assert toll in browser.get(f"/events/{event}/corrections")
    assert toll in browser.get(f"/events/{event}/export/findings.csv")
    assert desk.api().get(f"/findings/{number}").json()["row"]["title"] == toll


def test_desk_and_report_speak_the_same_words(desk: Served) -> None:
    event = desk.import_document("Harbour fire", desk_kit.harbour())
    browser = desk.browser()
    number = ids(desk, event)["FIG401"]
    page, report = browser.get(f"/findings/{number}"), browser.get(f"/events/{event}/export/report.html")
    for said in (strings.LEVELS["error"], words.certainty(0.8), strings.KIND_ONE["figure"]):
        assert said in page
        assert said in report
    assert words.LEVELS is strings.LEVELS
    assert {kind.lower() for kind in words.KINDS.values()} == set(strings.KIND_ONE.values())
