"""The question that a figure answers, and whose an age is: one name, whatever words put it."""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.data.counts import COUNTED
from crosscheck.data.questions import MEASURED
from crosscheck.extract.figures import extract
from crosscheck.extract.parse import parse
from crosscheck.model import Article, Mention, Quantity
from crosscheck.normalise.figures import normalise
from crosscheck.normalise.people import Scene
from crosscheck.settings import Settings


def mentions_of(nlp: Any, text: str) -> list[Mention]:
    return list(extract(parse(Article(id="a", path="a", title="", text=text), nlp)))


def values_of(nlp: Any, text: str) -> list[Quantity]:
    article = Article(id="a", path="a", title="", text=text)
    parsed = parse(article, nlp)
    mentions = list(extract(parsed))
    scene = Scene(article=article, sentences=parsed.sentences, mentions=tuple(mentions), settings=Settings())
    return [f.value for f in normalise(mentions, scene) if isinstance(f.value, Quantity)]


ASKED = [
    ("price", "Halden bought the brewery for $40 million."),
    ("price", "The brewery was sold for $40 million."),
    ("price", "Halden made a $40 million bid for the brewery."),
    ("price", "The deal is valued at $40 million."),
    ("price", "The takeover, worth £1.2bn, needs approval."),
    ("price per share", "Holders will get $12.50 in cash for each share."),
    ("price per share", "The offer of 310p a share was refused."),
    ("share price", "Shares closed at $18.20 on Friday."),
    ("premium", "That is 31 percent more than Friday's close."),
    ("premium", "The offer is a 24 per cent premium to the last price."),
    ("stake", "Lotus holds 12 percent of the company."),
    ("stake", "It sold its 8% stake in the mine."),
    ("stake", "The family owns a third of the shares."),
    ("job cuts", "The bank will shed 900 posts."),
    ("job cuts", "About 900 people will lose their jobs."),
    ("job cuts", "The bank is to lay off 900 workers."),
    ("job cuts", "Some 900 positions are to be axed."),
    ("staff", "The mill employs 340 people."),
    ("staff", "The mill has 340 employees."),
    ("savings", "The merger should save $80 million a year."),
    ("savings", "It hopes for cost savings of $80 million."),
    ("revenue", "Sales came to $2.1 billion."),
    ("revenue", "Revenue rose to $2.1 billion."),
    ("profit", "The bank made a profit of €300m."),
    ("profit", "Net earnings were $40 million."),
    ("loss", "It lost $40 million last year."),
    ("loss", "The airline posted a $40 million loss."),
    ("turnout", "Turnout stood at 54 percent."),
    ("turnout", "Just 54 percent of voters cast ballots."),
    ("vote share", "He won 51 percent of the vote."),
    ("votes", "She received 8,120 votes."),
    ("majority", "She won by 412 votes."),
    ("majority", "Her majority was 412."),
    ("majority", "She beat Mr Orr by just 412 votes."),
    ("swing", "Labour took the seat on a 5.2 per cent swing."),
    ("swing", "There was a swing of 5.2 points to the Greens."),
    ("depth", "The quake struck at a depth of 10 km."),
    ("depth", "The wreck lies 90 metres below the surface."),
    ("height", "The tower is 90 metres tall."),
    ("height", "The 90-metre tower fell."),
    ("length", "The tunnel is 9 km long."),
    ("width", "The crater is 30 metres wide."),
    ("speed", "The train was travelling at 90 mph."),
    ("speed limit", "The limit on that stretch is 40 mph."),
    ("wind speed", "Winds reached 120 mph."),
    ("wind speed", "Gusts of 120 mph hit the coast."),
    ("water level", "The river crested at 7.2 metres."),
    ("water level", "The Severn peaked at 7.2 metres."),
    ("water level", "Water levels rose to 7.2 metres."),
    ("rainfall", "More than 200 mm of rain fell in a day."),
    ("rainfall", "The town received 8 inches of rain."),
    ("aboard", "The ferry was carrying 320 people."),
    ("aboard", "There were 320 people on board."),
    ("aboard", "The plane had 320 passengers on it."),
    ("crew", "Its 12 crew members were saved."),
    ("dead", "The blast left 12 dead."),
    ("injured", "Forty others were treated for burns."),
    ("injured", "The crash injured 40 people."),
    ("missing", "Six people are unaccounted for."),
    ("rescued", "Divers pulled nine people from the water."),
    ("evacuated", "Some 3,000 residents were told to leave."),
    ("evacuated", "Police ordered 3,000 people out of their homes."),
    ("evacuated", "About 3,000 people had to leave their homes."),
    ("displaced", "The flood left 3,000 people homeless."),
    ("arrested", "Police made 14 arrests."),
    ("arrested", "Fourteen people were taken into custody."),
    ("charged", "Three men were charged with fraud."),
    ("sentence", "He was sentenced to 12 years in prison."),
    ("sentence", "The judge jailed him for 12 years."),
    ("sentence", "He got a 12-year prison term."),
    ("fine", "The firm was fined $4m."),
    ("fine", "It must pay a $4m fine."),
    ("bail", "Bail was set at $50,000."),
    ("compensation", "The jury awarded her $2 million in damages."),
    ("compensation", "The state will give Rs 5 lakh to each family."),
    ("compensation", "Families will receive $5,000 in compensation."),
    ("contract length", "He signed a four-year contract."),
    ("contract length", "She has put pen to paper on a three-year deal."),
    ("pay", "He earns £90,000 a week."),
    ("pay", "The deal is worth £90,000 a week."),
    ("capacity", "The stadium holds 42,000."),
    ("attendance", "A crowd of 30,000 watched the match."),
    ("attendance", "About 30,000 people marched through the city."),
    ("budget", "The council's budget is £90m."),
    ("cost", "The bridge will cost $300 million."),
    ("damage", "The storm caused $2 billion in damage."),
    ("area burnt", "The fire has burned 4,000 acres."),
    ("area burnt", "The 4,000-acre blaze is out of control."),
    ("homes destroyed", "The fire destroyed 70 homes."),
    ("homes damaged", "About 70 houses were damaged."),
    ("homes flooded", "Water got into 70 properties."),
    ("fire engines", "Twelve fire engines were sent."),
    ("fire engines", "Twelve fire trucks fought the blaze."),
    ("firefighters", "Eighty firefighters were at the scene."),
    ("police sent", "Two hundred police were deployed."),
    ("shots fired", "The gunman fired 14 shots."),
    ("shots fired", "Witnesses heard 14 gunshots."),
    ("shots that hit", "He was hit by 14 bullets."),
    ("shots that hit", "He was shot 14 times."),
    ("score", "United won 3-1."),
    ("seats", "The party took 44 seats."),
    ("without power", "Some 12,000 homes lost power."),
    ("without power", "About 12,000 customers were without electricity."),
    ("population", "The town has 9,000 residents."),
    ("change in share price", "The stock fell 9 percent."),
    ("change in profit", "Profit rose 9 percent."),
    ("change in revenue", "Sales were down 9 percent."),
    ("unemployment", "Unemployment fell to 6.1 percent."),
    ("approval", "His approval rating is 38 percent."),
    ("inflation", "Inflation was 3.4 percent in May."),
    ("interest rate", "The bank raised rates to 4.5 percent."),
    ("loot", "Thieves stole jewels worth €5 million."),
    ("loot", "The robbers made off with €5 million."),
    ("duration", "The siege lasted 14 hours."),
    ("duration", "It took 14 hours to put out the fire."),
    ("distance", "The town is 40 miles north of Lyon."),
    ("funding", "The EU pledged €40 million in aid."),
    ("reward", "Police offered a $10,000 reward."),
    ("goals", "He scored 19 goals."),
    ("goals", "His tally of 19 league goals is a record."),
    ("weight", "The bomb weighed 500 kg."),
    ("temperature", "It was 41 degrees Celsius."),
]


@pytest.mark.parametrize(("asked", "text"), ASKED, ids=[t for _, t in ASKED])
def test_the_question_is_named(nlp: Any, asked: str, text: str) -> None:
    assert asked in [m.attrs.get("attribute") for m in mentions_of(nlp, text)]


def test_what_no_word_tells_has_no_name(nlp: Any) -> None:
    (mention,) = mentions_of(nlp, "There were 14 lanterns.")
    assert "attribute" not in mention.attrs


@pytest.mark.parametrize(
    ("text", "trend"),
    [("Profit rose 9 percent.", "up"), ("The stock fell 9 percent.", "down"), ("Shares were up 9 percent.", "up")],
)
def test_a_change_goes_up_or_down(nlp: Any, text: str, trend: str) -> None:
    assert [m.attrs.get("trend") for m in mentions_of(nlp, text)] == [trend]


BEARERS = {
    "apposition in apposition": (
        "Police named a night watchman, Tomas Ferrand, 34, who lived nearby.",
        "Tomas Ferrand",
    ),
    "before the name": ("The victim, 34-year-old Tomas Ferrand, lived nearby.", "Tomas Ferrand"),
    "relative clause": ("Ferrand, who is 43, was held on Tuesday.", "Ferrand"),
    "at the age of": ("Maria Costa died at the age of 88 on Sunday.", "Maria Costa"),
    "aged": ("Ann Ray was aged 43 when she died.", "Ann Ray"),
    "at an age": ("At 43, Ferrand is the oldest player in the league.", "Ferrand"),
    "predicate": ("Karl Boone is 27.", "Karl Boone"),
    "now": ("The owner, the collector Hugo Lenz, now 81, could not be reached.", "Hugo Lenz"),
    "he": ("Police held Karl Boone at dawn. He was 29.", "Karl Boone"),
    "by role": ("They signed striker Ivo Lage in May. The striker, who turned 25 in June, is fit.", "Ivo Lage"),
}


@pytest.mark.parametrize(("text", "name"), BEARERS.values(), ids=BEARERS.keys())
def test_whose_age_it_is(nlp: Any, text: str, name: str) -> None:
    ages = [m for m in mentions_of(nlp, text) if m.attrs["measure"] == "age"]
    assert [m.attrs.get("age_of") for m in ages] == [name]


DESCRIBED = {
    "predicate": ("The woman who died last night in Kean Street was 76.", "woman"),
    "of": ("The driver, a man of 58, was unhurt.", "man"),
    "child": ("A boy, 7, was unhurt.", "boy"),
    "taken up": ("A woman drowned in the ford. The 67-year-old was swept from her car.", "woman"),
}


@pytest.mark.parametrize(("text", "noun"), DESCRIBED.values(), ids=DESCRIBED.keys())
def test_who_has_an_age_and_no_name(nlp: Any, text: str, noun: str) -> None:
    ages = [m for m in mentions_of(nlp, text) if m.attrs["measure"] == "age"]
    assert [m.attrs.get("age_of_desc") for m in ages] == [noun]


@pytest.mark.parametrize("text", ["The record was 76.", "Its score was 21.", "The high was 33.", "The bus was 40."])
def test_a_thing_has_no_age(nlp: Any, text: str) -> None:
    assert not [m for m in mentions_of(nlp, text) if m.attrs["measure"] == "age"]


def test_a_swing_in_points_is_a_percentage(nlp: Any) -> None:
    (mention,) = mentions_of(nlp, "She won on a swing of 4.6 points.")
    assert (mention.attrs["measure"], mention.attrs["unit"]) == ("percent", "percentage point")


def test_a_contract_of_years_is_a_figure_and_a_visit_of_days_is_none(nlp: Any) -> None:
    (mention,) = mentions_of(nlp, "She signed a four-year contract during a two-day visit.")
    assert mention.text == "four-year contract"


def test_words_of_the_tables_are_in_lower_case() -> None:
    assert all(
        word == word.lower() and "_" not in word for table in (MEASURED, COUNTED) for t in table.values() for word in t
    )


PHRASES = {
    "a half behind": ("two and a half hours", 2.5, 2.5, "hour"),
    "a million and a half": ("a million and a half people", 1.5e6, 1.5e6, "person"),
    "a bare half": ("just over half", 50, 55, "percent"),
    "a bare third": ("roughly a third", 33.3333, 33.3333, "percent"),
    "a hedge behind the noun": ("12 people or more", 12, None, "person"),
    "basis points": ("25 basis points", 25, 25, "basis point"),
    "a team by heads": ("a 40-strong team", 40, 40, "person"),
    "metres of a river": ("a river at 14.2m", 14.2, 14.2, "m"),
}


@pytest.mark.parametrize(("text", "low", "high", "unit"), PHRASES.values(), ids=PHRASES.keys())
def test_phrases(nlp: Any, text: str, low: float, high: float | None, unit: str) -> None:
    (value,) = values_of(nlp, f"Officials spoke of {text}.")
    assert (value.low, value.high, value.unit) == (pytest.approx(low), high and pytest.approx(high), unit)


@pytest.mark.parametrize("text", ["They came within a minute or two.", "He won a seven-figure sum."])
def test_no_figures(nlp: Any, text: str) -> None:
    assert mentions_of(nlp, text) == []


def test_what_a_toll_takes_in(nlp: Any) -> None:
    (dead,) = mentions_of(nlp, "Twelve people died, excluding the gunman.")
    assert dead.attrs["excludes"] == "gunman"
    first, _ = mentions_of(nlp, "Twelve people died, including three children.")
    assert "includes" not in first.attrs  # a part is a figure of its own


def test_stages_of_a_sum(nlp: Any) -> None:
    found = mentions_of(nlp, "Rovers paid an initial £36m, rising to £40m with add-ons.")
    assert [m.attrs["stage"] for m in found] == ["initial", "possible"]


def test_one_more_is_at_least_one(nlp: Any) -> None:
    (value,) = values_of(nlp, "A third co-worker was wounded.")
    assert (value.low, value.high) == (1, None)


def test_a_birthday_to_come_is_supposed(nlp: Any) -> None:
    (mention,) = mentions_of(nlp, "Ann Ray, who turns 29 in April, will play.")
    assert mention.attrs["modal"] == "would"
