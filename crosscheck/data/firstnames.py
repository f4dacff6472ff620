"""Given names that tell a person's sex, folded to plain lower-case letters: what "he" and "she" are held against.

Names common in English and at least two of twenty other locales of the Faker library (MIT), and names frequent in world
news; a name given to both sexes in use is in neither list.
"""

from __future__ import annotations

from functools import cache

_FEMALE = """
aachal aadhya aahana aarini aarna aashi abbi abbie abby abha abigail abril ada adela adelaida adele adelina adina
adriana adrienne advika adweta adya agata agatha agathe agnes agnieszka aida aideen aileen ailis aimee aine aisha
aishani aisling aislinn akiko alana alanis alanna alannah alba albina alejandra aleksandra alena alexa alexandra
alexandria alice alicia alida alina alisha alison alix alka allison alma alyssa amaira amalia amalie amanda amara
amber amelia amelie amie amina amira amrita amruta amy ana anabel anamika anastasia anda andela andrea ane aneta anett
anette angela angelica angelika angelina angie ani anica anika anita anja anjali anka ann anna annalise annamaria anne
anneli annelie annette anni annie annika annikki anouk antoinette antonella antonia antonietta antonija antonina
anusha anvi anya aoibheann aoibhin aoibhinn aoife apolonia april araceli aradhana arcelia ariadna ariana arianne
arunima arya ase ashlee ashleigh ashlene ashling ashton asta astrid asuncion ati audrey aung aura aurelia aurora
autumn avni ayesha ayten baghyawati barbara barkha beata beatrice beatrix beatriz becky belinda bella benazir benita
bente benthe berit bernadette bernarda berta beth bethan bethany betina bettina betty beverley beverly bhanumati
bhavani bhavika bhavini bhavna bhavya bianca bianka bimala bina birgitta birte birthe bishakha blanaid blanca blanka
bodil bonnie bozena brandi brandy branka breanna brenda briana brianna bridget brigid brigitta brigitte brinda brita
britt britta brittany brittney brogan bronach bronagh brooke brooklyn bruna bryony cailin caitlin caitlyn caitriona
calista camila camilla canan candace candice caoilfhionn caoimhe cara caragh caridad carin carina carla carlota carly
carmel carmela carmen carmina carola carole carolin carolina caroline carolyn carrie casandra cassandra cassidy cassie
catalina catarina caterina catharina catherine cathrine cathy catrin catriona ceara cecilia cecilie celia celine
chaaya chaitaly chakrika chaman chameli chanchal chandani chantal chantel chantelle charis charita charlene charlotte
charvi chasmum chavvi chelsea chelsey cherie cherith cheryl cheyenne chimamanda chloe christel christiane christin
christina christine ciara ciarrai cindy claire clara clare clarisa clarissa claudia clementina cliodhna cliona clodagh
codie colleen collette concepcion concetta condoleezza connie constance consuela cora corina corinne cornelia corrie
cortney courteney courtney cristina crystal cynthia dagmar dagny dairine daisy daksha dalaja dalia damini damyanti
dana danica daniela daniella danielle danijela darcy daria darika darlene dawn dayamai dayita dayna deanna dearbhail
dearbhaile dearbhla debbie debora deborah debra deepa deirbhile delia demi denisa denise dervla desiree destiny devika
dewi dhriti diamond diana diane dilma dina dionne dipta divya diya dolores dominique donna dora dorina doris dorota
dorothee dorothy dorte dorthe draga dragica dulce eadaoin ebony edel eden edhitha edit edith eduarda eesha eileen
eilis eilish eimear eimer eimhear eiravati ekaja ekani ekanta ekantika ekaterina ekiya ekta elaine eleanor elena
eleonora eleonore eli eliana elif elin elina elisa elisabet elisabeth elise elisha eliza elizabeth ella ellen elli
ellie ellinor elly elma elna elodia eloisa eloise elsa else elvira elzbieta ema emer emilia emilie emily emma emmi
emmy enya erica erika erin erna eryn eshana esmeralda esperanza estefania estela ester esther eta etta eugenia eusebia
eva eve evelina evelyn evi evie evy ewa fabia fabiana fabienne fabiola fainche faith falak falguni fanny farah fatima
fatimah fay faye felicia fernanda filippa fiona fionnuala flavia flor flora florence florencia florentina florina
fortunata forum frances francesca francisca francoise frederique freja freya frida gabriela gabriella gabrielle gail
galina ganga garima gaurangi gauri gaurika gautami gayathri geetika gemma genoveva georgia georgina geraldine gerda
gertrud gilda gillian gina giovanna gisela gitte giuseppina glenda gloria gordana grace graciela grainne greta grete
grethe griselda gudrun gulay gunhild gwendolyn hailey haley hamsini hana hanan hanna hannah hanne hannele harinakshi
harini harita harriet haruka hasina hayleigh hayley hazel heather hedda hedvika heidi helen helena helene helga hema
hemal hemangini hemani henrietta henriette hilary hilda hilde hillary hillevi hilma hiral hoda hollie holly hortensia
huda ida idika ijaya ika ikshita ildiko ileana ilona ilse imelda imke ina inaya indali india indira ines inga ingeborg
inger ingrid iolanda iona ira irena irene irina iris irma irya isa isabel isabela isabell isabella isabelle isha
ishani ishanvi ishita isis iva ivana ivanka ivona ivonne jacinda jackie jaclyn jacqueline jade jadranka jagrati jagvi
jalsa jana janaki janani jane janet janice janina janine janna januja janya jaqueline jasmin jasmina jasmine jasmit
jasna jayde jayne jeanette jeanne jeannine jeevika jelena jemma jena jenna jenni jennifer jenny jessica jhalak jill
jillian jo joan joana joann joanna joanne jocelyn jodi jodie jody johanna johanne jolanda jolene jonna josefa josefina
josefine josephine joy joyce juana judith judy julia juliana julianna julie julieta juliette julijana june justina
justine jyoti kaarina kaitlin kaitlyn kaja kamala kamila kamya kara karen karin karina karla karley karolina karoline
kashish kashvi kata katalin katarina katarzyna kate katelyn katerina katharina katharine katherine kathleen kathryn
kathy kati katie katja katrin katrina katy kavita kavya kay kayla kaylee kayleigh keely keeva keiko kelli kellie kelly
kelsey kendra keri kerri kerrie kerstin keya khadija kiara kiera kimberley kimberly kira kirby kirsten kirstie kirstin
kirsty klara klaudia kori kornelia krisha krista kristen kristi kristie kristin kristina kristine kristy kritika
krystal krystyna kyara kylie lacey ladli laila lajita lakshmi lana laoise lara larisa larissa latasha latoya laura
lauren laurie lavanya lavinia layla lea leah leanne leela leena leila lekha lena lene leona leonie leonor lesley
leticia lia liana libni lidia lidija ligia liisa lila lili lilia lilian liliana lilla lilly lily lina linda lindsay
lindsey line linn linnea lipika lisa lisbeth lise liselotte liv livia liz ljiljana ljubica ljudmila lois lola lopa
loredana lorena loretta lori lorna lorraine lotta lotte louise lourdes luana lucia luciana lucie lucija lucinda lucy
ludmila ludovica luisa luiza luna luz lydia lynda lyndsay lyndsey lynn lynne lynsey lyudmila maarit mackenzie
madeleine madeline madhavi madison maeve magda magdalena mahika mahsa mairead maite maja majken makayla malala
malgorzata malin mallory mandy manuela manya mara marcela marcella marcia mare maren marga margaret margareta
margaretha margarita margit margot margret mari maria mariah mariam mariana mariann marianna marianne marica marie
marija marijana marika marilyn marina marion marisa marisela marisol marissa marit marita maritta marja marjatta
marlene marta martha martina martine mary maryam mateja mathilde matilda matilde maud maura maureen may maya mayte
mckenzie meabh meagan meaghan meena meera meg megan megha meghan meghana mei meibh meike mekhala melania melanie
melina melinda melissa melita melody mercedes meredith mette mia micaela michaela micheala michelle michiko mihaela
mikayla mila milena milica milka milla mina mindy minna mira miranda mirella miriam mirja mirjam mirjana miroslava
misty mitali mohini moira mollie molly mona monica monika monique morena mugdha nada nadia nadine nadja nancy nandini
nanna naoimh naoko naomh naomi narcisa narges nasrin natalia natalie natalija natalya natasa natasha nathalie
natividad neelima neha nela nelly netra nevenka ngozi niamh nichola nichole nicole nidhi nidia nidra niharika nika
nikita nikki nilima nimrat nina nirja nisha nitara noelia noemi nomvula nora norma nour nova nuala nuria octavia oda
odette odika oeshi ofelia ojasvi oksana olga olimpia olivia olivie omaja omisha omya oni oonagh orfhlaith orla orlagh
orlaigh orlaith osha otilia oviya padraigin pahal paige pallavi paloma pam pamela panini paola parisa patrice patricia
patrizia patty paula paulina pauline pavani pavla peggy penny perla petra phoebe phyllis pia pilar polly pooja
priscilla prisha priya pushti qushi raagini rachael rachana rachel rachelle rachita radha radhika rafaela ragnhild
raisa rajata rajeshri raksha ramona randi rania raquel raven rebeca rebecca rebeka rebekah regan regina reina renata
renee reva rhian rhianna rhianne rhiannon rhonda ria ricarda ridhi rita riya roberta robyn rocio roise roisin romana
romina romy ronja rosa rosalia rosalie rose roseanna rosemary rosie rosina rosita roxana roza rozalia rozalija ruth
saanvi sabina sabine sabrina sacha sachi sakura sally salma salome samantha samira san sanaya sandra sandy sanja sanna
sanne sanya saoirse sara sarah sari sasha saskia saumya savannah seana seanan seaneen seanna selena selina selma seona
serafina serena sevim shania shanice shanna shannan shannen shari sharon shauna shauneen shawna sheena sheikh sheila
shelby shelia shelley shelly sheree sheri sherri sherry sheryl shirin shirley shivani shona shravya sian sierra signe
sigrid silje silke silva silvana silvia simona simone sinead siobhan siofra siri siti siv siya slavica sneha socorro
sofia sofie soledad solveig sonia sonja sonya sophia sophie sorcha stacey stacie stacy stana stanislava stefani
stefania stefanie stefanija stella stephanie stina stine sudiksha sue suhani summer sunita susan susana susann susanna
susannah susanne suzana suzanne svea svetlana sydney sylvia sylvie sylwia tabitha tamanna tamara tami tammie tammy
tania tanja tanmayi tanvi tanya tara tasha tatiana tatjana tea teodora teresa terri tess tessa thandi thea theres
theresa therese theresia tia tiarna tiegan tiffany tilde timea tina tonicha tonya tori tory tove tracey traci tracie
tricia trine tripti triveni triya turvi tuulikki tuva ubika ucchal udyati ulla ulrike una unnati unni upadhriti upasna
upma urishilla urmi ursula urszula urvashi urvi vaishnavi valentina valentine valeria valerie vamakshi vanesa vanessa
vanja vansha vanya varenya varsha vasana vasatika vasudha veda vedhika vedika vera veronica veronika veronique vesna
vicki vickie victoria vidhi viktoria vilma vinaya viola violeta virginia vitoria viviana vrinda vrishti vritti
vyanjana waida wakeeta wanda wangari warda warhi watika wendy whitney widisha wilma wishi xalak xenia xiti xiu yachana
yadavi yahvi yamini yara yashasvi yashawini yashica yashoda yashodhara yashvi yasmin yasmine yasti yauvani yelena
yesenia yochana yoko yolanda yoshita yuki yulia yutika yvette yvonne zahra zainab zaira zaitra zansi zara zarna zdenka
zeinab zeynep zilmil zinal zita zoe zora zuzana
"""

_MALE = """
aadi aarav aarnav aaron aarush aayush abbas abdul abdullah abeer abel abhimanyu abhiram abraham achim adalberto adam
adan adem aditya adolf adrian advaith advay advik aedan agastya agustin ahmad ahmed aidan aiden akira akshay alan
alastair albert alberto albin aldo alec alejandro aleks aleksandar aleksander aleksandr alen alessandro alex alexander
alexandre alexandru alexei alf alfons alfonso alfred alfredo ali alistair alister allan allen alois alonso alvaro
alvin amador amin amir amit amol anay anders andre andreas andrei andrej andres andrew andriy andrzej angel angelo
angus anil anirudh anmol ansh ante antero anthony anto antoin anton antonino antonio antony anwar aodhan arin arjun
armando arne arnold aron arran arron arsenio arthur artur arturo arun aryan ashok asif atharv attila august augustin
augusto aurelio austin avi axel ayaan ayush ayushman azaan azad bachittar bahadurjit bailie bakhshi balendra balhaar
baljiwan balvan balveer bandar banjeet barack barry bashar bela ben benito benjamim benjamin benn benny berend bernabe
bernard bernardo berndt bernhard bernt bert bertil bertram bill billy birger bjarne bjorn blaine blake bob bobby
bogdan boris brad bradley brady brandon branko breandan brendan brent brett brian brijesh bruce bruno bryan bryce
cahal cahir cailum cal caleb callan callum calogero calum calvin cameron camilo caoimhin caolain caolan caomhan carl
carlo carlos carmelo carsten carter casper cathal cesar chad chaitanya chakradev chakradhar champak chanakya chandran
chandresh charan charles chase chatresh chatura che chris christian christoffer christopher cianan ciaran cillian
cipriano ciro clarence clark claudio claus clayton clemente clifford clinton clive cody cole colin collin colm colton
colum conal conall conan conchur conn connor conor conrad constantin corey cormac cornelio cornelius cory craig
cristian cristobal curt curtis cyril dag dakota daksh dakshesh dalbir dale dalibor dalton damian damien damir damon
dan dani daniel daniele danijel danilo danny dante darin dario darius dariusz darko darpan darrell darren darryl darsh
daryl dave david davor deaglan dean deane declan dejan denis dennis derek dermot derrick desmond dev devansh devin
devon dhruv diarmuid dick diego dillon dimas dino diogo dirk dmitri dmitry domenico domhnall dominic dominik don donal
donald donato douglas dragan drago drew duane duncan dusan dustin dwayne dylan eamon eamonn earl ebbe ed eddie edgar
eduard eduardo edvard edward edwin egon einar ekalinga ekansh ekapad ekaraj ekavir ekbal elias elijah elliot elliott
eloy elvin elvis emanuel emil emiliano emilio emin emmanuel emmet emmett enda enrico enrique enzo eoghan eoin erdogan
eric erik erkan erling ernest ernesto ernst ervin esteban ethan euan eugen eugene eugenio eunan evan ewan fabian fabio
faisal falan faqid faraj faras farhan fariq faris fatih fausto feargal fearghal federico felipe felix ferdinand ferenc
fergal fergus fernando fidel filip filippo finbar finn fintan fionntan fitan fiyaz flavio florian frado francesco
francis francisco franco francois franjo frank franklin frans frazer fred freddy frederic frederick frederik fredo
fredrik fritz frode gabino gabor gabriel gaetano gagan gareth garrett garry gary gaspar gaurang gaurav gautam gavin
gene geoffrey georg george gerald gerard gerardo gerhard german geronimo gert gil gilbert gilberto giles gino giorgio
giovanni girik girindra girish giuseppe glen glenn gonzalo goodluck gopal goran gordon graeme graham grant greg gregg
gregor gregorio gregory grzegorz guido guilherme guillermo gunbir guneet gunnar gustav gustavo guy hakan hal hamid
hamish hamza hannes hans harald hardik harish harold harri harrison harry harsh harshil harvey hasan hassan hayden
hector helge hemang hendrik henning henrik henrique henry herbert herman hernan hiroshi hitesh holger horacio hosni
howard hredhaan hritik hubert hugh hugo humberto hunter hussain hussein iain ian ibrahim ignacio igor ikbal ilija ilya
imam imaran imran imre indrajit ingmar isaac isaiah isak ishaan ishwar ismael ismail ismet istvan ivan ivar ivo jacek
jacinto jack jackson jacob jacobo jagat jagdish jai jaime jairaj jaka jake jakob jakub jamal james jan jani janko
janos jared jari jarl jarlath jaroslav jason jatin javier jay jean jeet jeff jeffery jeffrey jens jeremiah jeremy
jermaine jerome jeronimo jerry jerzy jesper jesse jesus jim jimmy jiri joachim joakim joao joaquim joaquin joe joel
johan johannes john johnathan johnny jon jonas jonatan jonathan jonathon jong jordon jorge jorgen jorn jose josef
joseph josh joshua josip josko josue jozef juan jude juhani jules julian julio julius junichiro jure justin kabir kai
kalevi kalle kalpit kamil kane karan kare karel karim karl karlo karol karsten kasim kaspar kasper kealan keelan keir
keith kelvin kemal ken kenji kenneth kenny kent kevin khalid kiaan kian kieran killian kirk kjell klaus knut kofi
konrad kornel krish kristian kristijan kristoffer kristopher krzysztof kurt kurtis kyle laban ladislav laksh lakshit
lance larry lars lasse laszlo lawrence leandro lee leif len leo leon leonard leonardo leonel leopold leopoldo leroy
levi lewis liam linus lisandro lloyd logan lohit lonnie lorcan lorenzo louis lovro luc luca lucas luciano lucio lucky
ludvig ludvik ludwig luigi luis lukas luke lyndon maanas maanav macauley madhav mads magnus mahdi mahmoud mairtin maks
malachy malcolm malik malte manan manbir manfred manmohan manthan manuel manus marc marcel marcelo marcin marcio marco
marcos marcus marek mariano marijan marin mario marius mariusz mark marko markus marten martin martyn marvin mason
massimo mate matej mateo mateus mathew mathias matias mato mats matteo matthew matthias matti mattias matyas maurice
mauricio maurizio mauro max maxim maximilian maximiliano maxwell mehmet melvin micael micha michael michal micheal
michel miguel mihael mijo mika mikael mike mikhail milan milo milos mirco mirko miro miroslav mitchel mitchell mitesh
modesto mohamed mohammad mohammed morten muammar muhammad mustafa myles nachiket naksh nakul narendra nasser natanael
nathan nathaniel naveen nawaz neel neil nelson nenad niall nicholas nick nicklas nico nicolai nicolas niels nigel
nihal niklas niko nikola nikolai nikolaj nils nitesh noah noel norbert norman octavio odhran oisin ojas ola olaf olav
olavi ole oleg oliver olivier olusegun om omar omkaar onkar onveer oran orinder oscar oskar osman osvaldo otto ove
owen oystein oyvind pablo padraic padraig pal panfilo paolo parker parth pascual pasquale patric patricio patrick
patrik paul paulo pauric pavel pawel peadar pearce pearse peder pedro pekka per pero perry pervez petar peter petro
petter philip philippe phillip piaras pierce pierre piet pietro piotr porfirio pranav praneel pranit pratyush preston
qabil qadim qarin qasim quincy rachit radovan rafael raghav ragnar rahul rainer raj rajesh ralf ralph ramiro ramon
ranbir randall randy ranveer rashid rasmus raul ravi ray rayaan raymond recep reece reginald rehaan reinhold renato
rene reuben reyansh reynaldo reza rhys rian ricardo richard rick rickey ricky rico riley rishi rob robbie robert
roberto rocco rodney rodolfo rodrigo roger rohan roland rolando rolf roman romeo ron ronald ronan ronith ronnie ronny
rory ross rowan roy ruairi ruari ruben rudi rudolf rudra rufino rui rune rushil russell ryan ryszard sabri saddam
saeed said saksham salman salvador salvatore sam samaksh samar samarth samesh sami samir samu samuel sander sandor
sandro sanjay santiago sarthak sathvik saul scot scott seamus sean sebastian sebastiano sepp sergei sergey sergio seth
severin severino shane shaun shaurya shawn shay shea shigeru shinzo shivansh sid siddharth sigurd silvio simon slavko
slobodan sonny soren spencer stan stanislav stanislaw stanley stefan stefano sten stephan stephen steve steven stewart
stig stjepan stuart suresh sven tadeusz tage takeshi tanay tanish tanner tanveer tapani tapio tarak tariq taro ted
teerth tejas teodor teodoro terence terrance terrence thabo theo theodor theodore thomas thor tiarnan tibor tiernan
tim timo timoteo timothy tobias toby todd tom tomas tomasz tomi tomislav tommy tony tor torben torbjorn tore torsten
travis trevor tristan troy tyrone udant udarsh ulf ulrik umang upkaar urban utkarsh valdemar valentim valentin valerio
valter vasco vedant veer veli verner vernon vicente victor vidar vihaan vijay viktor vilhelm ville vince vincent
vincenzo viraj virgilio vitali vito vitor vittorio vivaan vladimir vlado volodymyr wahab waldemar walter warinder
warjas warren wayne wazir werner wesley wilhelm william willie willy witold wojciech wriddhish wridesh wyatt xavier
yagnesh yago yan yash yasser yatan yatin yilmaz yngve youssef yug yuri yury yusuf yuvraj zac zacarias zach zachary
zaid zak zashil zayan zayyan zdravko zehaan zeljko zlatko zoltan zoran zvonko
"""


@cache
def _table() -> dict[str, str]:
    return dict.fromkeys(_FEMALE.split(), "f") | dict.fromkeys(_MALE.split(), "m")


def sex_of(given: str) -> str:
    """ "f" or "m" for a folded given name that tells it, else ""."""
    return _table().get(given.partition("-")[0], "")
