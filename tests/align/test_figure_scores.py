"""What each sign counts for when two figures are weighed: a row a sign, with the score that the pair then has."""

from types import SimpleNamespace

import msgspec
import pytest

from crosscheck.align.events import Anchor
from crosscheck.align.figures import measures
from crosscheck.align.figures.ages import Described
from crosscheck.align.figures.asked import Asked
from crosscheck.align.figures.context import Context
from crosscheck.align.figures.counts import count
from crosscheck.align.figures.profile import Profile
from crosscheck.align.figures.questions import question
from crosscheck.align.figures.score import Scorer
from crosscheck.likeness import Setting
from crosscheck.model import Fact, Mention, Quantity, Span
from crosscheck.settings import FigureSettings

NAMES = frozenset({"lindau"})
OTHERS = frozenset({"wendel"})


def profile(number, words=(), low=30.0, attrs=None, text="30", measure="count", **changes):
    """A figure about which nothing is known but what ``changes`` say."""
    value = Quantity(low=low, high=low, measure=measure)
    mention = Mention(kind="figure", article=f"a{number}", span=Span(0, 2), text=text, sentence=0, attrs=attrs or {})
    fact = Fact(id=f"f{number}", kind="figure", subject="", value=value, mention=mention)
    plain = {f: frozenset() for f in ("quals", "scope", "focus", "reference", "names", "subject", "population")}
    plain |= dict.fromkeys(
        ("unit", "head", "noun", "grave", "theme", "verb", "scope_noun", "change", "ordinal", "person", "rate"), ""
    )
    plain |= dict.fromkeys(("further", "negated", "guessed", "lede", "part", "supposed"), False)
    plain |= {"source": "", "modal": "", "anchor": Anchor(), "asked": Asked(), "described": Described()}
    plain |= {"setting": Setting((), (), frozenset(words or {f"word {number}"}))}
    return Profile(fact=fact, article=fact.article, measure=measure, **plain | changes)


def context(scores=None, same=None, alone=False, dated="unknown"):
    return Context(
        events=SimpleNamespace(compatible=lambda a, b: dated),
        settings=FigureSettings(scores=scores or FigureSettings().scores),
        same_person=lambda a, b: same,
        strange=lambda scope, article: False,
        alone=frozenset({"f1", "f2"} if alone else ()),
    )


def known(name, known=True):
    return {"asked": Asked(name=name, known=known)}


HOUSES = {"head": "house", "noun": "house"}
KILLED = {"theme": "death", "head": "person", "noun": "person"}
POLICE = {"theme": "death", "head": "police", "noun": "police"}
MEN = {"theme": "death", "head": "man", "noun": "man"}
HELD = {"theme": "arrest", "head": "person", "noun": "person"}
OLD = {"anchor": Anchor(background=True)}
DATED = {"anchor": Anchor(explicit=True)}
SAME = {"words": ("a", "b")}  # sentences of the same words
DRIVER, VICTIM = {"described": Described(noun="driver")}, {"described": Described(part="victim")}
SUSPECT = {"described": Described(part="suspect", told=True)}

# sign, how it is scored, what both figures have, what each has besides, what the context says, score
ROWS = [
    ("a question", question, known("turnout"), {}, {}, {}, 0.4),
    ("a wide one", question, known("loot") | {"measure": "money"}, {}, {}, {}, 0.4),
    ("a question of wide name", question, known("tax") | {"measure": "money"}, {}, {}, {}, 0.3),
    ("... each told once", question, known("turnout"), {}, {}, {"alone": True}, 0.65),
    ("... in the ledes", question, known("turnout") | {"lede": True}, {}, {}, {}, 0.5),
    ("... by a noun, of one theme", question, known("swing", False) | {"theme": "vote"}, {}, {}, {}, 0.4),
    ("... in like sentences", question, known("turnout") | SAME, {}, {}, {}, 0.7),
    ("... one of them foretold", question, known("turnout"), {"modal": "will"}, {}, {}, 0.1),
    ("... of two nouns", question, known("loot"), {"head": "ring"}, {"head": "watch"}, {}, 0.1),
    ("... of one kind", question, known("turnout") | {"quals": NAMES}, {}, {}, {}, 0.45),
    ("... of two kinds", question, known("turnout"), {"quals": NAMES}, {"quals": OTHERS}, {}, 0.15),
    ("... of one bearer", question, known("loot") | {"measure": "money", "focus": NAMES}, {}, {}, {}, 0.5),
    ("... of two", question, known("loot") | {"measure": "money"}, {"focus": NAMES}, {"focus": OTHERS}, {}, 0.2),
    ("... of two, each told once", question, known("loot") | {"measure": "money"}, {"focus": NAMES}, {"focus": OTHERS},
     {"alone": True}, 0.6),
    ("... of nobody, though all have one", question, known("revenue") | {"measure": "money"}, {}, {}, {}, 0.25),
    ("one noun", count, HOUSES, {}, {}, {}, 0.5),
    ("a weak noun", count, {"head": "time", "noun": "time"}, {}, {}, {}, 0.3),
    ("... one of them a toll", count, HOUSES, {"theme": "death"}, {}, {}, 0.25),
    ("... one theme", count, HOUSES | {"theme": "fire"}, {}, {}, {}, 0.75),
    ("... one theme, told by the noun", count, {"head": "ballot", "noun": "ballot", "theme": "vote"}, {}, {}, {}, 0.6),
    ("... two themes", count, HOUSES, {"theme": "fire"}, {"theme": "flood"}, {}, 0.3),
    ("... one without a theme", count, HOUSES, {"theme": "fire"}, {}, {}, 0.45),
    ("... one verb", count, HOUSES | {"verb": "paint"}, {}, {}, {}, 0.65),
    ("... one kind", count, HOUSES | {"quals": NAMES}, {}, {}, {}, 0.6),
    ("... two kinds", count, HOUSES, {"quals": NAMES}, {"quals": OTHERS}, {}, 0.3),
    ("... of one part", count, HOUSES | {"focus": NAMES}, {}, {}, {}, 0.7),
    ("... of parties unnamed", count, HOUSES | known("staff"), {}, {}, {}, 0.35),
    ("... one foretold", count, HOUSES, {"modal": "will"}, {}, {}, 0.4),
    ("... in like sentences", count, HOUSES | SAME, {}, {}, {}, 1.0),
    ("... in the ledes", count, HOUSES | {"lede": True}, {}, {}, {}, 0.6),
    ("... each told once", count, HOUSES, {}, {}, {"alone": True}, 0.62),
    ("people of one town", count, {"population": NAMES}, {}, {}, {}, 0.9),
    ("people of the island", count, {"population": frozenset({"?island"})}, {}, {}, {}, 0.65),
    ("a toll", count, KILLED, {}, {}, {}, 0.75),
    ("... of two kinds of people", count, {}, POLICE, MEN, {}, 0.45),
    ("... of two kinds in the ledes", count, {"lede": True}, MEN, KILLED | {"head": "human", "noun": "worker"}, {}, 0.62),
    ("... of an older event without a date", count, KILLED | OLD, {}, {}, {}, 0.65),
    ("... one seriously", count, KILLED, {"grave": "seriously"}, {}, {}, 0.45),
    ("... arrests of one night", count, HELD, DATED, {}, {}, 0.55),
    ("... in like sentences", count, KILLED | SAME, {}, {}, {}, 1.05),
    ("... both of a place", count, KILLED | {"scope": NAMES}, {}, {}, {}, 0.8),
    ("... one of a place", count, KILLED, {"scope": NAMES}, {}, {}, 0.6),
    ("... one of a place, in the ledes", count, KILLED | {"lede": True}, {"scope": NAMES}, {}, {}, 0.7),
    ("amounts", measures.money, {}, {}, {"text": "44"}, {}, 0.2),
    ("... in like sentences", measures.money, SAME, {}, {"text": "44"}, {}, 0.8),
    ("... of one theme", measures.money, {"theme": "sale"}, {}, {"text": "44"}, {}, 0.4),
    ("... of one noun", measures.money, {"head": "house"}, {}, {"text": "44"}, {}, 0.35),
    ("... beside one name", measures.money, {"names": NAMES}, {}, {"text": "44"}, {}, 0.3),
    ("... in the ledes", measures.money, {"lede": True}, {}, {"text": "44"}, {}, 0.35),
    ("... of the same digits", measures.money, {}, {}, {}, {}, 0.4),
    ("shares", measures.percent, {}, {}, {}, {}, 0.15),
    ("... a rise and a share", measures.percent, {}, {"theme": "rise"}, {}, {}, 0.0),
    ("... in like sentences", measures.percent, SAME, {}, {}, {}, 0.75),
    ("... in like sentences, each told once", measures.percent, SAME, {}, {}, {"alone": True}, 0.95),
    ("... of one whole", measures.percent, {"attrs": {"of": "voter"}}, {}, {}, {}, 0.4),
    ("... of one theme", measures.percent, {"theme": "vote"}, {}, {}, {}, 0.35),
    ("... of one name", measures.percent, {"focus": NAMES}, {}, {}, {}, 0.5),
    ("... in the ledes", measures.percent, {"lede": True}, {}, {}, {}, 0.25),
    ("... of a whole and its part", measures.percent, SAME, {"attrs": {"of": "traffic"}},
     {"attrs": {"of": "voice traffic"}}, {}, 0.45),
    ("... of two wholes", measures.percent, SAME, {"attrs": {"of": "rice"}}, {"attrs": {"of": "oil"}}, {}, 0.55),
    ("... of two wholes, one name", measures.percent, {"focus": NAMES}, {"attrs": {"of": "rice"}},
     {"attrs": {"of": "oil"}}, {}, 0.5),
    ("ages of one name", measures.age, {}, {}, {}, {"same": True}, 0.95),
    ("ages of one name, guessed", measures.age, {}, {"guessed": True}, {}, {"same": True}, 0.75),
    ("ages of two names", measures.age, {}, {}, {}, {"same": False}, 0.0),
    ("ages of suspects", measures.age, SUSPECT, {}, {}, {"alone": True}, 0.62),
    ("... in like sentences", measures.age, SUSPECT | SAME, {}, {}, {"alone": True}, 0.92),
    ("ages in like sentences", measures.age, SAME, {}, {}, {}, 1.1),
    ("... in the ledes", measures.age, SAME | {"lede": True}, {}, {}, {}, 1.2),
    ("... of drivers", measures.age, SAME | DRIVER, {}, {}, {}, 1.25),
    ("... of victims", measures.age, SAME | VICTIM, {}, {}, {}, 1.25),
    ("magnitudes", measures.magnitude, {}, {}, {}, {}, 0.7),
    ("... in like sentences", measures.magnitude, SAME, {}, {}, {}, 0.9),
    ("... of one agency", measures.magnitude, {"source": "USGS"}, {}, {}, {}, 0.85),
    ("... of two agencies", measures.magnitude, {}, {"source": "USGS"}, {"source": "Lindau Observatory"}, {}, 0.65),
    ("... of an older quake", measures.magnitude, OLD, {}, {}, {"dated": "same"}, 0.75),
    ("... of older quakes", measures.magnitude, OLD, {}, {"low": 31.0}, {}, 0.35),
    ("... of older quakes, near by number", measures.magnitude, OLD, {}, {}, {}, 0.5),
    ("... of older quakes, one name", measures.magnitude, OLD | {"names": NAMES}, {}, {}, {}, 0.65),
    ("distances from one place", measures.distance, {"reference": NAMES}, {}, {}, {}, 0.7),
    ("... in like sentences", measures.distance, {"reference": NAMES} | SAME, {}, {}, {}, 1.0),
    ("distances from two", measures.distance, {}, {"reference": NAMES}, {"reference": OTHERS}, {}, 0.0),
    ("calibres", measures.calibre, {}, {}, {}, {}, 0.7),
    ("ranks", measures.rank, {}, {}, {}, {}, 0.1),
    ("... in like sentences", measures.rank, SAME, {}, {}, {}, 0.8),
    ("... of one noun", measures.rank, {"head": "time"}, {}, {}, {}, 0.35),
    ("... of one subject", measures.rank, {"attrs": {"subject": "the quake"}}, {}, {}, {}, 0.35),
    ("tonnes", measures.other, {}, {}, {}, {}, 0.2),
    ("... in like sentences", measures.other, SAME, {}, {}, {}, 0.9),
    ("... of one noun", measures.other, {"head": "oil"}, {}, {}, {}, 0.55),
    ("... of one theme", measures.other, {"theme": "spill"}, {}, {}, {}, 0.5),
    ("... beside one name", measures.other, {"names": NAMES}, {}, {}, {}, 0.3),
    ("... of one subject", measures.other, {"attrs": {"subject": "the ship"}}, {}, {}, {}, 0.35),
]  # fmt: skip
SIGNS = [(group, sign) for group in FigureSettings().scores.__struct_fields__
         for sign in getattr(FigureSettings().scores, group).__struct_fields__]  # fmt: skip


def told(row, scores=None):
    _, scored, both, one, two, where, _ = row
    return scored(profile(1, **both | one), profile(2, **both | two), context(scores, **where))


def copies(scores=None):
    """The score of two sentences that are one but for a word in seven beside the number."""
    beside = {"left": ("killed", "were", "people"), "right": ("in", "a", "fire")}
    a, b = (profile(n, setting=Setting(**beside, words=frozenset())) for n in (1, 2))
    return Scorer(context(scores)).score(a, b)


@pytest.mark.parametrize("row", ROWS, ids=[f"{i} {r[0]}" for i, r in enumerate(ROWS)])
def test_a_sign_counts(row):
    assert told(row) == pytest.approx(row[-1])


def test_a_copied_sentence_counts_by_its_likeness():
    assert copies() == pytest.approx(0.5 + 0.5 * 6 / 7)


@pytest.mark.parametrize(("group", "sign"), SIGNS)
def test_a_sign_that_counts_otherwise_is_noticed(group, sign):
    usual = FigureSettings().scores
    weights = getattr(usual, group)
    other = msgspec.structs.replace(weights, **{sign: getattr(weights, sign) - 0.04})
    scores = msgspec.structs.replace(usual, **{group: other})
    assert copies(scores) != copies() or any(told(row, scores) != told(row) for row in ROWS)
