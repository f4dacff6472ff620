"""Who a speaker is: pronouns, offices, surnames and bodies of one article resolved in the order of the text.

Who is remembered, and who of them a pronoun means, is :mod:`crosscheck.normalise.quotes.memory`'s.
"""

from __future__ import annotations

import msgspec

from crosscheck.data import firstnames, given, titles
from crosscheck.data.speakers import BODIES, HUMAN, PASSING
from crosscheck.model import Fact, Mention, Name, Role, Span
from crosscheck.normalise.nameparts import fold
from crosscheck.normalise.people import Scene
from crosscheck.normalise.quotes.bodies import body_named, last_body, office
from crosscheck.normalise.quotes.lone import lone_name
from crosscheck.normalise.quotes.memory import ANSWERS, Memory
from crosscheck.normalise.quotes.speaker import (
    NOBODY,
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
_NOBODY_WORDS = frozenset({"i", "you", "we", "me", "us", "who", "whom", "this", "these", "those", "there", "what"})
_LINKING = frozenset("of for to with by from in at and or between against the".split())
_ARTICLES = frozenset("the a an his her their its one some this that another".split())
_INDEFINITE = frozenset("a an one another some several many two three".split())
_DEFINITE = ("the ", "this ", "that ", "these ", "those ")


class Who:
    """The people and bodies of one article as a reader keeps them in mind."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._text = scene.article.text
        self._sex = {
            p.id: p.gender or firstnames.sex_of(p.parts.given[0] if p.parts.given else "") for p in scene.people
        }
        people = [f for f in scene.names() if isinstance(f.value, Name) and f.value.entity == "person"]
        sure = {f.value.person for f in people if isinstance(f.value, Name) and not f.mention.attrs.get("maybe")}
        people = [f for f in people if isinstance(f.value, Name) and f.value.person in sure]
        self._memory = Memory(scene, people, self._person)

    def spoke(self, mention: Mention, speaker: Speaker) -> None:
        """Remember who said a quote."""
        self._memory.spoke(mention, speaker)

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
            if bound is not None and mention.attrs.get("cue") not in ANSWERS:
                return self._person(bound)
            return self._memory.salient(anchor, mention, self._antecedent(mention), _SEX[word]) or NOBODY
        if word in _THING:
            last = self._memory.last_spoken(mention, kinds=("body", "office", "unknown"))
            return self._antecedent(mention) or last or last_body(self._scene, anchor) or NOBODY
        if word in _PLURAL:
            last = self._memory.last_spoken(mention)
            return self._antecedent(mention) or last or last_body(self._scene, anchor) or NOBODY
        return NOBODY if word in _NOBODY_WORDS else Speaker(name=word, key=word)

    def _unlinked(self, words: str, anchor: int, label: str) -> Speaker:
        """A name that is no mention of a person: one found elsewhere, or a lone one."""
        person = self._scene.find_person(words, before=anchor) if len(words.split()) <= 4 else None
        if person is not None:
            return self._person(person)
        return lone_name(self._scene, words, label)

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
                sex = given.gender_of(head)
                found = None if lower.endswith("s") else self._memory.salient(anchor, mention, None, sex)
                if found is not None and found.kind == "person":
                    return found
        return office(self._scene, words, head, anchor) if is_office(head) else as_body(words, head)

    def _holder(self, words: str, head: str, anchor: int) -> Speaker | None:
        """The person in the office: who of that title spoke last, else who was last told to hold it."""
        title = titles.lookup(head)
        for seen in self._memory.speakers_back():
            person = seen.speaker.person
            if title is not None and person is not None and seen.at < anchor:
                roles = [f.value for f in self._scene.roles_of(person)]
                if any(isinstance(r, Role) and r.title == title.canonical for r in roles):
                    return seen.speaker
        fact = self._scene.office_holder(words, before=anchor)
        return self._person(fact) if fact is not None else None

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
