"""The cache: what its key holds, and that the disk can do nothing to a run."""

import os
import threading

import msgspec
import pytest

from crosscheck import cache as caches
from crosscheck.cache import DiskCache, extraction_key
from crosscheck.document import Document, Tool
from crosscheck.model import Extraction, Region, Sentence, Span
from crosscheck.read import make_article
from crosscheck.settings import HouseSettings, Settings

ARTICLE = make_article("A fire at the mill.\n\nTwelve people died.\n", path="a.txt")
SETTINGS = Settings()


def extraction(article=ARTICLE):
    return Extraction(article=article.id, sentences=(Sentence(span=Span(0, 19), paragraph=0),))


@pytest.fixture
def cache(tmp_path):
    return DiskCache(tmp_path / "cache")


def test_what_was_put_is_got(cache):
    assert cache.get(ARTICLE, SETTINGS) is None
    cache.put(ARTICLE, SETTINGS, extraction())
    assert cache.get(ARTICLE, SETTINGS) == extraction()
    assert DiskCache(cache.folder).get(ARTICLE, SETTINGS) == extraction()


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({"path": "b.txt"}, True),
        ({"role": "draft"}, True),
        ({"url": "https://example.org"}, True),
        ({"published": "2024-07-11"}, False),
        ({"regions": (Region(kind="furniture", span=Span(0, 5)),)}, False),
        ({"text": "A fire at the mill.\n\nThirteen people died.\n"}, False),
    ],
)
def test_which_changes_of_an_article_matter(cache, change, kept):
    cache.put(ARTICLE, SETTINGS, extraction())
    changed = msgspec.structs.replace(ARTICLE, **change)
    assert (cache.get(changed, SETTINGS) is not None) is kept


def test_the_folder_of_a_user_without_a_home(monkeypatch):
    monkeypatch.delenv(caches.ENVIRONMENT, raising=False)
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: "~/.cache/crosscheck")
    assert caches.default_folder().is_absolute()
    monkeypatch.setenv(caches.ENVIRONMENT, "~/mine")
    assert caches.default_folder().is_absolute()


def test_which_settings_matter():
    base = extraction_key(SETTINGS)
    assert extraction_key(Settings(model="en_core_web_md")) != base
    assert extraction_key(Settings(max_chars=5)) != base
    assert extraction_key(Settings(house=HouseSettings(spellings={"Kyiv": ("Kiev",)}))) == base


def test_changed_code_makes_other_keys(monkeypatch, tmp_path):
    (tmp_path / "extract").mkdir()
    source = tmp_path / "extract" / "dates.py"
    source.write_text("a = 1\n")
    before = caches._stamps(tmp_path / "extract")
    source.write_text("a = 12\n")
    assert caches._stamps(tmp_path / "extract") != before


@pytest.mark.parametrize("damage", [b"", b"\x00\xff\x13", b"\x81" * 500, b"not msgpack at all"])
def test_a_damaged_entry_counts_as_absent(cache, damage):
    cache.put(ARTICLE, SETTINGS, extraction())
    (entry,) = [p for p, _, _ in cache._entries()]
    entry.write_bytes(damage)
    assert cache.get(ARTICLE, SETTINGS) is None
    cache.put(ARTICLE, SETTINGS, extraction())
    assert cache.get(ARTICLE, SETTINGS) == extraction()


def test_a_truncated_entry_counts_as_absent(cache):
    cache.put(ARTICLE, SETTINGS, extraction())
    (entry,) = [p for p, _, _ in cache._entries()]
    entry.write_bytes(entry.read_bytes()[:-5])
    assert cache.get(ARTICLE, SETTINGS) is None


def test_faults_are_not_kept(cache):
    cache.put(ARTICLE, SETTINGS, msgspec.structs.replace(extraction(), warnings=("dates: broke",)))
    assert cache.get(ARTICLE, SETTINGS) is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_no_fault(cache):
    cache.put(ARTICLE, SETTINGS, extraction())
    cache.folder.chmod(0o500)
    other = make_article("Another.\n\nText.\n", path="b.txt")
    cache.put(other, SETTINGS, extraction(other))
    assert cache.get(ARTICLE, SETTINGS) == extraction()
    cache.folder.chmod(0o700)


def test_a_file_in_the_folders_place_is_no_fault(tmp_path):
    (tmp_path / "cache").write_text("in the way")
    cache = DiskCache(tmp_path / "cache")
    cache.put(ARTICLE, SETTINGS, extraction())
    assert cache.get(ARTICLE, SETTINGS) is None
    assert (cache.info().entries, cache.clear()) == (0, 0)


def many(n):
    return [make_article(f"Title {i}\n\nText {i}.\n", path=f"{i}.txt") for i in range(n)]


def test_the_longest_unused_go_first(cache):
    articles = many(20)
    for n, article in enumerate(articles):
        cache.put(article, SETTINGS, extraction(article))
        os.utime(cache._path(article, SETTINGS), (1_000_000 + n, 1_000_000 + n))
    cache.get(articles[0], SETTINGS)  # used just now, though oldest
    size = cache.info().bytes
    cache.max_bytes = size // 2
    assert cache.prune() > 0
    assert cache.info().bytes <= size // 2
    assert cache.get(articles[0], SETTINGS) and cache.get(articles[-1], SETTINGS)
    assert cache.get(articles[1], SETTINGS) is None


def test_clear_touches_nothing_of_others(cache):
    for article in many(5):
        cache.put(article, SETTINGS, extraction(article))
    stranger = cache.folder / "notes.txt"
    stranger.write_text("mine")
    assert cache.clear() == 5
    assert stranger.exists()
    assert cache.info().entries == 0


def test_many_writers_at_once(cache):
    articles = many(30)
    faults = []

    def work():
        mine = DiskCache(cache.folder, max_bytes=2000)
        for article in articles:
            mine.put(article, SETTINGS, extraction(article))
            found = mine.get(article, SETTINGS)
            if found not in (None, extraction(article)):
                faults.append(found)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert not [p for p in cache.folder.rglob("*") if p.is_file() and p.suffix != ".xc"]


# --- documents -------------------------------------------------------------------------------------------------------


def document(**more):
    return Document(
        tool=Tool(version="1", model="m", settings="s"),
        articles=(),
        findings=(),
        agreed=(),
        single_source=(),
        unread=(),
        **more,
    )


def test_a_document_is_kept_for_exactly_these_articles(cache):
    one, two = many(2)
    cache.put_document([one, two], SETTINGS, False, document())
    assert cache.get_document([one, two], SETTINGS, False) == document()
    assert cache.get_document([two, one], SETTINGS, False) is None
    assert cache.get_document([one], SETTINGS, False) is None
    assert cache.get_document([one, two], SETTINGS, True) is None
    assert cache.get_document([one, msgspec.structs.replace(two, role="draft")], SETTINGS, False) is None
    assert cache.get_document([one, msgspec.structs.replace(two, path="other")], SETTINGS, False) is None
    house = Settings(house=HouseSettings(spellings={"Kyiv": ("Kiev",)}))
    assert cache.get_document([one, two], house, False) is None


def test_a_very_large_document_is_not_kept(tmp_path):
    cache = DiskCache(tmp_path, max_bytes=10_000)
    cache.put_document(many(1), SETTINGS, False, document(warnings=("x" * 2000,)))
    assert cache.info().documents == 0
    cache.put_document(many(1), SETTINGS, False, document(warnings=("x" * 200,)))
    assert cache.info().documents == 1


def test_after_a_changed_draft_only_the_draft_is_read(cache, monkeypatch):
    from crosscheck import workers
    from crosscheck.pipeline import extract

    asked = []

    def extract_many(articles, *, settings, workers, done):
        asked.append([a.path for a in articles])
        for article in articles:
            done(extraction(article))

    monkeypatch.setattr(workers, "extract_many", extract_many)
    sources = many(20)
    draft = make_article("My story\n\nOne.\n", path="draft.md")
    extract([draft, *sources], settings=SETTINGS, cache=cache)
    changed = make_article("My story\n\nTwo.\n", path="draft.md")
    found = extract([changed, *sources], settings=SETTINGS, cache=cache)
    assert [len(asked[0]), asked[1:]] == [21, [["draft.md"]]]
    assert list(found) == [changed.id, *(s.id for s in sources)]
