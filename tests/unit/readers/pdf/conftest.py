"""Small PDF files written by hand, for what no program would print."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")

MakePdf = Callable[..., bytes]


def line(words: str, x: float, y: float, *, font: str = "F1", size: float = 12) -> str:
    """Give the operators that print words at a place, in points from below left."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET"


FONTS = (
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Italic >>",
    # shapes without characters: no ToUnicode map, no known encoding
    (
        "<< /Type /Font /Subtype /Type0 /BaseFont /Unknown /Encoding /Identity-H"
        " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unknown"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        " /FontDescriptor << /Type /FontDescriptor /FontName /Unknown /Flags 4 >>"
        " >>] >>"
    ),
)
PICTURE = (
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
    " /BitsPerComponent 8 /Length 1 >> stream\nA\nendstream"
)


def pdf(
    pages: Iterable[str],
    *,
    annotations: str = "",
    catalog: str = "",
    extra: Iterable[str] = (),
) -> bytes:
    """Give a PDF with a page per content stream.

    Objects 1 and 2 are the catalogue and the pages, 3 to 6 the fonts F1 to F4, 7 the
    picture P1; those of `extra` follow; the first page has the `annotations`.
    """
    contents = list(pages)
    objects = [*FONTS, PICTURE, *extra]
    base = 3 + len(objects)
    numbers = [base + 2 * n for n in range(len(contents))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects.insert(0, f"<< /Type /Pages /Kids [{kids}] /Count {len(numbers)} >>")
    objects.insert(0, f"<< /Type /Catalog /Pages 2 0 R {catalog} >>")
    fonts = " ".join(f"/F{n} {n + 2} 0 R" for n in range(1, 5))
    for number, content in zip(numbers, contents, strict=True):
        marks = f"/Annots [{annotations}]" if number == base and annotations else ""
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            f" /Resources << /Font << {fonts} >> /XObject << /P1 7 0 R >> >>"
            f" /Contents {number + 1} 0 R {marks} >>"
        )
        objects.append(f"<< /Length {len(content)} >> stream\n{content}\nendstream")
    return _file(objects)


def _file(objects: list[str]) -> bytes:
    """Give the file of these objects, numbered, with its table of places."""
    pieces, places, place = [b"%PDF-1.7\n"], [], 9
    for number, words in enumerate(objects, 1):
        places.append(place)
        pieces.append(f"{number} 0 obj {words} endobj\n".encode("latin-1"))
        place += len(pieces[-1])
    table = "".join(f"{start:010d} 00000 n \n" for start in places)
    size = len(objects) + 1
    pieces.append(
        f"xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{place}\n%%EOF\n".encode()
    )
    return b"".join(pieces)


@pytest.fixture(scope="session")
def make_pdf() -> MakePdf:
    """Give the maker of PDF files."""
    return pdf


@pytest.fixture(scope="session")
def printed() -> Callable[..., str]:
    """Give the maker of lines of a page."""
    return line


@pytest.fixture(scope="session")
def pages(root: Path) -> Path:
    """Give the folder of files made by real programs."""
    return root / "tests" / "fixtures" / "pages"
