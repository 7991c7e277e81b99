"""What the readers of tables report (RD16x)."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

COLUMN_SET_ASIDE: Final = Rule(
    code="RD160",
    name="column-set-aside",
    severity=Severity.INFO,
    meaning="A column is none of those that a turn is made of; what its cells say is "
    "set aside with the name of the column.",
    why="Nothing of the file is lost, but only the columns of speakers, words, times "
    "and notes become part of the encoded conversation.",
    remedy="Where it should be one of them, say so: `--columns speaker=NAME`.",
    example="info[RD160]: column 'Room' is set aside",
)

UNREADABLE_TIME: Final = Rule(
    code="RD161",
    name="unreadable-time",
    severity=Severity.WARNING,
    meaning="A cell of the column of beginnings or ends holds no time, or a turn ends "
    "before it begins.",
    why="The turn gets no times; what the cell says is set aside.",
    remedy="Write times as 1:02:03.5 or as seconds, from the start of the recording.",
    example="warning[RD161]: row 12: no time in 'ca. 3 pm'",
)

FORMULAS: Final = Rule(
    code="RD162",
    name="formula-cells",
    severity=Severity.WARNING,
    meaning="Cells of the sheet hold formulas; their values of when the file was last "
    "saved are read, and a formula without one gives nothing.",
    why="What a formula would give today is not what anybody wrote or saw.",
    remedy="Save the workbook once more in a spreadsheet program, "
    "or paste the values over the formulas.",
    example="warning[RD162]: 12 formulas, 2 of them without a value",
)

SHEETS: Final = Rule(
    code="RD163",
    name="sheets-left-out",
    severity=Severity.WARNING,
    meaning="The workbook has other sheets than the one that was read.",
    why="Their text is not in the TEI.",
    remedy="Convert each sheet of turns by itself, with `--sheet NAME`.",
    example="warning[RD163]: read 'Turns'; left out 'Notes' and (hidden) 'Old'",
)

CELL_COMMENTS: Final = Rule(
    code="RD164",
    name="cell-comments-left-out",
    severity=Severity.WARNING,
    meaning="The workbook has comments on cells; they are not read.",
    why="They are no text of the table, and may tell what its author thought of it.",
    remedy="Copy what matters into a column of notes.",
    example="warning[RD164]: comments on cells are left out",
)

RULES: Final = (COLUMN_SET_ASIDE, UNREADABLE_TIME, FORMULAS, SHEETS, CELL_COMMENTS)
