"""The catalogue entry: each row of the crosswalk, from our TEI and from others'."""

from dataclasses import replace
from pathlib import Path

import pytest

from tei_encoder.decode import read_entry
from tei_encoder.model.catalogue import Agent, CatalogueEntry, Dating, Identifier, Term
from tei_encoder.model.record import EntityKind


def entry(header: str, body: str = "<p/>", attributes: str = "") -> CatalogueEntry:
    """Read a header."""
    return read_entry(
        f"<TEI xmlns='http://www.tei-c.org/ns/1.0' {attributes}><teiHeader>{header}"
        f"</teiHeader><text><body>{body}</body></text></TEI>".encode(),
        "file",
    )


def file_desc(title: str = "", publication: str = "", source: str = "") -> str:
    """Give a fileDesc."""
    return (
        f"<fileDesc><titleStmt>{title}</titleStmt><publicationStmt>{publication}"
        f"</publicationStmt><sourceDesc>{source}</sourceDesc></fileDesc>"
    )


@pytest.fixture(scope="module")
def seed(root: Path) -> CatalogueEntry:
    """Read the seed's TEI."""
    name = "hoxha-baek-1966-09-07/expected-u.xml"
    return read_entry((root / "tests" / "golden" / name).read_bytes(), "x")


def test_rows_of_the_seed(seed: CatalogueEntry) -> None:
    """What our own header says of the seed arrives, row by row."""
    assert "hoxha-baek-1966-09-07" == seed.id
    assert seed.title
    assert seed.title.startswith("Report on a Meeting")
    assert Dating("September 7, 1966", "1966-09-07") == seed.date
    assert (("typescript", Dating("January 21, 1969", "1969-01-21")),) == (
        seed.other_dates
    )
    assert ["Enver Hoxha", "Baek Sunje", "Behar Shtlla"] == [
        agent.name for agent in seed.participants
    ]
    assert [
        ("trl", "Enkel Daljani"),
        ("stenographer", "Haxhi Kroi"),
        ("decipherer", "H. K."),
        ("typist", "F. Kola"),
    ] == [(agent.role, agent.name) for agent in seed.responsibilities]
    assert ("Leon Levy Foundation",) == seed.funders
    assert "en" == seed.language
    assert Term("Memorandum of Conversation") == seed.genre
    assert (Term("the headquarters of the ALP CC"),) == seed.places
    assert "18 turns, 49 paragraphs of speech" == seed.extent
    assert (("tei_encoder", "0.1.0"),) == seed.software
    assert seed.schema
    assert seed.schema.endswith("tei_all.rng")


def test_original_of_the_seed(seed: CatalogueEntry) -> None:
    """Where the original is kept arrives, and under which terms."""
    original = seed.original
    assert "AQPPSH" == original.repository
    assert "MPP Korese" == original.collection
    assert "MPP Korese, D4, V. 1966" == original.reference_code
    assert (Identifier("D4", "file"), Identifier("V. 1966", "year")) == (
        original.identifiers
    )
    assert original.citation
    assert original.citation.startswith("AQPPSH, ")
    assert "Printed in 2 copies" == original.extent
    assert 2 == len(original.rights)
    assert original.language is None


def test_both_modes_say_the_same(root: Path) -> None:
    """Of `u` and `sp` the same entry is read, but for how turns are encoded."""
    for folder in sorted((root / "tests" / "golden").glob("*/")):
        if (folder / "expected-u.xml").is_file():
            u, sp = (
                read_entry((folder / f"expected-{mode}.xml").read_bytes(), "x")
                for mode in ("u", "sp")
            )
            assert replace(u, practice=()) == replace(sp, practice=())
            assert len(u.practice) == len(sp.practice) > 0


def test_an_empty_header_says_nothing() -> None:
    """Nothing is invented: the name of the file is the id, all else is empty."""
    assert CatalogueEntry(id="file") == entry("")
    assert CatalogueEntry(id="file") == read_entry(b"<nothing/>", "file")


def test_titles() -> None:
    """The main title is told from others, and one that we supplied is none."""
    found = entry(
        file_desc(
            "<title type='sub'>S</title><title type='main'>M</title>"
            "<title type='alt' xml:lang='sq'>A</title>"
        )
    )
    supplied = "<title resp='#r.resp-software'>[Untitled record: a.txt]</title>"

    assert "M" == found.title
    assert (Term("S"), Term("A", "sq")) == found.alternative_titles
    assert entry(file_desc(supplied)).title is None


def test_identifiers() -> None:
    """The id is the file's own, else its first number."""
    numbers = "<idno type='DOI'>10.1/x</idno><idno>7</idno>"
    found = entry(file_desc(publication=numbers))

    assert "10.1/x" == found.id
    assert (Identifier("10.1/x", "DOI"), Identifier("7")) == found.identifiers
    assert "r" == entry(file_desc(publication=numbers), attributes="xml:id='r'").id


@pytest.mark.parametrize(
    ("attributes", "when"),
    [
        ("when='1966-09-07'", "1966-09-07"),
        ("when='1966-09-07T12:00:00+02:00'", "1966-09-07"),
        ("when='1966-9-7'", None),
        ("when='19660907'", None),
        ("when='1966-13'", None),
        ("when='1966-02-29'", None),
        ("when-iso='1966-09'", "1966-09"),
        ("from='1966' to='1967-01'", "1966/1967-01"),
        ("notBefore='1966'", "1966/.."),
        ("notAfter='1966'", "../1966"),
        ("from='1966' to='1966'", "1966"),
        ("when='-0043-03-15'", "-0043-03-15"),
        ("calendar='#julian'", None),
    ],
)
def test_dates(attributes: str, when: str | None) -> None:
    """Attributes become a W3C date or interval, or nothing; the words stay."""
    found = entry(
        f"<profileDesc><creation><date {attributes}>then</date></creation>"
        "</profileDesc>"
    )

    assert Dating("then", when) == found.date


def test_date_of_the_conversation_elsewhere() -> None:
    """The date may stand in the setting, the recording, or the source's bibl."""
    setting = "<settingDesc><setting><date when='2015-01-02'/></setting></settingDesc>"
    recording = (
        "<recordingStmt><recording><date when='1999'/></recording></recordingStmt>"
    )

    assert Dating("2015-01-02", "2015-01-02") == (
        entry(f"<profileDesc>{setting}</profileDesc>").date
    )
    assert Dating("1999", "1999") == entry(file_desc(source=recording)).date
    assert Dating("2001", "2001") == (
        entry(file_desc(source="<bibl><date when='2001'/></bibl>")).date
    )


def test_people_of_others() -> None:
    """Names in parts, editors and several names of one statement are read."""
    title = (
        "<author><persName><surname>Moe</surname><forename>Gro</forename></persName>"
        "</author><editor>E. D.</editor><respStmt><resp>transcribed by</resp>"
        "<persName ref='https://orcid.org/1'>A</persName><orgName>B</orgName></respStmt>"
    )
    found = entry(file_desc(title))

    assert (Agent("Gro Moe", "aut"),) == found.authors
    assert (
        Agent("A", "transcribed by", ("https://orcid.org/1",)),
        Agent("B", "transcribed by", (), EntityKind.ORGANISATION),
        Agent("E. D.", "edt"),
    ) == found.responsibilities


def test_names_lose_brackets() -> None:
    """No editorial bracket enters a name; the preferred form wins."""
    people = (
        "<profileDesc><particDesc><listPerson><person role='speaker'>"
        "<persName type='label'>Label</persName><persName>[Ann] Moe [sic]</persName>"
        "<idno>https://viaf.org/1</idno></person><person><p>x</p></person></listPerson>"
        "</particDesc></profileDesc>"
    )
    assert (Agent("Ann Moe", "speaker", ("https://viaf.org/1",)),) == (
        entry(people).participants
    )


def test_publication() -> None:
    """Publisher, date, licence, terms and status are told apart."""
    found = entry(
        file_desc(
            publication="<distributor>D</distributor><date when='2024'/>"
            "<availability status='free'><licence target='https://l/'>L</licence>"
            "<p>Terms.</p></availability>"
        )
    ).publication

    assert ("D", "2024") == (found.publisher, found.date and found.date.when)
    assert ("L", "https://l/", "free") == (
        found.licence,
        found.licence_uri,
        found.status,
    )
    assert ("Terms.",) == found.terms
    assert ("Prose.",) == entry(
        file_desc(publication="<p>Prose.</p>")
    ).publication.terms


def test_classes_and_facsimiles() -> None:
    """Genre by category, subjects with their scheme, and images are found."""
    found = read_entry(
        b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><encodingDesc><classDecl>"
        b"<taxonomy><category xml:id='g'><catDesc>Debate</catDesc></category>"
        b"</taxonomy></classDecl></encodingDesc><profileDesc><textClass>"
        b"<catRef target='#g'/>"
        b"<keywords scheme='lcsh'><term ref='http://x/1'>Peace</term></keywords>"
        b"<classCode scheme='ddc'>320</classCode></textClass></profileDesc></teiHeader>"
        b"<facsimile><graphic url='a.jpg'/></facsimile><text><body><pb facs='b.jpg'/>"
        b"</body></text></TEI>",
        "x",
    )

    assert Term("Debate") == found.genre
    assert (Term("Peace", "lcsh", "http://x/1"), Term("320", "ddc")) == found.subjects
    assert ("a.jpg", "b.jpg") == found.facsimiles


def test_history() -> None:
    """Custody, origin and revisions are read; bodies lose brackets, too."""
    found = entry(
        "<fileDesc><titleStmt><funder>[Leon] Fund</funder></titleStmt><sourceDesc>"
        "<msDesc><msIdentifier><repository>State [sic] Archive</repository>"
        "</msIdentifier><history><origin><origDate when='1969'>1969</origDate></origin>"
        "<provenance>In a box.</provenance><acquisition>A gift.</acquisition></history>"
        "</msDesc></sourceDesc></fileDesc><revisionDesc><change when='2024'>Mended."
        "</change><change>Again.</change></revisionDesc>"
    )

    assert ("Leon Fund",) == found.funders
    assert "State Archive" == found.original.repository
    assert (("origin", Dating("1969", "1969")),) == found.other_dates
    assert ("In a box.",) == found.original.custodial_history
    assert ("A gift.",) == found.original.acquisition
    assert ("2024: Mended.", "Again.") == found.revisions


def test_language() -> None:
    """The text's language comes first, und is none."""
    used = (
        "<profileDesc><langUsage><language ident='sq'/><language ident='en'/>"
        "</langUsage></profileDesc>"
    )
    assert "en-GB" == entry(used, attributes="xml:lang='en-GB'").language
    assert "sq" == entry(used, attributes="xml:lang='und'").language
    assert entry("", attributes="xml:lang='und'").language is None


def test_shared_documents_of_others(shared: Path) -> None:
    """Of every TEI file in the shared material an entry is read, twice the same."""
    files = sorted((shared / "tei").rglob("*.xml"))
    read = 0
    for path in files:
        data = path.read_bytes()
        try:
            found = read_entry(data, path.stem)
        except Exception as error:  # noqa: BLE001 - only our own kind is allowed
            assert "ReadError" == type(error).__name__, path  # noqa: PT017
            continue
        assert found == read_entry(data, path.stem)
        read += found.title is not None
    assert read > len(files) / 2
