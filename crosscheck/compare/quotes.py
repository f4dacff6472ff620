"""Compares the wording of one utterance as several sources quote it.

In: a cluster of aspect ``utterance``. Out: its readings, what differs between them, and where. Quotations with the same
words are one form; forms that agree wherever they overlap are one reading, whatever part of the utterance each quotes.
A form so short that it agrees with two readings takes no side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crosscheck.align.quotes import utterance
from crosscheck.align.sources import independent
from crosscheck.model import Cluster, Corpus, Fact, Quote, Reading, Span
from crosscheck.settings import QuoteSettings
from crosscheck.wording import Alignment, Difference, aligned, differences, normal, tokens
from crosscheck.wording.changes import GRAVITY

Clashes = dict[tuple[int, int], "Clash | None"]

LOUD = frozenset(("negation", "figure", "opposite", "word", "cut", "tense", "number", "order", "opening", "ending"))

_ENDS = ("opening", "ending")
TRIED = 3  # quotations of one wording


@dataclass(eq=False)
class Form:
    """Quotations with the same words; ``text`` as the first of them writes it."""

    text: str
    words: str
    facts: list[Fact] = field(default_factory=list)


@dataclass(eq=False)
class Version:
    """Forms that agree: one reading of the utterance. The first is the longest."""

    forms: list[Form]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All quotations of this version."""
        return tuple(f for form in self.forms for f in form.facts)


@dataclass(frozen=True, eq=False)
class Clash:
    """Two forms that differ, with their alignment."""

    left: Form
    right: Form
    found: Alignment
    changes: tuple[Difference, ...]


def forms(cluster: Cluster, limits: QuoteSettings) -> list[Form]:
    """The different wordings in a cluster, the longest first, at most ``max_forms`` of them."""
    known: dict[str, Form] = {}
    for fact in cluster.facts:
        words = normal(fact.mention.text)
        known.setdefault(words, Form(fact.mention.text, words)).facts.append(fact)
    ordered = sorted(known.values(), key=lambda f: (-len(f.facts), -len(f.words), f.words))[: limits.max_forms]
    return sorted(ordered, key=lambda f: (-len(f.words), f.words))


def clash(left: Form, right: Form, corpus: Corpus, limits: QuoteSettings) -> Clash | None:
    """How two forms differ; None where they share too little to be compared."""
    found = aligned(left.text, right.text)
    if not found.content and _one_noun(left, right):
        whole = Difference("word", 0, len(found.a), 0, len(found.b))
        return Clash(left, right, found, (whole,))
    alone = _one_article(left, right)
    if not comparable(found, limits) or (alone and not _stands_twice(left, right, found, limits)):
        return None
    changes = differences(found, left.text, right.text)
    if alone:  # its own quotation again, shortened
        changes = [c for c in changes if c.verdict not in _ENDS]
    changes = [c for c in changes if c.verdict not in _ENDS or not _told(c, found, left, right, corpus, limits)]
    return Clash(left, right, found, tuple(changes))


def _told(change: Difference, found: Alignment, left: Form, right: Form, corpus: Corpus, limits: QuoteSettings) -> bool:
    """True where the words that a quotation lacks at an end stand in the sentence beside it: it was cut in two."""
    lacking, words = left, found.b[change.j : change.j2]
    if change.i2 > change.i:
        lacking, words = right, found.a[change.i : change.i2]
    said = " ".join(t.form for t in words)
    told = utterance.of_corpus(corpus, limits)
    for fact in lacking.facts[:TRIED]:
        unit = told.unit(fact.article, fact.id)
        other = unit and told.beside(unit, -1 if change.verdict == "opening" else 1)
        if other:
            there = " ".join(t.form for t in other.found)
            if there.endswith(said) if change.verdict == "opening" else there.startswith(said):
                return True
    return False


def _one_noun(left: Form, right: Form) -> bool:
    """True where two short forms modify one noun in different articles: the "no limits" partnership."""
    nouns = [{f.mention.attrs.get("modifies") for f in form.facts} - {None} for form in (left, right)]
    return bool(nouns[0] & nouns[1]) and {f.article for f in left.facts}.isdisjoint(f.article for f in right.facts)


def comparable(found: Alignment, limits: QuoteSettings) -> bool:
    """True where two quotations tell the same part of an utterance, and not two parts of it."""
    if found.verbatim(limits.verbatim_tokens, limits.verbatim_share):
        return True
    if found.matched >= limits.middle_weight:
        return found.coverage >= limits.compared_coverage or found.bag >= limits.bag_coverage
    return found.content > 0 and found.coverage >= limits.head_coverage


def _one_article(left: Form, right: Form) -> bool:
    return len({f.article for f in (*left.facts, *right.facts)}) == 1


def _stands_twice(left: Form, right: Form, found: Alignment, limits: QuoteSettings) -> bool:
    """Inside one article: the same quotation or a part of it again, and not the next sentence of the same speech."""
    if found.run == min(len(found.a), len(found.b)):
        return True
    apart = not any(a.mention.sentence == b.mention.sentence for a in left.facts for b in right.facts)
    return apart and found.coverage >= limits.repeat_coverage and found.matched >= limits.middle_weight


def versions(found: Sequence[Form], clashes: Clashes) -> list[Version]:
    """Forms sorted into readings: each joins the one that it overlaps without a difference, or opens its own."""

    def loud(i: int, j: int) -> bool | None:
        pair = clashes[min(i, j), max(i, j)]
        return None if pair is None else any(c.verdict in LOUD for c in pair.changes)

    members: list[list[int]] = []
    for i in range(len(found)):
        verdicts = [[loud(i, j) for j in group] for group in members]
        agreeing = [k for k, vs in enumerate(verdicts) if False in vs and True not in vs]
        if len(agreeing) == 1:
            members[agreeing[0]].append(i)
        elif not agreeing:
            members.append([i])
    return [Version([found[i] for i in group]) for group in members]


def all_clashes(found: Sequence[Form], corpus: Corpus, limits: QuoteSettings) -> Clashes:
    """Every pair of forms, by their indexes. Phrases that a third form quotes together stand side by side."""
    stems = [{t.stem for t in tokens(form.text) if t.content} for form in found]
    pairs: Clashes = {}
    for i, left in enumerate(found):
        for j, right in enumerate(found[i + 1 :], i + 1):
            pair = clash(left, right, corpus, limits)
            if pair is not None and not pair.found.content and any(stems[i] | stems[j] <= other for other in stems):
                pair = None
            pairs[i, j] = pair
    return pairs


def between(left: Version, right: Version, found: Sequence[Form], clashes: Clashes) -> Iterator[Clash]:
    """The pairs of forms that set two versions apart."""
    place = {id(form): i for i, form in enumerate(found)}
    for a in left.forms:
        for b in right.forms:
            i, j = sorted((place[id(a)], place[id(b)]))
            pair = clashes[i, j]
            if pair is not None and pair.changes:
                yield pair


def touching(version: Version, lead: Clash, found: Sequence[Form], clashes: Clashes) -> Version:
    """The forms of a version that quote the words at issue in ``lead``; the rest quote other parts of the utterance."""
    own, other = (lead.left, lead.right) if lead.left in version.forms else (lead.right, lead.left)
    place = {id(form): i for i, form in enumerate(found)}

    def at_issue(form: Form) -> bool:
        i, j = sorted((place[id(form)], place[id(other)]))
        pair = clashes[i, j]
        return form is own or (pair is not None and bool(pair.changes)) or _covers(form, own, lead)

    return Version([form for form in version.forms if at_issue(form)])


def _covers(form: Form, own: Form, lead: Clash) -> bool:
    """True where a form holds words of ``own`` that differ from the other side's."""
    spans = [(c.i, c.i2) if own is lead.left else (c.j, c.j2) for c in lead.changes]
    pairs = aligned(own.text, form.text).pairs
    return any(i < end and start < i2 for start, end in spans for i, i2, *_ in pairs)


def gravity(pair: Clash) -> int:
    """Place in the order of what an editor must hear first."""
    return min(GRAVITY.index(c.verdict) for c in pair.changes)


def marks(form: Form, pair: Clash) -> dict[str, tuple[Span, ...]]:
    """Fact id to the stretches of the article whose words differ, for every quotation of a form.

    Offsets are found anew in each fact's own text: another outlet may space or punctuate the same words otherwise.
    """
    found: dict[str, tuple[Span, ...]] = {}
    for fact in form.facts:
        other = pair.right if form is pair.left else pair.left
        again = aligned(fact.mention.text, other.text)
        spans = [] if pair.found.content else [fact.mention.span]
        for change in differences(again, fact.mention.text, other.text) if pair.found.content else ():
            if change.verdict in LOUD or len(pair.changes) == 1:
                tokens = again.a[change.i : change.i2]
                if tokens:
                    at = fact.mention.span.start
                    spans.append(Span(at + tokens[0].start, at + tokens[-1].end))
        found[fact.id] = tuple(spans)
    return found


def words_of(form: Form, pair: Clash) -> str:
    """The words of a form that differ from the other's, as compared: what ids are made of."""
    parts = []
    for change in pair.changes:
        side = pair.found.a[change.i : change.i2] if form is pair.left else pair.found.b[change.j : change.j2]
        parts.append(" ".join(t.form for t in side))
    return " … ".join(parts)


def anchor(pair: Clash) -> str:
    """The common words beside the first difference: stable however much of the utterance an outlet quotes."""
    if not pair.found.content:
        return pair.left.facts[0].mention.attrs.get("modifies", "")
    change = pair.changes[0]
    after = [t.stem for i, i2, *_ in pair.found.pairs for t in pair.found.a[i:i2] if i >= change.i2 and t.content]
    before = [t.stem for i, i2, *_ in pair.found.pairs for t in pair.found.a[i:i2] if i2 <= change.i and t.content]
    return " ".join((after[:1] or before[-1:]) + ([] if after else ["<"]))


def shown(form: Form, pair: Clash, limits: QuoteSettings) -> str:
    """The form's text about the gravest difference, for reading: whole where it is short."""
    text = _plain(form.text)
    if len(text.split()) <= limits.shown_words:
        return text
    left = form is pair.left
    side = pair.found.a if left else pair.found.b
    change = min(pair.changes, key=lambda c: GRAVITY.index(c.verdict))
    first, last = (change.i, change.i2) if left else (change.j, change.j2)
    around = max(2, (limits.shown_words - min(last - first, limits.shown_words)) // 2)
    start, end = max(0, first - around), min(len(side), last + around)
    if start >= end:
        return clip(form.text, limits.shown_words)
    end = min(end, start + 2 * limits.shown_words)
    cut = _plain(form.text[side[start].start : side[end - 1].end])
    return ("… " if start else "") + cut + (" …" if end < len(side) else "")


def clip(text: str, words: int) -> str:
    """A text on one line, cut between words where it has more."""
    text = _plain(text)
    found = text.split()
    return text if len(found) <= words else " ".join(found[:words]).rstrip(",;:") + " …"


def _plain(text: str) -> str:
    """A text on one line without what a writer sets before the closing mark."""
    return " ".join(text.split()).rstrip(",;: ")


def reading(version: Version, value: str, canonical: str) -> Reading:
    """A reading of a version's facts."""
    return Reading(value=value, canonical=canonical, facts=version.facts)


def carriers(version: Version, corpus: Corpus) -> int:
    """Independent sources of a version."""
    return independent(version.facts, corpus)


def spliced(pair: Clash, corpus: Corpus) -> bool:
    """True where one side goes on with words that the other article quotes elsewhere: two sentences welded into one."""
    for change in pair.changes:
        for other, side in (
            (pair.right, pair.found.a[change.i : change.i2]),
            (pair.left, pair.found.b[change.j : change.j2]),
        ):
            words = " ".join(t.form for t in side)
            if sum(t.content for t in side) >= 2 and any(words in text for text in _elsewhere(other, corpus)):
                return True
    return False


def _elsewhere(form: Form, corpus: Corpus) -> Iterator[str]:
    """The compared words of what the articles of a form quote beside it."""
    for article in sorted({f.article for f in form.facts})[:3]:
        for fact in corpus.extractions[article].facts:
            if isinstance(fact.value, Quote):
                yield normal(fact.mention.text)
