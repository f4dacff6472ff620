"""Ignore comments, baseline, --diff-only, configuration and house list on the command line."""

import json
import subprocess

import pytest


def rules(out):
    return [f["rule"] for f in json.loads(out)["findings"]]


DRAFT = "My story\n\nThey came by night.\n\nbuoy: 15\n\naboard: 150\n"


@pytest.fixture
def draft(wires):
    file = wires.parent / "draft.md"
    file.write_text(DRAFT)
    return file


def check(program, *more):
    return program("check", "draft.md", "--against", "wires", "--format", "json", *more)


# --- ignore comments -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "before", "after", "left"),
    [
        (
            "paragraph after",
            "<!-- crosscheck: ignore FIG401 -- told by the mayor -->\n\nbuoy: 15",
            "aboard: 150",
            ["aboard"],
        ),
        (
            "same line",
            "buoy: 15 <!-- crosscheck: ignore FIG401 -- told by the mayor -->",
            "aboard: 150",
            ["aboard", "buoy"],
        ),
        ("whole file", "<!-- crosscheck: ignore-file FIG -- all told by the mayor -->\n\nbuoy: 15", "aboard: 150", []),
        ("kind and case", "<!-- crosscheck: ignore figure -- mayor -->\nbuoy: 15", "aboard: 150", ["aboard"]),
        ("two codes", "<!-- crosscheck: ignore QUO501, FIG401 -- mayor -->\n\nbuoy: 15", "aboard: 150", ["aboard"]),
        ("an em dash", "<!-- crosscheck: ignore FIG401 — mayor -->\n\nbuoy: 15", "aboard: 150", ["aboard"]),
        ("other rule", "<!-- crosscheck: ignore QUO501 -- mayor -->\n\nbuoy: 15", "aboard: 150", ["buoy", "aboard"]),
        ("no reason", "<!-- crosscheck: ignore FIG401 -->\n\nbuoy: 15", "aboard: 150", ["buoy", "aboard"]),
        ("empty reason", "<!-- crosscheck: ignore FIG401 --  -->\n\nbuoy: 15", "aboard: 150", ["buoy", "aboard"]),
        ("no code", "<!-- crosscheck: ignore -- mayor -->\n\nbuoy: 15", "aboard: 150", ["buoy", "aboard"]),
    ],
)
def test_ignore_comments(draft, program, name, before, after, left):
    draft.write_text(f"My story\n\n{before}\n\n{after}\n")
    _, out, _ = check(program)
    document = json.loads(out)
    if name == "same line":  # the toy pipeline takes the comment for part of the value: only the rule counts here
        assert [f["subject"] for f in document["findings"]] == ["aboard"]
        return
    assert sorted(f["subject"] for f in document["findings"]) == sorted(left)


PAGE = """<html><head><title>My story</title></head><body><article><h1>My story</h1>
<p>They came by night &amp; nobody saw them at all, as the people of the town keep telling one another.</p>
{first}
{second}
<p>That is all that is known in the town about the events of the night, and nobody expects to hear more.</p>
</article></body></html>"""


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [
        ("<p>buoy: 15</p>", "<p>aboard: 150</p>", ["aboard", "buoy"]),
        ("<!-- crosscheck: ignore FIG401 -- mayor --><p>buoy: 15</p>", "<p>aboard: 150</p>", ["aboard"]),
        ("<p>buoy: 15<!-- crosscheck: ignore FIG401 -- mayor --></p>", "<p>aboard: 150</p>", ["aboard"]),
        ("<p>buoy: <b>15</b> <!-- crosscheck: ignore FIG401 -- mayor --></p>", "<p>aboard: 150</p>", ["aboard"]),
        ("<p>buoy: 15</p>", "<p><!-- crosscheck: ignore FIG401 -- mayor -->aboard: 150</p>", ["buoy"]),
    ],
)
def test_ignore_comments_of_a_page(draft, program, first, second, left):
    page = draft.with_suffix(".html")
    page.write_text(PAGE.format(first=first, second=second))
    _, out, _ = program("check", "draft.html", "--against", "wires", "--format", "json")
    document = json.loads(out)
    assert sorted(f["subject"] for f in document["findings"]) == left, document["warnings"]


def test_a_comment_right_above_a_hard_wrapped_paragraph(toy):
    from crosscheck.read import make_article
    from crosscheck.suppress import comments

    line = "buoy: 15 people, and nobody knows how many more of them there were on that very long day"
    wrapped = "\n".join([line, line, line, line])
    text = f"Title\n\n<!-- crosscheck: ignore FIG401 -- mayor -->\n{wrapped}\n\nAnother paragraph.\n"
    (ignore,) = comments(make_article(text, path="draft.md"))
    (span,) = ignore.spans
    assert text[span.start : span.end].strip() in (wrapped, line)


def test_the_form_for_plain_text(draft, program):
    text = draft.with_suffix(".txt")
    text.write_text("My story\n\n# crosscheck: ignore FIG401 -- mayor\nbuoy: 15\n\naboard: 150\n")
    _, out, _ = program("check", "draft.txt", "--against", "wires", "--format", "json")
    assert [f["subject"] for f in json.loads(out)["findings"]] == ["aboard"]


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("<!-- crosscheck: ignore FIG401 -->", "gives no reason"),
        ("<!-- crosscheck: ignore QUO501 -- mayor -->", "suppresses nothing: QUO501"),
        ("<!-- crosscheck: ignroe FIG401 -- mayor -->", "not understood"),
        ("<!-- crosscheck: ignore -- mayor -->", "names no rule"),
    ],
)
def test_comments_that_do_nothing_are_reported(draft, program, comment, words):
    draft.write_text(f"My story\n\n{comment}\n\nbuoy: 15\n")
    _, out, _ = check(program)
    (warning,) = json.loads(out)["warnings"]
    assert warning.startswith("draft.md:3: ") and words in warning
    assert f"warning {warning}" in program("check", "draft.md", "--against", "wires")[1]


def test_sidecar_with_words_and_with_a_line(draft, program):
    side = draft.with_name("draft.md.crosscheck")
    side.write_text(
        '# crosscheck: ignore FIG401 "150" -- counted by our own\n# crosscheck: ignore FIG401 line 5 -- mayor\n'
    )
    assert rules(check(program)[1]) == []
    side.write_text('# crosscheck: ignore FIG401 "nowhere" -- x\n')
    document = json.loads(check(program)[1])
    assert len(document["findings"]) == 2
    assert document["warnings"][0].startswith("draft.md.crosscheck:1:")


def test_an_ignored_finding_is_counted(draft, program):
    draft.write_text(f"<!-- crosscheck: ignore-file FIG401 -- mayor -->\n\n{DRAFT}")
    status, out, _ = program("check", "draft.md", "--against", "wires")
    assert status == 0
    assert "No conflicts found (2 ignored by comment)." in out


# --- baseline --------------------------------------------------------------------------------------------------------


def test_baseline_is_written_used_and_pruned(draft, program):
    status, out, err = check(program, "--baseline", "known.json", "--write-baseline")
    assert (status, rules(out)) == (0, [])
    assert "2 findings written to known.json" in err
    kept = json.loads(draft.with_name("known.json").read_text())
    assert {e["rule"] for e in kept["findings"]} == {"FIG401"}

    status, out, _ = check(program, "--baseline", "known.json")
    assert (status, rules(out)) == (0, [])
    draft.write_text("Another paragraph first.\n\n" + DRAFT)
    assert rules(check(program, "--baseline", "known.json")[1]) == []  # lines moved: still known
    draft.write_text(DRAFT.replace("buoy: 15", "buoy: 16"))
    assert rules(check(program, "--baseline", "known.json")[1]) == ["FIG401"]  # another reading: new
    assert "1 in the baseline" in program("check", "draft.md", "--against", "wires", "--baseline", "known.json")[1]

    _, _, err = check(program, "--baseline", "known.json", "--prune-baseline")
    assert "1 of 2 findings taken out" in err
    assert len(json.loads(draft.with_name("known.json").read_text())["findings"]) == 1


def test_a_file_that_is_no_baseline(draft, program):
    draft.with_name("known.json").write_text("[1, 2")
    status, _, err = check(program, "--baseline", "known.json")
    assert status == 2 and "not a baseline file" in err


# --- git -------------------------------------------------------------------------------------------------------------


def git(folder, *arguments):
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
    )


def test_diff_only_shows_what_is_new(draft, program):
    git(draft.parent, "init", "-q")
    git(draft.parent, "add", "draft.md")
    git(draft.parent, "commit", "-qm", "first")
    assert rules(check(program, "--diff-only", "HEAD")[1]) == []
    draft.write_text("Moved down.\n\n" + DRAFT.replace("aboard: 150", "aboard: 151"))
    _, out, _ = check(program, "--diff-only", "HEAD")
    assert [f["subject"] for f in json.loads(out)["findings"]] == ["aboard"]
    assert "1 already there at HEAD" in program("check", "draft.md", "--against", "wires", "--diff-only", "HEAD")[1]
    status, _, err = check(program, "--diff-only", "no-such-branch")
    assert status == 2 and "no such revision" in err
    new = draft.with_name("new.md")
    new.write_text(DRAFT)
    assert (
        len(rules(program("check", "new.md", "--against", "wires", "--format", "json", "--diff-only", "HEAD")[1])) == 2
    )


# --- configuration ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("crosscheck.toml", '[levels]\nFIG401 = "error"\n'),
        ("pyproject.toml", '[tool.crosscheck.levels]\nFIG401 = "error"\n'),
        ("setup.cfg", "[crosscheck:levels]\nFIG401 = error\n"),
    ],
)
def test_the_three_files(draft, program, name, content):
    draft.with_name(name).write_text(content)
    document = json.loads(check(program)[1])
    assert {f["level"] for f in document["findings"]} == {"error"}
    document = json.loads(check(program, "--no-config")[1])
    assert {f["level"] for f in document["findings"]} == {"warning"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('fail_onn = "note"', ["unknown key 'fail_onn'", "did you mean 'fail-on'"]),
        ('fail-on = "always"', ["fail-on", "always"]),
        ('[levels]\nFIG401 = "loud"', ["FIG401", "loud"]),
        ('[levels]\nFIG4O1 = "note"', ["no rule 'FIG4O1'", "did you mean 'FIG401'"]),
        ("[settings.quotes]\nno-such = 1", ["unknown key 'settings.quotes.no_such'"]),
        ('[settings]\nmax-chars = "many"', ["max_chars"]),
        ('[per-path]\n"*.md" = {ignored = ["FIG"]}', ["'*.md'", "did you mean 'ignore'"]),
        ("min-confidence = 7", ["min-confidence", "between 0 and 1"]),
        ("select = 3", ["select"]),
        ("[spellings]\nKyiv = 3", ["spellings"]),
        ("not toml", ["not readable as TOML", "line 1"]),
    ],
)
def test_faults_in_the_configuration_are_one_clear_line(draft, program, content, words):
    draft.with_name("crosscheck.toml").write_text(content)
    status, _, err = check(program)
    assert status == 2 and err.count("\n") == 1
    assert "crosscheck.toml" in err
    for word in words:
        assert word in err


def test_per_path_settings(draft, program):
    draft.with_name("crosscheck.toml").write_text(
        '[per-path]\n"dra*.md" = {levels = {FIG401 = "note"}}\n"other/*" = {ignore = ["ALL"]}\n'
    )
    document = json.loads(check(program)[1])
    assert {f["level"] for f in document["findings"]} == {"note"}
    draft.with_name("crosscheck.toml").write_text('[per-path]\n"*.md" = ["FIG"]\n')
    assert rules(check(program)[1]) == []


def test_a_rule_can_be_switched_off_and_the_most_exact_word_decides(draft, program):
    draft.with_name("crosscheck.toml").write_text('[levels]\nFIG = "off"\nFIG401 = "note"\nfigure = "error"\n')
    document = json.loads(check(program)[1])
    assert {f["level"] for f in document["findings"]} == {"note"}


def test_paths_in_the_configuration_start_at_its_folder(draft, program, monkeypatch):
    draft.with_name("crosscheck.toml").write_text('against = ["wires"]\nformat = "json"\n')
    status, out, _ = program("check", "draft.md")
    assert status == 1 and len(rules(out)) == 2
    assert rules(program("check", "wires")[1]) == ["FIG401"]  # the sources among themselves
    (draft.parent / "sub").mkdir()
    monkeypatch.chdir(draft.parent / "sub")
    assert len(rules(program("check", "../draft.md")[1])) == 2


def test_the_house_list_makes_one_form_right(draft, program):
    draft.write_text(
        "My story\n\nZelensky met Zelenskyy in Kiev. The Kievan prince and Kiev\u00a0city.\n\naboard: 158\n"
    )
    draft.with_name("crosscheck.toml").write_text('[spellings]\nZelenskyy = ["Zelensky", "Zelenskiy"]\nKyiv = "Kiev"\n')
    status, out, _ = check(program)
    found = {f["subject"]: f for f in json.loads(out)["findings"]}
    assert status == 1
    assert {f["rule"] for f in found.values()} == {"HOU801"}
    assert (found["Kyiv"]["suggestion"], len(found["Kyiv"]["readings"][-1]["mentions"])) == ("Kyiv", 2)
    wrong = found["Zelenskyy"]["readings"][-1]
    assert [m["text"] for m in wrong["mentions"]] == ["Zelensky"]
