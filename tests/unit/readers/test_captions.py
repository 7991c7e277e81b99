"""WebVTT, SubRip and the JSON of Whisper: voices, marks, times, what is set aside."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.errors import ReadError
from tei_encoder.model.source import Source
from tei_encoder.readers import read
from tei_encoder.readers.captions.times import clock, seconds


def vtt(*cues: str) -> Source:
    """Read WebVTT of cues, a second each."""
    blocks = [
        f"00:{n:02}.000 --> 00:{n + 1:02}.000\n{cue}" for n, cue in enumerate(cues)
    ]
    return read(("WEBVTT\n\n" + "\n\n".join(blocks)).encode(), "a.vtt").value


def srt(*captions: str) -> Source:
    """Read SubRip of captions, a second each."""
    blocks = [
        f"{n + 1}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{words}\n"
        for n, words in enumerate(captions)
    ]
    return read("\n".join(blocks).encode(), "a.srt").value


def turns(source: Source) -> list[tuple[str, list[str]]]:
    """Give the label and the paragraphs of each stated turn."""
    text = source.text
    return [
        (turn.label.of(text) if turn.label else "", [s.of(text) for s in turn.speech])
        for turn in source.layout.turns
    ]


def cues(source: Source) -> list[tuple[int, int, str]]:
    """Give the times and words of each cue."""
    return [(c.begin, c.end, c.span.of(source.text)) for c in source.layout.cues]


def asides(source: Source) -> list[tuple[str, str]]:
    """Give reason and words of what is set aside."""
    return [(a.reason, a.span.of(source.text)) for a in source.layout.asides]


def codes(data: str, name: str) -> list[str]:
    """Give the codes of what the reader has to say."""
    return [d.rule.code for d in read(data.encode(), name).diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("00:00:01.500", 1500),
        ("01:02,5", 62_500),
        ("120:00:00.000", 432_000_000),
        ("90:00", 5_400_000),
        ("-00:00:01,000", -1000),
        ("1:60:00", None),
        ("00:01.1234567", 1123),
        ("noon", None),
        ("", None),
    ],
)
def test_clocks_are_read_to_the_millisecond(text: str, expected: int | None) -> None:
    """Hours may be many, minutes of an hour may not; what is finer is rounded."""
    assert expected == clock(text)


def test_seconds_are_read_exactly() -> None:
    """A decimal, never a float."""
    assert [12_340, 12_500, 0, None] == [
        seconds(text) for text in ("12.34", "12,5 s", "0", "1e3")
    ]


def test_voices_are_turns_over_several_cues() -> None:
    """One voice, named once; words of two voices in a cue are two turns."""
    source = vtt("<v Ann>One", "<v Ann>two.", "<v.loud Bob Roe>No.</v>\n<v Ann>Yes.")
    assert [("Ann", ["One\ntwo."]), ("Bob Roe", ["No."]), ("Ann", ["Yes."])] == turns(
        source
    )
    assert [
        (0, 1000, "One"),
        (1000, 2000, "two."),
        (2000, 3000, "No."),
        (2000, 3000, "Yes."),
    ] == cues(source)
    assert "Ann\tOne\ntwo.\n\nBob Roe\tNo.\n\nAnn\tYes." == source.text


def test_tags_and_references_are_resolved() -> None:
    """Styles become runs, classes and time stamps nothing, unknown tags stay text."""
    source = vtt("a &lt;b&gt; &amp; <i>c</i> <c.red>d</c> <00:00.500>e <sighs> f < g")
    assert "a <b> & c d e <sighs> f < g" == source.text
    assert [("italic", "c")] == [
        (run.style, run.span.of(source.text)) for run in source.layout.runs
    ]


def test_what_nobody_said_is_set_aside() -> None:
    """Header, notes, styles; identifiers that do not count; each setting once."""
    data = (
        "WEBVTT - Talk\nLanguage: sq\n\nNOTE by hand\n\nSTYLE\n::cue { color: red }\n\n"
        "1\n00:01.000 --> 00:02.000 align:start\na\n\n"
        "intro\n00:02.000 --> 00:03.000 align:start\nb\n"
    )
    source = read(data.encode(), "a.vtt").value
    assert [
        ("header", "- Talk"),
        ("header", "Language: sq"),
        ("note", "by hand"),
        ("style", "::cue { color: red }"),
        ("cue-identifier", "intro"),
        ("cue-settings", "align:start"),
    ] == asides(source)
    assert "sq" == source.stated.language
    assert [("", ["a\nb"])] == turns(source)


def test_arrows_mark_another_speaker() -> None:
    """Two or three are set aside; a name that a colon closes is the label."""
    source = srt(">> ANN LEE: Good evening,\neveryone.", "Welcome.\n>> Hi.", ">>> C")
    assert [
        ("ANN LEE", ["Good evening,\neveryone.\nWelcome."]),
        ("", ["Hi."]),
        ("", ["C"]),
    ] == turns(source)
    assert [("speaker-change", ">>")] * 2 + [("speaker-change", ">>>")] == asides(
        source
    )


def test_two_dashes_mark_two_speakers() -> None:
    """One dash may be one of punctuation."""
    assert [("", ["Yes?"]), ("", ["No."])] == turns(srt("- Yes?\n– No."))
    assert [("", ["- and then\nit ended"])] == turns(srt("- and then\nit ended"))


def test_names_before_colons_are_left_to_the_parser() -> None:
    """Nothing is stated then, but the times are."""
    source = srt("ANN: Hello.", "BOB: Hi.")
    assert [] == turns(source)
    assert [(0, 1000, "ANN: Hello."), (1000, 2000, "BOB: Hi.")] == cues(source)


def test_a_silence_parts_the_turns_of_unknown_speakers() -> None:
    """Where nothing else does (Guidelines, 8.3.1)."""
    data = (
        "1\n00:00:00,000 --> 00:00:01,000\na\n\n2\n00:00:01,500 --> 00:00:02,000\nb\n\n"
        "3\n00:00:04,000 --> 00:00:05,000\nc\n"
    )
    assert [("", ["a\nb"]), ("", ["c"])] == turns(read(data.encode(), "a.srt").value)


def test_places_on_the_screen_are_set_aside() -> None:
    """References are none in SubRip, and blank lines belong to the words."""
    source = srt("{\\an8}A &amp; <b>B</b>\n\nC")
    assert "A &amp; B\n\nC\n\n{\\an8}" == source.text
    assert [("cue-settings", "{\\an8}")] == asides(source)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_is_read(end: str) -> None:
    """All three give the same."""
    data = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>b\nc\n".replace("\n", end)
    assert [("A", ["b\nc"])] == turns(read(data.encode(), "a.vtt").value)


def test_lines_without_times_keep_their_words() -> None:
    """The line is shown; the words have no times."""
    data = "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\n00:03 -> x --> y\nb\n\nloose\n"
    found = read(data.encode(), "a.vtt")
    assert ["RD170", "RD170"] == [d.rule.code for d in found.diagnostics]
    assert "no times in '00:03 -> x --> y'" == found.diagnostics[0].message
    assert [(1000, 2000, "a")] == cues(found.value)
    assert "b" in found.value.text


def test_times_out_of_order_are_reported_with_their_line() -> None:
    """Order and words stay; a time that cannot be is none."""
    data = (
        "1\n00:00:05,000 --> 00:00:04,000\na\n\n2\n00:00:03,000 --> 00:00:06,000\nb\n\n"
        "3\n-00:00:01,000 --> 00:00:06,000\nc\n"
    )
    found = read(data.encode(), "a.srt", format="srt")
    assert [
        "line 2: ends before it begins",
        "line 6: begins before the one that it follows",
        "line 10: begins before the recording does",
    ] == [d.message for d in found.diagnostics]
    assert [(3000, 6000, "b")] == cues(found.value)


def test_overlapping_captions_are_kept() -> None:
    """Two may speak at once."""
    data = (
        "WEBVTT\n\n00:01.000 --> 00:05.000\n<v A>x\n\n00:02.000 --> 00:03.000\n<v B>y"
    )
    assert [(1000, 5000, "x"), (2000, 3000, "y")] == cues(
        read(data.encode(), "a.vtt").value
    )
    assert [] == codes(data, "a.vtt")


def test_rolling_captions_are_reported_and_kept() -> None:
    """Every word stays as often as it stands there."""
    lines = ["one", "two", "three", "four", "five"]
    words = [f"{a}\n{b}" for a, b in pairwise(lines)]
    source = vtt(*words)
    assert 2 == source.text.count("three")
    blocks = [f"00:0{n}.000 --> 00:0{n + 1}.000\n{w}\n\n" for n, w in enumerate(words)]
    assert ["RD172"] == codes("WEBVTT\n\n" + "".join(blocks), "a.vtt")


PAYLOADS = st.lists(
    st.text(
        st.characters(categories=["L", "N", "Zs"], include_characters=".,!?'\"()"),
        min_size=1,
    ).filter(lambda words: bool(words.strip()) and words.strip()[0].isalnum()),
    min_size=1,
    max_size=6,
)


@given(PAYLOADS)
def test_every_character_that_is_said_is_in_the_text(payloads: list[str]) -> None:
    """Words of captions are those of the reading text, in their order."""
    expected = " ".join(payloads).split()
    assert expected == vtt(*payloads).text.split() == srt(*payloads).text.split()


SEGMENTS = [
    {"start": 0.0, "end": 1.5, "text": " One", "speaker": "S1", "words": [{}, {}]},
    {"start": 1.5, "end": 2, "text": " two.", "speaker": "S1", "avg_logprob": -0.1},
    {"start": 2.25, "end": 1e-5 + 3, "text": " Three.", "speaker": "S2"},
]


def test_segments_of_whisper_are_captions() -> None:
    """Speakers are voices; the text that is there twice is read once."""
    data = json.dumps(
        {"text": " One two. Three.", "segments": SEGMENTS, "language": "en"}
    )
    found = read(data.encode(), "a.json")
    assert "S1\t One\n two.\n\nS2\t Three." == found.value.text
    assert [("S1", ["One\n two."]), ("S2", ["Three."])] == turns(found.value)
    assert [(0, 1500), (1500, 2000), (2250, 3000)] == [
        (begin, end) for begin, end, _ in cues(found.value)
    ]
    assert ("en", ["RD173"]) == (
        found.value.stated.language,
        [d.rule.code for d in found.diagnostics],
    )


def test_whisper_cpp_is_read() -> None:
    """It counts milliseconds, and calls the segments a transcription."""
    told = {"offsets": {"from": 40, "to": 1200}, "text": " Hi there."}
    data = json.dumps({"result": {"language": "de"}, "transcription": [told]})
    source = read(data.encode(), "a.json").value
    assert [(40, 1200, "Hi there.")] == cues(source)
    assert "de" == source.stated.language


@pytest.mark.parametrize(
    ("data", "form", "told"),
    [
        ("WEBVTTx\n", "vtt", "a:1: does not begin with WEBVTT"),
        ("WEBVTT\n\nx --> y\na\n", "vtt", "a:3: no times that can be read"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "vtt", "holds no text"),
        ("one\ntwo\n", "srt", "a:1: no line of times"),
        ('{"segments": [{"start": 0}]}', "whisper", "a: segment 1: has no text"),
        (
            '{"segments": [{"text": "a", "start": "x", "end": 1}]}',
            "whisper",
            "a: segment 1: has times that cannot be read",
        ),
        ('{"a": 1}', "whisper", "holds no segments"),
        ('{"a"\n: }', "whisper", "a:2:3: not valid JSON"),
    ],
)
def test_what_is_wrong_is_named(data: str, form: str, told: str) -> None:
    """With the line, or the segment."""
    with pytest.raises(ReadError) as caught:
        read(data.encode(), "a", format=form)
    assert told in str(caught.value)
