"""Countries as English news names them: names, demonyms and the seats of government that stand for them.

One country a line: ISO 3166 alpha-2, names, demonyms, metonyms (capital, palace, ministry building), each list parted
by commas. Demonyms that are also ordinary words or that name several countries (American of the continent, Congolese)
are given to the country that news means by them.
"""

from __future__ import annotations

import re
from functools import cache

_TABLE = """
AD|Andorra|Andorran|
AE|United Arab Emirates,UAE,U.A.E.,Emirates|Emirati|Abu Dhabi
AF|Afghanistan|Afghan|Kabul
AG|Antigua and Barbuda|Antiguan|
AL|Albania|Albanian|Tirana
AM|Armenia|Armenian|Yerevan
AO|Angola|Angolan|Luanda
AR|Argentina|Argentine,Argentinian,Argentinean|Buenos Aires
AT|Austria|Austrian|Vienna
AU|Australia|Australian|Canberra
AZ|Azerbaijan|Azerbaijani,Azeri|Baku
BA|Bosnia and Herzegovina,Bosnia,Bosnia-Herzegovina|Bosnian|Sarajevo
BB|Barbados|Barbadian|Bridgetown
BD|Bangladesh|Bangladeshi|Dhaka
BE|Belgium|Belgian|
BF|Burkina Faso|Burkinabe|Ouagadougou
BG|Bulgaria|Bulgarian|Sofia
BH|Bahrain|Bahraini|Manama
BI|Burundi|Burundian|
BJ|Benin|Beninese|
BN|Brunei|Bruneian|
BO|Bolivia|Bolivian|La Paz
BR|Brazil|Brazilian|Brasilia,Brasília
BS|Bahamas|Bahamian|
BT|Bhutan|Bhutanese|Thimphu
BW|Botswana|Botswanan|Gaborone
BY|Belarus|Belarusian,Belarussian,Byelorussian|Minsk
BZ|Belize|Belizean|
CA|Canada|Canadian|Ottawa
CD|Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo,DRC,Zaire|Congolese,Zairean|Kinshasa
CF|Central African Republic|Central African|Bangui
CG|Congo-Brazzaville,Republic of the Congo||Brazzaville
CH|Switzerland|Swiss|Bern,Berne
CI|Ivory Coast,Cote d'Ivoire,Côte d'Ivoire|Ivorian|Abidjan
CL|Chile|Chilean|
CM|Cameroon|Cameroonian|Yaounde
CN|China,People's Republic of China,PRC|Chinese|Beijing,Peking,Zhongnanhai
CO|Colombia|Colombian|Bogota,Bogotá
CR|Costa Rica|Costa Rican|
CU|Cuba|Cuban|Havana
CV|Cape Verde|Cape Verdean|
CY|Cyprus|Cypriot|Nicosia
CZ|Czech Republic,Czechia|Czech|Prague
DE|Germany|German|Berlin
DJ|Djibouti|Djiboutian|
DK|Denmark|Danish,Dane|Copenhagen
DM|Dominica||
DO|Dominican Republic|Dominican|Santo Domingo
DZ|Algeria|Algerian|Algiers
EC|Ecuador|Ecuadorian,Ecuadorean|Quito
EE|Estonia|Estonian|Tallinn
EG|Egypt|Egyptian|Cairo
ER|Eritrea|Eritrean|Asmara
ES|Spain|Spanish,Spaniard|Madrid
ET|Ethiopia|Ethiopian|Addis Ababa
FI|Finland|Finnish,Finn|Helsinki
FJ|Fiji|Fijian|Suva
FR|France|French,Frenchman,Frenchwoman|Paris,Elysee,Élysée,Quai d'Orsay
GA|Gabon|Gabonese|Libreville
GB|United Kingdom,Britain,Great Britain,UK,U.K.|British,Briton,Brit|London,Downing Street,Whitehall
GE|Georgia||Tbilisi
GH|Ghana|Ghanaian|Accra
GL|Greenland|Greenlandic|Nuuk
GM|Gambia|Gambian|Banjul
GN|Guinea|Guinean|Conakry
GQ|Equatorial Guinea|Equatoguinean|
GR|Greece|Greek|Athens
GT|Guatemala|Guatemalan|
GY|Guyana|Guyanese|
HK|Hong Kong|Hong Konger|
HN|Honduras|Honduran|Tegucigalpa
HR|Croatia|Croatian,Croat|Zagreb
HT|Haiti|Haitian|Port-au-Prince
HU|Hungary|Hungarian|Budapest
ID|Indonesia|Indonesian|Jakarta
IE|Ireland,Republic of Ireland|Irish,Irishman,Irishwoman|Dublin
IL|Israel|Israeli|Jerusalem,Tel Aviv,Knesset
IN|India|Indian|New Delhi,Delhi
IQ|Iraq|Iraqi|Baghdad
IR|Iran,Islamic Republic of Iran|Iranian|Tehran,Teheran
IS|Iceland|Icelandic,Icelander|Reykjavik
IT|Italy|Italian|Rome
JM|Jamaica|Jamaican|
JO|Jordan|Jordanian|Amman
JP|Japan|Japanese|Tokyo
KE|Kenya|Kenyan|Nairobi
KG|Kyrgyzstan|Kyrgyz|Bishkek
KH|Cambodia|Cambodian|Phnom Penh
KP|North Korea,DPRK|North Korean|Pyongyang
KR|South Korea,Republic of Korea|South Korean|Seoul,Blue House
KW|Kuwait|Kuwaiti|
KZ|Kazakhstan|Kazakh,Kazakhstani|Astana,Nur-Sultan
LA|Laos|Laotian,Lao|Vientiane
LB|Lebanon|Lebanese|Beirut
LI|Liechtenstein|Liechtensteiner|Vaduz
LK|Sri Lanka|Sri Lankan|Colombo
LR|Liberia|Liberian|Monrovia
LS|Lesotho|Basotho|
LT|Lithuania|Lithuanian|Vilnius
LU|Luxembourg|Luxembourgish,Luxembourger|
LV|Latvia|Latvian|Riga
LY|Libya|Libyan|Tripoli
MA|Morocco|Moroccan|Rabat
MC|Monaco|Monegasque|
MD|Moldova|Moldovan|Chisinau
ME|Montenegro|Montenegrin|Podgorica
MG|Madagascar|Malagasy|Antananarivo
MK|North Macedonia,Macedonia|Macedonian|Skopje
ML|Mali|Malian|Bamako
MM|Myanmar,Burma|Burmese|Naypyidaw,Yangon,Rangoon
MN|Mongolia|Mongolian|Ulan Bator,Ulaanbaatar
MR|Mauritania|Mauritanian|Nouakchott
MT|Malta|Maltese|Valletta
MU|Mauritius|Mauritian|
MV|Maldives|Maldivian|
MW|Malawi|Malawian|Lilongwe
MX|Mexico|Mexican|Mexico City
MY|Malaysia|Malaysian|Kuala Lumpur,Putrajaya
MZ|Mozambique|Mozambican|Maputo
NA|Namibia|Namibian|Windhoek
NE|Niger|Nigerien|Niamey
NG|Nigeria|Nigerian|Abuja
NI|Nicaragua|Nicaraguan|Managua
NL|Netherlands,Holland|Dutch,Dutchman,Dutchwoman|The Hague,Amsterdam
NO|Norway|Norwegian|Oslo
NP|Nepal|Nepalese,Nepali|Kathmandu
NZ|New Zealand|New Zealander,Kiwi|Wellington
OM|Oman|Omani|Muscat
PA|Panama|Panamanian|
PE|Peru|Peruvian|Lima
PG|Papua New Guinea|Papua New Guinean|Port Moresby
PH|Philippines|Philippine,Filipino,Filipina|Manila,Malacanang,Malacañang
PK|Pakistan|Pakistani|Islamabad
PL|Poland|Polish,Pole|Warsaw
PS|Palestine,Palestinian Authority|Palestinian|Ramallah
PT|Portugal|Portuguese|Lisbon
PY|Paraguay|Paraguayan|Asuncion
QA|Qatar|Qatari|Doha
RO|Romania|Romanian|Bucharest
RS|Serbia|Serbian,Serb|Belgrade
RU|Russia,Russian Federation|Russian|Moscow,Kremlin
RW|Rwanda|Rwandan|Kigali
SA|Saudi Arabia|Saudi,Saudi Arabian|Riyadh
SB|Solomon Islands|Solomon Islander|Honiara
SC|Seychelles|Seychellois|
SD|Sudan|Sudanese|Khartoum
SE|Sweden|Swedish,Swede|Stockholm
SG|Singapore|Singaporean|
SI|Slovenia|Slovenian,Slovene|Ljubljana
SK|Slovakia|Slovak,Slovakian|Bratislava
SL|Sierra Leone|Sierra Leonean|Freetown
SN|Senegal|Senegalese|Dakar
SO|Somalia|Somali,Somalian|Mogadishu
SR|Suriname|Surinamese|Paramaribo
SS|South Sudan|South Sudanese|Juba
SV|El Salvador|Salvadoran,Salvadorean|San Salvador
SY|Syria|Syrian|Damascus
SZ|Eswatini,Swaziland|Swazi|
TD|Chad|Chadian|N'Djamena
TG|Togo|Togolese|Lome
TH|Thailand|Thai|Bangkok
TJ|Tajikistan|Tajik|Dushanbe
TL|East Timor,Timor-Leste|East Timorese,Timorese|Dili
TM|Turkmenistan|Turkmen|Ashgabat
TN|Tunisia|Tunisian|Tunis
TO|Tonga|Tongan|
TR|Turkey,Türkiye,Turkiye|Turkish,Turk|Ankara
TT|Trinidad and Tobago,Trinidad|Trinidadian|
TW|Taiwan|Taiwanese|Taipei
TZ|Tanzania|Tanzanian|Dodoma,Dar es Salaam
UA|Ukraine|Ukrainian|Kyiv,Kiev
UG|Uganda|Ugandan|Kampala
US|United States,United States of America,USA,U.S.,US,U.S.A.,America|American|\
Washington,White House,Pentagon,Capitol Hill
UY|Uruguay|Uruguayan|Montevideo
UZ|Uzbekistan|Uzbek|Tashkent
VA|Vatican,Holy See|Vatican|
VE|Venezuela|Venezuelan|Caracas,Miraflores
VG|British Virgin Islands,BVI||Road Town
VN|Vietnam|Vietnamese|Hanoi
WS|Samoa|Samoan|Apia
XK|Kosovo|Kosovar,Kosovan|Pristina
YE|Yemen|Yemeni|Sanaa,Sana'a
ZA|South Africa|South African|Pretoria
ZM|Zambia|Zambian|Lusaka
ZW|Zimbabwe|Zimbabwean|Harare
"""

# words that a code is never read from in lower case or alone: "us", "turkey", "polish", "pole"
_CASED = frozenset({"us", "turkey", "polish", "pole", "turk", "finn", "dane", "brit", "kiwi", "lao", "jordan", "chad"})


@cache
def names() -> dict[str, str]:
    """Country code of every name and demonym, keyed as written ("Chinese", "China")."""
    table: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        code, countries, demonyms, _ = line.split("|")
        for word in f"{countries},{demonyms}".split(","):
            if word:
                table[word] = code
                table[word + "s" if word[-1] not in "sh" else word] = code
    return table


@cache
def demonyms() -> frozenset[str]:
    """Every demonym as written."""
    return frozenset(w for line in _TABLE.strip().splitlines() for w in line.split("|")[2].split(",") if w)


@cache
def metonyms() -> dict[str, str]:
    """Country code of seats of government ("Kremlin": RU); these are bodies as well as places."""
    rows = (line.split("|") for line in _TABLE.strip().splitlines())
    return {w: row[0] for row in rows for w in row[3].split(",") if w}


@cache
def _naming() -> re.Pattern[str]:
    """Names and demonyms, as they are written."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names(), key=len, reverse=True)))})\b")


def countries_in(text: str) -> frozenset[str]:
    """Codes of the countries that a text names, or whose people and things it does ("Danish": DK)."""
    return frozenset(names()[m.group()] for m in _naming().finditer(text))


def country_of(words: str) -> str | None:
    """Code of a country, demonym or seat of government, as written, with or without article and possessive."""
    words = words.replace("’", "'").strip()
    if words.endswith("'s"):
        words = words[:-2]
    elif words.endswith("'"):
        words = words[:-1]
    if words[:4].lower() == "the ":
        words = words[4:]
    found = names().get(words) or metonyms().get(words)
    if found is None and words.isupper() and len(words) > 4 and words.lower() not in _CASED:
        found = names().get(words.title())  # headlines in capitals
    return found


@cache
def name_of(code: str) -> str:
    """The English name of a country's code, the code itself where it has none."""
    for line in _TABLE.strip().splitlines():
        known, countries, _, _ = line.split("|")
        if known == code:
            return countries.split(",")[0]
    return code
