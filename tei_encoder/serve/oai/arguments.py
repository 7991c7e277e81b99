"""The arguments of a request: which verb takes which, each once (section 4)."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from tei_encoder.serve.oai.errors import Code, OaiError
from tei_encoder.serve.sets import SPEC

TOKEN: Final = "resumptionToken"  # noqa: S105 - the name of an argument
_PREFIX: Final = re.compile(r"[A-Za-z0-9\-_.!~*'()]+")


@dataclass(frozen=True, slots=True)
class Request:
    """A verb and its arguments, all of them allowed."""

    verb: str
    arguments: Mapping[str, str]

    def get(self, name: str) -> str | None:
        """Give an argument, or None."""
        return self.arguments.get(name)


@dataclass(frozen=True, slots=True)
class _Signature:
    required: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    exclusive: frozenset[str] = field(default_factory=frozenset)


_LIST: Final = _Signature(
    frozenset({"metadataPrefix"}),
    frozenset({"from", "until", "set"}),
    frozenset({TOKEN}),
)
_VERBS: Final[Mapping[str, _Signature]] = {
    "Identify": _Signature(),
    "ListMetadataFormats": _Signature(optional=frozenset({"identifier"})),
    "ListSets": _Signature(exclusive=frozenset({TOKEN})),
    "GetRecord": _Signature(frozenset({"identifier", "metadataPrefix"})),
    "ListIdentifiers": _LIST,
    "ListRecords": _LIST,
}


def request_of(pairs: Iterable[tuple[str, str]]) -> Request:
    """Check the arguments; raises `OaiError` (badVerb, badArgument)."""
    counted = Counter(name for name, _ in pairs)
    arguments = dict(pairs)
    verb = arguments.pop("verb", "")
    if verb not in _VERBS or counted["verb"] != 1:
        raise OaiError(Code.BAD_VERB, f"give one verb: {', '.join(_VERBS)}")
    repeated = [name for name, number in counted.items() if number > 1]
    if repeated:
        raise _bad(f"{repeated[0]} is given more than once")
    _check(verb, frozenset(arguments), _VERBS[verb])
    if not SPEC.fullmatch(arguments.get("set", "x")):
        raise _bad("set is no name of a set")
    if not _PREFIX.fullmatch(arguments.get("metadataPrefix", "x")):
        raise _bad("metadataPrefix is no name of a format")
    return Request(verb, arguments)


def _check(verb: str, given: frozenset[str], signature: _Signature) -> None:
    known = signature.required | signature.optional | signature.exclusive
    unknown = sorted(given - known)
    if unknown:
        raise _bad(f"{verb} takes no argument {unknown[0]!r}")
    if given & signature.exclusive:
        if len(given) > 1:
            raise _bad(f"{TOKEN} stands alone")
        return
    missing = sorted(signature.required - given)
    if missing:
        raise _bad(f"{verb} needs {missing[0]}")


def _bad(message: str) -> OaiError:
    return OaiError(Code.BAD_ARGUMENT, message)
