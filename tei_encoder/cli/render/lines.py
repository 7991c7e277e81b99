"""Offsets to lines and columns, as people count them."""

from bisect import bisect_right


class Lines:
    """The lines of a text, by number from 1; only a line feed ends one."""

    def __init__(self, text: str) -> None:
        """Find where the lines begin, once."""
        self.text = text
        self.starts = [0]
        at = text.find("\n")
        while at >= 0:
            self.starts.append(at + 1)
            at = text.find("\n", at + 1)

    @property
    def count(self) -> int:
        """The number of lines; what follows the last line feed counts if not empty."""
        return len(self.starts) - (self.starts[-1] == len(self.text))

    def place(self, offset: int) -> tuple[int, int]:
        """Give line and column, from 1, of a code point."""
        number = bisect_right(self.starts, offset)
        return number, offset - self.starts[number - 1] + 1

    def line(self, number: int) -> str:
        """Give a line without its end; empty where there is none of that number."""
        if not 1 <= number <= len(self.starts):
            return ""
        start = self.starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)].removesuffix("\r")
