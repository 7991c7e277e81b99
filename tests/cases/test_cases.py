"""Cases in Markdown: one phenomenon a file, prose beside input and expected output.

A case is a heading of level 2 with a ```text fence (its info string may set
`profile=`, `speech=`, `language=` and the file's `name=`), at most one ```toml fence
of metadata and one ```decisions fence of rulings, and any number of ```blocks, ```tei
and ```findings fences.
A ```tei fence may name by XPath which elements it shows; without one, the body.
A ```findings fence shows those whose code its info string begins.
`pytest tests/cases --accept` rewrites what is expected, for a person to review.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from tei_encoder import Settings, Speech, convert, load_metadata, load_profile, read
from tei_encoder.decisions import parse_decisions
from tei_encoder.decode import decode
from tei_encoder.encode.attributes import is_temporal
from tei_encoder.model.block import Block, Field
from tei_encoder.pipeline import Conversion
from tei_encoder.tei.document import parse
from tei_encoder.tei.names import PREFIXES

FOLDER = Path(__file__).parent
FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BODY = "//tei:body/*"
#: what metadata may say, and a page too
STATED = ("date", "place", "genre", "repository", "collection", "reference_code")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: its language, info string and text."""

    language: str
    info: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """One heading of a case file."""

    path: Path
    title: str
    fences: tuple[Fence, ...]


def cases() -> Iterator[Case]:
    """Read all case files, in order."""
    for path in sorted(FOLDER.glob("*.md")):
        for section in path.read_text("utf-8").split("\n## ")[1:]:
            title, _, body = section.partition("\n")
            fences = tuple(Fence(*found) for found in FENCE.findall(body))
            yield Case(path, title, fences)


def converted(case: Case, folder: Path) -> Conversion:
    """Convert the input of a case; `folder` takes its metadata."""
    given = next(fence for fence in case.fences if fence.language == "text")
    file = folder / "metadata.toml"
    told = (fence.text for fence in case.fences if fence.language == "toml")
    file.write_text(next(told, ""), "utf-8")
    options = dict(word.split("=") for word in given.info.split())
    ruled = (fence.text for fence in case.fences if fence.language == "decisions")
    name = options.get("name", "record.txt")
    source = read(given.text.removesuffix("\n").encode(), name).value
    settings = Settings(
        profile=load_profile(options.get("profile", "generic")),
        speech=Speech(options.get("speech", "u")),
        language=options.get("language"),
        metadata=load_metadata(file),
        decisions=parse_decisions(next(ruled, ""), "record.decisions.toml"),
        record_id="case",
    )
    return convert(source, settings)


def shown_blocks(conversion: Conversion) -> str:
    """Show blocks, one a line: kind, field, label, and the words."""
    text = conversion.parsed.source.text
    return "".join(
        f"{shown_block(block, text)}\n"
        for block in conversion.parsed.blocks
        if block.field is not Field.BLANK
    )


def shown_block(block: Block, text: str) -> str:
    """Show one block."""
    kind = f"{block.kind}/{block.field}" if block.field else str(block.kind)
    label = f"<{block.label.name.of(text)}> " if block.label else ""
    return f"{kind}: {label}{block.span.of(text)}".replace("\n", "⏎")


def shown_tei(conversion: Conversion, xpath: str) -> str:
    """Show the elements that `xpath` finds, without the record's id as prefix."""
    root = etree.fromstring(conversion.results[0].data)
    found = root.xpath(xpath or BODY, namespaces=PREFIXES)
    shown = "".join(
        etree.tostring(element, encoding="unicode", with_tail=False) + "\n"
        for element in found
    )
    return re.sub(r' xmlns="[^"]*"', "", shown).replace("case.", "")


def shown_findings(conversion: Conversion, code: str) -> str:
    """Show the findings of a code, one a line."""
    return "".join(
        f"{found.severity}[{found.rule.code}]: {found.message}\n"
        for found in conversion.report.diagnostics
        if found.rule.code.startswith(code)
    )


def actual(fence: Fence, conversion: Conversion) -> str:
    """Give what a fence should hold."""
    match fence.language:
        case "blocks":
            return shown_blocks(conversion)
        case "tei":
            return shown_tei(conversion, fence.info.strip())
        case "findings":
            return shown_findings(conversion, fence.info.strip())
        case _:
            return fence.text


@pytest.mark.parametrize(
    "case", list(cases()), ids=lambda c: f"{c.path.stem}: {c.title}"
)
def test_case(case: Case, tmp_path: Path, *, request: pytest.FixtureRequest) -> None:
    """The input gives the blocks and the TEI that the case shows, sound."""
    conversion = converted(case, tmp_path)
    expected = [fence.text for fence in case.fences]
    found = [actual(fence, conversion) for fence in case.fences]
    if request.config.getoption("--accept"):
        accept(case, found)
        return

    assert expected == found
    assert all(result.sound for result in conversion.results)


@pytest.mark.parametrize(
    "case", list(cases()), ids=lambda c: f"{c.path.stem}: {c.title}"
)
def test_the_description_is_decoded(case: Case, tmp_path: Path) -> None:
    """What the header states, whoever said it, is what `decode` gives."""
    (result, *_) = converted(case, tmp_path).results
    encoded = result.record.description
    decoded = decode(parse(result.data, "case.xml")).value.description

    for name in STATED:
        said, read_back = getattr(encoded, name), getattr(decoded, name)
        assert (said is None) == (read_back is None), name
        if said is not None:
            assert said.text.split() == read_back.text.split()
            if is_temporal(said.when or ""):
                assert said.when == read_back.when
            assert said.origin == read_back.origin


def accept(case: Case, found: list[str]) -> None:
    """Write what was found into the case file."""
    text = case.path.read_text("utf-8")
    start = text.index(f"\n## {case.title}\n")
    end = text.find("\n## ", start + 1)
    section = text[start : end if end > 0 else len(text)]
    results = iter(found)
    renewed = FENCE.sub(lambda m: f"```{m[1]}{m[2]}\n{next(results)}```", section)
    case.path.write_text(text.replace(section, renewed), "utf-8")
