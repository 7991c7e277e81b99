"""Opens a PDF file by pdfium, or says why it cannot be opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, Final

from tei_encoder.errors import ReadError
from tei_encoder.readers.extra import require

#: pages that one file may have
MOST_PAGES: Final = 20_000
#: pdfium is not thread-safe
_ALONE: Final = Lock()
#: what pdfium says is wrong (fpdfview.h, FPDF_GetLastError), and what to do
_WRONG: Final = {
    "FPDF_ERR_PASSWORD": (
        "is protected by a password",
        "take the protection off, e.g. `qpdf --decrypt --password=... in.pdf out.pdf`",
    ),
    "FPDF_ERR_SECURITY": (
        "is protected in a way that cannot be read",
        "print it to a new PDF with the program that can open it",
    ),
}
_DAMAGED: Final = (
    "is damaged, cut off or no PDF",
    "get it again, or mend it, e.g. `qpdf in.pdf out.pdf`",
)


@contextmanager
def opened(data: bytes, name: str) -> Iterator[tuple[Any, Any, type[Exception]]]:
    """Give a document, pypdfium2's raw functions and its exception.

    No other document is open meanwhile.
    An empty password is tried where the file asks for one.
    Raises `MissingExtraError`, or `ReadError` for what cannot be opened.
    """
    library = require("pypdfium2", "pdf", place=name)
    raw = require("pypdfium2.raw", "pdf", place=name)
    with _ALONE:
        document = _document(library, raw, data, name)
        try:
            _refuse_many(len(document), name)
            yield document, raw, library.PdfiumError
        finally:
            document.close()


def _document(
    library: Any,  # noqa: ANN401 - an optional library
    raw: Any,  # noqa: ANN401 - the same
    data: bytes,
    name: str,
) -> Any:  # noqa: ANN401 - the same
    try:
        return library.PdfDocument(data)
    except library.PdfiumError as error:
        codes = {getattr(raw, word): told for word, told in _WRONG.items()}
        message, remedy = codes.get(getattr(error, "err_code", None), _DAMAGED)
        raise ReadError(f"the PDF {message}", place=name, remedy=remedy) from error


def _refuse_many(count: int, name: str) -> None:
    if not count:
        message, remedy = _DAMAGED
        raise ReadError(f"the PDF {message}", place=name, remedy=remedy)
    if count > MOST_PAGES:
        raise ReadError(
            f"the PDF has {count} pages, more than {MOST_PAGES}",
            place=name,
            remedy="part it, e.g. `qpdf --split-pages=1000 in.pdf part-%d.pdf`",
        )
