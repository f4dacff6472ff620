"""Words that say which question a figure answers, however it is put: "a fee of £38m", "paid £38m", "a £38m deal".

Each table maps the lemma of a noun, verb, adverb or adjective to the name of the attribute; phrases of a verb and a
particle are written with a space ("lay off"). ``MEASURED`` holds one table for each measure; counts have a module of
their own, :mod:`crosscheck.data.counts`. Names of attributes are plain words of an editor.
"""

from __future__ import annotations


def by_word(table: dict[str, str]) -> dict[str, str]:
    """Words to names, from names to words as they are written here: with spaces between, "_" for a space inside."""
    return {word.replace("_", " "): name for name, words in table.items() for word in words.split()}


# Measures that are one question by themselves.
FIXED: dict[str, str] = {
    "age": "age",
    "magnitude": "magnitude",
    "calibre": "calibre",
    "rank": "rank",
    "ratio": "multiple",
    "temperature": "temperature",
    "score": "score",
    "frequency": "frequency",
    "voltage": "voltage",
}

DEALS: frozenset[str] = frozenset(
    "deal bid offer takeover buyout acquisition merger transaction purchase sale transfer signing auction "
    "contract".split()
)
SHARES: frozenset[str] = frozenset({"share", "stock"})
# Money for so much time is pay, whatever was "worth" it.
PAY_TIMES: frozenset[str] = frozenset({"week", "month", "hour", "day", "year"})

_MONEY = by_word(
    {
        "price": "price fee pay buy purchase sell sale cost_price fetch deal bid offer takeover buyout "
        "acquisition acquire "
        "consideration auction transfer snap_up sign",
        "pay": "salary wage earn paycheck bonus pension allowance stipend",
        "fine": "fine penalty fin",
        "bail": "bail",
        "compensation": "compensation damages payout compensate award settlement settle gratia ex-gratia restitution "
        "reparation ex_gratia",
        "savings": "saving save synergy synergies",
        "revenue": "revenue turnover takings sales net_sales earnings_revenue gross receipt box_office",
        "profit": "profit earnings ebitda surplus",
        "loss": "loss lose deficit shortfall writedown write-down",
        "debt": "debt owe borrowing borrow liability arrears mortgage",
        "budget": "budget spending spend allocate expenditure outlay",
        "cost": "cost bill expense price_tag",
        "damage": "damage destruction devastation",
        "investment": "invest investment",
        "funding": "fund funding raise grant donate donation pledge aid give contribute contribution appeal "
        "relief subsidy "
        "bailout package",
        "loan": "loan lend",
        "value": "value worth valuation capitalisation capitalization valued",
        "loot": "steal theft heist haul loot robbery booty snatch make_off embezzle defraud swindle launder siphon",
        "reward": "reward bounty",
        "ransom": "ransom",
        "bribe": "bribe kickback",
        "dividend": "dividend",
        "prize": "prize jackpot winnings",
        "tax": "tax levy duty tariff",
        "rent": "rent",
        "ticket price": "ticket admission fare",
    }
)
_PERCENT = by_word(
    {
        "turnout": "turnout turn_out electorate cast_ballot cast_vote",
        "swing": "swing",
        "vote share": "vote ballot poll votes voter",
        "stake": "stake hold own holding shareholding owner ownership shareholder",
        "premium": "premium",
        "discount": "discount",
        "approval": "approval rating popularity approve",
        "unemployment": "unemployment jobless joblessness unemployed",
        "inflation": "inflation",
        "interest rate": "rate interest",
        "growth": "growth gdp",
        "margin": "margin",
        "humidity": "humidity",
        "containment": "contain containment",
        "effectiveness": "effective efficacy effectiveness",
        "tax": "tax levy duty tariff vat",
        "market share": "market",
        "alcohol": "alcohol",
    }
)
_DISTANCE = by_word(
    {
        "depth": "depth deep underground beneath below",
        "height": "height tall high altitude elevation summit mountain tower statue cliff wall mast chimney tree",
        "length": "length long stretch tunnel bridge road trail fence pipeline convoy railway",
        "width": "width wide breadth diameter radius across",
        "rainfall": "rain rainfall precipitation downpour gauge",
        "snowfall": "snow snowfall",
        "water level": "crest peak river floodwater water tide surge flood gauge_level",
        "wave height": "wave tsunami",
        "distance": "away distance drive march walk run fly travel off",
    }
)
_SPEED = by_word(
    {
        "speed limit": "limit post restrict restriction posted permit limited",
        "wind speed": "wind gust hurricane cyclone typhoon storm gale",
    }
)
_DURATION = by_word(
    {
        "sentence": "sentence prison jail imprison imprisonment jailed custody serve bar probation parole",
        "ban": "ban suspend suspension disqualify",
        "contract length": "contract deal agreement lease extension",
        "duration": "last take siege standoff stand-off battle flight journey delay wait shake shaking tremor search "
        "meeting strike run ordeal outage blackout stoppage interval spend work hold continue",
        "term": "term mandate",
    }
)
_AREA = by_word(
    {
        "area burnt": "burn scorch fire blaze wildfire char destroy consume blacken",
        "area flooded": "flood inundate submerge",
        "area": "area cover span size plot site park land farmland forest",
    }
)
_MASS = by_word(
    {
        "weight": "weigh weight heavy",
        "amount": "seize produce export import dump spill release ship carry contain",
    }
)
_VOLUME = by_word({"spill": "spill leak spew gush", "output": "produce output production pump export capacity"})

MEASURED: dict[str, dict[str, str]] = {
    "money": _MONEY, "percent": _PERCENT, "distance": _DISTANCE, "speed": _SPEED, "duration": _DURATION,
    "area": _AREA, "mass": _MASS, "volume": _VOLUME,
}  # fmt: skip
# Said of nothing in particular: no cue by themselves, the thing that they are said of is.
RISES: dict[str, str] = by_word(
    {
        "up": "up rise jump climb gain increase grow soar surge advance rally add leap double improve rocket swell "
        "expand high increase_rise more above over",
        "down": "down fall drop decline decrease slump slide plunge tumble shrink dip sink lose slip shed lower "
        "cut reduce "
        "less plummet slash",
    }
)
FAMILIES: frozenset[str] = frozenset(
    {"family", "families", "kin", "relative", "bereaved", "heir", "widow", "dependant"}
)
STOLEN: frozenset[str] = frozenset(
    {"steal", "rob", "make off", "grab", "snatch", "heist", "theft", "robbery", "haul", "thief", "robber"}
)
# Spans of time that are a figure even joined to their noun: "a five-year contract".
TERMS: frozenset[str] = frozenset(
    "contract deal sentence term ban suspension lease agreement extension probation loan prison jail".split()
)
