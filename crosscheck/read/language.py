"""Whether a text is English: by its commonest words, and only where these are missing by a language model.

In: text. Out: the ISO 639-1 code of another language, or None. English news has four common words in ten; no other
language has one in ten of them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_COMMON = frozenset(
    """
    the of and to in a is was that for on with as at by it he from be his an are were has had have which this not but or
    she they who their its been after said will would her about when there more than one two out up if into over what
    """.split()
)
# spelled alike and common in other languages: no sign of English
_SHARED = frozenset("in a on is was as at an he me be her had one up if or not for by to".split())
MAX_LETTERS = 20_000  # a language is told by the beginning of a text
FEWEST_WORDS = 12  # a shorter text may be a list of names
ENGLISH_SHARE = 0.12  # of words that are common in English and nowhere else: news has .2 and more, tables and lists .05
SURE = 0.9  # how sure the model must be to call a text with few such words foreign

NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip


def foreign(text: str) -> str | None:
    """The code of the language of a text that is not English; None for English and for what is too short to tell."""
    sample = text[:MAX_LETTERS]
    words = [w.casefold() for w in _WORD.findall(sample)]
    unspaced = len(words) < FEWEST_WORDS and _wide(sample) > 20
    if len(words) < FEWEST_WORDS and not unspaced:
        return None
    own = sum(w in _COMMON and w not in _SHARED for w in words)
    if own >= ENGLISH_SHARE * len(words):
        return None
    code, sure = _told(sample)
    return code if code != "en" and sure >= SURE else None


def told(code: str) -> str:
    """One line on a text in that language."""
    name = NAMES.get(code, f"not English ({code})")
    return f"the text is {name}: only English is read, so it yields no facts"


def _wide(text: str) -> int:
    """Letters of scripts that write no spaces between words."""
    return sum(1 for c in text if "\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" or "\u0e00" <= c <= "\u0eff")


def _told(text: str) -> tuple[str, float]:
    code, sure = _model().classify(text)
    return str(code), float(sure)


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
