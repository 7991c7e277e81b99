"""Whatever is claimed, and however it overlaps, the text stays and elements nest."""

from collections.abc import Sequence

from drafting import Draughtsman
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.record import Entity, EntityKind, Name
from tei_encoder.model.source import Span
from tei_encoder.stages import Speech

WORDS = ("one two three four five", "six seven eight nine")
NAMES = (
    AnnotationKind.PERS_NAME,
    AnnotationKind.ORG_NAME,
    AnnotationKind.PLACE_NAME,
    AnnotationKind.ROLE_NAME,
    AnnotationKind.RS,
    AnnotationKind.DATE,
    AnnotationKind.MEASURE,
    AnnotationKind.NUM,
    AnnotationKind.ABBR,
)


@st.composite
def claims(draw: st.DrawFn, length: int) -> list[Annotation]:
    """Draw claims about any stretches of a text, the same ones too."""
    found = []
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, length - 1))
        end = draw(st.integers(start + 1, length))
        kind = draw(st.sampled_from(NAMES))
        found.append(Annotation(Span(start, end), kind))
    return found


def crossing(one: Span, other: Span) -> bool:
    """Tell whether two stretches share words and neither holds the other."""
    return one.overlaps(other) and not (one in other or other in one)


def drawn(made: Sequence[Annotation]) -> Draughtsman:
    """Write a turn of two paragraphs with claims about it."""
    page = Draughtsman()
    page.entities.append(Entity("p-a", EntityKind.PERSON, (Name("A"),), "speaker"))
    page.turn("A:", *WORDS, by=("p-a",))
    page.annotations.extend(made)
    return page


@settings(max_examples=60)
@given(st.data(), st.sampled_from(Speech))
def test_every_claim_is_encoded_or_reported(
    data: st.DataObject, speech: Speech
) -> None:
    """The text and its paragraphs stay; what cannot nest is reported, never lost."""
    length = len("A: ") + len("\n\n".join(WORDS))
    made = data.draw(claims(length))
    encoded = drawn(made).encode(speech)  # certified and valid, or it fails
    paragraph = "seg" if speech is Speech.U else "sp/t:p"
    texts = [
        "".join(each.itertext()) for each in encoded.all(f"//t:body//t:{paragraph}")
    ]
    assert list(WORDS) == texts
    inside = [
        each
        for kind in sorted(set(NAMES))
        for each in encoded.all(f"//t:body//t:{kind}")
    ]
    assert len(made) == len(inside) + len(encoded.findings)


@given(st.data())
def test_what_nests_is_kept(data: st.DataObject) -> None:
    """Claims about words of which no two cross, in one paragraph, are all encoded."""
    first = len("A: ")
    made: list[Annotation] = []
    for claim in data.draw(claims(len(WORDS[0]))):
        moved = Span(claim.span.start + first, claim.span.end + first)
        words = claim.span.of(WORDS[0]).strip()
        if words and not any(crossing(moved, other.span) for other in made):
            made.append(Annotation(moved, claim.kind))
    encoded = drawn(made).encode()
    assert [] == encoded.codes
