"""Parts labels that name several speakers at once (`A and B:`)."""

from collections.abc import Sequence

from tei_encoder.assemble.appellation import Appellation, Nature, read_appellation
from tei_encoder.assemble.identity import Mention
from tei_encoder.assemble.lexicon import Lexicon
from tei_encoder.assemble.sameness import sameness
from tei_encoder.assemble.wording import tokens
from tei_encoder.model.source import Span


def joint_names(
    text: str,
    names: Sequence[Span],
    others: Sequence[Mention],
    lexicon: Lexicon,
    known: frozenset[str],
) -> dict[Span, tuple[Span, ...]]:
    """Give the names in each label: one, or several that the page also has apart."""
    read = {name: read_appellation(name.of(text), lexicon, known) for name in names}
    apart = [m.appellation for m in others]
    apart += [
        one for name, one in read.items() if len(_parts(text, name, lexicon)) == 1
    ]
    found: dict[Span, tuple[Span, ...]] = {}
    for name in names:
        parts = _parts(text, name, lexicon)
        each = [read_appellation(part.of(text), lexicon, known) for part in parts]
        joint = len(parts) > 1 and all(_is_among(one, apart) for one in each)
        found[name] = parts if joint else (name,)
    return found


def _parts(text: str, name: Span, lexicon: Lexicon) -> tuple[Span, ...]:
    parts: list[Span] = []
    start = name.start
    for token in tokens(text, name):
        if token.text in {",", "&"} or token.folded in lexicon.joiners:
            parts.append(Span(start, token.start).trimmed(text))
            start = token.end
    parts.append(Span(start, name.end).trimmed(text))
    return tuple(part for part in parts if len(part))


def _is_among(one: Appellation, others: Sequence[Appellation]) -> bool:
    if one.nature is Nature.OFFICE:
        return any(one.office == other.office for other in others)
    if one.nature is not Nature.PERSON:
        return any(one.printed == other.printed for other in others)
    return any(
        other.nature is Nature.PERSON
        and (sameness(one, other) or sameness(other, one)) is not None
        for other in others
    )
