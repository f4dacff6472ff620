"""spaCy's greedy recogniser of entities, with its scores made for all words at once.

The recogniser goes from word to word and asks its network for a move each time, though outside of an entity what the
network says of a word depends on that word alone, and inside on the word, the one before and where the entity began.
So here one product of matrices scores all words as if no entity were open, and one more for each further word of the
longest entity scores those in which one is. The moves are the recogniser's own, in less than half of its time: a
fifth of the whole parse.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from thinc.api import NumpyOps

NAME = "crosscheck_entities"
_CONTEXT = 3  # words that a state is made of: this one, the first of the open entity, the one before
_OPENS, _UNIT, _OUT = "B", "U", "O"
_NOTHING = 0  # place of what stands for no word among the words' features

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class AtOnce:
    """A component of the pipeline in the place of its recogniser; texts with entities marked before go to that."""

    def __init__(self, recogniser: EntityRecognizer) -> None:
        self.recogniser = recogniser
        moves = [recogniser.moves.get_class_name(n).partition("-") for n in range(recogniser.moves.n_moves)]
        self._kinds = np.array([kind for kind, _, _ in moves])
        self._labels = [label for _, _, label in moves]
        self._ready = np.isin(self._kinds, (_OPENS, _UNIT)) & np.array([bool(label) for label in self._labels])
        places = {(kind, label): n for n, (kind, _, label) in enumerate(moves)}
        # of each move that opens an entity, the two that may follow: on, and to its end
        self._on = np.array([places.get(("I", label), -1) for label in self._labels])
        self._end = np.array([places.get(("L", label), -1) for label in self._labels])

    def __call__(self, doc: Doc) -> Doc:
        """Mark the entities."""
        if not len(doc) or doc.to_array(ENT_IOB).any():
            marked: Doc = self.recogniser(doc)
            return marked
        features = self._features(doc)
        starts = doc.to_array(SENT_START) == 1
        ends = np.append(starts[1:], True)  # words after which no entity goes on
        moves = self._alone(features, ends, doc.to_array(IS_SPACE).astype(bool))
        kinds = self._kinds[moves]
        opened = np.flatnonzero(kinds == _OPENS)
        last = dict(zip(opened.tolist(), self._lasts(features, ends, opened, moves[opened]).tolist(), strict=True))
        spans, at = [], 0
        for place in np.flatnonzero(kinds != _OUT).tolist():
            if place >= at:
                at = last.get(place, place) + 1
                spans.append(Span(doc, place, at, label=self._labels[moves[place]]))
        doc.set_ents(spans, default="outside")
        return doc

    def _features(self, doc: Doc) -> Floats:
        """What each word adds in each place of a state, shape (words + 1, places, hidden, pieces); 0 is no word."""
        words, lower = self.recogniser.model.layers[:2]
        found: Floats = lower.predict(words.predict([doc]))
        return found

    def _scores(self, features: Floats, *places: Ints) -> Floats:
        """Scores of all moves, shape (states, moves): ``places`` are the words of the states in ``features``."""
        _, lower, upper = self.recogniser.model.layers
        hidden = np.zeros((len(places[0]), *features.shape[2:]), dtype=np.float32)
        for number, some in enumerate(places):
            hidden += features[some, number]
        hidden += lower.get_param("b")
        found: Floats = upper.predict(hidden.max(axis=2))
        return found

    def _alone(self, features: Floats, ends: NDArray[np.bool_], space: NDArray[np.bool_]) -> Ints:
        """The best move at each word where no entity is open."""
        words = np.arange(1, len(features))
        none = np.full(len(words), _NOTHING)
        scores = self._scores(features, words, none, none)
        scores[:, ~self._ready & (self._kinds != _OUT)] = -np.inf
        scores[np.ix_(space, self._kinds != _OUT)] = -np.inf
        scores[np.ix_(ends, self._kinds == _OPENS)] = -np.inf
        best: Ints = scores.argmax(axis=1)
        return best

    def _lasts(self, features: Floats, ends: NDArray[np.bool_], opened: Ints, moves: Ints) -> Ints:
        """The last word of each entity that these words open: all of them go on by a word at a time."""
        last = opened + 1
        going = np.flatnonzero(~ends[last])
        while len(going):
            here = last[going]
            scores = self._scores(features, here + 1, opened[going] + 1, here)
            rows = np.arange(len(going))
            on, end = self._on[moves[going]], self._end[moves[going]]
            further = np.where(on < end, scores[rows, on] >= scores[rows, end], scores[rows, on] > scores[rows, end])
            going = going[further]
            last[going] += 1
            going = going[~ends[last[going]]]
        return last


def at_once(nlp: Language) -> None:
    """Put a recogniser that scores all words at once in the place of a pipeline's, where it is of a known kind."""
    if "ner" not in nlp.pipe_names or not _known(nlp.get_pipe("ner")):
        return
    nlp.add_pipe(NAME, before="ner")
    nlp.remove_pipe("ner")


@Language.factory(NAME, assigns=["doc.ents", "token.ent_iob", "token.ent_type"])  # type: ignore[untyped-decorator]
def _made(nlp: Language, name: str) -> AtOnce:
    return AtOnce(nlp.get_pipe("ner"))


def _known(recogniser: Any) -> bool:
    """Whether it is greedy, on the processor, of the usual moves, and looks at the three words of a state."""
    if type(recogniser) is not EntityRecognizer or recogniser.cfg.get("beam_width") != 1:
        return False
    model = recogniser.model
    if len(model.layers) != _CONTEXT or not model.attrs.get("has_upper") or model.attrs.get("unseen_classes"):
        return False
    lower, moves = model.layers[1], recogniser.moves
    names = [moves.get_class_name(n).partition("-") for n in range(moves.n_moves)]
    pairs = [{label for kind, _, label in names if kind == wanted and label} for wanted in "BILU"]
    return (
        isinstance(model.ops, NumpyOps)
        and lower.get_dim("nF") == _CONTEXT
        and lower.get_dim("nP") >= 2
        and all(some == pairs[0] for some in pairs)
        and [kind for kind, _, _ in names].count(_OUT) == 1
    )
