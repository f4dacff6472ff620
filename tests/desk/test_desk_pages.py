"""The pages as plain forms: what is shown, what is decided, what is refused."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import desk_kit
import pytest
from desk_http import PASSWORD, Browser, Served, ids, rows_of, served, states

from crosscheck.desk.limits import Limits
from crosscheck.desk.shield import HEADERS
from crosscheck.store import findings

ARTICLES = {
    "a.txt": "Fire at the harbour\n\nIt killed 12 people on Monday, the harbour master said.\n",
    "b.txt": "Harbour burns\n\nRescuers counted 14 people dead on Monday.\n",
}


def upload(browser: Any, articles: dict[str, str], **fields: str) -> int:
    files = [("files", (name, text.encode())) for name, text in articles.items()]
    answer = browser.post("/events/new", files=files, name="Harbour fire", **fields)
    return int(re.search(r"/events/(\d+)", answer.headers["location"])[1])


def test_from_files_to_decisions_and_out_again(desk: Served) -> None:
    browser = desk.browser()
    event = upload(browser, ARTICLES)
    desk.wait_checked(event)
    page = browser.get(f"/events/{event}")
    assert "1 finding to do" in page
    assert "People killed" in browser.get(f"/queue?event={event}")
    number = ids(desk, event)["FIG401"]
    page = browser.get(f"/findings/{number}")
    assert page.count('<mark class="mention">12 people</mark>') == 2  # in its sentence, and in its article
    assert page.count('class="reading tie"') == 2  # sources are even: bars on all sides of both, as in the report
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    fields = {
        "verdict": "confirmed",
        "reading": "12 people",
        "source": "the coroner",
        "note": "by telephone",
        "version": version,
    }
    answer = browser.post(f"/findings/{number}/judge", **fields)
    assert answer.headers["location"].startswith("/queue?said=judged")
    page = browser.get(f"/findings/{number}")
    assert "Right is “12 people”, says: the coroner" in page
    assert "by telephone" in page
    assert "1 of 1 settled" in browser.get("/")
    rows = list(csv.DictReader(io.StringIO(browser.get(f"/events/{event}/export/findings.csv").lstrip("\ufeff"))))
    assert (rows[0]["state"], rows[0]["right reading"], rows[0]["source"]) == ("confirmed", "12 people", "the coroner")
    kept = json.loads(browser.get(f"/events/{event}/export/event.json"))
    assert kept["findings"][0]["judgements"][0]["reading"] == "12 people"
    graph = json.loads(browser.get(f"/events/{event}/export/corrections.jsonld"))["@graph"]
    assert [node["@type"] for node in graph] == ["NewsArticle", "ClaimReview"]
    assert graph[0]["correction"]["@type"] == "CorrectionComment"
    assert "12 people" in graph[0]["correction"]["text"]
    sheet = browser.get(f"/events/{event}/export/corrections.html")
    assert "Rescuers counted 14 people dead on Monday." in sheet
    report = browser.get(f"/events/{event}/export/report.html")
    assert "by telephone" in report
    assert "the coroner" in report
    browser.post("/undo", act="")  # the judgement with its note
    assert states(desk, event) == {"FIG401": "open"}


def test_checking_again_says_what_changed(desk: Served) -> None:
    browser = desk.browser()
    event = upload(browser, ARTICLES)
    desk.wait_checked(event)
    number = ids(desk, event)["FIG401"]
    browser.post(f"/findings/{number}/judge", verdict="dismissed", reason="A later update, not a conflict")
    files = [("files", ("c.txt", b"Late\n\nThe toll is 19 people since Tuesday.\n"))]
    browser.post(f"/events/{event}/files", files=files)
    desk.wait_checked(event, 2)
    assert states(desk, event) == {"FIG401": "reopened", "DAT301": "open"}
    assert "1 reopened" in browser.get(f"/events/{event}")
    page = browser.get(f"/findings/{ids(desk, event)['FIG401']}")
    assert "a new reading came, “19 people”" in page
    assert "A later update, not a conflict" in page  # what was decided before stands on the page
    browser.post(f"/events/{event}/files", remove="c.txt")
    desk.wait_checked(event, 3)
    assert states(desk, event) == {"FIG401": "dismissed"}
    assert "No longer found" in browser.get(f"/events/{event}")


def test_bulk_judgement_and_its_undo(desk: Served) -> None:
    event = desk.import_document("Spring", desk_kit.many(60))
    browser = desk.browser()
    page = browser.get(f"/queue?event={event}")
    picks = re.findall(r'name="pick" value="(\d+:\d+)"', page)
    assert len(picks) == 50
    back = f"/queue?event={event}&level=error"
    answer = browser.post("/queue", pick=picks[:20], verdict="dismissed", own_reason="both are estimates", back=back)
    assert answer.headers["location"].startswith(f"{back}&said=judged&act=")
    assert "Judged: 20 findings dismissed." in browser.get(answer.headers["location"])
    assert "40 findings" in browser.get(f"/queue?event={event}")
    browser.post("/undo", back=back)
    assert "60 findings" in browser.get(f"/queue?event={event}")
    browser.post("/redo")
    assert "40 findings" in browser.get(f"/queue?event={event}")
    browser.post("/queue?level=note&event=1", every="yes", verdict="unsure")
    assert {row.state for row in rows_of(desk, event) if row.level == "note"} == {"dismissed", "unsure"}  # none to do
    assert "Select at least one finding" in browser.post("/queue", 400, verdict="unsure").text


def test_two_people_and_an_old_page(office: Served) -> None:
    event = office.import_document("Harbour fire", desk_kit.harbour())
    ana, ben = office.browser("ana"), office.browser("ben")
    number = ids(office, event)["FIG401"]
    version = re.search(r'name="version" value="(\d+)"', ben.get(f"/findings/{number}"))[1]
    ana.post(f"/findings/{number}/judge", verdict="confirmed", reading="12 people")
    said = ben.post(f"/findings/{number}/judge", 409, verdict="dismissed", reason="x", version=version).text
    assert "Somebody judged this finding" in said
    assert states(office, event)["FIG401"] == "confirmed"
    ana.post(f"/findings/{number}/assign", assignee="ben")
    assert "for ben" in ben.get("/queue?assignee=me&state=all")
    assert "for ben" not in ana.get("/queue?assignee=me&state=all")


def test_a_second_reader_reads_blind_and_disagreement_shows(office: Served) -> None:
    event = office.import_document("Harbour fire", desk_kit.harbour(), readers=2)
    ana, ben = office.browser("ana"), office.browser("ben")
    number = ids(office, event)["FIG401"]
    ana.post(f"/findings/{number}/judge", verdict="confirmed", reading="12 people", source="registry of deaths")
    page = ben.get(f"/findings/{number}")
    assert "you see it after your own judgement" in page
    assert "registry of deaths" not in page
    ben.post(f"/findings/{number}/judge", verdict="dismissed", own_reason="different counts")
    page = ana.get(f"/findings/{number}")
    assert "The readers disagree" in page
    assert "different counts" in page


def test_a_form_sent_twice_counts_once(desk: Served) -> None:
    event = desk.import_document("Harbour fire", desk_kit.harbour())
    number = ids(desk, event)["FIG401"]
    browser = desk.browser()
    for _ in range(2):
        browser.post(f"/findings/{number}/judge", verdict="unsure", request_key="abc", note="once")
    with desk.database.read() as session:
        view = findings.view(session, number)
    assert (len(view.judgements), len(view.notes)) == (1, 1)


def test_what_a_form_lacks_is_said(desk: Served) -> None:
    event = desk.import_document("Harbour fire", desk_kit.harbour())
    path = f"/findings/{ids(desk, event)['FIG401']}"
    browser = desk.browser()
    assert "A dismissal needs a reason" in browser.post(f"{path}/judge", 400, verdict="dismissed").text
    assert "Choose a judgement" in browser.post(f"{path}/judge", 400).text
    assert "which other finding" in browser.post(f"{path}/judge", 400, verdict="duplicate", duplicate_of="99").text
    assert "The note is empty" in browser.post(f"{path}/note", 400, text=" ").text
    assert "Choose at least one file" in browser.post("/events/new", 400, files=[("files", ("", b""))]).text
    assert "There is nothing to undo" in browser.post("/undo", 409).text


def test_text_of_articles_is_never_markup(desk: Served) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    articles = {
        "a.txt": f"{evil}\n\nIt killed 12 people on Monday {evil}.\n",
        "b.txt": f"{evil}\n\n14 people died {evil}.\n",
    }
    browser = desk.browser()
    event = upload(browser, articles)
    desk.wait_checked(event)
    number = ids(desk, event)["FIG401"]
    browser.post(f"/findings/{number}/judge", verdict="confirmed", own_reading=evil, source=evil, note=evil)
    pages = ["/", f"/events/{event}", "/queue?state=all", f"/findings/{number}", "/audit", f"/queue?q={evil}"]
    pages += [f"/events/{event}/export/corrections.html"]
    for path in pages:
        assert "<script>alert" not in browser.get(path), path
        assert "<img src=x" not in browser.get(path), path


def test_a_cell_is_never_a_formula(desk: Served) -> None:
    event = desk.import_document("Harbour fire", desk_kit.harbour())
    browser = desk.browser()
    for number, text in zip(ids(desk, event).values(), ("=cmd|'/c calc'!A1", "\t@SUM(1)"), strict=True):
        browser.post(f"/findings/{number}/judge", verdict="dismissed", own_reason=text.strip(), note=text)
    table = browser.get(f"/events/{event}/export/findings.csv").lstrip("\ufeff")
    for row in csv.reader(io.StringIO(table)):
        assert not [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert "'=cmd" in table


def test_baseline_goes_out_and_comes_back(desk: Served) -> None:
    first, second = (desk.import_document(name, desk_kit.harbour()) for name in ("One", "Two"))
    browser = desk.browser()
    number = ids(desk, first)["DAT301"]
    browser.post(f"/findings/{number}/judge", verdict="dismissed", own_reason="time zones")
    data = browser.get(f"/events/{first}/export/baseline.json")
    entry = json.loads(data)["findings"][0]
    assert (entry["rule"], entry["reason"]) == ("DAT301", "time zones")
    from msgspec.json import decode

    from crosscheck.baseline import Baseline

    assert decode(data, type=Baseline).ids == {entry["id"]}  # the command line reads it
    browser.post(f"/events/{second}/baseline", files=[("baseline", ("b.json", data.encode()))])
    assert states(desk, second) == {"FIG401": "open", "DAT301": "dismissed"}
    said = browser.post(f"/events/{second}/baseline", 400, files=[("baseline", ("b.json", b"{}"[:1]))]).text
    assert "not a baseline" in said


# --- folders ---------------------------------------------------------------------------------------------------------


def test_a_folder_is_checked_at_the_start_and_nothing_outside_is_read(url: str, tmp_path: Path) -> None:
    folder, outside = tmp_path / "fire", tmp_path / "secret.txt"
    folder.mkdir()
    outside.write_text("Secret\n\nIt killed 99 people.\n")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text)
    (folder / "link.txt").symlink_to(outside)
    (folder / "up").symlink_to(tmp_path)
    (folder / "manifest.json").write_text(
        json.dumps([{"file": "../secret.txt"}, {"file": "a.txt", "publisher": "Gazette"}])
    )
    with served(url, folders=[folder.resolve()]) as desk:
        desk.wait_checked(1)
        browser = desk.browser()
        page = browser.get("/events/1")
        assert "Gazette" in page
        assert "a link out of the folder" in page
        assert "99 people" not in browser.get(f"/findings/{ids(desk, 1)['FIG401']}")
        assert "changed since" not in page
        (folder / "b.txt").write_text(ARTICLES["b.txt"].replace("14", "17"))
        assert "changed since" in browser.get("/events/1")
        browser.post("/events/1/check")
        desk.wait_checked(1, 2)
        assert "17 people" in browser.get(f"/findings/{ids(desk, 1)['FIG401']}")
    with served(url) as desk:  # started without the folder: it can be worked on, but not read
        browser = desk.browser()
        assert "to check this event again" in browser.get("/events/1")
        assert "Start the desk with the folder" in browser.post("/events/1/check", 400).text


@pytest.mark.parametrize(
    ("name", "kept"),
    [("../../etc/passwd", "passwd"), ("C:\\temp\\a.txt", "a.txt"), ("a\x00b.txt", "ab.txt"), (".hidden", "hidden")],
)
def test_names_of_uploaded_files_are_made_safe(name: str, kept: str) -> None:
    from crosscheck.desk.snapshot import safe_name

    assert safe_name(name) == kept


def test_uploads_are_bounded(sqlite: str) -> None:
    with served(sqlite, limits=Limits(file_bytes=1000, files=2, upload_bytes=1500)) as desk:
        browser = desk.browser()
        for files, said in (
            ([b"x" * 2000], "larger than"),
            ([b"x"] * 3, "more than 2 files"),
            ([b"x" * 900] * 2, "MB together"),
        ):
            sent = [("files", (f"{i}.txt", data)) for i, data in enumerate(files)]
            assert said in browser.post("/events/new", 400, files=sent).text


# --- who is asking ---------------------------------------------------------------------------------------------------


def test_odd_addresses_are_no_errors(desk: Served) -> None:
    event = desk.import_document("Harbour fire", desk_kit.harbour())
    browser = desk.browser()
    for path, status in (
        ("/queue?level=%00&kind=%00&assignee=%00&q=%00%ff&event=x&page=-1&state=odd", 200),
        ("/queue?event=99999999999999999999&page=99999999", 200),
        (f"/events/{event}/articles/%00", 404),
        ("/find/%00?event=1", 404),
        ("/findings/1?do=odd&beside=%00&event=%ed%a0%80", 200),
        ("/findings/0", 404),
        ("/static/..%2f..%2fsetup.cfg", 404),
        ("/static/%2e%2e/base.html", 404),
        (f"/events/{event}/export/..%2fx", 404),
        ("/events/%00", 404),
        ("/?said=<b>", 200),
    ):
        assert browser.http.get(path).status_code == status, path
    browser.post("/undo", 409, finding="999999999999", act="\x00")
    browser.post("/login", 404, name="\x00", password="\x00")


def test_every_answer_carries_the_headers(desk: Served) -> None:
    for path in ("/", "/nope", "/static/style.css", "/schema/openapi.json", "/api/v1/nope"):
        answer = desk.browser().http.get(path)
        for name, value in HEADERS:
            assert answer.headers[name.decode()] == value.decode(), path
    assert "script-src 'self'" in dict(HEADERS)[b"content-security-policy"].decode()
    page = desk.browser().get("/")
    assert not re.search(r"<script(?![^>]*src=)|<style|\son\w+=|style=", page)


def test_other_hosts_and_other_sites_are_refused(desk: Served) -> None:
    http = desk.browser().http
    for host, status in (
        ("evil.example", 421),
        ("localhost:1", 200),
        ("127.0.0.1", 200),
        ("127.0.0.1.evil.example", 421),
        ("", 421),
    ):
        assert http.get("/", headers={"host": host}).status_code == status, host
    for headers in ({"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        assert http.post("/undo", headers=headers).status_code == 403
        assert http.post("/api/v1/undo", json={}, headers=headers).status_code == 403
    assert http.post("/api/v1/undo", content="{}", headers={"content-type": "text/plain"}).status_code == 415


def test_a_form_without_its_token_does_nothing(desk: Served) -> None:
    event = desk.import_document("Harbour fire", desk_kit.harbour())
    path = f"/findings/{ids(desk, event)['FIG401']}/judge"
    browser = desk.browser()
    browser.get("/")
    for token in ("", "0" * 64, desk.browser().token()):
        assert browser.http.post(path, data={"verdict": "unsure", "form_token": token}).status_code == 400
    assert states(desk, event)["FIG401"] == "open"


def test_roles(office: Served) -> None:
    event = office.import_document("Harbour fire", desk_kit.harbour())
    number = ids(office, event)["FIG401"]
    stranger = office.browser()
    for path in (
        "/",
        "/queue",
        f"/findings/{number}",
        f"/events/{event}/export/event.json",
        "/audit.jsonl",
        "/account",
    ):
        answer = stranger.http.get(path)
        assert (answer.status_code, answer.headers["location"][:6]) == (303, "/login"), path
    assert stranger.http.get("/api/v1/findings").status_code == 401
    reader = office.browser("rea")
    assert "Confirm" not in reader.get(f"/findings/{number}")
    assert reader.post(f"/findings/{number}/judge", 403, page="/account", verdict="unsure")
    assert reader.get("/events/new", 403)
    checker = office.browser("ana")
    assert checker.get("/people", 403)
    checker.post(f"/findings/{number}/judge", verdict="unsure")
    assert "ana" in office.browser("root").get("/people")


def test_logging_in_is_slowed_down_and_sessions_end(office: Served) -> None:
    browser = office.browser()
    assert "do not go together" in browser.log_in("ana", "wrong password", 401).text
    assert "do not go together" in browser.log_in("nobody", "wrong password", 401).text
    for _ in range(4):
        browser.log_in("ana", "wrong password", 401)
    answer = browser.log_in("ana", status=429)  # the right one, too
    assert answer.headers["retry-after"]
    ben = office.browser("ben")
    cookie = ben.http.cookies["crosscheck"]
    ben.post("/logout", page="/account")
    ben.http.cookies.set("crosscheck", cookie)
    assert ben.http.get("/").status_code == 303


def test_an_admin_makes_accounts_and_cannot_lock_everybody_out(office: Served) -> None:
    root = office.browser("root")
    page = root.post("/people", 200, page="/people", name="cara", role="checker").text
    word = re.search(r'class="secret">([^<]+)<', page)[1]
    cara = office.browser()
    cara.log_in("cara", word)
    assert "is not your password" in cara.post("/account/password", 400, page="/account", old="x", new="y" * 12).text
    cara.post("/account/password", page="/account", old=word, new="another good one")
    cara.log_in("cara", "another good one")
    number = re.search(r'action="/people/(\d+)"(?:(?!</tr>).)*of root', root.get("/people"), re.S)[1]
    assert "must stay" in root.post(f"/people/{number}", 400, page="/people", role="reader", active="yes").text
    assert "already" in root.post("/people", 400, page="/people", name="Cara", role="checker").text


def test_the_first_admin_needs_the_printed_code(url: str) -> None:
    with served(url, users=True) as desk:
        desk.desk.new_setup_code()
        code = desk.desk.setup_code
        browser = desk.browser()
        assert "first admin" in browser.get("/login")
        fields = {"name": "ada", "password": "long enough word", "page": "/setup"}
        assert "not the code" in browser.post("/setup", 403, code="guess", **fields).text
        assert desk.desk.setup_code != code  # a guess costs the code
        browser.post("/setup", code=desk.desk.setup_code, **fields)
        browser.log_in("ada", "long enough word")
        assert browser.http.get("/people").status_code == 200
        assert browser.http.get("/setup").status_code == 303


def test_tokens_are_shown_once_and_revoked(office: Served) -> None:
    ana = office.browser("ana")
    page = ana.post("/account/tokens", 200, page="/account", name="CMS", role="reader").text
    token = re.search(r'class="secret">([^<]+)<', page)[1]
    assert token not in ana.get("/account")
    assert office.api(token).get("/events").status_code == 200
    assert office.api(token).post("/undo", json={}).status_code == 403  # a reader's token
    assert office.browser().http.get("/", headers={"authorization": f"Bearer {token}"}).status_code == 403
    assert "more than its owner" in ana.post("/account/tokens", 400, page="/account", name="x", role="admin").text
    number = re.search(r"/account/tokens/(\d+)/revoke", ana.get("/account"))[1]
    ana.post(f"/account/tokens/{number}/revoke", page="/account")
    assert office.api(token).get("/events").status_code == 401


def test_the_command_refuses_to_serve_others_without_accounts(tmp_path: Path) -> None:
    import subprocess
    import sys

    for arguments, said in (
        (["--host", "0.0.0.0"], "--users"),
        ([str(tmp_path / "nope")], "not a folder"),
        (["--database", "mysql://x"], "only sqlite and postgresql"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "crosscheck", "desk", "--port", "0", *arguments],
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert (done.returncode, said in done.stderr) == (2, True), done.stderr


def test_an_account_is_made_at_the_command_line(command: Callable[..., Any], tmp_path: Path) -> None:
    import subprocess
    import sys

    file = str(tmp_path / "desk.db")
    make = [sys.executable, "-m", "crosscheck", "desk", "--database", file, "--add-user", "ada", "--role", "admin"]
    for password, status in (("short", 2), (PASSWORD, 0), (PASSWORD, 2)):
        done = subprocess.run(make, input=password + "\n", capture_output=True, text=True, timeout=60)
        assert done.returncode == status, done.stderr
    browser = Browser(command("--users", "--database", file).base)
    browser.log_in("ada")
    assert "ada" in browser.get("/people")


Start = Callable[..., Any]


def test_the_command_serves(command: Start, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    started = command("--database", str(tmp_path / "d.db"), str(folder))
    import httpx

    assert "empty" in httpx.get(f"{started.base}/").text
    assert "spacy" not in "".join(started.said)
