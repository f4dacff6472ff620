"""Hostile texts: what makes careless patterns and loops take quadratic time, each in any size.

``python -m benchmarks.hostile`` times every stage of a check on each text at one size and at twice that size, and
prints those that grow faster than the text; ``--megabyte`` checks a megabyte of each.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator

from crosscheck.model import Article
from crosscheck.settings import Settings

MEGABYTE = 1_000_000
NOISE = 0.15  # seconds below which growth tells nothing
Maker = Callable[[int], str]  # number of repetitions to text


def _repeated(unit: str, head: str = "") -> Maker:
    return lambda n: head + unit * n


TEXTS: dict[str, Maker] = {
    "plain sentences": _repeated("The council of Westbrook met on Monday, and 12 people spoke.\n\n"),
    "one long line": _repeated("The council of Westbrook met on Monday, and 12 people spoke. "),
    "transcript, CRLF": _repeated("Mayor: an answer was given.\r\nChair: another was given.\r\n"),
    "short quotes": _repeated("“Yes,” he said. "),
    "straight quotes": _repeated('"Yes," he said. "No." '),
    "single quotes": _repeated("'Yes,' he said. "),
    "opening marks": _repeated("“yes "),
    "closing marks": _repeated("yes” "),
    "straight marks alone": _repeated('" '),
    "apostrophes": _repeated("dogs' bones' "),
    "nested marks": _repeated("“a ‘b "),
    "quotes over paragraphs": _repeated("“We went on, and it was good.\n\n"),
    "thousands": _repeated("1,000,"),
    "thousands in rows": _repeated("1,000, "),
    "digits": _repeated("1"),
    "digits and stops": _repeated("1."),
    "digits and spaces": _repeated("1 "),
    "money": _repeated("$1 million to $2 million, "),
    "percent": _repeated("5% to 6% of "),
    "number words": _repeated("one hundred thousand "),
    "fractions": _repeated("1/2 "),
    "slashes": _repeated("12/11/"),
    "spaces": _repeated(" ", "The end. "),
    "spaces inside": lambda n: f"The end{' ' * n} of it. The end.",
    "blank lines": _repeated("\n", "The end. "),
    "blank lines with spaces": _repeated(" \n\t", "The end. "),
    "tabs and returns": _repeated("\t\r", "The end. "),
    "no-break spaces": _repeated("\xa0", "The end. "),
    "initials": _repeated("Mr. A. B. C. D. "),
    "initials alone": _repeated("A. "),
    "capitals": _repeated("Adam Bede "),
    "capital letters": _repeated("A"),
    "capital words": _repeated("ADAM "),
    "names and titles": _repeated("President Adam Bede, "),
    "names in rows": _repeated("Adam Bede and Carl Dow and "),
    "offices of": _repeated("head of the office of the "),
    "particles": _repeated("van der "),
    "hyphens": _repeated("-"),
    "hyphened words": _repeated("two-year-"),
    "dashes": _repeated("— "),
    "dots": _repeated("."),
    "commas": _repeated(","),
    "brackets": _repeated("("),
    "square brackets": _repeated("["),
    "angle brackets": _repeated("<a "),
    "comments": _repeated("<!-- "),
    "notes": _repeated("# crosscheck: ignore\n"),
    "stars": _repeated("*a "),
    "underscores": _repeated("_a "),
    "backticks": _repeated("`a "),
    "fences": _repeated("```\na\n"),
    "dates": _repeated("on June 21, 2017, "),
    "months": _repeated("June "),
    "weekdays": _repeated("Monday "),
    "times": _repeated("at 10:30 a.m. "),
    "numbered days": _repeated("21-22-"),
    "ages": _repeated("Adam Bede, 52, "),
    "directions": _repeated("55 km south of "),
    "places": _repeated("in Leeds, "),
    "addresses": _repeated("a.b@c."),
    "links": _repeated("https://a.example/2017/06/21/"),
    "accents": _repeated("e\u0301"),
    "one character wide": _repeated("é"),
    "joined emoji": _repeated("👩\u200d"),
    "right to left": _repeated("\u202eא "),
    "no space": _repeated("x"),
    "letters and digits": _repeated("a1"),
    "shares": _repeated("share "),
    "counters": _repeated("1,000 views\n"),
    "bylines": _repeated("By Adam Bede\n"),
    "said": _repeated("said "),
    "he said she said": _repeated("He said she said that they said "),
    "relative": _repeated("who said that the man "),
    "and": _repeated("and "),
    "of": _repeated("of the "),
    "hard-wrapped": _repeated(
        "The council of the town met and talked about the bridge until the\nend of the day was near. "
    ),
}


class _TooLong(Exception):
    pass


def _stop(*_: object) -> None:
    raise _TooLong


def stages(text: str, settings: Settings) -> Iterator[tuple[str, float]]:
    """(stage, seconds) for reading, parsing, every extractor and every step of normalising."""
    from crosscheck.extract.parse import load, parse
    from crosscheck.folding import fold
    from crosscheck.normalise import _steps
    from crosscheck.normalise.people import Scene
    from crosscheck.read import CannotRead, read_data
    from crosscheck.registry import extractors

    nlp = load(settings.model)
    started = time.process_time()
    try:
        read: Article = read_data(text.encode(), path="a.txt", settings=settings)[0]
        article = fold(read, settings.limits).article
    except CannotRead:
        yield "read", time.process_time() - started
        return
    yield "read", time.process_time() - started
    started = time.process_time()
    nlp(article.text)
    only = time.process_time() - started
    yield "spacy", only
    started = time.process_time()
    parsed = parse(article, nlp, settings)
    yield "parse", max(0.0, time.process_time() - started - only)
    mentions = []
    for module in extractors():
        started = time.process_time()
        mentions += [m for m in module.extract(parsed) if not parsed.is_skipped(m.span)]
        yield module.__name__.removeprefix("crosscheck."), time.process_time() - started
    scene = Scene(article=article, sentences=parsed.sentences, mentions=tuple(mentions), settings=settings)
    for kind, step in _steps():
        started = time.process_time()
        scene.facts += step([m for m in mentions if m.kind == kind], scene)
        yield f"normalise.{kind}", time.process_time() - started


def timed(text: str, settings: Settings, limit: int) -> dict[str, float]:
    """Seconds of processor time by stage; a text that takes longer than ``limit`` is given up, and where is told."""
    rows: dict[str, float] = {}
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    try:
        for stage, seconds in stages(text, settings):
            rows[stage] = seconds
    except _TooLong:
        rows[f"given up after {list(rows)[-1:]}: {traceback.format_exc(limit=-3)}"] = float(limit)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return rows


def whole(name: str, settings: Settings) -> str:
    """A megabyte of one text, from its bytes to the document: seconds of processor time, and what was said."""
    from crosscheck.pipeline import check
    from crosscheck.read import CannotRead, read_data

    data = f"A start.\n\n{sized(name, MEGABYTE)}\n\nThe end came.".encode()[:MEGABYTE]
    started = time.process_time()
    try:
        said = check(read_data(data, path=name, settings=settings), settings=settings, workers=1).warnings
    except CannotRead as error:
        said = (str(error),)
    return f"{time.process_time() - started:7.2f} s  {' '.join(said)[:110]}"


def sized(name: str, size: int) -> str:
    """One of the texts, of about that many characters."""
    make = TEXTS[name]
    return make(max(1, size // max(1, len(make(101)) - len(make(100)))))


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=20_000, help="characters of the smaller text")
    parser.add_argument("--only", nargs="*", help="names of texts")
    parser.add_argument("--factor", type=float, default=3.0, help="growth on twice the text that is shown")
    parser.add_argument("--limit", type=int, default=40, help="seconds after which a text is given up")
    parser.add_argument("--megabyte", action="store_true", help="check a megabyte of each text")
    given = parser.parse_args(argv)
    signal.signal(signal.SIGVTALRM, _stop)
    settings = Settings()
    for name in given.only or TEXTS:
        if given.megabyte:
            print(f"{name:26} {whole(name, settings)}", flush=True)
            continue
        short, long = (timed(sized(name, size), settings, given.limit) for size in (given.size, 2 * given.size))
        slow = [
            f"{stage} {short.get(stage, 0):.2f}->{took:.2f}"
            for stage, took in long.items()
            if took > NOISE and took > given.factor * short.get(stage, 0.0)
        ]
        print(f"{name:26} {sum(long.values()):7.2f} s  {'  '.join(slow)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
