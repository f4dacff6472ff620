"""Every bound of the desk, with how it was chosen. None of them changes a finding."""

from __future__ import annotations

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Sizes in bytes, times in seconds."""

    # uploads: the longest article of the clusters that we measure with has 40 kB; 5 MB is a large HTML page with its
    # scripts or a PDF, 300 files is three times the largest event seen
    file_bytes: int = 5_000_000
    files: int = 300
    upload_bytes: int = 60_000_000
    addresses: int = 5  # fetched at once: each may take 20 s, and somebody waits
    fetching: int = 2  # people whose addresses are fetched at the same time
    form_bytes: int = 1_000_000  # a judgement with every field full is under 20 kB, a bulk form of 500 findings too
    api_bytes: int = 20_000_000  # a check of 400 long articles
    api_articles: int = 400
    # a check that is answered at once: about 5 s of work on one core, within what a CMS waits for
    at_once_articles: int = 30
    at_once_chars: int = 200_000
    at_once_seconds: float = 90.0
    # jobs: 400 articles take about half a minute on two cores
    job_seconds: float = 900.0
    job_bytes: int = 6_000_000_000  # address space of a worker; the model and 400 articles take under 2 GB
    job_processes: int | None = None  # extraction processes of one check; None: as the pipeline thinks best
    workers: int = 1  # checks that run at the same time
    waiting: int = 50  # checks that wait; more are refused
    worker_idle_seconds: float = 300.0  # then the worker ends and gives its memory back
    worker_checks: int = 50  # then a fresh one is started, so that leaks stay small
    # pages
    rendering: int = 1  # pages made at the same time: Python runs one thread at a time, more only take turns longer
    page_rows: int = 50
    panels: int = 4  # articles side by side: four fit the widest screens
    panel_chars: int = (
        15_000  # of an article beside others, before and after the words; the rest is on the article's own page
    )
    duplicates: int = 60  # findings offered as the one that this repeats: those of its kind first
    bulk: int = 500
    api_page: int = 500
