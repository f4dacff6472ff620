"""Family names that are cut, halved or capitalised otherwise: shared by the rule on spelling of people.

In: a cluster of one person's name facts. Out: :class:`~crosscheck.compare.names.Spellings`. These are differences that
the comparison of folded words passes over: half of a double name (Orla Finch-Hale, Orla Finch), the last of two
surnames left out (Judge Nora Bell for Nora Bell Castle), other small words (van den, van der), a capital inside
(DeLorn, Delorn).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, permutations

from crosscheck.align.likeness import compare_names, other_initial
from crosscheck.align.sources import independent
from crosscheck.compare.names import Spellings
from crosscheck.data import given
from crosscheck.model import Cluster, Corpus, Fact, Reading
from crosscheck.normalise.nameparts import Parts, bare, fold, parts
from crosscheck.settings import NameSettings

_EDGES = "\"'“”‘’.,;:()"
_OWNER = re.compile(r"['’]s$")
_INNER = re.compile(r"(?<=[^\W\d_])[A-Z]")


def surnames(cluster: Cluster, corpus: Corpus, settings: NameSettings) -> Iterator[Spellings]:
    """Differences in the family name that letters alone do not show."""
    facts = [f for f in cluster.facts if not f.mention.attrs.get("maybe")]
    yield from _particles(facts, settings)
    yield from _capitals(facts, corpus, settings)
    yield from _doubled(facts)
    yield from _last_left_out(facts)
    yield from _initials(facts)


def _particles(facts: list[Fact], settings: NameSettings) -> Iterator[Spellings]:
    """Family names that differ in their small words only: van den Brul, van der Brul."""
    full = _full(facts)
    told = [name for name in full if len(name.family) > 1]
    writings: dict[str, list[Fact]] = {}
    for one, other in permutations(told, 2):
        if bare(one.family[-1]) == bare(other.family[-1]) and one.family[:-1] != other.family[:-1]:
            if compare_names(one, other, settings).family == "spelling":
                writings.setdefault(" ".join(one.family), [])
    for fact in facts:
        if (written := " ".join(_parts(fact).family)) in writings:
            writings[written].append(fact)
    if len(writings) > 1:
        readings = tuple(
            Reading(value=_family_as_written(facts[0]), canonical=key, facts=tuple(facts))
            for key, facts in writings.items()
        )
        yield Spellings("family name", "spelling", readings, f"particles of {min(writings)}")


def _family_as_written(fact: Fact) -> str:
    """The family name of a mention with its small words, as the text has it."""
    words = fact.mention.text.split()
    return " ".join(words[-len(_parts(fact).family) :])


def _parts(fact: Fact) -> Parts:
    return parts(" ".join(fact.mention.text.split()))


def _capitals(facts: list[Fact], corpus: Corpus, settings: NameSettings) -> Iterator[Spellings]:
    """One family name with and without a capital inside; several sources on either side have two styles."""
    written: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    if not any(word in given.english_given() for name in _full(facts) for word in name.given):
        return  # of a firm or a brand that is read as a person's name capitals say nothing
    for fact in facts:
        word = _OWNER.sub("", fact.mention.text.split()[-1]).strip(_EDGES)
        if not word.isupper() and word[:1].isupper():
            written[fold(word)][word].append(fact)
    for key in sorted(written):
        ways = written[key]
        inner = {word: tuple(m.start() for m in _INNER.finditer(word)) for word in ways}
        if len(set(inner.values())) < 2 or len({len(w) for w in ways}) > 1:
            continue
        if all(independent(told, corpus) >= settings.agreeing_sources for told in ways.values()):
            continue
        readings = tuple(Reading(value=_shown(ways[w]), canonical=w, facts=tuple(ways[w])) for w in sorted(ways))
        yield Spellings("family name", "spelling", readings, f"capitals of {key}")


def _doubled(facts: list[Fact]) -> Iterator[Spellings]:
    """A double name of which another source writes one half beside the same given name; no article has both."""
    full = _full(facts)
    for name in sorted(n for n in full if "-" in n.family[-1]):
        pieces = [p for p in name.family[-1].split("-") if len(p) > 2]
        if len(pieces) != 2 or not all(_double(f) for f in full[name]):
            continue
        for piece in pieces:
            cut = [f for other, told in full.items() if other.family[-1] == piece for f in told]
            if any(set(pieces) <= {*_parts(f).words} for f in cut):
                continue  # both halves, without the hyphen: a style
            whole = [f for other, told in full.items() if other.family[-1] == name.family[-1] for f in told]
            if cut and _articles(cut).isdisjoint(_articles(whole)):
                yield _two(whole, cut, name.family[-1], piece)


def _double(fact: Fact) -> bool:
    """True where both halves of the last word begin with a capital: Finch-Hale, and no Gold Glove-worthy, al-Amin."""
    return all(piece[:1].isupper() for piece in fact.mention.text.split()[-1].split("-"))


def _last_left_out(facts: list[Fact]) -> Iterator[Spellings]:
    """A name without its last word, where others call the person by that word alone, and none by the one before."""
    full = _full(facts)
    alone = {fold(_OWNER.sub("", f.mention.text)) for f in facts if " " not in f.mention.text.strip()}
    for name in sorted(full):
        if len(name.family) != 1 or len(name.given) < 2 or name.suffix:
            continue
        last, before = name.family[-1], name.given[-1]
        cut = [f for other, told in full.items() if other.words == name.words[:-1] for f in told]
        if cut and last in alone and before not in alone and _articles(cut).isdisjoint(_articles(full[name])):
            yield _two(full[name], cut, last, before)


def _initials(facts: list[Fact]) -> Iterator[Spellings]:
    """One full name with two middle initials, in articles of which none has both."""
    full = _full(facts)
    for one, other in combinations(sorted(full), 2):
        if other_initial(one, other) and _articles(full[one]).isdisjoint(_articles(full[other])):
            readings = tuple(
                Reading(value=_shown(full[name]), canonical=name.given[1], facts=tuple(full[name]))
                for name in (one, other)
            )
            yield Spellings("middle initial", "different", readings, f"initial of {bare(one.family[-1])}")


def _full(facts: list[Fact]) -> dict[Parts, list[Fact]]:
    """Facts by their names in full."""
    found: dict[Parts, list[Fact]] = defaultdict(list)
    for fact in facts:
        name = _parts(fact)
        if name.given:
            found[name].append(fact)
    return found


def _articles(facts: list[Fact]) -> set[str]:
    return {f.article for f in facts}


def _two(whole: list[Fact], cut: list[Fact], one: str, other: str) -> Spellings:
    readings = (
        Reading(value=_shown(whole), canonical=bare(one), facts=tuple(whole)),
        Reading(value=_shown(cut), canonical=bare(other), facts=tuple(cut)),
    )
    return Spellings("family name", "different", readings, f"surname of {one} {other}")


def _shown(facts: list[Fact]) -> str:
    """The fullest writing."""
    shown = max(facts, key=lambda f: (len(f.mention.text.split()), -len(f.mention.text), f.mention.text))
    return " ".join(shown.mention.text.split())
