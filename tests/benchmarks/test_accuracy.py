"""The real articles that the project began with: every conflict is found above note, and no trap is raised."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy import SHARED, score
from crosscheck.document import encode
from crosscheck.pipeline import check
from crosscheck.read import read_paths
from crosscheck.settings import Settings


@pytest.mark.skipif(not (SHARED / "gold" / "seeds.jsonl").is_file(), reason="../shared/gold is not beside the project")
def test_the_shared_seeds_are_found_without_an_alarm(tmp_path: Path):
    settings = Settings()
    read = read_paths([str(SHARED / "seeds")], settings=settings)
    (tmp_path / "seeds.json").write_bytes(
        encode(check(read.articles, settings=settings, unread=read.unread, workers=1))
    )
    told = score("seeds.jsonl", tmp_path / "seeds.json", "--misses", "--alarms")
    figures = dict(line.split()[:2] for line in told.splitlines() if len(line.split()) == 2)
    assert (figures["recall"], figures["false_alarm_rate"]) == ("1.0", "0.0"), told
