"""The pages on the command line and the configuration are complete, and their examples work."""

import re
import tomllib
from pathlib import Path

import click
import msgspec
import pytest

from crosscheck.cli.main import COMMANDS, group
from crosscheck.config import Config, PathRules, load

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "howto"


def options():
    """(command, option as written) of the whole program."""
    context = click.Context(group)

    def walk(command, name):
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                for word in (*parameter.opts, *parameter.secondary_opts):
                    yield name, word
        for sub in getattr(command, "commands", {}):
            yield from walk(command.commands[sub], f"{name} {sub}")

    for name in COMMANDS:
        yield from walk(group.get_command(context, name), name)
    yield "crosscheck", "--version"


@pytest.mark.parametrize(("command", "option"), sorted(set(options())))
def test_every_option_is_documented(command, option):
    page = (DOCS / "command-line.md").read_text()
    assert re.search(rf"`{option}[ `=]", page), f"docs/howto/command-line.md says nothing of {command} {option}"


def test_every_documented_option_is_there():
    page = (DOCS / "command-line.md").read_text()
    known = {word for _, word in options()} | {"--help", "-h", "-V"}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page)) <= known


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command):
    assert f"crosscheck {command}" in (DOCS / "command-line.md").read_text()


def test_every_key_of_the_configuration_is_documented():
    page = (DOCS / "configure.md").read_text()
    for struct in (Config, PathRules):
        for field in msgspec.structs.fields(struct):
            assert field.encode_name in page


def blocks(page, language):
    return re.findall(rf"```{language}\n(.*?)```", (DOCS / page).read_text(), re.S)


@pytest.mark.parametrize(("language", "name"), [("toml", "crosscheck.toml"), ("ini", "setup.cfg")])
def test_examples_of_the_configuration_are_valid(tmp_path, language, name):
    (block,) = blocks("configure.md", language)
    (tmp_path / name).write_text(block)
    config = load(tmp_path / name).config
    assert config.fail_on == "error" and config.levels["QUO502"] == "error"
    assert config.spellings["Kyiv"] == ("Kiev",)
    assert config.per_path["opinion/*"].ignore == ("DRA",)


def test_the_example_names_every_key():
    (block,) = blocks("configure.md", "toml")
    assert set(tomllib.loads(block)) == {f.encode_name for f in msgspec.structs.fields(Config)}


def test_the_pre_commit_hook_calls_a_command_that_is_there():
    yaml = pytest.importorskip("yaml")
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    words = hook["entry"].split()
    command = group.get_command(click.Context(group), words[1])
    known = {o for p in command.params for o in p.opts}
    assert words[0] == "crosscheck" and set(words[2:]) <= known
    for block in blocks("before-publishing.md", "yaml"):
        assert yaml.safe_load(block)
