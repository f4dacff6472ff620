"""Who says which quote: cues of the narrator's sentence first, then what stands before and after it in the article.

In: frames (the narrator's sentences with quotes folded in). Out: an :class:`Attribution` for every quote. A quote is
*direct*ly linked where a cue ties it to the speaker in its own sentence, *carried* where the speaker of the same paragraph
goes on, *inferred* where only the neighbouring paragraphs tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from spacy.tokens import Token

from crosscheck.extract.quotes.cues import Cue, Visible, after, beside, find_cues, phrase, speaker_of
from crosscheck.extract.quotes.frames import Frame, Quoted
from crosscheck.extract.quotes.lexicon import ADDRESSING, NAMING, WEAK, WITH_AS

Link = Literal["direct", "carried", "inferred", "none"]


class Attribution(NamedTuple):
    """The speaker as written beside the quote (empty where unknown), the cue, and how the two are tied."""

    speaker: tuple[Token, ...] = ()
    cue: tuple[Token, ...] = ()
    lemma: str = ""
    kind: str = ""
    link: Link = "none"
    score: float = 0.0


NOBODY = Attribution()
_SPEECH_END = ",?!…—–-"


def attribute(frames: Sequence[Frame], visible: Visible) -> dict[int, Attribution]:
    """The attribution of every quote, keyed by the offset where its content starts."""
    found: dict[int, Attribution] = {}
    cues = [find_cues(frame.tokens, visible) for frame in frames]
    for frame, those in zip(frames, cues, strict=True):
        for number, quote in enumerate(frame.quotes):
            own = _in_sentence(frame, quote, those, visible) or _by_shape(frame, quote, visible)
            if number and (own is None or not own.speaker) and _joined(frame, number):
                own = found[frame.quotes[number - 1].pair.start]
            found[quote.pair.start] = own or NOBODY
    _from_context(frames, cues, found, visible)
    _from_echo(frames, found)
    return found


def _joined(frame: Frame, number: int) -> bool:
    """True for the second of two quotes with no more than "and" or commas between: "quiet" and "polite"."""
    before, quote = frame.quotes[number - 1], frame.quotes[number]
    between = frame.items[frame.items.index(before) + 1 : frame.items.index(quote)]
    return all(isinstance(i, Token) and (i.is_punct or i.pos_ == "CCONJ" or i.lower_ == "as") for i in between)


# --- the quote's own sentence ----------------------------------------------------------------------------------------


def _in_sentence(frame: Frame, quote: Quoted, cues: Sequence[Cue], visible: Visible) -> Attribution | None:
    position = {id(item): i for i, item in enumerate(frame.items)}
    at = position[id(quote)]
    above = _governors(quote, frame)
    best: Attribution | None = None
    for cue in cues:
        if _inverted(frame.items, at, cue):
            cue = cue._replace(speaker=after(cue.token, visible))
        score = _score(frame.items, at, cue, position, above) - (0.0 if cue.speaker else 4.0)
        if score > (best.score if best else 0.0):
            words = tuple(cue.token.doc[cue.token.i : cue.last.i + 1])
            best = Attribution(cue.speaker, words, cue.lemma, cue.kind, "direct", score)
    return best if best is not None and best.score >= 9.0 else _bare_frame(frame.items, at, visible) or best


def _inverted(items: Sequence[Token | Quoted], at: int, cue: Cue) -> bool:
    """``"...," asked Roux`` and ``..., argued the union.``: the speaker stands after, whatever the parser made of it."""
    doc, i = cue.token.doc, cue.token.i
    if cue.kind != "say" or cue.lemma in ADDRESSING - {"ask"} or i + 1 >= len(doc) or (cue.speaker and cue.speaker[0].i > i):
        return False
    if not any(item is cue.token for item in items[at + 1 :]):
        return False
    before, following = doc[i - 1], doc[i + 1]
    set_off = before.text == "," or any(item is cue.token for item in items[at + 1 : at + 3])
    if cue.speaker and cue.speaker[-1].i == i - 1:
        return False
    return set_off and following.pos_ in ("DET", "PROPN", "NOUN", "ADJ", "NUM") or (
        set_off and following.tag_ == "PRP" and following.lower_ not in ("it", "me", "him", "them", "us")
    )


def _bare_frame(items: Sequence[Token | Quoted], at: int, visible: Visible) -> Attribution | None:
    """``"...," the judge thundered`` and ``Quinn shrugged: "..."``: the frame makes any verb a verb of speech."""
    quote = items[at]
    assert isinstance(quote, Quoted)
    right = _run(items[at + 1 :])
    if quote.ends in ",?!" and right and not title_case(quote.text):
        verb = next((t for t in right[:10] if t.tag_ in ("VBD", "VBZ") and t.pos_ == "VERB"), None)
        lead = right[: right.index(verb)] if verb is not None else []
        if verb is not None and not any(t.is_punct for t in lead):
            who = speaker_of(verb, visible) or (beside(verb, visible) if lead else after(verb, visible))
            if who and (who[0] in lead[:2] or not lead and who[0].i == verb.i + 1):
                return Attribution(who, (verb,), verb.lemma_.lower(), "say", "direct", 9.0)
    left = _run(items[:at][::-1])
    if left and left[0].text == ":":
        verb = next((t for t in left if t.tag_ in ("VBD", "VBZ") and t.pos_ in ("VERB", "AUX")), None)
        who = speaker_of(verb, visible) or beside(verb, visible) if verb is not None else ()
        if verb is not None and who:
            return Attribution(who, (verb,), verb.lemma_.lower(), "say", "direct", 7.5)
    return None


def _governors(quote: Quoted, frame: Frame) -> list[int]:
    """Indexes of the narrator's tokens that stand above the quote in the parse, nearest first."""
    doc = next((t.doc for t in frame.tokens), None)
    if doc is None:
        return []
    for token in doc[quote.first : quote.last]:
        if not quote.first <= token.head.i < quote.last and not token.is_punct and not token.is_space:
            return [a.i for a in token.ancestors]
    return []


def _score(
    items: Sequence[Token | Quoted], at: int, cue: Cue, position: dict[int, int], above: Sequence[int]
) -> float:
    """How well a cue ties to a quote, from 0 to about 15: nearness on the line, then governance in the parse."""
    here, last = position.get(id(cue.token)), position.get(id(cue.last), -1)
    if here is None:
        here = next((i for i, t in enumerate(items) if isinstance(t, Token) and t.i == cue.token.i), None)
        last = next((i for i, t in enumerate(items) if isinstance(t, Token) and t.i == cue.last.i), here or 0)
    if here is None:
        return 0.0
    speaker = [i for i, t in enumerate(items) if isinstance(t, Token) and t.i in {s.i for s in cue.speaker}]
    bonus = _governance(cue, above)
    if here < at:
        return _before(items, at, max(here, last), cue, speaker) + bonus - _doubt(items, at, max(here, last), cue)
    if speaker and max(speaker) < at and cue.kind != "according":
        return 1.0  # the verb after the quote goes on about a subject before it: described it as "...", but admitted
    return _after(items, at, min([here, *(i for i in speaker if i > at)]), cue) + bonus


def _governance(cue: Cue, above: Sequence[int]) -> float:
    if cue.token.i not in above:
        return 0.0
    bonus = 3.0 - min(1.5, 0.3 * above.index(cue.token.i))
    return bonus + 2.5 if cue.kind == "words" else bonus


def _doubt(items: Sequence[Token | Quoted], at: int, end: int, cue: Cue) -> float:
    """What is taken off a verb that has a plain sense too, unless the words show that it is speech."""
    between = [i for i in items[end + 1 : at] if isinstance(i, Token)]
    if cue.lemma in WITH_AS and not any(t.lower_ == "as" for t in between):
        return 8.0
    if cue.lemma not in WEAK:
        return 0.0
    if not between or between[-1].text in (":", ",") or between[0].lower_ in ("that", "as", "it"):
        return 0.0
    if cue.lemma in NAMING and (len(between) <= 4 or any(t.lower_ == "as" for t in between)):
        return 0.0
    return 5.0


def _before(items: Sequence[Token | Quoted], at: int, end: int, cue: Cue, speaker: Sequence[int]) -> float:
    between = [i for i in items[end + 1 : at]]
    if speaker and max(speaker) > end:  # "said Mary Jones, "
        between = [i for i in items[max(speaker) + 1 : at]]
    quotes = sum(isinstance(i, Quoted) for i in between)
    words = [i for i in between if isinstance(i, Token)]
    opener = words[-1].text if words else ""
    base = {"say": 6.0, "name": 6.0, "according": 5.0, "words": 3.0}[cue.kind]
    if cue.kind == "say" and not quotes and (not words or opener in (":", ",") and len(words) < 12):
        return base + 5.0 - 0.1 * len(words)
    if cue.kind == "name" and not quotes and len(words) <= 2:
        return base + 4.0
    if opener == ":" and not quotes:
        return base + 4.0
    return base - min(3.0, 0.15 * len(words)) - 0.5 * quotes


def _after(items: Sequence[Token | Quoted], at: int, start: int, cue: Cue) -> float:
    quote = items[at]
    assert isinstance(quote, Quoted)
    between = items[at + 1 : start]
    if any(isinstance(i, Quoted) for i in between):
        return 2.0 if quote.ends not in ".!?" else 0.0
    words = [i for i in between if isinstance(i, Token)]
    comma = quote.ends in _SPEECH_END or bool(words) and words[0].text in (",", "—", "–", "-", "--")
    plain = [w for w in words if not w.is_punct and w.pos_ != "ADV"]
    base = {"say": 6.0, "name": 2.0, "according": 6.0, "words": 1.0}[cue.kind]
    if cue.lemma in WEAK and plain:
        return 0.0
    if comma and not plain:
        return base + 6.0
    if not words and cue.kind == "say":
        return base + 4.0
    if words and any(w.text == "," for w in words) and cue.kind in ("say", "according"):
        return base - min(2.0, 0.1 * len(words))
    return base - 3.0 - min(2.0, 0.2 * len(words))


# --- forms without a verb --------------------------------------------------------------------------------------------


def _by_shape(frame: Frame, quote: Quoted, visible: Visible) -> Attribution | None:
    """``Jones: "..."`` and ``"..." - Commissioner Jones``: a name beside the quote with a colon or a dash between."""
    at = next(i for i, item in enumerate(frame.items) if item is quote)
    left = _run(frame.items[:at][::-1])
    if left and left[0].text == ":" and 1 < len(left) <= 9:
        names = [t for t in reversed(left[1:])]
        if _nameish(names):
            return Attribution(tuple(names), (left[0],), ":", "shape", "direct", 8.0)
    right = _run(frame.items[at + 1 :])
    if right and right[0].text in ("-", "–", "—", "--", "―") and 1 < len(right) <= 14:
        head = next((t for t in right[1:] if t.pos_ in ("PROPN", "NOUN", "PRON")), None)
        names = []
        for token in right[1:]:
            if token.text in (",", ".", "(", ";"):
                break
            names.append(token)
        if head is not None and _nameish(names):
            return Attribution(tuple(names), (right[0],), "-", "shape", "direct", 7.0)
    if len(right) > 2 and right[0].text == "(" and any(t.text == ")" for t in right[1:8]):
        names = right[1 : next(i for i, t in enumerate(right) if t.text == ")")]
        if _nameish(names) and names[0].pos_ == "PROPN":
            return Attribution(tuple(names), (right[0],), "(", "shape", "direct", 6.0)
    return None


_SMALL = frozenset("a an the of and in on at to for from with by or nor but as is de la le el du der die das von".split())


def title_case(text: str) -> bool:
    """True where every word but the small ones is capitalised, as in the title of a work."""
    words = text.rstrip(".,;").split()
    return bool(words) and all(w[:1].isupper() or w[:1].isdigit() or w.lower() in _SMALL for w in words)


def _run(items: Sequence[Token | Quoted]) -> list[Token]:
    run: list[Token] = []
    for item in items:
        if isinstance(item, Quoted):
            break
        run.append(item)
    return run


def _nameish(tokens: Sequence[Token]) -> bool:
    return (
        0 < len(tokens) <= 8
        and any(t.pos_ in ("PROPN", "NOUN") for t in tokens)
        and not any(t.pos_ in ("VERB", "AUX") for t in tokens)
    )


# --- the rest of the article -----------------------------------------------------------------------------------------


def _from_context(
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
            if not is_sentence(quote, frame):
                continue
            given = _announced(frames, cues, index, number, visible)
            if given is None and spoken is not None and spoken_in == frame.paragraph:
                given = spoken._replace(cue=(), link="carried", score=5.0)
            given = given or _following(frames, found, index, number)
            if given is None and spoken is not None and frame.paragraph - spoken_in <= 1:
                given = spoken._replace(cue=(), link="inferred", score=4.0)
            given = given or _explained(frames, cues, index, number) or _person_before(frames, index, visible)
            if given is not None:
                found[quote.pair.start] = given
                spoken, spoken_in = given, frame.ends


def _from_echo(frames: Sequence[Frame], found: dict[int, Attribution]) -> None:
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


def _announced(
    frames: Sequence[Frame], cues: Sequence[Sequence[Cue]], index: int, number: int, visible: Visible
) -> Attribution | None:
    """The speaker of the narrator's sentence just before: ``Smith was defiant. "..."``, ``She replied:`` and a new line."""
    if number or not index:
        return None
    before = frames[index - 1]
    gap = frames[index].paragraph - before.ends
    if gap > 1 or not before.tokens:
        return None
    colon = before.tokens[-1].text in (":", ",") and isinstance(before.items[-1], Token)
    says = [c for c in cues[index - 1] if c.speaker and c.kind in ("say", "according")]
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


def _following(
    frames: Sequence[Frame], found: dict[int, Attribution], index: int, number: int
) -> Attribution | None:
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


def _explained(
    frames: Sequence[Frame], cues: Sequence[Sequence[Cue]], index: int, number: int
) -> Attribution | None:
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
