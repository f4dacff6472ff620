"""Who a speaker is: pronouns, offices, surnames and bodies of one article resolved in the order of the text.

A salience list in the manner of Lappin and Leass (1994), cut down to what news needs: people named by the narrator
and those who spoke before are weighed by grammatical role and by how far back they stand; sex excludes.
"""

from __future__ import annotations

import re
from bisect import bisect_right

import msgspec

from crosscheck.data import firstnames, given, titles
from crosscheck.data.speakers import BODIES, HUMAN, PASSING
from crosscheck.model import Fact, Mention, Name, Role, Span
from crosscheck.normalise.nameparts import fold
from crosscheck.normalise.people import Scene
from crosscheck.normalise.quotes.bodies import body_named, last_body, office
from crosscheck.normalise.quotes.speaker import (
    NOBODY,
    Seen,
    Speaker,
    after_trade,
    as_body,
    is_office,
    name_given,
    without_trade,
)

_SEX = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_THING = frozenset({"it", "its", "itself", "which", "that"})
_ANYBODY = frozenset(
    {"someone", "somebody", "one", "others", "many", "some", "everyone", "everybody", "anyone", "nobody"}
)
_NOBODY_WORDS = frozenset({"i", "you", "we", "me", "us", "who", "whom", "this", "these", "those", "there", "what"})
_CLOSING = " '’”\""
_LINKING = frozenset("of for to with by from in at and or between against the".split())
_ARTICLES = frozenset("the a an his her their its one some this that another".split())
_INDEFINITE = frozenset("a an one another some several many two three".split())
_DEFINITE = ("the ", "this ", "that ", "these ", "those ")


# who answers is not who has just asked
_ANSWERS = frozenset("answer reply respond retort counter rejoin".split())


class Who:
    """The people and bodies of one article as a reader keeps them in mind."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._text = scene.article.text
        self._starts = [s.span.start for s in scene.sentences]
        self._sex = {
            p.id: p.gender or firstnames.sex_of(p.parts.given[0] if p.parts.given else "") for p in scene.people
        }
        people = [f for f in scene.names() if isinstance(f.value, Name) and f.value.entity == "person"]
        sure = {f.value.person for f in people if isinstance(f.value, Name) and not f.mention.attrs.get("maybe")}
        people = [f for f in people if isinstance(f.value, Name) and f.value.person in sure]
        self._named: list[Seen] = [seen for f in people if (seen := self._seen(f)) is not None]
        self._spoke: list[Seen] = []

    # --- what is remembered ------------------------------------------------------------------------------------------

    def _seen(self, fact: Fact) -> Seen | None:
        mention = fact.mention
        if mention.quoted or self._scene.sentences and self._scene.sentences[mention.sentence].headline:
            return None
        subject = mention.attrs.get("subject") or "said" in mention.attrs.get("cues", "")
        possessive = self._text[mention.span.end : mention.span.end + 2] in ("'s", "’s")
        settings = self._scene.settings.quotes
        weight = settings.subject if subject else settings.possessor if possessive else settings.other_role
        return Seen(mention.span.start, mention.sentence, weight, self._person(fact))

    def spoke(self, mention: Mention, speaker: Speaker) -> None:
        """Remember who said a quote."""
        if speaker.name is not None:
            at = max(mention.parts["speaker"].start, mention.span.start)
            asks = mention.attrs.get("cue") == "ask" or mention.text.rstrip(_CLOSING).endswith("?")
            self._spoke.append(Seen(at, mention.sentence, self._scene.settings.quotes.spoke_before, speaker, asks))

    def _asked(self, mention: Mention) -> Speaker | None:
        """Who put the question that a quote answers, or said what it replies to without being a known person."""
        if mention.attrs.get("cue") not in _ANSWERS or not self._spoke:
            return None
        last = self._spoke[-1]
        near = 0 <= mention.sentence - last.sentence <= self._scene.settings.quotes.chain_sentences
        return last.speaker if near and (last.asks or last.speaker.kind != "person") else None

    def _sentence_of(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    # --- who it is ---------------------------------------------------------------------------------------------------

    def resolve(self, mention: Mention) -> Speaker:
        """The speaker beside one quote."""
        span = mention.parts["speaker"]
        words = " ".join(self._text[span.start : span.end].split())
        anchor = min(span.start, mention.span.start)
        named = mention.parts.get("named")
        if named is not None:
            found = self._named_in(named, "")
            return found or as_body(" ".join(self._text[named.start : named.end].split()))
        kind, head = mention.attrs.get("who"), mention.attrs.get("head", "")
        if kind == "pronoun":
            return self._pronoun(words.lower(), anchor, mention)
        parts = words.split()
        if kind == "name" and parts[0].lower() in _INDEFINITE and sum(w[:1].isupper() for w in parts[1:]) < 2:
            return as_body(words)  # a senior Conservative, one Democrat
        found = self._named_in(span, head)
        if found is not None:
            return found
        if kind == "name" and not (head in HUMAN and parts[0].lower() == "the"):  # the Argentine, the Democrat
            return self._unlinked(words, anchor, mention.attrs.get("label", ""))
        return self._described(words, head, anchor, mention)

    def _person(self, fact: Fact) -> Speaker:
        value = fact.value
        assert isinstance(value, Name)
        best = self._scene.best_name(value.person) or fact
        shown = best.value if isinstance(best.value, Name) else value
        roles = [f.value for f in self._scene.roles_of(value.person)]
        country = next((r.country for r in roles if isinstance(r, Role) and r.country), None)
        return Speaker(
            country=country,
            name=without_trade(shown.full),
            key=shown.key,
            kind="person",
            person=value.person,
            sex=self._sex.get(value.person, ""),
        )

    def _named_in(self, span: Span, head: str) -> Speaker | None:
        """The person (or the two people joined by "and") whose name is the head of the phrase."""
        inside = [
            f
            for f in self._scene.names()
            if isinstance(f.value, Name) and f.value.entity == "person" and f.mention.span.overlaps(span)
        ]
        titled = head in HUMAN or is_office(head)
        heads = [
            f
            for f in inside
            if not head or head in f.mention.text.lower() or (titled and self._ends_with(span, f.mention.span))
        ]
        if not heads:
            return None
        first = self._person(heads[0])
        between = self._text[heads[0].mention.span.end : span.end]
        if len(inside) == 2 and between.startswith((" and ", ", and ")):
            second = self._person(inside[1])
            name = f"{first.name} and {second.name}"
            return Speaker(name=name, key=f"{first.key} and {second.key}", kind="person")
        return first

    def _ends_with(self, phrase: Span, name: Span) -> bool:
        """True for an office and its bearer ("Secretary of State Dean Rusk"), not for "a friend of Jones"."""
        before = self._text[phrase.start : name.start].split()
        return name.end == phrase.end and bool(before) and before[-1].lower() not in _LINKING

    def _pronoun(self, word: str, anchor: int, mention: Mention) -> Speaker:
        word = word.rpartition(" ")[2]
        if word in _SEX:
            bound = self._scene.best_name(self._scene.bound.at(mention.parts["speaker"]) or "")
            if bound is not None and mention.attrs.get("cue") not in _ANSWERS:
                return self._person(bound)
            return self._salient(anchor, mention, _SEX[word]) or NOBODY
        if word in _THING:
            last = self._last_spoken(mention, kinds=("body", "office", "unknown"))
            return self._antecedent(mention) or last or last_body(self._scene, anchor) or NOBODY
        if word in _PLURAL:
            return self._antecedent(mention) or self._last_spoken(mention) or last_body(self._scene, anchor) or NOBODY
        return NOBODY if word in _NOBODY_WORDS else Speaker(name=word, key=word)

    def _unlinked(self, words: str, anchor: int, label: str) -> Speaker:
        """A name that is no known person: a surname found elsewhere, a single name after a trade, a body."""
        person = self._scene.find_person(words, before=anchor) if len(words.split()) <= 4 else None
        if person is not None:
            return self._person(person)
        parts = words.split()
        first = next((i for i, w in enumerate(parts) if all(p[:1].isupper() for p in parts[i:])), 0)
        trade = parts[first - 1].lower() if first else ""
        if trade in HUMAN or trade in titles.titles() or (label == "PERSON" and 1 < len(parts) - first <= 4):
            name = " ".join(parts[first:])
            return Speaker(name=name, key=fold(name), kind="person")
        if len(parts) == 1 and label not in ("ORG", "GPE", "NORP"):
            for match in re.finditer(rf"\b([A-Z][\w’'-]+) (?:[A-Z]\.? )?{re.escape(words)}\b", self._text):
                given_name = fold(match.group(1))
                if firstnames.sex_of(given_name) or not self._common(match.group(1)):
                    name = " ".join(match.group().split())
                    return Speaker(name=name, key=fold(name), kind="person", sex=firstnames.sex_of(given_name))
            if label == "PERSON":
                return Speaker(name=words, key=fold(words), kind="person")
        return as_body(words)

    def _common(self, word: str) -> bool:
        """True for a capitalised word that is a title or that the article also writes in lower case."""
        return titles.lookup(word) is not None or fold(word) in self._scene.lower_words() or len(word) < 3

    def _described(self, words: str, head: str, anchor: int, mention: Mention) -> Speaker:
        """A speaker without a name: an office, a body, a person told by age or trade."""
        trade = after_trade(words)
        if trade is not None:
            return trade
        lower = words.lower()
        if lower.split()[0] in _INDEFINITE and (name := name_given(self._text, mention.parts["speaker"].end)):
            fact = self._scene.find_person(name, before=len(self._text))
            return self._person(fact) if fact else Speaker(name=name, key=fold(name), kind="person")
        bare = len(words.split()) <= 3 and not any(w[:1].isupper() and w.lower() != head for w in words.split()[1:])
        if lower.startswith(_DEFINITE) and bare:
            holder = None if lower.endswith("s") else self._holder(words, head, anchor)
            if holder is not None:
                return holder
            known = self._antecedent(mention)
            if known is not None:
                return known
            if head in BODIES:
                body = body_named(self._scene, head, anchor)
                if body is not None:
                    return body
            elif head not in PASSING and (head in HUMAN or lower.endswith("-old") or is_office(head)):
                found = None if lower.endswith("s") else self._salient(anchor, mention, given.gender_of(head))
                if found is not None and found.kind == "person":
                    return found
        return office(self._scene, words, head, anchor) if is_office(head) else as_body(words, head)

    def _holder(self, words: str, head: str, anchor: int) -> Speaker | None:
        """The person in the office: who of that title spoke last, else who was last told to hold it."""
        title = titles.lookup(head)
        for seen in reversed(self._spoke):
            person = seen.speaker.person
            if title is not None and person is not None and seen.at < anchor:
                roles = [f.value for f in self._scene.roles_of(person)]
                if any(isinstance(r, Role) and r.title == title.canonical for r in roles):
                    return seen.speaker
        fact = self._scene.office_holder(words, before=anchor)
        return self._person(fact) if fact is not None else None

    # --- the parts ---------------------------------------------------------------------------------------------------

    def _salient(self, anchor: int, mention: Mention, sex: str) -> Speaker | None:
        settings = self._scene.settings.quotes
        here = mention.sentence
        best: tuple[float, int] | None = None
        chosen: Speaker | None = None
        asked = self._asked(mention)
        for seen in [*self._named, *self._spoke]:
            if seen.at >= anchor or seen.speaker.kind == "body" or seen.speaker.name in _ANYBODY:
                continue
            if asked is not None and seen.speaker.key == asked.key:
                continue
            if sex and seen.speaker.sex and seen.speaker.sex != sex:
                continue
            score = seen.weight - settings.sentence_back * max(0, here - seen.sentence)
            score += settings.same_sex if sex and seen.speaker.sex == sex else 0.0
            if best is None or (score, seen.at) > best:
                best, chosen = (score, seen.at), seen.speaker
        span = mention.parts.get("antecedent")
        known = self._antecedent(mention)
        if asked is not None and known is not None and known.key == asked.key:
            known = None
        if span is not None and known is not None and (not sex or known.sex in ("", sex)):
            back = max(0, here - self._sentence_of(span.start))
            score = settings.antecedent - settings.sentence_back * back
            score += settings.same_sex if sex and known.sex == sex else 0.0
            if best is None or (score, span.start) > best:
                return known
        if best is None or best[0] < settings.forgotten:
            return None
        return chosen

    def _antecedent(self, mention: Mention) -> Speaker | None:
        """Whom the text before calls by the same word, found in the parse."""
        span = mention.parts.get("antecedent")
        if span is None:
            return None
        words = " ".join(self._text[span.start : span.end].split())
        head = mention.attrs.get("antecedent", "")
        if mention.attrs.get("head") in _THING:
            return as_body(words, head)
        found = self._named_in(span, head)
        if found is not None:
            return found
        if words[:1].isupper() and words.split()[0].lower() not in _ARTICLES:
            return self._unlinked(words, span.start, "PERSON" if mention.attrs.get("who") == "pronoun" else "")
        trade = after_trade(words)
        if trade is not None:
            return trade
        found = office(self._scene, words, head, span.start) if is_office(head) else as_body(words, head)
        return msgspec.structs.replace(found, sex=given.gender_of(head))

    def _last_spoken(self, mention: Mention, kinds: tuple[str, ...] = ()) -> Speaker | None:
        for seen in reversed(self._spoke):
            if mention.sentence - seen.sentence > self._scene.settings.quotes.chain_sentences:
                return None
            if not kinds or seen.speaker.kind in kinds:
                return seen.speaker
        return None
