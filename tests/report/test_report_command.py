"""`crosscheck report` from files to page: what the page says is what the articles say, in every list, label and bar.

The whole way with the language model, through public commands only: what breaks here an editor would read.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from crosscheck.cli import run
from tests.browser import launch

WIRE = """Quake shakes Corvena coast

CORVENA, March 5 (North Wire) - A strong earthquake struck 55 kilometres west of the town of Belmara on Tuesday, \
killing 12 people, the national survey said. The magnitude-6.1 quake hit at 07:37 GMT. "We did not have any warning," \
said mayor Elena Marquant.

Some 300 people spent the night in the sports hall of Belmara.
"""
ARTICLES = {
    "a.txt": WIRE,
    "b.txt": """Dozens hurt as earth moves in Corvena

CORVENA, March 5 (Harbour Post) - An earthquake shook Corvena on Tuesday and killed at least a dozen people. The \
epicentre was about 55 kilometres from the town of Belmara, the survey said. "We did not have a warning," mayor Elena \
Marquand said.

The school of Belmara stays closed for a week.
""",
    "c.txt": """Rescuers reach Belmara

CORVENA, March 5 (Evening Sample) - The earthquake that struck 55km south of the town of Belmara on Tuesday killed 14 \
people, officials said. It hit at 07:37 GMT and had a magnitude of 6.1. Power was cut in 40 villages.
""",
    "d.txt": """Tuesday's tremor in Corvena

CORVENA, March 5 (Valley Radio) - Twelve people were killed when an earthquake struck 55 kilometres west of Belmara \
on Tuesday morning, the survey said. Its magnitude was put at 6.1. A bridge fell.
""",
    "e.txt": WIRE.replace("Belmara.\n", "Belmara. More follows in the evening.\n"),
}
OUTLETS = {
    "a.txt": ("North Wire", "10:00"),
    "b.txt": ("Harbour Post", "09:00"),
    "c.txt": ("Evening Sample", "12:00"),
    "d.txt": ("Valley Radio", "11:00"),
    "e.txt": ("Island Copy", "10:30"),
}
DRAFT = """Quake near Belmara kills 14

An earthquake that struck 55 kilometres west of Belmara on Tuesday killed 14 people, the survey said. The magnitude \
was 6.1. "We did not have any warning," said mayor Elena Marquant.
"""


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory):
    """A folder of somebody's machine with five wires, two of them one text, and a draft."""
    folder = tmp_path_factory.mktemp("home") / "ana ruiz"
    wires = folder / "wires"
    wires.mkdir(parents=True)
    for name, text in ARTICLES.items():
        wires.joinpath(name).write_text(text, encoding="utf-8")
    rows = [{"file": f, "publisher": who, "published": f"2024-03-05T{at}:00+00:00"} for f, (who, at) in OUTLETS.items()]
    wires.joinpath("manifest.json").write_text(json.dumps(rows), encoding="utf-8")
    folder.joinpath("draft.txt").write_text(DRAFT, encoding="utf-8")
    return folder


def _made(folder: Path, *arguments: str) -> str:
    out = folder / "report.html"
    assert run(["report", *arguments, "-o", str(out), "--no-progress", "--no-cache", "--no-config"]) == 0
    return out.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(newsroom):
    return _made(newsroom, str(newsroom / "wires"))


@pytest.fixture(scope="module")
def drafted(newsroom):
    return _made(newsroom, str(newsroom / "draft.txt"), "--against", str(newsroom / "wires"))


def _document(page):
    return json.loads(re.search(r'id="crosscheck-document">(.*?)</script>', page, re.S)[1])


def _words(element):
    return " ".join(element.text_content().split())


def _row(page, rule):
    """(head cells, cells) of the matrix row of a rule's finding."""
    tree = html.fromstring(page)
    found = next(f["id"] for f in _document(page)["findings"] if f["rule"] == rule)
    (row,) = tree.xpath(f'//tr[@data-finding="{found}"]')
    heads = row.xpath("ancestor::table//thead//th")[1:]
    return dict(zip([_words(h) for h in heads], row.xpath("./td"), strict=True))


def _cell(page, rule, outlet):
    return next(cell for head, cell in _row(page, rule).items() if head.startswith(outlet) or outlet in head[:30])


def _card(page, rule):
    (card,) = html.fromstring(page).xpath(f'//article[contains(@class, "card")][.//span[contains(., "{rule}")]]')
    return card


# --- 1: who says what --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outlet", "words", "marked"),
    [
        ("North Wire", "55 kilometres west of the town of Belmara", ["west"]),
        ("Valley Radio", "55 kilometres west of Belmara", ["west"]),
        ("Evening Sample", "55km south of the town of Belmara", ["south"]),
    ],
)
def test_a_cell_carries_the_articles_own_words_with_those_that_differ_marked(page, outlet, words, marked):
    cell = _cell(page, "PLA602", outlet)
    assert words in _words(cell)
    assert [m.text_content() for m in cell.iter("mark")] == marked


@pytest.mark.parametrize(
    ("rule", "words"),
    [("PLA602", "about 55 kilometres from the town of Belmara"), ("FIG401", "at least a dozen people")],
)
def test_an_article_that_says_less_stands_as_that_and_counts_for_no_side(page, rule, words):
    cell = _cell(page, rule, "Harbour Post")
    assert words in _words(cell) and "says less" in _words(cell)
    assert not cell.xpath(".//mark") and "departs" not in cell.get("class") and "tie" not in cell.get("class")
    finding = next(f for f in _document(page)["findings"] if f["rule"] == rule)
    assert [r["independent_sources"] for r in finding["readings"]] == [2, 1]  # a wire, its copy, the radio; the other
    assert "2 independent sources" in finding["message"]


# --- 2: told by one source only, and agreed ----------------------------------------------------------------------------


def _place(mention):
    return mention["article"], mention["start"], mention["end"]


def _lists(document):
    """For each fact (kind, article, start, end) the lists in which it stands; a name and an office in it are two facts."""
    found: dict[tuple, list[str]] = {}
    for finding in document["findings"]:
        if finding["kind"].startswith("quote"):
            continue
        for mention in [m for r in finding["readings"] for m in r["mentions"]] + finding.get("less", []):
            found.setdefault((finding["kind"], *_place(mention)), []).append("findings")
    for name in ("agreed", "single_source"):
        for fact in document[name]:
            for mention in fact["mentions"]:
                found.setdefault((fact["kind"], *_place(mention)), []).append(name)
    return found


def test_every_fact_stands_in_one_list_and_nothing_told_twice_is_told_by_one_only(page):
    document = _document(page)
    assert {place: names for place, names in _lists(document).items() if len(set(names)) > 1} == {}
    told = Counter(
        (fact["kind"], fact["value"].casefold()) for fact in document["single_source"] if fact["kind"] == "date"
    )
    assert [value for value, n in told.items() if n > 1] == []
    pages_own = {"Harbour Post", "Valley Radio", "CORVENA", "Evening Sample"}  # datelines and credits tell no news
    assert not {f["value"] for f in document["single_source"]} & pages_own
    assert {f["value"] for f in document["single_source"]} >= {"Some 300 people", "40 villages"}


def test_closing_lines_count_what_the_lists_hold(page, newsroom):
    document = _document(page)
    told = {row["kind"]: row for row in document.get("compared", ())}
    assert told, "the report says what was compared"
    single = Counter(f["kind"] for f in document["single_source"] for _ in f["mentions"])
    for kind in ("figure", "place", "date"):
        assert told[kind]["alone"] == single[kind], kind
        assert told[kind]["told"] == told[kind]["met"] + told[kind]["alone"]
    line = f"figures: {told['figure']['told']} read, {told['figure']['met']} met, {told['figure']['alone']} told by one"
    assert line in _words(html.fromstring(page).body)


def test_no_fact_of_a_sample_stands_in_two_lists(tmp_path):
    document = _document(_made(tmp_path, str(Path(__file__).parents[2] / "seeds" / "nato-summit")))
    twice = {place: names for place, names in _lists(document).items() if len(set(names)) > 1}
    assert twice == {} and document["findings"] and document["single_source"]


# --- 3: bars -----------------------------------------------------------------------------------------------------------

_BAR = """(element) => {
  const style = getComputedStyle(element);
  const sides = ["Top", "Right", "Bottom", "Left"].filter((s) => parseFloat(style[`border${s}Width`]) >= 3);
  return [style.borderLeftColor, sides.length];
}"""


def test_a_bar_has_the_colour_of_the_level_and_the_shape_of_the_majority(page, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    for browser in launch():
        shown = browser.new_page(viewport={"width": 1440, "height": 900})
        shown.goto(file.as_uri())
        colours = {
            level: shown.evaluate(f"getComputedStyle(document.querySelector('.card-head .level-{level}')).color")
            for level in {f["level"] for f in _document(page)["findings"]}
        }
        seen = set()
        for finding in _document(page)["findings"]:
            bars = f"#f-{finding['id']} .reading, tr[data-finding='{finding['id']}'] td"
            for element in shown.query_selector_all(bars):
                stands = set((element.get_attribute("class") or "").split()) & {"departs", "tie"}
                colour, sides = element.evaluate(_BAR)
                assert sides == (0 if not stands else 4 if "tie" in stands else 1), finding["rule"]
                assert not stands or colour == colours[finding["level"]], (finding["rule"], finding["level"], stands)
                seen |= {(finding["rule"], s) for s in stands}
        assert ("PLA602", "departs") in seen and ("NAM101", "tie") in seen
        shown.close()


# --- 4: labels, drafts, copies -----------------------------------------------------------------------------------------


def test_labels_say_what_stands_behind_them(page, drafted):
    for told in (page, drafted):
        cards = html.fromstring(told).xpath('//article[contains(@class, "card")]')
        words = " ".join(map(_words, cards))
        assert "Sources read" not in words  # what most sources have is no word about what was read
        assert "To settle it" not in words  # a rule's general advice does not settle the finding that it stands on
    assert "The sources have: 12 people" in _words(_card(drafted, "FIG401"))


def test_a_draft_is_the_draft_and_no_source(drafted):
    card = _card(drafted, "FIG401")
    standing = [_words(e) for e in card.xpath('.//div[@class="reading-head"]')]
    assert any(s.startswith("14 people") and "the draft and 1 source" in s for s in standing)
    assert "the draft and 1 against 2 sources" in _words(card)
    heads = html.fromstring(drafted).xpath("//table[contains(@class, 'matrix')][1]//thead//th")
    assert "the draft" in _words(heads[1])  # the first column, named as what it is
    assert [_words(h) for h in heads if "the draft" in _words(h)] == [_words(heads[1])]


def test_copies_of_one_text_stand_under_one_head_and_say_why_they_count_once(page):
    heads = html.fromstring(page).xpath("//table[contains(@class, 'matrix')][1]//thead//th")
    assert sum("Island Copy" in _words(h) for h in heads) == 1 and len(heads) == 1 + 4
    assert "North Wire and Island Copy carry one text almost word for word: one source." in _words(
        _card(page, "PLA602")
    )


# --- 5: paths and titles -----------------------------------------------------------------------------------------------


def test_no_path_of_a_machine_stands_in_the_report(page, drafted, newsroom):
    for told in (page, drafted):
        assert "ana ruiz" not in told and str(newsroom.parent) not in told


def test_the_event_is_not_named_by_a_disputed_reading(newsroom, drafted):
    folder = newsroom / "titled"
    folder.mkdir(exist_ok=True)
    wires = [t.replace("Rescuers reach Belmara", "Quake kills 14 in Corvena") for t in ARTICLES.values()]
    wires[0] = wires[0].replace("Quake shakes Corvena coast", "Twelve die as quake shakes Corvena")
    for name, text in zip(("2.txt", "3.txt", "1.txt", "4.txt"), wires, strict=False):
        folder.joinpath(name).write_text(text, encoding="utf-8")
    for told in (_made(newsroom, str(folder)), drafted):
        tree = html.fromstring(told)
        for title in (_words(tree.find(".//title")), _words(tree.find_class("topic")[0])):
            assert not re.search(r"14|twelve|12", title, re.I), title
            assert title.removeprefix("Source check").strip(": ")


# --- why these two -----------------------------------------------------------------------------------------------------


def test_every_finding_of_two_sides_says_on_demand_why_they_are_one_question(page, newsroom, capsys):
    findings = _document(page)["findings"]
    assert len(findings) == 4 and all(f["why"] for f in findings)
    for finding in findings:
        weights = [abs(sign["weight"]) for sign in finding["why"]]
        assert weights == sorted(weights, reverse=True) and weights[-1] > 0
        (card,) = html.fromstring(page).xpath(f'//article[@id="f-{finding["id"]}"]')
        (told,) = card.xpath('.//details[summary="Why these two"]')
        items = [_words(li) for li in told.iter("li")]
        assert len(items) == len(finding["why"])
        assert all(re.search(r"\((strong|clear|slight)(, against)?\)$", item) for item in items)
    assert {s["sign"] for f in findings if f["rule"] == "NAM101" for s in f["why"]} == {"family name", "given name"}
    capsys.readouterr()
    run(["check", str(newsroom / "wires"), "--verbose", "--no-progress", "--no-cache", "--no-config"])
    assert capsys.readouterr().out.count("= why these two: ") == len(findings)
