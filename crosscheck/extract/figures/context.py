"""What the parse says of a number: whether it counts at all, what it counts, and the clause that it stands in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from crosscheck.data.events import EVENT_LEMMAS, PERSON_VERBS, STATES
from crosscheck.data.numbers import VAGUE
from crosscheck.extract.figures import ages, exclude
from crosscheck.extract.figures.clause import clause_attrs
from crosscheck.extract.figures.scan import PER_MANY, Candidate
from crosscheck.extract.figures.triggers import triggers
from crosscheck.extract.parse import Parsed
from crosscheck.model import Mention, Span

_NOUN = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM"})  # words between a number and the noun that it counts
_AGE_AFTER = re.compile(
    r"(?:[\s-]years?[\s-]olds?\b|[\s-]months?[\s-]olds?\b|[\s-]days?[\s-]olds?\b|[\s-]weeks?[\s-]olds?\b|-yr-old\b|\syears? of age\b)",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages|at the age of|age of|turn(?:s|ed|ing)?)[\s-]$", re.IGNORECASE)
_DECADE = re.compile(r"[’']?s\b")
_TIME_NOUNS = frozenset({"day", "week", "month", "year", "decade", "century", "night", "hour", "minute", "second"})
_AGO = re.compile(
    r"\s?(?:ago\b|later\b|earlier\b|before\b|from now\b|after\b|since\b|prior\b|hence\b|previously\b|in advance\b)|['’](?=\s)",
    re.IGNORECASE,
)
_SPAN_BEFORE = re.compile(
    r"\b(?:last|past|next|previous|coming|first|final|preceding|following|recent|within|in|for the|every|after|over the (?:last|past|next))\s(?:the\s)?$",
    re.IGNORECASE,
)
_BARE_PRONOUN = frozenset({"one"})
_UNITS_OF_A_WHOLE = frozenset({"person", "member", "man", "seat", "bed", "page", "story", "storey", "room"})
_QUAKE = re.compile(r"quake|temblor|tremor|aftershock|magnitude|richter|seismic", re.IGNORECASE)
_TALLIES = frozenset({"record", "start", "mark", "deadlock", "vote", "win", "loss", "lead", "score", "decision", "victory", "defeat",
                      "finish", "run", "ruling", "split", "majority", "draw", "triumph", "season", "rout"})  # fmt: skip
_PLACED = frozenset({"DATE", "TIME", "GPE", "LOC"})
_MONEY_VERBS = frozenset({"cost", "pay", "spend", "earn", "lose", "save", "raise", "make", "worth", "owe"})


class Reader:
    """Reads numbers in one parsed article."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.doc: Doc = parsed.doc
        self.text = parsed.article.text
        self.triggers = triggers(parsed.doc, self.text)
        self._starts = self.triggers.starts
        self._entities: list[TokenSpan] | None = None

    def entities(self, start: int, end: int) -> list[TokenSpan]:
        """Dates and times that begin between two offsets."""
        return [e for e in self._ents() if start <= e.start_char < end and e.label_ in ("DATE", "TIME")]

    def names(self, start: int, end: int) -> list[TokenSpan]:
        """Persons that begin between two offsets."""
        return [e for e in self._ents() if start <= e.start_char < end and e.label_ == "PERSON"]

    def _ents(self) -> list[TokenSpan]:
        if self._entities is None:
            self._entities = list(self.doc.ents)
        return self._entities

    def sentence(self, offset: int) -> Span:
        """The sentence in which a character stands."""
        sentences = self.parsed.sentences
        return sentences[self.parsed.sentence_index(offset)].span if sentences else Span(0, len(self.text))

    def special(self, span: Span, number: Span, attrs: dict[str, str], confidence: float) -> Mention:
        """A figure that is no plain number, with the clause that it stands in."""
        tokens = self.tokens(number)
        c = Candidate(number, span.start, span.end, attrs["number"], measure=attrs["measure"])
        known = clause_attrs(self, c, tokens, None) if tokens else {}
        return self.parsed.mention(
            "figure", span.start, span.end, parts={"number": number}, confidence=confidence,
            attrs=known | {k: v for k, v in attrs.items() if v},
        )  # fmt: skip

    def first_token(self, offset: int) -> int:
        """Index of the token in which a character stands."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def tokens(self, span: Span) -> list[Token]:
        """The tokens that a span touches."""
        return list(self.doc[self.first_token(span.start) : bisect_left(self._starts, span.end)])

    def mention(self, c: Candidate) -> Mention | None:
        """The figure of a candidate, or None where it is none."""
        text = self.text
        if exclude.is_list_number(text, c) or exclude.is_hotline(text, c) or exclude.is_date_or_time(text, c):
            return None
        tokens = self.tokens(c.number)
        if not tokens:
            return None
        age = self._age(c)
        if age is not None:
            return age
        if not c.is_range and exclude.is_score(text, c):
            return None
        head = self.counted(c, tokens)
        if not self._counts(c, tokens, head):
            return None
        if self._is_tally(c, head):
            return exclude.tally(self, c)
        if c.measure == "duration" and c.unit.startswith(("day", "week", "month", "year", "night")):
            self._drop_span_hedge(c)
        attrs = self._attrs(c)
        if c.measure == "duration" and self._is_date_span(c):
            return None
        anchor = head or tokens[-1]
        if (head is not None and c.measure == "count") or (head is not None and c.glued):
            c.end = max(c.end, head.idx + len(head))
        rate = PER_MANY.match(text, c.end) if c.measure == "count" else None
        if rate:
            attrs["per"], c.end = rate["per"].replace(",", ""), rate.end()
        attrs |= clause_attrs(self, c, tokens, head)
        if self._is_magnitude(c, tokens, attrs) or (attrs.get("counted") == "magnitude" and c.measure == "count"):
            attrs |= {"measure": "magnitude", "unit": "magnitude", "counted": "magnitude"}
        if attrs.get("counted") == "one":
            del attrs["counted"]  # "six smaller ones": whatever was counted before
        if c.measure == "count" and not attrs.get("counted"):
            self._persons_of_verb(attrs)
        parts = self._parts(c, head)
        confidence = self._confidence(c, attrs, anchor)
        return self.parsed.mention("figure", c.start, c.end, parts=parts, attrs=attrs, confidence=confidence)

    # --- what is counted ---------------------------------------------------------------------------------------------

    def counted(self, c: Candidate, tokens: list[Token]) -> Token | None:
        """The head of the noun phrase that the number counts or measures, right of it; None where there is none."""
        last = tokens[-1]
        at = self.first_token(max(c.end - 1, c.number.end - 1)) + 1
        if c.measure not in ("count", "money", "percent") and not c.glued:
            return None
        if c.measure == "money" and not c.glued and not (last.dep_ in ("nummod", "compound") and last.head.i > last.i):
            unit = self.doc[at - 1]
            if unit.dep_ != "compound":
                return None
        if c.measure == "percent" and self.doc[at - 1].dep_ not in ("compound", "nmod", "amod"):
            return None
        doc = self.doc
        if (
            c.measure == "count"
            and at + 1 < len(doc)
            and doc[at].text == "-"
            and doc[at + 1].pos_ in ("NOUN", "ADJ", "PROPN", "VERB")
        ):
            return doc[at + 1]  # "a 27-member bloc" counts members
        noun: Token | None = None
        if (
            c.measure == "count"
            and at + 1 < len(doc)
            and doc[at].lower_ in _UNITS_OF_A_WHOLE
            and doc[at + 1].pos_ == "NOUN"
        ):
            return doc[at]  # "a 200 person crowd"
        i = at
        if i < len(doc) and doc[i].lower_ == "of" and c.measure == "count":
            i += 1
        while i < len(doc) and i < at + 9:
            token = doc[i]
            if (token.is_sent_start and i > at and noun is not None) or token.is_space:
                break
            if token.ent_type_ in ("DATE", "TIME") and last.ent_type_ != token.ent_type_:
                break
            if (
                (token.lower_ in STATES and noun is None and i > at and token.nbor(-1).lower_ in ("the", "of"))
                or (token.pos_ == "NUM" and token.nbor(1).lower_ in STATES)
                if i + 1 < len(doc)
                else False
            ):
                return token if token.pos_ != "NUM" else token.nbor(1)
            if noun is not None and noun.tag_ == "NNS" and token.pos_ == "PROPN" and not self._headline(token):
                break
            if token.pos_ in _NOUN:
                noun = token
            elif noun is not None and token.text not in ("-", "'s", "’s"):
                break
            elif token.tag_ == "POS" or token.text in ("'s", "’s"):
                noun = None
            elif not self._inside(token, i == at):
                break
            i += 1
        if (
            noun is not None
            and noun.dep_ in ("compound", "nmod", "amod")
            and 0 < noun.head.i - noun.i < 5
            and noun.head.pos_ in _NOUN
        ):
            return noun.head  # "hundreds of public and private buildings"
        return noun

    def _inside(self, token: Token, first: bool) -> bool:
        if token.text in ("-", "–", "the", "these", "those", "our", "its", "their", "his", "her") or token.lower_ in (
            "more",
            "other",
            "others",
        ):
            return True
        if token.tag_ in ("VBN", "VBG", "JJ", "JJR", "JJS", "RB", "HYPH", "CD"):
            return not (token.tag_ == "VBN" and token.dep_ in ("ROOT", "acl", "advcl", "conj")) and token.dep_ not in (
                "ROOT",
            )
        return token.pos_ in _INSIDE

    def _counts(self, c: Candidate, tokens: list[Token], head: Token | None) -> bool:
        """Whether a bare number is a count at all."""
        text = self.text
        if c.measure != "count":
            return not (c.unit in ("second",) and tokens[-1].lower_ == "one")
        first = tokens[0]
        if first.i and self.doc[first.i - 1].lower_ == "per":
            return False
        nummod = (
            head is not None
            and tokens[-1].dep_ in ("nummod", "compound", "quantmod", "amod", "det")
            and tokens[-1].head.i > tokens[-1].i
        )
        if exclude.is_year(text, c) and not (
            nummod and first.ent_type_ not in ("DATE", "TIME") and head is not None and head.tag_ == "NNS"
        ):
            return False
        before = text[max(0, c.number.start - 1) : c.number.start]
        after = text[c.number.end : c.number.end + 1]
        if text[c.number.end - 1].isdigit() and after.isalpha():
            return False
        if exclude.is_name_part(text, c) and not (nummod and head is not None and head.tag_ == "NNS" and not c.glued):
            return False
        if head is None and re.fullmatch(r"\.\d{3}", c.text):
            return False  # a batting average, a share of games won
        if (
            text.startswith(("-by-", "x"), c.number.end)
            or before == "’"
            or (before == "'" and text[c.number.start].isdigit())
        ):
            return False
        if self._in_name(c, tokens, head):
            return False
        if first.lower_ == "one" and len(tokens) == 1:
            return self._one(first, head)
        plain = (c.text.isdigit() and len(c.text) < 5) or (c.text.isalpha() and first.ent_type_ == "TIME")
        after_number = tokens[-1].nbor(1) if tokens[-1].i + 1 < len(self.doc) else tokens[-1]
        plain = plain and after_number.pos_ not in ("AUX", "VERB")
        if head is None and plain and not c.hedge and first.ent_type_ in ("DATE", "TIME"):
            return False
        return True

    def _in_name(self, c: Candidate, tokens: list[Token], head: Token | None) -> bool:
        """ "Boeing 737", "Formula One": the number closes a name, or is written as one."""
        first = tokens[0]
        if c.hedge or first.i == 0:
            return False
        left = self.doc[first.i - 1]
        digits = first.text[:1].isdigit()
        titled = left.text[:1].isupper() and left.is_alpha and not (left.is_sent_start and left.pos_ != "PROPN")
        after = tokens[-1].nbor(1) if tokens[-1].i + 1 < len(self.doc) else tokens[-1]
        placed = head is None and left.ent_type_ in _PLACED and first.ent_iob_ != "I" and after.pos_ in ("VERB", "AUX")
        if titled and digits and not placed and not self._loud(left) and (head is None or head.tag_ in ("NNP", "NN")):
            return True
        if not digits and first.text[:1].isupper() and not first.is_sent_start and not self._headline(first):
            return head is None or head.pos_ == "PROPN" or left.pos_ == "PROPN"
        return False

    def _loud(self, token: Token) -> bool:
        """A verb or common word that only a headline writes with a capital: "Quake Kills 24"."""
        stem = token.lower_.removesuffix("s")
        return self._headline(token) and (token.pos_ != "PROPN" or stem in EVENT_LEMMAS or token.lower_ in STATES)

    def _headline(self, token: Token) -> bool:
        words = [t for t in token.sent if t.is_alpha and len(t) > 3]
        return sum(t.text[:1].isupper() for t in words) >= 0.6 * len(words)

    def _one(self, token: Token, head: Token | None) -> bool:
        """ "one person", never "one of", "one another", "one day", "no one", "the one"."""
        if head is None or head.lemma_.lower() in _TIME_NOUNS or token.dep_ != "nummod":
            return False
        if token.i and self.doc[token.i - 1].lower_ in ("no", "the", "this", "that", "any", "every", "each", "which"):
            return False
        return head.lemma_.lower() not in (
            "thing",
            "way",
            "point",
            "time",
            "hand",
            "side",
            "another",
            "reason",
            "example",
            "level",
            "case",
            "end",
        )

    # --- ages and spans of time --------------------------------------------------------------------------------------

    def _age(self, c: Candidate) -> Mention | None:
        text = self.text
        after = _AGE_AFTER.match(text, c.number.end)
        before = _AGE_BEFORE.search(text[max(0, c.start - 14) : c.start])
        return ages.mention(self, c, after, before)

    def _is_date_span(self, c: Candidate) -> bool:
        """ "three days later", "the last two weeks", "three-day": the dates' matter."""
        if c.glued and c.unit not in ("second", "seconds", "minute", "minutes", "hour", "hours"):
            return True
        if _AGO.match(self.text, c.end):
            return True
        lead = _SPAN_BEFORE.search(self.text[max(0, c.start - 24) : c.start])
        short = c.unit.startswith(("second", "sec", "minute", "min", "hour", "hr"))
        return bool(lead) and not (short and lead.group().lower().strip() in ("in", "within", "every", "for the"))

    # --- putting together --------------------------------------------------------------------------------------------

    def _attrs(self, c: Candidate) -> dict[str, str]:
        number = c.text
        if c.second is None and number[-1:] in "mM" and number[-2:-1].isdigit() and c.measure == "count":
            number = number[:-1] + " million"
        attrs = {"number": number, "measure": c.measure}
        for key, value in (("unit", c.unit), ("currency", c.currency), ("coin", c.coin), ("per", c.per),
                           ("bounds", " ".join(c.bounds)), ("sign", c.sign)):  # fmt: skip
            if value:
                attrs[key] = value
        if c.unit:
            attrs["unit_written"] = c.unit
        if c.hedge:
            attrs["hedge"] = " ".join(self.text[s.start : s.end] for s in c.hedge)
        if c.further:
            attrs["further"] = "1"
        return attrs

    def _is_tally(self, c: Candidate, head: Token | None) -> bool:
        """ "slumping at 9-14", "an 18-30 start": wins and losses or votes, never a range."""
        if (
            c.measure != "count"
            or c.hedge
            or not re.fullmatch(r"\d{1,3}[-–]\d{1,3}", self.text[c.number.start : c.number.end])
        ):
            return False
        if head is not None:
            return head.lemma_.lower() in _TALLIES
        left = self.doc[max(0, self.first_token(c.start) - 1)]
        return left.lower_ in (
            "at",
            "of",
            "to",
            "by",
            "went",
            "go",
            "was",
            "were",
            "is",
            "are",
            "a",
            "an",
            "voted",
            "ruled",
            "now",
        )

    def _is_magnitude(self, c: Candidate, tokens: list[Token], attrs: dict[str, str]) -> bool:
        """A bare decimal where a quake is told: "the survey said it was 6.1", "a 6.7 degree quake"."""
        if c.measure not in ("count", "degree") or not re.fullmatch(r"\d\.\d\d?", c.text) or c.is_range:
            return False
        if c.measure == "count" and attrs.get("counted") not in (
            None,
            "aftershock",
            "quake",
            "earthquake",
            "temblor",
            "tremor",
        ):
            return False
        span = self.sentence(c.start)
        return bool(_QUAKE.search(self.text, span.start, span.end))

    def _drop_span_hedge(self, c: Candidate) -> None:
        """ "over four nights" lasts four nights; it is not more than four."""
        if c.hedge and self.text[c.hedge[0].start : c.hedge[0].end].lower() in ("over", "within"):
            c.start = c.number.start
            c.hedge, c.bounds = c.hedge[1:], c.bounds[1:]

    def _parts(self, c: Candidate, head: Token | None) -> dict[str, Span]:
        parts = {"number": c.number}
        if c.unit_span:
            parts["unit"] = c.unit_span
        if c.hedge:
            parts["hedge"] = Span(c.hedge[0].start, c.hedge[-1].end) if len(c.hedge) < 2 else c.hedge[0]
        if head is not None:
            parts["counted"] = Span(head.idx, head.idx + len(head))
        return parts

    def _persons_of_verb(self, attrs: dict[str, str]) -> None:
        if (
            attrs.get("verb") in PERSON_VERBS
            or attrs.get("event") in ("death", "injury", "missing")
            or (attrs["number"].lower().split()[0] in VAGUE and attrs.get("verb") not in _MONEY_VERBS)
        ):
            attrs["counted"] = "person"

    def _confidence(self, c: Candidate, attrs: dict[str, str], anchor: Token) -> float:
        if c.measure != "count":
            return 0.95
        if not attrs.get("counted"):
            return 0.5
        return 0.9 if attrs.get("verb") else 0.8
