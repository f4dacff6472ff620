"""Views of the queue under a name, notes that call somebody, and of whom a correction was asked."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("filter", sa.Text(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("account_id", "name"),
    )
    op.create_index("ix_saved_view_account_id", "saved_view", ["account_id"], unique=False)
    op.create_table(
        "note_call",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("note_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("done", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.ForeignKeyConstraint(["note_id"], ["note.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_note_call_note_id", "note_call", ["note_id"], unique=False)
    op.create_index("ix_note_call_account_id", "note_call", ["account_id"], unique=False)
    op.add_column("correction_step", sa.Column("asked_of_id", sa.Integer(), nullable=True))
    op.create_index("ix_correction_step_asked_of_id", "correction_step", ["asked_of_id"], unique=False)
