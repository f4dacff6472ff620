"""Words in which the names of bodies, places, works and things end: capitalised words that are no person."""

from __future__ import annotations

INSTITUTIONS = frozenset(
    "ministry department university college school hospital police institute agency office bureau council "
    "committee commission company corp corporation inc ltd llc bank group association society union party "
    "court church foundation center centre club news times post journal press tv radio television network "
    "airlines airways motors foods laboratories lab museum authority service services federation league army "
    "navy force forces guard corps parliament congress senate house embassy mission organization organisation "
    "alliance board studios pictures records systems technologies partners capital holdings industries "
    "international distributors distribution distillery insurance administration campaign team accounting "
    "advisors advisers networks telecom communications software magazine daily herald tribune gazette".split()
)
# words that end the names of places, works, prizes and things, which are neither persons nor bodies
THINGS = frozenset(
    "airport street avenue road county island province city state river lake mount sea gulf bay district park "
    "square bridge station plant factory highway prison jail stadium hall theatre theater hotel restaurant "
    "building tower award awards prize cup olympics championship series act treaty agreement week day night "
    "show festival project programme program facebook twitter telegram google apple youtube bible koran ave rd "
    "blvd st hwy mountains coast heights valley stores store mall tv trial parkway pkwy boulevard".split()
)
ORG_WORDS = INSTITUTIONS | THINGS
