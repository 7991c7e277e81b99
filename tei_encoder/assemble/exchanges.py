"""Interviews: labels that say whether a turn asks or answers (`Q.`, `Answer:`)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tei_encoder.assemble.turns import Turn
from tei_encoder.language.load import words
from tei_encoder.model.record import Exchange, Passage

TABLE = "interview"
TOPICS = {"questions": Exchange.QUESTION, "answers": Exchange.ANSWER}
#: what may stand beside the letter or word, numbers included
BESIDE = re.compile(r"[\W\d_]+")


def tell_exchanges(
    text: str, parts: Sequence[Passage | Turn], tags: tuple[str, ...]
) -> Iterator[Passage | Turn]:
    """Give the parts, each turn with what its label says of it.

    `tags` are the languages (BCP 47) whose words labels may be; the one that tells
    of most labels is heard alone.
    """
    turns = (part for part in parts if isinstance(part, Turn))
    labels = dict.fromkeys(turn.name.of(text) for turn in turns if turn.name)
    readings = [_reading(tuple(labels), words(tag, TABLE)) for tag in tags]
    told = max(readings, key=len, default={})
    last: Exchange | None = None
    for part in parts:
        if isinstance(part, Turn):
            if not part.continued:
                last = told.get(part.name.of(text)) if part.name else None
            yield replace(part, exchange=last)
        else:
            yield part


def _reading(
    labels: Sequence[str], table: Mapping[str, tuple[str, ...]]
) -> dict[str, Exchange]:
    """Read labels by the words of one language.

    Nobody answers where nobody asks. Letters, which may be initials, count where
    both of a pair are labels, and no other letter is.
    """
    kinds = {
        form.casefold(): exchange
        for topic, exchange in TOPICS.items()
        for form in table.get(topic, ())
    }
    keys = {label: _key(label) for label in labels}
    found = {label: kinds[key] for label, key in keys.items() if key in kinds}
    letters = {key for key in keys.values() if len(key) == 1}
    if not (letters <= set(kinds) and set(found.values()) == set(Exchange)):
        found = {label: kind for label, kind in found.items() if len(keys[label]) > 1}
    return found if Exchange.QUESTION in found.values() else {}


def _key(label: str) -> str:
    """Give the word of a label without numbers and points; a small letter is none."""
    word = BESIDE.sub(" ", label).strip()
    return "" if len(word) == 1 and word.islower() else word.casefold()
