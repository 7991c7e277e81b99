"""Brings TEI into XML databases: sends, reads back and compares."""

from tei_encoder.push.address import Address, Credentials, parse_address
from tei_encoder.push.ledger import Ledger, ledger_path
from tei_encoder.push.outcome import Pushed, Status
from tei_encoder.push.record import Offer
from tei_encoder.push.run import push
from tei_encoder.push.servers import SERVERS, Server, open_store
from tei_encoder.push.store import Door, Store

__all__ = [
    "SERVERS",
    "Address",
    "Credentials",
    "Door",
    "Ledger",
    "Offer",
    "Pushed",
    "Server",
    "Status",
    "Store",
    "ledger_path",
    "open_store",
    "parse_address",
    "push",
]
