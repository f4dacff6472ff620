"""Head nouns of speakers without a name: bodies, people by trade or state, and texts that speak for their author."""

from __future__ import annotations

BODIES = frozenset(
    """
    activists administration agency airline alliance analysts army assembly association authorities authority bank
    bloc board body brewery brigade broadcaster brokerage bureau cabinet campaign campaigners carmaker center centre
    channel charity chipmaker church club coalition college command commission committee company congress consortium
    corporation council court crew critics delegation demonstrators department directorate doctors drugmaker embassy
    exchange experts family federation firm force foundation fund government group guard hospital house institute
    institution insurer investigators jury kremlin label lawmakers lawyers leaders league legislature lender
    magazine manufacturer marchers media members militants military militia ministers ministry mission mosque
    movement navy neighbors neighbours network newspaper observers office officials operator opponents opposition
    organisation organization outlet panel paper parliament party police press prosecutors protesters rebels
    refinery regime regulator reports researchers residents retailer school scientists secretariat senate service
    sources squad start-up startup station studio supporters team tribunal union university utility watchdog website
    witnesses
""".split()
)

# singular people whom "the ..." takes up again
HUMAN = frozenset(
    """
    accountant accused activist actor actress ambassador american analyst anchor archbishop architect argentine
    artist astronaut astronomer attorney auditor aunt australian author baker banker barber barrister bartender
    bassist batsman belgian billionaire biologist bishop boss bowler boxer boy brazilian brewer broadcaster brother
    businessman businesswoman campaigner canadian candidate captain cardinal cashier celebrity chair chairman
    chairwoman challenger champion chancellor chef chemist choreographer cleric clerk climber coach colleague
    collector columnist comedian composer conductor congressman congresswoman conservative constable coroner
    cosmonaut councillor cousin critic curator cyclist dad dancer dane daughter defendant defender democrat deputy
    designer detective developer diplomat director doctor driver drummer dutchman economist editor employee engineer
    englishman entrepreneur envoy epidemiologist executive expert explorer farmer father fighter filmmaker finn
    firefighter fisherman forward frenchman friend frontman geologist german girl goalkeeper golfer governor
    grandfather grandmother guard guitarist gunman gymnast hacker historian host husband imam incumbent informant inmate
    inspector investor irishman italian journalist judge juror keeper killer king landlord laureate lawmaker lawyer
    leader lecturer legislator liberal magistrate magnate man manager mayor midfielder minister mom mother mp mum
    murderer
    musician
    neighbor neighbour nominee novelist nurse officer official owner painter paramedic pastor pathologist patient
    pensioner philosopher photographer physician physicist pilot pitcher player playwright poet policeman
    policewoman politician pope portuguese premier presenter president priest prince princess prisoner producer
    professor prosecutor psychiatrist psychologist pupil quarterback queen rabbi ranger rapper reporter republican
    researcher resident rider rookie runner russian sailor scholar scientist scot sculptor secretary senator
    sergeant sheriff shooter shopkeeper singer sister skater skipper soldier solicitor son songwriter spaniard spokesman
    spokesperson spokeswoman sprinter star striker student surgeon survivor suspect swede swimmer teacher teen
    teenager tenant trader trainer tycoon uncle veteran victim virologist vocalist waiter welshman whistleblower
    widow wife winger witness woman worker writer youngster
""".split()
)

# of these, people that "the ..." more often brings in than takes up
PASSING = frozenset(
    """
    accused barber bartender boy cashier clerk colleague constable doctor driver editor employee friend girl guard
    host informant journalist judge juror landlord magistrate man neighbor neighbour nurse officer owner paramedic
    passenger policeman policewoman presenter pupil reporter resident shopkeeper soldier student suspect teen
    teenager tenant victim waiter witness woman worker
""".split()
)

TEXTS = frozenset(
    """
    act advert advertisement advisory affidavit agreement article banner bill blog book bulletin caption catalog
    catalogue column communique communiqué complaint constitution declaration document e-mail editorial email entry
    filing flyer gravestone headline indictment inscription judgement judgment label law lawsuit leaflet letter
    manifesto memo memoir message note notice opinion paper petition placard plaque post poster regulation release
    report resolution review rule ruling sign statement study survey text transcript treaty tweet verdict warning
    website
""".split()
)

# bodies that "the company" and the like take up
FIRMS = frozenset(
    """
    alliance bloc
    agency airline bank brewery carmaker chipmaker club company department drugmaker firm group hospital insurer
    label lender manufacturer ministry newspaper operator party retailer school studio team union university
""".split()
)

# words in the name of an outlet that quotes others and is rarely the company that a story is about
OUTLET_WORDS = frozenset(
    """
    abc afp agence agency aljazeera anadolu ani ap bbc bloomberg broadcasting bulletin cbs chronicle cnn daily
    dispatch dpa examiner facebook forbes fox gazette globe google guardian herald independent inquirer instagram
    interfax itar-tass jazeera journal kyodo magazine mail mirror msnbc nbc news newspaper newsweek npr observer pbs
    post press pti radio reuters sun tass telegraph television time times tribune tv twitter upi wikipedia xinhua
    yonhap youtube
""".split()
)
