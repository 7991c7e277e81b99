"""How blocks become utterances and passages."""

from collections.abc import Callable

import pytest

from tei_encoder.model.block import Kind
from tei_encoder.model.diagnostic import Diagnostic
from tei_encoder.model.record import Passage, Record, Utterance

Maker = Callable[..., tuple[Record, tuple[Diagnostic, ...], str]]


def shape(record: Record, text: str) -> list[object]:
    """Give parts as label and paragraphs, or kind and words."""
    return [
        (
            part.label.of(text) if part.label else None,
            [
                (p.kind.value, "…".join(s.of(text) for s in p.spans))
                for p in part.content
            ],
        )
        if isinstance(part, Utterance)
        else (part.kind.value, part.spans[0].of(text))
        for part in record.parts
    ]


def test_label_and_speech_part_at_the_closing_mark(make: Maker) -> None:
    """The label keeps its mark; the paragraph begins at the first word."""
    record, _, text = make(("turn", "Teng: Welcome.", "Teng"))
    assert [("Teng:", [("turn", "Welcome.")])] == shape(record, text)


def test_what_stands_before_a_label_belongs_to_it(make: Maker) -> None:
    """A printed number before the name is kept with the label."""
    record, _, text = make(("turn", "12. Mr. Brown: Why?", "Mr. Brown"))
    assert [("12. Mr. Brown:", [("turn", "Why?")])] == shape(record, text)


def test_paragraphs_of_one_speech_are_one_utterance(make: Maker) -> None:
    """Stage directions, notes and page markers do not end a speech that goes on."""
    record, _, text = make(
        ("turn", "Teng: One.", "Teng"),
        ("stage", "(Laughter)"),
        ("turn_continuation", "Two."),
        ("stage", "(Applause)"),
        ("turn", "Kissinger: Three.", "Kissinger"),
    )
    assert [
        (
            "Teng:",
            [("turn", "One."), ("stage", "(Laughter)"), ("turn_continuation", "Two.")],
        ),
        ("stage", "(Applause)"),
        ("Kissinger:", [("turn", "Three.")]),
    ] == shape(record, text)


def test_a_heading_ends_an_utterance_and_the_speaker_goes_on(make: Maker) -> None:
    """Speech after a heading is an utterance without label by the same speaker."""
    record, _, text = make(
        ("turn", "Teng: One.", "Teng"),
        ("heading", "Korea"),
        ("turn_continuation", "Two."),
    )
    assert [
        ("Teng:", [("turn", "One.")]),
        ("heading", "Korea"),
        (None, [("turn_continuation", "Two.")]),
    ] == shape(record, text)
    first, _, last = record.parts
    assert isinstance(first, Utterance)
    assert isinstance(last, Utterance)
    assert first.speakers == last.speakers != ()


def test_a_label_without_speech_becomes_a_note(make: Maker) -> None:
    """No utterance is empty; the label is kept and reported."""
    record, findings, text = make(
        ("turn", "Teng:", "Teng"), ("turn", "Kissinger: Yes.", "Kissinger")
    )
    assert [("note", "Teng:"), ("Kissinger:", [("turn", "Yes.")])] == shape(
        record, text
    )
    assert "AS307" in {finding.rule.code for finding in findings}


def test_a_label_may_wait_for_its_speech_behind_a_stage_direction(make: Maker) -> None:
    """A stage direction between label and first paragraph is inside the utterance."""
    record, _, text = make(
        ("turn", "KROI.", "KROI"),
        ("stage", "(rising)"),
        ("turn_continuation", "We agree."),
    )
    assert [
        ("KROI.", [("stage", "(rising)"), ("turn_continuation", "We agree.")])
    ] == shape(record, text)


def test_a_page_marker_inside_a_sentence_does_not_cut_the_paragraph(
    make: Maker,
) -> None:
    """The passage has two spans and the marker follows it."""
    record, _, text = make(
        ("turn", "Teng: We shall see", "Teng"),
        ("page_marker", "[Page 377]"),
        ("turn_continuation", "each other again."),
    )
    assert [
        (
            "Teng:",
            [
                ("turn", "We shall see…each other again."),
                ("page_marker", "[Page 377]"),
            ],
        )
    ] == shape(record, text)


def test_a_page_marker_inside_narration_does_not_cut_it_either(make: Maker) -> None:
    """Reports in indirect speech run over the page as speeches do."""
    record, _, _ = make(
        ("narration", "He said that"),
        ("page_marker", "[Page 377]"),
        ("narration", "all was well."),
        ("narration", "they agreed."),
    )
    assert [2, 1, 1] == [
        len(part.spans) for part in record.parts if isinstance(part, Passage)
    ]


def test_a_page_marker_after_a_full_stop_parts_paragraphs(make: Maker) -> None:
    """Where a sentence ends before the marker, two paragraphs stay two."""
    record, _, _ = make(
        ("turn", "Teng: We shall see.", "Teng"),
        ("page_marker", "[Page 377]"),
        ("turn_continuation", "each other again."),
    )
    (utterance,) = record.parts
    assert isinstance(utterance, Utterance)
    assert [1, 1, 1] == [len(passage.spans) for passage in utterance.content]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("heading", [False, True, False]),
        ("narration", [False, True, False]),
        ("stage", [False, False]),
    ],
)
def test_a_turn_resumes_after_what_interrupts_it(
    make: Maker, kind: str, expected: list[bool]
) -> None:
    """Encoding row 6: only a continuation after what cannot stand inside resumes."""
    record, _, _ = make(
        ("turn", "Teng: We shall see.", "Teng"),
        (kind, "Second Day"),
        ("turn_continuation", "I go on."),
        ("turn", "Chou: No.", "Chou"),
    )
    spoken = [part for part in record.parts if isinstance(part, Utterance)]
    assert expected == [part.resumed for part in spoken]
    assert spoken[0].speakers == spoken[-2].speakers


def test_speech_before_any_label_has_no_speaker(make: Maker) -> None:
    """Nobody is guessed; the place is reported."""
    record, findings, _ = make(("turn_continuation", "so he said."))
    (utterance,) = record.parts
    assert isinstance(utterance, Utterance)
    assert () == utterance.speakers
    assert "AS308" in {finding.rule.code for finding in findings}


def test_a_report_without_speech_is_paragraphs_and_a_warning(make: Maker) -> None:
    """Indirect speech gives passages alone."""
    record, findings, _ = make(("narration", "He said that all was well."))
    (passage,) = record.parts
    assert isinstance(passage, Passage)
    assert Kind.NARRATION is passage.kind
    assert "AS302" in {finding.rule.code for finding in findings}
