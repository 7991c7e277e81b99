"""Our RELAX NG schema is orderly: no wildcard, nothing twice, nothing unused."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tests.unit.schemas.conftest import RNG, Grammar, children, kind

NAMES = {"att", "macro", "model", "teidata"}


def rng_files(schemas: Path) -> list[Path]:
    """Give the main file and its parts."""
    return [schemas / "conversation.rng", *sorted((schemas / "modules").glob("*.rng"))]


def test_every_part_is_included(schemas: Path) -> None:
    """The main file includes every file of modules/, in alphabetical order."""
    tree = etree.parse(schemas / "conversation.rng")
    included = [element.get("href") for element in tree.iter(RNG + "include")]

    assert [f"modules/{path.name}" for path in rng_files(schemas)[1:]] == included


def test_no_wildcard(schemas: Path) -> None:
    """No name class stands for names that are not written out."""
    for path in rng_files(schemas):
        wild = list(etree.parse(path).iter(RNG + "anyName", RNG + "nsName"))
        assert [] == wild, path.name


def test_no_define_twice(grammar: Grammar) -> None:
    """Each name is defined once (reading fails otherwise), with no combining."""
    combined = [n for n, d in grammar.defines.items() if d.get("combine")]

    assert grammar.defines
    assert [] == combined


def test_element_and_define_share_their_name(grammar: Grammar) -> None:
    """Each element has one define, which bears its name and holds nothing else."""
    for name, element in grammar.elements.items():
        assert [element] == children(grammar.defines[name]), name


def test_defines_are_alphabetical(schemas: Path) -> None:
    """In each file the defines of one sort follow the alphabet."""
    for path in rng_files(schemas):
        names = [d.get("name", "") for d in etree.parse(path).iter(RNG + "define")]
        for sort in NAMES:
            members = [n for n in names if n.split(".")[0] == sort]
            assert sorted(members, key=order) == members, path.name
        elements = [n for n in names if n.split(".")[0] not in NAMES]
        assert sorted(elements, key=str.lower) == elements, path.name


def order(name: str) -> list[str]:
    """Sort dotted names part by part, a class before its subclasses."""
    return name.lower().split(".")


def test_choices_of_references_are_alphabetical(schemas: Path) -> None:
    """A choice among references only lists them in alphabetical order."""
    for path in rng_files(schemas):
        for choice in etree.parse(path).iter(RNG + "choice"):
            if {kind(child) for child in children(choice)} == {"ref"}:
                names = [child.get("name", "") for child in children(choice)]
                assert sorted(names, key=str.lower) == names, path.name


def test_xml_id_once(grammar: Grammar) -> None:
    """The datatype ID occurs once, on xml:id, in the global attributes."""
    holders = [
        (name, data.getparent().get("name"))
        for name, define in grammar.defines.items()
        for data in define.iter(RNG + "data")
        if data.get("type") == "ID"
    ]

    assert [("att.global.without.cert", "xml:id")] == holders


def test_every_define_is_used(grammar: Grammar) -> None:
    """Everything defined is reached from the start, and nothing else is named."""
    assert set(grammar.defines) == set(reachable(grammar, ["TEI", "teiCorpus"]))


def reachable(grammar: Grammar, start: list[str]) -> Iterator[str]:
    """Give the names that are reached from some names."""
    seen: set[str] = set()
    while start:
        name = start.pop()
        if name in seen:
            continue
        seen.add(name)
        yield name
        start += [r.get("name", "") for r in grammar.defines[name].iter(RNG + "ref")]
