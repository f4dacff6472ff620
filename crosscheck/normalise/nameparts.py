"""Parts of a person's name: given names, family name, suffix, nickname, and the key that two writings share.

In: a name as written. Out: :class:`Parts`, all folded (lower case, no accents, no full stops), so that comparing needs
no more cleaning. Family-name-first order is told by the surname and by the syllables, see :func:`family_first`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from crosscheck.data import given, scripts

_NICK = re.compile(r"\(?[\"“‘'(]([^\"”’')]+)[\"”’')]\)?")
_SUFFIX = re.compile(r",?\s+(jr|sr|ii|iii|iv)\.?$", re.I)
_PARTICLES = frozenset(
    "de da di du del della dela dos das do la le van von der den ter ten zu zur af av bin ibn bint st san santa "
    "mac".split()
)
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|as|an|ar|ash)[- ]")
# letters that Unicode does not take apart, and apostrophes
_TRANSLATE = str.maketrans(
    {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d"}
    | {"þ": "th", "ə": "a", "’": "'", "‘": "'", "`": "'"}
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
    text = unicodedata.normalize("NFKD", text.translate(_TRANSLATE))
    return "".join(c for c in text if not unicodedata.combining(c)).replace(".", "").casefold()


@lru_cache(maxsize=8192)
def parts(name: str, *, first_is_family: bool | None = None) -> Parts:
    """Split a name as written. A single word is taken for the family name; initials ("J.R.") come apart."""
    nick = ""
    m = _NICK.search(name)
    if m and m.start() > 0:
        nick, name = fold(m.group(1)), name[: m.start()] + name[m.end() :]
    suffix = ""
    m = _SUFFIX.search(name)
    if m:
        suffix, name = m.group(1).lower(), name[: m.start()]
    words: list[str] = []
    for raw in name.replace(",", " ").split():
        if re.fullmatch(r"(?:[^\W\d_]\.){2,}", raw):
            words += [c.lower() for c in raw if c != "."]
        elif word := fold(raw).strip("'\"-"):
            words.append(word)
    if not words:
        return Parts(suffix=suffix, nick=nick)
    if len(words) == 1:
        return Parts(family=(words[0],), suffix=suffix, nick=nick)
    if first_is_family if first_is_family is not None else family_first(tuple(words)):
        return Parts(given=tuple(words[1:]), family=(words[0],), suffix=suffix, nick=nick)
    cut = len(words) - 1
    while cut > 1 and words[cut - 1] in _PARTICLES | {"al", "el"}:
        cut -= 1
    return Parts(given=tuple(words[:cut]), family=tuple(words[cut:]), suffix=suffix, nick=nick)


def family_first(words: tuple[str, ...]) -> bool:
    """True for Chinese, Korean and Vietnamese names in their own order: a common surname, then short syllables."""
    if not 2 <= len(words) <= 4 or words[0] not in scripts.east_asian_surnames():
        return False
    rest = words[1:]
    if any(w in given.english_given() for w in words if len(w) > 3 and w not in scripts.east_asian_surnames()):
        return False
    if all(scripts.is_pinyin(w) for w in rest):
        # "Ban Ki-moon", "Xi Jinping", "Lin Jian"; but "Jing Lin" ends in the commoner surname
        return not (len(rest) == 1 and rest[0] in scripts.east_asian_surnames() and words[0] not in _FREQUENT)
    return False


_FREQUENT = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu lin kim lee park choi nguyen tran le xi hu wen".split()
)


def bare(word: str) -> str:
    """A family word without the Arabic article, hyphens and apostrophes: al-Assad, Assad; O'Brien, OBrien."""
    return _ARTICLE.sub("", word).replace("-", "").replace("'", "")
