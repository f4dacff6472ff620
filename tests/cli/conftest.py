"""A toy pipeline for the command line: no language model, every other part real.

A line "key: value" of an article is a fact; two articles that give one key different values are in conflict.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crosscheck import pipeline, registry
from crosscheck.cli import run
from crosscheck.compare.findings import make_finding
from crosscheck.model import Cluster, Extraction, Fact, Mention, Quantity, Reading, Sentence, Span
from crosscheck.registry import Rule

LINE = re.compile(r"^(\w[\w ]*): ([^\r\n]+)", re.M)
RULE = Rule(code="FIG401", name="count", kind="figure", level="warning", summary="Two counts.", aspects=())


def extraction(article):
    sentences, facts = [], []
    for number, match in enumerate(LINE.finditer(article.text)):
        span = Span(match.start(2), match.end(2))
        sentences.append(Sentence(span=Span(match.start(), match.end()), paragraph=number))
        mention = Mention(kind="figure", article=article.id, span=span, text=match[2], sentence=number, confidence=0.9)
        facts.append(
            Fact(
                id=f"{article.id}:{number}",
                kind="figure",
                subject=match[1],
                value=Quantity(counted=match[2]),
                mention=mention,
            )
        )
    return Extraction(article=article.id, sentences=tuple(sentences), facts=tuple(facts))


def extract(articles, *, settings, workers=None, cache=None, progress=None):
    found = {}
    for article in articles:
        kept = cache.get(article, settings) if cache else None
        found[article.id] = kept or extraction(article)
        if cache and kept is None:
            cache.put(article, settings, found[article.id])
    return found


def align(corpus, settings):
    import msgspec

    corpus = msgspec.structs.replace(corpus, groups={a: a for a in corpus.articles})
    keys: dict[str, list[Fact]] = {}
    for fact in corpus.facts("figure"):
        keys.setdefault(fact.subject, []).append(fact)
    return corpus, [
        Cluster(id=k, kind="figure", aspect="toy", subject=k, key=k, facts=tuple(facts)) for k, facts in keys.items()
    ]


def compare(clusters, corpus, settings):
    found = []
    for cluster in clusters:
        values: dict[str, list[Fact]] = {}
        for fact in cluster.facts:
            values.setdefault(fact.mention.text, []).append(fact)
        if len(values) > 1:
            readings = [Reading(value=v, canonical=v, facts=tuple(f)) for v, f in sorted(values.items())]
            message = f"Sources differ on {cluster.subject}."
            found.append(
                make_finding(
                    RULE,
                    cluster,
                    corpus,
                    readings,
                    message=message,
                    confidence=0.5 if cluster.subject == "odd" else 0.9,
                    level="note" if cluster.subject == "small" else "error" if cluster.subject == "grave" else None,
                )
            )
    for module in registry.rules():
        if hasattr(module, "check_corpus"):
            found += module.check_corpus(clusters, corpus, settings)
    return found


@pytest.fixture
def toy(monkeypatch, tmp_path):
    """The toy pipeline in an empty folder, with a cache of its own."""
    monkeypatch.setattr(pipeline, "extract", extract)
    monkeypatch.setattr("crosscheck.align.align", align)
    monkeypatch.setattr("crosscheck.compare.compare", compare)

    class Module:
        pass

    toy_rule = Module()
    toy_rule.RULE = RULE
    others = [m for m in registry.rules() if m.RULE.code != "FIG401"]
    both = tuple(sorted([*others, toy_rule], key=lambda m: m.RULE.code))
    monkeypatch.setattr(registry, "rules", lambda: both)
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(tmp_path / "cache"))
    for name in ("NO_COLOR", "FORCE_COLOR", "CROSSCHECK_NO_PROGRESS", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


@pytest.fixture
def wires(toy):
    """Three sources that agree on 'aboard', and differ two to one on 'buoy'."""
    folder = toy / "wires"
    folder.mkdir()
    for name, buoy in (("a.txt", "12"), ("b.txt", "12"), ("c.txt", "14")):
        folder.joinpath(name).write_text(
            f"Fire at the mill {name}\n\nbuoy: {buoy}\n\naboard: 158\n\nonly {name[0]}: 3\n"
        )
    return folder


@pytest.fixture
def program(capsys):
    """Runs the program: (status, standard output, standard error)."""

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        status = run([str(a) for a in arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call
