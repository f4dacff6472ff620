"""Quotes: what stands in quotation marks and is somebody's words, with the cue and the speaker beside it.

A mention's span is what stands between the outermost marks, exclusive of them; its parts are ``speaker`` (as
written: "he", "the ministry"), ``cue``, ``named`` (the name set off after an office: "the premier, Vera Zane, said")
and ``antecedent`` (the phrase that "he" or "the spokesman" takes up, as far as the parse tells). Attributes:
``form`` (direct, mixed), ``cue`` (lemma), ``link`` (direct, carried, inferred, none), ``head`` (the speaker's head
word), ``who`` (pronoun, name, noun), ``modifies`` and ``beside`` (what a few quoted words stand in, see
:mod:`crosscheck.extract.quotes.setting`), ``content`` (the words with marks repeated at later paragraphs taken out).
docs/quotes.md says how quotes are read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Token

from crosscheck.extract.quotes.antecedents import antecedent
from crosscheck.extract.quotes.frames import Frame, Quoted, frames, offsets, quoted_stretches
from crosscheck.extract.quotes.phrases import Visible, named_beside, root_of
from crosscheck.extract.quotes.setting import about
from crosscheck.extract.quotes.shapes import Attribution
from crosscheck.extract.quotes.speakers import attribute
from crosscheck.extract.quotes.speech import judge
from crosscheck.model import Mention, MentionKind, Span

if TYPE_CHECKING:
    from crosscheck.extract.parse import Parsed

KIND: MentionKind = "quote"


def extract(parsed: Parsed) -> Iterator[Mention]:
    """The quotes of an article, in order."""
    doc, text = parsed.doc, parsed.article.text
    if not parsed.pairs:
        return
    headlines = [r.span for r in parsed.article.regions if r.kind == "headline"]
    idx = offsets(doc)
    stretches = quoted_stretches(text, idx, parsed.pairs, parsed.paragraphs)
    inside = {i for q in stretches for i in range(*_tokens(q, idx))}

    def visible(token: Token) -> bool:
        return token.i not in inside

    near = {q.paragraph + step for q in stretches for step in (-1, 0)} & set(range(len(parsed.paragraphs)))
    sentences = frames(doc, idx, stretches, parsed.paragraphs, near)
    attributions = attribute(sentences, visible, parsed.settings.quotes)
    for index, frame in enumerate(sentences):
        for quote in frame.quotes:
            found = attributions[quote.pair.start]
            verdict = judge(quote, frame, found, headline=any(h.start <= quote.pair.opened < h.end for h in headlines))
            if verdict is not None:
                who = _who(sentences, index, found, visible)
                setting = about(quote, frame) if verdict[0] == "mixed" else {}
                yield _mention(parsed, quote, found, who._replace(attrs={**who.attrs, **setting}), *verdict)


def _tokens(quote: Quoted, idx: Sequence[int]) -> tuple[int, int]:
    """First and past-the-last token of a quote with its marks."""
    return max(0, bisect_right(idx, quote.pair.opened) - 1), bisect_left(idx, quote.pair.closed)


class _Speaker(NamedTuple):
    """What the parse knows of a speaker: named parts and attributes of the mention."""

    parts: dict[str, tuple[Token, ...]]
    attrs: dict[str, str]


def _who(sentences: Sequence[Frame], index: int, found: Attribution, visible: Visible) -> _Speaker:
    if not found.speaker:
        return _Speaker({}, {})
    head = root_of(found.speaker)
    kind = "pronoun" if head.pos_ == "PRON" or head.tag_ == "PRP$" else "name" if head.pos_ == "PROPN" else "noun"
    parts = {"speaker": found.speaker, "named": named_beside(found.speaker, visible)}
    attrs = {"head": head.lower_, "who": kind, "label": head.ent_type_}
    before = antecedent(sentences, index, found.speaker, head, visible)
    if before:
        parts["antecedent"] = before
        attrs["antecedent"] = root_of(before).lower_
    return _Speaker(parts, attrs)


def _mention(parsed: Parsed, quote: Quoted, found: Attribution, who: _Speaker, form: str, confidence: float) -> Mention:
    raw = parsed.article.text[quote.pair.start : quote.pair.end]
    start = quote.pair.start + len(raw) - len(raw.lstrip())
    attrs = {"form": form, "link": found.link, "kind": found.kind, **who.attrs}
    if found.lemma:
        attrs["cue"] = found.lemma
    if quote.pair.inner:
        attrs["content"] = _joined(parsed.article.text, quote)
    spans = {**who.parts, "cue": found.cue}
    return parsed.mention(
        KIND,
        start,
        start + len(raw.strip()),
        parts={name: _span(tokens) for name, tokens in spans.items() if tokens},
        attrs=attrs,
        confidence=confidence,
    )


def _span(tokens: tuple[Token, ...]) -> Span:
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def _joined(text: str, quote: Quoted) -> str:
    pieces, at = [], quote.pair.start
    for mark in quote.pair.inner:
        pieces.append(text[at : mark.start].strip())
        at = mark.end
    return " ".join([*pieces, text[at : quote.pair.end].strip()])
