"""Whether a text is English: by its commonest words, and only where these are missing by a language model.

In: text. Out: the ISO 639-1 code of another language, or None. English news has four common words in ten; no other
language has one in ten of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any

from crosscheck.model import Span

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
FEWEST_PLAIN = 6  # words without a capital, which no list of names has, from which a shorter text is one too
FEWEST_LETTERS = 12  # of another script
LONG_WORDS = 12  # words of a paragraph without a common English word that is looked at by itself
HALF_ENGLISH = 0.25  # of the words of a text that must be English, or all of it is told to be another language
ENGLISH_SHARE = 0.12  # of words that are common in English and nowhere else: news has .2 and more, tables and lists .05
SURE = 0.9  # how sure the model must be to call a text with few such words foreign
SURE_OF_KIN = 0.97  # or of it and its three next: Indonesian and Malay, Chinese of two regions, short Spanish
_ENGLISH = frozenset({"en", "pcm"})  # and Nigerian Pidgin, which the model takes lists and headlines for

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
    sample = unicodedata.normalize("NFKC", text[:MAX_LETTERS])  # letters of posts that are set in bold by their signs
    words = _WORD.findall(sample)
    script = _other_script(sample)
    if not script and len(words) < FEWEST_WORDS and sum(w.islower() for w in words) < FEWEST_PLAIN:
        return None
    if script:
        return next(code for code, _ in _ranked(sample) if code not in _ENGLISH)  # one of those that it writes
    return _told(sample) if _english(words) < ENGLISH_SHARE else None


def in_part(text: str, paragraphs: Sequence[Span]) -> tuple[list[Span], str] | None:
    """The paragraphs of a text in two languages that are not English, and what is to be said of them.

    None where all is English, and where too little is: a release that stands there twice has half of each.
    """
    lines = {s: _WORD.findall(text, s.start, s.end) for s in paragraphs}
    doubted = [s for s, words in lines.items() if len(words) >= LONG_WORDS and _english(words) == 0.0]
    if not doubted:
        return None
    codes = {s: code for s in doubted if (code := foreign(text[s.start : s.end]))}
    english = sum(len(words) for s, words in lines.items() if s not in codes and _english(words) >= ENGLISH_SHARE)
    if not codes or english < HALF_ENGLISH * sum(map(len, lines.values())):
        return None
    names = " and ".join(sorted({_name(code) for code in codes.values()}))
    counted = "1 paragraph is" if len(codes) == 1 else f"{len(codes)} paragraphs are"
    return list(codes), f"{counted} {names}: only English is read, so the rest alone yields facts"


def told(code: str) -> str:
    """One line on a text in that language."""
    return f"the text is {_name(code)}: only English is read, so it yields no facts"


def _name(code: str) -> str:
    return NAMES.get(code, f"not English ({code})")


def _english(words: Sequence[str]) -> float:
    """The share of words that are common in English and nowhere else."""
    return sum(w in _COMMON and w not in _SHARED for w in map(str.casefold, words)) / max(1, len(words))


def _other_script(text: str) -> bool:
    """True where most letters are of another script than that of English."""
    letters = [c for c in text if c.isalpha()]
    other = sum(1 for c in letters if c > "\u036f" and not "\u1e00" <= c <= "\u1eff")
    return other >= FEWEST_LETTERS and other > len(letters) / 2


def _told(text: str) -> str | None:
    """The language that the model tells, None for English and where it is not sure of it or its next of kin."""
    ranked = _ranked(text)
    kin = sum(sure for code, sure in ranked if code not in _ENGLISH)
    sure = ranked[0][0] not in _ENGLISH and (ranked[0][1] >= SURE or kin >= SURE_OF_KIN)
    return ranked[0][0] if sure else None


def _ranked(text: str) -> list[tuple[str, float]]:
    """The four likeliest languages, the likeliest first."""
    return [(str(code), float(sure)) for code, sure in _model().rank(text)[:4]]


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
