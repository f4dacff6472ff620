"""The kinds of ../shared/cases: the cases themselves where they are at hand, and invented siblings of each."""

import pytest

from benchmarks.cases import CASES, FOLDER, LOUD, Differs, checked, quoted, yields_none
from crosscheck.pipeline import check
from crosscheck.read import make_article
from crosscheck.settings import Settings

TITLES = "First report", "Second report"
DATELINE = "LEEDS, June 21, 2017 (AFP) - "


@pytest.mark.skipif(not FOLDER.is_dir(), reason="../shared/cases is not beside the project")
@pytest.mark.parametrize("name", sorted(CASES))
def test_case(nlp, name):
    assert not checked(name, FOLDER, Settings())[1]


def findings(*texts, dateline=DATELINE):
    articles = [make_article(f"{TITLES[i]}\n\n{dateline}{t}\n", path=f"{i}.txt") for i, t in enumerate(texts)]
    return check(articles, settings=Settings(), workers=1, with_text=True)


DIFFERENT = {
    "a club": ("place", "Boston", "Chicago", "Singer Mia Torv was shot dead outside a club in {} on Monday."),
    "a ferry": ("place", "Corfu", "Crete", "The ferry sank off {} on Monday with 12 people aboard."),
    "a museum opens": ("date", "3", "13", "The museum will reopen to the public on July {}, the council said."),
    "a referendum": ("date", "9", "16", "The country holds a referendum on July {}, the election board said."),
    "polls": ("date", "9", "16", "Voters go to the polls on July {}, the election board said."),
    "school": ("date", "26", "27", "Pupils go back to school on June {}, the ministry said."),
    "cinemas": ("date", "7", "14", "The film comes to cinemas on July {}, the studio said."),
    "a trial": ("date", "4", "14", "The banker goes on trial on September {}, the court said."),
    "a law": ("date", "1", "11", "The ban comes into force on July {}, the ministry said."),
    "a year, digits turned": ("date", "1987", "1978", "The mill was built in {}."),
    "a transfer": ("date", "Sunday", "Monday", "Kelby sacked coach Nils Aber on {} after ten defeats."),
    "particles": ("name", "van der Meer", "van den Meer", "Engineer Pieter {} won the prize on Tuesday."),
    "a doubled letter": ("name", "de la Rosa", "de la Rossa", "Judge Carla {} freed him on Tuesday."),
    "a deputy minister": ("affiliation", "Finance", "Deputy finance", "{} minister Ilse Hartog kept the tax on Tuesday."),
    "a vice president": ("affiliation", "president", "vice president", "Norbank {} Greta Falk resigned on Tuesday."),
    "turned digits": ("figure", "2,345,000", "2,354,000", "The firm was fined £{} by the court."),
    "turned decimals": ("figure", "4.2", "2.4", "Thieves stole jewels worth {} million francs from the shop on Monday."),
    "spaced thousands": ("figure", "45 300", "43 500", "The city has {} inhabitants, the mayor said."),
    "families": ("figure", "3,100", "1,300", "The flood drove {} families from their homes in Pelon on Sunday."),
    "a rate that fell": ("figure", "5.3", "3.5", "Unemployment fell to {} percent in May, the labour ministry said."),
    "a rate that rose": ("figure", "3.4", "4.3", "Inflation rose to {} percent in May, the statistics office said."),
    "a key rate": ("figure", "4.25", "4.75", "The bank raised its key rate to {} percent on Tuesday."),
    "a paragraph that begins with digits": ("figure", "12", "21", "{} people were hurt in the crash in York on Tuesday."),
    "a result": ("figure", "3-1", "3-2", "Kelby beat Harlow {} on Tuesday."),
    "workers": ("figure", "48", "52", "The bridge in Port Ellen reopened on Monday. {} workers took part."),
    "firefighters": ("figure", "30", "50", "The mill burned down on Monday. {} firefighters fought the blaze."),
    "soldiers": ("figure", "1,200", "2,100", "The exercise began on Monday. {} soldiers take part."),
    "ranges": ("figure", "4 to 6", "7 to 9", "Prices will rise by {} percent this year, the bank said."),
    "ranges in words": ("figure", "three to four", "six to seven", "The flight was delayed by {} hours, the airline said."),
}  # fmt: skip


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_difference(nlp, name):
    kind, one, other, text = DIFFERENT[name]
    document = findings(text.format(one), text.format(other))
    assert not Differs(kind, one, other)(document)
    assert {f.kind for f in document.findings} == {kind}


DAYS = {
    "an impossible day": ("The fair runs from April 2 to April 31, the council said.", "April"),
    "a leap day": ("She was born on February 29, 1999, in York.", "February"),
    "a weekday, no year": ("The film opened on Sunday, June 20, the studio said.", "Tuesday"),
    "a weekday, with a year": ("The film opens on Friday, 4 July 2018, the studio said.", "Wednesday"),
}


@pytest.mark.parametrize("name", DAYS)
def test_a_day_that_no_calendar_has(nlp, name):
    text, right = DAYS[name]
    (found,) = findings(text).findings
    assert found.rule == "DAT303" and right in found.message


SAME = {
    "a past Sunday": ("The mayor resigned on Sunday, the council said.", "The mayor resigned on June 18, the council said."),
    "last Thursday": ("The mayor resigned last Thursday, he said.", "The mayor resigned on June 15, he said."),
    "dots": ("The charity got a grant of €1.250.000.", "The charity got a grant of 1,250,000 euros."),
    "narrow spaces": ("The port sold 816\u202f000 tonnes of grain.", "The port sold 816\u2009000 tonnes of grain."),
    "apostrophes": ("The farm sold 3'400 sheep in May.", "The farm sold 3,400 sheep in May."),
    "a decimal of millions": ("The port shipped 1 250 000 tonnes of coal.", "The port shipped 1.25 million tonnes of coal."),
    "a family": ("Robert Voss III took over the bank from his father, Robert Voss II.",
                 "Robert Voss II left the bank to his son, Robert Voss III."),
    "umlauts spelled out": ("Engineer Karl Müller opened the bridge.", "Engineer Karl Mueller opened the bridge on Monday."),
    "a Danish letter": ("Engineer Søren Bjørk opened the bridge.", "Engineer Soeren Bjoerk opened the bridge on Monday."),
    "short names": ("Jenny Wu was named coach on Tuesday. Wu was a player.", "The coach is Jenny Wu. Ms Wu once played."),
    "ranges": ("The train was late by between two and three hours.", "The train was late by two to three hours."),
    "a quote that is never closed": ('"We will stay here until the end, the minister said.\n\n"It is our land," Dana Orr said.',
                                     '"We will stay here until the end," the minister said.\n\nDana Orr said: "It is our land."'),
    "a quote over paragraphs": ('"The plant is safe," Dana Orr said. "We checked it.\n\n"Nobody needs to leave."',
                                'Dana Orr said: "The plant is safe. We checked it. Nobody needs to leave."'),
    "labels": ("Question number 3 was put by the chair. Question number 4 was put by the mayor. Item 2 was agreed.",
               "The chair put question number 3. The mayor put question number 4. Exhibit 13 was not shown. Item 4 was agreed."),
    "a deputy in one article": ("Deputy finance minister Ilse Hartog spoke. Finance minister Ilse Hartog, as she will be, left.",
                                "Finance minister Ilse Hartog spoke on Tuesday."),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_no_difference(nlp, name):
    assert not [f.message for f in findings(*SAME[name]).findings if f.level in LOUD]


THEIRS = [
    ("Harrow Mills told staff on Tuesday that it is closing.\n\nTom Pell, who runs the firm, asked for calm. {} he said.",
     "Harrow Mills will close.\n\n{} managing director Tom Pell said.", "Tom Pell"),
    ("Kelby United told fans that it had been sold.\n\nMia Torv, the club's owner since 2010, thanked them. {} she said.",
     "Kelby United has been sold.\n\n{} owner Mia Torv said.", "Mia Torv"),
    ("Castellan Marine will shut its yard.\n\nBrigitte Oyelaran, who heads the company, asked for understanding. {} she said.",
     "The yard will shut.\n\n{} chairwoman Brigitte Oyelaran said.", "Brigitte Oyelaran"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "speaker"), THEIRS, ids=["mills", "a club", "a yard"])
def test_who_speaks_for_a_body_is_not_the_body(nlp, one, other, speaker):
    document = findings(*(t.format("“Nobody wanted this day to come,”") for t in (one, other)))
    assert not document.findings
    assert not quoted("Nobody wanted", speaker, 2)(document)


def test_a_table_that_contradicts_its_text(nlp):
    document = findings("The bridge reopened after repairs that cost 4.2 million pounds.\n\nCost: The repairs cost 6.2 million pounds.",
                        "The bridge is open. Its repairs cost 4.2 million pounds.")  # fmt: skip
    assert not Differs("figure", "4.2", "6.2")(document)


CREDITS = [
    ("(Reporting by Jon Smyth; editing by Ann Reed)", "(Reporting by Jon Smith; editing by Anne Reed)"),
    ("Associated Press writer Jon Smyth in Paris contributed to this report.", "AP writer Jon Smith contributed from Rome."),
    ("(Edited by Jon Smyth)", "Edited by: Jon Smith"),
]  # fmt: skip


@pytest.mark.parametrize("lines", CREDITS, ids=["reporting", "writers", "edited"])
def test_credits_are_no_text(nlp, lines):
    document = findings(*(f"The bridge was closed on Monday, engineer Moira Kell said.\n\n{line}" for line in lines))
    assert not document.findings and not yields_none("Smyth", "Smith", "Reed")(document)


DATELINES = [
    ("Leeds (AFP) 21 June 2017 - ", "Leeds (AFP) 20 June 2017 - "),
    ("LEEDS, June 21, 2017 /PRNewswire/ -- ", "LEEDS, June 20, 2017 /PRNewswire/ -- "),
    ("LEEDS, England | Jun 21, 2017 | ", "(LEEDS, England) Jun 20, 2017 — "),
]


@pytest.mark.parametrize("lines", DATELINES, ids=["agency before day", "press release", "bars"])
def test_datelines_are_no_event(nlp, lines):
    told = (f"{line}The storm hit the pier, the harbour master said." for line in lines)
    assert not findings(*told, dateline="").findings
