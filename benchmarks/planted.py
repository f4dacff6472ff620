"""Errors planted in real and sample events: how many are found, net of what is found without them; and false alarms.

    python -m benchmarks.planted [FOLDER ...] [--per-kind 12] [--show] [--seed 1]

Each FOLDER is an event or holds events; without one, seeds/ and, where present, ../shared/clusters. A plant is found
when a finding above note, of the right kind, has the changed words in one reading and the untouched words of another
article in another reading. The control is the same question put to the event without the change. A harmless change
raises an alarm when a finding above note appears that was not there before and that touches the changed article.
"""

from __future__ import annotations

import argparse
import collections
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from benchmarks.harmless import HARMLESS
from benchmarks.plant import Plant
from benchmarks.planting import PLANTS
from crosscheck.document import DocFinding, Document
from crosscheck.model import Article, Extraction
from crosscheck.pipeline import check
from crosscheck.read import make_article, read_paths
from crosscheck.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "clusters"
LOUD = ("error", "warning")


@dataclass
class Memory:
    """Extractions kept in memory: only the changed article is read again."""

    kept: dict[str, Extraction] = field(default_factory=dict)

    def get(self, article: Article, settings: Settings) -> Extraction | None:
        return self.kept.get(f"{article.id} {article.published}")

    def put(self, article: Article, settings: Settings, extraction: Extraction) -> None:
        self.kept[f"{article.id} {article.published}"] = extraction

    def get_document(self, articles: object, settings: Settings, *_: object) -> None:
        """Documents are made anew."""

    def put_document(self, *_: object) -> None:
        """Documents are not kept."""


@dataclass
class Event:
    """An event with its document without any change."""

    name: str
    articles: tuple[Article, ...]
    settings: Settings
    memory: Memory
    control: Document

    @property
    def texts(self) -> list[str]:
        return [a.text for a in self.articles]

    def with_text(self, index: int, text: str) -> tuple[Document, Sequence[Article]]:
        """The document of the event with one article's text changed."""
        old = self.articles[index]
        new = make_article(
            text, path=old.path, meta={"publisher": old.publisher, "published": old.published, "role": old.role}
        )
        articles = [*self.articles[:index], new, *self.articles[index + 1 :]]
        return check(articles, settings=self.settings, workers=1, cache=self.memory), articles


def events(folders: Sequence[Path], settings: Settings) -> Iterator[Event]:
    for folder in folders:
        inner = [f for f in sorted(folder.iterdir()) if f.is_dir()] or [folder]
        for one in inner:
            articles = read_paths([str(one)], settings=settings).articles
            if len(articles) < 2:
                continue
            memory = Memory()
            yield Event(
                one.name, articles, settings, memory, check(articles, settings=settings, workers=1, cache=memory)
            )


def touches(finding: DocFinding, article: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    """Which readings of a finding have a mention on the spans."""
    return {
        r
        for r, reading in enumerate(finding.readings)
        for m in reading.mentions
        if m.article == article and any(m.start < b and a < m.end for a, b in spans)
    }


def found(document: Document, plant: Plant, changed: str, other: str, spans: Sequence[tuple[int, int]]) -> bool:
    for finding in document.findings:
        if finding.level in LOUD and finding.kind in plant.kinds:
            mine, theirs = touches(finding, changed, spans), touches(finding, other, plant.other_spans)
            if any(a != b for a in mine for b in theirs):
                return True
    return False


def plants_of(event: Event, per_kind: int, rng: random.Random) -> Iterator[Plant]:
    for make in PLANTS:
        options = list(make(event.texts, rng))
        rng.shuffle(options)
        yield from options[: max(1, per_kind)]


def measure_plants(
    all_events: Sequence[Event], per_event: int, rng: random.Random, show: bool
) -> collections.Counter[tuple[str, str]]:
    tally: collections.Counter[tuple[str, str]] = collections.Counter()
    for event in all_events:
        before = {f.id for f in event.control.findings if f.level in LOUD}
        for plant in plants_of(event, per_event, rng):
            document, articles = event.with_text(plant.article, plant.text)
            old, new = event.articles[plant.article], articles[plant.article]
            other = articles[plant.other].id
            hit = found(document, plant, new.id, other, plant.spans)
            control = found(event.control, plant, old.id, event.articles[plant.other].id, plant.spans)
            extra = sum(f.level in LOUD and f.id not in before for f in document.findings) - hit
            tally[plant.what, "planted"] += 1
            tally[plant.what, "found"] += hit
            tally[plant.what, "control"] += control
            tally[plant.what, "extra"] += max(0, extra)
            if show and not hit:
                a, b = plant.spans[0]
                print(f"missed {event.name} {Path(new.path).name} {plant.what}: {plant.before!r} -> {plant.after!r}")
                print(f"    {' '.join(new.text[max(0, a - 90) : b + 90].split())}")
                c, d = plant.other_spans[0]
                text = articles[plant.other].text
                print(f"    {Path(articles[plant.other].path).name}: {' '.join(text[max(0, c - 90) : d + 90].split())}")
    return tally


def measure_harmless(
    all_events: Sequence[Event], rng: random.Random, show: bool
) -> collections.Counter[tuple[str, str]]:
    tally: collections.Counter[tuple[str, str]] = collections.Counter()
    for event in all_events:
        order = list(range(len(event.articles)))
        for what, make in (*HARMLESS, ("copied article", None)):
            rng.shuffle(order)
            for index in order[:3]:
                text = make(event.texts[index]) if make else event.texts[index]
                if make and text == event.texts[index]:
                    continue
                if make:
                    document, articles = event.with_text(index, text)
                else:
                    twin = msgspec.structs.replace(
                        make_article(text + "\n", path="copy.txt"), published=event.articles[index].published
                    )
                    articles = [*event.articles, twin]
                    document = check(articles, settings=event.settings, workers=1, cache=event.memory)
                new = _news(event.control, document, index if make else None, event)
                tally[what, "changed"] += 1
                tally[what, "alarms"] += bool(new)
                if show and new:
                    print(
                        f"alarm {event.name} {Path(articles[index].path).name} {what}: {new[0].rule} {new[0].message[:220]}"
                    )
    return tally


def _news(control: Document, document: Document, index: int | None, event: Event) -> list[DocFinding]:
    """Loud findings that the control lacks: by id, and by the values that stand against each other."""

    def key(finding: DocFinding) -> tuple[str, frozenset[str]]:
        return finding.rule, frozenset(" ".join(r.value.casefold().split()) for r in finding.readings)

    ids = {f.id for f in control.findings if f.level in LOUD}
    places = {
        (f.rule, frozenset((_name(control, m.article), m.line) for r in f.readings for m in r.mentions))
        for f in control.findings
        if f.level in LOUD
    }
    known = {key(f) for f in control.findings if f.level in LOUD}
    return [
        f
        for f in document.findings
        if f.level in LOUD
        and f.id not in ids
        and key(f) not in known
        and (f.rule, frozenset((_name(document, m.article), m.line) for r in f.readings for m in r.mentions))
        not in places
    ]


def _name(document: Document, article: str) -> str:
    return next(Path(a.path).name for a in document.articles if a.id == article)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--per-kind", type=int, default=3, help="plants of a kind an event")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print what was missed and every alarm")
    parser.add_argument("--model")
    args = parser.parse_args(arguments)
    folders = args.folders or [ROOT / "seeds", *([SHARED] if SHARED.is_dir() else [])]
    settings = Settings(model=args.model) if args.model else Settings()
    rng = random.Random(args.seed)
    all_events = list(events(folders, settings))
    tally = measure_plants(all_events, args.per_kind, rng, args.show)
    print(f"Planted errors: {len(all_events)} events, at most {args.per_kind} of a kind an event")
    print(f"{'':24}{'planted':>8}{'found':>8}{'control':>8}{'net':>7}{'others':>8}")
    rows = [*dict.fromkeys(what for what, _ in tally), "all"]
    for what in rows:
        n, hit, control, extra = (_sum(tally, what, k) for k in ("planted", "found", "control", "extra"))
        print(f"{what:24}{n:8}{hit:8}{control:8}{(hit - control) / max(n, 1):7.2f}{extra:8}")
    tally = measure_harmless(all_events, rng, args.show)
    print(f"\nHarmless changes\n{'':24}{'changed':>8}{'alarms':>8}{'rate':>7}")
    for what in [*dict.fromkeys(what for what, _ in tally), "all"]:
        n, alarms = _sum(tally, what, "changed"), _sum(tally, what, "alarms")
        print(f"{what:24}{n:8}{alarms:8}{alarms / max(n, 1):7.3f}")


def _sum(tally: collections.Counter[tuple[str, str]], what: str, key: str) -> int:
    return sum(v for (w, k), v in tally.items() if k == key and what in (w, "all"))


if __name__ == "__main__":
    main()
