"""The pages. Each works as plain forms: POST, then See Other; scripts only add keys and progress."""

from crosscheck.desk.pages import (
    articles,
    audit,
    corrections,
    events,
    exports,
    findings,
    own,
    people,
    queue,
    settings,
    static,
    stories,
)

ROUTES = [
    *events.ROUTES,
    *stories.ROUTES,
    *articles.ROUTES,
    *queue.ROUTES,
    *own.ROUTES,
    *findings.ROUTES,
    *people.ROUTES,
    *corrections.ROUTES,
    *exports.ROUTES,
    *audit.ROUTES,
    *settings.ROUTES,
    *static.ROUTES,
]
