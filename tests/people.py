"""Builds facts of people and bodies by hand, so that tests of aligning and comparing load no language model.

An article is told as a list of sentences; each sentence is (text, mentions), and a mention is a call of :func:`person`,
:func:`role` or :func:`body`, whose words must stand in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from crosscheck.align import identities, names, roles
from crosscheck.compare import compare
from crosscheck.model import Article, Corpus, Extraction, Fact, Finding, Mention, Name, Role, Sentence, Span
from crosscheck.normalise.nameparts import fold, parts
from crosscheck.settings import ConfidenceSettings, Settings

Made = Callable[[str, str, int, int], Fact]
Story = Sequence[tuple[str, Sequence[Made]]]


def person(words: str, pid: str, full: str | None = None, **attrs: str) -> Made:
    """A mention of a person; ``full`` is the full name where the words are only a part of it."""

    def make(article: str, text: str, at: int, sentence: int) -> Fact:
        known = parts(full or words)
        value = Name(full=full or words, key=known.key, person=pid)
        mention = _mention("name", article, text, words, at, sentence, {"entity": "person", "label": "PERSON", **attrs})
        return Fact(id=_id(mention), kind="name", subject=full or words, value=value, mention=mention)

    return make


def body(words: str) -> Made:
    """A mention of an organisation."""

    def make(article: str, text: str, at: int, sentence: int) -> Fact:
        mention = _mention("name", article, text, words, at, sentence, {"entity": "organisation"})
        value = Name(full=words, key=fold(words), entity="organisation")
        return Fact(id=_id(mention), kind="name", subject=words, value=value, mention=mention)

    return make


def role(words: str, pid: str, full: str, title: str, organisation: str | None = None, **more: str) -> Made:
    """A role of a person; ``more``: country, status, organisation as written (``body``), inferred, definite, party,
    form, and the title as ``written``."""

    def make(article: str, text: str, at: int, sentence: int) -> Fact:
        attrs = {
            "title": more.get("written") or title,
            "organisation": more.get("body") or (organisation or "").title(),
        }
        attrs |= {k: more[k] for k in ("definite", "party", "form") if k in more}
        mention = _mention("role", article, text, words, at, sentence, attrs)
        value = Role(
            person=full,
            person_id=pid,
            title=title or None,
            organisation=organisation,
            country=more.get("country"),
            status=more.get("status", "current"),  # type: ignore[arg-type]
        )
        inferred = bool(more.get("inferred"))
        return Fact(id=_id(mention), kind="role", subject=full, value=value, mention=mention, inferred=inferred)

    return make


def corpus(*stories: Story) -> Corpus:
    """The articles of one event, with identities."""
    articles, extractions = {}, {}
    for number, story in enumerate(stories, 1):
        name, text, facts, sentences = f"a{number}", "", [], []
        for index, (words, mentions) in enumerate(story):
            content = tuple(w.strip(".,").casefold() for w in words.split() if len(w) > 3)
            span = Span(len(text), len(text) + len(words))
            sentences.append(Sentence(span=span, paragraph=index, lemmas=content))
            facts += [make(name, words, len(text), index) for make in mentions]
            text += words + "\n"
        articles[name] = Article(id=name, path=f"{name}.txt", title="", text=text)
        facts.sort(key=lambda f: f.mention.span)
        extractions[name] = Extraction(article=name, sentences=tuple(sentences), facts=tuple(facts))
    made = Corpus(articles=articles, extractions=extractions, groups={a: a for a in articles})
    return identities.identify(made, Settings())


def findings(*stories: Story) -> list[Finding]:
    """What the rules on names and affiliations say of the articles, one word against another."""
    made = corpus(*stories)
    settings = msgspec.structs.replace(Settings(), confidence=ConfidenceSettings(backed=()))
    return compare([*names.align(made, settings), *roles.align(made, settings)], made, settings)


def codes(*stories: Story) -> list[tuple[str, str]]:
    """(rule, level) of every finding."""
    return [(f.rule, f.level) for f in findings(*stories)]


def _mention(kind: str, article: str, text: str, words: str, at: int, sentence: int, attrs: dict[str, str]) -> Mention:
    start = at + text.index(words)
    return Mention(
        kind=kind,  # type: ignore[arg-type]
        article=article,
        span=Span(start, start + len(words)),
        text=words,
        sentence=sentence,
        attrs=attrs,
    )


def _id(mention: Mention) -> str:
    return f"{mention.article}:{mention.kind}:{mention.span.start}-{mention.span.end}"
