"""What stands before a label on its line, struck out or counted, is no speaker."""

from laying import Laid

from tei_encoder.model.layout import ChangeKind, TrackedChange


def talk(line: str, *, struck: str) -> list[str]:
    """Read a dialogue that has a line of which some words are struck out."""
    page = Laid()
    page.add("ANNA: We have asked the yard twice this week.")
    page.add("BORG: And what did they say to that?")
    page.add(line)
    page.keep("changes", TrackedChange(page.at(struck), ChangeKind.DELETED))
    page.add("ANNA: Nothing so far, and the ship is late.")
    page.add("BORG: Then we shall have to wait for them.")
    return page.shown()


def test_a_struck_label_speaks_no_more() -> None:
    """Who is struck out does not speak; who stands after it does."""
    line = "ANNA: BORG: I did not say that, as you know."
    assert f"turn: <ANNA: BORG:> {line}" == talk(line, struck="ANNA: ")[2]


def test_struck_words_of_speech_stay_in_it() -> None:
    """A correction at the beginning of a paragraph is a part of the paragraph."""
    line = "I went We went there together in the summer."
    assert f"turn_continuation: {line}" == talk(line, struck="I went ")[2]


def test_a_struck_paragraph_is_read() -> None:
    """Where nothing stays of a line, who spoke is who is struck out."""
    line = "ANNA: It is gone as a whole."
    assert f"turn: <ANNA:> {line}" == talk(line, struck=line)[2]


def test_generated_numbers_belong_to_the_label() -> None:
    """The number of a turn is no word of who spoke before."""
    page = Laid()
    turns = [f"{n}. {'BORG' if n % 2 else 'ANNA'}: We asked." for n in range(1, 6)]
    page.listed(*turns, ordered=True)
    assert "turn: <2. ANNA:> 2. ANNA: We asked." == page.shown()[1]
