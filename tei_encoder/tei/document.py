"""A TEI tree: built once, parsed securely, written the same way every time."""

from dataclasses import dataclass

from lxml import etree

from tei_encoder.errors import ReadError
from tei_encoder.model.source import Span


@dataclass(slots=True)
class TeiDocument:
    """An encoded record: the root element and where its parts come from.

    `instructions` are the processing instructions before the root: name and data.
    `spans` maps `xml:id` to the stretch of the reading text that the element encodes.
    """

    root: etree._Element
    instructions: tuple[tuple[str, str], ...]
    spans: dict[str, Span]


def secure_parser() -> etree.XMLParser:
    """Give a new parser that loads nothing from outside and expands no entity.

    A parser per call: a shared one would serialize threads.
    Duplicate ids are findings, not fatal errors, hence `collect_ids=False`.
    """
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=True,
        collect_ids=False,
        remove_blank_text=False,
    )


def parse(data: bytes, name: str) -> etree._Element:
    """Parse `data` and give its root; `name` stands in errors.

    Raises `ReadError` with line and column where the bytes are not well-formed XML.
    """
    try:
        return etree.fromstring(data, secure_parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise ReadError(
            f"not well-formed XML: {error.msg}",
            place=f"{name}:{line}:{column}",
            remedy="mend the file at that place",
        ) from error


def write(document: TeiDocument) -> bytes:
    """Serialize in UTF-8 with a declaration, the instructions, and a final newline."""
    lines = [b'<?xml version="1.0" encoding="UTF-8"?>']
    lines += [f"<?{name} {data}?>".encode() for name, data in document.instructions]
    lines.append(etree.tostring(document.root, encoding="UTF-8"))
    return b"\n".join(lines) + b"\n"
