"""Turns without labels: dashes open them, or questions and answers alternate."""

import re
from collections.abc import Sequence

from tei_encoder.segment.page import SENTENCE_END, Stretch

DASHES = "–—―-"
QUESTIONS = ("?", "？", "؟", ";", "か。")
#: an Armenian mark within the word that asks
WITHIN = "՞"
LAST = 60
NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]\s")
#: fewer turns are no dialogue
FEW = 4
#: the share of stretches, from the first with a dash on, that a dash opens
MOST = 0.6
#: the share of them that are whole sentences, and that ask
SENTENCES, ASKED = 0.8, 0.1
#: the share of stretches that ask where answers follow, and of these that are answered
HALF, ANSWERED = 0.35, 0.9
#: the share that says I or you, where nobody asks
SPOKEN = 0.4
TOPICS = frozenset({"speakers_i", "hearers_you"})
#: a label this sure tells that turns have labels
SURE = 4.0


def dashed(text: str, stretches: Sequence[Stretch]) -> frozenset[int]:
    """Give the indexes of stretches that open turns without a label by a dash.

    Items of lists have dashes as well: they neither ask nor say I and you.
    """
    found = [i for i, stretch in enumerate(stretches) if _opens(stretch)]
    if len(found) < FEW or len(found) < MOST * (len(stretches) - found[0]):
        return frozenset()
    if any(stretch.label_score >= SURE for stretch in stretches):
        return frozenset()
    said = [stretches[i] for i in found]
    whole = sum(text[stretch.end - 1] in SENTENCE_END for stretch in said)
    asked = sum(_asks(text, stretch) for stretch in said)
    spoken = sum(not stretch.cues.holds.isdisjoint(TOPICS) for stretch in said)
    talks = asked >= ASKED * len(said) or spoken >= SPOKEN * len(said)
    return frozenset(found if talks and whole >= SENTENCES * len(said) else ())


def alternating(text: str, stretches: Sequence[Stretch]) -> frozenset[int]:
    """Give the indexes of questions, and of the answers to them, that alternate.

    Each is a paragraph; what an answer goes on with is not among them.
    """
    asked = [i for i, stretch in enumerate(stretches) if _asks(text, stretch)]
    if len(asked) < FEW or len(asked) < HALF * (len(stretches) - asked[0]):
        return frozenset()
    if any(stretch.label_score >= SURE for stretch in stretches):
        return frozenset()
    answers = {i + 1 for i in asked if i + 1 < len(stretches)} - {*asked}
    answers = {i for i in answers if _answers(text, stretches[i])}
    enough = len(answers) >= ANSWERED * len(asked) - 1
    return frozenset({*asked, *answers} if enough else ())


def _opens(stretch: Stretch) -> bool:
    rest = stretch.head[1:].lstrip()
    return stretch.head[0] in DASHES and rest[:1] not in {"", *DASHES}


def _asks(text: str, stretch: Stretch) -> bool:
    """Tell whether it ends in a question; the Greek mark looks like a semicolon."""
    words = text[stretch.start : stretch.end].rstrip("”\"»' ")
    return words.endswith(QUESTIONS) or WITHIN in words[-LAST:]


def _answers(text: str, stretch: Stretch) -> bool:
    """Tell whether a stretch is sentences, not an item of a list."""
    listed = NUMBERED.match(stretch.head)
    return listed is None and text[stretch.end - 1] in SENTENCE_END
