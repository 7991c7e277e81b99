"""`tei-encoder explain`: what a finding means and what to do about it."""

from collections.abc import Iterator

import click

from tei_encoder.cli.outcome import echo
from tei_encoder.model.diagnostic import Rule


@click.command(short_help="Say what a finding means and what to do about it.")
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what the finding CODE means, why it matters and what to do.

    CODE is a code (SG204) or a name (single-turn-speaker); without it all are listed.
    """
    from tei_encoder.cli.rules import find_rules
    from tei_encoder.rules import all_rules

    if code:
        texts = ("\n".join(_explanation(rule)) for rule in find_rules(code))
        echo("\n\n".join(texts))
        return
    for rule in all_rules():
        echo(f"{rule.code}  {rule.severity:<7}  {rule.name}")


def _explanation(rule: Rule) -> Iterator[str]:
    yield click.style(f"{rule.code} {rule.name}", bold=True) + f" ({rule.severity})"
    sections = (
        ("What it means", rule.meaning),
        ("Why it matters", rule.why),
        ("What to do", rule.remedy),
        ("Example", rule.example),
    )
    for heading, text in sections:
        if text:
            yield f"\n{click.style(heading, bold=True)}\n{text}"
