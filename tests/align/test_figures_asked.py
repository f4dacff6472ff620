"""The question that a figure answers, by the words of its clause, and which figure is alone with its question."""

import msgspec
import pytest

from crosscheck.align.figures.asked import asked
from crosscheck.model import Fact, Mention, Quantity, Sentence, Span


def figure(text, words, measure, **attrs):
    start = text.index(words)
    span = Span(start=start, end=start + len(words))
    mention = Mention(kind="figure", article="a", span=span, text=words, sentence=0, attrs=attrs)
    value = Quantity(low=1.0, high=1.0, measure=measure)
    fact = Fact(id="f", kind="figure", subject="", value=value, mention=mention)
    sentence = Sentence(span=Span(start=0, end=len(text)), paragraph=0)
    return asked(fact, text, sentence)


CASES = [
    ("a noun of it", "The seat changed hands on a swing of 7 percent.", "7 percent", "percent", {}, "swing"),
    (
        "who turned out",
        "Only 31 percent of registered voters came to the polls.",
        "31 percent",
        "percent",
        {},
        "turnout",
    ),
    ("above the close", "The bid is 22 percent above the closing price.", "22 percent", "percent", {}, "premium"),
    ("shares that rise", "Shares of Orla rose 9 percent.", "9 percent", "percent", {}, "shares up"),
    ("shares that fall", "Shares of Orla fell 9 percent.", "9 percent", "percent", {}, "shares down"),
    ("shares that are held", "The Brandt family holds 44 percent of Orla.", "44 percent", "percent", {}, "stake"),
    ("a price per share", "Orla will pay $14 in cash for each Brandt share.", "$14", "money", {}, "price per share"),
    ("a price", "United paid £9m for the winger.", "£9m", "money", {}, "price"),
    ("to the next of kin", "The state gave $900 to the families of the dead.", "$900", "money", {}, "compensation"),
    ("a limit", "The bend is restricted to 40 mph.", "40 mph", "speed", {}, "speed limit"),
    ("a speed beside a limit", "It did 90 mph on a bend posted for 40 mph.", "90 mph", "speed", {}, ""),
    ("a majority", "She held the seat by just 212 votes.", "212 votes", "count", {"counted": "vote"}, "majority"),
    (
        "what the parse says",
        "It is thought to be 90 percent.",
        "90 percent",
        "percent",
        {"attribute": "humidity"},
        "humidity",
    ),
    ("a measure is no question", "The boat is 12 years old.", "12 years old", "age", {"attribute": "age"}, ""),
]


@pytest.mark.parametrize(("name", "text", "words", "measure", "attrs", "expected"), CASES, ids=[c[0] for c in CASES])
def test_the_question_of_a_figure(name, text, words, measure, attrs, expected):
    assert figure(text, words, measure, **attrs).name == expected


def test_amounts_with_and_without_debt():
    assert figure("Orla buys Brandt for $2bn including debt.", "$2bn", "money").debt == "with"
    assert figure("Orla pays $1.6bn for the shares alone.", "$1.6bn", "money").debt == "without"


def test_who_pays():
    assert figure("The company will pay $90 to each family.", "$90", "money").payer == "firm"
    assert figure("The government will pay $40 to each family.", "$40", "money").payer == "state"


def test_how_long_a_count_reaches():
    assert figure("The leak killed 300 people within days.", "300 people", "count").stretch == "short"
    assert figure("Some 900 people died over the years.", "900 people", "count").stretch == "long"


def test_people_who_are_told_to_go():
    assert figure("Police said 70 people were told to leave.", "70 people", "count").happened == "displacement"


def test_asked_is_one_by_value():
    assert msgspec.json.encode(figure("A swing of 7 percent.", "7 percent", "percent"))
