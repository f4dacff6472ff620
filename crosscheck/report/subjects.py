"""What a finding is about in words that an editor can read, where the parse of one article erred or said too little.

In: a finding whose facts carry their own subjects, attributes and frames. Out: a subject that holds (the best of those
that its facts go by, else the bare kind), and a word of the clause that both sides share, for a subject that could be
anything ("length of time"). Texts are not parsed again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from crosscheck.model import Corpus, Fact, Finding, Quantity, When

_CLAUSE = re.compile(r"^(when|where|how long) (.+)$", re.I)
_AUXILIARY = frozenset("am is are was were be been being 's 're".split())
_DUE = frozenset("had has have due set going about".split())
_VAGUE = frozenset("he she it they we i you who which that this these those there one some what".split())
_SAYING = frozenset("say tell report add accord state announce quote write".split())
_LENGTH = re.compile(
    r"(?:\s(?:at|to|from|with) (?:a|an|the) [\w-]+ of)?"
    r"\s(?:(?:about|around|some|nearly|almost|roughly|at least|more than) )?[\d.,]+[\s-]?"
    r"(?:kilomet(?:re|er)s?|km|miles?|met(?:re|er)s?|feet|yards?|inch(?:es)?|degrees?)$",
    re.I,
)
_LONG = 8  # words of a clause that still stand on one line beside two readings
_ERRED = 3  # faults from which a subject is no sentence at all
_FACTS = 5  # facts of a reading that are asked for what they share
_CONTENT = re.compile(r"[^\W\d_]{3,}(?:[-’'][^\W\d_]+)*")
_EMPTY = frozenset(
    (
        "be have do say tell get make take go come give person people man woman number time thing who that which this "
        "what not more most all other one two report year day week month part way lot case place due late early new "
        "last next official authority include hundred thousand million billion dozen he she they we you him her them "
        "his its their our your some any there here"
    ).split()
)
_PREPOSITIONS = frozenset(
    "about above across after against along among around before behind below beside between beyond during for from "
    "into near off onto out over since than through throughout toward towards under until upon with within "
    "without".split()
)
# subjects that could be of anything: the label of a measure, a count of one noun, a fate without its event
_BARE = frozenset(
    "age|amount|area|attendance|depth|distance|height|length of time|number|population|price|rate|sentence|share|speed|"
    "temperature|value|volume|weight".split("|")
)
_FATES = frozenset(
    "killed injured missing arrested displaced damaged rescued dead hurt charged shot wounded stabbed".split()
)
_INHABITANTS = frozenset("resident residents person people inhabitant inhabitants".split())


class Named(msgspec.Struct, frozen=True):
    """The subject of a finding, and what tells it from others of its sort: "" where nothing does or nothing need."""

    subject: str
    about: str = ""


def named(finding: Finding, corpus: Corpus) -> Named:
    """A subject that holds for a finding on a date, place or figure; that of any other is left as it is."""
    facts = [f for r in finding.readings for f in r.facts]
    if finding.kind in ("date", "place") and _CLAUSE.match(finding.subject):
        return _clause(finding, facts, corpus)
    if finding.kind == "figure":
        subject = _counted(finding.subject, facts)
        return Named(subject, _shared(finding, corpus, subject) if _says_little(subject) else "")
    return Named(finding.subject)


# --- when and where ---------------------------------------------------------------------------------------------------


def _clause(finding: Finding, facts: Sequence[Fact], corpus: Corpus) -> Named:
    """The clause that the fewest faults speak against: the finding's own, else that of another of its facts."""
    told = Counter(_tidy(f.subject) for f in facts)
    own = _tidy(finding.subject)
    faults: dict[str, int] = {}
    for fact in facts:
        subject = _tidy(fact.subject)
        if subject == own or _one_question(subject, own):
            faults[subject] = min(faults.get(subject, 9), _faults(subject, fact.mention.attrs.get("event", "")))
    faults.setdefault(own, _faults(own, ""))
    best = min(faults, key=lambda s: (faults[s], s != own, -told[s], len(s), s))
    if faults[best] < _ERRED:
        return Named(_as_written(best, facts, corpus))
    clocks = any(isinstance(f.value, When) and f.value.clock for f in facts)
    kind = "place" if finding.kind == "place" else "time" if clocks else "date"
    kind = "length of time" if own.startswith("how long") else kind
    return Named(kind, _shared(finding, corpus, kind) or _governing(facts))


def _one_question(subject: str, own: str) -> bool:
    """ "when the fire began" and "date of the fire"; never "where", and never the bare kind."""
    first = own.partition(" ")[0]
    return subject.startswith((f"{first} ", {"when": "date of ", "where": "place of "}.get(first, f"{first} ")))


def _tidy(subject: str) -> str:
    """Without the spaces that a parser puts round marks, and without a distance at its end."""
    joined = re.sub(r"(?<=\w) - (?=\w)", "-", subject)
    joined = re.sub(r" (?=[,.;:%’'])", "", joined)
    return _LENGTH.sub("", joined)


def _faults(subject: str, event: str) -> int:
    """What speaks against a subject: no finite verb, nobody named, only that somebody said it, too much told."""
    clause = _CLAUSE.match(subject)
    if not clause:
        return 1  # "date of the fire" says the day, where a time may be disputed
    words = clause[2].casefold().split()
    verb = event.partition("_")[0]
    found = 0
    if _not_finite(words, verb):
        found += _ERRED
    if len(words) < 2 or words[0] in _VAGUE:
        found += 2
    if verb in _SAYING:
        found += _ERRED
    return found + (len(words) > _LONG) + any(c.isdigit() for c in subject)


def _not_finite(words: Sequence[str], verb: str) -> bool:
    """True for "officers apprehending him", "people to attend a meeting": the verb of the clause is none of its own."""
    if len(verb) < 3:
        return False
    if verb != "go" and _AUXILIARY.isdisjoint(words) and not any(w[:1] == verb[:1] for w in words):
        return True  # the verb stands outside: "the weekend gun violence"; strong verbs keep their first letter
    stem = verb[:-1] if verb.endswith("e") else verb
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        if word.startswith(stem) and word.endswith("ing"):
            return before not in _AUXILIARY and before != "not"
        if word == verb and before == "to":
            return at < 2 or words[at - 2] not in _AUXILIARY | _DUE
    return False


def _as_written(subject: str, facts: Sequence[Fact], corpus: Corpus) -> str:
    """The clause with the capital that its first word has within sentences: "when Palmer voters approved it"."""
    clause = _CLAUSE.match(subject)
    if not clause or not clause[2][:1].islower():
        return subject
    first = clause[2].split()[0]
    capital = first[:1].upper() + first[1:]
    for article in dict.fromkeys(f.article for f in facts if _tidy(f.subject) == subject):
        text = corpus.articles[article].text
        inside = re.search(rf"(?<=[a-z,] ){re.escape(capital)}\b", text)
        if inside and not re.search(rf"\b{re.escape(first)}\b", text):
            return f"{clause[1]} {capital}{clause[2][len(first) :]}"
    return subject


# --- how many ---------------------------------------------------------------------------------------------------------


def _counted(subject: str, facts: Sequence[Fact]) -> str:
    """A count without a fate that befell somebody else: people are killed in countries, and no country is."""
    noun, _, fate = subject.rpartition(" ")
    if fate in _FATES and _of_others(facts) and noun:
        return f"number of {noun}"
    if fate in _FATES and not noun:
        return f"people {fate}"
    head, _, of = subject.partition(" of ")
    if head == "age" and of.islower() and " " not in of:
        return head if of.endswith("ing") else f"{head} of the {of}"  # "sitting", "being" are nobody
    if head == "population" and of:
        return (
            "population" if of in _INHABITANTS else subject if not of.islower() or " " in of else f"{head} of the {of}"
        )
    return subject


def _of_others(facts: Sequence[Fact]) -> bool:
    """True where most of the counts stand behind a preposition, in a clause whose verb befalls another noun."""
    told = [f.mention.frame for f in facts if isinstance(f.value, Quantity) and f.mention.frame is not None]
    beside = [f for f in told if f.path[:1] == (f.slot,) and f.slot and (f.object or (f.passive and f.subject))]
    return bool(beside) and 2 * len(beside) > len(told)


def _says_little(subject: str) -> bool:
    """True for "length of time", "banks", "people killed": a label that several questions of one story share."""
    words = subject.removeprefix("number of ").split()
    return subject in _BARE or len(words) == 1 or (len(words) == 2 and words[1] in _FATES)


# --- what both sides tell of it --------------------------------------------------------------------------------------


def _shared(finding: Finding, corpus: Corpus, subject: str) -> str:
    """The first word of the clause that every reading has: who did it, to what, else where or what it was."""
    told = [[_offered(f) for f in r.facts[:_FACTS] if f.mention.frame] for r in finding.readings if r.facts]
    if len(told) < 2 or not all(told):
        return ""
    taken = {w for w in re.findall(r"\w+", subject.casefold())} | _EMPTY
    common = set.intersection(*[{w for words in side for w in words} for side in told])
    common = {w for w in common if w not in taken and f"{w}s" not in taken and _CONTENT.fullmatch(w)}
    first = next((w for words in told[0] for w in words if w in common), "")
    return _written(first, finding, corpus)


def _offered(fact: Fact) -> list[str]:
    frame = fact.mention.frame
    if frame is None:
        return []
    nouns = (w for w in frame.path if w not in _PREPOSITIONS)
    return [*frame.subject, *frame.mods, *frame.object, *nouns, *frame.names, *frame.others]


def _written(word: str, finding: Finding, corpus: Corpus) -> str:
    """A lemma as the first of the facts' sentences writes it: with its capital, where it has one in there."""
    if not word:
        return ""
    for fact in (f for r in finding.readings for f in r.facts[:_FACTS]):
        sentence = corpus.sentence(fact)
        text = corpus.articles[fact.article].text[sentence.span.start : sentence.span.end]
        found = re.search(rf"(?<=\s){re.escape(word)}\b", text, re.I)
        if found and not sentence.headline:
            return found[0] if found[0][:1].isupper() else word
    frames = (f.mention.frame for r in finding.readings for f in r.facts[:_FACTS])
    return word.capitalize() if any(x is not None and word in x.names for x in frames) else word


def _governing(facts: Sequence[Fact]) -> str:
    """The noun that most of the facts hang on, as its lemma."""
    heads = Counter(word for f in facts for word in _nouns(f))
    return min(heads, key=lambda w: (-heads[w], w), default="")


def _nouns(fact: Fact) -> Iterator[str]:
    frame = fact.mention.frame
    if frame is not None:
        words: Iterable[str] = frame.subject[:1] or (frame.head,)
        yield from (w for w in words if w not in _EMPTY and _CONTENT.fullmatch(w))
