"""From findings to the findings document: places, lines, what agreed, what one source alone tells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from crosscheck import guard
from crosscheck.align.sources import independent
from crosscheck.document import DocArticle, DocFact, DocFinding, DocMention, DocReading, Document, Tool
from crosscheck.layout import Lines
from crosscheck.model import Cluster, Corpus, Fact, Finding, Place, Quantity, Span, Unread
from crosscheck.report.compared import compared
from crosscheck.report.quiet import Row, rows
from crosscheck.report.sides import Sided, sided
from crosscheck.report.signs import in_words
from crosscheck.report.slips import grouped
from crosscheck.report.subjects import Named, named
from crosscheck.report.titles import titled
from crosscheck.settings import FigureSettings


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
    figures: FigureSettings | None = None,
) -> Document:
    """The whole document in its fixed order. ``figures`` says when two figures of one question can both hold."""
    places = Places(corpus)
    figures = figures or FigureSettings()
    taken = [_sided(f, corpus, figures) for f in findings]
    loud = [f for s in taken for f in (*s.less, *(f for r in s.finding.readings for f in r.facts))]
    lists = rows(clusters, loud, corpus, figures)
    agreed, single = (_facts(found, places) for found in lists)
    signs = {c.id: c.why for c in clusters}
    names = {s.finding.id: _named(s.finding, corpus) for s in taken}
    told = [_guarded(s, names[s.finding.id].subject, corpus, places, signs) for s in taken]
    shown = _told(told, {i: n.about for i, n in names.items()}, (*agreed, *single), corpus)
    return Document(
        tool=tool,
        articles=tuple(_article(corpus, a, with_text) for a in corpus.articles),
        findings=shown,
        agreed=agreed,
        single_source=single,
        unread=tuple(unread),
        warnings=tuple(warnings),
        compared=guard.guarded(
            "counting what was compared", partial(compared, clusters, lists[1], corpus), otherwise=()
        ),
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


def _sided(finding: Finding, corpus: Corpus, figures: FigureSettings) -> Sided:
    part = f"telling the sides of a finding of {finding.rule}"
    return guard.guarded(part, partial(sided, finding, corpus, figures), otherwise=Sided(finding, ()))


def _named(finding: Finding, corpus: Corpus) -> Named:
    part = f"naming what a finding of {finding.rule} is about"
    return guard.guarded(part, partial(named, finding, corpus), otherwise=Named(finding.subject))


def _told(
    found: Sequence[DocFinding | None], about: Mapping[str, str], facts: Sequence[DocFact], corpus: Corpus
) -> tuple[DocFinding, ...]:
    """The findings with their titles and groups, without those that could not be told."""
    plain = [f for f in found if f is not None]
    days = [a.published for a in corpus.articles.values()]
    with_titles = guard.guarded("naming findings", partial(titled, plain, facts, days, about), otherwise=plain)
    return guard.guarded("grouping findings", partial(grouped, with_titles), otherwise=tuple(with_titles))


def _guarded(
    taken: Sided, subject: str, corpus: Corpus, places: Places, signs: Mapping[str, tuple[tuple[str, float], ...]]
) -> DocFinding | None:
    part = f"telling a finding of {taken.finding.rule}"
    return guard.guarded(part, partial(_finding, taken, subject, corpus, places, signs), otherwise=None)


def _finding(
    taken: Sided, subject: str, corpus: Corpus, places: Places, signs: Mapping[str, tuple[tuple[str, float], ...]]
) -> DocFinding:
    finding = taken.finding
    why = finding.why or signs.get(finding.cluster, ())
    marks = finding.marks or _numbers(finding)
    readings = tuple(
        DocReading(
            value=r.value,
            independent_sources=independent(r.facts, corpus),
            mentions=places.mentions(r.facts, marks),
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
        subject=subject,
        message=_about(subject, finding),
        suggestion=finding.suggestion,
        readings=readings,
        verdict=finding.verdict,
        inside=finding.inside,
        why=in_words(why),
        less=places.mentions(taken.less),
    )


def _about(subject: str, finding: Finding) -> str:
    """The message with the subject that holds in the place of the one that it was made with."""
    at = finding.message.casefold().find(finding.subject.casefold()) if subject != finding.subject else -1
    if at < 0:
        return finding.message
    told = subject[:1].upper() + subject[1:] if finding.message[at].isupper() else subject
    return finding.message[:at] + told + finding.message[at + len(finding.subject) :]


def _numbers(finding: Finding) -> dict[str, tuple[Span, ...]]:
    """In figures what differs is the number, with its unit where the readings have several, and no word beside it; of a
    direction it is the point of the compass, where every reading names one."""
    facts = [f for r in finding.readings for f in r.facts]
    if finding.verdict == "bearing":
        ways = {f.id: _ways(f) for f in facts if isinstance(f.value, Place)}
        return ways if all(ways.values()) else {}
    facts = [f for f in facts if isinstance(f.value, Quantity)]
    several = len({f.value.unit for f in facts if isinstance(f.value, Quantity)}) > 1
    found = {}
    for fact in facts:
        parts = [fact.mention.parts.get(name) for name in ("number", *(("unit",) if several else ()))]
        found[fact.id] = tuple(p for p in parts if p is not None and fact.mention.span.contains(p))
    return found


_WAY = re.compile(r"\b(?:north|south|east|west)(?:[ -]?(?:north|south|east|west))*(?:ern|erly|wards?)?\b", re.I)


def _ways(fact: Fact) -> tuple[Span, ...]:
    start = fact.mention.span.start
    return tuple(Span(start + m.start(), start + m.end()) for m in _WAY.finditer(fact.mention.text))[:1]


def _facts(found: Sequence[Row], places: Places) -> tuple[DocFact, ...]:
    told = (guard.guarded(f"telling a {r.kind}", partial(_fact, r, places), otherwise=None) for r in found)
    return tuple(row for row in told if row is not None)


def _fact(row: Row, places: Places) -> DocFact:
    return DocFact(
        kind=row.kind,
        subject=row.subject,
        value=row.value,
        mentions=places.mentions(row.facts),
        independent_sources=row.sources,
        data=row.facts[0].value,
    )
