"""HOU801: a form in the draft other than the one on the house list."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from crosscheck.compare.draft import drafts
from crosscheck.compare.findings import finding_id
from crosscheck.compare.house import occurrences
from crosscheck.model import Article, Cluster, Corpus, Fact, Finding, Mention, Name, Reading, Span
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="HOU801",
    name="house spelling",
    kind="name",
    level="warning",
    summary="A name in the draft in another form than the house list has.",
    aspects=(),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Nothing: the rule looks at the draft's words."""
    return ()


def check_corpus(clusters: Sequence[Cluster], corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A finding for each form that is not the house's, with all its places in the draft."""
    mine = drafts(corpus)
    for article in (a for a in corpus.articles.values() if a.id in mine):
        for house, aliases in sorted(settings.house.spellings.items()):
            yield from _in_draft(article, corpus, house, aliases)


def _in_draft(article: Article, corpus: Corpus, house: str, aliases: Iterable[str]) -> Iterator[Finding]:
    right = list(occurrences(article.text, house))
    taken = list(right)
    for alias in sorted(aliases, key=lambda a: (-len(a), a)):
        if alias == house:
            continue
        places = list(occurrences(article.text, alias, unless=taken))
        taken += places
        if not places:
            continue
        times = "" if len(places) == 1 else f" ({len(places)} times)"
        yield Finding(
            id=finding_id(RULE.code, f"house:{house}", [house, alias]),
            rule=RULE.code,
            kind=RULE.kind,
            level=RULE.level,
            confidence=1.0,
            subject=house,
            message=f"The draft has “{alias}”{times}; the house list has “{house}”.",
            readings=(
                Reading(value=house, canonical=house, facts=tuple(_fact(article, corpus, s) for s in right)),
                Reading(value=alias, canonical=alias, facts=tuple(_fact(article, corpus, s) for s in places)),
            ),
            verdict="spelling",
            suggestion=house,
            inside=False,
        )


def _fact(article: Article, corpus: Corpus, span: Span) -> Fact:
    starts = [s.span.start for s in corpus.extractions[article.id].sentences]
    text = article.text[span.start : span.end]
    return Fact(
        id=f"{article.id}:house:{span.start}-{span.end}",
        kind="name",
        subject=text,
        value=Name(full=text),
        mention=Mention(
            kind="name",
            article=article.id,
            span=span,
            text=text,
            sentence=max(0, bisect_right(starts, span.start) - 1),
        ),
    )
