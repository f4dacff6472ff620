"""What a figure tells of its thing: turnout, majority, price, fee, stake, speed limit ..., by the words beside it.

``ASKED`` maps a measure to its attributes, the narrow before the wide: (name, pattern). A pattern is searched in the
clause of the figure, casefolded, where the figure itself stands as ``#``. Names are those of
:mod:`crosscheck.data.questions` and :mod:`crosscheck.data.counts`; ``PHRASES`` puts some in plainer words.
"""

from __future__ import annotations

import re


def _table(**patterns: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name.replace("_", " "), re.compile(pattern)) for name, pattern in patterns.items())


_SHARES = r"\b(?:shares?|stocks?)\b"
_PERCENT = _table(
    turnout=r"\bturn(?:ed|s|ing)?[- ]?out\b|# of (?:the |all )?(?:registered |eligible )?(?:electorate|voters)\b",
    swing=r"\bswing\b",
    premium=r"\bpremium\b|# (?:\S+ ){0,2}?(?:above|over|more than|higher than|on top of) (?:\S+ ){0,6}?"
    r"(?:clos\w+|price|market|trad\w+)",
    discount=r"\bdiscount\b|# (?:\S+ ){0,2}?(?:below|under|less than) (?:\S+ ){0,5}?(?:clos\w+|price|market)",
    shares_up=_SHARES + r".*\b(?:jump\w*|rose|ris\w+|up|gain\w*|climb\w*|surg\w+|soar\w*|add\w*|advanc\w+|leap\w*)\b.*#"
    r"|\b(?:jump\w*|up|gain\w*|surg\w+|rise) .{0,12}# .*" + _SHARES,
    shares_down=_SHARES + r".*\b(?:fell|fall\w*|down|drop\w*|los[te]\w*|slump\w*|plung\w+|slid\w*|shed\w*|sank)"
    r"\b.*#",
    stake=r"\b(?:stakes?|holds?|holding|holdings|owns?|owned|controls?|controlled|owners?|shareholders?|shareholding)\b"
    r"|\bwith # of (?:the |its )?(?:shares|stock|company|business|club|capital|equity)\b|\bheld .*\bshares\b",
    vote_share=r"# of (?:the |all )?(?:\S+ )?(?:votes?|ballots|poll)\b|# of those cast|\bshare of the vote\b",
    unemployment=r"\b(?:unemploy\w+|jobless\w*|out of work)\b",
    inflation=r"\b(?:inflation|consumer prices|cost of living)\b",
    interest_rate=r"\b(?:interest|lending|repo|base|policy|mortgage) rates?\b",
    growth=r"\b(?:growth|grow|grew|grown|expanded|expansion|gdp|gross domestic product)\b",
    containment=r"\bcontain(?:ed|ment)\b",
    effectiveness=r"\b(?:effective\w*|efficacy|efficacious)\b",
    approval=r"\b(?:approval|approves?|approved)\b",
    tariff=r"\b(?:tariffs?|duty|duties|levy|levies)\b",
    tax=r"\b(?:tax\w*|vat)\b",
    margin=r"\bmargins?\b",
)
_MONEY = _table(
    price_per_share=r"# (?:in cash |in stock )?(?:a|per|for each|for every|each|apiece for) (?:\S+ ){0,3}?share\b",
    share_price=r"\b(?:clos\w*|trad\w*|finish\w*|ended) (?:\S+ ){0,4}?(?:at|to) #",
    pay=r"# (?:a|per) (?:week|month|hour|day)\b|\b(?:wages?|salar(?:y|ies)|weekly|hourly)\b",
    compensation=r"\b(?:compensation|ex[- ]gratia|solatium|condolence)\b"
    r"|# (?:to|for) (?:\S+ ){0,3}?(?:famil(?:y|ies)|kin|relatives|heirs|next[- ]of[- ]kin)\b",
    savings=r"\b(?:savings?|saves?|saved|synerg(?:y|ies))\b",
    fine=r"\b(?:fine[sd]?|penalt(?:y|ies))\b",
    damages=r"\b(?:damages|settle[ds]?|settlement|awarded)\b",
    bail=r"\b(?:bail|bond)\b",
    ransom=r"\bransom\b",
    reward=r"\breward\b",
    prize=r"\b(?:prizes?|jackpot|purse|winnings)\b",
    debt=r"\b(?:debts?|borrowings?|owe[sd]?|owing)\b(?<!including debt)(?<!excluding debt)",
    loss=r"\b(?:net loss|pre-?tax loss|losses|loss)\b",
    profit=r"\b(?:profits?|earnings|net income|earned)\b",
    revenue=r"\b(?:revenues?|turnover|sales|takings|gross(?:ed|es|ing)?|box office)\b",
    budget=r"\bbudget(?:s|ed)?\b",
    damage=r"\bdamage\b",
    funding=r"\b(?:donat\w+|raised|raising|fundrais\w+|pledg\w+)\b",
    loan=r"\bloans?\b|\blent\b",
    investment=r"\b(?:invest\w*)\b",
    price=r"\b(?:fees?|pays?|paid|paying|price[sd]?|bought|buy|buys|buying|acqui\w+|purchas\w+|take-?over|offers?|bids?"
    r"|deals?|sold|sells?|selling|sale|costs?|transfer|cash|swoop|signs?|signed|signing|merger|fetched|auction\w*)\b",
    value=r"\b(?:worth|valued?|values|haul|stolen|stole|loot)\b",
)
_COUNT = _table(
    majority=r"\bmajority (?:of )?(?:just |only )?#|# (?:\S+ )?majority\b|\bmargin of #|# majority"
    r"|\b(?:won|wins?|winning|beat\w*|defeat\w*|victory|held|hold|clung|cling|scrap\w+|edged|squeak\w+|home"
    r"|retain\w*|lost"
    r""
    r"|lose|ousted?|seat|saw off)\b(?: \S+){0,6}? by (?:just |only |a mere |merely )?#",
    participants=r"# (?:\S+ ){0,3}?(?:took|take|taking|taken) part\b|\b(?:enrol\w*|recruit\w*|involv\w+|tested on)\b"
    r"(?: \S+){0,2}? #"
    r"|# (?:\S+ )?(?:participants|volunteers)\b|# (?:\S+ ){0,3}?(?:participated|enrolled|enlisted|signed up)\b",
    aboard=r"\b(?:aboard|on ?board|onboard|carrying|carried)\b.*#|# (?:\S+ ){0,4}?(?:aboard|on ?board|onboard)\b",
)
_SPEED = _table(
    wind_speed=r"\b(?:winds?|gust\w*|hurricane|storm|cyclone|typhoon)\b",
    speed_limit=r"\b(?:limit\w*|restrict\w*|maximum|allowed|permitted|capped)\b(?: \S+){0,3}? #"
    r"|\bposted (?:for|at|as) #|# (?:\S+ )?(?:limit|zone|maximum|restriction)\b",
)
_LENGTH = _table(
    rainfall=r"\b(?:rain\w*|precipitation|downpour)\b",
    snowfall=r"\bsnow\w*\b",
    water_level=r"\b(?:peak\w*|crest\w*|water levels?|flood levels?|(?:river|creek|lake|water|waters) (?:\S+ ){0,3}?"
    r"(?:rose|risen|reach\w*|stood|stands?|hit|at|above))\b",
    wave_height=r"\b(?:waves?|swells?|tsunami)\b",
    depth=r"# (?:deep|down|below|under|beneath|underground)\b|\bdepths?\b",
    height=r"# (?:high|tall|up)\b|\b(?:heights?|altitude|summit)\b",
    length=r"# long\b|\blength\b",
    width=r"# (?:wide|across|broad)\b|\b(?:width|diameter)\b",
)
_DURATION = _table(
    contract_length=r"# (?:\S+ ){0,2}?(?:contract|deal|agreement|lease)\b|\b(?:contract|deal|lease)\b(?: \S+){0,3}? #",
    sentence=r"# (?:\S+ ){0,3}?(?:sentence|term|jail|prison|imprisonment|behind bars|in custody)\b"
    r"|\b(?:sentenced?|jailed|imprisoned|prison|jail)\b(?: \S+){0,5}? #",
    ban=r"# (?:\S+ ){0,2}?(?:ban|suspension)\b|\b(?:bann(?:ed|ing)|suspended|disqualified)\b(?: \S+){0,4}? #",
    delay=r"# (?:late|delay\w*)\b|\bdelay\w*\b",
)
ASKED: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "percent": _PERCENT,
    "money": _MONEY,
    "count": _COUNT,
    "speed": _SPEED,
    "distance": _LENGTH,
    "length": _LENGTH,
    "depth": _LENGTH,
    "height": _LENGTH,
    "duration": _DURATION,
}
PHRASES: dict[str, str] = {
    "premium": "premium over the market price",
    "discount": "discount to the market price",
    "shares up": "rise of the shares",
    "shares down": "fall of the shares",
    "stake": "share held",
    "vote share": "share of the vote",
    "containment": "share contained",
    "price": "price of the deal",
    "compensation": "compensation",
    "damage": "cost of the damage",
    "loot": "value of what was taken",
    "aboard": "people aboard",
    "without power": "homes without power",
}
# The same question under two names.
ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"price", "value"}),
    frozenset({"price", "cost"}),
    frozenset({"value", "loot"}),
    frozenset({"evacuated", "displaced"}),
    frozenset({"cost", "damage"}),
    frozenset({"funding", "investment"}),
    frozenset({"funding", "budget"}),
    frozenset({"compensation", "funding"}),
    frozenset({"distance", "length"}),
    frozenset({"shares up", "change in share price"}),
    frozenset({"shares down", "change in share price"}),
)
# Wide attributes: they say little of what was bought or counted, so more must speak for two figures being one.
WIDE: frozenset[str] = frozenset(
    "price value cost damage speed height length distance width margin tax loss profit budget funding term duration "
    "area weight amount change staff people seats goals population crew attendance votes firefighters jobs".split()
) | {"market share", "share price", "police sent", "shots fired", "people inside"}

# Nouns beside a figure that say nothing of what it tells.
EMPTY: frozenset[str] = frozenset(
    "figure number total rate percentage percent share amount sum average level result increase rise fall decrease "
    "drop it that this which there he she they we who what one more less the most some part maximum "
    "minimum estimate record "
    "report people person man woman".split()
)
SYNONYMS: dict[str, str] = {
    word: name
    for name, words in {
        "turnout": "turnout",
        "swing": "swing",
        "premium": "premium",
        "stake": "stake holding shareholding",
        "approval": "approval",
        "majority": "majority margin",
        "price": "fee price cost deal offer bid sale purchase",
        "fine": "fine penalty",
        "savings": "saving savings synergy",
        "pay": "wage salary",
        "compensation": "compensation gratia",
    }.items()
    for word in words.split()
}
# Phrases that tell what befell people or houses where the verb alone does not.
HAPPENED: tuple[tuple[str, re.Pattern[str]], ...] = _table(
    evacuated=r"# (?:\S+ ){0,4}?(?:(?:told|ordered|asked|urged|advised|forced|made|had|have) to (?:leave|evacuate|flee"
    r"|move out|get out|abandon|quit)|ordered out|moved out|left homeless|led to safety)\b",
    without_power=r"# (?:\S+ ){0,4}?(?:without (?:power|electricity|water)|lost power|in the dark)\b"
    r"|\b(?:power|electricity) (?:\S+ ){0,4}?(?:cut|lost|out|off|restored|down)\b.*#|\bblack(?:ed )?out\b.*#",
    job_cuts=r"\b(?:cut|cuts|cutting|eliminat\w+|shed|shedding|axe|axed|axing|slash\w*|lose|losing|scrap\w*)\b"
    r"(?: \S+){0,3}? #(?: \S+){0,2}? (?:jobs|posts|positions|roles|staff|workers|employees)"
    r"|# (?:\S+ )?(?:jobs|posts|positions|roles)"
    r"(?: \S+){0,3}? (?:go|cut|lost|axed|shed|eliminated|disappear|risk)\b",
    homes_flooded=r"# (?:\S+ )?(?:homes|houses|properties|buildings|dwellings|shops|businesses)(?: \S+){0,3}? "
    r"(?:flooded|inundated|under ?water|submerged|swamped|had water|have water|took in water)\b"
    r"|\b(?:flood(?:ed|ing)?|inundat(?:ed|ing)|swamped|swamping)\b(?: \S+){0,2}? #",
)
# Of how long a time a count speaks.
STRETCHES: tuple[tuple[str, re.Pattern[str]], ...] = _table(
    short=r"\bwithin (?:\S+ )?(?:minutes|hours|days|weeks)\b|\b(?:immediately|instantly|at once|overnight)\b",
    long=r"\b(?:over|through|in|down|across) the (?:\S+ )?(?:years|decades|months)\b|\ball told\b|\bto date\b"
    r"|\b(?:eventually|in the end|later died)\b",
)
# Forecasts of these are one fact, what came of them another.
FORETOLD: frozenset[str] = frozenset(
    {"water level", "rainfall", "snowfall", "wind speed", "turnout", "attendance", "majority", "vote share", "profit"}
)
# There is one of these to an event: whose it is need not be said alike.
SINGLE: frozenset[str] = frozenset(
    {"turnout", "swing", "majority", "premium", "discount", "speed limit", "water level", "interest rate", "inflation"}
)
# What bodies and places have: of which one it is told must fit.
OWNED: frozenset[str] = frozenset(
    {"staff", "revenue", "profit", "loss", "debt", "population", "capacity", "budget", "growth", "market share"}
)
# What befell them, as :data:`crosscheck.data.themes.THEMES` names it.
FATES: dict[str, str] = {
    "evacuated": "displacement",
    "displaced": "displacement",
    "rescued": "rescue",
    "arrested": "arrest",
    "injured": "injury",
    "dead": "death",
    "job cuts": "layoff",
    "without power": "outage",
    "homes flooded": "flood",
}
# An amount with what the buyer takes over, and one without.
WITH_DEBT = re.compile(r"\b(?:including|with|plus|assum\w+)(?: \S+){0,4}? debts?\b|\benterprise value\b")
WITHOUT_DEBT = re.compile(
    r"\b(?:excluding|without|before)(?: \S+){0,3}? debts?\b|\bequity value\b|\b(?:stock|shares|equity) alone\b"
)
# Who pays: the state or a firm.
PAYERS: tuple[tuple[str, re.Pattern[str]], ...] = _table(
    state=r"\b(?:state|government|minister|ministry|centre|council|authorit(?:y|ies)|president|premier|governor)\b",
    firm=r"\b(?:company|firm|owners?|operator|employer|management|airline|insurers?|manufacturer)\b",
)
