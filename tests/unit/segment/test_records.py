"""A file of several records is parted where the evidence is strong, and only there."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.model.source import Source, Span
from tei_encoder.profiles import load
from tei_encoder.segment import divide, explain_share, segment, segment_share
from tei_encoder.stages import Settings, Split

TALK = (
    "Ambassador Example: Good morning. How are you today?\n\n"
    "Minister Sample: Very well, thank you. I had a long journey over the hills.\n\n"
    "Ambassador Example: I am glad to hear it, and we may begin with the bridge.\n\n"
    "Minister Sample: Shall we begin?\n"
)
MINUTES = f"Minutes of a talk with Bo Sample\n\n3 May 1961\n\n{TALK}"
LATER = MINUTES.replace("3 May", "5 June")
CLOSED = f"{MINUTES}\nTyped by C. Clerk\n"
NUMBERED = f"Document 11\n\nLetter of Ann Example\n\n{TALK}"
SEVERAL = {
    "the front again": MINUTES + "\n" + LATER,
    "a closing formula": f"{CLOSED}\n5 June 1961\n\nReport on a talk\n\n{TALK}",
    "a separator": f"{MINUTES}\n* * *\n\n5 June 1961\nReport on a talk\n\n{TALK}",
    "a form feed": f"{MINUTES}\f5 June 1961\n\nReport on a talk\n\n{TALK}",
    "a numbered heading": NUMBERED
    + "\n"
    + NUMBERED.replace("11", "12").replace("of Ann", "to Ann"),
    "a rich front": f"{TALK}\nReport\n5 June 1961\nParticipants:\nBo Sample\n\n{TALK}",
}
ONE = {
    "one record": MINUTES,
    "a pause": MINUTES + "\n* * *\n\n" + TALK,
    "a date within the talk": MINUTES + "\n5 June 1961\n\n" + TALK,
    "a heading within the talk": MINUTES + "\nReport of the clerk\n\n" + TALK,
    "a running head": f"{MINUTES}\f{MINUTES}",
    "numbered pages": f"Page 1\n{MINUTES}\fPage 2\n{MINUTES}",
    "the labels of a web page": MINUTES
    + "\nDocument Information\n\nOriginal Uploaded Date\n\n2016-07-04\n\nReport\n\n"
    + "Record ID\n\n114567\n",
    "a volume's title page": f"Reports of 1961\n\n5 June 1961\n\n{MINUTES}",
}
PIECES = (
    *("\n", "\n\n", "\f", "\r\n", "* * *\n", "-----\n\n", TALK, "Page 2\n"),
    *(
        "5 June 1961\n",
        "3 May 1961\n\n",
        "Report\n",
        "Participants:\n",
        "Document 11\n",
    ),
    *("Document 12\n", "Typed by C. Clerk\n", "\u00a0", "Record ID\n"),
)


def source(text: str) -> Source:
    """Make a source of a text."""
    return Source("page", text, "", "", "utf-8", "text")


def shares(text: str, split: Split = Split.AUTO) -> tuple[Span, ...]:
    """Give the spans of the records of a text."""
    return divide(source(text), Settings(load("generic"), split=split)).value


@pytest.mark.parametrize("text", SEVERAL.values(), ids=SEVERAL)
def test_two_records_are_parted(text: str) -> None:
    """The second begins with its first visible character."""
    first, second = shares(text)

    assert first.end == second.start
    words = ("Minutes", "5 June", "Document 12", "Report")
    assert second.of(text).startswith(words)
    assert TALK.rstrip() in first.of(text)
    assert TALK.rstrip() in second.of(text)


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_one_record_stays_one(text: str) -> None:
    """What stands in the middle of a record does not part it."""
    assert (Span(0, len(text)),) == shares(text)


@pytest.mark.parametrize("text", [*SEVERAL.values(), *ONE.values(), "", "\n \n"])
@pytest.mark.parametrize("split", Split)
def test_the_shares_are_the_text(text: str, split: Split) -> None:
    """Whatever is asked for, nothing is lost and nothing is in two records."""
    spans = shares(text, split)

    assert text == "".join(span.of(text) for span in spans)
    assert all(a.end == b.start for a, b in pairwise(spans))


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_whatever_stands_in_a_text_its_shares_are_the_text(text: str) -> None:
    """Fronts, talk, separators and blanks in any order; shares begin with words."""
    for split in Split:
        spans = shares(text, split)

        assert text == "".join(span.of(text) for span in spans)
        assert not any(span.of(text)[:1].isspace() for span in spans[1:])


def test_it_may_be_forbidden_or_forced() -> None:
    """`never` parts nothing; `always` takes a separator and a title."""
    assert 1 == len(shares(SEVERAL["the front again"], Split.NEVER))
    weak = f"{MINUTES}\n-----\n\nReport of the clerk\n\n{TALK}"
    assert 1 == len(shares(weak))
    assert 2 == len(shares(weak, Split.ALWAYS))


def test_the_evidence_is_told() -> None:
    """The finding stands at the first line of the record and gives the reasons."""
    text = SEVERAL["a separator"]
    (finding,) = divide(source(text), Settings(load("generic"))).diagnostics

    assert "SG206" == finding.rule.code
    assert finding.span is not None
    assert "5 June 1961" == finding.span.of(text)
    assert "a separator before it" in finding.message


def test_a_record_is_read_as_if_it_stood_alone() -> None:
    """Its blocks are those of a file of its own, at the offsets of the whole text."""
    settings = Settings(load("generic"))
    text = MINUTES + "\n" + LATER
    second = shares(text)[1]

    blocks = segment_share(source(text), settings, second).value

    alone = segment(source(LATER), settings).value
    assert [b.kind for b in alone] == [b.kind for b in blocks]
    assert [b.span.of(LATER) for b in alone] == [b.span.of(text) for b in blocks]
    assert [b.label.name.of(LATER) for b in alone if b.label] == [
        b.label.name.of(text) for b in blocks if b.label
    ]


def test_a_line_is_explained_within_its_record() -> None:
    """The title of the second record competes as a title."""
    text = MINUTES + "\n" + LATER
    line = text.count("\n", 0, text.rindex("Minutes")) + 1

    readings = explain_share(
        source(text), Settings(load("generic")), shares(text), line
    )

    assert "title" == readings[0].kind


def test_a_heading_in_capitals_belongs_to_the_front_below_it() -> None:
    """The body that met is named above the title and date of a record."""
    later = f"NATIONAL ASSEMBLY\n\nReport of the meeting, 6 June 1961\n\n{TALK}"
    text = f"{MINUTES}\nTyped by C. Clerk\n\n{later}"
    spans = divide(source(text), Settings(profile=load("generic"))).value
    assert [MINUTES + "\nTyped by C. Clerk\n\n", later] == [s.of(text) for s in spans]


def test_a_first_line_again_with_another_roman_number_begins_a_record() -> None:
    """Roman numbers count the records of a series as others do."""
    first = f"Minutes of the council, term XXI of the town\n\n{TALK}"
    later = first.replace("XXI", "XXII")
    text = f"{first}\n{later}"
    spans = divide(source(text), Settings(profile=load("generic"))).value
    assert [f"{first}\n", later] == [s.of(text) for s in spans]
