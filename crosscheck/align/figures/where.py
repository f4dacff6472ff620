"""Where, of whom and from where a figure is told, by the words of its clause.

In: text and attributes of a figure. Out: casefolded words of names, without weekdays and months, and nouns of places.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from crosscheck.model import Corpus, Fact, Sentence
from crosscheck.settings import FigureSettings

_LOCATIVE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|off|[Aa]round|outside|throughout)\s+"
    r"(?:(?:the|a|an|its|his|her|their|nearby|neighbou?ring|central|northern|southern|eastern|western)\s+)*"
    r"((?:[A-Z][\w.'’-]*\s?)+)"
)
_SCOPE_NOUN = re.compile(
    r"\b(?:[Ii]n|[Aa]cross|[Ww]ithin|[Ff]rom|[Aa]t)\s+(?:"
    r"(?:[\w'’-]+\s+){0,4}?(district|village|suburb|neighbou?rhood|hospital|school|regency|building|mosque|church|hotel|county)\b"
    r"|(?:the|his|her|that|one|their|its|each|both)\s+(?:\w+\s+)?(town|city|state|area|province|region)\b(?!\s+of\s+[A-Z]))"
)
_LEAD = re.compile(r"\W*(?:In|At|Across|Near|Around)\s[^,]{3,60},")
_CALENDAR = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december jan feb mar apr jun jul aug sept oct nov dec gmt"
    ).split()
)
_PLACE_NOUN = re.compile(
    r"\b(island|city|town|village|country|province|region|district|capital|state|camp)\b", re.IGNORECASE
)
_PLACE_WORDS = frozenset({"island", "city", "town", "village", "the", "province", "district", "region", "state"})
_FROM = re.compile(
    r"\)?\s*(?:\([^()]{0,40}\))?[^.;,()\d]{0,40}?"
    r"\b(?:from|of|off)\s+([^.;,()]{3,60}?)(?=[.;,()]|\sand\s|$)"
)
_BREAK = re.compile(r"[\s;,]+")
_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*")


def scope_noun(clause: str) -> str:
    """The kind of place in which a clause says that it happened, where it only says the kind: "at the hospital"."""
    match = _SCOPE_NOUN.search(clause)
    return match[1] or match[2] if match else ""


@lru_cache(maxsize=65_536)
def name_words(name: str) -> tuple[str, ...]:
    """Casefolded words of a name, without possessive, weekdays and months."""
    words = (w.removesuffix("'s").removesuffix("’s") for w in _BREAK.split(name.casefold().replace(".", "")))
    return tuple(w for w in words if len(w) > 1 and w not in _CALENDAR)


def places(clause: str) -> frozenset[str]:
    """Words of the places in which a clause says that it happened; "Egyptian waters" name none."""
    words = (w for m in _LOCATIVE.finditer(clause) for w in name_words(m[1]))
    return frozenset(w for w in words if not w.endswith(("ian", "ish", "ese")))


def focus(attrs: dict[str, str], measure: str) -> frozenset[str]:
    """Names that the figure is said of: "60 percent *in India*", "82 percent of *India*'s voice traffic"."""
    names = name_words(" ".join(_named(f"{attrs.get('scope', '')} | {attrs.get('of', '')}")))
    if not names and measure == "percent":
        names = name_words(attrs.get("of_names", ""))
    return frozenset(names) - _PLACE_WORDS


@lru_cache(maxsize=16_384)
def _named(words: str) -> list[str]:
    return _NAME.findall(words)


def reference(attrs: dict[str, str], measure: str, after: str) -> frozenset[str]:
    """Names of the place from which a distance is told: "135 km *from the main city of Manokwari*"."""
    named = attrs.get("reference", "")
    if measure == "distance" and (match := _FROM.match(after)):
        named = " ".join((named, *_NAME.findall(match[1])))
    return frozenset(name_words(named))


def population_of(attrs: dict[str, str], text: str, sentence: Sentence, fact: Fact) -> frozenset[str]:
    """Of what place a population is told: words of its name, and its kind as "?city"."""
    if attrs.get("role") != "population":
        return frozenset()
    left = text[max(sentence.span.start, fact.mention.span.start - 80) : fact.mention.span.start]
    named = _NAME.findall(attrs.get("about", "")) or _NAME.findall(left)[-1:]
    words = frozenset(w for n in named if n not in ("The", "It", "Its", "A") for w in name_words(n))
    kinds = _PLACE_NOUN.findall(f"{left} {attrs.get('about', '')}")
    return (words - _PLACE_WORDS) | frozenset({"?" + kinds[-1].casefold()} if kinds else {"?"})


def clause_of(text: str, sentence: Sentence, fact: Fact) -> str:
    """The stretch between commas and the like in which the figure stands, after the place that opens the sentence."""
    span = fact.mention.span
    start = max((text.rfind(mark, sentence.span.start, span.start) for mark in (", ", "; ", " - ", ": ")), default=-1)
    ends = [e for mark in (", ", "; ", " - ", ": ") if (e := text.find(mark, span.end, sentence.span.end)) >= 0]
    own = text[max(start, sentence.span.start) : min(ends, default=sentence.span.end)]
    lead = _LEAD.match(text, sentence.span.start, sentence.span.end)
    return own if lead is None or lead.end() > span.start else f"{lead[0].strip()} {own}"


def lede_names(corpus: Corpus, settings: FigureSettings) -> Counter[str]:
    """In how many ledes each name word stands: many say which event it is, and not which part of it."""
    count: Counter[str] = Counter()
    for extraction in corpus.extractions.values():
        lede = extraction.sentences[: settings.lede_sentences]
        count.update({w for s in lede for n in s.names for w in name_words(n)})
    return count


def names_in(words: str) -> frozenset[str]:
    """Words of the proper names in a phrase."""
    return frozenset(name_words(" ".join(_NAME.findall(words))))
