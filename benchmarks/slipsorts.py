"""Wrong names of people, by sort: each takes an event's texts and names and changes one name in one article.

Letters of the surname or the given name; another given name or surname, or somebody else's; initials and suffixes; in
every place, in some, or in one article that alone names the person. Knows nothing of crosscheck.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.slip import Make, Slip, Texts, edited, pick
from benchmarks.slipletters import (
    Change,
    beginning_misheard,
    beside,
    by_ear,
    doubled,
    dropped,
    first_letter,
    letter,
    swapped,
    syllable_lost,
    syllable_misheard,
    two_letters,
    variant,
    vowel,
)
from benchmarks.slipnames import GIVEN, SEX, Found, Names, Span, alone

_LIKE = """John Jon|Stephen Steven|Kathy Cathy|Ann Anna|Anne Ann|Sarah Sara|Brian Bryan|Jeffrey Geoffrey|Eric Erik|Mark Marc
Katherine Catherine|Philip Phillip|Alan Allen|Sean Shawn|Michelle Michele|Rachel Rachael|Nicholas Nicolas|Frances Francis
Theresa Teresa|Laurence Lawrence|Karl Carl|Gary Garry|Matthew Mathew|Jonathan Johnathan|Christina Kristina|Julie Julia
Maria Marie|Diane Diana|Christine Christina|Eugene Gene|Mohammed Hamed|Aaron Erin|Lori Laurie|Jean Jeanne|Elizabeth Elisabeth
Isabella Isabel|Daniel Danielle|Joan Joanne|Carol Carole|Lisa Liza|Denise Denice|Kelly Kelley|Megan Meghan|Jerry Gerry
Louis Lewis|Terry Terri|Amy Aimee|Jesse Jessie|Dennis Denis|Patrick Patricia|Heather Hester|Thomas Tomas
Tyler Taylor|Robert Rupert|Michael Mitchell|Anthony Antonio|Sandra Sondra|Virginia Virgina|Kevin Kelvin|Ronald Donald"""
_FAMILY = (
    "Anderson Baker Carter Dixon Ellis Foster Gibson Harris Jenkins Kelley Lawson Mason Norris Parker Quinn Reeves Sawyer Tucker "
    "Vaughn Walters Barton Castillo Dawson Fuller Griffin Holloway".split()
)


def people(texts: Texts, names: Names, rng: random.Random) -> Iterator[tuple[Found, int, dict[int, list[Span]]]]:
    """People whom two articles name, one of them in full: name, article, stretches of the surname alone."""
    order = sorted(names.people)
    rng.shuffle(order)
    for name in order:
        found = names.people[name]
        bare = alone(texts, surname(name), found)
        articles = sorted(found.places)
        rng.shuffle(articles)
        for i in articles:
            if any(j != i for j in (*found.places, *bare)):
                yield found, i, bare


def surname(name: str) -> str:
    words = [w for w in name.replace(",", "").split() if w not in ("Jr.", "Sr.")]
    return words[-1]


def _sides(found: Found, bare: dict[int, list[Span]]) -> dict[int, list[Span]]:
    return {i: sorted([*found.places.get(i, ()), *bare.get(i, ())]) for i in {*found.places, *bare}}


def _family(sort: str, change: Change, scope: str = "any") -> Make:
    """Changes the surname: everywhere, in full mentions, in later ones, or once."""

    def make(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
        for found, i, bare in people(texts, names, rng):
            old = surname(found.text)
            new = change(old, rng)
            where = scope if scope != "any" else rng.choice(["all", "all", "full"])
            if not new or new == old or (where in ("bare", "once") and len(bare.get(i, ())) < 1 + (where == "once")):
                continue
            at = found.text.rindex(old)
            full = [((a + at, a + at + len(old)), new) for a, _ in found.places[i]]
            later = [(s, new) for s in bare.get(i, ())]
            edits = {
                "all": [*full, *later],
                "full": full,
                "bare": later,
                "once": rng.sample(later, 1) if later else [],
            }[where]
            if slip := pick(sort, texts, i, edits, _sides(found, bare), found.text, new):
                return slip
        return None

    return make


def _given(sort: str, change: Change, family: Change | None = None) -> Make:
    """Changes the first given name in full mentions, and the surname too where asked."""

    def make(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
        for found, i, _ in people(texts, names, rng):
            first, old = found.text.split()[0], surname(found.text)
            new = change(first, rng)
            last = family(old, rng) if family else old
            if not new or not last or new == first or family and last == old or not any(j != i for j in found.places):
                continue
            whole = new + found.text[len(first) :].replace(old, last)
            edits = [(s, whole) for s in found.places[i]]
            if slip := pick(sort, texts, i, edits, dict(found.places), found.text, whole):
                return slip
        return None

    return make


def like_given(word: str, rng: random.Random) -> str | None:
    able = [
        b for pair in _LIKE.replace("\n", "|").split("|") for a, b in (pair.split(), pair.split()[::-1]) if a == word
    ]
    return rng.choice(able) if able else None


def other_given(word: str, rng: random.Random) -> str | None:
    sex = SEX.get(word)
    return rng.choice([g for g in GIVEN[sex] if g[:2] != word[:2]]) if sex else None


def _where(found: Found, i: int, bare: dict[int, list[Span]]) -> str:
    """How hard it is to know the name: told once by either side, by the surname alone on the other, or otherwise."""
    others = [j for j in {*found.places, *bare} if j != i]
    if len(found.places[i]) == 1 and not bare.get(i) and all(len(found.places.get(j, ())) == 1 for j in others):
        return "lone" if not any(bare.get(j) for j in others) else ""
    return "surname" if not any(found.places.get(j) for j in others) else ""


def _hard(sort: str, change: Change, which: str) -> Make:
    """A letter of the surname where little else helps: foreign names, lone mentions, a surname alone elsewhere."""

    def make(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
        for found, i, bare in people(texts, names, rng):
            old = surname(found.text)
            foreign = found.text.split()[0] not in SEX
            if which != "foreign" and _where(found, i, bare) != which or which == "foreign" and not foreign:
                continue
            new = change(old, rng)
            if not new or new == old:
                continue
            at = found.text.rindex(old)
            edits = [((a + at, a + at + len(old)), new) for a, _ in found.places[i]]
            edits += [(s, new) for s in bare.get(i, ())]
            if slip := pick(sort, texts, i, edits, _sides(found, bare), found.text, new):
                return slip
        return None

    return make


def _inside_person(sort: str, given: bool) -> Make:
    """One mention of somebody whom one article alone names, and names again."""

    def make(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
        order = sorted(n for n, f in names.people.items() if len(f.places) == 1)
        rng.shuffle(order)
        for name in order:
            found, old = names.people[name], surname(name)
            (i,) = found.places
            bare = alone(texts, old, found)
            first = name.split()[0]
            later = found.places[i][1:] if given else [*found.places[i][1:], *bare.get(i, ())]
            new = letter(first if given else old, rng)
            if {*bare} - {i} or not later or not new:
                continue
            a, b = rng.choice(later)
            edit = ((a, a + len(first)), new) if given else ((b - len(old), b), new)
            if texts[i][slice(*edit[0])] != (first if given else old):
                continue
            text, spans, moved = edited(texts[i], [edit])
            rest = [s for s in (*found.places[i], *bare.get(i, ())) if s != (a, b)]
            return Slip(sort, i, text, spans, {i: tuple((moved(x), moved(y)) for x, y in rest)}, name, new)
        return None

    return make


def _initial(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
    for found, i, _ in people(texts, names, rng):
        m = re.search(r" ([A-Z])\. ", found.text)
        if m and any(j != i for j in found.places):
            new = found.text.replace(m.group(), f" {rng.choice([c for c in 'ABCDEFGHJKLMPRSTW' if c != m[1]])}. ")
            edits = [(s, new) for s in found.places[i]]
            if slip := pick("middle initial", texts, i, edits, dict(found.places), found.text, new):
                return slip
    return None


def _suffix(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
    for found, i, _ in people(texts, names, rng):
        if found.text.endswith(("Jr.", "Sr.")) and any(j != i for j in found.places):
            new = found.text[:-3] + ("Sr." if found.text.endswith("Jr.") else "Jr.")
            edits = [(s, new) for s in found.places[i]]
            return pick("Jr. and Sr.", texts, i, edits, dict(found.places), found.text, new)
    return None


def _turned_person(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
    for found, i, _ in people(texts, names, rng):
        words = found.text.split()
        if len(words) == 2 and words[0] in SEX and words[1] not in SEX and any(j != i for j in found.places):
            new = f"{words[1]} {words[0]}"
            edits = [(s, new) for s in found.places[i]]
            return pick("first and last turned", texts, i, edits, dict(found.places), found.text, new)
    return None


def _somebody_elses(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
    """The surname of another person of the same article."""
    for found, i, bare in people(texts, names, rng):
        old = surname(found.text)
        others = sorted({surname(n) for n, f in names.people.items() if i in f.places} - {old})
        if others and any(j != i for j in found.places):
            new = rng.choice(others)
            at = found.text.rindex(old)
            edits = [((a + at, a + at + len(old)), new) for a, _ in found.places[i]]
            if slip := pick("somebody else's surname", texts, i, edits, _sides(found, bare), found.text, new):
                return slip
    return None


def _hyphen(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
    for found, i, bare in people(texts, names, rng):
        old = surname(found.text)
        if re.fullmatch(r"[A-Z]\w+-[A-Z]\w+", old):
            new = rng.choice([old.split("-")[0], old.split("-")[1], old.replace("-", " ")])
            at = found.text.rindex(old)
            edits = [((a + at, a + at + len(old)), new) for a, _ in found.places[i]]
            edits += [(s, new) for s in bare.get(i, ())]
            return pick("double surname", texts, i, edits, _sides(found, bare), found.text, new)
    return None


def _other_family(word: str, rng: random.Random) -> str | None:
    return rng.choice([f for f in _FAMILY if f[:1] != word[:1]])


PEOPLE: dict[str, Make] = {
    **{
        sort: _family(sort, change)
        for sort, change in {
            "surname: letter dropped": dropped, "surname: letter doubled": doubled, "surname: letters swapped": swapped,
            "surname: key beside": beside, "surname: vowel": vowel, "surname: by ear": by_ear,
            "surname: first letter": first_letter, "surname: two letters": two_letters, "surname: variant": variant,
            "surname: another": _other_family, "surname: syllable lost": syllable_lost,
            "surname: syllable misheard": syllable_misheard,
        }.items()
    },
    "surname: in later mentions": _family("surname: in later mentions", letter, "bare"),
    "surname: in one later mention": _family("surname: in one later mention", letter, "once"),
    "surname: in full mentions": _family("surname: in full mentions", letter, "full"),
    "surname: foreign name, by ear": _hard("surname: foreign name, by ear", by_ear, "foreign"),
    "surname: foreign name, vowel": _hard("surname: foreign name, vowel", vowel, "foreign"),
    "surname: told once by either": _hard("surname: told once by either", letter, "lone"),
    "surname: alone elsewhere": _hard("surname: alone elsewhere", letter, "surname"),
    "in one article: surname": _inside_person("in one article: surname", False),
    "in one article: given name": _inside_person("in one article: given name", True),
    "given name: a letter": _given("given name: a letter", letter),
    "given name: beginning misheard": _given("given name: beginning misheard", beginning_misheard),
    "given name: syllable misheard": _given("given name: syllable misheard", syllable_misheard),
    "given name: a like one": _given("given name: a like one", like_given),
    "given name: another": _given("given name: another", other_given),
    "given name and surname: a letter each": _given("given name and surname: a letter each", letter, letter),
    "middle initial": _initial,
    "Jr. and Sr.": _suffix,
    "first and last turned": _turned_person,
    "somebody else's surname": _somebody_elses,
    "double surname": _hyphen,
}  # fmt: skip
