"""White space as XML means it: space, tab, line feed, carriage return, nothing else."""

import re

XML_SPACE = " \t\n\r"
_RUN = re.compile(r"[ \t\n\r]+")
_TO_SPACES = str.maketrans("\t\n\r", "   ")


def is_blank(text: str) -> bool:
    """Tell whether the text is empty or XML white space (no-break space is not)."""
    return not text or (text.isspace() and not text.strip(XML_SPACE))


def words_of(text: str) -> list[str]:
    """Cut a text at its runs of XML white space."""
    if text.isascii():
        return text.split()
    return [word for word in _RUN.split(text) if word]


def collapse(text: str) -> str:
    """Trim, and make one space of each run of white space."""
    return " ".join(words_of(text))


def replace(text: str) -> str:
    """Make one space of each white space character."""
    return text.translate(_TO_SPACES)


def preserve(text: str) -> str:
    """Leave white space alone."""
    return text
