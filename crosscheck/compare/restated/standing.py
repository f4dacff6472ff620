"""Where a fact stands, and the signs that two facts stand in one slot; no value is among them.

In: facts of a corpus. Out: :class:`Setting`, made once a fact, and numbers or None for unknown by the name of the sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from crosscheck.compare.restated.sentences import Wording, around, content, sentence_words
from crosscheck.compare.restated.times import form
from crosscheck.kinds.values import canonical
from crosscheck.linking.signs import overlap
from crosscheck.linking.words import alike
from crosscheck.model import Corpus, Fact, Frame

Signs = dict[str, float | None]
_EMPTY = Frame()


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """Where a fact stands, as indexes of words: of its sentence, its clause, the sentences beside; and other values."""

    fact: Fact
    frame: Frame
    sort: str
    told: Any
    clause: Any
    beside: Any
    wide: Any  # of the sentence and those beside
    names: frozenset[str]
    others: frozenset[str]


class Standing:
    """Makes the settings of one corpus."""

    def __init__(self, corpus: Corpus, wording: Wording) -> None:
        self._corpus, self._wording = corpus, wording
        self._values = _values(corpus)

    def of(self, fact: Fact, sort: str) -> Setting:
        """The setting of a fact that fills a slot of this sort."""
        extraction = self._corpus.extractions[fact.article]
        index = fact.mention.sentence
        sentence = extraction.sentences[index]
        frame = fact.mention.frame or _EMPTY
        own = content(fact.mention.text.casefold().replace("-", " ").split())
        if fact.kind == "figure":
            own -= {fact.mention.attrs.get("counted", ""), frame.head}
        clause = content(
            (frame.verb.partition("_")[0], frame.head, *frame.mods, *frame.subject, *frame.object, *frame.others)
        ) | content((*frame.path, *frame.names))
        span = fact.mention.span
        others = {v for s, v in self._values.get((fact.article, index), ()) if not s.overlaps(span)}
        told = sentence_words(sentence) - own
        beside = around(extraction.sentences, index)
        return Setting(
            fact=fact,
            frame=frame,
            sort=sort,
            told=self._wording.indexes(told),
            clause=self._wording.indexes(clause - own),
            beside=self._wording.indexes(beside),
            wide=self._wording.indexes(told | beside),
            names=frozenset(w for n in sentence.names for w in n.casefold().split()) - own,
            others=frozenset(others),
        )

    def signs(self, a: Setting, b: Setting) -> Signs:
        """Signs that two facts stand in one slot; no value among them."""
        w, f, g = self._wording, a.frame, b.frame
        mine, theirs = w.weight(a.told), w.weight(b.told)
        told, back = w.shared(a.told, b.told)
        clause = w.shared(a.clause, b.told)[0], w.shared(a.told, b.clause)[1]
        return {
            "told": told,
            "of mine": _share(told, mine),
            "of theirs": _share(back, theirs),
            "beside": _share(w.shared(a.told, b.wide)[0], mine),
            "around": _share(w.shared(a.beside, b.told)[1], theirs),
            "clause": _share(clause[0], w.weight(a.clause)),
            "clause back": _share(clause[1], w.weight(b.clause)),
            "clause both": _share(w.shared(a.clause, b.clause)[0], w.weight(a.clause)),
            "verb": _alike(f.verb, g.verb),
            "head": _alike(f.head, g.head),
            "subject": _best(f.subject, g.subject),
            "object": _best(f.object, g.object),
            "one slot": None if not f.slot or not g.slot else float(f.slot == g.slot),
            "beside it": float(len(set(f.left[:3] + f.right[:3]) & set(g.left[:3] + g.right[:3]))),
            "names": overlap(a.names, b.names),
            "values": float(len(a.others & b.others)) if a.others and b.others else None,
            "future": None if not f.tense or not g.tense else float((f.tense == "future") == (g.tense == "future")),
            "unit": _unit(a.fact, b.fact),
            "form": float(a.fact.mention.attrs.get("form") == b.fact.mention.attrs.get("form")),
        }


def value_of(fact: Fact) -> str:
    """A string that facts of one value share; of a weekday its name, whatever the week."""
    if form(fact) == "weekday":
        return getattr(fact.value, "weekday", None) or canonical(fact)
    return canonical(fact)


def _values(corpus: Corpus) -> dict[tuple[str, int], list[tuple[Any, str]]]:
    """Figures and dates of each sentence, by (article, sentence): span and value."""
    found: dict[tuple[str, int], list[tuple[Any, str]]] = {}
    for kind in ("figure", "date"):
        for fact in corpus.facts(kind):
            value = value_of(fact)
            if value not in ("1..1", "1..1 person"):
                found.setdefault((fact.article, fact.mention.sentence), []).append((fact.mention.span, value))
    return found


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _alike(a: str, b: str) -> float | None:
    if not a or not b:
        return None
    return alike(a, b)


def _best(a: Sequence[str], b: Sequence[str]) -> float | None:
    if not a or not b:
        return None
    if set(a) & set(b):
        return 1.0
    return max((s for x in a[:4] for y in b[:4] if (s := alike(x, y)) is not None), default=None)


def _unit(a: Fact, b: Fact) -> float | None:
    """How alike the things counted are."""
    one, two = a.mention.attrs.get("counted", ""), b.mention.attrs.get("counted", "")
    if not one and not two:
        return None
    return _alike(one, two) if one and two else 0.0
