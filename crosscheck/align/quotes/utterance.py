"""Are two quotations one utterance? Fitted weights of what speaks for it and against it, added up.

In: the sentences of all quotes of a corpus. Out: for two of them, of two articles, the probability that the same was
said once. Signs are cut into levels (unknown is one): how much of the words is common and how rare it is, how the two
begin and end, who speaks, what stands about either and is quoted beside it. Cue, frame, length, place in the article, a
negation or figure more, tried as signs, said nothing beyond these. The weights stand in utterance.json with the card
that says from what they were fitted (:mod:`crosscheck.training.utterance`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from crosscheck.align import speakers
from crosscheck.align.quotes.units import Node, Rarity, Unit, context, units_of
from crosscheck.linking.scorer import Model, read
from crosscheck.linking.signs import run
from crosscheck.model import Corpus, Fact
from crosscheck.settings import QuoteSettings
from crosscheck.wording import Alignment, Token

FILE = Path(__file__).with_name("utterance.json")
Signs = dict[str, float | None]
_KINSHIP = {"same": 2.0, "compatible": 1.0, "different": 0.0}
_TRIED = 3  # quotations of either side: the same words in many articles stand in like surroundings
_APART = 2  # paragraphs between two quotations that still stand beside one another


def load() -> Model:
    """The shipped weights."""
    return read(FILE)


class _Kept:
    """The sentences of the last corpus: aligning and comparing ask about them in turn."""

    corpus: Corpus | None = None
    utterances: Utterances | None = None


def of_corpus(corpus: Corpus, limits: QuoteSettings) -> Utterances:
    """The sentences of a corpus, made once until another corpus is asked for or they are let go of."""
    if _Kept.corpus is not corpus or _Kept.utterances is None:
        _Kept.corpus, _Kept.utterances = corpus, Utterances(corpus, limits)
    return _Kept.utterances


def forget() -> None:
    """Let go of the last corpus."""
    _Kept.corpus = _Kept.utterances = None


class Utterances:
    """The sentences of all quotes of one corpus, each with those beside it."""

    def __init__(self, corpus: Corpus, limits: QuoteSettings, model: Model | None = None) -> None:
        self._corpus, self.rarity = corpus, Rarity(corpus, limits)
        self._model = model
        self.units = list(units_of(corpus))
        self._common = limits.common_weight
        self._of: dict[tuple[str, str], int] = {(u.fact.article, u.fact.id): i for i, u in enumerate(self.units)}

    def unit(self, article: str, fact: str) -> Unit | None:
        """The sentence of that fact."""
        at = self._of.get((article, fact))
        return None if at is None else self.units[at]

    def beside(self, unit: Unit, step: int) -> Unit | None:
        """What is quoted next (1) or before (-1) and close by; a quotation inside this one is not beside it."""
        at = self._of[unit.fact.article, unit.fact.id] + step
        span = unit.fact.mention.span
        while 0 <= at < len(self.units):
            other = self.units[at]
            if other.fact.article != unit.fact.article or abs(other.paragraph - unit.paragraph) > _APART:
                return None
            there = other.fact.mention.span
            if there.end <= span.start or span.end <= there.start:
                return other
            at += step
        return None

    def of_facts(self, left: Sequence[Fact], right: Sequence[Fact], found: Alignment) -> float:
        """The probability that sentences of quotes, as alignment puts them into a cluster, are one utterance."""
        sides = [[u for f in side if (u := self.unit(f.article, f.id)) is not None] for side in (left, right)]
        return self.likeliest(sides[0], sides[1], found)

    def chance(self, left: Node, right: Node, found: Alignment) -> float:
        """The probability that two nodes are one utterance, of the quotations of theirs that speak for it most."""
        return self.likeliest(left.units, right.units, found)

    def likeliest(self, left: Sequence[Unit], right: Sequence[Unit], found: Alignment) -> float:
        """The highest probability of two quotations, of different articles where there are such."""
        model = self._model or load()
        words = self.words(found)
        best = 0.0
        inside = len({u.fact.article for u in (*left, *right)}) == 1
        for u in left[:_TRIED]:
            for v in right[:_TRIED]:
                if inside or u.fact.article != v.fact.article:
                    signs = words | self.places(u, v)
                    best = max(best, model.score(aspect(signs), signs).probability)
        return best

    def signs(self, u: Unit, v: Unit, found: Alignment) -> Signs:
        """All signs of two quotations, by name."""
        return self.words(found) | self.places(u, v)

    def words(self, found: Alignment) -> Signs:
        """What the words say."""
        from rapidfuzz.distance import LCSseq

        sizes = sorted((len(found.a), len(found.b)))
        in_order = LCSseq.similarity([t.stem for t in found.a], [t.stem for t in found.b])
        lost = sorted(
            sum(t.content for k, t in enumerate(side) if k not in met) for side, met in zip(*_met(found), strict=True)
        )
        return {
            "in order": in_order / max(1, sizes[0]),
            "number in order": float(in_order),
            "share": found.common / max(1, sizes[0]),
            "share of the longer": found.common / max(1, sizes[1]),
            "number": float(found.common),
            "telling": self._telling(found),
            "coverage": found.coverage,
            "run": float(found.run),
            "opening": _alike(found.a, found.b),
            "ending": _alike(found.a[::-1], found.b[::-1]),
            "both lose": float(lost[0]),
            "one loses": float(lost[1]),
        }

    def _telling(self, found: Alignment) -> float:
        return sum(
            t.weight * min(self.rarity.of(t.stem), self._common if t.name else 1.0)
            for i, i2, *_ in found.pairs
            for t in found.a[i:i2]
            if t.content
        )

    def places(self, u: Unit, v: Unit) -> Signs:
        """What the speakers say, and the text about either."""
        around = min(len(u.around), len(v.around))
        return {
            "speaker": _KINSHIP.get(speakers.compare(u.fact, v.fact, self._corpus)),
            "around": context(u, v, self.rarity) if around > 2 else None,
            "beside": self._beside(u, v),
        }

    def _beside(self, u: Unit, v: Unit) -> float | None:
        """How much the quotations next to the two have in common; None where one of them stands alone."""
        mine = [w for step in (-1, 1) if (w := self.beside(u, step)) is not None]
        theirs = [w for step in (-1, 1) if (w := self.beside(v, step)) is not None]
        shares = [_share(w, x) for w in mine for x in theirs]
        return max(shares, default=None)


def aspect(signs: Signs) -> str:
    """Which weights go for two quotations: of one speaker the words have less to say."""
    return "one speaker" if signs["speaker"] == _KINSHIP["same"] else "*"


def _share(u: Unit, v: Unit) -> float:
    one, two = ({t.stem for t in w.found if t.content} for w in (u, v))
    return len(one & two) / min(len(one), len(two)) if len(one & two) > 1 else 0.0


def _met(found: Alignment) -> tuple[tuple[Sequence[Token], Sequence[Token]], tuple[set[int], set[int]]]:
    """Both sides, and which of their words match."""
    left = {k for i, i2, *_ in found.pairs for k in range(i, i2)}
    right = {k for _, _, j, j2, _ in found.pairs for k in range(j, j2)}
    return (found.a, found.b), (left, right)


def _alike(left: Sequence[Token], right: Sequence[Token]) -> float:
    """How many of the first three words are the same."""
    one, other = ([t.form for t in side[:3]] for side in (left, right))
    return float(run(one, other))
