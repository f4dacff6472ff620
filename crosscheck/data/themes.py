"""Words of one theme, for telling that two sentences count the same thing.

``THEMES`` groups the verbs and nouns by which news tells what happened to what is counted ("killed 12", "12 deaths");
``NOUNS`` the nouns that name one kind of thing ("house", "home"); ``PEOPLE`` the nouns for whoever was there, which may
stand for each other, unlike "soldiers" and "children". All are lemmas.
"""

from __future__ import annotations


def _classes(**groups: str) -> dict[str, str]:
    return {word: name for name, words in groups.items() for word in words.split()}


THEMES: dict[str, str] = _classes(
    death="kill die dead death fatality perish slay murder fatal drown toll body corpse succumb slaughter massacre "
    "lose",
    injury="injure wound injury injured wounded maim",
    missing="missing unaccounted disappear vanish",
    displacement="displace evacuate homeless uproot evacuation displaced flee shelter camp refuge refugee evacuee",
    arrest="arrest detain apprehend arrestee detention custody",
    charge="charge indict accuse convict",
    damage="damage destroy flatten level collapse demolish wreck ruin topple gut devastate raze crumble damaged hit "
    "hurt affect strike batter",
    cut="cut sever snap break damage rupture slice fail",
    rescue="rescue save survive survivor",
    rob="rob steal theft heist loot booty haul robbery burgle snatch nab grab worth value valued make escape take",
    vote="vote ballot poll win lead majority elect",
    rise="rise increase climb jump grow gain surge soar up",
    fall="fall decline drop decrease slump plunge sink down slide shrink",
    pay="pay cost price buy purchase spend sell sale acquire bid offer deal",
    fine="fine penalty sue settle settlement compensation award",
    fund="raise donate fund pledge give grant contribute invest aid loan",
    work="employ hire job work staff workforce",
    layoff="layoff redundant sack dismiss axe",
    gather="march attend gather rally protest demonstrate crowd assemble join turnout vigil set",
    shoot="shoot fire shot bullet round gunshot",
    shake="shake feel last jolt rattle",
    carry="carry account handle transport",
    disrupt="disrupt interrupt outage down out",
    house="home population resident inhabitant populate",
    aboard="aboard onboard board passenger crew",
    infect="infect sicken ill infection",
    publish="release publish issue sell copy",
)
# What befalls people: of these a toll is kept.
OUTCOMES: frozenset[str] = frozenset(
    {"death", "injury", "missing", "displacement", "arrest", "rescue", "charge", "infect", "layoff"}
)
NOUNS: dict[str, str] = _classes(
    house="house home dwelling residence property",
    household="household customer consumer subscriber",
    building="building structure",
    quake="quake epicenter epicentre earthquake temblor tremor shock trembler tremblor",
    aftershock="aftershock",
    cable="cable line circuit link",
    shop="shop store boutique",
    robber="robber thief gunman raider bandit burglar crook attacker assailant",
    officer="officer policeman police cop constable",
    worker="worker employee staff staffer colleague coworker co-worker labourer laborer workman staff-member",
    job="job position post role",
    child="child kid youngster",
    teenager="teenager teen youth juvenile adolescent youngster",
    woman="woman female lady",
    man="man male guy",
    soldier="soldier troop serviceman",
    car="car vehicle automobile",
    truck="truck lorry",
    carriage="carriage coach wagon",
    passenger="passenger traveller traveler rider",
    firefighter="firefighter fireman",
    rescuer="rescuer",
    vote="vote ballot",
    room="room bedroom",
    flight="flight departure",
    work="painting canvas picture artwork",
    patient="patient",
    doctor="doctor physician medic",
    juror="juror",
    lawyer="lawyer attorney solicitor barrister",
    prisoner="prisoner inmate detainee convict",
    migrant="migrant immigrant",
    volunteer="volunteer participant subject",
    farm="farm holding",
    shareholder="shareholder investor",
    tourist="tourist holidaymaker visitor",
    spectator="spectator fan supporter",
    ambulance="ambulance",
    helicopter="helicopter chopper",
    village="village hamlet",
    country="country nation state",
    bullet="bullet shot gunshot",
    aircraft="aircraft plane jet airplane aeroplane airliner",
    ship="ship vessel boat",
    company="company firm business",
    bridge="bridge",
    school="school",
    student="student pupil",
    demonstrator="demonstrator protester protestor marcher",
    member="member",
    film="film movie",
    match="match game fixture",
    title="title championship trophy",
)
# Two words that name one thing by many pairs: (modifier, noun) to a class.
COMPOUNDS: dict[tuple[str, str], str] = {
    **{("fire", noun): "fire engine" for noun in ("engine", "tender", "truck", "appliance", "unit", "vehicle", "pump")},
    **{("police", noun): "officer" for noun in ("officer", "personnel", "constable")},
    **{("rescue", noun): "rescuer" for noun in ("worker", "personnel", "crew")},
    **{("fire", noun): "firefighter" for noun in ("fighter", "officer", "personnel")},
    **{("farm", noun): "farm" for noun in ("holding",)},
    **{("cup", noun): "cup " + noun for noun in ("goal", "match", "tie")},
}
PEOPLE: frozenset[str] = frozenset(
    "person people individual victim other resident inhabitant casualty fatality dead death human soul villager local "
    "citizen someone civilian worker employee man woman patient refugee evacuee demonstrator bystander passenger "
    "teenager officer child injury arrest".split()
)
GENERIC: frozenset[str] = frozenset(
    "person people individual victim other casualty fatality dead death human soul life injury arrest resident".split()
)
# Kinds of people that make a whole together: whoever rides, whoever is of one sex or age, whoever wears a uniform.
KINDS: tuple[frozenset[str], ...] = (
    frozenset({"passenger", "crew", "crewman", "pilot", "attendant", "driver", "member"}),
    frozenset({"man", "woman", "child", "boy", "girl", "adult", "teenager", "baby", "infant"}),
    frozenset({"soldier", "civilian", "officer", "policeman", "militant", "rebel", "guard", "gunman", "insurgent"}),
    frozenset({"student", "teacher", "pupil", "staff"}),
)
# Nouns that are counted in every story: they tell nothing of what is counted until the verb is the same.
WEAK: frozenset[str] = frozenset(
    "person people time year month week day hour minute one thing way other man woman case part point group number "
    "member number level side".split()
)
# Words that make a number a later state of the same count.
REVISION: frozenset[str] = frozenset(
    "rise climb revise update raise upgrade downgrade originally initially preliminary provisional earlier previously "
    "unconfirmed latest initial now".split()
)
GROWING: frozenset[str] = frozenset(
    {"death", "injury", "missing", "displacement", "arrest", "damage", "rescue", "infect"}
)
# Whose age it is, where no name is told: the part that the person has in the story, and the sex.
PARTS: dict[str, str] = _classes(
    victim="victim dead death kill die slain body shot stab wound injure funeral mourn memory loss hit strike fatal",
    suspect="suspect accuse charge arrest gunman shooter defendant murderer killer convict plead sentence trial "
    "custody attacker indict suspected confess",
)
SEXES: dict[str, str] = _classes(
    female="girl woman daughter mother wife sister grandmother actress lady widow niece aunt schoolgirl female she her",
    male="boy man son father husband brother grandfather actor gentleman widower nephew uncle schoolboy male he his",
)
