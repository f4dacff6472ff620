"""What a finding is called: what differs and of which event, in words that take no side.

In: the findings of a document, and the days that its articles tell. Out: a title each ("Magnitude of the quake, 2012:
8.6 or 8.7"). A subject that is itself a disputed reading is told in both spellings, or without the disputed words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

import msgspec

from crosscheck.document import DocFact, DocFinding
from crosscheck.model import Quote, When
from crosscheck.report.differing import WORD
from crosscheck.report.shortened import MAX_SIDE, clip, sides

MAX_SUBJECT = 80
MAX_SPEAKER = 40
_OTHER_NAMES = frozenset({"DRA706", "NAM103"})  # rules on bodies named in other words: nothing there is misspelt
_LONGEST = 6  # words of a name
_RUN = 3  # words in a row that two quotations must share to be named by them

Sentence = tuple[str, tuple[int, int]]


class _Held:
    """The words that findings other than one dispute."""

    def __init__(self, held: Counter[str], own: frozenset[str]) -> None:
        self._held, self._own = held, own

    def __contains__(self, word: str) -> bool:
        return self._held[word] > (word in self._own)


def titled(
    findings: Sequence[DocFinding],
    facts: Iterable[DocFact],
    published: Iterable[str | None],
    about: Mapping[str, str] | None = None,
) -> list[DocFinding]:
    """The findings with their titles. ``facts`` tell the years of background events, ``published`` which year it is.

    ``about`` has, by finding, a word that tells its subject from others of its sort.
    """
    years = _background(findings, facts, published)
    spelt = {
        " ".join(map(_bare, r.value.split())): f for f in findings if f.kind == "name" for r in f.readings if r.mentions
    }
    disputed = [_disputed_words(f) for f in findings]
    held = Counter(w for words in disputed for w in words)
    return [
        msgspec.structs.replace(f, title=_title(f, years, spelt, _Held(held, own), (about or {}).get(f.id, "")))
        for f, own in zip(findings, disputed, strict=True)
    ]


def title_of(finding: DocFinding) -> str:
    """The title that the document carries; its subject where it is from before titles were kept."""
    return finding.title or _capital(finding.subject)


def _title(
    finding: DocFinding, years: dict[Sentence, str], spelt: dict[str, DocFinding], disputed: _Held, about: str
) -> str:
    if any(not r.mentions for r in finding.readings):  # a draft's word that no source has, a house form
        return _lone(finding)
    told = sides(finding)
    if finding.kind == "name":
        return f"{'Name' if finding.rule in _OTHER_NAMES else 'Spelling'}: {_either(told)}"
    if finding.kind == "quote_wording":
        return f"{_worded(finding, spelt)}: {_either([f'“{t}”' if t[:1] != '(' else t for t in told])}"
    if finding.kind == "quote_attribution":
        return f"{_utterance(finding, spelt)}: {_either(told)}"
    subject = _neutral(_timed(finding), spelt, disputed)
    if about and _bare(about) not in disputed:
        subject = f"{subject} ({_both(about, spelt)})"
    year = _year(finding, years)
    year = "" if any(year in t for t in told) else year  # "the 1700 block" is no event of that year
    return f"{_capital(subject)}{f', {year}' if year and year not in subject else ''}: {_either(told)}"


def _timed(finding: DocFinding) -> str:
    """The subject; of two times of day the time of the event, and not its date."""
    clocks = [isinstance(r.data, When) and bool(r.data.clock) for r in finding.readings]
    head, _, rest = finding.subject.partition("date of ")
    return f"time of {rest}" if not head and rest and all(clocks) else finding.subject


def _worded(finding: DocFinding, spelt: dict[str, DocFinding]) -> str:
    """ "Wording, Ana Ruiz" where all readings are of one speaker; a disputed spelling of the name in both forms."""
    speakers = {r.data.speaker or "" for r in finding.readings if isinstance(r.data, Quote)}
    name = max(speakers, key=lambda s: (len(s), s), default="")
    if not 0 < len(name) <= MAX_SPEAKER or not name[:1].isupper():
        return "Wording"
    if any(not set(s.casefold().split()) <= set(name.casefold().split()) for s in speakers):
        return "Wording"  # "Ruiz" is Ana Ruiz; two names are two speakers
    return f"Wording, {_both(name, spelt)}"


def _lone(finding: DocFinding) -> str:
    value = next((clip(r.value, MAX_SIDE) for r in finding.readings if r.mentions), finding.subject)
    if finding.rule.startswith("DRA"):
        return f"Only in the draft: {value}"
    other = next((r.value for r in finding.readings if not r.mentions), "")
    return f"{value}, not {clip(other, MAX_SIDE)}" if other and other != value else value


# --- the subject -----------------------------------------------------------------------------------------------------


def _neutral(subject: str, spelt: dict[str, DocFinding], disputed: _Held) -> str:
    """The subject without a side: both spellings of a disputed name, no word that another finding disputes."""
    both = _both(subject, spelt)
    if both != subject:
        return clip(both, MAX_SUBJECT)
    words = subject.split()
    kept = [w for w in words if _bare(w) not in disputed]
    if not kept or len(kept) == len(words):
        return clip(subject, MAX_SUBJECT)
    text = " ".join(kept)
    return clip(re.sub(r"\ban(?= [^aeiou])", "a", text), MAX_SUBJECT)


def _both(subject: str, spelt: dict[str, DocFinding]) -> str:
    """The subject with a disputed spelling told in every form: the longest that stands in it."""
    words = subject.split()
    bare = [_bare(w) for w in words]
    for size in range(min(len(words), _LONGEST), 0, -1):
        for at in range(len(words) - size + 1):
            named = spelt.get(" ".join(bare[at : at + size]))
            if named is not None:
                forms = " / ".join(r.value for r in named.readings)
                return " ".join([*words[:at], forms, *words[at + size :]])
    return subject


def _disputed_words(finding: DocFinding) -> frozenset[str]:
    """The numbers, and in names the proper words, in which a finding's mentions differ; common words take no side."""
    told: list[set[str]] = [{w for m in r.mentions for w in m.text.split()} for r in finding.readings if r.mentions]
    if len(told) < 2 or finding.kind == "date" or finding.kind.startswith("quote_"):
        return frozenset()
    named = finding.kind in ("name", "place")
    shared = set.intersection(*[{_bare(w) for w in words} for words in told])
    apart = {_bare(w) for w in set.union(*told)} - shared
    loud = {_bare(w) for w in set.union(*told) if any(c.isdigit() for c in w) or (named and w[:1].isupper())}
    return frozenset(apart & loud)


def _bare(word: str) -> str:
    return word.strip(" ,.;:“”\"'()").removesuffix("’s").removesuffix("'s").casefold()


def _utterance(finding: DocFinding, spelt: dict[str, DocFinding]) -> str:
    """ "Who said “the so-called China threat”": by the words that all its readings quote alike."""
    told = [r.mentions[0].text for r in finding.readings if r.mentions]
    if finding.subject.startswith(("for whom", "For whom")):
        return _capital(clip(_both(finding.subject, spelt), MAX_SUBJECT))
    shared = _shared(told[0], told[1]) if len(told) > 1 else ""
    return f"Who said “{clip(shared, MAX_SUBJECT)}”" if shared else f"Who said {clip(finding.subject, MAX_SUBJECT)}"


def _shared(one: str, other: str) -> str:
    """The longest run of words that two texts share, "" where it is shorter than a phrase."""
    a, b = list(WORD.finditer(one)), [w.group().casefold() for w in WORD.finditer(other)]
    matcher = SequenceMatcher(None, [w.group().casefold() for w in a], b, autojunk=False)
    run = matcher.find_longest_match()
    if run.size < _RUN:
        return ""
    return one[a[run.a].start() : a[run.a + run.size - 1].end()].strip(" ,.;:“”\"'")


# --- the event -------------------------------------------------------------------------------------------------------


def _background(
    findings: Iterable[DocFinding], facts: Iterable[DocFact], published: Iterable[str | None]
) -> dict[Sentence, str]:
    """By sentence, the one year that it tells of, where that is not the year in which the articles appeared."""
    current = {p[:4] for p in published if p}
    told: dict[Sentence, set[str]] = {}
    sets = [(r.data, r.mentions) for f in findings for r in f.readings]
    sets += [(f.data, f.mentions) for f in facts]
    for value, mentions in sets:
        if isinstance(value, When) and value.start:
            for m in mentions:
                told.setdefault((m.article, m.sentence), set()).add(value.start[:4])
    return {place: min(years) for place, years in told.items() if len(years) == 1 and not years & current and current}


def _year(finding: DocFinding, years: dict[Sentence, str]) -> str:
    """The one year of a background event that stands beside mentions of the finding, "" where there are several."""
    if finding.kind == "date":
        return ""
    found = [{years.get((m.article, m.sentence), "") for m in r.mentions} for r in finding.readings]
    named = Counter(y for places in found for y in places if y)
    if not named:
        return ""
    year, _ = min(named.items(), key=lambda item: (-item[1], item[0]))
    return year if len(named) == 1 and any(year in places for places in found) else ""


def _either(told: Sequence[str]) -> str:
    return f"{', '.join(told[:-1])} or {told[-1]}" if len(told) > 1 else "".join(told)


def _capital(text: str) -> str:
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.islower() else text
