"""The table of pages that the desk fetched: evidence of what an address said when, never changed and never replaced."""

from __future__ import annotations

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from crosscheck.store.tables import Base, Line


class Fetched(Base):
    """A page as it came. ``name`` is the event's file that was made of it; fetched again, another row stands beside."""

    __tablename__ = "fetched"
    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    asked: Mapped[str]
    url: Mapped[str]  # where it was found at last, after redirects
    at: Mapped[str]
    media: Mapped[str]
    sha256: Mapped[str] = mapped_column(Line(64))
    size: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary)
    name: Mapped[str]
