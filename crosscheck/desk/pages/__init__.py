"""The pages. Each works as plain forms: POST, then See Other; scripts only add keys and progress."""

from crosscheck.desk.pages import audit, corrections, events, exports, findings, own, people, queue, static, stories

ROUTES = [
    *events.ROUTES,
    *stories.ROUTES,
    *queue.ROUTES,
    *own.ROUTES,
    *findings.ROUTES,
    *people.ROUTES,
    *corrections.ROUTES,
    *exports.ROUTES,
    *audit.ROUTES,
    *static.ROUTES,
]
