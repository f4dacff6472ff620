"""The attribute ruler with a memory says what the ruler says, of every token, whatever was read before."""

import pytest
import spacy
from spacy.pipeline import AttributeRuler

from crosscheck.extract import attributes
from crosscheck.extract.attributes import Remembering, remember
from crosscheck.extract.parse import load
from crosscheck.settings import Settings
from tests import plainly
from tests.plainly import before

TEXTS = (
    "There is a bridge over the Senn, and there were two before it. Who had built them? Nobody knew that.",
    "We're gonna repair it, you got ta help; let's go, c'm on. It ain't over, y'all know that it wasn't.",
    "The mayor's men have been told.\n\nShe has to go to Harlow ; he'd better not.  (Two spaces, then\ta tab.)",
    'That that is is that that is not is not. This, these and those: which? "To be" — or not to be!',
    "",
    " \n ",
    "12 of 300 £5.20 U.S. e.g. https://harlow.example 5pm #storm @harlow :-) ñandú",
)


@pytest.fixture(scope="module")
def plain():
    return plainly.plain()


def said(doc):
    return [(t.text, t.tag_, t.dep_, t.pos_, str(t.morph), t.lemma_) for t in doc]


def test_every_token_is_told_what_the_ruler_tells_of_it(plain):
    ruler = plain.get_pipe("attribute_ruler")
    ours = Remembering(ruler)
    for text in (*TEXTS, " ".join(TEXTS), *reversed(TEXTS)):
        doc = before(plain, text, "attribute_ruler")
        assert said(ours(doc.copy())) == said(ruler(doc))


def test_so_is_every_token_where_memory_is_short(plain, monkeypatch):
    monkeypatch.setattr(attributes, "MOST", 12)
    ruler = plain.get_pipe("attribute_ruler")
    ours = Remembering(ruler)
    for text in (*TEXTS, *TEXTS):
        doc = before(plain, text, "attribute_ruler")
        assert said(ours(doc.copy())) == said(ruler(doc))


def test_later_rules_have_precedence_whatever_they_look_at():
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "to"}]], {"POS": "PART"})
    ruler.add([[{"LOWER": "going"}, {"LOWER": "to"}]], {"POS": "AUX", "LEMMA": "to"}, index=-1)
    ruler.add([[{"LOWER": "to"}]], {"POS": "ADP"})
    ruler.add([[{"LOWER": "to"}, {"LOWER": "be"}]], {"MORPH": "VerbForm=Inf"}, index=1)
    ours = Remembering(ruler)
    for text in ("going to be", "to be", "going to", "be to going to be to be"):
        assert said(ours(nlp.make_doc(text))) == said(ruler(nlp.make_doc(text)))
    assert [t.pos_ for t in ours(nlp.make_doc("going to be"))] == ["", "ADP", ""]


def test_the_pipeline_that_articles_are_read_with_remembers():
    assert attributes.NAME in load(Settings().model).pipe_names


@pytest.mark.parametrize(
    "rule",
    [
        {"patterns": [[{"SHAPE": "Xxx"}]], "attrs": {"POS": "PROPN"}},
        {"patterns": [[{"LOWER": "to", "OP": "+"}]], "attrs": {"POS": "ADP"}},
        {"patterns": [[{"LOWER": "to"}]], "attrs": {"NORM": "too"}},
    ],
)
def test_rules_of_another_kind_are_left_to_the_ruler(rule):
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler").add(**rule)
    remember(nlp)
    assert nlp.pipe_names == ["attribute_ruler"]


def test_a_ruler_after_a_component_that_sets_the_same_is_left_alone():
    nlp = spacy.blank("en")
    nlp.add_pipe("morphologizer")
    nlp.add_pipe("attribute_ruler").add([[{"LOWER": "to"}]], {"POS": "ADP"})
    remember(nlp)
    assert isinstance(nlp.get_pipe("attribute_ruler"), AttributeRuler)


def test_a_pipeline_without_a_ruler_stays_as_it_is():
    nlp = spacy.blank("en")
    remember(nlp)
    assert nlp.pipe_names == []
