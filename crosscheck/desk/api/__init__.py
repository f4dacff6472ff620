"""The HTTP API under /api/v1, typed by the structs of the document and of the store."""

from crosscheck.desk.api import check, events, findings, log, stories

ROUTES = [*check.ROUTES, *events.ROUTES, *stories.ROUTES, *findings.ROUTES, *log.ROUTES]
