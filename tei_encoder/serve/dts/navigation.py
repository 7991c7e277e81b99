"""The navigation endpoint: the units of a text, from here to there, down to a level."""

from collections.abc import Mapping, Sequence
from typing import Final

from tei_encoder.serve.dts.addresses import Addresses
from tei_encoder.serve.dts.arguments import number_in
from tei_encoder.serve.dts.errors import bad_request, not_found
from tei_encoder.serve.dts.pages import JsonObject, last_page, pagination
from tei_encoder.serve.dts.reference import Reference, reference_of, resource_of
from tei_encoder.serve.dts.resource import resource
from tei_encoder.serve.dts.units import citations_of
from tei_encoder.serve.oai.repository import Repository

PARAMETERS: Final = ("resource", "ref", "start", "end", "down", "tree", "page")
_SIZE: Final = 1000
_BOTTOM: Final = -1


def navigation(
    repository: Repository, addresses: Addresses, arguments: Mapping[str, str]
) -> JsonObject:
    """Give units of a text; raises `DtsError`, and `ChangedError`."""
    item = resource_of(repository.library, arguments)
    meant = reference_of(arguments)
    down = number_in(arguments, "down", _BOTTOM)
    page = number_in(arguments, "page", 1) or 1
    _check(meant, down)
    trees, citations = citations_of(repository.library, item)
    if not trees:
        whole = {**resource(item, addresses), "citationTrees": []}
        return {"@type": "Navigation", "resource": whole, "member": []}
    tree = arguments.get("tree")
    if tree is not None and tree not in citations:
        raise not_found("the resource has no tree of that name")
    units = citations.get(tree, ())
    ends = [_place(units, ref) for ref in (meant.start, meant.end) if ref]
    made: JsonObject = {
        "@type": "Navigation",
        "resource": {**resource(item, addresses), "citationTrees": trees},
        **_named(meant, units, ends),
    }
    if down is None:
        return made
    members = _members(units, ends, down)
    address = f"{addresses.base}navigation/"
    view = pagination(address, arguments, page, last_page(len(members), _SIZE))
    first = (page - 1) * _SIZE
    return {**made, "member": members[first : first + _SIZE], **view}


def _check(meant: Reference, down: int | None) -> None:
    """Refuse what the table of the specification answers with 400."""
    if meant.start is None and down in (None, 0):
        raise bad_request("give ref, or start and end, or down other than 0")
    if meant.is_range and down == 0:
        raise bad_request("down is not 0 with start and end")


def _place(units: Sequence[JsonObject], ref: str) -> int:
    for place, unit in enumerate(units):
        if unit["identifier"] == ref:
            return place
    raise not_found(f"the tree has no unit {ref!r}")


def _named(
    meant: Reference, units: Sequence[JsonObject], ends: Sequence[int]
) -> JsonObject:
    """Give the units that the request names."""
    if not ends:
        return {}
    if not meant.is_range:
        return {"ref": units[ends[0]]}
    if ends[1] < ends[0]:
        raise bad_request("end comes before start")
    return {"start": units[ends[0]], "end": units[ends[1]]}


def _members(
    units: Sequence[JsonObject], ends: Sequence[int], down: int
) -> list[JsonObject]:
    """Give the units asked for, in the order of the document."""
    if not ends:
        return _down_to(units, 0, down)
    if down == 0:
        parent = units[ends[0]]["parent"]
        return [unit for unit in units if unit["parent"] == parent]
    first, last = ends[0], _last_within(units, ends[-1])
    base = max(_level(units[place]) for place in ends)
    return _down_to(units[first : last + 1], base, down)


def _down_to(units: Sequence[JsonObject], base: int, down: int) -> list[JsonObject]:
    if down == _BOTTOM:
        return list(units)
    return [unit for unit in units if _level(unit) <= base + down]


def _last_within(units: Sequence[JsonObject], place: int) -> int:
    """Give the place of the last unit that a unit holds; its own if it holds none."""
    last = place
    while last + 1 < len(units) and _level(units[last + 1]) > _level(units[place]):
        last += 1
    return last


def _level(unit: JsonObject) -> int:
    level = unit["level"]
    return level if isinstance(level, int) else 0
