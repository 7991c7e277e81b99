"""The header says what the source says, once, and who says what else."""

from dataclasses import replace

import pytest
from drafting import SETTINGS, Draughtsman, Encoded
from strategies import source_of

from tei_encoder.encode import encode
from tei_encoder.model.annotation import AnnotationKind
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.description import (
    Certainty,
    Citation,
    Description,
    Origin,
    Responsibility,
    Role,
    Statement,
)
from tei_encoder.model.metadata import Metadata, PublicationGiven
from tei_encoder.model.record import (
    Entity,
    EntityKind,
    Name,
    NameType,
    Passage,
    Record,
    SetAside,
)
from tei_encoder.model.source import Span
from tei_encoder.stages import Speech


def page_with_text() -> Draughtsman:
    """Give a page with a title and a paragraph."""
    page = Draughtsman()
    page.passage(Kind.TITLE, "A Meeting\nof Two")
    page.passage(Kind.NARRATION, "They met in Oslo.")
    return page


def published(**given: str) -> Encoded:
    """Encode with metadata on the publication."""
    metadata = Metadata(name="m.toml", publication=PublicationGiven(**given))
    return page_with_text().encode(settings=replace(SETTINGS, metadata=metadata))


def test_a_title_in_the_header_is_a_copy() -> None:
    """What the body transcribes is owned there; the header points to it."""
    page = page_with_text()
    page.describe(title=Statement("A Meeting\nof Two", Span(0, 16)))
    encoded = page.encode()

    assert ('<title corresp="#head1">A Meeting of Two</title>') == encoded.shown(
        "//t:titleStmt/t:title"
    )
    assert "A Meeting\nof Two" == encoded.one("//t:body//t:head").text


def test_no_title_is_invented() -> None:
    """A record without a title gets a name in brackets, by the software."""
    assert (
        '<title resp="#resp-software">[Untitled record: page.txt]</title>'
    ) == page_with_text().encode().shown("//t:titleStmt/t:title")


def test_nothing_is_said_of_a_publication() -> None:
    """Without metadata there is a paragraph, and no publisher (Guidelines 2.2.4)."""
    assert (
        "<publicationStmt>\n        <p>Not published; no licence is granted by this "
        "file.</p>\n      </publicationStmt>"
    ) == page_with_text().encode().shown("//t:publicationStmt")


def test_publication() -> None:
    """The publisher comes first; all is by the metadata file."""
    encoded = published(
        publisher="Harbour Press", date="2026-11-23", licence="https://example.org/by"
    )
    by = 'resp="#resp-metadata"'

    assert (
        "<publicationStmt>\n"
        f"        <publisher {by}>Harbour Press</publisher>\n"
        f'        <date when="2026-11-23" {by}>2026-11-23</date>\n'
        f"        <availability {by}>\n"
        '          <licence target="https://example.org/by">https://example.org/by'
        "</licence>\n"
        "        </availability>\n"
        "      </publicationStmt>"
    ) == encoded.shown("//t:publicationStmt")
    assert (
        "m.toml" == encoded.one("//t:respStmt[@xml:id='rec.resp-metadata']/t:name").text
    )


def test_publication_without_a_publisher_is_prose() -> None:
    """TEI wants a publisher first: without one there is a paragraph."""
    assert "The publisher is not stated. Licence: ask us." == (
        published(licence="ask us").one("//t:publicationStmt/t:p").text
    )


def test_the_source_page() -> None:
    """Rights, sponsors and page labels are kept verbatim, and no licence is granted."""
    page = page_with_text()
    page.describe(
        funding_notes=(page.state("Made possible by a fund"),),
        funders=(page.state("Harbour Fund"),),
        rights=(page.state("Reuse is welcome."),),
        classification=(page.state("SECRET"),),
        publisher=page.state("The Archive"),
    )
    page.set_aside.append(SetAside(page.add("Record ID"), "page-label"))
    encoded = page.encode()

    assert [] == encoded.all("//t:sourceDesc//t:licence")
    assert [
        ("publisher", "The Archive"),
        ("idno", "page.txt"),
        ("note", "Made possible by a fund"),
        ("note", "SECRET"),
        ("funder", "Harbour Fund"),
        ("availability", "Reuse is welcome."),
        ("note", "Record ID"),
    ] == [
        (e.tag.rpartition("}")[2], "".join(e.itertext()).strip())
        for e in encoded.all("//t:bibl[@type='digital']/*[not(@type='sha256')]")
    ]


def test_a_share_of_a_source_names_its_range() -> None:
    """A file that encodes a part of the text says which."""
    span = Span(5, 9)
    parts = (Passage(Kind.NARRATION, (span,)),)
    record = Record("rec", span, Description(Statement("en")), (), parts)
    outcome = encode(source_of("one\n\ntwo."), record, SETTINGS)
    encoded = Encoded(outcome.value.root, outcome.diagnostics)

    assert (
        '<biblScope unit="char" from="5" to="9">characters 5 to 9</biblScope>'
    ) == encoded.shown("//t:biblScope")


def test_the_original() -> None:
    """The citation is kept verbatim, and parsed into msDesc (Guidelines 11)."""
    page = page_with_text()
    line = page.state("NHA, Fond 12, Folder 44.")
    at = line.span.start if line.span else 0
    page.describe(
        citation=Citation(
            line,
            repository=Statement("NHA", Span(at, at + 3)),
            identifiers=(("folder", Statement("Folder 44", Span(at + 14, at + 23))),),
        ),
        responsibilities=(
            Responsibility(Role.TYPIST, Statement("G. Moe")),
            Responsibility(Role.TRANSLATOR, Statement("Liv Dahl")),
        ),
        conditions_of_access=page.state("Open."),
    )
    encoded = page.encode()

    assert line.text == encoded.one("//t:bibl[@type='archival']").text
    assert ["NHA", "Folder 44"] == [
        e.text for e in encoded.all("//t:msIdentifier//*[not(*)]")
    ]
    assert ["typing"] == [e.text for e in encoded.all("//t:msItem//t:resp")]
    assert (
        "translation"
        == encoded.one(
            "//t:titleStmt/t:respStmt[@xml:id='rec.resp-translator']/t:resp"
        ).text
    )
    assert "Open." == encoded.one("//t:adminInfo/t:availability/t:p").text


def test_an_original_that_nothing_identifies() -> None:
    """What the colophon tells stands in a bibl: msIdentifier may not be empty."""
    page = page_with_text()
    copies = page.passage(Kind.COLOPHON, "Printed in 2 copies", Field.COPIES)
    page.describe(
        responsibilities=(
            Responsibility(Role.TYPIST, Statement("G. Moe")),
            Responsibility(Role.TRANSLATOR, Statement("Liv Dahl")),
        ),
        extent=Statement("Printed in 2 copies", copies),
        other_dates=(("typescript", Statement("21 January 1969", when="1969-01-21")),),
    )
    encoded = page.encode()

    assert [] == encoded.all("//t:msDesc")
    assert (
        '<bibl type="original" xml:id="src-original">\n'
        '          <respStmt xml:id="resp-typist">\n'
        "            <resp>typing</resp>\n"
        "            <name>G. Moe</name>\n"
        "          </respStmt>\n"
        '          <extent corresp="#colophon1">Printed in 2 copies</extent>\n'
        '          <date type="typescript" when="1969-01-21">21 January 1969</date>\n'
        "        </bibl>"
    ) == encoded.shown("//t:bibl[@type='original']")
    assert ["rec.resp-translator", "rec.resp-software"] == [
        e.get("{http://www.w3.org/XML/1998/namespace}id")
        for e in encoded.all("//t:titleStmt/t:respStmt")
    ]


def test_of_an_original_nothing_is_invented() -> None:
    """Without a word on the original there is no description of it."""
    assert 1 == len(page_with_text().encode().all("//t:sourceDesc/*"))


def test_responsible_people_are_pointed_to() -> None:
    """A name that the record describes carries a pointer."""
    page = page_with_text()
    page.entities.append(Entity("p-liv-dahl", EntityKind.PERSON, (Name("Liv Dahl"),)))
    page.describe(
        responsibilities=(
            Responsibility(Role.TRANSLATOR, Statement("Liv Dahl"), None, "p-liv-dahl"),
        )
    )

    assert ('<persName ref="#p-liv-dahl">Liv Dahl</persName>') == page.encode().shown(
        "//t:respStmt/t:persName"
    )


def test_participants_and_others() -> None:
    """Who takes part stands in particDesc, everything else in standOff."""
    page = page_with_text()
    names = (Name("Anna Lund"), Name("MRS. LUND", NameType.LABEL), Name("Anna Lund"))
    page.entities += [
        Entity("p-anna-lund", EntityKind.PERSON, names, "speaker"),
        Entity("g-voices-1", EntityKind.GROUP, (Name("Voices"),), "unidentified"),
        Entity("p-per", EntityKind.PERSON, (Name("Per"),)),
        Entity("o-yard", EntityKind.ORGANISATION, (Name("Yard"),)),
        Entity("pl-oslo", EntityKind.PLACE, (Name("Oslo"),)),
    ]
    encoded = page.encode()

    assert (
        '<person xml:id="p-anna-lund" role="speaker">\n'
        "            <persName>Anna Lund</persName>\n"
        '            <persName type="label">MRS. LUND</persName>\n'
        "          </person>"
    ) == encoded.shown("//t:particDesc//t:person")
    assert ["personGrp"] == [
        e.tag.rpartition("}")[2] for e in encoded.all("//t:particDesc//*[@role][2]")
    ]
    assert ["rec.p-per", "rec.o-yard", "rec.pl-oslo"] == [
        e.get("{http://www.w3.org/XML/1998/namespace}id")
        for e in encoded.all("//t:standOff/*/*")
    ]


def test_makers_have_a_list_of_their_own() -> None:
    """Who made the record is told from whom the text mentions (Guidelines 14.3.2)."""
    page = page_with_text()
    page.entities += [
        Entity("p-per", EntityKind.PERSON, (Name("Per Moe"),)),
        Entity("p-liv", EntityKind.PERSON, (Name("Liv Dahl"),)),
        Entity("p-ada", EntityKind.PERSON, (Name("Ada Lund"),), "interpreter"),
    ]
    roles = (
        (Role.TYPIST, "Liv Dahl", "p-liv"),
        (Role.INTERPRETER, "Ada Lund", "p-ada"),
        (Role.TRANSLATOR, "FBIS", None),
    )
    page.describe(
        responsibilities=tuple(
            Responsibility(role, Statement(name), person=person)
            for role, name, person in roles
        )
    )
    encoded = page.encode()

    assert [("record-makers", "Liv Dahl"), ("mentioned", "Per Moe")] == [
        (e.getparent().get("type"), e[0].text)
        for e in encoded.all("//t:standOff//t:person")
    ]
    assert {"Ada Lund": "#rec.p-ada", "Liv Dahl": "#rec.p-liv"} == {
        e.text: e.get("ref") for e in encoded.all("//t:respStmt/t:persName")
    }
    assert "FBIS" in {e.text for e in encoded.all("//t:respStmt/t:name")}


def test_setting_and_dates() -> None:
    """Place and date point to the words of the body."""
    page = page_with_text()
    page.describe(
        place=Statement("Oslo", Span(30, 34)),
        date=Statement("196X", None, Origin.METADATA, "196X"),
    )
    encoded = page.encode()

    assert '<placeName corresp="#par1">Oslo</placeName>' == encoded.shown(
        "//t:setting/t:placeName"
    )
    assert (
        '<date type="conversation" notBefore="1960" notAfter="1969" '
        'resp="#resp-metadata">196X</date>'
    ) == encoded.shown("//t:creation/t:date")


@pytest.mark.parametrize(
    ("tag", "expected"), [("sq", "sq"), ("English", "und"), ("", "und")]
)
def test_language(tag: str, expected: str) -> None:
    """A language that is not told is `und`, never a guess."""
    page = page_with_text()
    page.describe(language=Statement(tag, certainty=Certainty.LOW))
    encoded = page.encode()

    assert expected == encoded.root.get("{http://www.w3.org/XML/1998/namespace}lang")
    assert (expected, "low") == (
        encoded.one("//t:language").get("ident"),
        encoded.one("//t:language").get("cert"),
    )


@pytest.mark.parametrize(
    ("tag", "name"), [("sq", "Albanian"), ("pt-BR", "Portuguese"), ("yi", None)]
)
def test_a_language_we_know_is_named(tag: str, name: str | None) -> None:
    """The name is from the data of the language; for others the tag stands alone."""
    page = page_with_text()
    page.describe(language=Statement(tag))

    assert name == page.encode().one("//t:language").text


def test_genre_is_a_category() -> None:
    """The kind of record is a term, a category, and what the division is."""
    page = page_with_text()
    page.describe(genre=page.state("Memorandum of Conversation"))
    encoded = page.encode()
    pointer = "#rec.rt-memorandum-of-conversation"

    assert pointer == encoded.one("//t:catRef").get("target")
    assert "#rec.genre" == encoded.one("//t:catRef").get("scheme")
    assert "rec.genre" == encoded.one("//t:taxonomy").get(
        "{http://www.w3.org/XML/1998/namespace}id"
    )
    assert pointer == encoded.one("//t:body/t:div").get("ana")
    assert "Memorandum of Conversation" == encoded.one("//t:catDesc").text


def rules_of(encoded: Encoded) -> list[str]:
    """Give the names of the declared rules."""
    return [e.tag.rpartition("}")[2] for e in encoded.all("//t:editorialDecl/*")]


def test_only_applied_rules_are_declared() -> None:
    """A page without quotation marks, hyphens or dates declares no rule for them."""
    plain = ["normalization", "punctuation", "segmentation", "interpretation"]
    page = page_with_text()
    more = page_with_text()
    more.passage(Kind.NARRATION, "He said “care-\nful” in 1966.")
    more.claim(AnnotationKind.DATE, "1966", when="1966")

    assert plain == rules_of(page.encode())
    assert {"quotation", "hyphenation", "stdVals"} == {*rules_of(more.encode())} - {
        *plain
    }


def declared(encoded: Encoded, rule: str) -> str:
    """Give the words of a declared rule."""
    return encoded.one(f"//t:editorialDecl/t:{rule}/t:p").text or ""


def test_inferred_parts_of_dates_are_declared() -> None:
    """That no part of a date is supplied is said only where none is."""
    page = page_with_text()
    page.passage(Kind.NARRATION, "In 1966, and again yesterday.")
    page.claim(AnnotationKind.DATE, "1966", when="1966")
    given = declared(page.encode(), "stdVals")
    told = page.claim(AnnotationKind.DATE, "yesterday", when="1966-09-06")
    page.annotations[-1] = replace(told, certainty=Certainty.MEDIUM)
    inferred = declared(page.encode(), "stdVals")

    assert "no part of a date is supplied" in given
    assert "no part of a date is supplied" not in inferred
    assert "such a date has cert" in inferred


def test_joined_lines_are_declared() -> None:
    """White space that became one space is told, and only then."""
    page = page_with_text()
    kept = declared(page.encode(), "normalization")
    parts = (page.add("The talk went on"), page.add("until noon.", "\n\n"))
    page.parts.append(Passage(Kind.NARRATION, parts))
    joined = declared(page.encode(), "normalization")

    assert "one space" not in kept
    assert joined.startswith(kept)
    assert "is one space" in joined


@pytest.mark.parametrize(("speech", "word"), [(Speech.U, "(u)"), (Speech.SP, "(sp)")])
def test_segmentation_names_the_mode(speech: Speech, word: str) -> None:
    """The header says whether turns are utterances or speeches."""
    page = page_with_text()
    page.turn("A:", "Yes.")

    assert word in (page.encode(speech).one("//t:segmentation/t:p").text or "")


def test_a_change_is_dated_only_on_demand() -> None:
    """The clock is never read."""
    page = page_with_text()
    dated = page.encode(settings=replace(SETTINGS, date="2026-11-23"))

    assert [None, "2026-11-23"] == [
        e.one("//t:revisionDesc[@status='draft']/t:change").get("when")
        for e in (page.encode(), dated)
    ]


def test_tags_are_counted() -> None:
    """The counts of tagsDecl tell the truth about the text."""
    encoded = page_with_text().encode()

    assert all(
        int(usage.get("occurs", "0"))
        == len(encoded.all(f"//t:text/descendant-or-self::t:{usage.get('gi')}"))
        for usage in encoded.all("//t:tagUsage")
    )
    assert ["body", "div", "head", "p", "text"] == [
        usage.get("gi") for usage in encoded.all("//t:tagUsage")
    ]
