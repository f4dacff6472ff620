"""Words that say which question a count answers: "38 dead", "cut 38 jobs", "38 aboard".

Tables map words to names of attributes, as those of :mod:`crosscheck.data.questions` do. ``COUNTED`` holds, for a class
of nouns, what the verb or state beside it makes of them.
"""

from __future__ import annotations

from crosscheck.data.questions import by_word

# What befalls people, by the class of event that the verb or state gives.
FATES: dict[str, str] = {"death": "dead", "injury": "injured", "missing": "missing", "displacement": "displaced",
                         "arrest": "arrested", "rescue": "rescued", "shooting": "shot"}  # fmt: skip
# Narrower than their class: to be moved out is not to be made homeless.
FATE_VERBS: dict[str, str] = by_word(
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
CLASSES: dict[str, str] = by_word(
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
    "job": by_word(
        {
            "job cuts": "cut shed axe ax lose eliminate lay_off go slash scrap loss cull redundant redundancy "
            "layoff disappear "
            "reduce trim drop remove abolish threaten",
            "jobs created": "create add generate bring",
            "jobs saved": "save protect safeguard secure",
        }
    )
    | {"": "jobs"},
    "worker": by_word(
        {
            "job cuts": "lay_off lose_job ax sack dismiss axe cut fire shed redundant layoff let_go eliminate",
            "staff": "employ workforce payroll have",
            "people inside": "inside shift duty trap present building",
            "on strike": "strike walk_out",
        }
    ),
    "home": by_word(
        {
            "homes destroyed": "destroy flatten raze demolish gut level wreck obliterate collapse burn",
            "homes damaged": "damage affect hit crack",
            "homes flooded": "flood inundate submerge swamp water",
            "without power": "power electricity",
        }
    ),
    "shot": by_word(
        {
            "shots that hit": "hit strike enter wound pierce",
            "shots fired": "fire shoot discharge empty pump loose unload ring hear",
        }
    )
    | {"": "shots fired"},
    "vote": by_word({"majority": "beat defeat majority margin cling hang lead edge hold_off oust pip scrape"})
    | {"": "votes"},
    "seat": by_word({"seats lost": "lose", "capacity": "stadium arena theatre theater auditorium venue hall"})
    | {"": "seats"},
    "passenger": {"": "aboard"},
    "crew": {"": "crew"},
    "firefighter": {"": "firefighters"},
    "police": by_word({"police sent": "send deploy dispatch mobilise mobilize surround arrive draft respond duty"}),
    "goal": {"": "goals"},
    "customer": by_word({"without power": "power electricity dark"}),
    "flight": by_word({"flights cancelled": "cancel ground scrap"}),
}
# Anybody who is counted: where they were, what they came for.
PRESENCE: dict[str, str] = by_word(
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
TALLIES: dict[str, str] = by_word(
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
SAID_OF: dict[str, str] = by_word(
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
