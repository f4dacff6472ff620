"""What stands before and behind a person's name: titles, degrees and honours, suffixes, bynames, maiden names.

In: a name as written, or its folded words. Out: the bare name, with what of the rest names are compared by.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crosscheck.data import eastasia, titles
from crosscheck.lexicons import load
from crosscheck.lexicons import words as words_of

_SUFFIXES = {"jr": "jr", "jnr": "jr", "sr": "sr", "snr": "sr", "ii": "ii", "2nd": "ii", "iii": "iii", "3rd": "iii",
             "iv": "iv", "4th": "iv", "fils": "jr", "père": "sr"}  # fmt: skip
_MAKE_A_NAME = 2  # words that must remain for what stands behind them to be no part of the name
_ENDINGS = 8  # a name has fewer degrees and honours behind it; what has more is no name
_LONGEST_TITLE = 6  # words of the longest title of the lexicon
_NICK = re.compile(r"(?<=\s)\(?[\"“‘'(«„]([^\"”’'“»()«„]+)[\"”’')“»]\)?(?=[\s,]|$)|(?<=\S)\(([^()]+)\)")
_BORN = re.compile(r",? \(?(?:née|nee|né|born|geb\.|geborene) ([^\W\d_][^(),]*)\)?", re.IGNORECASE)
_ALIAS = re.compile(
    r",? \(?(?:aka|a\.k\.a\.|alias|(?:also |better )?known as|nicknamed|dubbed) ([^()]{1,80})\)?$", re.IGNORECASE
)
_RETIRED = re.compile(r" ?\((?:ret|retd|rtd)\.?\)", re.IGNORECASE)
_STYLES = re.compile(r"(?:H\.?R\.?H|H\.?M|H\.?H|H\.?E)\.? (?=[^\W\d_])")
_SUFFIX_WITHIN = re.compile(r"([^,]+), (jr|sr|jnr|snr|ii|iii|iv)\.?, ([^,]+)", re.IGNORECASE)


class Bare(NamedTuple):
    """A name without what is no part of it; ``suffix`` is "jr", "sr" or a Roman numeral, ``nick`` is as written."""

    name: str
    suffix: str = ""
    nick: str = ""


def taken_off(name: str) -> Bare:
    """The name as written without styles, degrees, suffix, nickname and alias; a maiden name becomes a middle name.

    >>> taken_off('Gen. (Ret.) Ann "Nan" Hale Jr., Ph.D.')
    Bare(name='Gen. Ann Hale', suffix='jr', nick='Nan')
    """
    name, nick = " ".join(_RETIRED.sub("", name).split()), ""
    if not name.isupper() and (style := _STYLES.match(name)):
        name = name[style.end() :]
    if born := _BORN.search(name):
        name = _with_maiden_name(name, born)
    if (alias := _ALIAS.search(name)) and alias.start() > 0:
        before, words = name[: alias.start()], alias[1].split()
        name, nick = before if " " in before else f"{before} {words[-1]}", _nick_of(words, before)
    elif m := _NICK.search(name):
        nick, name = m[1] or m[2], " ".join(f"{name[: m.start()]} {name[m.end() :]}".split()).replace(" ,", ",")
    if m := _SUFFIX_WITHIN.fullmatch(name):
        name = f"{m[1]}, {m[3]}, {m[2]}"
    suffix = ""
    for _ in range(_ENDINGS):
        rest, _, last = name.rpartition(" ")
        if not rest:
            break
        if found := _suffix_of(last, rest):
            suffix = suffix or found
        elif not _is_honour(last, rest):
            break
        name = rest.rstrip(", ")
    return Bare(name, suffix, nick)


def _suffix_of(last: str, rest: str) -> str:
    found = _SUFFIXES.get(last.rstrip(".").lower(), "")
    return "" if len(last.rstrip(".")) > 3 and " " not in rest else found  # a man called Fils


def _is_honour(last: str, rest: str) -> bool:
    """True for PhD, M.D., OBE: known letters behind a whole name, told from a name by comma, stops or capitals."""
    word = last.replace(".", "").lower()
    if word not in _honours() or len(rest.split()) < _MAKE_A_NAME:
        return False
    behind_comma, stops = rest.endswith(","), last.count(".") > 1
    if behind_comma or stops or word in ("phd", "esq"):
        return True
    return last.isupper() and not rest.isupper()


@cache
def _honours() -> frozenset[str]:
    return frozenset(words_of("addresses", "honours"))


def _with_maiden_name(name: str, born: re.Match[str]) -> str:
    """Jane Smith (née Jones) as Jane Jones Smith."""
    words, maiden = (name[: born.start()] + name[born.end() :]).split(), born[1].split()
    if len(words) < _MAKE_A_NAME or not maiden:
        return " ".join(words)
    return " ".join([words[0], maiden[-1], *words[1:]])


def _nick_of(words: list[str], name: str) -> str:
    """The word by which somebody goes: Bob of "Robert Dole, alias Bob Dole"; a byname is kept whole."""
    own = " " not in name or words[-1].lower() == name.split()[-1].lower()
    return words[0] if len(words) > 1 and own else " ".join(words)


def without_titles(words: list[str]) -> list[str]:
    """Folded words of a name without titles, ranks and styles before it; one word at least remains.

    Words that are part of names, too, go only where a whole name remains (Sheikh) or behind another title (Justice).
    """
    at = 0
    while taken := _title_at(words, at):
        at += taken
    return words[at:]


def _title_at(words: list[str], at: int) -> int:
    """How many words from ``at`` on are a title with what goes before it: "the former prime minister"."""
    lead = at
    while (
        lead < len(words) - 1
        and lead - at < _LONGEST_TITLE
        and (words[lead] in _styles() or titles.status_of(words[lead]))
    ):
        lead += 1
    title = _plain_title(words, lead, led=lead > 0)
    if title or lead == at:
        return lead - at + title if title else 0
    return lead - at if words[lead - 1] in _styles() and words[lead - 1] != "the" else 0


def _plain_title(words: list[str], at: int, *, led: bool) -> int:
    left = len(words) - at
    for length in range(min(_LONGEST_TITLE, left - 1), 1, -1):
        if " ".join(words[at : at + length]) in titles.titles():
            return length
    if left < 2:  # a title alone is a name
        return 0
    first = words[at]
    if first in eastasia.east_asian_surnames() and eastasia.given_reads_eastern(words[at + 1 :]):
        return 0  # Pan Jianwei is no lord
    if _addresses(first, "before"):
        married = left > 3 and words[at + 1] in ("and", "&") and _addresses(words[at + 2], "before")
        return 3 if married else 1  # "Mr and Mrs John Hale"
    return 1 if _addresses(first, "also") and left > 2 or led and _addresses(first, "led") else 0


def _addresses(word: str, table: str) -> bool:
    known = addresses(table)
    plain = word.removeprefix("ex-").removesuffix("-elect")
    return plain in known or ("-" in plain and all(p in known for p in plain.split("-")))


@cache
def addresses(table: str) -> frozenset[str]:
    """Folded words before a name by which people are addressed or ranked: a list of lexicons/addresses.toml."""
    from crosscheck.normalise.nameparts import fold

    return frozenset(map(fold, words_of("addresses", table)))


@cache
def _styles() -> frozenset[str]:
    return frozenset(str(load("addresses")["styles"]).split())
