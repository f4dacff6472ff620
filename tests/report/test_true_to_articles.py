"""The report says what the articles say: cells, counts, bars, labels, drafts, copies, paths and titles."""

from __future__ import annotations

import html
import re

import msgspec
import pytest

from crosscheck.document import DocSign
from crosscheck.model import Unread
from crosscheck.report.html import read_back, render
from crosscheck.report.html.cards import card
from crosscheck.report.html.matrix import matrix
from crosscheck.report.outlets import columns, labels
from crosscheck.report.slips import grouped
from crosscheck.report.standing import lines, standings
from tests.documents import document, finding, mention, reading

TEXTS = (
    "Quake hits coast\n\nIt struck 55 kilometres west of Town at 07:37 GMT.",
    "Quake shakes coast\n\nIt struck roughly 55 kilometres from Town yesterday afternoon.",
    "Coast is shaken\n\nIt struck 55km south of Town at 7:37 AM local time.",
)


def _event(**changes):
    west = mention(0, "55 kilometres west of Town", TEXTS)
    less = mention(1, "roughly 55 kilometres from Town", TEXTS)
    south = mention(2, "55km south of Town", TEXTS)
    one = finding(
        "00aa", "place", "error", "direction from Town", reading("55 km west", west), reading("55 km south", south)
    )
    one = msgspec.structs.replace(one, title="Direction from Town: 55 km west or 55 km south", less=(less,))
    return msgspec.structs.replace(document(TEXTS), findings=(one,), agreed=(), single_source=(), **changes)


def _matrix(doc):
    return matrix(doc, labels(doc.articles), columns(doc.articles))


def _words(cell):
    return ["".join(p.text for p in e.pieces) for e in cell.entries]


def _plain(page, start="<body", end='<script type="application/json"'):
    body = page[page.index(start) : page.index(end)]
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", body)))


# --- cells -----------------------------------------------------------------------------------------------------------


def test_a_cell_holds_the_articles_own_words_with_those_that_differ_marked():
    cells = _matrix(_event()).blocks[0].rows[0].cells
    assert [_words(c) for c in cells] == [
        ["55 kilometres west of Town"],
        ["roughly 55 kilometres from Town"],
        ["55km south of Town"],
    ]
    marked = [[p.text for e in c.entries for p in e.pieces if p.differs] for c in cells]
    assert marked[0] == ["55 kilometres west"] and marked[1] == [] and marked[2] == ["55km south"]


def test_an_article_that_says_less_is_told_so_and_has_no_bar():
    page = render(_event(), made="x")
    row = page[page.index('<tr data-finding="00aa"') :]
    row = row[: row.index("</tr>")]
    assert re.findall(r'<td class="(\w+)"', row) == ["tie", "less", "tie"]
    assert row.count("(says less)") == 1


def test_columns_stand_in_order_of_publication_with_copies_under_one_head():
    doc = _event()
    days = ("2024-03-05", "2024-03-04T08:00:00+00:00", "2024-03-04T09:00:00+02:00")
    articles = tuple(msgspec.structs.replace(a, published=d) for a, d in zip(doc.articles, days, strict=True))
    assert [c.ids for c in columns(articles)] == [("a2",), ("a1",), ("a0",)]
    copied = (*articles[:2], msgspec.structs.replace(articles[2], source_group="a0"))
    assert [c.ids for c in columns(copied)] == [("a2", "a0"), ("a1",)]
    page = render(msgspec.structs.replace(doc, articles=copied), made="x")
    head = page[page.index("<thead>") : page.index("</thead>")]
    assert head.count('<th scope="col"') == 3 and "and 1 copy of its text" in head


def test_one_table_for_all_kinds_and_what_agrees_once():
    doc = document()
    twice = (*doc.agreed, doc.agreed[0])
    page = render(msgspec.structs.replace(doc, agreed=twice), made="x")
    assert page.count('<table class="matrix">') == 1
    assert page.count('class="agreed"><th') == 1
    assert "Show 1 agreed fact" in _plain(page)


# --- bars ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", ["error", "warning", "note"])
def test_a_bars_colour_is_the_level_in_every_view(level):
    doc = _event()
    doc = msgspec.structs.replace(doc, findings=(msgspec.structs.replace(doc.findings[0], level=level),))
    page = render(doc, made="x")
    assert f'<tr data-finding="00aa" class="lv-{level}">' in page
    assert f'class="card level-{level}-card"' in page
    css = page[page.index("<style>") : page.index("</style>")]
    assert f".level-{level}-card, .lv-{level} {{ --bar: var(--{level});" in css
    bars = re.findall(r"\.(?:reading|matrix td)\.(?:departs|tie) \{([^}]*)\}", css)
    assert len(bars) >= 4
    assert all("border" not in b or "var(--bar" in b or "Highlight" in b or "border-left-width" in b for b in bars)


# --- labels ----------------------------------------------------------------------------------------------------------


def test_advice_and_suggestions_are_labelled_for_what_they_are():
    doc = document()
    majority = msgspec.structs.replace(doc.findings[0], suggestion="12 people")
    even = msgspec.structs.replace(doc.findings[1], suggestion=doc.findings[1].readings[0].value)
    house = msgspec.structs.replace(doc.findings[2], rule="HOU801", suggestion="Ana Exempla")
    page = _plain(render(msgspec.structs.replace(doc, findings=(majority, even, house)), made="x"))
    assert "Most sources have: 12 people" in page
    assert "The rule proposes, though sources are even:" in page
    assert "The house list has: Ana Exempla" in page
    assert "In general, what settles it (figure):" in page
    assert "To settle it" not in page and "Sources read" not in page


def _drafted():
    doc = document()
    articles = (msgspec.structs.replace(doc.articles[0], role="draft"), *doc.articles[1:])
    one = finding(
        "00aa",
        "figure",
        "error",
        "people killed",
        reading("14 people", mention(1, "14 people")),
        reading("12 people", mention(0, "12 people")),
    )
    mine = msgspec.structs.replace(one.readings[1], independent_sources=0)
    one = msgspec.structs.replace(one, readings=(one.readings[0], mine), suggestion="14 people")
    return msgspec.structs.replace(doc, articles=articles, findings=(one,))


def test_a_draft_stands_as_the_draft_and_never_as_a_source():
    doc = _drafted()
    assert standings(doc.findings[0]) == ["majority", "departs"]
    shown = card(doc.findings[0], doc, {}, labels(doc.articles), {})
    assert [(c.who, c.stands) for c in shown.columns] == [
        ("the draft", "departs from the sources"),
        ("1 source", "most sources"),
    ]
    assert shown.share == "the draft against 1 source" and shown.suggested == "The sources have"
    (line,), _ = lines(doc, labels(doc.articles))
    assert (line.share, line.who) == ("the draft against 1 source", "")
    page = render(doc, made="x")
    assert "1 draft against 2 articles, 2 independent sources" in _plain(page)
    head = page[page.index("<thead>") : page.index("</thead>")]
    assert head.index("the draft") < head.index("Morning Sample") < head.index("Evening Sample")


def test_what_only_the_draft_says_departs_from_nobody():
    doc = _drafted()
    alone = finding(
        "00bb",
        "name",
        "note",
        "Ana Example",
        reading("in no source"),
        reading("Ana Example", mention(0, "Ana Example")),
        rule="DRA703",
    )
    mine = msgspec.structs.replace(alone.readings[1], independent_sources=0)
    alone = msgspec.structs.replace(alone, readings=(alone.readings[0], mine), title="Only in the draft: Ana Example")
    doc = msgspec.structs.replace(doc, findings=(alone,))
    (line,), _ = lines(doc, labels(doc.articles))
    assert (line.share, line.who) == ("in no source", "")
    shown = card(alone, doc, {}, labels(doc.articles), {})
    assert [(c.value, c.who, c.stands) for c in shown.columns] == [("Ana Example", "the draft", "in no source")]
    assert re.search(r'id="show-agreed" checked', render(doc, made="x"))  # a table without a conflict is not empty


def test_copies_say_why_they_count_once():
    doc = document()
    articles = (*doc.articles[:2], msgspec.structs.replace(doc.articles[2], source_group="a0"))
    one = doc.findings[0]
    first = msgspec.structs.replace(one.readings[0], independent_sources=1)
    one = msgspec.structs.replace(one, readings=(first, one.readings[1]))
    page = _plain(render(msgspec.structs.replace(doc, articles=articles, findings=(one,)), made="x"))
    assert "Morning Sample and Harbour Sample carry one text almost word for word: one source." in page
    assert "carries almost the same text as Morning Sample: together one source" in page


def test_a_passage_that_outlets_share_says_why_it_counts_once():
    doc = document()
    one = doc.findings[0]
    first = msgspec.structs.replace(one.readings[0], independent_sources=1)
    one = msgspec.structs.replace(one, readings=(first, one.readings[1]))
    page = _plain(render(msgspec.structs.replace(doc, findings=(one,)), made="x"))
    assert "2 outlets carry this passage almost word for word: it counts once." in page


# --- paths and titles ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("home", ["/home/ana ruiz/desk", "C:\\Users\\ana ruiz\\desk"])
def test_no_absolute_path_in_a_report(home):
    doc = document()
    stroke = "\\" if "\\" in home else "/"
    articles = tuple(
        msgspec.structs.replace(a, path=f"{home}{stroke}wires{stroke}{i}.txt") for i, a in enumerate(doc.articles)
    )
    unread = (Unread(path=f"{home}{stroke}old{stroke}x.png", reason=f"{home}{stroke}old{stroke}x.png is a picture"),)
    warned = (f"{articles[0].path}: read to its 100th line",)
    page = render(msgspec.structs.replace(doc, articles=articles, unread=unread, warnings=warned), made="x")
    assert "ana ruiz" not in page
    assert f"wires{stroke}0.txt" in page.replace("\\\\", "\\") and "0.txt: read to its 100th line" in _plain(page)
    assert "is a picture" in _plain(page)


def _topic(page):
    return html.unescape(re.search(r'class="topic"[^>]*>.*?</span>(.*?)</span></h1>', page)[1])


def test_no_disputed_reading_is_the_events_title():
    doc = document()
    titles = ("Twelve or more: 12 people die", "14 people die in port", "Ferries stop")
    articles = tuple(msgspec.structs.replace(a, title=t) for a, t in zip(doc.articles, titles, strict=True))
    page = render(msgspec.structs.replace(doc, articles=articles), made="x")
    assert _topic(page) == "Ferries stop"
    assert "<title>Source check: Ferries stop</title>" in page
    disputed = tuple(msgspec.structs.replace(a, title="14 people die") for a in doc.articles)
    assert (
        _topic(render(msgspec.structs.replace(doc, articles=disputed), made="x"))
        == "3 articles of 4 March 2024 to 6 March 2024"
    )


def test_a_line_of_a_place_and_a_day_is_no_headline():
    doc = document()
    titles = ("NORTHPORT, March 5, 2024", "Ferries stop after blaze", "Blaze stops the ferries")
    articles = tuple(msgspec.structs.replace(a, title=t) for a, t in zip(doc.articles, titles, strict=True))
    assert _topic(render(msgspec.structs.replace(doc, articles=articles), made="x")) == "Ferries stop after blaze"


def test_the_headline_that_others_share_most_words_with_names_the_event():
    doc = document()
    titles = ("Sunday notes from the coast", "Ferry port shut", "Ferry port burns")
    articles = tuple(msgspec.structs.replace(a, title=t) for a, t in zip(doc.articles, titles, strict=True))
    assert _topic(render(msgspec.structs.replace(doc, articles=articles), made="x")) == "Ferry port shut"


def test_what_a_file_says_of_itself_is_no_text_of_the_article():
    doc = document()
    text = f"---\npublished: 2024-03-05\n---\n{TEXTS[0]}"
    first = msgspec.structs.replace(doc.articles[0], text=text)
    doc = msgspec.structs.replace(doc, articles=(first, *doc.articles[1:]), findings=(), agreed=(), single_source=())
    page = _plain(render(doc, made="x"), start='<section class="page" id="articles"')
    assert "published:" not in page and "---" not in page and TEXTS[0].split("\n")[0] in page


# --- first screen ----------------------------------------------------------------------------------------------------


def test_lines_say_what_differs_by_how_many_and_who_departs():
    doc = document()
    titled = tuple(
        msgspec.structs.replace(f, title=t)
        for f, t in zip(doc.findings, ("People killed: 12 or 14", "Wording", "Spelling", "Start"), strict=True)
    )
    found, more = lines(msgspec.structs.replace(doc, findings=titled), labels(doc.articles))
    assert more == 0
    first = found[0]
    assert first.parts == [("People killed: 12 or ", False), ("14", True)]
    assert (first.share, first.who) == ("2 to 1", "Evening Sample departs")
    assert (found[1].share, found[1].who) == ("1 to 1", "Morning Sample against Evening Sample")


def test_a_line_names_outlets_of_one_passage_as_the_copies_that_they_count_as():
    doc = document()
    one = doc.findings[0]
    passage = msgspec.structs.replace(one.readings[0], independent_sources=1)
    found, _ = lines(
        msgspec.structs.replace(doc, findings=(msgspec.structs.replace(one, readings=(passage, one.readings[1])),)),
        labels(doc.articles),
    )
    assert (found[0].share, found[0].who) == ("1 to 1", "Morning Sample and 1 copy against Evening Sample")
    most = msgspec.structs.replace(one.readings[1], independent_sources=2)
    found, _ = lines(
        msgspec.structs.replace(doc, findings=(msgspec.structs.replace(one, readings=(most, passage)),)),
        labels(doc.articles),
    )
    assert found[0].who == "Morning Sample and 1 copy depart"


def test_ten_lines_at_most_and_one_a_slip():
    doc = document()
    many = tuple(msgspec.structs.replace(doc.findings[i % 4], id=f"{i:04x}", group=f"g{i // 2}") for i in range(30))
    found, more = lines(msgspec.structs.replace(doc, findings=many), labels(doc.articles))
    assert len(found) == 10 and all(line.more == 1 for line in found) and more == 10
    page = render(msgspec.structs.replace(doc, findings=many), made="x")
    assert (
        page.index('class="lines"')
        < page.index('class="tally"')
        < page.index('class="card ')
        < page.index('id="matrix"')
    )
    assert page.index('id="matrix"') < page.index('id="agreed"') < page.index('id="single"') < page.index('id="unread"')


def test_every_line_leads_to_its_card():
    page = render(document(), made="x")
    block = page[page.index('<ol class="lines">') : page.index("</ol>")]
    for target in re.findall(r'href="#([^"]+)"', block):
        assert '<article class="card' in page and f'id="{target}"' in page


# --- why these two, what was compared --------------------------------------------------------------------------------


def test_a_finding_says_on_demand_why_its_facts_are_one_question():
    doc = document()
    signs = (DocSign(sign="same verb", weight=2.2), DocSign(sign="places unknown", weight=0.0))
    page = render(
        msgspec.structs.replace(doc, findings=(msgspec.structs.replace(doc.findings[0], why=signs),)), made="x"
    )
    assert re.search(r"<details[^>]*><summary>Why these two</summary>\s*<ul[^>]*><li>same verb \(strong\)</li>", page)
    assert "places unknown (says nothing)" in page


def test_groups_survive_being_read_back():
    doc = msgspec.structs.replace(document(), findings=grouped(document().findings))
    assert [f.group for f in read_back(render(doc, made="x")).findings] == [f.group for f in doc.findings]
