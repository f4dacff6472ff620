"""Findings are told by their titles, what differs, and not by their subjects alone."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("finding", sa.Column("title", sa.Text(), nullable=False, server_default=""))
    finding = sa.table(
        "finding", sa.column("id"), sa.column("subject"), sa.column("payload"), sa.column("search"), sa.column("title")
    )
    connection = op.get_bind()
    columns = (finding.c.id, finding.c.subject, finding.c.payload, finding.c.search)
    for number, subject, payload, search in connection.execute(sa.select(*columns)).all():
        title = json.loads(payload).get("title") or subject[:1].upper() + subject[1:]
        values = {"title": title, "search": f"{search}\n{title.casefold()}"}
        connection.execute(finding.update().where(finding.c.id == number).values(**values))
