"""Findings on what a draft restates otherwise, for the rules DRA704 to DRA709."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscheck.compare.draft import RESTATED
from crosscheck.compare.findings import finding_id, majority_first, sources_phrase
from crosscheck.compare.quotes import clip
from crosscheck.compare.restated.days import Dates
from crosscheck.compare.restated.lengths import Lengths
from crosscheck.compare.restated.partners import Kind, Partners, Restated
from crosscheck.compare.restated.slots import Figures
from crosscheck.kinds.values import canonical, display
from crosscheck.model import Corpus, Fact, Finding, Quote, Reading, Role
from crosscheck.registry import Rule
from crosscheck.settings import Settings

_ASKED: dict[str, tuple[Kind, ...]] = {"figure": (Figures, Lengths), "date": (Dates, Lengths)}


class _Kept:
    """The slots of the last corpus: several rules ask about one draft in turn."""

    corpus: Corpus | None = None
    partners: Partners | None = None


def forget() -> None:
    """Let go of the last corpus."""
    _Kept.corpus = _Kept.partners = None


def partners_of(corpus: Corpus, settings: Settings) -> Partners | None:
    """The slots of a corpus; None where it has no draft, or no source."""
    roles = {a.role == "draft" for a in corpus.articles.values()}
    if len(roles) < 2:
        return None
    if _Kept.corpus is not corpus or _Kept.partners is None:
        _Kept.corpus, _Kept.partners = corpus, Partners(corpus, settings)
    return _Kept.partners


def restated(rule: Rule, make: Kind, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """The findings of one kind, one for each fact of the draft."""
    partners = partners_of(corpus, settings)
    for found in partners.of(make) if partners else ():
        yield _finding(rule, found, corpus)


def followed(finding: Finding, corpus: Corpus, settings: Settings) -> bool:
    """True for a finding of two reports' kind in which the draft only follows one of its sources.

    A draft takes each of its facts from somewhere: where a source tells the same in the same slot, the aligners have
    joined two questions, or the sources are divided and the draft has chosen.
    """
    if finding.kind not in _ASKED or finding.verdict == RESTATED:
        return False
    partners = partners_of(corpus, settings)
    mine = [f for r in finding.readings for f in r.facts if corpus.articles[f.article].role == "draft"]
    if partners is None or not mine:
        return False
    for fact in mine:
        own = next(r for r in finding.readings if fact in r.facts)
        others = [f for r in finding.readings if r is not own for f in r.facts if f.article != fact.article]
        shared = any(corpus.articles[f.article].role != "draft" for f in own.facts)
        if not shared and not any(
            partners.follows(make, _as(make, fact, corpus), [_as(make, o, corpus) for o in others])
            for make in _ASKED[finding.kind]
        ):
            return False
    return True


def _as(make: Kind, fact: Fact, corpus: Corpus) -> Fact:
    """A fact as one of the kind that is asked about: "six years" is a figure and a length of time."""
    if fact.kind == make.kind:
        return fact
    facts = corpus.extractions[fact.article].facts
    return next((f for f in facts if f.kind == make.kind and f.mention.span == fact.mention.span), fact)


def loosely_spoken(finding: Finding, corpus: Corpus) -> bool:
    """True for a speaker whom the draft does not name: whom "she" and "the Portuguese" mean is a guess."""
    if finding.kind != "quote_attribution" or finding.verdict == RESTATED:
        return False
    quotes = [f for r in finding.readings for f in r.facts if corpus.articles[f.article].role == "draft"]
    return bool(quotes) and not any(_named_speaker(f, corpus.articles[f.article].text) for f in quotes)


def _named_speaker(fact: Fact, text: str) -> bool:
    value, said = fact.value, fact.mention.parts.get("speaker")
    if not isinstance(value, Quote) or not value.speaker or said is None:
        return False
    return value.speaker.casefold().split()[-1] in text[said.start : said.end].casefold()


def renamed(rule: Rule, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """The findings on names of places and bodies, one for each name of the draft."""
    partners = partners_of(corpus, settings)
    for swap in partners.swaps() if partners else ():
        mine, theirs = swap.mine, swap.theirs
        facts = tuple({n.fact.id: n.fact for n in theirs}.values())
        where = "" if swap.slip else "where the draft retells this, "
        said = "stands elsewhere in the sources" if swap.known else "stands in no source"
        sure = settings.restated.sure_slip if swap.slip else settings.restated.sure_name
        readings = [
            Reading(value=mine.text, canonical=" ".join(mine.words), facts=(mine.fact,)),
            Reading(value=theirs[0].text, canonical=" ".join(theirs[0].words), facts=facts),
        ]
        message = f"“{mine.text}” {said}; {where}{_carried(facts, corpus)} “{theirs[0].text}”."
        yield _made(rule, f"name:{' '.join(mine.words)}", readings, corpus, message, sure)


def reworded(rule: Rule, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """The findings on quotes that stand in no source and are a word or two from one that does."""
    partners = partners_of(corpus, settings)
    for found in partners.quotes().reworded() if partners else ():
        mine, theirs = _said(found.mine, settings), _said(found.theirs[0], settings)
        has = _carried(found.theirs, corpus)
        message = f"“{mine}” stands in no source; {has} “{theirs}”: “{found.said}” for “{found.had}”."
        words = (found.said, (found.mine,)), (found.had, found.theirs)
        readings = [Reading(value=v, canonical=w, facts=f) for v, (w, f) in zip((mine, theirs), words, strict=True)]
        yield _made(rule, f"quote:{found.said}", readings, corpus, message, settings.restated.sure_quote)


def moved(rule: Rule, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """The findings on quotes that the draft gives to somebody to whom no source gives them."""
    partners = partners_of(corpus, settings)
    for found in partners.quotes().moved() if partners else ():
        said, theirs = _said(found.mine, settings), found.theirs[0].value
        speaker = (theirs.speaker if isinstance(theirs, Quote) else None) or ""
        message = (
            f"The draft gives “{said}” to {found.speaker.text}; {_carried(found.theirs, corpus)} it from {speaker}."
        )
        people = (found.speaker.text, (found.mine, found.speaker.fact)), (speaker, found.theirs)
        readings = [Reading(value=p, canonical=p.casefold(), facts=f) for p, f in people]
        yield _made(rule, f"speaker:{said.casefold()}", readings, corpus, message, settings.restated.sure_quote)


def entitled(rule: Rule, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """The findings on titles that stand in no source, of people to whom the sources give another."""
    partners = partners_of(corpus, settings)
    for found in partners.titles() if partners else ():
        who = found.mine.value.person if isinstance(found.mine.value, Role) else ""
        message = f"No source calls {who} “{found.title}”; {_carried(found.theirs, corpus)} “{found.had}”."
        titles = (found.title, (found.mine,)), (found.had, found.theirs)
        readings = [Reading(value=t, canonical=t.casefold(), facts=f) for t, f in titles]
        yield _made(rule, f"title:{(who or '').casefold()}", readings, corpus, message, settings.restated.sure_name)


def _said(fact: Fact, settings: Settings) -> str:
    return clip(display(fact), settings.quotes.shown_words).rstrip(".,")


def _carried(facts: Sequence[Fact], corpus: Corpus) -> str:
    """ "1 source has", "2 independent sources have"."""
    who = sources_phrase(facts, corpus)
    return f"{who} {'has' if who == '1 source' else 'have'}"


def _made(
    rule: Rule,
    key: str,
    readings: Sequence[Reading],
    corpus: Corpus,
    message: str,
    confidence: float,
) -> Finding:
    """A finding with the draft's reading and the sources'."""
    ordered = majority_first(readings, corpus)
    return Finding(
        id=finding_id(rule.code, key, (r.canonical for r in ordered)),
        rule=rule.code,
        kind=rule.kind,
        level=rule.level,
        confidence=round(confidence, 3),
        subject=readings[0].facts[0].subject or readings[0].value,
        message=message,
        readings=ordered,
        verdict=RESTATED,
    )


def _finding(rule: Rule, found: Restated, corpus: Corpus) -> Finding:
    fact, sources = found.fact, found.sources
    mine, theirs = display(fact), display(sources[0])
    said = f"“{mine}” stands elsewhere in the sources" if found.known else f"“{mine}” stands in no source"
    readings = [
        Reading(value=mine, canonical=canonical(fact), facts=(fact,)),
        Reading(value=theirs, canonical=canonical(sources[0]), facts=tuple(sources)),
    ]
    message = f"{said}; where the draft retells this, {_carried(sources, corpus)} “{theirs}”."
    return _made(rule, f"{rule.kind}:{canonical(fact)}", readings, corpus, message, found.probability)
