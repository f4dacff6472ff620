"""Articles with hand-made figures, for tests of aligning and comparing: no language model."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

from crosscheck.align.figures import align
from crosscheck.compare import compare
from crosscheck.model import Article, Cluster, Corpus, Extraction, Fact, Finding, Mention, Quantity, Sentence, Span
from crosscheck.model import When as When
from crosscheck.settings import Settings

_WORDS = re.compile(r"[A-Za-z][\w'-]*")
_NAMES = re.compile(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+)*")
_STOP = frozenset("the a an of in on at to and by for from with was were is are that it its had has have".split())


def figure(
    words: str, low: float | None, high: float | None = -1.0, **attrs: str
) -> tuple[str, Quantity, dict[str, str]]:
    """A figure as the extractor would read it: ``words`` as written; ``high`` is ``low`` unless told, None when open."""
    top = low if high == -1.0 else high
    measure = attrs.pop("measure", "count")
    value = Quantity(
        low=low,
        high=top,
        unit=attrs.pop("unit", None),
        currency=attrs.pop("currency", None),
        approximate=attrs.pop("approximate", "") == "1",
        counted=attrs.get("counted", ""),
        measure=measure,
    )
    return words, value, attrs


def article(
    text: str,
    *figures: tuple[str, Quantity, dict[str, str]],
    published: str | None = None,
    dates: Sequence[tuple[str, str, str]] = (),
) -> tuple[Article, Extraction]:
    """An article of one paragraph a line with its figures, each at the first place of its words after the last one.

    ``dates`` are (words, first day, last day).
    """
    name = "a" + format(zlib.crc32((text + str(published)).encode()), "08x")
    sentences = tuple(_sentences(text))
    facts: list[Fact] = []
    at = 0
    for words, value, attrs in figures:
        at = text.index(words, at)
        facts.append(_fact(name, "figure", text, Span(at, at + len(words)), value, sentences, attrs))
        at += len(words)
    for words, first, last in dates:
        start = text.index(words)
        value = When(start=first, end=last, granularity="day" if first == last else "month")
        facts.append(_fact(name, "date", text, Span(start, start + len(words)), value, sentences, {}))
    told = Article(id=name, path=f"{name}.txt", title=text.split("\n")[0], text=text, published=published)
    return told, Extraction(article=name, sentences=sentences, facts=tuple(facts))


def corpus(*articles: tuple[Article, Extraction]) -> Corpus:
    """A corpus in which every article is its own source."""
    return Corpus(
        articles={a.id: a for a, _ in articles},
        extractions={a.id: e for a, e in articles},
        groups={a.id: a.id for a, _ in articles},
    )


def clusters(*articles: tuple[Article, Extraction]) -> list[Cluster]:
    """The clusters of their figures."""
    return list(align(corpus(*articles), Settings()))


def findings(*articles: tuple[Article, Extraction]) -> list[Finding]:
    """The findings on their figures."""
    told = corpus(*articles)
    return compare(align(told, Settings()), told, Settings())


def _sentences(text: str) -> list[Sentence]:
    found = []
    for number, line in enumerate(re.finditer(r"[^\n]+", text)):
        for match in re.finditer(r"\S.*?(?:[.?!](?=\s|$)|$)", line[0]):
            words = match[0]
            found.append(
                Sentence(
                    span=Span(line.start() + match.start(), line.start() + match.end()),
                    paragraph=number,
                    headline=number == 0,
                    lemmas=tuple(w.lower() for w in _WORDS.findall(words) if w.lower() not in _STOP),
                    names=tuple(n for n in _NAMES.findall(words[1:]) if len(n) > 2),
                )
            )
    return found


def _fact(
    name: str,
    kind: str,
    text: str,
    span: Span,
    value: Quantity | When,
    sentences: Sequence[Sentence],
    attrs: dict[str, str],
) -> Fact:
    index = next(i for i, s in enumerate(sentences) if s.span.contains(span))
    number = re.search(
        r"\d[\d,.]*\d|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
        text[span.start : span.end],
    )
    place = Span(span.start + number.start(), span.start + number.end()) if number else span
    mention = Mention(
        kind=kind,  # type: ignore[arg-type]
        article=name,
        span=span,
        text=text[span.start : span.end],
        sentence=index,
        parts={"number": place},
        attrs=attrs,
    )
    subject = f"{attrs.get('counted', 'figure')} {attrs.get('event', '')}".strip()
    key = f"{name}:{kind}:{span.start}"
    return Fact(id=key, kind=mention.kind, subject=subject, value=value, mention=mention, hedge=attrs.get("hedge"))
