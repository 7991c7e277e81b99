"""Learns the page's grammar of labels from repetition, position and alternation."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tei_encoder.segment.forms import (
    INNER,
    Form,
    Mark,
    Opening,
    Place,
    begins_small,
)
from tei_encoder.segment.grammar import (
    COUNTED,
    NUMBER,
    OFTEN,
    SURE,
    TRUSTED,
    Grammar,
    is_titled,
)
from tei_encoder.segment.lexicon import Lexicon
from tei_encoder.segment.occurrence import Occurrence
from tei_encoder.segment.shape import Weight
from tei_encoder.segment.strength import LIMIT, strength

#: what a form loses that uses another mark than most labels of the page
OTHER_MARK = 3.0
#: what labels in paragraphs of their own lose where labels stand before the speech
ALONE = 1.0
#: no form with less weight lends its names any credit
DUBIOUS = -1.0
#: from so many names on a page can be told how it names its speakers
SEVERAL = 3
#: so many numbered parts tell that they are no speakers
PARTS = 3


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
        form: strength(form, found, names, blank) for form, found in by_form.items()
    }
    counts_names = _counts_names(occurrences)
    if counts_names:
        forms |= {f: -LIMIT for f in forms if f.opening is Opening.NUMBER}
    forms = _one_mark(forms, by_form)
    names = _without_lone_letters(_names(by_form, forms))
    remarks = _remarks(occurrences)
    return Grammar(
        lexicon,
        forms,
        names,
        titled=_titled(names, lexicon),
        bare=Counter(
            o.candidate.key for o in occurrences if not INNER.search(o.candidate.name)
        ),
        remarks=remarks,
        remarked=_remarked(remarks, names),
        shapes=shapes,
        numbered=_numbered(occurrences),
        counts_names=counts_names,
    )


def _remarks(occurrences: Sequence[Occurrence]) -> Counter[tuple[str, str]]:
    """Count, by name, the words in small letters that stand in parentheses behind it.

    A place counts once, whatever may be read there.
    """
    found = {
        (o.candidate.start, o.candidate.key, remark[0][1:-1].strip())
        for o in occurrences
        if (remark := INNER.search(o.candidate.name))
    }
    return Counter((key, words) for _, key, words in found if begins_small(words))


def _remarked(
    remarks: Mapping[tuple[str, str], int], names: Mapping[str, int]
) -> float:
    """Give the share of the labels, of names that have any, with such words."""
    recurring = {key for (key, _), times in remarks.items() if times > 1}
    places = sum(names.get(key, 0) for key in names if names[key] > 1)
    told = sum(times for (key, _), times in remarks.items() if key in recurring)
    return told / places if places else 0.0


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


def _counts_names(occurrences: Sequence[Occurrence]) -> bool:
    """Tell whether most numbers before words belong to names.

    The number of a turn does not come back; that of a second guard does.
    """
    places = {
        (o.candidate.start, found[0])
        for o in occurrences
        if (found := COUNTED.match(o.candidate.key))
    }
    numbered = Counter(stem for _, stem in places)
    return 2 * sum(n for n in numbered.values() if n > 1) > numbered.total()


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
