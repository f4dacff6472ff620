"""Quotes without a cue of their own: the speaker who goes on, is announced before, named after or quoted again
elsewhere.

*carried* where the speaker of the same paragraph goes on, *inferred* where only the sentences around tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from crosscheck.extract.quotes.cues import Cue
from crosscheck.extract.quotes.frames import Frame, Quoted
from crosscheck.extract.quotes.lexicon import WEAK
from crosscheck.extract.quotes.phrases import Visible, phrase
from crosscheck.extract.quotes.shapes import Attribution, Link

_FIRST_PERSON = re.compile(r"\b(?:I|we|We|me|us|my|My|our|Our|mine|ours)\b")


def from_context(
    frames: Sequence[Frame], cues: Sequence[Sequence[Cue]], found: dict[int, Attribution], visible: Visible
) -> None:
    """Give quotes without a cue of their own the speaker who goes on, is announced before, or named after."""
    spoken: Attribution | None = None  # of the nearest quote before
    spoken_in = -9
    for index, frame in enumerate(frames):
        for number, quote in enumerate(frame.quotes):
            own = found[quote.pair.start]
            if own.link == "direct":
                if own.speaker:
                    spoken, spoken_in = own, frame.ends
                continue
            gap = frame.paragraph - spoken_in
            carried = spoken._replace(cue=(), link="carried", score=5.0) if spoken and gap == 0 else None
            inferred = spoken._replace(cue=(), link="inferred", score=4.0) if spoken and gap <= 1 else None
            if not is_sentence(quote, frame):
                if carried and _first_person(quote, own):
                    found[quote.pair.start] = carried._replace(score=4.5)
                continue
            given = _announced(frames, cues, index, number, visible) or carried
            if given is None and _abuts(frames, index, number):
                given = inferred
            given = given or _following(frames, found, index, number) or inferred
            given = given or _explained(frames, cues, index, number) or _person_before(frames, index, visible)
            if given is not None:
                found[quote.pair.start] = given
                spoken, spoken_in = given, frame.ends


def _first_person(quote: Quoted, own: Attribution) -> bool:
    """True for words of a speaker that run through a sentence of the narrator's: ``..., but "our wine rattled".``"""
    return own.link == "none" and quote.words > 2 and _FIRST_PERSON.search(quote.text) is not None


def _abuts(frames: Sequence[Frame], index: int, number: int) -> bool:
    """True where the next quote begins with nothing between: whoever says that one has not said this one too."""
    if number + 1 < len(frames[index].quotes) or index + 1 >= len(frames):
        return False
    after = frames[index + 1]
    return after.paragraph == frames[index].ends and isinstance(after.items[0], Quoted)


def _announced(
    frames: Sequence[Frame], cues: Sequence[Sequence[Cue]], index: int, number: int, visible: Visible
) -> Attribution | None:
    """The speaker of the sentence just before: ``Smith was defiant. "..."``, ``She replied:`` and a new line."""
    if number or not index:
        return None
    before = frames[index - 1]
    gap = frames[index].paragraph - before.ends
    if gap > 1 or not before.tokens:
        return None
    colon = before.tokens[-1].text in (":", ",") and isinstance(before.items[-1], Token)
    says = [c for c in cues[index - 1] if c.speaker and c.kind in ("say", "according") and _somebody(c)]
    if colon and says:
        link: Link = "direct" if gap == 0 else "carried"
        return Attribution(says[-1].speaker, (says[-1].token,), says[-1].lemma, "say", link, 7.0)
    if colon and before.tokens[-1].text == ":":
        topic = _subject(before, visible)
        return Attribution(topic, (), "", "context", "inferred", 5.0) if topic else None
    if before.quotes or (gap and not colon):
        return None
    if says:
        return Attribution(says[-1].speaker, (), "", "context", "inferred", 4.5)
    subject = _subject_person(before, visible)
    return Attribution(subject, (), "", "context", "inferred", 4.0) if subject else None


def _somebody(cue: Cue) -> bool:
    """False for "you say" and "I said": the narrator addresses the reader."""
    return cue.speaker[-1].pos_ != "PRON" or cue.speaker[-1].lower_ in ("he", "she", "they", "it")


def _following(frames: Sequence[Frame], found: dict[int, Attribution], index: int, number: int) -> Attribution | None:
    """The speaker of the quote that follows at once in the same paragraph."""
    frame = frames[index]
    later = frame.quotes[number + 1 :] or (
        frames[index + 1].quotes[:1]
        if index + 1 < len(frames)
        and frames[index + 1].paragraph == frame.ends
        and isinstance(frames[index + 1].items[0], Quoted)
        else []
    )
    if later and found[later[0].pair.start].link == "direct" and found[later[0].pair.start].speaker:
        return found[later[0].pair.start]._replace(cue=(), link="carried", score=4.5)
    return None


def _explained(frames: Sequence[Frame], cues: Sequence[Sequence[Cue]], index: int, number: int) -> Attribution | None:
    """The speaker of the report that follows in the same paragraph: ``"He is a good man." Kim Dorsey says that ...``"""
    if index + 1 >= len(frames) or number + 1 < len(frames[index].quotes):
        return None
    after = frames[index + 1]
    if after.paragraph != frames[index].ends or after.quotes:
        return None
    for cue in cues[index + 1]:
        if cue.kind == "say" and cue.lemma not in WEAK and cue.speaker and cue.speaker[0].i <= after.tokens[0].i + 1:
            return Attribution(cue.speaker, (), "", "context", "inferred", 4.0)
    return None


def _person_before(frames: Sequence[Frame], index: int, visible: Visible) -> Attribution | None:
    for before in reversed(frames[max(0, index - 2) : index]):
        if frames[index].paragraph - before.ends > 1:
            return None
        subject = _subject_person(before, visible)
        if subject:
            return Attribution(subject, (), "", "context", "inferred", 3.0)
    return None


def _subject(frame: Frame, visible: Visible) -> tuple[Token, ...]:
    """The subject of a sentence's main verb."""
    for token in frame.tokens:
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("ROOT", "conj", "ccomp"):
            if token.pos_ != "PRON" or token.lower_ in ("he", "she", "they"):
                return phrase(token, visible)
    return ()


def _subject_person(frame: Frame, visible: Visible) -> tuple[Token, ...]:
    """The person who is the subject of a sentence."""
    for token in frame.tokens:
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("ROOT", "conj"):
            if (token.ent_type_ == "PERSON" and token.pos_ != "PRON") or token.lower_ in ("he", "she"):
                return phrase(token, visible)
    return ()


def from_echo(frames: Sequence[Frame], found: dict[int, Attribution]) -> None:
    """A headline or a pull quote takes its speaker from the quote in the body that holds its words."""
    spoken = [(_plain(q.text), found[q.pair.start]) for f in frames for q in f.quotes if found[q.pair.start].speaker]
    for frame in frames:
        for quote in frame.quotes:
            own = found[quote.pair.start]
            if own.link == "direct" or own.score >= 5.0:
                continue
            words = _plain(quote.text)
            echo = next((a for text, a in spoken if len(words) >= 2 and _within(words, text)), None)
            if echo is not None:
                found[quote.pair.start] = echo._replace(cue=(), link="inferred", score=4.0)


def _plain(text: str) -> list[str]:
    return [w for w in re.split(r"[^\w'’]+", text.casefold()) if w]


def _within(words: Sequence[str], text: Sequence[str]) -> bool:
    """True where the words stand in the text in one run and are not the whole of it."""
    return len(text) > len(words) and any(
        list(text[i : i + len(words)]) == list(words) for i in range(len(text) - len(words) + 1)
    )


def is_sentence(quote: Quoted, frame: Frame) -> bool:
    """True for a quote that stands as a sentence of its own: nothing of the narrator's beside it but other quotes."""
    if any(isinstance(i, Token) and not i.is_punct for i in frame.items):
        return False
    return quote.words >= 2 or quote.ends in ".?!"
