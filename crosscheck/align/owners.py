"""Whose government or police it is: one country against another in sentences that tell the same (aspect ``owner``).

"Peruvian police charged over boy's death" beside "Greek police charged over boy's death": a country that one source
alone names, and nowhere else, before a body that the others call another country's. News has many governments in one
story; only a country that plays no other part in any article can be a slip.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from crosscheck.data import countries
from crosscheck.model import Cluster, Corpus, Fact, Mention, Role, Span
from crosscheck.settings import NameSettings, Settings

_BODIES = (
    "government|police|parliament|army|navy|military|authorities|officials?|president|prime minister|ministry|"
    "(?:foreign|defen[cs]e|interior|finance|health|justice) (?:minister|ministry)|coast ?guard|embassy|troops|court"
)


def align(corpus: Corpus, settings: Settings) -> Iterator[Cluster]:
    """A cluster a body that two countries are given, the lone country's facts last."""
    if len(corpus.articles) < 2:
        return
    bodies = _bodies(corpus)
    rivals = sorted({code for owners in bodies.values() if len(owners) > 1 for code in owners})
    if not rivals:
        return
    named = _times_named(rivals, corpus)
    for body, owners in sorted(bodies.items()):
        for lone in sorted(owners):
            if named[lone] > len(owners[lone]) or len({f.article for f in owners[lone]}) > 1:
                continue
            if told := _told_of_another(lone, owners, corpus, settings.names):
                yield Cluster(
                    id=f"owner:{body}:{lone}", kind="affiliation", aspect="owner", subject=body,
                    key=f"owner {body}", facts=tuple(told + owners[lone]), blocking_key=body,
                )  # fmt: skip


def _bodies(corpus: Corpus) -> dict[str, dict[str, list[Fact]]]:
    """The facts of each body, by the country before it."""
    bodies: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for article in corpus.articles:
        for fact in _owned(article, corpus):
            assert isinstance(fact.value, Role)
            bodies[fact.value.organisation or ""][fact.value.country or ""].append(fact)
    return bodies


def _times_named(codes: Iterable[str], corpus: Corpus) -> Counter[str]:
    """How often each country is named in all articles, before a body or elsewhere."""
    pattern = _names(codes)
    return Counter(
        countries.country_of(m.group()) or "" for a in corpus.articles for m in pattern.finditer(corpus.seen(a))
    )


def _told_of_another(lone: str, owners: dict[str, list[Fact]], corpus: Corpus, settings: NameSettings) -> list[Fact]:
    """The facts that tell of another country's body what ``lone``'s are told; the country told of most often first."""
    for common in sorted(owners, key=lambda c: (-len(owners[c]), c)):
        if common != lone and (told := _alike(owners[common], owners[lone], corpus, settings)):
            return told
    return []


def _names(codes: Iterable[str]) -> re.Pattern[str]:
    """The names, nationalities and capitals of some countries."""
    wanted = set(codes)
    table = {**countries.metonyms(), **countries.names()}
    words = sorted((w for w, code in table.items() if code in wanted), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


# tried at bodies only: a pattern of all nationalities would be tried at every word
_OWNED = re.compile(rf"\b(?:{_BODIES})\b")
_BEFORE = re.compile(r"((?:[A-Z][\w-]+ )?[A-Z][\w-]+) $")


def _owned(article: str, corpus: Corpus) -> Iterator[Fact]:
    """Bodies with the country before them, as facts of an office nobody is named for."""
    text = corpus.seen(article)
    sentences = corpus.extractions[article].sentences
    skipped = [r.span for r in corpus.articles[article].regions if r.kind not in ("headline", "duplicate")]
    for m in _OWNED.finditer(text):
        before = _BEFORE.search(text, max(0, m.start() - 30), m.start())
        demonym = _demonym(before.group(1)) if before else ""
        if not demonym or any(s.start <= m.start() < s.end for s in skipped):
            continue
        start, country = m.start() - 1 - len(demonym), countries.country_of(demonym)
        if country is None:
            continue
        at = max(0, bisect_right(sentences, start, key=lambda s: s.span.start) - 1)
        mention = Mention(
            kind="role", article=article, span=Span(start, m.end()), text=text[start : m.end()],
            sentence=at, attrs={"organisation": m.group(), "country": country}, confidence=0.6,
        )  # fmt: skip
        value = Role(organisation=m.group().lower().removesuffix("s"), country=country)
        yield Fact(
            id=f"{article}:owner:{start}", kind="role", subject=m.group(), value=value, mention=mention
        )  # fmt: skip


def _demonym(words: str) -> str:
    """The nationality that ends the words, capitals or not, "" for none."""
    for phrase in (words, words.rpartition(" ")[2]):
        if phrase in countries.demonyms() or phrase.isupper() and phrase.title() in countries.demonyms():
            return phrase
    return ""


def _alike(common: list[Fact], lone: list[Fact], corpus: Corpus, settings: NameSettings) -> list[Fact]:
    """The facts whose sentence tells what the lone one's tells, with the body alone between them or more in common."""
    mine = [(f, _content(f, corpus)) for f in lone]
    found = []
    for fact in common:
        if fact.article == lone[0].article:
            return []  # the article knows both
        words = _content(fact, corpus)
        if any(
            len(words & theirs) >= settings.owner_words
            and len(words & theirs) >= settings.copied_overlap * min(len(words), len(theirs))
            for _, theirs in mine
        ):
            found.append(fact)
    return found


def _content(fact: Fact, corpus: Corpus) -> frozenset[str]:
    """Words of the sentence without countries."""
    span = corpus.sentence(fact).span
    text = corpus.articles[fact.article].text[span.start : span.end]
    words = {w for w in re.findall(r"\w+", text) if not countries.country_of(w)}
    return frozenset(w.casefold() for w in words if len(w) > 3)
