"""``--show-settings``: the configuration in force, as TOML that a configuration file could hold."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from crosscheck.cli.session import Session


def show_settings(session: Session) -> str:
    """The resolved configuration as TOML, with where it came from and the hash that documents carry."""
    lines = [
        f"# from {session.found.path or 'defaults: no configuration file'}",
        f"# settings hash {session.settings.digest()}",
    ]
    table = msgspec.to_builtins(session.config)
    table["model"] = session.settings.model
    table["settings"] = {k: v for k, v in msgspec.to_builtins(session.settings).items() if k not in ("house", "model")}
    lines += _toml(table, "")
    return "\n".join(lines) + "\n"


def _toml(table: Mapping[str, object], name: str) -> list[str]:
    plain = {k: v for k, v in table.items() if not isinstance(v, dict)}
    lines = [f"\n[{name}]"] if name and (plain or not table) else []
    lines += [f"{_key(k)} = {_toml_value(v)}" if v is not None else f"# {_key(k)} is not set" for k, v in plain.items()]
    for key, value in table.items():
        if isinstance(value, dict):
            lines += _toml(value, f"{name}.{_key(key)}" if name else _key(key))
    return lines


def _key(key: str) -> str:
    return key if key and all(c.isascii() and (c.isalnum() or c in "-_") for c in key) else _toml_value(key)


def _toml_value(value: object) -> str:
    return msgspec.json.encode(value).decode()
