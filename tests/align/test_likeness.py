"""Two names: same, variant, spelling or different."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.align.likeness import compare_names
from crosscheck.normalise.nameparts import parts

CASES = {
    "middle initial": ("Robert J. Pickard", "Robert Pickard", "same"),
    "short form": ("Joe Marten", "Joseph Marten", "same"),
    "nickname in brackets": ("Kimani (Kiki) Moss", "Kiki Moss", "same"),
    "order of family name": ("Ban Ki-moon", "Ki-moon Ban", "same"),
    "hyphen in a given name": ("Kim Jong-un", "Kim Jong Un", "same"),
    "patronymic": ("Ivan Petrovich Orlov", "Ivan Orlov", "same"),
    "compound surname": ("Luis Ortega Ruiz", "Luis Ortega", "same"),
    "hyphenated surname": ("Ann Smith-Jones", "Ann Jones", "same"),
    "particle left out": ("Jan van Hout", "Jan Hout", "same"),
    "capitals": ("LaTonya Grant", "Latonya Grant", "same"),
    "accents": ("José Núñez", "Jose Nunez", "same"),
    "suffix left out": ("Cal Orton Jr.", "Cal Orton", "same"),
    "initials of two names": ("J. K. Rowland", "J.K. Rowland", "same"),
    "Arabic article": ("Bashar al-Haddad", "Bashar Haddad", "same"),
    "y and ei": ("Heydar Moradi", "Heidar Moradi", "variant"),
    "double s of a romanised name": ("Massoud Karimi", "Masoud Karimi", "variant"),
    "endings of Slavic names": ("Pavel Zelensky", "Pavel Zelenskyy", "variant"),
    "Mohammed": ("Mohammed Aziz", "Muhammad Aziz", "variant"),
    "double letter of an English name": ("Philip Dunn", "Phillip Dunn", "spelling"),
    "one letter of a surname": ("Ruth Wolfe", "Ruth Wolff", "spelling"),
    "names that sound alike": ("Jon Keller", "John Keller", "spelling"),
    "two letters of a given name": ("Brian Keller", "Bryant Keller", "spelling"),
    "prefix of a surname": ("Anthony Bruna", "Anthony LaBruna", "spelling"),
    "letters swapped": ("Mark Tiexeira", "Mark Teixeira", "spelling"),
    "last letter of a Chinese name": ("Zhao Jian", "Zhao Jiang", "spelling"),
    "short Chinese syllables": ("Wang Yi", "Wang Yu", "different"),
    "as a German paper writes it": ("Wolodymyr Selenskyj", "Volodymyr Zelensky", "variant"),
    "as a German paper writes Persian": ("Mahmud Ahmadinedschad", "Mahmoud Ahmadinejad", "variant"),
    "as a Latvian paper writes it": ("Sergejs Lavrovs", "Sergei Lavrov", "spelling"),
    "a hyphen for a space": ("Jay-Z", "Jay Z", "same"),
    "an initial for the family name": ("Angela M.", "Angela Merkel", "same"),
    "another's initial for the family name": ("Angela M.", "Angela Kern", "different"),
    "a style for the given name": ("Mullah Omar", "Mullah Mohammed Omar", "same"),
    "the second given name in another romanisation": ("Hosni Mubarak", "Muhammad Husni Mubarak", "variant"),
    "a short form of Polish": ("Wojtek Bielak", "Wojciech Bielak", "same"),
    "two letters of a surname": ("Anna Gyurcsany", "Anna Gyurcany", "spelling"),
    "two given names, two letters apart": ("Robert Hale", "Rupert Hale", "different"),
    "a slip in both halves": ("Angela Merkel", "Anglea Merkle", "spelling"),
    "two romanisations of Korean": ("Pak Kun-hye", "Park Geun-hye", "variant"),
    "Lee and Ri": ("Ri Yong-ho", "Lee Young-ho", "variant"),
    "a Korean syllable in two romanisations": ("Son Heung-min", "Son Hung-min", "spelling"),
    "a slip in one Korean syllable": ("Son Yong Hyok", "Son Jong Hyok", "spelling"),
    "half brothers": ("Kim Jong-un", "Kim Jong-nam", "different"),
    "pinyin and Taiwan's way": ("Lai Qingde", "Lai Ching-te", "variant"),
    "Wade-Giles": ("Mao Tse-tung", "Mao Zedong", "variant"),
    "two Chinese names of one syllable": ("Li Gang", "Li Kang", "different"),
    "two letters beside two given names": ("Niels Oscar Rost", "Niels Oscar Troost", "spelling"),
    "two letters beside one given name": ("Niels Rost", "Niels Troost", "different"),
    "another surname beside two given names": ("Luiz Inacio da Souza", "Luiz Inacio da Silva", "different"),
    "another surname of one beginning": ("Juan Carlos Ortiz", "Juan Carlos Ortega", "different"),
    "first letter of a Chinese name": ("Liu Yang", "Liu Wang", "different"),
    "surnames swapped": ("Ana María Ruiz Soto", "Ana Soto Ruiz", "same"),
    "surnames swapped beside another given name": ("Eva María Ruiz Soto", "Ana Soto Ruiz", "different"),
    "two surnames of which one is another": ("Ana María Ruiz Soto", "Ana Soto Reyes", "different"),
    "known by the last given name": ("Tuca", "João Inácio Tuca da Costa", "same"),
    "the second of three given names": ("Inácio", "João Inácio Tuca da Costa", "different"),
    "the last given name without a particle": ("Tuca", "João Inácio Tuca Costa", "different"),
    "initials behind the surname": ("Orlov V.V.", "Viktor Orlov", "same"),
    "other initials behind the surname": ("Orlov P.V.", "Viktor Orlov", "different"),
    "one initial behind the surname": ("Sergey Orlov", "Orlov S.", "same"),
    "another initial behind the surname": ("Sergey Orlov", "Orlov K.", "different"),
    "hyphened initials": ("J.-C. Marchand", "Jean-Claude Marchand", "same"),
    "other hyphened initials": ("J.-P. Marchand", "Jean-Claude Marchand", "different"),
    "Wade-Giles surname": ("Hsi Chin-ping", "Xi Jinping", "variant"),
    "a Korean syllable as English spells it": ("Han Duck-soo", "Han Deok-su", "spelling"),
    "an h in a Korean syllable": ("Hwang Kyo-ahn", "Hwang Gyo-an", "spelling"),
    "Ban and Pan": ("Ban Ki-moon", "Pan Ki-mun", "variant"),
    "another Korean syllable": ("Han Duck-soo", "Han Duck-ho", "different"),
    "two surnames two letters apart": ("John Kelly", "John Kerry", "different"),
    "two names two letters apart": ("Carlos Franco", "Charles Francis", "different"),
    "a Chinese name by ear": ("Si Jinpin", "Xi Jinping", "spelling"),
    "a short Chinese name by ear": ("Si Jin", "Xi Jing", "different"),
    "two letters beside a double surname": ("Manuel Ortiz-Reyes", "Miguel Ortiz-Reyes", "spelling"),
    "two letters beside a single surname": ("Manuel Ortiz", "Miguel Ortiz", "different"),
    "two letters beside a name with an article": ("Manuel al-Ortiz", "Miguel al-Ortiz", "different"),
    "brothers of a double surname": ("Marcus Ortiz-Reyes", "Miguel Ortiz-Reyes", "different"),
    "man and woman of a double surname": ("Martin Ortiz-Reyes", "Martina Ortiz-Reyes", "different"),
    "Korean brothers": ("Kim Jong-un", "Kim Jong-il", "different"),
    "father and son": ("Paul Orton Jr.", "Paul Orton Sr.", "different"),
    "keys held down in both halves": ("Vera Stoll", "Verra Stooll", "spelling"),
    "written by ear": ("Amelie Perdeau", "Amelie Perdo", "spelling"),
    "a silent letter": ("Ruth Knox", "Ruth Nox", "spelling"),
    "family name first, no middle name": ("Ardan Sevim", "Sevim Tarik Ardan", "same"),
    "a middle name for a surname": ("Tarik Ardan", "Sevim Tarik Ardan", "same"),
    "initials without stops": ("JK Rowland", "J.K. Rowland", "same"),
    "initials without stops for a name": ("VV Orlov", "Viktor Orlov", "same"),
    "junior written out": ("Cal Orton Junior", "Cal Orton Jr.", "same"),
    "father and junior": ("Cal Orton Junior", "Cal Orton Sr.", "different"),
    "Mc apart": ("Ann Mc Donagh", "Ann McDonagh", "same"),
    "siblings": ("Kimani Moss", "Mahnefah Moss", "different"),
    "middle initials that differ": ("John A. Miller", "John B. Miller", "different"),
    "man and woman of one stem": ("Robert Lang", "Roberta Lang", "different"),
    "two patronymic surnames": ("Viktor Yushchenko", "Viktor Yanukovych", "different"),
}


@pytest.mark.parametrize(("one", "other", "level"), CASES.values(), ids=CASES)
def test_level(one: str, other: str, level: str) -> None:
    assert compare_names(parts(one), parts(other)).level == level
    assert compare_names(parts(other), parts(one)).level == level


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_a_level(one: str, other: str) -> None:
    a, b = parts(one), parts(other)
    if a.words and b.words:
        assert compare_names(a, b).level in ("same", "variant", "spelling", "different")
        assert compare_names(a, a).level == "same"
