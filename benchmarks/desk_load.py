"""The desk under load: 20 people on one event of 300 findings for a minute.

Each person opens the queue, opens a finding, thinks, judges it by the page's own form, and is shown the next. Measured is
the time from sending a request to its last byte, on connections that stay open, as browsers hold them: pages (95th
percentile at most 150 ms) and judgements, the POST itself (at most 50 ms). ``--think 0`` shows what is left in reserve: 20
people who never pause. Requests go to this machine only, and end with ``--seconds``.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode, urlsplit

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "store"))

TARGETS = {"page": 150.0, "judgement": 50.0}  # milliseconds, 95th percentile
TOKEN = re.compile(r'name="form_token" value="([0-9a-f]+)"')
KEY = re.compile(r'name="request_key" value="([0-9a-f]+)"')
VERSION = re.compile(r'name="version" value="(\d+)"')
FINDING = re.compile(r'href="(/findings/\d+\?[^"]*)" data-open')


class Person(threading.Thread):
    """One client with its own connection and cookie."""

    def __init__(self, address: str, number: int, *, until: float, think: float) -> None:
        super().__init__()
        self.connection = http.client.HTTPConnection(address, timeout=30)
        self.chance = random.Random(number)
        self.until = until
        self.think = think
        self.cookie = ""
        self.times: list[tuple[str, float]] = []
        self.errors: list[str] = []

    def ask(self, what: str, method: str, path: str, body: str | None = None) -> tuple[int, str, str]:
        """(status, text, location) of a request, whose time is noted."""
        headers = {"cookie": self.cookie, "accept-encoding": "identity"}
        if body is not None:
            headers["content-type"] = "application/x-www-form-urlencoded"
        started = time.perf_counter()
        self.connection.request(method, path, body=body, headers=headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        self.times.append((what, (time.perf_counter() - started) * 1000))
        if new := answer.getheader("set-cookie"):
            self.cookie = new.partition(";")[0]
        return answer.status, text, answer.getheader("location") or ""

    def run(self) -> None:
        try:
            self.work()
        except OSError as error:
            self.errors.append(str(error))

    def work(self) -> None:
        """Page after page until the time is up."""
        time.sleep(self.chance.random() * min(1.0, self.think))
        while time.time() < self.until:
            page = self.chance.randrange(6) + 1
            status, text, _ = self.ask("page", "GET", f"/queue?state=all&event=1&page={page}")
            found = FINDING.findall(text)
            if status != 200 or not found:
                self.errors.append(f"queue: {status}")
                continue
            path = self.chance.choice(found).replace("&amp;", "&")
            for _ in range(5):
                path = self.judge(path)
                if not path.startswith("/findings/") or time.time() > self.until:
                    break

    def judge(self, path: str) -> str:
        """Open a finding, think, judge it; the path of the next one."""
        status, text, _ = self.ask("page", "GET", path)
        token, key, version = (pattern.search(text) for pattern in (TOKEN, KEY, VERSION))
        if status != 200 or not (token and key and version):
            self.errors.append(f"{path}: {status}")
            return ""
        time.sleep(self.think * (0.5 + self.chance.random()))
        form = {
            "form_token": token[1],
            "request_key": key[1],
            "version": version[1],
            "verdict": self.chance.choice(["unsure", "dismissed", "confirmed"]),
            "reason": "They speak of different things",
        }
        where, _, query = path.partition("?")
        status, text, location = self.ask("judgement", "POST", f"{where}/judge?{query}", urlencode(form))
        if status not in (303, 409):  # 409: another person was faster, which is how it should be
            self.errors.append(f"{where}: {status} {text[-300:]}")
        return location


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def start(folder: str, findings: int, database: str | None) -> tuple[subprocess.Popen[str], str]:
    """A desk with one event, as a process of its own; (process, address)."""
    import desk_kit

    from crosscheck.store import events, rerun
    from crosscheck.store.migrate import open_database

    url = database or f"sqlite:///{folder}/desk.db"
    opened = open_database(url)
    with opened.write() as session:
        event = events.create(session, None, name="Spring")
        rerun.take(session, None, event.id, desk_kit.many(findings))
    opened.close()
    command = [sys.executable, "-m", "crosscheck", "desk", "--port", "0", "--database", url]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    for line in process.stderr:
        if found := re.search(r"at (http://\S+?)/ ", line):
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return process, urlsplit(found[1]).netloc
    raise SystemExit("the desk did not start")


def measure(*, people: int, seconds: float, findings: int, think: float, database: str | None) -> bool:
    """Run, print a table; True when every target is met."""
    with tempfile.TemporaryDirectory() as folder:
        process, address = start(folder, findings, database)
        try:
            warm = Person(address, 0, until=time.time() + 2, think=0)
            warm.start()
            warm.join()
            crowd = [Person(address, n, until=time.time() + seconds, think=think) for n in range(1, people + 1)]
            for person in crowd:
                person.start()
            for person in crowd:
                person.join()
        finally:
            process.terminate()
            process.wait(20)
    errors = [error for person in crowd for error in person.errors]
    print(
        f"{people} people, {seconds:.0f} s, {findings} findings, {think:g} s of thought; load {os.getloadavg()[0]:.1f}"
    )
    print(f"{'':12}{'requests':>10}{'a second':>10}{'median':>10}{'95 %':>10}{'99 %':>10}{'max':>10}   target")
    met = not errors
    for what, target in TARGETS.items():
        times = [ms for person in crowd for kind, ms in person.times if kind == what]
        marks = [percentile(times, share) for share in (0.5, 0.95, 0.99, 1.0)]
        met = met and marks[1] <= target
        row = "".join(f"{mark:10.1f}" for mark in marks)
        print(
            f"{what:12}{len(times):10}{len(times) / seconds:10.1f}{row}   {target:.0f} ms {'met' if marks[1] <= target else 'MISSED'}"
        )
    print(f"errors: {len(errors)}", *errors[:3], sep="\n  " if errors else "")
    return met


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--findings", type=int, default=300)
    parser.add_argument("--think", type=float, default=1.0)
    parser.add_argument("--database", help="an empty database; by default an SQLite file of its own")
    given = parser.parse_args()
    people = max(1, min(given.people, 100))
    seconds = max(1.0, min(given.seconds, 600.0))
    met = measure(
        people=people, seconds=seconds, findings=given.findings, think=max(0.0, given.think), database=given.database
    )
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
