"""Reads a TEI file that is to be handed out, and refuses what harvesters would not."""

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tei_encoder.errors import ReadError
from tei_encoder.tei.document import parse
from tei_encoder.tei.names import tei


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was read: its bytes and its root element."""

    data: bytes
    root: etree._Element


def read_tei(path: Path, shown: str) -> Opened:
    """Read a file; `shown` names it in errors.

    Raises `ReadError` where it cannot be read, is not well-formed, is no TEI, or
    holds references to entities, which do not survive outside of their document.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(
            f"cannot be read: {(error.strerror or str(error)).lower()}",
            place=shown,
            remedy="check the file and its permissions",
        ) from error
    root = parse(data, shown)
    if root.tag not in (tei("TEI"), tei("teiCorpus")):
        raise ReadError(
            f"is no TEI: its root element is {root.tag}",
            place=shown,
            remedy="keep other files elsewhere, or give the root the TEI namespace",
        )
    entity = next(root.iter(etree.Entity), None)
    if entity is not None:
        raise ReadError(
            f"refers to the entity {entity.text}",
            place=f"{shown}:{entity.sourceline}",
            remedy="write the characters themselves",
        )
    return Opened(data, root)
