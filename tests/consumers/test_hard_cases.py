"""Hard names, titles and dates in every target, read as its consumer reads it."""

import csv
import io
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from tei_encoder.export import TARGETS
from tei_encoder.export.file_names import safe_stem
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings

Make = Callable[..., Mapping[str, bytes]]
Hold = Callable[..., Holding]
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Case:
    """A record that is hard to pass on: what it says, and the date as attributes."""

    title: str = "A talk"
    name: str = "Ann Example"
    bare: str = ""
    date: str = "<date when='1966-09-07'>7 September 1966</date>"
    words: str = "Good morning."
    id: str = "record"

    def tei(self) -> bytes:
        """Give the record as TEI by another hand than ours."""
        title, name, words = map(escape, (self.title, self.name, self.words))
        return (
            f"<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='{self.id}' "
            f"xml:lang='en'><teiHeader><fileDesc><titleStmt><title>{title}</title>"
            f"<author>{name}</author></titleStmt><publicationStmt><p>x</p>"
            "</publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc><profileDesc>"
            f"<creation>{self.date}</creation><particDesc><listPerson>"
            f"<person xml:id='p1' role='speaker'><persName>{name}</persName></person>"
            "</listPerson></particDesc></profileDesc></teiHeader><text><body><div>"
            f"<u xml:id='u1' who='#p1'><seg>{words}</seg></u></div></body></text></TEI>"
        ).encode()


CASES = {
    "plain": Case(),
    "brackets": Case(
        title="Talk [of 7 September] with A. [?]",
        name="[Ann] Example [sic] [?]",
        bare="Ann Example",
        words="He said [in French] so [...].",
    ),
    "nested brackets": Case(
        name="Ann [née [?] Sample] Example]", bare="Ann née Sample Example"
    ),
    "quotes": Case(
        title="\"Double\" 'single' “curly” ''",
        name='Ann "the Voice" O\'Example',
        words='"So," she said, "it\'s done".',
    ),
    "backslashes": Case(
        title='C:\\temp\\ "a\\" \\\\ end\\',
        name="Ann \\Example\\",
        words="\\n is \\no line\\",
    ),
    "tabs and newlines": Case(title="A\ttitle\nin lines", name="Ann\tof\nExample"),
    "markup": Case(
        title="<b>&amp; ]]> &lt; <!-- x -->",
        name="Ann <Example>",
        words="*not* _bold_ `code` # <i>tag</i> &amp; [x](y) | 1. ~no~ list",
    ),
    "separators": Case(
        title="North | South; East, West || x", name="Ann; Example | Co"
    ),
    "formula": Case(title="=1+1", name="@Ann", words="+1 and -1"),
    "non-Latin": Case(
        title="Запись беседы · 회담록 · 談話記録",
        name="Энвер Ходжа 백순재",
        words="До́брый день. 안녕하세요.",
        id="запись-회담",
    ),
    "right to left": Case(
        title="محضر اجتماع \u200f(1966) פרוטוקול",
        name="\u2067أنور خوجة\u2069",
        words="صباح الخير.",
        id="محضر",
    ),
    "beyond the BMP": Case(title="𐤀𐤁 🎙", name="Ann 𝔈xample", words="🎙️ é e\u0301"),
    "300 characters": Case(title="Long title " * 27 + "end", name="Ann " * 60 + "Z"),
    "no-break spaces": Case(
        title="No\u00a0break", name="Ann\u00a0Example", words="a\u00a0b"
    ),
    "line separators": Case(title="A\u2028B\u0085C", name="Ann\u2028Example"),
    "no date": Case(date=""),
    "year": Case(date="<date when='1966'>1966</date>"),
    "month": Case(date="<date when='1966-09'>September 1966</date>"),
    "interval": Case(date="<date from='1966-09-07' to='1966-10'>autumn</date>"),
    "open interval": Case(date="<date notBefore='1966'>after 1966</date>"),
    "date in words": Case(date="<date>early in the sixties</date>"),
    "date and time": Case(date="<date when='1966-09-07T12:00:00Z'>noon</date>"),
    "wrong date": Case(date="<date when='1966-9-7'>7.9.1966</date>"),
    "before our era": Case(date="<date when='-0043-03-15'>the Ides</date>"),
}
#: forms of a date that some target must take
DATES = re.compile(r"-?\d{4}(-\d\d(-\d\d)?)?(/(\d{4}(-\d\d(-\d\d)?)?|\.\.))?")
#: elements of METS that say all they have to say in attributes
POINTERS = {"FLocat", "fptr"}
SAFE = re.compile(r"[A-Za-z0-9._-]+(/[A-Za-z0-9._=-]+)*")


def one_space(text: str) -> str:
    """Give a text as headers mean it: a run of XML white space is one space."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def empty(files: Files) -> Iterator[str]:
    """Give what says nothing: elements without words or children, empty attributes."""
    for path, data in files.items():
        if path.endswith(".xml") and b"www.tei-c.org/ns/1.0'" not in data:
            for element in etree.fromstring(data).iter("{*}*"):
                says = len(element) or (element.text or "").strip()
                if not says and etree.QName(element).localname not in POINTERS:
                    yield f"{path}: {element.tag}"
                yield from (f"{path}: @{k}" for k, v in element.items() if not v)
        if path.endswith((".json", ".jsonld")):
            yield from (f"{path}: {key}" for key in nothing(json.loads(data)))


def nothing(value: object, key: str = "") -> Iterator[str]:
    """Give the keys of JSON under which nothing is said."""
    if value is None or value in ("", [], {}):
        yield key
    if isinstance(value, list):
        for item in value:
            yield from nothing(item, key)
    if isinstance(value, dict):
        for inner, item in value.items():
            yield from nothing(item, f"{key}/{inner}")


def json_texts(files: Files, *keys: str) -> list[str]:
    """Give the words that stand anywhere under one of those keys in the JSON files."""
    found: list[str] = []

    def collect(value: object, *, under: bool) -> None:
        if isinstance(value, dict):
            for key, item in value.items():
                collect(item, under=key in keys)
        elif isinstance(value, list):
            for item in value:
                collect(item, under=under)
        elif under:
            found.append(str(value))

    for path, data in files.items():
        if path.endswith((".json", ".jsonld")):
            collect(json.loads(data), under=False)
    return found


def element_texts(files: Files, *names: str) -> list[str]:
    """Give the words of all elements of those names in the XML files."""
    return [
        element.text or ""
        for path, data in files.items()
        if path.endswith(".xml") and b"www.tei-c.org/ns/1.0'" not in data
        for element in etree.fromstring(data).iter("{*}*")
        if etree.QName(element).localname in names
    ]


def columns(files: Files, ending: str) -> dict[str, list[str]]:
    """Give the first row of a CSV by its headings, which may recur."""
    (data,) = (data for path, data in files.items() if path.endswith(ending))
    headings, cells = list(csv.reader(io.StringIO(data.decode(), newline="")))[:2]
    found: dict[str, list[str]] = {}
    for heading, cell in zip(headings, cells, strict=True):
        found.setdefault(heading, []).append(cell)
    return found


def bag_titles(files: Files) -> list[str]:
    """Give what bagit.py reads of the record in a bag, which must be valid."""
    bagit = pytest.importorskip("bagit", reason="PyPI package bagit is not installed")
    with tempfile.TemporaryDirectory() as name:
        for path, data in files.items():
            target = Path(name, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        (folder,) = Path(name).iterdir()
        bag = bagit.Bag(str(folder))
        assert bag.validate()
    titles: list[str] = bag.info["External-Description"]
    return titles


def php_row(files: Files) -> dict[str, str]:
    """Give the first row as PHP reads it, cells trimmed as the importer does."""
    if shutil.which("php") is None:
        pytest.skip("php is not installed (Debian package php-cli)")
    code = (
        "$f = fopen('php://stdin', 'r'); $h = fgetcsv($f, 0, ',', '\"', '\\\\');"
        "$r = fgetcsv($f, 0, ',', '\"', '\\\\'); echo json_encode([$h, $r]);"
    )
    done = subprocess.run(
        ["php", "-r", code],
        input=next(iter(files.values())),
        capture_output=True,
        check=True,
    )
    headings, cells = json.loads(done.stdout)
    return {h: c.strip(" ") for h, c in zip(headings, cells, strict=True)}


def shown(markdown: str) -> str:
    """Give the words that a reader of CommonMark sees."""
    html = MarkdownIt("commonmark").render(markdown)
    return "".join(etree.fromstring(f"<x>{html}</x>").itertext())


def islandora_titles(files: Files) -> list[str]:
    """Give the title, the whole one where it was too long for Drupal."""
    row = columns(files, "islandora.csv")
    return row.get("field_full_title", row["title"])


def islandora_names(files: Files) -> list[str]:
    """Give the names of the typed relations."""
    (cell,) = columns(files, "islandora.csv")["field_linked_agent"]
    return [relation.split(":", 3)[3] for relation in cell.split("|")]


#: how the consumer of a target reads the titles and the names in its files
TITLES: Mapping[str, Callable[[Files], list[str]]] = {
    "bagit": bag_titles,
    "archivematica": lambda files: columns(files, "metadata.csv")["dc.title"],
    "omeka-csv": lambda files: php_row(files)["dcterms:title"].split("|"),
    "dc": lambda files: element_texts(files, "title"),
    "ead": lambda files: element_texts(files, "unittitle"),
    "dspace-saf": lambda files: element_texts(files, "dcvalue"),
    "mods": lambda files: element_texts(files, "title"),
    "mets": lambda files: element_texts(files, "title"),
    "dataverse": lambda files: json_texts(files, "value"),
    "islandora-csv": islandora_titles,
    "datacite": lambda files: json_texts(files, "title", "name"),
    "invenio": lambda files: json_texts(files, "title"),
    "ro-crate": lambda files: json_texts(files, "name"),
    "schema-org": lambda files: json_texts(files, "name"),
    "atom-csv": lambda files: [php_row(files)["title"]],
}
NAMES: Mapping[str, Callable[[Files], list[str]]] = {
    "archivematica": lambda files: columns(files, "metadata.csv")["dc.creator"],
    "omeka-csv": lambda files: php_row(files)["dcterms:creator"].split("|"),
    "dc": lambda files: element_texts(files, "creator"),
    "ead": lambda files: element_texts(files, "persname"),
    "dspace-saf": lambda files: element_texts(files, "dcvalue"),
    "mods": lambda files: element_texts(files, "namePart"),
    "mets": lambda files: element_texts(files, "namePart"),
    "dataverse": lambda files: json_texts(files, "value"),
    "islandora-csv": islandora_names,
    "datacite": lambda files: json_texts(files, "title", "name"),
    "invenio": lambda files: json_texts(files, "family_name"),
    "ro-crate": lambda files: json_texts(files, "name"),
    "schema-org": lambda files: json_texts(files, "name"),
    "atom-csv": lambda files: php_row(files)["eventActors"].split("|"),
    "csv": lambda files: columns(files, ".csv")["name"],
    "jsonl": lambda files: [json.loads(files["utterances.jsonl"])["name"]],
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("target", TARGETS)
def test_hard_case(
    target: str, case: Case, hold: Hold, make: Make, settings: ExportSettings
) -> None:
    """Title and names arrive as they are, in safe files, without anything empty.

    A target that insists on a date refuses the record that has none it can use.
    """
    stem = safe_stem(case.id)
    holding = hold(case.tei(), stem)
    missing = TARGETS[target].missing(holding.entry, settings)
    if missing:
        assert all("date" in requirement.name for requirement in missing)
        assert all(requirement.path for requirement in missing)
        return
    files = make(target, holding)

    assert files == make(target, hold(case.tei(), stem))
    assert all(SAFE.fullmatch(path) for path in files)
    assert [] == list(empty(files))
    title, name = one_space(case.title), one_space(case.bare or case.name)
    if target == "bagit":  # a line of bag-info.txt holds one line of any kind
        title = " ".join(title.split())
    if target == "omeka-csv":
        title, name = title.replace("|", "¦"), name.replace("|", "¦")
    if target in {"atom-csv", "islandora-csv"}:
        name = name.replace("|", "¦")
    assert target not in TITLES or title in TITLES[target](files)
    assert target not in NAMES or name in NAMES[target](files)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("target", ["csv", "jsonl", "parquet", "txt", "md"])
def test_words_arrive(target: str, case: Case, hold: Hold, make: Make) -> None:
    """What is said stands in the tables and texts, word for word."""
    files = make(target, hold(case.tei()))
    (data,) = files.values()
    words = one_space(case.words)
    match target:
        case "csv":
            assert words == columns(files, ".csv")["text"][0]
        case "parquet":
            parquet = pytest.importorskip("pyarrow.parquet")
            rows = parquet.read_table(io.BytesIO(data)).to_pylist()
            assert words == rows[0]["text"]
        case "jsonl":
            assert words == json.loads(data)["text"]
        case "txt":
            assert words in data.decode()
        case _:
            assert words in shown(data.decode())


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("target", TARGETS)
def test_dates_are_dates(
    target: str, case: Case, hold: Hold, make: Make, settings: ExportSettings
) -> None:
    """Where a target has a date of its own form, it is the stated one or none."""
    holding = hold(case.tei())
    if TARGETS[target].missing(holding.entry, settings):
        return
    files = make(target, holding)
    match target:
        case "ead":
            roots = (etree.fromstring(data) for data in files.values())
            found = [e.get("normal") for r in roots for e in r.iter("{*}unitdate")]
        case "dspace-saf":
            root = etree.fromstring(files["record/dublin_core.xml"])
            fields = [e for e in root if e.get("element") == "date"]
            found = [e.text for e in fields if e.get("qualifier") == "created"]
        case "atom-csv":
            row = columns(files, "atom.csv")
            start, end = (
                row.get(f"event{end}Dates", [""])[0] for end in ("Start", "End")
            )
            found = [(start if start == end else f"{start}/{end or '..'}") or None]
        case "schema-org" | "ro-crate":
            found = [*json_texts(files, "dateCreated", "temporalCoverage")]
        case "datacite":
            (record,) = map(json.loads, files.values())
            dates = record.get("dates", [])
            found = [d["date"] for d in dates if d["dateType"] == "Created"]
        case "islandora-csv":
            row = columns(files, "islandora.csv")
            found = row.get("field_edtf_date_created", [])
        case "omeka-csv":
            found = [columns(files, "omeka.csv").get("dcterms:temporal", [None])[0]]
        case _:
            return
    entry = holding.entry
    stated = entry.date.when if entry.date else None
    assert all(DATES.fullmatch(date) for date in found if date)
    assert set(found) <= {stated, None}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_finding_aids_are_valid(
    case: Case,
    hold: Hold,
    make: Make,
    settings: ExportSettings,
    ead_schema: etree.XMLSchema,
) -> None:
    """Whatever a record holds, its finding aid is valid under ead.xsd."""
    holding = hold(case.tei())
    if not TARGETS["ead"].missing(holding.entry, settings):
        (data,) = make("ead", holding).values()
        ead_schema.assertValid(etree.fromstring(data))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_mods_is_valid(
    case: Case, hold: Hold, make: Make, mods_schema: etree.XMLSchema
) -> None:
    """Whatever a record holds, its MODS is valid under mods-3-4.xsd."""
    (data,) = make("mods", hold(case.tei())).values()
    mods_schema.assertValid(etree.fromstring(data))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_mets_is_valid(
    case: Case, hold: Hold, make: Make, mets_schema: etree.XMLSchema
) -> None:
    """Whatever a record holds, its METS is valid under mets.xsd."""
    data = make("mets", hold(case.tei()))["record/METS.xml"]
    mets_schema.assertValid(etree.fromstring(data))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_datacite_is_valid(case: Case, hold: Hold, make: Make) -> None:
    """Whatever a record holds, DataCite's schema accepts its metadata."""
    package = pytest.importorskip("datacite.schema45")
    (data,) = make("datacite", hold(case.tei())).values()
    package.validator.validate(json.loads(data))


def test_invenio_takes_them(
    hold: Hold, make: Make, invenio: Callable[..., list[tuple[str, dict[str, str]]]]
) -> None:
    """Whatever a record holds, InvenioRDM's schema takes it and keeps its title."""
    drafts = [
        json.loads(make("invenio", hold(case.tei()))["record/record.json"])["metadata"]
        for case in CASES.values()
    ]
    found = invenio(*drafts)

    assert {"taken"} == {status for status, _ in found}, found
    for given, (_, taken) in zip(drafts, found, strict=True):
        assert given.keys() == taken.keys()


@pytest.mark.parametrize("target", TARGETS)
def test_two_records_of_one_title(target: str, hold: Hold, make: Make) -> None:
    """Two records of one title and id are two packages, or stand in one table."""
    one, two = Case(words="One."), Case(words="Two.")
    alone = make(target, hold(one.tei(), "record"))
    both = make(target, hold(one.tei(), "record"), hold(two.tei(), "record-2"))

    if set(alone) == set(both):
        (table,) = both.values()
        assert len(table) > len(*alone.values())
    else:
        assert {"record", "record-2"} == {re.split("[./]", path)[0] for path in both}
        assert all(both[path] == data for path, data in alone.items())
