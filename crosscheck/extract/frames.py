"""The frame of every mention: the clause in which it stands, read once and in one way for all kinds.

In: a parsed article and its mentions. Out: the same mentions with their :class:`~crosscheck.model.Frame`. Linking
compares frames and never asks the parse again. Roles follow the dependency labels of the model (ClearNLP's).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec
from spacy.tokens import Span as Slice
from spacy.tokens import Token

from crosscheck.extract.parse import Parsed
from crosscheck.model import Frame, Mention, Span

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECT = frozenset({"dobj", "obj", "attr", "oprd", "dative", "acomp"})
_CLAUSAL = frozenset({"advcl", "ccomp", "relcl", "parataxis", "conj", "csubj", "acl", "xcomp", "pcomp"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_LIGHT = frozenset("be have do get make take go come give say tell also just only still then now so very".split())
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
_DEPTH = 12  # deeper nesting is a misparse
_BESIDE = 4  # words kept on either side of a mention
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*")


def framed(parsed: Parsed, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Mentions with their frames; quotes, which are matched by their words, and referents are left."""
    clauses: dict[int, _Clause] = {}
    for mention in mentions:
        if mention.kind in ("quote", "referent"):
            yield mention
            continue
        yield msgspec.structs.replace(mention, frame=_frame(parsed, mention, clauses))


def _frame(parsed: Parsed, mention: Mention, clauses: dict[int, _Clause]) -> Frame | None:
    anchor = mention.parts.get("number", mention.span)
    piece = parsed.doc.char_span(anchor.start, anchor.end, alignment_mode="expand")
    if piece is None or not len(piece):
        return None
    inside = range(piece.start, piece.end) if anchor == mention.span else _tokens_of(parsed, mention.span, piece)
    path, verb, slot, head = _climb(piece.root, inside)
    clause = _clause(verb, clauses) if verb is not None else _NO_CLAUSE
    own = {t.lemma_.lower() for t in parsed.doc[inside.start : inside.stop]}
    named = mention.parts.get("counted")
    counted = parsed.doc.char_span(named.start, named.end, alignment_mode="expand") if named else None
    if counted is not None and len(counted):
        head = counted.root
    left, right = _beside(parsed, mention.span)
    text = mention.text.casefold()
    return Frame(
        verb=clause.verb,
        head=head.lemma_.lower() if head is not None else "",
        slot=slot,
        path=path,
        mods=tuple(t.lemma_.lower() for t in head.children if t.dep_ in _MODIFIERS and t.i not in inside)
        if head is not None
        else (),
        subject=tuple(w for w in clause.subject if w not in own),
        object=tuple(w for w in clause.object if w not in own),
        others=tuple(w for w in clause.others if w not in own),
        names=tuple(n for n in clause.names if n not in text),
        left=left,
        right=right,
        tense=clause.tense,
        modal=clause.modal,
        negated=clause.negated,
        passive=clause.passive,
    )


class _Clause(NamedTuple):
    """What all mentions of one clause share: its verb with its forms, and content lemmas of its parts."""

    verb: str = ""
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    tense: str = ""
    modal: str = ""
    negated: bool = False
    passive: bool = False


_NO_CLAUSE = _Clause()
_MODALS = frozenset("will would could may might should can must shall 'll ’ll wo".split())


def _tokens_of(parsed: Parsed, span: Span, piece: Slice) -> range:
    whole = parsed.doc.char_span(span.start, span.end, alignment_mode="expand")
    return range(whole.start, whole.end) if whole is not None else range(piece.start, piece.end)


def _climb(root: Token, inside: range) -> tuple[tuple[str, ...], Token | None, str, Token | None]:
    """From a mention up to the verb that governs it: the words on the way, the verb, the slot, the first noun."""
    path: list[str] = []
    slot, head, at = "", None, root
    if root.pos_ == "VERB" and root.i in inside:
        return (), root, "verb", None
    for _ in range(_DEPTH):
        parent = at.head
        if parent.i == at.i:
            break
        if parent.pos_ in ("VERB", "AUX") and at.dep_ not in ("aux", "auxpass"):
            slot = slot or ("subject" if at.dep_ in _SUBJECT else "object" if at.dep_ in _OBJECT else at.dep_)
            return tuple(path[:4]), parent, slot, head
        if parent.dep_ in ("prep", "agent") or parent.pos_ == "ADP":
            slot = parent.lower_
        if parent.i not in inside:
            if head is None and parent.pos_ in ("NOUN", "PROPN"):
                head = parent
            if parent.pos_ in _CONTENT or parent.pos_ == "ADP":
                path.append(parent.lemma_.lower())
        elif head is None and parent.pos_ == "NOUN":
            head = parent
        at = parent
    return tuple(path[:4]), at if at.pos_ in ("VERB", "AUX") else None, slot, head


def _clause(verb: Token, kept: dict[int, _Clause]) -> _Clause:
    """The clause of a verb, clauses below it left out; made once a verb."""
    if verb.i in kept:
        return kept[verb.i]
    subject: list[str] = []
    thing: list[str] = []
    others: list[str] = []
    names: list[str] = []
    children = list(verb.children)
    for child in children:
        if child.dep_ in _CLAUSAL and child.dep_ != "xcomp":
            continue
        into = subject if child.dep_ in _SUBJECT else thing if child.dep_ in _OBJECT else others
        _collect(child, into, names)
    if not subject:
        borrowed = _borrowed_subject(verb)
        if borrowed is not None:
            _collect(borrowed, subject, names)
    helpers = {c.lower_ for c in children if c.dep_ in ("aux", "auxpass")}
    kept[verb.i] = _Clause(
        verb=_lemma(verb),
        subject=tuple(dict.fromkeys(subject)),
        object=tuple(dict.fromkeys(thing)),
        others=tuple(dict.fromkeys(others)),
        names=tuple(dict.fromkeys(names)),
        tense=_tense(verb, helpers),
        modal=next((h for h in sorted(helpers) if h in _MODALS), ""),
        negated=any(c.dep_ == "neg" for c in children),
        passive=any(c.dep_ in ("nsubjpass", "auxpass") for c in children),
    )
    return kept[verb.i]


def _collect(top: Token, into: list[str], names: list[str]) -> None:
    """Content lemmas below a token, clauses left out; a stack, so that deep parses cost no recursion."""
    stack = [top]
    while stack:
        token = stack.pop()
        if token.pos_ in _CONTENT and not token.is_stop or token.pos_ in ("PRON", "PROPN") and token.dep_ in _SUBJECT:
            into.append(token.lemma_.lower())
        if token.pos_ == "PROPN":
            names.append(token.text.casefold())
        stack += [c for c in token.children if c.dep_ not in ("relcl", "advcl", "acl", "ccomp", "conj", "appos")]


def _borrowed_subject(verb: Token) -> Token | None:
    """The subject of the clause that a verb hangs on: "was shot and died", "a man accused of ..."."""
    at = verb
    for _ in range(6):
        if at.dep_ in ("acl", "relcl"):
            return at.head
        if at.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep"):
            return None
        at = at.head
        found = next((c for c in at.children if c.dep_ in _SUBJECT), None)
        if found is not None:
            return found
    return None


def _lemma(verb: Token) -> str:
    particle = next((c.text.lower() for c in verb.children if c.dep_ == "prt"), "")
    lemma = verb.lemma_.lower()
    if lemma == "be":
        lemma = next(
            (c.lemma_.lower() for c in verb.children if c.dep_ in ("acomp", "attr") and c.pos_ != "NUM"), lemma
        )
    return f"{lemma}_{particle}" if particle else lemma


def _tense(verb: Token, helpers: set[str]) -> str:
    if helpers & _MODALS:
        return "future"
    if verb.tag_ in ("VBD", "VBN") or helpers & {"had", "was", "were", "has", "have", "'d"}:
        return "past"
    return "infinitive" if "to" in {c.lower_ for c in verb.children if c.tag_ == "TO"} else "present"


def _beside(parsed: Parsed, span: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
    sentence = parsed.sentences[parsed.sentence_index(span.start)].span
    text = parsed.article.text
    before = _WORD.findall(text[max(sentence.start, span.start - 60) : span.start])[-_BESIDE:]
    behind = _WORD.findall(text[span.end : min(sentence.end, span.end + 60)])[:_BESIDE]
    return tuple(_mask(w) for w in reversed(before)), tuple(_mask(w) for w in behind)


def _mask(word: str) -> str:
    return "#" if word[0].isdigit() else word.casefold()
