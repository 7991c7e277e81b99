"""Name classes: which element or attribute names a pattern is about (section 6.2.1)."""

from dataclasses import dataclass

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class Name:
    """One expanded name."""

    namespace: str
    local: str


@dataclass(frozen=True, slots=True)
class AnyName:
    """Every name but the excepted ones."""

    excepted: "NameClass | None" = None


@dataclass(frozen=True, slots=True)
class NamespaceNames:
    """Every name of one namespace but the excepted ones (`nsName`)."""

    namespace: str
    excepted: "NameClass | None" = None


@dataclass(frozen=True, slots=True)
class NameChoice:
    """The names of any of several name classes."""

    alternatives: "tuple[NameClass, ...]"


NameClass = Name | AnyName | NamespaceNames | NameChoice


def expanded_name(clark: str) -> Name:
    """Return the expanded name that lxml writes as `{namespace}local`."""
    if clark.startswith("{"):
        namespace, _, local = clark[1:].partition("}")
        return Name(namespace, local)
    return Name("", clark)


def clark_name(name: Name) -> str:
    """Return an expanded name as lxml writes it."""
    return f"{{{name.namespace}}}{name.local}" if name.namespace else name.local


def contains(name_class: NameClass, name: Name) -> bool:
    """Tell whether `name` belongs to `name_class` (section 6.2.1)."""
    match name_class:
        case Name():
            return name == name_class
        case AnyName(excepted=excepted):
            return excepted is None or not contains(excepted, name)
        case NamespaceNames(namespace=namespace, excepted=excepted):
            return name.namespace == namespace and (
                excepted is None or not contains(excepted, name)
            )
        case NameChoice(alternatives=alternatives):
            return any(contains(alternative, name) for alternative in alternatives)


# A namespace and a local name that no schema can spell stand for "all others".
_OTHER_NAMESPACE = "\N{NULL}"
_OTHER_LOCAL = "\N{NULL}"


def overlap(first: NameClass, second: NameClass) -> bool:
    """Tell whether some name belongs to both name classes (section 7.3).

    Name classes are finite unions and differences of single names, namespaces and
    everything; so it is enough to try the names and namespaces they mention.
    """
    candidates = {*_witnesses(first), *_witnesses(second)}
    return any(contains(first, name) and contains(second, name) for name in candidates)


def _witnesses(name_class: NameClass) -> tuple[Name, ...]:
    match name_class:
        case Name():
            return (name_class,)
        case AnyName(excepted=excepted):
            own = Name(_OTHER_NAMESPACE, _OTHER_LOCAL)
        case NamespaceNames(namespace=namespace, excepted=excepted):
            own = Name(namespace, _OTHER_LOCAL)
        case NameChoice(alternatives=alternatives):
            return tuple(
                name for alternative in alternatives for name in _witnesses(alternative)
            )
    return (own, *(_witnesses(excepted) if excepted else ()))


def names_in(name_class: NameClass) -> tuple[Name, ...]:
    """List the single names that `name_class` spells out, wildcards left aside."""
    match name_class:
        case Name():
            return (name_class,)
        case NameChoice(alternatives=alternatives):
            return tuple(
                name for alternative in alternatives for name in names_in(alternative)
            )
        case _:
            return ()


def has_wildcard(name_class: NameClass) -> bool:
    """Tell whether the name class is infinite: it holds `anyName` or `nsName`."""
    match name_class:
        case Name():
            return False
        case NameChoice(alternatives=alternatives):
            return any(has_wildcard(alternative) for alternative in alternatives)
        case _:
            return True
