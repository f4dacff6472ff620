"""Words of English by what they tell: grammar, the commonest content words, negation, speech fillers."""

from __future__ import annotations

FILLERS = frozenset("uh um er ah oh hmm mm eh".split())
NEGATIONS = frozenset("not never no none nothing nobody neither nor nowhere without cannot hardly".split())
ARTICLES = frozenset("a an the".split())
# words that a writer adds or drops where a quotation starts, or that speech is tidied by: never a reading of their own
TIDIED = frozenset("a an the that and but so well now just then also too really very to of".split())
FUNCTION = frozenset(
    (
        "a an the this that these those my your his her its our their 's 'd i you he she it we they me him us them "
        "mine yours hers ours theirs myself yourself himself herself itself ourselves themselves who whom whose which "
        "what where when why how and or but if then than so because as until while though although since unless of "
        "whether at by for with about against between into through during before after above below to from up down in "
        "out on off over under upon within toward among along across behind beside around near onto per via am is are "
        "was were be been being have has had having do does did doing done will would shall should can could may might "
        "must ought here there again too very just also only even still yet already ever both each few more most "
        "other some such any all own same s t don now well that's let yes"
    ).split()
)
# the commonest verbs, nouns and adjectives of speech: sharing them says little
COMMON = frozenset(
    (
        "say go get make know think take see come want look use find give tell work call try ask need feel become "
        "leave put mean keep begin seem help talk turn start show hear play run move like live believe hold bring "
        "happen write provide sit stand lose pay meet include continue set learn lead understand watch follow stop "
        "people person time year day way thing man woman life child world hand part place case week company system "
        "question government number night point home water room mother area money story fact month lot right study "
        "book eye job word business issue side kind head house service friend father power hour game line end member "
        "law car city community name team minute idea body back parent face level office door reason morning good new "
        "first last long great little old big high different small large next early young important bad able one two "
        "really something anything everything someone anyone everyone much many lots great today"
    ).split()
)
AUXILIARIES = frozenset(
    """
    am is are was were be been being 's 'd have has had do does did will would shall should can could may might must
    """.split()
)
# after these a verb particle or adverb, not the head of a broken phrase
PARTICLES = frozenset(
    "back away home today tonight tomorrow yesterday now again here there together forever ahead abroad alone anyway "
    "soon later early always often too either altogether anymore".split()
)
DETERMINERS = frozenset("a an the no any some my your his her its our their this that these those every each".split())
# what the parts of a word say against: "likely", "unlikely"
REVERSING = ("un", "in", "im", "il", "ir", "dis", "non")
OPPOSITES = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "all/none always/never everyone/nobody everybody/nobody everything/nothing increase/decrease rise/fall "
        "more/less more/fewer most/least accept/reject support/oppose guilty/innocent guilty/acquitted with/without "
        "win/lose before/after up/down better/worse best/worst high/low higher/lower strong/weak stronger/weaker "
        "safe/dangerous safe/unsafe good/bad many/few big/small true/false confirm/deny admit/deny success/failure "
        "succeed/fail start/end open/closed open/shut early/late first/last left/right north/south east/west "
        "victory/defeat friend/enemy love/hate remember/forget allow/ban allow/forbid legal/illegal agree/disagree "
        "alive/dead buy/sell push/pull arrive/depart accelerate/slow hope/despair peace/war"
    ).split()
)
