"""Names of places and bodies in a draft that no source has, where the sentence retells one that has another.

In: a corpus with a draft. Out: for each unknown name the source's name that it took the place of, either because it is
that name with a slip ("Malvern", "Halvern") or because both stand alike in two sentences that otherwise tell the same.
A person whom no source names is not held against another one: drafts add people, and their slips are told by NAM101.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from rapidfuzz.distance import OSA

from crosscheck.align.bodies import inflected
from crosscheck.compare.restated.lost import Lost, Swap, one_size
from crosscheck.compare.restated.naming import PLACED, TIMES, WORD, Named, names_of, ordinary, plain
from crosscheck.compare.restated.sentences import Wording, content, sentence_words
from crosscheck.compare.sourcetext import SourceText
from crosscheck.data.countries import countries_in, country_of, demonyms, metonyms
from crosscheck.linking.words import rank
from crosscheck.model import Article, Corpus, Fact, Name, Span
from crosscheck.settings import NameSettings, RestatedSettings

_UNION = re.compile(r"\b(?:European (?:Commission|Union|Council|Parliament)|EU)\b")
_SEAT = "Brussels"  # of the European Union
_NAME = re.compile(r"[^\W\d_][^@/#|:]*")  # no address, tag or handle


class Names:
    """The names of one corpus."""

    def __init__(
        self, corpus: Corpus, mine: frozenset[str], wording: Wording, text: SourceText, settings: RestatedSettings,
        names: NameSettings,
    ) -> None:  # fmt: skip
        self._corpus, self._mine, self._wording, self._text = corpus, mine, wording, text
        self._settings, self._names = settings, names
        self._told: dict[tuple[str, int], list[Named]] = defaultdict(list)
        for article in corpus.articles:
            for named in names_of(corpus, article):
                self._told[article, named.sentence].append(named)
        self._sources = [(key, found) for key, found in self._told.items() if key[0] not in mine]
        self._at: dict[str, list[Named]] = defaultdict(list)
        for _, found in self._sources:
            for named in found:
                for word in named.words:
                    self._at[word].append(named)
        self._plain = frozenset(map(plain, self._at))
        told = (n for _, found in self._sources for n in found)
        self._initials = frozenset(_initials(n.text) for n in told if len(WORD.findall(n.text)) > 1)
        self._indexes: dict[tuple[str, int, int], Any] = {}
        texts = [a.text for key, a in corpus.articles.items() if key not in mine]
        read = (a for key, a in corpus.articles.items() if key not in mine)
        self._datelines = frozenset(
            w.casefold() for a in read for s in _datelines(a) for w in WORD.findall(a.text[s.start : s.end])
        )
        self._countries = frozenset().union(*map(countries_in, texts)) if texts else frozenset()
        self._union = any(_UNION.search(text) for text in texts)
        self._people = frozenset(n.words for found in self._told.values() for n in found if n.sort == "person")

    def near(self, fact: Fact, *, back: int = 0, ahead: int = 0) -> list[Named]:
        """The names in the sentence of a fact and in so many before and behind in its paragraph, in their order."""
        index = fact.mention.sentence
        sentences = self._corpus.extractions[fact.article].sentences
        reach = range(max(0, index - back), min(len(sentences), index + ahead + 1))
        at = [i for i in reach if sentences[i].paragraph == sentences[index].paragraph]
        return sorted((n for i in at for n in self._told.get((fact.article, i), ())), key=lambda n: n.span)

    def is_person(self, named: Named) -> bool:
        """True for a name that some article gives to a person."""
        value = named.fact.value
        told = isinstance(value, Name) and value.entity == "person"
        return named.sort == "person" or told or named.words in self._people

    @property
    def settings(self) -> RestatedSettings:
        """How names are held against each other."""
        return self._settings

    def text_of(self, article: str) -> str:
        """The text of an article."""
        return self._corpus.articles[article].text

    def alluded(self, named: Named) -> bool:
        """True for a country whose people or things the sources tell of, a seat of its government, and an abbreviation.

        "In Denmark" for a Danish firm; "Berlin pays" for the German government, but not "in Berlin".
        """
        if self._abbreviated(named):
            return True
        code = country_of(named.text)
        if named.text in metonyms() or named.text == _SEAT:
            stands = named.before not in PLACED or named.text.casefold() in self._datelines
            return stands and (code in self._countries or named.text == _SEAT and self._union)
        return code is not None and code in self._countries

    def dated(self, key: tuple[str, int], named: Named) -> bool:
        """True where a sentence of a source is the first behind a dateline that has the name."""
        article, sentences = self._corpus.articles[key[0]], self._corpus.extractions[key[0]].sentences
        return any(
            s.end <= sentences[key[1]].span.start + 1
            and (key[1] == 0 or sentences[key[1] - 1].span.start < s.end)
            and named.text.casefold() in article.text[s.start : s.end].casefold()
            for s in _datelines(article)
        )

    def headline(self, named: Named) -> bool:
        """True for a name in a headline."""
        return self._corpus.extractions[named.article].sentences[named.sentence].headline

    def says(self, key: tuple[str, int], named: Named) -> bool:
        """True where a sentence of a source has the name as it is written."""
        span = self._corpus.extractions[key[0]].sentences[key[1]].span
        return named.text in self._corpus.articles[key[0]].text[span.start : span.end]

    def of_sources(self) -> Iterator[tuple[tuple[str, int], list[Named]]]:
        """The names of the sources by article and sentence."""
        yield from self._sources

    def of(self, article: str) -> Iterator[Named]:
        """The names of an article in their order."""
        found = (n for (a, _), names in self._told.items() if a == article for n in names)
        yield from sorted(found, key=lambda n: n.span)

    def retold(self, fact: Fact, other: Fact) -> float:
        """How much of the sentence round a fact, its own words left out, the other's sentence tells."""
        own = content(w.casefold() for w in WORD.findall(fact.mention.text))
        return self.share(fact.article, fact.mention.sentence, own, (other.article, other.mention.sentence))

    def swaps(self, faithful: Callable[[str, int], bool]) -> Iterator[Swap]:
        """Swaps in the order of the draft, each name once; other names only where the draft is ``faithful``."""
        seen: set[tuple[str, ...]] = set()
        lost = Lost(self)
        asked = 0
        for (article, _), found in self._told.items():
            if article not in self._mine:
                continue
            for named in found:
                if named.words in seen or asked >= self._settings.most_names:
                    continue
                unknown = self._unknown(named)
                asked += bool(unknown)
                swap = self._slip(named, unknown) if unknown else None
                if swap is None and faithful(article, named.sentence):
                    swap = self._other(named, unknown) if unknown else None
                    swap = swap or lost.instead(named)
                if swap is not None:
                    seen.add(named.words)
                    yield swap

    def told(self, article: str) -> list[tuple[int, bool]]:
        """The different names of a draft: the sentence of each, and whether a source has it."""
        found = {
            n.words: (index, not self._unknown(n))
            for (a, index), names in self._told.items()
            if a == article
            for n in names
        }
        return list(found.values())

    def _unknown(self, named: Named) -> list[str]:
        """The words of a name that stand in no source."""
        sentence = self._corpus.extractions[named.article].sentences[named.sentence]
        if self.alluded(named):
            return []
        if sentence.headline or not _NAME.fullmatch(named.text) or named.text.islower():
            return []
        first = named.span.start == sentence.span.start
        found = []
        for i, word in enumerate(named.words):
            parts = [p for p in re.split(r"[-']", word) if len(p) >= self._names.near_min_length]
            if not parts or word in TIMES or word.title() in demonyms():
                continue
            if any(self._text.has_word(w) for w in (word, word.replace("'", ""), *parts)) or plain(word) in self._plain:
                continue  # an accent or a hyphen left out is a style
            if word in self._datelines or any(inflected(word, w) for w in self._at):
                continue
            if i == 0 and first and ordinary(word):
                continue  # it begins a sentence
            found.append(word)
        return found

    def _abbreviated(self, named: Named) -> bool:
        """True for "United Nations" where the sources have U.N. or UN, and the other way round."""
        letters = _initials(named.text)
        if len(letters) > 1 and (self._text.has_word(letters) or self._text.has_word(".".join(letters))):
            return True
        return named.text.replace(".", "").casefold() in self._initials

    # --- a slip ----------------------------------------------------------------------------------------------------

    def _slip(self, named: Named, unknown: Sequence[str]) -> Swap | None:
        if len(unknown) != 1:
            return None
        word, rest = unknown[0], set(named.words) - set(unknown)
        if named.text.isupper():
            return None  # letters for a name are no word
        near = [w for w in self._at if self._near(word, w)]
        theirs = [n for w in sorted(near) for n in self._at[w] if not rest or rest & set(n.words)]
        if len({w for w in near if any(w in n.words for n in theirs)}) != 1:
            return None
        beside = {w for n in self._told[named.article, named.sentence] for w in n.words}
        theirs = [n for n in theirs if not set(n.words) - rest <= beside]
        if not rest and len(word) < self._names.place_min_length:
            theirs = [n for n in theirs if self._shared(named, n) > 0.0]
        return Swap(mine=named, theirs=tuple(theirs), slip=True) if theirs else None

    def near_spelt(self, word: str, other: str) -> bool:
        """True for one word, or two that a slip may have made of one another."""
        return word == other or self._near(word, other)

    def _near(self, word: str, other: str) -> bool:
        if min(len(word), len(other)) < self._names.near_min_length or inflected(word, other):
            return False
        if rank(word) is not None and rank(other) is not None:
            return False  # two words of the language
        most = 2 if min(len(word), len(other)) >= self._names.rare_two_slips_length else 1
        return OSA.distance(word, other, score_cutoff=most) <= most

    # --- another name in the same slot -----------------------------------------------------------------------------

    def _other(self, named: Named, unknown: Sequence[str]) -> Swap | None:
        if named.sort == "person":
            return None
        own = self._around(named) - set(named.words)
        found: dict[frozenset[str], list[tuple[float, int, Named]]] = defaultdict(list)
        for key, told in self._sources:
            share = self.share(named.article, named.sentence, named.words, key)
            for other in told:
                telling = frozenset(other.words) - set(named.words) or frozenset(other.words)
                if not telling & own and (fit := self.fit(named, other)) >= 0:
                    found[telling].append((share, fit, other))
        ranked = []
        for members in found.values():
            members.sort(key=lambda m: (-m[0], m[2].span))
            fit = max(m[1] for m in members)
            ranked.append((members[0][0] * (1 + self._settings.name_fit * fit), fit, members))
        ranked.sort(key=lambda r: -r[0])
        if not ranked or ranked[0][0] < self._settings.retold:
            return None
        score, fit, members = ranked[0]
        if len(ranked) > 1 and ranked[1][0] >= self._settings.clear_of_rivals * score:
            return None
        if not fit and len(self._left(members[0][2], own)) > 1:
            return None
        if set(members[0][2].words) <= set(named.words) and unknown[0] != named.words[0]:
            return None  # a fuller form of the same name
        theirs = tuple(m[2] for m in members if m[0] >= members[0][0] * self._settings.clear_of_rivals)
        return Swap(mine=named, theirs=theirs, slip=False)

    def _left(self, other: Named, own: set[str]) -> set[tuple[str, ...]]:
        """The names of a source's sentence that the draft's sentence has not."""
        return {n.words for n in self._told[other.article, other.sentence] if not set(n.words) & own}

    def _around(self, named: Named) -> set[str]:
        """The words of the names in the sentence and those beside it."""
        near = range(named.sentence - 1, named.sentence + 2)
        return {w for i in near for n in self._told.get((named.article, i), ()) for w in n.words}

    def fit(self, mine: Named, other: Named) -> int:
        """In how many ways two names stand alike: one sort, words in common, like words beside; -1 for two sorts."""
        placed = mine.before == other.before and mine.before in PLACED  # "to Harle City", "to Dunmore"
        if other.sort == "person" or mine.sort and other.sort and mine.sort != other.sort and not placed:
            return -1
        if not one_size(mine.text, other.text):
            return -1
        alike = int(mine.sort == other.sort != "") + int(mine.before == other.before != "")
        beside = (mine.beside | set(mine.words)) & (other.beside | set(other.words))
        return alike + min(2, len(beside))

    def _shared(self, mine: Named, other: Named) -> float:
        return self.share(mine.article, mine.sentence, mine.words, (other.article, other.sentence))

    def share(
        self, article: str, sentence: int, own: Collection[str], key: tuple[str, int], *, ahead: int = 0
    ) -> float:
        """How much of the draft's sentence, without some words, a source's tells, with so many ``ahead``."""
        if (*key, ahead) not in self._indexes:
            sentences = self._corpus.extractions[key[0]].sentences
            theirs = sentences[key[1] : key[1] + ahead + 1]
            told = (sentence_words(s) for s in theirs if s.paragraph == sentences[key[1]].paragraph)
            self._indexes[*key, ahead] = self._wording.indexes(frozenset().union(*told))
        mine = self._corpus.extractions[article].sentences[sentence]
        told = self._wording.indexes(sentence_words(mine).difference(own))
        whole = self._wording.weight(told)
        return self._wording.shared(told, self._indexes[*key, ahead])[0] / whole if whole else 0.0


def _datelines(article: Article) -> list[Span]:
    return [r.span for r in article.regions if r.kind == "dateline"]


def _initials(name: str) -> str:
    """The first letters of the capitalised words of a name, in small letters."""
    return "".join(w[0] for w in WORD.findall(name) if w[0].isupper()).casefold()
