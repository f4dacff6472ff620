"""Names that were written in another script first: their romanised variants.

A line of variants holds spellings of one name that differ by romanisation (or by a house's habit of writing it), never
spellings by which two people of one language tell themselves apart (John and Jon, Brian and Bryan).
"""

from __future__ import annotations

from functools import cache

_VARIANTS = """
mohammed muhammad mohamed mohammad mohamad muhammed mohamud mahomed mehmed
ahmed ahmad ahmet achmad akhmed
mahmoud mahmud mahmood
mehmet mehmed
hussein hussain husain husayn hossein hosein hussien huseyin
hassan hasan hassen hacen
ali aly
masoud massoud masud masood mas'ud
heydar heidar haidar hayder haider haydar
abdullah abdallah abdulla abdollah
abdul abdel abdal abdol
rahman rehman rahmaan rachman
karim kareem kerim
rashid rasheed rachid
saeed said saed sayeed saeid
saddam sadam
moammar muammar moamar muamar mu'ammar
gaddafi qaddafi gadhafi kadafi kaddafi khadafy qadhafi gadaffi gathafi
osama usama
laden ladin
qaeda qaida
yasser yasir yaser yassir
arafat arrafat
mustafa mostafa mustapha moustafa
khalid khaled
omar umar
othman osman uthman usman
yusuf youssef yousef yousuf yusef yussuf joseph
ibrahim ebrahim ibraheem
ismail ismael esmail ismaeel
jamal gamal djamal
faisal faysal feisal
walid waleed
zaki zaky
tariq tarek tareq tarik
bashar bachar
assad asad
hafez hafiz
nasser naser nasir nassir
sharif shareef sherif cherif charif
sheikh shaikh shaykh sheik cheikh
fatima fatimah fatma fatemeh fathima
aisha ayesha aicha aysha ayisha
zainab zeinab zaynab zeynab zeynep
maryam mariam miriam meryem
khadija khadijah khadidja
leila layla laila leyla
noor nour nur noura
amir emir ameer
reza riza rida
khamenei khameini
khomeini khomeyni
rafsanjani rafsandjani
rouhani rohani ruhani
ahmadinejad ahmedinejad ahmadinejhad
mahdi mehdi mehdy
mojtaba mujtaba
javad jawad
jassem jasim jassim qassem qasim kasim qassim ghasem ghassem kassem
soleimani suleimani sulaimani
suleiman sulaiman sulayman soliman suleyman
hormozgan hormuzgan hormouzgan
volodymyr vladimir wladimir
zelensky zelenskyy zelenskiy zelenskyi zelenski
oleksandr alexander aleksandr alexandr aleksander
alexei aleksei alexey aleksey alexi
sergei sergey serguei serhii serhiy sergii sergiy
andrei andrey andriy andrii
dmitry dmitri dmitriy dimitri dmytro dimitry dmitrii
yuri yury yuriy iouri yurii
yulia julia yuliya iuliia
mikhail michail mykhailo mikhael
nikolai nikolay mykola nikolaj
pyotr petr petro piotr peter
yevgeny evgeny evgeni yevgeni yevhen evgenii yevgeniy
anatoly anatoli anatoliy
vasily vasili vassily vasiliy vasyl
viktor victor
vyacheslav viacheslav
arseniy arseny arseni
ksenia xenia kseniya
tatiana tatyana tetiana tatjana
natalia natalya nataliya nataliia natalja
yanukovych yanukovich
yushchenko yuschenko juschtschenko
tymoshenko timoshenko
poroshenko porochenko
kuchma koutchma
lukashenko lukashenka
yeltsin jelzin eltsin
gorbachev gorbachov gorbatchev
khrushchev khruschev kruschev
navalny nawalny navalniy navalnyy
litvinenko litvinienko
kadyrov kadirov
tsarnaev tsarnayev tsarnaeva
dzhokhar djohar jokhar dzhohar djokhar
netanyahu netanyahou nethanyahu
binyamin benjamin
yitzhak yitzchak itzhak izhak
moshe mosheh
chaim haim hayim
hezbollah hizbullah hizbollah hezbullah
erdogan erdoghan
tayyip tayip
kim gim
lee rhee
park pak bak
jong chong
roh noh
choi choe
jung jeong chung
mao tse-tung zedong
peking beijing
ahmedabad ahmadabad
bireuen bireun
aceh acheh atjeh
pidie pidi
kyiv kiev kiyev
odesa odessa
kharkiv kharkov
lviv lvov
mumbai bombay
kolkata calcutta
chennai madras
yangon rangoon
tehran teheran
makkah mecca
madinah medina
sana'a sanaa
falluja fallujah
basra basrah
homs hims
idlib idleb
deraa daraa dara
raqqa raqqah ar-raqqah
kandahar qandahar
jakarta djakarta
soeharto suharto
soekarno sukarno
susilo soesilo
yudhoyono yudoyono
sutopo soetopo
joko djoko
krishna krishnan
lakshmi laxmi
shri sri
mohan mohun
yoon yun
moon mun
bae pae
baek paek paik
chowdhury chaudhary choudhury chaudhry choudhary chaudhuri
singh sing
shivaji sivaji
kishore kishor
vijay vijai bijoy
sanjay sanjai
ajay ajai
rajiv rajeev
sanjiv sanjeev
sandip sandeep
pradip pradeep
dilip dileep
deepak dipak
suneel sunil
neeraj niraj
geeta gita
seema sima
meena mina
sheela shila sheila
sourav saurav saurabh
ravindra rabindra ravinder
virendra birendra virender
jitendra jitender
surendra surender
narendra narender
devendra devender
dharmendra dharmender
mukherjee mukherji mukerji
banerjee banerji
chatterjee chatterji
bhattacharya bhattacharjee bhattacharyya
srivastava shrivastava shrivastav srivastav
srinivas shrinivas sreenivas
sridhar shridhar sreedhar
shrikant srikanth shrikanth srikant
prashant prasanth prashanth
vasant vasanth
jayant jayanth
hemant hemanth
anant ananth
vinod binod
vishwanath viswanath biswanath
vishwas biswas
ramakrishna ramkrishna
gopalakrishnan gopalkrishnan
venkatesh venkatesan
murthy murthi moorthy murti
reddy reddi
swamy swami
iyer aiyar ayyar
mishra misra
thakur thakor thakore tagore
rathod rathore rathor
solanki solankey
parmar parmaar
vaghela waghela
joshi joshy
patil pateel
deshmukh desmukh
kulkarni kulkarny
gowda gauda
yadav jadav yadava
jadhav jadav
sinha singha
bose basu
roy ray rai
dutt dutta datta
ghosh ghose
nair nayar
menon menen
pillai pillay
naidu naydu
perera pereira
fernando fernandes
wickremesinghe wickramasinghe vikramasinghe
rajapaksa rajapakse
jayawardene jayawardena jayewardene
papandreou papandreu
tsipras tsypras
grigoropoulos gregoropoulos
alexandros alexandros alexis
giorgos yiorgos georgios yorgos
dimitris dimitrios
ioannis yannis giannis yiannis
konstantinos kostas constantine costas
saakashvili sakashvili
georgy georgi georgiy
ivanishvili ivanischwili
aliyev aliev
nazarbayev nazarbaev
karimov kerimov
tokayev tokaev
sarkisian sargsyan sarkissian sarkisyan
pashinyan pashinian
mubarak moubarak
morsi mursi morsy
sisi sissi
"""


@cache
def variants() -> dict[str, int]:
    """Line number of the variant group of each romanised name word, folded."""
    table: dict[str, int] = {}
    for number, line in enumerate(_VARIANTS.strip().splitlines()):
        for word in line.split():
            table.setdefault(word, number)
    return table
