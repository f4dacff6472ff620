"""Every number that decides how articles become stories and how an archive is cut, each with its reason.

Figures "on the dev half" are B-cubed and pairwise F1 on half of the measured events (benchmarks/archive_grouping.py).
"""

from __future__ import annotations

import hashlib

import msgspec


class GroupingSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Grouping: what is looked at, who meets whom, and when two sets are one story."""

    text_chars: int = 3000  # a news article's first 500 words; the rest is background and made no set better
    lede_chars: int = 500  # title and first paragraphs, where who, what and where stand
    title_counts: int = 2  # a word of the title counts as if it stood twice in the text
    features: int = 150  # most telling words kept of an article: with 120 as good on the dev half, with 60 worse
    # powers of ten under which a word of English tells nothing: "said", "police" and "people" stand at 2.5 to 3.5
    common: float = 2.5
    long_number: float = 2.5  # what a number of three digits and more tells, as a word of frequency 1e-5 does
    short_number: float = 0.5  # two digits: ages and tolls, of which every story has some
    # what a name tells that every event of the news has (names.json); of one in ten events it tells 1 more. Names of
    # politics and of large towns join events. With ordinary words, and weights taken from the other quarter of the
    # events, .5, .8 and 1.1 gave .974, .975 and .971
    in_every_event: float = 0.8
    # words by which an article finds others, and the likeness by them that is worth a closer look: on the dev half
    # these find 98 in 100 pairs of one story, at 36 looks an article among a thousand
    signature: int = 24
    candidate: float = 0.1
    # days between two articles that may still link: a follow-up comes within a fortnight, an anniversary is another
    # story; a story itself may last longer, from link to link
    window_days: int = 14
    # the share of a batch's articles that are no later than the day for which it counts: a clock that runs years ahead,
    # of which every large batch has one, must not move what is undated out of its time
    late: float = 0.9
    # days that an article may be dated ahead of the run without a word: tomorrow's date is today's further east
    ahead_days: int = 1
    ahead_told: int = 20  # such articles that are told one by one: a screen; a source whose clock is wrong dates all so
    # looks that an article takes at others, the likest first: bounds the work where a thousand tell one story
    most_candidates: int = 64
    least_link: float = 0.1  # links less likely than this are not kept: they count as none
    # mean chance of the links between two sets at which they are one story; chosen on the dev half, as are the next two
    join: float = 0.45
    # the same for an article that stayed alone, if one link at least is likelier than not: background and portraits are
    # like few articles of their story. Lower means did no better where every second event has one article only
    lone: float = 0.25
    lone_link: float = 0.5
    rows_at_a_time: int = 1000  # articles in one matrix; bounds memory, changes nothing else
    pairs_at_a_time: int = 20_000  # pairs scored at once; the same


class ArchiveSettings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings of an archive."""

    grouping: GroupingSettings = GroupingSettings()
    # a batch is cut into so many tasks, of reading and of comparing alike, within the bounds below: the last of them
    # keeps one worker alone for a sixtieth of the time, and eight workers are as busy as two
    shares: int = 64
    # a shard is what one task reads and what a killed run does again: a second of work at least, beside which writing
    # its four files takes two in a hundred, ten seconds at most
    shard_articles_least: int = 10
    shard_articles: int = 100
    shard_bytes_least: int = 25_000
    shard_bytes: int = 1_000_000
    # what one batch holds at most: some 100,000 articles, whose sketches take 200 MB while they are grouped
    batch_sources: int = 100_000
    batch_bytes: int = 500_000_000
    # articles of the stories in one task of comparing: a tenth of a second to a second or two of work
    compared_least: int = 10
    compared: int = 300
    # stories that ``archive renew`` compares before it writes the index: some minutes of work, 10 MB of rows
    renewed: int = 10_000

    def share(self, whole: int, least: int, most: int) -> int:
        """How much of a batch one task takes: its ``shares``-th part, but no less and no more than these."""
        return min(max(-(-whole // self.shares), least), most)

    def digest(self) -> str:
        """Hash of all settings, 12 hexadecimal digits."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()[:12]
