"""How much a string looks like the name of a speaker, whatever the language."""

import re
from collections.abc import Iterable, Iterator

from tei_encoder.segment.forms import INNER, Case, begins_small, case_of
from tei_encoder.segment.lexicon import Lexicon

Weight = tuple[float, str]

#: marks that end a sentence or a clause: a name holds none
CLAUSE = frozenset(';!?…"“”«»„=|@')


def total(weights: Iterable[Weight]) -> float:
    """Add weights up."""
    return sum([weight for weight, _ in weights])


def shape(name: str, lexicon: Lexicon) -> tuple[Weight, ...]:
    """Weigh the outer form of a name; each weight stands with its reason."""
    plain = INNER.sub(" ", name).strip() or name
    lower = plain.lower()
    return tuple(
        weight
        for weight in (
            *_lettering(plain, lexicon),
            *_length(plain),
            *_vocabulary(lower, name.lower(), lexicon),
            *_strange(plain),
        )
        if weight[0]
    )


def _lettering(plain: str, lexicon: Lexicon) -> Iterator[Weight]:
    case = case_of(plain)
    if case in {Case.CAPITALS, Case.INITIALS}:
        yield 2.0, "it is in capitals"
    elif case is Case.MIXED:
        yield 1.0, "it begins with a capital"
    elif case is Case.CASELESS and len(plain) <= SHORT_NAME:
        yield 1.0, "it is short, in a script without capitals"
    elif case is Case.SMALL:
        yield -1.5, "it begins with a small letter"
    small = _small_words(plain, lexicon)
    if case is Case.MIXED and not small and 0 < plain.count(" ") <= SHORT:
        yield 0.6, "each word begins with a capital"
    if small:
        yield max(-4.5, -1.2 * small), "it holds words in small letters"


def _small_words(plain: str, lexicon: Lexicon) -> int:
    first, *others = plain.split() or [""]
    small = sum(
        [
            begins_small(word) and word.strip(".,") not in lexicon.within_names
            for word in (first, *others)
        ]
    )
    office = len(others) == 1 and lexicon.has("articles", first.lower())
    return 0 if office else small


def _length(plain: str) -> Iterator[Weight]:
    words = len(plain.split())
    if words > FAR_TOO_LONG:
        yield -5.0, "it is far too long for a name"
    elif words > LONG:
        yield -2.0, "it is long for a name"
    elif words > RATHER_LONG:
        yield -0.7, "it is rather long for a name"
    elif words <= SHORT and len(plain) <= SHORT_NAME * SHORT:
        yield 0.5, "it is short"


def _vocabulary(lower: str, full: str, lexicon: Lexicon) -> Iterator[Weight]:
    found = lexicon.find(lower)
    initial = lower[1:2] in {".", " "} and len(lower) > INITIAL
    if "persons" in found.begins or ("anonymous" in found.begins and not initial):
        yield 2.0, "it begins like a person's title or office"
    elif "persons" in (found.holds | lexicon.find(full).holds):
        yield 1.0, "it holds a person's title or office"
    elif _opens_sentence(lower, lexicon):
        # short names are function words of some language or other
        yield (-0.5 if lexicon.in_doubt else -2.5), "it begins like a sentence"
    if found.spells & CAPTIONS:
        yield -7.0, "it is the caption of a field"
    elif "division" in found.begins:
        numbered = any(map(str.isdigit, lower))
        yield (-8.0 if numbered else -5.0), "it names a division of a text"
    elif "division" in found.holds:
        yield -2.5, "it holds the name of a division"
    elif found.begins & FIELDS and "persons" not in found.holds:
        yield -3.0, "it begins like the caption of a field"
    last = lower.rpartition(" ")[2]
    if lexicon.has("reporting", last):
        yield -6.0, "its last word is a verb of saying"


def _opens_sentence(lower: str, lexicon: Lexicon) -> bool:
    first, *rest = lower.split() or [""]
    first = first.strip(".,’'")
    if rest and lexicon.has("articles", first):
        return False
    return lexicon.is_function_word(first)


def _strange(plain: str) -> Iterator[Weight]:
    if not CLAUSE.isdisjoint(plain):
        yield -3.0, "it holds the mark of a sentence"
    if any(map(str.isdigit, plain)):
        numbered = plain.count(" ") <= SHORT and not plain[0].isdigit()
        yield (-0.5 if numbered else -3.0), "it holds digits"
    if SENTENCE.search(plain):
        yield -3.0, "a sentence ends within it"
    if "," in plain:
        yield -0.7, "it holds a comma"


#: lengths of names in words, and of a short one in characters
SHORT, RATHER_LONG, LONG, FAR_TOO_LONG = 3, 6, 9, 14
SHORT_NAME = 14
#: a letter, its full stop and no more: no initial of a name
INITIAL = 2
#: a word of small letters, its full stop, and more
SENTENCE = re.compile(r"[^\W\d_A-Z]{4}[.!?]\s+\S")
#: topics whose phrases announce a field of the record
CAPTIONS = frozenset(
    {
        "captions",
        "captions_participants",
        "captions_date",
        "captions_place",
        "page_labels",
    }
)
FIELDS = CAPTIONS | {"stenographer", "typist", "decipherer", "sources"}
