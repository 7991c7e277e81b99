"""What must hold for any text whatever."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tei_encoder import Settings, Speech, convert, load_profile, read
from tei_encoder.errors import TeiEncoderError
from tei_encoder.model.block import Block
from tei_encoder.pipeline import Conversion

#: bits of records, so that random texts have labels, brackets, notes and blanks
PIECES = st.sampled_from(
    [
        "ANNA: ",
        "Mr. Borg: ",
        "ANNA",
        "Q. ",
        "(laughs)",
        "[sic]",
        "[illegible]",
        "[p. 3]",
        "7 September 1966",
        "PARTICIPANTS:",
        "Typed by A. B.",
        "We agree.",
        "said that",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "\u00a0",
        "\u2028",
        "\x00",
        "\x0b",
        "\ufffe",
        "é",
        "م",
        "漢",
        "<&>\"'",
        "*",
        "1 ",
        "–",
    ]
)
#: with the carriage returns themselves, what may make a text look binary
CARRIAGES = {"\r", "\r\n", "\x00"}
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
).filter(str.strip)


def converted(text: str, speech: Speech = Speech.U) -> Conversion:
    """Convert a text under the generic profile."""
    source = read(text.encode(), "any.txt").value
    return convert(source, Settings(profile=load_profile("generic"), speech=speech))


def labels(blocks: tuple[Block, ...], text: str) -> list[str]:
    """Give the printed names of the speakers, in order."""
    return [block.label.name.of(text) for block in blocks if block.label]


@given(TEXTS)
def test_blocks_partition_the_text(text: str) -> None:
    """The blocks follow each other without gap or overlap."""
    parsed = _parsed(text)
    if parsed is None:
        return
    # not `text`: two bytes of which one is NUL may well be UTF-16
    whole = parsed.parsed.source.span
    ends = [0, *(block.span.end for block in parsed.parsed.blocks)]
    starts = [*(block.span.start for block in parsed.parsed.blocks), whole.end]

    assert ends == starts


@given(TEXTS, st.sampled_from(Speech))
def test_any_text_becomes_sound_tei(text: str, speech: Speech) -> None:
    """The result is certified and valid, or our own error says why there is none."""
    conversion = _parsed(text, speech)

    assert conversion is None or [] == [
        result.report for result in conversion.results if not result.sound
    ]


@given(TEXTS)
@settings(max_examples=50)
def test_same_input_same_bytes(text: str) -> None:
    """Two runs give the same bytes."""
    first, second = _parsed(text), _parsed(text)

    assert first is None or [r.data for r in first.results] == [
        r.data for r in second.results
    ]


@given(st.lists(PIECES.filter(lambda piece: piece not in CARRIAGES), max_size=40))
def test_carriage_returns_change_no_label(pieces: list[str]) -> None:
    """A text with CR LF for LF has the same labels."""
    text = "x" + "".join(pieces)
    plain, windows = _parsed(text), _parsed(text.replace("\n", "\r\n"))

    assert (plain is None) == (windows is None)
    assert plain is None or labels(plain.parsed.blocks, text) == labels(
        windows.parsed.blocks, text.replace("\n", "\r\n")
    )


def _parsed(text: str, speech: Speech = Speech.U) -> Conversion | None:
    try:
        return converted(text, speech)
    except TeiEncoderError:
        return None
