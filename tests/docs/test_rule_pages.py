"""Every rule has a page, and the page's own examples hold: they are run through the whole pipeline.

A page's Conflict and Agreement each hold a block ```text with mini-articles between lines of ``---``; first line the
title, second maybe a date. ```text draft makes the first of them a draft. A ```toml block before it is a configuration.
"""

import re
import tomllib
from pathlib import Path

import msgspec
import pytest

from crosscheck.config import Config, resolved_settings
from crosscheck.model import LEVELS
from crosscheck.pages import rule_page, section
from crosscheck.pipeline import check
from crosscheck.read import read_data
from crosscheck.registry import rules
from crosscheck.settings import Settings

RULES = [m.RULE for m in rules() if m.__name__.startswith("crosscheck.")]
PAGES = Path(__file__).parents[2] / "docs" / "rules"
HEADINGS = ["What it does", "Why it matters", "Conflict", "Agreement", "Limits"]
BLOCK = re.compile(r"(?:```toml\n(?P<toml>.*?)```\s*)?```text(?P<draft> draft)?\n(?P<text>.*?)```", re.S)


def examples(code, heading):
    """(articles, settings) of each example under a heading."""
    for match in BLOCK.finditer(section(rule_page(code) or "", heading)):
        settings = Settings()
        if match["toml"]:
            table = tomllib.loads(match["toml"])
            lists = {k: [v] if isinstance(v, str) else v for k, v in table.get("spellings", {}).items()}
            settings = resolved_settings(msgspec.convert({**table, "spellings": lists}, Config))
        articles = []
        for number, text in enumerate(re.split(r"^---\n", match["text"], flags=re.M)):
            role = "draft" if match["draft"] and not number else None
            articles += read_data(text.encode(), path=f"{code}-{number}.txt", settings=settings, role=role)
        yield articles, settings


def told(document):
    return [f"{f.level} {f.rule}: {f.message}" for f in document.findings]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_page_has_its_headings(rule):
    page = rule_page(rule.code)
    assert page, f"docs/rules/{rule.code}.md is missing"
    assert page.startswith(f"# {rule.code} ")
    assert re.findall(r"^## (.*)$", page, re.M) == HEADINGS


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_the_conflict_is_raised(rule):
    found = list(examples(rule.code, "Conflict"))
    assert found, "no example"
    for articles, settings in found:
        document = check(articles, settings=settings, workers=1)
        least = LEVELS.index("note" if rule.level == "note" else "warning")
        raised = [f for f in document.findings if f.rule == rule.code and LEVELS.index(f.level) <= least]
        assert raised, told(document)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_the_agreement_is_quiet(rule):
    found = list(examples(rule.code, "Agreement"))
    assert found, "no example"
    for articles, settings in found:
        document = check(articles, settings=settings, workers=1)
        assert not [f for f in document.findings if f.level != "note" or f.rule == rule.code], told(document)


def test_no_page_without_a_rule():
    known = {r.code for r in RULES}
    assert {p.stem for p in PAGES.glob("*.md")} <= known | {"README"}
