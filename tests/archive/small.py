"""Settings of an archive of small shards, for programs that tests start: workers import the class by its name."""

from crosscheck.archive.settings import ArchiveSettings


class Small(ArchiveSettings, frozen=True, kw_only=True):
    """Three articles a shard."""

    shard_articles: int = 3
