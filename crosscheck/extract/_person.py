"""A mention that may be a person's, tokens by offset, and how mentions of one article are judged together."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from crosscheck.data import given, scripts
from crosscheck.data.speakers import BODIES
from crosscheck.extract._capitals import SUFFIX


@dataclass(slots=True)
class Person:
    """One mention of a person: its stretch without title and possessive, and what speaks for it."""

    start: int
    end: int
    text: str
    words: int
    label: str = ""  # the language model's entity label of its head
    honorific: str = ""
    title: str = ""  # title words directly before, as written
    gender: str = ""
    cues: set[str] = field(default_factory=set)
    subject: bool = False
    headline: bool = False
    age: str = ""
    maybe: bool = False  # no cue says that it is a person; it may still be one's name misspelt


class Tokens:
    """The token that starts at an offset. Made from an array: iterating over a Doc makes an object a token."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._at = {offset: i for i, offset in enumerate(doc.to_array("IDX").tolist())}

    def get(self, offset: int) -> Token | None:
        """The token that starts at ``offset``, None where none does."""
        i = self._at.get(offset)
        return None if i is None else self._doc[i]


def givenish(word: str) -> bool:
    return word in given.english_given() or word in scripts.variants() or len(word) == 1


_IDLE = frozenset("be become rain snow seem appear happen take".split())  # whose "it" takes up nothing


def without_bodies(found: list[Person], at: Tokens) -> tuple[list[Person], list[tuple[int, int]]]:
    """The mentions but for names that the text takes up as "it", and where those stand: they are bodies."""
    strong = {p.text for p in found if p.cues & {"title", "honorific", "age", "kin", "who", "apposition"}}
    subjects = (p for p in found if p.subject and p.words > 1 and p.text not in strong)
    things = {p.text for p in subjects if _goes_on_as_it(p, at)}
    kept = [p for p in found if p.text not in things]
    return kept, [(p.start, p.end) for p in found if p.text in things]


def _goes_on_as_it(person: Person, at: Tokens) -> bool:
    """True where the clause of a subject goes on with "it" or "its", and nothing between can be meant.

    "Castellan Marine told workers that it was giving up the yard", "Harrow Mills will close its works". A first name
    that people have outweighs it: "Ann Reed said that it was falling".
    """
    token = at.get(person.start + person.text.rfind(" ") + 1)
    if token is None or givenish(person.text.split()[0].lower()):
        return False
    verb = token.head
    word = next((t for t in verb.subtree if t.i > token.i and t.pos_ == "PRON"), None)
    if word is None or word.lower_ not in ("it", "its"):
        return False
    between = [t for t in verb.subtree if token.i < t.i < word.i and t.ent_type_ not in ("DATE", "TIME")]
    if any(t.pos_ == "PROPN" or t.tag_ == "NN" and t.lemma_ in BODIES for t in between):
        return False
    if word.lower_ == "its":
        return bool(word.head.dep_ == "dobj" and word.head.head.i == verb.i)
    clause = word.head
    told = word.dep_ in ("nsubj", "nsubjpass") and clause.dep_ == "ccomp" and clause.head.i == verb.i
    return bool(told and clause.lemma_ not in _IDLE)


def settle(found: list[Person], text: str) -> list[Person]:
    """Judge each name by all its mentions: places and headline words go, suffixes are taken in."""
    cues: dict[str, set[str]] = {}
    labels: dict[str, set[str]] = {}
    for p in found:
        cues.setdefault(p.text, set()).update(p.cues)
        labels.setdefault(p.text, set()).add(p.label)
    body = {w.lower() for p in found if not p.headline for w in p.text.split()}
    kept = []
    for p in found:
        if p.words > 2:
            first, _, rest = p.text.partition(" ")
            if rest in cues and not givenish(first.lower().rstrip(".")):
                p.start, p.text, p.words = p.start + len(first) + 1, rest, p.words - 1  # Producer Steven Marsh
        seen = cues[p.text]
        if p.words > 1:
            p.maybe = p.maybe and not any(not q.maybe and q.text == p.text for q in found)
            if "place" in seen and not seen & {"title", "honorific", "age", "kin", "said"}:
                continue
            if p.headline and not p.cues & {"title", "honorific", "age"} and not _known(p, body):
                continue
        m = SUFFIX.match(text, p.end)
        if m and p.words > 1:
            p.end, p.text = m.end(), text[p.start : m.end()]
        kept.append(p)
    return kept


def _known(person: Person, body: set[str]) -> bool:
    words = [w.lower() for w in person.text.split()]
    return sum(w in body for w in words) >= max(1, len(words) - 1)
