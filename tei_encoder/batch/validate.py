"""Validates many files: in several processes, and none twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from tei_encoder.batch.inputs import Input, bytes_of
from tei_encoder.batch.run import Work, run
from tei_encoder.batch.verdict_keys import VerdictKey, VerdictKeys
from tei_encoder.batch.verdicts import Verdicts
from tei_encoder.errors import ReadError, TeiEncoderError, defect
from tei_encoder.validate import Verdict, check
from tei_encoder.validate.schematron import NOTHING, Besides


@dataclass(frozen=True, slots=True)
class Check:
    """A file to validate against a schema (see `validate.check`).

    `below` is the folder that XInclude may draw from, None where it is not followed;
    `rules` are more files of Schematron and the phase;
    `data` are the bytes of standard input, None where a file is to be read.
    """

    input: Input
    schema: str | None = None
    below: Path | None = None
    rules: Besides = NOTHING
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check: a verdict, or the error that prevented one.

    `digest` is the SHA-256 of the bytes, empty where they could not be read; `known`
    tells that the verdict was remembered, not found now.
    """

    check: Check
    verdict: Verdict | None = None
    error: TeiEncoderError | None = None
    digest: str = ""
    known: bool = False


def validate_all(
    checks: Iterable[Check], *, processes: int = 1, verdicts: Verdicts | None = None
) -> Iterator[Checked]:
    """Check every file; results come in order, and whatever goes wrong is in them.

    With `verdicts`, files whose verdict is known are not checked again, and new
    verdicts are kept; what XInclude draws in is not known, hence always checked.
    """
    if verdicts is None:
        yield from run(VALIDATING, checks, processes=processes)
        return
    checks = tuple(checks)
    keys = _keys(checks)
    known = [key is not None and key.text in verdicts for key in keys]
    new = (one for one, is_known in zip(checks, known, strict=True) if not is_known)
    results = run(VALIDATING, new, processes=processes)
    for one, key, is_known in zip(checks, keys, known, strict=True):
        if key and is_known:
            verdict = verdicts.find(key.text)
            yield Checked(one, verdict, known=True) if verdict else check_file(one)
            continue
        checked = next(results)
        # a file may have changed since its key was made
        if key and checked.verdict and checked.digest == key.digest:
            verdicts.keep(key.text, checked.verdict)
        yield checked


def check_file(one: Check) -> Checked:
    """Validate one file; whatever goes wrong is in the result, never raised.

    A defect of ours in one file must not stop the others, hence the wide `except`.
    """
    shown = one.input.shown
    try:
        data = bytes_of(one.input) if one.data is None else one.data
        verdict = check(
            data, shown, schema=one.schema, below=one.below, rules=one.rules
        )
    except TeiEncoderError as error:
        error.place = error.place or shown
        return _failed(one, error)
    except Exception as error:  # noqa: BLE001 - see above
        return _failed(one, defect(error, place=shown))
    return Checked(one, verdict, digest=sha256(data).hexdigest())


def _failed(one: Check, error: TeiEncoderError) -> Checked:
    return Checked(one, error=error)


#: validating, for `run`
VALIDATING: Final = Work(check_file, _failed, lambda one: one.input.shown)


def _keys(checks: tuple[Check, ...]) -> list[VerdictKey | None]:
    asked = {(one.schema, one.rules) for one in checks}
    makers = {each: VerdictKeys(*each) for each in asked}
    return [_key(one, makers[one.schema, one.rules]) for one in checks]


def _key(one: Check, keys: VerdictKeys) -> VerdictKey | None:
    if one.below:
        return None
    try:
        return keys.of(bytes_of(one.input) if one.data is None else one.data)
    except ReadError:
        return None
