"""The page's own grammar of speakers' labels, learned from repetition and position."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log2

from tei_encoder.segment.forms import (
    INNER,
    Candidate,
    Case,
    Form,
    Mark,
    Opening,
    Place,
    begins_small,
)
from tei_encoder.segment.lexicon import Lexicon
from tei_encoder.segment.shape import Weight, shape

NUMBER = re.compile(r"(?<![^\W\d])\d{1,4}")
#: a number and the word that it counts, in the key of a label
COUNTED = re.compile(r"\d{1,4} [^\W\d]+")
ROMAN = re.compile(r"[IVXLC]{1,7}|[IVXLCDM]+(?: [IVXLCDM]+)+")
#: the weight of a form that the page does not use
UNSEEN = -2.0
#: the weight from which a form is sure, and the share that is nearly all
SURE = 1.5
MOSTLY = 0.85
#: a name that recurs so often is one, even where its mark is lost; what that weighs
OFTEN = 4
LOST = -0.5
#: words in parentheses stand so often behind a name that they belong to it
SEVERAL = 3
#: the share of a name's places without its parentheses from which they are a remark:
#: in capitals and small letters, and in letters that have no capitals
SELDOM, ALSO = 0.6, 0.4
#: words of a name that are as short say nothing of whose it is
PARTICLE = 2
#: the weight from which a form counts as one of the page's
TRUSTED = 0.5


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the page says of its labels.

    `forms` weighs each form of label; `names` counts each name where it may be a label;
    `vocabulary` holds the words of the names in title and attendance list, which end
    at `front_end`; `titled` is the share of labels that begin with a title or office;
    `bare` counts the names that stand without parentheses, `remarks` those with
    words in small letters in them, `remarked` is the share that has such words;
    `numbered` holds what stands before numbers that seldom recur; by
    `counts_names` numbers belong to names; `shapes` and `weights` remember what was
    weighed.
    """

    lexicon: Lexicon
    forms: Mapping[Form, float]
    names: Mapping[str, int]
    vocabulary: frozenset[str] = frozenset()
    front_end: int = 0
    titled: float = 0.0
    bare: Mapping[str, int] = field(default_factory=dict)
    remarks: Mapping[tuple[str, str], int] = field(default_factory=dict)
    remarked: float = 0.0
    numbered: frozenset[str] = frozenset()
    counts_names: bool = False
    shapes: dict[str, tuple[Weight, ...]] = field(default_factory=dict)
    weights: dict[tuple[str, Form, bool], tuple[Weight, ...]] = field(
        default_factory=dict
    )

    def weigh(self, candidate: Candidate) -> tuple[Weight, ...]:
        """Weigh a candidate by what it looks like and by the rest of the page."""
        what = (candidate.name, candidate.form, candidate.start < self.front_end)
        known = self.weights.get(what)
        if known is None:
            known = self.weights[what] = self._weigh(candidate)
        return known

    def _weigh(self, candidate: Candidate) -> tuple[Weight, ...]:
        return (
            *self.shape(candidate.name),
            *self._form(candidate),
            *self._recurrence(candidate),
            *self._known(candidate),
            *self._untitled(candidate),
            *_numeral(candidate),
            *self._numbered(candidate),
        )

    @property
    def has_labels(self) -> bool:
        """Tell whether the page uses any form of label."""
        return any(weight > TRUSTED for weight in self.forms.values())

    def without_stage(self, candidate: Candidate) -> Candidate:
        """Leave out parentheses that a name has here, but not elsewhere.

        An office or a party belongs to a name each time, a stage phrase once.
        """
        found = INNER.search(candidate.name)
        if not found or not found.start() or self._belongs(candidate, found[0]):
            return candidate
        name = candidate.name[: found.start()].rstrip(" \t([（")
        return candidate._replace(name=name, name_end=candidate.start + len(name))

    def _belongs(self, candidate: Candidate, remark: str) -> bool:
        """Tell whether words in parentheses belong to the name before them."""
        words, key = remark[1:-1].strip(), candidate.key
        if self._names_a_person(words):
            return True
        times = self.names.get(key, 0)
        if begins_small(words):
            same = self.remarks.get((key, words), 0)
            usual = same >= SEVERAL and same >= MOSTLY * times
            return usual or (self.remarked > MOSTLY and same > 0)
        limit = SELDOM if words[:1].isupper() else ALSO
        return self.bare.get(key, 0) < max(2, limit * times)

    def _names_a_person(self, words: str) -> bool:
        """Tell whether words in parentheses are a name, not a stage phrase."""
        first, *others = words.split() or [""]
        known = self.lexicon
        titled = first[:1].isupper() or "persons" in known.find(first.lower()).spells
        return (titled and bool(others)) and all(
            word[:1].isupper() or known.has("particles", word.lower())
            for word in others
        )

    def shape(self, name: str) -> tuple[Weight, ...]:
        """Weigh the outer form of a name, each name once."""
        known = self.shapes.get(name)
        if known is None:
            known = self.shapes[name] = shape(name, self.lexicon)
        return known

    def _form(self, candidate: Candidate) -> Iterable[Weight]:
        form = candidate.form
        weight = self.forms.get(form, UNSEEN)
        if weight < LOST and self._lost_its_mark(candidate):
            yield LOST, "a name of the page in capitals has lost its mark"
            return
        how = "as" if weight > 0 else "unlike"
        yield weight, f"it is written {how} the page's labels: {describe(form)}"

    def _lost_its_mark(self, candidate: Candidate) -> bool:
        """Tell whether a name in capitals that recurs stands here without its mark."""
        mark, place, case, _ = candidate.form
        return (
            mark is Mark.NONE
            and place is Place.RUN_IN
            and case is Case.CAPITALS
            and self.names.get(candidate.key, 0) >= OFTEN
            and any(
                form.place is place and form.case is case and weight > SURE
                for form, weight in self.forms.items()
            )
        )

    def _recurrence(self, candidate: Candidate) -> Iterable[Weight]:
        times = self.names.get(candidate.key, 0)
        if times > 1:
            yield min(2.5, 0.8 * log2(times)), f"it stands {times} times on the page"
        elif candidate.form.mark is Mark.NONE:
            titled = is_titled(candidate.key, self.lexicon)
            usual = self.forms.get(candidate.form, UNSEEN) > TRUSTED
            yield (
                -0.7 if titled or usual else -2.0,
                "it stands once, and no mark closes it",
            )
        elif candidate.form.case is Case.CASELESS and not is_titled(
            candidate.key, self.lexicon
        ):
            yield -1.5, "it stands once, and no capitals show that it is a name"
        elif candidate.form.place is Place.OWN_PARAGRAPH:
            yield -2.0, "it stands once, in a paragraph of its own"

    def _untitled(self, candidate: Candidate) -> Iterable[Weight]:
        single = self.names.get(candidate.key, 0) <= 1
        if self.titled > MOSTLY and single:
            if is_titled(candidate.key, self.lexicon):
                return
            mixed = candidate.form.case is Case.MIXED
            alone = mixed and " " not in candidate.key
            yield (
                (-5.0 if alone else -2.5),
                "other labels of the page begin with a title or office",
            )

    def _numbered(self, candidate: Candidate) -> Iterable[Weight]:
        found = NUMBER.search(candidate.key)
        if found and candidate.key[: found.start()] in self.numbered:
            yield -4.0, "the page numbers its parts so"
        if (
            self.counts_names
            and COUNTED.match(candidate.key)
            and self.names.get(candidate.key, 0) > 1
        ):
            yield 2.5, "the page has names that begin with numbers"

    def _known(self, candidate: Candidate) -> Iterable[Weight]:
        if candidate.start < self.front_end:
            return
        words = [word for word in candidate.key.split() if len(word) > PARTICLE]
        if words and sum(w in self.vocabulary for w in words) * 2 >= len(words):
            yield 1.5, "the title or the list of those present names it"


def _numeral(candidate: Candidate) -> Iterable[Weight]:
    if candidate.form.mark is Mark.PERIOD and ROMAN.fullmatch(candidate.name):
        yield -4.0, "it is a Roman numeral"


def describe(form: Form) -> str:
    """Say in words how labels of this form are printed."""
    words = f"{form.case.value}, {form.mark.value}, {form.place.value}"
    if form.opening is Opening.NONE:
        return words
    return f"{words}, behind {form.opening.value}"


def is_titled(key: str, lexicon: Lexicon) -> bool:
    """Tell whether a name begins with a title, an office or a word for nobody known."""
    begins = lexicon.find(key).begins
    initial = key[1:2] == " "
    return "persons" in begins or ("anonymous" in begins and not initial)
