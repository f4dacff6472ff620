"""Head nouns of speakers without a name: bodies, people by trade or state, and texts that speak for their author."""

from __future__ import annotations

BODIES = frozenset(
    """ministry department government administration agency company firm group bank board commission committee council
    court police force army navy military union federation association organisation organization alliance party
    parliament congress senate house embassy mission delegation office bureau service authority university school
    college hospital club team league network newspaper paper magazine station channel broadcaster outlet website
    foundation institute institution centre center charity church mosque kremlin regime cabinet coalition opposition
    movement campaign consortium corporation manufacturer carmaker airline retailer operator regulator watchdog bloc
    body panel tribunal jury family leaders officials prosecutors authorities lawyers investigators residents witnesses
    neighbours neighbors supporters opponents protesters demonstrators marchers critics analysts experts scientists
    researchers doctors members ministers lawmakers sources reports media press observers activists campaigners
    chipmaker drugmaker insurer lender studio label brewery refinery utility exchange fund brokerage startup start-up
    guard brigade crew squad militia rebels militants secretariat directorate command legislature assembly""".split()
)

# singular people whom "the ..." takes up again
HUMAN = frozenset(
    """man woman boy girl teenager teen youngster pensioner student pupil teacher professor lecturer scientist researcher
    biologist physicist chemist astronomer geologist virologist epidemiologist historian economist analyst expert
    lawyer attorney barrister solicitor prosecutor judge magistrate juror defendant suspect accused victim witness
    survivor resident neighbour neighbor farmer fisherman driver pilot captain skipper sailor soldier officer detective
    inspector sergeant constable policeman policewoman firefighter doctor physician surgeon nurse patient author writer
    novelist poet playwright journalist reporter editor columnist critic actor actress singer musician rapper guitarist
    drummer songwriter composer conductor director filmmaker producer artist painter sculptor photographer designer
    architect engineer developer entrepreneur businessman businesswoman billionaire tycoon boss magnate investor trader
    banker accountant auditor chef baker brewer player striker midfielder defender goalkeeper keeper winger forward
    quarterback pitcher batsman bowler boxer fighter champion runner sprinter swimmer cyclist rider golfer skater
    gymnast coach manager trainer veteran rookie star celebrity comedian presenter host broadcaster anchor politician
    lawmaker legislator senator congressman congresswoman mp councillor mayor governor president premier chancellor
    minister secretary ambassador diplomat envoy leader activist campaigner priest pastor bishop archbishop cardinal
    imam rabbi pope king queen prince princess father mother dad mum mom brother sister son daughter husband wife widow
    uncle aunt cousin grandmother grandfather friend colleague spokesman spokeswoman spokesperson official executive
    republican democrat conservative liberal frenchman englishman irishman scot welshman dutchman german italian spaniard
    american australian canadian brazilian argentine swede dane finn belgian portuguese russian nominee candidate
    incumbent challenger whistleblower informant hacker inmate prisoner worker employee owner landlord tenant
    shopkeeper barber waiter bartender clerk cashier guard ranger sheriff deputy coroner chairman chairwoman chair
    cleric scholar philosopher explorer climber astronaut cosmonaut choreographer dancer curator collector
    frontman vocalist bassist laureate pathologist psychologist psychiatrist paramedic""".split()
)

# of these, people that "the ..." more often brings in than takes up
PASSING = frozenset(
    """driver guard officer policeman policewoman constable witness victim suspect accused resident neighbour neighbor
    juror owner worker employee landlord tenant shopkeeper barber waiter bartender clerk cashier friend colleague
    passenger nurse doctor paramedic soldier informant reporter journalist host presenter editor student pupil man
    woman boy girl teenager teen judge magistrate""".split()
)

TEXTS = frozenset(
    """statement letter report declaration communique communiqué ruling judgment judgement indictment complaint lawsuit
    petition affidavit memo note email e-mail post tweet message article editorial column book memoir catalogue catalog
    study survey review paper document release bulletin banner sign placard poster leaflet flyer headline caption
    notice advisory warning text verdict opinion manifesto resolution filing transcript blog website entry agreement
    treaty constitution law bill act regulation rule label inscription plaque gravestone advert advertisement""".split()
)

# bodies that "the company" and the like take up
FIRMS = frozenset(
    """company firm carmaker airline retailer manufacturer operator chipmaker drugmaker insurer lender bank studio label
    brewery club team agency ministry department university school hospital newspaper group union party""".split()
)

# words in the name of an outlet that quotes others and is rarely the company that a story is about
OUTLET_WORDS = frozenset(
    """press reuters afp ap upi cnn bbc nbc abc cbs fox msnbc npr pbs times post news journal herald tribune gazette
    guardian telegraph daily mail mirror sun independent chronicle globe bulletin observer examiner inquirer dispatch
    bloomberg xinhua tass itar-tass interfax kyodo yonhap dpa pti ani anadolu aljazeera jazeera radio television tv
    broadcasting magazine newspaper agency agence gazette newsweek time forbes facebook twitter youtube instagram
    wikipedia google""".split()
)
