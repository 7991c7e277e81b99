"""Learns the page's grammar of labels from repetition, position and alternation."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log2
from typing import NamedTuple

from tei_encoder.segment.forms import Candidate, Form, Mark, Place
from tei_encoder.segment.grammar import NUMBER, OFTEN, SURE, TRUSTED, Grammar, is_titled
from tei_encoder.segment.lexicon import Lexicon
from tei_encoder.segment.shape import Weight, total

#: what a form loses that uses another mark than most labels of the page
OTHER_MARK = 3.0
#: what labels in paragraphs of their own lose where labels stand before the speech
ALONE = 1.0
#: no form with less weight lends its names any credit
DUBIOUS = -1.0
#: no form weighs more, for it or against it
LIMIT = 4.0
#: what a label loses that is a paragraph of its own: headings are as well
HEADING_LIKE = 0.5
#: candidates that look worse say nothing of a form but that it is doubtful
PLAUSIBLE = 1.0
#: the same for a name that recurs before a mark that seldom stands elsewhere
RECURRING = -2.5
CLEAR = frozenset({Mark.COLON, Mark.STOP_DASH, Mark.TAB, Mark.SPACE})
DOUBT = 2.0
#: how easily a mark stands after what is no name
HANDICAP = {
    Mark.COLON: 0.0,
    Mark.STOP_DASH: 0.3,
    Mark.TAB: 0.5,
    Mark.SPACE: 0.5,
    Mark.DASH: 1.0,
    Mark.PERIOD: 1.0,
    Mark.NONE: 1.8,
}
#: what a form gains whose names open one paragraph after the other
EXCHANGE = 1.0
#: from so many names on a page can be told how it names its speakers
SEVERAL = 3
#: what a form loses whose names look like captions of fields
FIELDS = 2.5
MOST = 0.6
#: so many numbered parts tell that they are no speakers
PARTS = 3
#: the same for a name that runs on into the speech without any mark
RUN_ON = 6.0


class Occurrence(NamedTuple):
    """A candidate where it stands: in the paragraph of that index.

    `context` weighs what follows it there.
    """

    paragraph: int
    candidate: Candidate
    context: tuple[Weight, ...] = ()


def learn(occurrences: Sequence[Occurrence], lexicon: Lexicon) -> Grammar:
    """Learn from all candidates of a page which forms its labels have."""
    shapes: dict[str, tuple[Weight, ...]] = {}
    blank = Grammar(lexicon, {}, {}, shapes=shapes)
    by_form: defaultdict[Form, list[Occurrence]] = defaultdict(list)
    names: Counter[str] = Counter()
    seen: set[tuple[int, str]] = set()
    for occurrence in occurrences:
        candidate = occurrence.candidate
        by_form[candidate.form].append(occurrence)
        if (candidate.start, candidate.key) not in seen:
            seen.add((candidate.start, candidate.key))
            names[candidate.key] += 1
    forms = {
        form: _strength(form, found, names, blank) for form, found in by_form.items()
    }
    forms = _one_mark(forms, by_form)
    names = _without_lone_letters(_names(by_form, forms))
    return Grammar(
        lexicon,
        forms,
        names,
        titled=_titled(names, lexicon),
        bare=Counter(
            o.candidate.key for o in occurrences if "(" not in o.candidate.name
        ),
        shapes=shapes,
        numbered=_numbered(occurrences),
    )


def _numbered(occurrences: Sequence[Occurrence]) -> frozenset[str]:
    """Give the words before numbers that seldom recur: parts of a text, not people."""
    places = {(o.candidate.start, o.candidate.key) for o in occurrences}
    keys = Counter(sorted(key for _, key in places))
    stems: defaultdict[str, list[int]] = defaultdict(list)
    for key, times in keys.items():
        found = NUMBER.search(key)
        if found and found.start():
            stems[key[: found.start()]].append(times)
    return frozenset(
        stem
        for stem, times in stems.items()
        if len(times) >= PARTS and 2 * sum(times) <= 3 * len(times)
    )


def _without_lone_letters(names: Counter[str]) -> Counter[str]:
    """Drop a letter that has no partner: `Q.` needs its `A.`, else it is an initial."""
    letters = [key for key in names if len(key) == 1 and key.isalpha()]
    if len(letters) == 1:
        del names[letters[0]]
    return names


def _titled(names: Mapping[str, int], lexicon: Lexicon) -> float:
    """Give the share of labels, of names that recur, that begin with a title."""
    recurring = {key: times for key, times in names.items() if times > 1}
    if len(recurring) < SEVERAL:
        return 0.0
    titled = sum(times for key, times in recurring.items() if is_titled(key, lexicon))
    return titled / sum(recurring.values())


def _one_mark(
    forms: Mapping[Form, float], found: Mapping[Form, Sequence[Occurrence]]
) -> dict[Form, float]:
    """Lower the forms that use another mark than most labels of the page do."""
    use: defaultdict[Mark, float] = defaultdict(float)
    for form, weight in forms.items():
        if weight > 0:
            use[form.mark] += weight * len(found[form])
    if not use:
        return dict(forms)
    mark = max(use, key=lambda each: (use[each], each))
    within = any(
        form.mark is mark and form.place is not Place.OWN_PARAGRAPH and weight > SURE
        for form, weight in forms.items()
    )
    return {
        form: weight
        - (OTHER_MARK if form.mark is not mark else 0.0)
        - (ALONE if within and form.place is Place.OWN_PARAGRAPH else 0.0)
        for form, weight in forms.items()
    }


def _names(
    found: Mapping[Form, Sequence[Occurrence]], forms: Mapping[Form, float]
) -> Counter[str]:
    """Count the places where each name stands in a form that the page uses."""
    least = min(TRUSTED, max(forms.values(), default=0.0))
    trusted = {
        (o.candidate.start, o.candidate.key)
        for form, occurrences in found.items()
        if forms[form] >= max(least, DUBIOUS)
        for o in occurrences
    }
    running_on = Counter(
        o.candidate.key
        for form, occurrences in found.items()
        if form.mark is Mark.NONE and form.place is Place.RUN_IN
        for o in occurrences
    )
    names = Counter(key for _, key in trusted)
    often = {key: n for key, n in running_on.items() if n >= OFTEN and key not in names}
    return names + Counter(often)


def _strength(
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
        - doubt * (1 - len(good) / len(looks))
        - (HEADING_LIKE if form.place is Place.OWN_PARAGRAPH else 0.0)
    )
    return max(-LIMIT, min(LIMIT, weight))


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
