"""The verdict of a RELAX NG schema as findings."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from lxml import etree

from tei_encoder.validate.finding import Finding
from tei_encoder.validate.relaxng import Schema, load_schema
from tei_encoder.validate.schema_rules import BY_KIND, SOURCE

#: what to use instead, by parent and child (Guidelines 8.3, 7.2, 3.3)
ADVICE: Final = {
    ("u", "p"): 'use "seg" for a paragraph of speech, or sp with p',
    ("u", "ab"): 'use "seg" for a paragraph of speech',
    ("u", "head"): 'put the heading before "u"',
    ("u", "speaker"): 'use note type="speaker" before "u", or sp with speaker',
    ("u", "u"): "close the first turn; join the two with @next and @prev",
    ("sp", "seg"): 'use "p" for a paragraph of speech, or u with seg',
    ("sp", "u"): "use either sp with p or u with seg",
    ("sp", "head"): 'put the heading before "sp"',
    ("p", "p"): 'close the first "p" before it',
    ("p", "div"): 'close "p" before it',
    ("p", "u"): 'close "p" before it: "u" stands beside paragraphs, in "div"',
    ("p", "sp"): 'close "p" before it: "sp" stands beside paragraphs, in "div"',
    ("opener", "list"): 'put the list after "head" of the division',
    ("closer", "p"): 'put the paragraph before "closer"',
    ("closer", "list"): 'put the list before "closer"',
}


def check_grammar(root: etree._Element, schema: Path) -> tuple[Finding, ...]:
    """Validate a tree; empty when it is valid.

    A schema is loaded once in a process, as long as its file stays as it is.
    Raises `SchemaError`, naming file and line, for a schema that is wrong.
    """
    status = schema.stat() if schema.is_file() else None
    stamp = (status.st_mtime_ns, status.st_size) if status else (0, 0)
    violations = _loaded(schema.resolve(), stamp).validate(root, advice=ADVICE)
    return tuple(
        Finding(
            BY_KIND[violation.kind.value],
            violation.message,
            violation.element,
            SOURCE,
            attribute=violation.attribute,
            line=violation.line,
            help=violation.help or "",
            expected=violation.expected,
        )
        for violation in violations
    )


@lru_cache(maxsize=8)
def _loaded(schema: Path, stamp: tuple[int, int]) -> Schema:  # noqa: ARG001 - the stamp makes a changed file a new entry
    return load_schema(schema)
