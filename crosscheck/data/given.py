"""Given names: short forms, names that sound alike, a man's and a woman's; kinship words, legal forms."""

from __future__ import annotations

from functools import cache

from crosscheck.lexicons import load

KIN = frozenset(
    "brother sister father mother son daughter wife husband uncle aunt nephew niece cousin grandfather grandmother "
    "grandson granddaughter widow widower fiance fiancee fiancé fiancée girlfriend boyfriend stepfather stepmother "
    "stepson stepdaughter twin brothers sisters sons daughters parents siblings dad mom mum partner friend "
    "half-brother half-sister brother-in-law sister-in-law father-in-law mother-in-law son-in-law".split()
)

_FEMALE = frozenset(
    "sister mother daughter wife aunt niece grandmother granddaughter widow fiancee fiancée girlfriend stepmother "
    "stepdaughter mom mum woman girl spokeswoman chairwoman congresswoman councilwoman policewoman actress queen "
    "princess duchess businesswoman lady saleswoman".split()
)
_MALE = frozenset(
    "brother father son husband uncle nephew grandfather grandson widower fiance fiancé boyfriend stepfather "
    "stepson dad man boy spokesman chairman congressman councilman policeman actor king prince duke "
    "businessman fireman".split()
)

LEGAL_FORMS = frozenset(
    "inc incorporated ltd limited llc llp plc corp corporation co company companies gmbh ag sa spa nv bv oy ab "
    "as asa pty pte kg sarl srl group holdings holding the".split()
)


def gender_of(word: str) -> str:
    """ "f" or "m" for a word that tells a person's sex, else ""."""
    word = word.lower()
    return "f" if word in _FEMALE else "m" if word in _MALE else ""


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Given names that a nickname may stand for and the other way round, folded (table of the nicknames package)."""
    from importlib.util import find_spec
    from pathlib import Path

    table: dict[str, set[str]] = {}
    spec = find_spec("nicknames")  # importing the package would import all of importlib.metadata for its version
    folders = spec.submodule_search_locations if spec else None
    for folder in folders or ():
        for row in (Path(folder) / "names.csv").read_text(encoding="utf-8").splitlines()[1:]:
            name, _, nick = row.split(",")
            table.setdefault(name, set()).add(nick)
            table.setdefault(nick, set()).add(name)
    for name, nick in _MORE_NICKNAMES:
        table.setdefault(name, set()).add(nick)
        table.setdefault(nick, set()).add(name)
    return {k: frozenset(v) for k, v in table.items()}


_MORE_NICKNAMES = (
    ("harry", "henry"), ("georgios", "george"), ("giorgos", "george"), ("ioannis", "john"), ("nikolaos", "nick"),
    ("katherine", "katie"), ("catherine", "katie"), ("kathryn", "katie"), ("katherine", "kate"), ("robert", "bobby"),
    ("alexandros", "alexis"), ("alexis", "alexi"), ("vassilios", "vassilis"), ("vasilios", "vasilis"),
    ("athanasios", "thanasis"), ("panagiotis", "panos"), ("theodoros", "thodoris"), ("evangelos", "vangelis"),
    ("spyridon", "spyros"), ("nikolaos", "nikos"), ("dimitrios", "dimitris"), ("eleftherios", "lefteris"),
    ("alexandros", "alex"), ("konstantinos", "kostas"), ("georgios", "giorgos"),
    ("aleksandr", "sasha"), ("alexander", "sasha"), ("vladimir", "volodya"), ("mikhail", "misha"), ("nikolai", "kolya"),
    ("dmitry", "dima"), ("yevgeny", "zhenya"), ("giuseppe", "beppe"), ("jose", "pepe"), ("francisco", "paco"),
    ("francisco", "pancho"), ("ignacio", "nacho"), ("guillermo", "memo"), ("johannes", "hans"), ("wilhelm", "willi"),
)  # fmt: skip


def two_sexes(one: str, other: str) -> bool:
    """True for a man's and a woman's name of one stem: Robert and Roberta, Mario and Maria, Jan and Jane."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return one[:-1] == other[:-1] and {one[-1], other[-1]} == {"o", "a"}
    known = english_given()
    return long in (short + "a", short + "e") and short in known and long in known and homophones().get(short) is None


def same_given(one: str, other: str) -> bool:
    """True when two different given names are known short and long forms of one (Joe, Joseph).

    The table also pairs spellings of one name (Jon and John, Brian and Bryan); a reader takes those for two spellings,
    so pairs that are nearly alike count only where they are listed as short forms.
    """
    if frozenset((one, other)) in _TWO_NAMES:
        return False
    known = load("addresses")["nicknames"]
    if other in known.get(one, ()) or one in known.get(other, ()):
        return True
    if other not in nicknames().get(one, ()):
        short, long = sorted((one, other), key=len)
        # a clipped name that the table lacks: Rafa for Rafael; Don and Donna, both at home, are two
        clipped = long.startswith(short) and len(short) > 2 and len(long) > len(short) + 1
        return clipped and not (short in english_given() and long in english_given())
    if (
        frozenset((one, other)) in _CLOSE_SHORT_FORMS
        or (one, other) in _MORE_NICKNAMES
        or (other, one) in _MORE_NICKNAMES
    ):
        return True
    if abs(len(one) - len(other)) > 1:
        return True
    from rapidfuzz.distance import Levenshtein

    distance = int(Levenshtein.distance(one, other))
    return distance > 2 or (distance == 2 and min(len(one), len(other)) < 5)


# pairs of the table that news never writes for one another
_TWO_NAMES = frozenset(
    frozenset(pair.split())
    for pair in (
        "emma emily,anna hannah,ian john,ivan john,julia julie,mary marie,mary maria,helen ellen,laura lauren,"
        "daniel danielle,denis denise,andrew andrea,jean jane,joan jane,alice alison,nathan jonathan,erin aaron,"
        "eric frederick,lisa elizabeth,linda melinda,rose rosemary,ann diane,sandra cassandra,amy amelia"
    ).split(",")
)

# names that sound alike: a writer who has heard one may well write the other
_HOMOPHONES = """
katherine catherine kathryn katharine cathryn catharine
geoffrey jeffrey jeffery
stephen steven
sean shaun shawn
carl karl
eric erik erick
geoff jeff
ann anne
marc mark
philip phillip
alan allan allen
lindsay lindsey
sara sarah
jon john
brian bryan
graham graeme
tracy tracey
stuart stewart
neil neal
laurence lawrence
isabel isabelle isobel
madeleine madeline madelyn
caitlin kaitlin katelyn caitlyn
aaron aron
michele michelle
jaime jamie
gary garry
leslie lesley
francis frances
jean gene
teresa theresa
megan meghan
rachel rachael
kristen kirsten kristin
christina cristina kristina
vivian vivien
eliot elliot elliott
christopher kristopher
zoe zoey
hailey hayley haylee
rebecca rebekah
sheryl cheryl
brittany britney brittney
dominic dominick
jocelyn joscelyn
darren darin darrin
desiree desirée
erica erika
frederick fredrick frederic
glen glenn
jared jarrod jarred
jermaine jermayne
jonathan johnathan jonathon johnathon
kelly kelley kellie
kimberly kimberley
lorraine loraine
malcolm malcom
matthew mathew
nicholas nicolas nickolas
patrice patrise
randall randal
rodney rodny
roger rodger
sonia sonya sonja
susanna susannah suzanna
toni tony
tricia trisha
wendy wendi
yvonne ivonne
sherry sherrie sherri cherie
terence terrence terrance
"""


@cache
def homophones() -> dict[str, int]:
    """Line number of the group of names that sound alike."""
    return {w: n for n, line in enumerate(_HOMOPHONES.strip().splitlines()) for w in line.split()}


_CLOSE_SHORT_FORMS = frozenset(
    frozenset(pair.split())
    for pair in (
        "steve steven,pete peter,joe joey,bob rob,bill will,bill billy,rick ricky,rich rick,dick rick,rose rosie,"
        "lou louis,louie louis,leo leon,tish tisha,trish trisha,tash tasha,patsy patty,mac mack,emil emily,ken kent,"
        "vicki vicky,susie suzie,kate katy,cathy kathy,lil lily,emma emmy,babs bab,beck becky,scott scotty,mick micky,"
        "john johnny,dan danny,don donny,tom tommy,jim jimmy,tim timmy,sam sammy,ben benny,ron ronny,max maxie"
    ).split(",")
)


@cache
def english_given() -> frozenset[str]:
    """Given names at home in English, folded: two spellings of these are two names."""
    return frozenset(nicknames())
