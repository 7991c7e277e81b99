"""The names of WordprocessingML (ECMA-376), in their Transitional form."""

from typing import Final

_OFFICE: Final = "http://schemas.openxmlformats.org/"

#: prefixes of element and attribute names, as lxml writes them
W: Final = f"{{{_OFFICE}wordprocessingml/2006/main}}"
R: Final = f"{{{_OFFICE}officeDocument/2006/relationships}}"
A: Final = f"{{{_OFFICE}drawingml/2006/main}}"
WP: Final = f"{{{_OFFICE}drawingml/2006/wordprocessingDrawing}}"
M: Final = f"{{{_OFFICE}officeDocument/2006/math}}"
MC: Final = f"{{{_OFFICE}markup-compatibility/2006}}"
V: Final = "{urn:schemas-microsoft-com:vml}"
O: Final = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - its usual prefix
C: Final = f"{{{_OFFICE}drawingml/2006/chart}}"
DGM: Final = f"{{{_OFFICE}drawingml/2006/diagram}}"
PACKAGE: Final = f"{{{_OFFICE}package/2006/relationships}}"

#: the Strict form of these names (ISO/IEC 29500-1) and its Transitional one
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_STRICT_NAMES: Final = (
    (f"{{{_STRICT}wordprocessingml/main}}", W),
    (f"{{{_STRICT}officeDocument/relationships}}", R),
    (f"{{{_STRICT}officeDocument/math}}", M),
    (f"{{{_STRICT}drawingml/main}}", A),
    (f"{{{_STRICT}drawingml/wordprocessingDrawing}}", WP),
    (f"{{{_STRICT}drawingml/chart}}", C),
    (f"{{{_STRICT}drawingml/diagram}}", DGM),
)


def transitional(name: str) -> str:
    """Give the Transitional form of a name."""
    if not name.startswith(f"{{{_STRICT}"):
        return name
    for strict, form in _STRICT_NAMES:
        if name.startswith(strict):
            return form + name.removeprefix(strict)
    return name


def relation(address: str) -> str:
    """Give the last step of a relationship's type: `footnotes`, `header`, `image`."""
    return address.rpartition("/")[2]
