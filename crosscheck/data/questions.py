"""Words that say which question a figure answers, however it is put: "a fee of £38m", "paid £38m", "a £38m deal".

Each table maps the lemma of a noun, verb, adverb or adjective to the name of the attribute; phrases of a verb and a
particle are written with a space ("lay off"). ``MEASURED`` holds one table for each measure, ``COUNTED`` the counts:
for a class of nouns, what the verb or state beside it makes of them. Names of attributes are plain words of an editor.
"""

from __future__ import annotations


def _names(table: dict[str, str]) -> dict[str, str]:
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

_MONEY = _names(
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
_PERCENT = _names(
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
_DISTANCE = _names(
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
_SPEED = _names(
    {
        "speed limit": "limit post restrict restriction posted permit limited",
        "wind speed": "wind gust hurricane cyclone typhoon storm gale",
    }
)
_DURATION = _names(
    {
        "sentence": "sentence prison jail imprison imprisonment jailed custody serve bar probation parole",
        "ban": "ban suspend suspension disqualify",
        "contract length": "contract deal agreement lease extension",
        "duration": "last take siege standoff stand-off battle flight journey delay wait shake shaking tremor search "
        "meeting strike run ordeal outage blackout stoppage interval spend work hold continue",
        "term": "term mandate",
    }
)
_AREA = _names(
    {
        "area burnt": "burn scorch fire blaze wildfire char destroy consume blacken",
        "area flooded": "flood inundate submerge",
        "area": "area cover span size plot site park land farmland forest",
    }
)
_MASS = _names(
    {
        "weight": "weigh weight heavy",
        "amount": "seize produce export import dump spill release ship carry contain",
    }
)
_VOLUME = _names({"spill": "spill leak spew gush", "output": "produce output production pump export capacity"})

MEASURED: dict[str, dict[str, str]] = {
    "money": _MONEY, "percent": _PERCENT, "distance": _DISTANCE, "speed": _SPEED, "duration": _DURATION,
    "area": _AREA, "mass": _MASS, "volume": _VOLUME,
}  # fmt: skip
# Said of nothing in particular: no cue by themselves, the thing that they are said of is.
RISES: dict[str, str] = _names(
    {
        "up": "up rise jump climb gain increase grow soar surge advance rally add leap double improve rocket swell "
        "expand high increase_rise more above over",
        "down": "down fall drop decline decrease slump slide plunge tumble shrink dip sink lose slip shed lower "
        "cut reduce "
        "less plummet slash",
    }
)

# --- counts ----------------------------------------------------------------------------------------------------------

# What befalls people, by the class of event that the verb or state gives.
FATES: dict[str, str] = {"death": "dead", "injury": "injured", "missing": "missing", "displacement": "displaced",
                         "arrest": "arrested", "rescue": "rescued", "shooting": "shot"}  # fmt: skip
# Narrower than their class: to be moved out is not to be made homeless.
FATE_VERBS: dict[str, str] = _names(
    {
        "evacuated": "evacuate evacuation flee leave",
        "rescued": "rescue save pull",
        "survivors": "survive survivor",
        "charged": "charge indict accuse",
        "convicted": "convict sentence jail imprison",
        "injured": "treat",
        "hospitalised": "hospitalise hospitalize",
        "trapped": "trap bury",
        "stranded": "strand",
        "infected": "infect sicken",
        "held hostage": "hostage kidnap abduct",
    }
)
CLASSES: dict[str, str] = _names(
    {
        "job": "job position post redundancy layoff vacancy",
        "home": "home house property dwelling building apartment flat shop structure business school church hut",
        "shot": "shot bullet round gunshot",
        "vote": "vote ballot",
        "seat": "seat",
        "worker": "worker employee staff staffer labourer laborer workforce",
        "passenger": "passenger traveller traveler",
        "crew": "crew crewman crewmember",
        "firefighter": "firefighter fireman fire_crew",
        "police": "police policeman officer cop trooper",
        "goal": "goal",
        "customer": "customer household",
        "vehicle": "car vehicle bus truck lorry",
        "flight": "flight",
    }
)
# Two nouns that are one thing: "fire engine", "fire tender".
PAIRED: dict[tuple[str, str], str] = {
    ("fire", noun): "fire engines" for noun in ("engine", "tender", "truck", "appliance", "pump", "vehicle", "unit")
} | {("fire", "crew"): "fire crews", ("fire", "fighter"): "firefighters", ("crew", "member"): "crew",
     ("police", "officer"): "police sent"}  # fmt: skip
COUNTED: dict[str, dict[str, str]] = {
    "job": _names(
        {
            "job cuts": "cut shed axe ax lose eliminate lay_off go slash scrap loss cull redundant redundancy "
            "layoff disappear "
            "reduce trim drop remove abolish threaten",
            "jobs created": "create add generate bring",
            "jobs saved": "save protect safeguard secure",
        }
    )
    | {"": "jobs"},
    "worker": _names(
        {
            "job cuts": "lay_off lose_job ax sack dismiss axe cut fire shed redundant layoff let_go eliminate",
            "staff": "employ workforce payroll have",
            "people inside": "inside shift duty trap present building",
            "on strike": "strike walk_out",
        }
    ),
    "home": _names(
        {
            "homes destroyed": "destroy flatten raze demolish gut level wreck obliterate collapse burn",
            "homes damaged": "damage affect hit crack",
            "homes flooded": "flood inundate submerge swamp water",
            "without power": "power electricity",
        }
    ),
    "shot": _names(
        {
            "shots that hit": "hit strike enter wound pierce",
            "shots fired": "fire shoot discharge empty pump loose unload ring hear",
        }
    )
    | {"": "shots fired"},
    "vote": _names({"majority": "beat defeat majority margin cling hang lead edge hold_off oust pip scrape"})
    | {"": "votes"},
    "seat": _names({"seats lost": "lose", "capacity": "stadium arena theatre theater auditorium venue hall"})
    | {"": "seats"},
    "passenger": {"": "aboard"},
    "crew": {"": "crew"},
    "firefighter": {"": "firefighters"},
    "police": _names({"police sent": "send deploy dispatch mobilise mobilize surround arrive draft respond duty"}),
    "goal": {"": "goals"},
    "customer": _names({"without power": "power electricity dark"}),
    "flight": _names({"flights cancelled": "cancel ground scrap"}),
}
# Anybody who is counted: where they were, what they came for.
PRESENCE: dict[str, str] = _names(
    {
        "aboard": "aboard onboard board carry passenger",
        "attendance": "attend attendance crowd march rally gather demonstrate protest audience spectator "
        "mourner turn_out "
        "watch pack",
        "staff": "employ workforce payroll",
        "evacuated": "evacuate evacuation flee leave order_out force_out move_out drive_out tell_leave",
        "arrested": "custody take_custody detention",
        "job cuts": "lose_job",
        "capacity": "accommodate stadium arena",
        "population": "population inhabitant",
        "people inside": "inside shift duty be_building be_house be_factory be_plant be_school be_shop be_store "
        "be_church be_restaurant be_office be_hotel be_room be_theatre be_theater",
        "without power": "power electricity",
        "jury": "jury juror",
    }
)
# Nouns that name the question by themselves.
TALLIES: dict[str, str] = _names(
    {
        "majority": "majority margin plurality",
        "turnout": "turnout",
        "capacity": "capacity",
        "attendance": "attendance crowd audience",
        "population": "population inhabitant",
        "staff": "workforce headcount",
        "score": "score",
        "aftershocks": "aftershock",
        "arrested": "arrest",
        "injured": "injury casualty wounded",
        "dead": "death fatality",
        "hostages": "hostage",
        "aboard": "passenger",
        "signatures": "signature",
        "episodes": "episode",
    }
)
# What a bare number is, by the noun that it is said of: "her majority was 412".
SAID_OF: dict[str, str] = _names(
    {
        "majority": "majority margin plurality",
        "turnout": "turnout",
        "attendance": "attendance crowd audience gate",
        "population": "population",
        "capacity": "capacity stadium arena",
        "dead": "toll",
        "staff": "workforce headcount",
        "emergency calls": "call",
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
