"""Candidates and their signs as columns: the same as of one pair, however many are looked at together."""

from __future__ import annotations

import sys

import pytest

from crosscheck.align import align
from crosscheck.align.events import index_of
from crosscheck.judging import clashes
from crosscheck.kinds import Kind
from crosscheck.linking import pair_signs
from crosscheck.linking.candidates import Candidate, candidates
from crosscheck.linking.columns import Columns, Weighed, relations
from crosscheck.linking.context import Contexts
from crosscheck.linking.scorer import load
from crosscheck.model import Corpus, Fact
from crosscheck.read import make_article
from crosscheck.settings import Settings
from crosscheck.workers import extract_one

TEXTS = (
    "Bus crash near Delmar\n\nOn Monday a bus overturned near Delmar, killing {dead} people and injuring {hurt}.\n\n"
    "The repairs will cost $4 million, and the road stays shut until {day}. It was closed for three days in 2019.\n",
    "Crash of a bus\n\nA bus overturned near Delmar on Monday. {dead} people were killed and {hurt} were injured.\n\n"
    "The road is shut until {day}, and repairs cost $4 million, 12 percent more than in 2019. Nobody was arrested.\n",
    "{dead} dead in crash\n\nThe bus overturned on Monday at 6 p.m. near Delmar; {dead} people died.\n\n"
    "Some {hurt} were injured between 1 May and 3 May. The driver, 54, lives in Ostley, 4 miles north of Delmar.\n\n"
    "It happened in the 1800 block of Hewer Avenue in west Delmar, not at 12 Corn Street or in east Ostley.\n",
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    told = [t.format(dead=n, hurt=n * 3, day=d) for t in TEXTS for n, d in ((10, "Friday"), (12, "Sunday"))]
    articles = [make_article(t, path=f"{i}.txt", meta={"published": "2024-05-06"}) for i, t in enumerate(told)]
    extractions = {a.id: extract_one(a, Settings()) for a in articles}
    return align(Corpus(articles={a.id: a for a in articles}, extractions=extractions), Settings())[0]


def asked(corpus: Corpus) -> list[tuple[Kind, list[Fact]]]:
    kinds = clashes.kinds_of(Settings())
    return [(kind, [f for f in corpus.facts(name) if kind.aspect(f)]) for name, kind in kinds.items()]


def test_facts_that_are_alike_to_their_kind_stand_alike_to_every_other(corpus: Corpus) -> None:
    for kind, facts in asked(corpus):
        known: dict[object, bool] = {}
        for a in facts:
            for b in facts:
                assert known.setdefault((kind.held(a), kind.held(b)), kind.comparable(a, b)) == kind.comparable(a, b)


def test_pairs_are_the_same_however_many_are_looked_up_together(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings().linking
    contextual = Contexts(corpus, settings)
    for kind, facts in asked(corpus):
        contexts = contextual.of(facts, kind)
        every = list(candidates(contexts, kind, contextual, settings))
        assert every and len({(c.a, c.b) for c in every}) == len(every)
        assert list(candidates(contexts, kind, contextual, settings, best=True)) == [c for c in every if c.first]
        assert all(contexts[c.a].article != contexts[c.b].article for c in every)
        assert all(kind.comparable(facts[c.a], facts[c.b]) for c in every)
        monkeypatch.setattr(sys.modules[Candidate.__module__], "_AT_ONCE", 1)
        assert list(candidates(contexts, kind, contextual, settings)) == every
        monkeypatch.undo()


def test_signs_of_many_pairs_are_those_of_each(corpus: Corpus) -> None:
    settings = Settings()
    contextual = Contexts(corpus, settings.linking, index_of(corpus, settings.events))
    for kind, facts in asked(corpus):
        contexts = contextual.of(facts, kind)
        for model, groups in ((clashes.load(), ("toll", "day", "place", "amount")), (load(), ("clock", "location"))):
            pairs = candidates(contexts, kind, contextual, settings.linking)
            questions = [groups[i % len(groups)] for i in range(len(pairs))]
            weighed = Weighed(model, Columns(contexts, pairs, kind, contextual, model).levels(), questions)
            for row, (pair, question) in enumerate(zip(pairs, questions, strict=True)):
                alone = model.score(question, pair_signs(pair, contexts, kind, contextual))
                assert weighed.scored(row) == alone


def test_values_are_related_as_one_by_one(corpus: Corpus) -> None:
    settings = Settings().linking
    contextual = Contexts(corpus, settings)
    for kind, facts in asked(corpus):
        pairs = candidates(contextual.of(facts, kind), kind, contextual, settings)
        alone = [kind.relate(facts[p.a], facts[p.b]) for p in pairs]
        assert alone and relations(facts, kind, pairs).tolist() == alone


def test_one_article_and_no_facts_have_no_pairs(corpus: Corpus) -> None:
    settings = Settings().linking
    contextual = Contexts(corpus, settings)
    for kind, facts in asked(corpus):
        model = load()
        assert (
            Weighed(
                model, Columns([], candidates([], kind, contextual, settings), kind, contextual, model).levels(), []
            ).probability
            == []
        )
        one = contextual.of((f for f in facts if f.article == facts[0].article), kind)
        assert list(candidates(one, kind, contextual, settings)) == []
        assert list(candidates([], kind, contextual, settings)) == []
