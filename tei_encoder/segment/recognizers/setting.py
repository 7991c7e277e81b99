"""Circumstances: where and when the conversation was held, how it began and ended."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 600
#: a line that begins with the word for held is no longer (characters)
LINE = 120


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a setting or a formula of the sitting by the phrases that state one."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    if "held" in stretch.cues.begins and len(stretch) <= LINE:
        yield Reading(Kind.SETTING, 3.6, ("it tells where and when it was held",))
    if "setting" in stretch.cues.holds:
        yield Reading(Kind.SETTING, 3.0, ("it tells where, when or among whom",))
    if "sitting" in stretch.cues.holds:
        yield Reading(Kind.NARRATION, 4.0, ("a formula that opens or ends a sitting",))
