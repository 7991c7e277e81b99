"""What is converted to where, decided before anything is written."""

import re
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.batch.inputs import Input
from tei_encoder.batch.plan import Job, Reading, plan, protect, record_id
from tei_encoder.errors import ConfigurationError, OutputError
from tei_encoder.model.metadata import Metadata
from tei_encoder.profiles.model import Profile
from tei_encoder.stages import Settings

SETTINGS = Settings(Profile("generic"))


def jobs(
    *names: str, folder: Path | None, table: dict[str, Metadata] | None = None
) -> tuple[Job, ...]:
    """Plan inputs of these names."""
    inputs = [Input(Path(name), PurePosixPath(name)) for name in names]
    return plan(inputs, SETTINGS, reading=Reading(), folder=folder, table=table)


@given(st.text())
def test_an_id_is_always_an_ncname(stem: str) -> None:
    """Any file name gives an id that XML accepts and that has no white space."""
    made = record_id(stem)
    assert re.fullmatch(r"[^\W\d][^\s:/&<>\"']*", made)
    assert made == record_id(stem)


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("hoxha-baek-1966-09-07", "hoxha-baek-1966-09-07"),
        ("Second Conversation (copy)", "second-conversation-copy"),
        ("Мао и Хрущёв", "мао-и-хрущёв"),
        ("1966 talk", "r-1966-talk"),
    ],
)
def test_an_id_keeps_letters_of_any_script(stem: str, expected: str) -> None:
    """Letters and digits stay, everything else becomes a hyphen."""
    assert expected == record_id(stem)


def test_outputs_mirror_the_inputs() -> None:
    """A file of a sub-folder goes to that sub-folder."""
    outputs = [job.output for job in jobs("a.txt", "sub/b.text", folder=Path("out"))]
    assert outputs == [Path("out/a.xml"), Path("out/sub/b.xml")]


def test_metadata_of_a_table_belong_to_their_file() -> None:
    """A row is found by relative path or base name and gives the id."""
    table = {"sub/b.txt": Metadata(id="bee"), "a.txt": Metadata(title="A")}
    planned = jobs("a.txt", "sub/b.txt", folder=Path("out"), table=table)
    assert [j.settings.record_id for j in planned] == ["a", "bee"]
    assert [j.settings.metadata.title for j in planned] == ["A", None]


def test_two_records_with_one_id_are_an_error() -> None:
    """The clash is told before anything is read, with both files."""
    with pytest.raises(ConfigurationError, match=r"a\.txt and sub/a\.txt would both"):
        jobs("a.txt", "sub/a.txt", folder=Path("out"))


def test_an_unreadable_folder_takes_no_id_from_a_file() -> None:
    """What gives no record has neither id nor output."""
    folder = Input(Path("a"), PurePosixPath("a"), "permission denied")
    file = Input(Path("a.txt"), PurePosixPath("a.txt"))
    planned = plan([folder, file], SETTINGS, reading=Reading(), folder=Path("out"))
    assert [job.output for job in planned] == [None, Path("out/a.xml")]


def test_two_inputs_with_one_output_are_an_error() -> None:
    """Two names that differ in the suffix alone need two ids and two outputs."""
    table = {"a.text": Metadata(id="other")}
    with pytest.raises(OutputError, match=r"a.txt and a.text would both be written"):
        jobs("a.txt", "a.text", folder=Path("out"), table=table)


@pytest.mark.parametrize("link", ["symlink", "hardlink", "same"])
def test_an_input_is_never_overwritten(tmp_path: Path, link: str) -> None:
    """Neither under its own name nor under that of a link."""
    source = tmp_path / "a.txt"
    source.write_text("A: yes", encoding="utf-8")
    output = tmp_path / "b.xml"
    match link:
        case "symlink":
            output.symlink_to(source)
        case "hardlink":
            output.hardlink_to(source)
        case _:
            output = source
    job = Job(Input(source, PurePosixPath("a.txt")), SETTINGS, Reading(), output)
    with pytest.raises(OutputError, match="would overwrite the input"):
        protect([job], [], save_text=False)


def test_a_reading_text_never_overwrites_an_input(tmp_path: Path) -> None:
    """`--save-text` into the folder of the inputs is refused."""
    source = tmp_path / "a.txt"
    source.write_text("A: yes", encoding="utf-8")
    item = Input(source, PurePosixPath("a.txt"))
    job = Job(item, SETTINGS, Reading(), tmp_path / "a.xml")
    protect([job], [], save_text=False)
    with pytest.raises(OutputError, match="would overwrite the input"):
        protect([job], [], save_text=True)
