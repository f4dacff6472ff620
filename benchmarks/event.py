"""Makes any number of differing articles about one event, for benchmarks of growth: same facts, other words, some slips.

Every sentence is put together from parts chosen at random with a fixed seed, so that no two articles share their
wording, while facts recur: alignment has as much to do as in real coverage of a big event.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from crosscheck.model import Article
from crosscheck.read import make_article

LENGTH = 2350  # characters of an average news article

_PEOPLE = (
    ("Ingrid Vestergaard", "transport minister"), ("Paulo Mendonça", "mayor"), ("Ruth Okafor", "hospital director"),
    ("Sergei Antonov", "chief investigator"), ("Hana Kobayashi", "railway spokeswoman"), ("Luis Ferreyra", "fire chief"),
    ("Amal Haddad", "union leader"), ("Grace Whitlock", "opposition leader"), ("Tomasz Zielinski", "train driver"),
)  # fmt: skip
_PLACES = ("Marlow Bridge", "Eastvale", "the Tarn valley", "Port Linden", "Harrow Junction", "Saint Orso")
_SAID = ("said", "told reporters", "added", "explained", "told local radio", "said in a statement", "said on Tuesday")
_OPEN = (
    "A {kind} train left the rails near {place} {when}, killing {dead} people and injuring {hurt}.",
    "At least {dead} people were killed {when} when a {kind} train derailed close to {place}.",
    "{Dead} passengers died and {hurt} were hurt as a {kind} train came off the track at {place} {when}.",
)
_BODY = (
    "The train was carrying {aboard} passengers and {crew} crew, the railway {said}.",
    "It had left {other} at {hour}:{minute:02d} a.m., {late} minutes behind schedule.",
    "{person}, the {office}, {said} that the line would stay shut for {days} days.",
    "“{quote},” {person} {said}.",
    "The {office}, {person}, put the damage at {money} million euros.",
    "{hurt} people were taken to hospitals in {other}, and {grave} of them were in a serious condition.",
    "Investigators {said} that the train had been travelling at {speed} kilometres an hour in a zone limited to {limit}.",
    "{person} called the accident “{short}” and promised an inquiry before {month}.",
    "About {share} percent of the trains on the line are more than {years} years old, according to the union.",
    "The {years}-year-old driver survived and was questioned by the police on {day}.",
    "The accident happened {distance} kilometres {direction} of {other}.",
    "{person} {said} that {workers} workers were clearing the wreck.",
    "Shares of the operator fell {fall} percent after the news.",
    "It was the worst accident on the line since {past}, when {olddead} people died.",
    "Rescue teams from {place} and {other} worked until {hour} p.m., the {office} {said}.",
    "Families waited at a school in {other}, where {person} {said} that {missing} people were still missing.",
)
_FILL = (
    "Rain had fallen all night, and fog lay over the {adj} fields by the river.",
    "Residents of {other} brought {adj} blankets, tea and bread to those who waited beside the road.",
    "Buses replaced the trains, and {adj} queues formed outside the station in the course of the morning.",
    "Nobody could tell how long the {adj} work at the track would last.",
    "The signal boxes along the {adj} line date from another age, as travellers often complain.",
    "A {adj} crowd gathered at the church of {other} in the evening.",
)
_QUOTES = (
    "We will not rest until every family knows what happened",
    "There was a bang, then a long silence, and then people began to call for help",
    "The brakes were checked in spring and nothing was found",
    "This line has been starved of money for twenty years",
    "I have never seen anything like it in thirty years of service",
)
_ADJECTIVES = "quiet long small dark wet patient narrow slow heavy silent broad weary cold grey crowded".split()
_NUMBERS = {
    "dead": 26, "hurt": 114, "aboard": 312, "crew": 7, "late": 14, "days": 9, "money": 48, "grave": 17, "speed": 142,
    "limit": 90, "share": 38, "years": 44, "distance": 12, "workers": 230, "fall": 6, "past": 1987, "olddead": 41,
    "missing": 5, "hour": 7, "minute": 42,
}  # fmt: skip
_SLIP = 0.12  # share of figures that an article gets wrong: about one a story, as in real coverage


def articles(count: int, *, seed: int = 7) -> list[Article]:
    """``count`` articles about one derailment, each about :data:`LENGTH` characters."""
    return [_article(n, random.Random(f"{seed}:{n}")) for n in range(count)]


def _article(number: int, dice: random.Random) -> Article:
    title = _filled(dice.choice(("Train crash near {place} kills {dead}", "{dead} dead as train derails")), dice)
    text = title + "\n\n" + "\n\n".join(_paragraphs(dice))
    published = f"2019-03-{12 + dice.randrange(3)}"
    return make_article(text, path=f"wire-{number:04d}.txt", meta={"published": published})


def _paragraphs(dice: random.Random) -> Iterator[str]:
    yield _filled(dice.choice(_OPEN), dice)
    length = 0
    while length < LENGTH - 200:
        pool = _BODY if dice.random() < 0.7 else _FILL
        paragraph = " ".join(_filled(dice.choice(pool), dice) for _ in range(dice.randint(1, 3)))
        length += len(paragraph)
        yield paragraph


def _filled(template: str, dice: random.Random) -> str:
    person, office = dice.choice(_PEOPLE)
    if dice.random() < 0.03:
        person = person.replace("e", "a", 1)
    values: dict[str, object] = {name: _number(name, value, dice) for name, value in _NUMBERS.items()}
    values |= {
        "person": person, "office": office, "said": dice.choice(_SAID), "place": _PLACES[0], "other": dice.choice(_PLACES),
        "when": dice.choice(("on Tuesday", "early on Tuesday", "on Tuesday morning")), "day": "Tuesday",
        "kind": dice.choice(("commuter", "regional", "passenger")), "quote": dice.choice(_QUOTES),
        "short": dice.choice(("a national tragedy", "a failure of the state", "a dark day")),
        "month": dice.choice(("May", "June")), "direction": dice.choice(("north", "south")),
        "adj": dice.choice(_ADJECTIVES), "Dead": "Twenty-six",
    }  # fmt: skip
    return template.format(**values)


def _number(name: str, value: int, dice: random.Random) -> int:
    return value + dice.randint(1, 3) if dice.random() < _SLIP and name != "minute" else value
