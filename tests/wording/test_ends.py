"""Where a quotation begins or ends its sentence as if it were whole."""

from __future__ import annotations

import pytest

from crosscheck.wording import aligned, differences

LONG = "we will keep both wards open until the spring"
TABLE = {
    "an opening is left out": (f"You know, {LONG}.", f"{LONG.capitalize()}.", "opening"),
    "and from the other side": (f"{LONG.capitalize()}.", f"Let me say, {LONG}.", "opening"),
    "one word behind a dash": (f"The night ward may go – perhaps {LONG},", f"{LONG.capitalize()},", "opening"),
    "a fragment in lower case claims nothing": (f"You know, {LONG}.", f"{LONG},", None),
    "nor does one behind a mark of omission": (f"You know, {LONG}.", f"… {LONG.capitalize()}.", None),
    "a clause left out is a part quoted": (f"While the board has asked for more time, {LONG}.", f"{LONG.capitalize()}.", None),
    "two sentences are two": (f"You know me. {LONG.capitalize()}.", f"{LONG.capitalize()}.", None),
    "an end is left out": (f"{LONG.capitalize()} of next year.", f"{LONG.capitalize()}.", "ending"),
    "and, but, well are tidied": (f"And {LONG}.", f"{LONG.capitalize()}.", None),
    "a comma claims no end": (f"{LONG.capitalize()} of next year.", f"{LONG.capitalize()},", None),
    "a mark of omission says so": (f"{LONG.capitalize()} of next year.", f"{LONG.capitalize()} ...", None),
    "a fragment with the full stop of its quoter": (f"{LONG.capitalize()} of next year.", "both wards open until the spring.", None),
    "few words may be of another sentence": ("You know, we agree.", "We agree.", None),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLE)
def test_ends(case: str) -> None:
    left, right, verdict = TABLE[case]
    found = [d.verdict for d in differences(aligned(left, right), left, right)]
    assert [v for v in found if v in ("opening", "ending")] == ([verdict] if verdict else [])
