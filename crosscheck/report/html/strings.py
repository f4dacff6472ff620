"""Every English word of the report's page, in one place: a translation is another module like this one."""

from __future__ import annotations

LANGUAGE = "en"

LEVELS = {"error": "Correction", "warning": "To check", "note": "Note"}
LEVEL_PLURALS = {
    "error": ("correction", "corrections"),
    "warning": ("point to check", "points to check"),
    "note": ("note", "notes"),
}
KINDS = {
    "name": "Names",
    "affiliation": "Offices and bodies",
    "role": "Offices and bodies",
    "date": "Dates and times",
    "figure": "Figures",
    "place": "Places",
    "quote": "Quotes",
    "quote_wording": "Wording of quotes",
    "quote_attribution": "Who said it",
}
KIND_ONE = {
    "name": "name",
    "affiliation": "office",
    "date": "date",
    "figure": "figure",
    "place": "place",
    "quote_wording": "quote wording",
    "quote_attribution": "quote attribution",
}
LEGEND = (
    ("name", "name"),
    ("affiliation", "office or body"),
    ("date", "date or time"),
    ("figure", "figure"),
    ("place", "place"),
    ("quote", "quote"),
)
CONFIDENCE = ((0.8, "high confidence"), (0.55, "medium confidence"), (0.0, "low confidence"))
SETTLE = {
    "name": "the person's or body's own site, a register, or a call: how do they write it themselves?",
    "affiliation": "the body's own list of officials on that day.",
    "date": "the organiser's or authority's own notice; mind the time zone and the day the page was stamped.",
    "figure": "who counted, and when? Ask the authority that each source names; a later count may be an update.",
    "place": "the authority's report, or a map: does one description contain the other?",
    "quote_wording": "the recording, transcript or statement itself.",
    "quote_attribution": "the statement itself, on the site of the body that is said to have made it.",
}
PRIMARY_GIVEN = "A primary document was given; the reading that it carries is marked."
PRIMARY_MISSING = "No primary document was given."
AUTHORITY = "primary document"
MAJORITY = "most sources"
DEPARTS = "departs"
TIE = "sources are even"
EXPLAIN = "Why this matters"
HEAD = {
    "articles": ("article", "articles"),
    "sources": ("independent source", "independent sources"),
    "conflicts": ("conflict", "conflicts"),
    "agreed": ("fact agreed by two sources or more", "facts agreed by two sources or more"),
    "single": ("fact told by one source only", "facts told by one source only"),
    "unread": ("file could not be read", "files could not be read"),
}
NO_FINDINGS = (
    "No conflict was found. That is not proof that all is right: what was checked stands under “Agreed”, "
    "what no second source tells under “Told by one source only”."
)
NO_TEXT = "The text of this article is not in the findings document; only the words of its facts are shown."
PAGE = {
    "report": "Source check",
    "skip": "Skip to the findings",
    "made": "Made {made} with crosscheck {version}, model {model}.",
    "matrix": "Who says what",
    "matrix_caption": "Facts told by two articles or more. A bar and bold text mark a reading that departs from the "
    "majority; bars on all sides mark a tie.",
    "fact": "Fact",
    "findings": "Findings",
    "agreed": "Agreed",
    "single": "Told by one source only",
    "articles": "The articles",
    "pictures": "Pictures",
    "timeline": "Dated facts, by article",
    "timeline_text": "The same as a list",
    "timeline_left_out": "{n} dated facts outside this span are not drawn.",
    "plots": "Figures with three readings or more",
    "unread": "Not read",
    "warnings": "Read, but not in full",
    "filters": "Filter",
    "level": "Level",
    "kind": "Kind",
    "article": "Article",
    "all": "all",
    "search": "Words",
    "reset": "Show all",
    "shown": "{n} of {m} findings shown",
    "nothing": "No finding fits this filter.",
    "help": "Keys",
    "close": "Close",
    "contents": "Contents",
    "back": "back to the finding",
    "line": "line {n}",
    "in_article": "see it in the article",
    "group": "{n} findings on the same words",
    "legend": "Marks in the text",
    "link": "Address of this finding",
    "inside": "inside one article",
    "judged": "Judgement",
    "data": "Findings, for machines",
    "same_source": "shares its wording with {other}",
    "role_primary": "primary document",
    "role_draft": "draft",
    "margin": "Findings here",
    "suggestion": "Sources read",
    "settle": "To settle it",
}
KEYS = (
    ("j", "next finding"),
    ("k", "previous finding"),
    ("o", "its place in the article, again for the next source"),
    ("b", "back to the finding"),
    ("/", "search"),
    ("Esc", "leave the search, close this list"),
    ("?", "this list"),
)


def count(number: int, words: tuple[str, str]) -> str:
    """ "1 article", "3 articles"."""
    return f"{number:,} {words[0] if number == 1 else words[1]}"
