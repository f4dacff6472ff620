"""A compact gazetteer: large cities, states and regions, and the countries in which they lie.

Names that many countries share (Georgia, Cambridge, San Jose) are left out or given to the one that news means by the
bare name; a country told beside the name in the text comes first in any case. A line holds the ISO 3166 alpha-2 code,
regions and cities; large countries take several. Capitals and country names stand in :mod:`crosscheck.data.countries`.
"""

from __future__ import annotations

from functools import cache

from crosscheck.data.countries import country_of

_TABLE = """
AE|Sharjah,Ras al-Khaimah|Dubai
AF|Helmand,Nangarhar,Kunduz Province,Badakhshan|Kandahar,Herat,Mazar-i-Sharif,Jalalabad,Kunduz
AR|Patagonia,Tierra del Fuego|Rosario,Mendoza,Ushuaia,Bariloche
AU|New South Wales,Queensland,Tasmania,Western Australia,South Australia,Northern Territory|
AU||Sydney,Melbourne,Brisbane,Perth,Adelaide,Hobart,Darwin,Cairns,Gold Coast
AT|Tyrol,Carinthia,Styria|Vienna,Salzburg,Innsbruck,Graz,Linz
BD|Chittagong Division|Chittagong,Chattogram,Sylhet,Khulna,Cox's Bazar
BE|Flanders,Wallonia|Brussels,Antwerp,Ghent,Bruges,Liege,Charleroi
BO|Potosi|Santa Cruz de la Sierra,Cochabamba,El Alto
BR|Bahia,Minas Gerais,Amazonas,Rio Grande do Sul|
BR||Sao Paulo,Rio de Janeiro,Salvador,Recife,Porto Alegre,Belo Horizonte,Manaus,Fortaleza,Curitiba
CA|Ontario,Quebec,British Columbia,Alberta,Manitoba,Saskatchewan,Nova Scotia,New Brunswick,Newfoundland|
CA|Yukon,Nunavut|
CA||Toronto,Montreal,Vancouver,Calgary,Edmonton,Winnipeg,Halifax,Quebec City,Regina
CH|Valais,Ticino|Zurich,Geneva,Basel,Bern,Lausanne,Davos,Lucerne
CL|Atacama,Maule|Valparaiso,Concepcion,Antofagasta,Iquique
CN|Sichuan,Yunnan,Guangdong,Xinjiang,Tibet,Hubei,Hunan,Henan,Hebei,Gansu,Qinghai,Fujian,Zhejiang,Jiangsu|
CN|Shandong,Shanxi,Shaanxi,Liaoning,Inner Mongolia|
CN||Shanghai,Guangzhou,Shenzhen,Chengdu,Chongqing,Wuhan,Tianjin,Nanjing,Xi'an,Hangzhou,Urumqi,Lhasa,Kunming
CN||Harbin,Dalian,Qingdao
CO|Antioquia,Cauca|Medellin,Cali,Cartagena,Barranquilla
CU||Santiago de Cuba,Guantanamo
DE|Bavaria,Saxony,Hesse,Lower Saxony,North Rhine-Westphalia,Brandenburg,Thuringia|
DE||Hamburg,Munich,Frankfurt,Cologne,Stuttgart,Dresden,Leipzig,Duesseldorf,Bremen,Hanover,Nuremberg
DK|Jutland,Greenland|Aarhus,Odense,Aalborg
EC|Manabi,Galapagos|Guayaquil,Cuenca
EG|Sinai,South Sinai|Alexandria,Suez,Port Said,Luxor,Sharm el-Sheikh,Aswan,Giza
ES|Catalonia,Andalusia,Galicia,Basque Country,Canary Islands,Tenerife,Majorca,Mallorca,Ibiza|
ES||Barcelona,Valencia,Seville,Bilbao,Malaga,Zaragoza,Pamplona
ET|Tigray,Oromia,Amhara|Mekelle
FI|Lapland|Tampere,Turku,Espoo
FR|Brittany,Normandy,Corsica,Provence,Alsace,Burgundy|
FR||Marseille,Lyon,Nice,Toulouse,Bordeaux,Strasbourg,Lille,Nantes,Cannes,Calais
GB|England,Scotland,Wales,Northern Ireland,Cornwall,Kent,Yorkshire,Lancashire,Essex,Devon,Cumbria|
GB||Manchester,Liverpool,Glasgow,Edinburgh,Leeds,Bristol,Belfast,Cardiff,Sheffield,Nottingham,Newcastle
GB||Southampton,Aberdeen
GR|Crete,Macedonia,Attica,Lesbos,Rhodes,Corfu|Thessaloniki,Piraeus,Patras,Heraklion
HT||Gonaives,Cap-Haitien,Jacmel
ID|Aceh,Sumatra,Java,Bali,Papua,West Papua,Sulawesi,Kalimantan,Maluku,Lombok,Borneo|
ID||Banda Aceh,Surabaya,Medan,Bandung,Makassar,Denpasar,Manokwari,Jayapura,Yogyakarta,Padang,Palu
IE|Connacht,Munster,Leinster|Cork,Galway,Limerick,Waterford
IL|Galilee,Negev,Golan Heights|Tel Aviv,Haifa,Beersheba,Eilat,Ashkelon,Ashdod
IN|Kashmir,Punjab,Gujarat,Maharashtra,Kerala,Tamil Nadu,Karnataka,Bihar,Uttar Pradesh,Madhya Pradesh|
IN|West Bengal,Rajasthan,Odisha,Orissa,Assam,Andhra Pradesh,Telangana,Haryana,Jharkhand,Chhattisgarh|
IN|Uttarakhand,Goa,Manipur|
IN||Mumbai,Bombay,Kolkata,Calcutta,Chennai,Madras,Bangalore,Bengaluru,Ahmedabad,Pune,Lucknow,Jaipur,Srinagar
IN||Patna,Varanasi,Amritsar,Surat,Bhopal
IQ|Kurdistan,Anbar,Nineveh,Diyala|Mosul,Basra,Kirkuk,Fallujah,Najaf,Karbala,Erbil,Tikrit,Ramadi
IR|Khuzestan,Kerman Province,Hormozgan,Fars,Qeshm|Isfahan,Shiraz,Mashhad,Tabriz,Bandar Abbas,Bam,Kerman,Qom,Bushehr
IT|Sicily,Sardinia,Tuscany,Lombardy,Umbria,Calabria,Abruzzo,Lampedusa|
IT||Milan,Naples,Turin,Venice,Florence,Genoa,Bologna,Palermo,L'Aquila,Verona,Catania
JM||Montego Bay
JP|Hokkaido,Honshu,Kyushu,Okinawa,Fukushima,Miyagi,Iwate,Shikoku|
JP||Osaka,Kyoto,Nagoya,Sapporo,Kobe,Yokohama,Hiroshima,Nagasaki,Sendai,Fukuoka
KE||Mombasa,Kisumu,Garissa
KR|Jeju,Gyeonggi|Busan,Incheon,Daegu,Gwangju
LB||Tripoli,Sidon,Tyre
LK||Galle,Kandy,Jaffna
LY|Cyrenaica|Benghazi,Misrata,Sirte
MA|Western Sahara|Casablanca,Marrakesh,Marrakech,Fez,Tangier,Agadir
MM|Rakhine,Shan State|Yangon,Rangoon,Mandalay
MX|Oaxaca,Chiapas,Guerrero,Sinaloa,Chihuahua,Michoacan,Jalisco,Baja California,Yucatan|
MX||Guadalajara,Monterrey,Tijuana,Cancun,Ciudad Juarez,Acapulco,Puebla
MY|Sabah,Sarawak,Penang,Johor|Kota Kinabalu,George Town,Johor Bahru
MZ|Cabo Delgado|Beira,Pemba
NG|Borno,Kaduna State,Plateau State|Lagos,Kano,Maiduguri,Port Harcourt,Ibadan,Kaduna,Jos
NL|Holland,Zeeland,Friesland|Amsterdam,Rotterdam,The Hague,Utrecht,Eindhoven
NO|Svalbard|Bergen,Trondheim,Stavanger,Tromso
NZ|South Island,North Island,Canterbury|Auckland,Christchurch,Dunedin,Queenstown
PE|Puno,Ancash|Cusco,Arequipa,Pisco
PG||Lae,Rabaul
PH|Mindanao,Luzon,Leyte,Cebu Province,Palawan,Samar|Cebu,Davao,Quezon City,Tacloban,Zamboanga
PK|Sindh,Balochistan,Khyber Pakhtunkhwa,Waziristan,Swat,Azad Kashmir|
PK||Karachi,Lahore,Peshawar,Quetta,Rawalpindi,Multan,Faisalabad,Abbottabad
PL|Silesia,Mazovia|Krakow,Gdansk,Lodz,Wroclaw,Poznan,Katowice
PT|Azores,Madeira,Algarve|Porto,Faro,Coimbra
RO|Transylvania|Cluj,Timisoara,Constanta
RU|Siberia,Chechnya,Dagestan,Ingushetia,Tatarstan,Kamchatka,Sakhalin,Belgorod Region|
RU||St. Petersburg,Saint Petersburg,Vladivostok,Novosibirsk,Yekaterinburg,Kazan,Grozny,Sochi,Volgograd
RU||Belgorod,Beslan,Murmansk
SA||Jeddah,Mecca,Medina,Dhahran
SD|Darfur|Port Sudan,Omdurman
SE|Gotland,Skane|Gothenburg,Malmo,Uppsala
SY|Idlib Province|Aleppo,Homs,Idlib,Raqqa,Latakia,Palmyra
TH|Phuket,Pattani,Yala|Chiang Mai,Pattaya,Hat Yai
TR|Anatolia,Van Province,Hatay|Istanbul,Izmir,Antalya,Gaziantep,Diyarbakir,Bursa,Adana
TZ|Zanzibar|Arusha,Mwanza
UA|Crimea,Donbas,Donbass|
UA||Kharkiv,Odesa,Odessa,Lviv,Donetsk,Luhansk,Mariupol,Kherson,Zaporizhzhia,Dnipro,Chernobyl,Bakhmut
US|Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois|
US|Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi|
US|Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York State,North Carolina|
US|North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas|
US|Utah,Vermont,Virginia,West Virginia,Wisconsin,Wyoming,Washington State,Puerto Rico,Guam,Calif.,Mich.,Fla.|
US|Pa.,Mass.,Conn.,Ill.,Ind.,Ariz.,Colo.,N.J.,N.Y.,N.C.,S.C.,Va.,Wash.,Ore.,Minn.,Wis.,Tenn.,Ky.,Okla.,Ala.|
US|Ga.,Md.,Mo.,Nev.|
US||New York,New York City,Los Angeles,Chicago,Houston,Philadelphia,Phoenix,San Diego,Dallas,San Francisco
US||Detroit,Boston,Seattle,Denver,Miami,Atlanta,Las Vegas,Baltimore,New Orleans,Brooklyn,Manhattan,Queens
US||Bronx,Hollywood,Malibu,Oakland,Sacramento,Minneapolis,Milwaukee,Cleveland,Pittsburgh,Anchorage,Honolulu
US||Austin,San Antonio,Orlando,Tampa,Memphis,Nashville,Cincinnati,Kansas City,St. Louis,Salt Lake City
US||Beverly Hills,Newark,Buffalo,Washington D.C.,Washington DC
VE|Zulia|Maracaibo
VN||Ho Chi Minh City,Saigon,Da Nang,Hue,Haiphong
YE|Hadramawt|Aden,Taiz,Hodeidah
ZA|Gauteng,Limpopo,KwaZulu-Natal,Western Cape,Eastern Cape|
ZA||Johannesburg,Cape Town,Durban,Soweto,Port Elizabeth,Bloemfontein,Marikana
"""


@cache
def _places() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for line in _TABLE.strip().splitlines():
        code, regions, cities = line.split("|")
        for level, names in (("region", regions), ("city", cities)):
            for name in filter(None, names.split(",")):
                table.setdefault(name.casefold(), (code, level))
    return table


def names() -> tuple[str, ...]:
    """All names of regions and cities, case-folded."""
    return tuple(_places())


def look_up(name: str) -> tuple[str | None, str | None]:
    """(country code, level) of a place's name; level is ``country``, ``region``, ``city`` or None where unknown."""
    found = _places().get(name.casefold().removeprefix("the "))
    if found is not None:
        return found
    from crosscheck.data.countries import demonyms, metonyms

    code = country_of(name)
    if code is None or name in demonyms():
        return None, None
    return code, "city" if name in metonyms() else "country"
