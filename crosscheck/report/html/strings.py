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
STANDING = {
    "primary": "primary document",
    "majority": "most sources",
    "departs": "departs",
    "tie": "sources are even",
    "less": "says less",
    "none": "in no source",
    "agree": "",
}
DRAFT = "the draft"
DRAFT_DEPARTS = "departs from the sources"
NOBODY = "no source"
SHARE = "{share} by independent sources"
COPIES = "{names} carry one text almost word for word: one source."
PASSAGE = "{n} outlets carry this passage almost word for word: it counts {times}."
TIMES = {1: "once", 2: "twice"}
SUGGESTED = {
    "primary": "The primary document has",
    "house": "The house list has",
    "draft": "The sources have",
    "majority": "Most sources have",
    "tie": "The rule proposes, though sources are even",
}
LISTED_COPIES = "copies of one text count once"
LISTED_PASSAGE = "one passage, told word for word, counts once"
LESS = "Say less, counted for neither side"
EXPLAIN = "Why this matters, and what settles it in general"
WHY = "Why these two"
HEAD = {
    "articles": ("article", "articles"),
    "sources": ("independent source", "independent sources"),
    "conflicts": ("conflict", "conflicts"),
    "agreed": ("fact agreed by two sources or more", "facts agreed by two sources or more"),
    "single": ("fact told by one source only", "facts told by one source only"),
    "met": ("fact of the draft that a source tells too", "facts of the draft that a source tells too"),
    "alone": ("fact told by the draft only", "facts told by the draft only"),
    "drafts": ("draft", "drafts"),
    "unread": ("file could not be read", "files could not be read"),
    "partly": ("article not read in full", "articles not read in full"),
    "carriers": ("source", "independent sources"),
    "rows": ("agreed fact", "agreed facts"),
    "copies": ("copy", "copies"),
    "more": ("more finding", "more findings"),
    "same": ("more finding of this slip", "more findings of this slip"),
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
    "appendix": "Appendix",
    "matrix_caption": "The articles' own words, in order of publication; the words that differ are marked. A bar at "
    "the left marks who departs from the majority, bars on all sides that sources are even; the colour of a bar is "
    "the level of the finding.",
    "matrix_table": "Table of who says what",
    "timeline_picture": "Picture of the times told",
    "none": "No conflict was found.",
    "first": "In short, the worst first",
    "against": "{drafts} against {articles}",
    "alone": "Told by the draft only",
    "met": "Told by the draft and a source",
    "event_of": "{articles} of {days}",
    "show_agreed": "Show {n}",
    "compared": "What was compared",
    "copy_head": "and {n} of its text",
    "draft_head": "the draft",
    "primary_head": "primary document",
    "fact": "Fact",
    "findings": "Findings",
    "agreed": "Agreed",
    "single": "Told by one source only",
    "articles": "The articles",
    "pictures": "Pictures",
    "timeline": "Times told, by article",
    "timeline_text": "The same as a list",
    "timeline_left_out": "{n} dated facts outside this span are not drawn.",
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
    "group": "{n} findings, one slip",
    "legend": "Marks in the text",
    "link": "Address of this finding",
    "inside": "inside one article",
    "judged": "Judgement",
    "data": "Findings, for machines",
    "same_source": "carries almost the same text as {other}: together one source",
    "role_primary": "primary document",
    "role_draft": "draft",
    "margin": "Findings here",
    "rules": "About the rules",
    "settle": "In general, what settles it ({kind})",
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
