"""Chooses a house style by the evidence of the page."""

from functools import cache

from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source
from tei_encoder.profiles.load import load, names
from tei_encoder.profiles.model import Profile
from tei_encoder.segment import rules

#: how much of a page is read for its house style (characters, at either end)
SAMPLE = 6000
#: signs below this leave the generic style
LEAST = 2


def choose_profile(source: Source) -> Outcome[Profile]:
    """Choose the profile most of whose `signs` the page shows; say which and why."""
    text = source.text[:SAMPLE] + "\n" + source.text[-SAMPLE:]
    lower = text.lower()
    best, seen = load("generic"), tuple[str, ...]()
    for profile in _profiles():
        found = tuple(s for s in profile.phrases.get("signs", ()) if s in lower)
        if len(found) >= LEAST and len(found) > len(seen):
            best, seen = profile, found
    why = "it shows " + ", ".join(map(repr, seen)) if seen else "no sign of another one"
    return Outcome(
        best,
        (
            Diagnostic(
                rules.PROFILE_CHOSEN,
                f"profile {best.name} chosen: {why}",
                source="segment",
            ),
        ),
    )


@cache
def _profiles() -> tuple[Profile, ...]:
    """Give all installed profiles; they do not change while the program runs."""
    return tuple(map(load, names()))
