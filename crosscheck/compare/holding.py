"""How one office is held: in full, for the time being, as deputy, with others; and when two ways cannot both hold.

In: two facts that give one person one office. Out: whether what they say of the holding conflicts.
"""

from __future__ import annotations

from crosscheck.compare.bodynames import may_be_one
from crosscheck.compare.roles import held, one_office, role_of
from crosscheck.data import titles
from crosscheck.model import Fact


def status_of(fact: Fact) -> str | None:
    """How a title is held, where that alone may conflict: full, acting, deputy or joint ("co-owner")."""
    status = role_of(fact).status
    if fact.mention.attrs.get("title", "").lower().startswith("co-"):
        return "joint"
    return "full" if held(role_of(fact)) else status if status in ("acting", "deputy") else None


def statuses_conflict(one: Fact, other: Fact) -> bool:
    """True where one holds an office in full and the other for the time being, as deputy or with others.

    Both must say whose office it is: a title that only goes with a name ("Chief Ray") is often cut short.
    """
    a, b = role_of(one), role_of(other)
    statuses = {status_of(one), status_of(other)}
    if len(statuses) < 2 or "full" not in statuses or None in statuses or not a.title or not one_office(a, b):
        return False
    if a.title not in titles.by_canonical() or titles.by_canonical()[a.title].family in titles.LOOSE:
        return False
    if "joint" in statuses:
        return a.organisation is None or b.organisation is None or may_be_one(a.organisation, b.organisation)
    if a.country and b.country:
        return a.country == b.country
    if _strict(one) and _strict(other):
        return a.organisation is None or b.organisation is None or may_be_one(a.organisation, b.organisation)
    if not a.organisation and not b.organisation:
        return "deputy" in statuses and _named_in_full(one) and _named_in_full(other)
    if "acting" in statuses and (not a.organisation or not b.organisation):
        return _named_in_full(one if status_of(one) == "full" else other)
    return bool(a.organisation and b.organisation) and may_be_one(a.organisation or "", b.organisation or "")


def _strict(fact: Fact) -> bool:
    """True for "deputy mayor Ann Ray", "Coach Ann Ray": right before a whole name nobody cuts these titles short."""
    name = fact.mention.parts.get("person")
    start = fact.mention.span.start
    whole = name is not None and " " in fact.mention.text[name.start - start : name.end - start]
    family = titles.by_canonical()[role_of(fact).title or ""].family
    return whole and fact.mention.attrs.get("form") == "pre" and family in titles.STRICT


def _named_in_full(fact: Fact) -> bool:
    """True for "finance minister Ilse Hartog": an office that says whose it is, before a whole name.

    So people are first mentioned; further down writers cut both short.
    """
    title = titles.by_canonical().get(role_of(fact).title or "")
    return title is not None and title.singular and " " in title.canonical and " " in (role_of(fact).person or "")
