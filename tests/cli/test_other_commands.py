"""report, facts, rules, explain, cache, completion, desk, help; the program as a whole."""

import json
import os
import subprocess
import sys

import pytest

from crosscheck.cli.options import Asked, _spread
from crosscheck.registry import rules


def test_report_writes_a_page_and_ends_with_0(wires, program):
    status, out, err = program("report", "wires", "-o", "r.html")
    assert (status, out) == (0, "")
    assert "1 finding, written to r.html" in err
    assert (wires.parent / "r.html").read_text().lstrip().lower().startswith("<!doctype html>")
    status, _, err = program("report", "wires")
    assert status == 2 and "-o report.html" in err


def test_report_is_made_again_from_a_document_and_from_itself(wires, program):
    program("report", "wires", "-o", "r.html")
    folder = wires.parent
    assert program("report", "--from", "r.html", "-o", "again.html")[0] == 0
    assert (folder / "again.html").read_bytes() == (folder / "r.html").read_bytes()
    program("check", "wires", "--format", "json", "--with-text", "--output", "f.json", "--fail-on", "never")
    assert program("report", "--from", "f.json", "-o", "third.html")[0] == 0
    assert (folder / "third.html").read_bytes() == (folder / "r.html").read_bytes()


@pytest.mark.parametrize("name", ["nowhere.json", "wires/01.txt"])
def test_report_from_what_is_no_document_says_so_in_one_line(wires, program, name):
    (wires / "01.txt").write_text("a: 1")
    status, _, err = program("report", "--from", name, "-o", "r.html")
    assert status == 2 and err.count("\n") == 1 and name in err


def test_facts_lines_follow_the_contract(wires, program):
    status, out, _ = program("facts", "wires")
    rows = [json.loads(line) for line in out.splitlines()]
    assert status == 0 and len(rows) == 9
    first = rows[0]
    assert set(first) == {"article", "path", "kind", "start", "end", "text", "confidence", "value", "parts"}
    assert (wires / "a.txt").read_text()[first["start"] : first["end"]] == first["text"] == "12"
    assert "type" not in first["value"]
    assert program("facts", "wires", "-o", "facts.jsonl")[1] == ""
    assert (wires.parent / "facts.jsonl").read_text() == out


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Quantity(low=12.0, high=None, unit='person')", {"low": 12, "high": None, "unit": "person"}),
        ("Quantity(low=6.5, high=6.5)", {"low": 6.5, "high": 6.5}),
        ("When(duration='P3D')", {"duration": "P3D"}),
        ("When(start='2024-07-06', end='2024-07-11', granularity='day')", {"start": "2024-07-06", "modifier": None}),
        (
            "Place(name='Padang', country='ID', relation='55 km south of')",
            {"country": "ID", "relation": "55 km south of"},
        ),
        ("Quote(content='so', speaker='A B', cue='said')", {"content": "so", "form": "direct", "cue": "said"}),
        ("Name(full='Lin Jian', given='Jian', family='Lin', person='p1')", {"full": "Lin Jian", "person": "p1"}),
    ],
)
def test_values_of_facts(value, expected):
    from crosscheck import model
    from crosscheck.cli.facts import _value

    mention = model.Mention(kind="name", article="a", span=model.Span(0, 1), text="x", sentence=0)
    made = eval(value, vars(model))
    shown = _value(model.Fact(id="1", kind="name", subject="", value=made, mention=mention))
    assert {k: shown[k] for k in expected} == expected
    assert json.dumps({k: shown[k] for k in expected}) == json.dumps(expected)
    if "duration" in expected:
        assert set(shown) <= {"duration", "granularity", "modifier", "clock"}


def test_rules_are_a_line_each(program):
    status, out, _ = program("rules")
    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == [m.RULE.code for m in rules()]
    assert json.loads(program("rules", "--format", "json")[1])[0]["code"]


def test_explain(program):
    for word in ("HOU801", "hou801", "house spelling"):
        status, out, _ = program("explain", word)
        assert status == 0 and out.startswith("# HOU801")
    status, _, err = program("explain", "HOU810")
    assert status == 2 and "did you mean 'HOU801'?" in err


def test_cache_info_and_clear(wires, program):
    program("check", "wires")
    _, out, _ = program("cache", "info")
    assert str(wires.parent.parent / "cache") in out and "3 articles" in out
    assert "removed 4 entries" in program("cache", "clear")[1]
    assert "0 articles" in program("cache", "info")[1]
    program("check", "wires", "--no-cache")
    assert "0 articles" in program("cache", "info")[1]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(program, shell):
    status, out, _ = program("completion", shell)
    assert status == 0 and "_CROSSCHECK_COMPLETE" in out and "crosscheck" in out


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("crosscheck check --fail", "plain,--fail-on"),
        ("crosscheck check --format ma", "plain,markdown"),
        ("crosscheck check --select QUO", "plain,QUO501"),
        ("crosscheck check --ignore DAT,quo", "plain,DAT,QUO501"),
        ("crosscheck explain NAM", "plain,NAM101"),
        ("crosscheck check dra", "file,dra"),
        ("crosscheck check draft.md --against wi", "file,wi"),
        ("crosscheck check draft.md --against wires mo", "file,mo"),
        ("crosscheck report --output r", "file,r"),
    ],
)
def test_completion_of_a_word(line, offered):
    environment = {
        **os.environ,
        "_CROSSCHECK_COMPLETE": "bash_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
    }
    done = subprocess.run(
        [sys.executable, "-m", "crosscheck"], env=environment, capture_output=True, text=True, check=False
    )
    assert offered in done.stdout.splitlines()


def test_a_misspelt_command(program):
    status, _, err = program("chekc", "x")
    assert (status, err) == (2, "crosscheck: no command 'chekc': did you mean 'check'? (see crosscheck --help)\n")


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["check", "--help"], ["--version"], ["cache", "--help"]])
def test_help(program, arguments):
    status, out, err = program(*arguments)
    assert status == 0 and "crosscheck" in out and err == ""


def test_the_desk_names_the_extra_that_is_missing(program, monkeypatch):
    monkeypatch.setitem(sys.modules, "litestar", None)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    for name in [m for m in sys.modules if m.startswith("crosscheck.desk")]:
        monkeypatch.delitem(sys.modules, name)
    status, _, err = program("desk")
    assert status == 2 and "pip install 'crosscheck[desk]'" in err


@pytest.mark.parametrize(
    ("given", "spread"),
    [
        (["d", "--against", "a", "b", "-q"], ["d", "--against", "a", "--against", "b", "-q"]),
        (["--against", "a", "--against", "b"], ["--against", "a", "--against", "b"]),
        (["--against=a", "d"], ["--against=a", "d"]),
        (["d", "--against", "-", "a"], ["d", "--against", "-", "--against", "a"]),
        (["d", "--against"], ["d", "--against"]),
        (["d", "--against", "-q"], ["d", "--against", "-q"]),
        (["--", "--against", "a"], ["--", "--against", "a"]),
    ],
)
def test_against_takes_what_follows(given, spread):
    assert _spread(given) == spread


# --- faults ----------------------------------------------------------------------------------------------------------


def test_a_fault_is_one_line_and_its_traceback_on_request(wires, program, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("boom\nsecond line")

    monkeypatch.setattr("crosscheck.pipeline.check", broken)
    status, out, err = program("check", "wires")
    assert (status, out) == (2, "") and err.count("\n") == 1
    assert "internal error: RuntimeError: boom" in err and "CROSSCHECK_TRACEBACK=1" in err
    monkeypatch.setenv("CROSSCHECK_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        program("check", "wires")


def test_interruption_leaves_the_old_file_and_ends_with_130(wires, program, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    (wires.parent / "out.json").write_text("old")
    monkeypatch.setattr("crosscheck.align.align", interrupted)
    status, out, err = program("check", "wires", "--format", "json", "--output", "out.json")
    assert (status, out) == (130, "") and err.endswith("interrupted\n")
    assert (wires.parent / "out.json").read_text() == "old"


def test_an_unknown_model_is_named(wires, program, monkeypatch):
    from crosscheck import pipeline

    def missing(*_, **__):
        raise OSError("[E050] Can't find model 'xx_none'. It doesn't seem to be a Python package.")

    monkeypatch.setattr(pipeline, "extract", missing)
    status, _, err = program("check", "wires", "--model", "xx_none")
    assert status == 2 and err.count("\n") == 1
    assert "no spaCy pipeline 'xx_none' is installed" in err


def test_a_reader_that_goes_away_is_no_fault(tmp_path):
    command = f"{sys.executable} -m crosscheck rules | head -c 1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0" and done.stderr == ""


def test_watch_checks_again_when_a_file_changes(wires, program, monkeypatch):
    from crosscheck.cli import watch

    seen = []

    def sleep(_):
        if len(seen) == 2:
            raise KeyboardInterrupt
        (wires / "c.txt").write_text("Fire at the mill c\n\nbuoy: 12\n" + "x" * len(seen))
        seen.append(1)

    monkeypatch.setattr(watch.time, "sleep", sleep)
    status, out, err = program("check", "wires", "--watch")
    assert status == 130
    assert out.count("Found 1 warning.") == 1 and "No conflicts found." in out
    assert "watching wires" in err
    draft = wires.parent / "draft.md"
    draft.write_text("x")
    (wires.parent / "crosscheck.toml").write_text('against = ["wires"]\n')
    watched = {os.path.basename(p) for p in watch.stamps(Asked(paths=("draft.md",)))}
    assert watched == {"draft.md", "a.txt", "b.txt", "c.txt", "crosscheck.toml"}
    status, _, err = program("check", "-", "--watch")
    assert status == 2 and "--watch needs files" in err
