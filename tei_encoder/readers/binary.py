"""Tells binary data from text by its control characters."""

from typing import Final

from tei_encoder.errors import ReadError

#: the share of control characters (NUL among them) up to which decoded data are text
TEXT_SHARE: Final = 0.1
#: the same for bytes of an unknown code page: no text in one has any, chance a tenth
CODE_PAGE_SHARE: Final = 0.02
#: how much is looked at
SAMPLE: Final = 65536
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"


def refuse_binary(data: bytes, name: str, share: float) -> None:
    """Refuse data with more than one control character and more than `share`.

    Raises `ReadError`.
    """
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(1, len(sample) * share):
        raise ReadError(
            f"binary data, not text: {controls} of the first {len(sample)} characters"
            f" are control characters (at most {share:.0%} may be)",
            place=name,
            remedy="give plain text, or name its encoding with `--encoding`",
        )
