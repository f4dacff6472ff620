"""spaCy's own pipeline as its model has it, and what it says of a text before one of its components."""

from __future__ import annotations

import warnings

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from crosscheck.settings import Settings


def plain() -> Language:
    """The model's pipeline, none of its components replaced."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a pipeline of another minor version
        return spacy.load(Settings().model)


def before(nlp: Language, text: str, wanted: str) -> Doc:
    """A text as it is when the component of that name is asked."""
    doc = nlp.make_doc(text)
    for name, component in nlp.pipeline:
        if name == wanted:
            return doc
        doc = component(doc)
    raise AssertionError(f"no {wanted}")
