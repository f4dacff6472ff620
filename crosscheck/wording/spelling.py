"""One form for the spellings of one English word: British and American, styled and plain.

The form is a key and no spelling: it need not be a word, it must only be the same for both. Rules carry the regular
endings, the tables what no rule catches (after Oxford's and Merriam-Webster's notes on variant spelling).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# whole words: variant to the form that stands for both
_WORDS = dict(
    pair.split("/")
    for pair in (
        "adviser/advisor protestor/protester ageing/aging acknowledgement/acknowledgment judgement/judgment "
        "aluminium/aluminum amongst/among whilst/while towards/toward afterwards/afterward backwards/backward "
        "forwards/forward upwards/upward downwards/downward onwards/onward inwards/inward outwards/outward "
        "burnt/burned dreamt/dreamed leant/leaned learnt/learned leapt/leaped smelt/smelled spelt/spelled "
        "spilt/spilled spoilt/spoiled cheque/check cheques/checks cosy/cozy draught/draft draughts/drafts "
        "doughnut/donut doughnuts/donuts enrol/enroll enrols/enrolls enrolment/enrollment fulfil/fulfill "
        "fulfils/fulfills fulfilment/fulfillment instalment/installment instalments/installments skilful/skillful "
        "wilful/willful gaol/jail gaols/jails grey/gray greys/grays jewellery/jewelry kerb/curb kerbs/curbs "
        "licence/license licences/licenses mum/mom mums/moms mummy/mommy mould/mold moulds/molds mouldy/moldy "
        "smoulder/smolder smouldering/smoldering moustache/mustache omelette/omelet plough/plow ploughs/plows "
        "ploughed/plowed practise/practice practised/practiced practising/practicing practises/practices "
        "pretence/pretense pyjamas/pajamas sceptic/skeptic sceptics/skeptics sceptical/skeptical "
        "scepticism/skepticism speciality/specialty tyre/tire tyres/tires tsar/czar yoghurt/yogurt artefact/artifact "
        "artefacts/artifacts axe/ax disc/disk discs/disks whisky/whiskey storey/story storeys/stories "
        "orientated/oriented okay/ok alright/allright defence/defense defences/defenses defenceless/defenseless "
        "offence/offense offences/offenses councillor/councilor councillors/councilors marvellous/marvelous "
        "woollen/woolen tranquillity/tranquility cancellation/cancelation paralyse/paralyze manoeuvre/maneuver "
        "manoeuvres/maneuvers manoeuvring/maneuvering manoeuvred/maneuvered veterinarian/vet sulphur/sulfur "
        "til/until till/until 'til/until cos/because coz/because cuz/because 'cause/because 'em/them ya/you "
        "thru/through tonite/tonight"
    ).split()
)
# abbreviations that stand in print for one spoken word
_ABBREVIATIONS = dict(
    pair.split("/")
    for pair in (
        "mr/mister mrs/missus dr/doctor prof/professor sgt/sergeant lt/lieutenant capt/captain col/colonel "
        "gen/general maj/major cpl/corporal det/detective gov/governor sen/senator rep/representative "
        "pres/president rev/reverend hon/honorable st/street ave/avenue blvd/boulevard rd/road vs/versus "
        "dept/department govt/government intl/international natl/national jan/january feb/february mar/march "
        "apr/april jun/june jul/july aug/august sep/september sept/september oct/october nov/november "
        "dec/december mon/monday tues/tuesday wed/wednesday thurs/thursday fri/friday km/kilometers "
        "kms/kilometers kph/kilometers-an-hour mph/miles-an-hour lb/pounds lbs/pounds kg/kilograms kgs/kilograms"
    ).split()
)
_AE = re.compile(
    r"(?<=p)ae(?=d)|ae(?=sth|mia|mic|mophil|morrh|col)|(?<=h)ae(?=m)|(?<=f)oe(?=t)|oe(?=soph|strog)|(?<=arch)ae(?=o)"
    r"|(?<=rrh)oe(?=a)|(?<=f)ae(?=c)|(?<=medi)ae(?=v)|(?<=pal)ae(?=o)|(?<=gyn)ae(?=c)|(?<=leuk)ae|(?<=an)ae(?=m|s)"
)
_OUR = re.compile(
    r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ably|ite|ites|hood|hoods|al|ally|ist|ists|ful|fully|less|er|ers|y|ly)?$)"
)
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=[a-z]{3})iz(?=(?:e|ed|es|er|ers|ing|ation|ations|ational|able)$)"), "is"),
    (re.compile(r"(?<=[a-z]{2})yz(?=(?:e|ed|es|er|ers|ing)$)"), "ys"),
    (re.compile(r"(?<=[a-z]{2})([tbv])re(?=s?$)"), r"\1er"),
    (re.compile(r"(?<=cen|lit|met|eat)(t?)r(?=(?:ed|ing)$)"), r"\1er"),
    (re.compile(r"(?<=[a-z]{3})ogue(?=s?$)"), "og"),
    (re.compile(r"gramme(?=s?$)"), "gram"),
    (re.compile(r"^enquir"), "inquir"),
    # only where the syllable before is unstressed do the two differ: two vowels before the l, unlike "filled"
    (re.compile(r"(?<=[aeiou][a-z])([a-z]*[aeiou])ll(?=(?:ed|ing|er|ers|or|ors|ation)$)"), r"\1l"),
)


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The key that all spellings of one word share. ``word`` is case-folded; marks on letters are dropped."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    known = _WORDS.get(word) or _ABBREVIATIONS.get(word)
    if known:
        return known
    word = _AE.sub("e", word)
    word = _OUR.sub("or", word)
    for pattern, form in _RULES:
        word = pattern.sub(form, word)
    return word


_SUFFIXES = ("ingly", "edly", "ing", "ies", "ied", "es", "ed", "ly", "s", "d")
# irregular forms whose parts share no beginning: form to lemma
_IRREGULAR = {
    form: group.split()[0]
    for group in (
        "be is am are was were been being",
        "have has had having",
        "do does did done doing",
        "go goes went gone going",
        "say says said saying",
        "make makes made making",
        "get gets got gotten getting",
        "take takes took taken taking",
        "come comes came coming",
        "see sees saw seen seeing",
        "know knows knew known",
        "think thinks thought",
        "give gives gave given giving",
        "tell tells told",
        "feel feels felt",
        "leave leaves left leaving",
        "keep keeps kept",
        "find finds found",
        "lose loses lost losing",
        "bring brings brought",
        "buy buys bought",
        "fight fights fought",
        "hold holds held",
        "hear hears heard",
        "stand stands stood",
        "run runs ran running",
        "sit sits sat sitting",
        "speak speaks spoke spoken",
        "break breaks broke broken",
        "write writes wrote written writing",
        "shoot shoots shot",
        "fall falls fell fallen",
        "pay pays paid",
        "meet meets met",
        "lead leads led",
        "win wins won winning",
        "build builds built",
        "send sends sent",
        "teach teaches taught",
        "catch catches caught",
        "begin begins began begun beginning",
        "drive drives drove driven driving",
        "choose chooses chose chosen choosing",
        "grow grows grew grown",
        "throw throws threw thrown",
        "mean means meant",
        "seek seeks sought",
        "sell sells sold",
        "steal steals stole stolen",
        "strike strikes struck",
        "wear wears wore worn",
        "will would",
        "can could",
        "may might",
        "shall should",
        "man men",
        "woman women",
        "child children",
        "life lives",
        "person people",
        "foot feet",
        "wife wives",
    )
    for form in group.split()
}


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A rough stem of a folded word: forms of one verb or noun share it ("expect", "expected"; "was", "were")."""
    word = word.removesuffix("'s") or word
    lemma = _IRREGULAR.get(word)
    if lemma:
        return lemma
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)] + ("y" if suffix in ("ies", "ied") else "")
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sfz":
        word = word[:-1]  # stopp(ed), plann(ing)
    return word[:-1] if len(word) > 3 and word.endswith("e") else word
