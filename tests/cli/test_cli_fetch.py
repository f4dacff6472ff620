"""``crosscheck fetch``: a line for each address, whatever becomes of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "fetching"))
import fetch_kit

from crosscheck.cli import run
from crosscheck.cli.fetch import fetch
from crosscheck.fetching import Fetcher


def test_a_line_for_each_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(tmp_path / "event")
    with fetch_kit.site() as site:
        urls = [f"{site.base}{path}" for path in ("/fire.html", "/none", "/nothing", "/fire.html")]
        assert fetch(urls, folder, Fetcher(fetch_kit.OPEN, pause=0)) == 1
        out, err = capsys.readouterr()
        assert out == f"{folder}/127-0-0-1-fire.html\n"
        assert err.splitlines() == [
            f"crosscheck: {site.base}/none: answered 404 Not Found",
            f"crosscheck: {site.base}/nothing: no article text was found in the page",
        ]
        assert fetch(urls[1:2], folder, Fetcher(fetch_kit.OPEN, pause=0)) == 2


def test_the_command_reaches_no_inner_network(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with fetch_kit.site() as site:
        assert run(["fetch", "http://127.0.0.1/", "http://169.254.169.254/", "-o", str(tmp_path / "x")]) == 2
        assert site.seen == []
    err = capsys.readouterr().err.splitlines()
    assert err == [
        "crosscheck: http://127.0.0.1/: leads to this machine (127.0.0.1), which is refused",
        "crosscheck: http://169.254.169.254/: leads to the local network (169.254.169.254), which is refused",
    ]


def test_a_folder_that_cannot_be_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert run(["fetch", "http://news.example/", "-o", str(tmp_path / "file")]) == 2
    assert "cannot be made" in capsys.readouterr().err
