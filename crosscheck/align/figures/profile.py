"""What a figure says of itself for aligning: what is counted, what happened to it, where, whose, and in which event.

In: facts of kind figure. Out: a :class:`Profile` each, made once, so that pairs are compared without touching text.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import msgspec

from crosscheck.align.events import Anchor, EventIndex
from crosscheck.align.figures.ages import Described, Persons, described
from crosscheck.align.figures.asked import Asked, asked, is_points
from crosscheck.credit import source_of
from crosscheck.data import units
from crosscheck.data.themes import COMPOUNDS, GENERIC, NOUNS, THEMES
from crosscheck.likeness import Setting, setting
from crosscheck.model import Corpus, Fact, Quantity, Sentence
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
_PART = re.compile(
    r"\s+of\s+(?:whom|which|them|those|(?:the|these|those)\s+(?:#|\d|[a-z]+teen|[a-z]+ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
_INCLUDING = re.compile(r"\b(?:including|among them|of them|of whom)\s+(?:at\s+least\s+|about\s+)?$", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(first|second|third|fourth|fifth|final|last|main|earlier|latest)\s+(\w+)", re.IGNORECASE)
_CALENDAR = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december jan feb mar apr jun jul aug sept oct nov dec gmt"
    ).split()
)
# "houses and buildings": what is counted is the wider of the two.
_AND_NOUN = re.compile(r"\s+(?:and|or)\s+(?:other\s+)?([a-z]+)\b")
_PLACE_NOUN = re.compile(
    r"\b(island|city|town|village|country|province|region|district|capital|state|camp)\b", re.IGNORECASE
)
_PLACE_WORDS = frozenset({"island", "city", "town", "village", "the", "province", "district", "region", "state"})
_DOINGS = frozenset({"gather", "rob", "vote", "pay", "rise", "fall", "carry", "house", "aboard", "work"})
_FIRED = frozenset({"shoot", "fire", "hit", "strike", "enter", "wound", "pierce", "discharge"})
_MORE = re.compile(r"\b(?:another|further|additional|extra|more)\b", re.IGNORECASE)
_FROM = re.compile(
    r"\)?\s*(?:\([^()]{0,40}\))?[^.;,()\d]{0,40}?"
    r"\b(?:from|of|off)\s+([^.;,()]{3,60}?)(?=[.;,()]|\sand\s|$)"
)
_GRAVE = re.compile(
    r"[^.,;]{0,30}?\b(seriously|critically|severely|badly|slightly|lightly|gravely|serious|minor|light|critical)\b",
    re.IGNORECASE,
)
_ONE = re.compile(r"\b[Oo]ne\s+(?:of\s+the\s+\w+[\s,-]+(?:with|measuring|of|a)*\s*(?:a\s+)?)?$")
_BREAK = re.compile(r"[\s;,]+")
_IN = re.compile(
    r"\s+in\s+(?:all|the)\s+((?!(?:last|past|next|first|end|hour|day|night|early|late|morning|same)\b)[a-z]{3,})\b"
)
_RATES = frozenset({"annual", "average", "averaging", "annually", "daily", "weekly", "monthly", "yearly", "hourly"})
_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*")


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as alignment sees it; word sets are casefolded lemmas. ``lede``: it stands where the news is told."""

    fact: Fact
    article: str
    measure: str
    unit: str
    head: str
    noun: str  # the counted noun itself, before classes
    quals: frozenset[str]
    grave: str  # "seriously" injured
    theme: str
    verb: str
    anchor: Anchor
    scope: frozenset[str]
    scope_noun: str
    focus: frozenset[str]
    reference: frozenset[str]
    names: frozenset[str]
    setting: Setting
    further: bool
    negated: bool
    change: str
    ordinal: str
    person: str
    guessed: bool  # the person is the one spoken of before, since the sentence names nobody
    described: Described  # of ages: what the sentence says of their bearer
    lede: bool
    subject: frozenset[str]  # proper names of the subject
    rate: str
    source: str  # who it is credited to; of magnitudes only, where agencies differ and are told apart
    part: bool  # "three of the seven", "including three"
    supposed: bool
    modal: str  # will, could, expect ...
    asked: Asked  # the question that it answers
    population: frozenset[str]  # of what place a population is told; "?island" where only its kind is said


class Profiler:
    """Makes profiles; knows which names the whole event is about, since those tell no figure from another."""

    def __init__(self, corpus: Corpus, events: EventIndex, settings: FigureSettings) -> None:
        self._corpus = corpus
        self._events = events
        self._settings = settings
        ledes = _lede_names(corpus, settings)
        least = max(2, settings.common_name_share * len(corpus.extractions))
        self.common = frozenset(w for w, n in ledes.items() if n >= least)
        self.familiar = frozenset(w for w, n in ledes.items() if n >= 2)
        self.persons = Persons(corpus)
        self._sentence_names: dict[tuple[str, int], frozenset[str]] = {}
        self._vocabulary: dict[str, frozenset[str]] = {}

    def _names(self, article: str, index: int, sentence: Sentence) -> frozenset[str]:
        kept = self._sentence_names.get((article, index))
        if kept is None:
            kept = frozenset(w for n in sentence.names for w in _name_words(n))
            self._sentence_names[article, index] = kept
        return kept

    def strange(self, scope: frozenset[str], article: str) -> bool:
        """True where an article never names a place, nor do two ledes: it cannot tell what befell there."""
        return bool(scope) and not scope & self.knows(article) and not scope & self.familiar

    def knows(self, article: str) -> frozenset[str]:
        """Words of all proper names of an article."""
        if article not in self._vocabulary:
            sentences = self._corpus.extractions[article].sentences
            self._vocabulary[article] = frozenset(w for s in sentences for n in s.names for w in _name_words(n))
        return self._vocabulary[article]

    def profile(self, fact: Fact) -> Profile:
        """The profile of one figure."""
        value, attrs = fact.value, fact.mention.attrs
        assert isinstance(value, Quantity)
        sentence = self._corpus.sentence(fact)
        text = self._corpus.articles[fact.article].text
        noun = attrs.get("counted", "")
        verb = attrs.get("verb", "")
        number = fact.mention.parts.get("number", fact.mention.span)
        clause = _clause(text, sentence, fact)
        names = self._names(fact.article, fact.mention.sentence, sentence)
        question = asked(fact, text, sentence)
        person, guessed = self.persons.of(fact) if value.measure == "age" else ("", False)
        return Profile(
            fact=fact,
            article=fact.article,
            measure="percent" if is_points(fact) else value.measure,
            unit=_unit(value),
            head=_head(
                noun, verb, attrs.get("qualifiers", ""), text[fact.mention.span.end : fact.mention.span.end + 40]
            ),
            noun=noun,
            quals=frozenset(attrs.get("qualifiers", "").split()) - {"other", "more"}
            | _within(text, fact.mention.span.end),
            grave=(m[1].casefold() if (m := _GRAVE.match(text, number.end)) else ""),
            theme=question.happened or _theme(noun, verb, attrs),
            asked=question,
            verb=verb,
            anchor=self._events.anchor(fact),
            scope=_places(clause) - self.common,
            scope_noun=(m[1] or m[2] if (m := _SCOPE_NOUN.search(clause)) else ""),
            part=bool(_ONE.search(text[max(0, fact.mention.span.start - 40) : fact.mention.span.start]))
            or not attrs.get("scope")
            and bool(
                _PART.match(text, number.end) or _INCLUDING.search(text[max(0, number.start - 30) : number.start])
            ),
            focus=_focus(attrs, value.measure),
            reference=_reference(attrs, value.measure, text[fact.mention.span.end : sentence.span.end]),
            names=names - self.common,
            setting=setting(fact, self._corpus, self._settings.context_words),
            further=attrs.get("further") == "1"
            and (bool(_MORE.search(fact.mention.text)) or self._has_companion(fact)),
            negated="negated" in attrs,
            change=attrs.get("change", ""),
            ordinal=_ordinal(attrs, clause),
            person=person,
            guessed=guessed,
            described=described(fact, frozenset(sentence.lemmas), text[max(0, number.start - 30) : number.start])
            if value.measure == "age"
            else Described(),
            lede=sentence.headline or fact.mention.sentence < self._settings.lede_sentences,
            subject=frozenset(_name_words(" ".join(_NAME.findall(attrs.get("subject", "")))))
            if not sentence.headline
            else frozenset(),
            rate=_rate(attrs),
            source=source_of(fact, self._corpus) if value.measure == "magnitude" else "",
            supposed=attrs.get("modal", "") in ("can", "could", "would", "may", "might", "if"),
            modal=attrs.get("modal", ""),
            population=_population(attrs, text, sentence, fact),
        )

    def _has_companion(self, fact: Fact) -> bool:
        """True where "another 10" has a first number of the same fate to add to, in its sentence or the one before."""
        event = fact.mention.attrs.get("event")
        return any(
            other.kind == "figure"
            and other.mention.span.start < fact.mention.span.start
            and fact.mention.sentence - other.mention.sentence <= 1
            and other.mention.attrs.get("event") == event
            for other in self._corpus.extractions[fact.article].facts
        )


def _within(text: str, end: int) -> frozenset[str]:
    """ "19 goals *in the league*": a plain noun behind narrows what is counted, as one before does."""
    match = _IN.match(text, end)
    return frozenset({match[1].removesuffix("s")}) if match else frozenset()


def _unit(value: Quantity) -> str:
    """Dimension of a measure, the currency of money, nothing for counts."""
    if value.measure == "money":
        return value.currency or "?"
    if value.measure in ("count", "percent", "age", "rank"):
        return ""
    return units.to_base(1.0, value.unit or "")[1]


def _focus(attrs: dict[str, str], measure: str) -> frozenset[str]:
    """Names that the figure is said of: "60 percent *in India*", "82 percent of *India*'s voice traffic"."""
    names = _name_words(" ".join(_NAME.findall(f"{attrs.get('scope', '')} | {attrs.get('of', '')}")))
    if not names and measure == "percent":
        names = _name_words(attrs.get("of_names", ""))
    return frozenset(names) - _PLACE_WORDS


def _head(noun: str, verb: str, qualifiers: str, after: str) -> str:
    """Class of what is counted. ``after`` is the text behind the noun."""
    if noun in ("time", "round") and (verb in _FIRED or verb == "shoot"):
        return "bullet"
    for qualifier in qualifiers.split():
        compound = COMPOUNDS.get((qualifier, noun))
        if compound:
            return compound
    head = "person" if noun in GENERIC else NOUNS.get(noun, noun)
    wider = _AND_NOUN.match(after)
    if wider and head == "house" and NOUNS.get(wider[1].removesuffix("s")) == "building":
        return "building"
    return head


def _places(clause: str) -> frozenset[str]:
    """Words of the places in which a clause says that it happened; "Egyptian waters" name none."""
    words = (w for m in _LOCATIVE.finditer(clause) for w in _name_words(m[1]))
    return frozenset(w for w in words if not w.endswith(("ian", "ish", "ese")))


def _theme(noun: str, verb: str, attrs: dict[str, str]) -> str:
    """What befell what is counted. Bullets that hit are told apart from those fired, and from those loaded."""
    if noun in ("time", "bullet", "shot", "round") and (verb in _FIRED or noun == "shot"):
        return "hit" if verb in ("hit", "strike", "enter", "wound", "pierce") or noun == "time" else "fire"
    return attrs.get("event") or THEMES.get(verb, "") or THEMES.get(noun, "")


def _reference(attrs: dict[str, str], measure: str, after: str) -> frozenset[str]:
    """Names of the place from which a distance is told: "135 km *from the main city of Manokwari*"."""
    named = attrs.get("reference", "")
    if measure == "distance" and (match := _FROM.match(after)):
        named = " ".join((named, *_NAME.findall(match[1])))
    return frozenset(_name_words(named))


def _rate(attrs: dict[str, str]) -> str:
    """ "annual", "average", "per day": a rate is no total."""
    if attrs.get("verb") == "average":
        return "average"
    words = f"{attrs.get('qualifiers', '')} {attrs.get('hedge', '')} {attrs.get('per', '')}".casefold().split()
    return next((w for w in words if w in _RATES or w == attrs.get("per", "").casefold()), "")


def _ordinal(attrs: dict[str, str], clause: str) -> str:
    """Which of several: "first", "second", "aftershock"; empty where the text does not number them."""
    for match in _ORDINAL.finditer(clause):
        noun = match[2].casefold()
        if NOUNS.get(noun, noun) in ("quake", "aftershock") or noun in THEMES or noun == attrs.get("counted"):
            return match[1].casefold()
    return "aftershock" if attrs.get("thing") == "aftershock" else ""


@lru_cache(maxsize=65_536)
def _name_words(name: str) -> tuple[str, ...]:
    """Casefolded words of a name, without possessive, weekdays and months."""
    words = (w.removesuffix("'s").removesuffix("’s") for w in _BREAK.split(name.casefold().replace(".", "")))
    return tuple(w for w in words if len(w) > 1 and w not in _CALENDAR)


def _population(attrs: dict[str, str], text: str, sentence: Sentence, fact: Fact) -> frozenset[str]:
    """Of what place a population is told: words of its name, and its kind as "?city"."""
    if attrs.get("role") != "population":
        return frozenset()
    left = text[max(sentence.span.start, fact.mention.span.start - 80) : fact.mention.span.start]
    named = _NAME.findall(attrs.get("about", "")) or _NAME.findall(left)[-1:]
    words = frozenset(w for n in named if n not in ("The", "It", "Its", "A") for w in _name_words(n))
    kinds = _PLACE_NOUN.findall(f"{left} {attrs.get('about', '')}")
    return (words - _PLACE_WORDS) | frozenset({"?" + kinds[-1].casefold()} if kinds else {"?"})


def _clause(text: str, sentence: Sentence, fact: Fact) -> str:
    """The stretch between commas and the like in which the figure stands, after the place that opens the sentence."""
    span = fact.mention.span
    start = max((text.rfind(mark, sentence.span.start, span.start) for mark in (", ", "; ", " - ", ": ")), default=-1)
    ends = [e for mark in (", ", "; ", " - ", ": ") if (e := text.find(mark, span.end, sentence.span.end)) >= 0]
    own = text[max(start, sentence.span.start) : min(ends, default=sentence.span.end)]
    lead = _LEAD.match(text, sentence.span.start, sentence.span.end)
    return own if lead is None or lead.end() > span.start else f"{lead[0].strip()} {own}"


def _lede_names(corpus: Corpus, settings: FigureSettings) -> Counter[str]:
    """In how many ledes each name word stands: many say which event it is, and not which part of it."""
    count: Counter[str] = Counter()
    for extraction in corpus.extractions.values():
        lede = extraction.sentences[: settings.lede_sentences]
        count.update({w for s in lede for n in s.names for w in _name_words(n)})
    return count
