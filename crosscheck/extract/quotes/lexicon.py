"""Words that tie speech to a speaker: verbs, nouns and the forms that they take. Tables of the language, no logic.

The verbs stand in groups by what their frame says of the words quoted; a verb in no group ties nothing. Grown from the
reporting-verb lists of English grammars (Quirk et al. 1985, 16.31) and of newsroom style books.
"""

from __future__ import annotations

import re

# verbs whose object is the very words: "...," she said
SAY = """say add ask answer reply respond retort explain note continue insist argue claim warn declare announce state
write tweet retweet post blog text testify recall admit acknowledge concede confirm deny joke quip shout yell cry scream
whisper mutter mumble murmur exclaim chant sing read begin conclude caution comment complain urge plead beg promise
pledge vow swear predict stress emphasize emphasise underline underscore highlight reiterate repeat observe remark
report reveal disclose suggest agree disagree object protest boast brag lament bemoan muse opine offer order command
demand maintain contend assert allege affirm aver think believe hope fear feel interject interrupt counter snap scoff rule
find quote express voice cite apologize apologise confess guess imply indicate instruct mention message outline
pray preach proclaim pronounce propose rant reason recommend recount relate remind request speculate stipulate
stammer summarize summarise taunt tease utter venture volunteer wail wonder worry caption type print publish elaborate clarify
gush enthuse rave fume rage thunder bellow roar growl hiss moan groan sob gasp drawl allow attest concur deadpan
intone marvel holler rejoin reflect reassure assure tell inform advise notify warn persuade teach
decide determine conclude estimate theorize theorise hypothesize surmise acknowledge vent gripe grumble sneer
scrawl sign inscribe email e-mail telegraph radio phone cable echo bark blurt croak crow explain forecast signal
pen philosophize proffer rhapsodize simper sniff spit splutter squeal stutter thank blast fret prophesy chide
chastise scold berate admonish exhort implore beseech entreat appeal pontificate wisecrack crack chirp tout
counsel advocate justify defend cheer greet rejoice regret resolve undertake concede contest dispute question query probe
inquire enquire quiz press grill""".split()

# verbs that also have a plain sense: they tie only words right beside them or in a that-clause
WEAK = frozenset(
    """allow resolve find decide determine order press question grill contest justify defend regret estimate forecast signal
    offer thank print publish type sign crack cable phone radio record report teach rule begin read note cite call quiz
    echo bark crow fear hope feel think believe agree object express voice observe mark undertake welcome reject frame
    regard consider judge rate see view cast charge fault define champion endorse pan savage hail show have catch film
    reflect respond answer reply promise advocate counsel support invite address dispute probe query mention outline propose request reveal
    disclose pronounce inscribe pen model style call""".split()
)

# verbs that tie words only with "as": saw it as "..."
WITH_AS = frozenset("see view regard depict define consider cast frame portray paint".split())

# verbs that name a thing or a person in quoted words: called it "...", condemned it as "...", accused him of "..."
NAME = """call describe label term brand dub deem characterize characterise condemn denounce criticize criticise slam
blast praise hail accuse blame dismiss reject welcome mock deride decry tout paint portray liken compare style
salute commend applaud laud attack lambast lambaste castigate ridicule savage decry deplore denigrate refute rebut
rebuff brush refer deny define depict view see regard consider judge pronounce declare proclaim
nickname christen hymn celebrate lash pillory disparage repudiate champion endorse rubbish slate bash skewer excoriate implicate
cite charge scold fault diagnose""".split()

# particles that make a verb of speech of another verb
PHRASAL = {
    "point": ("out", "to"), "go": ("on",), "shoot": ("back",), "fire": ("back",), "hit": ("back", "out"), "chime": ("in",),
    "pipe": ("up",), "weigh": ("in",), "chip": ("in",), "speak": ("of", "about", "out"), "talk": ("of", "about"),
    "cry": ("out",), "call": ("for", "on", "out"), "lash": ("out",), "spell": ("out",), "sum": ("up",), "open": ("up",),
    "lay": ("out",), "set": ("out",), "come": ("back",), "rail": ("against",), "boil": ("down",), "sign": ("off",),
    "warn": ("of", "against"), "write": ("of",), "joke": ("about",), "put": ("it",),
}  # fmt: skip

# reported mind rather than speech: ties words only where these are marked as quoted
SMILE = "smile laugh grin nod sigh shrug chuckle giggle beam frown grimace wink gesture".split()

# finite forms that are a verb of speech whatever the tagger makes of them
CERTAIN = frozenset(
    "said says told tells asked wrote writes replied added adds insisted tweeted explained warned declared stated argued "
    "claimed responded recalled testified admitted vowed quipped exclaimed remarked acknowledged conceded".split()
)

# verbs after whose passive the subject is the speaker: "was quoted as saying", "was heard shouting"
QUOTED_PASSIVE = frozenset({"quote", "hear", "cite", "overhear", "record"})
# active verbs whose object is the speaker: "Reuters quoted him as saying"
QUOTING = frozenset({"quote", "cite", "hear", "overhear"})

# verbs of speech that take whom they are said to as object: the object is never the speaker
ADDRESSING = frozenset(
    """tell ask inform advise notify warn urge remind instruct order beg beseech implore persuade assure reassure
    command exhort press question quiz grill thank invite address counsel admonish lecture""".split()
)

# nouns that carry somebody's words; the holder of the words is their possessor, "of" or "by" phrase
WORDS = frozenset(
    """statement letter report post tweet email e-mail message speech interview declaration communique communiqué ruling
    remark comment claim assertion accusation allegation pledge promise vow warning plea call demand insistence
    description characterization characterisation contention argument admission confession announcement testimony
    answer reply response reaction word note memo blog op-ed article column editorial petition affidavit complaint
    lawsuit indictment filing verdict opinion manifesto slogan motto chant cry shout text tweet telegram cable
    document release bulletin advisory dispatch account story sign banner placard headline caption inscription
    prayer sermon toast apology threat appeal assurance suggestion proposal resolution decree edict motion
    summary finding study survey review paper essay book memoir diary poem song lyric quote quotation quip joke
    boast complaint criticism condemnation denial rebuttal dismissal praise tribute concern fear hope belief view
    status update transcript recording voicemail video clip broadcast address oath mantra refrain question
    website notice entry postcard listing brochure poster flyer leaflet label""".split()
)

# texts that can themselves be the subject of a cue: "the statement said", "the sign read"
SPEAKING_TEXTS = WORDS

# words that a full stop may follow inside a sentence and that tokenizers split from it
ABBREVIATED = frozenset(
    """no nos const cst sgt supt insp det lt col gen capt cpl maj adm cmdr asst atty sen rep gov pres prof rev hon fr st mt
    ft dr mr mrs ms messrs spc pfc ofc dist ch vs approx dep comm commr sec""".split()
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
    "beseech": ("beseeches", "besought", "beseeching", "besought"), "blurt": ("blurts", "blurted", "blurting", "blurted"),
    "undertake": ("undertakes", "undertook", "undertaking", "undertaken"), "show": ("shows", "showed", "showing", "shown"),
    "forecast": ("forecasts", "forecast", "forecasting", "forecast"),
}  # fmt: skip
_DOUBLED = re.compile(r"(?:^[^aeiou]*|[^aeiou](?:m|b|f|nn|rr|ch)?)[aeiou][bdgmnprtl]$|[aeiou]l$|(?:admit|rebut|quip|quiz)$")


def _forms(verb: str) -> tuple[str, ...]:
    """All forms; where a last consonant may double, both spellings (labeled, labelled)."""
    if verb in _IRREGULAR:
        return (verb, *_IRREGULAR[verb])
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    forms = (verb, verb + ending, verb + "ed", verb + "ing")
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
