"""Small inputs, each from a bug that somebody reported of a program like this one: which hold, and which do not.

    python -m benchmarks.cases [NAME ...] [--folder ../shared/cases] [--show]

The inputs stand in ../shared/cases, a folder a case; what is wanted of each stands here, as demands on the findings
document. A demand is a function of the document that answers "" where it holds, else what is wrong. Besides its demands
every case wants no loud finding that none of them asks for.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from crosscheck.document import DocArticle, DocFact, DocFinding, Document
from crosscheck.pipeline import check
from crosscheck.read import read_paths
from crosscheck.settings import Settings

FOLDER = Path(__file__).parents[2] / "shared" / "cases"
LOUD = ("warning", "error")
SECONDS = 5.0  # of processor time that a case of at most a few kilobytes may take for each of its files

Demand = Callable[[Document], str]


class Differs:
    """A loud finding of a kind in which one reading holds some words and another reading other words."""

    def __init__(self, kind: str, one: str, other: str = "", *, subject: str = "") -> None:
        self.kind, self.one, self.other, self.subject = kind, one, other, subject

    def shows(self, finding: DocFinding) -> bool:
        """True for the finding that is wanted."""
        told = [" ".join([r.value, *(m.text for m in r.mentions)]) for r in finding.readings]
        ones = [i for i, t in enumerate(told) if self.one in t]
        others = [i for i, t in enumerate(told) if self.other in t]
        return (
            finding.kind == self.kind and self.subject in finding.subject and any(i != j for i in ones for j in others)
        )

    def __call__(self, document: Document) -> str:
        found = [f for f in document.findings if self.shows(f)]
        if any(f.level in LOUD for f in found):
            return ""
        return f"{self.kind} {self.one!r} against {self.other!r}: {'only a note' if found else 'not found'}"


def silent(document: Document) -> str:
    """No finding at all."""
    return "; ".join(f"{f.rule} {f.level}: {f.message}" for f in document.findings)


def title(words: str) -> Demand:
    return lambda d: "" if all(a.title == words for a in d.articles) else f"title {d.articles[0].title!r}"


def published(day: str, file: str) -> Demand:
    def ask(document: Document) -> str:
        found = [str(a.published) for a in document.articles if a.path.endswith(file)]
        return "" if found and all(f.startswith(day) for f in found) else f"published {found}"

    return ask


def byline(words: str) -> Demand:
    return lambda d: "" if d.articles[0].byline == words else f"byline {d.articles[0].byline!r}"


def articles(count: int) -> Demand:
    return lambda d: (
        "" if len(d.articles) == count and not d.unread else f"{len(d.articles)} articles, unread {d.unread}"
    )


def reads(*words: str) -> Demand:
    """The text of the first article holds these words."""
    return lambda d: ", ".join(f"{w!r} is not in the text" for w in words if w not in _text(d.articles[0]))


def omits(*words: str) -> Demand:
    """The text of no article holds these words."""
    return lambda d: ", ".join(f"{w!r} is in the text" for w in words if any(w in _text(a) for a in d.articles))


def warns(words: str, times: int = 1) -> Demand:
    return lambda d: "" if sum(words in w for w in d.warnings) == times else f"warnings {d.warnings}"


def yields(kind: str, *words: str) -> Demand:
    """There is a fact of the kind whose place or value holds each of the words."""
    return lambda d: ", ".join(f"no {kind} {w!r}" for w in words if not any(w in t for t in _told(d, kind)))


def yields_none(*words: str) -> Demand:
    """No fact of any kind holds one of the words."""
    return lambda d: ", ".join(f"a fact tells {w!r}" for w in words if any(w in t for t in _told(d, "")))


def no_facts(document: Document) -> str:
    told = list(_told(document, ""))
    return f"facts {told[:5]}" if told else ""


def quoted(words: str, speaker: str, times: int) -> Demand:
    """So many articles quote the words as this speaker's."""

    def ask(document: Document) -> str:
        told = {m.article for f in _facts(document) if f.kind.startswith("quote")
                and getattr(f.data, "speaker", None) == speaker for m in f.mentions if words in m.text}  # fmt: skip
        return "" if len(told) == times else f"{speaker} is quoted with {words!r} by {len(told)}, not {times}"

    return ask


def independent(words: str, sources: int) -> Demand:
    """The reading with these words counts so many independent sources."""

    def ask(document: Document) -> str:
        found = [r.independent_sources for f in document.findings for r in f.readings if words in r.value]
        return "" if found == [sources] else f"{words}: {found} independent sources"

    return ask


def persons(*names: str) -> Demand:
    """Exactly these persons are told, each under one name."""

    def ask(document: Document) -> str:
        told = {getattr(f.data, "full", None) for f in _facts(document) if f.kind == "name"}
        return "" if told == set(names) else f"persons {sorted(map(str, told))}"

    return ask


def _text(article: DocArticle) -> str:
    return article.text if isinstance(article.text, str) else ""


def _facts(document: Document) -> Iterator[DocFact]:
    yield from document.agreed
    yield from document.single_source


def _told(document: Document, kind: str) -> Iterator[str]:
    for fact in _facts(document):
        if fact.kind.startswith(kind):
            yield from (m.text for m in fact.mentions)
            yield fact.value
    for finding in document.findings:
        if finding.kind.startswith(kind):
            yield from (m.text for r in finding.readings for m in r.mentions)


# name of the folder: (files, none for all but the expectation; demands)
CASES: dict[str, tuple[tuple[str, ...], tuple[Demand, ...]]] = {
    "aff-honourable": (("a.txt", "b.txt"), (silent,)),
    "arrested-place": ((), (Differs("place", "Malmo", "Gothenburg", subject="Ole Krag"),)),
    "bridge-opens": ((), (Differs("date", "14", "24"),)),
    "brul": ((), (Differs("name", "van den Brul", "van der Brul"),)),
    "brul2": ((), (Differs("name", "Bruhl", "Brul"),)),
    "credits-line": ((), (silent, yields_none("Smyth", "Smith", "Reed", "Paris", "Berlin"), yields("name", "Moira Kell"))),
    "deputy": ((), (Differs("affiliation", "deputy", "governor"),)),
    "dl-ap": ((), (silent,)),
    "dl-bullet": ((), (silent,)),
    "dl-noday": ((), (silent,)),
    "dl-reuters": ((), (silent,)),
    "docx-table": ((), (Differs("figure", "48", "52"), Differs("figure", "6.2", "4.2"))),
    "docx-tracked": (
        (),
        (Differs("figure", "seven", "four"), Differs("date", "1911", "1919"), omits("nine"), warns("tracked changes")),
    ),
    "dot-thousands": ((), (lambda d: "; ".join(f.message for f in d.findings if f.level != "note"),)),
    "eml-longhead": ((), (title("Bridge closed"), articles(1), yields("date", "Thursday"), omits("Received", "example.org"))),
    "escaped-markup": ((), (title("Bridge reopens"), omits("<", "&", "#39"), reads("Kell's office", "reopened on Thursday."))),
    "fine": ((), (Differs("figure", "1,234,567", "1,234,576"),)),
    "friday-past": ((), (silent,)),
    "friday-past-diff": ((), (Differs("date", "16 June", "17 June"),)),
    "hang-mail": (("crlf40.txt", "lf40.txt"), (silent,)),
    "homeless-same-words": ((), (Differs("figure", "4,200", "2,400"),)),
    "html-gallery": ((), (yields_none("900", "38", "4.1", "90m", "Grantham", "Kent"), yields("figure", "Six"), yields("date", "1911"))),
    "html-list": ((), (Differs("figure", "12", "14"), reads("bound for York"))),
    "html-tweet": ((), (Differs("quote_wording", "never", "not yet"),)),
    "impossible-date": ((), (Differs("date", "31"),)),
    "inflation": ((), (Differs("figure", "3.4", "4.3"),)),
    "json-array": ((), (articles(2), Differs("figure", "48", "52"))),
    "junior-senior": ((), (silent, persons("John Hale Jr", "John Hale Sr"))),
    "lost-open-mark": ((), (silent, quoted("wait until the snow melts", "Dana Orr", 2))),
    "md-date": ((), (published("2026-03-06", "bridge.md"), Differs("date", "4 March", "5 March"))),
    "newsml1": ((), (title("Tide rises in Harwick"), reads("HARWICK, March 5", "6.1 metres"), yields("figure", "6.1 metres"))),
    "nitf-note": (
        (),
        (byline("By Ann Reed, Science Writer"), reads("said.\n\nNine houses were flooded."), omits("Editors", "map")),
    ),
    "non-english": ((), (silent, no_facts, warns("only English is read", 2))),
    "percent-range-diff": ((), (Differs("figure", "18 to 25", "28 to 35"),)),
    "polls": ((), (Differs("date", "28 June", "25 June"),)),
    "quote-paragraphs": ((), (silent,)),
    "range-words-diff": ((), (Differs("figure", "five and six", "seven and eight"),)),
    "range-words-same": ((), (silent,)),
    "same-short-text": ((), (Differs("figure", "48", "52"), independent("48", 1))),
    "she-company": ((), (silent, quoted("taken this step lightly", "Brigitte Oyelaran", 2))),
    "short-name-ma": ((), (silent, persons("Andrew Ma"))),
    "signed-weekday": ((), (Differs("date", "19 June", "20 June"),)),
    "space-thousands": ((), (silent,)),
    "space-thousands-diff": ((), (Differs("figure", "816", "861"),)),
    "thousands1": ((), (silent,)),
    "transposed": ((), (Differs("figure", "1,234,567", "1,234,576"),)),
    "van-den": ((), (silent, persons("Caroline van den Brul"))),
    "van-der-misspelt": ((), (Differs("name", "van den Brul", "van der Brul"),)),
    "weekday-mismatch": ((), (Differs("date", "Tuesday", "Thursday"),)),
    "weekday-mismatch-noyear": ((), (Differs("date", "Tuesday", "Thursday"),)),
    "wire-header": (
        (),
        (silent, title("Pilots strike in Geneva"), yields_none("Strand", "Pratt", "31472", "zpa", "212322", "380", "1888")),
    ),
}  # fmt: skip


def checked(name: str, folder: Path, settings: Settings) -> tuple[Document, list[str]]:
    """The document of one case, and which of its demands fail and how."""
    files, demands = CASES[name]
    paths = [str(folder / name / f) for f in files] or sorted(
        str(p) for p in (folder / name).iterdir() if p.name != "expected.md"
    )
    started = time.process_time()
    read = read_paths(paths, settings=settings)
    document = check(read.articles, settings=settings, workers=1, unread=read.unread, with_text=True)
    took = time.process_time() - started
    failed = [wrong for demand in demands if (wrong := demand(document))]
    wanted = [d for d in demands if isinstance(d, Differs)]
    if silent not in demands:
        failed += [f"unasked: {f.rule} {f.message}" for f in document.findings
                   if f.level in LOUD and not any(d.shows(f) for d in wanted)]  # fmt: skip
    if took > SECONDS * len(paths):
        failed.append(f"took {took:.0f} s")
    return document, failed


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", help="cases; none means all")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--show", action="store_true", help="print every finding")
    given = parser.parse_args(argv)
    if not given.folder.is_dir():
        sys.exit(f"no folder {given.folder}")
    settings, held = Settings(), 0
    for name in given.names or CASES:
        document, failed = checked(name, given.folder, settings)
        held += not failed
        print(f"{'fails' if failed else 'holds'}  {name:24} {'; '.join(failed)[:400]}", flush=True)
        for finding in document.findings if given.show else ():
            print(
                f"         {finding.rule} {finding.level} {finding.confidence:.2f} {finding.subject}: {finding.message}"
            )
    print(f"{held} of {len(given.names or CASES)} hold")
    return 0


if __name__ == "__main__":
    sys.exit(main())
