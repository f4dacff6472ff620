"""Currencies as news writes them, to ISO 4217 codes.

A bare "$" is read as the US dollar and a bare "£" as sterling: outlets mark the others (A$, C$). Names that many
countries share ("pesos", "dinars", "crowns") have a code only where an adjective or usage settles it.
"""

from __future__ import annotations

from crosscheck.data import countries

SYMBOLS: dict[str, str] = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "Can$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "R$": "BRL", "Z$": "ZWL", "J$": "JMD", "N$": "NAD",
    "TT$": "TTD", "EC$": "XCD", "MX$": "MXN", "Mex$": "MXN",
    "$US": "USD", "$A": "AUD", "$NZ": "NZD", "$HK": "HKD", "$C": "CAD", "$S": "SGD",
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "CN¥": "CNY", "RMB": "CNY", "₹": "INR",
    "Rs.": "INR", "Rs": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₦": "NGN", "₱": "PHP", "฿": "THB",
    "₴": "UAH", "₫": "VND", "₡": "CRC", "₸": "KZT", "₼": "AZN", "₾": "GEL", "₭": "LAK", "₮": "MNT", "₲": "PYG",
    "RM": "MYR", "Rp": "IDR", "R": "ZAR", "Sh": "KES", "KSh": "KES", "Ksh": "KES", "Fr": "CHF", "SFr": "CHF",
    "FFr": "FRF", "BFr": "BEF", "kr": "SEK", "SKr": "SEK", "NKr": "NOK", "DKr": "DKK", "DM": "DEM", "zł": "PLN",
    "FCFA": "XOF", "CFA": "XOF", "NIS": "ILS", "Dh": "AED", "Dhs": "AED", "LE": "EGP", "L.E.": "EGP", "SR": "SAR",
    "QR": "QAR", "KD": "KWD", "BD": "BHD", "JD": "JOD", "W": "KRW", "Shs": "UGX", "Ush": "UGX", "GH¢": "GHS",
    "Kč": "CZK", "N": "NGN", "Tk": "BDT", "P": "PHP", "GH₵": "GHS", "GHS₵": "GHS",
}  # fmt: skip
# Head words and the codes that they may be, by the country told; the first where none is, "-" for none.
_HEADS: dict[str, str] = {
    "dollar": "USD AUD CAD NZD HKD SGD TWD JMD BBD BSD BZD FJD GYD LRD NAD TTD ZWL BND SRD XCD",
    "buck": "USD", "euro": "EUR", "pound": "GBP EGP SYP LBP SDG SSP GIP IEP CYP", "quid": "GBP", "sterling": "GBP",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "won": "KRW KPW", "baht": "THB", "ringgit": "MYR",
    "rupiah": "IDR", "dong": "VND", "taka": "BDT", "kyat": "MMK", "riel": "KHR", "tugrik": "MNT", "kip": "LAK",
    "rupee": "INR PKR LKR NPR MUR SCR", "rufiyaa": "MVR", "afghani": "AFN", "tenge": "KZT", "som": "KGS UZS",
    "manat": "AZN TMT", "lari": "GEL", "dram": "AMD", "hryvnia": "UAH", "hryvnya": "UAH", "hryvnias": "UAH",
    "ruble": "RUB BYN", "rouble": "RUB BYN", "zloty": "PLN", "zlotych": "PLN", "złoty": "PLN", "złotych": "PLN",
    "forint": "HUF", "koruna": "CZK SKK", "koruny": "CZK", "korun": "CZK", "lei": "RON MDL", "leu": "RON MDL",
    "leva": "BGN", "lev": "BGN", "kuna": "HRK", "tolar": "SIT", "litas": "LTL", "lats": "LVL", "kroon": "EEK",
    "krona": "SEK ISK", "kronor": "SEK", "kronur": "ISK", "krone": "NOK DKK", "kroner": "NOK DKK",
    "crown": "- CZK SEK NOK DKK ISK SKK EEK", "lira": "TRY SYP ITL LBP", "lire": "ITL", "franc":
    "CHF FRF BEF LUF RWF BIF CDF DJF GNF KMF XOF", "mark": "DEM FIM BAM", "markka": "FIM", "guilder": "NLG ANG",
    "gulden": "NLG", "peseta": "ESP", "escudo": "PTE CVE", "drachma": "GRD", "schilling": "ATS", "punt": "IEP",
    "shekel": "ILS", "dinar": "- IQD KWD JOD RSD DZD TND LYD BHD MKD YUM", "dirham": "AED MAD", "riyal":
    "SAR QAR YER OMR", "rial": "IRR YER OMR", "toman": "IRR", "rand": "ZAR", "naira": "NGN", "cedi": "GHS",
    "shilling": "- KES UGX TZS SOS ATS", "birr": "ETB", "kwacha": "ZMW MWK", "pula": "BWP", "kwanza": "AOA",
    "metical": "MZN", "meticais": "MZN", "leone": "SLL", "dalasi": "GMD", "ariary": "MGA", "nakfa": "ERN",
    "ouguiya": "MRU", "lek": "ALL", "peso": "- MXN PHP ARS CLP COP UYU CUP DOP", "real": "BRL", "reais": "BRL",
    "sol": "PEN", "soles": "PEN", "boliviano": "BOB", "bolivar": "VES", "bolívar": "VES", "bolivares": "VES",
    "bolívares": "VES", "guarani": "PYG", "guaraní": "PYG", "colon": "CRC SVC", "colón": "CRC SVC", "colones":
    "CRC SVC", "quetzal": "GTQ", "quetzales": "GTQ", "lempira": "HNL", "cordoba": "NIO", "córdoba": "NIO",
    "balboa": "PAB", "gourde": "HTG", "sucre": "ECS", "bitcoin": "BTC",
}  # fmt: skip
# Ordinary words, too: money beside a country's name or behind a scale ("2 billion won").
ORDINARY: frozenset[str] = frozenset(
    "real won dong crown mark colon som kip sol soles leone pula lek lev sucre balboa cordoba punt sterling".split()
)
SINGULAR_ELSE: frozenset[str] = frozenset({"mark", "crown"})  # "the 1 million mark" is no money
# Codes beside a number; those that are English words in capitals (ALL, TOP, MAD, CUP, BOB) are left out.
CODES: tuple[str, ...] = (
    "USD", "EUR", "GBP", "JPY", "CNY", "INR", "AUD", "CAD", "NZD", "CHF", "SEK", "NOK", "DKK", "HKD", "SGD", "KRW",
    "TWD", "BRL", "MXN", "RUB", "TRY", "ZAR", "ILS", "AED", "SAR", "EGP", "NGN", "KES", "PKR", "BDT", "LKR", "IDR",
    "MYR", "PHP", "THB", "VND", "PLN", "CZK", "HUF", "UAH", "ARS", "CLP", "COP", "QAR", "KWD", "IQD", "IRR", "GHS",
    "RON", "BGN", "RSD", "ISK", "KZT", "AZN", "UZS", "BYN", "BHD", "OMR", "JOD", "LBP", "SYP", "DZD", "TND", "LYD",
    "ETB", "UGX", "TZS", "RWF", "ZMW", "BWP", "NAD", "XOF", "XAF", "XCD", "JMD", "TTD", "UYU", "PYG", "CRC", "GTQ",
    "VES", "NPR", "MMK", "KHR", "MNT", "BTC", "DEM", "FRF", "ITL", "NLG",
)  # fmt: skip
# Smaller coins: (code, parts of the whole)
COINS: dict[str, tuple[str, float]] = {
    "cent": ("USD", 0.01), "pence": ("GBP", 0.01), "penny": ("GBP", 0.01), "pennies": ("GBP", 0.01),
    "p": ("GBP", 0.01), "c": ("USD", 0.01), "öre": ("SEK", 0.01), "¢": ("USD", 0.01), "paise": ("INR", 0.01),
    "paisa": ("INR", 0.01), "kopeck": ("RUB", 0.01), "kopek": ("RUB", 0.01), "kobo": ("NGN", 0.01),
    "groszy": ("PLN", 0.01), "piastre": ("EGP", 0.01), "centavo": ("", 0.01), "centime": ("", 0.01),
}  # fmt: skip
# Further adjectives by which a country's money goes, lower-case
_ADJECTIVES: dict[str, str] = {
    "USD": "us,u.s.,american", "GBP": "british,uk,u.k.", "TWD": "new taiwan,taiwan", "AED": "uae,u.a.e.",
    "DEM": "deutsche,deutsch,west german,d-", "XOF": "cfa", "XCD": "east caribbean", "ILS": "israeli new,new israeli",
    "CNY": "chinese", "BAM": "convertible", "TRY": "new turkish", "ZWL": "zim", "CHF": "swiss", "PHP": "philippine",
    "KES": "kenya", "NZD": "kiwi", "AUD": "aussie", "YUM": "yugoslav",
}  # fmt: skip


def _by_country() -> dict[str, str]:
    """ "thai baht": THB. Codes begin with the code of their country, but for those with adjectives of their own."""
    words: dict[str, set[str]] = {}
    for word, country in countries.names().items():
        words.setdefault(country, set()).add(word.lower())
    table = {"pound sterling": "GBP"}
    for head, codes in _HEADS.items():
        for code in codes.split():
            for adjective in sorted(words.get(code[:2], ())) + _ADJECTIVES.get(code, "").split(","):
                if adjective and code != "-":
                    table.setdefault(f"{adjective} {head}", code)
    return table


# the value is the code where the word alone settles it
NAMES: dict[str, str | None] = {h: None if c.startswith("-") else c[:3] for h, c in _HEADS.items()}
# (adjective, head): the country decides
OF_COUNTRY: dict[str, str] = _by_country()
# Symbols that are ordinary letters too: a currency only when digits follow at once ("R26 million", never "R & B").
GLUED: frozenset[str] = frozenset({"R", "N", "P", "Sh", "Fr", "kr", "W", "SR", "QR", "KD", "BD", "JD"})
