"""QUO502: one utterance, two speakers or bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from crosscheck.align import speakers
from crosscheck.compare import quotes
from crosscheck.compare.findings import make_finding, sources_phrase
from crosscheck.model import Cluster, Corpus, Fact, Finding, Level, Quote, Reading, Span
from crosscheck.normalise.nameparts import bare, fold
from crosscheck.registry import Rule
from crosscheck.settings import QuoteSettings, Settings
from crosscheck.wording import Alignment, aligned, normal
from crosscheck.wording.pieces import pieces

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
RULE = Rule(
    code="QUO502",
    name="quote-attribution",
    kind="quote_attribution",
    level="warning",
    summary="The same words are put in two mouths.",
    aspects=("utterance", "spokesperson"),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """A finding where two sources tie one utterance directly to speakers that cannot be one."""
    if cluster.aspect == "spokesperson":
        yield from _two_bodies(cluster, corpus, settings.quotes)
        return
    facts = [f for f in cluster.facts if _tied(f, corpus)]
    if len({f.value.speaker for f in facts if isinstance(f.value, Quote)}) < 2:
        return
    mouths = _mouths(facts[: settings.quotes.max_speakers], corpus, settings.quotes)
    if len(mouths) > 1 and any(_longest(fact, corpus) for mouth in mouths[:2] for fact in mouth):
        yield _finding(cluster, corpus, mouths, settings.quotes)


def _tied(fact: Fact, corpus: Corpus) -> bool:
    """True where a cue ties the quote to its speaker, and no other quotation stands between them."""
    if not isinstance(fact.value, Quote) or not fact.value.direct_link or not fact.value.speaker:
        return False
    if fact.inferred or fact.mention.attrs.get("link", "direct") != "direct":
        return False  # words that go on stand or fall with those that the cue is tied to
    cue = fact.mention.parts.get("cue") or fact.mention.parts.get("speaker")
    if cue is None:
        return False
    span, text = fact.mention.span, corpus.articles[fact.article].text
    between = text[span.end : cue.start] if cue.start >= span.end else text[cue.end : span.start]
    return sum(between.count(mark) for mark in '"“”„«»') < 2


def _longest(fact: Fact, corpus: Corpus) -> bool:
    """True for the longest sentence of its quote: one finding tells of all that a speaker says in one breath."""
    whole = _whole(fact, corpus)
    if whole is fact:
        return True
    return len(fact.mention.text) == max(end - start for start, end in pieces(whole.mention.text))


def _whole(fact: Fact, corpus: Corpus) -> Fact:
    """The quote that a sentence of it was taken from."""
    part = f":{fact.mention.span.start}"
    return next((f for f in corpus.extractions[fact.article].facts if fact.id == f.id + part), fact)


def _mouths(facts: Sequence[Fact], corpus: Corpus, limits: QuoteSettings) -> list[list[Fact]]:
    """Quotes by speaker. A speaker that could be two of the others takes no side."""
    ordered = sorted(facts, key=lambda f: not (isinstance(f.value, Quote) and speakers.is_person(f.value)))
    mouths: list[list[Fact]] = []
    for fact in ordered:
        kin = [[speakers.compare(fact, other, corpus) for other in mouth] for mouth in mouths]
        same = [k for k, found in enumerate(kin) if "same" in found]
        near = [k for k, found in enumerate(kin) if "different" not in found]
        if same or len(near) == 1:
            mouths[(same or near)[0]].append(fact)
        elif not near and (not mouths or any(_same_words(fact, o, corpus, limits) for mouth in mouths for o in mouth)):
            mouths.append([fact])
    return mouths


def _same_words(left: Fact, right: Fact, corpus: Corpus, limits: QuoteSettings) -> bool:
    """True where so much is common that two people can hardly both have said it, each in an article of their own.

    A draft has its quotes from its sources: there the same two words, word for word, are one utterance.
    """
    if left.article == right.article:
        return False
    found = aligned(left.mention.text, right.mention.text)
    drafted = "draft" in (corpus.articles[left.article].role, corpus.articles[right.article].role)
    if drafted and found.identical and found.content > 1:
        return True
    if found.identical and len(found.a) > 3 or found.verbatim(limits.mouth_tokens, limits.verbatim_share):
        return True
    return found.matched >= limits.mouth_weight and found.coverage >= limits.mouth_coverage and found.run >= 3


def _named(fact: Fact) -> bool:
    """False for a person who is told by a pronoun or a noun ("the new champion"): whom that means may be misread."""
    who, value = fact.mention.attrs.get("who", "name"), fact.value
    bound = isinstance(value, Quote) and value.speaker_person is not None
    return who != "pronoun" and not (who == "noun" and bound)


def _finding(cluster: Cluster, corpus: Corpus, mouths: Sequence[list[Fact]], limits: QuoteSettings) -> Finding:
    lead = mouths[0][0]
    found = [aligned(lead.mention.text, f.mention.text) for mouth in mouths[1:] for f in mouth]
    alike = max(found, key=lambda a: (a.matched, a.coverage))
    people = all(isinstance(m[0].value, Quote) and speakers.is_person(m[0].value) for m in mouths[:2])
    named = all(any(map(_named, m)) for m in mouths[:2])
    whole = alike.identical and len(alike.a) >= limits.mouth_tokens
    level: Level = "error" if people and named and (whole or alike.matched >= limits.long_weight) else "warning"
    unsure = not named or _crossed(mouths, corpus)
    level = "note" if unsure else level
    readings = [_reading(mouth, corpus) for mouth in mouths]
    said = quotes.clip(lead.mention.text, limits.shown_words).rstrip(".")
    return _marked(
        make_finding(
            RULE,
            msgspec.structs.replace(cluster, key="|".join(sorted({t.stem for t in alike.a if t.content})[:6])),
            corpus,
            readings,
            message=f"The words “{said}” are credited to {_listed(readings, corpus)}.",
            confidence=limits.unsure_mouth if unsure else _confidence(alike, people=people),
            level=level,
            verdict="speaker",
        )
    )


def _crossed(mouths: Sequence[list[Fact]], corpus: Corpus) -> bool:
    """True where every sentence that credits the words to one of two speakers names the other one as well.

    "Young's statement and Boehner's statement that it was “...”", and who retells what another said: more likely the
    speaker was misread than that two sources disagree. A name anywhere in the quotation counts, not only beside its
    last sentence: “Mr. Hale said, 'I am going. Do not wait.'”, said Ada Brook.
    """

    def people(mouth: Sequence[Fact]) -> list[Fact]:
        return [f for f in mouth if isinstance(f.value, Quote) and speakers.is_person(f.value)]

    def names(fact: Fact, other: Sequence[Fact]) -> bool:
        told = [w for w in _about(_whole(fact, corpus), corpus) if w[:1].isupper()]
        here = {bare(word) for name in (*told, *corpus.sentence(fact).names) for word in fold(name).split()}
        return any(here.intersection(speakers.name_words(o, corpus)[-1:]) for o in people(other))

    first, second = mouths[:2]
    return all(names(f, second) for f in first) or all(names(f, first) for f in second)


def _about(fact: Fact, corpus: Corpus) -> list[str]:
    """The words of the sentences that a quotation runs through."""
    start, end = corpus.sentence(fact).span.start, max(corpus.sentence(fact).span.end, fact.mention.span.end)
    return _WORD.findall(corpus.articles[fact.article].text[start:end])


def _confidence(alike: Alignment, *, people: bool) -> float:
    """How sure it is that one utterance is put in two mouths: less for bodies."""
    return min(0.95, 0.4 + 0.25 * min(1.0, alike.matched / 5) + 0.2 * alike.coverage + 0.1 * people)


def _two_bodies(cluster: Cluster, corpus: Corpus, limits: QuoteSettings) -> Iterable[Finding]:
    """One spokesperson's words, credited to the bodies of two countries."""
    sides: dict[tuple[str, ...], list[Fact]] = {}
    for fact in cluster.facts:
        sides.setdefault(tuple(sorted(speakers.countries(fact, corpus))), []).append(fact)
    if len(sides) < 2:
        return
    readings = []
    for codes, facts in sides.items():
        bodies = sorted({r.organisation for f in facts for r in speakers.roles(f, corpus) if r.organisation})
        name = f"{_speaker(facts[0])} ({', '.join([*bodies[:1], *codes])})"
        readings.append(Reading(value=name, canonical="|".join(codes), facts=tuple(_widened(f, corpus) for f in facts)))
    yield _marked(
        make_finding(
            RULE,
            cluster,
            corpus,
            readings,
            message=f"One speaker's words are credited to the bodies of two countries: {_listed(readings, corpus)}.",
            confidence=0.6,
            level="warning",
            verdict="body",
        )
    )


def _speaker(fact: Fact) -> str:
    return " ".join(fact.value.speaker.split()) if isinstance(fact.value, Quote) and fact.value.speaker else ""


def _reading(mouth: Sequence[Fact], corpus: Corpus) -> Reading:
    """Named by the fullest way in which the sources write the speaker."""
    value = max((_speaker(f) for f in mouth), key=lambda s: (len(s), s))
    names = sorted({" ".join(speakers.name_words(f, corpus)) for f in mouth}, key=lambda s: (-len(s), s))
    return Reading(value=value, canonical=names[0] or normal(value), facts=tuple(_widened(f, corpus) for f in mouth))


def _listed(readings: Sequence[Reading], corpus: Corpus) -> str:
    told = [(r.value, sources_phrase(r.facts, corpus)) for r in readings]
    parts = [f"{who[:-1]}; {by})" if who.endswith(")") else f"{who} ({by})" for who, by in told]
    return ", ".join(parts[:-1]) + " and " + parts[-1]


def _widened(fact: Fact, corpus: Corpus) -> Fact:
    """The fact with the words that name the speaker in its span, where they stand in the same paragraph."""
    speaker = fact.mention.parts.get("speaker")
    if speaker is None:
        return fact
    span = fact.mention.span
    wide = Span(min(span.start, speaker.start), max(span.end, speaker.end))
    text = corpus.articles[fact.article].text[wide.start : wide.end]
    if "\n" in text.strip() or len(text) > len(fact.mention.text) + 240:
        return fact
    return msgspec.structs.replace(fact, mention=msgspec.structs.replace(fact.mention, span=wide, text=text))


def _marked(finding: Finding) -> Finding:
    """With the words that name the speaker marked."""
    marks = {}
    for reading in finding.readings:
        for fact in reading.facts:
            speaker = fact.mention.parts.get("speaker")
            if speaker is not None and fact.mention.span.contains(speaker):
                marks[fact.id] = (speaker,)
    return msgspec.structs.replace(finding, marks=marks)
