"""Quotes: mentions in, facts out, with the speaker beside a quote resolved to who that is."""

from __future__ import annotations

from crosscheck.model import Fact, Mention, Quote
from crosscheck.normalise.people import Scene


def normalise(mentions: list[Mention], scene: Scene) -> list[Fact]:
    """A fact for every quote."""
    return [_fact(m, scene) for m in sorted(mentions, key=lambda m: m.span)]


def _fact(mention: Mention, scene: Scene) -> Fact:
    speaker = mention.parts.get("speaker")
    written = scene.article.text[speaker.start : speaker.end] if speaker else None
    return scene.fact(
        mention,
        subject=f"what {written} said" if written else "what was said",
        value=Quote(
            content=mention.attrs.get("content", mention.text),
            form="direct" if mention.attrs.get("form") == "direct" else "mixed",
            speaker=written,
            speaker_key=written.casefold() if written else None,
            cue=mention.attrs.get("cue"),
            direct_link=mention.attrs.get("link") == "direct" and speaker is not None,
        ),
        inferred=mention.attrs.get("link") != "direct",
    )
