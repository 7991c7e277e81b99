"""The header read as an archival description."""

from lxml import etree

from tei_encoder.decode import Decoded, decode
from tei_encoder.model.description import Certainty, Origin, Responsibility, Role
from tei_encoder.model.record import EntityKind, Name, NameType
from tei_encoder.model.source import Span


def decoded(header: str, body: str = "<p/>") -> Decoded:
    """Decode a header."""
    return decode(
        etree.fromstring(
            "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='r' xml:lang='en'>"
            f"<teiHeader>{header}</teiHeader><text><body>{body}</body></text></TEI>"
        )
    ).value


def test_copy_points_to_its_source() -> None:
    """A copy in the header takes its span from the element it points to."""
    header = (
        "<fileDesc><titleStmt><title corresp='#r.h'>T</title></titleStmt></fileDesc>"
    )
    body = "<head xml:id='r.h' source='src:3,4'>T</head>"
    title = decoded(header, body).description.title
    assert title is not None
    assert (title.text, title.span, title.origin) == ("T", Span(3, 4), Origin.SOURCE)


def test_dates() -> None:
    """The conversation's date is told from others; intervals are EDTF."""
    header = (
        "<profileDesc><creation><date type='typescript' when='1969'>69</date>"
        "<date type='conversation' from='1966-01' to='1966-02' cert='low'>early</date>"
        "</creation></profileDesc>"
    )
    description = decoded(header).description
    assert description.date is not None
    assert description.date.when == "1966-01/1966-02"
    assert description.date.certainty is Certainty.LOW
    assert [(role, s.when) for role, s in description.other_dates] == [
        ("typescript", "1969")
    ]


def test_values_of_the_metadata() -> None:
    """A value with the metadata's @resp comes from there."""
    header = (
        "<fileDesc><titleStmt><title resp='#r.resp-metadata'>T</title></titleStmt>"
        "</fileDesc>"
    )
    title = decoded(header).description.title
    assert title is not None
    assert title.origin is Origin.METADATA


def test_responsibilities() -> None:
    """Who made the record is told from what made the file."""
    header = (
        "<fileDesc><titleStmt><respStmt xml:id='r.resp-translator'><resp>translated"
        "</resp><persName>A B</persName></respStmt><respStmt xml:id='r.resp-software'>"
        "<resp>encoded</resp><name>tei_encoder</name></respStmt></titleStmt></fileDesc>"
    )
    (found,) = decoded(header).description.responsibilities
    assert isinstance(found, Responsibility)
    assert (found.role, found.name.text) == (Role.TRANSLATOR, "A B")


def test_original_without_an_identifier() -> None:
    """What a bibl tells of the original is read as from msDesc."""
    header = (
        "<fileDesc><sourceDesc><bibl type='digital'/><bibl type='original'><respStmt "
        "xml:id='r.resp-typist'><resp>typing</resp><name>G. Moe</name></respStmt>"
        "<textLang mainLang='sq'/><extent>2 copies</extent></bibl></sourceDesc>"
        "</fileDesc>"
    )
    description = decoded(header).description
    assert description.extent is not None
    assert description.original_language is not None
    assert (description.extent.text, description.original_language.text) == (
        "2 copies",
        "sq",
    )
    assert [r.role for r in description.responsibilities] == [Role.TYPIST]


def test_nothing_is_invented() -> None:
    """An empty header gives the language of the file and nothing else."""
    description = decoded("<fileDesc/>").description
    assert description.language.text == "en"
    assert description.title is None
    assert description.date is None
    assert description.original_language is None


def test_unknown_original_language() -> None:
    """The tag und says that the language is not known."""
    header = (
        "<fileDesc><sourceDesc><msDesc><msContents><msItem><textLang mainLang='und'>"
        "not stated</textLang></msItem></msContents></msDesc></sourceDesc></fileDesc>"
    )
    assert decoded(header).description.original_language is None


def test_entities() -> None:
    """Persons keep their names by type and lose the record's prefix."""
    header = (
        "<profileDesc><particDesc><listPerson><person xml:id='r.p-a' role='speaker'>"
        "<persName>A</persName><persName type='label'>Mr A</persName>"
        "<idno>http://e.org/1</idno></person><personGrp xml:id='r.g-1'/></listPerson>"
        "</particDesc></profileDesc>"
    )
    person, group = decoded(header).entities
    assert (person.id, person.role) == ("p-a", "speaker")
    assert person.names == (Name("A"), Name("Mr A", NameType.LABEL))
    assert person.references == ("http://e.org/1",)
    assert group.kind is EntityKind.GROUP


def test_times_by_their_role() -> None:
    """A time without a type is when it began; others say what they are."""
    header = (
        "<profileDesc><settingDesc><setting><time when='10:30:00'>10.30</time>"
        "<time type='end' when='12:15:00'>12.15</time></setting></settingDesc>"
        "</profileDesc>"
    )
    description = decoded(header).description
    assert description.time is not None
    assert description.time.when == "10:30:00"
    assert [(role, s.when) for role, s in description.other_times] == [
        ("end", "12:15:00")
    ]


def test_paper_custody_and_conditions() -> None:
    """What msDesc tells of the original is read, each from its place."""
    header = (
        "<fileDesc><sourceDesc><msDesc><msIdentifier><altIdentifier type='number'>"
        "<idno>No. 5</idno></altIdentifier></msIdentifier><physDesc><p>in ink</p>"
        "<objectDesc><supportDesc><extent>2 pp</extent></supportDesc></objectDesc>"
        "</physDesc><history><provenance><p>once in B</p></provenance><acquisition>"
        "<p>gift of C</p></acquisition></history><additional><adminInfo><availability>"
        "<p>open</p></availability><note type='reproduction'><p>free</p></note>"
        "</adminInfo><surrogates><bibl><ref>page</ref></bibl><bibl type='related'>"
        "a scan</bibl></surrogates></additional></msDesc></sourceDesc></fileDesc>"
    )
    found = decoded(header).description
    assert ["No. 5"] == [s.text for s in found.identifiers]
    assert found.extent is not None
    assert "2 pp" == found.extent.text
    assert ["in ink"] == [s.text for s in found.physical]
    assert ["once in B"] == [s.text for s in found.custodial_history]
    assert ["gift of C"] == [s.text for s in found.acquisition]
    assert found.conditions_of_access is not None
    assert "open" == found.conditions_of_access.text
    assert ["free"] == [s.text for s in found.conditions_of_reproduction]
    assert ["a scan"] == [s.text for s in found.surrogates]


def test_paper_and_custody_of_an_original_without_an_identifier() -> None:
    """Notes of a bibl tell the same where there is no msDesc."""
    header = (
        "<fileDesc><sourceDesc><bibl type='original'><note type='physical'>in ink"
        "</note><note type='provenance'>once in B</note><note type='acquisition'>gift"
        "</note><note type='surrogates'>a scan</note><note type='reproduction'>free"
        "</note></bibl></sourceDesc></fileDesc>"
    )
    found = decoded(header).description
    told = (
        *(found.physical, found.custodial_history, found.acquisition),
        *(found.surrogates, found.conditions_of_reproduction),
    )
    assert ["in ink", "once in B", "gift", "a scan", "free"] == [
        statement.text for (statement,) in told
    ]
