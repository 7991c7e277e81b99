"""The header of a file that is made of records and is none itself."""

from lxml import etree

from tei_encoder.tei.elements import child
from tei_encoder.version import VERSION

SOFTWARE = "tei_encoder"


def write_header(root: etree._Element, title: str, source: str) -> etree._Element:
    """Write the least that a header says (Guidelines 2.7); give it."""
    header = child(root, "teiHeader")
    file_desc = child(header, "fileDesc")
    child(child(file_desc, "titleStmt"), "title", title)
    child(child(file_desc, "publicationStmt"), "p", "Not published.")
    child(child(file_desc, "sourceDesc"), "p", source)
    info = child(child(header, "encodingDesc"), "appInfo")
    made = child(info, "application", ident=SOFTWARE, version=VERSION)
    child(made, "label", SOFTWARE)
    return header
