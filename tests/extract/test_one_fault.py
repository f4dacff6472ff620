"""One fault costs one part: each part is made to raise, and the rest is delivered with a line that names the part."""

import importlib

import pytest

from crosscheck import registry
from crosscheck.document import encode
from crosscheck.normalise import _steps
from crosscheck.pipeline import check
from crosscheck.read import make_article, read_paths
from crosscheck.settings import Settings

HEAD = "LEEDS, June 21, 2017 (Reuters) - "
TEXTS = (
    "Fire in Leeds\n\n" + HEAD + "The fire in the mill killed 12 people on Tuesday, Mayor Ann Reed said. "
    "“We will never close the bridge again,” said fire chief Bo Lindahl of Leeds.",
    "Mill burns\n\n" + HEAD + "Mayor Anne Reed said the fire in the mill killed 14 people on Monday. "
    "“We will not close the bridge again,” said fire chief Bo Lindahl of Leeds.",
)
EXTRACTORS = [m.__name__ for m in registry.extractors()]
ALIGNERS = [f"crosscheck.align.{name}" for name in ("names", "roles", "dates", "figures", "places", "quotes")]
RULES = sorted({m.__name__ for m in registry.rules()})


def articles():
    return [make_article(text, path=f"{number}.txt") for number, text in enumerate(TEXTS)]


def checked():
    return check(articles(), settings=Settings(), workers=1)


def broken(*_, **__):
    raise IndexError("made to fail\nhere")


def broken_half_way(*_, **__):
    yield from ()
    raise IndexError("made to fail")


@pytest.fixture(scope="module")
def whole(nlp):
    document = checked()
    assert {f.rule for f in document.findings} >= {"FIG401", "NAM101", "QUO501"}
    assert document.warnings == ()
    return document


def others_stand(document, whole, *, lost):
    """Something is there of every kind but the lost one, and one plain line says what failed."""
    kinds = {row.kind for row in (*document.findings, *document.agreed, *document.single_source)}
    assert kinds >= {row.kind for row in (*whole.findings, *whole.agreed, *whole.single_source)} - lost
    assert [a.path for a in document.articles] == ["0.txt", "1.txt"]
    assert document.warnings
    for line in document.warnings:
        assert "\n" not in line and "failed and is left out" in line


@pytest.mark.parametrize("name", EXTRACTORS)
@pytest.mark.parametrize("fault", [broken, broken_half_way])
def test_an_extractor(whole, monkeypatch, name, fault):
    module = importlib.import_module(name)
    monkeypatch.setattr(module, "extract", fault)
    lost = {
        "name": {"name", "affiliation", "quote_attribution"},
        "role": {"affiliation"},
        "quote": {"quote_wording", "quote_attribution"},
    }.get(module.KIND, {module.KIND})
    document = checked()
    others_stand(document, whole, lost=lost)
    assert len([w for w in document.warnings if name.rpartition(".")[2] in w]) == 2  # a line an article


@pytest.mark.parametrize("kind", [kind for kind, _ in _steps()])
def test_a_normaliser(whole, monkeypatch, kind):
    steps = tuple((k, broken if k == kind else step) for k, step in _steps())
    monkeypatch.setattr("crosscheck.normalise._steps", lambda: steps)
    others_stand(checked(), whole, lost={kind, "affiliation", "quote_wording", "quote_attribution"})


@pytest.mark.parametrize("name", ALIGNERS)
def test_an_aligner(whole, monkeypatch, name):
    monkeypatch.setattr(importlib.import_module(name), "align", broken)
    kind = {"names": "name", "roles": "affiliation"}.get(name.rpartition(".")[2], name.rpartition(".")[2][:-1])
    others_stand(checked(), whole, lost={kind, "quote_wording", "quote_attribution"} if kind == "quote" else {kind})


@pytest.mark.parametrize("part", ["crosscheck.align.sources.group", "crosscheck.align.identities.identify"])
def test_what_all_aligners_build_on(whole, monkeypatch, part):
    monkeypatch.setattr(part, broken)
    others_stand(checked(), whole, lost={"name", "affiliation"})


@pytest.mark.parametrize("name", RULES)
def test_a_rule(whole, monkeypatch, name):
    module = importlib.import_module(name)
    for function in ("check", "check_corpus"):
        if hasattr(module, function):
            monkeypatch.setattr(module, function, broken)
    document = checked()
    assert [f.id for f in document.findings] == [f.id for f in whole.findings if f.rule != module.RULE.code]
    assert all(f"rule {module.RULE.code} failed" in w for w in document.warnings)
    assert len(document.warnings) <= 1  # told once, with how often


@pytest.mark.parametrize(
    "part",
    [
        "crosscheck.align.align",
        "crosscheck.compare.compare",
        "crosscheck.compare.house.settle",
        "crosscheck.compare.draft.of_the_draft",
        "crosscheck.report.build._finding",
        "crosscheck.report.build._fact",
        "crosscheck.report.build.sided",
        "crosscheck.report.build.titled",
        "crosscheck.report.build.grouped",
        "crosscheck.report.build.compared",
        "crosscheck.report.quiet._of_cluster",
    ],
)
def test_a_stage(whole, monkeypatch, part):
    monkeypatch.setattr(part, broken)
    document = checked()
    assert [a.path for a in document.articles] == ["0.txt", "1.txt"]
    assert document.warnings and all("made to fail here" in w for w in document.warnings)


@pytest.mark.parametrize("part", ["crosscheck.workers.parse", "crosscheck.workers.normalise"])
def test_a_source(whole, monkeypatch, part):
    import crosscheck.workers as workers

    honest = getattr(workers, part.rpartition(".")[2])

    def fails_once(*arguments, **options):
        if "Anne" in arguments[0].text:
            raise IndexError("made to fail")
        return honest(*arguments, **options)

    monkeypatch.setattr(part, fails_once)
    document = checked()
    assert [a.path for a in document.articles] == ["0.txt", "1.txt"]
    assert {f.mentions[0].article for f in document.single_source} == {whole.articles[0].id}
    (line,) = document.warnings
    assert line.startswith("1.txt: ")


def test_what_is_not_english_yields_nothing_and_is_no_fault(whole):
    texts = [
        "Ministeri puolusti päätöstä\n\nPuolustusministeri Jussi Mäkinen sanoi keskiviikkona Helsingissä, että päätös oli oikea.",
        "Päätös oli oikea\n\nPuolustusministeri Jussi Mäkisen mielestä päätös oli oikea. Mäkinen puhui Helsingissä keskiviikkona.",
    ]
    foreign = [make_article(text, path=f"fi{number}.txt") for number, text in enumerate(texts)]
    document = check([*articles(), *foreign], settings=Settings(), workers=1)
    assert [f.id for f in document.findings] == [f.id for f in whole.findings]
    assert [w.partition(":")[0] for w in document.warnings] == ["fi0.txt", "fi1.txt"]
    assert all("Finnish" in w for w in document.warnings)


def test_a_reader(monkeypatch, tmp_path):
    (tmp_path / "a.txt").write_text(TEXTS[0])
    (tmp_path / "b.md").write_text(TEXTS[1])
    monkeypatch.setattr("crosscheck.read.formats.markdown.read", broken)
    result = read_paths([str(tmp_path)], settings=Settings())
    assert [a.title for a in result.articles] == ["Fire in Leeds"]
    (row,) = result.unread
    assert row.path.endswith("b.md") and "the reader failed" in row.reason and "\n" not in row.reason


def test_a_faulty_document_is_not_kept(whole, monkeypatch, tmp_path):
    from crosscheck.cache import DiskCache

    cache = DiskCache(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr("crosscheck.align.figures.align", broken)
        assert check(articles(), settings=Settings(), workers=1, cache=cache).warnings
    assert encode(check(articles(), settings=Settings(), workers=1, cache=cache)) == encode(whole)


def test_cold_cached_and_shared_out_give_the_same_bytes(whole, tmp_path):
    from crosscheck.cache import DiskCache

    cache = DiskCache(tmp_path)
    runs = [check(articles(), settings=Settings(), workers=1, cache=cache)]
    runs.append(check(articles(), settings=Settings(), workers=1, cache=cache))  # the document as kept
    for entry in tmp_path.rglob("*.xd"):
        entry.unlink()
    runs.append(check(articles(), settings=Settings(), workers=1, cache=cache))  # extractions as kept
    runs.append(check(articles(), settings=Settings(), workers=2))
    assert {encode(run) for run in runs} == {encode(whole)}
    bounds = [r.data.low for f in whole.findings for r in f.readings if f.kind == "figure"]
    assert bounds and all(isinstance(low, float) for low in bounds)
