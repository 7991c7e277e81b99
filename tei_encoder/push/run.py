"""Pushes records one by one, and believes nothing that it has not read back."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from tei_encoder.errors import OutputError, TeiEncoderError
from tei_encoder.push.canonical import canonical_digest, first_difference
from tei_encoder.push.errors import AccessError, ServerError, UnreachableError
from tei_encoder.push.ledger import Ledger
from tei_encoder.push.outcome import Pushed, Status
from tei_encoder.push.record import Candidate, Offer, examine
from tei_encoder.push.store import Store
from tei_encoder.validate.reading import read_tree


def push(
    offers: Iterable[Offer],
    store: Store,
    ledger: Ledger,
    *,
    schema: Path | str | None = None,
    again: bool = False,
) -> Iterator[Pushed]:
    """Push records into a store that was entered; one bad record stops no other.

    `again` sends also what the server has, and over what others changed there.
    When the server goes away, what is left is reported as not sent.
    """
    gate = Gate(store, schema)
    waiting = iter(offers)
    for offer in waiting:
        try:
            yield _pushed(offer, gate, ledger, again=again)
        except (UnreachableError, AccessError) as error:
            yield Pushed(offer.place, "", Status.FAILED, error=error)
            yield from (Pushed(o.place, "", Status.UNSENT) for o in waiting)
            return
    store.finish()


class Gate:
    """Lets a record through that is valid and has a name of its own."""

    def __init__(self, store: Store, schema: Path | str | None) -> None:
        """Begin with no name taken."""
        self.store = store
        self.schema = schema
        self._owners: dict[str, str] = {}

    def admit(self, offer: Offer) -> Candidate:
        """Give the record; raises one of our errors for a name it cannot have."""
        candidate = examine(offer, self.schema)
        name = candidate.name
        if candidate.root is None:
            return candidate
        if problem := self.store.problem(name):
            raise OutputError(
                f"{name!r} cannot be the name of a document there: {problem}",
                place=offer.place,
                remedy="give the root element an xml:id, or rename the file",
            )
        owner = self._owners.setdefault(name, offer.place)
        if owner != offer.place:
            raise OutputError(
                f"{owner} was pushed as {name!r} already",
                place=offer.place,
                remedy="give each record an xml:id of its own",
            )
        return candidate


def _pushed(offer: Offer, gate: Gate, ledger: Ledger, *, again: bool) -> Pushed:
    done = Pushed(offer.place, "", Status.FAILED)
    try:
        candidate = gate.admit(offer)
        found = candidate.diagnostics
        done = replace(done, name=candidate.name, diagnostics=found)
        if candidate.root is None:
            return replace(done, status=Status.REFUSED)
        status = _stored(candidate, gate.store, ledger, offer.place, again=again)
    except (UnreachableError, AccessError):
        raise
    except TeiEncoderError as error:
        return replace(done, error=error)
    return replace(done, status=status)


def _stored(
    candidate: Candidate, store: Store, ledger: Ledger, place: str, *, again: bool
) -> Status:
    name = candidate.name
    before = store.fetch(name)
    if before is not None and not again:
        digest = _digest(before, name)
        if digest == candidate.digest:
            ledger.confirm(name, digest)
            return Status.UNCHANGED
        if ledger.is_foreign(name, digest):
            raise OutputError(
                f"{name} was changed on the server since it was pushed",
                place=place,
                remedy="look at it there; --again replaces it",
            )
    ledger.expect(name, candidate.digest)
    store.put(name, candidate.data)
    _compare(candidate, store.fetch(name), ledger, place)
    return Status.ADDED if before is None else Status.UPDATED


def _compare(
    candidate: Candidate, back: bytes | None, ledger: Ledger, place: str
) -> None:
    """Hold what came back against what was sent; raises `ServerError`."""
    name = candidate.name
    found = None if back is None else read_tree(back, f"{name} as read back")
    if found is not None and canonical_digest(found) == candidate.digest:
        ledger.confirm(name, candidate.digest)
        return
    ledger.forget(name)
    raise ServerError(
        f"the server does not give back what was sent: {_said(candidate.root, found)}",
        place=place,
        remedy="do not rely on this copy; let the server keep white space and parse "
        "without XInclude and stylesheets, then push again",
    )


def _said(sent: etree._Element | None, found: etree._Element | None) -> str:
    if sent is None or found is None:
        return "there is no such document"
    return first_difference(sent, found)


def _digest(data: bytes, name: str) -> str:
    """Give the digest of what a server holds; of what is no XML, that of nothing."""
    try:
        return canonical_digest(read_tree(data, name))
    except TeiEncoderError:
        return ""
