"""`export` and `targets`: what is made, refused, kept and resumed."""

import json
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tei_encoder.batch import export as batch_export
from tei_encoder.batch.export_job import Exported, ExportJob, export_job
from tei_encoder.batch.run import Work
from tei_encoder.export import TARGETS

Cli = Callable[..., Result]

TEI = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>{title}</title></titleStmt>
<publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc>
</fileDesc></teiHeader><text><body><div><u><seg>{words}</seg></u></div></body></text>
</TEI>
"""


def write(name: str, *, title: str = "T", words: str = "W", id: str = "") -> Path:  # noqa: A002 - of TEI
    """Write a small record."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEI.format(id=id or path.stem, title=title, words=words), "utf-8")
    return path


@pytest.fixture
def tei(cli: Cli) -> Cli:
    """Write three records into `tei`."""
    for name in "abc":
        write(f"tei/{name}.xml", words=f"Words of {name}.")
    return cli


def names(folder: str) -> list[str]:
    """Give what stands in a folder, without what is hidden."""
    return sorted(p.name for p in Path(folder).iterdir() if p.name[0] != ".")


def tree(folder: str) -> dict[str, bytes]:
    """Give all files of a folder."""
    files = (path for path in Path(folder).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_targets_are_listed(cli: Cli) -> None:
    """Every target is listed with what it needs and how far it is proven."""
    listed = cli("targets").stdout

    assert all(f"{name}\n    makes    " in listed for name in TARGETS)
    assert all(target.proof in listed for target in TARGETS.values())
    assert "date of publication (/TEI/teiHeader/fileDesc/publicationStmt/" in listed
    assert "level of description (target.level)" in listed


def test_packages(tei: Cli) -> None:
    """Each record becomes a package of its name; nothing else is left in the folder."""
    result = tei("export", "--to", "bagit", "tei", "-o", "out")

    assert (0, "") == (result.exit_code, result.stdout)
    assert "3 records exported; see out" in result.stderr
    assert ["a", "b", "c"] == names("out")
    assert [".tei-encoder-export.jsonl"] == [
        path.name for path in Path("out").glob(".*")
    ]


def test_table(tei: Cli) -> None:
    """All records stand in one table; nothing else is left in the folder."""
    result = tei("export", "--to", "jsonl", "tei", "-o", "out")
    lines = Path("out/utterances.jsonl").read_text("utf-8").splitlines()

    assert 0 == result.exit_code
    assert ["a", "b", "c"] == [json.loads(line)["record"] for line in lines]
    assert ["utterances.jsonl"] == sorted(path.name for path in Path("out").iterdir())


def test_gaps_are_listed_before_anything_is_written(tei: Cli) -> None:
    """All that misses is listed by TEI path, with the files, and nothing is written."""
    write("tei/b.xml", title="")
    result = tei("export", "--to", "ead", "tei", "-o", "out")

    assert 2 == result.exit_code
    assert "title: /TEI/teiHeader/fileDesc/titleStmt/title\n" in result.stderr
    assert f"not in {Path('tei/b.xml')}\n" in result.stderr
    assert "level of description: no place in TEI" in result.stderr
    assert "give record.title, target.level, record.date, target.extent" in (
        result.stderr
    )
    assert not Path("out").exists()


def test_gaps_are_filled(tei: Cli) -> None:
    """What the header says stands; what it does not say comes from the metadata."""
    write("tei/b.xml", title="")
    Path("given.toml").write_text(
        '[record]\ntitle = "Given"\ndate = "1966-09"\n'
        '[target]\nlevel = "item"\nextent = "1 item"\n',
        "utf-8",
    )
    result = tei(
        "export", "--to", "ead", "tei", "-o", "out", "--metadata", "given.toml"
    )

    assert 0 == result.exit_code
    assert b"<unittitle>T</unittitle>" in Path("out/a.xml").read_bytes()
    assert b"<unittitle>Given</unittitle>" in Path("out/b.xml").read_bytes()
    assert b'normal="1966-09"' in Path("out/c.xml").read_bytes()


def test_rows_of_a_table_fill_gaps(tei: Cli) -> None:
    """Metadata of many records come from a CSV, `[target]` included."""
    Path("given.csv").write_text(
        "file,publication.date,record.genre,target.collection\n"
        "a.xml,2024,Minutes,1/2\nb.xml,2024,Memo,1/2\nc.xml,2024,Memo,\n",
        "utf-8",
    )
    result = tei(
        "export", "--to", "dspace-saf", "tei", "-o", "out", "--metadata", "given.csv"
    )

    assert 0 == result.exit_code
    assert b"Minutes" in Path("out/a/dublin_core.xml").read_bytes()
    assert Path("out/b/collections").read_bytes() == b"1/2\n"
    assert not Path("out/c/collections").exists()


def test_archivematica_goes_with_bags(tei: Cli) -> None:
    """The option lays a bag out as a transfer, and goes with no other target."""
    tei("export", "--to", "bagit", "--archivematica", "tei", "-o", "out")
    refused = tei("export", "--to", "dc", "--archivematica", "tei", "-o", "dc")

    assert Path("out/a/data/objects/a.xml").is_file()
    assert 2 == refused.exit_code
    assert "--archivematica goes with --to bagit" in refused.stderr


def test_shared_ids_are_numbered(tei: Cli) -> None:
    """Two records of one id give two packages and a finding."""
    write("tei/d.xml", id="a")
    result = tei("export", "--to", "tei", "tei", "-o", "out")

    assert ["a-2.xml", "a.xml", "b.xml", "c.xml"] == names("out")
    assert "EX701" in result.stderr
    assert Path("out/a-2.xml").read_bytes() == Path("tei/d.xml").read_bytes()


def test_date_in_words_is_told(tei: Cli) -> None:
    """A date that no platform can sort by is a finding; metadata give it a form."""
    path = Path("tei/b.xml")
    worded = (
        "</fileDesc><profileDesc><creation><date>early</date></creation></profileDesc>"
    )
    path.write_text(path.read_text("utf-8").replace("</fileDesc>", worded), "utf-8")
    told = tei("export", "--to", "tei", "tei", "-o", "out")
    mended = tei("export", "--to", "tei", "tei", "-o", "b", "--metadata", given())

    assert 1 == told.stderr.count("EX702")
    assert "'early'" in told.stderr
    assert "EX702" not in mended.stderr


def test_one_bad_file_stops_no_other(tei: Cli) -> None:
    """A file that is no XML is reported, the others are exported, the code is 2."""
    Path("tei/b.xml").write_text("<TEI", "utf-8")
    for target in ("dc", "csv"):
        result = tei("export", "--to", target, "tei", "-o", target)
        assert 2 == result.exit_code
        assert "not well-formed XML" in result.stderr
        assert "2 records exported, 1 failed" in result.stderr
    assert ["a.xml", "c.xml"] == names("dc")


def test_same_bytes_in_one_process_and_in_two(tei: Cli) -> None:
    """However many processes work, the files are the same, and so is the ledger."""
    tei("export", "--to", "bagit", "tei", "-o", "one")
    tei("export", "--to", "bagit", "tei", "-o", "two", "-j", "2")
    tei("export", "--to", "csv", "tei", "-o", "one-csv")
    tei("export", "--to", "csv", "tei", "-o", "two-csv", "-j", "2")

    assert tree("one") == tree("two")
    assert tree("one-csv") == tree("two-csv")


def test_unchanged_records_are_not_made_again(tei: Cli) -> None:
    """A second run makes what has changed, and leaves what has not."""
    tei("export", "--to", "bagit", "tei", "-o", "out")
    before = Path("out/a/bagit.txt").stat().st_mtime_ns
    write("tei/b.xml", words="Other words.")
    result = tei("export", "--to", "bagit", "tei", "-o", "out")

    assert "1 record exported, 2 unchanged" in result.stderr
    assert before == Path("out/a/bagit.txt").stat().st_mtime_ns
    assert b"Other words." in Path("out/b/data/b.xml").read_bytes()


def test_what_others_changed_is_not_lost(tei: Cli) -> None:
    """A package that somebody changed is not written over, unless told so."""
    tei("export", "--to", "bagit", "tei", "-o", "out")
    Path("out/a/notes.txt").write_text("mine", "utf-8")
    kept = tei("export", "--to", "bagit", "tei", "-o", "out")
    still = Path("out/a/notes.txt").exists()
    forced = tei("export", "--to", "bagit", "tei", "-o", "out", "--again")

    assert 2 == kept.exit_code
    assert "was changed since" in kept.stderr
    assert still
    assert 0 == forced.exit_code
    assert not Path("out/a/notes.txt").exists()


def test_inputs_are_never_overwritten(tei: Cli) -> None:
    """An export into the folder of the inputs harms none of them, even when forced."""
    before = tree("tei")
    for more in ((), ("--again",)):
        result = tei("export", "--to", "dc", "tei/a.xml", "-o", "tei", *more)
        assert 2 == result.exit_code
    assert before == {k: v for k, v in tree("tei").items() if k in before}


def test_a_folder_holds_one_target(tei: Cli) -> None:
    """A folder that holds the export of another target is refused."""
    tei("export", "--to", "dc", "tei", "-o", "out")
    result = tei("export", "--to", "ead", "tei", "-o", "out", "--metadata", given())

    assert 2 == result.exit_code
    assert "exported to 'dc'" in result.stderr


def given() -> str:
    """Write metadata that fill every gap."""
    Path("all.toml").write_text(
        '[record]\ndate = "1966"\n[target]\nlevel = "item"\nextent = "1 item"\n',
        "utf-8",
    )
    return "all.toml"


@pytest.mark.parametrize("target", ["bagit", "csv", "omeka-csv", "dc"])
@pytest.mark.parametrize("after", [0, 1, 2])
def test_interrupted_and_resumed(
    target: str, after: int, tei: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After Ctrl-C nothing is half there; a second run ends as one run would have."""
    tei("export", "--to", target, "tei", "-o", "whole")
    stopped = interrupted(tei, monkeypatch, target, after)
    whole, seen = tree("whole"), tree("out")
    again = tei("export", "--to", target, "tei", "-o", "out")

    assert 130 == stopped.exit_code
    made = {k: v for k, v in seen.items() if not k.startswith(".tei-encoder-export")}
    assert made.items() <= whole.items()
    assert 0 == again.exit_code
    assert (f"{after} unchanged" in again.stderr) is bool(after)
    assert whole == tree("out")


def interrupted(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, target: str, after: int
) -> Result:
    """Export until the user loses patience."""
    with monkeypatch.context() as patched:
        patched.setattr(batch_export, "EXPORTING", interrupted_after(after))
        return cli("export", "--to", target, "tei", "-o", "out")


def interrupted_after(number: int) -> Work[ExportJob, Exported]:
    """Give the work of exporting, in which the user loses patience."""
    done = 0

    def do(job: ExportJob) -> Exported:
        nonlocal done
        if done == number:
            raise KeyboardInterrupt
        done += 1
        return export_job(job)

    return Work(do, lambda job, error: Exported(job, error=error), str)


def test_killed_between_two_renames(tei: Cli) -> None:
    """What a killed run left aside is put back or cleared away by the next one."""
    tei("export", "--to", "bagit", "tei", "-o", "out")
    whole = tree("out")
    aside = Path("out/.tei-encoder-export")
    (aside / "old").mkdir(parents=True)
    (aside / "new" / "b").mkdir(parents=True)
    shutil.move("out/b", aside / "old" / "b")
    (aside / "new" / "b" / "bagit.txt").write_text("half", "utf-8")
    result = tei("export", "--to", "bagit", "tei", "-o", "out")

    assert 0 == result.exit_code
    assert "0 records exported, 3 unchanged" in result.stderr
    assert whole == tree("out")


def test_torn_spool_is_cut(tei: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever a crash has torn the growing table, a second run makes it whole."""
    tei("export", "--to", "csv", "tei", "-o", "whole")
    interrupted(tei, monkeypatch, "csv", 2)
    spool = Path("out/.tei-encoder-export/utterances.csv.rows")
    rows = spool.read_bytes()
    kept = set()
    ends = [match.start() for match in re.finditer(b"\n", rows)]
    for cut in (*range(0, len(rows), 23), *ends, len(rows)):
        spool.parent.mkdir(exist_ok=True)
        spool.write_bytes(rows[:cut])
        again = tei("export", "--to", "csv", "tei", "-o", "out")
        kept.add(re.search(r"(\d) records? exported", again.stderr)[1])
        assert tree("whole") == tree("out")

    assert {"3", "2", "1"} == kept


def test_unwritable_folder(tei: Cli) -> None:
    """A file in the way of the folder is an error of one line."""
    Path("out").write_text("", "utf-8")
    result = tei("export", "--to", "dc", "tei", "-o", "out")

    assert 2 == result.exit_code


def test_unknown_target(tei: Cli) -> None:
    """A mistyped target is answered with the nearest."""
    result = tei("export", "--to", "bagti", "tei", "-o", "out")

    assert 2 == result.exit_code
    assert "did you mean 'bagit'" in result.stderr
    assert not Path("out").exists()


def test_metadata_name_an_unknown_key(tei: Cli) -> None:
    """A key of [target] that nobody reads is refused with its line."""
    Path("given.toml").write_text('[target]\nlevle = "item"\n', "utf-8")
    result = tei(
        "export", "--to", "ead", "tei", "-o", "out", "--metadata", "given.toml"
    )

    assert 2 == result.exit_code
    assert "given.toml:2" in result.stderr
    assert "did you mean 'level'" in result.stderr


def test_findings_for_programs(tei: Cli) -> None:
    """With JSON, an unreadable file is told in the same stream of JSON."""
    Path("tei/b.xml").write_text("<TEI", "utf-8")
    result = tei("export", "--to", "dc", "tei", "-o", "out", "--message-format", "json")

    assert 2 == result.exit_code
    assert "not well-formed XML" in json.dumps(json.loads(result.stderr))


def test_standard_input_is_refused(cli: Cli) -> None:
    """Files are read twice, so that standard input cannot be one of them."""
    result = cli("export", "--to", "dc", "-", "-o", "out", data=b"<TEI/>")

    assert 2 == result.exit_code
    assert "reads files twice" in result.stderr


@pytest.mark.parametrize("target", ["bagit", "csv"])
def test_killed_and_resumed(target: str, cli: Cli) -> None:  # noqa: ARG001 - an empty folder
    """A process that is killed leaves no half package; the next run completes it."""
    for number in range(80):
        write(f"tei/r{number:03}.xml", words=f"Words {number}.")
    command = [str(Path(sys.executable).with_name("tei-encoder")), "export", "-q"]
    command += ["--to", target, "tei", "-o"]
    subprocess.run([*command, "whole"], check=True)
    process = subprocess.Popen([*command, "out"])
    wait_for(Path("out"), process)
    process.kill()
    process.wait()
    whole, seen = tree("whole"), tree("out")
    made = {k: v for k, v in seen.items() if not k.startswith(".tei-encoder-export")}
    subprocess.run([*command, "out"], check=True)

    assert -signal.SIGKILL == process.returncode
    assert made.items() <= whole.items()
    assert len(made) < len(whole)
    assert whole == tree("out")


def wait_for(folder: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until something is made, or growing aside."""
    while process.poll() is None:
        spools = folder.glob(".tei-encoder-export/*.rows")
        if any(folder.glob("r*")) or any(spool.stat().st_size for spool in spools):
            return
        time.sleep(0.001)
