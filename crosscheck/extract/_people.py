"""People of one article as found in the parse and by rules: shared by the extractors of names and of roles.

In: a Parsed. Out: :class:`Person` records, one a mention, with the cues that speak for (or against) a person. The
language model's entities are noisy: titles and places inside them, names split or mistaken for organisations, whole
headlines taken for people. Runs of capitalised words are therefore cut and judged by the words around them, and the
entities are one cue among others.
"""

from __future__ import annotations

from spacy.lang.en.stop_words import STOP_WORDS

from crosscheck.data import countries, gazetteer, given, titles
from crosscheck.data.institutions import INSTITUTIONS, ORG_WORDS
from crosscheck.extract._capitals import Run, Word, runs
from crosscheck.extract._cues import (
    AFTER_SAY,
    AGE_AFTER,
    AGE_BEFORE,
    BEFORE_SAY,
    COMPOUND,
    DROP_FIRST,
    HOME_BEFORE,
    IDENTIFIED,
    NO_NAME_POS,
    NO_PERSON,
    PLACE_AFTER,
    PLACE_BEFORE,
    POST_AFTER,
    WHO_AFTER,
    WORD_BEFORE,
    title_follows,
)
from crosscheck.extract._person import Person, Tokens, givenish, settle, without_bodies
from crosscheck.extract._pieces import Pieces
from crosscheck.extract.parse import Parsed

_Shared = tuple[Parsed, list[Person], Tokens, list[tuple[int, int]], list[Run]]
_memo: list[_Shared] = []


def people(parsed: Parsed) -> list[Person]:
    """All mentions that may be a person, in order. Extractors of one article share the result of the last call."""
    return _shared(parsed)[1]


def tokens(parsed: Parsed) -> Tokens:
    """Tokens by offset, shared like :func:`people`."""
    return _shared(parsed)[2]


def institutions(parsed: Parsed) -> list[tuple[int, int]]:
    """Capitalised words that end in a word for a body or in a legal form, as (start, end); shared like the rest."""
    return _shared(parsed)[3]


def capitals(parsed: Parsed) -> list[Run]:
    """Runs of capitalised words outside furniture, in order; shared like the rest."""
    return _shared(parsed)[4]


def _shared(parsed: Parsed) -> _Shared:
    if not (_memo and _memo[0][0] is parsed):
        at = Tokens(parsed.doc)
        finder = _Finder(parsed, at)
        _memo[:] = [(parsed, finder.find(), at, finder.bodies, finder.runs)]
    return _memo[0]


class _Finder:
    def __init__(self, parsed: Parsed, at: Tokens) -> None:
        self.parsed = parsed
        self.text = parsed.article.text
        self.at = at
        self.bodies: list[tuple[int, int]] = []
        self.runs: list[Run] = []
        self.skipped = sorted(parsed.skipped)
        self.headlines = [r.span for r in parsed.article.regions if r.kind == "headline"]

    def find(self) -> list[Person]:
        found: list[Person] = []
        alone: list[list[Word]] = []  # single words without a title, judged when the full names are known
        pieces = Pieces(self.text, self.at)
        for run in runs(self.text):
            if any(s.start < run.end and run.start < s.end for s in self.skipped):
                continue
            self.runs.append(run)
            for words, title in pieces.of(run):
                if len(words) == 1 and not title:
                    alone.append(words)
                elif person := self._judge(words, title):
                    found.append(person)
        found, bodies = without_bodies(found, self.at)
        self.bodies += bodies
        known = {w for p in found for w in p.text.split()}
        for words in alone:
            token = self.at.get(words[0].start)
            if words[0].text in known or token is None or token.ent_type_ not in NO_PERSON:
                if person := self._judge(words, ""):
                    found.append(person)
        found.sort(key=lambda p: p.start)
        return settle(found, self.text)

    def _judge(self, words: list[Word], title: str) -> Person | None:
        words = self._trim(words)
        if not words or len(words) > 5 or len(words) == 1 and words[0].text.lower() in STOP_WORDS:
            return None
        text, start, end = self.text, words[0].start, words[-1].end
        labels = [t.ent_type_ for w in words if (t := self.at.get(w.start)) is not None]
        label = "PERSON" if "PERSON" in labels else next((x for x in labels if x), "")
        key = title.lower().replace(".", "")
        person = Person(start, end, text[start:end], len(words), label=label)
        person.headline = any(h.start <= start < h.end for h in self.headlines)
        lowered = [w.text.lower().strip("'’.") for w in words]
        if len(words) > 1 and not person.headline and (lowered[-1] in INSTITUTIONS or lowered[-1] in given.LEGAL_FORMS):
            self.bodies.append((start, end))
        if any(w in ORG_WORDS for w in lowered) or (len(words) > 1 and lowered[-1] in titles.titles()):
            return None
        if key in titles.HONORIFICS:
            person.honorific, person.gender = key, titles.HONORIFICS[key]
            person.cues.add("honorific")
        elif title and titles.lookup(title):
            person.title = title
            person.gender = given.gender_of(key.rpartition(" ")[2])
            person.cues.add("title")
        self._cues_around(person)
        token = self.at.get(words[-1].start)
        if token is not None and token.dep_ in ("nsubj", "nsubjpass"):
            person.subject = True
        if self._acceptable(person, labels, lowered):
            return person
        return None

    def _cues_around(self, person: Person) -> None:
        text, cues = self.text, person.cues
        before = text[max(0, person.start - 40) : person.start]
        if m := AGE_AFTER.match(text, person.end) or AGE_BEFORE.search(before):
            cues.add("age")
            person.age = "".join(c for c in m.group() if c.isdigit())
        elif WHO_AFTER.match(text, person.end):
            cues.add("who")
        if POST_AFTER.match(text, person.end) or (
            text.startswith(", ", person.end) and title_follows(text, person.end + 2)
        ):
            cues.add("apposition")
        if AFTER_SAY.match(text, person.end) or BEFORE_SAY.search(before):
            cues.add("said")
        if not cues & {"title", "honorific"} and (m := WORD_BEFORE.search(before)):
            self._word_before(person, m.group(1), before)
        if PLACE_BEFORE.search(before) or HOME_BEFORE.search(before) or PLACE_AFTER.match(text, person.end):
            cues.add("place")
        if IDENTIFIED.search(before):
            cues.add("identified")

    def _word_before(self, person: Person, word: str, before: str) -> None:
        title, word = titles.lookup(word), word.lower()
        if word in given.KIN or title is None and given.gender_of(word):
            person.cues.add("kin")
            person.gender = given.gender_of(word)
        elif title is not None:
            if not before.rstrip().endswith(","):
                person.cues.add("title")
                person.title = word
                person.gender = given.gender_of(word)
            else:
                person.cues.add("apposition")

    def _trim(self, words: list[Word]) -> list[Word]:
        """Words of the piece without what the model says is another entity, and without a common word in front."""
        while words:
            token = self.at.get(words[0].start)
            if token is None or len(words) == 1:
                break
            lower = words[0].text.lower()
            common = token.is_sent_start and token.pos_ not in ("PROPN", "X") and not token.ent_type_
            common = common or len(words) > 2 and lower in titles.TRADES
            common = common or lower in DROP_FIRST and token.ent_type_ != "PERSON" or COMPOUND.search(words[0].text)
            if common or token.pos_ in NO_NAME_POS and not givenish(lower):
                words = words[1:]
            else:
                break
        types = [t.ent_type_ if (t := self.at.get(w.start)) is not None else "" for w in words]
        if "PERSON" in types and any(t in ("GPE", "NORP", "DATE") for t in types):
            first, last = types.index("PERSON"), len(types) - 1 - types[::-1].index("PERSON")
            words = words[first : last + 1]
        return words

    def _acceptable(self, person: Person, labels: list[str], lowered: list[str]) -> bool:
        strong = person.cues & {"title", "honorific", "age", "kin", "apposition"}
        country = countries.country_of(person.text)
        if country and not person.cues & {"honorific", "title", "age"}:
            return False
        if person.words > 1 and not strong and gazetteer.look_up(person.text)[0]:
            return False
        if person.words == 1:
            if person.text.isupper() and len(person.text) > 3 and "honorific" not in person.cues:
                return False
            if len(person.text.rstrip(".")) < 2 or lowered[0] in STOP_WORDS or "place" in person.cues and not strong:
                return False
            return True  # a surname or given name alone: kept only where it can be linked, see normalise
        if any(
            w in _PLACE_WORDS or countries.country_of(x) for w, x in zip(lowered, person.text.split(), strict=False)
        ):
            return False
        if "PERSON" in labels or strong:
            return True
        named = person.label not in ("ORG", "FAC", "GPE", "LOC") or givenish(lowered[0])
        if named and person.cues & {"said", "identified", "who"} and "place" not in person.cues:
            return True
        person.maybe = person.words < 4 and not person.headline and "place" not in person.cues
        return person.maybe and not all(x in ("GPE", "NORP", "DATE", "TIME") for x in labels)


_PLACE_WORDS = frozenset(
    "place piazza plaza rue calle via east west north south middle saint-denis ras port new los las "
    "san-francisco".split()
)
