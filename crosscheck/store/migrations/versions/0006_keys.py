"""Everybody may switch single keys off, or choose other ones."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("account", sa.Column("keys", sa.Text(), nullable=False, server_default=""))
