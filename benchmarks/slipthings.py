"""Wrong names of bodies, streets, other things: a letter, or a word exchanged, left out, turned. Knows nothing of crosscheck."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from benchmarks.slip import Make, Slip, Texts, edited, pick
from benchmarks.slipletters import letter
from benchmarks.slipnames import STREETS, Found, Names

Words = list[str]
_HEADS = {"Department": "Ministry Office Bureau", "Ministry": "Department Office", "University": "College", "College": "University",
          "Hospital": "Clinic", "Agency": "Administration Authority", "Bureau": "Office Agency", "Committee": "Commission Council",
          "Commission": "Committee Board", "Council": "Board Commission", "Association": "Society Federation", "Society": "Association",
          "Institute": "Center Foundation", "Center": "Institute", "Centre": "Institute", "Church": "Temple", "Bank": "Trust",
          "Foundation": "Fund Institute", "Authority": "Agency", "Club": "Association", "School": "Academy", "Academy": "School",
          "League": "Federation Association", "Federation": "Association", "Union": "Association", "Museum": "Gallery",
          "Times": "Post", "Post": "Times", "News": "Press", "Journal": "Herald", "Board": "Commission Council", "Group": "Company",
          "Company": "Group", "Service": "Agency", "Administration": "Agency", "Corporation": "Group"}  # fmt: skip
_INNER = {"National": "Federal", "Federal": "National", "Regional": "General", "General": "Regional", "Memorial": "Municipal",
          "Community": "County", "State": "National", "American": "National", "International": "National", "Medical": "Health",
          "Public": "General", "First": "Second", "High": "Middle", "Middle": "High", "Baptist": "Methodist", "Methodist": "Baptist",
          "Catholic": "Lutheran", "North": "South", "South": "North", "East": "West", "West": "East", "Central": "General",
          "Northern": "Southern", "Southern": "Northern", "United": "National", "Southeastern": "Southeast", "Foreign": "Interior",
          "Homeland": "National", "Human": "Civil", "Civil": "Human", "Justice": "Interior", "Defense": "Interior"}  # fmt: skip
_STREETS = {"Street": "Avenue Road", "Avenue": "Street Drive", "Road": "Street Drive", "Drive": "Road Lane", "Lane": "Drive",
            "Boulevard": "Avenue", "Highway": "Road", "Parkway": "Road"}  # fmt: skip


def _things(sort: str, table: str, change: Callable[[list[str], random.Random], list[str] | None]) -> Make:
    """Changes the words of a name in one article, in every place or once."""

    def make(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
        held: dict[str, Found] = getattr(names, table)
        order = sorted(n for n, f in held.items() if len(f.places) > 1)
        rng.shuffle(order)
        for name in order:
            new = change(name.split(" "), rng)
            if new is None or " ".join(new) in (name, *held) or _lower(texts, new, name):
                continue
            i = rng.choice(sorted(held[name].places))
            places = held[name].places[i]
            edits = [(s, " ".join(new)) for s in (places if rng.random() < 0.5 else places[:1])]
            if slip := pick(sort, texts, i, edits, dict(held[name].places), name, " ".join(new)):
                return slip
        return None

    return make


def _lower(texts: Texts, new: list[str], name: str) -> bool:
    """True where a changed word is one of the language's own in these texts."""
    fresh = [w.lower() for w in new if w not in name.split(" ")]
    return any(re.search(rf"\b{re.escape(w)}\b", t) for w in fresh for t in texts)


def _letter_of(words: list[str], rng: random.Random) -> list[str] | None:
    able = [i for i, w in enumerate(words) if len(w) > 4 and w[0].isupper() and w.isalpha() and not w.isupper()]
    if not able:
        return None
    at = rng.choice(able)
    new = letter(words[at], rng)
    return [*words[:at], new, *words[at + 1 :]] if new else None


def _exchange(table: dict[str, str]) -> Callable[[list[str], random.Random], list[str] | None]:
    def change(words: list[str], rng: random.Random) -> list[str] | None:
        able = [i for i, w in enumerate(words) if w in table]
        if len(words) < 2 or not able:
            return None
        at = rng.choice(able)
        return [*words[:at], rng.choice(table[words[at]].split()), *words[at + 1 :]]

    return change


def _left_out(words: list[str], rng: random.Random) -> list[str] | None:
    able = range(1, len(words) - 1)
    if len(words) < 4 or any(w.islower() for w in words):
        return None
    at = rng.choice(able)
    return [*words[:at], *words[at + 1 :]]


def _turned(words: list[str], rng: random.Random) -> list[str] | None:
    if len(words) < 4 or any(w.islower() for w in words):
        return None
    at = rng.randrange(1, len(words) - 2)
    return [*words[:at], words[at + 1], words[at], *words[at + 2 :]]


def _plural(words: list[str], rng: random.Random) -> list[str] | None:
    able = [i for i, w in enumerate(words[:-1]) if len(w) > 4 and w[0].isupper() and w.isalpha() and w[-1] not in "sy"]
    if len(words) < 3 or not able:
        return None
    at = rng.choice(able)
    return [*words[:at], words[at] + "s", *words[at + 1 :]]


def _own_word(words: list[str], rng: random.Random) -> list[str] | None:
    """Another word for the one that names the body or street."""
    known = {*_HEADS, *_INNER, *STREETS}
    able = [i for i, w in enumerate(words) if w not in known and len(w) > 3 and w[0].isupper() and w.isalpha()]
    if len(words) < 2 or not able:
        return None
    at = rng.choice(able)
    return [
        *words[:at],
        rng.choice("Lincoln Riverside Mercy Oakwood Franklin Clayton Ashford Summit".split()),
        *words[at + 1 :],
    ]


def _one_word(words: list[str], rng: random.Random) -> list[str] | None:
    return _letter_of(words, rng) if len(words) == 1 else None


def _several(words: list[str], rng: random.Random) -> list[str] | None:
    return _letter_of(words, rng) if len(words) > 1 else None


def _initials(words: list[str], rng: random.Random) -> list[str] | None:
    word = words[0]
    able = [i for i in range(len(word) - 1) if word[i] != word[i + 1]]
    if not able:
        return None
    at = rng.choice(able)
    if rng.random() < 0.5:
        return [word[:at] + word[at + 1] + word[at] + word[at + 2 :]]
    return [word[:at] + rng.choice([c for c in "ABCDEGHKLMNPRSTV" if c != word[at]]) + word[at + 1 :]]


def _inside_thing(sort: str, table: str, change: Callable[[list[str], random.Random], list[str] | None]) -> Make:
    """One mention of a name that one article alone has, and has again."""

    def make(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
        held: dict[str, Found] = getattr(names, table)
        order = sorted(n for n, f in held.items() if len(f.places) == 1 and len(next(iter(f.places.values()))) > 1)
        rng.shuffle(order)
        for name in order:
            new = change(name.split(" "), rng)
            if new is None or _lower(texts, new, name):
                continue
            (i,) = held[name].places
            spans = held[name].places[i]
            at = rng.choice(spans[1:])
            text, changed, moved = edited(texts[i], [(at, " ".join(new))])
            rest = tuple((moved(x), moved(y)) for x, y in spans if (x, y) != at)
            return Slip(sort, i, text, changed, {i: rest}, name, " ".join(new))
        return None

    return make


THINGS: dict[str, Make] = {
    "in one article: body": _inside_thing("in one article: body", "bodies", _letter_of),
    "in one article: other name": _inside_thing("in one article: other name", "others", _letter_of),
    **{
        sort: _things(sort, table, change)
        for sort, table, change in (
            ("body: a letter", "bodies", _letter_of), ("body: its sort", "bodies", _exchange(_HEADS)),
            ("body: an inner word", "bodies", _exchange(_INNER)), ("body: word left out", "bodies", _left_out),
            ("body: words turned", "bodies", _turned), ("body: plural", "bodies", _plural),
            ("body: its own word", "bodies", _own_word), ("initials", "initials", _initials),
            ("street: a letter", "streets", _letter_of), ("street: its sort", "streets", _exchange(_STREETS)),
            ("other name: a letter, one word", "others", _one_word),
            ("other name: a letter, several words", "others", _several),
        )
    },
}  # fmt: skip
