"""An article that came twice changes nothing of what is compared, and every place of it is shown."""

from __future__ import annotations

import msgspec

from crosscheck.pipeline import check
from crosscheck.read import make_article
from crosscheck.settings import Settings
from tests.newsroom import event

TEXTS = (
    "Bridge closed in Dunmore\n\nMayor Ana Ruiz, 52, said on Monday that 14 people were hurt when the bridge fell.\n\n"
    "“We will build it again,” Ruiz said.\n",
    "Dunmore mourns its bridge\n\nThe bridge fell on Sunday. Mayor Ana Ruis, 52, said 19 people were hurt when it fell.\n\n"
    "“We will build it anew,” Ruis said.\n",
)


def told(*texts, **more):
    articles = [make_article(text, path=f"{n}.txt", meta={"published": "2024-05-06"}) for n, text in enumerate(texts)]
    articles = [msgspec.structs.replace(a, **more) if n else a for n, a in enumerate(articles)]
    return check(articles, settings=Settings(), workers=1)


def shown(document):
    return [
        (f.id, f.level, f.message, f.confidence, [r.independent_sources for r in f.readings]) for f in document.findings
    ]


def test_a_second_copy_changes_no_finding_and_its_places_are_shown():
    once, twice = told(*TEXTS), told(*TEXTS, TEXTS[0], TEXTS[1] + "\n")
    assert once.findings and shown(once) == shown(twice)
    copies = {a.id for a in twice.articles} - {a.id for a in once.articles}
    assert len(copies) == 2
    for before, after in zip(once.findings, twice.findings, strict=True):
        for one, two in zip(before.readings, after.readings, strict=True):
            assert len(two.mentions) == 2 * len(one.mentions)
            assert {m.article for m in two.mentions} & copies
            for m in two.mentions:
                text = next(a.path for a in twice.articles if a.id == m.article)
                assert text in ("0.txt", "1.txt", "2.txt", "3.txt")


def test_what_copies_tell_is_counted_as_told():
    once, twice = told(*TEXTS), told(*TEXTS, TEXTS[0])
    assert sum(r.told for r in twice.compared) > sum(r.told for r in once.compared)


def test_copies_in_a_real_sized_event_change_nothing():
    articles = [msgspec.structs.replace(a, published="2024-05-06") for a in event(0)]
    twins = [
        make_article(a.text, path=f"copy-{n}.txt", meta={"published": "2024-05-06"}) for n, a in enumerate(articles)
    ]
    assert shown(check(articles, settings=Settings(), workers=1)) == shown(
        check([*articles, *twins], settings=Settings(), workers=1)
    )
