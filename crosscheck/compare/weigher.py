"""What the rules raise in one corpus, weighed, heard against whoever else tells of it, and told with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import msgspec

from crosscheck import guard
from crosscheck.compare import restated
from crosscheck.compare.certainty import Certainty
from crosscheck.compare.confidence import backed, calibrated
from crosscheck.compare.reasons import explained
from crosscheck.compare.witnesses import Witnesses
from crosscheck.model import Cluster, Corpus, Finding
from crosscheck.settings import Settings


class Weigher:
    """Weighs the findings on some clusters of a corpus."""

    def __init__(self, clusters: Sequence[Cluster], corpus: Corpus, settings: Settings) -> None:
        self._corpus, self._settings = corpus, settings
        self._clusters = {c.id: c for c in clusters}
        self._certainty = Certainty(corpus, settings)
        self._witnesses = Witnesses(corpus, self._certainty.contexts, settings)

    def weighed(self, told: Finding) -> Finding:
        """The finding with its confidence, and the level that goes with it."""
        if not self._certainty.concerns(told):
            if told.level != "note" and (restated.loosely_spoken(told, self._corpus) or self._followed(told)):
                told = msgspec.structs.replace(told, level="note")
            return backed(calibrated(told, self._settings.confidence), self._corpus, self._settings)
        finding = self._certainty.weighed(told, partial(self._witnesses.others, told))
        if finding.level != "note" and self._followed(finding):
            return msgspec.structs.replace(finding, level="note")
        if finding.level == "note" or told.cluster not in self._clusters:
            return finding
        return self._witnesses.heard(finding, self._clusters[told.cluster])

    def _followed(self, told: Finding) -> bool:
        return restated.followed(told, self._corpus, self._settings)

    def heard(self, told: Finding) -> Finding:
        """A loud finding that was weighed, with whoever else tells its values."""
        if told.level == "note" or told.cluster not in self._clusters or not self._certainty.concerns(told):
            return told
        part = f"finding who else tells the values of {told.rule}"
        heard = partial(self._witnesses.heard, told, self._clusters[told.cluster])
        return guard.guarded(part, heard, otherwise=told)

    def reasoned(self, told: Finding) -> Finding:
        """The finding with why its facts are one question."""
        part = f"saying why the facts of a finding of {told.rule} are one question"
        cluster = self._clusters.get(told.cluster)
        known = cluster.why if cluster is not None else ()
        why = partial(explained, told, known, self._certainty.contexts, self._settings)
        return guard.guarded(part, why, otherwise=told)
