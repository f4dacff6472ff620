"""Letters of Cyrillic and Greek as English news writes them; what two languages write otherwise (и, г) is Russian."""

from __future__ import annotations

import re

_LETTERS = dict(
    pair.split("=")
    for pair in (
        "а=a б=b в=v г=g ґ=g д=d е=e ё=yo є=ye ж=zh з=z и=i і=i ї=yi й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f "
        "х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ў=w ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz ѓ=gj ќ=kj ѕ=dz "
        "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o"
    ).split()
)
_ACCENTED = dict(zip("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ", strict=True))
_PAIRS = {"ου": "ou", "αυ": "av", "ευ": "ev", "μπ": "b", "γκ": "gk", "γγ": "ng"}
_ENDING = {"ий": "y", "ый": "y", "ій": "iy"}  # of Slavic family names and given names
_DIGRAPHS = re.compile("|".join(_PAIRS))
_ENDINGS = re.compile(rf"(?:{'|'.join(_ENDING)})\b")
_OTHER_SCRIPT = re.compile("[\u0370-\u052f]")


def romanised(text: str) -> str:
    """Cyrillic and Greek letters as Latin ones, in lower case; other scripts stay as they are.

    >>> romanised("Сергей Лавров")
    'sergey lavrov'
    """
    if not _OTHER_SCRIPT.search(text):
        return text
    lowered = "".join(_ACCENTED.get(c, c) for c in text.lower())
    lowered = _ENDINGS.sub(lambda m: _ENDING[m.group()], lowered)
    lowered = _DIGRAPHS.sub(lambda m: _PAIRS[m.group()], lowered)
    return "".join(_LETTERS.get(c, c) for c in lowered)
