"""Runs the real server on a free port of loopback, for the tests of its consumers."""

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from os import environ
from pathlib import Path
from threading import Thread
from xml.sax.saxutils import escape

ADDRESS = re.compile(r"OAI-PMH 2\.0  (https?://\S+/)oai")


@dataclass
class Served:
    """A server that runs: its address, and what it said at its start and since."""

    base: str
    said: list[str]

    @property
    def oai(self) -> str:
        """The address of the provider of OAI-PMH."""
        return f"{self.base}oai"

    @property
    def dts(self) -> str:
        """The address of the entry point of DTS."""
        return f"{self.base}dts/"


@contextmanager
def served(
    folder: Path, *options: str, environment: Mapping[str, str] | None = None
) -> Iterator[Served]:
    """Serve a folder; the server is interrupted at the end, and must end well."""
    command = [sys.executable, "-m", "tei_encoder", "serve", str(folder)]
    process = subprocess.Popen(
        [*command, "--port", "0", *options],
        stderr=subprocess.PIPE,
        text=True,
        env={**environ, "NO_COLOR": "1", **(environment or {})},
    )
    assert process.stderr is not None
    said: list[str] = []
    for line in process.stderr:
        said.append(line)
        if "Ctrl-C" in line:
            break
    found = ADDRESS.search("".join(said))
    if found is None:
        process.kill()
        process.communicate()
        raise AssertionError("".join(said))
    rest = Thread(target=said.extend, args=(process.stderr,))
    rest.start()
    try:
        yield Served(found[1], said)
    finally:
        process.send_signal(2)
        code = process.wait(timeout=20)
        rest.join()
        process.stderr.close()
    assert code == 0, "".join(said)
    assert said[-1] == "stopped\n"


def record(  # noqa: PLR0913 - what the tests vary
    identifier: str,
    *,
    title: str = "A talk",
    name: str = "Ann Example",
    collection: str = "",
    genre: str = "",
    words: str = "Good morning.",
) -> str:
    """Give a small record of TEI, with a tree of citations."""
    title, name, collection, genre, words = map(
        escape, (title, name, collection, genre, words)
    )
    source = "<p>x</p>"
    if collection:
        source = (
            f"<msDesc><msIdentifier><collection>{collection}</collection><idno>1</idno>"
            "</msIdentifier></msDesc>"
        )
    keywords = f"<keywords><term type='record-type'>{genre}</term></keywords>"
    return (
        f"<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='{identifier}' xml:lang='en'>"
        f"<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>"
        f"<publicationStmt><p>x</p></publicationStmt><sourceDesc>{source}</sourceDesc>"
        "</fileDesc><encodingDesc><refsDecl><citeStructure unit='utterance' "
        "match='/TEI/text/body//u' use='@xml:id'><citeData use='@who' "
        "property='http://purl.org/dc/terms/creator'/></citeStructure></refsDecl>"
        "</encodingDesc><profileDesc><particDesc><listPerson><person xml:id='"
        f"{identifier}.p1' role='speaker'><persName>{name}</persName></person>"
        f"</listPerson></particDesc><textClass>{keywords if genre else '<p/>'}"
        "</textClass></profileDesc></teiHeader><text><body><div>"
        f"<u xml:id='{identifier}.u1' who='#{identifier}.p1'><seg>{words}</seg></u>"
        f"<u xml:id='{identifier}.u2' who='#{identifier}.p1'><seg>Second.</seg></u>"
        "</div></body></text></TEI>"
    )
