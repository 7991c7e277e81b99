"""A provider of OAI-PMH 2.0 (www.openarchives.org/OAI/openarchivesprotocol.html)."""

from tei_encoder.serve.oai.repository import Repository
from tei_encoder.serve.oai.response import respond

__all__ = ["Repository", "respond"]
