"""From quoted text to tokens that are equal where the same was said.

In: text. Out: :class:`Token` records with offsets into that text. Contractions are opened ("it's", "it is"), hyphens
and punctuation dropped, figures below a hundred written out, spellings folded. An editor's bracket is a token that
stands for anything.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from crosscheck.wording.lexicon import COMMON, FILLERS, FUNCTION, NEGATIONS
from crosscheck.wording.spelling import fold, stem

WILD = "[]"  # an editorial insertion, a bleeped word, a mark of omission
_PIECE = re.compile(
    r"(?P<gap>…+|\.(?:\s?\.){2,})"
    r"|(?P<bracket>\[[^\[\]]{0,120}\]|\((?:[A-Z][^()]{0,60}|sic|laughs|laughter)\))"
    r"|(?P<acronym>\b(?:[A-Za-z]\.){2,}[A-Za-z]?)"
    r"|(?P<bleep>\b[A-Za-z]+[*#_-]{2,}[A-Za-z]*|[*#]{3,})"
    r"|(?P<clock>\d{1,2}:\d\d(?!\d))"
    r"|(?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:st|nd|rd|th)?)"
    r"|(?P<percent>%|\bper ?cent\b)"
    r"|(?P<word>['’‘]?(?:em|til|cause)\b|[^\W\d_]+(?:['’][^\W\d_]+)*['’]?)"
    r"|(?P<and>&)",
    re.IGNORECASE,
)
_GAP = re.compile(r"…|\.\s?\.")
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = dict(
    zip(
        (f"{n}{s}" for n, s in enumerate("st nd rd th th th th th th th th th th th th th th th th th".split(), 1)),
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        strict=True,
    )
)
NUMBER_WORDS = frozenset((*_ONES[2:], *_TENS[2:], "hundred", "thousand", "million", "billion", "dozen"))
_TAILS = {"'re": "are", "'m": "am", "'ve": "have", "'ll": "will"}
_WHOLE = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "let's": ("let", "us"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "y'all": ("you", "all"),
    "o'clock": ("oclock",),
}
_IS_HOSTS = frozenset("it he she that there what who where here how this everything nothing everybody everyone".split())
_ACRONYMS = {"us": "usa", "usa": "usa"}


class Token(NamedTuple):
    """One word: ``form`` is what is compared, ``stem`` what its inflections share, ``weight`` how much it tells.

    ``name`` is true for a capital inside the text, which marks a proper name.
    """

    form: str
    stem: str
    weight: float
    start: int
    end: int
    name: bool = False

    @property
    def content(self) -> bool:
        """True for nouns, verbs and the like: words that are not grammar."""
        return self.weight > 0.3

    @property
    def wild(self) -> bool:
        """True for an editor's bracket or a bleeped word."""
        return self.form == WILD


@lru_cache(maxsize=20_000)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a quotation, offsets into ``text``."""
    found: list[Token] = []
    for match in _PIECE.finditer(text):
        for form in _forms(match):
            if form not in FILLERS:
                name = match.start() > 0 and text[match.start()].isupper() and form != "i"
                found.append(Token(form, stem(form), _weight(form), match.start(), match.end(), name))
    while found and found[-1].wild and _GAP.match(text, found[-1].start):
        found.pop()
    while found and found[0].wild and _GAP.match(text, found[0].start):
        found.pop(0)
    return tuple(_joined(found))


@lru_cache(maxsize=20_000)
def normal(text: str) -> str:
    """The compared words of a text with a space between: the same for two spellings of one quotation."""
    words = [t.form for t in tokens(text) if not t.wild]
    while words and words[0] in ("to", "that"):  # "urged them “to stop ...”" and "“stop ...”"
        words.pop(0)
    return " ".join(words)


def _forms(match: re.Match[str]) -> tuple[str, ...]:
    kind, text = match.lastgroup, match.group()
    if kind in ("bracket", "bleep", "gap"):
        return (WILD,)
    if kind == "acronym":
        plain = text.replace(".", "").casefold()
        return (_ACRONYMS.get(plain, plain),)
    if kind == "clock":
        hour, _, minute = text.partition(":")
        return _number(hour.lstrip("0") or "0") + (_number(minute) if minute != "00" else ())
    if kind == "number":
        return _number(text)
    if kind == "percent":
        return ("percent",)
    if kind == "and":
        return ("and",)
    if text in ("US", "USA"):
        return ("usa",)
    return _word(text.replace("’", "'").replace("‘", "'").casefold())


def _word(word: str) -> tuple[str, ...]:
    if word in _WHOLE:
        return _WHOLE[word]
    if word.endswith("n't"):
        return (word[:-3], "not")
    for tail, form in _TAILS.items():
        if word.endswith(tail) and len(word) > len(tail):
            return (fold(word[: -len(tail)]), form)
    if word.endswith("'d") and len(word) > 2:
        return (fold(word[:-2]), "'d")
    if word.endswith("'s"):
        host = word[:-2]
        return (fold(host), "'s") if host in _IS_HOSTS else (fold(host) + "'s",)
    if word.endswith("in'"):
        return (fold(word[:-1] + "g"),)
    return (fold(word.strip("'")),) if word.strip("'") else ()


def _number(text: str) -> tuple[str, ...]:
    plain = text.replace(",", "").casefold()
    if plain in _ORDINALS:
        return (_ORDINALS[plain],)
    if not plain.isascii() or not plain.isdigit() or len(plain) > 9:
        return (plain,)
    for zeros, name in ((6, "million"), (3, "thousand"), (2, "hundred")):
        if plain.endswith("0" * zeros) and 0 < int(plain[:-zeros] or 0) < 100:
            return (*_small(int(plain[:-zeros])), name)
    return _small(int(plain)) if len(plain) < 3 else (plain,)


def _small(number: int) -> tuple[str, ...]:
    if number < 20:
        return (_ONES[number],)
    tens, ones = divmod(number, 10)
    return (_TENS[tens], _ONES[ones]) if ones else (_TENS[tens],)


def _weight(form: str) -> float:
    if form == WILD:
        return 0.0
    if form in FUNCTION or form in NEGATIONS:
        return 0.25
    return 0.6 if form in COMMON or stem(form) in COMMON else 1.0


def _joined(found: list[Token]) -> list[Token]:
    """Names of two words that are written as letters elsewhere become one token; "a hundred" is "hundred"."""
    joined: list[Token] = []
    for token in found:
        if joined and (joined[-1].form, token.form) in _PAIRS:
            form = _PAIRS[joined[-1].form, token.form]
            token = Token(form, form, 1.0, joined.pop().start, token.end)
        elif joined and token.form in _ROUND and joined[-1].form in ("a", "one"):
            token = token._replace(start=joined.pop().start)
        joined.append(token)
    return joined


_ROUND = frozenset(("hundred", "thousand", "million", "billion", "dozen"))
_PAIRS = {
    ("united", "states"): "usa",
    ("united", "nations"): "un",
    ("united", "kingdom"): "uk",
    ("european", "union"): "eu",
}
