"""The page's own grammar of labels is learned from the page alone."""

from collections.abc import Callable

import pytest

Labels = Callable[..., list[str]]

DIALOGUES = {
    "colon": ("{} : {}", ("Roe", "Poe")),
    "capitals, full stop": ("{}. {}", ("ROE", "POE")),
    "stop and dash": ("{}.- {}", ("El señor ROE (Presidente)", "La señora POE")),
    "dash": ("{} – {}", ("ROE", "POE (Ankara)")),
    "tab": ("{}:\t{}", ("ROE", "POE")),
    "initials": ("{}: {}", ("DB", "LG")),
    "single letters": ("{}: {}", ("K", "S")),
    "own line": ("{}\n{}", ("ROE", "POE")),
    "own line, full stop": ("{}.\n{}", ("Roe", "Poe")),
    "own paragraph": ("{}\n\n{}", ("The president", "Jane Roe Poe")),
    "own paragraph, colon": ("{}:\n\n{}", ("Comrade Roe", "Comrade Poe")),
    "party": ("{}: {}", ("Abg. Roe (SPD)", "Abg. Poe (CDU)")),
    "questions": ("{}. {}", ("Q", "A")),
    "Arabic": ("{}: {}", ("الرئيس", "الوزير")),
    "Chinese": ("{}：{}", ("毛主席", "周总理")),
    "Greek capitals": ("{}: {}", ("ΠΡΟΕΔΡΟΣ", "ΓΕΩΡΓΙΟΣ ΠΑΠΠΑΣ")),
}
SPEECH = (
    "Thank you for coming here today, and for the time that you give us.",
    "We are glad to be here. There is much that we want to hear from you.",
    "Then let us begin with the matter that you wrote to us about in May.",
    "It is not a simple matter. Nobody who was there knows what to say.",
    "That is what we feared. What do you think that we should do now?",
    "I would wait. Nothing is lost as long as the others do the same.",
)


@pytest.mark.parametrize("form", sorted(DIALOGUES))
def test_every_form_of_label_is_learned(form: str, labels: Labels) -> None:
    """Two names that take turns in one form are labels, without configuration."""
    pattern, names = DIALOGUES[form]
    expected = [names[n % 2] for n in range(len(SPEECH))]
    turns = [pattern.format(n, s) for n, s in zip(expected, SPEECH, strict=True)]
    page = "Transcript of a conversation\n\n" + "\n\n".join(turns) + "\n"
    assert expected == labels(page)


def test_several_turns_in_one_paragraph_are_parted(labels: Labels) -> None:
    """A page on one line has its turns all the same."""
    names = [("Mr. Roe", "Mrs. Poe")[n % 2] for n in range(len(SPEECH))]
    page = " ".join(f"{n}: {s}" for n, s in zip(names, SPEECH, strict=True))
    assert names == labels(page)


def test_a_speaker_with_a_single_turn_is_kept(labels: Labels) -> None:
    """Repetition is a sign, not a condition."""
    names = ["Mr. Roe", "Mrs. Poe", "Mr. Roe", "Interpreter", "Mrs. Poe", "Mr. Roe"]
    page = "\n\n".join(f"{n}: {s}" for n, s in zip(names, SPEECH, strict=True))
    assert names == labels(page)


def test_a_stage_phrase_belongs_to_no_name(labels: Labels) -> None:
    """Parentheses that a name has only once are a stage phrase."""
    page = "\n\n".join(
        f"{n}. {s}"
        for n, s in zip(
            ["Roe", "Poe", "Roe (laughing)", "Poe (to Roe)", "Roe", "Poe"],
            SPEECH,
            strict=True,
        )
    )
    assert ["Roe", "Poe"] * 3 == labels(page)


INDIRECT = """MEMORANDUM OF CONVERSATION

PARTICIPANTS:

Mr. Roe, Department of State
Mr. Poe, Embassy of Ruritania

DATE AND TIME:

May 4, 1971, 10 a.m.

PLACE:

Geneva

Mr. Roe opened the meeting by saying that the talks had gone well so far.

Poe asks: Orders or hints?

Mr. Poe replied that this was so. He added: they have friends as well.

A.B. POE expressed the hope that all of it would soon be over.

This is what was agreed: both sides will meet again in a month.

Ambassador Doe then asked whether the press would be told of it.
"""


def test_reported_speech_is_no_turn(labels: Labels) -> None:
    """A record in indirect speech has no utterance at all."""
    assert [] == labels(INDIRECT)


def test_captions_are_no_speakers(labels: Labels) -> None:
    """The head of a record is read as fields although its captions end in colons."""
    head, _, _ = INDIRECT.partition("Mr. Roe opened")
    turns = [
        f"{n}: {s}" for n, s in zip(["Mr. Roe", "Mr. Poe"] * 3, SPEECH, strict=True)
    ]
    assert ["Mr. Roe", "Mr. Poe"] * 3 == labels(head + "\n\n".join(turns))
