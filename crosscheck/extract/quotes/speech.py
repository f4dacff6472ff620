"""Is it speech? Quotation marks also hold titles of works, nicknames and words that a writer keeps at arm's length."""

from __future__ import annotations

from spacy.tokens import Token

from crosscheck.extract.quotes.context import is_sentence
from crosscheck.extract.quotes.frames import Frame, Quoted
from crosscheck.extract.quotes.shapes import Attribution, title_case

_NAMES_IT = frozenset("titled entitled name nickname nicknamed moniker alias aka headlined".split())
_CALLING = frozenset("call dub term name label nickname christen".split())
_SAID = frozenset("said says told".split())
_SCARE_WORDS = 3  # quoted words up to here that nothing credits are the writer's, kept at arm's length
_COPIED_WORDS = 25
_TITLED = frozenset(
    """titled entitled named nicknamed dubbed film movie song album book novel show series play opera single track
    episode musical sitcom drama comedy documentary podcast magazine poem painting exhibition game hit classic ballad
    programme program cartoon thriller memoir column essay article hymn anthem tune band
    called known aka alias""".split()
)


def judge(quote: Quoted, frame: Frame, found: Attribution, *, headline: bool = False) -> tuple[str, float] | None:
    """(form, confidence) of a quote; None for what is no speech at all."""
    at = next(i for i, item in enumerate(frame.items) if item is quote)
    before = frame.items[at - 1] if at else None
    after = frame.items[at + 1] if at + 1 < len(frame.items) else None
    if _nickname(quote, before, after) or (
        isinstance(before, Token) and before.lower_ in _NAMES_IT and quote.words <= 6
    ):
        return None
    strong = found.link == "direct" and found.score >= 9.0
    set_off = isinstance(before, Token) and before.is_punct or quote.ends in ",.?!"
    spoken = (found.kind == "say" and strong and set_off) or (
        headline and found.link != "none"
    )  # headlines write capitals
    if _title(quote, before) and not spoken:
        return None
    alone = is_sentence(quote, frame)
    direct = alone or (_whole(quote) and (strong or quote.words >= 4))
    if not direct and quote.words <= _SCARE_WORDS and (found.link == "none" or _so_called(found)):
        return None  # words held at arm's length: "ring of fire", what is called an "orphan drug"
    if direct and found.link == "none" and _copied(quote):
        return None  # a passage of another report, which quotes in its turn
    form = "direct" if direct else "mixed"
    return form, round(_confidence(quote, found, direct), 2)


def _so_called(found: Attribution) -> bool:
    return found.kind == "name" and not found.speaker and found.lemma in _CALLING


def _copied(quote: Quoted) -> bool:
    words = quote.text.casefold().split()
    return len(words) >= _COPIED_WORDS and not _SAID.isdisjoint(w.strip(",.") for w in words) and "i" not in words


def _confidence(quote: Quoted, found: Attribution, direct: bool) -> float:
    short = 0.0 if quote.words > 3 or direct else 0.1 if quote.words > 1 else 0.3
    if found.link == "direct":
        base = 0.95 if found.score >= 9.0 else 0.85 if found.score >= 6.0 else 0.7
        if not found.speaker:
            base = 0.7 if direct else 0.5
        return base - short
    if direct:
        return 0.85 if found.link == "carried" else 0.75 if found.link == "inferred" else 0.6
    return (0.65 if found.link == "inferred" else 0.55) - 2.5 * short


def _whole(quote: Quoted) -> bool:
    return quote.ends in ".,?!…—–-" and (quote.words >= 3 or quote.ends != "") and quote.text[:1].isupper()


def _nickname(quote: Quoted, before: Token | Quoted | None, after: Token | Quoted | None) -> bool:
    """Dwayne "The Rock" Johnson."""
    return (
        isinstance(before, Token)
        and isinstance(after, Token)
        and before.pos_ == after.pos_ == "PROPN"
        and before.is_title
        and after.is_title
        and quote.words <= 4
        and quote.ends not in ".,?!"
    )


def _title(quote: Quoted, before: Token | Quoted | None) -> bool:
    words = quote.text.rstrip(".,;").split()
    if not words or len(words) > 10 or quote.ends in "?!" and len(words) > 6:
        return False
    capital = title_case(quote.text) and words[0][:1].isupper()
    cue = isinstance(before, Token) and before.lower_ in _TITLED
    return capital and (len(words) > 1 or cue) or cue and len(words) <= 3 and words[0][:1].isupper()
