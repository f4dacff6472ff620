"""Words that tie speech to a speaker: verbs, nouns and the forms that they take. Tables of the language, no logic.

The verbs stand in groups by what their frame says of the words quoted; a verb in no group ties nothing. Grown from
the reporting-verb lists of English grammars (Quirk et al. 1985, 16.31) and of newsroom style books.
"""

from __future__ import annotations

import re

# verbs whose object is the very words: "...," she said
SAY = """
    acknowledge add admit admonish advise advocate affirm agree allege allow announce answer apologise apologize
    appeal argue ask assert assure attest aver bark beg begin believe bellow bemoan berate beseech blast blog blurt
    boast brag cable caption caution chant chastise cheer chide chirp cite claim clarify command comment complain
    concede conclude concur confess confirm contend contest continue counsel counter crack croak crow cry deadpan
    decide declare defend demand deny determine disagree disclose dispute drawl e-mail echo elaborate email
    emphasise emphasize enquire enthuse entreat estimate exclaim exhort explain express fear feel find forecast fret
    fume gasp greet grill gripe groan growl grumble guess gush highlight hiss holler hope hypothesize implore imply
    indicate inform inquire inscribe insist instruct interject interrupt intone joke justify lament maintain marvel
    mention message moan mumble murmur muse mutter note notify object observe offer opine order outline pen persuade
    philosophize phone plead pledge pontificate post pray preach predict press print probe proclaim proffer promise
    pronounce prophesy propose protest publish query question quip quiz quote radio rage rant rave read reason
    reassure recall recommend recount reflect regret reiterate rejoice rejoin relate remark remind repeat reply
    report request resolve respond retort retweet reveal rhapsodize roar rule say scoff scold scrawl scream shout
    sign signal simper sing snap sneer sniff sob speculate spit splutter squeal stammer state stipulate stress
    stutter suggest summarise summarize surmise swear taunt teach tease telegraph tell testify text thank theorise
    theorize think thunder tout tweet type underline underscore undertake urge utter vent venture voice volunteer
    vow wail warn whisper wisecrack wonder worry write yell
""".split()

# verbs that also have a plain sense: they tie only words right beside them or in a that-clause
WEAK = frozenset(
    """
    address advocate agree allow answer bark begin believe cable call cast catch champion charge cite consider
    contest counsel crack crow decide define determine disclose echo endorse estimate fault fear feel film find
    forecast frame grill have hope inscribe invite judge justify mark mention model note observe offer order outline
    pan pen phone press print probe promise pronounce propose publish query question quiz radio rate read record
    reflect regard reply report request resolve respond reveal rule savage see show sign signal style support teach
    think type undertake view
""".split()
)

# verbs that tie words only with "as": saw it as "..."
WITH_AS = frozenset("see view regard depict define consider cast frame portray paint".split())

# verbs that name a thing or a person in quoted words: called it "...", condemned it as "...", accused him of "..."
NAME = """
    accuse applaud attack bash blame blast brand brush call castigate celebrate champion characterise characterize
    charge christen cite commend compare condemn consider criticise criticize declare decry deem define denigrate
    denounce deny depict deplore deride describe diagnose dismiss disparage dub endorse excoriate fault hail hymn
    implicate judge label lambast lambaste lash laud liken mock nickname paint pillory portray praise proclaim
    pronounce rebuff rebut refer refute regard reject repudiate ridicule rubbish salute savage scold see skewer slam
    slate style term tout view welcome
""".split()

# particles that make a verb of speech of another verb
PHRASAL = {
    "point": ("out", "to"), "go": ("on",), "shoot": ("back",), "fire": ("back",),
    "hit": ("back", "out"), "chime": ("in",),
    "pipe": ("up",), "weigh": ("in",), "chip": ("in",), "speak": ("of", "about", "out"), "talk": ("of", "about"),
    "cry": ("out",), "call": ("for", "on", "out"), "lash": ("out",), "spell": ("out",), "sum": ("up",), "open": ("up",),
    "lay": ("out",), "set": ("out",), "come": ("back",), "rail": ("against",), "boil": ("down",), "sign": ("off",),
    "warn": ("of", "against"), "write": ("of",), "joke": ("about",), "put": ("it",),
}  # fmt: skip

# reported mind rather than speech: ties words only where these are marked as quoted
SMILE = "smile laugh grin nod sigh shrug chuckle giggle beam frown grimace wink gesture".split()

# finite forms that are a verb of speech whatever the tagger makes of them
CERTAIN = frozenset(
    "said says told tells asked wrote writes replied added adds insisted tweeted explained warned declared stated "
    "argued claimed responded recalled testified admitted vowed quipped exclaimed remarked acknowledged "
    "conceded".split()
)

# verbs after whose passive the subject is the speaker: "was quoted as saying", "was heard shouting"
QUOTED_PASSIVE = frozenset({"quote", "hear", "cite", "overhear", "record"})
# active verbs whose object is the speaker: "Reuters quoted him as saying"
QUOTING = frozenset({"quote", "cite", "hear", "overhear"})

# verbs of speech that take whom they are said to as object: the object is never the speaker
ADDRESSING = frozenset(
    """
    address admonish advise ask assure beg beseech command counsel exhort grill implore inform instruct invite
    lecture notify order persuade press question quiz reassure remind tell thank urge warn
""".split()
)

# nouns that carry somebody's words; the holder of the words is their possessor, "of" or "by" phrase
WORDS = frozenset(
    """
    account accusation address admission advisory affidavit allegation announcement answer apology appeal argument
    article assertion assurance banner belief blog boast book broadcast brochure bulletin cable call caption chant
    characterisation characterization claim clip column comment communique communiqué complaint concern condemnation
    confession contention criticism cry declaration decree demand denial description diary dismissal dispatch
    document e-mail edict editorial email entry essay fear filing finding flyer headline hope indictment inscription
    insistence interview joke label lawsuit leaflet letter listing lyric manifesto mantra memo memoir message motion
    motto note notice oath op-ed opinion paper petition placard plea pledge poem post postcard poster praise prayer
    promise proposal question quip quotation quote reaction rebuttal recording refrain release remark reply report
    resolution response review ruling sermon shout sign slogan song speech statement status story study suggestion
    summary survey telegram testimony text threat toast transcript tribute tweet update verdict video view voicemail
    vow warning website word
""".split()
)

# words that a full stop may follow inside a sentence and that tokenizers split from it
ABBREVIATED = frozenset(
    """
    adm approx asst atty capt ch cmdr col comm commr const cpl cst dep det dist dr fr ft gen gov hon insp lt maj
    messrs mr mrs ms mt no nos ofc pfc pres prof rep rev sec sen sgt spc st supt vs
""".split()
)

_IRREGULAR = {
    "say": ("says", "said", "saying", "said"), "tell": ("tells", "told", "telling", "told"),
    "write": ("writes", "wrote", "writing", "written"), "read": ("reads", "read", "reading", "read"),
    "swear": ("swears", "swore", "swearing", "sworn"), "sing": ("sings", "sang", "singing", "sung"),
    "begin": ("begins", "began", "beginning", "begun"), "think": ("thinks", "thought", "thinking", "thought"),
    "feel": ("feels", "felt", "feeling", "felt"), "find": ("finds", "found", "finding", "found"),
    "go": ("goes", "went", "going", "gone"), "shoot": ("shoots", "shot", "shooting", "shot"),
    "hit": ("hits", "hit", "hitting", "hit"), "speak": ("speaks", "spoke", "speaking", "spoken"),
    "lay": ("lays", "laid", "laying", "laid"), "set": ("sets", "set", "setting", "set"),
    "come": ("comes", "came", "coming", "come"), "put": ("puts", "put", "putting", "put"),
    "see": ("sees", "saw", "seeing", "seen"), "hear": ("hears", "heard", "hearing", "heard"),
    "overhear": ("overhears", "overheard", "overhearing", "overheard"), "cast": ("casts", "cast", "casting", "cast"),
    "give": ("gives", "gave", "giving", "given"), "make": ("makes", "made", "making", "made"),
    "have": ("has", "had", "having", "had"), "spit": ("spits", "spat", "spitting", "spat"),
    "rebut": ("rebuts", "rebutted", "rebutting", "rebutted"), "pen": ("pens", "penned", "penning", "penned"),
    "teach": ("teaches", "taught", "teaching", "taught"), "catch": ("catches", "caught", "catching", "caught"),
    "beseech": ("beseeches", "besought", "beseeching", "besought"),
    "blurt": ("blurts", "blurted", "blurting", "blurted"),
    "undertake": ("undertakes", "undertook", "undertaking", "undertaken"),
    "show": ("shows", "showed", "showing", "shown"),
    "forecast": ("forecasts", "forecast", "forecasting", "forecast"),
}  # fmt: skip
_DOUBLED = re.compile(
    r"(?:^[^aeiou]*|[^aeiou](?:m|b|f|nn|rr|ch)?)[aeiou][bdgmnprtl]$|[aeiou]l$|(?:admit|rebut|quip|quiz)$"
)


def _forms(verb: str) -> tuple[str, ...]:
    """All forms; where a last consonant may double, both spellings (labeled, labelled)."""
    if verb in _IRREGULAR:
        return (verb, *_IRREGULAR[verb])
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    forms: tuple[str, ...] = (verb, verb + ending, verb + "ed", verb + "ing")
    if _DOUBLED.search(verb):
        forms += (verb + verb[-1] + "ed", verb + verb[-1] + "ing")
    return forms


def _table(*groups: list[str]) -> dict[str, str]:
    return {form: verb for group in groups for verb in group for form in _forms(verb)}


SAY_FORMS = _table(SAY, SMILE)
NAME_FORMS = _table(NAME)
PHRASAL_FORMS = _table(list(PHRASAL))
QUOTING_FORMS = _table(sorted(QUOTED_PASSIVE | QUOTING))
CUE_FORMS: dict[str, str] = {**PHRASAL_FORMS, **QUOTING_FORMS, **NAME_FORMS, **SAY_FORMS}
SMILING = frozenset(SMILE)
SAYING = frozenset(SAY)
NAMING = frozenset(NAME)
