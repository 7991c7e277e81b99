"""Every conformance case, by our engine and by jing."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tei_encoder.validate.relaxng import SchemaError, load_schema

_CASES = Path(__file__).with_name("cases")
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_DIFFERS = re.compile(r"^Jing differs: (.+)$", re.MULTILINE)
_ROOT = re.compile(r"<([A-Za-z]+)")
_NAMESPACE = 'xmlns="http://relaxng.org/ns/structure/1.0"'
_DECLARATIONS = (
    f'{_NAMESPACE} datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
)


@dataclass(frozen=True, slots=True)
class Case:
    """A schema, the files it refers to, and documents with their verdict."""

    name: str
    schema: str
    correct: bool
    files: dict[str, str]
    documents: tuple[tuple[bool, str], ...]
    jing_differs: str | None

    def write(self, folder: Path) -> Path:
        """Write the schema and its files into a folder; return the schema's path."""
        for name, text in {**self.files, "schema.rng": self.schema}.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(_declared(text), encoding="utf-8")
        return folder / "schema.rng"


def read_cases() -> list[Case]:
    """Read every case of every file."""
    cases = []
    for path in sorted(_CASES.glob("*.md")):
        parts = _HEADING.split(path.read_text(encoding="utf-8"))
        for title, body in zip(parts[1::2], parts[2::2], strict=True):
            cases.append(_read_case(f"{path.stem}: {title}", body))
    return cases


def _read_case(name: str, body: str) -> Case:
    schemas, files, documents = [], {}, []
    for kind, argument, text in _BLOCK.findall(body):
        match kind:
            case "rng" | "incorrect":
                schemas.append((kind == "rng", text))
            case "file":
                files[argument] = text
            case "valid" | "invalid":
                documents.append((kind == "valid", text))
            case _:
                message = f"{name}: unknown kind of block {kind!r}"
                raise ValueError(message)
    if len(schemas) != 1 or body.count("```") % 2:
        message = f"{name}: a case needs exactly one schema, and its fences closed"
        raise ValueError(message)
    ((correct, schema),) = schemas
    differs = _DIFFERS.search(body)
    reason = None if differs is None else differs[1]
    return Case(name, schema, correct, files, tuple(documents), reason)


def _declared(text: str) -> str:
    head = text.split(">", 1)[0]
    if 'xmlns="' in head:
        return text
    if "datatypeLibrary" in head:
        return _ROOT.sub(
            rf"<\1 {_DECLARATIONS.split(' ', maxsplit=1)[0]}", text, count=1
        )
    return _ROOT.sub(rf"<\1 {_DECLARATIONS}", text, count=1)


CASES = read_cases()
IDS = [case.name for case in CASES]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_case(case: Case, tmp_path: Path) -> None:
    """The schema is accepted or refused, and each document valid or not, as said."""
    path = case.write(tmp_path)
    if not case.correct:
        with pytest.raises(SchemaError) as caught:
            load_schema(path).check()
        assert caught.value.place is not None
        return
    schema = load_schema(path)
    schema.check()
    document = tmp_path / "document.xml"
    for valid, text in case.documents:
        document.write_text(text, encoding="utf-8")
        assert valid == (schema.validate(document) == ()), text


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("jing") is None, reason="jing is not installed")
@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_case_under_jing(case: Case, tmp_path: Path) -> None:
    """Jing, the reference implementation, judges the case as it is written."""
    if case.jing_differs:
        pytest.skip(case.jing_differs)
    path = case.write(tmp_path)
    documents = {}
    for number, (valid, text) in enumerate(case.documents or [(True, "<a/>")]):
        document = tmp_path / f"{number}.xml"
        document.write_text(text, encoding="utf-8")
        documents[str(document)] = valid
    result = subprocess.run(
        ["jing", path, *documents], capture_output=True, text=True, check=False
    )
    blamed = {line.partition(":")[0] for line in result.stdout.splitlines()}
    if case.correct:
        wrong = {document for document, valid in documents.items() if not valid}
        assert wrong == blamed & set(documents), result.stdout
        assert blamed <= set(documents), result.stdout
    else:
        assert blamed - set(documents), result.stdout


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("trang") is None, reason="trang is not installed")
@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_case_in_compact_syntax(case: Case, tmp_path: Path) -> None:
    """Translated by trang into the compact syntax, a schema means the same."""
    if not case.correct:
        pytest.skip("trang translates correct schemas only")
    path = case.write(tmp_path)
    compact = tmp_path / "compact" / "schema.rnc"
    compact.parent.mkdir()
    result = subprocess.run(
        ["trang", path, compact], capture_output=True, text=True, check=False
    )
    if result.returncode:
        pytest.skip(f"trang does not translate it: {result.stdout}")
    schema = load_schema(compact)
    schema.check()
    document = tmp_path / "document.xml"
    for valid, text in case.documents:
        document.write_text(text, encoding="utf-8")
        assert valid == (schema.validate(document) == ()), compact.read_text()
