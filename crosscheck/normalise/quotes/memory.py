"""Who is in a reader's mind: the people named by the narrator and those who spoke before.

A salience list in the manner of Lappin and Leass (1994), cut down to what news needs: they are weighed by grammatical
role and by how far back they stand; sex excludes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from crosscheck.model import Fact, Mention
from crosscheck.normalise.people import Scene
from crosscheck.normalise.quotes.speaker import Seen, Speaker

_ANYBODY = frozenset(
    {"someone", "somebody", "one", "others", "many", "some", "everyone", "everybody", "anyone", "nobody"}
)
_CLOSING = " '’”\""
# who answers is not who has just asked
ANSWERS = frozenset("answer reply respond retort counter rejoin".split())


class Memory:
    """What is remembered while one article's quotes are read. ``people`` are its names of persons."""

    def __init__(self, scene: Scene, people: Sequence[Fact], person: Callable[[Fact], Speaker]) -> None:
        self._scene = scene
        self._text = scene.article.text
        self._starts = [s.span.start for s in scene.sentences]
        self._named: list[Seen] = [seen for f in people if (seen := self._seen(f, person)) is not None]
        self._spoke: list[Seen] = []

    def _seen(self, fact: Fact, person: Callable[[Fact], Speaker]) -> Seen | None:
        mention = fact.mention
        if mention.quoted or self._scene.sentences and self._scene.sentences[mention.sentence].headline:
            return None
        subject = mention.attrs.get("subject") or "said" in mention.attrs.get("cues", "")
        possessive = self._text[mention.span.end : mention.span.end + 2] in ("'s", "’s")
        settings = self._scene.settings.quotes
        weight = settings.subject if subject else settings.possessor if possessive else settings.other_role
        return Seen(mention.span.start, mention.sentence, weight, person(fact))

    def spoke(self, mention: Mention, speaker: Speaker) -> None:
        """Remember who said a quote."""
        if speaker.name is not None:
            at = max(mention.parts["speaker"].start, mention.span.start)
            asks = mention.attrs.get("cue") == "ask" or mention.text.rstrip(_CLOSING).endswith("?")
            self._spoke.append(Seen(at, mention.sentence, self._scene.settings.quotes.spoke_before, speaker, asks))

    def speakers_back(self) -> Iterator[Seen]:
        """Who spoke, the last first."""
        return reversed(self._spoke)

    def last_spoken(self, mention: Mention, kinds: tuple[str, ...] = ()) -> Speaker | None:
        """Who spoke last, of these kinds, a few sentences back at most."""
        for seen in reversed(self._spoke):
            if mention.sentence - seen.sentence > self._scene.settings.quotes.chain_sentences:
                return None
            if not kinds or seen.speaker.kind in kinds:
                return seen.speaker
        return None

    def salient(self, anchor: int, mention: Mention, known: Speaker | None, sex: str) -> Speaker | None:
        """Whom a pronoun or a bare trade at ``anchor`` means; ``known`` is the antecedent that the parse tells."""
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

    def _asked(self, mention: Mention) -> Speaker | None:
        """Who put the question that a quote answers, or said what it replies to without being a known person."""
        if mention.attrs.get("cue") not in ANSWERS or not self._spoke:
            return None
        last = self._spoke[-1]
        near = 0 <= mention.sentence - last.sentence <= self._scene.settings.quotes.chain_sentences
        return last.speaker if near and (last.asks or last.speaker.kind != "person") else None

    def _sentence_of(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)
