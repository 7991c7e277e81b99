"""The certificate: no character of the source was lost, added or moved.

It needs the TEI file and the reading text alone.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from lxml import etree

from tei_encoder.model.diagnostic import Diagnostic, Rule
from tei_encoder.model.source import Span
from tei_encoder.tei.names import local_name
from tei_encoder.tei.owners import Owner, owners_of
from tei_encoder.tei.place import line_of, place_of
from tei_encoder.validate.fidelity import rules
from tei_encoder.validate.fidelity.comparison import Alignment, align
from tei_encoder.validate.fidelity.unsourced import unsourced

_SHOWN = 60


def certify(
    root: etree._Element, text: str, *, within: Span | None = None
) -> tuple[Diagnostic, ...]:
    """Compare a TEI tree with the reading text it encodes; empty means certified.

    Offsets in `@source` count the code points of `text` from 0. `within` is the
    share of the text that this file must account for (all of it when None): a
    source with several records gives several files.
    Time is linear in the text and the tree.
    """
    scope = within or Span(0, len(text))
    owners = owners_of(root)
    ill = [finding for owner in owners for finding in _ill_formed(owner, scope)]
    if ill:
        return tuple(ill)
    aligned = {id(owner): align(owner, text) for owner in owners}
    return (
        *_overlaps(owners),
        *_differences(owners, aligned),
        *_disorder(owners, aligned),
        *_missing(owners, text, scope),
        *_added(root),
    )


def _ill_formed(owner: Owner, scope: Span) -> Iterator[Diagnostic]:
    for token in owner.malformed:
        yield _finding(
            rules.SOURCE_MALFORMED,
            f"{_cut(token)!r} is not of the form src:start,end",
            owner,
        )
    for span in owner.ranges:
        if span not in scope:
            message = f"{span.start},{span.end} is outside {scope.start},{scope.end}"
            yield _finding(rules.SOURCE_OUT_OF_RANGE, message, owner, span)
    for g in owner.undeclared:
        message = (
            f"no char with a code point is declared for {_cut(g.get('ref', ''))!r}"
        )
        yield _finding(rules.UNDECLARED_CHARACTER, message, owner)


def _overlaps(owners: Iterable[Owner]) -> Iterator[Diagnostic]:
    claims = sorted(
        ((span, owner) for owner in owners for span in owner.ranges),
        key=lambda claim: claim[0],
    )
    for (first, one), (second, other) in pairwise(claims):
        if first.end > second.start:
            shared = Span(second.start, min(first.end, second.end))
            line = line_of(one.element)
            message = f"{shared.start},{shared.end} is also claimed on line {line}"
            yield _finding(rules.OVERLAPPING_OWNERS, message, other, shared)


def _differences(
    owners: Iterable[Owner], aligned: dict[int, Alignment]
) -> Iterator[Diagnostic]:
    for owner in owners:
        difference = aligned[id(owner)].difference
        if difference:
            message = (
                f"the source has {_shown(difference.source)}, "
                f"the element {_shown(difference.given)}"
            )
            end = max(owner.ranges[-1].end, difference.at) if owner.ranges else 0
            span = Span(
                difference.at, min(end, difference.at + _SHOWN) or difference.at
            )
            yield _finding(rules.TEXT_NOT_PRESERVED, message, owner, span)


def _disorder(
    owners: Iterable[Owner], aligned: dict[int, Alignment]
) -> Iterator[Diagnostic]:
    """Report what stands in `text` before something that precedes it in the source."""
    reached = 0
    for span, owner in _reading_order(owners, aligned):
        if span.start < reached:
            message = f"{span.start},{span.end} stands after {reached} of the source"
            yield _finding(rules.TEXT_MOVED, message, owner, span)
        reached = max(reached, span.end)


def _reading_order(
    owners: Iterable[Owner], aligned: dict[int, Alignment]
) -> Iterator[tuple[Span, Owner]]:
    """Go through the ranges in document order, moved notes left out."""
    inner: set[int] = set()
    for owner in owners:
        if id(owner) in inner:
            continue
        waiting = [(owner, iter(aligned[id(owner)].pieces))]
        while waiting:
            current, pieces = waiting[-1]
            piece = next(pieces, None)
            if piece is None:
                waiting.pop()
            elif isinstance(piece, Owner):
                inner.add(id(piece))
                waiting.append((piece, iter(aligned[id(piece)].pieces)))
            elif current.flowing:
                yield piece, current


def _missing(owners: Iterable[Owner], text: str, scope: Span) -> Iterator[Diagnostic]:
    """Report what is not white space and that nobody owns."""
    ranges = sorted(span for owner in owners for span in owner.ranges)
    reached = scope.start
    for span in (*ranges, Span(scope.end, scope.end)):
        residue = Span(reached, max(reached, span.start)).trimmed(text)
        if len(residue):
            message = f"nothing in the TEI owns {_shown(residue.of(text))}"
            yield Diagnostic(
                rules.TEXT_MISSING, message, span=residue, source=rules.SOURCE
            )
        reached = max(reached, span.end)


def _added(root: etree._Element) -> Iterator[Diagnostic]:
    """Report what stands in `text` and is no word of the source."""
    for element in unsourced(root):
        message = f"no @source vouches for words in {local_name(element.tag)}"
        yield Diagnostic(
            rules.TEXT_ADDED, message, place=place_of(element), source=rules.SOURCE
        )


def _finding(
    rule: Rule, message: str, owner: Owner, span: Span | None = None
) -> Diagnostic:
    return Diagnostic(
        rule, message, span=span, place=place_of(owner.element), source=rules.SOURCE
    )


def _shown(words: str) -> str:
    """Quote words for a message: short, on one line, control characters visible."""
    if not words:
        return "nothing more"
    return '"' + _cut(repr(words)[1:-1]) + '"'


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
