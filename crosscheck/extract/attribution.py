"""Whom a sentence's content is credited to: "..., the US Geological Survey said", "according to police".

In: the tokens of one sentence. Out: the source as written, or "" where the newspaper speaks for itself. Only the
outermost credit counts: of "Police said the man told them he was alone" the source is the police. A clause about
somebody who said something ("the man, who said he was alone, fled") credits nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from crosscheck.extract.quotes.cues import Cue, find_cues
from crosscheck.extract.quotes.lexicon import SAY_FORMS
from crosscheck.extract.quotes.phrases import Visible, named_beside

# verbs that hand on what somebody told as fact
_CREDITING = frozenset(
    """
    acknowledge add admit affirm allege announce argue assert believe caution claim comment complain concede
    conclude confirm contend declare deny disclose emphasise emphasize estimate explain find forecast indicate
    inform insist maintain note observe post predict recall reiterate remark reply report respond reveal say
    state stress suggest tell testify think tweet warn write
    """.split()
)
_FORMS = frozenset(form for form, verb in SAY_FORMS.items() if verb in _CREDITING) | {"according"}
_MAIN = frozenset({"ROOT", "parataxis", "conj", "ccomp", "dep"})
_WORD = re.compile(r"[^\W\d_]+")


def source_of(tokens: Sequence[Token], visible: Visible, text: str) -> str:
    """The source of a sentence as written, "" where it names none; ``text`` is the sentence's."""
    if _FORMS.isdisjoint(_WORD.findall(text.lower())):
        return ""
    found = {m.start() for m in _WORD.finditer(text) if m.group().lower() in _FORMS}
    start = tokens[0].idx
    own = [t for t in tokens if t.idx - start in found and visible(t)]
    best: Cue | None = None
    depth = 99
    for cue in find_cues(own, visible):
        if not cue.speaker or not _credits(cue):
            continue
        here = _depth(cue.token)
        if here < depth:
            best, depth = cue, here
    if best is None:
        return ""
    words = best.speaker
    name = named_beside(words, visible)
    first, last = words[0], (name or words)[-1]
    return " ".join(text[first.idx - start : last.idx + len(last) - start].split())


def _credits(cue: Cue) -> bool:
    token = cue.token
    if cue.kind == "according":
        return True
    if token.dep_ not in _MAIN and not (token.dep_ == "advcl" and any(c.lower_ == "as" for c in token.children)):
        return False
    if any(a.dep_ in ("relcl", "acl") for a in token.ancestors) or cue.speaker[0].tag_ in ("WP", "WDT"):
        return False
    return any(c.dep_ in ("ccomp", "xcomp", "parataxis", "dobj", "intj") for c in token.children) or token.dep_ in (
        "parataxis",
        "advcl",
    )


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)
