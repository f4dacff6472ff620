"""AFF201: two people under one office at one time."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.compare.findings import majority_first, make_finding
from crosscheck.compare.names import same_people
from crosscheck.compare.roles import readings_by, role_of, told
from crosscheck.model import Cluster, Corpus, Fact, Finding
from crosscheck.normalise.nameparts import parts
from crosscheck.registry import Rule
from crosscheck.settings import Settings

RULE = Rule(
    code="AFF201",
    name="two-people-one-office",
    kind="name",
    level="warning",
    summary="Sources give one office to two people at one time.",
    aspects=("office",),
)


def check(cluster: Cluster, corpus: Corpus, settings: Settings) -> Iterable[Finding]:
    """One finding an office; none where an article knows both people, or where the names are spellings of one."""

    def identity(fact: Fact) -> str:
        return corpus.identities[f"{fact.article}:{role_of(fact).person_id}"]

    facts = [f for f in cluster.facts if not corpus.sentence(f).years]
    readings = readings_by(facts, corpus, key=identity, show=lambda f: f.subject)
    readings = [r for r in readings if any(len(f.subject.split()) > 1 for f in r.facts)]
    if len(readings) < 2 or _known_together({r.canonical for r in readings}, corpus):
        return
    one, other = readings[:2]
    if same_people(one.value, other.value, settings.names) != "different" or _short_form(one.value, other.value):
        return
    ordered = majority_first((one, other), corpus)
    if "~" in cluster.key:
        text = f"One {cluster.subject} has two names: {told(ordered, corpus)}."
    else:
        text = f"Two people are named for one office, {cluster.subject}: {told(ordered, corpus)}."
    yield make_finding(RULE, cluster, corpus, ordered, message=text, confidence=0.6, verdict="person")


def _short_form(one: str, other: str) -> bool:
    """True where one family name goes with initials ("AJ" for Alma Jane) or with a clipped given name (Jay, Jerome)."""
    a, b = (parts(name.strip("'\"“”‘’").replace("”", "").replace("“", "")) for name in (one, other))
    given = [name.given or ((name.nick,) if name.nick else ()) for name in (a, b)]
    if a.family[-1:] != b.family[-1:] or not all(given):
        return False
    short, long = sorted(given, key=lambda g: len("".join(g)))
    letters = "".join(short).replace(".", "")
    initials = "".join(w[0] for w in long)
    return letters in (initials, initials[:1]) or len(letters) <= len(initials) + 2 and letters[0] == long[0][0]


def _known_together(people: set[str], corpus: Corpus) -> bool:
    """True where one article names two of the people: then it tells of a succession or of two offices."""
    seen: dict[str, set[str]] = {}
    for key, identity in corpus.identities.items():
        if identity in people:
            seen.setdefault(key.partition(":")[0], set()).add(identity)
    return any(len(found) > 1 for found in seen.values())
