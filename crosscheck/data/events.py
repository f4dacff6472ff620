"""Words that say what befell those who are counted, in classes: "11 deaths", "killed 11" and "a toll of 11" are one."""

from __future__ import annotations

EVENT_LEMMAS: dict[str, str] = {
    **dict.fromkeys((
        "kill", "die", "dead", "death", "fatality", "perish", "slay", "murder", "fatal", "drown", "assassinate",
        "execute", "massacre", "toll", "lifeless", "body", "corpse", "succumb", "decease", "slaughter",
    ), "death"),
    **dict.fromkeys((
        "injure", "wound", "hurt", "injury", "injured", "wounded", "maim", "hospitalize", "hospitalise", "burn",
    ), "injury"),
    **dict.fromkeys(("missing", "unaccounted", "disappear", "vanish"), "missing"),
    **dict.fromkeys((
        "displace", "evacuate", "homeless", "uproot", "evacuation", "displaced", "flee",
    ), "displacement"),
    **dict.fromkeys((
        "arrest", "detain", "apprehend", "arrestee", "detention", "capture", "jail", "imprison",
    ), "arrest"),
    **dict.fromkeys((
        "damage", "destroy", "flatten", "level", "collapse", "demolish", "wreck", "ruin", "topple", "gut", "burn",
    ), "damage"),
    **dict.fromkeys(("rescue", "save", "survive", "survivor"), "rescue"),
}  # fmt: skip
EVENT_LEMMAS["burn"] = "injury"
EVENT_LEMMAS["shoot"] = "shooting"
_VERBS = ("kill", "injure", "wound", "hurt", "murder", "slay", "damage", "destroy", "displace", "arrest",
          "detain", "flatten", "rescue", "evacuate", "shoot", "behead", "hospitalise", "hospitalize", "maim", "claim",
          "execute")  # fmt: skip
# Forms that a headline's capital makes look like a name ("Quake Kills 24").
EVENT_FORMS: dict[str, str] = {
    form: verb
    for verb in _VERBS
    for form in (verb, f"{verb}s", f"{verb.removesuffix('e')}ed", f"{verb.removesuffix('e')}ing")
} | {"shot": "shoot", "slays": "slay", "slain": "slay"}
# Participles and adjectives that, right after the counted noun or instead of it, tell its fate.
STATES: dict[str, str] = {
    "dead": "die", "killed": "kill", "injured": "injure", "wounded": "wound", "hurt": "hurt", "missing": "missing",
    "homeless": "homeless", "displaced": "displace", "arrested": "arrest", "detained": "detain", "hospitalised":
    "hospitalise", "hospitalized": "hospitalize", "rescued": "rescue", "evacuated": "evacuate", "damaged": "damage",
    "destroyed": "destroy", "slain": "slay", "drowned": "drown", "murdered": "murder", "unaccounted": "missing",
    "trapped": "trap", "stranded": "strand", "infected": "infect", "jailed": "jail", "charged": "charge",
    "held": "hold", "buried": "bury", "collapsed": "collapse", "shot": "shoot", "sick": "sicken", "ill": "sicken",
    "alive": "survive", "affected": "affect", "captured": "capture",
}  # fmt: skip
# Nouns that are an event of persons: the figure counts persons, the noun is its verb.
PERSON_EVENTS: dict[str, str] = {
    "death": "die", "fatality": "die", "casualty": "", "arrest": "arrest", "injury": "injure",
    "victim": "", "survivor": "survive", "killing": "kill", "murder": "murder", "dead": "die", "wounded": "wound",
    "injured": "injure", "missing": "missing", "homeless": "homeless",
}  # fmt: skip
# Verbs whose bare number ("killed 24", "three died") counts persons.
PERSON_VERBS: frozenset[str] = frozenset({
    "kill", "die", "injure", "wound", "hurt", "arrest", "detain", "hospitalize", "hospitalise", "rescue", "displace",
    "evacuate", "perish", "slay", "murder", "drown", "survive", "flee", "convict", "sentence", "indict", "jail",
    "behead", "infect",
})  # fmt: skip
PERSONS: frozenset[str] = frozenset({"person", "people", "persons", "individual", "soul", "human"})
# Nouns for one person; "a receptionist was killed" counts one.
PERSON_NOUNS: frozenset[str] = frozenset({
    "person", "man", "woman", "boy", "girl", "child", "baby", "infant", "toddler", "teenager", "teen", "youth", "adult",
    "student", "pupil", "teacher", "worker", "co-worker", "coworker", "colleague", "employee", "manager", "officer",
    "policeman", "policewoman", "soldier", "guard", "firefighter", "civilian", "villager", "resident", "passenger",
    "driver", "pedestrian", "cyclist", "motorist", "rider", "tourist", "protester", "demonstrator", "bystander",
    "journalist", "reporter", "doctor", "nurse", "patient", "prisoner", "inmate", "gunman", "suspect", "victim",
    "receptionist", "clerk", "cashier", "customer", "neighbor", "neighbour", "relative", "father", "mother", "son",
    "daughter", "brother", "sister", "miner", "farmer", "fisherman", "sailor", "pilot", "climber", "skier", "swimmer",
    "migrant", "refugee", "militant", "rebel", "fighter", "deputy", "agent", "judge", "trooper", "paramedic",
})  # fmt: skip
DIRECTIONS: tuple[str, ...] = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
    "north-east", "north-west", "south-east", "south-west", "north-northeast", "north-northwest", "south-southeast",
    "south-southwest", "east-northeast", "east-southeast", "west-northwest", "west-southwest", "off", "offshore",
    "inland", "above", "below", "outside", "from", "away", "northern", "southern")  # fmt: skip
POPULATION: frozenset[str] = frozenset({"resident", "inhabitant", "people", "person"})
