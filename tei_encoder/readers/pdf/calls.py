"""pdfium's functions on single characters, called with plain numbers.

A page has thousands of characters, and each call through pypdfium2's typed pointers
takes twice as long as with addresses.
"""

from collections.abc import Callable
from ctypes import PYFUNCTYPE, c_double, c_int, c_ulong, c_void_p, cast
from functools import cache
from typing import Any, Final

#: by name: what comes back, and what goes in after the address of page or object
_SHAPES: Final = {
    "FPDFText_GetTextObject": (c_void_p, c_int),
    "FPDFText_HasUnicodeMapError": (c_int, c_int),
    "FPDFText_GetLooseCharBox": (c_int, c_int, c_void_p),
    "FPDFText_GetMatrix": (c_int, c_int, c_void_p),
    "FPDFText_GetFontInfo": (c_ulong, c_int, c_void_p, c_ulong, c_void_p),
    "FPDFText_GetFontSize": (c_double, c_int),
    "FPDFTextObj_GetFont": (c_void_p,),
    "FPDFTextObj_GetTextRenderMode": (c_int,),
}
Call = Callable[..., Any]


@cache
def call(raw: Any, name: str) -> Call:  # noqa: ANN401 - an optional library
    """Give a function of pdfium, whose first argument is an address."""
    result, *arguments = _SHAPES[name]
    address = cast(getattr(raw, name), c_void_p).value or 0
    return PYFUNCTYPE(result, c_void_p, *arguments)(address)
