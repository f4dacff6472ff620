"""``facts`` tells names, not every capitalised word that may be one."""

from __future__ import annotations

from crosscheck.cli.facts import _doubtful
from tests.people import corpus, person


def test_words_that_no_cue_calls_a_name_are_not_told() -> None:
    made = corpus([("Norla Gale met Ruth Wolfe.", [person("Norla Gale", "m1", maybe="1"), person("Ruth Wolfe", "p1")])])
    facts = made.extractions["a1"].facts
    assert [f.mention.text for f in facts if not _doubtful(f)] == ["Ruth Wolfe"]
