"""Log entries on checks, events, files and people, each as the words that follow who did it."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.desk import words
from crosscheck.desk.sentence_parts import SHOWN, Part, Tell, Told, event_of, names_of, quoted, side_of
from crosscheck.store.views import AuditView

# --- checks ----------------------------------------------------------------------------------------------------------


def _by_check(before: str, after: str = "") -> Tell:
    def tell(own: list[AuditView], _all: Sequence[AuditView], told: Told) -> list[Part]:
        side = side_of(own[0].after)
        came = ", ".join(quoted(value) for value in side.get("readings", ())) if len(own) == 1 else ""
        paths = ", ".join(dict.fromkeys(str(side_of(e.after)["path"]) for e in own if "path" in side_of(e.after)))
        tail = after.format(path=paths)
        return [Part(before), *names_of(own, told), Part(f"{tail}: a new reading came, {came}" if came else tail)]

    return tell


def _checked(own: list[AuditView], _all: Sequence[AuditView], told: Told) -> list[Part]:
    side = side_of(own[0].after)
    found = f": {words.count(side.get('findings', 0), 'finding')} in {words.count(side.get('articles', 0), 'article')}"
    kinds = (("new", "new"), ("reopened", "reopened"), ("carried", "carried over"), ("gone", "gone"))
    more = [f"{side[key]} {name}" for key, name in kinds if side.get(key)]
    return [Part("checked "), *event_of(own[0], told), Part(f"{found}{' (' + ', '.join(more) + ')' if more else ''}")]


# --- events and people -----------------------------------------------------------------------------------------------


def _about_event(before: str) -> Tell:
    def tell(own: list[AuditView], _all: Sequence[AuditView], told: Told) -> list[Part]:
        sides = [side_of(e.after) or side_of(e.before) for e in own]
        files = [str(side["name"]) for side in sides if "name" in side]
        shown = ", ".join(files[:SHOWN]) + (f" and {len(files) - SHOWN} more" if len(files) > SHOWN else "")
        return [Part(before.format(files=shown)), *event_of(own[0], told)]

    return tell


def _event_changed(own: list[AuditView], _all: Sequence[AuditView], told: Told) -> list[Part]:
    before, after = side_of(own[0].before), side_of(own[0].after)
    said = []
    if before.get("name") != after.get("name"):
        said.append(f"renamed {quoted(before.get('name', ''))} to ")
    if before.get("readers") != after.get("readers"):
        said.append("asked for two readers of " if after.get("readers") == 2 else "asked for one reader of ")
    return [Part(" and ".join(said) or "changed "), *event_of(own[0], told)]


def _fetched(own: list[AuditView], _all: Sequence[AuditView], told: Told) -> list[Part]:
    address = words.shortened(str(side_of(own[0].after).get("url", "")), 120)
    return [Part(f"fetched {address} for "), *event_of(own[0], told)]


def _setting(own: list[AuditView], _all: Sequence[AuditView], _told: Told) -> list[Part]:
    allowed = side_of(own[0].after).get("fetching")
    return [Part("allowed" if allowed else "no longer allowed"), Part(" that articles are fetched by their addresses")]


def _account(own: list[AuditView], _all: Sequence[AuditView], _told: Told) -> list[Part]:
    before, after = side_of(own[0].before), side_of(own[0].after)
    name = after.get("name") or before.get("name") or "somebody"
    if own[0].what == "account created":
        return [Part(f"made an account for {name} ({after.get('role', '')})")]
    said = []
    if before.get("role") != after.get("role"):
        said.append(f"made {name} a {after.get('role')}")
    if before.get("active") != after.get("active"):
        said.append(f"opened the account of {name}" if after.get("active") else f"closed the account of {name}")
    if after.get("password"):
        said.append(f"gave {name} a new password")
    return [Part(" and ".join(said) or f"changed nothing of the account of {name}")]


def _login(own: list[AuditView], _all: Sequence[AuditView], _told: Told) -> list[Part]:
    after = side_of(own[0].after)
    where = f" from {after['address']}" if after.get("address") else ""
    if own[0].what == "logged in":
        return [Part(f"logged in{where}")]
    return [Part(f"refused a login{' as ' + str(after['name']) if after.get('name') else ''}{where}")]


def _token(own: list[AuditView], _all: Sequence[AuditView], _told: Told) -> list[Part]:
    name = quoted(side_of(own[0].after).get("name", ""))
    return [Part(f"made the token {name}" if own[0].what == "token made" else f"revoked the token {name}")]


TELL: dict[str, Tell] = {
    "reopened": _by_check("reopened "),
    "carried": _by_check("carried the decision over to "),
    "followed": _by_check("put ", " in the place of an earlier finding"),
    "gone": _by_check("no longer found "),
    "mended": _by_check("found ", " mended: {path} now reads as confirmed"),
    "reworded": _by_check("found ", " worded otherwise in {path}"),
    "checked": _checked,
    "event created": _about_event("made the event "),
    "event changed": _event_changed,
    "file added": _about_event("added {files} to "),
    "file replaced": _about_event("replaced {files} of "),
    "file removed": _about_event("removed {files} from "),
    "page fetched": _fetched,
    "setting changed": _setting,
    "account created": _account,
    "account changed": _account,
    "logged in": _login,
    "login refused": _login,
    "token made": _token,
    "token revoked": _token,
}
