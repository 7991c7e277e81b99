"""A RELAX NG schema: loading it and validating documents with it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from lxml import etree
from lxml.etree import _ElementTree

from tei_encoder.validate.relaxng.automaton import Automaton
from tei_encoder.validate.relaxng.compilation import Compiler
from tei_encoder.validate.relaxng.pattern_table import PatternTable
from tei_encoder.validate.relaxng.recovery import Recovery
from tei_encoder.validate.relaxng.schema_files import SchemaFiles
from tei_encoder.validate.relaxng.vocabulary import Vocabulary
from tei_encoder.validate.relaxng.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from tei_encoder.validate.relaxng.violations import Violation

NO_ADVICE: Final[Mapping[tuple[str, str], str]] = {}


class Schema:
    """A loaded schema; threads may share it, processes reload it from its path."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Load the schema; see `load_schema`."""
        self._path = os.fspath(path)
        table = PatternTable()
        files = SchemaFiles()
        root = files.read(path)
        self._files = files
        self._root = root
        self._compiler = Compiler(files, table)
        self._start = self._compiler.start(root)
        self._automaton = Automaton(self._compiler, table, self._start)
        self._vocabulary = Vocabulary(lambda: self._compiler.definitions_below(root))

    def __reduce__(self) -> tuple[type[Schema], tuple[str]]:
        """Travel between processes as the path."""
        return (Schema, (self._path,))

    def check(self) -> None:
        """Check the whole schema, also what no document has needed yet.

        Syntax (section 3), references (section 4), restrictions (section 7) and
        consistency of identifiers. Worth doing once for a schema from elsewhere;
        `load_schema` leaves it out because it takes longer than most validations.
        Raises SchemaError, with file and line, for the first thing that is wrong.
        """
        # no conversion needs it
        from tei_encoder.validate.relaxng.checking import check_schema  # noqa: PLC0415

        check_schema(self._root, self._start, self._compiler, self._files)

    def validate(
        self,
        document: _Element | _ElementTree | str | os.PathLike[str],
        *,
        advice: Mapping[tuple[str, str], str] = NO_ADVICE,
    ) -> tuple[Violation, ...]:
        """Return every mistake of a document, in document order; none if it is valid.

        document: a tree, its root, or the path of a file, which is parsed without
        network and external entities.
        advice: what to say about a child that stands in a parent where it must not,
        by the local names of parent and child.
        Raises SchemaError where a part of the schema that is first needed now is
        wrong, OSError and lxml's XMLSyntaxError where a file cannot be read.
        """
        recovery = Recovery(self._automaton, self._vocabulary, advice)
        Walk(self._automaton, recovery).run(_root_of(document))
        return recovery.violations()


def load_schema(path: str | os.PathLike[str]) -> Schema:
    """Load a RELAX NG schema with all files that it includes.

    A file whose name ends in `.rnc` is in the compact syntax, any other in XML.

    Only what all documents need is read now; definitions are compiled when a document
    first needs them.
    Raises SchemaError, with file and line, where a file cannot be read or is wrong.
    """
    return Schema(path)


def _root_of(
    document: _Element | _ElementTree | str | os.PathLike[str],
) -> _Element:
    if isinstance(document, (str, os.PathLike)):
        parser = etree.XMLParser(
            resolve_entities="internal",  # type: ignore[arg-type]  # stubs: lxml 4
            no_network=True,
            load_dtd=False,
            collect_ids=False,
        )
        return etree.parse(os.fspath(document), parser).getroot()
    if isinstance(document, _ElementTree):
        return document.getroot()
    return document
