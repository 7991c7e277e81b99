"""Distributed Text Services 1.0 (dtsapi.org): collections, citations, passages."""

from tei_encoder.serve.dts.endpoints import ENDPOINTS, Answer, answer

__all__ = ["ENDPOINTS", "Answer", "answer"]
