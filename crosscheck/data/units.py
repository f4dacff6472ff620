"""Units of measure as news writes them, with a small conversion table.

Own table rather than a library: the ones that exist take a quarter of a second to import, and news needs about fifty
units. A :class:`Unit` says which common unit a written word goes back to (with ``factor`` and, for temperature,
``offset``), and which measure it belongs to. A :class:`~crosscheck.model.Quantity` keeps its number as written, in the
unit that :func:`named` gives; :func:`to_base` brings it to the base of its dimension (m, kg, km/h ...), so that 1,500 m
and 1.5 km, six miles and 10 km can be compared.
"""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """A written unit: canonical unit, factor and offset to it (``canonical = written * factor + offset``), measure."""

    unit: str
    factor: float
    measure: str
    offset: float = 0.0


_LENGTH: dict[str, tuple[str, float]] = {
    "km": ("km", 1), "kms": ("km", 1), "kilometer": ("km", 1), "kilometre": ("km", 1), "mile": ("km", 1.609344),
    "mi": ("km", 1.609344), "nautical mile": ("km", 1.852), "m": ("m", 1), "meter": ("m", 1), "metre": ("m", 1),
    "foot": ("m", 0.3048), "feet": ("m", 0.3048), "ft": ("m", 0.3048), "yard": ("m", 0.9144), "yd": ("m", 0.9144),
    "cm": ("cm", 1), "centimeter": ("cm", 1), "centimetre": ("cm", 1), "inch": ("cm", 2.54), "inches": ("cm", 2.54),
    "mm": ("mm", 1), "millimeter": ("mm", 1), "millimetre": ("mm", 1), "light-year": ("light-year", 1),
    "light year": ("light-year", 1), "fathom": ("m", 1.8288), "micron": ("mm", 0.001),
    "micrometer": ("mm", 1e-3), "micrometre": ("mm", 1e-3), "nanometer": ("mm", 1e-6), "nanometre": ("mm", 1e-6),
    "decimeter": ("cm", 10), "decimetre": ("cm", 10), "furlong": ("m", 201.168), "in": ("cm", 2.54),
}  # fmt: skip
_MASS: dict[str, tuple[str, float]] = {
    "kg": ("kg", 1), "kgs": ("kg", 1), "kilo": ("kg", 1), "kilogram": ("kg", 1), "kilogramme": ("kg", 1),
    "pound": ("kg", 0.45359237), "lb": ("kg", 0.45359237), "lbs": ("kg", 0.45359237), "stone": ("kg", 6.35029),
    "g": ("g", 1), "gram": ("g", 1), "gramme": ("g", 1), "ounce": ("g", 28.349523), "oz": ("g", 28.349523),
    "mg": ("mg", 1), "milligram": ("mg", 1), "microgram": ("mg", 0.001), "mcg": ("mg", 0.001),
    "tonne": ("tonne", 1), "metric ton": ("tonne", 1),
    "metric tonne": ("tonne", 1), "ton": ("tonne", 1), "short ton": ("tonne", 0.90718474),
    "kiloton": ("tonne", 1e3), "megaton": ("tonne", 1e6), "long ton": ("tonne", 1.0160469), "quintal": ("kg", 100),
    "kilotonne": ("tonne", 1e3), "troy ounce": ("g", 31.1034768),
}  # fmt: skip
_SPEED: dict[str, tuple[str, float]] = {
    "km/h": ("km/h", 1), "kph": ("km/h", 1), "kmh": ("km/h", 1), "kmph": ("km/h", 1), "km/hr": ("km/h", 1),
    "km per hour": ("km/h", 1), "km an hour": ("km/h", 1), "kilometer per hour": ("km/h", 1),
    "kilometre per hour": ("km/h", 1), "kilometer an hour": ("km/h", 1), "kilometre an hour": ("km/h", 1),
    "mph": ("km/h", 1.609344), "mile per hour": ("km/h", 1.609344), "mile an hour": ("km/h", 1.609344),
    "miles-per-hour": ("km/h", 1.609344), "mile-per-hour": ("km/h", 1.609344), "mile-an-hour": ("km/h", 1.609344),
    "knot": ("km/h", 1.852), "m/s": ("km/h", 3.6), "meter per second": ("km/h", 3.6),
    "metre per second": ("km/h", 3.6), "meter a second": ("km/h", 3.6), "metre a second": ("km/h", 3.6),
    "km/hour": ("km/h", 1), "kms per hour": ("km/h", 1), "m.p.h": ("km/h", 1.609344), "km/s": ("km/h", 3600),
    "km per second": ("km/h", 3600), "km a second": ("km/h", 3600), "kilometer per second": ("km/h", 3600),
    "kilometre per second": ("km/h", 3600), "kilometer a second": ("km/h", 3600),
    "kilometre a second": ("km/h", 3600), "mile per second": ("km/h", 5793.6384),
    "foot per second": ("km/h", 1.09728), "feet per second": ("km/h", 1.09728), "feet a second": ("km/h", 1.09728),
}  # fmt: skip
_AREA: dict[str, tuple[str, float]] = {
    "square kilometer": ("km2", 1), "square kilometre": ("km2", 1), "sq km": ("km2", 1), "sq. km": ("km2", 1),
    "km2": ("km2", 1), "km²": ("km2", 1), "square mile": ("km2", 2.589988), "sq mile": ("km2", 2.589988),
    "sq mi": ("km2", 2.589988), "sq. mile": ("km2", 2.589988), "hectare": ("hectare", 1), "ha": ("hectare", 1),
    "acre": ("hectare", 0.40468564), "square meter": ("m2", 1), "square metre": ("m2", 1), "sq m": ("m2", 1),
    "sq. m": ("m2", 1), "m2": ("m2", 1), "m²": ("m2", 1), "square foot": ("m2", 0.09290304),
    "square feet": ("m2", 0.09290304), "sq ft": ("m2", 0.09290304), "sq. ft": ("m2", 0.09290304),
    "square-foot": ("m2", 0.09290304), "square-mile": ("km2", 2.589988), "square-meter": ("m2", 1),
    "square-metre": ("m2", 1), "square-kilometer": ("km2", 1), "square-kilometre": ("km2", 1),
    "square yard": ("m2", 0.83612736), "square inch": ("m2", 0.00064516), "square inches": ("m2", 0.00064516),
    "square centimeter": ("m2", 1e-4), "square centimetre": ("m2", 1e-4), "sq cm": ("m2", 1e-4), "cm²": ("m2", 1e-4),
    "sqm": ("m2", 1), "sq meter": ("m2", 1), "sq metre": ("m2", 1), "sq. meter": ("m2", 1), "sq. metre": ("m2", 1),
    "sq.m": ("m2", 1), "sq.km": ("km2", 1), "sqkm": ("km2", 1), "sq kilometer": ("km2", 1),
    "sq kilometre": ("km2", 1), "sqft": ("m2", 0.09290304), "sq.ft": ("m2", 0.09290304), "ft²": ("m2", 0.09290304),
    "sq foot": ("m2", 0.09290304), "sq feet": ("m2", 0.09290304), "sq. feet": ("m2", 0.09290304),
    "sq yard": ("m2", 0.83612736), "sq yd": ("m2", 0.83612736), "sq inch": ("m2", 0.00064516),
}  # fmt: skip
_VOLUME: dict[str, tuple[str, float]] = {
    "liter": ("litre", 1), "litre": ("litre", 1), "gallon": ("litre", 3.785411784), "gal": ("litre", 3.785411784),
    "pint": ("litre", 0.473176),
    "ml": ("litre", 0.001), "milliliter": ("litre", 0.001), "millilitre": ("litre", 0.001),
    "quart": ("litre", 0.946352946), "fluid ounce": ("litre", 0.0295735296), "cc": ("litre", 0.001),
    "cubic centimeter": ("litre", 0.001), "cubic centimetre": ("litre", 0.001),
    "barrel": ("barrel", 1), "bpd": ("barrel", 1), "cubic meter": ("m3", 1), "cubic metre": ("m3", 1),
    "cubic foot": ("m3", 0.028316847), "cubic feet": ("m3", 0.028316847), "cubic yard": ("m3", 0.764554858),
    "cl": ("litre", 0.01), "centiliter": ("litre", 0.01), "centilitre": ("litre", 0.01), "dl": ("litre", 0.1),
    "deciliter": ("litre", 0.1), "decilitre": ("litre", 0.1), "hectoliter": ("litre", 100), "hl": ("litre", 100),
    "hectolitre": ("litre", 100), "cup": ("litre", 0.2365882), "tablespoon": ("litre", 0.0147868),
    "tbsp": ("litre", 0.0147868), "teaspoon": ("litre", 0.0049289), "tsp": ("litre", 0.0049289),
    "m³": ("m3", 1), "m3": ("m3", 1), "cu m": ("m3", 1), "cu. m": ("m3", 1), "cu ft": ("m3", 0.028316847),
    "cu. ft": ("m3", 0.028316847), "cubic inch": ("litre", 0.016387064), "cubic inches": ("litre", 0.016387064),
    "cubic kilometer": ("m3", 1e9), "cubic kilometre": ("m3", 1e9), "km³": ("m3", 1e9), "cubic mile": ("m3", 4.168e9),
    "acre-foot": ("m3", 1233.48), "acre-feet": ("m3", 1233.48), "acre feet": ("m3", 1233.48),
    "bushel": ("litre", 35.2391), "imperial gallon": ("litre", 4.54609),
}  # fmt: skip
_DURATION: dict[str, tuple[str, float]] = {
    "second": ("second", 1), "sec": ("second", 1), "minute": ("minute", 1), "min": ("minute", 1),
    "mins": ("minute", 1), "hour": ("hour", 1), "hr": ("hour", 1), "hrs": ("hour", 1), "day": ("day", 1),
    "night": ("night", 1), "week": ("week", 1), "fortnight": ("week", 2), "month": ("month", 1), "year": ("year", 1),
    "yr": ("year", 1), "yrs": ("year", 1), "decade": ("year", 10), "century": ("year", 100),
    "centuries": ("year", 100), "millisecond": ("second", 0.001),
}  # fmt: skip
_OTHER: dict[str, tuple[str, float, str]] = {
    "megawatt": ("MW", 1, "power"), "mw": ("MW", 1, "power"), "gigawatt": ("MW", 1e3, "power"),
    "gw": ("MW", 1e3, "power"), "kilowatt": ("kW", 1, "power"), "kw": ("kW", 1, "power"), "watt": ("W", 1, "power"),
    "horsepower": ("hp", 1, "power"), "bhp": ("hp", 1, "power"), "megawatt hour": ("MWh", 1, "energy"),
    "kwh": ("kWh", 1, "energy"), "kilowatt hour": ("kWh", 1, "energy"), "kilowatt-hour": ("kWh", 1, "energy"),
    "calorie": ("calorie", 1, "energy"), "volt": ("volt", 1, "voltage"), "gb": ("GB", 1, "data"),
    "gigabyte": ("GB", 1, "data"), "terabyte": ("GB", 1e3, "data"), "tb": ("GB", 1e3, "data"),
    "megabyte": ("MB", 1, "data"), "mb": ("MB", 1, "data"), "kilobyte": ("MB", 1e-3, "data"),
    "kb": ("MB", 1e-3, "data"), "megabit": ("Mb", 1, "data"), "gigabit": ("Gb", 1, "data"),
    "decibel": ("decibel", 1, "level"), "hz": ("Hz", 1, "frequency"), "ghz": ("Hz", 1e9, "frequency"),
    "mhz": ("Hz", 1e6, "frequency"), "hertz": ("Hz", 1, "frequency"), "megahertz": ("Hz", 1e6, "frequency"),
    "gigahertz": ("Hz", 1e9, "frequency"), "megapixel": ("megapixel", 1, "resolution"),
    "carat": ("carat", 1, "mass"), "basis point": ("basis point", 1, "percent"),
    "bps": ("basis point", 1, "percent"), "bp": ("basis point", 1, "percent"), "millibar": ("hPa", 1, "pressure"),
    "hpa": ("hPa", 1, "pressure"), "hectopascal": ("hPa", 1, "pressure"), "kilopascal": ("hPa", 10, "pressure"),
    "psi": ("hPa", 68.94757, "pressure"), "kilohertz": ("Hz", 1e3, "frequency"), "khz": ("Hz", 1e3, "frequency"),
    "terawatt-hour": ("MWh", 1e6, "energy"), "terawatt hour": ("MWh", 1e6, "energy"), "twh": ("MWh", 1e6, "energy"),
    "gigawatt-hour": ("MWh", 1e3, "energy"), "gigawatt hour": ("MWh", 1e3, "energy"), "gwh": ("MWh", 1e3, "energy"),
    "megawatt-hour": ("MWh", 1, "energy"), "mwh": ("MWh", 1, "energy"), "kilojoule": ("kJ", 1, "energy"),
    "kj": ("kJ", 1, "energy"), "kcal": ("calorie", 1, "energy"), "kilocalorie": ("calorie", 1, "energy"),
    "terawatt": ("MW", 1e6, "power"), "kilovolt": ("volt", 1e3, "voltage"), "kv": ("volt", 1e3, "voltage"),
    "amp": ("ampere", 1, "current"), "ampere": ("ampere", 1, "current"), "petabyte": ("GB", 1e6, "data"),
    "mbps": ("Mbps", 1, "data rate"), "gbps": ("Mbps", 1e3, "data rate"), "sievert": ("mSv", 1e3, "radiation"),
    "millisievert": ("mSv", 1, "radiation"), "msv": ("mSv", 1, "radiation"),
    "microsievert": ("mSv", 1e-3, "radiation"),
}  # fmt: skip
_F = 5 / 9
_TEMPERATURE: dict[str, Unit] = {
    w: Unit("°C", 1, "temperature")
    for w in ("°c", "° c", "ºc", "c", "degree celsius", "degree centigrade", "degree c", "degrees-celsius", "celsius",
              "deg c", "deg. c", "℃")
} | {
    w: Unit("°C", _F, "temperature", -32 * _F)
    for w in ("°f", "° f", "ºf", "f", "degree fahrenheit", "degree f", "fahrenheit", "deg f", "deg. f", "℉")
} | {w: Unit("°C", 1, "temperature", -273.15) for w in ("kelvin", "degree kelvin")} | {
    w: Unit("degree", 1, "degree") for w in ("degree", "°", "º")
}  # fmt: skip

UNITS: dict[str, Unit] = (
    {w: Unit(u, f, "distance") for w, (u, f) in _LENGTH.items()}
    | {w: Unit(u, f, "mass") for w, (u, f) in _MASS.items()}
    | {w: Unit(u, f, "speed") for w, (u, f) in _SPEED.items()}
    | {w: Unit(u, f, "area") for w, (u, f) in _AREA.items()}
    | {w: Unit(u, f, "volume") for w, (u, f) in _VOLUME.items()}
    | {w: Unit(u, f, "duration") for w, (u, f) in _DURATION.items()}
    | {w: Unit(u, f, m) for w, (u, f, m) in _OTHER.items()}
    | _TEMPERATURE
)
# One letter or a word of the language: a unit only when glued to the digits or at the end of a measure ("5m", "5C").
SHORT: frozenset[str] = frozenset(
    {
        "m",
        "g",
        "c",
        "f",
        "mi",
        "ha",
        "min",
        "sec",
        "mb",
        "mw",
        "tb",
        "gb",
        "in",
        "cl",
        "dl",
        "hl",
        "bp",
        "kv",
        "kj",
        "m3",
    }
)

_BASE: dict[str, tuple[str, float]] = {
    "km": ("m", 1000), "m": ("m", 1), "cm": ("m", 0.01), "mm": ("m", 0.001), "tonne": ("kg", 1000), "kg": ("kg", 1),
    "g": ("kg", 0.001), "mg": ("kg", 1e-6), "km2": ("m2", 1e6), "hectare": ("m2", 1e4), "m2": ("m2", 1),
    "litre": ("litre", 1), "barrel": ("litre", 158.987295), "m3": ("litre", 1000), "second": ("second", 1),
    "minute": ("second", 60), "hour": ("second", 3600), "day": ("second", 86400), "night": ("second", 86400),
    "week": ("second", 604800), "month": ("second", 2629800), "year": ("second", 31557600), "MW": ("W", 1e6),
    "kW": ("W", 1e3), "W": ("W", 1), "MWh": ("kWh", 1e3), "kWh": ("kWh", 1), "kJ": ("kWh", 1 / 3600),
    "GB": ("MB", 1e3), "MB": ("MB", 1),
}  # fmt: skip


def _written_names() -> dict[tuple[str, float, float], str]:
    """The name under which a unit is shown: its own for what needs no conversion, else the first word of the table."""
    names: dict[tuple[str, float, float], str] = {}
    for word, unit in UNITS.items():
        key = unit.unit, unit.factor, unit.offset
        names.setdefault(key, unit.unit if unit.factor == 1 and not unit.offset else word)
    names["°C", _F, -32 * _F] = "°F"
    names["MW", 1e3, 0.0], names["Hz", 1e9, 0.0], names["Hz", 1e6, 0.0] = "GW", "GHz", "MHz"
    return names


_NAMES = _written_names()
_WRITTEN: dict[str, Unit] = {
    name: Unit(unit, factor, "", offset) for (unit, factor, offset), name in _NAMES.items() if name != unit
}


def named(written: str) -> str:
    """The canonical name of a written unit, unconverted: "mile" of "miles", "km" of "kilometres", "°F" of "F"."""
    unit = lookup(written)
    return written if unit is None else _NAMES[unit.unit, unit.factor, unit.offset]


def to_base(value: float, unit: str) -> tuple[float, str]:
    """A value in the base unit of its dimension (m, kg, second, km/h, °C ...); units that have none stay as they are.

    >>> to_base(6, "mile")
    (9656.064, 'm')
    """
    written = _WRITTEN.get(unit)
    if written is not None:
        value, unit = value * written.factor + written.offset, written.unit
    base, factor = _BASE.get(unit, (unit, 1.0))
    return value * factor, base


def lookup(written: str) -> Unit | None:
    """The unit that a written word is, in singular or plural; None for a word that is no unit."""
    word = " ".join(written.lower().split()).strip(" -")
    for form in _forms(word):
        if form in UNITS:
            return UNITS[form]
    return None


def _forms(word: str) -> tuple[str, ...]:
    head, space, rest = word.partition(" ")
    singular = head[:-1] + space + rest if head.endswith("s") else word
    return word, word.removesuffix("s"), singular, word.removesuffix("."), word.replace("-", " ")
