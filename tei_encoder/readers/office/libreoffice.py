"""Converts a file to DOCX by LibreOffice: alone, without macros, network or clock."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tei_encoder.errors import ReadError

#: how many seconds a conversion may take
TIMEOUT: Final = 60
_COMMANDS: Final = ("soffice", "libreoffice")
#: settings of the fresh profile: no macro runs, no link is followed, no way out
_SETTINGS: Final = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_ITEM: Final = (
    '<item oor:path="/org.openoffice.{}{}"><prop oor:name="{}" oor:op="fuse">'
    "<value>{}</value></prop></item>"
)


def is_installed() -> bool:
    """Tell whether LibreOffice is on the PATH."""
    return _command() is not None


def to_docx(data: bytes, suffix: str, place: str) -> bytes:
    """Give the bytes of a DOCX file made of `data`, a file with `suffix`.

    Raises `ReadError` where LibreOffice is not installed, takes longer than `TIMEOUT`
    seconds or cannot read the file.
    """
    command = _command()
    if command is None:
        raise ReadError(
            "needs LibreOffice, which is not installed",
            place=place,
            remedy="install LibreOffice, or save the file as docx",
        )
    with TemporaryDirectory(prefix="tei-encoder-") as name:
        folder = Path(name)
        _write_profile(folder / "profile" / "user")
        record = folder / f"record{suffix}"
        record.write_bytes(data)
        _run(_arguments(command, folder, record), folder, place)
        made = folder / "made" / "record.docx"
        if not made.is_file():
            raise _unreadable(place)
        return made.read_bytes()


def _command() -> str | None:
    return next(filter(None, map(shutil.which, _COMMANDS)), None)


def _write_profile(folder: Path) -> None:
    folder.mkdir(parents=True)
    items = []
    for path, name, value in _SETTINGS:
        branch = "" if path.startswith("Inet/") else "Office."
        items.append(_ITEM.format(branch, path, name, value))
    (folder / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{''.join(items)}</oor:items>\n",
        encoding="utf-8",
    )


def _arguments(command: str, folder: Path, record: Path) -> list[str]:
    return [
        command,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        *("--convert-to", "docx:MS Word 2007 XML"),
        *("--outdir", str(folder / "made")),
        str(record),
    ]


def _run(arguments: list[str], folder: Path, place: str) -> None:
    """Run LibreOffice in a session of its own, so that all of it can be ended."""
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }
    with subprocess.Popen(  # noqa: S603 - the arguments are ours, the name as well
        arguments,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(TIMEOUT)
        except subprocess.TimeoutExpired as error:
            os.killpg(process.pid, signal.SIGKILL)
            raise ReadError(
                f"LibreOffice did not read it within {TIMEOUT} seconds",
                place=place,
                remedy="open it in a word processor and save it as docx",
            ) from error


def _unreadable(place: str) -> ReadError:
    return ReadError(
        "LibreOffice cannot read it; it may be damaged, or protected by a password",
        place=place,
        remedy="open it in a word processor and save it as docx",
    )
