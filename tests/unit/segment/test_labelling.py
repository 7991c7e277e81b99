"""The decoder weighs readings and zones; it cannot fail."""

from tei_encoder.model.block import Kind
from tei_encoder.profiles import load
from tei_encoder.segment.labelling import decode, plan
from tei_encoder.segment.reading import Reading

PLAN = plan(load("generic"))


def reading(kind: Kind, score: float) -> Reading:
    """Make a reading without further evidence."""
    return Reading(kind, score, ())


def kinds(*options: list[Reading]) -> list[Kind]:
    """Give the kinds that the decoder chooses."""
    return [choice.reading.kind for choice in decode(options, PLAN)]


def test_speech_goes_on_only_after_a_turn() -> None:
    """Between equals, running text after a turn is speech, else narration."""
    prose = [reading(Kind.TURN_CONTINUATION, 1.0), reading(Kind.NARRATION, 1.0)]
    turn = [reading(Kind.TURN, 5.0)]
    assert [Kind.NARRATION, Kind.TURN, Kind.TURN_CONTINUATION] == kinds(
        prose, turn, prose
    )


def test_the_plan_is_a_cost_and_no_law() -> None:
    """A kind far out of its zone wins where enough speaks for it."""
    colophon = [reading(Kind.COLOPHON, 9.0), reading(Kind.NARRATION, 1.0)]
    turn = [reading(Kind.TURN, 5.0)]
    assert [Kind.COLOPHON, Kind.TURN] == kinds(colophon, turn)


def test_the_margin_is_the_lead_over_the_next_best_page() -> None:
    """A reading without a rival leads by its own score."""
    only, rivalled = decode(
        [
            [reading(Kind.TURN, 3.0)],
            [reading(Kind.TURN, 4.0), reading(Kind.STAGE, 3.0)],
        ],
        PLAN,
    )
    assert 3.0 == only.margin
    assert 1.0 == rivalled.margin


def test_unfavourable_readings_are_decoded_as_well() -> None:
    """Scores below zero give a labelling all the same."""
    assert [Kind.OTHER] == kinds([reading(Kind.OTHER, -50.0)])
