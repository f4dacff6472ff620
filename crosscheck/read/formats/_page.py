"""A page's tree made ready for the extraction of its article: what is lost there is written as paragraphs, what is no
article goes.

In: the tree of a page (lxml). Tables become lines, embedded posts their authors' quotes, captions of the article's own
pictures paragraphs; galleries, lists of other stories, newsletter boxes and user menus go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crosscheck.read.formats._table import MAX_CELL, table_lines
from crosscheck.read.formats._xml import BLOCKS, local, text_of

_ASIDE = re.compile(
    r"""(?:^|[\s_-])(?:gallery|galleries|slideshow|slide-show|slides|carousel|slider|swiper|splide|flickity
    |photo-?(?:list|essay|strip)|lightbox
    |most-?(?:read|popular|viewed|shared)|trending|related(?!-(?:quote|fact))|recirc(?:ulation)?|recommended?|read-?(?:more|next|also)
    |more-?(?:stories|news|from|on)|also-?(?:read|like)|promo(?:ted)?|teasers?|sponsored|outbrain|taboola|newsletter|sign-?up
    |subscribe|subscription|paywall|user-?(?:menu|nav|bar)|account-?menu|login|share(?:-?(?:bar|tools|buttons))?|social|comments?
    |disqus|advert(?:isement)?|ad-?(?:slot|unit|container)|breadcrumbs?|tag-?list|toolbar|cookie|consent)(?:$|[\s_-])""",
    re.I | re.X,
)
# classes that say the article itself, whatever else stands beside them
_MAIN = re.compile(
    r"(?:^|[\s_-])(?:article|story|post|entry|main|content|body)(?:-?(?:body|content|text|main))(?:$|[\s_-])", re.I
)
_POST = re.compile(
    r"(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|bluesky-embed|mastodon-embed|tiktok-embed|fb-post|threads-post|telegram-post|text-post-media)(?:$|\s)"
)
_SIGNED = re.compile(r"^\s*(?:[—–-]|&mdash;)\s*(?P<name>[^(@\n]{2,60}?)\s*\((?:@[^)]{1,60})\)")
_SHARED = re.compile(r"(?:a\s+post|shared|post)\s+(?:shared\s+)?by\s+(?P<name>[^(@\n]{2,60}?)\s*\(@", re.I)
_POSTED = re.compile(r"\bposted\s+by\s+(?P<name>[^(@\n,]{2,60}?)\s+on\b", re.I)
_NAMED = re.compile(r"^[\s—–-]*(?P<name>[A-Z][\w.’'-]*(?: (?:[a-z]{2,3} ){0,3}[A-Z][\w.’'-]*){1,3})(?:,.{0,80})?$")
_NUMBERED = re.compile(r"^(\d{1,3})\s?(?:/|of)\s?(\d{1,3})\b")
_CREDIT = re.compile(
    r"\s*(?:\(?(?:photo|photograph|picture|image|credit|source|file|pa|ap|afp|getty|reuters|epa|alamy|shutterstock)\b[^.]{0,80}\)?"
    r"|[^.]{0,60}\b(?:getty\s+images|reuters|afp|/ap|ap\s+photo)\)?)\s*\.?$",
    re.I,
)
MIN_TEXT = 200  # characters in paragraphs from which they are what a page says; pages without build on divisions
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
MAX_SHARE = 0.5  # of a page's text in paragraphs: what holds more of it is the page, whatever its class says
MAX_ASIDE = 6_000  # characters in a box beside the text; an article that is set in a "slider" is longer


def prepare(root: Any) -> None:
    """Change the tree of a page in place."""
    tags = ("p",) if sum(map(_length, root.iter("p"))) > MIN_TEXT else ("p", "div", "li", "td")
    whole = sum(map(_length, root.iter(*tags))) or 1
    for element in list(_asides(root)):
        inside = sum(map(_length, element.iter(*tags)))
        if len(text_of(element)) <= MAX_ASIDE and inside < MAX_SHARE * whole and element.getparent() is not None:
            _remove(element)
    for element in _numbered(root):
        if element.getparent() is not None:
            _remove(element)
    for element in [e for e in root.iter("blockquote") if not _POST.search(e.get("class") or "")]:
        _cited(element)
    for element in list(root.iter("dl")):
        _terms(element)
    for element in [e for e in root.iter("blockquote", "div") if _POST.search(e.get("class") or "")]:
        _post(element)
    for element in list(root.iter("table")):
        _table(element)
    for element in list(root.iter("figure")):
        _figure(element)


def _length(element: Any) -> int:
    """Characters of text that stand in an element itself or in what marks words in it, not in blocks inside."""
    own = len((element.text or "").strip())
    return own + sum(len((e.tail or "").strip()) + (0 if local(e) in BLOCKS else len(text_of(e))) for e in element)


def _asides(root: Any) -> Iterator[Any]:
    for element in root.iter():
        name = local(element)
        if name in ("body", "html", "article", "main", "") or name in ("p", "a", "span", "h1"):
            continue
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _ASIDE.search(marks) and not _MAIN.search(marks) and not _POST.search(marks):
            yield element


def _remove(element: Any) -> None:
    """Take an element out and leave the text after it."""
    parent, tail = element.getparent(), element.tail
    if tail:
        before = element.getprevious()
        if before is not None:
            before.tail = _storable((before.tail or "") + tail)
        else:
            parent.text = _storable((parent.text or "") + tail)
    element.tail = None
    parent.remove(element)


def _storable(text: str) -> str:
    """Text without what a tree refuses to take, though its parser let it in."""
    return _UNSTORABLE.sub(" ", text)


def _paragraphs(element: Any, lines: list[str]) -> None:
    """Put paragraphs in the place of an element."""
    tail = element.tail
    for child in list(element):
        element.remove(child)
    element.tag, element.text, element.tail = "div", None, _storable(tail) if tail else None
    for key in list(element.attrib):
        del element.attrib[key]
    for line in lines:
        paragraph = element.makeelement("p")
        paragraph.text = _storable(line)
        element.append(paragraph)


def _post(element: Any) -> None:
    """An embedded post: its author wrote its words."""
    words = " ".join(text for e in element.iter("p") if (text := text_of(e)))
    tails = [" ".join((element.text or "").split()), *(" ".join((e.tail or "").split()) for e in element)]
    said = " ".join(t for t in tails if t)
    whole = text_of(element)
    rest = whole.replace(words, "", 1)
    found = _SIGNED.search(said) or _SIGNED.search(rest) or _SHARED.search(whole) or _POSTED.search(rest)
    if not words or not found:
        return
    signed = _SHARED.search(words)
    if signed:
        words = words[: signed.start()].strip()
    if words:
        _paragraphs(element, [f"{found['name'].strip()} wrote: “{words.strip('“”')}”"])


def _numbered(root: Any) -> list[Any]:
    """The pictures of a gallery by what they are numbered: "1/4 ...", "2/4 ..." in one page, outermost elements.

    The whole gallery begins with its first number too: of the first, what stands beside the second is meant.
    """
    runs: dict[str, dict[str, list[Any]]] = {}
    for element in root.iter("li", "div", "figure", "figcaption", "p"):
        if match := _NUMBERED.match(_beginning(element)):
            runs.setdefault(match[2], {}).setdefault(match[1], []).append(element)
    chosen = []
    for run in runs.values():
        if "1" in run and "2" in run:
            beside = run["2"][0].getparent()
            run["1"] = [e for e in run["1"] if e.getparent() is beside] or run["1"][-1:]
            chosen += [e for chain in run.values() for e in chain]
    return [e for e in chosen if len(text_of(e)) <= MAX_ASIDE]


def _beginning(element: Any) -> str:
    """The first words of an element, at most the twelve characters that a number of a picture takes."""
    begun = ""
    for text in element.itertext():
        begun = f"{begun}{text}".lstrip()[:12]
        if len(begun) == 12:
            break
    return begun


def _cited(element: Any) -> None:
    """A quotation that says whose it is below: "Ann Reed: “...”"."""
    cites = [e for e in element.iter("cite", "footer", "figcaption")]
    signed = _NAMED.match(text_of(cites[0])) if len(cites) == 1 else None
    if signed is None:
        return
    whole = text_of(element)
    words = whole.removesuffix(text_of(cites[0])).strip(' —–-“”"')
    if words and len(words) < len(whole):
        _paragraphs(element, [f"{signed['name']}: “{words}”"])


def _terms(element: Any) -> None:
    """A list of terms and what belongs to them, as a table of two columns."""
    rows: list[list[str]] = []
    for child in element:
        if local(child) == "dt":
            rows.append([text_of(child)])
        elif local(child) == "dd" and rows:
            rows[-1].append(text_of(child))
    if rows and all(len(row) == 2 and len(cell) <= MAX_CELL for row in rows for cell in row):
        _paragraphs(element, table_lines(rows))


def _table(table: Any) -> None:
    """A table of data as lines; one that holds blocks or long texts is there for the layout and stays."""
    if any(local(e) in ("table", "ul", "ol", "h1", "h2", "article", "form") for e in table.iterdescendants()):
        return
    rows = [[text_of(c) for c in row if local(c) in ("td", "th")] for row in table.iter("tr")]
    if any(len(cell) > MAX_CELL for row in rows for cell in row):
        return
    caption = next((text_of(e) for e in table.iter("caption")), "")
    lines = [*([caption] if caption else []), *table_lines(rows)]
    if lines:
        _paragraphs(table, lines)


def _figure(figure: Any) -> None:
    """The caption of a picture, without its credit."""
    captions = [e for e in figure.iter("figcaption")]
    for credit in [e for c in captions for e in c.iter() if re.search(r"credit|copyright", e.get("class") or "", re.I)]:
        if local(credit) != "figcaption":
            _remove(credit)
    lines = [line for c in captions if (line := _CREDIT.sub("", text_of(c)).strip()) and len(line) > 20]
    if lines and not any(local(e) in ("table", "blockquote") for e in figure.iter()):
        _paragraphs(figure, lines)
