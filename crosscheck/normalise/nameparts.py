"""Parts of a person's name: given names, family name, suffix, nickname, and the key that two writings share.

In: a name as written. Out: :class:`Parts`, all folded (lower case, no accents, no full stops), so that comparing needs
no more cleaning. Family-name-first order is told by the surname and by the syllables, see :func:`family_first`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from crosscheck.data import alphabets, eastasia, given, titles
from crosscheck.normalise.affixes import taken_off, without_titles

_WRITTEN_OUT = {"junior": "jr", "senior": "sr"}
# two words of a name run together by a slip; a capital inside McCain, DeVito and LaGuardia is at home
_JOINED = re.compile(
    r"(?!(?:Mc|Mac|De|Del|Di|Da|Du|La|Le|Lo|Van|Von|Fitz|O|St|Al|El|Abdul|Abu)[A-Z])"
    r"([^\W\d_]+?[^\W\d_A-Z])([A-Z][^\W\d_A-Z]{2,})"
)
_JOINED_LENGTH = 3  # a first part this short is one only where it is a surname of East Asia: RuPaul, XiJinping
_FAMILY_COMMA = re.compile(r"\s*([^\W\d_][\w'’. -]*?),\s*([^\W\d_][\w'’. -]*\S)\s*")
_PARTICLES = frozenset(
    "de da di du del della dela dos das do la le van von der den ter ten zu zur af av bin ibn bint st san santa "
    "mac".split()
)
_NO_GIVEN = frozenset("de di da du del von der den ter ten dos das".split())  # Van and San are given names, too
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|as|an|ar|ash)[- ]")
# letters that Unicode does not take apart, and apostrophes
_TRANSLATE = str.maketrans(
    {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d"}
    | {"þ": "th", "ə": "a", "’": "'", "‘": "'", "`": "'"}
    | dict.fromkeys("´ʻʼʾʿ′", "'")
    | dict.fromkeys("‐‑‒–—", "-")
)


class Parts(NamedTuple):
    """A name's words, folded. ``given`` and ``family`` are in the order of the name's own language."""

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    suffix: str = ""
    nick: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """All words, given names first."""
        return self.given + self.family

    @property
    def key(self) -> str:
        """Family name first, then given names, without suffix and nickname."""
        return " ".join(self.family + self.given)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case without accents, full stops and curly apostrophes."""
    if not text.isascii():
        text = alphabets.romanised(text.translate(_TRANSLATE))
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if not unicodedata.combining(c)).replace(".", "").casefold()


_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae",
     "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)  # fmt: skip


def spelled_out(text: str) -> frozenset[str]:
    """The words of a name as those write them who lack some letter of it: {"mueller"} for Karl Müller."""
    return frozenset(bare(fold(w.translate(_SPELLED_OUT))) for w in text.split() if not w.isascii())


@lru_cache(maxsize=8192)
def parts(name: str, *, first_is_family: bool | None = None) -> Parts:
    """Split a name as written. A single word is taken for the family name; initials ("J.R.") come apart."""
    name, suffix, nick = taken_off(name)
    nick = fold(nick)
    m = _JOINED.fullmatch(name.strip())
    if m and (len(m[1]) > _JOINED_LENGTH or m[1].lower() in eastasia.east_asian_surnames()):
        name = f"{m[1]} {m[2]}"
    if m := _FAMILY_COMMA.fullmatch(name):  # "Randolph, Gena"
        if " " in m[1] and titles.lookup(m[2].rpartition(" ")[2].lower()):
            return parts(m[1])._replace(suffix=suffix, nick=nick)  # "Gena Randolph, chancellor"
        return _ordered(m[1], m[2], suffix, nick)
    words = _words(name)
    if len(words) > 2 and words[-1] in _WRITTEN_OUT:
        suffix = _WRITTEN_OUT[words.pop()]
    words = without_titles(words)  # "President Hale", "Monsieur Ilie Bolojan", "Sheikh Isa bin Tarif"
    first, last = _halves(words, first_is_family)
    return Parts(given=tuple(first), family=tuple(last), suffix=suffix, nick=nick)


def _halves(words: list[str], first_is_family: bool | None) -> tuple[list[str], list[str]]:
    """Given names and family name among the words of a name."""
    if len(words) < 2:
        return [], words
    if first_is_family if first_is_family is not None else family_first(tuple(words)):
        return words[1:], words[:1]
    if len(words) > 2 and len(words[0]) > 1 and all(len(w) == 1 for w in words[1:]):
        return words[1:], words[:1]  # "Orlov V.V."
    if all(w in _PARTICLES for w in words[:-1]) and (len(words) > 2 or words[0] in _NO_GIVEN):
        return [], words  # "Van den Brul" at the head of a sentence
    cut = len(words) - 1
    while cut > 1 and words[cut - 1] in _PARTICLES | {"al", "el"}:
        cut -= 1
    return words[:cut], words[cut:]


def _words(name: str) -> list[str]:
    """The words of a name, folded: initials come apart ("J.R."), "Mc Donald" together."""
    words: list[str] = []
    for raw in name.replace(",", " ").split():
        if re.fullmatch(r"(?:[^\W\d_]\.){2,}", raw):
            words += [c.lower() for c in raw if c != "."]
        elif word := fold(raw).strip("'\"-"):
            if words and words[-1] == "mc":
                words[-1] += word
            elif words and words[-1] == "abd" and _ARTICLE.match(word):
                words[-1:] = ["abdel", _ARTICLE.sub("", word)]  # Abd al-Fattah
            else:
                words.append(word)
    while len(words) > 2 and words[-1].isdigit():  # "Ann Hale, 52"
        words.pop()
    return words


def _ordered(family: str, others: str, suffix: str, nick: str) -> Parts:
    """Parts of a name that is written family name first, with a comma."""
    first, last = parts(family), parts(others)
    if not first.words or not last.words:
        return Parts(family=first.words or last.words, suffix=suffix, nick=nick)
    return Parts(given=last.words, family=first.words, suffix=suffix or first.suffix or last.suffix, nick=nick)


def family_first(words: tuple[str, ...]) -> bool:
    """True for Chinese, Korean and Vietnamese names in their own order: a common surname, then short syllables."""
    if not 2 <= len(words) <= 4 or words[0] not in eastasia.east_asian_surnames():
        return False
    rest = words[1:]
    if any(w in given.english_given() for w in words if len(w) > 3 and w not in eastasia.east_asian_surnames()):
        return False
    if eastasia.given_reads_eastern(rest):
        # "Ban Ki-moon", "Xi Jinping", "Lin Jian"; but "Jing Lin" ends in the commoner surname
        return not (len(rest) == 1 and rest[0] in eastasia.east_asian_surnames() and words[0] not in _FREQUENT)
    return False


_FREQUENT = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu lin kim lee park choi nguyen tran le xi hu wen".split()
)


def bare(word: str) -> str:
    """A family word without the Arabic article, hyphens and apostrophes: al-Assad, Assad; O'Brien, OBrien."""
    return _ARTICLE.sub("", word).replace("-", "").replace("'", "")
