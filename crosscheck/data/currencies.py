"""Currencies as news writes them, to ISO 4217 codes.

A bare "$" is read as the US dollar and a bare "£" as sterling: outlets mark the others (A$, C$). Names that many
countries share ("pesos", "francs", "rupees") have a code only where an adjective or usage settles it.
"""

from __future__ import annotations

SYMBOLS: dict[str, str] = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "R$": "BRL", "Z$": "ZWL", "J$": "JMD", "USD$": "USD",
    "AUD$": "AUD",
    "$US": "USD", "$A": "AUD", "$NZ": "NZD", "$HK": "HKD", "$C": "CAD", "$S": "SGD",
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "CN¥": "CNY", "RMB": "CNY", "₹": "INR",
    "Rs.": "INR", "Rs": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₦": "NGN", "₱": "PHP", "฿": "THB",
    "₴": "UAH", "₫": "VND", "₡": "CRC", "RM": "MYR", "Rp": "IDR", "R": "ZAR", "Sh": "KES", "KSh": "KES",
    "Ksh": "KES", "Fr": "CHF", "kr": "SEK", "zł": "PLN", "N": "NGN", "Tk": "BDT", "P": "PHP", "GH₵": "GHS",
}  # fmt: skip
CODES: tuple[str, ...] = (
    "USD", "EUR", "GBP", "JPY", "CNY", "INR", "AUD", "CAD", "NZD", "CHF", "SEK", "NOK", "DKK", "HKD", "SGD", "KRW",
    "TWD", "BRL", "MXN", "RUB", "TRY", "ZAR", "ILS", "AED", "SAR", "EGP", "NGN", "KES", "PKR", "BDT", "LKR", "IDR",
    "MYR", "PHP", "THB", "VND", "PLN", "CZK", "HUF", "UAH", "ARS", "CLP", "COP", "QAR", "KWD", "IQD", "IRR", "GHS",
)  # fmt: skip
# Head words; the value is the code where the word alone settles it.
NAMES: dict[str, str | None] = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "quid": "GBP", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rupee": "INR", "won": "KRW", "rand": "ZAR", "ruble": "RUB", "rouble": "RUB", "franc": "CHF",
    "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "lira": "TRY", "riyal": "SAR", "rial": "IRR",
    "dirham": "AED", "shekel": "ILS", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "naira": "NGN",
    "hryvnia": "UAH", "zloty": "PLN", "forint": "HUF", "koruna": "CZK", "real": "BRL", "reais": "BRL", "taka": "BDT",
    "dong": "VND", "peso": None, "dinar": None, "shilling": None, "cedi": "GHS",
}  # fmt: skip
# Smaller coins: (code, parts of the whole)
COINS: dict[str, tuple[str, float]] = {
    "cent": ("USD", 0.01), "pence": ("GBP", 0.01), "penny": ("GBP", 0.01), "pennies": ("GBP", 0.01),
    "p": ("GBP", 0.01), "¢": ("USD", 0.01), "paise": ("INR", 0.01), "kopeck": ("RUB", 0.01),
}  # fmt: skip
# (adjective, head): the country decides
OF_COUNTRY: dict[str, str] = {
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "australian dollar": "AUD",
    "canadian dollar": "CAD", "new zealand dollar": "NZD", "hong kong dollar": "HKD", "singapore dollar": "SGD",
    "taiwan dollar": "TWD", "taiwanese dollar": "TWD", "jamaican dollar": "JMD", "pound sterling": "GBP",
    "british pound": "GBP", "egyptian pound": "EGP", "syrian pound": "SYP", "lebanese pound": "LBP",
    "sudanese pound": "SDG", "mexican peso": "MXN", "philippine peso": "PHP", "argentine peso": "ARS",
    "chilean peso": "CLP", "colombian peso": "COP", "indian rupee": "INR", "pakistani rupee": "PKR",
    "pakistan rupee": "PKR", "sri lankan rupee": "LKR", "nepali rupee": "NPR", "nepalese rupee": "NPR",
    "swiss franc": "CHF", "cfa franc": "XOF", "swedish krona": "SEK", "swedish kronor": "SEK",
    "norwegian krone": "NOK", "norwegian kroner": "NOK", "danish krone": "DKK", "danish kroner": "DKK",
    "icelandic krona": "ISK", "turkish lira": "TRY", "syrian lira": "SYP", "saudi riyal": "SAR",
    "qatari riyal": "QAR", "iranian rial": "IRR", "yemeni rial": "YER", "omani rial": "OMR", "uae dirham": "AED",
    "emirati dirham": "AED", "moroccan dirham": "MAD", "iraqi dinar": "IQD", "kuwaiti dinar": "KWD",
    "jordanian dinar": "JOD", "serbian dinar": "RSD", "kenyan shilling": "KES", "kenya shilling": "KES",
    "ugandan shilling": "UGX", "uganda shilling": "UGX", "tanzanian shilling": "TZS", "south african rand": "ZAR",
    "russian ruble": "RUB", "russian rouble": "RUB", "japanese yen": "JPY", "chinese yuan": "CNY",
    "south korean won": "KRW", "korean won": "KRW", "brazilian real": "BRL", "brazilian reais": "BRL",
}  # fmt: skip
# Symbols that are ordinary letters too: a currency only when digits follow at once ("R26 million", never "R & B").
GLUED: frozenset[str] = frozenset({"R", "N", "P", "Sh", "Fr", "kr"})
