"""Text, JSON lines, SARIF, JUnit, GitHub and Markdown: what each shows, and that no text breaks it."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt

from crosscheck.desk.words import certainty
from crosscheck.document import Compared, DocFinding, DocSign, Document, decode
from crosscheck.report import FORMATS, render
from crosscheck.report.context import safe, width_of
from crosscheck.report.wording import sureness
from tests.any_document import by_hand, context, documents, mention
from tests.report.sarif_rules import faults

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")
TAGS = ["h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong", "code", "sub", "br"]
OWN = [f for f in FORMATS if f != "html"]


def test_text_of_a_draft():
    assert render("text", by_hand(), context()) == (
        "drafts/my story.md:3:1: warning HOU801 The draft has 14, 2 independent sources have 12.\n"
        "    at least 14 (the draft)\n"
        "      drafts/my story.md:3:1\n"
        "        At least 14 people died, said Ada Brook.\n"
        "        ^^^^^^^^^^^\n"
        "    12 (2 independent sources)\n"
        "      wires/a.txt:3:9\n"
        "        Twelve (12) people died in the fire.\n"
        "                ^^\n"
        "      wires/b.txt:3:13\n"
        "        The toll is 12, police said.\n"
        "                    ^^\n"
        "    = sources have: 12\n"
        "\n"
        "drafts/my story.md:4:16: note DRA701 Only the draft has this quote: no source carries these words.\n"
        "Found 1 warning, 1 note.\n"
        "Read 1 draft against 2 sources: 0 facts of the draft told by a source too, 1 fact told by the draft only, "
        "1 file not read.\n"
        "not read wires/x.png: a PNG picture\n"
        "warning drafts/my story.md:3: this ignore comment suppresses nothing: QUO501\n"
    )


def test_notes_of_what_only_the_draft_says_are_counted_beyond_six():
    document = by_hand()
    note = next(f for f in document.findings if f.rule == "DRA701")
    document = msgspec.structs.replace(document, findings=tuple(_many(note, 8)))
    shown = render("text", document, context())
    assert shown.count(" note DRA701 ") == 6
    assert "and 2 more notes of what only the draft says (DRA701 2): --verbose shows all\n" in shown
    assert "Found 8 notes" in shown
    assert render("text", document, context(verbose=True)).count(" note DRA701 ") == 8
    assert render("text", document, context(quiet=True)).count(" note DRA701 ") == 8


def _many(finding, n):
    return [msgspec.structs.replace(finding, id=f"{number:016x}") for number in range(n)]


def test_text_names_the_publisher_where_it_is_known():
    document = by_hand()
    articles = [msgspec.structs.replace(a, publisher="The\x1b Gazette") for a in document.articles]
    shown = render("text", msgspec.structs.replace(document, articles=tuple(articles)), context())
    assert "      wires/a.txt:3:9  The<U+001B> Gazette, 2024-07-11\n" in shown


@pytest.mark.parametrize("width", [20, 40, 60, 200])
def test_evidence_fits_the_width_and_carets_stand_under_the_words(width):
    text = "Long ago " * 30 + "there were 14 of them " + "and then some " * 30
    from tests.any_document import mention

    document = by_hand()
    start = text.index("14")
    here = mention("d", start, start + 2, {"d": text})
    reading = msgspec.structs.replace(document.findings[0].readings[1], mentions=(here,))
    finding = msgspec.structs.replace(document.findings[0], readings=(document.findings[0].readings[0], reading))
    document = msgspec.structs.replace(document, findings=(finding,))
    lines = render("text", document, context(width=width)).replace("\u2026", ".").splitlines()
    lines = [*lines]
    rows = [i for i, line in enumerate(lines) if line.strip() and set(line.strip()) == {"^"}]
    assert rows
    shown = render(
        "text", document, msgspec.structs.replace(context(width=width), texts={**context().texts, "d": text})
    )
    lines = shown.splitlines()
    under = next(i for i, line in enumerate(lines) if "14 of them" in line or line.rstrip("…").endswith("14"))
    column = lines[under].index("14")
    assert lines[under + 1] == " " * column + "^^"
    assert width_of(lines[under]) <= max(width, 40)


def test_wide_characters_keep_carets_in_place():
    from tests.any_document import mention

    text = "北京说有 14 人"
    document = by_hand()
    here = mention("d", text.index("14"), text.index("14") + 2, {"d": text})
    reading = msgspec.structs.replace(document.findings[0].readings[1], mentions=(here,))
    finding = msgspec.structs.replace(document.findings[0], readings=(reading, reading))
    shown = render(
        "text",
        msgspec.structs.replace(document, findings=(finding,)),
        msgspec.structs.replace(context(), texts={"d": text}),
    )
    assert "        北京说有 14 人\n" + " " * (8 + 9) + "^^\n" in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\x1b[31mred", "a<U+001B>[31mred"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\nb\tc\u2028d", "a b c d"),
        ("zero\u200bwidth\u00ad", "zerowidth"),
        ("\x9b2J", "<U+009B>2J"),
        ("\ud800", "<U+D800>"),
        ("café 北京 🔥", "café 北京 🔥"),
    ],
)
def test_nothing_in_a_text_can_move_the_cursor(text, shown):
    assert safe(text) == shown


def test_colour_is_only_added():
    plain = render("text", by_hand(), context())
    coloured = render("text", by_hand(), context(color=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_jsonl_lines_stand_for_themselves():
    rows = [json.loads(line) for line in render("jsonl", by_hand(), context()).splitlines()]
    assert [r["type"] for r in rows] == [
        "run",
        "article",
        "article",
        "article",
        "finding",
        "finding",
        "unread",
        "warning",
    ]
    assert rows[0]["findings"] == 2
    assert rows[4]["readings"][0]["mentions"][0]["path"] == "wires/a.txt"


def _compared(**taste):
    told = (Compared(kind="date", told=14, met=6, alone=8), Compared(kind="place", told=0, met=0, alone=0))
    signs = (DocSign(sign="same verb", weight=2.5), DocSign(sign="other\x1b[31m day", weight=-0.15))
    first = msgspec.structs.replace(by_hand().findings[0], why=signs)
    sources = tuple(msgspec.structs.replace(a, role="source") for a in by_hand().articles)
    document = msgspec.structs.replace(by_hand(), findings=(first,), articles=sources, compared=told)
    return render("text", document, context(**taste))


def test_text_ends_with_what_was_compared():
    lines = _compared().splitlines()
    assert lines[-2:] == ["dates: 14 read, 6 met, 8 told by one source only", "places: none read"]
    assert "dates:" not in _compared(quiet=True)


def test_text_tells_findings_of_one_slip_together():
    first, other = by_hand().findings
    rows = [
        msgspec.structs.replace(f, id=i, group=g)
        for f, i, g in ((first, "1", "a"), (first, "2", "b"), (other, "3", "a"))
    ]
    sources = tuple(msgspec.structs.replace(a, role="source") for a in by_hand().articles)
    document = msgspec.structs.replace(by_hand(), findings=tuple(rows), articles=sources)
    shown = render("text", document, context(verbose=True))
    assert re.findall(r"= id (\d)|^(\d findings, one slip:)$", shown, re.M) == [
        ("", "2 findings, one slip:"), ("1", ""), ("3", ""), ("2", "")
    ]  # fmt: skip
    assert "**2 findings, one slip:**" in render("markdown", document, context())
    assert "one slip" not in render("text", document, context(quiet=True))  # a line a finding


def test_a_draft_is_read_from_top_to_bottom_with_each_slip_in_one_place():
    lines = ["", "", "The toll was 12.", "Ana Ruiz, mayor, spoke.", "It was on Monday."]
    text = "\n".join(lines)
    first = by_hand().findings[0]
    rows = []
    for id_, words, group, level in (
        ("1", "Monday", "m", "error"),
        ("2", "mayor", "r", "note"),
        ("3", "Ana Ruiz", "r", "warning"),
        ("4", "12", "t", "warning"),
    ):
        here = mention("d", text.index(words), text.index(words) + len(words), {"d": text})
        told = msgspec.structs.replace(first.readings[1], mentions=(here,))
        rows.append(
            msgspec.structs.replace(first, id=id_, group=group, level=level, readings=(first.readings[0], told))
        )
    document = msgspec.structs.replace(by_hand(), findings=tuple(rows))
    shown = render("text", document, context(verbose=True))
    assert re.findall(r"= id (\d)", shown) == ["4", "3", "2", "1"]
    assert shown.count("2 findings, one slip:") == 1


@pytest.mark.parametrize(
    ("confidence", "words"),
    [(0.95, "high confidence"), (0.75, "high confidence"), (0.74, "fair confidence"), (0.35, "fair confidence"),
     (0.349, "only a lead"), (0.0, "only a lead")],
)  # fmt: skip
def test_one_confidence_has_one_word_in_report_desk_terminal_and_docs(confidence, words):
    document = by_hand()
    first = msgspec.structs.replace(document.findings[0], confidence=confidence)
    document = msgspec.structs.replace(document, findings=(first,))
    assert f"{words} ({confidence:.0%})" in render("text", document, context(verbose=True))
    assert f"{words} <a" in render("html", document, context())
    assert certainty(confidence) == words == sureness(confidence)
    docs = Path(__file__).parents[2] / "docs"
    table = docs.joinpath("accuracy.md").read_text(encoding="utf-8")
    row = re.search(rf"^\| {words} \| (from|below)? ?(\.\d+)(?: to (\.\d+))? \|", table, re.M)
    least, most = (0.0, float(row[2])) if row[1] == "below" else (float(row[2]), float(row[3] or 1))
    assert least <= confidence < most
    assert words in docs.joinpath("glossary.md").read_text(encoding="utf-8")


def test_text_says_on_demand_why_two_facts_are_one_question():
    assert "why these two: same verb (strong); other<U+001B>[31m day (slight, against)" in _compared(verbose=True)
    assert "why these two" not in _compared()


def test_json_is_the_document():
    assert decode(render("json", by_hand(), context())) == by_hand()


def test_sarif_place_fingerprint_and_help():
    log = json.loads(render("sarif", by_hand(), context()))
    assert faults(log) == []
    (run,) = log["runs"]
    result = run["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (3, 1, 3, 12)
    assert (region["charOffset"], region["charLength"]) == (20, 11)
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "drafts/my%20story.md"
    assert result["partialFingerprints"] == {"crosscheckFinding/v1": "0123456789abcdef"}
    assert len(result["relatedLocations"]) == 2
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == "HOU801" and "## What it does" in rule["help"]["markdown"]
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert [n["level"] for n in notes] == ["warning", "note"]


def test_sarif_gives_no_lines_where_they_are_not_the_files():
    log = json.loads(render("sarif", by_hand(), context(loose=frozenset({"d"}))))
    place = log["runs"][0]["results"][0]["locations"][0]
    assert "region" not in place["physicalLocation"] and place["message"]["text"] == "At least 14"


def test_sarif_fingerprints_hold_when_lines_move():
    document = by_hand()
    first = json.loads(render("sarif", document, context()))["runs"][0]["results"][0]
    moved = [msgspec.structs.replace(m, line=m.line + 9) for m in document.findings[0].readings[1].mentions]
    reading = msgspec.structs.replace(document.findings[0].readings[1], mentions=tuple(moved))
    finding = msgspec.structs.replace(document.findings[0], readings=(document.findings[0].readings[0], reading))
    again = render(
        "sarif", msgspec.structs.replace(document, findings=(finding,)), msgspec.structs.replace(context(), texts={})
    )
    second = json.loads(again)["runs"][0]["results"][0]
    assert first["partialFingerprints"] == second["partialFingerprints"]
    assert first["locations"] != second["locations"]


def test_sarif_rules_table_finds_faults():
    assert faults({"version": "2.0", "runs": [{"tool": {"driver": {}}, "extra": 1}]}) == [
        "$.version: '2.0' not in ['2.1.0']",
        "$.runs[0].tool.driver: name is missing",
        "$.runs[0]: extra is not allowed",
    ]


@pytest.mark.parametrize(("fail_on", "failures"), [("error", 0), ("warning", 1), ("note", 2), ("never", 0)])
def test_junit_failures_follow_fail_on(fail_on, failures):
    root = ElementTree.fromstring(render("junit", by_hand(), context(fail_on=fail_on)))
    assert root.tag == "testsuites"
    assert int(root.get("failures")) == failures == len(root.findall(".//failure"))
    assert int(root.get("tests")) == len(root.findall(".//testcase"))
    assert int(root.get("errors")) == len(root.findall(".//error")) == 1
    names = [(c.get("classname"), c.get("name")) for c in root.iter("testcase")]
    assert len(set(names)) == len(names)


def test_github_annotations():
    lines = render("github", by_hand(), context()).splitlines()
    assert lines[0].startswith(
        "::warning file=drafts/my story.md,line=3,endLine=3,col=1,endColumn=12,title=HOU801 figure::The draft has 14, "
    )
    assert "%0A12 (2 independent sources: wires/a.txt:3:9, wires/b.txt:3:13)" in lines[0]
    assert lines[1].startswith("::notice file=")
    assert lines[2] == "::warning file=wires/x.png,title=not read::a PNG picture"


def test_github_gives_no_line_of_an_extracted_text():
    first = render("github", by_hand(), context(loose=frozenset({"d"}))).splitlines()[0]
    assert first.startswith("::warning file=drafts/my story.md,title=")


def test_markdown_escapes_what_could_be_markup():
    document = by_hand()
    finding = msgspec.structs.replace(
        document.findings[0], subject="<img src=x> | @joe [a](b) `c` http://x.example :fire:", message="1. *x*"
    )
    shown = render("markdown", msgspec.structs.replace(document, findings=(finding,)), context())
    row = next(line for line in shown.splitlines() if line.startswith("| ◆ warning"))
    assert row.endswith(r"| \<img src=x\> \| @<!-- -->joe \[a\](b) \`c\` http\://x.example \:fire: |")
    assert r"1\. \*x\*" in shown
    assert "**At least 14** people died" in shown


@pytest.mark.parametrize("format_", OWN)
def test_an_empty_document_says_so(format_):
    document = Document(
        tool=by_hand().tool, articles=by_hand().articles, findings=(), agreed=(), single_source=(), unread=()
    )
    shown = render(format_, document, context())
    if format_ in ("text", "github", "markdown", "junit"):
        assert "No conflicts found" in shown


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_no_text_breaks_a_format(made):
    document, taste = made
    for format_ in OWN:
        shown = render(format_, document, taste)
        assert shown == render(format_, document, taste)
        shown.encode()
        _holds(format_, shown, document)


def _holds(format_: str, shown: str, document: Document) -> None:
    if format_ == "text":
        plain = re.sub(r"\x1b\[[\d;]*m", "", shown)
        assert all(c == "\n" or c.isprintable() for c in plain)
    elif format_ == "json":
        assert decode(shown) == document
    elif format_ == "jsonl":
        rows = [json.loads(line) for line in shown.rstrip("\n").split("\n")]
        found = [r for r in rows if r["type"] == "finding"]
        assert [msgspec.convert({k: v for k, v in r.items() if k != "type"}, DocFinding).id for r in found] == [
            f.id for f in document.findings
        ]
    elif format_ == "sarif":
        assert faults(json.loads(shown)) == []
    elif format_ == "junit":
        ElementTree.fromstring(shown)
    elif format_ == "github":
        lines = shown.split("\n")
        commands = len(document.findings) + len(document.unread) + len(document.warnings)
        assert len(lines) == commands + 3 and "\r" not in shown
        assert all(re.match(r"::(error|warning|notice) ", line) for line in lines[:commands])
    elif format_ == "markdown":
        assert "\x1b" not in shown
        page = MARKDOWN.render(shown).replace("<!-- -->", "")
        assert set(re.findall(r"<(/?\w+|!)", page)) <= {f"{c}{t}" for c in ("", "/") for t in TAGS}
