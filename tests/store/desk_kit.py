"""What the tests of the store and of the desk share: findings documents made by hand, and a PostgreSQL of their own."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from crosscheck.document import DocArticle, DocFinding, DocMention, DocReading, Document, Tool

Reading = tuple[str, Sequence[str]]  # value, and the paths of the articles that carry it


def article(path: str, text: str, *, role: str = "source", publisher: str | None = None) -> DocArticle:
    """An article with its text; the first line is the title."""
    return DocArticle(
        id=hashlib.sha256(f"{path}{text}".encode()).hexdigest()[:12],
        path=path,
        title=text.splitlines()[0],
        publisher=publisher,
        published="2025-03-04",
        role=role,
        source_group=path,
        url=f"https://news.example/{path}",
        text=text,
    )


def finding(
    articles: Sequence[DocArticle],
    rule: str,
    subject: str,
    readings: Sequence[Reading],
    *,
    level: str = "warning",
    kind: str = "figure",
    group: str = "",
) -> DocFinding:
    """A finding whose id follows from rule, subject and readings; each value must stand in its articles' texts."""
    by_path = {a.path: a for a in articles}
    text = "\x1f".join([rule, subject, *sorted(value for value, _ in readings)])
    made = tuple(
        DocReading(
            value=value,
            independent_sources=len(paths),
            mentions=tuple(_mention(by_path[path], value) for path in paths),
            primary=any(by_path[path].role == "primary" for path in paths),
        )
        for value, paths in readings
    )
    return DocFinding(
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        rule=rule,
        kind=kind,
        level=level,
        confidence=0.8,
        subject=subject,
        message=f"Articles differ on {subject}.",
        suggestion=None,
        readings=made,
        group=group,
    )


def _mention(article: DocArticle, value: str) -> DocMention:
    text = article.text or ""
    start = text.index(value)
    end = start + len(value)
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return DocMention(
        article=article.id,
        start=start,
        end=end,
        line=text.count("\n", 0, start) + 1,
        column=start - first + 1,
        text=value,
        sentence=(first, last if last > 0 else len(text)),
        marks=((start, end),),
    )


def document(articles: Sequence[DocArticle], findings: Sequence[DocFinding]) -> Document:
    """A whole document."""
    tool = Tool(version="0", model="none", settings="0")
    return Document(
        tool=tool, articles=tuple(articles), findings=tuple(findings), agreed=(), single_source=(), unread=()
    )


HARBOUR = (
    "Fire at the harbour\n\nThe fire broke out on Monday.\nIt killed 12 people, the harbour master said.\n",
    "Harbour fire kills many\n\nFlames were seen on Monday.\nRescuers counted 14 people dead by noon.\n",
    "Blaze at docks\n\nOn Tuesday the docks burned.\nPolice spoke of 12 people killed.\n",
)


def harbour(*, toll: str = "14 people", extra: str | None = None) -> Document:
    """Three articles on a fire with two findings: its toll and its day. ``extra`` is one more article's toll."""
    texts = [HARBOUR[0], HARBOUR[1].replace("14 people", toll), HARBOUR[2]]
    articles = [article(f"{chr(97 + i)}.txt", text, publisher=f"Paper {i + 1}") for i, text in enumerate(texts)]
    tolls: list[Reading] = [("12 people", ["a.txt", "c.txt"])]
    if toll != "12 people":
        tolls.append((toll, ["b.txt"]))
    if extra:
        articles.append(article("d.txt", f"Late news\n\nThe toll rose to {extra} overnight.\n"))
        known = [i for i, (value, _) in enumerate(tolls) if value == extra]
        if known:
            tolls[known[0]] = (extra, [*tolls[known[0]][1], "d.txt"])
        else:
            tolls.append((extra, ["d.txt"]))
    found = []
    if len(tolls) > 1:
        found.append(finding(articles, "FIG401", "people killed", tolls, level="error"))
    found.append(
        finding(
            articles, "DAT301", "day of the fire", [("Monday", ["a.txt", "b.txt"]), ("Tuesday", ["c.txt"])], kind="date"
        )
    )
    return document(articles, found)


def harbour_findings(articles: Sequence[DocArticle]) -> list[DocFinding]:
    """The toll alone, for articles that say it as those of :func:`harbour` do."""
    tolls: list[Reading] = [("12 people", ["a.txt", "c.txt"]), ("14 people", ["b.txt"])]
    return [finding(articles, "FIG401", "people killed", tolls, level="error")]


def many(number: int) -> Document:
    """One event with ``number`` findings, each on two articles."""
    lines = [f"Company {i} earned {i + 100} crowns in spring." for i in range(number)]
    first = article("a.txt", "Results\n\n" + "\n".join(lines) + "\n")
    second = article(
        "b.txt",
        "Earnings\n\n"
        + "\n".join(line.replace(f"earned {i + 100}", f"earned {i + 7100}") for i, line in enumerate(lines))
        + "\n",
    )
    found = [
        finding(
            [first, second],
            "FIG402",
            f"earnings of company {i}",
            [(f"Company {i} earned {i + 100} crowns", ["a.txt"]), (f"Company {i} earned {i + 7100} crowns", ["b.txt"])],
            level=("error", "warning", "note")[i % 3],
        )
        for i in range(number)
    ]
    return document([first, second], found)


def spokesmen() -> Document:
    """One slip that three findings tell, with another finding between them in the document; and one apart."""
    texts = (
        "Talks go on\n\nOn Monday Li Wei of the foreign ministry said that talks go on. It took 12 hours.\n",
        "Talks continue\n\nOn Monday Li Wei of the foreign ministry said so. It took 14 hours.\n",
        "Talks to go on\n\nOn Monday Liu Wei of the defence ministry said so. It took 12 hours.\n",
    )
    articles = [article(f"{chr(97 + i)}.txt", text, publisher=f"Paper {i + 1}") for i, text in enumerate(texts)]
    two: list[Reading] = [("Li Wei", ["a.txt", "b.txt"]), ("Liu Wei", ["c.txt"])]
    body: list[Reading] = [("foreign ministry", ["a.txt", "b.txt"]), ("defence ministry", ["c.txt"])]
    hours: list[Reading] = [("12 hours", ["a.txt", "c.txt"]), ("14 hours", ["b.txt"])]
    found = [
        finding(
            articles, "QUO502", "who said that talks go on", two, level="error", kind="quote_attribution", group="s1"
        ),
        finding(articles, "FIG401", "length of the talks", hours, group="f1"),
        finding(articles, "AFF201", "body of the spokesman", body, kind="affiliation", group="s1"),
        finding(articles, "NAM101", "name of the spokesman", two, level="note", kind="name", group="s1"),
    ]
    return document(articles, found)


# --- PostgreSQL ------------------------------------------------------------------------------------------------------


def new_database(template: str) -> str:
    """The URL of an empty database in the cluster: the one that the last test had, made anew."""
    import psycopg

    with psycopg.connect(template.format("postgres").replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'desk'")
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = 'desk'").fetchone():
            connection.execute("CREATE DATABASE desk")
    with psycopg.connect(template.format("desk").replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return template.format("desk")


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@contextmanager
def postgresql() -> Iterator[str | None]:
    """A private cluster on a socket in a temporary folder; yields its URL without a database, None where not installed."""
    programs = _programs()
    if programs is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="crosscheck-pg-"))
    as_user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    if as_user:
        shutil.chown(folder, "postgres")

    def run(*command: str) -> None:
        subprocess.run(
            [*as_user, *command], check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    data = str(folder / "data")
    options = f"-c listen_addresses='' -k {folder} -c fsync=off -c max_connections=200"
    try:
        run(
            str(programs / "initdb"),
            "-D",
            data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "--no-sync",
        )
        run(str(programs / "pg_ctl"), "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        yield f"postgresql+psycopg://postgres@/{{}}?host={folder}"
        run(str(programs / "pg_ctl"), "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
