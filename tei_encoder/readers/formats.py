"""The input formats: who reads them, what they keep and what they lose."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Format:
    """An input format, one row of the table.

    `reader` is `module:attribute`; `suffixes` are in lower case, with their dot.
    `keeps` and `loses` tell people what of a file reaches the TEI; `extra` is the
    optional part of the package that the reader needs.
    `signed` tells that every sound file can be known by its content alone;
    `searched` that folders are searched for its suffixes also where `--from` does not
    ask for it: not for `.xml`, where the results lie, nor for tables of metadata.
    `members` is `module:attribute` of what opens a file that holds other files, and
    `options` are the names of what more can be asked of the reader.
    """

    name: str
    reader: str
    suffixes: tuple[str, ...]
    keeps: str
    loses: str
    extra: str = ""
    signed: bool = False
    searched: bool = True
    members: str = ""
    options: tuple[str, ...] = ()


#: a row per format, by name; a suffix of several formats belongs to the first
FORMATS: Final = (
    Format(
        name="alto",
        reader="tei_encoder.readers.ocr.alto:read",
        suffixes=(".alto", ".xml"),
        keeps="lines and paragraphs as stated, hyphens at line ends, styles, boxes and "
        "confidence of words, image names; margins, running heads and page numbers "
        "are set aside",
        loses="letters below the word, other readings, pictures, lines of tables",
        signed=True,
        searched=False,
    ),
    Format(
        name="csv",
        reader="tei_encoder.readers.tables.delimited:read_csv",
        suffixes=(".csv",),
        keeps="turns, times and notes of rows; text of other columns, set aside",
        loses="quotes, delimiters and the order of cells in a row",
        searched=False,
        options=("columns",),
    ),
    Format(
        name="doc",
        reader="tei_encoder.readers.doc:read",
        suffixes=(".doc", ".dot"),
        keeps="what docx keeps, as far as LibreOffice (needed) reads it",
        loses="what docx loses",
        signed=True,
    ),
    Format(
        name="docx",
        reader="tei_encoder.readers.docx:read",
        suffixes=(".docx", ".docm", ".dotx", ".dotm"),
        keeps="paragraph styles, headings, indents, bold, italic, underlined, struck "
        "out, small capitals, raised and lowered letters; inserted, deleted and moved "
        "words with author and date; comments, footnotes and endnotes at their marks; "
        "generated numbers and bullets, tables, links, text boxes, pictures by their "
        "description, page breaks; headers and footers are set aside",
        loses="hidden text, fonts, colours, sizes, all capitals, changes of format, "
        "the form of equations, embedded objects and macros; columns of merged cells",
        signed=True,
    ),
    Format(
        name="eml",
        reader="tei_encoder.readers.mail.read:read",
        suffixes=(".eml", ".mht", ".mhtml"),
        keeps="who wrote to whom, when and about what as its first lines, and the "
        "plain text exactly, or the page where there is none; attachments that can be "
        "read become records of their own",
        loses="the other fields of its head, other forms of the same text",
        members="tei_encoder.readers.mail.attached:open_mail",
    ),
    Format(
        name="hocr",
        reader="tei_encoder.readers.ocr.hocr:read",
        suffixes=(".hocr",),
        keeps="lines and paragraphs as stated, hyphens at line ends, bold, italic, "
        "raised and lowered words, boxes and confidence of words, image names; running "
        "heads and page numbers are set aside",
        loses="letters below the word, other readings, pictures, fonts and sizes",
    ),
    Format(
        name="html",
        reader="tei_encoder.readers.html.read:read",
        suffixes=(".html", ".htm", ".xhtml", ".xht"),
        keeps="what browsers show: paragraphs, headings, bold, italic, small capitals, "
        "raised and lowered letters, links, notes at their references, tables, lists, "
        "dialogues in definition lists, pictures by their alternative text, page "
        "breaks; navigation and the like are set aside",
        loses="hidden text, scripts, colours, fonts, rules of style sheets; frames and "
        "other files are not fetched",
    ),
    Format(
        name="jsonl",
        reader="tei_encoder.readers.tables.json_lines:read",
        suffixes=(".jsonl", ".ndjson"),
        keeps="turns, times and notes of objects; other values, set aside",
        loses="the order of keys; values that are null",
        options=("columns",),
    ),
    Format(
        name="md",
        reader="tei_encoder.readers.markdown.read:read",
        suffixes=(".md", ".markdown"),
        keeps="paragraphs and their lines, headings, bold, italic, struck words, "
        "links, footnotes, tables, lists, quotations, code; front matter is set aside",
        loses="the signs of the markup themselves, comments",
        extra="md",
    ),
    Format(
        name="odt",
        reader="tei_encoder.readers.odt:read",
        suffixes=(".odt", ".ott", ".fodt"),
        keeps="what docx keeps: styles, headings, indents, looks, tracked changes put "
        "back at their places, comments, notes with their marks, generated numbers and "
        "bullets, tables, links, frames, pictures by their description, page breaks; "
        "headers and footers are set aside",
        loses="hidden text, fonts, colours, sizes, changes of format, the form of "
        "equations, embedded objects and macros; columns of merged cells",
    ),
    Format(
        name="page",
        reader="tei_encoder.readers.ocr.page_xml:read",
        suffixes=(".page", ".xml"),
        keeps="regions in reading order, the best reading of each line, styles, boxes "
        "and confidence of words, image name; headers, footers, page numbers and "
        "marginal notes are set aside",
        loses="letters below the word, other readings, outlines finer than a box",
        signed=True,
        searched=False,
    ),
    Format(
        name="pdf",
        reader="tei_encoder.readers.pdf.read:read",
        suffixes=(".pdf",),
        keeps="columns in reading order, lines, hyphens at line ends, paragraphs also "
        "over page ends, bold, italic, raised and lowered letters, footnotes at their "
        "marks, links, headings of the outline, page labels; running heads, running "
        "feet, numbers of pages and lines and turned text are set aside",
        loses="fonts, sizes, colours, ligatures (written out), pictures, lines of "
        "tables, unseen text, comments, form fields, attached files",
        extra="pdf",
        signed=True,
    ),
    Format(
        name="rtf",
        reader="tei_encoder.readers.rtf:read",
        suffixes=(".rtf",),
        keeps="what docx keeps, where LibreOffice is installed; else the words of "
        "paragraphs and cells",
        loses="what docx loses; without LibreOffice all looks, the marks of notes, and "
        "which words were deleted",
        extra="rtf",
        signed=True,
    ),
    Format(
        name="srt",
        reader="tei_encoder.readers.captions.subrip:read",
        suffixes=(".srt",),
        keeps="words, times, changes of speaker, bold and italics",
        loses="counters, colours and fonts; which caption was placed where",
    ),
    Format(
        name="tar",
        reader="tei_encoder.readers.archive.read:read_tar",
        suffixes=(".tar", ".tgz", ".tbz2", ".txz", ".gz", ".bz2", ".xz"),
        keeps="every file of a format that can be read, as a record of its own",
        loses="other files, links, owners and times",
        signed=True,
        members="tei_encoder.readers.archive.tar_file:open_archive",
    ),
    Format(
        name="tei",
        reader="tei_encoder.readers.tei.reader:read",
        suffixes=(".xml", ".tei"),
        keeps="text, turns, headings, notes, tables, lists, links, pages, styles, and "
        "title, date, languages and persons of the header",
        loses="other markup, editors' alternatives, white space of XML, the rest of "
        "the header",
        signed=True,
        searched=False,
    ),
    Format(
        name="text",
        reader="tei_encoder.readers.text:read",
        suffixes=(".txt", ".text"),
        keeps="every character, line ends and white space included",
        loses="nothing",
    ),
    Format(
        name="tsv",
        reader="tei_encoder.readers.tables.delimited:read_tsv",
        suffixes=(".tsv", ".tab"),
        keeps="what csv keeps",
        loses="what csv loses",
        options=("columns",),
    ),
    Format(
        name="vtt",
        reader="tei_encoder.readers.captions.webvtt:read",
        suffixes=(".vtt",),
        keeps="words, voices, times, notes, bold and italics",
        loses="times of words, classes, languages and ruby of tags; which caption was "
        "placed where",
        signed=True,
    ),
    Format(
        name="whisper",
        reader="tei_encoder.readers.captions.whisper:read",
        suffixes=(".json",),
        keeps="segments, speakers, times and language",
        loses="times of words, tokens and probabilities",
        searched=False,
    ),
    Format(
        name="xlsx",
        reader="tei_encoder.readers.tables.workbook:read",
        suffixes=(".xlsx", ".xlsm"),
        keeps="one sheet as csv is kept; values, dates in the form of their cells",
        loses="formulas, other sheets, comments, styles within cells",
        extra="xlsx",
        signed=True,
        options=("columns", "sheet"),
    ),
    Format(
        name="zip",
        reader="tei_encoder.readers.archive.read:read_zip",
        suffixes=(".zip",),
        keeps="every file of a format that can be read, as a record of its own",
        loses="other files, comments, times",
        signed=True,
        members="tei_encoder.readers.archive.zip_file:open_archive",
    ),
)
