"""Builds facts of dates and places by hand, so that tests of aligning and comparing load no language model.

An article is a list of sentences; each is (text, facts, lemmas), and a fact is a call of :func:`when` or :func:`where`,
whose words must stand in the text. ``lemmas`` are the content words of the sentence, parted by blanks; those with a
capital are its names too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crosscheck.align import dates, places
from crosscheck.compare import compare
from crosscheck.model import Article, Corpus, Extraction, Fact, Mention, Place, Sentence, Span, Value, When
from crosscheck.normalise.places import place_key
from crosscheck.settings import Settings

Made = Callable[[str, str, int, int], Fact]
Story = Sequence[tuple[str, Sequence[Made], str]]


def when(words: str, *, event: str = "", noun: str = "", who: str = "", what: str = "", form: str = "date",
         hedge: str | None = None, negated: str = "", **value: str) -> Made:  # fmt: skip
    """A date fact; ``value`` holds fields of :class:`When`, the rest is its event's frame."""
    frame = {"form": form, "event": event, "noun": noun, "who": who, "what": what, "negated": negated}
    return _made("date", words, When(**value), frame, hedge)  # type: ignore[arg-type]


def where(words: str, name: str, *, event: str = "", who: str = "", what: str = "", form: str = "named",
          prep: str = "in", label: str = "GPE", kind: str = "", **value: str | float) -> Made:  # fmt: skip
    """A place fact; ``value`` holds fields of :class:`Place`, the rest is its event's frame."""
    frame = {"form": form, "event": event, "who": who, "what": what, "prep": prep, "label": label, "kind": kind}
    key = name if form == "scene" else place_key(name)
    return _made("place", words, Place(name=name, key=key, **value), frame, None)  # type: ignore[arg-type]


def _made(kind: str, words: str, value: Value, frame: dict[str, str], hedge: str | None) -> Made:
    attrs = {k: v for k, v in frame.items() if v}

    def make(article: str, text: str, at: int, sentence: int) -> Fact:
        start = at + text.index(words)
        span = Span(start, start + len(words))
        mention = Mention(kind=kind, article=article, span=span, text=words, sentence=sentence, attrs=attrs)  # type: ignore[arg-type]
        fact_id = f"{article}:{kind}:{span.start}-{span.end}"
        return Fact(id=fact_id, kind=kind, subject=words, value=value, mention=mention, hedge=hedge)  # type: ignore[arg-type]

    return make


def corpus(*stories: Story, published: str = "2019-03-12") -> Corpus:
    """The articles of one event."""
    articles, extractions = {}, {}
    for number, story in enumerate(stories, 1):
        name, text = f"a{number}", ""
        facts: list[Fact] = []
        sentences = []
        for index, (words, made, lemmas) in enumerate(story):
            span = Span(len(text), len(text) + len(words))
            content = lemmas.split()
            names = tuple(w for w in content if w[0].isupper())
            sentences.append(
                Sentence(span=span, paragraph=index, lemmas=tuple(w.lower() for w in content), names=names)
            )
            facts += [m(name, words, len(text), index) for m in made]
            text += words + "\n"
        articles[name] = Article(id=name, path=f"{name}.txt", title="", text=text, published=published)
        extractions[name] = Extraction(article=name, sentences=tuple(sentences), facts=tuple(facts))
    return Corpus(articles=articles, extractions=extractions, groups={a: a for a in articles})


def codes(*stories: Story) -> list[tuple[str, str]]:
    """Rule and level of every finding on dates and places."""
    settings = Settings()
    found = corpus(*stories)
    clusters = [c for module in (dates, places) for c in module.align(found, settings)]
    return [(f.rule, f.level) for f in compare(clusters, found, settings)]
