"""Names of bodies told in other words: turned round, one exchanged or left out, or "of" put in (aspect ``wording``).

In: the texts' capitalised phrases. Out: a cluster a pair of names that can only be one body's: "Norla Regional Medical
Centre" and "Norla Medical Regional Centre", "Bank Halden" and "Bank of Halden", a name of four words of which one is
exchanged for another of the same beginning, a plural inside a name of three, a word left out of a name that goes by its
initials, or initials in brackets after words that do not begin with them. Short forms, "the Ministry of X" for "the X
Ministry" and two services of one town are no other wordings, nor are two names that one article has both of, unless one
of them stands there once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from crosscheck.align import otherwords, proper
from crosscheck.align.bodies import COUNTERS
from crosscheck.align.counterparts import Tellings, load
from crosscheck.align.phrases import EMPTY, Phrase, phrases
from crosscheck.align.proper import is_place
from crosscheck.data import countries, titles
from crosscheck.data.institutions import INSTITUTIONS
from crosscheck.model import Cluster, Corpus, Fact, Mention, Name, Span
from crosscheck.normalise.nameparts import fold
from crosscheck.settings import NameSettings, Settings

_IN_GENERAL = INSTITUTIONS - {"center", "centre"}  # the departments of A and B are two, the centers for A are one body
_BODIES = INSTITUTIONS | {"fund", "trust"}
_WIDE = frozenset("metropolitan metro state county city public general federal united area".split())
_SCHOOLS = frozenset({"university", "college"})
_SMALL = frozenset("of the for and to at de la del in".split())
_LETTERS = re.compile(r"(?<![\w.&-])[A-Z]{3,8}(?![\w&-])")
_IN_BRACKETS = re.compile(r"[ \xa0]\(([A-Z]{3,8})\)")
Words = tuple[str, ...]


class _Named(NamedTuple):
    """A name as some articles write it: its words, and where."""

    words: Words
    places: list[Phrase]

    @property
    def content(self) -> Words:
        """Its words without small ones."""
        return tuple(w for w in self.words if w not in _SMALL)

    @property
    def initials(self) -> str:
        """The first letters of its content words."""
        return "".join(w[0] for w in self.content).upper()


class _Event(NamedTuple):
    """What the articles of an event write: names by their words, letters that stand for bodies."""

    names: dict[Words, _Named]
    letters: frozenset[str]
    bracketed: dict[str, list[_Named]]


def align(
    corpus: Corpus, settings: Settings, judged: Iterable[Cluster] = (), said: Iterable[Phrase] | None = None
) -> Iterator[Cluster]:
    """A cluster a pair of names, the commoner one's facts first; pairs that ``judged`` clusters have are left out.

    ``said`` are the phrases of the corpus, where they have been read already.
    """
    if len(corpus.articles) < 2:
        return
    event = _event(corpus, phrases(corpus) if said is None else said)
    held = [[(f.article, f.mention.span) for f in c.facts] for c in judged if len({_text(f) for f in c.facts}) > 1]
    told: set[Words] = set()
    found = [*_pairs(event, settings.names), *_weighed(event, corpus, settings.names)]
    for one, other, how in found:
        common, rare = sorted((one, other), key=lambda n: (-_articles(n), -len(n.places), n.words))
        if rare.words in told or _two(common, rare, how) or _is_held(one, other, held):
            continue
        told.add(rare.words)
        facts = [_fact(p, n, corpus) for n in (common, rare) for p in n.places]
        yield Cluster(
            id=f"wording:{' '.join(common.words)}:{' '.join(rare.words)}", kind="name", aspect="wording",
            subject=facts[0].subject, key=f"wording {' '.join(common.words)}", facts=tuple(facts), blocking_key=how,
        )  # fmt: skip


def _weighed(event: _Event, corpus: Corpus, settings: NameSettings) -> Iterator[tuple[_Named, _Named, str]]:
    """Names that are one by all that is told of them, the surest first."""
    scored = [(load().score("body", c.signs).probability, c) for c in _candidates(event, corpus, settings)]
    for probability, pair in sorted(scored, key=lambda s: (-s[0], s[1].one, s[1].other)):
        if probability >= settings.one_body:
            yield event.names[pair.one], event.names[pair.other], pair.how


def candidates(corpus: Corpus, settings: NameSettings) -> Iterator[otherwords.Candidate]:
    """Names that differ by a word, with the signs of whether they are one; names of people left out."""
    yield from _candidates(_event(corpus, phrases(corpus)), corpus, settings)


def _candidates(event: _Event, corpus: Corpus, settings: NameSettings) -> Iterator[otherwords.Candidate]:
    people = otherwords.people_at(corpus)
    kept = {w: n for w, n in event.names.items() if not all(otherwords.is_person(p, people) for p in n.places)}
    tellings, plain = Tellings(corpus, settings.mentions_read), proper.plain_words(corpus)
    for pair in otherwords.differing({w: n.content for w, n in kept.items()}, settings):
        one, other = kept[pair.one], kept[pair.other]
        yield otherwords.weighed(pair, one.places, other.places, tellings, corpus, plain)


def _event(corpus: Corpus, said: Iterable[Phrase]) -> _Event:
    names: dict[Words, _Named] = {}
    bracketed: dict[str, list[_Named]] = defaultdict(list)
    for phrase in said:
        if phrase.headline:
            continue
        for part in _parts(phrase):
            name = names.setdefault(part.words, _Named(part.words, []))
            name.places.append(part)
            if m := _IN_BRACKETS.match(corpus.articles[part.article].text, part.end):
                bracketed[m[1]].append(name)
    letters = {m.group() for a in corpus.articles for m in _LETTERS.finditer(corpus.seen(a))}
    return _Event(names, frozenset(letters), bracketed)


def _parts(phrase: Phrase) -> Iterator[Phrase]:
    """The phrase without words that begin a sentence, and what follows an owner in it (Oman's Bank of Muscat)."""
    words = phrase.words
    while words and (words[0] in EMPTY or words[0] in _SMALL):
        words = words[1:]
    phrase = phrase._replace(words=tuple(_singular(w) for w in phrase.words))  # the Sheriffs Office
    if len(words) > 1:
        yield phrase.last(len(words))
    for at in range(1, len(words) - 1):
        if phrase.owned(len(words) - at) and words[at] not in _SMALL:
            yield phrase.last(len(words) - at)


def _singular(word: str) -> str:
    """An office in the singular: the Sheriffs Office is the Sheriff's."""
    office = word.endswith("s") and word[:-1] not in INSTITUTIONS and titles.lookup(word[:-1])
    return word[:-1] if office else word


def _pairs(event: _Event, settings: NameSettings) -> Iterator[tuple[_Named, _Named, str]]:
    """Names that may be one body's, with how they differ, each pair once, in a fixed order."""
    same: dict[Words, list[_Named]] = defaultdict(list)
    less: dict[Words, list[_Named]] = defaultdict(list)
    for words in sorted(event.names):
        name = event.names[words]
        same[tuple(sorted(name.content))].append(name)
        if len(words) > 2 and len(name.content) <= settings.body_words:
            for at in range(len(name.content)):
                less[name.content[:at] + name.content[at + 1 :]].append(name)
    for block in same.values():
        for one, other in combinations(block[: settings.block_size], 2):
            if how := _same_words(one, other):
                yield one, other, how
    for rest, block in less.items():
        longer = block[: settings.block_size]
        yield from _exchanged(longer, event, settings)
        shorter = [n for n in same.get(tuple(sorted(rest)), ()) if n.content == rest]
        yield from ((n, m, "left out") for n in longer for m in shorter if _left_out(n, m, event))
    yield from _lettered(event)


def _exchanged(block: list[_Named], event: _Event, settings: NameSettings) -> Iterator[tuple[_Named, _Named, str]]:
    """Names of a block, alike but for one word each, that have another word in its place."""
    for one, other in combinations(block, 2):
        if one.content != other.content and (how := _one_word(one, other, event, settings)):
            yield one, other, how


def _same_words(one: _Named, other: _Named) -> str:
    """How two names of the same words differ: "turned", "of", or "" where it says nothing."""
    if one.content == other.content:
        long, short = sorted((one.words, other.words), key=len, reverse=True)
        without = tuple(w for w in long if w != "of")
        return "of" if len(short) > 1 and "of" not in short and without == short and _BODIES & {*short} else ""
    if {*one.words} ^ {*other.words} == {"of"} and len(one.content) == 2:
        return "turned" if _SCHOOLS & {*one.content} else ""  # a Norla University is no University of Norla
    if one.words != one.content or other.words != other.content or len(one.words) < 4:
        return ""  # with small words the order is free: the Church of the Hill, Hill Church
    apart = [i for i, (x, y) in enumerate(zip(one.words, other.words, strict=True)) if x != y]
    inner = len(apart) == 2 and apart[1] == apart[0] + 1 and apart[0] > 0 and apart[1] < len(one.words) - 1
    return "turned" if inner else ""


def _one_word(one: _Named, other: _Named, event: _Event, settings: NameSettings) -> str:
    """How two names of one length that differ in one word are told apart: "exchanged", "plural", "" for two bodies."""
    if len(one.words) != len(other.words):
        return ""
    apart = [i for i, (x, y) in enumerate(zip(one.words, other.words, strict=True)) if x != y]
    if len(apart) != 1 or {one.words[apart[0]], other.words[apart[0]]} & _SMALL:
        return ""
    x, y = sorted((one.words[apart[0]], other.words[apart[0]]), key=len)
    if y == f"{x}s":
        if any(apart[0] in p.owners for n in (one, other) for p in n.places):
            return ""  # an apostrophe left out: Prince Georges County
        last = {one.words[-1], other.words[-1]} == {x, y}  # the last word has a plural of its own
        return "plural" if not last and len(one.words) > 2 and x not in _IN_GENERAL else ""
    if not {one.words[-1], other.words[-1]} & _BODIES or _short_form(x, y, settings.stem_letters):
        return ""
    if x[0] != y[0] or {x, y} <= COUNTERS or _country(x) or _country(y):
        return ""
    alike = len(one.content) > 3 and x[: settings.same_beginning] == y[: settings.same_beginning]
    return "exchanged" if alike or one.initials in event.letters else ""


def _left_out(long: _Named, short: _Named, event: _Event) -> bool:
    """True where a word inside a name that goes by its initials is left out."""
    if len(long.content) < 4 or not _body(long) or long.initials not in event.letters:
        return False
    (gone,) = set(long.content) - set(short.content) or {""}
    if gone in COUNTERS | _WIDE or is_place(gone) or "police" in long.content:
        return False  # the Norla State Patrol is the Norla Patrol to its neighbours
    return long.content[0] == short.content[0] and long.content[-1] == short.content[-1]


def _lettered(event: _Event) -> Iterator[tuple[_Named, _Named, str]]:
    """Names before initials in brackets that are not theirs, with the name whose they are."""
    by_initials: dict[str, list[_Named]] = defaultdict(list)
    for words in sorted(event.names):
        by_initials[event.names[words].initials].append(event.names[words])
    for letters in sorted(event.bracketed):
        for wrong in event.bracketed[letters]:
            if letters in wrong.initials or not _body(wrong):
                continue
            for right in by_initials.get(letters, ()):
                shared = set(wrong.content) & set(right.content)
                if len(shared) > 1 and wrong.content[-1] == right.content[-1] and shared != set(wrong.content):
                    yield right, wrong, "letters"


def _short_form(x: str, y: str, stem: int) -> bool:
    """True for a word and its short form or another of its stem: metro, metropolitan; corp, corporation; jax."""
    short, long = sorted((x, y), key=len)
    return long.startswith(short[:3]) and len(short) < stem or long.startswith(short[:stem])


def _country(word: str) -> bool:
    return countries.country_of(word.title()) is not None


def _body(name: _Named) -> bool:
    return any(w in _BODIES for w in (name.content[0], name.content[-1]))


def _articles(name: _Named) -> int:
    return len({p.article for p in name.places})


def _two(common: _Named, rare: _Named, how: str) -> bool:
    """True where one article writes both: then they are two, but for a slip in a name that it writes once."""
    there = {p.article for p in common.places}
    both = Counter(p.article for p in rare.places if p.article in there)
    return bool(both) and (how in ("left out", "letters") or sum(both.values()) > 1)


def _is_held(one: _Named, other: _Named, held: list[list[tuple[str, Span]]]) -> bool:
    for stretches in held:
        if all(any(a == p.article and s.start < p.end and p.start < s.end for a, s in stretches for p in n.places)
               for n in (one, other)):  # fmt: skip
            return True
    return False


def _text(fact: Fact) -> str:
    return fold(" ".join(fact.mention.text.split()))


def _fact(place: Phrase, name: _Named, corpus: Corpus) -> Fact:
    """The name where it stands."""
    text = corpus.articles[place.article].text[place.start : place.end]
    shown = " ".join(text.split())
    mention = Mention(
        kind="name", article=place.article, span=Span(place.start, place.end), text=text,
        sentence=place.sentence(corpus), attrs={"entity": "organisation", "words": " ".join(name.words)},
        confidence=0.6,
    )  # fmt: skip
    value = Name(full=shown, key=" ".join(name.words), entity="organisation")
    key = f"{place.article}:wording:{place.start}-{place.end}"
    return Fact(id=key, kind="name", subject=shown, value=value, mention=mention)
