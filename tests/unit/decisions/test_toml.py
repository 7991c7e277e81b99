"""A file of decisions is read strictly, with the line of what is wrong."""

from pathlib import Path

import pytest

from tei_encoder.decisions import beside, load_decisions, parse_decisions
from tei_encoder.errors import ConfigurationError
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.decision import (
    Claim,
    Confirm,
    Describe,
    Element,
    Labelling,
    Merge,
    Part,
    Quote,
    Reject,
    Relabel,
    Remark,
    Review,
    Ruling,
    SetSpeaker,
)

NAME = "a.decisions.toml"
ACTIONS = {
    'kind = "colophon"\nfield = "typist"': Relabel(Kind.COLOPHON, Field.TYPIST),
    'kind = "note"': Relabel(Kind.NOTE),
    "label = true": Labelling(stands=True),
    "label = false": Labelling(stands=False),
    'speaker = "Ann"': SetSpeaker("Ann"),
    'confirm = "date"\nvalue = "1966-09/1967"': Confirm(Claim.DATE, "1966-09/1967"),
    'confirm = "person"\nref = "x:y"': Confirm(Claim.PERSON, None, "x:y"),
    'reject = "bracket"': Reject(Claim.BRACKET),
    'header = "title"': Describe(Element.TITLE),
    'header = "date"\nvalue = "196X"': Describe(Element.DATE, "196X"),
    'note = "Look."': Remark("Look."),
}


@pytest.mark.parametrize(("said", "action"), ACTIONS.items(), ids=ACTIONS.keys())
def test_each_verb_is_an_action(said: str, action: object) -> None:
    """A ruling on quoted words says one thing of them."""
    text = f'[[ruling]]\nquote = "words"\n{said}\nby = "A. B."\n'
    (ruling,) = parse_decisions(text, NAME).rulings

    assert action == ruling.action


def test_all_keys_of_a_place_and_of_a_person_are_kept() -> None:
    """Quotation, person, date and reason are as written; the line is the heading's."""
    text = (
        "# mine\n\n[[ruling]]\n"
        'quote = "Anna:"\nbefore = " so. "\nafter = " Yes"\nat = 12\nlabel = true\n'
        'by = "A. B."\nwhen = 2026-11-24\nwhy = "it is"\n'
    )
    quote = Quote("Anna:", " so. ", " Yes", 12)
    expected = Ruling(
        Labelling(stands=True), "A. B.", quote, "2026-11-24", "it is", line=3
    )

    assert (expected,) == parse_decisions(text, NAME).rulings


def test_names_need_no_quotation() -> None:
    """Merging and parting hold for names wherever they are printed."""
    text = (
        '[[ruling]]\nmerge = ["A", "B"]\nby = "x"\n'
        '[[ruling]]\npart = ["A", "C"]\nby = "x"\n'
    )
    rulings = parse_decisions(text, NAME).rulings

    assert [Merge(("A", "B")), Part(("A", "C"))] == [r.action for r in rulings]


def test_a_review_is_of_a_text() -> None:
    """A review names its reader, and the digest of what was read."""
    text = '[[review]]\nby = "x"\ntext = "abc"\n'

    assert (Review("x", text="abc"),) == parse_decisions(text, NAME).reviews


WRONG = {
    '[[ruling]]\nquote = "a"\nspeakr = "B"\nby = "x"\n': (3, "'speakr'", "'speaker'"),
    '[[rulings]]\nby = "x"\n': (1, "'rulings'", "'ruling'"),
    '[[ruling]]\nquote = "a"\nkind = "trun"\nby = "x"\n': (3, "'trun'", "'turn'"),
    '[[ruling]]\nquote = "a"\nreject = "dat"\nby = "x"\n': (3, "'dat'", "'date'"),
    '[[ruling]]\nquote = "a"\nheader = "tilte"\nby = "x"\n': (3, "'tilte'", "'title'"),
    '[[ruling]]\nquote = "a"\nkind = "note"\n': (1, "no by", "add by"),
    '[[ruling]]\nquote = "a"\nby = "x"\n': (1, "says nothing", "give one of"),
    '[[ruling]]\nquote = "a"\nkind = "note"\nlabel = true\nby = "x"\n': (
        1,
        "kind and label",
        "give one of",
    ),
    '[[ruling]]\nkind = "note"\nby = "x"\n': (2, "kind without quote", "add quote"),
    '[[ruling]]\nheader = "title"\nby = "x"\n': (2, "without quote", "add quote"),
    '[[ruling]]\nbefore = "a"\nmerge = ["A", "B"]\nby = "x"\n': (
        2,
        "before without quote",
        "add quote",
    ),
    '[[ruling]]\nquote = "a"\nmerge = ["A", "B"]\nby = "x"\n': (2, "merge", "take"),
    '[[ruling]]\nmerge = ["A"]\nby = "x"\n': (2, "two or more", "merge ="),
    '[[ruling]]\npart = ["A", "A"]\nby = "x"\n': (2, "two or more", "part ="),
    '[[ruling]]\nquote = "a"\nlabel = "yes"\nby = "x"\n': (3, "true or false", "mend"),
    '[[ruling]]\nquote = 7\nlabel = true\nby = "x"\n': (2, "text in quotes", "mend"),
    '[[ruling]]\nquote = "a"\nat = -1\nlabel = true\nby = "x"\n': (3, "at", "mend"),
    '[[ruling]]\nquote = " "\nlabel = true\nby = "x"\n': (2, "empty", "leave it out"),
    '[[ruling]]\nquote = "a"\nnote = "b"\nvalue = "c"\nby = "x"\n': (
        4,
        "value does not go with note",
        "confirm or header",
    ),
    '[[ruling]]\nquote = "a"\nconfirm = "date"\nvalue = "1966-9"\nby = "x"\n': (
        4,
        "'1966-9'",
        "mend",
    ),
    '[[ruling]]\nquote = "a"\nconfirm = "bracket"\nvalue = "odd"\nby = "x"\n': (
        4,
        "not a type of bracket",
        "mend",
    ),
    '# one\n[[ruling]]\nquote = "a"\nnote = "b"\nby = "x"\n[[ruling]]\nquote = "a"\n'
    'note = 3\nby = "x"\n': (8, "note must be text", "mend"),
}


@pytest.mark.parametrize(("text", "told"), WRONG.items(), ids=range(len(WRONG)))
def test_what_is_wrong_is_named(text: str, told: tuple[int, str, str]) -> None:
    """The message names file, line and remedy, and the nearest word that exists."""
    line, message, remedy = told
    with pytest.raises(ConfigurationError) as caught:
        parse_decisions(text, NAME)

    assert f"{NAME}:{line}" == caught.value.place
    assert message in caught.value.message
    assert remedy in str(caught.value.remedy)


def test_a_table_instead_of_tables_is_refused() -> None:
    """`[ruling]` could hold one ruling alone."""
    with pytest.raises(ConfigurationError, match=r"\[\[ruling\]\]"):
        parse_decisions('[ruling]\nquote = "a"\n', NAME)


def test_broken_toml_is_refused() -> None:
    """The parser's own message has the line."""
    with pytest.raises(ConfigurationError, match="line 1"):
        parse_decisions("[[ruling\n", NAME)


def test_a_file_beside_its_source_is_read(tmp_path: Path) -> None:
    """`a.txt` has `a.decisions.toml`, called by its base name."""
    path = beside(tmp_path / "a.txt")
    path.write_text('[[review]]\nby = "Ä. B."\n', "utf-8")
    decisions = load_decisions(path)

    assert NAME == path.name
    assert (NAME, (Review("Ä. B."),)) == (decisions.name, decisions.reviews)
