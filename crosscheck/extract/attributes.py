"""spaCy's attribute ruler with a memory: what its rules say of a word with its tag and role is worked out once.

The ruler sets word class, morphology and some lemmas by some 180 rules, and holds every one against every token of
every text: a seventh of the whole parse. Nearly all look at one token alone, at its form, tag and role: what they say
of it is the same in every text. The few rules over several tokens ("gon na", "there is") are looked for by themselves.
The result is the ruler's own, token by token.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

NAME = "crosscheck_attributes"
_ASKED = frozenset({"ORTH", "TEXT", "LOWER", "IS_SPACE", "TAG", "DEP"})  # what a key below tells
_TOLD = (POS, MORPH, LEMMA, TAG, DEP)
# what may stand before the ruler: none of these sets a class, morphology or lemma
_BEFORE = frozenset({"tok2vec", "transformer", "tagger", "parser", "senter", "ner", "crosscheck_paragraphs"})
MOST = 100_000  # words remembered, some 50 MB; then all are forgotten, and the common ones are soon known again

Key = tuple[int, int, int]  # form, tag, role


class Remembering:
    """A component of the pipeline in the place of its ruler. Texts change nothing but how fast it is."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self.ruler = ruler
        self._rules: dict[Key, tuple[int, ...]] = {}  # those that apply to a token, in the order in which they do
        self._told: dict[Key, tuple[int, ...]] = {}  # what they make of it, as _TOLD
        self._longer = Matcher(ruler.vocab)
        for number, rule in enumerate(ruler.patterns):
            if patterns := [pattern for pattern in rule["patterns"] if len(pattern) > 1]:
                self._longer.add(str(number), patterns)

    def __call__(self, doc: Doc) -> Doc:
        """Set what the rules say of every token."""
        if not len(doc):
            return doc
        keys: list[Key] = list(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist()))
        self._learn(keys)
        told = [self._told[key] for key in keys]
        for at, rules in self._over_several(doc).items():
            told[at] = self._merged(keys[at], sorted([*self._rules[keys[at]], *rules]))
        return doc.from_array(list(_TOLD), np.array(told, dtype=np.uint64))

    def _learn(self, keys: Iterable[Key]) -> None:
        """Ask the ruler about the words that are new, as of a text in which each stands once."""
        new = [key for key in dict.fromkeys(keys) if key not in self._told]
        if len(self._told) + len(new) > MOST:
            self._told.clear()
            self._rules.clear()
            new = list(dict.fromkeys(keys))
        if not new:
            return
        strings = self.ruler.vocab.strings
        words, tags, roles = ([strings[key[place]] for key in new] for place in range(3))
        doc = Doc(self.ruler.vocab, words=words, tags=tags, deps=roles, heads=list(range(len(new))))
        found: list[list[int]] = [[] for _ in new]
        for rule, _, start, end in self.ruler.match(doc):
            if end - start == 1:
                found[start].append(rule)
        for key, rules in zip(new, found, strict=True):
            self._rules[key] = tuple(rules)
            self._told[key] = self._merged(key, rules)

    def _over_several(self, doc: Doc) -> dict[int, list[int]]:
        """Rules over several tokens that apply, by the token that they tell something of."""
        found: dict[int, list[int]] = {}
        for name, start, end in self._longer(doc, allow_missing=True) if len(self._longer) else ():
            rule = int(self.ruler.vocab.strings[name])
            index = self.ruler.indices[rule]
            found.setdefault(start + index if index >= 0 else end + index, []).append(rule)
        return found

    def _merged(self, key: Key, rules: Iterable[int]) -> tuple[int, ...]:
        told = {TAG: key[1], DEP: key[2]}
        for rule in rules:  # later rules have precedence
            told |= self.ruler.attrs[rule]
        return tuple(told.get(name, 0) for name in _TOLD)


def remember(nlp: Language) -> None:
    """Put a ruler with a memory in the place of a pipeline's ruler, where its rules are of the kind that it knows."""
    if "attribute_ruler" not in nlp.pipe_names:
        return
    before = nlp.pipe_names[: nlp.pipe_names.index("attribute_ruler")]
    ruler = nlp.get_pipe("attribute_ruler")
    if (
        isinstance(ruler, AttributeRuler)
        and _BEFORE.issuperset(before)
        and all(map(_plain, ruler.patterns, ruler.attrs))
    ):
        nlp.add_pipe(NAME, before="attribute_ruler")
        nlp.remove_pipe("attribute_ruler")


@Language.factory(NAME)  # type: ignore[untyped-decorator]
def _made(nlp: Language, name: str) -> Remembering:
    return Remembering(nlp.get_pipe("attribute_ruler"))


def _plain(rule: dict[str, Any], told: dict[int, int]) -> bool:
    """Whether a rule asks of each token only what its form, tag and role tell, and sets only what is remembered."""
    asked = {name for pattern in rule["patterns"] for token in pattern for name in token}
    return asked <= _ASKED and set(told) <= set(_TOLD)
