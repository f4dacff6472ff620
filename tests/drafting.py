"""A corpus of one draft and its sources, with facts put in by hand."""

from __future__ import annotations

from crosscheck.model import Corpus, Extraction, Fact, Mention, Name, Quantity, Quote, Sentence, Span
from crosscheck.pipeline import check
from crosscheck.read import make_article


def corpus(draft: str, *sources: str, facts=()) -> Corpus:
    """``facts`` are (article number, kind, words, value); the draft is number 0."""
    articles = [
        make_article(text, path=f"{number}.txt", meta={"role": "source" if number else "draft"})
        for number, text in enumerate((draft, *sources))
    ]
    made: dict[int, list[Fact]] = {}
    for number, kind, words, value in facts:
        article = articles[number]
        start = article.text.index(words)
        mention = Mention(
            kind=kind, article=article.id, span=Span(start, start + len(words)), text=words, sentence=0, confidence=0.7
        )
        made.setdefault(number, []).append(
            Fact(id=f"{number}:{start}", kind=kind, subject=words, value=value, mention=mention)
        )
    whole = {a.id: Sentence(span=Span(0, len(a.text)), paragraph=0) for a in articles}
    return Corpus(
        articles={a.id: a for a in articles},
        extractions={
            a.id: Extraction(article=a.id, sentences=(whole[a.id],), facts=tuple(made.get(n, ())))
            for n, a in enumerate(articles)
        },
        groups={a.id: a.id for a in articles},
    )


def quote(content: str) -> Quote:
    return Quote(content=content, speaker="Ada Brook")


def figure(low: float, high: float | None = None, **more) -> Quantity:
    return Quantity(low=low, high=low if high is None else high, **more)


def name(full: str) -> Name:
    return Name(full=full, family=full.split()[-1], key=full.casefold())


def told(draft: str, *sources: str, published: str = "2026-03-06", wired: str = "2026-03-05") -> list[tuple[str, str]]:
    """Rule and draft's reading of what a real check of the draft says above note, in the order of the document."""
    articles = [
        make_article(
            text, path=f"{n}.txt", meta={"role": "source" if n else "draft", "published": wired if n else published}
        )
        for n, text in enumerate((draft, *sources))
    ]
    document = check(articles, workers=1)
    mine = articles[0].id
    return [
        (f.rule, next((r.value for r in f.readings if any(m.article == mine for m in r.mentions)), ""))
        for f in document.findings
        if f.level != "note"
    ]
