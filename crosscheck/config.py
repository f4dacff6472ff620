"""Configuration: crosscheck.toml, [tool.crosscheck] in pyproject.toml or [crosscheck] in setup.cfg.

In: the first path of a command. Out: a :class:`Config` with every value checked. The first file found upwards from the
path wins, and inside one folder crosscheck.toml goes before pyproject.toml before setup.cfg. An unknown key is an error
that names the nearest known one: a misspelt setting must not pass for a setting.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec

from crosscheck.errors import CrosscheckError
from crosscheck.settings import Settings

FailOn = Literal["error", "warning", "note", "never"]
RuleLevel = Literal["error", "warning", "note", "off"]

FILES = ("crosscheck.toml", ".crosscheck.toml", "pyproject.toml", "setup.cfg")


class PathRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What holds only for articles whose path matches a pattern."""

    ignore: tuple[str, ...] = ()
    levels: dict[str, RuleLevel] = {}
    min_confidence: float | None = None


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """Every key of the configuration file, with its default. docs/howto/configure.md describes each."""

    model: str | None = None
    workers: int | None = None
    format: tuple[str, ...] = ()
    fail_on: FailOn = "warning"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0
    max_findings: int | None = None
    with_text: bool = False
    against: tuple[str, ...] = ()
    primary: tuple[str, ...] = ()
    baseline: str | None = None
    levels: dict[str, RuleLevel] = {}
    per_path: dict[str, PathRules] = {}
    spellings: dict[str, tuple[str, ...]] = {}
    settings: dict[str, Any] = {}


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A configuration and the file that it came from; paths in it are relative to that file's folder."""

    config: Config = Config()
    path: Path | None = None

    @property
    def folder(self) -> Path:
        """Where relative paths and patterns of the configuration start."""
        return self.path.parent if self.path else Path.cwd()


def find(start: Path) -> Found:
    """The configuration that governs ``start``, searched upwards; the defaults where there is none."""
    folder = start if start.is_dir() else start.parent
    folder = folder.resolve()
    for place in (folder, *folder.parents):
        for name in FILES:
            path = place / name
            if path.is_file():
                table = _table(path)
                if table is not None:
                    return Found(config=_checked(table, path), path=path)
    return Found()


def load(path: Path) -> Found:
    """The configuration in one named file. Raises CrosscheckError when it is missing, broken or has no section."""
    if not path.is_file():
        raise CrosscheckError(f"--config {path}: no such file")
    table = _table(path)
    if table is None:
        section = "[crosscheck]" if path.suffix == ".cfg" else "[tool.crosscheck]"
        raise CrosscheckError(f"--config {path}: has no {section} section")
    return Found(config=_checked(table, path), path=path.resolve())


def resolved_settings(config: Config, *, model: str | None = None, where: Path | None = None) -> Settings:
    """The pipeline's thresholds with what the configuration changes. ``model`` wins over the configured one."""
    base = msgspec.to_builtins(Settings())
    _merge(base, config.settings, "settings", where)
    base["model"] = model or config.model or base["model"]
    base["house"] = {"spellings": {house: list(aliases) for house, aliases in sorted(config.spellings.items())}}
    try:
        return msgspec.convert(base, Settings)
    except msgspec.ValidationError as error:
        raise CrosscheckError(f"{where or 'configuration'}: [settings]: {_plain(error)}") from error


def unknown(word: str, known: Iterable[str]) -> str:
    """The end of an error about an unknown word: the nearest known one, or all of them."""
    known = sorted(known)
    folded = {k.casefold(): k for k in known}
    near = difflib.get_close_matches(word.casefold(), list(folded), n=1, cutoff=0.6)
    return f"did you mean {folded[near[0]]!r}?" if near else f"known are {', '.join(known)}"


def _table(path: Path) -> dict[str, Any] | None:
    """The section for crosscheck in one file, or None."""
    if path.suffix == ".cfg":
        return _from_cfg(path)
    import tomllib

    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        if path.name == "pyproject.toml":
            return None  # somebody else's file: not ours to complain about
        raise CrosscheckError(f"{path}: not readable as TOML: {error}") from error
    if path.name == "pyproject.toml" or (set(data) == {"tool"} and isinstance(data["tool"], dict)):
        tool = data.get("tool")
        table = tool.get("crosscheck") if isinstance(tool, dict) else None
        return table if isinstance(table, dict) else None
    return data


_LISTS = ("format", "select", "ignore", "against", "primary")
_TABLES = ("levels", "spellings", "per-path", "settings")


def _from_cfg(path: Path) -> dict[str, Any] | None:
    """[crosscheck] and its sub-sections [crosscheck:levels], [crosscheck:spellings], [crosscheck:per-path:GLOB]."""
    import configparser

    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    try:
        parser.read_string(path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, configparser.Error):
        return None
    if not any(s == "crosscheck" or s.startswith("crosscheck:") for s in parser.sections()):
        return None
    table: dict[str, Any] = {}
    for section in parser.sections():
        words = section.split(":", 2)
        if words[0] != "crosscheck":
            continue
        place = table
        for word in words[1:]:
            place = place.setdefault(word, {})
        for key, value in parser.items(section):
            plural = key in _LISTS or words[1:2] == ["spellings"]
            place[key] = _items(value) if plural else _scalar(value)
    return table


def _items(value: str) -> list[str]:
    return [item.strip() for item in value.replace("\n", ",").split(",") if item.strip()]


def _scalar(value: str) -> Any:
    word = value.strip()
    if word.lower() in ("true", "yes", "on"):
        return True
    if word.lower() in ("false", "no"):
        return False
    for number in (int, float):
        try:
            return number(word)
        except ValueError:
            continue
    return word


def _checked(table: Mapping[str, Any], path: Path) -> Config:
    """The table as a Config; keys may be written with hyphens or with underscores."""
    known = {f.encode_name for f in msgspec.structs.fields(Config)}
    plain: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("_", "-")
        if name not in known:
            raise CrosscheckError(f"{path}: unknown key {key!r}: {unknown(name, known)}")
        if name in _LISTS and isinstance(value, str):
            value = [value]
        plain[name] = value
    _check_levels(plain.get("levels", {}), f"{path}: [levels]")
    plain["spellings"] = _spellings(plain.get("spellings", {}), path)
    plain["per-path"] = _per_path(plain.get("per-path", {}), path)
    try:
        config = msgspec.convert(plain, Config)
    except msgspec.ValidationError as error:
        raise CrosscheckError(f"{path}: {_plain(error)}") from error
    if not 0 <= config.min_confidence <= 1:
        raise CrosscheckError(f"{path}: min-confidence must lie between 0 and 1, not {config.min_confidence}")
    resolved_settings(config, where=path)
    return config


def _spellings(table: Any, path: Path) -> dict[str, list[str]]:
    """House forms with their aliases; one alias may stand as a plain string."""
    if not isinstance(table, dict):
        raise CrosscheckError(f'{path}: [spellings] must be a table: "House form" = ["other form", ...]')
    return {house: [a] if isinstance(a, str) else a for house, a in table.items()}


def _per_path(table: Any, path: Path) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise CrosscheckError(f'{path}: [per-path] must be a table: "pattern" = {{ignore = [...]}}')
    known = {f.encode_name for f in msgspec.structs.fields(PathRules)}
    rows: dict[str, Any] = {}
    for pattern, row in table.items():
        if isinstance(row, (list, str)):
            row = {"ignore": row}
        if not isinstance(row, dict):
            raise CrosscheckError(f"{path}: per-path {pattern!r} must be a table with {', '.join(sorted(known))}")
        row = {key.replace("_", "-"): value for key, value in row.items()}
        for key in row:
            if key not in known:
                raise CrosscheckError(f"{path}: per-path {pattern!r}: unknown key {key!r}: {unknown(key, known)}")
        _check_levels(row.get("levels", {}), f"{path}: per-path {pattern!r}: levels")
        if isinstance(row.get("ignore"), str):
            row["ignore"] = _items(row["ignore"])
        rows[pattern] = row
    return rows


def _check_levels(table: Any, where: str) -> None:
    known = get_args(RuleLevel)
    if not isinstance(table, dict):
        raise CrosscheckError(f"{where}: a table is wanted: CODE = one of {', '.join(known)}")
    for code, level in table.items():
        if level not in known:
            raise CrosscheckError(f"{where}: {code}: {level!r} is no level: one of {', '.join(known)}")


def _merge(base: dict[str, Any], change: Mapping[str, Any], name: str, where: Path | None) -> None:
    """Lay ``change`` over ``base``, key by key; both are nested tables of one shape."""
    for key, value in change.items():
        key = key.replace("-", "_")
        if key not in base or key in ("house", "model"):
            known = [k for k in base if k not in ("house", "model")]
            raise CrosscheckError(f"{where or 'configuration'}: unknown key '{name}.{key}': {unknown(key, known)}")
        if isinstance(base[key], dict) and isinstance(value, dict):
            _merge(base[key], value, f"{name}.{key}", where)
        else:
            base[key] = value


def _plain(error: msgspec.ValidationError) -> str:
    """msgspec's message with the key in the way that a reader knows it: "levels.FIG401: ..."."""
    text, _, at = str(error).partition(" - at `")
    key = at.rstrip("`").removeprefix("$.").removeprefix("key in ")
    return f"{key}: {text}" if at else text
