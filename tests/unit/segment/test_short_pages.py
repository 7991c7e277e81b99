"""Short pages in many scripts, and what stands around the talk on them."""

from collections.abc import Callable

import pytest

from tei_encoder.model.block import Block, Field, Kind

Cut = Callable[..., tuple[Block, ...]]
Labels = Callable[..., list[str]]
TALK = "\n\nMARLOW: The harbour is closed.\n\nREED: For how long?\n\nMARLOW: Until May."


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("Ann: Hello there.\n\nBo: Hello.\n", ["Ann", "Bo"]),
        (
            "Bo Roe: Good morning.\n\nAnn Poe: Shall we begin?\n\nBo Roe: Let us.\n",
            ["Bo Roe", "Ann Poe", "Bo Roe"],
        ),
        (
            "Paul Roe : Bonjour.\n\nLe maire : Bonjour. Entrez.\n\nPaul Roe : Merci.\n",
            ["Paul Roe", "Le maire", "Paul Roe"],
        ),
        (
            "Ayşe: Başlıyoruz.\n\nİbrahim: Peki.\n\nAyşe: Evet.\n",
            ["Ayşe", "İbrahim", "Ayşe"],
        ),
        (
            "田中：始めましょう。\n鈴木：はい。\n田中：では。\n",
            ["田中", "鈴木", "田中"],
        ),
        ("王明：你好。\n\n李华：你好。\n\n王明：请坐。\n", ["王明", "李华", "王明"]),
        (
            "김철수: 안녕하십니까?\n\n박영희: 예.\n\n김철수: 그럼.\n",
            ["김철수", "박영희", "김철수"],
        ),
        ("أحمد: صباح الخير.\n\nسعيد: نعم.\n\nأحمد: لنبدأ.\n", ["أحمد", "سعيد", "أحمد"]),
    ],
)
def test_two_or_three_turns_are_enough(
    page: str, names: list[str], labels: Labels
) -> None:
    """Names that open one paragraph of sentences after the other are labels."""
    assert names == labels(page)


def test_inner_lines_may_open_with_an_ideographic_space(labels: Labels) -> None:
    """Lines of one paragraph are turns where an ideographic space closes a name."""
    page = "田中総理\u3000ようこそ。\n周総理\u3000どうも。\n田中総理\u3000では。\n"
    assert ["田中総理", "周総理", "田中総理"] == labels(page)


def test_a_carriage_return_may_end_lines(labels: Labels) -> None:
    """A text that holds no U+000A is cut into lines at U+000D."""
    page = "ANN: Hello there.\r\rBERT: Hello.\r\rANN: Good.\r"
    assert ["ANN", "BERT", "ANN"] == labels(page)


def test_a_page_mark_before_a_label_stands_by_itself(cut: Cut) -> None:
    """`[p. 3] NAME:` is a page marker and a turn."""
    page = "KENT: Here.\n\nREED: When?\n\n[p. 3] KENT: In 1920.\n\nREED: I see."
    kinds = [block.kind for block in cut(page)]
    assert [Kind.TURN, Kind.TURN, Kind.PAGE_MARKER, Kind.TURN, Kind.TURN] == kinds


def test_a_date_under_a_title_stands_by_itself(cut: Cut) -> None:
    """No blank line is needed between a title and its date."""
    first, second, *_ = cut("Talk at the mill\n3 May 1987" + TALK)
    assert (Kind.TITLE, Kind.DATE) == (first.kind, second.kind)


def test_held_at_is_the_setting(cut: Cut) -> None:
    """A line that begins with the word for held tells the circumstances."""
    first, *_ = cut("Held at the Customs House, Lindwick, on 14 March 1952" + TALK)
    assert Kind.SETTING is first.kind


def test_a_name_and_an_office_at_the_end_are_a_signature(cut: Cut) -> None:
    """Who signed stands last, with the office below the name."""
    *_, last = cut(TALK + "\n\nJ. Marlow\nSecretary")
    assert (Kind.COLOPHON, Field.SIGNATURE) == (last.kind, last.field)


def test_a_sentence_of_indirect_speech_is_no_title(cut: Cut) -> None:
    """A verb of saying within a line makes it narration, even without a full stop."""
    first, *_ = cut(
        "The Minister told the delegates that the port would close in spring\n\n"
        "The delegates answered that they had expected this."
    )
    assert Kind.NARRATION is first.kind


def test_numbered_articles_are_no_speakers(labels: Labels) -> None:
    """What a law calls its articles is text of the turn that quotes it."""
    law = "\n\n".join(f"Article {n}.- The port is open in May." for n in range(1, 6))
    page = (
        f"Mr. ROE.- I read the bill.\n\n{law}\n\nMr. POE.- Thank you.\n\nMr. ROE.- Yes."
    )
    assert ["Mr. ROE", "Mr. POE", "Mr. ROE"] == labels(page)


def test_fields_of_an_unknown_language_are_no_turns(labels: Labels) -> None:
    """Captions that do not recur, before what is no sentence, are no speakers."""
    page = "Pealkiri: Sadam\n\nAutor: A. Tamm\n\nLeidub: Arhiiv, f. 5.\n"
    assert labels(page) == []
