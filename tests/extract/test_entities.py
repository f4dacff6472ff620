"""Entities whose scores are made all at once are those of spaCy's own recogniser, word by word."""

import random

import pytest
import spacy
from spacy.attrs import ENT_IOB, ENT_TYPE
from spacy.tokens import Span

from crosscheck.extract.entities import NAME, AtOnce, at_once
from crosscheck.extract.parse import load
from crosscheck.settings import Settings
from tests.plainly import before, plain

TEXTS = (
    "Ann Reed told the BBC on Monday, 3 May 2021, that Acme Corp of New York had paid $3.5 million to the Senn Valley "
    "Water Board in Harlow. Reed, 45, left the Board of Trustees of the University of East Harlow in 2019.",
    "London",
    " ",
    "\n\n  \n Paris \n\n Hilton \n",
    "In the first six months of last year some 1,200,000 people from the Democratic Republic of the Congo",
    "LONDON PARIS NEW YORK TOKYO\nMONDAY TUESDAY 12 13 14 per cent £5 $6 €7 John John John John",
    "she said , that , ; ( nothing ) here is named",
)


@pytest.fixture(scope="module")
def nlp():
    return plain()


def marked(doc):
    return [(t.text, t.ent_iob_, t.ent_type_) for t in doc]


def shuffled():
    """Words in any order, with breaks that cut entities: where a name meets the end of a sentence or of the text."""
    dice = random.Random(7)
    words = " ".join(TEXTS).split()
    for _ in range(20):
        some = dice.sample(words, dice.randint(1, 40))
        yield "".join(word + dice.choice([" ", " ", " ", "  ", ". ", "\n\n"]) for word in some)


def test_every_word_is_marked_as_the_recogniser_marks_it(nlp):
    recogniser = nlp.get_pipe("ner")
    ours = AtOnce(recogniser)
    found = 0
    for text in (*TEXTS, " ".join(TEXTS), *shuffled()):
        doc = before(nlp, text, "ner")
        told = marked(recogniser(doc.copy()))
        assert marked(ours(doc)) == told
        found += sum(iob == "I" for _, iob, _ in told)
    assert found > 50  # entities of several words are among them


def test_no_entity_goes_on_into_another_sentence(nlp):
    ours = AtOnce(nlp.get_pipe("ner"))
    doc = nlp.make_doc("He met Ann Reed and the University of East Harlow")
    for at in range(len(doc)):
        doc[at].is_sent_start = True
    for name in ("tok2vec", "tagger"):
        doc = nlp.get_pipe(name)(doc)
    assert all(len(ent) == 1 for ent in ours(doc).ents)


def test_texts_with_entities_marked_before_keep_them(nlp):
    recogniser = nlp.get_pipe("ner")
    ours = AtOnce(recogniser)
    doc = before(nlp, TEXTS[0], "ner")
    doc.set_ents([Span(doc, 2, 5, label="EVENT")], default="unmodified")
    assert marked(ours(doc.copy())) == marked(recogniser(doc.copy()))
    assert (ours(doc).to_array([ENT_IOB, ENT_TYPE])[2:5, 1] == nlp.vocab.strings["EVENT"]).all()


def test_the_pipeline_that_articles_are_read_with_scores_at_once():
    assert NAME in load(Settings().model).pipe_names


def test_a_recogniser_that_searches_with_a_beam_is_left_alone():
    nlp = plain()
    nlp.get_pipe("ner").cfg["beam_width"] = 4
    at_once(nlp)
    assert "ner" in nlp.pipe_names and NAME not in nlp.pipe_names


def test_a_pipeline_without_a_recogniser_stays_as_it_is():
    nlp = spacy.blank("en")
    at_once(nlp)
    assert nlp.pipe_names == []
