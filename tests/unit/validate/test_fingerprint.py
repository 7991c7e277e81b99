"""Digests of what a verdict depends on."""

import shutil
from pathlib import Path

import pytest

from tei_encoder.tei.schemas import schema_path
from tei_encoder.validate.fingerprint import program_fingerprint, schema_fingerprint
from tei_encoder.validate.prolog import model_instructions


@pytest.mark.parametrize(
    ("main", "drawn"),
    [
        ("<include href='b.rng'/>", "b.rng"),
        ('<externalRef href = "b.rng"/>', "b.rng"),
        ('include "b.rnc" { x = y }', "b.rnc"),
        ('external "b.rnc"', "b.rnc"),
        ("<sch:include href='b.sch'/>", "b.sch"),
    ],
)
def test_what_is_drawn_in_counts(tmp_path: Path, main: str, drawn: str) -> None:
    """A change in a file that a schema draws in changes the digest."""
    (tmp_path / "a.rng").write_text(main)
    digests = set()
    for content in ("1", "2"):
        (tmp_path / drawn).write_text(content)
        digests.add(schema_fingerprint(tmp_path / "a.rng"))
    assert len(digests) == 2


def test_files_that_draw_each_other_in(tmp_path: Path) -> None:
    """A circle ends."""
    (tmp_path / "a.rng").write_text("<include href='b.rng'/>")
    (tmp_path / "b.rng").write_text("<include href='a.rng'/>")
    assert schema_fingerprint(tmp_path / "a.rng")


@pytest.mark.parametrize(
    "text", ["<!ENTITY x 'y'>", "<a xml:base='x/'/>", "test=\"document('x.xml')\""]
)
def test_what_cannot_be_told(tmp_path: Path, text: str) -> None:
    """Where a schema may draw in what is not named plainly, there is no digest."""
    (tmp_path / "a.rng").write_text(text)
    assert schema_fingerprint(tmp_path / "a.rng") is None


def test_our_own_schema_can_be_told(tmp_path: Path) -> None:
    """The project's schema has a digest, in which each of its modules counts."""
    copy = shutil.copytree(schema_path("conversation.rng").parent, tmp_path / "copy")
    before = schema_fingerprint(copy / "conversation.rng")
    assert before == schema_fingerprint(schema_path("conversation.rng"))
    for module in (copy / "modules").glob("*.rng"):
        module.write_bytes(module.read_bytes() + b"\n")
        assert before != (before := schema_fingerprint(copy / "conversation.rng"))


def test_the_program_is_one_in_a_process() -> None:
    """The digest of the code is a SHA-256 in hexadecimal."""
    assert len(program_fingerprint()) == 64
    assert program_fingerprint() == program_fingerprint()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<a/>", ()),
        (b"<?xml-model href='x'?>\n<?other y?><a>", ("href='x'",)),
        (b"<?xml-model a?><!--c--><?xml-model b?><a><?xml-model c?></a>", ("a", "b")),
        (b"<!DOCTYPE a [<!ENTITY e 'x'>]><?xml-model a?><a>&e;</a>", ("a",)),
        ("<?xml version='1.0' encoding='utf-16'?><?xml-model a?><a/>", ("a",)),
        (b"", None),
        (b"no xml", None),
        (b"<?xml version='1.0' encoding='klingon'?><a/>", None),
    ],
)
def test_the_prolog_alone_is_read(
    data: bytes | str, expected: tuple[str, ...] | None
) -> None:
    """Instructions before the root, in any encoding that can be read."""
    given = data.encode("utf-16") if isinstance(data, str) else data
    assert model_instructions(given) == expected
