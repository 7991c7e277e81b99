"""Pushing: what a store does is read back, compared and reported."""

from functools import partial
from pathlib import Path
from typing import Self

import pytest

from tei_encoder.errors import ReadError
from tei_encoder.push import Ledger, Offer, Pushed, Status
from tei_encoder.push import push as push_by_any_schema
from tei_encoder.push.errors import RefusalError, UnreachableError

TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}"><teiHeader><fileDesc>'
    "<titleStmt><title>T</title></titleStmt><publicationStmt><p>x</p>"
    "</publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>"
    "<text><body><p>{words}</p></body></text></TEI>"
)


push = partial(push_by_any_schema, schema="conversation")


class Shelf:
    """A store in memory; it may spoil what it is given, or go away."""

    notes: tuple[str, ...] = ()

    def __init__(self) -> None:
        """Begin empty and healthy."""
        self.held: dict[str, bytes] = {}
        self.sent: list[str] = []
        self.spoils = (b"", b"")
        self.refuses = ""
        self.gone_after = 99
        self.finished = False

    def __enter__(self) -> Self:
        """Need nothing."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing."""

    def problem(self, name: str) -> str:
        """Refuse slashes."""
        return "slashes" if "/" in name else ""

    def fetch(self, name: str) -> bytes | None:
        """Give what is held."""
        return self.held.get(name)

    def put(self, name: str, data: bytes) -> None:
        """Hold a document, perhaps spoilt."""
        if len(self.sent) >= self.gone_after:
            raise UnreachableError("gone")
        if name == self.refuses:
            raise RefusalError("no")
        self.sent.append(name)
        self.held[name] = data.replace(*self.spoils) if self.spoils[0] else data

    def finish(self) -> None:
        """Note that it was asked for."""
        self.finished = True


@pytest.fixture
def shelf() -> Shelf:
    """Give an empty store."""
    return Shelf()


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """Give an empty ledger."""
    return Ledger(tmp_path / "ledger.jsonl")


def offer(name: str, words: str = "are <hi>very</hi> <hi>well</hi>") -> Offer:
    """Offer a valid record."""
    data = TEI.format(id=name, words=words).encode()
    return Offer(f"in/{name}.xml", name, lambda: data)


def shown(results: list[Pushed]) -> list[str]:
    """Give the statuses of records."""
    return [done.status.value for done in results]


def test_added_unchanged_updated(shelf: Shelf, ledger: Ledger) -> None:
    """What is there is not sent again; what changed here is."""
    first = list(push([offer("a"), offer("b")], shelf, ledger))
    second = list(push([offer("a"), offer("b", "other")], shelf, ledger))

    assert ["added", "added"] == shown(first)
    assert ["unchanged", "updated"] == shown(second)
    assert ["a.xml", "b.xml", "b.xml"] == shelf.sent
    assert shelf.finished


def test_again(shelf: Shelf, ledger: Ledger) -> None:
    """On request everything is sent anew."""
    list(push([offer("a")], shelf, ledger))

    assert ["updated"] == shown(list(push([offer("a")], shelf, ledger, again=True)))


def test_glued_words(shelf: Shelf, ledger: Ledger) -> None:
    """A store that drops a space is caught, and the place is named."""
    shelf.spoils = (b"</hi> <hi>", b"</hi><hi>")
    done = next(push([offer("a")], shelf, ledger))

    assert Status.FAILED == done.status
    assert (
        "the server does not give back what was sent: ' ' was sent, '' came back, "
        "after <hi> at /TEI/text/body/p/hi[1], line 1"
    ) in str(done.error)


def test_spoilt_record_is_sent_again(shelf: Shelf, ledger: Ledger) -> None:
    """When the store is mended, the next push replaces what it had spoilt."""
    shelf.spoils = (b"very", b"vary")
    list(push([offer("a")], shelf, ledger))
    shelf.spoils = (b"", b"")

    assert ["updated"] == shown(list(push([offer("a")], shelf, ledger)))


def test_lost_record(shelf: Shelf, ledger: Ledger) -> None:
    """What the ledger knows and the server lacks is sent again: the server counts."""
    list(push([offer("a")], shelf, ledger))
    shelf.held.clear()

    assert ["added"] == shown(list(push([offer("a")], shelf, ledger)))


def test_others_changes(shelf: Shelf, ledger: Ledger) -> None:
    """What others changed there is left alone, and told."""
    list(push([offer("a")], shelf, ledger))
    shelf.held["a.xml"] = shelf.held["a.xml"].replace(b"very", b"quite")
    done = next(push([offer("a", "mine")], shelf, ledger))

    assert Status.FAILED == done.status
    assert "was changed on the server since it was pushed" in str(done.error)
    assert b"quite" in shelf.held["a.xml"]


def test_invalid_record(shelf: Shelf, ledger: Ledger) -> None:
    """An invalid record is refused with its findings, and never sent."""
    results = list(push([offer("a", "<paragraph/>"), offer("b")], shelf, ledger))

    assert ["refused", "added"] == shown(results)
    assert results[0].diagnostics
    assert ["b.xml"] == shelf.sent


def test_unreadable_file(shelf: Shelf, ledger: Ledger) -> None:
    """A file that cannot be read stops no other."""

    def fail() -> bytes:
        raise ReadError("cannot be read", place="in/a.xml")

    results = list(push([Offer("in/a.xml", "a", fail), offer("b")], shelf, ledger))

    assert ["failed", "added"] == shown(results)


def test_refused_by_the_server(shelf: Shelf, ledger: Ledger) -> None:
    """A record that the server refuses stops no other."""
    shelf.refuses = "a.xml"

    assert ["failed", "added"] == shown(
        list(push([offer("a"), offer("b")], shelf, ledger))
    )


def test_server_goes_away(shelf: Shelf, ledger: Ledger) -> None:
    """It is told which records are in and which are not; a rerun brings the rest."""
    offers = [offer(name) for name in "abcd"]
    shelf.gone_after = 2
    cut = list(push(offers, shelf, ledger))
    shelf.gone_after = 99

    assert ["added", "added", "failed", "not sent"] == shown(cut)
    assert not shelf.finished
    assert ["unchanged", "unchanged", "added", "added"] == shown(
        list(push(offers, shelf, ledger))
    )


def test_two_records_of_one_id(shelf: Shelf, ledger: Ledger) -> None:
    """The second record of an id does not replace the first."""
    other = Offer("in/other.xml", "other", offer("a", "other").load)
    results = list(push([offer("a"), other], shelf, ledger))

    assert ["added", "failed"] == shown(results)
    assert "in/a.xml was pushed as 'a.xml' already" in str(results[1].error)


def test_names(shelf: Shelf, ledger: Ledger) -> None:
    """Without an id the file gives the name; one that cannot be is refused."""
    data = TEI.format(id="a", words="x").replace(' xml:id="a"', "").encode()
    files = [Offer("x", stem, lambda: data) for stem in ("a b%", "a/b")]
    results = list(push(files, shelf, ledger))

    assert ["a b%.xml"] == list(shelf.held)
    assert "cannot be the name of a document there: slashes" in str(results[1].error)
