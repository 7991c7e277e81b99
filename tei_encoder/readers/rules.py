"""The findings of the readers (RD1xx)."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

GUESSED_ENCODING: Final = Rule(
    code="RD101",
    name="guessed-encoding",
    severity=Severity.WARNING,
    meaning="The bytes are not UTF-8 and do not say what they are; the encoding was "
    "guessed from the letters that each candidate gives.",
    why="A wrong guess gives wrong letters, and every name and date with them "
    "(TEI Guidelines, Languages and Character Sets).",
    remedy="Look at the accented letters in the output. "
    "If they are right, say so with `--encoding NAME`; if not, name the right one.",
    example="warning[RD101]: encoding guessed: cp1251",
)

ENCODING_NOT_NEEDED: Final = Rule(
    code="RD102",
    name="encoding-not-needed",
    severity=Severity.INFO,
    meaning="`--encoding` names another encoding, but the bytes say that they are "
    "Unicode: they begin with a byte order mark, or are valid UTF-8 beyond ASCII.",
    why="Text in another encoding is practically never valid UTF-8 by accident.",
    remedy="Nothing, unless the letters are wrong; "
    "then re-save the file in the encoding that you named.",
    example="info[RD102]: read as utf-8, not as cp1252",
)

REPLACEMENT_CHARACTER: Final = Rule(
    code="RD103",
    name="replacement-character",
    severity=Severity.WARNING,
    meaning="The text holds U+FFFD, which stands for a character that an earlier "
    "program could not decode.",
    why="What stood there is lost and cannot be told from this file; "
    "the character is kept as it is.",
    remedy="Convert from an earlier copy of the file, if there is one.",
    example="warning[RD103]: the text holds U+FFFD (2 in all)",
)

MOJIBAKE: Final = Rule(
    code="RD104",
    name="mojibake",
    severity=Severity.WARNING,
    meaning="The text holds sequences that arise when UTF-8 is read as a Western "
    "code page and saved again.",
    why="The letters are wrong, though every byte is valid. "
    "They are kept as they are: nothing is repaired unasked.",
    remedy="Mend the file (encode the text in that code page, decode it as UTF-8) "
    "and convert it again.",
    example="warning[RD104]: UTF-8 was read as a Western code page (12 places)",
)

MISLEADING_SUFFIX: Final = Rule(
    code="RD105",
    name="misleading-suffix",
    severity=Severity.WARNING,
    meaning="The suffix of the file belongs to one format, its content to another; "
    "the content was believed.",
    why="A file that was renamed instead of converted opens nowhere as its name says, "
    "and whoever archives it files it under the wrong format.",
    remedy="Rename the file. "
    "Where the content was taken for what it is not, name its format with `--from`.",
    example="warning[RD105]: the suffix is .doc, but the content is an RTF file; "
    "read as rtf",
)

OPTION_NOT_USED: Final = Rule(
    code="RD106",
    name="option-not-used",
    severity=Severity.WARNING,
    meaning="An option says how to read files of another format than this one.",
    why="It changed nothing: what was asked for was not done.",
    remedy="Leave the option out, or name the format with `--from`.",
    example="warning[RD106]: --sheet says nothing about files of the format text",
)

#: findings about any file; those of single formats lie beside their readers
RULES: Final = (
    GUESSED_ENCODING,
    ENCODING_NOT_NEEDED,
    REPLACEMENT_CHARACTER,
    MOJIBAKE,
    MISLEADING_SUFFIX,
    OPTION_NOT_USED,
)
