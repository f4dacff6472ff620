"""What one article tells, and what all articles of one event tell."""

from __future__ import annotations

import msgspec

from crosscheck.model.articles import Article
from crosscheck.model.mentions import Mention, MentionKind, Sentence
from crosscheck.model.values import Value


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """What a mention means. ``subject`` says in plain words what the fact is about; ``hedge`` is as written."""

    id: str
    kind: MentionKind
    subject: str
    value: Value
    mention: Mention
    hedge: str | None = None
    asserted_by: str | None = None
    inferred: bool = False

    @property
    def article(self) -> str:
        """Id of the article that tells it."""
        return self.mention.article


class Extraction(msgspec.Struct, frozen=True, kw_only=True):
    """All that one article tells: what a worker hands back and the cache keeps."""

    article: str
    sentences: tuple[Sentence, ...] = ()
    facts: tuple[Fact, ...] = ()
    warnings: tuple[str, ...] = ()


class Corpus(msgspec.Struct, frozen=True, kw_only=True):
    """The articles of one event with what was extracted, as aligners and rules see them.

    ``groups`` maps an article's id to its source group: articles that share their wording have one. ``passages`` maps
    (article id, sentence index) as ``"id:index"`` to the id of a passage that more than one article carries almost
    word for word; such mentions count as one independent source. ``identities`` maps a person of one article, as
    ``"article id:person id"``, to the identity that stands for that person in all articles.
    """

    articles: dict[str, Article]
    extractions: dict[str, Extraction]
    groups: dict[str, str] = {}
    passages: dict[str, str] = {}
    identities: dict[str, str] = {}

    def sentence(self, fact: Fact) -> Sentence:
        """The sentence in which the fact stands."""
        return self.extractions[fact.article].sentences[fact.mention.sentence]

    def seen(self, article: str) -> str:
        """The text of an article as far as it was read: "" where it is not English, or was lost to a fault."""
        sentences = self.extractions[article].sentences
        return self.articles[article].text[: sentences[-1].span.end] if sentences else ""

    def facts(self, kind: MentionKind) -> list[Fact]:
        """All facts of one kind, in the order of articles and of the text."""
        return [f for e in self.extractions.values() for f in e.facts if f.kind == kind]
