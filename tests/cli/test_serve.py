"""`serve`: what is said at the start, what is refused, and how it ends."""

import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from click.testing import Result
from served import record, served

Cli = Callable[..., Result]


@pytest.fixture
def folder(cli: Cli) -> Iterator[Path]:  # noqa: ARG001 - an empty folder
    """Give a folder of two records and a broken file."""
    made = Path("tei")
    made.mkdir()
    for name in "ab":
        (made / f"{name}.xml").write_text(record(name), "utf-8")
    (made / "broken.xml").write_text("<TEI", "utf-8")
    return made


def test_start_and_end(folder: Path) -> None:
    """Addresses are shown, broken files are named; Ctrl-C ends it without fuss."""
    with served(folder) as running:
        said = "".join(running.said)
        welcome = httpx.get(running.base).text

    assert f"2 records of {folder}, 0 deleted\n" in said
    assert "  --> broken.xml:1:5\n" in said
    assert f"OAI-PMH 2.0  {running.oai}\nDTS 1.0      {running.dts}\n" in said
    assert "nobody is named to harvesters: give --email\n" in said
    assert f"OAI-PMH 2.0  {running.oai}\n" in welcome
    assert "press Ctrl-C to stop\nstopped\n" == "".join(running.said)[-29:]
    assert "Traceback" not in "".join(running.said)


def test_names_and_addresses(folder: Path) -> None:
    """Names, e-mail, namespace and address are those that were asked for."""
    options = (
        *("--name", "Архив & Co", "--email", "reading-room@example.org"),
        *("--namespace", "archive.example.org", "--index", "state.db"),
    )
    with served(folder, *options, "--url", "https://x.example.org/tei") as running:
        assert "https://x.example.org/tei/dts/" == running.dts
    assert "state.db" in {path.name for path in Path().iterdir()}
    assert not list(folder.glob(".tei-encoder*"))


def test_a_second_start_is_told_of_deletions(folder: Path) -> None:
    """What went between two runs is deleted, not forgotten."""
    with served(folder):
        pass
    (folder / "b.xml").unlink()
    with served(folder) as running:
        assert f"1 record of {folder}, 1 deleted\n" in running.said


def test_others_are_let_in_with_a_warning(folder: Path) -> None:
    """Beyond loopback an e-mail is required, and it is said that others can read."""
    email = ("--email", "reading-room@example.org")
    with served(folder, "--host", "0.0.0.0", *email) as running:  # noqa: S104 - the case
        said = "".join(running.said)

    assert f"warning: 0.0.0.0 is no loopback: others can read {folder}\n" in said


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--host", "0.0.0.0"], "give --email: harvesters must know"),  # noqa: S104 - the case
        (["--email", "nobody"], "--email is no address"),
        (["--namespace", "a b"], "--namespace is no domain"),
        (["--url", "example.org"], "--url is no address"),
        (["--port", "70000"], "--port"),
        (["--refresh", "-1"], "--refresh"),
        (["--host", "127.0.0.300", "--email", "a@b.org"], "cannot listen"),
    ],
)
def test_options_that_are_wrong(
    options: list[str], message: str, folder: Path, cli: Cli
) -> None:
    """A wrong option ends with a message that names it."""
    result = cli("serve", folder, *options)

    assert 2 == result.exit_code
    assert message in result.stderr


def test_a_port_that_is_taken(folder: Path, cli: Cli) -> None:
    """The error names the address and the options that help."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = cli("serve", folder, "--port", port)

    assert 2 == result.exit_code
    assert f"  --> 127.0.0.1:{port}\n" in result.stderr
    assert "help: give another --port or --host\n" in result.stderr


def test_a_folder_without_tei(cli: Cli) -> None:
    """A folder that is empty, or none, is refused before anything is written."""
    Path("empty").mkdir()
    empty, none = cli("serve", "empty"), cli("serve", "nowhere")

    assert (2, 2) == (empty.exit_code, none.exit_code)
    assert "the folder holds no file with the suffix .xml" in empty.stderr
    assert "--> nowhere" in none.stderr
    assert [] == list(Path("empty").iterdir())


@pytest.mark.parametrize("module", ["starlette", "uvicorn"])
def test_a_missing_extra_names_itself(
    module: str, folder: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the optional packages it is said what to install."""
    monkeypatch.setitem(sys.modules, module, None)
    result = cli("serve", folder)

    assert 2 == result.exit_code
    assert f"needs {module}, which is not installed" in result.stderr
    assert "pip install 'tei-encoder[serve]'" in result.stderr
