"""Letters of a word written wrongly: dropped, doubled, swapped, hit beside, written by ear. Knows nothing of crosscheck."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Change = Callable[[str, random.Random], "str | None"]

_KEYS = {"a": "s", "b": "v", "c": "v", "d": "f", "e": "r", "f": "g", "g": "h", "h": "j", "i": "u", "j": "k", "k": "l",
         "l": "k", "m": "n", "n": "m", "o": "i", "p": "o", "r": "t", "s": "d", "t": "y", "u": "i", "v": "b", "w": "e",
         "y": "t", "z": "x"}  # fmt: skip
_BY_EAR = (("ck", "k"), ("ph", "f"), ("ie", "ei"), ("ei", "ie"), ("ll", "l"), ("tt", "t"), ("nn", "n"), ("ss", "s"), ("rr", "r"),
           ("ey", "y"), ("ee", "ea"), ("ea", "ee"), ("oo", "u"), ("ou", "u"), ("c", "k"), ("k", "c"), ("s", "z"), ("z", "s"),
           ("y", "i"), ("i", "y"), ("gh", "g"), ("th", "t"), ("x", "ks"), ("ow", "ou"), ("ai", "ay"))  # fmt: skip
_VARIANTS = ((r"sen$", "son"), (r"son$", "sen"), (r"mann$", "man"), (r"man$", "mann"), (r"ke$", "k"), (r"ey$", "y"), (r"y$", "ie"),
             (r"ie$", "y"), (r"el$", "ell"), (r"ell$", "el"), (r"er$", "or"), (r"ar$", "er"), (r"ez$", "es"), (r"es$", "ez"),
             (r"berg$", "burg"), (r"burg$", "berg"), (r"stein$", "stien"), (r"ette$", "et"), (r"ett$", "et"), (r"et$", "ett"),
             (r"ley$", "ly"), (r"ski$", "sky"), (r"sky$", "ski"), (r"i$", "y"), (r"a$", "ah"), (r"e$", ""), (r"s$", ""),
             (r"([^s])$", r"\1s"))  # fmt: skip


def _inside(word: str, least: int = 1) -> list[int]:
    return [i for i in range(least, len(word)) if word[i].isalpha()]


def dropped(word: str, rng: random.Random) -> str | None:
    at = rng.choice(_inside(word)) if len(word) > 4 else 0
    return word[:at] + word[at + 1 :] if at and word[at] != "'" else None


def doubled(word: str, rng: random.Random) -> str | None:
    at = rng.choice(_inside(word) or [0])
    return word[:at] + word[at] + word[at:] if at else None


def swapped(word: str, rng: random.Random) -> str | None:
    able = [i for i in _inside(word)[:-1] if word[i] != word[i + 1] and word[i + 1].isalpha()]
    if not able or len(word) < 4:
        return None
    at = rng.choice(able)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def beside(word: str, rng: random.Random) -> str | None:
    able = [i for i in _inside(word) if word[i] in _KEYS]
    at = rng.choice(able) if able and len(word) > 3 else 0
    return word[:at] + _KEYS[word[at]] + word[at + 1 :] if at else None


def vowel(word: str, rng: random.Random) -> str | None:
    able = [i for i in _inside(word) if word[i] in "aeiou"]
    at = rng.choice(able) if able and len(word) > 3 else 0
    return word[:at] + rng.choice([v for v in "aeiou" if v != word[at]]) + word[at + 1 :] if at else None


def by_ear(word: str, rng: random.Random) -> str | None:
    able = [(m.start(), old, new) for old, new in _BY_EAR for m in re.finditer(old, word) if m.start()]
    if not able or len(word) < 4:
        return None
    at, old, new = rng.choice(able)
    return word[:at] + new + word[at + len(old) :]


def letter(word: str, rng: random.Random) -> str | None:
    """Any one of these slips."""
    order: list[Change] = [dropped, doubled, swapped, beside, vowel, by_ear]
    rng.shuffle(order)
    return next((new for f in order if (new := f(word, rng)) and new != word), None)


def two_letters(word: str, rng: random.Random) -> str | None:
    once = letter(word, rng) if len(word) > 6 else None
    twice = letter(once, rng) if once else None
    return twice if twice and twice != word else None


def first_letter(word: str, rng: random.Random) -> str | None:
    near = {
        "K": "C",
        "C": "K",
        "B": "P",
        "P": "B",
        "D": "T",
        "T": "D",
        "V": "W",
        "W": "V",
        "M": "N",
        "N": "M",
        "F": "V",
        "S": "Z",
    }
    return near[word[0]] + word[1:] if word[0] in near and len(word) > 4 else None


def variant(word: str, rng: random.Random) -> str | None:
    able = [re.sub(p, by, word) for p, by in _VARIANTS if re.search(p, word)]
    return rng.choice(able[:2]) if able and len(word) > 3 else None


def syllable_lost(word: str, rng: random.Random) -> str | None:
    """Wilkinson, Wilkson."""
    able = [
        m.span() for m in re.finditer(r"[b-df-hj-np-tv-z]{1,2}[aeiouy]{1,2}", word) if m.start() and m.end() < len(word)
    ]
    if len(word) < 7 or not able:
        return None
    a, b = rng.choice(able)
    return word[:a] + word[b:]


def syllable_misheard(word: str, rng: random.Random) -> str | None:
    """Molleda, Moreda."""
    able = [m.span() for m in re.finditer(r"[b-df-hj-np-tv-z]{1,2}[aeiouy]", word) if m.start() and m.end() < len(word)]
    if len(word) < 6 or not able:
        return None
    a, b = rng.choice(able)
    return word[:a] + rng.choice("bdgklmnprstv") + rng.choice("aeiou") + word[b:]


def beginning_misheard(word: str, rng: random.Random) -> str | None:
    """Tyra, Etyra; Travon, Kavon."""
    if len(word) < 4:
        return None
    if word[0] in "AEIOU":
        return word[1:].capitalize()
    rest = re.sub(r"^[^aeiouy]+", "", word.lower())
    return rng.choice([f"E{word.lower()}", f"{rng.choice('KTMDJ')}{rest}"]) if rest else None
