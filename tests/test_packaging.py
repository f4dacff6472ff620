"""setup.cfg names every package, and what is mapped into the wheel exists."""

import configparser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(
    not (ROOT / "setup.cfg").exists(), reason="no setup.cfg beside the tests: not a checkout"
)


def config():
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg")
    return parser


def mapped():
    rows = config()["options"]["package_dir"].split("\n")
    return dict(tuple(part.strip() for part in row.split("=")) for row in rows if row.strip())


def test_every_package_is_named():
    named = set(config()["options"]["packages"].split())
    there = {".".join(file.parent.relative_to(ROOT).parts) for file in (ROOT / "crosscheck").rglob("__init__.py")}
    assert sorted(named) == sorted(there | set(mapped())), "add it to packages in setup.cfg"


def test_mapped_folders_are_there():
    for package, folder in mapped().items():
        assert (ROOT / folder).is_dir(), package
        assert f"crosscheck.{package.partition('.')[2]}" in config()["options.package_data"]


def test_every_file_that_is_no_code_is_package_data():
    data = config()["options.package_data"]
    for file in (ROOT / "crosscheck").rglob("*"):
        if file.is_file() and file.suffix not in (".py", ".pyc"):
            package = ".".join(file.parent.relative_to(ROOT).parts)
            patterns = data.get(package, "").split()
            assert any(file.match(p) for p in patterns), f"{file.relative_to(ROOT)}: name it under options.package_data"
