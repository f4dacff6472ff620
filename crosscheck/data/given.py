"""Name words: romanised variants, East Asian surnames and syllables, kinship words, company suffixes.

The variant lines hold spellings of one name that differ by romanisation (or by a house's habit of writing it), never
spellings that two people use to tell themselves apart in one language (John and Jon, Brian and Bryan).
"""

from __future__ import annotations

from functools import cache

_ROMANISED = """
mohammed muhammad mohamed mohammad mohamad muhammed mohamud mahomed mehmed
ahmed ahmad ahmet achmad akhmed
mahmoud mahmud mahmood
mehmet mehmed
hussein hussain husain husayn hossein hosein hussien huseyin
hassan hasan hassen hacen
ali aly
masoud massoud masud masood mas'ud
heydar heidar haidar hayder haider haydar
abdullah abdallah abdulla abdollah
abdul abdel abdal abdol
rahman rehman rahmaan rachman
karim kareem kerim
rashid rasheed rachid
saeed said saed sayeed saeid
saddam sadam
moammar muammar moamar muamar mu'ammar
gaddafi qaddafi gadhafi kadafi kaddafi khadafy qadhafi gadaffi gathafi
osama usama
laden ladin
qaeda qaida
yasser yasir yaser yassir
arafat arrafat
mustafa mostafa mustapha moustafa
khalid khaled
omar umar
othman osman uthman usman
yusuf youssef yousef yousuf yusef yussuf joseph
ibrahim ebrahim ibraheem
ismail ismael esmail ismaeel
jamal gamal djamal
faisal faysal feisal
walid waleed
zaki zaky
tariq tarek tareq tarik
bashar bachar
assad asad
hafez hafiz
nasser naser nasir nassir
sharif shareef sherif cherif charif
sheikh shaikh shaykh sheik cheikh
fatima fatimah fatma fatemeh fathima
aisha ayesha aicha aysha ayisha
zainab zeinab zaynab zeynab zeynep
maryam mariam miriam meryem
khadija khadijah khadidja
leila layla laila leyla
noor nour nur noura
amir emir ameer
reza riza rida
khamenei khameini
khomeini khomeyni
rafsanjani rafsandjani
rouhani rohani ruhani
ahmadinejad ahmedinejad ahmadinejhad
mahdi mehdi mehdy
mojtaba mujtaba
javad jawad
jassem jasim jassim qassem qasim kasim qassim ghasem ghassem kassem
soleimani suleimani sulaimani
suleiman sulaiman sulayman soliman suleyman
hormozgan hormuzgan hormouzgan
volodymyr vladimir wladimir
zelensky zelenskyy zelenskiy zelenskyi zelenski
oleksandr alexander aleksandr alexandr aleksander
alexei aleksei alexey aleksey alexi
sergei sergey serguei serhii serhiy sergii sergiy
andrei andrey andriy andrii
dmitry dmitri dmitriy dimitri dmytro dimitry dmitrii
yuri yury yuriy iouri yurii
yulia julia yuliya iuliia
mikhail michail mykhailo mikhael
nikolai nikolay mykola nikolaj
pyotr petr petro piotr peter
yevgeny evgeny evgeni yevgeni yevhen evgenii yevgeniy
anatoly anatoli anatoliy
vasily vasili vassily vasiliy vasyl
viktor victor
vyacheslav viacheslav
arseniy arseny arseni
ksenia xenia kseniya
tatiana tatyana tetiana tatjana
natalia natalya nataliya nataliia natalja
yanukovych yanukovich
yushchenko yuschenko juschtschenko
tymoshenko timoshenko
poroshenko porochenko
kuchma koutchma
lukashenko lukashenka
yeltsin jelzin eltsin
gorbachev gorbachov gorbatchev
khrushchev khruschev kruschev
navalny nawalny navalniy navalnyy
litvinenko litvinienko
kadyrov kadirov
tsarnaev tsarnayev tsarnaeva
dzhokhar djohar jokhar dzhohar djokhar
netanyahu netanyahou nethanyahu
binyamin benjamin
yitzhak yitzchak itzhak izhak
moshe mosheh
chaim haim hayim
hezbollah hizbullah hizbollah hezbullah
erdogan erdoghan
tayyip tayip
kim gim
lee rhee
park pak bak
jong chong
roh noh
choi choe
jung jeong chung
mao tse-tung zedong
peking beijing
ahmedabad ahmadabad
bireuen bireun
aceh acheh atjeh
pidie pidi
kyiv kiev kiyev
odesa odessa
kharkiv kharkov
lviv lvov
mumbai bombay
kolkata calcutta
chennai madras
yangon rangoon
tehran teheran
makkah mecca
madinah medina
sana'a sanaa
falluja fallujah
basra basrah
homs hims
idlib idleb
deraa daraa dara
raqqa raqqah ar-raqqah
kandahar qandahar
jakarta djakarta
soeharto suharto
soekarno sukarno
susilo soesilo
yudhoyono yudoyono
sutopo soetopo
joko djoko
krishna krishnan
lakshmi laxmi
shri sri
mohan mohun
chowdhury chaudhary choudhury chaudhry choudhary chaudhuri
singh sing
shivaji sivaji
papandreou papandreu
tsipras tsypras
grigoropoulos gregoropoulos
alexandros alexandros alexis
giorgos yiorgos georgios yorgos
dimitris dimitrios
ioannis yannis giannis yiannis
konstantinos kostas constantine costas
saakashvili sakashvili
georgy georgi georgiy
ivanishvili ivanischwili
aliyev aliev
nazarbayev nazarbaev
karimov kerimov
tokayev tokaev
sarkisian sargsyan sarkissian sarkisyan
pashinyan pashinian
mubarak moubarak
morsi mursi morsy
sisi sissi
"""

_EAST_ASIAN = (
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang xi deng mao "
    "jiang hua wen bo sung song tsai han cao feng yu dong cheng shen peng pan yuan dai ding jia xia fang shi tian ren zou "
    "xiong jin lu hao kong bai cui kang qiu qin gu hou shao meng long wan duan lei qian yin li yan wei jiang tan lai "
    "gong fan fu zeng xiao lü lv su ye du cai ko hsieh chang chiang lee kim park choi jung kang cho yoon jang lim oh "
    "seo shin kwon hwang ahn song hong yoo moon bae baek nam roh noh ban nguyen tran le pham huynh hoang phan vu vo dang "
    "bui do ngo duong ly chan cheung wong leung lau ng ho tsang yip kwok lam tse abe"
)

_PINYIN = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsrywg])?"
    r"(?:(?:y|w)?(?:eo|eu|ae|oe|[aeiou])[klmptb]|iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|uen|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|üe|er|a|o|e|i|u|ü)"
)

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
    "brother father son husband uncle nephew grandfather grandson widower fiance fiancé boyfriend stepfather stepson dad "
    "man boy spokesman chairman congressman councilman policeman actor king prince duke businessman fireman".split()
)

LEGAL_FORMS = frozenset(
    "inc incorporated ltd limited llc llp plc corp corporation co company companies gmbh ag sa spa nv bv oy ab as asa pty "
    "pte kg sarl srl group holdings holding the".split()
)


@cache
def romanised() -> dict[str, int]:
    """Line number of the variant group of each romanised name word, folded."""
    table: dict[str, int] = {}
    for number, line in enumerate(_ROMANISED.strip().splitlines()):
        for word in line.split():
            table.setdefault(word, number)
    return table


@cache
def east_asian_surnames() -> frozenset[str]:
    """Common Chinese, Korean and Vietnamese surnames as romanised, folded."""
    return frozenset(_EAST_ASIAN.split())


@cache
def _syllables():  # type: ignore[no-untyped-def]
    import re

    return re.compile(rf"(?:{_PINYIN}){{1,3}}")


def is_pinyin(word: str) -> bool:
    """True when a folded word reads as one to three syllables of pinyin or the like."""
    return bool(_syllables().fullmatch(word.replace("-", "")))


def gender_of(word: str) -> str:
    """"f" or "m" for a word that tells a person's sex, else ""."""
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
    ("spyridon", "spyros"), ("nikolaos", "nikos"), ("dimitrios", "dimitris"), ("eleftherios", "lefteris"), ("alexandros", "alex"), ("konstantinos", "kostas"), ("georgios", "giorgos"),
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
    if other not in nicknames().get(one, ()):
        short, long = sorted((one, other), key=len)
        # a clipped name that the table lacks: Rafa for Rafael; Don and Donna, both at home, are two
        clipped = long.startswith(short) and len(short) > 2 and len(long) > len(short) + 1
        return clipped and not (short in english_given() and long in english_given())
    if frozenset((one, other)) in _CLOSE_SHORT_FORMS or (one, other) in _MORE_NICKNAMES or (other, one) in _MORE_NICKNAMES:
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
