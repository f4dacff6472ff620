"""Names, roles and identities."""

from __future__ import annotations

import msgspec


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
    # and where they are this alike: Jaro-Winkler puts weight on the beginning, where slips are rare. At .80, .775 of
    # surnames, the 2,379 names of the learning events, all paired, have three more that would be one (John Kelly, John
    # Kerry), of two people each, and within an event none
    jaro_winkler: float = 0.85
    # two family names beside one given name sound alike from here on (Brumsey, Ramsey stand at .85): in the learning
    # marks of benchmarks/pool five of five such pairs that no article knew both of were one person
    family_jaro_winkler: float = 0.75
    # both the given and the family name may hold a slip only in names this long, space included (Anglea Merkle); slips
    # of two letters only in longer ones (Carlos Franco and Charles Francis are two, of 13)
    two_slips_min_length: int = 12
    two_long_slips_min_length: int = 14
    # writings compared with one another at a time: a block of more shares a name too common to say much
    block_size: int = 80
    # a word of a body's name shorter than this is never another one misspelt (Fox, Box); chosen on benchmarks/names
    body_word_min_length: int = 4
    # words of one stem (Distributors, Distribution) may be one name miswritten where the stem is this long
    body_stem_length: int = 7
    # a place's name without a neighbour to know it by may be another one misspelt where it is this long: below, a word
    # of the language or another name is as likely (Paris, Parks)
    place_min_length: int = 6
    # a letter less for a slip of a place that every list has (Texas, Texsa)
    known_place_min_length: int = 5
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
    told_alike_given: float = 0.3  # where only the given name is one: every list of senators has two Johns
    told_alike_words: int = 3  # and with so many words in common, for a short sentence shares its few by chance
    mentions_read: int = 6  # full mentions of one person whose sentences are compared: the first ones tell who it is
    owner_words: int = 3  # a headline of four words besides the country: "police charged over death"
    # independent sources that must agree on a writing before a lone other one counts as a slip, not as a romanisation
    agreeing_sources: int = 2
    # places of a word in its article before another one a letter off, which stands there once, counts as a slip of it
    agreeing_places: int = 2
    # words that the event has in one place of a name (Dorn County, Hale County, ...): of more, two are two names
    frame_words: int = 6
    # probability from which two names that differ by a word are one: on ten folds of the learning events 13 pairs stand
    # above it, 6 of them marked conflicts and 4 more slips that no reader marked, none of them traps
    one_body: float = 0.5
    # two ages this far apart are two people's; one year is a birthday between two articles
    age_apart: int = 2
    # two posts that one person may hold at once, and one office held in two ways, are loud only where two sentences are
    # copies by this share of their words: of titles that were loud elsewhere two readers called none of five right on
    # events that the rule was not written on
    one_telling: float = 0.5
