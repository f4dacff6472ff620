"""How far two readers agree, by what each decided before seeing the other's judgement."""

from __future__ import annotations

from collections import Counter

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from crosscheck.store.blind import undecided
from crosscheck.store.tables import Account, Event, Finding, Judgement


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Two readers: ``both`` findings that both judged, ``same`` verdicts, and Cohen's kappa (None where undefined)."""

    readers: tuple[str, str]
    both: int
    same: int
    kappa: float | None

    @property
    def share(self) -> float:
        """The share of equal verdicts, 0 to 1."""
        return self.same / self.both


def kappa(pairs: list[tuple[str, str]]) -> float | None:
    """Cohen's kappa (1960) of pairs of verdicts: agreement beyond chance. None where chance alone gives all of it."""
    number = len(pairs)
    observed = sum(a == b for a, b in pairs) / number
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[v] * second[v] for v in first) / number**2
    return None if chance == 1 else (observed - chance) / (1 - chance)


def agreement(session: Session, event_id: int) -> list[Agreement]:
    """Of an event, for each pair of readers, by name: their first verdicts on the findings that are there.

    Findings that still wait for their second reader are left out, so that no figure gives a verdict away.
    """
    query = select(Judgement.finding_id, Account.name, Judgement.verdict)
    query = query.join(Account, Account.id == Judgement.account_id).join(Finding, Finding.id == Judgement.finding_id)
    query = query.where(Finding.event_id == event_id, Finding.present, Judgement.standing != "undone")
    if session.get_one(Event, event_id).readers < 2:
        return []
    hidden = undecided(session, [event_id])
    firsts: dict[int, dict[str, str]] = {}
    for finding, name, verdict in session.execute(query.order_by(Judgement.id)):
        if finding not in hidden:
            firsts.setdefault(finding, {}).setdefault(name, verdict)
    pairs: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for verdicts in firsts.values():
        if len(verdicts) > 1:  # a third person settles a disagreement with both before them: not an independent reading
            one, two = sorted(list(verdicts)[:2])
            pairs.setdefault((one, two), []).append((verdicts[one], verdicts[two]))
    return [
        Agreement(readers=names, both=len(found), same=sum(a == b for a, b in found), kappa=kappa(found))
        for names, found in sorted(pairs.items())
    ]
