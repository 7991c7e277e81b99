"""Whether local pointers lead somewhere, and to something that they can mean."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from tei_encoder.model.diagnostic import Rule
from tei_encoder.tei.names import local_name
from tei_encoder.validate.finding import Finding
from tei_encoder.validate.pointers import rules
from tei_encoder.validate.pointers.index import Index, Use

#: what each attribute can mean (att.ascribed, att.global.responsibility)
_FITTING: Final = {
    "who": frozenset(
        {
            *("application", "author", "bibl", "castGroup", "castItem", "editor"),
            *("name", "org", "orgName", "persName", "person", "personGrp"),
            *("principal", "respStmt", "role", "rs"),
        }
    ),
    "resp": frozenset(
        {
            *("application", "author", "bibl", "biblStruct", "editor", "handNote"),
            *("funder", "listPerson", "meeting", "name", "org", "orgName", "persName"),
            *("person", "personGrp", "principal", "publisher", "resp", "respStmt"),
            *("sponsor", "witness"),
        }
    ),
}
_FITTING["toWhom"] = _FITTING["who"]
#: attributes whose value is never the bare name of a file beside this one
_PEOPLE: Final = frozenset({"resp", "toWhom", "who"})
_MANY: Final = 5000
_ADDRESS = re.compile(r"[#:/.?]")
_PREFIX = re.compile(r"([A-Za-z][A-Za-z0-9.+-]*):(?!//)")
#: schemes with an address of their own (RFC 3986 and the registry of IANA)
_SCHEMES: Final = frozenset(
    {
        *("about", "ark", "cid", "data", "doi", "file", "ftp", "geo", "gopher"),
        *("http", "https", "info", "ipfs", "isbn", "javascript", "mailto", "news"),
        *("sftp", "tag", "tel", "urn", "view-source", "ws", "wss", "xmpp"),
    }
)

#: letters more or fewer, and likeness, up to which an id may be meant
_SLIPS: Final = 3
_LIKENESS: Final = 0.7


def check_targets(index: Index) -> Iterator[Finding]:
    """Report each wrong target once, where it is first used."""
    seen: dict[tuple[str, str], int] = {}
    firsts: list[Use] = []
    for use in index.uses:
        key = (use.attribute, use.token)
        if key not in seen:
            firsts.append(use)
        seen[key] = seen.get(key, 0) + 1
    for use in firsts:
        if use.token.startswith("#"):
            yield from _check(use, index, seen[use.attribute, use.token])
    yield from _bare_ids(index)
    yield from _names(index)
    yield from _prefixes(firsts, index)


def _check(use: Use, index: Index, times: int) -> Iterator[Finding]:
    often = f" ({times} times)" if times > 1 else ""
    identifier = use.token[1:]
    target = index.ids.get(identifier)
    if target is None:
        if _is_plain(identifier):
            message = f"@{use.attribute} points nowhere: {use.token!r}{often}"
            near = _near(identifier, index)
            advice = f'did you mean "#{near[0]}"?' if near else ""
            yield _finding(rules.DANGLING_POINTER, message, use, advice, near)
        return
    kind = local_name(target.tag)
    fitting = _FITTING.get(use.attribute)
    if fitting and kind not in fitting:
        message = f"@{use.attribute} points to a {kind}: {use.token!r}{often}"
        yield _finding(rules.UNFIT_POINTER, message, use)


def _bare_ids(index: Index) -> Iterator[Finding]:
    """Report ids that lack their #: a habit, so once for each attribute."""
    found: dict[str, list[Use]] = {}
    for use in index.uses:
        if use.token in index.ids:
            found.setdefault(use.attribute, []).append(use)
    for attribute, uses in found.items():
        often = f" ({len(uses)} such values)" if len(uses) > 1 else ""
        message = f"@{attribute} names the id {uses[0].token!r} without #{often}"
        yield _finding(
            rules.BARE_POINTER, message, uses[0], f'write "#{uses[0].token}"'
        )


def _names(index: Index) -> Iterator[Finding]:
    """Report values with a name where a pointer should be, each value once."""
    found: dict[tuple[str, str], list[Use]] = {}
    for use in index.uses:
        is_name = use.attribute in _PEOPLE and not _ADDRESS.search(use.token)
        if is_name and use.token not in index.ids:
            value = " ".join(str(use.element.get(use.attribute)).split())
            found.setdefault((use.attribute, value), []).append(use)
    for (attribute, value), uses in found.items():
        times = len(dict.fromkeys(use.element for use in uses))
        often = f" ({times} times)" if times > 1 else ""
        message = f"@{attribute} holds a name, not a pointer: {value!r}{often}"
        advice = "describe the person with an xml:id and point to it with #"
        yield _finding(rules.BARE_POINTER, message, uses[0], advice)


def _prefixes(firsts: list[Use], index: Index) -> Iterator[Finding]:
    reported = set(index.prefixes) | _SCHEMES
    for use in firsts:
        match = _PREFIX.match(use.token)
        if match and match[1] not in reported and match[1].lower() not in _SCHEMES:
            reported.add(match[1])
            message = f"no prefixDef declares the prefix {match[1]!r} of {use.token!r}"
            yield _finding(rules.UNDECLARED_PREFIX, message, use)


def _near(identifier: str, index: Index) -> tuple[str, ...]:
    """Give like ids; among very many the search would take too long."""
    if len(index.ids) > _MANY:
        return ()
    alike = [i for i in index.ids if abs(len(i) - len(identifier)) <= _SLIPS]
    return tuple(get_close_matches(identifier, alike, n=3, cutoff=_LIKENESS))


def _is_plain(identifier: str) -> bool:
    """Tell a plain id from the XPointer schemes of TEI, as `#range(...)`."""
    return "(" not in identifier


def _finding(
    rule: Rule, message: str, use: Use, advice: str = "", near: tuple[str, ...] = ()
) -> Finding:
    return Finding(
        rule,
        message,
        use.element,
        rules.SOURCE,
        attribute=use.attribute,
        help=advice,
        expected=tuple(f"#{identifier}" for identifier in near),
    )
