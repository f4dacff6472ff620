"""What people are called by what they do, and whether two such words can be said of one person, from callings.toml.

A post stands in fields ("court", "ship"); two posts of one field are two people's, unless one word is wide enough for
the other ("officer"), or both often go together ("president" and "chairman"). Posts of no common field say nothing.
"""

from __future__ import annotations

import re
from copy import copy
from functools import cache
from typing import Literal

from crosscheck.lexicons import load

Standing = Literal["same", "compatible", "apart", "unknown"]
_LEXICON = load("callings")
_FORMS = {form: post for post, (_, forms) in _LEXICON["posts"].items() for form in forms.split(",")}
_FIELDS = {post: frozenset(fields.split()) for post, (fields, _) in _LEXICON["posts"].items()}
_WIDE = {word: frozenset(covered.split()) for word, covered in _LEXICON["wide"].items()}
_PAIRS = frozenset(frozenset(pair.replace("_", " ").split(",")) for pair in _LEXICON["joined"]["pairs"].split())
_TRADES = frozenset(word.replace("_", " ") for word in _LEXICON["joined"]["trades"].split())
_PORTFOLIOS = {word: group for group in _LEXICON["joined"]["portfolios"].split() for word in group.split(",")}
_GOVERNING = frozenset(("minister", "secretary"))
_SHARING = frozenset(("mayor", "councillor", "commissioner"))  # some have a department: "deputy mayor for sport"
_OFFICERS = frozenset(("chief financial officer", "chief operating officer", "chief technology officer"))
_LOOSE = frozenset(_LEXICON["joined"]["loose"].split())
_PARTED = frozenset(_LEXICON["joined"]["parted"].split())
_PLAIN = frozenset(_LEXICON["joined"]["plain"].split())
DEPUTY = frozenset(("deputy", "vice", "assistant"))
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST = 4  # words of a post


class Calling:
    """A post or wide word that ends a phrase: its name, the words that say it, and what stands before it.

    ``lead`` and ``last`` are the last two words of the phrase: "team", "doctor" and "chief", "executive".
    """

    __slots__ = ("before", "deputy", "last", "lead", "length", "post", "said", "wide")

    def __init__(self, post: str, said: str, before: str, *, wide: bool, deputy: bool = False) -> None:
        self.post, self.said, self.wide = post, said, wide
        self.lead, self.last = f"{before.casefold()} {said}".split(" ")[-2:]
        parted = post in _PARTED and before.islower() and before not in _PLAIN
        governing = post in _GOVERNING and before.casefold() in _PORTFOLIOS  # "Fisheries Minister"
        self.before = before.casefold() if parted or governing else ""
        own = before.casefold() in DEPUTY
        self.deputy = own or deputy and bool(self.before)  # "deputy energy minister"
        self.length = len(said.split()) + bool(self.before or own)  # words of the phrase that say it


@cache
def calling(phrase: str) -> Calling | None:
    """What a phrase ends in ("the presiding judge", "one of its chemists"); None where that is no calling."""
    words = _WORD.findall(phrase.replace(".", ""))
    for n in range(min(_LONGEST, len(words)), 0, -1):
        said = " ".join(words[-n:]).casefold().replace("’", "'")
        before = words[-n - 1] if len(words) > n else ""
        deputy = len(words) > n + 1 and words[-n - 2].casefold() in DEPUTY
        for form in (said, _one(said)):
            if form in _FORMS or form in _WIDE:
                post = _FORMS.get(form, form)
                return Calling(post, form, before, wide=form in _WIDE, deputy=deputy)
    return None


def portfolio(word: str) -> str:
    """The group of a department's word ("interior" goes with "home"); empty where it names none."""
    return str(_PORTFOLIOS.get(word.casefold(), ""))


def of_department(said: Calling, word: str) -> Calling:
    """A calling whose department stands behind it: "Minister of Heritage", "deputy mayor for sport"."""
    if said.post in _GOVERNING | _SHARING and not said.before and portfolio(word):
        said = copy(said)
        said.before = word.casefold()
    return said


def forms(post: str) -> tuple[str, ...]:
    """The words that say a post."""
    return tuple(form for form, of in _FORMS.items() if of == post) or (post,)


def standing(one: Calling, other: Calling) -> Standing:
    """How two callings of one person stand: two of one field are apart."""
    if one.post == other.post:
        if one.deputy != other.deputy and one.post not in _LOOSE:
            return "apart"
        governing = one.post in _GOVERNING | _SHARING
        parted = (governing or one.post in _PARTED) and one.before and other.before and one.before != other.before
        if parted and governing:
            return _departments(portfolio(one.before), portfolio(other.before))
        return "apart" if parted else "same"
    if any(a.post == "director" and a.before and b.post in _OFFICERS for a, b in ((one, other), (other, one))):
        return "apart"  # a medical director and a finance director
    if _covers(one, other) or _covers(other, one) or frozenset((one.post, other.post)) in _PAIRS:
        return "compatible"
    if {one.post, other.post} <= _TRADES:
        return "apart"
    if one.wide or other.wide:
        return "unknown"
    return "apart" if _FIELDS[one.post] & _FIELDS[other.post] else "unknown"


def _departments(one: str, other: str) -> Standing:
    if not one or not other:
        return "unknown"
    return "same" if one == other else "apart"


def _covers(wide: Calling, other: Calling) -> bool:
    if not wide.wide:
        return False
    covered = _WIDE[wide.said]
    own = _WIDE[other.said] if other.wide else _FIELDS[other.post]
    return other.post in covered or bool(covered & own)


def _one(word: str) -> str:
    """A plural's singular, of its last word."""
    if word.endswith("men"):
        return f"{word[:-3]}man"
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("s")
