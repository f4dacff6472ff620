"""What words around a name say of it: ages, verbs of saying, titles, kin; and what speaks for a place.

Regular expressions and word sets, matched at the edges of a name; no parse.
"""

from __future__ import annotations

import re

from spacy.lang.en.stop_words import STOP_WORDS

from crosscheck.data import titles

_SAY = (
    "said|says|say|told|tells|added|adds|explained|explains|noted|notes|warned|warns|stated|states|claimed|claims|"
    "insisted|insists|recalled|recalls|testified|wrote|writes|tweeted|announced|argued|argues|acknowledged|admitted|"
    "confirmed|denied|replied|responded|asked|declined|thanked|remembered|commented|reiterated|stressed|continued"
)
AFTER_SAY = re.compile(rf"(?:,? who)?,? (?:also |later |reportedly |then |has |had |have )?(?:{_SAY})\b")
BEFORE_SAY = re.compile(rf"[”\"’',] (?:{_SAY}) $")
AGE_AFTER = re.compile(r",? \((?:aged? )?\d{1,3}\)|, (?:aged? )?\d{1,3}(?=[,.;:\s])|,? (?:aged?|who is) \d{1,3}\b")
AGE_BEFORE = re.compile(r"\b\d{1,3}[- ]year[- ]old,? $")
IDENTIFIED = re.compile(r"\b(?:identified as|identified (?:him|her) as|named|called|name is|name was|known as|as) $")
WHO_AFTER = re.compile(r",? (?:who|whose|whom|himself|herself)\b|(?:,| is| was) (?:a|an|the|his|her|their|my|whose) ")
# only a person holds a post
POST_AFTER = re.compile(
    r",? who (?:(?:now |also )?(?:leads|heads|runs|chairs|coaches|captains|manages|edits|owns|founded|serves|works|"
    r"served|worked|led|headed|ran) |(?:is|was) (?:the|a|an) )"
)
PLACE_BEFORE = re.compile(
    r"\b(?:in|near|at|around|outside|across|off|into|throughout|(?:city|town|village|island|province|district|state|port|"
    r"county|region|neighbourhood|neighborhood|suburb|capital|coast|south|north|east|west|area|km|miles|kilometers|"
    r"kilometres) of|in the) (?:the )?$",
    re.I,
)
# "Peter Nash, of Milton", "Ann Poole, 34, of Stoke Newington", "toward Kelby"
HOME_BEFORE = re.compile(
    r"[A-Z][\w'’.-]+(?:,? \(?(?:aged? )?\d{1,3}\)?)?, (?:formerly |originally )?(?:of|from) $|\b[Tt]owards? $"
)
PLACE_AFTER = re.compile(
    r" (?:island|province|city|county|district|village|street|avenue|river|airport|region|state|valley|bay|beach|port|"
    r"mountains?|islands|prefecture|neighbou?rhood|area)\b"
    r"|, (?:Iran|Ind|Calif|Mich|Mass|Pa|N\.?Y|N\.?J|Fla|Texas|Ga)\b",
)
_KIN_BEFORE = re.compile(r"\b([a-z]+(?:-in-law)?),? $")
WORD_BEFORE = re.compile(r"([\w.'’&-]+)[,]? $")
DROP_FIRST = STOP_WORDS - {"will", "may"} | {"yes", "ok", "meanwhile", "according", "following", "despite", "police"}
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul "
    "aug sep sept oct nov dec christmas easter ramadan gmt bst est edt et pt pst pdt utc cet ist".split()
)
GIVEN_MONTHS = frozenset({"jan", "april", "may", "june", "august"})  # months by which people are called, too
NO_PERSON = frozenset({"GPE", "NORP", "LOC", "DATE", "TIME", "CARDINAL", "ORDINAL", "EVENT", "LANGUAGE", "MONEY"})
NO_NAME_POS = frozenset({"ADV", "VERB", "ADP", "SCONJ", "CCONJ", "DET", "PRON", "AUX", "INTJ"})
COMPOUND = re.compile(r"^(?!al-|el-)\w+-[a-z]")  # Glasgow-born, Indian-registered
AMBIGUOUS_TITLES = frozenset(
    {"dean", "major", "king", "judge", "bishop", "prince", "duke", "justice", "rector", "chase"}
)
_HEAD_END = re.compile(r"\s(?:of|at|for|in|with|and|who)\b|[,.;]")


def title_follows(text: str, start: int) -> bool:
    """True where a noun phrase that a title heads follows: ", Halvard's chief financial officer, said"."""
    for count, m in enumerate(_WORD_AFTER.finditer(text, start, start + 70)):
        if count > 4 or text[m.start() - 1] not in " ,":
            return False
        if titles.lookup(m.group()) and _HEAD_END.match(text, m.end()):
            return True
        if text[m.end() : m.end() + 1] != " ":
            return False
    return False


_WORD_AFTER = re.compile(r"[\w.’'-]*[\w’'-]")
