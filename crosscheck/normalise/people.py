"""Who is who inside one article: what later steps of normalising ask about people."""

from __future__ import annotations

from dataclasses import dataclass, field

from crosscheck.model import Article, Fact, Mention, Name, Role, Sentence, Span
from crosscheck.settings import Settings


@dataclass
class Scene:
    """One article while it is normalised: steps add their facts and read those of the steps before."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    settings: Settings
    facts: list[Fact] = field(default_factory=list)

    def fact(self, mention: Mention, *, subject: str, value, **more) -> Fact:  # type: ignore[no-untyped-def]
        """A fact of this article with its id."""
        key = f"{mention.article}:{mention.kind}:{mention.span.start}-{mention.span.end}"
        return Fact(id=key, kind=mention.kind, subject=subject, value=value, mention=mention, **more)

    def names(self) -> list[Fact]:
        """Facts of kind name, once the first step has run."""
        return [f for f in self.facts if isinstance(f.value, Name)]

    def roles(self) -> list[Fact]:
        """Facts of kind role, once the second step has run."""
        return [f for f in self.facts if isinstance(f.value, Role)]

    def person_at(self, span: Span) -> Fact | None:
        """The name fact that overlaps a span, the longest first."""
        found = [f for f in self.names() if f.mention.span.overlaps(span)]
        return max(found, key=lambda f: f.mention.span.end - f.mention.span.start, default=None)
