"""The house list: a desk's agreed forms of names and bodies, which make one form right and others a finding.

In: findings of names and the list of the settings. Out: findings that the list does not settle. What the list says of
the draft's own words is rule HOU801.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import msgspec

from crosscheck.compare.draft import drafts
from crosscheck.model import Corpus, Finding, Span
from crosscheck.settings import Settings


def settle(findings: Iterable[Finding], corpus: Corpus, settings: Settings) -> list[Finding]:
    """Findings of spelling between two forms of one entry are no conflict of sources.

    Against a draft they go: the house form is right, and another one is HOU801's. Without a draft they are notes.
    """
    spellings = settings.house.spellings
    if not spellings:
        return list(findings)
    with_draft = bool(drafts(corpus))
    kept = []
    for finding in findings:
        house = _one_form(finding, spellings) if finding.kind == "name" and finding.rule != "HOU801" else None
        if house is None:
            kept.append(finding)
        elif not with_draft:
            words = f"The house list has both as “{house}”."
            kept.append(
                msgspec.structs.replace(
                    finding, level="note", message=f"{finding.message} {words}", suggestion=finding.suggestion or house
                )
            )
    return kept


def _one_form(finding: Finding, spellings: Mapping[str, tuple[str, ...]]) -> str | None:
    """The house form that all readings come to, or None."""
    forms = {_housed(r.value, spellings) for r in finding.readings}
    return forms.pop() if len(forms) == 1 else None


def _housed(value: str, spellings: Mapping[str, tuple[str, ...]]) -> str:
    for house in sorted(spellings):
        if pattern(house).search(value):
            return value  # an alias may be part of the house form itself
        for alias in sorted(spellings[house], key=len, reverse=True):
            changed = pattern(alias).sub(lambda _, house=house: house, value)  # type: ignore[misc]
            if changed != value:
                return changed
    return value


@cache
def pattern(form: str) -> re.Pattern[str]:
    """A form as whole words, with any white space between them; capitals count, since they can be what differs."""
    return re.compile(r"(?<!\w)" + r"\s+".join(re.escape(w) for w in form.split()) + r"(?!\w)")


def occurrences(text: str, form: str, *, unless: Iterable[Span] = ()) -> Iterator[Span]:
    """Where a form stands in a text, but not inside one of the stretches ``unless`` (the house form itself)."""
    if not form.split():
        return
    taken = tuple(unless)
    for match in pattern(form).finditer(text):
        span = Span(match.start(), match.end())
        if not any(t.overlaps(span) for t in taken):
            yield span
