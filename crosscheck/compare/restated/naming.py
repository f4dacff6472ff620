"""The names of an article, outside quotations: where each stands, of what sort it is and what is beside it.

In: a corpus. Out: :class:`Named` values, those that facts tell first, then others that its sentences have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from crosscheck.compare.restated.sentences import content
from crosscheck.data.institutions import ORG_WORDS
from crosscheck.linking.words import rank
from crosscheck.model import Corpus, Fact, Mention, Name, Place, Span
from crosscheck.normalise.nameparts import fold
from crosscheck.timing import WEEKDAYS

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NEAR, _BESIDE = 40, 4  # characters and words to either side of a name that may say what bears it
PLACED = frozenset("in to from near outside into around across through via towards inside".split())
# words that end the names of bodies' addresses and of towns, never of a body
_GROUND = frozenset("street road avenue lane square quay city bay bridge hill island lake river valley".split())
TIMES = frozenset(w.casefold() for w in WEEKDAYS) | frozenset(
    "january february march april may june july august september october november december christmas easter".split()
)


# prepositions and adverbs of place that begin sentences and are too plain for the table of words
_WHERE = frozenset(
    "aboard onboard among amid alongside ashore astride atop beneath underneath opposite upstairs".split()
)


def plain(word: str) -> str:
    """A word without accents, hyphens and apostrophes."""
    return "".join(c for c in fold(word) if c.isalnum())


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A name in a sentence: its folded words, where it stands, of what sort it is, and the words beside it."""

    article: str
    sentence: int
    span: Span
    text: str
    words: tuple[str, ...]
    sort: str  # place, body, person or ""
    before: str
    beside: frozenset[str]  # telling words near by
    fact: Fact


def names_of(corpus: Corpus, article: str) -> Iterator[Named]:
    """The names of an article outside quotations: those that facts tell, and others that sentences have."""
    extraction, text = corpus.extractions[article], corpus.articles[article].text
    quotes = [f.mention.span for f in extraction.facts if f.kind == "quote"]
    taken: dict[int, list[Span]] = defaultdict(list)
    for fact in sorted(_facts(extraction.facts), key=lambda f: -(f.mention.span.end - f.mention.span.start)):
        span = fact.mention.parts.get("name", fact.mention.span) if fact.kind == "place" else fact.mention.span
        index = fact.mention.sentence
        if fact.mention.quoted or any(span.overlaps(s) for s in taken[index]):
            continue
        taken[index].append(span)
        yield _make(fact, span, text, _sort(fact), extraction.sentences[index].span.start)
    for index, sentence in enumerate(extraction.sentences):
        at = sentence.span.start
        for name in sentence.names:
            start = text.find(name, at, sentence.span.end)
            if start < 0:
                continue
            span, at = Span(start, start + len(name)), start + len(name)
            if any(span.overlaps(s) for s in (*taken[index], *quotes)) or name.casefold() in TIMES:
                continue
            mention = Mention(kind="name", article=article, span=span, text=name, sentence=index)
            value = Name(full=name, key=name.casefold(), entity="other")
            fact = Fact(id=f"{article}:restated:{start}", kind="name", subject=name, value=value, mention=mention)
            yield _make(fact, span, text, "", sentence.span.start)


def _facts(facts: Iterable[Fact]) -> Iterator[Fact]:
    for fact in facts:
        if isinstance(fact.value, Name) or isinstance(fact.value, Place) and fact.mention.attrs.get("form") == "named":
            yield fact


def _sort(fact: Fact) -> str:
    value = fact.value
    if isinstance(value, Place):
        if value.name.casefold().split()[-1:] and value.name.casefold().split()[-1] in _GROUND:
            return "place"
        return "body" if {w.casefold() for w in value.name.split()} & ORG_WORDS else "place"
    assert isinstance(value, Name)
    if value.entity == "place":
        return "place"
    if value.entity == "organisation" and {w.casefold() for w in value.full.split()} & ORG_WORDS:
        return "body"
    sure = value.entity == "person" and value.given and fact.mention.attrs.get("cues")
    return "person" if sure else ""


def _lead(before: Sequence[str]) -> str:
    """The word that leads to a name, over what else is capitalised: "for" of "For Judge Ada" Brook."""
    small = [w for w in before if w.islower()]
    return (small[-1] if small else before[0] if before else "").casefold()


def _make(fact: Fact, span: Span, text: str, sort: str, start: int) -> Named:
    near = [*WORD.findall(text[max(0, span.start - _NEAR) : span.start])[-_BESIDE:]]
    near += WORD.findall(text[span.end : span.end + _NEAR])[:_BESIDE]
    lead = _lead(WORD.findall(text[max(start, span.start - _NEAR) : span.start]))
    found = tuple(w.casefold().replace("’", "'").removesuffix("'s") for w in WORD.findall(text[span.start : span.end]))
    return Named(
        article=fact.article,
        sentence=fact.mention.sentence,
        span=span,
        text=text[span.start : span.end],
        words=found or (fact.mention.text.casefold(),),
        sort=sort or ("place" if lead in PLACED else ""),
        before=lead,
        beside=content(w.casefold() for w in near if w.islower()),
        fact=fact,
    )


def ordinary(word: str) -> bool:
    """True for a word of the language, or one in the plural: "motorists"."""
    return word in _WHERE or any(rank(w) is not None for w in (word, word.removesuffix("s"), word.removesuffix("es")))
