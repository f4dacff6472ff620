"""Quotes: mentions in, facts out, with the speaker beside a quote resolved to who that is.

"He", "the minister", "Jones" and "a spokesman" become a person of the article, an office or a body; what cannot be
resolved stays as it is written, a bare pronoun becomes nobody. docs/quotes.md says how.
"""

from __future__ import annotations

from crosscheck.model import Fact, Mention, Quote, Span
from crosscheck.normalise.people import Scene
from crosscheck.normalise.quotes.speaker import NOBODY, Speaker
from crosscheck.normalise.quotes.who import Who

_LINKED = ("direct", "carried")


def normalise(mentions: list[Mention], scene: Scene) -> list[Fact]:
    """A fact for every quote, in the order of the text."""
    who = Who(scene)
    known: dict[Span, Speaker] = {}
    facts: list[Fact] = []
    for mention in sorted(mentions, key=_order):
        span = mention.parts.get("speaker")
        speaker = NOBODY
        if span is not None:
            speaker = known[span] if span in known else who.resolve(mention)
            known[span] = speaker
            who.spoke(mention, speaker)
        facts.append(_fact(mention, speaker, scene))
    return sorted(facts, key=lambda f: f.mention.span)


def _order(mention: Mention) -> tuple[int, Span]:
    """The order of the text, but a headline that takes its speaker from a later quote after that quote."""
    speaker = mention.parts.get("speaker")
    late = mention.attrs.get("link") != "direct" and speaker is not None and speaker.start > mention.span.end
    return (speaker.end if late and speaker is not None else mention.span.start), mention.span


def _fact(mention: Mention, speaker: Speaker, scene: Scene) -> Fact:
    link, cue = mention.attrs.get("link"), mention.parts.get("cue")
    return scene.fact(
        mention,
        subject=f"what {speaker.name} said" if speaker.name else "what was said",
        value=Quote(
            content=mention.attrs.get("content", mention.text),
            form="direct" if mention.attrs.get("form") == "direct" else "mixed",
            speaker=speaker.name,
            speaker_key=speaker.key,
            speaker_kind=speaker.kind,
            speaker_person=speaker.person,
            country=speaker.country,
            cue=scene.article.text[cue.start : cue.end].lower() if cue else None,
            direct_link=link in _LINKED and speaker.name is not None,
        ),
        inferred=link not in _LINKED or speaker.inferred,
    )
