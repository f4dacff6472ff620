"""Titles and offices as English news writes them, each with its canonical form, its family and whether it is singular.

A family joins titles that a writer may use for one another ("head", "chief", "director"); two titles conflict only when
their families are listed as exclusive in :data:`EXCLUSIVE`. A singular office has one holder at a time in one body.
"""

from __future__ import annotations

from functools import cache

# canonical | family | singular | surface forms (the canonical form is one of them)
_TABLE = """
spokesperson|spokesperson|0|spokesman,spokeswoman,press secretary,press officer,spokesmen,press spokesman,\
press spokeswoman
president|president|1|
vice president|vice president|0|vice-president,veep
prime minister|prime minister|1|premier,PM,taoiseach
deputy prime minister|deputy prime minister|0|vice premier,vice-premier,vice prime minister
chancellor|prime minister|1|
first minister|first minister|1|
foreign minister|foreign minister|1|minister of foreign affairs,minister for foreign affairs,\
external affairs minister,secretary of state,foreign secretary
defence minister|defence minister|1|defense minister,minister of defence,minister of defense,secretary of defense,\
defence secretary,defense secretary
finance minister|finance minister|1|minister of finance,treasury secretary,secretary of the treasury,\
chancellor of the exchequer,treasurer
interior minister|interior minister|1|minister of the interior,minister of interior,home minister,home secretary
health minister|health minister|1|minister of health,health secretary
justice minister|justice minister|1|minister of justice,justice secretary
education minister|education minister|1|minister of education,education secretary
energy minister|energy minister|1|minister of energy,oil minister,energy secretary
transport minister|transport minister|1|minister of transport,transport secretary,transportation secretary
environment minister|environment minister|1|minister of environment,environment secretary
trade minister|trade minister|1|commerce minister,commerce secretary,trade secretary
chief minister|chief minister|1|
district collector|district head|1|district magistrate,deputy commissioner
minister|minister|0|cabinet minister,secretary
attorney general|attorney general|1|attorney-general
secretary-general|secretary-general|1|secretary general
governor|governor|1|gov
lieutenant governor|lieutenant governor|1|
mayor|mayor|1|lord mayor
senator|senator|0|sen
representative|representative|0|rep,congressman,congresswoman,congressperson
member of parliament|representative|0|MP,lawmaker,legislator,MEP,assemblyman,assemblywoman
councillor|councillor|0|councilman,councilwoman,councilor,council member,councilmember,alderman
speaker|speaker|1|house speaker,speaker of the house
ambassador|ambassador|0|envoy,special envoy
consul|consul|0|consul general,consul-general
king|monarch|1|
queen|monarch|1|
prince|royal|0|crown prince
princess|royal|0|
duke|royal|0|
duchess|royal|0|
sultan|monarch|1|emir,sheikh
emperor|monarch|1|
pope|pope|1|pontiff
cardinal|clergy|0|
archbishop|clergy|0|
bishop|clergy|0|
priest|clergy|0|father,reverend,rev,pastor,vicar,minister of religion
rabbi|rabbi|0|
imam|imam|0|ayatollah,mullah,cleric
chief executive|chief executive|1|CEO,chief executive officer,C.E.O.
chief operating officer|chief operating officer|1|COO,C.O.O.
chief financial officer|chief financial officer|1|CFO,finance director,C.F.O.
chief technology officer|chief technology officer|1|CTO,chief technical officer
chief marketing officer|chief marketing officer|1|CMO
chief information officer|chief information officer|1|CIO
chief medical officer|chief medical officer|1|
chairman|chair|1|chairwoman,chairperson,chair,board chairman
vice chairman|vice chairman|0|vice-chairman,vice chair
managing director|managing director|0|MD
sporting director|sporting director|1|director of football,technical director,athletic director
head|head|0|chief,director,boss,leader,director general,director-general,executive director,commander in chief
general manager|general manager|0|GM,G.M.
manager|manager|0|project manager,assistant manager
coach|coach|0|head coach,trainer
executive|official|0|official
owner|owner|0|co-owner,proprietor
founder|founder|0|co-founder,cofounder
editor|editor|0|editor-in-chief,editor in chief
sheriff|sheriff|1|
undersheriff|undersheriff|0|
deputy sheriff|deputy sheriff|0|sheriff's deputy
deputy|official|0|
police chief|police chief|1|chief of police,police commissioner,chief constable
commissioner|commissioner|0|
police officer|police officer|0|officer,const,insp,patrolman,constable,trooper,policeman,policewoman,cop
detective|police officer|0|det,investigator,inspector,detective inspector,detective chief inspector,\
superintendent,det supt,chief superintendent
prosecutor|prosecutor|0|district attorney,DA,D.A.,ADA,assistant district attorney,state's attorney,\
county attorney,assistant prosecutor,us attorney,u.s. attorney,public prosecutor,prosecuting attorney
judge|judge|0|justice,magistrate,chief justice,district judge
lawyer|lawyer|0|attorney,defence lawyer,defense lawyer,defense attorney,defence attorney,solicitor,barrister,\
counsel,QC,KC,public defender
coroner|coroner|0|medical examiner
fire chief|fire chief|1|
firefighter|firefighter|0|fireman
private|soldier|0|pvt,pfc
corporal|corporal|0|cpl
sergeant|sergeant|0|sgt,staff sergeant,sgt major,detective sergeant,staff sgt
lieutenant|lieutenant|0|lt,second lieutenant,first lieutenant
captain|captain|0|capt
major|major|0|maj
lieutenant colonel|colonel|0|lt col
colonel|colonel|0|col
general|general|0|gen,lieutenant general,major general,brigadier general,lt gen,maj gen,brig gen,brigadier
admiral|admiral|0|adm,rear admiral,vice admiral
commander|commander|0|cmdr
professor|professor|0|prof,associate professor,assistant professor,lecturer
teacher|teacher|0|instructor,tutor
principal|principal|1|headmaster,headteacher,head teacher
dean|dean|1|
rector|rector|1|
student|student|0|pupil,undergraduate
doctor|doctor|0|physician,surgeon,dr
nurse|nurse|0|
scientist|scientist|0|researcher,seismologist,physicist,biologist,chemist,astronomer,geologist,geophysicist,\
epidemiologist,meteorologist,economist,historian,archaeologist,psychologist,sociologist,engineer
analyst|analyst|0|strategist,economics editor
author|author|0|writer,novelist,poet,playwright
journalist|journalist|0|reporter,correspondent,columnist,presenter,broadcaster,anchor
actor|actor|0|actress,comedian
director of photography|cinematographer|0|cinematographer
singer|singer|0|musician,rapper,guitarist,drummer,composer,conductor
striker|player|0|forward,midfielder,defender,goalkeeper,quarterback,pitcher,outfielder,shortstop,linebacker,\
winger,batsman,bowler,center,guard,receiver,catcher,player
referee|referee|0|umpire
agent|agent|0|
free agent|player|0|
secretary|minister|0|undersecretary,under secretary,permanent secretary
adviser|adviser|0|advisor,consultant,aide,assistant
vice chancellor|vice chancellor|1|vice-chancellor
curator|curator|0|
archivist|curator|0|librarian
driver|driver|0|train driver,bus driver,lorry driver,truck driver,taxi driver,motorman
pilot|pilot|0|co-pilot,copilot
night watchman|guard|0|watchman,security guard
activist|activist|0|campaigner,advocate,organizer,organiser
candidate|candidate|0|nominee,contender
"""

_STATUS = {
    "acting": "acting", "interim": "acting", "caretaker": "acting",
    "outgoing": "outgoing", "departing": "outgoing",
    "former": "former", "ex": "former", "ex-": "former", "onetime": "former", "one-time": "former", "then": "former",
    "then-": "former", "late": "former", "retired": "former", "previous": "former", "past": "former",
    "erstwhile": "former",
    "designate": "elect", "elect": "elect", "incoming": "elect", "new": "current",
    "deputy": "deputy", "vice": "deputy", "assistant": "deputy", "associate": "deputy", "junior": "deputy",
}  # fmt: skip

# what people are called in passing: no office, and no part of a name that follows
TRADES = frozenset(
    "survivor eyewitness witness resident villager neighbour neighbor passenger passerby bystander onlooker shopkeeper "
    "fisherman farmer carpenter bricklayer plumber electrician butcher grocer hairdresser housewife pensioner "
    "protester protestor demonstrator commuter motorist cyclist hiker climber tourist worker miner labourer laborer "
    "volunteer paramedic rescuer lifeguard babysitter waiter waitress bartender businessman businesswoman trader "
    "broker banker producer filmmaker photographer designer sculptor painter dancer refugee migrant veteran "
    "widow mother father victim suspect defendant plaintiff gunman shooter".split()
)

HONORIFICS: dict[str, str] = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m", "dame": "f", "lady": "f", "lord": "m", "madam": "f",
    "madame": "f", "mister": "m", "mme": "f", "monsieur": "m", "herr": "m", "frau": "f", "senor": "m", "señor": "m",
    "señora": "f", "dr": "", "prof": "", "rev": "", "hon": "", "fr": "m", "st": "", "mx": "",
}  # fmt: skip

# families of which a person holds one at a time in one body; families not named here never conflict
_EXCLUSIVE_SETS = (
    # who speaks for a body is not who leads or judges it
    "spokesperson,president,prime minister,governor,mayor,foreign minister,defence minister,finance minister,"
    "interior minister,health minister,justice minister,education minister,energy minister,transport minister,"
    "environment minister,trade minister,secretary-general,sheriff,police chief,chief executive,ambassador,judge,coach,"
    "coroner,fire chief,monarch,pope,attorney general,senator,representative,prosecutor,first minister,"
    "lieutenant governor,principal,manager,owner",
    "spokesperson,head", "spokesperson,chair", "chair,coach", "chair,prosecutor", "owner,coach", "owner,agent",
    "general manager,coach", "general manager,prime minister", "coach,captain",
    "chair,chief executive", "chair,sporting director", "sporting director,coach",
    "sporting director,chief executive", "chief minister,prime minister", "chief minister,governor,mayor",
    "minister,president,governor,mayor,ambassador,spokesperson,judge,chief executive",
    "governor,mayor,president,sheriff,ambassador,head",
    "spokesperson,chief executive,chief operating officer,chief financial officer,chief technology officer,"
    "chief marketing officer,chief information officer",
    "judge,prosecutor,lawyer,police officer,coroner",
    "vice president,president,chief executive,prime minister,secretary-general",
    "vice president,deputy prime minister", "deputy prime minister,president,prime minister,spokesperson",
    "sergeant,corporal,soldier,lieutenant,captain,major,colonel,general",
    "corporal,soldier,sergeant,admiral",
    "undersheriff,sheriff,deputy sheriff",
    "chair,vice chairman",
    "teacher,student,principal,nurse",
    "doctor,nurse",
    "bishop,pope,rabbi,imam",
    "clergy,rabbi,imam",
    "senator,governor,mayor,representative,councillor,spokesperson",
    "coach,referee,player",
    "judge,student,nurse",
    "firefighter,police officer,doctor,nurse,judge,student",
)  # fmt: skip

# families that one person may hold together though a set above names both
_TOGETHER = frozenset(
    frozenset(pair)
    for pair in (
        ("president", "chief executive"),
        ("spokesperson", "representative"),
        ("foreign minister", "representative"), ("defence minister", "representative"),
        ("finance minister", "representative"), ("interior minister", "representative"),
        ("health minister", "representative"), ("justice minister", "representative"),
        ("education minister", "representative"), ("energy minister", "representative"),
        ("transport minister", "representative"), ("environment minister", "representative"),
        ("trade minister", "representative"), ("prime minister", "representative"),
        ("first minister", "representative"), ("justice minister", "attorney general"),
        ("attorney general", "prosecutor"),

        ("general", "defence minister"), ("president", "general"), ("chief executive", "prime minister"),
        ("president", "monarch"), ("mayor", "representative"), ("mayor", "senator"), ("president", "senator"),
        ("judge", "coroner"), ("manager", "coach"), ("manager", "chief executive"), ("owner", "chief executive"),
        ("owner", "president"), ("manager", "president"), ("owner", "manager"), ("owner", "governor"),
        ("owner", "mayor"),
        ("owner", "senator"), ("owner", "representative"), ("owner", "coroner"), ("manager", "fire chief"),
        ("owner", "principal"), ("minister", "representative"), ("president", "head"), ("manager", "police chief"),
        ("coach", "principal"), ("president", "representative"), ("finance minister", "foreign minister"),
    )
)  # fmt: skip

# families that one person often holds together: they conflict only where no source gives both
_OFTEN_TOGETHER = frozenset(
    frozenset(pair)
    for pair in (
        ("chair", "chief executive"), ("general manager", "coach"), ("sporting director", "coach"),
        ("sporting director", "chief executive"), ("chair", "sporting director"),
    )
)  # fmt: skip

# offices that outlive their body's name in the sentence: a country alone is enough to say whose they are
NATIONAL = frozenset(
    "president,prime minister,foreign minister,defence minister,finance minister,interior minister,health minister,"
    "justice minister,education minister,energy minister,transport minister,environment minister,trade minister,"
    "monarch,attorney general".split(",")
)


# words of bodies that a state has: a country before them is whose they are, not a part of the name
STATE_BODIES = frozenset(
    "ministry department embassy government army navy police parliament senate congress court office agency mission "
    "forces guard commission council consulate cabinet party defence defense foreign state interior".split()
)


class Title:
    """One title: its canonical form, its family and whether it has one holder at a time."""

    __slots__ = ("canonical", "family", "singular")

    def __init__(self, canonical: str, family: str, singular: bool) -> None:
        self.canonical, self.family, self.singular = canonical, family, singular


@cache
def titles() -> dict[str, Title]:
    """Every surface form, lower-cased and without full stops, and its title."""
    table: dict[str, Title] = {}
    for line in _TABLE.strip().splitlines():
        canonical, family, singular, forms = line.split("|")
        title = Title(canonical, family, singular == "1")
        for form in (canonical, *(f for f in forms.split(",") if f)):
            table.setdefault(form.lower().replace(".", ""), title)
    return table


_ACRONYMS = frozenset("pm da ada md mp mep qc kc ceo coo cfo cto cmo cio gm".split())
ABBREVIATIONS = frozenset(
    "const insp gov sgt lt rep sen rev capt col gen prof dr cpl maj det cmdr adm pvt pfc supt mr mrs ms hon st "
    "insp atty pres".split()
)


@cache
def lookup(phrase: str) -> Title | None:
    """The title that a phrase is, as written in a text; None for none.

    Letters such as PM and DA count in capitals only ("9 p.m." is no premier), a full stop only after an abbreviation
    ("He took the chair. Miller" holds no title).
    """
    if phrase[-1:] == "." and "." not in phrase[:-1]:
        if phrase[:-1].lower().rpartition(" ")[2] not in ABBREVIATIONS:
            return None
    key = phrase.lower().replace(".", "").replace("’", "'").removesuffix("-elect")
    if key in _ACRONYMS and not phrase.replace(".", "").isupper():
        return None
    if key == "father" and phrase != "Father":
        return None
    return titles().get(key)


@cache
def by_canonical() -> dict[str, Title]:
    """Titles by their canonical form."""
    return {t.canonical: t for t in titles().values()}


def status_of(word: str) -> str | None:
    """Status that a modifier gives an office: acting, outgoing, former, elect, deputy, or current; None for others."""
    return _STATUS.get(word.lower().rstrip("-").lower()) or _STATUS.get(word.lower())


@cache
def exclusive(family: str, other: str) -> bool:
    """True where one person cannot hold both at one time in one body."""
    if family == other or frozenset((family, other)) in _TOGETHER:
        return False
    return any(family in s and other in s for s in _sets())


def often_together(family: str, other: str) -> bool:
    """True for two families that many people hold at one time though most hold one ("chairman and chief executive")."""
    return frozenset((family, other)) in _OFTEN_TOGETHER


@cache
def _sets() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(s.split(",")) for s in _EXCLUSIVE_SETS)
