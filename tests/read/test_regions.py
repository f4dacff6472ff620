"""Page furniture is marked and yields nothing; what merely looks like it stays."""

import pytest

from crosscheck.read.article import make_article


def regions(text):
    return {(r.kind, text[r.span.start : r.span.end]) for r in make_article(text, path="a.txt").regions}


BODY = "The council voted on Monday to close the old bridge for a month, its clerk said."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("18 Views", "furniture"),
        ("1.2k shares", "furniture"),
        ("Join us on Telegram", "furniture"),
        ("Follow our coverage at @example_official.", "furniture"),
        ("Also Read: Why the bridge was never painted", "furniture"),
        ("Leave a Reply", "furniture"),
        ("Your email address will not be published. Required fields are marked *", "furniture"),
        ("desk@news.example", "furniture"),
        ("By Ana Example and Ben Sample", "byline"),
        ("Ana Example, Staff Writer", "byline"),
        ("Advertisement", "furniture"),
        ("© 2024 Invented News. All rights reserved.", "furniture"),
    ],
)
def test_marked(line, kind):
    assert (kind, line) in regions(f"Bridge closes for repairs\n\n{line}\n\n{BODY}")


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the bridge will be closed to cars, and by Friday to everyone.",
        "Share prices of the builder fell by a third after the vote.",
        "Read the minutes and you will find no mention of a ferry, she said.",
        "Views of the river will be blocked for a month.",
        "Video shows the truck on the wrong lane, police said.",
    ],
)
def test_sentences_stay(line):
    assert all(text != line for _, text in regions(f"Bridge closes for repairs\n\n{BODY}\n\n{line}"))


def test_headline_and_lede_that_stand_twice_count_once():
    text = f"Bridge closes for repairs\n\n{BODY}\n\nBridge closes for repairs\n\n{BODY}\n\nBuses take another way."
    kinds = sorted(kind for kind, _ in regions(text))
    assert kinds == ["duplicate", "duplicate", "headline"]


def test_what_a_teaser_told_counts_once_and_the_rest_stays():
    text = f"Bridge closes\n\nThe council voted on Monday to close the old bridge for a month, its […]\n\n{BODY}"
    assert ("duplicate", "The council voted on Monday to close the old bridge for a month, its") in regions(text)
    assert len(regions(text)) == 2


def test_menu_glued_to_the_headline():
    text = f"HomeLocalBridge closes for repairs\n\nBridge closes for repairs\n\n{BODY}"
    article = make_article(text, path="a.txt")
    assert article.title == "Bridge closes for repairs"
    assert ("furniture", "HomeLocalBridge closes for repairs") in regions(text)


def test_counters_of_pictures_before_their_captions():
    text = "Shooting\n\n1 of 2 Five people were shot in Leeds on Monday.\n\n2 of 2 Police stand at the scene.\n\n1 of 3 Men said so.\n"
    assert {words for kind, words in regions(text) if kind == "furniture"} == {"1 of 2", "2 of 2"}


def test_what_a_gallery_prints_around_its_captions():
    text = (
        "Shooting\n\nImage 1 of / 2 Caption Close Image 1 of 2 Five people were shot in Leeds on Monday. "
        "Image 2 of 2 Police stand at the scene.\n"
    )
    told = {words for kind, words in regions(text) if kind == "furniture"}
    assert told == {"Image 1 of / 2 Caption Close", "Image 1 of 2", "Image 2 of 2"}
