"""Two words of names: slips of the keyboard, and spellings that romanisation or the ear makes of one word.

In: folded words (:mod:`crosscheck.normalise.nameparts`). Out: their level, and keys that words of one sound share.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA, JaroWinkler

from crosscheck.data import given, scripts
from crosscheck.normalise.nameparts import Parts, bare
from crosscheck.settings import NameSettings

Level = Literal["same", "variant", "spelling", "different"]
_DEFAULT = NameSettings()
_RUN = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def word_level(a: str, b: str, *, foreign: bool, settings: NameSettings = _DEFAULT) -> Level:
    """Level of two folded name words. ``foreign`` allows rules of romanisation beside the table of known variants."""
    if a == b:
        return "same"
    groups = scripts.variants()
    if a in groups and groups[a] == groups.get(b):
        return "variant"
    if (foreign or (slavic(a) and slavic(b))) and skeleton(a) == skeleton(b):
        return "variant"
    if _other_house(a, b) or _other_house(b, a):
        return "variant"
    if _slip(a, b, settings):
        return "spelling"
    return "different"


# as German papers write Slavic and Arabic names (Selenskyj, Nasarbajew, Ahmadinedschad), and Latvian ones (Lavrovs)
_GERMAN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"dsch", "J"), (r"tsch", "C"), (r"sch", "S"), (r"ch", "kh"), (r"(?<=[aeiou])s(?=[aeiou])|^s(?=[aeiou])", "z"),
        (r"w", "v"), (r"jew$", "yev"), (r"j", "y"), (r"J", "j"), (r"C", "ch"), (r"S", "sh"),
    )
)  # fmt: skip
_HOUSE_MARKS = re.compile(r"sch|w|j|^s[aeiou]|ch|[aeiou]s[aeiou]")
_BALTIC = re.compile(r"(?<=[oe]v|ei|ij)s$|(?<=ej)s$|(?<=in)s$|(?<=sk)is$")


def _other_house(a: str, b: str) -> bool:
    """True where the first word is the second, which is no English one, as a German or a Latvian paper writes it."""
    if min(len(a), len(b)) < _HOUSE_LENGTH or not (b in scripts.variants() or slavic(b) or _FOREIGN.search(b)):
        return False
    if b in given.english_given() and b not in scripts.variants():
        return False
    plain = _BALTIC.sub("", a)
    if plain != a and skeleton(plain) == skeleton(b):
        return True
    if not _HOUSE_MARKS.search(plain):
        return False
    for pattern, by in _GERMAN:
        plain = pattern.sub(by, plain)
    return skeleton(plain) == skeleton(b)


_HOUSE_LENGTH = 5  # shorter words meet by chance


def _slip(a: str, b: str, settings: NameSettings) -> bool:
    """True when one word is most likely the other with a slip of the keyboard, the ear or the memory."""
    short, long = sorted((a, b), key=len)
    if len(short) < settings.slip_min_length:
        return False
    if heard(a) == heard(b):
        return True  # written by ear: Trudo, Trudeau
    if len(short) > settings.slip_min_length and held_down(a) == held_down(b):
        return True  # a key held down: Puttin, Merkkkel
    distance = OSA.distance(a, b, score_cutoff=2)
    if distance == 1:
        return len(long) >= (settings.near_min_length if a[0] == b[0] else settings.first_letter_min_length)
    if long.endswith(short) and long[: len(long) - len(short)] in _PREFIXES:
        return len(short) > settings.near_min_length
    if distance == 2 and len(short) >= settings.two_letters_min_length:
        return a[0] == b[0] and float(JaroWinkler.similarity(a, b)) >= settings.jaro_winkler
    return False


SON_OF = frozenset({"bin", "ibn", "bint", "ben", "bar"})


def long_slip(one: Parts, other: Parts, settings: NameSettings) -> bool:
    """Two letters off in the family name alone, where two given names or more agree: Abdel Fattah Sirri, ... Sisi."""
    if one.given != other.given or len([w for w in one.given if len(w) > 1]) < 2 or one.suffix != other.suffix:
        return False
    if SON_OF & {*one.words, *other.words} or one.family[:-1] != other.family[:-1]:
        return False
    a, b = bare(one.family[-1]), bare(other.family[-1])
    if min(len(a), len(b)) < settings.near_min_length or OSA.distance(a, b, score_cutoff=2) > 2:
        return False
    return a[0] == b[0] or _within(a, b) or _within(b, a)


def given_slip(one: Parts, other: Parts, settings: NameSettings) -> bool:
    """Two letters off in the given name alone, where the surname is a double one: Manuel Ortiz-Reyes, Miguel ..."""
    if one.family != other.family or not _double(one.family[-1]) or one.suffix != other.suffix:
        return False
    a, b = one.given[0], other.given[0]
    if a[0] != b[0] or min(len(a), len(b)) < settings.two_letters_min_length or one.given[1:] != other.given[1:]:
        return False
    return not given.two_sexes(a, b) and OSA.distance(a, b, score_cutoff=2) <= 2


def _double(surname: str) -> bool:
    """Ortiz-Reyes; al-Assad is a single name."""
    first, _, last = surname.partition("-")
    return bool(last) and bare(surname) == bare(first + last)


def _within(short: str, long: str) -> bool:
    """True where the letters of one word stand in the other in their order: Rost, Troost."""
    letters = iter(long)
    return all(c in letters for c in short)


_PREFIXES = frozenset(["la", "le", "de", "di", "da", "du", "mc", "mac", "o", "van", "von", "el", "al", "lo", "st"])


def held_down(word: str) -> str:
    """A word with each run of one letter made one: Merkkkel, Merkel."""
    return _RUN.sub(r"\1", word)


_SLAVIC = re.compile(r"(?:sk(?:y|yy|i|iy|yi|ij|ii|aya|aia|a)|[eo]nko|[eo][vw]it?s?ch|ovych|[oe]va?|yov|off|eff)$")
_FOREIGN = re.compile(
    r"^(?:abd|al-|el-|ibn|bin$|bint$)|^kh|^gh(?!i)|^dh|zh|q(?!u)|(?:ullah|allah|uddin|eddin|zadeh|nejad|pour|shvili|dze"
    r"|[ae]nko|[eo][vw]it?s?ch|sky|skyy|skiy|wati|iono|oyo|swamy|jee"
    r"|[^n]esh|endra|preet|jeet|bhai|kumar|nath|walla?h?|akant|singhe?)$"
)


def slavic(word: str) -> bool:
    """True for a word that ends as Slavic family names do."""
    return len(word) > 5 and bool(_SLAVIC.search(word))


def romanised(name: Parts) -> bool:
    """True for a name that was most likely written in another script: then spellings of one name go side by side."""
    groups = scripts.variants()
    for word in name.words:
        if len(word) > 2 and ((word in groups and word not in given.english_given()) or _FOREIGN.search(word)):
            return True
    return False


# one sound of the other script, two ways to write it: any writer may take either
_REGULAR: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"[-'’]", ""),
        (r"(?:skyy|skiy|skyi|skij|skii|ski)$", "sky"),
        (r"(?:off|ow)$", "ov"), (r"eff$", "ev"), (r"w", "v"),
        (r"tsch|tch", "ch"), (r"sch|shch", "sh"), (r"dj|dzh|dsch", "j"), (r"tj", "ch"),
        (r"ou|oo|oe", "u"), (r"ee|ie|ii|iy|yy", "i"), (r"ei|ey|ay|ai", "e"), (r"y|j(?=[aeiou])", "i"),
        (r"kh|q|gh|ck", "k"), (r"ph", "f"), (r"dh", "d"), (r"th", "t"), (r"x", "ks"), (r"h$", ""),
        (r"h(?=[^aeiouh])", ""), (r"(?<=[aeiou][bdgklmnprstv])e$", ""),
        (r"(?<=[aeiou])([bdlmnrstyz])\1(?=[aeiou])", r"\1"),
    )
)  # fmt: skip
# vowels that writers also swap by ear: enough to know a name again, not enough to call both writings right
_LOOSE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by) for pattern, by in ((r"h(?=h)", ""), (r"o", "u"), (r"e", "i"), (r"iu", "u"))
)


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """A word with the letters that romanisations swap made one (Heydar, Heidar; Yushchenko, Juschtschenko)."""
    word = _sounds(word)
    for pattern, by in _LOOSE:
        word = pattern.sub(by, word)
    return word


@lru_cache(maxsize=16384)
def _sounds(word: str) -> str:
    for pattern, by in _REGULAR:
        word = pattern.sub(by, word)
    return word


# English spellings of one sound: what an ear that never saw the name writes down
_HEARD: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"^kn|^gn", "n"), (r"^wr", "r"), (r"^x", "s"), (r"eau[xs]?$|eaux?|aux$", "o"), (r"ph", "f"),
        (r"igh(?=t)", "i"), (r"augh|ough(?=t)", "o"), (r"oo|ou|ue", "u"), (r"ck|c(?=[^eiyhk]|$)|q", "k"),
        (r"c(?=[eiy])", "s"), (r"ee|ea|ie|ei|ey$|y", "i"), (r"(?<=[^aeiou])h", ""), (r"w(?=h)", "v"),
        (r"(.)\1", r"\1"), (r"z", "s"), (r"(?<=[^aeiou])e$", ""), (r"(?<=o)w$", ""),
    )
)  # fmt: skip


@lru_cache(maxsize=16384)
def heard(word: str) -> str:
    """A folded word as English ears would have it: Trudeau and Trudo, Knox and Nox are one."""
    for pattern, by in _HEARD:
        word = pattern.sub(by, word)
    return word


def regular(a: str, b: str) -> bool:
    """True where two writings of one romanised word are both at home: listed ones, or letters that stand for one sound.

    Heydar and Heidar are; Nugroho and Nugrohho, Grigoropoulos and Grigoropolos are not.
    """
    groups = scripts.variants()
    return (a in groups and groups[a] == groups.get(b)) or _sounds(a) == _sounds(b)
