"""Quotes and speakers: pairing, aligning, wording."""

from __future__ import annotations

import msgspec


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
    # quotations of a wording beside which others are sought: the same words in many articles stand in like surroundings
    tried_beside: int = 2
    # probability from which all signs together join two quotations: on ten folds of the learning clusters 210 of 226
    # pairs that are one utterance stand there, and 40 of 750 that are two; what is no surer than that is a note
    one_from: float = 0.5
    # and where two sentences of one article go with one of another's, which of itself is a sign against either
    part_from: float = 0.8
    # weights (constant, share of the shorter side's words that match, log of one more than their number) of the
    # probability by the words alone that two wordings are of one utterance: logistic regression on 90 findings in the
    # learning marks of benchmarks/pool. From `words_from` they are believed whatever else is unlike, such as a speaker
    # whose name one source misspells: lower, of eight that the other signs deny three were marked
    by_words: tuple[float, float, float] = (-3.42, 2.51, 1.08)
    words_from: float = 0.63
    # two quoted words with only their head in common, or none: too few to fit (right twice in shared seeds, wrong once
    # in the learning marks), so that they are loud at an even chance
    by_place: float = 0.5
    # comparing: probability from which a change is a warning: on ten folds of the learning clusters 56 of 67 were
    # marked above .8; of three between that and this two; of the rest down to .5 one in seven
    loud_from: float = 0.7
    # and where both sources name one person who speaks: of six between this and the other four were marked
    loud_from_speaker: float = 0.5
    # words of a phrase whose other number or tense is the writer's grammar: none of five was marked
    fitted_words: int = 3
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
