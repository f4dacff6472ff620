"""Nothing that was acknowledged is lost: a killed desk, two desks on one file, two people at once."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import desk_kit
import httpx
from desk_http import Command, Served

from crosscheck.store import audit, events, findings, rerun
from crosscheck.store.database import Database
from crosscheck.store.migrate import open_database
from crosscheck.store.undo import undo
from crosscheck.store.views import Actor

KILLS = 10
JUDGEMENTS = 200
READERS = 4


def fill(url: str, number: int) -> list[int]:
    """A database with one event; the numbers of its findings."""
    database = open_database(url)
    with database.write() as session:
        event = events.create(session, None, name="Spring").id
        rerun.take(session, None, event, desk_kit.many(number))
        rows = [row.id for row, _ in findings.of_event(session, event)]
    database.close()
    return rows


def sound(database: Database) -> None:
    with database.read() as session:
        assert audit.check(session) == []
    assert database.problems() == []


def judge_until_dead(base: str, numbers: list[int], acknowledged: list[str], lap: int) -> None:
    """Judge as fast as answers come; notes down the key of every judgement that was acknowledged."""
    with httpx.Client(base_url=base, timeout=30) as http:
        for number in numbers:
            key = f"{lap}-{number}"
            body = {"verdict": "dismissed", "reason": key, "request": key}
            try:
                answer = http.post(f"/api/v1/findings/{number}/judgements", json=body)
            except httpx.HTTPError:
                return
            assert answer.status_code == 201, answer.text
            acknowledged.append(key)


def test_kill_9_amid_rapid_judgements(command: Callable[..., Command], tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    numbers = fill(url, JUDGEMENTS)
    chance = random.Random(6)
    acknowledged: list[str] = []
    for lap in range(KILLS):
        desk = command("--database", url)
        threads = [
            threading.Thread(target=judge_until_dead, args=(desk.base, numbers[i::READERS], acknowledged, lap))
            for i in range(READERS)
        ]
        goal = len(acknowledged) + chance.randrange(20, JUDGEMENTS - 20)
        for thread in threads:
            thread.start()
        while len(acknowledged) < goal:
            time.sleep(0.001)
        desk.kill()
        for thread in threads:
            thread.join()
        database = open_database(url)
        sound(database)
        with database.read() as session:
            kept = Counter(j.reason for j in findings.judgements(session))
            logged = sum(entry.what == "judged" for entry in audit.entries(session))
        database.close()
        assert not [key for key in acknowledged if kept[key] != 1]
        assert max(kept.values()) == 1
        assert logged == len(kept)
    assert len(acknowledged) > KILLS * 20


def test_two_desks_on_one_file(command: Callable[..., Command], tmp_path: Path) -> None:
    """Both judge the same findings at once: every request counts once, none is lost, one version wins each race."""
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    numbers = fill(url, 60)
    desks = [command("--database", url) for _ in range(2)]
    answers: Counter[int] = Counter()

    def work(base: str, who: int) -> None:
        with httpx.Client(base_url=base, timeout=60) as http:
            for number in numbers:
                body = {
                    "verdict": "unsure",
                    "version": 1,
                    "request": f"same-{number}" if number % 2 else f"{who}-{number}",
                }
                answers[http.post(f"/api/v1/findings/{number}/judgements", json=body).status_code] += 1

    threads = [threading.Thread(target=work, args=(d.base, i)) for i, d in enumerate(desks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    database = open_database(url)
    with database.read() as session:
        made = Counter(j.finding for j in findings.judgements(session))
    # the same key twice is acknowledged twice and done once; of two keys on one version the later is told to look again
    assert answers == {201: 90, 409: 30}
    assert made == {number: 1 for number in numbers}
    sound(database)
    database.close()


def test_many_people_at_once(url: str) -> None:
    """The log has no gap and no judgement is lost when threads write at once, on either database."""
    numbers = fill(url, 20)
    database = open_database(url)
    with database.write() as session:
        from crosscheck.store.people import add_account

        made = [add_account(session, None, name=f"p{i}", role="checker", password_hash="") for i in range(6)]
    actors = [Actor(id=a.id, name=a.name, role="checker") for a in made]
    failures: list[BaseException] = []

    def work(actor: Actor) -> None:
        from crosscheck.store import judge
        from crosscheck.store.views import Decision

        try:
            for number in numbers:
                with database.write() as session:
                    judge.judge(session, actor, [(number, None)], Decision(verdict="dismissed", reason=actor.name))
            with database.write() as session:
                undo(session, actor)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(actor,)) for actor in actors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as session:
        rows: Any = Counter((j.account, j.finding) for j in findings.judgements(session))
    # the undo of a judgement that another one replaced is refused; nothing else may fail
    assert all("later judgement" in str(error) for error in failures)
    assert len(rows) == 120
    assert set(rows.values()) == {1}
    sound(database)
    database.close()


def test_a_stopped_desk_says_what_it_left_undone(desk: Served) -> None:
    made = (
        desk.api().post("/events", json={"name": "Slow", "articles": [{"path": "a.txt", "text": "PLEASE HANG"}]}).json()
    )
    url = desk.database.url
    desk.stop()
    database = open_database(url)
    with database.read() as session:
        from crosscheck.store import jobs

        job = jobs.view(session, made["job"]["id"])
    assert (job.state, job.error) == ("failed", "The desk was stopped while this check ran.")
    database.close()
