"""The HTTP API: the contract of POST /check, jobs with progress, findings and judgements, errors as JSON."""

from __future__ import annotations

import json
from typing import Any

import desk_kit
import httpx
import pytest
from desk_http import Served, served

from crosscheck.desk.limits import Limits
from crosscheck.document import decode

ARTICLES = [
    {
        "path": "a.txt",
        "text": "Fire\n\nIt killed 12 people on Monday.\n",
        "publisher": "Gazette",
        "published": "2025-03-04",
    },
    {"path": "b.txt", "text": "Blaze\n\nRescuers counted 14 people on Monday.\n", "role": "draft", "published": None},
]


def error_of(answer: httpx.Response) -> str:
    body = answer.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message"}
    assert body["error"]["message"]
    return body["error"]["code"]


def test_a_check_answers_with_the_findings_document(desk: Served) -> None:
    answer = desk.api().post("/check", json={"articles": ARTICLES})
    assert answer.status_code == 200
    document = decode(answer.content)
    assert [f.rule for f in document.findings] == ["FIG401"]
    assert [(a.path, a.publisher, a.role) for a in document.articles] == [
        ("a.txt", "Gazette", "source"),
        ("b.txt", None, "draft"),
    ]
    assert "text" not in answer.json()["articles"][0]


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        ({"content": b"{"}, 400, "malformed_json"),
        ({"content": b""}, 400, "malformed_json"),
        ({"content": b"\xff\xfe"}, 400, "malformed_json"),
        ({"content": b"[" * 100_000}, 400, "malformed_json"),
        ({"json": {}}, 400, "invalid"),
        ({"json": []}, 400, "invalid"),
        ({"json": {"articles": []}}, 400, "invalid"),
        ({"json": {"articles": [{"path": "a.txt"}]}}, 400, "invalid"),
        ({"json": {"articles": [{"text": "x"}]}}, 400, "invalid"),
        ({"json": {"articles": [{"path": "a", "text": 1}]}}, 400, "invalid"),
        ({"json": {"articles": [{"path": "a", "text": "x", "role": "judge"}]}}, 400, "invalid"),
        ({"json": {"articles": [{"path": " ", "text": "x"}]}}, 400, "invalid"),
        ({"json": {"articles": [{"path": "a", "text": " \n"}]}}, 400, "empty"),
        ({"json": {"articles": [{"path": "a", "text": "x"}] * 401}}, 400, "too_many"),
        ({"content": b'{"articles": [{"path": "a", "text": "' + b"x" * 20_000_000 + b'"}]}'}, 413, "too_large"),
        (
            {"content": b"a=1", "headers": {"content-type": "application/x-www-form-urlencoded"}},
            415,
            "unsupported_media_type",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_a_check_refuses(sqlite: str, sent: dict[str, Any], status: int, code: str) -> None:
    with served(sqlite) as desk:
        headers = {"content-type": "application/json"} | sent.pop("headers", {})
        answer = desk.api().post("/check", headers=headers, **sent)
        assert (answer.status_code, error_of(answer)) == (status, code)


def test_errors_of_other_routes(desk: Served) -> None:
    api = desk.api()
    for answer, status, code in (
        (api.get("/nope"), 404, "not_found"),
        (api.get("/events/99"), 404, "not_found"),
        (api.get("/events/99/document"), 404, "not_found"),
        (api.get("/findings/99999999999999999999999"), 404, "not_found"),
        (api.get("/jobs/nope"), 404, "not_found"),
        (api.get("/jobs/nope/progress"), 404, "not_found"),
        (api.get("/findings?limit=0"), 400, "invalid"),
        (api.get("/findings?state=odd"), 400, "invalid"),
        (api.delete("/events"), 405, "method_not_allowed"),
        (api.post("/undo", json={}), 409, "nothing_to_undo"),
        (api.post("/check/upload", files={"files": ("", b"")}), 400, "empty"),
        (api.post("/check/upload", content=b"x", headers={"content-type": "multipart/form-data"}), 400, "bad_request"),
    ):
        assert (answer.status_code, error_of(answer)) == (status, code), answer.request.url


def test_files_may_be_uploaded(desk: Served) -> None:
    manifest = json.dumps([{"file": "a.txt", "publisher": "Gazette"}]).encode()
    files = [("files", (a["path"], str(a["text"]).encode())) for a in ARTICLES] + [
        ("files", ("manifest.json", manifest))
    ]
    answer = desk.api().post("/check/upload", files=files)
    assert answer.status_code == 200
    document = decode(answer.content)
    assert [(a.path, a.publisher) for a in document.articles] == [("a.txt", "Gazette"), ("b.txt", None)]
    assert len(document.findings) == 1


def test_a_large_set_becomes_a_job_with_progress(url: str) -> None:
    with served(url, limits=Limits(at_once_articles=1)) as desk:
        api = desk.api()
        answer = api.post("/check", json={"articles": [ARTICLES[0] | {"text": "PLEASE WAIT 12 people"}, ARTICLES[1]]})
        assert answer.status_code == 202
        body = answer.json()
        assert api.get(f"/jobs/{body['job']['id']}/document").status_code == 409
        with api.stream("GET", body["progress"].removeprefix("/api/v1")) as stream:
            assert stream.headers["content-type"].startswith("text/event-stream")
            lines = [line for line in stream.iter_lines() if line.startswith(("event:", "data:"))]
        assert lines[-2] == "event: end"
        assert json.loads(lines[-1].removeprefix("data: "))["state"] == "done"
        assert any('"done":2,"total":2' in line for line in lines)
        document = api.get(body["document"].removeprefix("/api/v1"))
        assert [f["rule"] for f in document.json()["findings"]] == ["FIG401"]


def test_an_event_from_articles_to_judgements(desk: Served) -> None:
    api = desk.api()
    made = api.post("/events", json={"name": "Harbour", "articles": [ARTICLES[0], ARTICLES[1] | {"role": "source"}]})
    assert made.status_code == 201
    event = made.json()["event"]["id"]
    desk.wait_checked(event)
    assert api.get(f"/events/{event}/document").json()["articles"][0]["publisher"] == "Gazette"
    page = api.get("/findings", params={"event": event}).json()
    assert page["total"] == 1
    finding = page["findings"][0]
    path = f"/findings/{finding['id']}"
    judged = api.post(
        f"{path}/judgements", json={"verdict": "confirmed", "reading": "12 people", "version": finding["version"]}
    )
    assert (judged.status_code, judged.json()["row"]["state"]) == (201, "confirmed")
    late = api.post(f"{path}/judgements", json={"verdict": "unsure", "version": finding["version"]})
    assert (late.status_code, error_of(late)) == (409, "changed")
    assert error_of(api.post(f"{path}/judgements", json={"verdict": "dismissed"})) == "reason_missing"
    assert api.post(f"{path}/notes", json={"text": "call back"}).json()["notes"][0]["text"] == "call back"
    assert api.post(f"{path}/assignee", json={"name": "local"}).json()["row"]["assignee"] == "local"
    assert error_of(api.post(f"{path}/assignee", json={"name": "nobody"})) == "not_found"
    assert [j["verdict"] for j in api.get("/judgements", params={"event": event}).json()] == ["confirmed"]
    for state in ("confirmed", "confirmed", "open"):
        api.post("/undo", json={})
        assert api.get(path).json()["row"]["state"] == state
    whats = [entry["what"] for entry in api.get("/audit", params={"finding": finding["id"]}).json()]
    assert whats == ["judged", "noted", "assigned", "undone", "undone", "undone"]
    assert api.get("/audit/check").json() == {"sound": True, "problems": []}
    assert api.post(f"/events/{event}/check").status_code == 202
    desk.wait_checked(event, 2)


def test_baseline_by_api(desk: Served) -> None:
    first, second = (desk.import_document(name, desk_kit.harbour()) for name in ("One", "Two"))
    api = desk.api()
    finding = api.get("/findings", params={"event": first, "kind": "date"}).json()["findings"][0]["id"]
    api.post(f"/findings/{finding}/judgements", json={"verdict": "dismissed", "reason": "time zones"})
    kept = api.get(f"/events/{first}/baseline").json()
    assert api.post(f"/events/{second}/baseline", json=kept).json() == {"dismissed": 1, "left": 0}
    assert api.post(f"/events/{second}/baseline", json=kept).json() == {"dismissed": 0, "left": 1}


def test_the_openapi_document_describes_the_check(desk: Served) -> None:
    document = desk.browser().http.get("/schema/openapi.json").json()
    check = document["paths"]["/api/v1/check"]["post"]
    assert {"200", "202", "400", "401", "413", "429"} <= set(check["responses"])
    assert all(path.startswith("/api/v1/") for path in document["paths"])


# --- bad checks ------------------------------------------------------------------------------------------------------


def test_a_crashed_worker_fails_its_check_only(desk: Served) -> None:
    api = desk.api()
    answer = api.post("/check", json={"articles": [ARTICLES[0] | {"text": "PLEASE CRASH"}]})
    assert (answer.status_code, error_of(answer)) == (400, "check_failed")
    assert "ended unexpectedly" in answer.json()["error"]["message"]
    assert api.post("/check", json={"articles": ARTICLES}).status_code == 200
    with desk.database.read() as session:
        from crosscheck.store import audit

        assert audit.check(session) == []


def test_a_check_that_hangs_is_stopped(sqlite: str) -> None:
    with served(sqlite, limits=Limits(job_seconds=1.0)) as desk:
        api = desk.api()
        answer = api.post("/check", json={"articles": [ARTICLES[0] | {"text": "PLEASE HANG"}]})
        assert "took longer than 1 seconds" in answer.json()["error"]["message"]
        assert api.post("/check", json={"articles": ARTICLES}).status_code == 200


def test_too_many_checks_are_refused(sqlite: str) -> None:
    with served(sqlite, limits=Limits(waiting=1, at_once_articles=0)) as desk:
        slow = {"articles": [ARTICLES[0] | {"text": "PLEASE WAIT"}]}
        answers = [desk.api().post("/check", json=slow) for _ in range(5)]
        refused = [a for a in answers if a.status_code == 429]
        assert refused
        assert error_of(refused[0]) == "busy"
        assert refused[0].headers["retry-after"]


def test_an_event_whose_check_crashed_says_so_and_can_be_mended(desk: Served) -> None:
    api = desk.api()
    made = api.post("/events", json={"name": "Bad", "articles": [{"path": "a.txt", "text": "PLEASE CRASH"}]}).json()
    with api.stream("GET", f"/jobs/{made['job']['id']}/progress") as stream:
        assert '"state":"failed"' in "".join(stream.iter_text())
    page = desk.browser().get(f"/events/{made['event']['id']}")
    assert "The last check did not finish" in page
    assert "Check" in page


def test_the_real_worker_is_bounded_in_memory() -> None:
    """Address space far too small for the language model: the check fails, and says so."""
    import asyncio

    from crosscheck.desk.jobs import Worker, worker_command
    from crosscheck.desk.worker import Given, Request
    from crosscheck.settings import Settings

    async def run() -> tuple[object, str | None]:
        worker = Worker(Limits(), worker_command(Limits(job_bytes=200_000_000)))
        try:
            request = Request(
                settings=Settings(), articles=(Given(path="a.txt", text="Fire killed 12 people."),), cache=False
            )
            return await worker.check(request, lambda step: None)
        finally:
            await worker.end()

    document, error = asyncio.run(run())
    assert document is None
    assert error
