"""Weighs a form of label by its names: do they look like names, recur, take turns."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log2

from tei_encoder.segment.forms import Form, Mark, Opening, Place
from tei_encoder.segment.grammar import Grammar, is_titled
from tei_encoder.segment.occurrence import Occurrence
from tei_encoder.segment.shape import total

#: no form weighs more, for it or against it
LIMIT = 4.0
#: what a label loses that is a paragraph of its own: headings are as well
HEADING_LIKE = 0.5
#: the same behind a number or bullet
NUMBERED_HEADING = 4.0
#: candidates that look worse say nothing of a form but that it is doubtful
PLAUSIBLE = 1.0
#: the same for a name that recurs before a mark that seldom stands elsewhere
RECURRING = -2.5
#: marks that seldom stand behind what is no label
CLEAR = frozenset({Mark.COLON, Mark.STOP_DASH, Mark.TAB, Mark.SPACE, Mark.TIME})
DOUBT = 2.0
#: how easily a mark stands after what is no name
HANDICAP = {
    Mark.COLON: 0.0,
    Mark.STOP_DASH: 0.3,
    Mark.TIME: 0.5,
    Mark.TAB: 0.5,
    Mark.SPACE: 0.5,
    Mark.DASH: 1.0,
    Mark.PERIOD: 1.0,
    Mark.BRACKET: 1.0,
    Mark.NONE: 1.8,
}
#: how easily something stands before what is no name
BEHIND = {Opening.NUMBER: 1.0, Opening.DASH: 1.0}
#: what a form gains whose names open one paragraph after the other
EXCHANGE = 1.0
#: what a form loses whose names look like captions of fields
FIELDS = 2.5
MOST = 0.6
#: the same for a name that runs on into the speech without any mark
RUN_ON = 6.0


def strength(
    form: Form,
    found: list[Occurrence],
    names: Mapping[str, int],
    blank: Grammar,
) -> float:
    """Weigh a form by its names: do they look like names, recur and take turns."""
    looks = [(_look(blank, o), o) for o in found]
    good = [(look, o) for look, o in looks if look >= _least(form, o, names)]
    if not good:
        return -LIMIT
    run_on = form.mark is Mark.NONE and form.place is Place.RUN_IN
    keys = [o.candidate.key for _, o in good]
    titled = sum(is_titled(key, blank.lexicon) for key in keys) / len(keys)
    doubt = DOUBT / 2 if form.mark is Mark.NONE else DOUBT
    weight = (
        0.5 * min(4.0, sum(look for look, _ in good) / len(good))
        + (5.0 if run_on else 2.5) * _dialogue([o for _, o in good], names)
        + (EXCHANGE if _is_exchange(form, [o for _, o in good]) else 0.0)
        - (FIELDS if _are_fields(found, names) else 0.0)
        + 0.35 * min(5.0, log2(len(keys)))
        - (RUN_ON - 2.5 * titled if run_on else HANDICAP[form.mark])
        - BEHIND.get(form.opening, 0.0)
        - doubt * (1 - len(good) / len(looks))
        - _heading_like(form)
    )
    return max(-LIMIT, min(LIMIT, weight))


def _heading_like(form: Form) -> float:
    """Give what a form loses because headings are printed so."""
    if form.place is not Place.OWN_PARAGRAPH:
        return 0.0
    items = form.opening in BEHIND and form.mark is Mark.NONE
    return NUMBERED_HEADING if items else HEADING_LIKE


def _least(form: Form, occurrence: Occurrence, names: Mapping[str, int]) -> float:
    """Give how much like a name a candidate must look: less, where it recurs."""
    recurs = names[occurrence.candidate.key] > 1
    return RECURRING if recurs and form.mark in CLEAR else PLAUSIBLE


def _dialogue(found: Sequence[Occurrence], names: Mapping[str, int]) -> float:
    """Give, from 0 to 1, how much names recur and take turns, and how closely."""
    keys = [o.candidate.key for o in found]
    recurring = sum(names[key] > 1 for key in keys) / len(keys)
    turns = sum(a != b for a, b in pairwise(keys)) / max(1, len(keys) - 1)
    span = found[-1].paragraph - found[0].paragraph + 1
    density = min(1.0, 3 * len(keys) / max(3, span))
    return recurring * turns * (0.6 + 0.4 * density)


def _is_exchange(form: Form, found: Sequence[Occurrence]) -> bool:
    """Tell whether different names open paragraph after paragraph of sentences."""
    paragraphs = {o.paragraph for o in found}
    return (
        form.mark in CLEAR
        and form.place is Place.RUN_IN
        and len({o.candidate.key for o in found}) > 1
        and len(paragraphs) == found[-1].paragraph - found[0].paragraph + 1
        and not any(weight < 0 for o in found for weight, _ in o.context)
    )


def _are_fields(found: Sequence[Occurrence], names: Mapping[str, int]) -> bool:
    """Tell whether captions look like labels: none recurs, few sentences follow."""
    bare = sum(any(weight < 0 for weight, _ in o.context) for o in found)
    recurs = any(names[o.candidate.key] > 1 for o in found)
    return not recurs and bare >= MOST * len(found)


def _look(blank: Grammar, occurrence: Occurrence) -> float:
    weights = (*blank.shape(occurrence.candidate.name), *occurrence.context)
    return total(weights)
