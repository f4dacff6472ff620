"""``desk --archive``: stories are offered the worst first, opened as events, and judged for good."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from desk_http import add_people, ids, rows_of, served, states
from walks import axe_on, axe_source

from crosscheck.archive.briefs import now_in
from crosscheck.archive.store import Store
from tests.archive.conftest import desk as office_folder
from tests.archive.conftest import later, program, told, toy, wires
from tests.newsroom import FIRE, event, write

desk = office_folder  # the fixture that ``wires`` asks for
__all__ = ["desk", "program", "toy", "wires"]


@pytest.fixture
def archive(wires, program):
    """An archive of four fires: one with an error, two with a warning, one with nothing."""
    program("archive", "wires", "--into", "store")
    return "store"


@pytest.fixture
def offered(archive, sqlite):
    from crosscheck.desk.stories import Archive

    with served(sqlite, archive=Archive(archive)) as made:
        yield made


def listed(page):
    return re.findall(r'<article class="card row story".*?</article>', page, re.S)


def open_first(browser, text=""):
    story = re.search(r'action="/stories/([0-9a-f]+)/open"', browser.get(f"/stories?q={text}"))[1]
    answer = browser.post(f"/stories/{story}/open", page="/stories")
    return story, int(re.search(r"/events/(\d+)", answer.headers["location"])[1])


def test_the_worst_story_is_offered_first_and_opens_as_an_event(offered):
    browser = offered.browser()
    rows = listed(browser.get("/stories"))
    assert len(rows) == 4
    assert "1 correction<" in rows[0] and "1 point to check<" in rows[1] and "No findings" in rows[3]
    story, number = open_first(browser)
    page = browser.get(f"/events/{number}")
    assert "2 findings to do" in page and page.count("wires/fire-2/") == 3
    assert browser.post(f"/stories/{story}/open", page="/stories").headers["location"] == f"/events/{number}"
    again = listed(browser.get("/stories"))[0]
    assert f'href="/events/{number}"' in again and "2 findings to do" in again
    finding = ids(offered, number)["FIG401"]
    assert "grave: " in browser.get(f"/findings/{finding}")  # the articles' words are there


def test_a_search_narrows_the_stories_and_nothing_is_no_error(offered):
    browser = offered.browser()
    assert len(listed(browser.get("/stories?q=lower+QUENNEL"))) == 1
    assert "No story fits" in browser.get("/stories?q=nowhere")
    browser.get("/stories?page=99")


def test_judgements_survive_what_comes_later(offered, desk, program):
    browser = offered.browser()
    _, number = open_first(browser, "Velmar")
    finding = ids(offered, number)["FIG401"]
    browser.post(f"/findings/{finding}/judge", verdict="dismissed", reason="A later update, not a conflict")
    assert "came to this story" not in browser.get(f"/events/{number}")
    later(desk, 1)
    program("archive", "add", "late", "--into", "store")
    page = browser.get(f"/events/{number}")
    assert "1 article came to this story" in page and "Take in what is new" in page
    assert "Has changed since it was opened" in browser.get("/stories?q=Velmar")
    assert states(offered, number)["FIG401"] == "dismissed"  # nothing happens by itself
    browser.post(f"/events/{number}/check", page=f"/events/{number}")
    page = browser.get(f"/events/{number}")
    assert "late/1.txt" in page and "came to this story" not in page
    assert [r.state for r in rows_of(offered, number)] == ["reopened"]  # the late article has a reading of its own
    assert "A later update" in browser.get(f"/findings/{rows_of(offered, number)[0].id}")


def test_a_batch_that_adds_nothing_to_a_story_offers_nothing(offered, desk, program):
    browser = offered.browser()
    _, number = open_first(browser, "Velmar")
    write(told(event(5), dead=3), desk / "more")
    program("archive", "add", "more", "--into", "store")
    assert "came to this story" not in browser.get(f"/events/{number}")
    assert len(listed(browser.get("/stories"))) == 5


def test_a_story_that_joined_another_keeps_its_event(desk, program, sqlite):
    from crosscheck.desk.stories import Archive

    first = told(event(0), dead=9)
    other = told(event(0, day="2024-03-25", folder="much-later", texts=FIRE[:2]), dead=9, grave=1)
    write([*first, *other], desk / "a")
    write(told(event(0, day="2024-03-14", folder="between"), dead=9), desk / "b")
    program("archive", "a", "--into", "store")
    with served(sqlite, archive=Archive("store")) as made:
        browser = made.browser()
        small = next(s for s in json.loads(made.api().get("/stories").text)["stories"] if s["story"]["articles"] == 2)
        number = made.api().post(f"/stories/{small['story']['id']}/event").json()["id"]
        program("archive", "add", "b", "--into", "store")
        (whole,) = made.api().get("/stories").json()["stories"]
        assert (whole["event"], whole["grown"]) == (number, True)
        assert whole["story"]["id"] != small["story"]["id"]
        page = browser.get(f"/events/{number}")
        assert "is now part of" in page and "6 articles came" in page
        browser.post(f"/events/{number}/check", page=f"/events/{number}")
        assert "8 articles" in browser.get("/")


def test_an_archive_that_lost_a_document_says_what_to_do(offered):
    shutil.rmtree("store/documents")
    browser = offered.browser()
    story = re.search(r'action="/stories/([0-9a-f]+)/open"', browser.get("/stories"))[1]
    page = browser.post(f"/stories/{story}/open", status=400, page="/stories").text
    assert "crosscheck archive show store" in page
    assert "No events yet" in browser.get("/")


def test_an_archive_that_is_gone_leaves_what_was_judged(offered):
    browser = offered.browser()
    _, number = open_first(browser)
    shutil.move("store", "elsewhere")
    assert "is no archive" in browser.get(f"/events/{number}")
    browser.post(f"/events/{number}/check", page=f"/events/{number}")
    assert "The last check did not finish" in browser.get(f"/events/{number}")
    assert len(rows_of(offered, number)) == 2


def test_readers_see_stories_and_open_none(archive, sqlite):
    from crosscheck.desk.stories import Archive

    add_people(sqlite)
    with served(sqlite, users=True, archive=Archive(archive)) as made:
        reader = made.browser("rea")
        page = reader.get("/stories")
        assert len(listed(page)) == 4 and "/open" not in page
        story = made.desk.archive.stories()[0].id
        assert "needs the role checker" in reader.post(f"/stories/{story}/open", status=403).text


def test_without_the_archive_an_opened_story_is_still_worked_on(offered, sqlite):
    _, number = open_first(offered.browser())
    with served(sqlite) as other:
        browser = other.browser()
        assert "Stories</a>" not in browser.get("/")
        assert "--archive" in browser.get(f"/events/{number}")
        assert "--archive" in browser.post(f"/events/{number}/check", status=400, page="/account").text
        assert browser.get("/stories", status=404)


def test_no_archive_at_the_address_is_one_line(toy, program):
    status, out, err = program("desk", "--archive", "nowhere")
    assert (status, out) == (2, "")
    assert err == "crosscheck: nowhere is no archive: crosscheck archive PATH... --into nowhere\n"


def test_where_stories_went_follows_merges_and_ends(tmp_path):
    def line(change, story, *others):
        row = {"batch": "1", "change": change, "story": story, "others": others, "because": ""}
        return json.dumps(row) + "\n"

    lines = [line("merged", "b", "a"), line("merged", "c", "b"), line("split", "c", "d"), line("merged", "c", "d")]
    Path(tmp_path, "changes.jsonl").write_text("".join(lines))
    assert now_in(Store(str(tmp_path)), "abcde") == {"a": "c", "b": "c", "d": "c"}


@pytest.mark.parametrize(
    "look", [{"width": 1440, "height": 900}, {"width": 320, "height": 800}], ids=["desktop", "phone"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_stories_and_they_fit(offered, watch, look, scheme):
    someone = watch(offered.base, viewport=look, color_scheme=scheme)
    axe = axe_source()
    for path in ("/stories", "/stories?q=nowhere"):
        someone.page.goto(path)
        assert axe_on(someone.page, axe) == []
        assert not someone.page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")


def test_serving_can_be_asked_twice_in_one_process(toy):
    from crosscheck import desk
    from crosscheck.errors import CrosscheckError

    for _ in range(2):
        with pytest.raises(CrosscheckError, match="is no archive"):
            desk.serve(archive="nowhere")
