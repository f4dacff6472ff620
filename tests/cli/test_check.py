"""crosscheck check: formats, exit statuses, choosing, drafts."""

import json
import os

import pytest


def findings(out):
    return json.loads(out)["findings"]


def test_text_names_place_level_code_and_shows_both_sentences(wires, program):
    status, out, err = program("check", "wires")
    assert status == 1
    first = out.splitlines()[0]
    assert first == "wires/c.txt:3:7: warning FIG401 Sources differ on buoy."
    assert "buoy: 12" in out and "buoy: 14" in out and "^^" in out
    assert "Found 1 warning." in out
    assert err == ""


@pytest.mark.parametrize(("fail_on", "status"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on(wires, program, fail_on, status):
    assert program("check", "wires", "--fail-on", fail_on)[0] == status


def test_json_follows_the_contract(wires, program):
    status, out, _ = program("check", "wires", "--format", "json")
    document = json.loads(out)
    assert document["schema_version"] == 1
    assert document["tool"]["name"] == "crosscheck"
    (finding,) = document["findings"]
    mention = finding["readings"][0]["mentions"][0]
    text = (wires / "a.txt").read_text()
    assert text[mention["start"] : mention["end"]] == mention["text"] == "12"
    assert finding["readings"][0]["independent_sources"] == 2
    assert "text" not in document["articles"][0]
    assert any(a["value"] == "158" for a in document["agreed"])
    assert len(document["single_source"]) == 3
    assert status == 1


def test_with_text_puts_texts_into_the_document(wires, program):
    _, out, _ = program("check", "wires", "--format", "json", "--with-text")
    assert json.loads(out)["articles"][0]["text"] == (wires / "a.txt").read_text()


def test_several_formats_at_once(wires, program):
    status, out, _ = program(
        "check", "wires", "--format", "text", "--format", "json:out.json", "--format", "sarif:o.sarif"
    )
    assert status == 1
    assert out.startswith("wires/c.txt:3:7")
    assert json.loads((wires.parent / "out.json").read_text())["findings"]
    assert json.loads((wires.parent / "o.sarif").read_text())["version"] == "2.1.0"


def test_output_file_and_nothing_on_standard_output(wires, program):
    status, out, _ = program("check", "wires", "--format", "json", "--output", "f.json")
    assert (status, out) == (1, "")
    assert findings((wires.parent / "f.json").read_text())
    assert not [p for p in os.listdir(wires.parent) if p.endswith(".tmp")]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "xml"], ["no such format", "text"]),
        (["--format", "jsno"], ["did you mean 'json'"]),
        (["--format", "text", "--format", "json"], ["text and json", "name a file"]),
        (["--format", "json:"], ["file name must follow"]),
        (["--format", "json:x", "--output", "y"], ["already names its file"]),
        (["--format", "json:x", "--format", "sarif:x"], ["two formats", "x"]),
        (["--output", "no/such/folder/x"], ["cannot write", "no/such/folder/x"]),
        (["--select", "FIG999"], ["--select", "FIG999", "known are"]),
        (["--ignore", "nonsense"], ["--ignore", "nonsense"]),
        (["--min-confidence", "2"], ["--min-confidence", "2"]),
        (["--max-findings", "-1"], ["--max-findings"]),
        (["--workers", "0"], ["--workers"]),
        (["--fail-on", "always"], ["--fail-on", "always"]),
        (["--quiet", "--verbose"], ["--quiet and --verbose"]),
        (["--config", "missing.toml"], ["missing.toml", "no such file"]),
        (["--baseline", "missing.json"], ["missing.json", "--write-baseline"]),
        (["--prune-baseline"], ["--prune-baseline needs --baseline"]),
        (["--no-such-option"], ["--no-such-option"]),
        (["--primary", "missing.txt"], ["--primary", "missing.txt"]),
        (["--diff-only", "HEAD"], ["not in a git repository"]),
    ],
)
def test_bad_arguments_are_one_clear_line_and_status_2(wires, program, arguments, words):
    status, out, err = program("check", "wires", *arguments)
    assert status == 2
    assert out == ""
    assert err.startswith("crosscheck: ") and err.count("\n") == 1
    for word in words:
        assert word in err


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        ([], ["no articles"]),
        (["missing"], ["missing", "no such file"]),
        (["empty"], ["no readable article", "empty"]),
        (["wires", "--against", "missing"], ["no readable source"]),
    ],
)
def test_nothing_to_work_on(wires, program, paths, words):
    (wires.parent / "empty").mkdir()
    status, _, err = program("check", *paths)
    assert status == 2
    for word in words:
        assert word in err
    assert "Traceback" not in err


def test_an_unreadable_file_is_a_warning_and_the_rest_is_checked(wires, program):
    (wires / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    (wires / "empty.txt").write_bytes(b"")
    status, out, err = program("check", "wires", "--format", "json")
    assert status == 1
    document = json.loads(out)
    assert {u["path"] for u in document["unread"]} == {"wires/picture.txt", "wires/empty.txt"}
    assert len(document["findings"]) == 1
    assert "picture.txt" in err and err.count("\n") == 2
    text = program("check", "wires")[1]
    assert "not read wires/picture.txt" in text and "2 files not read" in text


def test_quiet_and_verbose(wires, program):
    (wires / "bad.txt").write_bytes(b"")
    _, out, err = program("check", "wires", "--quiet")
    assert out == "wires/c.txt:3:7: warning FIG401 Sources differ on buoy.\n"
    assert err == ""
    _, out, _ = program("check", "wires", "--verbose")
    assert "high confidence (90%)" in out and "agreed figure: 158" in out


@pytest.fixture
def many(toy):
    for name, values in (("a.txt", "1 1 1 1"), ("b.txt", "1 1 1 1"), ("c.txt", "2 2 2 2")):
        rows = zip(("buoy", "odd", "small", "grave"), values.split(), strict=True)
        (toy / name).write_text(f"Title {name}\n\n" + "\n\n".join(f"{k}: {v}" for k, v in rows))
    return toy


def subjects(out):
    return [f["subject"] for f in findings(out)]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["grave", "buoy", "odd", "small"]),
        (["--min-confidence", "0.6"], ["grave", "buoy", "small"]),
        (["--max-findings", "2"], ["grave", "buoy"]),
        (["--max-findings", "0"], []),
        (["--select", "HOU"], []),
        (["--select", "FIG4,HOU"], ["grave", "buoy", "odd", "small"]),
        (["--select", "figure"], ["grave", "buoy", "odd", "small"]),
        (["--ignore", "FIG401"], []),
        (["--ignore", "all"], []),
    ],
)
def test_choosing(many, program, arguments, expected):
    status, out, _ = program("check", ".", "--format", "json", *arguments)
    assert subjects(out) == expected
    assert status == (1 if expected or "--max-findings" in arguments else 0)


def test_one_text_under_two_names_is_shown_under_both(toy, program):
    for name, buoy in (("a.txt", 1), ("b.txt", 2), ("c.txt", 2)):
        (toy / name).write_text(f"Title\n\nbuoy: {buoy}\n")
    _, out, _ = program("check", ".", "--verbose")
    assert "b.txt:3:7\n        buoy: 2\n" in out and "c.txt:3:7\n        buoy: 2\n" in out


def test_the_hash_of_the_settings_tells_the_choice(many, program):
    def hash_of(*arguments):
        return json.loads(program("check", ".", "--format", "json", *arguments)[1])["tool"]["settings"]

    assert hash_of() == hash_of("--workers", "2") != hash_of("--ignore", "FIG401")
    (many / "crosscheck.toml").write_text('[levels]\nFIG401 = "error"\n')
    assert hash_of() != hash_of("--no-config")


def test_cut_off_findings_are_told(many, program):
    _, out, _ = program("check", ".", "--max-findings", "1")
    assert "3 more not shown: --max-findings" in out


# --- drafts ----------------------------------------------------------------------------------------------------------


def test_findings_stand_at_the_draft_and_suggest_the_sources_reading(wires, program):
    (wires.parent / "draft.md").write_text("My story\n\nThey came.\n\nbuoy: 14\n\naboard: 150\n")
    status, out, _ = program("check", "draft.md", "--against", "wires", "--format", "json")
    assert status == 1
    found = {f["subject"]: f for f in findings(out)}
    assert set(found) == {"buoy", "aboard"}
    assert found["aboard"]["suggestion"] == "158"
    assert found["aboard"]["readings"][0]["independent_sources"] == 3
    assert found["aboard"]["readings"][-1]["independent_sources"] == 0
    text = program("check", "draft.md", "--against", "wires")[1]
    assert "draft.md:7:9: warning FIG401" in text
    assert "sources have: 158" in text


def test_a_draft_that_follows_the_majority_gets_a_note(wires, program):
    (wires.parent / "draft.md").write_text("My story\n\nbuoy: 12\n")
    status, out, _ = program("check", "draft.md", "--against", "wires", "--format", "json")
    (finding,) = findings(out)
    assert (status, finding["level"]) == (0, "note")
    assert "follows the majority" in finding["message"]


@pytest.mark.parametrize(("buoy", "words"), [("12", "divided"), ("14", "divided"), ("99", "divided")])
def test_where_the_sources_are_divided_nothing_is_suggested(wires, program, buoy, words):
    (wires / "b.txt").unlink()
    (wires.parent / "draft.md").write_text(f"My story\n\nbuoy: {buoy}\n")
    status, out, _ = program("check", "draft.md", "--against", "wires", "--format", "json")
    (finding,) = findings(out)
    assert (status, finding["level"], finding["suggestion"]) == (1, "warning", None)
    assert words in finding["message"]


def test_a_draft_that_contradicts_itself(wires, program):
    (wires.parent / "draft.md").write_text("My story\n\nmayors: 1\n\nmayors: 2\n")
    _, out, _ = program("check", "draft.md", "--against", "wires", "--format", "json")
    inside = [f for f in findings(out) if f["rule"] == "FIG401"]
    assert [(f["subject"], f["inside"]) for f in inside] == [("mayors", True)]


def test_conflicts_between_sources_alone_are_not_the_drafts(wires, program):
    (wires.parent / "draft.md").write_text("My story\n\naboard: 158\n")
    status, out, _ = program("check", "draft.md", "--against", "wires", "--format", "json")
    assert (status, findings(out)) == (0, [])
    assert [a["subject"] for a in json.loads(out)["agreed"]] == ["aboard"]


def test_a_primary_document_decides(wires, program):
    (wires.parent / "draft.md").write_text("My story\n\nbuoy: 12\n")
    (wires.parent / "paper.txt").write_text("Communique\n\nbuoy: 14\n")
    status, out, _ = program("check", "draft.md", "--against", "wires", "--primary", "paper.txt", "--format", "json")
    (finding,) = findings(out)
    assert (status, finding["level"], finding["suggestion"]) == (1, "error", "14")
    assert "departs from the primary document paper.txt" in finding["message"]
    assert [r["primary"] for r in finding["readings"]] == [True, False]


def test_without_a_draft_the_departing_reading_is_named(wires, program):
    (wires.parent / "paper.txt").write_text("Communique\n\nbuoy: 12\n")
    _, out, _ = program("check", "wires", "--primary", "paper.txt", "--format", "json")
    assert "“14” departs from the primary document" in findings(out)[0]["message"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["d.md", "--against", "wires/a.txt", "wires/b.txt", "--format", "json"],
        ["--format", "json", "d.md", "--against", "wires/a.txt", "--against", "wires/b.txt"],
        ["--against=wires/a.txt", "--against=wires/b.txt", "--format=json", "d.md"],
        ["--format", "json", "d.md", "--against", "wires/[ab].txt"],
        ["d.md", "--against", "wires/a.txt", "wires/b.txt", "d.md", "--format", "json"],
    ],
)
def test_ways_to_write_against(wires, program, arguments):
    (wires.parent / "d.md").write_text("My story\n\nbuoy: 15\n")
    status, out, _ = program("check", *arguments)
    document = json.loads(out)
    assert {a["path"]: a["role"] for a in document["articles"]} == {
        "d.md": "draft",
        "wires/a.txt": "source",
        "wires/b.txt": "source",
    }
    assert status == 1


def test_two_drafts_are_not_each_others_sources(wires, program):
    (wires.parent / "d1.md").write_text("One\n\ncost: 1\n")
    (wires.parent / "d2.md").write_text("Two\n\ncost: 2\n")
    assert findings(program("check", "d1.md", "d2.md", "--against", "wires", "--format", "json")[1]) == []


def test_standard_input_is_named(wires, program, monkeypatch):
    import io
    import sys

    class In:
        buffer = io.BytesIO(b"My story\n\nbuoy: 15\n")

    monkeypatch.setattr(sys, "stdin", In())
    _, out, _ = program("check", "-", "--stdin-filename", "drafts/x.md", "--against", "wires")
    assert out.startswith("drafts/x.md:3:7: warning FIG401")


# --- same bytes ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", ["text", "json", "jsonl", "sarif", "junit", "github", "markdown", "html"])
def test_two_runs_give_the_same_bytes(wires, program, format_, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    first = program("check", "wires", "--format", format_)
    second = program("check", "wires", "--format", format_, "--no-cache", "--workers", "2")
    assert first == second
    assert first[1]


def test_show_settings_prints_toml_and_checks_nothing(wires, program):
    import tomllib

    (wires.parent / "crosscheck.toml").write_text('fail-on = "note"\n[spellings]\n"Kyiv" = "Kiev"\n')
    status, out, _ = program("check", "wires", "--show-settings", "--ignore", "DAT")
    table = tomllib.loads(out)
    assert status == 0
    assert (table["fail-on"], table["ignore"], table["spellings"]) == ("note", ["DAT"], {"Kyiv": ["Kiev"]})
    assert "settings hash" in out and "crosscheck.toml" in out
