"""Corpora with quotes, made without a language model: who speaks is written in braces before the quotation marks.

``{Ada Brook}“We will sail.”`` is a quote with a direct link to the person Ada Brook, ``{the ministry}“...”`` to a body,
``{?}“...”`` a quote without a speaker. ``“no limits” <partnership> with Moscow`` modifies the noun in angle brackets, and
the words that follow in the line stand beside it.
"""

from __future__ import annotations

import re

import msgspec

from crosscheck.align import quotes, sources
from crosscheck.compare.rules import quo501_wording, quo502_attribution
from crosscheck.model import Article, Cluster, Corpus, Extraction, Fact, Finding, Mention, Name, Quote, Sentence, Span
from crosscheck.settings import Settings

SETTINGS = Settings()
_QUOTE = re.compile(r"(?:\{(?P<speaker>[^}]*)\})?“(?P<content>[^”]*)”")
_SENTENCE = re.compile(r"(?:“[^”]*”|[^.“])+(?:\.|$)")
_MODIFIED = re.compile(r" <(?P<noun>\w+)>(?P<beside>[^.“]*)")
_PERSON = re.compile(r"(?:[A-Z][a-z]+ )+[A-Z][a-z]+$")
_STOP = frozenset(
    "the a an of in on at to for from by with and or that was were is are be it he she they said who".split()
)


def corpus(*texts: str) -> Corpus:
    """Articles a, b, c ... of these texts; each line is a paragraph, the first of more than one the headline."""
    articles, extractions = {}, {}
    for number, text in enumerate(texts):
        name = chr(ord("a") + number)
        articles[name] = Article(id=name, path=f"{name}.txt", title="", text=text)
        extractions[name] = _extraction(name, text)
    return sources.group(Corpus(articles=articles, extractions=extractions), SETTINGS)


def clusters(*texts: str) -> list[Cluster]:
    """Quote clusters of these texts."""
    return list(quotes.align(corpus(*texts), SETTINGS))


def joined(*texts: str) -> bool:
    """True when the first quotes of the first two texts stand in one cluster."""
    return any({"a", "b"} <= {f.article for f in c.facts} for c in clusters(*texts))


def wordings(*texts: str) -> list[Finding]:
    """Findings of QUO501."""
    return _findings(quo501_wording, *texts)


def attributions(*texts: str) -> list[Finding]:
    """Findings of QUO502."""
    return _findings(quo502_attribution, *texts)


def _findings(rule, *texts: str) -> list[Finding]:  # type: ignore[no-untyped-def]
    found = corpus(*texts)
    return [
        finding
        for cluster in quotes.align(found, SETTINGS)
        if cluster.aspect in rule.RULE.aspects
        for finding in rule.check(cluster, found, SETTINGS)
    ]


def _extraction(name: str, text: str) -> Extraction:
    sentences = tuple(_sentences(text))
    facts: list[Fact] = []
    for match in _QUOTE.finditer(text):
        span = Span(*match.span("content"))
        index = max((i for i, s in enumerate(sentences) if s.span.start <= span.start), default=0)
        speaker = match.group("speaker")
        value = Quote(content=match.group("content"), direct_link=speaker is not None)
        parts = {}
        if speaker and speaker != "?":
            kind = "person" if _PERSON.match(speaker) else "body"
            parts = {"speaker": Span(*match.span("speaker"))}
            value = msgspec.structs.replace(value, speaker=speaker, speaker_kind=kind)
            if kind == "person":
                value = msgspec.structs.replace(value, speaker_person=speaker)
                facts.append(_fact(name, "name", parts["speaker"], speaker, index, Name(full=speaker, person=speaker)))
        fact = _fact(name, "quote", span, match.group("content"), index, value)
        modified = _MODIFIED.match(text, match.end())
        attrs = modified.groupdict() if modified else {}
        if "noun" in attrs:
            beside = " ".join(w for w in attrs["beside"].split() if w not in _STOP)
            attrs = {"modifies": attrs["noun"], "beside": beside}
        facts.append(
            msgspec.structs.replace(fact, mention=msgspec.structs.replace(fact.mention, parts=parts, attrs=attrs))
        )
    return Extraction(article=name, sentences=sentences, facts=tuple(facts))


def _fact(article: str, kind, span: Span, text: str, sentence: int, value) -> Fact:  # type: ignore[no-untyped-def]
    mention = Mention(kind=kind, article=article, span=span, text=text, sentence=sentence)
    return Fact(id=f"{article}:{kind}:{span.start}-{span.end}", kind=kind, subject="", value=value, mention=mention)


def _sentences(text: str) -> list[Sentence]:
    found = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        for match in _SENTENCE.finditer(line):
            if match.group().strip():
                words = re.findall(r"[a-z']+", match.group().casefold())
                found.append(
                    Sentence(
                        span=Span(at + match.start(), at + match.end()),
                        paragraph=number,
                        headline=number == 0 and "\n" in text,
                        lemmas=tuple(w for w in words if w not in _STOP),
                    )
                )
        at += len(line) + 1
    return found or [Sentence(span=Span(0, len(text)), paragraph=0)]
