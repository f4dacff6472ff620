"""Handmade findings documents for the tests of reports."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.document import DocArticle, DocFact, DocFinding, DocMention, DocReading, Document, Tool
from crosscheck.layout import Lines
from crosscheck.model import Quantity, Unread, When

TEXTS = (
    "Fire closes ferry port\n\nThe blaze at Westbrook port killed 12 people, the fire brigade said on Monday. "
    "“We will not reopen this week,” said harbour master Ana Example. The fire began on 3 March 2024.",
    "Port shut after blaze\n\nThe blaze at Westbrook port killed 14 people, officials said. "
    "“We will reopen this week,” said harbour master Anna Exampel. The fire began on 4 March 2024.",
    "Ferries stop\n\nThe blaze at Westbrook port killed 12 people. Some 300 passengers waited. It began on 3 March 2024.",
)


def mention(article: int, words: str, texts: Sequence[str] = TEXTS, *, nth: int = 0) -> DocMention:
    """The nth place of some words in one of the texts, its paragraph as the sentence."""
    text = texts[article]
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    line, column = Lines(text).at(start)
    begin = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    return DocMention(
        article=f"a{article}",
        start=start,
        end=start + len(words),
        line=line,
        column=column,
        text=words,
        sentence=(begin, len(text) if end < 0 else end),
    )


def reading(value: str, *mentions: DocMention, data=None, primary: bool = False) -> DocReading:
    return DocReading(
        value=value,
        independent_sources=len({m.article for m in mentions}),
        mentions=mentions,
        data=data,
        primary=primary,
    )


def finding(id_: str, kind: str, level: str, subject: str, *readings: DocReading, rule: str = "FIG401") -> DocFinding:
    return DocFinding(
        id=id_,
        rule=rule,
        kind=kind,  # type: ignore[arg-type]
        level=level,  # type: ignore[arg-type]
        confidence=0.86,
        subject=subject,
        message=f"{subject}: the sources differ.",
        suggestion=None,
        readings=readings,
    )


def document(texts: Sequence[str] = TEXTS, *, with_text: bool = True) -> Document:
    """Three articles, three conflicts, one agreed fact, one told once, one file that was not read."""
    articles = tuple(
        DocArticle(
            id=f"a{i}",
            path=f"event/0{i + 1}.txt",
            title=text.partition("\n")[0],
            publisher=("Morning Sample", "Evening Sample", "Harbour Sample")[i % 3],
            published=f"2024-03-0{4 + i % 3}T10:00:00+00:00",
            role="source",
            source_group=f"a{i}",
            url="https://news.example/ferry" if i == 0 else None,
            **({"text": text} if with_text else {}),
        )
        for i, text in enumerate(texts)
    )
    findings = (
        finding(
            "00aa",
            "figure",
            "error",
            "people killed",
            reading("12 people", mention(0, "12 people"), mention(2, "12 people"), data=Quantity(low=12.0, high=12.0)),
            reading("14 people", mention(1, "14 people"), data=Quantity(low=14.0, high=14.0)),
        ),
        finding(
            "00bb",
            "quote_wording",
            "error",
            "“We will not reopen this week”",
            reading("We will not reopen this week,", mention(0, "We will not reopen this week,")),
            reading("We will reopen this week,", mention(1, "We will reopen this week,")),
            rule="QUO501",
        ),
        finding(
            "00cc",
            "name",
            "warning",
            "Ana Example",
            reading("Ana Example", mention(0, "Ana Example")),
            reading("Anna Exampel", mention(1, "Anna Exampel")),
            rule="NAM101",
        ),
        finding(
            "00dd",
            "date",
            "note",
            "start of the fire",
            reading(
                "3 March",
                mention(0, "3 March 2024"),
                mention(2, "3 March 2024"),
                data=When(start="2024-03-03", end="2024-03-03", granularity="day"),
            ),
            reading(
                "4 March",
                mention(1, "4 March 2024"),
                data=When(start="2024-03-04", end="2024-03-04", granularity="day"),
            ),
            rule="DAT301",
        ),
    )
    agreed = DocFact(
        kind="place",
        subject="place of the fire",
        value="Westbrook port",
        mentions=tuple(mention(i, "Westbrook port") for i in range(3)),
        independent_sources=3,
    )
    single = DocFact(
        kind="figure", subject="passengers waiting", value="300", mentions=(mention(2, "Some 300 passengers"),)
    )
    return Document(
        tool=Tool(version="1.0", model="some_model", settings="0"),
        articles=articles,
        findings=findings,
        agreed=(agreed,),
        single_source=(single,),
        unread=(Unread(path="event/09.txt", reason="the file is empty"),),
    )
