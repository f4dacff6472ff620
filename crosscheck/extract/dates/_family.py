"""What a family of time expressions is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Fields = Mapping[str, str]


def _always(form: str, fields: Fields) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Family:
    """Patterns by form, and what must hold of a match.

    ``patterns`` are (form, pattern over word classes); ``needs`` names for a form the classes of which one must stand
    in a text, so that most forms are not tried on most articles; ``units`` are the only units that a form may have,
    ``never`` those that it must not; ``plausible`` is asked with form and fields of a match.
    """

    patterns: tuple[tuple[str, str], ...]
    needs: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    never: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plausible: Callable[[str, Fields], bool] = _always

    def stands(self, form: str, fields: Fields) -> bool:
        """True where the fields of a match make an expression of time."""
        unit = fields.get("u")
        if unit is not None and (unit not in self.units.get(form, (unit,)) or unit in self.never.get(form, ())):
            return False
        return self.plausible(form, fields)


def days_of_a_month(fields: Fields) -> bool:
    """True where no day is told that a month cannot have."""
    days = ("".join(c for c in fields.get(d, "1") if c.isdigit()) for d in ("d", "d2"))
    return all(1 <= int(n) <= 31 for n in days)
