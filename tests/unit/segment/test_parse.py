"""The stage as a whole: findings, explanations, the choice of a profile."""

from tei_encoder.model.block import Kind
from tei_encoder.model.source import Source
from tei_encoder.profiles import Profile, load
from tei_encoder.segment import RULES, choose_profile, explain, segment
from tei_encoder.segment.recognizers import RECOGNIZERS, recognizers
from tei_encoder.stages import Settings

TALK = (
    "Mr. Roe: Thank you for coming here today.\n\nMrs. Poe: We are glad.\n\n"
    "Mr. Roe: Let us begin.\n\nInterpreter: He agrees.\n\nMrs. Poe: Yes.\n"
)
SETTINGS = Settings(profile=load("generic"))


def page(text: str) -> Source:
    """Make a source of a text."""
    return Source("page", text, "", "", "utf-8", "text")


def test_a_single_turn_is_reported() -> None:
    """A label that occurs only once is pointed at."""
    found = segment(page(TALK), SETTINGS).diagnostics
    assert ["Interpreter:"] == [
        d.span.of(TALK) for d in found if d.rule.code == "SG201" and d.span
    ]


def test_a_page_without_turns_is_reported() -> None:
    """A record without speech gives a warning, not an error."""
    found = segment(page("Report\n\nNothing was said.\n"), SETTINGS).diagnostics
    assert "SG204" in {d.rule.code for d in found}


def test_every_reading_can_be_asked_for() -> None:
    """The readings of a line compete, best first, each with its evidence."""
    best, *others = explain(page(TALK), SETTINGS, 1)
    assert Kind.TURN is best.kind
    assert "speaker_label" == best.recognizer
    assert any("title or office" in reason for reason in best.evidence)
    assert {Kind.NARRATION, Kind.TURN_CONTINUATION} <= {r.kind for r in others}
    assert () == explain(page(TALK), SETTINGS, 2)


def test_the_profile_is_chosen_by_evidence() -> None:
    """The signs found are named as the reason."""
    chosen = choose_profile(page(f"Document Information\n\nRecord ID\n\n{TALK}"))
    assert "wilson_center" == chosen.value.name
    assert "'record id'" in chosen.diagnostics[0].message
    assert "generic" == choose_profile(page(TALK)).value.name


def test_a_profile_may_be_nothing_but_a_name() -> None:
    """Zones and costs that a profile does not give are the generic ones."""
    bare = segment(page(TALK), Settings(profile=Profile("bare"))).value
    assert segment(page(TALK), SETTINGS).value == bare


def test_codes_are_unique_and_of_this_stage() -> None:
    """Each rule has its own code, and all begin with SG2."""
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    assert all(code.startswith("SG2") for code in codes)


def test_every_recognizer_of_the_table_loads() -> None:
    """The table names functions that exist."""
    assert set(RECOGNIZERS) <= {name for name, _ in recognizers()}
