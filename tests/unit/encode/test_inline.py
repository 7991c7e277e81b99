"""Claims about words become elements; the words never change."""

from drafting import Draughtsman

from tei_encoder.model.annotation import AnnotationKind as Claim
from tei_encoder.model.annotation import Status
from tei_encoder.model.block import Kind
from tei_encoder.model.description import Certainty
from tei_encoder.model.record import Entity, EntityKind, Name
from tei_encoder.stages import Speech


def page_with(words: str) -> Draughtsman:
    """Give a page with one paragraph."""
    page = Draughtsman()
    page.passage(Kind.NARRATION, words)
    return page


def test_claims_nest() -> None:
    """The longer claim holds the shorter one."""
    page = page_with("Comrade Anna left.")
    page.claim(Claim.ROLE_NAME, "Comrade")
    page.claim(Claim.PERS_NAME, "Comrade Anna")

    assert (
        '<p source="src:0,18"><persName><roleName>Comrade</roleName> Anna</persName>'
        " left.</p>"
    ) == page.encode().shown("//t:body//t:p")


def test_of_two_about_the_same_words_the_order_of_kinds_decides() -> None:
    """An abbreviation stands inside the name that it abbreviates."""
    page = page_with("The ALP agreed.")
    page.claim(Claim.ABBR, "ALP")
    page.claim(Claim.ORG_NAME, "ALP")

    assert "<orgName><abbr>ALP</abbr></orgName>" == page.encode().shown(
        "//t:body//t:orgName"
    )


def test_a_crossing_claim_is_left_out_and_reported() -> None:
    """Elements nest: of two that cross, the first is kept."""
    page = page_with("one two three four")
    page.claim(Claim.PERS_NAME, "one two three")
    page.claim(Claim.DATE, "three four")
    encoded = page.encode()

    assert ["crossing-claims"] == encoded.codes
    assert [] == encoded.all("//t:body//t:date")


def test_a_claim_about_white_space_is_left_out_and_reported() -> None:
    """No element is made of a space alone."""
    page = page_with("one two")
    page.claim(Claim.ABBR, " ")

    assert ["misplaced-claim"] == page.encode().codes


def test_a_claim_may_not_leave_its_paragraph() -> None:
    """What begins in a paragraph and ends in the next is reported."""
    page = page_with("first")
    page.passage(Kind.NARRATION, "second")
    page.claim(Claim.HI, "first\n\nsecond")

    assert ["crossing-claims"] == page.encode().codes


def test_a_claim_outside_of_all_parts_is_reported() -> None:
    """A claim about white space has no place."""
    page = page_with("first")
    page.passage(Kind.NARRATION, "second")
    page.claim(Claim.HI, "\n")

    assert ["misplaced-claim"] == page.encode().codes


def test_a_rejected_claim_is_not_encoded() -> None:
    """What a person rejected leaves no trace in the text."""
    page = page_with("Anna left.")
    made = page.claim(Claim.PERS_NAME, "Anna")
    page.annotations[0] = type(made)(made.span, made.kind, status=Status.REJECTED)

    assert '<p source="src:0,10">Anna left.</p>' == page.encode().shown("//t:body//t:p")


def test_a_gap_keeps_the_printed_words() -> None:
    """Omissions hold the words that say so (Guidelines 3.5.3)."""
    page = page_with("He said [illegible] and left.")
    page.claim(Claim.GAP, "[illegible]", reason="illegible", by="brackets")

    assert (
        '<gap reason="illegible" resp="#resp-brackets"><desc>[illegible]</desc></gap>'
    ) == page.encode().shown("//t:body//t:gap")


def test_a_hidden_address_is_the_web_pages_doing() -> None:
    """Whoever put brackets into the text did not hide the address."""
    page = page_with("Write to [email hidden] please.")
    page.claim(Claim.GAP, "[email hidden]", reason="obfuscated", by="brackets")
    encoded = page.encode()

    assert "#rec.resp-web-page" == encoded.one("//t:body//t:gap").get("resp")
    assert 1 == len(encoded.all("//t:respStmt[@xml:id='rec.resp-web-page']"))


def test_an_event_takes_the_form_of_the_mode() -> None:
    """Gestures are kinesic, in performance texts stage with two types."""
    page = Draughtsman()
    page.turn("A:", "Yes. (rises) No.")
    page.claim(Claim.KINESIC, "(rises)")

    assert "<kinesic><desc>(rises)</desc></kinesic>" == page.encode().shown("//t:seg/*")
    assert '<stage type="business kinesic">(rises)</stage>' == page.encode(
        Speech.SP
    ).shown("//t:sp/t:p/*")


def test_an_event_in_a_label_is_a_note_in_both_modes() -> None:
    """A label holds phrases and notes alone."""
    page = Draughtsman()
    page.turn("ANNA (rising):", "Yes.")
    page.claim(Claim.KINESIC, "(rising)")
    expected = '<note type="comment" subtype="kinesic">(rising)</note>'

    assert expected == page.encode().shown("//t:note[@type='speaker']/*")
    assert expected == page.encode(Speech.SP).shown("//t:speaker/*")


def test_a_note_in_a_description_of_an_event_is_left_out() -> None:
    """`desc` holds phrases alone (macro.limitedContent)."""
    page = page_with("(rises [sic] slowly)")
    page.claim(Claim.KINESIC, "(rises [sic] slowly)")
    page.claim(Claim.NOTE, "[sic]", type="editorial")

    assert ["misplaced-claim"] == page.encode().codes


def test_words_that_desc_cannot_hold_are_a_note() -> None:
    """A character that XML forbids is g, which desc may not hold."""
    page = page_with("Then [ill\x00egible] noise.")
    page.claim(Claim.GAP, "[ill\x00egible]", reason="illegible")

    assert (
        '<note type="editorial" subtype="gap">[ill<g ref="#char-0000"/>egible]</note>'
    ) == page.encode().shown("//t:body//t:note")


def test_an_inference_names_the_software_and_how_sure_it_is() -> None:
    """A mere reading needs neither (Guidelines 21.1)."""
    page = page_with("On 7 May 1966, at 12 PM, we met.")
    page.claim(Claim.DATE, "7 May 1966", when="1966-05-07")
    made = page.claim(Claim.TIME, "12 PM", when="12:00:00")
    page.annotations[1] = type(made)(
        made.span, made.kind, made.attributes, certainty=Certainty.MEDIUM
    )
    encoded = page.encode()

    assert '<date when="1966-05-07">7 May 1966</date>' == encoded.shown(
        "//t:body//t:date"
    )
    assert (
        '<time when="12:00:00" resp="#resp-software" cert="medium">12 PM</time>'
    ) == encoded.shown("//t:body//t:time")


def test_names_point_to_what_is_described() -> None:
    """A pointer to nobody is left out and reported."""
    page = page_with("Anna met Borg.")
    page.entities.append(Entity("p-anna", EntityKind.PERSON, (Name("Anna"),)))
    page.claim(Claim.PERS_NAME, "Anna", about="p-anna")
    page.claim(Claim.PERS_NAME, "Borg", about="p-borg")
    encoded = page.encode()

    assert ["#rec.p-anna", None] == [
        name.get("ref") for name in encoded.all("//t:body//t:persName")
    ]
    assert ["unknown-entity"] == encoded.codes
