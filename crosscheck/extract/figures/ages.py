"""Ages: "Ann Ray, 39", "the 39-year-old driver", "aged 39", "in her 40s"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from crosscheck.data.events import PERSON_NOUNS
from crosscheck.extract.figures.bearers import Bearer, bearer_of, is_person, of_noun, taken_up
from crosscheck.extract.figures.candidate import Candidate
from crosscheck.model import Mention, Span

if TYPE_CHECKING:
    from crosscheck.extract.figures.reader import Reader

_NAME_BEFORE = re.compile(r"(?P<name>(?:[A-Z][\w'’.-]+\s){0,3}[A-Z][\w'’-]+(?:,? (?:Jr|Sr)\.?)?)\s?(?:,|\()\s?$")
_CLOSES = re.compile(r"(?:\s?[,)(;:—–]|\.(?:\s|$)|\s(?:and|who|of|from)\b|\s*$)")
_NAME_AFTER = re.compile(r"(?:\s|,\s)(?P<name>(?:[A-Z][\w'’.-]+\s){1,3}[A-Z][\w'’-]+)")
_NOUN_AFTER = re.compile(
    r"\s(?P<words>(?:[\w'’-]+\s){0,3}?(?:man|woman|boy|girl|student|teenager|suspect|driver|worker|mother|father|son"
    r"|daughter|child|brother|sister|victim))\b"
)
_DECADE = re.compile(r"\b(?:his|her|their|its|my|the)\s(?:(?:early|mid|late)[\s-])?$", re.IGNORECASE)
_HAS_AGE = re.compile(r"\s?years?\s(?:old\b|of age\b)", re.IGNORECASE)
_TITLE = frozenset({"In", "On", "At", "The", "A", "An", "But", "And", "Since", "After", "By", "Of", "Monday", "Tuesday",
                    "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})  # fmt: skip
_MONTHS = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?$")
ADULT, OLD = 14, 110  # ages that news sets behind a noun
MAX_AGE = 125  # the oldest person known reached 122


_AGE_AFTER = re.compile(
    r"(?:[\s-]years?[\s-]olds?\b|[\s-]months?[\s-]olds?\b|[\s-]days?[\s-]olds?\b|[\s-]weeks?[\s-]olds?\b|-yr-old\b"
    r"|\syears? of age\b)",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|at the age of|age of|turn(?:s|ed|ing)?|aged (?:\w+, ){0,3}\w+,? (?:and|or))[\s-]$", re.IGNORECASE
)
_BE_BEFORE = re.compile(r"\b(?:is|was|am|'s|’s)\s(?:now\s|then\s|only\s|just\s)?$|(?:^|[.!?”\"]\s|\n)At\s$")
_AT = re.compile(r"\b[Aa]t\s(?:just\s|only\s)?$")
_OWN_VERBS = frozenset(
    "die marry wed divorce retire emigrate graduate enlist widow orphan be".split()
)  # of people only
_LIFE_VERBS = frozenset(
    "become win debut start join leave begin quit play sign write"
    " lose publish enter turn move score take go return launch open found run have make succeed elect"
    " appoint inherit give bear diagnose".split()
)  # what is told to have been at an age: "died at 34", "married at 19"
_FULL_NAME = re.compile(r"[A-Z][\w'’-]+\s[A-Z][\w'’-]+,\s(?:now\s|then\s)?$")
_LIVES = re.compile(r",\s(?:who|whose|an?|from|of|was|is|said|told|died|has|had|and [A-Z])\b")
_SEVERAL = re.compile(r"\b(?P<noun>[a-z]{3,}),?\s(?:both\s)?age[sd]\s$")
_KIND_OF = re.compile(r"\b(?P<noun>man|woman|boy|girl|youth)\sof\s$")
_WAS_A_CHILD = re.compile(r"\b(?:when|since|until|because)\s(?P<who>he|she|I)\swas\s(?:only\s|just\s)?$")
_NOT_YET = re.compile(r"(?:\bturns|\b(?:will|would|to|about to|due to)\s(?:have\s)?turn)\s$", re.IGNORECASE)
_NOW = re.compile(r"(?:now|then|just|only)\s$")
_ENDS = re.compile(r"(?:\s?[,;)—–]|\.(?:\s|[”\"]|$)|\s(?:when|at the time|and|but|on|in|last|this|next)\b|\s*$)")


def mention(reader: Reader, c: Candidate) -> Mention | None:
    """An age, or None where the number is none."""
    text, end = reader.text, c.number.end
    after = _AGE_AFTER.match(text, end)
    before = _AGE_BEFORE.search(text[max(0, c.start - 32) : c.start])
    decade = re.match(r"[’']?s\b", text[end : end + 3])
    attrs = {"number": c.text, "measure": "age", "unit": "year", "attribute": "age"}
    who: str | None = None
    stop = end
    if decade and c.text[-1:] == "0" and len(c.text) == 2:
        if not _DECADE.search(text[max(0, c.number.start - 16) : c.number.start]):
            return None
        attrs |= {"value": c.text, "value_to": str(int(c.text) + 9), "approximate": "1"}
        stop = end + decade.end()
    elif after:
        stop = after.end()
        attrs["unit"] = _unit(after.group())
        who = _who_after(reader, c, after)
    elif before or (c.unit in ("year", "years") and _HAS_AGE.match(text, end)):
        if several := _of_several(reader, c):
            attrs["age_of_desc"] = several
        else:
            who = _name_before(text, c, trim=True)
    elif (said := _was_a_child(reader, c) or _said_of(reader, c) or _set_off(reader, c)) is not None:
        return _build(reader, c, attrs | _told(said), said.name, Span(c.start, end))
    else:
        return None
    if not who and "age_of_desc" not in attrs and not decade:
        told = _bearer(reader, c, after)
        attrs |= _told(told)
        who = told.name
    if before and _NOT_YET.search(text[max(0, c.start - 40) : c.start]):
        attrs["modal"] = "would"  # "who turns 29 in April" is 28
    return _build(reader, c, attrs, who, Span(c.start, stop))


def _unit(words: str) -> str:
    """The unit of the words behind an age: "week" of "-week-old"."""
    lowered = words.lower().strip(" -")
    return "year" if lowered.startswith(("year", "yr")) else lowered.split("s")[0].split("-")[0].split(" ")[0]


def _is_bare(c: Candidate) -> bool:
    """True for digits alone, of an age that somebody can have."""
    return not (c.unit or c.currency or c.hedge) and c.text.isdigit() and 0 < int(c.text) <= MAX_AGE


def _told(said: Bearer) -> dict[str, str]:
    told = {"age_of_desc": said.noun, "age_via": said.via}
    return {k: v for k, v in told.items() if v}


def _bearer(reader: Reader, c: Candidate, after: re.Match[str] | None) -> Bearer:
    """Whose age it is that no name stands beside: the noun's behind it, or as the clause has it."""
    if after and (noun := _noun_after(reader, after.end())):
        return of_noun(reader, after.end(), noun)
    return _by_clause(reader, c, after is not None)


def _by_clause(reader: Reader, c: Candidate, joined: bool) -> Bearer:
    """ "The 43-year-old" takes up whoever was named before; else the clause says whose age it is."""
    at = reader.first_token(c.number.start)
    if joined and at and reader.doc[at - 1].lower_ in ("the", "this"):
        return taken_up(reader, reader.doc[at - 1].idx)._replace(name="")  # names are linked where all are known
    return bearer_of(reader, reader.doc[at])


def _was_a_child(reader: Reader, c: Candidate) -> Bearer | None:
    """ "When she was 12": the age of whoever is told of."""
    child = None if c.unit else _WAS_A_CHILD.search(reader.text[max(0, c.start - 24) : c.start])
    if child is None or not _ENDS.match(reader.text, c.number.end):
        return None
    return taken_up(reader, c.start) if child["who"].lower() != "i" else Bearer()


def _set_off(reader: Reader, c: Candidate) -> Bearer | None:
    """ "Ann Ray, 39, ...", "The president, 58, ...": the name or else the noun that a number between commas follows."""
    who = _name_before(reader.text, c)
    noun = _noun_before(reader, c) if who is None else ""
    if not noun and (who is None or not _is_bare(c)):
        return None
    if not _CLOSES.match(reader.text, c.number.end) or (who is not None and not _person_before(reader, c)):
        return None
    return Bearer(name=who or "", noun=noun)


def _said_of(reader: Reader, c: Candidate) -> Bearer | None:
    """ "Ann Ray is 43", "the woman was 76.", "At 43, Ray is ...", "a man of 58": an age that no word calls one."""
    if not _is_bare(c):
        return None
    text, a, b = reader.text, c.number.start, c.number.end
    lead = text[max(0, a - 16) : a]
    kind = _KIND_OF.search(lead)
    if kind and _CLOSES.match(text, b):
        return Bearer(noun=kind["noun"])
    at = bool(_AT.search(lead))
    if not (at or _BE_BEFORE.search(lead)) or not _ENDS.match(text, b):
        return None
    token = reader.doc[reader.first_token(a)]
    if at and not _at_age(token, c, text[b : b + 1]):
        return None
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or not (_of_person(verb) or lead.endswith("At ") or (at and verb.lemma_ in _OWN_VERBS)):
        return None
    if at and verb.lemma_.lower() not in _LIFE_VERBS | _OWN_VERBS:
        return None
    said = bearer_of(reader, token)
    return said if at or said.name or said.noun else None


def _at_age(token: Token, c: Candidate, after: str) -> bool:
    """ "At 34, he became ...", "she died at 34.": a number of years at which something happened in a life."""
    if not ADULT <= int(c.text) <= OLD or token.nbor(-1).lower_ not in ("at", "just", "only"):
        return False
    return after in (",", ".", ";", ")", "") or after.isspace()


def _of_person(verb: Token) -> bool:
    """Whether the verb's subject is a person: "his record was 76" tells no age."""
    subject = next((t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and subject.lower_ == "who":
        return bool(verb.dep_ == "relcl")
    return is_person(subject) if subject is not None else False


def _build(reader: Reader, c: Candidate, attrs: dict[str, str], who: str | None, span: Span) -> Mention:
    if who:
        attrs["age_of"] = who
    noun = _noun_after(reader, span.end) if span.end > c.number.end else []
    if noun:
        attrs["counted"] = noun[-1].lower()
        if not who:
            attrs["age_of_desc"] = " ".join(noun)
    if c.bounds:
        attrs["bounds"] = " ".join(c.bounds)
        attrs["hedge"] = " ".join(reader.text[s.start : s.end] for s in c.hedge)
    sentence = reader.sentence(c.number.start)
    names = [e.text for e in reader.persons(sentence.start, sentence.end)]
    if names:
        attrs["of_names"] = "; ".join(dict.fromkeys(names))
    return reader.parsed.mention(
        "figure", span.start, span.end, parts={"number": c.number}, attrs=attrs, confidence=0.95 if who else 0.85
    )


def _noun_after(reader: Reader, end: int) -> list[str]:
    """The words of the noun that an age stands before: "39-year-old Troy man"."""
    words: list[str] = []
    at = reader.first_token(end - 1) + 1
    for token in reader.doc[at : at + 5]:
        if token.pos_ in ("NOUN", "PROPN", "ADJ") and not token.is_space:
            words.append(token.text)
        else:
            break
        if token.pos_ == "NOUN" and not (token.dep_ in ("compound", "amod") and token.head.i > token.i):
            return words
    return []


def _of_several(reader: Reader, c: Candidate) -> str:
    """The noun of "his kids, ages 1 and 4": the ages are theirs, not of the person named before them."""
    told = _SEVERAL.search(reader.text, max(0, c.start - 40), c.start)
    noun = reader.doc[reader.first_token(told.start("noun"))] if told else None
    return noun.lemma_.lower() if noun is not None and noun.tag_ == "NNS" else ""


def _noun_before(reader: Reader, c: Candidate) -> str:
    """ "The president, 58, ...": a person named by a noun, the number between commas."""
    text, a, b = reader.text, c.number.start, c.number.end
    if not (c.text.isdigit() and 0 < int(c.text) <= OLD and text[a - 2 : a] == ", " and text[b : b + 1] in (",", ".")):
        return ""
    noun = reader.doc[reader.first_token(a - 3)]
    if noun.lemma_.lower() in PERSON_NOUNS and noun.tag_ == "NN":
        return str(noun.lower_)
    if int(c.text) < ADULT or text[b : b + 1] != ",":
        return ""
    if noun.pos_ != "NOUN" or noun.tag_ != "NN" or noun.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "agent"):
        return ""
    return str(noun.lower_)


def _person_before(reader: Reader, c: Candidate) -> bool:
    """The name before the number is no place; without a comma after the number it must be a known person."""
    token = reader.doc[reader.first_token(max(0, c.number.start - 2))]
    token = token.nbor(-1) if token.i and not token.is_alpha else token
    after = reader.text[c.number.end : c.number.end + 1]
    if token.ent_type_ and token.text in {e[-1].text for e in reader.persons(0, len(reader.text)) if len(e) > 1}:
        return True  # "Farrow, 28, ..." of whom the article has the full name elsewhere
    if _FULL_NAME.search(reader.text[max(0, c.number.start - 60) : c.number.start]) and _LIVES.match(
        reader.text, c.number.end
    ):
        return True  # whatever the model took the name for
    if after in (",", ")"):
        return (
            token.ent_type_ not in ("GPE", "LOC", "FAC", "DATE", "TIME", "NORP")
            or reader.text[c.number.start - 1] == "("
        )
    return bool(token.ent_type_ == "PERSON")


def _name_before(text: str, c: Candidate, *, trim: bool = False) -> str | None:
    lead = text[max(0, c.number.start - 60) : c.number.start]
    lead = _NOW.sub("", lead)
    if trim:
        lead = re.sub(r"(?:,?\s*(?:who is|who was|was|is|aged?)|,)\s*$", ",", lead.rstrip(), flags=re.IGNORECASE)
    match = _NAME_BEFORE.search(lead)
    if match is None or _MONTHS.search(match["name"]):
        return None
    words = match["name"].split()
    while words and words[0] in _TITLE:
        words = words[1:]
    return " ".join(words) or None


def _who_after(reader: Reader, c: Candidate, after: re.Match[str]) -> str | None:
    """The name that follows ("16-year-old Ann Ray"), or the one set beside the phrase."""
    text = reader.text
    direct = _NAME_AFTER.match(text, after.end())
    if direct:
        return direct["name"]
    noun = _NOUN_AFTER.match(text, after.end())
    at = noun.end() if noun else after.end()
    beside = re.match(
        r",?\s(?:identified as\s|named\s|named as\s)?(?P<name>(?:[A-Z][\w'’.-]+\s){1,3}[A-Z][\w'’-]+)",
        text[at : at + 60],
    )
    if beside and (noun or after):
        return beside["name"]
    lead = text[max(0, c.start - 60) : c.start]
    apposed = re.search(r"(?P<name>(?:[A-Z][\w'’.-]+\s){0,3}[A-Z][\w'’-]+),\s(?:an?|the)\s$", lead)
    if apposed and apposed["name"].split()[0] not in _TITLE:
        return apposed["name"]
    return None
