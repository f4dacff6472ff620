"""Findings documents for the tests of formats: one by hand, and hypothesis strategies for any other."""

from __future__ import annotations

from hypothesis import strategies as st

from crosscheck.document import DocArticle, DocFact, DocFinding, DocMention, DocReading, Document, Tool
from crosscheck.layout import Lines
from crosscheck.model import LEVELS, Unread
from crosscheck.report.context import Context

TOOL = Tool(version="0.1.0", model="en_any", settings="abc")
TEXTS = {
    "d": "# Fire at the mill\n\nAt least 14 people died, said Ada Brook.\nShe called it “a dark day”.\n",
    "s1": "Mill burns\n\nTwelve (12) people died in the fire.\n",
    "s2": "Mill fire\n\nThe toll is 12, police said.\n",
}
PATHS = {"d": "drafts/my story.md", "s1": "wires/a.txt", "s2": "wires/b.txt"}


def mention(article: str, start: int, end: int, texts=TEXTS, marks=()) -> DocMention:
    text = texts[article]
    line, column = Lines(text).at(start)
    left, right = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return DocMention(
        article=article,
        start=start,
        end=end,
        line=line,
        column=column,
        text=text[start:end],
        sentence=(left, len(text) if right < 0 else right),
        marks=marks,
    )


def at(article: str, words: str) -> DocMention:
    start = TEXTS[article].index(words)
    return mention(article, start, start + len(words))


def by_hand() -> Document:
    finding = DocFinding(
        id="0123456789abcdef",
        rule="HOU801",
        kind="figure",
        level="warning",
        confidence=0.91,
        subject="people who died",
        message="The draft has 14, 2 independent sources have 12.",
        suggestion="12",
        readings=(
            DocReading(value="12", independent_sources=2, mentions=(at("s1", "12"), at("s2", "12"))),
            DocReading(value="at least 14", independent_sources=0, mentions=(at("d", "At least 14"),)),
        ),
    )
    note = DocFinding(
        id="fedcba9876543210",
        rule="DRA701",
        kind="quote_wording",
        level="note",
        confidence=0.5,
        subject="words of Ada Brook",
        message="Only the draft has this quote: no source carries these words.",
        suggestion=None,
        readings=(
            DocReading(value="in no source", independent_sources=0, mentions=()),
            DocReading(value="a dark day", independent_sources=0, mentions=(at("d", "a dark day"),)),
        ),
    )
    fact = DocFact(kind="name", subject="Ada Brook", value="Ada Brook", mentions=(at("d", "Ada Brook"),))
    return Document(
        tool=TOOL,
        articles=tuple(
            DocArticle(
                id=a,
                path=PATHS[a],
                title=TEXTS[a].splitlines()[0],
                publisher=None,
                published="2024-07-11",
                role="draft" if a == "d" else "source",
                source_group=a,
            )
            for a in TEXTS
        ),
        findings=(finding, note),
        agreed=(),
        single_source=(fact,),
        unread=(Unread(path="wires/x.png", reason="a PNG picture"),),
        warnings=("drafts/my story.md:3: this ignore comment suppresses nothing: QUO501",),
    )


def context(**taste) -> Context:
    return Context(texts=TEXTS, **taste)


# --- any document at all ---------------------------------------------------------------------------------------------

HOSTILE = st.sampled_from(
    ["\x1b[31m", "\u202e", "\u200b", "\x00", "\x7f", "\x9b2J", "]]>", "-->", "%0A", "::error::", "\r", "\u2028", "`", "|",
     "<script>", "&", '"', "\\", "@all", "🔥", "e\u0301", "字", "\ufffe", "\U0001f1e6", "\t", ":", ","]
)  # fmt: skip
WORDS = st.lists(st.one_of(HOSTILE, st.text(st.characters(exclude_categories=["Cs"]), max_size=6)), max_size=8).map(
    "".join
)


@st.composite
def documents(draw):
    texts = {f"a{i}": draw(WORDS) + "x" for i in range(draw(st.integers(2, 3)))}
    articles = tuple(
        DocArticle(
            id=a,
            path=draw(WORDS) or "p",
            title=draw(WORDS),
            publisher=draw(st.none() | WORDS),
            published=None,
            role=draw(st.sampled_from(["source", "draft", "primary"])),
            source_group=draw(st.sampled_from(sorted(texts))),
        )
        for a in texts
    )

    def some_mention(empty=True):
        article = draw(st.sampled_from(sorted(texts)))
        start = draw(st.integers(0, len(texts[article])))
        end = draw(st.integers(start, len(texts[article])))
        marks = ((start, end),) if draw(st.booleans()) else ()
        return mention(article, start, end, texts, marks)

    def some_mentions(least):
        return tuple(some_mention() for _ in range(draw(st.integers(least, 2))))

    findings = tuple(
        DocFinding(
            id=f"{i:016x}",
            rule=draw(st.sampled_from(["DRA701", "HOU801", "XXX999"])),
            kind=draw(st.sampled_from(["name", "date", "figure", "quote_wording"])),
            level=draw(st.sampled_from(LEVELS)),
            confidence=draw(st.floats(0, 1)),
            subject=draw(WORDS),
            message=draw(WORDS),
            suggestion=draw(st.none() | WORDS),
            readings=(
                DocReading(value=draw(WORDS), independent_sources=draw(st.integers(0, 2)), mentions=some_mentions(0)),
                DocReading(value=draw(WORDS), independent_sources=draw(st.integers(0, 2)), mentions=some_mentions(1)),
            ),
        )
        for i in range(draw(st.integers(0, 3)))
    )
    fact = DocFact(kind="name", subject=draw(WORDS), value=draw(WORDS), mentions=some_mentions(0))
    document = Document(
        tool=TOOL,
        articles=articles,
        findings=findings,
        agreed=(fact,),
        single_source=(),
        unread=tuple(Unread(path=draw(WORDS), reason=draw(WORDS)) for _ in range(draw(st.integers(0, 1)))),
        warnings=tuple(draw(st.lists(WORDS, max_size=1))),
    )
    loose = frozenset(a for a in texts if draw(st.booleans()))
    taste = Context(
        texts=texts,
        loose=loose,
        color=draw(st.booleans()),
        wrap=draw(st.booleans()),
        width=draw(st.integers(1, 200)),
        verbose=draw(st.booleans()),
        fail_on=draw(st.sampled_from(["error", "warning", "note", "never"])),
    )
    return document, taste
