"""DAT303: a weekday that is not its date."""

from __future__ import annotations

import pytest

from crosscheck.pipeline import check
from crosscheck.read import make_article
from crosscheck.settings import Settings
from tests.happened import codes, when

CASES = {
    "wrong": ("Tuesday, 3 July 2013", "2013-07-03", "Tuesday", [("DAT303", "warning")]),
    "wrong, date first": ("3 July 2013, a Tuesday", "2013-07-03", "Tuesday", [("DAT303", "warning")]),
    "right": ("Wednesday, 3 July 2013", "2013-07-03", "Wednesday", []),
    "leap day": ("Saturday, 29 February 2020", "2020-02-29", "Saturday", []),
}


@pytest.mark.parametrize(("words", "start", "weekday", "expected"), CASES.values(), ids=CASES)
def test_weekday(words: str, start: str, weekday: str, expected: list[tuple[str, str]]) -> None:
    fact = when(words, event="vote", who="council", start=start, end=start, granularity="day", weekday=weekday)
    other = when("then", event="wait", who="town")
    assert (
        codes([(f"The council votes on {words}.", [fact], "council vote")], [("They wait then.", [other], "wait")])
        == expected
    )


def test_sources_that_tell_the_day_by_its_right_weekday_are_shown_beside_the_date() -> None:
    texts = (
        "Council sets date\n\nThe council will vote on the bridge on Tuesday, 3 July 2013, the clerk said.\n",
        "Bridge vote nears\n\nThe council will vote on Wednesday, the clerk said.\n",
        "Bridge to be voted on\n\nOn Wednesday, 3 July, the council votes on the bridge, the clerk said.\n",
        "Bridge vote\n\nThe bridge was closed on Tuesday, 2 July, the clerk said.\n",
    )
    articles = [make_article(text, path=f"{n}.txt", meta={"published": "2013-07-01"}) for n, text in enumerate(texts)]
    (found,) = (f for f in check(articles, settings=Settings(), workers=1).findings if f.rule == "DAT303")
    paths = {a.id: a.path for a in articles}
    assert [sorted({paths[m.article] for m in r.mentions}) for r in found.readings] == [
        ["0.txt", "1.txt", "2.txt"],
        ["0.txt"],
    ]
    assert found.inside and found.message.endswith(
        "was a Wednesday, not a Tuesday; 2 independent sources have the Wednesday."
    )
