"""How long something lasts. Published on Wednesday, 3 July 2013."""

from __future__ import annotations

import pytest

from tests.dated import told

TABLE = {
    "He was held for three days and two nights.": "dur P3D & dur P2D",
    "He waited for two and a half hours.": "dur PT2H30M",
    "He waited two-and-a-half hours.": "dur PT2H30M",
    "He waited an hour and a half.": "dur PT1H30M",
    "He waited 90 minutes.": "dur PT90M",
    "He waited 3 hrs.": "dur PT3H",
    "He waited for 3h.": "dur PT3H",
    "He was held for six months.": "dur P6M",
    "He was jailed for two years and six months.": "dur P2Y6M",
    "It was a two-month trial.": "dur P2M",
    "It was a 10-day trial.": "dur P10D",
    "It was a five-year-long trial.": "dur P5Y",
    "The half-hour show ended.": "dur PT30M",
    "The trial took a decade.": "dur P10Y",
    "The trial took a quarter of an hour.": "dur PT15M",
    "The trial took one and a half years.": "dur P18M",
    "The trial took over a year.": "dur P1Y",
    "The trial took seven weeks and three days.": "dur P7W3D",
    "The trial took a day and a half.": "dur PT36H",
    "The trial took a month and a half.": "dur P1M15D",
    "The trial took two weeks or so.": "dur P2W",
    "The trial took five minutes 30 seconds.": "dur PT5M30S",
    "The trial took a couple of hours.": "dur PT2H",
    "The trial took a dozen years.": "dur P12Y",
    "The trial took a century and a half.": "dur P150Y",
    "It took 30min.": "dur PT30M",
    "It took 2hours.": "dur PT2H",
    "It took a hundred days.": "dur P100D",
    "It took twenty-four hours.": "dur PT24H",
    "It took a couple days.": "dur P2D",
    "It took a week and a half.": "dur PT252H",
    "It took two and half years.": "dur P30M",
    "It took 3.5 years.": "dur P42M",
    "It took just over six weeks.": "dur P6W",
    "It took five and a half minutes.": "dur PT5M30S",
    "It took six-and-a-half weeks.": "dur PT1092H",
    "It was a six-month-old plan.": "none",
    "It was an eight-hour shift.": "dur PT8H",
    "It was an 18-month sentence.": "dur P18M",
    "It took 1 hr 20 mins.": "dur PT1H20M",
    "It took 10 working days.": "dur P10D",
    "It took 1,000 days.": "dur P1000D",
    "It took ten weeks and two days.": "dur P10W2D",
    "It took one-and-a-half hours.": "dur PT1H30M",
    "It took 12.45 seconds.": "dur PT12.45S",
    "It took 2.5 weeks.": "dur PT420H",
    "He was jailed for the two years to come.": "dur P2Y",
}


@pytest.mark.parametrize(("sentence", "days"), TABLE.items())
def test_lengths(nlp, sentence: str, days: str) -> None:  # type: ignore[no-untyped-def]
    assert told(nlp, sentence) == days
