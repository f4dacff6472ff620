"""Plants one error, or one harmless change, in one article of an event. Knows nothing of crosscheck's own reading.

A plant changes a fact that another article tells in the same words; where those stand is found with regular expressions
only, so that the benchmark does not merely ask crosscheck for what it has already understood.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

from benchmarks.plant import WORD, Plant, all_spans, change, everywhere, shared

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DIRECTIONS = {"north": "south", "south": "north", "east": "west", "west": "east", "northeast": "southwest",
              "southwest": "northeast", "northwest": "southeast", "southeast": "northwest"}  # fmt: skip
TITLES = {"president": "prime minister", "governor": "mayor", "mayor": "governor", "chairman": "treasurer",
          "minister": "ambassador", "sheriff": "coroner", "commissioner": "magistrate", "spokesman": "director",
          "spokeswoman": "director", "ceo": "chairman", "manager": "coach", "coach": "captain"}  # fmt: skip
DEMONYMS = "American British French German Russian Chinese Iranian Indonesian Greek Canadian Israeli Indian".split()
NOT_NAMES = frozenset((*WEEKDAYS, *DEMONYMS, *"January February March April May June July August September October November December New York North South East West United States The A In On At".split()))  # fmt: skip


_NAME = re.compile(r"(?<=[a-z,;] )(?:[A-Z][a-z]{2,} [A-Z][a-z]{3,})(?!\w| [A-Z])")
_COUNT = re.compile(
    r"(?<![\w$€£.,-])(\d{1,3}(?:,\d{3})+|\d{2,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (people|persons|dead|men|women|children|others|houses|homes|buildings|students|workers|employees|officers|cables|countries|villages|bridges|victims|soldiers|passengers|shots|years|miles|kilometers)\b"
)
_PERCENT = re.compile(r"(?<![\w.])(\d{1,2}(?:\.\d)?)(?: ?%| per ?cent)")
_SCALE = re.compile(r"[$€£]\s?\d[\d.,]*\s(million|billion)\b")
_AGE = re.compile(r"(?<![\w.])(\d\d)-year-old")
_WEEKDAY = re.compile(rf"\b(?:on )?({'|'.join(WEEKDAYS)})\b")
_TIME = re.compile(r"(?<![\d:.])(1[0-2]|[1-9])(?::[0-5]\d)? ?[ap]\.?m\b\.?", re.I)
_DIRECTION = re.compile(rf"\b({'|'.join(sorted(DIRECTIONS, key=len, reverse=True))}) of (?:the )?[A-Z]\w+")
_TITLE = re.compile(rf"\b({'|'.join(TITLES)}) [A-Z][a-z]+ [A-Z][a-z]+", re.I)
_DEMONYM = re.compile(
    rf"\b({'|'.join(DEMONYMS)}) (?:\w+ ){{0,2}}(?:minister|president|ministry|spokes\w+|ambassador|police|officials?|leader|government)\b",
    re.I,
)
_QUOTE = re.compile(r"[\"“]([^\"“”\n]{30,300})[\"”]")
NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()


def _other_number(number: str, rng: random.Random) -> str:
    if number in NUMBERS:
        return rng.choice([n for n in NUMBERS if abs(NUMBERS.index(n) - NUMBERS.index(number)) >= 2])
    value = int(number.replace(",", ""))
    new = value + rng.choice([-1, 1]) * max(3, int(value * rng.uniform(0.15, 0.45)))
    return f"{new:,}" if "," in number else str(new)


def _numbers(texts: Sequence[str], rng: random.Random, pattern: re.Pattern[str], what: str) -> Iterator[Plant]:
    for i, m, j, n in shared(texts, pattern, 0.35):
        new = _other_number(m.group(1), rng)
        text, span = change(texts[i], m.start(1), m.end(1), new)
        yield Plant(what, ("figure",), i, text, (span,), j, (n.span(),), m.group(), new)


def counts(texts: Sequence[str], rng: random.Random) -> Iterator[Plant]:
    yield from _numbers(texts, rng, _COUNT, "count")


def ages(texts: Sequence[str], rng: random.Random) -> Iterator[Plant]:
    yield from _numbers(texts, rng, _AGE, "age")


def percents(texts: Sequence[str], rng: random.Random) -> Iterator[Plant]:
    for i, m, j, n in shared(texts, _PERCENT, 0.35):
        new = str(min(99, int(float(m.group(1))) + rng.choice([7, 12, 20])))
        text, span = change(texts[i], m.start(1), m.end(1), new)
        yield Plant("percent", ("figure",), i, text, (span,), j, (n.span(),), m.group(), new)


def scales(texts: Sequence[str], rng: random.Random) -> Iterator[Plant]:
    for i, m, j, n in shared(texts, _SCALE, 0.3):
        new = "billion" if m.group(1) == "million" else "million"
        text, span = change(texts[i], m.start(1), m.end(1), new)
        yield Plant("scale", ("figure",), i, text, ((m.start(), span[1]),), j, (n.span(),), m.group(), new)


def weekdays(texts: Sequence[str], rng: random.Random) -> Iterator[Plant]:
    for i, m, j, n in shared(texts, _WEEKDAY, 0.5):
        at = WEEKDAYS.index(m.group(1))
        new = WEEKDAYS[(at + rng.choice([2, 3, 5])) % 7]
        text, span = change(texts[i], m.start(1), m.end(1), new)
        yield Plant("weekday", ("date",), i, text, (span,), j, (n.span(),), m.group(1), new)


def times(texts: Sequence[str], rng: random.Random) -> Iterator[Plant]:
    """Another hour of the day, three hours or more off, the half of the day kept."""
    for i, m, j, n in shared(texts, _TIME, 0.3):
        hour = int(m.group(1))
        new = str((hour - 1 + rng.choice([3, 4, 5])) % 12 + 1)
        text, span = change(texts[i], m.start(1), m.end(1), new)
        end = m.end() + len(new) - len(m.group(1))
        yield Plant("time", ("date",), i, text, ((span[0], end),), j, (n.span(),), m.group(), new)


def directions(texts: Sequence[str], rng: random.Random) -> Iterator[Plant]:
    for i, m, j, n in shared(texts, _DIRECTION, 0.2):
        new = DIRECTIONS[m.group(1)]
        text, span = change(texts[i], m.start(1), m.end(1), new)
        yield Plant("direction", ("place", "figure"), i, text, (span,), j, (n.span(),), m.group(), new)


def titles(texts: Sequence[str], rng: random.Random) -> Iterator[Plant]:
    for i, m, j, n in shared(texts, _TITLE, 0.0):
        new = TITLES[m.group(1).lower()]
        new = new.title() if m.group(1)[0].isupper() else new
        text, span = change(texts[i], m.start(1), m.end(1), new)
        end = m.end() + len(new) - len(m.group(1))
        yield Plant("title", ("affiliation",), i, text, ((span[0], end),), j, (n.span(),), m.group(), new)


def nationalities(texts: Sequence[str], rng: random.Random) -> Iterator[Plant]:
    for i, m, j, n in shared(texts, _DEMONYM, 0.3):
        new = rng.choice([d for d in DEMONYMS if d != m.group(1).title()])
        text, span = change(texts[i], m.start(1), m.end(1), new)
        yield Plant(
            "nationality",
            ("affiliation", "quote_attribution"),
            i,
            text,
            ((span[0], span[1] + 60),),
            j,
            ((n.start(), n.end() + 60),),
            m.group(),
            new,
        )


def names(texts: Sequence[str], rng: random.Random) -> Iterator[Plant]:
    """One letter of a surname, wherever the article has it."""
    for i, m, j, _ in shared(texts, _NAME, 0.0):
        first, last = m.group().split(" ", 1)
        if first in NOT_NAMES or last in NOT_NAMES:
            continue
        at = rng.randrange(1, len(last) - 1)
        letter = rng.choice([c for c in ("aeiou" if last[at] in "aeiou" else "bdgklmnprstv") if c != last[at]])
        new = last[:at] + letter + last[at + 1 :]
        text, spans = everywhere(texts[i], last, new)
        if len(all_spans(texts[j], last)) and spans:
            yield Plant("name letter", ("name",), i, text, spans, j, all_spans(texts[j], last), m.group(), new)


def _quotes(texts: Sequence[str]) -> Iterator[tuple[int, re.Match[str], int, re.Match[str]]]:
    found = [[(m, " ".join(WORD.findall(m.group(1).lower()))) for m in _QUOTE.finditer(t)] for t in texts]
    for i, mine in enumerate(found):
        for m, key in mine:
            for j, theirs in enumerate(found):
                other = next((n for n, k in theirs if i != j and k == key and len(k.split()) >= 7), None)
                if other:
                    yield i, m, j, other
                    break


SWAPS = (
    "people money week house police officer country danger trouble answer reason morning family water street".split()
)


def quote_words(texts: Sequence[str], rng: random.Random) -> Iterator[Plant]:
    for i, m, j, n in _quotes(texts):
        inner = [w for w in WORD.finditer(m.group(1)) if len(w.group()) > 4 and w.group().islower() and w.start()]
        if not inner:
            continue
        w = rng.choice(inner)
        new = rng.choice([s for s in SWAPS if s != w.group()])
        text, _ = change(texts[i], m.start(1) + w.start(), m.start(1) + w.end(), new)
        span = (m.start(1), m.end(1) + len(new) - len(w.group()))
        yield Plant("quote word", ("quote_wording",), i, text, (span,), j, (n.span(1),), w.group(), new)


def quote_nots(texts: Sequence[str], rng: random.Random) -> Iterator[Plant]:
    auxiliary = re.compile(r"\b(is|are|was|were|will|would|can|could|should|have|has|had|did|do)( not)?\b(?! n’t)")
    for i, m, j, n in _quotes(texts):
        found = auxiliary.search(m.group(1))
        if not found:
            continue
        new = found.group(1) if found.group(2) else f"{found.group(1)} not"
        text, _ = change(texts[i], m.start(1) + found.start(), m.start(1) + found.end(), new)
        span = (m.start(1), m.end(1) + len(new) - len(found.group()))
        yield Plant("quote not", ("quote_wording",), i, text, (span,), j, (n.span(1),), found.group(), new)


_RUN = r"(?:[A-Z][\w.]+ ){0,3}[A-Z][a-z]{2,}"  # a name with the titles before it
_CREDIT = re.compile(rf"\s?(?:said|says) ({_RUN})|\s?({_RUN}) (?:said|told)")
_CREDITED = re.compile(r".{0,40}(?:said|told)")
_OFFICES = "Mr Mrs Ms Dr Prof Sgt Const Judge Justice Lawyer Attorney Coach Doctor Professor Detective Officer Spokesman Spokeswoman"
# a name is a person's where it says something, has an age, or stands behind a title
_PERSON = re.compile(
    r"(?P<says>[A-Z][a-z]+ [A-Z][a-z]{2,})(?= (?:said|says|told|added)\b)"
    r"|(?<=said )(?P<said>[A-Z][a-z]+ [A-Z][a-z]{2,})"
    r"|(?P<age>[A-Z][a-z]+ [A-Z][a-z]{2,})(?=, \d\d\b)"
    rf"|\b(?:{'|'.join((*TITLES, *(t.title() for t in TITLES), *_OFFICES.split()))})\.? (?P<title>[A-Z][a-z]+ [A-Z][a-z]{{2,}})"
)
_NO_GIVEN = frozenset(
    (
        *_OFFICES.split(),
        "Interior",
        "Secretary",
        *(t.title() for t in TITLES),
        "He",
        "She",
        "They",
        "Police",
        "Chief",
        "Officials",
    )
)


def _people(text: str) -> list[str]:
    """Full names of people in an article, in alphabetical order."""
    names = {m.group(m.lastgroup or 0) for m in _PERSON.finditer(text)}
    return sorted(n for n in names if not (NOT_NAMES | _NO_GIVEN) & set(n.split()))


def speakers(texts: Sequence[str], rng: random.Random) -> Iterator[Plant]:
    """The name right behind a shared quote becomes that of another person of the same article."""
    for i, m, j, n in _quotes(texts):
        said = _CREDIT.match(texts[i], m.end(), m.end() + 60)
        if not said or not _CREDITED.match(texts[j], n.end(), n.end() + 60):
            continue
        group = 1 if said.group(1) else 2
        old = said.group(group)
        others = [x for x in _people(texts[i]) if x.split()[-1] != old.split()[-1]]
        if old in _NO_GIVEN or not others:
            continue
        new = rng.choice(others)
        text, span = change(texts[i], said.start(group), said.end(group), new)
        yield Plant(
            "speaker",
            ("quote_attribution", "affiliation"),
            i,
            text,
            ((m.start(), span[1]),),
            j,
            ((n.start(), n.end() + 60),),
            old,
            new,
        )


PLANTS: tuple[Callable[[Sequence[str], random.Random], Iterator[Plant]], ...] = (
    names, titles, nationalities, counts, scales, percents, ages, weekdays, times, directions, quote_words, quote_nots, speakers,
)  # fmt: skip
