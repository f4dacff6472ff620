"""The index of 500 stories in a real browser: found, sorted, safe under hostile titles, at three sizes."""

from datetime import date, timedelta

import pytest

pytest.importorskip("scipy", reason="needs the extra archive")

from crosscheck.archive.pages import index
from crosscheck.archive.records import Batch, Member, State, StoryRow
from tests.browser import launch, violations, watched

HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script> & "quoted"'


def story(n):
    day = date(2024, 3, 1) + timedelta(days=n % 30)
    members = tuple(
        Member(key=f"{n}/{k}.txt", article="a" * 12, day=day.toordinal(), outlet=f"Paper {k}", shard="s", row=k)
        for k in range(n % 7 + 1)
    )
    return StoryRow(
        id=f"{n:012x}",
        title=HOSTILE if n == 3 else f"Council {n} votes on the harbour wall, and the bill is still disputed",
        first=day.isoformat() if n % 11 else None,
        last=(day + timedelta(days=n % 3)).isoformat() if n % 11 else None,
        members=members,
        part="p",
        document="d",
        outlets=tuple(sorted({m.outlet for m in members})),
        findings={"error": 3 - n // 100, "warning": n % 5, "note": n % 2} if n < 300 else {},
        kinds={"figure": 2, "quote_wording": 1} if n < 300 else {},
        trouble="shard x: damaged" if n == 7 else None,
    )


@pytest.fixture(scope="module")
def browser():
    yield from launch()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    state = State(model="m", settings="s", batches=(Batch(id="b", articles=2000, stories=620, unread=4),))
    file = tmp_path_factory.mktemp("index") / "index.html"
    file.write_text(index(state, [story(n) for n in range(620)], most=500, folder="index-stories", every=60))
    return file.as_uri()


@pytest.fixture
def page(browser, address):
    yield from watched(browser, address)


def test_five_hundred_are_listed_with_links_and_the_rest_is_counted(page):
    assert page.locator("tbody tr").count() == 500
    assert page.get_by_text("120 more stories are not listed here").is_visible()
    assert page.locator("tbody tr a").first.get_attribute("href") == "index-stories/000000000000.html"
    assert page.get_by_text("4 articles or files could not be read").is_visible()
    assert page.get_by_label("Renew the page every 60 seconds").is_checked()
    assert page.title() == "Stories: 620 stories, 300 to look at"


def test_a_hostile_title_is_text(page):
    assert page.locator("#story-000000000003 a").inner_text() == HOSTILE
    assert page.locator("tbody img").count() == 0


def test_find_narrows_and_survives_the_page_renewing_itself(page):
    page.keyboard.press("/")
    page.keyboard.type("council 42")
    assert page.locator("tbody tr:visible").count() == 15  # 42, 142, ... 442 and 420 to 429
    assert page.get_by_role("status").inner_text() == "15 shown"
    page.reload()
    assert page.locator("#find").input_value() == "council 42"
    page.locator("#find").press("Escape")
    assert page.locator("tbody tr:visible").count() == 500


def test_a_story_that_could_not_be_checked_says_so(page):
    assert "damaged" in page.locator("#story-000000000007").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser, address, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert violations(page) == []
    context.close()


def test_reads_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.locator("tbody tr").count() == 500
    context.close()
