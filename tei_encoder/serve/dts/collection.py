"""The collection endpoint: sets of records, records, and how they hang together."""

from collections.abc import Mapping
from typing import Final

from tei_encoder.serve.dts.addresses import Addresses
from tei_encoder.serve.dts.arguments import number_in
from tei_encoder.serve.dts.errors import bad_request, not_found
from tei_encoder.serve.dts.pages import JsonObject, last_page, pagination
from tei_encoder.serve.dts.resource import resource, whole_resource
from tei_encoder.serve.item import Item, RecordSet
from tei_encoder.serve.oai.repository import Repository
from tei_encoder.serve.sets import kind_of
from tei_encoder.serve.survey import ROOT

PARAMETERS: Final = ("id", "page", "nav")
_SIZE: Final = 100


def collection(
    repository: Repository, addresses: Addresses, arguments: Mapping[str, str]
) -> JsonObject:
    """Give a collection or resource with its members, or with its parents.

    Raises `DtsError`, and `ChangedError`.
    """
    repository.library.freshen()
    nav = arguments.get("nav", "children")
    if nav not in ("children", "parents"):
        raise bad_request("nav is children or parents")
    page = number_in(arguments, "page", 1) or 1
    shelf = _Shelf(repository, addresses)
    identifier = arguments.get("id", ROOT)
    found = shelf.set(identifier)
    item = None if found else repository.library.register.item(identifier)
    if found:
        made = shelf.collection(found)
    elif item and not item.deleted:
        made = whole_resource(repository.library, item, addresses)
    else:
        raise not_found("no collection and no resource has that id")
    if nav == "parents":
        parents = shelf.parents(identifier, item)
        return {**made, "member": [shelf.collection(one) for one in parents]}
    return made if found is None else {**made, **shelf.page(found, page, arguments)}


class _Shelf:
    """The sets and what they hold."""

    def __init__(self, repository: Repository, addresses: Addresses) -> None:
        self._register = repository.library.register
        self._addresses = addresses
        root = RecordSet(ROOT, repository.name)
        self._sets = {one.spec: one for one in (root, *self._register.sets())}

    def set(self, spec: str) -> RecordSet | None:
        """Give a set by its id."""
        return self._sets.get(spec)

    def collection(self, found: RecordSet) -> JsonObject:
        """Give a set in short."""
        return {
            "@id": found.spec,
            "@type": "Collection",
            "title": found.name,
            "totalParents": len(self.parents(found.spec, None)),
            "totalChildren": len(self._inner(found.spec)) + self._count(found.spec),
            **self._addresses.of_collection(found.spec),
        }

    def parents(self, identifier: str, item: Item | None) -> list[RecordSet]:
        """Give the sets that hold a record or a set."""
        if item is not None:
            return [self._sets[spec] for spec in item.sets or (ROOT,)]
        if identifier == ROOT:
            return []
        return [self._sets[kind_of(identifier) or ROOT]]

    def page(
        self, found: RecordSet, page: int, arguments: Mapping[str, str]
    ) -> JsonObject:
        """Give some of the members of a set, sets before records."""
        inner = self._inner(found.spec)
        last = last_page(len(inner) + self._count(found.spec), _SIZE)
        address = f"{self._addresses.base}collection/"
        view = pagination(address, arguments, page, last)
        first = (page - 1) * _SIZE
        sets = inner[first : first + _SIZE]
        records = self._records(
            found.spec, max(0, first - len(inner)), _SIZE - len(sets)
        )
        shown = [self.collection(one) for one in sets]
        shown += [resource(item, self._addresses) for item in records]
        return {"member": shown, **view}

    def _inner(self, spec: str) -> list[RecordSet]:
        outer = None if spec == ROOT else spec
        return [
            one
            for one in self._sets.values()
            if one.spec != ROOT and kind_of(one.spec) == outer
        ]

    def _count(self, spec: str) -> int:
        if spec == ROOT:
            return self._register.count_members(None)
        return self._register.count_members(spec) if kind_of(spec) else 0

    def _records(self, spec: str, offset: int, limit: int) -> list[Item]:
        if spec != ROOT and not kind_of(spec):
            return []
        of = None if spec == ROOT else spec
        return self._register.members(of, offset, limit)
