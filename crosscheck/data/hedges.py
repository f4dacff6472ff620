"""Words that make a figure an interval, and how each one bounds it.

The bounds: ``low`` at least, ``above`` more than, ``high`` at most, ``below`` fewer than, ``near`` a little under,
``past`` a little over, ``about`` on either side, ``exact`` none. "Nearly" and "about" keep the figure comparable with
the exact one; how wide they reach is a setting.
"""

from __future__ import annotations

BEFORE: dict[str, str] = {
    **dict.fromkeys((
        "at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum of",
        "at a minimum", "minimum", "a minimum", "starting at", "at the very least", "≥", ">=",
        "greater than or equal to", "more than or equal to", "equal to or greater than", "equal to or more than",
        "bigger than or equal to", "bigger or equal than", "at least or equal to", "no smaller than",
        "not under", "not below", "no lower than", "not lower than", "min.", "min",
    ), "low"),
    **dict.fromkeys((
        "more than", "over", "greater than", "exceeding", "in excess of", "above", "upwards of", "upward of",
        "north of", "well over", "well above", "well in excess of", "far more than", "much more than", "better than",
        "topping", "surpassing", "surpass", "exceeded", "exceeds", "exceed", "topped", "surpassed", "surpasses", ">",
        "beyond",
        "many more than", "considerably more than", "significantly more than", "longer than", "higher than",
        "larger than", "bigger than", "older than", "faster than", "even more than", "not just",
        "substantially more than",
    ), "above"),
    **dict.fromkeys((
        "up to", "as many as", "as much as", "no more than", "not more than", "at most", "a maximum of",
        "maximum of", "at the most", "no greater than", "as high as", "as long as", "as far as", "no higher than",
        "less than or equal to", "fewer than or equal to", "equal to or less than", "smaller than or equal to",
        "at most or equal to", "a maximum", "maximum", "not exceeding", "as fast as", "capped at",
        "no longer than", "≤", "<=", "upto",
        "not over", "not above", "not beyond", "max.", "max",
    ), "high"),
    **dict.fromkeys((
        "fewer than", "less than", "under", "below", "well under", "well below", "far fewer than", "far less than",
        "lower than", "smaller than", "shorter than", "younger than", "<", "south of", "much less than", "within",
        "short of", "well short of",
    ), "below"),
    **dict.fromkeys((
        "nearly", "almost", "close to", "approaching", "just under", "just short of", "not quite", "nearing",
        "just below", "slightly less than", "slightly under", "slightly below", "a little less than",
        "a little under", "just shy of", "shy of", "fractionally under", "slightly fewer than", "virtually",
        "just less than", "just fewer than", "a little short of", "very nearly", "very close to", "practically",
    ), "near"),
    **dict.fromkeys((
        "just over", "just above", "slightly more than", "slightly over", "slightly above", "a little more than",
        "a little over", "just more than", "a bit more than", "a bit over", "little more than", "barely more than",
        "marginally more than", "fractionally over", "a shade over", "a shade more than",
    ), "past"),
    **dict.fromkeys((
        "about", "around", "some", "approximately", "approx.", "approx", "roughly", "circa", "c.", "ca.",
        "an estimated", "estimated", "in the region of", "on the order of", "in the order of",
        "in the neighborhood of", "in the neighbourhood of", "~", "≈", "more or less", "somewhere around",
        "in the vicinity of", "an approximate", "an estimated total of", "or so", "estimated at", "give or take",
        "something like", "anywhere around", "ballpark",
    ), "about"),
    **dict.fromkeys((
        "exactly", "precisely", "only", "just", "a total of", "all", "a mere", "merely", "in total", "a full",
        "the full", "total of", "a combined", "a combined total of", "a whopping", "a staggering", "a record",
        "an average of", "on average", "averaging", "a total", "as few as", "as little as", "fully",
    ), "exact"),
}  # fmt: skip
AFTER: dict[str, str] = {
    "or more": "low", "or so": "about", "or thereabouts": "about", "or fewer": "high", "or less": "high",
    "or under": "high", "or over": "low", "or older": "low", "or younger": "high", "or above": "low",
    "or below": "high", "and counting": "low", "plus": "low", "-plus": "low", "+": "low", "-odd": "odd",
    "-something": "odd", "-some": "about",
    "odd": "odd", "and above": "low", "and over": "low", "and older": "low", "at least": "low", "at most": "high",
    "and up": "low", "-strong": "exact", "at the most": "high", "or higher": "low", "or greater": "low",
    "and under": "high", "and below": "high", "and lower": "high", "and younger": "high", "and higher": "low",
    "and greater": "low", "and larger": "low", "and bigger": "low", "or bigger": "low", "or larger": "low",
    "or smaller": "high", "upwards": "low", "upward": "low", "or upwards": "low", "and upwards": "low", "max": "high",
    "min": "low", "if not more": "low", "or lower": "high", "or longer": "low", "and more": "low",
    "give or take": "about", "maximum": "high", "minimum": "low", "approximately": "about", "on average": "exact",
}  # fmt: skip
FURTHER: tuple[str, ...] = (
    "another",
    "a further",
    "an additional",
    "an extra",
    "yet another",
    "further",
    "other",
    "additional",
)
