"""Plain text: what is decoded, how, and what is refused."""

from contextlib import suppress
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.errors import ReadError, TeiEncoderError, UnknownNameError
from tei_encoder.readers import read

FRENCH = "Le ministre : « la réunion a été très utile, même à cœur ouvert ». " * 3
RUSSIAN = "Товарищ Мао: мы считаем, что этот вопрос необходимо обсудить. " * 3
JAPANESE = "議長：我々はこの問題について話し合う必要がある。"


def codes(data: bytes, encoding: str | None = None) -> list[str]:
    """Give the codes of what the reader has to say."""
    return [d.rule.code for d in read(data, "a.txt", encoding=encoding).diagnostics]


def refusal(data: bytes, encoding: str | None = None) -> ReadError:
    """Give the error with which the reader refuses the data."""
    with pytest.raises(ReadError) as caught:
        read(data, "a.txt", encoding=encoding)
    return caught.value


TEXT = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"],
        exclude_characters="\ufeff",
        include_characters="\r\n\t\f\x85",
    )
)


@given(TEXT.filter(str.strip))
def test_utf8_is_kept_character_by_character(text: str) -> None:
    """Text in UTF-8 is read exactly as decoded."""
    assert text == read(text.encode(), "a.txt", format="text").value.text


@given(st.binary(max_size=300), st.sampled_from([None, "utf-16", "cp1252", "utf-7"]))
def test_any_bytes_are_read_or_refused(data: bytes, encoding: str | None) -> None:
    """Random bytes raise nothing but our own errors."""
    with suppress(TeiEncoderError):
        source = read(data, "a.txt", encoding=encoding).value
        assert sha256(data).hexdigest() == source.bytes_sha256


def test_newlines_and_controls_are_kept() -> None:
    """Carriage returns, U+2028, U+0085, NUL and form feeds all stay."""
    text = "A: one\r\nB: two\rC: three\u2028D: four\u0085E: \0 five\f, the end of it\n"
    assert text == read(text.encode(), "a.txt").value.text


def test_digests_are_of_bytes_and_text() -> None:
    """The two digests differ where the encoding is not UTF-8."""
    data = FRENCH.encode("cp1252")
    source = read(data, "a.txt", encoding="cp1252").value
    assert sha256(data).hexdigest() == source.bytes_sha256
    assert sha256(FRENCH.encode()).hexdigest() == source.text_sha256


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(codec: str) -> None:
    """The mark belongs to the encoding, not to the text."""
    source = read(RUSSIAN.encode(codec), "a.txt").value
    assert (RUSSIAN, codec) == (source.text, source.encoding)


def test_a_second_mark_is_text() -> None:
    """U+FEFF after the mark is a character like any other."""
    data = b"\xef\xbb\xbf\xef\xbb\xbfA: yes"
    assert read(data, "a.txt").value.text == "\ufeffA: yes"


@pytest.mark.parametrize(
    ("text", "codec"),
    [(FRENCH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (RUSSIAN, "cp866")],
)
def test_code_pages_are_guessed_and_reported(text: str, codec: str) -> None:
    """A guess gives the right text and says that it is a guess."""
    outcome = read(text.encode(codec), "a.txt")
    assert text == outcome.value.text
    assert [d.message for d in outcome.diagnostics] == [f"encoding guessed: {codec}"]


@pytest.mark.parametrize("codec", ["iso2022_jp", "iso2022_kr"])
def test_escape_sequences_tell_iso_2022(codec: str) -> None:
    """Seven-bit Japanese and Korean text is not taken for ASCII."""
    text = JAPANESE if codec == "iso2022_jp" else "의장: 동의합니다."
    outcome = read(text.encode(codec), "a.txt")
    assert (text, codec) == (outcome.value.text, outcome.value.encoding)
    assert [d.rule.code for d in outcome.diagnostics] == ["RD101"]


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognized(codec: str) -> None:
    """Latin text of which every second byte is NUL is UTF-16."""
    assert FRENCH.isascii() is False
    text = "Chairman: we agree.\n"
    assert text == read(text.encode(codec), "a.txt").value.text


def test_an_encoding_asked_for_is_used() -> None:
    """`--encoding` holds where the bytes do not say otherwise, without a warning."""
    outcome = read(RUSSIAN.encode("koi8_r"), "a.txt", encoding="koi8-r")
    assert (RUSSIAN, ()) == (outcome.value.text, outcome.diagnostics)


def test_an_encoding_asked_for_holds_for_seven_bit_data() -> None:
    """ASCII bytes prove nothing, so the encoding asked for decides."""
    data = JAPANESE.encode("iso2022_jp")
    assert JAPANESE == read(data, "a.txt", encoding="iso2022_jp_2").value.text


def test_utf8_wins_over_another_encoding_asked_for() -> None:
    """Valid UTF-8 beyond ASCII is UTF-8, and the report says so."""
    assert FRENCH == read(FRENCH.encode(), "a.txt", encoding="cp1252").value.text
    assert codes(FRENCH.encode(), "cp1252") == ["RD102"]
    assert codes(FRENCH.encode(), "UTF8") == []


@pytest.mark.parametrize("encoding", ["cp9999", "rot13", "a\0b", "base64"])
def test_an_unknown_encoding_is_an_error(encoding: str) -> None:
    """A name that is no text encoding is refused with examples."""
    with pytest.raises(UnknownNameError, match="there is no encoding"):
        read(b"abc", "a.txt", encoding=encoding)


def test_undecodable_bytes_name_offset_and_option() -> None:
    """The error says which byte, where, and what to do."""
    error = refusal(b"\xef\xbb\xbfA: caf\xe9 noir")
    assert error.message == "byte 0xE9 at offset 9 is not utf-8-sig"
    assert "--encoding" in str(error.remedy)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "white space only"),
        ("\u00a0\n\u2003".encode(), "white space only"),
        (b"\xef\xbb\xbf", "white space only"),
        (b"Rar!\x1a\x07", "RAR"),
        (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><ead/>", "an XML file"),
        (b"abc\0\1\2\3\4\5\6def", "binary"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    """Empty files, blanks, known formats and binary data give a clear error."""
    error = refusal(data)
    assert message in error.message
    assert error.place == "a.txt"


def test_a_format_asked_for_is_not_doubted() -> None:
    """`format="text"` reads text that looks like something else."""
    assert read(b"<html> said he", "a.txt", format="text").value.text[:6] == "<html>"


ENGLISH = "Chairman: we agree — “in principle” — on the naïve plan. " * 9


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        (ENGLISH, b"\xff\xfe\x81"),
        (ENGLISH, b"\x92"),
        (ENGLISH, b"\xed\xa0\x80"),
        ("Chairman: we agree. " * 20, b"\xed\xa0\x80"),
        ("Chairman: we agree. " * 20, b"\xff\xfe\x81"),
        (RUSSIAN, b"\xd0"),
    ],
)
def test_damaged_utf8_is_not_guessed_at(text: str, bad: bytes) -> None:
    """A few bad bytes in UTF-8 are told with their offset, not read as a code page."""
    data = text.encode()
    error = refusal(data + bad + b" " + data)
    told = f"byte 0x{bad[0]:02X} at offset {len(data)} is not utf-8"
    assert (told, "--encoding" in str(error.remedy)) == (error.message, True)


def test_a_single_accent_is_guessed() -> None:
    """English with one letter of a Western code page is read, and reported."""
    outcome = read(b"Chairman: we meet in the caf\xe9 at noon, as agreed. ", "a.txt")
    assert outcome.value.text[25:29] == "café"
    assert [d.rule.code for d in outcome.diagnostics] == ["RD101"]


def test_a_few_names_have_letters_and_no_signs() -> None:
    """Where old and new code pages fit, the one that makes words is taken."""
    text = (
        'Sprecher;Zeit;Text\r\nMüller;00:01;"Er sagte: ""ja""; und\r\nging"\r\n'
        "Schäfer;00:02;Nein\r\n;00:03;(Pause)\r\nMüller;00:04;=SUM(A1)\r\n"
    )
    assert text == read(text.encode("cp1252"), "a.txt", format="text").value.text


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_are_binary(seed: int) -> None:
    """Five kilobytes of chance are called what they are."""
    chance = b"".join(sha256(bytes([seed, n])).digest() for n in range(160))
    assert "binary data" in refusal(chance).message


@pytest.mark.parametrize(("nuls", "kept"), [(10, True), (11, False)])
def test_a_tenth_of_nuls_is_still_text(nuls: int, kept: object) -> None:
    """NULs are kept as characters, up to the limit that the message names."""
    data = b"A: yes, we do agree. " * 5
    data = b"\0" * nuls + data[: 100 - nuls]
    if kept:
        assert read(data, "a.txt").value.text.count("\0") == nuls
    else:
        assert "at most 10% may be" in refusal(data).message


def test_damage_is_reported_where_it_is() -> None:
    """U+FFFD and mojibake are reported at their first place and kept."""
    data = "A: it\u00e2\u20ac\u2122s na\u00c3\u00afve \ufffd".encode()
    outcome = read(data, "a.txt")
    found = {
        d.rule.code: d.span.of(outcome.value.text)
        for d in outcome.diagnostics
        if d.span
    }
    assert found == {"RD103": "\ufffd", "RD104": "\u00e2\u20ac\u2122"}


def test_uri_is_the_base_name() -> None:
    """No folder of the user's machine reaches the source."""
    assert read(b"A: yes", "/home/me/a b.txt").value.uri == "a b.txt"


def test_a_file_name_that_is_not_utf8_is_readable() -> None:
    """Bytes of a name that are no character become U+FFFD."""
    assert read(b"A: yes", "caf\udce9.txt").value.uri == "caf\ufffd.txt"
