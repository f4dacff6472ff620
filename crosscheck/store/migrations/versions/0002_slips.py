"""Findings of one slip are told by a column, so that the queue can group them."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("finding", sa.Column("slip", sa.String(length=80), nullable=False, server_default=""))
    finding = sa.table("finding", sa.column("id"), sa.column("finding"), sa.column("payload"), sa.column("slip"))
    connection = op.get_bind()
    for number, content, payload in connection.execute(sa.select(finding.c.id, finding.c.finding, finding.c.payload)):
        slip = (json.loads(payload).get("group") or content)[:80]
        connection.execute(finding.update().where(finding.c.id == number).values(slip=slip))
    op.create_index("ix_finding_slip", "finding", ["event_id", "slip"], unique=False)
