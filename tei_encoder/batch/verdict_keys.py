"""What a verdict is remembered by: a digest of everything it depends on.

That is the bytes of the file, the bytes of the schema and of what it draws in, the
schemas that the file names and that are not here, and the code that judges.
"""

from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tei_encoder.errors import TeiEncoderError
from tei_encoder.validate.fingerprint import program_fingerprint, schema_fingerprint
from tei_encoder.validate.prolog import model_instructions
from tei_encoder.validate.schema_choice import (
    Choice,
    choose_by_instructions,
    schema_at,
)
from tei_encoder.validate.schematron import NOTHING, Besides


@dataclass(frozen=True, slots=True)
class VerdictKey:
    """A key, and the SHA-256 of the file's bytes that went into it."""

    text: str
    digest: str


class VerdictKeys:
    """The keys of one run, in which no schema changes; each is read once."""

    def __init__(self, schema: str | None, rules: Besides = NOTHING) -> None:
        """Begin a run with the schema that was asked for, if any, and more rules."""
        self._asked, self._rules = schema, rules
        self._choices: dict[tuple[str, ...], Choice] = {}
        self._fingerprints: dict[Path, str | None] = {}

    def of(self, data: bytes) -> VerdictKey | None:
        """Give the key of a file's bytes.

        None where there is no schema, or where it cannot be told what the schema
        draws in: such a file is simply checked.
        """
        with suppress(TeiEncoderError, OSError):
            choice = self._choice(data)
            paths = (choice.path, *choice.rules, *self._rules.files) if choice else ()
            fingerprints = [f for f in map(self._fingerprint, paths) if f]
            if choice and len(fingerprints) == len(paths):
                digest = sha256(data).hexdigest()
                names = [path.name for path in paths]
                asked = f"phase {self._rules.phase}"
                parts = (digest, program_fingerprint(), *fingerprints, *names, asked)
                text = "\0".join((*parts, *choice.missed))
                return VerdictKey(sha256(text.encode()).hexdigest(), digest)
        return None

    def _choice(self, data: bytes) -> Choice | None:
        """Choose as `validate.check` does."""
        instructions = model_instructions(data) if self._asked is None else ()
        if instructions is None:
            return None
        if instructions not in self._choices:
            self._choices[instructions] = (
                choose_by_instructions(instructions)
                if self._asked is None
                else Choice(schema_at(self._asked))
            )
        return self._choices[instructions]

    def _fingerprint(self, schema: Path) -> str | None:
        if schema not in self._fingerprints:
            self._fingerprints[schema] = schema_fingerprint(schema)
        return self._fingerprints[schema]
