"""How one name is written by several sources: shared by the rules on spelling.

In: a cluster of one person's or one body's name facts. Out: the writings of each part, told apart by level.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import permutations
from typing import Literal, NamedTuple

from crosscheck.align import proper
from crosscheck.align.bodies import body_name, compare_bodies
from crosscheck.align.halfknown import share_half
from crosscheck.align.halves import given_level
from crosscheck.align.likeness import compare_names, half, nearly
from crosscheck.align.sounds import regular, romanised, skeleton, word_level
from crosscheck.align.sources import independent
from crosscheck.compare.findings import sources_phrase
from crosscheck.data import scripts
from crosscheck.model import Cluster, Corpus, Fact, Name, Reading
from crosscheck.normalise.nameparts import Parts, bare, parts, spelled_out
from crosscheck.settings import NameSettings

Level = Literal["same", "variant", "spelling", "different"]
_WRONG_ENCODING = frozenset("ÃÂ€¢¬")  # bytes of UTF-8 read as Latin-1; no name has these letters after its first


class Spellings(NamedTuple):
    """Writings of one part of a name: readings, and how they stand to one another."""

    part: str  # "family name", "given name", "name"
    level: Level
    readings: tuple[Reading, ...]
    key: str = ""  # what the writings are about: the part of the name on which sources agree


def person_spellings(cluster: Cluster, corpus: Corpus, settings: NameSettings) -> Iterator[Spellings]:
    """Parts of a person's name that sources write differently: misspellings, then romanisations.

    Two parts told apart by their letters (Graham, Gareth) differ where the full names do.
    """
    family: dict[str, list[Fact]] = defaultdict(list)
    first: dict[str, list[Fact]] = defaultdict(list)
    full: dict[Parts, None] = {}
    foreign = 0
    for fact in cluster.facts:
        found = _parts(fact)
        if found.given and not _garbled(fact):
            family["".join(map(bare, found.family[-1:]))].append(fact)
            first[found.given[0].replace("-", "")].append(fact)
            foreign += 1 if romanised(found) else -1
            full[found] = None
    if not first:
        return  # single words only: too little to say whose name it is
    titled = {_parts(f).family for f in cluster.facts if "title" in f.mention.attrs.get("cues", "").split()}
    for fact in cluster.facts:
        found = _parts(fact)
        if len(found.words) == 1 and not _garbled(fact):
            near = defaultdict(list) if found.family in titled else first  # "President Hale" is no given name misspelt
            _alone(fact, bare(found.family[0]), family, near, foreign > 0, settings)
    apart = _told_apart(full, settings)
    for part, writings, agreed in (("family name", family, first), ("given name", first, family)):
        key = f"{part} of {skeleton(_commonest(agreed, corpus))}"
        level = partial(_level, compare=given_level if writings is first else word_level, foreign=foreign > 0,
                        apart=apart, settings=settings)  # fmt: skip
        for spellings in _part(part, writings, level, corpus, settings):
            two = any((a.canonical, b.canonical) in apart for a, b in permutations(spellings.readings, 2))
            yield spellings._replace(
                key=key, level="different" if two and spellings.level == "spelling" else spellings.level
            )


def _told_apart(full: Iterable[Parts], settings: NameSettings) -> frozenset[tuple[str, str]]:
    """Pairs of family names, and of given names, of full names that aligning joined though they are two by letters."""
    found: set[tuple[str, str]] = set()
    for one, other in permutations(full, 2):
        if compare_names(one, other, settings).level == "different" and (
            nearly(one, other, settings) or half(one, other) or share_half(one, other)
        ):
            found.add((bare(one.family[-1]), bare(other.family[-1])))
            found.add((one.given[0].replace("-", ""), other.given[0].replace("-", "")))
    return frozenset(found)


def _level(
    a: str, b: str, *, compare: Callable[..., Level], foreign: bool, apart: frozenset[tuple[str, str]],
    settings: NameSettings,
) -> Level:  # fmt: skip
    """Level of two writings of one part; ``spelling`` also for those that only the full names tell apart."""
    level = compare(a, b, foreign=foreign, settings=settings)
    return "spelling" if level == "different" and (a, b) in apart else level


def _garbled(fact: Fact) -> bool:
    """True where letters of a wrong encoding stand in the name (Obamaâ€™s)."""
    return any(c in _WRONG_ENCODING for c in fact.mention.text[1:])


def _commonest(writings: dict[str, list[Fact]], corpus: Corpus) -> str:
    return min(writings, key=lambda w: (-independent(writings[w], corpus), w))


def _parts(fact: Fact) -> Parts:
    return parts(" ".join(fact.mention.text.split()))


def _alone(
    fact: Fact,
    word: str,
    family: dict[str, list[Fact]],
    first: dict[str, list[Fact]],
    foreign: bool,
    settings: NameSettings,
) -> None:
    """File a single word under the part of the name that it writes, exactly before nearly.

    A family told of together (the Harts) writes nothing otherwise.
    """
    if not family or word in family:
        family[word].append(fact)
    elif word in first:
        first[word].append(fact)
    elif any(word in (w + "s", w + "es") for w in family) or any(word + "s" == w for w in first):
        return
    elif any(word_level(word, w, foreign=foreign, settings=settings) in ("variant", "spelling") for w in family):
        family[word].append(fact)
    elif any(given_level(word, w, foreign=foreign, settings=settings) in ("variant", "spelling") for w in first):
        first[word].append(fact)


def _part(
    part: str,
    writings: dict[str, list[Fact]],
    level: Callable[[str, str], Level],
    corpus: Corpus,
    settings: NameSettings,
) -> Iterator[Spellings]:
    """Writings of one part: those that differ by romanisation stand as one among those that differ by a slip."""
    judged = _with_styles(level, writings, corpus, settings)
    classes, strays = _classes(writings, judged, corpus, settings)
    main = classes[0] if classes else []
    slips = [
        c
        for c in classes[1:]
        if c[0] in strays or any(judged(a, b) == "spelling" for k in classes if k is not c for a in c for b in k)
    ]
    if slips:
        readings = tuple(_reading([f for w in c for f in writings[w]], c[0]) for c in [main, *slips])
        yield Spellings(part, "spelling", readings)
    for words in classes:
        kept = [w for w in words if w == words[0] or judged(w, words[0]) == "variant"]
        if len(kept) > 1:
            yield Spellings(part, "variant", tuple(_reading(writings[w], w) for w in kept))


def _with_styles(
    level: Callable[[str, str], Level], writings: dict[str, list[Fact]], corpus: Corpus, settings: NameSettings
) -> Callable[[str, str], Level]:
    """The level of two writings, a variant where one spells letters of the other out or both are a house's style."""

    def judged(a: str, b: str) -> Level:
        found = level(a, b)
        if found in ("spelling", "different") and any(
            y in spelled_out(f.mention.text) for x, y in ((a, b), (b, a)) for f in writings[x]
        ):
            return "variant"
        return "variant" if found == "spelling" and _two_styles(a, b, writings, corpus, settings) else found

    return judged


def _classes(
    writings: dict[str, list[Fact]], judged: Callable[[str, str], Level], corpus: Corpus, settings: NameSettings
) -> tuple[list[list[str]], list[str]]:
    """Writings with their romanisations, the commonest first; and those set apart that most likely are slips."""
    classes: list[list[str]] = []
    strays: list[str] = []
    for word in sorted(writings, key=lambda w: (-independent(writings[w], corpus), -len(writings[w]), w)):
        home = next((c for c in classes if _belongs({judged(word, w) for w in c})), None)
        if home and judged(word, home[0]) == "variant":
            if _stray(writings[word], writings[home[0]], word, home[0], corpus, settings):
                home = None
                strays.append(word)
        if home is not None:
            home.append(word)
        else:
            classes.append([word])
    return classes, strays


def _two_styles(
    a: str, b: str, writings: dict[str, list[Fact]], corpus: Corpus, settings: NameSettings
) -> bool:  # fmt: skip
    """True where several sources on either side write one sound in two ways: house styles, whatever the language."""
    return regular(a, b) and all(independent(writings[w], corpus) >= settings.agreeing_sources for w in (a, b))


def _stray(lone: list[Fact], common: list[Fact], word: str, main: str, corpus: Corpus, settings: NameSettings) -> bool:
    """True for a writing of one source that looks like a romanisation and is most likely a slip.

    Other sources agree on another writing, and this one is no regular alternation of it, or stands once in an article
    that otherwise writes it as the others do.
    """
    if independent(common, corpus) < settings.agreeing_sources or len({f.article for f in lone}) > 1:
        return False
    groups = scripts.variants()
    if word in groups and groups[word] == groups.get(main):
        return False
    if not regular(word, main):
        return True
    here = [f for f in common if f.article == lone[0].article]
    return len(lone) == 1 and len(here) > 1


def _belongs(levels: set[Level]) -> bool:
    """A writing is one with others that it equals or romanises, unless it is a slip of one (Sam, Samuel, Samueel)."""
    return bool(levels & {"same", "variant"}) and "spelling" not in levels


def _reading(facts: list[Fact], word: str) -> Reading:
    """A reading shown by its fullest writing; of several the commonest, since one part stands for all of them."""
    written = Counter(" ".join(f.mention.text.split()) for f in facts)
    shown = max(written, key=lambda text: (len(text.split()), written[text], -len(text), text))
    return Reading(value=shown, canonical=word, facts=tuple(facts))


def told_in_one_article(found: Spellings, corpus: Corpus) -> Iterator[tuple[Reading, ...]]:
    """The readings of each article that carries several of them in its own words, outside quotes and headlines."""
    by_article: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for reading in found.readings:
        for fact in reading.facts:
            if not fact.mention.quoted and not corpus.sentence(fact).headline:
                by_article[fact.article][reading.canonical].append(fact)
    for article in sorted(by_article):
        if len(told := by_article[article]) > 1:
            yield tuple(_reading(facts, word) for word, facts in sorted(told.items()))


def body_spellings(cluster: Cluster, corpus: Corpus, settings: NameSettings) -> Iterator[Spellings]:
    """Writings of one body's name."""
    writings: dict[str, list[Fact]] = defaultdict(list)
    for fact in cluster.facts:
        assert isinstance(fact.value, Name)
        writings[body_name(fact.value.full).key].append(fact)
    if len(writings) < 2:
        return
    names = {k: body_name(k) for k in writings}
    order = sorted(writings, key=lambda w: (-independent(writings[w], corpus), -len(writings[w]), w))
    levels: tuple[Level, ...] = ("spelling", "variant")
    for level in levels:
        kept = [order[0]] + [
            w for w in order[1:] if any(compare_bodies(names[w], names[x], settings) == level for x in order if x != w)
        ]
        if len(kept) > 1:
            yield Spellings("name", level, tuple(_reading(writings[w], w) for w in kept))


def word_spellings(cluster: Cluster, corpus: Corpus) -> Spellings | None:
    """A word that one source writes a letter off, against the writing of the others; a slip where these are sure of it.

    They are where two of them agree, or where the word is a known name, and the lone one is no known romanisation.
    """
    writings: dict[str, list[Fact]] = defaultdict(list)
    for fact in cluster.facts:
        writings[fact.mention.attrs["word"]].append(fact)
    if len(writings) != 2:
        return None
    common, lone = writings
    groups = scripts.variants()
    level: Level = "spelling"
    if lone in groups and groups[lone] == groups.get(common):
        level = "variant"
    elif independent(writings[common], corpus) < 2 and not proper.is_place(common):
        foreign = all(romanised(_parts(w[0])) for w in writings.values())
        level = "variant" if foreign and skeleton(lone) == skeleton(common) else level
    return Spellings("name", level, tuple(_reading(writings[w], w) for w in (common, lone)))


def certain(readings: tuple[Reading, ...], settings: NameSettings) -> bool:
    """True where full names of two readings differ in one part only and an age or office is the same in both."""
    one, other = (_known(r) for r in readings[:2])
    return bool(one & other)


def _known(reading: Reading) -> set[str]:
    return {f"age {f.mention.attrs['age']}" for f in reading.facts if f.mention.attrs.get("age")}


def told(readings: tuple[Reading, ...], corpus: Corpus) -> str:
    """ "“Ilene Wolfe” (2 independent sources), “Ilene Wolff” (1 source)"."""
    return ", ".join(f"“{r.value}” ({sources_phrase(r.facts, corpus)})" for r in readings)


def same_people(one: str, other: str, settings: NameSettings) -> Level:
    """Level of two full names, as written."""
    return compare_names(parts(one), parts(other), settings).level
