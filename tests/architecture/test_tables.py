"""Tables of parts and rules are complete and name what exists."""

import importlib
from pathlib import Path

import tei_encoder
from tei_encoder.readers import READERS
from tei_encoder.rules import all_rules


def test_public_names_exist() -> None:
    """Every public name can be imported."""
    assert all(hasattr(tei_encoder, name) for name in tei_encoder.__all__)


def test_readers_exist() -> None:
    """Every reader of the table can be imported."""
    for target in READERS.values():
        module, _, attribute = target.partition(":")

        assert callable(getattr(importlib.import_module(module), attribute))


def test_rules_are_unique_and_explained() -> None:
    """Codes and names of rules are unique, and every rule says what it means."""
    rules = all_rules()

    assert len(rules) == len({rule.code for rule in rules})
    assert len(rules) == len({rule.name for rule in rules})
    assert all(rule.meaning and rule.why and rule.remedy for rule in rules)


def test_every_module_says_what_it_is(root: Path) -> None:
    """Every module opens with a docstring."""
    silent = [
        path.name
        for path in (root / "tei_encoder").rglob("*.py")
        if not path.read_text("utf-8").lstrip("r").startswith('"""')
    ]

    assert [] == silent


def test_repository_names_no_machine(root: Path) -> None:
    """No file of the project holds an absolute path of a machine."""
    roots = ("/" + "work/", "/" + "root/", "/" + "home/")
    leaks = [
        path.relative_to(root).as_posix()
        for path in (*root.glob("*.md"), *(root / "tei_encoder").rglob("*.*"))
        if path.suffix in {".py", ".md", ".toml"}
        and any(name in path.read_text("utf-8") for name in roots)
    ]

    assert [] == leaks
