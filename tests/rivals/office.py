"""One Word file through other readers: whose words each keeps or shows.

Run it by hand: `PYTHONPATH=tests/property python tests/rivals/office.py`; it prints a
Markdown table. A rival that is not installed is left out.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from word_package import body, package, paragraph, run

from tei_encoder import read

SEED = Path(__file__).parent.parent / "fixtures" / "office" / "seed.docx"
#: what stands where, and whether a reader of what the eye sees has to give it
WORDS = {
    "plainword": ("body", True),
    "insertedword": ("inserted", True),
    "deletedword": ("deleted", True),
    "footword": ("footnote", True),
    "endword": ("endnote", True),
    "commentword": ("comment", True),
    "cellword": ("table", True),
    "innerword": ("nested table", True),
    "headword": ("header", True),
    "boxword": ("text box", True),
    "linkword": ("hyperlink", True),
    "controlword": ("content control", True),
    "fieldword": ("field result", True),
    "α": ("symbol", True),
    "XIV.": ("list number", True),
    "hiddenword": ("hidden text", False),
    "codeword": ("field code", False),
}


def sample() -> bytes:
    """Write a file that has all of these once."""
    box = f"<w:txbxContent>{paragraph('boxword')}</w:txbxContent>"
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('innerword')}</w:tc></w:tr></w:tbl>"
    kinds = ("begin", "separate", "end")
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds
    )
    content = (
        f"<w:p>{run('plainword ')}<w:ins w:id='1' w:author='A'>{run('insertedword ')}"
        "</w:ins><w:del w:id='2' w:author='A'><w:r><w:delText>deletedword </w:delText>"
        f"</w:r></w:del>{run('hiddenword ', '<w:vanish/>')}"
        '<w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:endnoteReference w:id="2"/></w:r>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
        f'<w:hyperlink w:anchor="b">{run("linkword ")}</w:hyperlink>'
        f"<w:sdt><w:sdtContent>{run('controlword ')}</w:sdtContent></w:sdt>"
        f"{begin}<w:r><w:instrText>codeword</w:instrText></w:r>{separate}"
        f'{run("fieldword ")}{end}<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>'
        f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
        f"</w:p><w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
        f"<w:tr><w:tc>{paragraph('cellword')}{inner}<w:p/></w:tc>"
        f"<w:tc>{paragraph('x')}</w:tc></w:tr></w:tbl>"
        + paragraph(
            "item", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        )
        + '<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/></w:sectPr>'
    )
    note = '<w:{0} w:id="2"><w:p><w:r><w:{0}Ref/></w:r>{1}</w:p></w:{0}>'
    return package(
        content,
        relations='<Relationship Id="rIdH" Target="header1.xml" Type="http://schemas.'
        'openxmlformats.org/officeDocument/2006/relationships/header"/>',
        footnotes=note.format("footnote", run("footword")),
        endnotes=note.format("endnote", run("endword")),
        comments=f'<w:comment w:id="0">{paragraph("commentword")}</w:comment>',
        numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start '
        'w:val="14"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        header1=body(paragraph("headword"), "hdr"),
    )


def ours(path: Path) -> str:
    """Give the reading text."""
    return read(path.read_bytes(), path.name).value.text


def python_docx(path: Path) -> str:
    """Give the paragraphs and cells that python-docx offers, as its manual shows."""
    document = import_module("docx").Document(str(path))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    return "\n".join([p.text for p in document.paragraphs] + cells)


def pandoc(path: Path) -> str:
    """Give pandoc's plain text, with tracked changes."""
    command = ["pandoc", "-t", "plain", "--track-changes=all", str(path)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def libreoffice(path: Path) -> str:
    """Give LibreOffice's plain text."""
    with tempfile.TemporaryDirectory() as name:
        profile = f"-env:UserInstallation={Path(name).as_uri()}/profile"
        made = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", name]
        command = ["soffice", profile, "--headless", *made, str(path)]
        subprocess.run(command, check=True, capture_output=True)
        return (Path(name) / f"{path.stem}.txt").read_text("utf-8-sig")


RIVALS: dict[str, Callable[[Path], str]] = {
    "tei_encoder": ours,
    "python-docx": python_docx,
    "pandoc": pandoc,
    "LibreOffice": libreoffice,
}


def is_there(name: str) -> bool:
    """Tell whether a rival is installed."""
    commands = {"pandoc": "pandoc", "LibreOffice": "soffice"}
    if name in commands:
        return shutil.which(commands[name]) is not None
    try:
        import_module({"python-docx": "docx"}.get(name, name))
    except ImportError:
        return False
    return True


def seconds(reader: Callable[[Path], str]) -> float:
    """Give the time that a second reading of the seed takes."""
    reader(SEED)
    began = time.perf_counter()
    reader(SEED)
    return time.perf_counter() - began


def main() -> None:
    """Print the table."""
    there = {name: reader for name, reader in RIVALS.items() if is_there(name)}
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "sample.docx"
        path.write_bytes(sample())
        texts = {name: reader(path) for name, reader in there.items()}
    lines = [f"| words in | {' | '.join(there)} |", "|---" * (len(there) + 1) + "|"]
    for word, (place, wanted) in WORDS.items():
        said = ("kept" if wanted else "shown", "lost" if wanted else "left out")
        marks = [said[0] if word in texts[name] else said[1] for name in there]
        lines.append(f"| {place} | {' | '.join(marks)} |")
    times = [f"{seconds(reader) * 1000:.0f} ms" for reader in there.values()]
    lines.append(f"| the seed, warm | {' | '.join(times)} |")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
