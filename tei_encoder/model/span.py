"""A range of a reading text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """Half-open range of a reading text, in Unicode code points (RFC 5147).

    A carriage return and its line feed count two.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Refuse a range that runs backwards.

        Written out because a text makes thousands: this takes two thirds of the time.
        """
        if not 0 <= start <= end:
            message = f"not a span: {start},{end}"
            raise ValueError(message)
        keep = object.__setattr__
        keep(self, "start", start)
        keep(self, "end", end)

    def __len__(self) -> int:
        """Give the number of code points."""
        return self.end - self.start

    def __contains__(self, other: "Span") -> bool:
        """Tell whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Give the words of `text` in this range."""
        return text[self.start : self.end]

    def trimmed(self, text: str) -> "Span":
        """Give the range without white space at either end.

        A range of white space alone becomes empty, at its start.
        """
        start, end = self.start, self.end
        while start < end and text[start].isspace():
            start += 1
        if start == end:
            return Span(self.start, self.start)
        while text[end - 1].isspace():
            end -= 1
        whole = start == self.start and end == self.end
        return self if whole else Span(start, end)
