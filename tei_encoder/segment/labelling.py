"""The best labelling of the whole page, and how sure each label is.

A Viterbi search over readings (Viterbi 1967): every reading brings its score, every
step its cost under the profile's plan of zones. Costs are soft, so that any page has
a labelling; max-marginals give each label's lead over the next best.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from tei_encoder.model.block import Kind
from tei_encoder.profiles.model import Profile
from tei_encoder.segment.reading import Reading

ZONES = ("front", "body", "back")
#: labellings that trail the best by more are given up
BEAM = 9.0
#: readings that trail the best of their stretch by more are not tried
TRAILING = 9.0
#: so many sets of steps are remembered
REMEMBERED = 4096
ANYWHERE = frozenset(
    {Kind.NOTE, Kind.PAGE_MARKER, Kind.OTHER, Kind.FOOTNOTE, Kind.STAGE, Kind.HEADING}
)


class Context(NamedTuple):
    """Where a labelling stands: zone, whether somebody has the floor, what was last."""

    zone: int
    speaking: bool
    last: Kind | None


START = Context(0, speaking=False, last=None)


#: source, the index of a kind, target, and what the step costs
Step = tuple[Context, int, Context, float]


class Choice(NamedTuple):
    """The reading chosen for a stretch and its lead over the best other kind."""

    reading: Reading
    margin: float


@dataclass(frozen=True, slots=True)
class Plan:
    """A profile's plan of zones and the costs of leaving it."""

    zones: Mapping[Kind, tuple[int, ...]]
    costs: Mapping[str, float]
    known: dict[tuple[tuple[Context, ...], tuple[Kind, ...]], tuple[Step, ...]] = field(
        default_factory=dict
    )

    def steps(
        self, contexts: tuple[Context, ...], kinds: tuple[Kind, ...]
    ) -> tuple[Step, ...]:
        """Give the steps that lead out of some contexts by some kinds."""
        known = self.known.get((contexts, kinds))
        if known is None:
            if len(self.known) >= REMEMBERED:
                self.known.clear()
            known = self.known[contexts, kinds] = tuple(
                (context, index, target, cost)
                for context in contexts
                for index, kind in enumerate(kinds)
                for target, cost in self._steps(context, kind)
            )
        return known

    def _steps(self, context: Context, kind: Kind) -> Iterator[tuple[Context, float]]:
        homes = self.zones.get(kind, ())
        for zone in {*homes, context.zone}:
            stray = 0.0 if zone in homes or kind in ANYWHERE else self.costs["stray"]
            move = self.costs[f"{ZONES[context.zone]}_{ZONES[zone]}"]
            last = kind if f"{kind}_again" in self.costs else None
            for speaking, cost in self._floor(context, kind, zone):
                yield Context(zone, speaking, last), stray + move + cost

    def _floor(
        self, context: Context, kind: Kind, zone: int
    ) -> Iterator[tuple[bool, float]]:
        """Say who has the floor after a kind: a turn takes it, narration may end it."""
        speaking = context.speaking and zone == context.zone
        if kind is Kind.TURN:
            yield True, 0.0
        elif kind is Kind.TURN_CONTINUATION:
            yield True, 0.0 if speaking else self.costs["no_speaker"]
        elif kind is Kind.NARRATION and speaking:
            yield True, self.costs["aside"]
            yield False, self.costs["interruption"]
        else:
            yield speaking, self._repeated(context, kind)

    def _repeated(self, context: Context, kind: Kind) -> float:
        if kind is context.last:
            return self.costs.get(f"{kind}_again", 0.0)
        return 0.0


def plan(profile: Profile) -> Plan:
    """Make the plan that a profile describes, once for all its pages."""
    return _plan(tuple(profile.zones.items()), tuple(profile.costs.items()))


@cache
def _plan(
    kinds: tuple[tuple[str, tuple[str, ...]], ...], costs: tuple[tuple[str, float], ...]
) -> Plan:
    of = dict(kinds)
    zones: dict[Kind, tuple[int, ...]] = {}
    for number, zone in enumerate(ZONES):
        for kind in of.get(zone, ()):
            zones[Kind(kind)] = (*zones.get(Kind(kind), ()), number)
    return Plan(zones, dict(costs))


Scores = dict[Context, float]
#: source, reading, target and what the step gains
Arc = tuple[Context, Reading, Context, float]


def decode(readings: Sequence[Sequence[Reading]], plan: Plan) -> tuple[Choice, ...]:
    """Choose one reading for every stretch so that the whole page reads best.

    Every stretch must have at least one reading.
    """
    options = [worthwhile(each) for each in readings]
    forward = _forward(options, plan)
    target = max(forward[-1], key=forward[-1].__getitem__)
    beyond: Scores = dict.fromkeys(forward[-1], 0.0)
    choices: list[Choice] = []
    for index in range(len(options) - 1, -1, -1):
        before = forward[index]
        arcs = _arcs(before, options[index], plan)
        source, reading = _into(arcs, target, before)
        choices.append(Choice(reading, _margin(arcs, reading, before, beyond)))
        beyond, target = _backward(arcs, beyond), source
    return tuple(reversed(choices))


def worthwhile(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Give the best reading of each kind, without those that trail far behind."""
    best: dict[Kind, Reading] = {}
    for reading in readings:
        known = best.get(reading.kind)
        if known is None or reading.score > known.score:
            best[reading.kind] = reading
    least = max(reading.score for reading in best.values()) - TRAILING
    return tuple(r for r in best.values() if r.score >= least)


def _arcs(before: Scores, readings: Sequence[Reading], plan: Plan) -> list[Arc]:
    kinds = tuple([reading.kind for reading in readings])
    return [
        (source, readings[index], target, readings[index].score - cost)
        for source, index, target, cost in plan.steps(tuple(before), kinds)
    ]


def _forward(readings: Sequence[Sequence[Reading]], plan: Plan) -> list[Scores]:
    """Give, before every stretch and after the last, the best score of each context."""
    forward: list[Scores] = [{START: 0.0}]
    for options in readings:
        before = forward[-1]
        after: Scores = {}
        for source, _, target, gain in _arcs(before, options, plan):
            score = before[source] + gain
            if target not in after or score > after[target]:
                after[target] = score
        least = max(after.values()) - BEAM
        forward.append({c: score for c, score in after.items() if score >= least})
    return forward


def _into(
    arcs: Sequence[Arc], target: Context, before: Scores
) -> tuple[Context, Reading]:
    """Give the best step into a context."""
    _, source, reading = max(
        (
            (before[source] + gain, source, reading)
            for source, reading, to, gain in arcs
            if to == target
        ),
        key=itemgetter(0),
    )
    return source, reading


def _backward(arcs: Sequence[Arc], beyond: Scores) -> Scores:
    """Give the best that can still come from each context before these arcs."""
    best: Scores = {}
    for source, _, target, gain in arcs:
        if target in beyond:
            score = gain + beyond[target]
            if source not in best or score > best[source]:
                best[source] = score
    return best


def _margin(
    arcs: Sequence[Arc], chosen: Reading, before: Scores, beyond: Scores
) -> float:
    """Give the lead of the chosen kind over the best labelling with another one."""
    lead = other = float("-inf")
    for source, reading, target, gain in arcs:
        if target in beyond:
            total = before[source] + gain + beyond[target]
            if reading.kind is not chosen.kind:
                other = max(other, total)
            elif total > lead:
                lead = total
    return lead - other if other > float("-inf") else chosen.score
