"""The lists of what no finding tells: agreed facts and facts of one source, by kind, with one link an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from crosscheck.document import DocArticle, DocFact
from crosscheck.report.html import strings
from crosscheck.report.html.show import one_line

MAX_LINKS = 12


class Told(msgspec.Struct, frozen=True):
    """One fact: what it is about, its commonest form, (href, label) of who tells it, how many more, and which copy."""

    subject: str
    value: str
    links: list[tuple[str, str]]
    more: int
    copies: str


def by_kind(
    facts: Sequence[DocFact], articles: Mapping[str, DocArticle], labels: Mapping[str, str]
) -> list[tuple[str, list[Told]]]:
    """(name of the kind, its facts in the document's order), kinds in the order of their names."""
    found: dict[str, list[Told]] = {}
    for fact in sorted(facts, key=lambda f: f.kind):
        found.setdefault(strings.KINDS[fact.kind], []).append(_told(fact, articles, labels))
    return list(found.items())


def _told(fact: DocFact, articles: Mapping[str, DocArticle], labels: Mapping[str, str]) -> Told:
    first = {m.article: f"#m-{m.article}-{m.start}" for m in reversed(fact.mentions)}
    tellers = list(dict.fromkeys(m.article for m in fact.mentions))
    groups = {articles[a].source_group for a in tellers}
    sources = [a for a in tellers if articles[a].role != "draft"]
    copies = ""
    if len(groups) < len(tellers):
        copies = strings.LISTED_COPIES
    elif len(sources) > fact.independent_sources:
        copies = strings.LISTED_PASSAGE
    links = [(first[a], labels[a]) for a in tellers]
    return Told(
        one_line(fact.subject, 90), one_line(fact.value, 140), links[:MAX_LINKS], len(links[MAX_LINKS:]), copies
    )
