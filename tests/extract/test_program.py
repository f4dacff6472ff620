"""The program from end to end on the sample events, as its users start it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EVENT = ROOT / "seeds" / "market-hall-fire"
pytestmark = pytest.mark.skipif(not EVENT.is_dir(), reason="seeds/ is not beside the tests")


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def crosscheck(cache, tmp_path):
    """Runs the program in an empty folder: (status, standard output, standard error)."""

    def call(*arguments, stdin=None):
        environment = {**os.environ, "CROSSCHECK_CACHE_DIR": str(cache), "SOURCE_DATE_EPOCH": "0"}
        command = [sys.executable, "-m", "crosscheck", *map(str, arguments)]
        done = subprocess.run(command, env=environment, cwd=tmp_path, input=stdin, capture_output=True, check=False)
        return done.returncode, done.stdout, done.stderr.decode()

    return call


FORMATS = ["text", "json", "jsonl", "sarif", "junit", "github", "markdown", "html"]


def test_one_worker_and_two_give_the_same_bytes_in_every_format(crosscheck, tmp_path):
    runs = []
    for workers in ("1", "2"):
        files = [f"--format={f}:{workers}.{f}" for f in FORMATS]
        status, out, err = crosscheck("check", EVENT, "--no-cache", "--workers", workers, *files)
        assert (status, out, err) == (1, b"", "")
        runs.append([(tmp_path / f"{workers}.{f}").read_bytes() for f in FORMATS])
    assert runs[0] == runs[1]


def test_a_cached_run_gives_the_same_bytes_and_loads_nothing_heavy(crosscheck):
    first = crosscheck("check", EVENT)
    second = crosscheck("check", EVENT)
    assert first == second
    code = (
        "import sys; from crosscheck.cli import run; run(['check', sys.argv[1], '-q']);"
        "heavy = {'spacy', 'numpy', 'rich', 'babel', 'dateparser', 'pint', 'trafilatura', 'jinja2', 'rapidfuzz',"
        " 'crosscheck.align', 'crosscheck.compare', 'importlib.metadata'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    assert _python(code, EVENT, crosscheck).endswith("[]\n")


def _python(code, argument, crosscheck):
    cache = crosscheck.__closure__[0].cell_contents
    environment = {**os.environ, "CROSSCHECK_CACHE_DIR": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", code, str(argument)], env=environment, capture_output=True, text=True, check=True
    )
    return done.stderr


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "PNG"),
        ("marks.txt", "“”‘’\"\"''".encode() * 50, "no words"),
        ("big.txt", b"word " * 4_100_000, "larger than"),
        ("long.txt", b"word " * 300_000, "longer than"),
        ("folder-without-articles", None, "no articles"),
        ("missing.txt", ..., "no such file"),
    ],
)
def test_bad_input_is_one_clear_line_and_good_articles_beside_it_are_checked(crosscheck, tmp_path, name, data, words):
    path = tmp_path / name
    if data is None:
        path.mkdir()
    elif data is not ...:
        path.write_bytes(data)
    status, out, err = crosscheck("check", path)
    assert status == 2 and out == b"" and words in err and "Traceback" not in err
    assert err.startswith("crosscheck: no readable article") and err.count("\n") == 1
    status, out, err = crosscheck("check", EVENT, path, "--format", "json")
    document = json.loads(out)
    assert status == 1 and len(document["articles"]) == 4 and words in document["unread"][0]["reason"]
    assert err.count("\n") == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_give_the_same_facts(crosscheck, tmp_path, encoding):
    text = "Fire at the café\n\nThirteen people were hurt, said Léa Moreau, the mayor.\n"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    _, out, _ = crosscheck("facts", "a.txt")
    rows = [json.loads(line) for line in out.splitlines()]
    assert {r["text"] for r in rows if r["kind"] == "name"} >= {"Léa Moreau"}
    for row in rows:
        assert row["text"] == text[row["start"] : row["end"]] or encoding == "utf-8-sig"


def test_a_page_cut_in_the_middle_is_read_as_far_as_it_goes(crosscheck, tmp_path):
    page = "<html><head><title>Fire</title></head><body><article><h1>Fire at the mill</h1>" + (
        "<p>Thirteen people were hurt in the fire, the mayor said on Tuesday evening.</p>" * 8 + "<p>The fire was <b"
    )
    (tmp_path / "cut.html").write_text(page)
    status, out, _err = crosscheck("facts", "cut.html")
    assert status == 0 and b"Thirteen" in out


def test_standard_input(crosscheck):
    draft = b"The hall burned\n\nOnly nine people slept there.\n"
    status, out, err = crosscheck("check", "-", "--stdin-filename", "draft.md", "--against", EVENT, stdin=draft)
    assert status in (0, 1) and err == ""
    assert b"Read 1 draft against 4 sources" in out


@pytest.mark.skipif(not shutil.which("pgrep"), reason="needs pgrep")
def test_interrupted_it_ends_with_130_and_leaves_nobody(tmp_path):
    """Ctrl-C while two workers read: no traceback, no half-written file, no process left."""
    import signal
    import time

    text = (EVENT / "01-gazette.txt").read_text()
    for number in range(400):  # enough that it is never done by then
        (tmp_path / f"{number}.txt").write_text(f"{text}\n\nEdition {number}.\n")
    (tmp_path / "out").mkdir()
    command = [sys.executable, "-m", "crosscheck", "check", str(tmp_path), "--no-cache", "--workers", "2"]
    process = subprocess.Popen(
        [*command, "--output", str(tmp_path / "out" / "report")],
        stderr=subprocess.PIPE,
        start_new_session=True,
        # a shell's background job ignores Ctrl-C, and so would all that it starts
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    children = []
    for _ in range(300):  # until both workers are there
        time.sleep(0.1)
        listed = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True, check=False)
        children = listed.stdout.split()
        if len(children) >= 2 or process.poll() is not None:
            break
    if process.poll() is not None:
        pytest.skip("it was done before it could be interrupted")
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err.decode().strip()) == (130, "crosscheck: interrupted")
    assert list((tmp_path / "out").iterdir()) == []
    time.sleep(0.2)
    alive = [c for c in children if Path(f"/proc/{c}/cmdline").exists() and Path(f"/proc/{c}/cmdline").read_bytes()]
    assert alive == []
