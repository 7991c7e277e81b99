"""The certificate holds for any faithful encoding, and for no unfaithful one."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tei_encoder.validate import certify

NAMESPACE = "http://www.tei-c.org/ns/1.0"
LETTERS = st.characters(
    exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp"), exclude_characters="\ufffe\uffff"
)
WORDS = st.text(LETTERS, min_size=1, max_size=6)
GAPS = st.sampled_from((" ", "\n", " \n ", "\u00a0", "\r\n", "\u2028"))
BLANKS = st.text(st.sampled_from(" \n\r\t\u00a0\u2003"), max_size=4)


@st.composite
def paragraphs(draw: st.DrawFn) -> list[str]:
    """Draw the words of a paragraph, with the white space between them."""
    words = draw(st.lists(WORDS, min_size=1, max_size=5))
    gaps = [draw(GAPS) for _ in words[1:]]
    return [p for pair in zip(words, [*gaps, ""], strict=True) for p in pair if p]


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, list[tuple[int, list[str]]]]:
    """Draw a text, and its paragraphs with their offsets."""
    text, found = draw(BLANKS), []
    for pieces in draw(st.lists(paragraphs(), min_size=1, max_size=5)):
        found.append((len(text), pieces))
        text += "".join(pieces) + draw(BLANKS)
    return text, found


def encoded(page: Sequence[tuple[int, list[str]]], choice: int) -> etree._Element:
    """Encode a page; `choice` says how line ends are written."""
    root = etree.Element(f"{{{NAMESPACE}}}text")
    for start, pieces in page:
        p = etree.SubElement(root, f"{{{NAMESPACE}}}p")
        p.set("source", f"src:{start},{start + len(''.join(pieces))}")
        p.text = ""
        for piece in pieces:
            _write(p, piece, choice)
    return root


def _write(p: etree._Element, piece: str, choice: int) -> None:
    breaks = {"\n", "\r", "\u2028"} & set(piece)
    if breaks and choice == 1:
        piece = " "
    elif breaks and choice == 2:
        etree.SubElement(p, f"{{{NAMESPACE}}}lb").tail = ""
        return
    if len(p):
        p[-1].tail = (p[-1].tail or "") + piece
    else:
        p.text = (p.text or "") + piece


@given(pages(), st.integers(0, 2))
def test_faithful_encoding_is_certified(
    page: tuple[str, list[tuple[int, list[str]]]], choice: int
) -> None:
    """Whatever the text and however line ends are written, it is certified."""
    text, found = page
    assert certify(encoded(found, choice), text) == ()


@settings(max_examples=200)
@given(pages(), st.integers(0, 2), WORDS, st.data())
def test_added_words_are_detected(
    page: tuple[str, list[tuple[int, list[str]]]],
    choice: int,
    words: str,
    data: st.DataObject,
) -> None:
    """Words added anywhere in an owner are detected."""
    text, found = page
    root = encoded(found, choice)
    p = data.draw(st.sampled_from(list(root)))
    at = data.draw(st.integers(0, len(p.text)))
    p.text = p.text[:at] + words + p.text[at:]
    assert certify(root, text) != ()


@settings(max_examples=200)
@given(pages(), st.integers(0, 2), st.data())
def test_lost_letters_are_detected(
    page: tuple[str, list[tuple[int, list[str]]]], choice: int, data: st.DataObject
) -> None:
    """A letter lost from an owner is detected."""
    text, found = page
    root = encoded(found, choice)
    p = data.draw(st.sampled_from(list(root)))
    letters = [i for i, character in enumerate(p.text) if not character.isspace()]
    at = data.draw(st.sampled_from(letters))
    p.text = p.text[:at] + p.text[at + 1 :]
    assert certify(root, text) != ()


@settings(max_examples=200)
@given(pages(), st.data())
def test_lost_or_exchanged_paragraphs_are_detected(
    page: tuple[str, list[tuple[int, list[str]]]], data: st.DataObject
) -> None:
    """A paragraph that is lost, or that moved before another one, is detected."""
    text, found = page
    root = encoded(found, 0)
    p = data.draw(st.sampled_from(list(root)))
    place = root.index(p)
    root.remove(p)
    assert certify(root, text) != ()
    other = data.draw(st.integers(0, len(root)))
    root.insert(other, p)
    assert (certify(root, text) == ()) == (other == place)
