"""Corpora, clusters and findings put together by hand, for tests of the document that is built from them."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.document import Document, Tool
from crosscheck.model import (
    Article,
    Cluster,
    Corpus,
    Extraction,
    Fact,
    Finding,
    FindingKind,
    Mention,
    MentionKind,
    Reading,
    Sentence,
    Span,
    Value,
)
from crosscheck.report.build import build

TOOL = Tool(version="1", model="m", settings="s")


class Event:
    """Articles of one sentence a line; :meth:`fact` reads words in one, :meth:`cluster` says that facts are one question."""

    def __init__(self, texts: Mapping[str, str], *, draft: str = "", copies: Mapping[str, str] | None = None) -> None:
        self.texts = dict(texts)
        self.facts: list[Fact] = []
        self.clusters: list[Cluster] = []
        self.findings: list[Finding] = []
        self._draft = draft
        self._copies = dict(copies or {})

    def fact(self, article: str, words: str, value: Value, kind: MentionKind, subject: str = "the event") -> Fact:
        text = self.texts[article]
        start = text.index(words)
        mention = Mention(
            kind=kind,
            article=article,
            span=Span(start, start + len(words)),
            text=words,
            sentence=text.count("\n", 0, start),
        )
        made = Fact(id=f"{article}:{kind}:{start}", kind=kind, subject=subject, value=value, mention=mention)
        self.facts.append(made)
        return made

    def cluster(
        self, kind: FindingKind, *facts: Fact, subject: str = "the event", aspect: str = "value", **more: object
    ) -> Cluster:
        name = f"c{len(self.clusters)}"
        made = Cluster(id=name, kind=kind, aspect=aspect, subject=subject, key=name, facts=facts, **more)  # type: ignore[arg-type]
        self.clusters.append(made)
        return made

    def finding(self, cluster: Cluster, message: str, *readings: tuple[str, list[Fact]], **more: object) -> Finding:
        level = more.pop("level", "warning")
        made = Finding(
            id=f"{len(self.findings):016x}",
            rule="FIG401",
            kind=cluster.kind,
            level=level,  # type: ignore[arg-type]
            confidence=0.7,
            subject=cluster.subject,
            message=message,
            readings=tuple(Reading(value=v, canonical=v, facts=tuple(facts)) for v, facts in readings),
            cluster=cluster.id,
            **more,  # type: ignore[arg-type]
        )
        self.findings.append(made)
        return made

    def corpus(self) -> Corpus:
        articles, extractions = {}, {}
        for name, text in self.texts.items():
            sentences, at = [], 0
            for number, line in enumerate(text.split("\n")):
                sentences.append(Sentence(span=Span(at, at + len(line)), paragraph=number))
                at += len(line) + 1
            articles[name] = Article(
                id=name,
                path=f"{name}.txt",
                title=text.split("\n")[0],
                text=text,
                published="2013-07-02",
                role="draft" if name == self._draft else "source",
            )
            told = tuple(f for f in self.facts if f.article == name)
            extractions[name] = Extraction(article=name, sentences=tuple(sentences), facts=told)
        groups = {a: self._copies.get(a, a) for a in articles}
        return Corpus(articles=articles, extractions=extractions, groups=groups)

    def document(self) -> Document:
        return build(self.corpus(), self.clusters, self.findings, tool=TOOL, unread=(), with_text=True)
