"""QUO501: one utterance, two wordings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from crosscheck.compare import oneutterance, quotes
from crosscheck.compare.findings import make_finding, sources_phrase
from crosscheck.compare.quotes import Clash, Version
from crosscheck.model import Cluster, Corpus, Finding, Level, Reading, Span
from crosscheck.registry import Rule
from crosscheck.settings import QuoteSettings, Settings
from crosscheck.wording import aligned, differences
from crosscheck.wording.changes import gravest

RULE = Rule(
    code="QUO501",
    name="quote-wording",
    kind="quote_wording",
    level="warning",
    summary="The same words are quoted differently.",
    aspects=("utterance", "utterance part"),
)
_WHAT = {
    "negation": "one of them has a negation that the other lacks",
    "figure": "the figures differ",
    "opposite": "the words say the opposite",
    "word": "the words differ",
    "cut": "one leaves out words without a mark of omission",
    "tense": "the form of the verb differs",
    "number": "the form of a noun differs",
    "order": "the order of the words differs",
    "opening": "one leaves out how the sentence begins",
    "ending": "one ends the sentence before it ends",
    "spelling": "one word is spelt in two ways",
    "minor": "small words differ",
    "spliced": "one joins two separate sentences into one",
}
_INFLECTED = frozenset(("tense", "number"))
_REVERSING = frozenset(("negation", "figure", "opposite"))


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """Findings on one utterance: one for each version that departs from the one most sources carry."""
    limits = settings.quotes
    found = quotes.forms(cluster, limits)
    if len(found) < 2:
        return
    clashes = quotes.all_clashes(found, corpus, limits)
    versions = quotes.versions(found, clashes)
    for version in versions:
        yield from _quiet(cluster, corpus, version, found, clashes, settings)
    ranked = sorted(versions, key=lambda v: (-quotes.carriers(v, corpus), -len(v.forms[0].words), v.forms[0].words))
    done: set[int] = set()
    for k, first in enumerate(ranked):
        rest = [v for v in ranked[k + 1 :] if id(v) not in done]
        against = [(v, pair) for v in rest if (pair := _pair(first, v, found, clashes))]
        done.update(id(v) for v, _ in against)
        for place in _places(first, against):
            here = [form for _, pair in place for form in quotes.touching(first, pair, found, clashes).forms]
            there = [(quotes.touching(v, pair, found, clashes), pair) for v, pair in place]
            yield _finding(cluster, corpus, Version(list(dict.fromkeys(here))), there, settings)


def _pair(left: Version, right: Version, found: Sequence[quotes.Form], clashes: quotes.Clashes) -> Clash | None:
    """The pair of forms that shows best how two versions differ: the gravest change, then the longest stretch."""
    pairs = quotes.between(left, right, found, clashes)
    return min(pairs, key=lambda p: (quotes.gravity(p), -p.found.matched, p.left.words, p.right.words), default=None)


def _places(first: Version, against: Sequence[tuple[Version, Clash]]) -> list[list[tuple[Version, Clash]]]:
    """The versions by the words of ``first`` that they change: other words of one sentence are another finding."""
    places: list[tuple[set[str], list[tuple[Version, Clash]]]] = []
    for version, pair in against:
        own = pair.left if pair.left in first.forms else pair.right
        words = set(quotes.words_of(own, pair).replace("…", " ").split()) or {quotes.anchor(pair)}
        for known, group in places:
            if known & words:
                known |= words
                group.append((version, pair))
                break
        else:
            places.append((words, [(version, pair)]))
    return [group for _, group in places]


def _finding(
    cluster: Cluster, corpus: Corpus, first: Version, against: list[tuple[Version, Clash]], settings: Settings
) -> Finding:
    limits = settings.quotes
    lead = against[0][1]
    own = lead.left if lead.left in first.forms else lead.right
    readings = [quotes.reading(first, quotes.shown(own, lead, limits), quotes.words_of(own, lead))]
    marks = _marks(first, lead)
    for version, pair in against:
        other = pair.left if pair.left in version.forms else pair.right
        readings.append(quotes.reading(version, quotes.shown(other, pair, limits), quotes.words_of(other, pair)))
        marks |= _marks(version, pair)
    pairs = [pair for _, pair in against]
    verdict = _verdict(pairs, first, corpus)
    sure = max(oneutterance.certainty(p, corpus, limits) for p in pairs)
    finding = make_finding(
        RULE,
        msgspec.structs.replace(cluster, key=quotes.anchor(lead)),
        corpus,
        _distinct(readings),
        message=_message(readings, verdict, corpus),
        confidence=round(sure, 3),
        level=_level(pairs, verdict, sure, corpus, limits),
        verdict=verdict,
    )
    return msgspec.structs.replace(finding, marks=marks)


def _distinct(readings: list[Reading]) -> list[Reading]:
    """Readings with canonical forms of their own: three versions may differ from one another at different words."""
    seen: dict[str, int] = {}
    distinct = []
    for r in readings:
        seen[r.canonical] = seen.get(r.canonical, 0) + 1
        if seen[r.canonical] > 1:
            r = msgspec.structs.replace(r, canonical=f"{r.canonical} ({r.value.casefold()})")
        distinct.append(r)
    return distinct


def _marks(version: Version, pair: Clash) -> dict[str, tuple[Span, ...]]:
    other = pair.right if pair.left in version.forms else pair.left
    marks: dict[str, tuple[Span, ...]] = {}
    for form in version.forms:
        found = aligned(form.text, other.text)
        changes = tuple(differences(found, form.text, other.text))
        marks |= quotes.marks(form, Clash(form, other, found, changes))
    return marks


def _verdict(pairs: Sequence[Clash], first: Version, corpus: Corpus) -> str:
    changes = [c for p in pairs for c in p.changes]
    verdict = gravest(changes)
    if verdict in ("word", "cut") and any(quotes.spliced(p, corpus) for p in pairs):
        return "spliced"
    return verdict


def _level(pairs: Sequence[Clash], verdict: str, sure: float, corpus: Corpus, limits: QuoteSettings) -> Level:
    """Every change is loud in what is surely one utterance, a small word too; what may be two statements is a note."""
    likely = sure >= limits.loud_from_speaker and any(oneutterance.one_speaker(p, corpus) for p in pairs)
    told = any(oneutterance.by_place(p) or oneutterance.worded(p, limits) for p in pairs)
    if sure < limits.loud_from and not likely and not told:
        return "note"
    if verdict in _INFLECTED and all(min(len(p.found.a), len(p.found.b)) <= limits.fitted_words for p in pairs):
        return "note"  # a phrase of a few words takes the form that the writer's sentence asks for
    if verdict in _REVERSING and max(p.found.matched for p in pairs) >= limits.reversed_weight:
        return "error"
    return "note" if verdict == "spelling" else "warning"


def _message(readings: Sequence[Reading], verdict: str, corpus: Corpus) -> str:
    parts = [f"{sources_phrase(r.facts, corpus)} {_quote_verb(r, corpus)} “{r.value}”" for r in readings]
    said = ", ".join(parts[:-1]) + " and " + parts[-1] if len(parts) > 2 else parts[0] + ", " + parts[1]
    what = _WHAT[verdict]
    documented = [any(corpus.articles[f.article].role == "primary" for f in r.facts) for r in readings]
    if any(documented) and not all(documented):
        others = [r.value for r, known in zip(readings, documented, strict=True) if not known]
        what = f"{' and '.join(f'“{o}”' for o in others)} departs from the document: {what}"
    return f"One statement is quoted in {_count(len(readings))} wordings: {said}; {what}."


def _quote_verb(reading: Reading, corpus: Corpus) -> str:
    return "quotes" if sources_phrase(reading.facts, corpus) in ("1 source", "the draft") else "quote"


def _count(n: int) -> str:
    return {2: "two", 3: "three", 4: "four"}.get(n, str(n))


def _quiet(
    cluster: Cluster,
    corpus: Corpus,
    version: Version,
    found: Sequence[quotes.Form],
    clashes: quotes.Clashes,
    settings: Settings,
) -> Iterator[Finding]:
    """A finding where forms of one version differ in small words only ("the things that I've done")."""
    within = {id(form) for form in version.forms}
    pairs = [
        p for (i, j), p in clashes.items() if p is not None and p.changes and {id(found[i]), id(found[j])} <= within
    ]
    if not pairs:
        return
    pair = max(pairs, key=lambda p: (p.found.matched, p.left.words))
    left, right = Version([pair.left]), Version([pair.right])
    if quotes.words_of(pair.left, pair) != quotes.words_of(pair.right, pair):
        yield _finding(cluster, corpus, left, [(right, pair)], settings)
