"""From findings to the findings document: places, lines, what agreed, what one source alone tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from crosscheck import guard
from crosscheck.align.sources import independent
from crosscheck.compare.values import by_value, display
from crosscheck.document import DocArticle, DocFact, DocFinding, DocMention, DocReading, Document, Tool
from crosscheck.layout import Lines
from crosscheck.model import Cluster, Corpus, Fact, Finding, Span, Unread


class Places:
    """Turns facts into mentions with line, column and sentence."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._lines = {a.id: Lines(a.text) for a in corpus.articles.values()}
        self._order = {a: i for i, a in enumerate(corpus.articles)}

    def mention(self, fact: Fact, marks: Sequence[Span] = ()) -> DocMention:
        """Where one fact stands, with the stretches of it that differ from the other readings."""
        span = fact.mention.span
        line, column = self._lines[fact.article].at(span.start)
        sentence = self._corpus.sentence(fact).span
        return DocMention(
            article=fact.article,
            start=span.start,
            end=span.end,
            line=line,
            column=column,
            text=self._corpus.articles[fact.article].text[span.start : span.end],
            sentence=(min(sentence.start, span.start), max(sentence.end, span.end)),
            marks=tuple((m.start, m.end) for m in marks),
            asserted_by=fact.asserted_by,
        )

    def mentions(
        self, facts: Sequence[Fact], marks: Mapping[str, Sequence[Span]] | None = None
    ) -> tuple[DocMention, ...]:
        """The places of several facts, in the order of articles and text, each once."""
        unique = {(self._order[f.article], f.mention.span): f for f in reversed(facts)}
        return tuple(self.mention(unique[k], (marks or {}).get(unique[k].id, ())) for k in sorted(unique))


def build(
    corpus: Corpus,
    clusters: Sequence[Cluster],
    findings: Sequence[Finding],
    *,
    tool: Tool,
    unread: Sequence[Unread],
    with_text: bool = False,
    warnings: Sequence[str] = (),
) -> Document:
    """The whole document in its fixed order."""
    places = Places(corpus)
    agreed, single = _quiet(clusters, findings, corpus, places)
    return Document(
        tool=tool,
        articles=tuple(_article(corpus, a, with_text) for a in corpus.articles),
        findings=tuple(row for f in findings if (row := _guarded(f, corpus, places))),
        agreed=agreed,
        single_source=single,
        unread=tuple(unread),
        warnings=tuple(warnings),
    )


def _article(corpus: Corpus, article_id: str, with_text: bool) -> DocArticle:
    a = corpus.articles[article_id]
    shown = DocArticle(
        id=a.id,
        path=a.path,
        title=a.title,
        publisher=a.publisher,
        published=a.published,
        role=a.role,
        source_group=corpus.groups.get(a.id, a.id),
        url=a.url,
        byline=a.byline,
    )
    if with_text or not a.in_file:
        import msgspec

        shown = msgspec.structs.replace(shown, text=a.text)
    return shown


def _guarded(finding: Finding, corpus: Corpus, places: Places) -> DocFinding | None:
    return guard.guarded(
        f"telling a finding of {finding.rule}", lambda: _finding(finding, corpus, places), otherwise=None
    )


def _finding(finding: Finding, corpus: Corpus, places: Places) -> DocFinding:
    readings = tuple(
        DocReading(
            value=r.value,
            independent_sources=independent(r.facts, corpus),
            mentions=places.mentions(r.facts, finding.marks),
            primary=any(corpus.articles[f.article].role == "primary" for f in r.facts),
            data=r.facts[0].value if r.facts else None,
        )
        for r in finding.readings
    )
    return DocFinding(
        id=finding.id,
        rule=finding.rule,
        kind=finding.kind,
        level=finding.level,
        confidence=finding.confidence,
        subject=finding.subject,
        message=finding.message,
        suggestion=finding.suggestion,
        readings=readings,
        verdict=finding.verdict,
        inside=finding.inside,
    )


# clusters that ask another question of facts which stand in clusters of their own already
_OTHERS_FACTS = frozenset({"office", "word", "half", "owner"})


def _quiet(
    clusters: Sequence[Cluster], findings: Sequence[Finding], corpus: Corpus, places: Places
) -> tuple[tuple[DocFact, ...], tuple[DocFact, ...]]:
    """Clusters without a finding: agreed where two independent sources carry one value, else told by one only.

    Where there is a draft, only what it says counts, and one source that says the same is agreement.
    """
    loud = {f.cluster for f in findings}
    drafts = {a.id for a in corpus.articles.values() if a.role == "draft"}
    agreed: list[DocFact] = []
    single: list[DocFact] = []
    for cluster in clusters:
        if cluster.id in loud or not cluster.facts or cluster.aspect in _OTHERS_FACTS:
            continue
        values = guard.guarded_each(f"telling a {cluster.kind}", partial(by_value, cluster.facts))
        for facts in values:
            drafted = any(f.article in drafts for f in facts)
            if drafts and not drafted:
                continue
            n = independent(facts, corpus)
            row = guard.guarded(f"telling a {cluster.kind}", partial(_fact, cluster, facts, n, places), otherwise=None)
            if row:
                (agreed if n + drafted > 1 else single).append(row)
    return tuple(agreed), tuple(single)


def _fact(cluster: Cluster, facts: Sequence[Fact], sources: int, places: Places) -> DocFact:
    return DocFact(
        kind=cluster.kind,
        subject=cluster.subject,
        value=display(facts[0]),
        mentions=places.mentions(facts),
        independent_sources=sources,
        data=facts[0].value,
    )
