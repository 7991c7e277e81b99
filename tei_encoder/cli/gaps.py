"""What a target insists on and the files do not say, listed before anything is made."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from tei_encoder.batch.survey import Surveyed
from tei_encoder.errors import ConfigurationError
from tei_encoder.export import Target
from tei_encoder.export.requirements import Requirement

#: so many files are named for each gap
_NAMED: Final = 5


def refuse_gaps(target: Target, surveyed: Iterable[Surveyed]) -> None:
    """Raise `ConfigurationError` that lists every gap by its TEI path, if any."""
    gaps: dict[str, list[str]] = defaultdict(list)
    for found in surveyed:
        for name in found.missing:
            gaps[name].append(found.question.input.shown)
    if not gaps:
        return
    lines = [line for r in target.required for line in _lines(r, gaps.get(r.name, []))]
    keys = [r.key for r in target.required if r.name in gaps]
    raise ConfigurationError(
        f"{target.name} insists on what is not told; nothing is written\n"
        + "\n".join(lines),
        remedy=f"state it in the TEI, or give {', '.join(keys)} with --metadata",
    )


def _lines(requirement: Requirement, files: list[str]) -> Iterator[str]:
    if files:
        where = requirement.path or "no place in TEI; table [target]"
        yield f"  {requirement.name}: {where}"
        more = f" … and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
        yield f"      not in {', '.join(files[:_NAMED])}{more}"
