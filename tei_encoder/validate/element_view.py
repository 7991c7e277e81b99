"""What a schema says of one element, for people: `schema show NAME ELEMENT`."""

from dataclasses import dataclass, field
from pathlib import Path

from tei_encoder.errors import UnknownNameError
from tei_encoder.registry import suggestion
from tei_encoder.validate.inclusion.names import parts_of, shown, witnesses
from tei_encoder.validate.relaxng.compilation import Compiler, ElementDefinition
from tei_encoder.validate.relaxng.name_classes import names_in
from tei_encoder.validate.relaxng.pattern_table import PatternTable
from tei_encoder.validate.relaxng.patterns import (
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    List,
    OneOrMore,
    Pattern,
    Text,
    Value,
)
from tei_encoder.validate.relaxng.schema_files import SchemaFiles


@dataclass(frozen=True, slots=True)
class AttributeView:
    """An attribute: its name, whether it must be there, and its values in words."""

    name: str
    required: bool
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ElementView:
    """What an element may hold; names are sorted.

    `parents` are the elements in which it may stand; `may_be_empty` says that its
    content may be nothing at all.
    """

    name: str
    attributes: tuple[AttributeView, ...]
    children: tuple[str, ...]
    parents: tuple[str, ...]
    text: bool
    may_be_empty: bool


@dataclass(slots=True)
class _Seen:
    children: set[str] = field(default_factory=set)
    values: dict[str, dict[str, None]] = field(default_factory=dict)
    text: bool = False


def view_element(schema: Path, name: str) -> ElementView:
    """Say what an element may hold under a RELAX NG schema.

    Where the schema defines it several times, all definitions are taken together.
    Raises `UnknownNameError` with near names, `SchemaError` for a schema that is wrong.
    """
    files, table = SchemaFiles(), PatternTable()
    root = files.read(schema)
    compiler = Compiler(files, table)
    known = _definitions(compiler, compiler.start(root))
    if name not in known:
        raise UnknownNameError(
            f"the schema {schema.name} has no element {name!r}",
            remedy=suggestion(name, tuple(known)),
        )
    contents = [compiler.content(definition) for definition in known[name]]
    seen = _Seen()
    for content in contents:
        _look(seen, content)
    due = set.intersection(*(_required(content) for content in contents))
    return ElementView(
        name=name,
        attributes=tuple(
            AttributeView(attribute, attribute in due, tuple(values))
            for attribute, values in sorted(seen.values.items())
        ),
        children=tuple(sorted(seen.children)),
        parents=tuple(sorted(_parents(compiler, known, name))),
        text=seen.text,
        may_be_empty=any(_nullable(content) for content in contents),
    )


def _definitions(
    compiler: Compiler, start: Pattern
) -> dict[str, list[ElementDefinition]]:
    """Gather the element definitions that a document can come to, by local name."""
    known: dict[str, list[ElementDefinition]] = {}
    seen: set[ElementDefinition] = set()
    waiting = [start]
    while waiting:
        for part in parts_of(waiting.pop()):
            if isinstance(part, Element) and part.definition not in seen:
                seen.add(part.definition)
                for name in names_in(part.definition.name_class):
                    known.setdefault(name.local, []).append(part.definition)
                waiting.append(compiler.content(part.definition))
    return known


def _look(seen: _Seen, content: Pattern) -> None:
    for part in parts_of(content):
        match part:
            case Element(definition=definition):
                names = witnesses(definition.name_class)
                seen.children.update(shown(name) for name in names)
            case Attribute(name_class=name_class, value=value):
                for name in witnesses(name_class):
                    values = seen.values.setdefault(shown(name), {})
                    values.update(dict.fromkeys(_told(value)))
            case Text() | Data() | Value() | List():
                seen.text = True
            case _:
                pass


def _told(value: Pattern) -> list[str]:
    """Say in words what an attribute's value may be."""
    match value:
        case Choice(members=members):
            told = [words for member in members for words in _told(member)]
        case Value(literal=literal):
            told = [literal]
        case Data(datatype=datatype, facets=facets):
            limits = " ".join(f"{facet.name} {facet.limit}" for facet in facets)
            told = [f"{datatype.words} ({limits})" if limits else datatype.words]
        case List(words=words):
            told = [f"words: {', '.join(_told(words))}"]
        case OneOrMore(member=member):
            told = [f"{words} …" for words in _told(member)]
        case Group(members=members):
            told = [" ".join(w for member in members for w in _told(member))]
        case _:
            told = ["any text"]
    return told


def _required(content: Pattern) -> set[str]:
    """Give the attributes without which the element is invalid."""
    match content:
        case Attribute(name_class=name_class):
            return {shown(name) for name in names_in(name_class)}
        case Group(members=members):
            return set().union(*(_required(member) for member in members))
        case Choice(members=members):
            return set.intersection(*(_required(member) for member in members))
        case OneOrMore(member=member):
            return _required(member)
        case _:
            return set()


def _nullable(content: Pattern) -> bool:
    """Tell whether the content beside the attributes may be nothing."""
    match content:
        case Attribute():
            return True
        case Group(members=members):
            return all(_nullable(member) for member in members)
        case Choice(members=members):
            return any(_nullable(member) for member in members)
        case OneOrMore(member=member):
            return _nullable(member)
        case _:
            return content.traits.nullable


def _parents(
    compiler: Compiler, known: dict[str, list[ElementDefinition]], name: str
) -> set[str]:
    wanted = set(known[name])
    return {
        parent
        for parent, definitions in known.items()
        for definition in definitions
        if any(
            isinstance(part, Element) and part.definition in wanted
            for part in parts_of(compiler.content(definition))
        )
    }
