"""The page's own grammar of speakers' labels, learned from repetition and position."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import log2

from tei_encoder.segment.forms import Candidate, Form, Mark, Place
from tei_encoder.segment.lexicon import Lexicon
from tei_encoder.segment.shape import Weight, shape


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A candidate where it stands: in the paragraph of that index.

    `context` weighs what follows it there.
    """

    paragraph: int
    candidate: Candidate
    context: tuple[Weight, ...] = ()


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the page says of its labels.

    `forms` weighs each form of label; `names` counts each name where it may be a label;
    `vocabulary` holds the words of the names in title and attendance list, which end
    at `front_end`; `titled` is the share of labels that begin with a title or office;
    `bare` counts the names that stand without parentheses.
    """

    lexicon: Lexicon
    forms: Mapping[Form, float]
    names: Mapping[str, int]
    vocabulary: frozenset[str] = frozenset()
    front_end: int = 0
    titled: float = 0.0
    bare: Mapping[str, int] = field(default_factory=dict)
    shapes: dict[str, tuple[Weight, ...]] = field(default_factory=dict)

    def weigh(self, candidate: Candidate) -> tuple[Weight, ...]:
        """Weigh a candidate by what it looks like and by the rest of the page."""
        return (
            *self.shape(candidate.name),
            *self._form(candidate.form),
            *self._recurrence(candidate),
            *self._known(candidate),
            *self._untitled(candidate),
            *_numeral(candidate),
        )

    @property
    def has_labels(self) -> bool:
        """Tell whether the page uses any form of label."""
        return any(weight > TRUSTED for weight in self.forms.values())

    def without_stage(self, candidate: Candidate) -> Candidate:
        """Leave out parentheses that a name has here, but not elsewhere.

        An office or a party belongs to a name each time, a stage phrase once.
        """
        opened = candidate.name.find("(")
        times = self.names.get(candidate.key, 0)
        if opened <= 0 or self.bare.get(candidate.key, 0) < max(2, 0.6 * times):
            return candidate
        name = candidate.name[:opened].rstrip()
        return replace(candidate, name=name, name_end=candidate.start + len(name))

    def shape(self, name: str) -> tuple[Weight, ...]:
        """Weigh the outer form of a name, each name once."""
        known = self.shapes.get(name)
        if known is None:
            known = self.shapes[name] = shape(name, self.lexicon)
        return known

    def _form(self, form: Form) -> Iterable[Weight]:
        weight = self.forms.get(form, UNSEEN)
        how = "as" if weight > 0 else "unlike"
        yield weight, f"it is written {how} the page's labels: {describe(form)}"

    def _recurrence(self, candidate: Candidate) -> Iterable[Weight]:
        times = self.names.get(candidate.key, 0)
        if times > 1:
            yield min(2.5, 0.8 * log2(times)), f"it stands {times} times on the page"
        elif candidate.form.mark is Mark.NONE:
            titled = self.lexicon.find(candidate.key).begins & {"persons", "anonymous"}
            usual = self.forms.get(candidate.form, UNSEEN) > TRUSTED
            yield (
                -0.7 if titled or usual else -2.0,
                "it stands once, and no mark closes it",
            )

    def _untitled(self, candidate: Candidate) -> Iterable[Weight]:
        if self.titled > MOSTLY and self.names.get(candidate.key, 0) < 2:
            begins = self.lexicon.find(candidate.key).begins
            if not begins & {"persons", "anonymous"}:
                yield -2.5, "other labels of the page begin with a title or office"

    def _known(self, candidate: Candidate) -> Iterable[Weight]:
        if candidate.start < self.front_end:
            return
        words = [word for word in candidate.key.split() if len(word) > 2]
        if words and sum(w in self.vocabulary for w in words) * 2 >= len(words):
            yield 1.5, "the title or the list of those present names it"


def _numeral(candidate: Candidate) -> Iterable[Weight]:
    if candidate.form.mark is Mark.PERIOD and ROMAN.fullmatch(candidate.name):
        yield -4.0, "it is a Roman numeral"


ROMAN = re.compile(r"[IVXLC]{1,7}")
#: the weight of a form that the page does not use
UNSEEN = -2.0
#: what a form loses that uses another mark than most labels of the page
OTHER_MARK = 3.0
#: what labels in paragraphs of their own lose where labels stand before the speech
ALONE = 1.0
#: the weight from which a form is sure, and the share that is nearly all
SURE = 1.5
MOSTLY = 0.85
#: the weight from which a form counts as one of the page's
TRUSTED = 0.5
#: no form with less weight lends its names any credit
DUBIOUS = -1.0


def describe(form: Form) -> str:
    """Say in words how labels of this form are printed."""
    return f"{form.case.value}, {form.mark.value}, {form.place.value}"


def learn(
    occurrences: Sequence[Occurrence], lexicon: Lexicon
) -> Grammar:
    """Learn from all candidates of a page which forms its labels have."""
    shapes: dict[str, tuple[Weight, ...]] = {}
    blank = Grammar(lexicon, {}, {}, shapes=shapes)
    by_form: defaultdict[Form, list[Occurrence]] = defaultdict(list)
    names: Counter[str] = Counter()
    seen: set[tuple[int, str]] = set()
    for occurrence in occurrences:
        candidate = occurrence.candidate
        by_form[candidate.form].append(occurrence)
        if (occurrence.paragraph, candidate.key) not in seen:
            seen.add((occurrence.paragraph, candidate.key))
            names[candidate.key] += 1
    forms = {
        form: _strength(form, found, names, blank) for form, found in by_form.items()
    }
    forms = _one_mark(forms, by_form)
    names = _names(by_form, forms)
    return Grammar(
        lexicon,
        forms,
        names,
        titled=_titled(names, lexicon),
        bare=Counter(o.candidate.key for o in occurrences if "(" not in o.candidate.name),
        shapes=shapes,
    )


def _titled(names: Mapping[str, int], lexicon: Lexicon) -> float:
    """Give the share of labels, of names that recur, that begin with a title."""
    recurring = {key: times for key, times in names.items() if times > 1}
    titled = sum(
        times
        for key, times in recurring.items()
        if lexicon.find(key).begins & {"persons", "anonymous"}
    )
    return titled / max(1, sum(recurring.values()))


def _one_mark(
    forms: Mapping[Form, float], found: Mapping[Form, Sequence[Occurrence]]
) -> dict[Form, float]:
    """Lower the forms that use another mark than most labels of the page do."""
    use: Counter[Mark] = Counter()
    for form, weight in forms.items():
        if weight > 0:
            use[form.mark] += weight * len(found[form])
    if not use:
        return dict(forms)
    (mark, _), *_ = use.most_common(1)
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
    """Count the paragraphs that each name opens in a form that the page uses."""
    least = min(TRUSTED, max(forms.values(), default=0.0))
    places = {
        (o.paragraph, o.candidate.key)
        for form, occurrences in found.items()
        if forms[form] >= max(least, DUBIOUS)
        for o in occurrences
    }
    return Counter(key for _, key in places)


def _strength(
    form: Form,
    found: list[Occurrence],
    names: Mapping[str, int],
    blank: Grammar,
) -> float:
    """Weigh a form: do its names look like names, recur and take turns, often?"""
    looks = [(_look(blank, o), o) for o in found]
    good = [(look, o) for look, o in looks if look >= PLAUSIBLE]
    if not good:
        return -4.0
    keys = [o.candidate.key for _, o in good]
    recurring = sum(names[key] > 1 for key in keys) / len(keys)
    turns = sum(a != b for a, b in pairwise(keys)) / max(1, len(keys) - 1)
    span = good[-1][1].paragraph - good[0][1].paragraph + 1
    density = min(1.0, 3 * len(keys) / max(3, span))
    run_on = form.mark is Mark.NONE and form.place is Place.RUN_IN
    weight = (
        0.5 * min(4.0, sum(look for look, _ in good) / len(good))
        + (5.0 if run_on else 2.5) * recurring * turns * (0.6 + 0.4 * density)
        + 0.35 * min(5.0, log2(len(keys)))
        - (RUN_ON if run_on else HANDICAP[form.mark])
        - (DOUBT / 2 if form.mark is Mark.NONE else DOUBT) * (1 - len(good) / len(looks))
    )
    if form.place is Place.OWN_PARAGRAPH:
        weight -= 0.5
    return max(-4.0, min(4.0, weight))


def _look(blank: Grammar, occurrence: Occurrence) -> float:
    weights = (*blank.shape(occurrence.candidate.name), *occurrence.context)
    return sum(weight for weight, _ in weights)


#: the same for a name that runs on into the speech without any mark
RUN_ON = 6.0
#: candidates that look worse say nothing of a form but that it is doubtful
PLAUSIBLE = 1.0
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
