"""Words for what happens: verbs and nouns that news uses for one kind of event, a class a line.

Light classes: only words that stand for one another about the same event ("apprehend" and "arrest", "sever" and
"cut"). Words not listed are classes of their own.
"""

from __future__ import annotations

from functools import cache

_TABLE = """
quake: earthquake quake temblor tremor jolt epicenter epicentre seism
shoot: shoot shooting gunfire gunman shooter shot gun_down open_fire gunshot shootout
kill: kill murder slay slaying killing homicide assassinate assassination massacre execute
die: die death pass_away succumb perish demise pronounce
arrest: arrest apprehend capture detain nab detention custody catch_up box surrender give_up turn_in
crash: crash collide collision smash wreck derail derailment plunge run_into plough_into plow_into
fire: fire blaze inferno burn wildfire flame ignite
rob: rob robbery heist steal theft raid burglary burgle loot break_in snatch
cut: cut sever damage snap break rupture outage go_down disrupt disruption hamper interrupt
explode: explode explosion blast bomb bombing detonate detonation blow_up
attack: attack assault ambush storm stab stabbing
start: begin start open kick_off commence launch
end: end conclude close finish wrap_up finalize finalise
meet: meet meeting talk summit conference gathering convene
dismiss: sack dismiss let_go lay_off dismissal oust
charge: charge indict arraign accuse arraignment indictment
convict: convict conviction guilty verdict acquit
sentence: sentence sentencing jail imprison
sue: sue lawsuit suit
elect: elect election vote poll ballot referendum
win: win victory beat defeat triumph loss lose
plead: plead plea
contain: contain extinguish put_out knock_down douse quench under_control
appear: court_appearance
bury: bury funeral burial memorial
suspend: suspend suspension
testify: testify testimony
appoint: appoint name hire nominate appointment nomination pick
resign: resign resignation quit step_down
buy: buy acquire purchase acquisition takeover merger merge
marry: marry wed wedding marriage
bear: bear birth born
rescue: rescue save pull_out
sink: sink capsize founder sinking
alarm: alarm alert raise_alarm sound_alarm trigger_alarm emergency_call distress_call
protest: protest demonstrate demonstration rally march riot clash unrest
flood: flood flooding inundate
storm: hurricane typhoon cyclone tornado landfall
enter: check_in check enter rehab rehabilitation
escape: escape flee break_out
release: release free
arrive: arrive reach land
leave: leave depart
vanish: disappear vanish missing
find: find discover locate recover
injure: injure wound hurt
hijack: hijack seize pirate hijacking
erupt: erupt eruption
aftershock: aftershock
announce: announcement announce unveil reveal
declare: declare declaration
inspect: inspect inspection
sign: sign signing ink
play: play match game
"""
# Verbs that only say that something happens: the event is what they are said of.
LIGHT = frozenset(
    "be happen occur take come strike hit jolt rock shake rattle hold have do go last get place continue start "
    "begin open run measure register center centre follow see fall set make experience suffer undergo witness".split()
)
IMPACT = frozenset("happen occur strike hit jolt rock shake rattle".split())  # what an event does where it happens
# Classes that news tells of many days on end: only near copies of a sentence tell one of them.
RECURRING = frozenset("protest meet play aftershock announce attack testify appear plead".split())
# Verbs of reporting: their date is the day of the report.
REPORTING = frozenset(
    "say tell report add state note write claim confirm explain warn speak comment quote tweet post publish update "
    "describe announce accord ask call believe think know".split()
)
# Classes that stand for one another: an article that opens with a shooting calls it the attack and the killing.
VIOLENT = frozenset("shoot kill attack explode rob hijack".split())
# What an event does to people, and the events that do it: in one sentence of a lede they are of one day.
HARM = frozenset("die kill injure".split())
CAUSES = frozenset("fire quake crash explode shoot attack storm flood sink erupt".split())
# What nobody appoints: its day lies behind whatever the clause looks ahead to ("is charged over Tuesday's shooting").
INCIDENTS = VIOLENT | HARM | frozenset("quake arrest crash fire flood sink erupt aftershock rescue vanish".split())
# Classes that make news by themselves; the others (start, find, meet ...) come in the story of any event.
NEWS = frozenset(
    "quake shoot kill die arrest crash fire rob cut explode attack dismiss convict sentence elect resign appoint buy "
    "marry rescue sink protest flood storm vanish hijack erupt announce".split()
)


@cache
def _classes() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        name, _, words = line.partition(":")
        for word in words.split():
            table.setdefault(word, name)
    return table


def event_class(lemma: str) -> str:
    """The class of a verb's or noun's lemma, the lemma itself where it stands for no other word."""
    return _classes().get(lemma, lemma)


def is_event(lemma: str) -> bool:
    """True for a noun or verb that the table knows as an event."""
    return lemma in _classes()
