"""Harmless writings of names, by sort: nothing above a note may come of them. Knows nothing of crosscheck."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

from benchmarks.slip import Make, Slip, Texts, edited
from benchmarks.slipnames import GIVEN, SEX, Found, Names, Span, alone
from benchmarks.slipsorts import people, surname

_NICK = """William Bill|Robert Bob|James Jim|Richard Rick|Michael Mike|Thomas Tom|Daniel Dan|Christopher Chris|Matthew Matt
Gregory Greg|Kenneth Ken|Ronald Ron|Jeffrey Jeff|Joseph Joe|David Dave|Steven Steve|Edward Ed|Timothy Tim|Benjamin Ben
Samuel Sam|Anthony Tony|Elizabeth Liz|Katherine Kate|Margaret Peggy|Patricia Pat|Deborah Debbie|Jennifer Jen|Susan Sue
Rebecca Becky|Pamela Pam|Andrew Andy|Charles Chuck|Nicholas Nick|Alexander Alex|Raymond Ray|Lawrence Larry|Stephen Steve
Jonathan Jon|Zachary Zach|Joshua Josh|Philip Phil|Donald Don|Theodore Ted|Kimberly Kim|Christina Tina"""
_ROMAN = """Mohammed Muhammad|Muhammad Mohamed|Mohamed Mohammad|Mohammad Mohammed|Ahmed Ahmad|Ahmad Ahmed|Hussein Hussain
Yousef Yusuf|Youssef Yousef|Gaddafi Qaddafi|Sergei Sergey|Dmitry Dmitri|Khalid Khaled|Khaled Khalid|Osama Usama|Omar Umar
Abdullah Abdallah|Zelensky Zelenskyy|Assad Asad|Hezbollah Hizbullah|Yulia Julia|Alexei Alexey|Tehran Teheran|Kiev Kyiv"""
_SPELT = {"Center": "Centre", "Centre": "Center", "Defense": "Defence", "Defence": "Defense", "Labor": "Labour", "Labour": "Labor",
          "Harbor": "Harbour", "Theater": "Theatre", "Organization": "Organisation", "Organisation": "Organization"}  # fmt: skip
_SHORT = {"Street": "St.", "Avenue": "Ave.", "Road": "Rd.", "Boulevard": "Blvd.", "Drive": "Dr.", "Highway": "Hwy."}
_ABBREVIATED = {"Saint": "St.", "St.": "Saint", "Fort": "Ft.", "Mount": "Mt.", "Department": "Dept.", "University": "Univ.",
                "Company": "Co.", "Corporation": "Corp.", "Association": "Assn.", "and": "&"}  # fmt: skip
_TELLS = (
    "A neighbor, {}, said he had heard nothing.",
    "{}, who lives nearby, did not see what happened.",
    "On Thursday {} was not available for comment.",
)


def _replaced(sort: str, texts: Texts, article: int, spans: list[Span], before: str, after: str) -> Slip | None:
    if not spans or before == after:
        return None
    text, new, _ = edited(texts[article], [(s, after) for s in spans])
    return Slip(sort, article, text, new, {}, before, after)


def _person(sort: str, change: Callable[[str, random.Random], str | None], later: bool = False) -> Make:
    """Writes the full name otherwise: everywhere in the article, or from its second place on."""

    def make(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
        for found, i, _ in people(texts, names, rng):
            new = change(found.text, rng)
            places = found.places[i][1:] if later else found.places[i]
            if new and (slip := _replaced(sort, texts, i, places, found.text, new)):
                return slip
        return None

    return make


def _pairs(table: str) -> Callable[[str, random.Random], str | None]:
    known = dict(pair.split() for pair in table.replace("\n", "|").split("|"))

    def change(name: str, rng: random.Random) -> str | None:
        words = name.split()
        able = [i for i, w in enumerate(words) if w in known]
        if not able:
            return None
        words[able[0]] = known[words[able[0]]]
        return " ".join(words)

    return change


def _mr(name: str, rng: random.Random) -> str | None:
    sex = SEX.get(name.split()[0])
    return f"{'Mr.' if sex == 'm' else 'Ms.'} {surname(name)}" if sex else None


def _first_initial(name: str, rng: random.Random) -> str | None:
    first, _, rest = name.partition(" ")
    return f"{first[0]}. {rest}" if len(first) > 2 else None


def _middle(name: str, rng: random.Random) -> str | None:
    words = name.split()
    if len(words) == 2 and words[0] in SEX:
        return f"{words[0]} {rng.choice('ABCDEFGHJLMPRT')}. {words[1]}"
    return f"{words[0]} {words[2]}" if len(words) == 3 and re.fullmatch(r"[A-Z]\.", words[1]) else None


def _second_given(name: str, rng: random.Random) -> str | None:
    words = name.split()
    if len(words) != 2 or words[0] not in SEX:
        return None
    return f"{words[0]} {rng.choice([g for g in GIVEN[SEX[words[0]]] if g != words[0]])} {words[1]}"


def _suffix_gone(name: str, rng: random.Random) -> str | None:
    return re.sub(r",? [JS]r\.$", "", name) if name.endswith(("Jr.", "Sr.")) else None


def _accent(name: str, rng: random.Random) -> str | None:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    if plain != name:
        return plain
    able = [m.start() for m in re.finditer("[aeiou]", name) if m.start() > 1]
    return (
        name[: able[-1]] + dict(zip("aeiou", "áéíóú", strict=True))[name[able[-1]]] + name[able[-1] + 1 :]
        if able
        else None
    )


def _capitals(name: str, rng: random.Random) -> str | None:
    first, _, last = name.rpartition(" ")
    return f"{first} {last.upper()}" if first and "'" not in last and not last.endswith(".") else None


def _marks(name: str, rng: random.Random) -> str | None:
    return name.replace("’", "'") if "’" in name else name.replace("'", "’") if "'" in name else None


def _thing(sort: str, table: str, change: Callable[[list[str]], str | None]) -> Make:
    def make(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
        held: dict[str, Found] = getattr(names, table)
        order = sorted(n for n, f in held.items() if len(f.places) > 1)
        rng.shuffle(order)
        for name in order:
            i = rng.choice(sorted(held[name].places))
            new = change(name.split(" "))
            if new and (slip := _replaced(sort, texts, i, held[name].places[i], name, new)):
                return slip
        return None

    return make


def _by_table(known: dict[str, str]) -> Callable[[list[str]], str | None]:
    def change(words: list[str]) -> str | None:
        new = [known.get(w, w) for w in words]
        return " ".join(new) if new != words else None

    return change


def _of_turned(words: list[str]) -> str | None:
    """Department of Justice, Justice Department."""
    if len(words) == 3 and words[1] == "of" and words[0] in ("Department", "Ministry"):
        return f"{words[2]} {words[0]}"
    if (
        len(words) == 2
        and words[1] in ("Department", "Ministry")
        and words[0] in ("Justice", "State", "Defense", "Foreign")
    ):
        return f"{words[1]} of {words[0]}" if words[0] != "Foreign" else "Ministry of Foreign Affairs"
    return None


def _short_police(words: list[str]) -> str | None:
    if words[-2:] == ["Police", "Department"] and len(words) > 2:
        return " ".join(words[:-1])
    return (
        " ".join(words[-2:]) if words[-1] in ("Court", "Hospital", "University", "School") and len(words) > 2 else None
    )


def _lower_head(words: list[str]) -> str | None:
    return " ".join([*words[:-1], words[-1].lower()]) if len(words) > 1 and words[-1] not in ("Times", "Post") else None


def _inc(words: list[str]) -> str | None:
    return " ".join([*words, "Inc."]) if words[-1] in ("Company", "Group", "Corporation", "Airlines") else None


def _told(sort: str, shown: Callable[[str, random.Random], str | None]) -> Make:
    """A sentence at the end of an article about somebody who is not the person of a like name."""

    def make(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
        for found, i, _ in people(texts, names, rng):
            new = shown(found.text, rng)
            if new and new not in names.people and not any(surname(new) in t for t in texts):
                return _added(sort, texts, i, new, found.text, rng)
        return None

    return make


def _added(sort: str, texts: Texts, article: int, name: str, of: str, rng: random.Random) -> Slip:
    sentence = rng.choice(_TELLS).format(name)
    text = texts[article].rstrip("\n") + "\n\n" + sentence + "\n"
    at = text.rindex(name)
    return Slip(sort, article, text, ((at, at + len(name)),), {}, of, name)


def _relative(name: str, rng: random.Random) -> str | None:
    words = name.split()
    given = [g for g in GIVEN["m"] if g[0] != words[0][0]]
    return f"{rng.choice(given)} {surname(name)}" if words[0] in SEX else None


def _namesake(name: str, rng: random.Random) -> str | None:
    return f"{name.split()[0]} {rng.choice(['Pruitt', 'Okafor', 'Lindgren', 'Vance', 'Tolbert', 'Ibarra'])}"


def _like_surname(name: str, rng: random.Random) -> str | None:
    """Somebody else with a surname that begins or rhymes like the person's."""
    last = surname(name)
    return (
        f"{rng.choice(['Curtis', 'Leon', 'Marvin', 'Otis'])} {last[:-2]}{rng.choice(['by', 'ton', 'more'])}"
        if len(last) > 5
        else None
    )


def _other_body(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
    """Another body of one sort, told of beside the first."""
    order = sorted(n for n, f in names.bodies.items() if len(f.places) > 1 and len(n.split()) > 2 and " of " not in n)
    if not order:
        return None
    name = rng.choice(order)
    words = name.split()
    new = " ".join([rng.choice("Ashford Clayton Oakwood Denham".split()), *words[1:]])
    i = rng.choice(sorted(names.bodies[name].places))
    sentence = f"Two others were taken to {new}."
    text = texts[i].rstrip("\n") + "\n\n" + sentence + "\n"
    at = text.rindex(new)
    return Slip("another body told of", i, text, ((at, at + len(new)),), {}, name, new)


def _owned(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
    """A family told of together: the Harts."""
    for found, i, bare in people(texts, names, rng):
        last = surname(found.text)
        if bare.get(i) and last[-1] not in "sxz":
            return _added("family in the plural", texts, i, f"the {last}s", found.text, rng)
    return None


def _relative_alone(texts: Texts, names: Names, rng: random.Random) -> Slip | None:
    """Only an article that names a relative in full, and never the person, has the surname: another person."""
    for found, i, bare in people(texts, names, rng):
        if len(found.places) > 1 and found.text.split()[0] in SEX and alone(texts, surname(found.text), found) == bare:
            given = rng.choice([g for g in GIVEN["f"] if g[0] != found.text[0]])
            text, spans, _ = edited(
                texts[i], [(s, f"the father of {given} {surname(found.text)}") for s in found.places[i]]
            )
            return Slip("a relative in place of the person", i, text, spans, {}, found.text, f"father of {given}")
    return None


HARMLESS: dict[str, Make] = {
    **{
        sort: _person(sort, change)
        for sort, change in {
            "nickname": _pairs(_NICK), "romanisation": _pairs(_ROMAN), "initial for the given name": _first_initial,
            "middle initial put in or left out": _middle, "second given name": _second_given,
            "Jr. left out": _suffix_gone, "accent": _accent, "surname in capitals": _capitals, "apostrophe": _marks,
        }.items()
    },
    "Mr. and surname": _person("Mr. and surname", _mr, later=True),
    "relative named": _told("relative named", _relative),
    "same given name": _told("same given name", _namesake),
    "like surname of somebody else": _told("like surname of somebody else", _like_surname),
    "family in the plural": _owned,
    "a relative in place of the person": _relative_alone,
    "another body told of": _other_body,
    **{
        sort: _thing(sort, table, change)
        for sort, table, change in (
            ("British and American spelling", "bodies", _by_table(_SPELT)), ("street, short", "streets", _by_table(_SHORT)),
            ("body, abbreviated", "bodies", _by_table(_ABBREVIATED)), ("body with of, and turned", "bodies", _of_turned),
            ("body, shortened", "bodies", _short_police), ("body, lower case", "bodies", _lower_head),
            ("legal form", "bodies", _inc),
        )
    },
}  # fmt: skip
