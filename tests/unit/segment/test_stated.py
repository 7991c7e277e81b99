"""What a file states is taken as stated; the rest is read as ever."""

from laying import Laid

from tei_encoder import Settings, load_profile
from tei_encoder.model.layout import Aside, StatedTurn, Style
from tei_encoder.segment import explain


def dialogue(page: Laid) -> None:
    """Add a few turns."""
    page.add("ANNA: We have asked the yard twice this week.")
    page.add("BORG: And what did they say to that?")
    page.add("ANNA: Nothing so far, and the ship is late.")
    page.add("BORG: Then we shall have to wait for them.")


def test_asides_are_set_aside_with_their_reason() -> None:
    """A running head is one block, with the reason that the file gives."""
    page = Laid()
    dialogue(page)
    page.aside("Harbour Board 12", "running-head")
    dialogue(page)

    assert "other/running-head: Harbour Board 12" in page.shown()
    assert 8 == sum(line.startswith("turn: ") for line in page.shown())


def test_paragraph_goes_on_after_aside() -> None:
    """A paragraph that a running head cuts in two is marked as going on."""
    page = Laid()
    dialogue(page)
    page.add("ANNA: We shall never agree to a new")
    page.aside("Harbour Board 13", "running-head")
    page.add("survey of the coast.")

    assert [
        "turn: <ANNA:> ANNA: We shall never agree to a new",
        "other/running-head: Harbour Board 13",
        "turn_continuation+: survey of the coast.",
    ] == page.shown()[-3:]


def test_aside_within_a_line() -> None:
    """What stands around an aside within a line is one paragraph."""
    page = Laid()
    dialogue(page)
    page.add("ANNA: The yard [edit] is closed today.")
    page.keep("asides", Aside(page.at("[edit]"), "navigation"))

    assert [
        "turn: <ANNA:> ANNA: The yard",
        "other/navigation: [edit]",
        "turn_continuation+: is closed today.",
    ] == page.shown()[-3:]


def test_bodies_of_notes() -> None:
    """Bodies of footnotes are footnotes, those of comments notes, whatever they say."""
    page = Laid()
    dialogue(page)
    page.note(page.at("late"), "BORG: said so later.", mark="")
    page.comment(page.at("ship"), "Which ship?", by="Reader")

    assert ["footnote: BORG: said so later.", "note: Which ship?"] == page.shown()[-2:]


def test_stated_turns_are_taken_as_stated() -> None:
    """Labels and paragraphs of stated turns are not guessed, however they look."""
    page = Laid()
    page.add("Talk on the pier")
    page.turn("the pilot", "we wait: always.", "Scene 2")
    page.turn("", "No name here.")

    assert [
        "turn: <the pilot> the pilot⏎we wait: always.",
        "turn_continuation: Scene 2",
        "turn: No name here.",
    ] == page.shown()[1:]


def test_words_between_label_and_speech_are_notes() -> None:
    """A column between label and speech of a row is kept, as a note."""
    page = Laid()
    page.add("Anna\t10:30\tWe wait.")
    page.keep("turns", StatedTurn(page.at("Anna"), (page.at("We wait."),)))

    assert [
        "turn: <Anna> Anna",
        "note: 10:30",
        "turn_continuation: We wait.",
    ] == page.shown()


def test_table_with_column_of_speakers() -> None:
    """A table whose header names a column of speakers is turns, one a row."""
    page = Laid()
    page.table(("Speaker", "Text"), ("Anna", "We wait."), ("Borg", "Yes."))

    assert [
        "other/column-heading: Speaker\tText",
        "turn: <Anna> Anna\tWe wait.",
        "turn: <Borg> Borg\tYes.",
    ] == page.shown()


def test_table_of_names_that_repeat() -> None:
    """Without a header, names that repeat beside prose make turns."""
    page = Laid()
    says = "We have been waiting for a long time now."
    page.table(("Anna", says), ("Borg", says), ("Anna", says), ("Borg", "Yes."))

    assert 4 == sum(line.startswith("turn: ") for line in page.shown())


def test_table_of_figures_is_one_block() -> None:
    """Any other table is one block, no cell of it a label."""
    page = Laid()
    dialogue(page)
    page.table(("Year", "Barges"), ("1957", "12"), ("1958", "14"))

    assert "turn_continuation: Year\tBarges⏎1957\t12⏎1958\t14" == page.shown()[-1]


def test_list_is_one_block() -> None:
    """A list is one block."""
    page = Laid()
    dialogue(page)
    page.listed("- the first coast", "- the second lake")

    assert "turn_continuation: - the first coast⏎- the second lake" == page.shown()[-1]


def test_heading_by_level() -> None:
    """A paragraph that the file has as a heading is one, though it ends in a stop."""
    page = Laid()
    dialogue(page)
    page.add("Of the survey and what came of it.", level=2)
    dialogue(page)

    assert "heading: Of the survey and what came of it." in page.shown()


def test_style_that_names_a_speaker() -> None:
    """Labels without any mark are told by the name of their style."""
    page = Laid()
    for _ in range(2):
        page.add("The pilot", style="Speaker")
        page.add("We have been waiting for a long time.", style="Body")
        page.add("The harbour master", style="Speaker")
        page.add("Then go on waiting, please.", style="Body")

    assert 4 == sum(line.startswith("turn: <The") for line in page.shown())


def test_bold_at_the_beginning_is_a_label() -> None:
    """A run in bold at the beginning of paragraphs is a label without a mark."""
    page = Laid()
    for name in ("Anna Holt", "Per Borg", "Anna Holt", "Per Borg"):
        page.add(f"{name} we have been waiting for a long time.")
        page.styled(name, Style.BOLD)

    assert 4 == sum(line.startswith("turn: <") for line in page.shown())


def test_lines_that_the_file_explains_have_no_readings() -> None:
    """A line of a running head competes for nothing; others keep their numbers."""
    page = Laid()
    page.aside("Harbour Board 12", "running-head")
    dialogue(page)
    settings = Settings(profile=load_profile("generic"))
    readings = [explain(page.source(), settings, line) for line in (1, 3)]

    assert () == readings[0]
    assert "turn" == readings[1][0].kind
