"""Units that measure one thing: each with its base unit and the factor to it.

Keys are casefolded unit names as :class:`crosscheck.model.Quantity` carries them, and their usual spellings. Currencies
are not here: they have no fixed factor.
"""

from __future__ import annotations

_LENGTH = {
    "km": 1.0, "kilometre": 1.0, "kilometer": 1.0, "m": 0.001, "metre": 0.001, "meter": 0.001, "cm": 1e-5,
    "centimetre": 1e-5, "centimeter": 1e-5, "mm": 1e-6, "millimetre": 1e-6, "millimeter": 1e-6, "mile": 1.609344,
    "mi": 1.609344, "yard": 0.0009144, "yd": 0.0009144, "foot": 0.0003048, "feet": 0.0003048, "ft": 0.0003048,
    "inch": 2.54e-5, "in": 2.54e-5, "nautical mile": 1.852, "nautical_mile": 1.852, "block": 0.1,
}  # fmt: skip
_TIME = {
    "second": 1.0, "s": 1.0, "sec": 1.0, "minute": 60.0, "min": 60.0, "hour": 3600.0, "h": 3600.0, "hr": 3600.0,
    "day": 86400.0, "week": 604800.0, "fortnight": 1209600.0, "month": 2629800.0, "year": 31557600.0,
    "decade": 315576000.0, "century": 3155760000.0,
}  # fmt: skip
_MASS = {
    "kg": 1.0, "kilogram": 1.0, "kilogramme": 1.0, "kilo": 1.0, "g": 0.001, "gram": 0.001, "gramme": 0.001, "mg": 1e-6,
    "t": 1000.0, "tonne": 1000.0, "metric ton": 1000.0, "ton": 907.18474, "pound_weight": 0.45359237, "lb": 0.45359237,
    "lbs": 0.45359237, "ounce": 0.0283495, "oz": 0.0283495, "stone": 6.35029318,
}  # fmt: skip
_SPEED = {
    "km/h": 1.0, "kph": 1.0, "kmh": 1.0, "kilometre_per_hour": 1.0, "kilometer_per_hour": 1.0, "mph": 1.609344,
    "mile/h": 1.609344, "mile_per_hour": 1.609344, "m/s": 3.6, "knot": 1.852,
}  # fmt: skip
_AREA = {
    "km2": 1.0, "square kilometre": 1.0, "square kilometer": 1.0, "square_kilometre": 1.0, "hectare": 0.01, "ha": 0.01,
    "acre": 0.0040468564, "square mile": 2.589988, "square_mile": 2.589988, "sq mi": 2.589988, "m2": 1e-6,
    "square metre": 1e-6, "square meter": 1e-6, "square_metre": 1e-6, "square foot": 9.290304e-8, "sq ft": 9.290304e-8,
    "square_foot": 9.290304e-8,
}  # fmt: skip
_VOLUME = {
    "litre": 1.0, "liter": 1.0, "l": 1.0, "gallon": 3.785411784, "barrel": 158.987294928, "pint": 0.473176473,
    "cubic metre": 1000.0, "cubic meter": 1000.0, "m3": 1000.0, "cubic_metre": 1000.0,
}  # fmt: skip

FACTORS: dict[str, tuple[str, float]] = {
    name: (base, factor)
    for base, table in (
        ("km", _LENGTH), ("second", _TIME), ("kg", _MASS), ("km/h", _SPEED), ("km2", _AREA), ("litre", _VOLUME)
    )
    for name, factor in table.items()
}  # fmt: skip
