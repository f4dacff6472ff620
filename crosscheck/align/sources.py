"""Which articles, and which passages, copy one another: they count as one independent source.

In: a corpus. Out: the corpus with ``groups`` (article id to source group) and ``passages`` ("article id:sentence index"
to passage id) filled in. Every sentence is sketched by the smallest hashes of its three-word shingles (Broder 1997, "On
the resemblance and containment of documents"), sentences that share a sketch hash with the first sentence of a passage
are held against it word by word. Only that first sentence is indexed, so that a passage which a hundred articles carry
costs a hundred comparisons and not five thousand.

Quoted words are alike because somebody said them: a sentence is copied by what its writer wrote around them. A sentence
that is nearly all quotation counts as copied where the sentence before or after it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from zlib import crc32

import msgspec

from crosscheck.data.outlets import outlet
from crosscheck.model import Article, Corpus, Extraction, Fact, Span
from crosscheck.settings import Settings, SourceSettings

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MASK = (1 << 40) - 1
_SPREAD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)  # odd constants of xxHash: they mix the bits

Place = tuple[str, int]  # article id, sentence index


class _Line(msgspec.Struct, frozen=True):
    """A sentence as its words' hashes; ``own`` counts the words that stand outside quotation marks."""

    place: Place
    words: tuple[int, ...]
    own: int


def group(corpus: Corpus, settings: Settings) -> Corpus:
    """The corpus with ``groups`` and ``passages`` filled in."""
    limits = settings.sources
    lines = {a: list(_lines(corpus.articles[a], e, limits)) for a, e in corpus.extractions.items()}
    shared = _passages(lines, limits)
    groups = _groups(lines, shared, limits)
    for article, first in _same_words(corpus).items():
        groups[article] = groups.get(first, first)
    for article in corpus.articles:
        groups.setdefault(article, article)
    return msgspec.structs.replace(
        corpus, groups=groups, passages={f"{a}:{i}": passage for (a, i), passage in shared.items()}
    )


def independent(facts: Iterable[Fact], corpus: Corpus) -> int:
    """How many independent sources tell these facts.

    Facts of one source group and facts in one copied passage count once, also through one another: when A copies B's
    article and C copies one passage of A, the three are one source of what stands in that passage. So do facts of one
    house (:mod:`crosscheck.data.outlets`). A draft is no source: what it alone tells has none.
    """
    places = {(f.mention.article, f.mention.sentence) for f in facts}
    told_by = {article for article, _ in places if corpus.articles[article].role != "draft"}
    group_of = {article: corpus.groups.get(article, article) for article in told_by}
    groups = set(group_of.values())
    if len(groups) < 2:
        return len(groups)
    copied = {
        (group_of[article], passage)
        for article, sentence in places
        if article in told_by and (passage := corpus.passages.get(f"{article}:{sentence}")) is not None
    }
    outlets = {(group, name) for article, group in group_of.items() if (name := outlet(corpus.articles[article]))}
    leaders = {group: group for group in groups}

    def leader(group: str) -> str:
        while leaders[group] != group:
            group = leaders[group]
        return group

    first: dict[str, str] = {}  # of each passage, one group that carries it
    for group, passage in copied:
        leaders[leader(group)] = leader(first.setdefault(passage, group))
    for group, name in sorted(outlets):  # two articles of one house are one witness
        leaders[leader(group)] = leader(first.setdefault(f"outlet {name}", group))
    return len({leader(group) for group in groups})


def _same_words(corpus: Corpus) -> dict[str, str]:
    """Article to the first article with the same words, headlines and furniture left out: copies of any length."""
    first: dict[tuple[str, ...], str] = {}
    copies: dict[str, str] = {}
    for article in corpus.articles.values():
        words = tuple(_WORD.findall(_body(article).casefold()))
        if words:
            original = first.setdefault(words, article.id)
            if original != article.id:
                copies[article.id] = original
    return copies


def _body(article: Article) -> str:
    """The text without what is marked."""
    pieces, at = [], 0
    for region in article.regions:
        pieces.append(article.text[at : region.span.start])
        at = max(at, region.span.end)
    return "\n".join([*pieces, article.text[at:]])


# --- passages --------------------------------------------------------------------------------------------------------


def _lines(article: Article, extraction: Extraction, limits: SourceSettings) -> Iterator[_Line]:
    """The sentences that are long enough to be known again."""
    quotes = [f.mention.span for f in extraction.facts if f.kind == "quote"]
    for index, sentence in enumerate(extraction.sentences):
        start, end = sentence.span.start, sentence.span.end
        words = _WORD.findall(article.text[start:end].casefold())
        if len(words) < limits.min_passage_words:
            continue
        while quotes and quotes[0].end <= start:
            quotes.pop(0)
        inside = 0
        for quote in quotes:
            if quote.start >= end:
                break
            inside += _word_count(article.text, quote, sentence.span)
        yield _Line((article.id, index), tuple(map(_hash, words)), max(0, len(words) - inside))


@lru_cache(maxsize=100_000)
def _hash(word: str) -> int:
    """The same in every process, unlike Python's own."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def _word_count(text: str, quote: Span, sentence: Span) -> int:
    return len(_WORD.findall(text, max(quote.start, sentence.start), min(quote.end, sentence.end)))


def _sketch(words: tuple[int, ...], size: int) -> list[int]:
    """The smallest hashes of the three-word shingles: a small edit leaves most of them standing."""
    a, b, c = _SPREAD
    # the product's middle bits: its high ones order by one word alone, and the smallest would be no fair draw
    shingles = {(x * a ^ y * b ^ z * c) >> 20 & _MASK for x, y, z in zip(words, words[1:], words[2:], strict=False)}
    return sorted(shingles)[:size]


def _passages(lines: dict[str, list[_Line]], limits: SourceSettings) -> dict[Place, str]:
    """Place to passage id, for every sentence that more than one article carries almost word for word."""
    firsts: list[_Line] = []  # the sentence that opened each passage
    members: list[list[_Line]] = []
    exact: dict[tuple[int, ...], int] = {}
    index: dict[int, list[int]] = {}
    for article_lines in lines.values():
        for line in article_lines:
            known = exact.get(line.words)
            if known is None:
                sketch = _sketch(line.words, limits.sketch_size)
                known = _same_passage(line, sketch, index, firsts, limits)
                if known is None:
                    known = len(firsts)
                    firsts.append(line)
                    members.append([])
                    for value in sketch:
                        index.setdefault(value, []).append(known)
                exact[line.words] = known
            members[known].append(line)
    found = {
        line.place: f"{alike[0].place[0]}:{alike[0].place[1]}"
        for alike in members
        if len({line.place[0] for line in alike}) > 1
        for line in alike
    }
    return _without_shared_speech(found, members, limits)


def _same_passage(
    line: _Line, sketch: list[int], index: dict[int, list[int]], firsts: list[_Line], limits: SourceSettings
) -> int | None:
    """The passage whose opening sentence has nearly the same words in the same order, if there is one."""
    from rapidfuzz.distance import Indel

    candidates: dict[int, int] = {}
    for value in sketch:
        for known in index.get(value, ())[: limits.max_candidates]:
            candidates[known] = candidates.get(known, 0) + 1
    best, best_share = None, limits.passage_similarity
    for known in sorted(candidates, key=lambda k: (-candidates[k], k))[: limits.max_candidates]:
        share = Indel.normalized_similarity(line.words, firsts[known].words, score_cutoff=best_share)
        if share >= best_share and (best is None or share > best_share):
            best, best_share = known, share
    return best


def _without_shared_speech(
    found: dict[Place, str], members: list[list[_Line]], limits: SourceSettings
) -> dict[Place, str]:
    """Drop sentences that are alike by a quotation alone, unless the sentence beside them is copied as well."""
    own = {line.place: line.own for lines in members for line in lines if line.place in found}
    sure = {place for place in found if own[place] >= limits.min_own_words}
    kept = {}
    for place, passage in found.items():
        article, i = place
        if place in sure or (article, i - 1) in sure or (article, i + 1) in sure:
            kept[place] = passage
    alone: dict[str, set[str]] = {}
    for (article, _), passage in kept.items():
        alone.setdefault(passage, set()).add(article)
    return {place: passage for place, passage in kept.items() if len(alone[passage]) > 1}


# --- articles --------------------------------------------------------------------------------------------------------


def _groups(lines: dict[str, list[_Line]], passages: dict[Place, str], limits: SourceSettings) -> dict[str, str]:
    """Article id to the id of the first article of its source group."""
    carriers: dict[str, list[str]] = {}  # passage to the first articles of groups that carry it
    carried: dict[str, dict[str, int]] = {}  # those articles to their passages
    length = {a: sum(len(line.words) for line in ls) for a, ls in lines.items()}
    groups: dict[str, str] = {}
    for article, article_lines in lines.items():
        own = {passages[line.place]: len(line.words) for line in article_lines if line.place in passages}
        longest = max(own.values(), default=0)
        share: dict[str, float] = {}
        sentences = Counter(chain.from_iterable(carriers.get(passage, ()) for passage in own))
        for first, count in sentences.items():
            shorter = max(1, min(length[first], length[article]))
            if count < limits.min_shared_sentences or count * longest / shorter < limits.group_share:
                continue  # not even that many of its longest sentence would do
            share[first] = sum(n for passage, n in own.items() if passage in carried[first]) / shorter
        best = min(share, key=lambda f: (-share[f], f), default=None)
        if best is not None and share[best] >= limits.group_share:
            groups[article] = best
            continue
        groups[article], carried[article] = article, own
        for passage in own:
            carriers.setdefault(passage, []).append(article)
    return groups
