"""Signs of one question in an editor's words.

In: signs as linking names them, with weights in log odds. Out: one sign a phrase, signs that ask the same thing in
several ways added up, strongest first. A sign that has no phrase here is told by its own name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from crosscheck.document import DocSign
from crosscheck.settings import ReasonSettings

_PHRASES: Mapping[str, tuple[str, ...]] = {
    "words of the clause": ("clause words", "clause jaccard", "clause meaning"),
    "words of the sentence": ("sentence words", "sentence jaccard", "sentence meaning"),
    "sentences around it": ("sentences beside",),
    "the noun it belongs to": ("head",),
    "what is counted": ("counted", "counted alike"),
    "the verb": ("verb",),
    "who or what did it": ("subject",),
    "to whom or what": ("object",),
    "words that qualify it": ("qualifiers", "qualified", "qualifiers same"),
    "its place in the clause": ("path", "slot", "one preposition"),
    "names beside it": ("clause names", "names"),
    "people who take part": ("people", "same person"),
    "whose it is": ("bearer", "one bearer", "bearer alike"),
    "words before it": ("left",),
    "words behind it": ("right",),
    "tense": ("tense",),
    "said or denied": ("negation",),
    "its place in the article": ("lead", "headline"),
    "inside quotation marks": ("quoted",),
    "articles of their own": ("one article",),
    "no better partner": ("best partner", "only one", "next to the best"),
    "first told of its sort": ("first told of its sort", "told before"),
    "the event that all tell of": ("main event", "main event beside another"),
    "time of the event": ("time of the event", "older event"),
    "copied text": ("copied",),
    "a time of day in both": ("clocks",),
    "how finely time is told": ("one grain",),
    "counted from the day of the page": ("hangs on the page",),
    "an open end": ("open",),
    "the street": ("one street",),
    "the house": ("one house",),
    "who lives there": ("one resident",),
    "from where it is measured": ("one reference",),
    "what befell them": ("befell", "one fate"),
    "rise or fall": ("change",),
    "part or whole": ("part", "one scope"),
    "what it is a share of": ("share of",),
    "what is measured": ("one attribute", "one unit"),
    "an article knows the other value too": ("knows the other value",),
    "how surely it is read": ("read surely",),
    "a further number": ("further", "one further"),
}
_PHRASE = {name: phrase for phrase, names in _PHRASES.items() for name in names}


def in_words(why: Iterable[tuple[str, float]], settings: ReasonSettings | None = None) -> tuple[DocSign, ...]:
    """The strongest signs; what weighs next to nothing is left out."""
    settings = settings or ReasonSettings()
    total: dict[str, float] = {}
    for name, weight in why:
        phrase = _PHRASE.get(name, name)
        total[phrase] = total.get(phrase, 0.0) + weight
    told = sorted(((p, round(w, 2)) for p, w in total.items()), key=lambda sign: (-abs(sign[1]), sign[0]))
    return tuple(DocSign(sign=p, weight=w) for p, w in told[: settings.signs] if abs(w) >= settings.least)
