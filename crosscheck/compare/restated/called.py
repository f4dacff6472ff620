"""What an article calls its people beside their names: "X, the Y of Z,", "X, one of its Ys", "its Y, X", "who Ys Z".

In: a corpus. Out: :class:`Called` values, one for each calling that stands beside a name, whatever title it is; the
reports' extractor of offices (:mod:`crosscheck.extract.roles`) knows fewer words, and is asked for verbs only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from crosscheck.compare.sourcetext import words
from crosscheck.data.callings import DEPUTY, Calling, calling, forms, of_department
from crosscheck.data.titles import SPEAKING
from crosscheck.layout import unwrapped
from crosscheck.model import Corpus, Extraction, Fact, Mention, Name, Role, Sentence, Span

_STEM = 5  # letters of a calling that its verb has too: manager, manages
_FULL = 3  # words of a calling, a given and a family name
_REACH = 90  # characters to either side of a name in which its calling ends
_AGE = r"(?:,? (?:aged? )?\d{1,3}(?= ?,)|,? \(\d{1,3}\))?"
_BEHIND = re.compile(
    rf"{_AGE}(?:,? (?:who )?(?:is|was|works as|serves as) |, | \(|\s?[–—]\s?)"
    r"(?:the |an? |one of (?:the|its|his|her|their|our) |its |their |his |her |our )?"
    r"(?P<phrase>[^\W\d_][\w'’-]*(?: [\w'’-]+){0,6}?)"
    r"(?= (?:of|at|for|in|from|with|who|on|to|there)\b|,? and\b|[,.;:)—–\n]|$)"
)
_SECOND = re.compile(
    r",? and (?:the |its |an? )?(?P<phrase>[^\W\d_][\w'’-]*(?: [\w'’-]+){0,4}?)"
    r"(?= (?:of|at|for|in|who)\b|[,.;:)—–\n]|$)"
)
_OF = re.compile(r" (?:of|at|for|in|from) ")
_BODY = r"committee|commission|department|ministry|union|association|office|board|agency|council|service"
_DEPARTMENT = re.compile(rf" (?:of|for|in charge of|responsible for) (?:the )?(?P<word>[^\W\d_]+)(?! (?:{_BODY})\b)")
_VOICE = re.compile(rf" (?:of|for) (?:{'|'.join(sorted(SPEAKING))})\b")  # "director of communications": a spokesman
_BREAK = re.compile(r"[.;:!?\n—–\"“”()]|, ")
_HONORIFIC = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Rev)\.? $")
_POSSESSIVE = re.compile(r"\S+['’]s (?=\S+$)")  # "the project's manager": no sort of manager
_TOKEN = re.compile(r"[^\W\d_]+(?:[.'’-]+[^\W\d_]+)*\.?")


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """A calling beside a person's name: the phrase that ends in it, as a fact, and the words of the name."""

    name: tuple[str, ...]
    calling: Calling
    said: str
    fact: Fact


def called(corpus: Corpus, article: str) -> Iterator[Called]:
    """The callings of an article in its own words, in the order of its names."""
    extraction, text = corpus.extractions[article], unwrapped(corpus.articles[article].text)
    for fact in extraction.facts:
        value = fact.value
        if (
            fact.kind == "role"
            and isinstance(value, Role)
            and value.person
            and fact.mention.attrs.get("form") == "verb"
        ):
            title = fact.mention.attrs.get("title", "")
            if (found := calling(title)) is not None:
                yield Called(name=tuple(words(value.person)), calling=found, said=title, fact=fact)
        if not isinstance(value, Name) or value.entity != "person" or fact.mention.quoted:
            continue
        sentence = extraction.sentences[fact.mention.sentence]
        yield from _ahead(fact, text)
        for span in _beside(text, fact.mention.span, sentence.span):
            phrase = text[span.start : span.end]
            if span.start == sentence.span.start:
                phrase = phrase[:1].lower() + phrase[1:]
            if (found := calling(_POSSESSIVE.sub("", phrase))) is not None:
                ends = list(_TOKEN.finditer(text, span.start, span.end))[-found.length :]
                own = Span(ends[0].start(), ends[-1].end())
                said = text[own.start : own.end]
                if (behind := _DEPARTMENT.match(text, own.end, own.end + _REACH)) is not None:
                    found = of_department(found, behind.group("word"))
                yield Called(
                    name=tuple(words(fact.mention.text)), calling=found, said=said, fact=_fact(fact, own, text)
                )


def _ahead(fact: Fact, text: str) -> Iterator[Called]:
    """The calling that begins a name as it was read: "Conservator Amina Ray"."""
    tokens = list(_TOKEN.finditer(text, fact.mention.span.start, fact.mention.span.end))
    if len(tokens) < _FULL:
        return
    first = tokens[0]
    if (found := calling(first.group().casefold())) is not None and not found.wide:
        own = Span(first.start(), first.end())
        name = tuple(words(fact.mention.text))[1:]
        yield Called(name=name, calling=found, said=first.group(), fact=_fact(fact, own, text))


def _beside(text: str, name: Span, sentence: Span) -> Iterator[Span]:
    """The stretches beside a name that may end in a calling."""
    until = min(sentence.end, name.end + _REACH)
    if (m := _BEHIND.match(text, name.end, until)) is not None:
        if not _VOICE.match(text, m.end(), until):
            yield Span(*m.span("phrase"))
        if (more := _SECOND.match(text, m.end(), until)) is not None:
            yield Span(*more.span("phrase"))
    start = max(sentence.start, name.start - _REACH)
    end = name.start
    if (m := _HONORIFIC.search(text, start, end)) is not None:
        end = m.start()
    first = end
    if text[end - 2 : end] == ", ":
        end -= 2
    elif text[end - 1 : end] in (" ", "\xa0"):
        end -= 1
    else:
        return
    breaks = [m.end() for m in _BREAK.finditer(text, start, end)]
    start = breaks[-1] if breaks else start
    before = text[start:end]
    # "its chief executive, Ann Ray": a phrase with a determiner; "Mayor Ann Ray": the words right before
    if end == first - 2 and not re.search(r"\b(?:the|its|an?|their|his|her)\b", before, re.IGNORECASE):
        return
    if before.strip():
        of = _OF.search(text, start, end) if end == first - 2 else None
        yield Span(start, of.start() if of else end)


def _fact(fact: Fact, span: Span, text: str) -> Fact:
    """A fact of the person that has the calling's stretch."""
    said = text[span.start : span.end]
    mention = Mention(
        kind="role", article=fact.article, span=span, text=said, sentence=fact.mention.sentence, parts={"title": span}
    )
    value = Role(title=said, person=fact.mention.text, organisation=None, country=None, status="current")
    return Fact(
        id=f"{fact.article}:called:{span.start}", kind="role", subject=fact.subject, value=value, mention=mention
    )


class Told:
    """What the sources say near each name, apart from the callings that stand beside names."""

    def __init__(self, corpus: Corpus, mine: frozenset[str], found: Sequence[Called]) -> None:
        spans: dict[str, list[Span]] = defaultdict(list)
        for told in found:
            spans[told.fact.article].append(told.fact.mention.parts["title"])
        self._near: dict[str, list[str]] = defaultdict(list)
        for article, extraction in corpus.extractions.items():
            if article in mine:
                continue
            for name, at in _naming(extraction).items():
                self._near[name] += _without(corpus.articles[article].text, extraction.sentences, at, spans[article])

    def of(self, name: str, called: Calling) -> bool:
        """True where a source has a word for the calling, or its stem ("chairs"), in a sentence near the name."""
        near = self._near.get(name, ())
        if called.deputy and not any(f" {w}" in text for text in near for w in DEPUTY):
            return False
        wanted = {*forms(called.post), called.said}
        if called.before:
            return any(called.before in text for text in near)
        stems = {f" {form[:_STEM] if ' ' not in form and len(form) > _STEM else form}" for form in wanted}
        return any(stem in text for text in near for stem in stems)


def _naming(extraction: Extraction) -> dict[str, set[int]]:
    """By the last word of a person's name, the sentences that have it, and those behind that name nobody else."""
    found: dict[str, set[int]] = defaultdict(set)
    people: dict[int, set[str]] = defaultdict(set)
    for fact in extraction.facts:
        if isinstance(fact.value, Name) and fact.value.entity == "person":
            people[fact.mention.sentence].add(words(fact.mention.text)[-1])
    for index, names in people.items():
        for name in names:
            found[name].add(index)
            if index + 1 < len(extraction.sentences) and index + 1 not in people:
                found[name].add(index + 1)
    return found


def _without(text: str, sentences: Sequence[Sentence], at: Iterable[int], others: Sequence[Span]) -> list[str]:
    """Sentences case folded, each after a space, with some stretches left out."""
    found = []
    for index in sorted(at):
        span, start, kept = sentences[index].span, sentences[index].span.start, []
        for other in sorted(o for o in others if o.overlaps(span)):
            kept.append(text[start : max(start, other.start)])
            start = max(start, other.end)
        kept.append(text[start : span.end])
        found.append(" " + " ".join(" ".join(kept).split()).casefold())
    return found
