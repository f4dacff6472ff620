"""One parsed article as the readers of figures see it: tokens by offset, sentences, dates and persons named."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from crosscheck.extract.figures.triggers import triggers
from crosscheck.extract.parse import Parsed
from crosscheck.model import Span


class Reader:
    """Look-ups in one article that would cost too much if each figure made them anew."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.doc: Doc = parsed.doc
        self.text = parsed.article.text
        self.triggers = triggers(parsed.doc, self.text)
        self._starts = self.triggers.starts
        self._entities: list[TokenSpan] | None = None

    def first_token(self, offset: int) -> int:
        """Index of the token in which a character stands."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def tokens(self, span: Span) -> list[Token]:
        """The tokens that a span touches."""
        return list(self.doc[self.first_token(span.start) : bisect_left(self._starts, span.end)])

    def after(self, token: Token) -> Token | None:
        """The next token, None at the end of the text."""
        return self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None

    def dates(self, start: int, end: int) -> list[TokenSpan]:
        """Dates and times that begin between two offsets."""
        return [e for e in self._named() if start <= e.start_char < end and e.label_ in ("DATE", "TIME")]

    def persons(self, start: int, end: int) -> list[TokenSpan]:
        """Persons that begin between two offsets."""
        return [e for e in self._named() if start <= e.start_char < end and e.label_ == "PERSON"]

    def _named(self) -> list[TokenSpan]:
        if self._entities is None:
            self._entities = list(self.doc.ents)
        return self._entities

    def sentence(self, offset: int) -> Span:
        """The sentence in which a character stands."""
        sentences = self.parsed.sentences
        return sentences[self.parsed.sentence_index(offset)].span if sentences else Span(0, len(self.text))

    def headline(self, token: Token) -> bool:
        """Whether most longer words of the token's sentence have a capital, so that capitals say nothing."""
        words = [t for t in token.sent if t.is_alpha and len(t) > 3]
        return bool(sum(t.text[:1].isupper() for t in words) >= 0.6 * len(words))
