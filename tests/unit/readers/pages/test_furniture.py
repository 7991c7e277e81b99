"""What is a running head, and what only looks like one."""

from tei_encoder.readers.pages.furniture import Printed, furniture
from tei_encoder.readers.pages.sheet import Box, Line


def line(text: str, top: float, left: float = 100) -> Line:
    """Give a line of ten points of height."""
    return Line(text, Box(left, top, left + 6 * len(text), top + 10), top + 8, 10)


def reasons(*pages: list[Line]) -> list[list[str]]:
    """Give the reasons on each page, from the top."""
    found = furniture([Printed(tuple(page), 800) for page in pages])
    return [[reason for _, reason in sorted(each.items())] for each in found]


def body(number: int) -> list[Line]:
    """Give lines of text that are different on each page."""
    words = ("alpha beta", "gamma delta", "epsilon zeta", "eta theta")
    return [line(f"{words[number % 4]} goes on here", 120 + 14 * n) for n in range(3)]


def test_left_and_right_pages_may_differ() -> None:
    """Two heads that take turns are both known by the page after the next."""
    heads = ["The Wardens", "Minutes of May"] * 2
    pages = [[line(head, 40), *body(n)] for n, head in enumerate(heads)]
    assert [["running-head"]] * 4 == reasons(*pages)


def test_numbers_must_count() -> None:
    """A number is a page number where it rises with the pages, roman ones too."""
    pages = [[*body(n), line(words, 760)] for n, words in enumerate(["ix", "x", "xi"])]
    assert [["page-number"]] * 3 == reasons(*pages)
    others = [[*body(n), line(words, 760)] for n, words in enumerate(["7", "3", "12"])]
    assert [[], [], []] == reasons(*others)


def test_the_first_line_of_text_is_no_head() -> None:
    """A line that repeats below a line that does not belongs to the text."""
    pages = [[line(f"{n * 7} {'abcd'[n] * 9}", 40), line("Mr. Ames:", 60), *body(n)]
             for n in range(4)]  # fmt: skip
    assert [[]] * 4 == reasons(*pages)


def test_a_label_that_comes_back_is_no_head() -> None:
    """Two pages may begin with the same short line; it is as close as others."""
    pages = [
        [line("The Wardens", 40), line("Mr. Ames: Yes.", 106), *body(n)]
        for n in range(3)
    ]
    pages[1][1] = line("The Chair: No.", 106)
    assert [["running-head"]] * 3 == reasons(*pages)


def test_a_title_in_other_type_is_no_head() -> None:
    """The title of the first page has the words of the heads, but not their place."""
    pages = [[line("The Wardens", 90), *body(0)]]
    pages += [[line("The Wardens", 40), *body(n)] for n in (1, 2)]
    assert [[], ["running-head"], ["running-head"]] == reasons(*pages)


def test_wrong_letters_do_not_hide_a_head() -> None:
    """Recognized heads differ by a letter or two."""
    heads = [
        "Minutes of the Wardens",
        "Minutes of thc Wardens",
        "Minules of the Wardens",
    ]
    pages = [[line(head, 40), *body(n)] for n, head in enumerate(heads)]
    assert [["running-head"]] * 3 == reasons(*pages)


def test_one_page_has_no_furniture() -> None:
    """Nothing repeats on a single page: its number stays in the text."""
    assert [[]] == reasons([line("The Wardens", 40), *body(0), line("1", 760)])
