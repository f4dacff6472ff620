"""Political parties as English news names them and their members, each with its canonical name."""

from __future__ import annotations

from functools import cache

# canonical name | forms that stand beside a person's name; short ones stand in brackets or after a comma only
_TABLE = """
conservative party|Conservative,Conservatives,Tory,Tories,Con
labour party|Labour,Lab
liberal democrats|Liberal Democrat,Liberal Democrats,Lib Dem,Lib Dems,LD
green party|Green,Greens
UKIP|UKIP,Ukip
reform UK|Reform UK
scottish national party|SNP,Scottish National Party
plaid cymru|Plaid Cymru
sinn fein|Sinn Fein,Sinn Féin
DUP|DUP,Democratic Unionist
republican party|Republican,GOP,R
democratic party|Democrat,Democratic,D
libertarian party|Libertarian
independent|Independent,independent,Ind,I
social democrats|Social Democrat,Social Democrats,SPD
christian democrats|Christian Democrat,Christian Democrats,CDU
socialist party|Socialist,Socialists
communist party|Communist,Communists
BJP|BJP,Bharatiya Janata Party
ANC|ANC,African National Congress
likud|Likud
"""

# who sits as an independent may well vote, and run, with a party
_NEAR = frozenset({frozenset({"independent", "democratic party"}), frozenset({"independent", "republican party"})})
SHORT = frozenset({"R", "D", "I", "LD", "Con", "Lab", "Ind"})


@cache
def parties() -> dict[str, str]:
    """Canonical name of every form, as written."""
    rows = (line.split("|") for line in _TABLE.strip().splitlines())
    return {form: canonical for canonical, forms in rows for form in forms.split(",")}


def two_parties(one: str, other: str) -> bool:
    """True for two canonical names that one person is not said to stand for at one time."""
    return one != other and frozenset((one, other)) not in _NEAR
