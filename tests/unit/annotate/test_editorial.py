"""Square brackets are told apart: notes of several kinds, gaps, sic, remarks."""

from collections.abc import Callable

import pytest

from tei_encoder.annotate.editorial import annotate_editorial
from tei_encoder.stages import Settings

ClaimsOf = Callable[..., list[tuple[str, str, dict[str, str]]]]


@pytest.mark.parametrize(
    ("speech", "words", "subtype"),
    [
        ("Choe Yong-geon [Choe Yong Gon] and", "[Choe Yong Gon]", "name-variant"),
        ("Li Jong-ok [Ri Jong Ok], Kye", "[Ri Jong Ok]", "name-variant"),
        ("Mao Tse-tung [Mao Zedong] said", "[Mao Zedong]", "name-variant"),
        (
            "Comrade [Minister of Foreign Affairs and Member of the CC] Behar was",
            "[Minister of Foreign Affairs and Member of the CC]",
            "identification",
        ),
        (
            "Our Foreign Minister [Ch'iao Kuan-hua] you",
            "[Ch'iao Kuan-hua]",
            "identification",
        ),
        (
            "the MBTA [Massachusetts Bay Transportation Authority] here",
            None,
            "expansion",
        ),
        ("in our [country] now", "[country]", None),
        ("Hanover High [School], we", "[School]", None),
        ("President [Richard M.] Nixon", "[Richard M.]", None),
        ("talks in Berlin [in 1984] now", "[in 1984]", None),
    ],
)
def test_notes(
    claims_of: ClaimsOf, speech: str, words: str | None, subtype: str | None
) -> None:
    """An insertion is an editorial note; its subtype only where the words show it."""
    [(span, kind, attributes)] = claims_of(annotate_editorial, speech)
    assert words in {span, None}
    assert kind == "note"
    assert attributes["type"] == "editorial"
    assert subtype == attributes.get("subtype")


def test_gloss(claims_of: ClaimsOf) -> None:
    """A translation in brackets is a note of type gloss."""
    found = claims_of(annotate_editorial, "the arc [translation: bow] of")
    assert [("[translation: bow]", "note", {"type": "gloss"})] == found


@pytest.mark.parametrize(
    ("language", "bracket", "reason"),
    [
        ("en", "[illegible]", "illegible"),
        ("en", "[unintelligible]", "inaudible"),
        ("en", "[...]", "editorial"),
        ("fr", "[…]", "editorial"),
        ("en", "[. . .]", "editorial"),
        ("en", "[text missing]", "editorial"),
        ("en", "[email protected]", "obfuscated"),
        ("en", "[email\u00a0protected]", "obfuscated"),
        ("en", "[name not declassified]", "classified"),
        ("ru", "[неразборчиво]", "illegible"),
        ("ru", "[illegible]", "illegible"),
        ("zh", "[原文缺]", "editorial"),
        ("ko", "[판독 불가]", "illegible"),
        ("hu", "[olvashatatlan]", "illegible"),
    ],
)
def test_gaps(claims_of: ClaimsOf, language: str, bracket: str, reason: str) -> None:
    """What stands for missing text is a gap with its reason."""
    found = claims_of(annotate_editorial, f"x {bracket} y", language=language)
    assert [(bracket, "gap", {"reason": reason})] == found


@pytest.mark.parametrize(
    ("bracket", "extent"),
    [
        ("[1 line not declassified]", {"quantity": "1", "unit": "line"}),
        ("[2½ lines not declassified]", {"quantity": "2.5", "unit": "line"}),
        ("[3 words redacted]", {"quantity": "3", "unit": "word"}),
        ("[less than 1 line not declassified]", {}),
    ],
)
def test_extent_of_gaps(
    claims_of: ClaimsOf, bracket: str, extent: dict[str, str]
) -> None:
    """A gap's extent is given where the words state number and unit."""
    found = claims_of(annotate_editorial, f"Then {bracket} he said.")
    assert [(bracket, "gap", {"reason": "classified", **extent})] == found


def test_sic(claims_of: ClaimsOf) -> None:
    """The word before `[sic]` is claimed, and nothing is corrected."""
    assert [
        ("bothers", "sic", {}),
        ("[sic]", "note", {"type": "editorial", "subtype": "sic"}),
    ] == claims_of(annotate_editorial, "the Chinese bothers [sic] and")


@pytest.mark.parametrize(
    ("bracket", "kind"),
    [
        ("[laughs]", "vocal"),
        ("[Both chuckle.]", "vocal"),
        ("[Applause.]", "kinesic"),
        ("[telephone rings]", "incident"),
    ],
)
def test_remarks(claims_of: ClaimsOf, bracket: str, kind: str) -> None:
    """Sounds, gestures and events have elements of their own."""
    assert [(bracket, kind, {})] == claims_of(annotate_editorial, f"So {bracket} yes")


def test_two_kinds_are_not_guessed(claims_of: ClaimsOf) -> None:
    """A remark of two kinds is a comment."""
    found = claims_of(annotate_editorial, "So [laughter and applause] yes")
    assert [("[laughter and applause]", "note", {"type": "comment"})] == found


@pytest.mark.parametrize(
    "speech",
    [
        "in Zhongnanhai[1] we met",
        "as before[a] he",
        "the progress [Page 377] made",
        "a list [ ] of",
        "<poem> x </poem>",
        "5 < 6 and 7 > 3",
        "an unclosed [ bracket",
    ],
)
def test_left_alone(claims_of: ClaimsOf, speech: str) -> None:
    """Footnote marks, page numbers and tags are no insertions."""
    assert claims_of(annotate_editorial, speech) == []


def test_angle_brackets_by_their_words(claims_of: ClaimsOf) -> None:
    """Angle brackets are editorial where their words say so."""
    found = claims_of(annotate_editorial, "he <inaudible> said")
    assert [("<inaudible>", "gap", {"reason": "inaudible"})] == found


def test_whose_remark(settings: Settings, speech: Callable[..., object]) -> None:
    """A remark is the editor's where the editor's words stand in the same brackets."""
    mixed = speech(("A:", "our [country] and [laughs] so"))
    alone = speech(("A:", "and [laughs] so"))
    _, editors = annotate_editorial(*mixed, settings).value  # type: ignore[misc]
    [own] = annotate_editorial(*alone, settings).value  # type: ignore[misc]
    assert editors.responsible == "brackets"
    assert own.responsible == "software"


def test_label(claims_of: ClaimsOf) -> None:
    """An insertion in a label is found, too."""
    found = claims_of(annotate_editorial, ("Osvaldo [Cuban President]:", "Yes."))
    assert found[0][2] == {"type": "editorial", "subtype": "identification"}
