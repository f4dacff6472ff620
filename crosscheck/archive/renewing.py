"""Stories that were compared with other settings than today's are compared anew, some at a time, from stored facts.

Each part is in or not, as a batch is; a run that was killed is taken up by the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice

import msgspec

from crosscheck.archive.comparing import compare_stories
from crosscheck.archive.growing import put_in, settled
from crosscheck.archive.records import State, StoryRow
from crosscheck.archive.work import Grown, Work


def renew(work: Work) -> Grown:
    """Compare anew what was compared with other settings, or could not be; ``changed`` are the stories that were.

    Raises CrosscheckError as :func:`crosscheck.archive.growing.grow` does.
    """
    state, grown = settled(work)
    tried: set[str] = set()
    while rows := list(islice(_stale(work, state, tried), work.archive.renewed)):
        tried |= {row.id for row in rows}
        compared = compare_stories(work, rows, rows, renew=True)
        content = "\n".join(f"{row.id} {row.document}" for row in compared.stories)
        name = f"stories-{state.batches[-1].id}-{sha256(content.encode()).hexdigest()[:8]}.jsonl"
        new = msgspec.structs.replace(state, stories=name)
        put_in(work.store, state, new, rows, compared.stories)
        state = new
        grown = grown.and_then(
            Grown(changed=tuple(row.id for row in compared.stories if not row.trouble), noted=compared.noted)
        )
    return grown


def _stale(work: Work, state: State, tried: set[str]) -> Iterator[StoryRow]:
    settings = work.settings.digest()
    for row in work.store.stories(state):
        if (row.settings != settings or row.trouble) and row.id not in tried:
            yield row
