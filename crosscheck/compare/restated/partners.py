"""For each fact of a draft the slot of the sources that its clause retells, and whether the draft departs from it.

Two steps, both by fitted weights (restated.json, made by :mod:`crosscheck.training.restated`): how surely a fact of a
source stands in the slot that the draft's fact stands in (``slot``), by words alone, never by values; then, for the
surest value, how surely the draft should have had it (``departs``): by how much surer it is than any other, whether a
source has the draft's own value somewhere, and whether the draft tells the sources' value in another place.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from crosscheck.compare.draft import drafts
from crosscheck.compare.restated.asked import Asked, Group, called_so, grouped, logit, one_sentence, turned
from crosscheck.compare.restated.days import Dates
from crosscheck.compare.restated.derived import made_here
from crosscheck.compare.restated.faithful import Faith
from crosscheck.compare.restated.lengths import Lengths
from crosscheck.compare.restated.lost import Swap
from crosscheck.compare.restated.names import Names
from crosscheck.compare.restated.quoted import Quotes
from crosscheck.compare.restated.sentences import Wording
from crosscheck.compare.restated.slips import is_slip
from crosscheck.compare.restated.slots import HOLDS, Figures, Slots, elided, ends_in
from crosscheck.compare.restated.standing import Setting, Signs, Standing
from crosscheck.compare.restated.superseded import Superseded
from crosscheck.compare.restated.times import form
from crosscheck.compare.restated.titled import Retitled, retitled
from crosscheck.compare.sourcetext import SourceText
from crosscheck.linking.scorer import Model
from crosscheck.model import Corpus, Fact
from crosscheck.settings import Settings

FILE = Path(__file__).with_name("restated.json")
Kind = type[Figures] | type[Dates] | type[Lengths]
KINDS: tuple[Kind, ...] = (Figures, Dates, Lengths)
_NOT = re.compile(r"\bnot (?:to |the |by |on |in |at |of )?$")
_LEAD = 12  # characters before a value
_WORD = re.compile(r"[^\W\d_]+")
_NOUN, _BEFORE = 40, 2  # characters and words before a day, its preposition among them, where its noun may stand


class Restated(msgspec.Struct, frozen=True, kw_only=True):
    """A fact of a draft and those of the sources in whose slot it stands, the surest first; how surely, and why."""

    fact: Fact
    sources: tuple[Fact, ...]
    probability: float
    known: bool  # a source has the draft's value, in another place
    signs: Signs


@cache
def load() -> dict[str, Model]:
    """The shipped weights, of ``slot`` and ``departs``."""
    return msgspec.convert(json.loads(FILE.read_text(encoding="utf-8")), dict[str, Model])


class Partners:
    """Finds the slots of one corpus."""

    def __init__(self, corpus: Corpus, settings: Settings, models: dict[str, Model] | None = None) -> None:
        self._corpus, self._settings = corpus, settings
        self._models = models
        self._mine = drafts(corpus)
        self._wording = Wording(corpus, settings.restated)
        self._text = SourceText(corpus)
        self.standing = Standing(corpus, self._wording)
        self._asked: dict[type, Asked] = {}
        self._names: Names | None = None
        sources = [f for f in corpus.facts("figure") if f.article not in self._mine]
        self._older = Superseded(corpus, sources, settings.figures)
        self._stale_ones: dict[str, bool] = {}
        self._faith = Faith(self._told, lambda article: self.names().told(article), settings.restated)

    def names(self) -> Names:
        """The names of places and bodies, for those that the draft tells otherwise."""
        if self._names is None:
            limits = self._settings.restated, self._settings.names
            self._names = Names(self._corpus, self._mine, self._wording, self._text, *limits)
        return self._names

    def quotes(self) -> Quotes:
        """The quotes, for those that the draft changes or gives to another."""
        return Quotes(self._corpus, self._mine, self.names(), self._text, self._settings.restated)

    def titles(self) -> Iterator[Retitled]:
        """The titles that the draft gives otherwise."""
        return retitled(self._corpus, self._mine, self._text, self._settings.restated)

    def of(self, make: Kind) -> Iterator[Restated]:
        """The departures of one kind, in the order of the draft."""
        asked = self.asked(make)
        for i in range(len(asked.mine)):
            found = self._departure(i, asked)
            if found is not None:
                yield found

    def asked(self, make: Kind) -> Asked:
        """What there is of one kind, kept."""
        if make not in self._asked:
            facts = self._corpus.facts(make.kind)
            slots = make(self._corpus, [f for f in facts if f.article not in self._mine], self._text, self._settings)
            made = [self.standing.of(f, sort) for f in facts if (sort := slots.sort(f)) and not self._heading(f)]
            own = [s for s in made if s.fact.article in self._mine and not elided(s.fact)]
            mine = own[: self._settings.restated.most_facts]
            theirs = [s for s in made if s.fact.article not in self._mine and not self._denied(s.fact)]
            near = list(self.near(mine, theirs))
            carried = [
                slots.told_otherwise(a.fact)
                or any(slots.carries(a.fact, theirs[j].fact) for j in found)
                or make is Figures
                and self._older.shifted(a.fact)
                for a, found in zip(mine, near, strict=True)
            ]
            if make is Figures:
                carried = made_here([a.fact for a in mine], carried, self._settings.restated)
            self._asked[make] = Asked(slots, mine, theirs, near, carried)
        return self._asked[make]

    def faithful(self, article: str, sentence: int) -> bool:
        """True where a draft, one sentence left out, brings hardly any facts and names that no source has."""
        return self._faith.faithful(article, sentence)

    def _told(self, article: str) -> list[tuple[int, bool]]:
        """The facts of a draft: the sentence of each, and whether a source has it."""
        return [
            (a.fact.mention.sentence, ok)
            for kind in map(self.asked, KINDS)
            for a, ok in zip(kind.mine, kind.carried, strict=True)
            if a.fact.article == article
        ]

    def swaps(self) -> Iterator[Swap]:
        """The names of places and bodies that the draft tells otherwise."""
        return self.names().swaps(self.faithful)

    def _denied(self, fact: Fact) -> bool:
        """True for the value that a source takes back: "12, not 14"."""
        start = fact.mention.span.start
        return _NOT.search(self._corpus.articles[fact.article].text, max(0, start - _LEAD), start) is not None

    def _heading(self, fact: Fact) -> bool:
        """True in a draft's headline, which plays with words."""
        return fact.article in self._mine and self._corpus.sentence(fact).headline

    # --- what the draft has from a source --------------------------------------------------------------------------

    def follows(self, make: Kind, fact: Fact, others: Sequence[Fact]) -> bool:
        """True where a fact of the draft has its value from a source, whatever ``others`` tell."""
        asked = self.asked(make)
        i = next((i for i, a in enumerate(asked.mine) if a.fact is fact), None)
        return i is not None and asked.follows(i, self.chances(asked)[i], others)

    # --- how surely one slot ---------------------------------------------------------------------------------------

    def chances(self, asked: Asked) -> list[dict[int, float]]:
        """For each fact of the draft, by index, how surely facts of the sources stand in its slot; kept."""
        if not asked.chances and asked.mine:
            model = (self._models or load())["slot"]
            for a, near in zip(asked.mine, asked.near, strict=True):
                scored = {j: model.score("*", self.standing.signs(a, asked.theirs[j])).probability for j in near}
                asked.chances.append(scored)
        return asked.chances

    def near(self, mine: Sequence[Setting], theirs: Sequence[Setting]) -> Iterator[list[int]]:
        """For each of mine the facts of the same sort whose sentences share most with it, a fixed number at most."""
        limits = self._settings.restated
        by_sort: dict[str, list[int]] = defaultdict(list)
        telling: dict[tuple[str, int], list[int]] = defaultdict(list)
        for j, b in enumerate(theirs):
            by_sort[b.sort].append(j)
            for word in b.told.tolist():
                telling[b.sort, word].append(j)
        for a in mine:
            found = by_sort.get(a.sort, [])
            if len(found) > limits.partners:
                postings = (telling.get((a.sort, word), []) for word in a.told.tolist())
                shared = Counter(j for posting in postings if len(posting) <= limits.posting for j in posting)
                found = sorted(j for j, _ in sorted(shared.items(), key=lambda p: (-p[1], p[0]))[: limits.partners])
            yield found

    # --- whether the draft departs ---------------------------------------------------------------------------------

    def _departure(self, i: int, asked: Asked) -> Restated | None:
        fact, slots = asked.mine[i].fact, asked.slots
        newer = self._superseded(i, asked)
        if newer is not None:
            return newer
        groups = grouped(self.chances(asked)[i], asked.theirs)
        carrying = [g for g in groups if slots.carries(fact, g.facts[0])]
        against = (g for g in groups if slots.stands_against(fact, g.facts[0]))
        best = next((g for g in against if not self._stale(g.facts[0])), None)
        if best is None or any(g.chance >= best.chance for g in carrying):
            return None
        swapped = None if carrying else turned(fact, groups, self._settings.restated.turned_from)
        known = asked.carried[i] and not swapped
        if not self.faithful(fact.article, fact.mention.sentence):
            return None
        if known and (asked.beside(i, best) or self._known_well(i, asked, best, carrying)):
            return None
        strict = self._faith.strictly(fact.article, fact.mention.sentence)
        slip = (
            strict and not known and next((g for g in groups if g is swapped or self._mistyped(fact, g, slots)), None)
        )
        best = slip or best
        signs = self.departs_signs(i, asked, best, groups, carrying, known)
        signs["stamped"] = float(slots.stamped(fact))
        probability = (self._models or load())["departs"].score("*", signs).probability
        limits = self._settings.restated
        if slip:
            probability = max(probability, limits.sure_slip)
        else:
            if known:
                least = limits.strict_known_from if strict and fact.kind == "date" else limits.known_from
            else:
                least = limits.strict_from if strict else limits.loud_from
            if probability < least or not strict and self._retold(i, asked, best) < limits.least_retold:
                return None
        likely = [f for f, c in zip(best.facts, best.chances, strict=True) if c >= best.chance / 2]
        return Restated(fact=fact, sources=tuple(likely), probability=probability, known=known, signs=signs)

    def _known_well(self, i: int, asked: Asked, best: Group, carrying: Sequence[Group]) -> bool:
        """True for a value of the sources that the draft may rightly have here, though another one's slot is surer."""
        fact, other = asked.mine[i].fact, best.facts[0]
        if fact.kind == "figure":
            known = asked.elsewhere(i, best) or called_so(fact, best, carrying)
            return known or self._older.outlived(fact, best.facts)
        if any(self._led_alike(fact, f) for g in carrying for f in g.facts):
            return True
        clear = not carrying or logit(best.chance) - logit(carrying[0].chance) >= self._settings.restated.known_clear
        if not clear or form(fact) != form(other):
            return True
        facts = self._corpus.extractions[other.article].facts
        told = (f for f in facts if one_sentence(f, other) and f.kind == fact.kind and not self._denied(f))
        return any(asked.slots.relate(fact, f) in HOLDS for f in told)

    def _led_alike(self, fact: Fact, other: Fact) -> bool:
        """True for a day behind the noun that a source dates by it: "the vote on Saturday", "Saturday's vote"."""
        noun = other.mention.attrs.get("noun", "")
        start = fact.mention.span.start
        before = _WORD.findall(self._corpus.articles[fact.article].text, max(0, start - _NOUN), start)
        return bool(noun) and any(w.casefold().startswith(noun) for w in before[-_BEFORE:])

    def _superseded(self, i: int, asked: Asked) -> Restated | None:
        """A figure that the sources have taken back, in a draft that keeps to them."""
        fact = asked.mine[i].fact
        if not asked.carried[i] or fact.kind != "figure" or not self.faithful(fact.article, fact.mention.sentence):
            return None
        newer = [n for n in self._older.newer(fact, [a.fact for a in asked.mine]) if not ends_in(fact, n)]
        sure = self._settings.restated.sure_newer
        return Restated(fact=fact, sources=tuple(newer), probability=sure, known=True, signs={}) if newer else None

    def _stale(self, fact: Fact) -> bool:
        """True for a figure of a source that the sources have taken back."""
        if fact.kind != "figure":
            return False
        if fact.id not in self._stale_ones:
            self._stale_ones[fact.id] = bool(self._older.newer(fact, ()))
        return self._stale_ones[fact.id]

    def _mistyped(self, fact: Fact, group: Group, slots: Slots) -> bool:
        """True where the draft's value may be that of the sources with its digits changed."""
        sure = fact.kind != "figure" or group.chance >= self._settings.restated.slip_from
        return sure and slots.stands_against(fact, group.facts[0]) and is_slip(fact, group.facts[0])

    def _retold(self, i: int, asked: Asked, best: Group) -> float:
        """The largest share of the draft's sentence that one of the facts' sentences tells."""
        mine, told = asked.mine[i], {f.id for f in best.facts}
        whole = self._wording.weight(mine.told)
        theirs = (asked.theirs[j] for j in self.chances(asked)[i])
        shared = [self._wording.shared(mine.told, b.wide)[0] for b in theirs if b.fact.id in told]
        return max(shared) / whole if whole else 0.0

    def departs_signs(
        self, i: int, asked: Asked, best: Group, groups: Sequence[Group], carrying: Sequence[Group], known: bool
    ) -> Signs:
        """Signs that fact ``i`` of the draft should have the value of ``best``."""
        chances, mine, slots = self.chances(asked), asked.mine, asked.slots
        at = {asked.theirs[j].fact.id: j for j in chances[i]}
        told = [at[f.id] for f in best.facts]
        rivals = [g.chance for g in groups if g is not best and g not in carrying]
        others = [
            (max(chances[k].get(j, 0.0) for j in told), slots.relate(other.fact, best.facts[0]) in HOLDS)
            for k, other in enumerate(mine)
            if k != i and other.sort == mine[i].sort
        ]
        elsewhere = [chance for chance, same in others if same]
        return {
            "slot": logit(best.chance),
            "over rivals": logit(best.chance) - logit(max(rivals)) if rivals else None,
            "rivals": float(len(rivals)),
            "known": 2.0 if carrying else float(known),
            "over carrying": logit(best.chance) - logit(max(g.chance for g in carrying)) if carrying else None,
            "told elsewhere": logit(max(elsewhere)) - logit(best.chance) if elsewhere else None,
            "over takers": logit(best.chance) - logit(max(c for c, _ in others)) if others else None,
            "tellers": float(sum(c >= best.chance / 2 for c in best.chances)),
        }
