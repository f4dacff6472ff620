"""The report in a real browser: by keyboard, with scripts off, for axe, under hostile text, at three sizes."""

from __future__ import annotations

import time

import msgspec
import pytest

from crosscheck.document import DocSign
from crosscheck.model import Unread
from crosscheck.report.html import render
from tests.browser import FONT_SETS, launch, violations, watched, with_fonts
from tests.documents import TEXTS, document, mention, reading
from tests.documents import finding as make


@pytest.fixture(scope="module")
def browser():
    yield from launch()


@pytest.fixture(scope="module", params=FONT_SETS)
def any_fonts(request, browser, tmp_path_factory):
    """A browser under each set of fonts: a page that only fits one of them does not fit."""
    yield from with_fonts(browser, request.param, tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(render(document(), made="12 May 2024"), encoding="utf-8")
    return file.as_uri()


@pytest.fixture
def page(browser, address):
    yield from watched(browser, address)


def shown(page):
    return page.locator("article.card:visible").evaluate_all("cards => cards.map(c => c.id)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_axe_finds_nothing(browser, address, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("width", [1440, 1024, 390, 320])
def test_page_never_scrolls_sideways(any_fonts, address, width):
    context = any_fonts.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate("document.getElementById('show-agreed').checked = true")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def arrived(page, place):
    """The address comes to end with a place: it follows a key, or typing that pauses, a moment later."""
    page.wait_for_function("place => location.href.endsWith(place)", arg=place)


def test_a_walk_by_keyboard_alone(page):
    page.keyboard.press("j")
    arrived(page, "#f-00aa")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "f-00bb"
    page.keyboard.press("o")
    page.wait_for_function("location.hash.startsWith('#m-a0-')")
    page.keyboard.press("o")
    page.wait_for_function("location.hash.startsWith('#m-a1-')")
    page.keyboard.press("b")
    assert page.evaluate("document.activeElement.id") == "f-00bb"
    page.keyboard.press("k")
    arrived(page, "#f-00aa")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("anna")
    assert shown(page) == ["f-00cc"]
    arrived(page, "?q=anna")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    arrived(page, "#f-00cc?q=anna")


def test_filters_stay_in_the_address(page):
    page.uncheck("input[value=error]")
    assert shown(page) == ["f-00cc", "f-00dd"]
    page.reload()
    assert shown(page) == ["f-00cc", "f-00dd"]
    page.select_option("select[name=article]", "a2")
    assert shown(page) == ["f-00dd"]
    page.select_option("select[name=kind]", "name")
    assert shown(page) == []
    assert "No finding fits" in page.inner_text(".shown")
    page.click("button[type=reset]")
    sync_api = pytest.importorskip("playwright.sync_api")
    sync_api.expect(page.locator("article.card:visible")).to_have_count(4)


def test_a_cell_leads_to_its_finding_even_when_a_filter_hides_it(page):
    page.uncheck("input[value=error]")
    page.evaluate("document.querySelector('tr[data-finding] th a[href=\"#f-00aa\"]').click()")
    assert "f-00aa" in shown(page)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_the_first_screen_says_what_differs(any_fonts, address, width, height):
    page = any_fonts.new_page(viewport={"width": width, "height": height})
    page.goto(address)
    bottoms = page.locator(".lines li").evaluate_all("rows => rows.map(r => r.getBoundingClientRect().bottom)")
    assert len(bottoms) == 4 and max(bottoms) < height
    page.locator(".lines a").nth(2).click()
    assert page.url.endswith("#f-00cc") and page.evaluate("document.activeElement.id") == "f-00cc"
    page.close()


def test_what_agrees_is_shown_on_demand_without_scripts(browser, address):
    page = browser.new_page(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    page.goto(address)
    agreed = page.locator(".matrix tr.agreed")
    assert agreed.count() == 1 and not agreed.is_visible()
    page.check("#show-agreed")
    assert agreed.is_visible()
    page.close()


def test_the_head_of_the_matrix_stays_in_sight(browser, tmp_path):
    doc = document()
    many = tuple(msgspec.structs.replace(doc.findings[i % 4], id=f"{i:04x}") for i in range(80))
    file = tmp_path / "many.html"
    file.write_text(render(msgspec.structs.replace(doc, findings=many), made="x"), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(file.as_uri())
    gap = """() => {
      const box = document.querySelector('.matrix-scroll');
      box.scrollTop = 600;
      return document.querySelector('.matrix thead th').getBoundingClientRect().top - box.getBoundingClientRect().top;
    }"""
    assert 0 <= page.evaluate(gap) < 4
    page.close()


def test_paper_has_lines_first_and_breaks_between_cards(browser, address):
    page = browser.new_page()
    page.goto(address)
    page.emulate_media(media="print")
    style = "(s) => { const c = getComputedStyle(document.querySelector(s)); return [c.breakAfter, c.breakInside, c.breakBefore]; }"
    assert page.evaluate(style, ".masthead")[0] == "page"
    assert page.evaluate(style, "article.card")[1] == "avoid"
    assert page.evaluate(style, "#matrix")[2] == "page"
    title = "getComputedStyle(document.querySelector('#matrix-title'), '::before').content"
    assert page.evaluate(title) == '"Appendix: "'
    page.close()


@pytest.mark.parametrize("width", [1440, 1024, 640])
def test_a_table_of_many_outlets_scrolls_and_the_page_does_not(any_fonts, tmp_path, width):
    doc = document()
    articles = tuple(
        msgspec.structs.replace(doc.articles[i % 2], id=f"a{i}", source_group=f"a{i}", publisher=f"Outlet number {i}")
        for i in range(16)
    )
    told = [
        msgspec.structs.replace(mention(i % 2, ("12 people", "14 people")[i % 2]), article=f"a{i}") for i in range(16)
    ]
    found = make(
        "00aa", "figure", "error", "people killed", reading("12", *told[::2]), reading("14", *told[1::2], told[0])
    )
    file = tmp_path / "wide.html"
    page_of = msgspec.structs.replace(doc, articles=articles, findings=(found,), agreed=(), single_source=())
    file.write_text(render(page_of, made="x"), encoding="utf-8")
    page = any_fonts.new_page(viewport={"width": width, "height": 800})
    page.goto(file.as_uri())
    assert page.locator("td .hidden-label").count() > 6  # what is read out and not seen must not widen the page
    assert page.evaluate("document.querySelector('.matrix-scroll').scrollWidth") > width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_axe_finds_nothing_where_several_slips_have_several_findings(browser, tmp_path):
    doc = document()
    grouped = tuple(msgspec.structs.replace(f, group="ab"[i // 2]) for i, f in enumerate(doc.findings))
    file = tmp_path / "groups.html"
    file.write_text(render(msgspec.structs.replace(doc, findings=grouped), made="x"), encoding="utf-8")
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.get_by_role("group", name="2 findings, one slip").count() == 2
    assert violations(page) == []
    context.close()


def test_reasons_stay_off_paper_unless_asked(browser, tmp_path):
    file = tmp_path / "why.html"
    doc = document()
    why = (DocSign(sign="the verb", weight=0.5),)
    found = (msgspec.structs.replace(doc.findings[0], why=why), *doc.findings[1:])
    file.write_text(render(msgspec.structs.replace(doc, findings=found), made="x"), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.get_by_text("Why these two").is_visible()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.get_by_text("Why these two").is_visible()
    page.close()


def test_all_is_there_with_scripts_off(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}#f-00dd")
    assert page.locator("article.card").count() == 4
    assert page.locator("article.card:visible").count() == 4
    assert not page.locator("#filters").is_visible()
    page.locator("#f-00dd a.place").first.click()
    assert "#m-a0-" in page.url
    page.locator("#agreed summary").click()
    assert page.locator("#agreed").get_by_text("Westbrook port").is_visible()
    context.close()


def test_print_shows_all_evidence(browser, address):
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.locator("#filters").is_visible()
    assert page.get_by_text("Some 300 passengers").last.is_visible()
    assert page.locator("#single li").first.is_visible()
    context.close()


def test_hostile_text_runs_nothing(browser, tmp_path):
    evil = "<script>alert(1)</script> <img src=x onerror=alert(2)> javascript:alert(3) {{7*7}} \x00 \u202eevil"
    texts = (f"{evil}\n\n12 people “{evil}”", *TEXTS[1:])
    doc = document()
    articles = (
        msgspec.structs.replace(doc.articles[0], text=texts[0], title=evil, url="javascript:alert(4)", publisher=evil),
        *doc.articles[1:],
    )
    found = make(
        "00ee",
        "figure",
        "error",
        evil,
        reading(evil, mention(0, "12 people", texts)),
        reading("x", mention(1, "14 people")),
    )
    file = tmp_path / "evil.html"
    file.write_text(
        render(
            msgspec.structs.replace(doc, articles=articles, findings=(found,), agreed=(), single_source=()), made="x"
        ),
        encoding="utf-8",
    )
    page = browser.new_page()
    seen = []
    page.on("dialog", lambda d: (seen.append(d.message), d.dismiss()))
    page.on("pageerror", lambda e: seen.append(str(e)))
    page.on("console", lambda m: seen.append(m.text) if m.type == "error" else None)
    page.on("request", lambda r: seen.append(r.url) if r.url != file.as_uri() else None)
    page.goto(file.as_uri())
    for key in "jobk":
        page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert seen == []
    assert "{{7*7}}" in page.inner_text("#f-00ee")
    page.close()


@pytest.mark.parametrize("width", [1024, 390, 320])
def test_other_scripts_and_long_words_do_not_break_the_page(any_fonts, tmp_path, width):
    long = "Donau" * 60
    texts = (
        f"{long}\n\nقال المتحدث باسم الوزارة إن 12 people قتلوا. 外務省の報道官は述べた。",
        f"{'x' * 200} y\n\n14 people {long}",
        TEXTS[2],
    )
    doc = document()
    articles = tuple(
        msgspec.structs.replace(a, text=t, title=t[:200], publisher="x" * 90, path="y" * 200)
        for a, t in zip(doc.articles, texts, strict=True)
    )
    found = make(
        "00ee",
        "figure",
        "error",
        long,
        reading(long, mention(0, "12 people", texts)),
        reading("外務省" * 40, mention(1, "14 people", texts)),
    )
    file = tmp_path / "long.html"
    file.write_text(
        render(
            msgspec.structs.replace(
                doc, articles=articles, findings=(found,), unread=(Unread(path="z" * 300, reason="q" * 300),)
            ),
            made="x",
        ),
        encoding="utf-8",
    )
    page = any_fonts.new_page(viewport={"width": width, "height": 800})
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_a_wide_set_filters_without_a_visible_wait(browser, tmp_path):
    doc = document()
    articles = tuple(msgspec.structs.replace(doc.articles[i % 3], id=f"a{i}", text=TEXTS[i % 3]) for i in range(100))
    findings = tuple(msgspec.structs.replace(doc.findings[i % 4], id=f"{i:04x}") for i in range(300))
    file = tmp_path / "wide.html"
    file.write_text(
        render(msgspec.structs.replace(doc, articles=articles, findings=findings), made="x"), encoding="utf-8"
    )
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(file.as_uri())
    started = time.monotonic()
    page.fill("input[name=q]", "anna")
    assert page.locator("article.card:visible").count() == 75
    assert time.monotonic() - started < 5  # a hang, not a timing: those stand in benchmarks/
    page.close()
