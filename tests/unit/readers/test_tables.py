"""CSV, TSV and JSON rows: columns, delimiters, cells, times, what is set aside."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.errors import ReadError
from tei_encoder.model.source import Source
from tei_encoder.readers import read

CELLS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters='\n\t",;|'),
    max_size=20,
)


def table(text: str, name: str = "a.csv", **options: str) -> Source:
    """Read a table."""
    return read(text.encode(), name, options=options).value


def turns(source: Source) -> list[tuple[str, list[str]]]:
    """Give the label and the paragraphs of each stated turn."""
    text = source.text
    return [
        (turn.label.of(text) if turn.label else "", [s.of(text) for s in turn.speech])
        for turn in source.layout.turns
    ]


def asides(source: Source) -> list[tuple[str, str]]:
    """Give reason and words of what is set aside."""
    return [(a.reason, a.span.of(source.text)) for a in source.layout.asides]


def refusal(text: str, name: str = "a.csv", **options: str) -> str:
    """Give the error with which a table is refused."""
    with pytest.raises(ReadError) as caught:
        table(text, name, **options)
    return str(caught.value)


@pytest.mark.parametrize(
    "header",
    ["Speaker,Text", "Wer,Wortlaut", "LOCUTEUR,énoncé", "話者,発言", "Кто,Реплика"],
)
def test_columns_are_known_by_name_in_many_languages(header: str) -> None:
    """The words for the columns are data of the languages."""
    assert [("A", ["b"])] == turns(table(f"{header}\nA,b\n"))


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_by_evidence(sign: str) -> None:
    """It is the one with which the first row has a column of words."""
    rows = [["Time, total", "Speaker", "Text"], ["x", "Ann", '"Yes; no, | or so"']]
    source = table(
        "\n".join(sign.join(row) for row in rows)
        if sign != ","
        else 'Time,Speaker,Text\nx,Ann,"Yes; no, | or so"'
    )
    assert [("Ann", ["Yes; no, | or so"])] == turns(source)


def test_excel_names_the_delimiter() -> None:
    """A first line `sep=;` is no row."""
    assert [("A", ["b"])] == turns(table("sep=;\nSpeaker;Text\nA;b"))


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5))
def test_every_cell_is_in_the_reading_text(rows: list[tuple[str, str]]) -> None:
    """Quoted as RFC 4180 has it, cells come back character by character."""
    quoted = ['"' + cell.replace('"', '""') + '"' for row in rows for cell in row]
    pairs = zip(quoted[::2], quoted[1::2], strict=True)
    text = "Speaker,Text\n" + "\n".join(map(",".join, pairs))
    cells = [cell for row in rows for cell in row if cell.strip()]
    assert (
        "\n".join(
            [
                "Speaker\tText",
                *(
                    "\t".join(c for c in r if c.strip())
                    for r in rows
                    if any(c.strip() for c in r)
                ),
            ]
        )
        == table(text).text
    )
    assert all(cell in table(text).text for cell in cells)


def test_blank_lines_in_a_cell_part_paragraphs() -> None:
    """A line end within a paragraph stays where it is."""
    source = table('Speaker,Text\nA," one\ntwo\n\n \nthree "\n')
    assert [("A", ["one\ntwo", "three"])] == turns(source)


def test_two_rows_of_one_speaker_are_two_turns() -> None:
    """The file states them so."""
    assert [("A", ["b"]), ("A", ["c"])] == turns(table("Who,Text\nA,b\nA,c"))


def test_a_row_without_speaker_is_no_turn() -> None:
    """Its words stay text; a speaker without words is set aside."""
    source = table("Who,Text\nA,b\n,(Laughter)\nC,\n")
    assert [("A", ["b"])] == turns(source)
    assert ("speaker-without-words", "C") in asides(source)
    assert "(Laughter)" in source.text


def test_other_columns_are_set_aside_under_their_names() -> None:
    """Nothing of the file is lost, and each is reported."""
    found = read(b"Who,Text,Room no.,\nA,b,7,x\n", "a.csv")
    assert [
        ("column-names", "Who\tText\tRoom no."),
        ("column-Room-no.", "7"),
        ("column-4", "x"),
    ] == asides(found.value)
    assert ["RD160", "RD160"] == [d.rule.code for d in found.diagnostics]


def test_times_become_those_of_the_turn() -> None:
    """Clocks and seconds are read; they are no text."""
    source = table("Who,Text,Start,End\nA,b,0:01.5,4\nC,d,1:00:00,1:00:01\n")
    assert [(1500, 4000), (3_600_000, 3_601_000)] == [
        (cue.begin, cue.end) for cue in source.layout.cues
    ]
    assert "Who\tText\tStart\tEnd\nA\tb\nC\td" == source.text


@pytest.mark.parametrize("cells", ["noon,4", "5,4", "-1,4"])
def test_times_that_cannot_be_are_reported(cells: str) -> None:
    """The row is named, and what stands there is set aside."""
    found = read(f"Who,Text,Start,End\nA,b,{cells}\n".encode(), "a.csv")
    assert ["row 2: no times in " + repr(cells.replace(",", " "))] == [
        d.message for d in found.diagnostics
    ]
    assert ("column-End", "4") in asides(found.value)
    assert () == found.value.layout.cues


def test_notes_are_anchored_behind_the_words() -> None:
    """A column of notes comments on what was said."""
    source = table("Who,Text,Note\nA,b c,sic\n")
    (note,) = source.layout.notes
    assert ("sic", source.text.index("c\t") + 1) == (
        note.body.of(source.text),
        note.anchor.start,
    )


def test_what_all_rows_agree_on_is_stated() -> None:
    """Title, date, place and language, where they are well-formed."""
    head = "Who,Text,Title,Date,Place,Language\n"
    stated = table(head + "A,b,T,1966-09-07,P,sq\nC,d,T,,P,sq\n").stated
    assert ("T", "1966-09-07", "P", "sq") == (
        stated.title,
        stated.date,
        stated.place,
        stated.language,
    )
    stated = table(head + "A,b,T,last week,P,sq\nC,d,U,,P,sq\n").stated
    assert (None, None) == (stated.title, stated.date)


def test_the_option_names_columns() -> None:
    """By name, whatever its case, or by number; then a first row may be a turn."""
    assert [("A", ["b"])] == turns(
        table("What x,Who x\nb,A", columns="speaker=who X,text=1")
    )
    source = table("A,b\nC,d\n", columns="speaker=1,text=2")
    assert [("A", ["b"]), ("C", ["d"])] == turns(source)


@pytest.mark.parametrize(
    ("text", "options", "told"),
    [
        (
            "A,b\n",
            {},
            (
                "a.csv:1: no column of words (text); found 'A', 'b' (name it: "
                "--columns text=NAME)"
            ),
        ),
        ("Who,Text\nA,b,c\n", {}, "a.csv:2: 3 cells in a table of 2 columns"),
        (
            'Who,Text\nA,"b\nc\n',
            {},
            "a.csv:2: a quote that opens here is closed nowhere",
        ),
        (
            "Whom,Said\n",
            {"columns": "text=Sayd"},
            "no column 'Sayd'; found 'Whom', 'Said' (did you mean 'Said'?)",
        ),
        ("Who,Text\n", {"columns": "texts=Text"}, "did you mean 'text'?"),
        ("Who,Text\n,\n", {}, ""),
    ],
)
def test_what_is_wrong_is_named(text: str, options: dict[str, str], told: str) -> None:
    """With file and line, what was found, and the nearest name."""
    if told:
        assert told in refusal(text, **options)
    else:
        assert "Who\tText" == table(text).text


def test_an_option_of_another_format_is_reported() -> None:
    """It is not silently left out."""
    found = read(b"A: b, and c.\n", "a.txt", options={"sheet": "x"})
    assert ["RD106"] == [d.rule.code for d in found.diagnostics]


def test_tsv_needs_no_quotes() -> None:
    """A quote that nothing closes is text there; one around a cell is none."""
    source = table('Who\tText\nA\t"b" she said\nC\t"d\nE\t"f\tg"\n', "a.tsv")
    assert [("A", ['"b" she said']), ("C", ['"d']), ("E", ["f\tg"])] == turns(source)


def test_any_encoding_of_text_is_read() -> None:
    """The bytes say, or the user."""
    data = "Sprecher;Text\nÄnne;Grüß Gott\n".encode("cp1252")
    source = read(data, "a.csv", encoding="cp1252").value
    assert [("Änne", ["Grüß Gott"])] == turns(source)
    assert [("Änne", ["Grüß Gott"])] == turns(
        read("Sprecher;Text\nÄnne;Grüß Gott\n".encode("utf-16"), "a.csv").value
    )


def test_json_on_lines_and_in_an_array_say_the_same() -> None:
    """Numbers keep their digits, null is nothing, other values stay JSON."""
    rows = [{"speaker": "A", "text": "b", "n": None}, {"text": "c", "m": [1, "x"]}]
    lines = "\n".join(map(json.dumps, rows)).replace("1,", "1.50,")
    array = json.dumps(rows, indent=1).replace("1,", "1.50,")
    for text, name in ((lines, "a.jsonl"), (array, "a.json")):
        source = table(text, name)
        assert ("jsonl", 'A\tb\nc\t[1.50, "x"]') == (source.reader, source.text)
        assert [("column-m", '[1.50, "x"]')] == asides(source)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"text": "a"}\n{"text" "b"}\n', "a.jsonl:2:9: not valid JSON"),
        ('{"text": "a"}\n3\n', "a.jsonl:2: is no JSON object"),
        ('{"words said": "a"}\n', "found 'words said'"),
        ('{"text": ' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_wrong_json_is_refused(text: str, told: str) -> None:
    """With the line."""
    with pytest.raises(ReadError) as caught:
        read(text.encode(), "a.jsonl", format="jsonl")
    assert told in str(caught.value)
