"""Pushes what was asked for, and shows what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from tei_encoder.batch.inputs import Input, bytes_of, find_inputs
from tei_encoder.cli.credentials import ask_credentials
from tei_encoder.cli.delivery_tally import DeliveryTally
from tei_encoder.cli.outcome import MACHINE, echo_error, least_shown
from tei_encoder.cli.packing import pack_records, with_lines
from tei_encoder.cli.progress import Progress
from tei_encoder.cli.render import Findings, render
from tei_encoder.model.diagnostic import Severity
from tei_encoder.push import (
    SERVERS,
    Door,
    Ledger,
    Offer,
    Pushed,
    Server,
    Store,
    ledger_path,
    open_store,
    parse_address,
    push,
)
from tei_encoder.validate.schema_choice import schema_at


@dataclass(frozen=True, slots=True)
class Delivery:
    """The arguments and options of `push`, as click gives them."""

    inputs: tuple[str, ...]
    server: str
    url: str | None
    database: str | None
    collection: str | None
    user: str | None
    insecure: bool
    timeout: float
    schema: str | None
    again: bool
    ledger: Path | None
    package_only: bool
    output: Path | None
    message_format: str | None
    fail_on: str
    verbose: bool
    quiet: bool

    @property
    def kind(self) -> Server:
        """Give what is known of the server."""
        return SERVERS[self.server]

    @property
    def place(self) -> str:
        """Give the name of the database or collection, whichever is its word."""
        given = {"database": self.database, "collection": self.collection}
        name = given.pop(self.kind.place)
        if any(given.values()) or not name:
            raise click.UsageError(f"{self.server} wants --{self.kind.place}")
        return name


def deliver(asked: Delivery) -> int:
    """Push or pack, show the findings; give the exit code of the worst record."""
    inputs = find_inputs(asked.inputs, suffixes=(".xml",))
    if asked.schema:
        schema_at(asked.schema)  # better one error now than one for each file
    if asked.package_only or asked.output:
        return _pack(asked, inputs)
    door = _door(asked)
    ledger = Ledger(asked.ledger or ledger_path(str(door.address), door.place))
    tally = DeliveryTally(asked.fail_on)
    with open_store(asked.server, door) as store:
        _send(asked, [_offer(item) for item in inputs], store, ledger, tally)
    if not _silent(asked):
        for note in store.notes:
            echo_error(f"note: {note}")
        echo_error(tally.summary(f"{door.address} {door.place}"))
    return tally.code


def _send(
    asked: Delivery,
    offers: list[Offer],
    store: Store,
    ledger: Ledger,
    tally: DeliveryTally,
) -> None:
    name = asked.message_format or "concise"
    least = least_shown(name, verbose=asked.verbose, quiet=asked.quiet)
    with Progress(len(offers), silent=_silent(asked)) as progress:
        pushed = push(offers, store, ledger, schema=asked.schema, again=asked.again)
        followed = tally.follow(progress.follow(pushed))
        reported = _reported(followed, progress)
        for piece in render(name, (_findings(done, least) for done in reported)):
            progress.say(piece)


def _reported(results: Iterator[Pushed], progress: Progress) -> Iterator[Pushed]:
    """Write the report's line of each record to standard output."""
    for done in results:
        name = f"  {done.name}" if done.status.is_in else ""
        progress.show(f"{done.status.value:<9} {done.place}{name}")
        yield done


def _findings(done: Pushed, least: Severity) -> Findings:
    found = Findings(done.place, done.diagnostics, xml="", error=done.error)
    return with_lines(found.from_severity(least))


def _door(asked: Delivery) -> Door:
    place = asked.place
    if not asked.url:
        raise click.UsageError("give the address of the server with --url")
    ports = dict(asked.kind.ports)
    address = parse_address(asked.url, ports, insecure=asked.insecure)
    return Door(address, ask_credentials(asked.user), place, asked.timeout)


def _offer(item: Input) -> Offer:
    if item.path is None:
        raise click.UsageError("push names files in its report: - cannot be one")
    return Offer(item.shown, item.path.stem, partial(bytes_of, item))


def _pack(asked: Delivery, inputs: tuple[Input, ...]) -> int:
    if asked.server != "existdb" or not (asked.package_only and asked.output):
        raise click.UsageError("--package-only and -o go with each other and existdb")
    offers = [_offer(item) for item in inputs]
    return pack_records(asked.output, asked.place, offers, asked.schema)


def _silent(asked: Delivery) -> bool:
    return asked.quiet or asked.message_format in MACHINE
