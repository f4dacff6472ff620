"""Time zones: the offsets of abbreviations that news prints, and the zones of every country.

``COUNTRY_ZONES`` is made from the tz database's zone.tab (public domain), zones of one country that kept the same time
since 1995 given once. Offsets of a country on a day come from :mod:`zoneinfo`, so that summer time holds.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache

# Minutes east of Greenwich. IST, CST, BST, EST and AST name several zones: any offset that they stand for is possible.
OFFSETS: dict[str, tuple[int, ...]] = {
    "GMT": (0,),
    "UTC": (0,),
    "BST": (60, 360),
    "CET": (60,),
    "CEST": (120,),
    "EET": (120,),
    "EEST": (180,),
    "WET": (0,),
    "EST": (-300,),
    "EDT": (-240,),
    "ET": (-300, -240),
    "CST": (-360, 480),
    "CDT": (-300,),
    "CT": (-360, -300),
    "MST": (-420,),
    "MDT": (-360,),
    "MT": (-420, -360),
    "PST": (-480,),
    "PDT": (-420,),
    "PT": (-480, -420),
    "AKST": (-540,),
    "AKDT": (-480,),
    "HST": (-600,),
    "AST": (-240, 180),
    "NST": (-210,),
    "NDT": (-150,),
    "IST": (330, 120, 60),
    "PKT": (300,),
    "MSK": (180, 240),
    "JST": (540,),
    "KST": (540,),
    "HKT": (480,),
    "SGT": (480,),
    "WIB": (420,),
    "WITA": (480,),
    "WIT": (540,),
    "AEST": (600,),
    "AEDT": (660,),
    "ACST": (570,),
    "ACDT": (630,),
    "AWST": (480,),
    "NZST": (720,),
    "NZDT": (780,),
    "SAST": (120,),
    "BRT": (-180,),
    "GST": (240,),
    "PHT": (480,),
    "ICT": (420,),
    "NPT": (345,),
}

COUNTRY_ZONES = """
AD Europe/Andorra; AE Asia/Dubai; AF Asia/Kabul; AG America/Antigua; AI America/Anguilla; AL Europe/Tirane
AM Asia/Yerevan; AO Africa/Luanda
AQ Antarctica/McMurdo Antarctica/Casey Antarctica/Davis Antarctica/DumontDUrville Antarctica/Mawson Antarctica/Palmer
AQ Antarctica/Rothera Antarctica/Syowa Antarctica/Troll Antarctica/Vostok
AR America/Argentina/Buenos_Aires America/Argentina/Salta America/Argentina/San_Luis; AS Pacific/Pago_Pago
AT Europe/Vienna
AU Australia/Lord_Howe Antarctica/Macquarie Australia/Broken_Hill Australia/Brisbane Australia/Darwin Australia/Perth
AU Australia/Eucla; AW America/Aruba; AX Europe/Mariehamn; AZ Asia/Baku; BA Europe/Sarajevo; BB America/Barbados
BD Asia/Dhaka; BE Europe/Brussels; BF Africa/Ouagadougou; BG Europe/Sofia; BH Asia/Bahrain; BI Africa/Bujumbura
BJ Africa/Porto-Novo; BL America/St_Barthelemy; BM Atlantic/Bermuda; BN Asia/Brunei; BO America/La_Paz
BQ America/Kralendijk
BR America/Noronha America/Belem America/Araguaina America/Bahia America/Sao_Paulo America/Campo_Grande
BR America/Santarem America/Porto_Velho America/Eirunepe; BS America/Nassau; BT Asia/Thimphu; BW Africa/Gaborone
BY Europe/Minsk; BZ America/Belize
CA America/St_Johns America/Halifax America/Blanc-Sablon America/Toronto America/Atikokan America/Winnipeg
CA America/Regina America/Edmonton America/Vancouver America/Creston America/Fort_Nelson; CC Indian/Cocos
CD Africa/Kinshasa Africa/Lubumbashi; CF Africa/Bangui; CG Africa/Brazzaville; CH Europe/Zurich; CI Africa/Abidjan
CK Pacific/Rarotonga; CL America/Santiago America/Punta_Arenas Pacific/Easter; CM Africa/Douala
CN Asia/Shanghai Asia/Urumqi; CO America/Bogota; CR America/Costa_Rica; CU America/Havana; CV Atlantic/Cape_Verde
CW America/Curacao; CX Indian/Christmas; CY Asia/Nicosia; CZ Europe/Prague; DE Europe/Berlin; DJ Africa/Djibouti
DK Europe/Copenhagen; DM America/Dominica; DO America/Santo_Domingo; DZ Africa/Algiers
EC America/Guayaquil Pacific/Galapagos; EE Europe/Tallinn; EG Africa/Cairo; EH Africa/El_Aaiun; ER Africa/Asmara
ES Europe/Madrid Atlantic/Canary; ET Africa/Addis_Ababa; FI Europe/Helsinki; FJ Pacific/Fiji; FK Atlantic/Stanley
FM Pacific/Chuuk Pacific/Pohnpei Pacific/Kosrae; FO Atlantic/Faroe; FR Europe/Paris; GA Africa/Libreville
GB Europe/London; GD America/Grenada; GE Asia/Tbilisi; GF America/Cayenne; GG Europe/Guernsey; GH Africa/Accra
GI Europe/Gibraltar; GL America/Nuuk America/Danmarkshavn America/Scoresbysund America/Thule; GM Africa/Banjul
GN Africa/Conakry; GP America/Guadeloupe; GQ Africa/Malabo; GR Europe/Athens; GS Atlantic/South_Georgia
GT America/Guatemala; GU Pacific/Guam; GW Africa/Bissau; GY America/Guyana; HK Asia/Hong_Kong; HN America/Tegucigalpa
HR Europe/Zagreb; HT America/Port-au-Prince; HU Europe/Budapest; ID Asia/Jakarta Asia/Makassar Asia/Jayapura
IE Europe/Dublin; IL Asia/Jerusalem; IM Europe/Isle_of_Man; IN Asia/Kolkata; IO Indian/Chagos; IQ Asia/Baghdad
IR Asia/Tehran; IS Atlantic/Reykjavik; IT Europe/Rome; JE Europe/Jersey; JM America/Jamaica; JO Asia/Amman
JP Asia/Tokyo; KE Africa/Nairobi; KG Asia/Bishkek; KH Asia/Phnom_Penh
KI Pacific/Tarawa Pacific/Kanton Pacific/Kiritimati; KM Indian/Comoro; KN America/St_Kitts; KP Asia/Pyongyang
KR Asia/Seoul; KW Asia/Kuwait; KY America/Cayman; KZ Asia/Almaty Asia/Qyzylorda Asia/Qostanay Asia/Aqtobe Asia/Aqtau
LA Asia/Vientiane; LB Asia/Beirut; LC America/St_Lucia; LI Europe/Vaduz; LK Asia/Colombo; LR Africa/Monrovia
LS Africa/Maseru; LT Europe/Vilnius; LU Europe/Luxembourg; LV Europe/Riga; LY Africa/Tripoli; MA Africa/Casablanca
MC Europe/Monaco; MD Europe/Chisinau; ME Europe/Podgorica; MF America/Marigot; MG Indian/Antananarivo
MH Pacific/Majuro; MK Europe/Skopje; ML Africa/Bamako; MM Asia/Yangon; MN Asia/Ulaanbaatar Asia/Hovd; MO Asia/Macau
MP Pacific/Saipan; MQ America/Martinique; MR Africa/Nouakchott; MS America/Montserrat; MT Europe/Malta
MU Indian/Mauritius; MV Indian/Maldives; MW Africa/Blantyre
MX America/Mexico_City America/Cancun America/Matamoros America/Chihuahua America/Ciudad_Juarez America/Ojinaga
MX America/Mazatlan America/Bahia_Banderas America/Hermosillo America/Tijuana; MY Asia/Kuala_Lumpur; MZ Africa/Maputo
NA Africa/Windhoek; NC Pacific/Noumea; NE Africa/Niamey; NF Pacific/Norfolk; NG Africa/Lagos; NI America/Managua
NL Europe/Amsterdam; NO Europe/Oslo; NP Asia/Kathmandu; NR Pacific/Nauru; NU Pacific/Niue
NZ Pacific/Auckland Pacific/Chatham; OM Asia/Muscat; PA America/Panama; PE America/Lima
PF Pacific/Tahiti Pacific/Marquesas Pacific/Gambier; PG Pacific/Port_Moresby Pacific/Bougainville; PH Asia/Manila
PK Asia/Karachi; PL Europe/Warsaw; PM America/Miquelon; PN Pacific/Pitcairn; PR America/Puerto_Rico; PS Asia/Gaza
PT Europe/Lisbon Atlantic/Madeira Atlantic/Azores; PW Pacific/Palau; PY America/Asuncion; QA Asia/Qatar
RE Indian/Reunion; RO Europe/Bucharest; RS Europe/Belgrade
RU Europe/Kaliningrad Europe/Moscow Europe/Astrakhan Europe/Samara Asia/Yekaterinburg Asia/Omsk Asia/Novosibirsk
RU Asia/Barnaul Asia/Tomsk Asia/Novokuznetsk Asia/Krasnoyarsk Asia/Irkutsk Asia/Chita Asia/Khandyga Asia/Vladivostok
RU Asia/Ust-Nera Asia/Magadan Asia/Sakhalin Asia/Kamchatka; RW Africa/Kigali; SA Asia/Riyadh; SB Pacific/Guadalcanal
SC Indian/Mahe; SD Africa/Khartoum; SE Europe/Stockholm; SG Asia/Singapore; SH Atlantic/St_Helena; SI Europe/Ljubljana
SJ Arctic/Longyearbyen; SK Europe/Bratislava; SL Africa/Freetown; SM Europe/San_Marino; SN Africa/Dakar
SO Africa/Mogadishu; SR America/Paramaribo; SS Africa/Juba; ST Africa/Sao_Tome; SV America/El_Salvador
SX America/Lower_Princes; SY Asia/Damascus; SZ Africa/Mbabane; TC America/Grand_Turk; TD Africa/Ndjamena
TF Indian/Kerguelen; TG Africa/Lome; TH Asia/Bangkok; TJ Asia/Dushanbe; TK Pacific/Fakaofo; TL Asia/Dili
TM Asia/Ashgabat; TN Africa/Tunis; TO Pacific/Tongatapu; TR Europe/Istanbul; TT America/Port_of_Spain
TV Pacific/Funafuti; TW Asia/Taipei; TZ Africa/Dar_es_Salaam; UA Europe/Simferopol Europe/Kyiv; UG Africa/Kampala
UM Pacific/Midway Pacific/Wake
US America/New_York America/Kentucky/Monticello America/Indiana/Indianapolis America/Chicago America/Indiana/Tell_City
US America/North_Dakota/New_Salem America/North_Dakota/Beulah America/Denver America/Phoenix America/Los_Angeles
US America/Anchorage America/Metlakatla America/Adak Pacific/Honolulu; UY America/Montevideo; UZ Asia/Samarkand
VA Europe/Vatican; VC America/St_Vincent; VE America/Caracas; VG America/Tortola; VI America/St_Thomas
VN Asia/Ho_Chi_Minh; VU Pacific/Efate; WF Pacific/Wallis; WS Pacific/Apia; YE Asia/Aden; YT Indian/Mayotte
ZA Africa/Johannesburg; ZM Africa/Lusaka; ZW Africa/Harare
"""


@cache
def _zones() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in COUNTRY_ZONES.replace("\n", ";").split(";"):
        code, *names = row.split() or [""]
        found[code] = (*found.get(code, ()), *names)
    return found


@cache
def country_offsets(country: str, on: date) -> tuple[int, ...]:
    """Offsets from UTC, in minutes, that are in force somewhere in a country on a day; empty where it is unknown."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    found = set()
    for name in _zones().get(country, ()):
        try:
            zone = ZoneInfo(name)
        except ZoneInfoNotFoundError:  # a system without tz data, or with an older one
            continue
        offset = datetime(on.year, on.month, on.day, 12, tzinfo=zone).utcoffset()
        found.add(int((offset or timedelta()).total_seconds()) // 60)
    return tuple(sorted(found))


def offsets(zone: str | None) -> tuple[int, ...]:
    """Offsets that a written zone may stand for: ``GMT``, ``EDT``, ``+07:00``; empty for ``local`` and the unknown."""
    if not zone:
        return ()
    if zone in OFFSETS:
        return OFFSETS[zone]
    if zone[0] in "+-" and len(zone) == 6 and zone[1:3].isdigit() and zone[4:].isdigit():
        minutes = int(zone[1:3]) * 60 + int(zone[4:])
        return (-minutes if zone[0] == "-" else minutes,)
    return ()
