"""The walk in docs/howto/a-reporters-day.md, as it is printed there, with the real program and git."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WIRES = ROOT / "seeds" / "nato-summit"
PAGE = ROOT / "docs" / "howto" / "a-reporters-day.md"
pytestmark = pytest.mark.skipif(
    not (WIRES.is_dir() and PAGE.is_file()), reason="seeds/ and docs/ are not beside the tests"
)


def block(name):
    """The fenced block of the page with this word behind its language."""
    return re.search(rf"^```\w+ {name}\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)[1]


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def desk(cache, tmp_path):
    """Runs a command in a folder with the sources: (status, standard output)."""
    shutil.copytree(WIRES, tmp_path / "wires")
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "crosscheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m crosscheck "$@"\n')
    program.chmod(0o755)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")} | {
        "CROSSCHECK_CACHE_DIR": str(cache),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }

    def run(*command):
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout

    return run


def check(desk, *options):
    return desk("crosscheck", "check", "draft.md", "--against", "wires", *options)


def test_five_mistakes_are_found_each_at_its_place(desk, tmp_path):
    (tmp_path / "draft.md").write_text(block("draft"))
    status, out = check(desk, "--quiet")
    told, found = block("findings").splitlines(), out.splitlines()
    assert status == 1
    assert [line[: len(wanted)] for line, wanted in zip(found, told, strict=True)] == told


def test_a_draft_on_long_lines_has_the_same_findings(desk, tmp_path):
    front, title, *paragraphs = block("draft").strip().split("\n\n")
    flat = "\n\n".join([front, title, *(p.replace("\n", " ") for p in paragraphs)])
    codes = []
    for text in (block("draft"), flat):
        (tmp_path / "draft.md").write_text(text)
        codes.append([line.split()[2] for line in check(desk, "--quiet")[1].splitlines()])
    assert codes[0] == codes[1]


def test_the_mended_draft_passes_and_its_comment_is_counted(desk, tmp_path):
    (tmp_path / "draft.md").write_text(block("mended"))
    status, out = check(desk, "--format", "text", "--format", "html:report.html")
    assert status == 0
    assert "Found 1 note (1 ignored by comment)." in out
    assert "The draft follows the majority." in out
    assert (tmp_path / "report.html").read_text("utf-8").startswith("<!doctype html>")


def test_without_the_comment_the_summit_has_two_lengths(desk, tmp_path):
    text = "".join(line for line in block("mended").splitlines(keepends=True) if "<!--" not in line)
    (tmp_path / "draft.md").write_text(text)
    status, out = check(desk, "--quiet")
    assert status == 1
    assert [line.split()[2] for line in out.splitlines()] == ["DAT302", "QUO501"]


@pytest.mark.skipif(not shutil.which("git") or not shutil.which("xargs"), reason="needs git and xargs")
def test_the_hook_stops_a_commit_until_the_draft_is_mended(desk, tmp_path):
    assert desk("git", "init", "-q", ".")[0] == 0
    for key, value in (("user.name", "Ada Brook"), ("user.email", "ada@example.org"), ("commit.gpgsign", "false")):
        desk("git", "config", key, value)
    hook = tmp_path / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(block("hook"))
    hook.chmod(0o755)
    commits = []
    for text in (block("draft"), block("mended")):
        (tmp_path / "draft.md").write_text(text)
        desk("git", "add", "draft.md")
        commits.append(desk("git", "commit", "-q", "-m", "Summit")[0])
    assert commits[0] != 0
    assert commits[1] == 0
    assert desk("git", "log", "--format=%s")[1] == "Summit\n"
