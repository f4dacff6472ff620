"""One pass of spaCy over one article, and what all extractors share of it.

In: an Article. Out: a :class:`Parsed` with the Doc, its sentences, and helpers that turn character spans into mentions.
Articles are parsed one by one, never in batches, so that the result cannot depend on what stands beside them.
"""

from __future__ import annotations

import re
import sys
import warnings
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

import msgspec
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from crosscheck.extract.attributes import remember
from crosscheck.extract.attribution import source_of
from crosscheck.extract.entities import at_once
from crosscheck.extract.quotes.pairing import Pair, outermost, pair
from crosscheck.layout import Cover, paragraphs, unwrapped
from crosscheck.model import Article, Mention, MentionKind, Region, Sentence, Span
from crosscheck.settings import Settings

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_LONGEST = "crosscheck_longest_sentence"  # tokens, on its way to the component below
_STOPS = frozenset(".?!")
_SKIP_REGIONS = frozenset({"furniture", "byline", "dateline", "duplicate"})
_BLANKED = _SKIP_REGIONS - {"duplicate"}
_INK = re.compile(r"[^\r\n]")


@Language.component("crosscheck_paragraphs")  # type: ignore[untyped-decorator]
def _paragraph_starts(doc: Doc) -> Doc:
    """A paragraph starts a sentence: headlines have no full stop, and parsers run them into the lede.

    So does the token after as many without a full stop as no sentence has: loops over a sentence stay bounded. A number
    is no sentence: "12 people were hurt" goes on after it.
    """
    starts = {s.start for s in paragraphs(doc.text)}
    most, length = doc.user_data.get(_LONGEST, len(doc)), 0
    for token in doc:
        if token.idx in starts or length >= most:
            token.is_sent_start = True
            length = 0
        elif token.i and token.is_lower and token.is_alpha and doc[token.i - 1].like_num:
            token.is_sent_start = False
        length = 0 if token.text in _STOPS else length + 1
    return doc


@cache
def load(model: str) -> Language:
    """The spaCy pipeline of that name, with paragraph breaks as sentence starts. Raises OSError when not installed."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # a pipeline of 3.7 under 3.8: see docs/models.md
        nlp = spacy.load(model)
    nlp.add_pipe("crosscheck_paragraphs", before="parser")
    remember(nlp)
    at_once(nlp)
    return nlp


@dataclass(frozen=True)
class Parsed:
    """An article with its Doc. Extractors read it and never change it."""

    article: Article
    doc: Doc
    sentences: tuple[Sentence, ...]
    skipped: tuple[Span, ...]  # regions that yield no facts
    quoted: list[Span] = field(default_factory=list)  # stretches inside quotation marks
    pairs: tuple[Pair, ...] = ()  # the quotation marks themselves, nested ones included
    paragraphs: tuple[Span, ...] = ()
    settings: Settings = field(default_factory=Settings)
    written: str | None = None  # the text as it stands in the article, where ``article`` has it without line breaks
    _starts: tuple[int, ...] = ()

    def sentence_index(self, offset: int) -> int:
        """Index of the sentence in which a character stands."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def is_skipped(self, span: Span) -> bool:
        """True where a span stands in page furniture, a byline or a repeated headline."""
        return self._cover.overlaps(span)

    def is_quoted(self, span: Span) -> bool:
        """True where a span stands inside quotation marks."""
        at = bisect_right(self.quoted, Span(span.start, sys.maxsize)) - 1
        return at >= 0 and self.quoted[at].contains(span)

    @cached_property
    def _cover(self) -> Cover:
        return Cover(self.skipped)

    def mention(
        self,
        kind: MentionKind,
        start: int,
        end: int,
        *,
        parts: Mapping[str, Span] | None = None,
        attrs: Mapping[str, str] | None = None,
        confidence: float = 1.0,
    ) -> Mention:
        """A mention of ``text[start:end]``."""
        span = Span(start, end)
        return Mention(
            kind=kind,
            article=self.article.id,
            span=span,
            text=(self.article.text if self.written is None else self.written)[start:end],
            sentence=self.sentence_index(start),
            parts=dict(parts or {}),
            attrs=dict(attrs or {}),
            quoted=self.is_quoted(span),
            confidence=confidence,
        )


def parse(article: Article, nlp: Language, settings: Settings | None = None) -> Parsed:
    """Run the language model over one article; extractors find ``settings`` (the defaults) in what they are given.

    Of a hard-wrapped article they see the text with spaces for line breaks, and for its dateline, at the same offsets.
    """
    settings = settings or Settings()
    written, flat = article.text, _without_asides(unwrapped(article.text), article.regions)
    if flat != written:
        article = msgspec.structs.replace(article, text=flat)
    doc = nlp.make_doc(flat)
    doc.user_data[_LONGEST] = settings.limits.sentence_words
    doc = nlp(doc)
    spans = tuple(paragraphs(article.text))
    pairs = tuple(pair(article.text, spans, settings.quotes))
    quoted = [Span(p.start, p.end) for p in outermost(pairs)]
    sentences = tuple(_sentences(article, doc, quoted))
    return Parsed(
        article=article,
        doc=doc,
        sentences=sentences,
        skipped=tuple(r.span for r in article.regions if r.kind in _SKIP_REGIONS),
        quoted=quoted,
        pairs=pairs,
        paragraphs=spans,
        settings=settings,
        written=written,
        _starts=tuple(s.span.start for s in sentences),
    )


def _without_asides(text: str, regions: Iterable[Region]) -> str:
    """The text with spaces for what is no reporting: a date line is no subject of the sentence after it."""
    pieces, at = [], 0
    for region in sorted((r for r in regions if r.kind in _BLANKED), key=lambda r: r.span):
        start, end = max(at, region.span.start), region.span.end
        if start < end:
            pieces += [text[at:start], _INK.sub(" ", text[start:end])]
            at = end
    return "".join([*pieces, text[at:]])


def _sentences(article: Article, doc: Doc, quoted: list[Span]) -> list[Sentence]:
    text = article.text
    opened = [q.start for q in quoted]

    def visible(token: Token) -> bool:
        at = bisect_right(opened, token.idx) - 1
        return at < 0 or token.idx >= quoted[at].end

    starts = [p.start for p in paragraphs(text)]
    headlines = [r.span for r in article.regions if r.kind == "headline"]
    found = []
    for sent in doc.sents:
        tokens = [t for t in sent if not t.is_space]
        if not tokens:
            continue
        span = Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
        found.append(
            Sentence(
                span=span,
                paragraph=max(0, bisect_right(starts, span.start) - 1),
                headline=any(h.contains(span) for h in headlines),
                lemmas=tuple(t.lemma_.lower() for t in tokens if t.pos_ in _CONTENT or t.dep_ == "neg"),
                names=_proper_names(tokens, text),
                root=sent.root.lemma_.lower(),
                years=tuple(_YEAR.findall(text, span.start, span.end)),
                source=source_of(tokens, visible, text[span.start : span.end]),
            )
        )
    return found


def _proper_names(tokens: list[Token], text: str) -> tuple[str, ...]:
    names: list[tuple[int, int]] = []
    for token in tokens:
        if token.pos_ != "PROPN":
            continue
        end = token.idx + len(token)
        if names and token.idx - names[-1][1] <= 1:
            names[-1] = (names[-1][0], end)
        else:
            names.append((token.idx, end))
    return tuple(text[a:b] for a, b in names)
