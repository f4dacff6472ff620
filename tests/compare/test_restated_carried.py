"""What a draft has from its sources in other figures and days: bare numbers, ratios, sums, what held once, ranges."""

from __future__ import annotations

import pytest

from tests.drafting import told

COUNT = (
    "Council of Ulverstad votes for tram\n\nULVERSTAD, 3 March - The council of Ulverstad voted for the tram line on Tuesday,"
    " by 43 votes to 39. The line will cost 620 million crowns and sell 48,000 tickets a day, said Mayor Signe Holt."
    " Carrying 91 people, the first tram ran from Lund Square to the harbour, the tram company said. Of those, 84 were"
    " passengers and seven were crew. The platform at Lund Square is one metre sixty wide.",
    "Tally put right\n\nULVERSTAD, 4 March - The count in the council of Ulverstad was 42 to 39, the clerk said on Wednesday,"
    " since one councillor had raised the wrong hand. There were 83 passengers on the first tram, not 84, the tram company"
    " said. A ticket will have a price of 38 crowns. Three in ten of the tickets go to pupils, according to Signe Holt. The"
    " company had tested its trams from 4 May 2024 to 12 November 2025.",
)
TRAM = (
    "# A tram for Ulverstad\n\nThe council of Ulverstad has voted for its tram line. {said} Signe Holt, the mayor, expects to"
    " sell 48,000 tickets a day. The first tram ran from Lund Square to the harbour."
)


@pytest.mark.parametrize(
    "said",
    [
        "It was decided by 42 votes to 39.",
        "The tram company set a price of 38 for a ticket.",
        "The first tram of the tram company carried 90 people.",
        "Three tickets in ten go to pupils, Holt said.",
        "At Lund Square the platform is 1.60 metres wide.",
        "The company had tested its trams from May 2024 to November 2025.",
    ],
)
def test_other_words_for_the_figures_of_the_sources_are_no_slips(said: str):
    assert told(TRAM.format(said=said), *COUNT) == []


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ("It was decided by 52 votes to 39.", {"DRA705", "FIG401"}),
        ("The tram company set a price of 58 crowns for a ticket.", {"DRA705", "FIG402"}),
        ("The first tram of the tram company carried 109 people.", {"DRA705", "FIG401"}),
        ("At Lund Square the platform is 1.90 metres wide.", {"DRA705", "FIG407"}),
    ],
)
def test_other_figures_still_are(said: str, rules: set[str]):
    assert {rule for rule, _ in told(TRAM.format(said=said), *COUNT)} & rules


LAKE = (
    "Ice breaks on Lake Semmer\n\nSEMMER, 2 March - Ice broke under a fishing contest on Lake Semmer on Monday and at least six"
    " people drowned, the coast guard said. Another 31 are missing. The club of Semmer has 740 members, said its"
    " chairwoman, Lise Ravn. The contest cost the club 55,000 crowns.",
    "More dead at Lake Semmer\n\nSEMMER, 4 March - Nine people drowned in Lake Semmer, the coast guard said on Wednesday. Twelve"
    " are missing. The dive school of Orm has 160 members and is helping, said Orm's mayor, Jan Tveit. A team led by"
    " Judge Karen Moe, a three-member panel, will ask who allowed the contest.",
)
DROWNED = (
    "# Under the ice\n\nNine people drowned when the ice broke under a fishing contest on Lake Semmer, the coast guard says,"
    " and twelve are missing. {said} The contest had cost the club 55,000 crowns, says Lise Ravn, its chairwoman."
)


@pytest.mark.parametrize(
    "said",
    [
        "At first, on Monday, there were six dead and 31 missing.",
        "The club of Semmer has 740 members.",
        "Judge Karen Moe and two colleagues will ask who allowed the contest.",
        "On Monday it spoke of six people drowned; the coast guard raised that by three on Wednesday.",
    ],
)
def test_what_held_once_and_what_others_count_are_no_slips(said: str):
    assert told(DROWNED.format(said=said), *LAKE) == []


FAIR = (
    "Fair of Tolmund opens\n\nTOLMUND, 5 March - The fair of Tolmund opens on Saturday, 4 July, and runs until 12 October, its"
    " director, Inga Falk, said on Thursday. Nobody pays on the first weekend. Sales of its honey rose 34 percent last"
    " year, and half of it went to Orrland. The bakery of the fair makes 40 percent of its money with rye bread, she said."
    " Buyers sent back 85 percent of the spoilt rye bread in May, the bakery of Tolmund told staff.",
)
OPENS = (
    "# The fair of Tolmund\n\nThe fair of Tolmund, which Inga Falk directs, opens on 4 July and runs until 12 October. {said}"
    " Buyers have sent back 85 percent of the rye bread that was spoilt."
)


@pytest.mark.parametrize(
    "said",
    [
        "Whoever comes on the first Saturday or Sunday pays nothing.",
        "Last year sales of honey rose by 34 percent, and every second jar went to Orrland.",
        "Rye bread brings in 40 percent of the money that the bakery of the fair makes.",
    ],
)
def test_days_and_shares_that_the_sources_tell_are_no_slips(said: str):
    assert told(OPENS.format(said=said), *FAIR) == []


TRENCH = (
    "Boat found at Kvamsdal\n\nKVAMSDAL, 3 March - A farmer of Kvamsdal, Olav Moe, 61, found a boat in his bog, the museum of"
    " Kvamsdal said on Tuesday. He will show it on Sunday, 15 March, between 10am and 4pm. It was nailed with 210 rivets. His"
    " helper Nils Berge, 54, saw it first. The museum has asked for 4.8 million crowns. Both men were fined, Moe 900 crowns"
    " and Berge 700, and a judge at Kvamsdal gave a third man, Arne Lie, six months.",
    "More rivets at Kvamsdal\n\nKVAMSDAL, 5 March - The museum of Kvamsdal raised the number of rivets in the boat to 214 on"
    " Thursday. It asks for 4.2 million crowns, not 4.8 million. The boat must be dry by the end of May.",
)
BOAT = (
    "# A boat in the bog\n\nOlav Moe, a farmer of Kvamsdal, found a boat in his bog, and the museum of Kvamsdal has counted 214"
    " rivets in it. {said} Nils Berge, 54, helped Moe to dig."
)


@pytest.mark.parametrize(
    "said",
    [
        "On 15 March visitors have six hours to see it.",
        "Berge, seven years younger than Moe, saw it first.",
        "The boat must be dry before June.",
        "Four turned up after the first count.",
    ],
)
def test_what_can_be_worked_out_is_no_slip(said: str):
    assert told(BOAT.format(said=said), *TRENCH) == []


def test_lengths_that_cannot_be_worked_out_are_slips():
    assert told(BOAT.format(said="The judge at Kvamsdal gave Arne Lie nine months."), *TRENCH) != []


def test_a_draft_that_adds_up_is_believed():
    wire = (
        "Harbour of Vik gets a crane\n\nVIK, 5 March - The harbour of Vik will spend 73 million crowns, Eva Lind, its head, said."
        ' "We waited ten years," she said. The wind blew all day. A crane costs 41 million crowns.',
    )
    draft = (
        "# A crane for Vik\n\nOf the 73 million crowns that the harbour of Vik will spend, {rest} goes to its quays; the other"
        " 41 million crowns buys a crane, said Eva Lind."
    )
    assert told(draft.format(rest="32 million crowns"), *wire) == []
    assert told(draft.format(rest="47 million crowns"), *wire) != []


QUARRY = (
    "Reform list ahead in Tolmark\n\nTOLMARK, 8 March - The Reform List was ahead after Saturday's council election in Tolmark."
    " The quarry fund of the U.N. mission pays the town 40,000 crowns, said its envoy, Ada Brook. Filip Arnesen has scored 19"
    " goals in 26 league games for Tolmark and beat Lund of Orm 6-4 3-6 7-5 at tennis. The first prize was 90,000 crowns.",
    "Reform list to govern\n\nTOLMARK, 10 March - The council on Monday asked the winner of the election, Signe Holt, to form"
    " a majority. The quarry fund has been raised to 65,000 crowns, the envoy said. Arnesen will give 5,000 crowns to the"
    " club where he began. Cars may cross the bridge of Tolmark from 20 April, he told the committee of the town.",
)
HOLT = (
    "# A majority for Holt\n\nSigne Holt, whose list came out ahead in the council election, is to form a majority. {said}"
    " Ada Brook is the envoy of the mission."
)


@pytest.mark.parametrize(
    "said",
    [
        "Holt, whose list came first in the election on Saturday, has been asked by the council to form a majority.",
        "The quarry fund was increased from 40,000 to 65,000 crowns, the envoy said.",
        "Arnesen won 90,000 crowns, of which he will give 5,000 to the club where he began.",
        "Arnesen scored 19 goals from 26 league appearances for Tolmark.",
        "Arnesen beat Lund of Orm 6-4, 3-6, 7-5.",
        "The quarry fund of the United Nations mission pays the town, said Ada Brook.",
        "Motorists may cross the bridge of Tolmark from 20 April.",
    ],
)
def test_what_a_sentence_tells_beside_and_other_words_for_it_are_no_slips(said: str):
    assert told(HOLT.format(said=said), *QUARRY) == []


@pytest.mark.parametrize(
    "said",
    [
        "The council on Thursday asked Holt to form a majority.",
        "The quarry fund has been raised to 56,000 crowns, the envoy said.",
        "Arnesen will give 8,000 crowns to the club where he began.",
        "Arnesen scored 19 goals in 36 league games for Tolmark.",
    ],
)
def test_slips_beside_them_still_are(said: str):
    assert told(HOLT.format(said=said), *QUARRY) != []
