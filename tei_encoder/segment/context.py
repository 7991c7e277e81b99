"""What stands after a candidate label: speech, or nothing like it."""

import re
from collections.abc import Iterator

from tei_encoder.segment.forms import Candidate, Mark, Place, begins_small
from tei_encoder.segment.lexicon import Lexicon
from tei_encoder.segment.shape import Weight

#: speech shorter than this ends like a sentence
SHORT = 70
SPEECH_END = frozenset('.!?…—–"”»。！？；;,，)）-؟۔।॥։።။។')
REACH = 240
#: the same, and what ends a label
MARKED = SPEECH_END | {":", "："}
SCRAP = 12
#: an entry of a list is no longer (characters)
ENTRY = 40
#: nor is the list
LIST = 800
WORD = re.compile(r"[^\W\d_]+")
LISTED = re.compile(r"[-–—•*·▪]\s|\(?(?:\d{1,3}|[a-z])[.)]\s")


def follows(
    text: str, candidate: Candidate, end: int, lexicon: Lexicon
) -> Iterator[Weight]:
    """Weigh what stands between a label and the end of its paragraph, or after it.

    A title alone before a capital is part of a name.
    """
    form = candidate.form
    after = text[candidate.end : candidate.end + REACH].lstrip()
    line = after.partition("\n")[0].rstrip()
    if form.place is Place.RUN_IN:
        yield from _runs_in(after, candidate, end, lexicon)
    elif form.place is Place.OWN_LINE:
        if end - candidate.end <= LIST and _is_list(text[candidate.end : end]):
            yield -3.0, "a list follows"
    elif not _speech(line) or LISTED.match(line):
        yield -3.0, "no speech follows"


def _runs_in(
    after: str, candidate: Candidate, end: int, lexicon: Lexicon
) -> Iterator[Weight]:
    if begins_small(after):
        yield -1.5, "what follows goes on in small letters"
    rest = after[: max(0, end - candidate.end)].rstrip()
    if candidate.form.mark is Mark.PERIOD and len(rest) < SCRAP and not _speech(rest):
        yield -2.5, "what follows is too short for speech"
    if candidate.form.mark is Mark.COLON and not _speech(rest):
        yield -0.5, "what follows does not end like a sentence"
    if candidate.form.mark is not Mark.NONE:
        return
    if lexicon.has("persons", candidate.key):
        yield -4.0, "a title alone: the name goes on"
    opening = WORD.match(after)
    if opening:
        word = opening[0].lower()
        opens = lexicon.is_function_word(word) or lexicon.has("persons", word)
        yield (1.0, "a sentence opens") if opens else (-1.0, "a name may go on")
    if not _speech(rest):
        yield -3.0, "no speech follows"


def _speech(line: str) -> bool:
    """Tell whether a line is long, or ends like a sentence."""
    return len(line) >= SHORT or (bool(line) and line[-1] in SPEECH_END)


def _is_list(below: str) -> bool:
    """Tell whether several short lines follow of which no mark ends any."""
    lines = [line.strip() for line in below.strip().split("\n")]
    return len(lines) > 1 and all(
        0 < len(line) <= ENTRY and line[-1] not in MARKED for line in lines
    )
