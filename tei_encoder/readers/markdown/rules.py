"""The findings of the reader of Markdown (RD115)."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

FRONT_MATTER: Final = Rule(
    code="RD115",
    name="front-matter",
    severity=Severity.INFO,
    meaning="The file begins with lines about itself, between lines of hyphens.",
    why="Programs read them as data and do not print them. "
    "They stay in the reading text and are set aside in the TEI.",
    remedy="Say what they state about the record with `--metadata`.",
    example="info[RD115]: 3 lines of front matter set aside",
)

RULES: Final = (FRONT_MATTER,)
