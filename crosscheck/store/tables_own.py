"""The tables of what belongs to one person: views of the queue under a name, and notes that call somebody."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from crosscheck.store.tables import Base, Line


class SavedView(Base):
    """A filter and order of the queue that a person keeps under a name; ``filter`` is a QueueFilter as JSON."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("account_id", "name"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    name: Mapped[str] = mapped_column(Line(80))
    filter: Mapped[str]
    created: Mapped[str]


class NoteCall(Base):
    """A person whom a note calls as ``@name``; ``done`` is when they ticked it off."""

    __tablename__ = "note_call"
    id: Mapped[int] = mapped_column(primary_key=True)
    note_id: Mapped[int] = mapped_column(ForeignKey("note.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    done: Mapped[str | None]
