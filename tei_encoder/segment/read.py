"""Reads a page twice: first to learn its grammar, then to part it into stretches."""

from collections.abc import Sequence
from dataclasses import replace

from tei_encoder.model.span import Span
from tei_encoder.profiles.model import Profile
from tei_encoder.segment import layout as layouts
from tei_encoder.segment.appearance import NO_LOOKS, Looks
from tei_encoder.segment.dialogue import alternating, dashed
from tei_encoder.segment.forms import KEY, begins_small
from tei_encoder.segment.grammar import Grammar
from tei_encoder.segment.grouping import grouped
from tei_encoder.segment.inline import names_within, recurring
from tei_encoder.segment.languages import spoken
from tei_encoder.segment.learning import learn
from tei_encoder.segment.lexicon import Lexicon, lexicon
from tei_encoder.segment.lines import Line, cut
from tei_encoder.segment.lists import captions, listed
from tei_encoder.segment.page import Page
from tei_encoder.segment.parting import NEAR, STRONG, part
from tei_encoder.segment.sheet import Found, Groups, Sheet, occurrences

#: how far into a page its front may reach (paragraphs)
FRONT = 60
#: the first stretches, where a note on funding stands
THANKS = 15
#: what may close a label at the beginning of a line within a paragraph
MARKS = ":：\u3000"
#: signs that printers set before a speaker's name
SIGNS = frozenset("○◯◎●◆◇■□▲△▼▽※")


def read(text: str, profile: Profile, looks: Looks = NO_LOOKS) -> Page:
    """Read a page: lines, layout, languages, grammar of labels, stretches."""
    if "\n" not in text:  # old Macintosh files end their lines with U+000D
        text = text.replace("\r", "\n")
    lines = cut(text)
    layout = layouts.observe(text, lines)
    tags = (profile.language,) if profile.language else spoken(text)
    known = lexicon(tags, profile.phrases)
    groups, whole = grouped(layouts.paragraphs(layout, text, lines), lines, looks)
    inner = _inner(text, lines, groups, known)
    sheet = Sheet(text, lines, groups, inner, whole)
    found = _occurrences(sheet, known, looks)
    grammar = learn([o for each in found.values() for o in each], known)
    front = _front(sheet, found, grammar)
    grammar = replace(
        grammar, vocabulary=_words(text[:front]), front_end=front, weights={}
    )
    stretches = tuple(part(sheet, found, grammar))
    whole_starts = {lines[groups[index][0]].start for index in whole}
    return Page(
        text,
        profile,
        known,
        layout,
        lines,
        grammar,
        stretches,
        captions(stretches),
        listed(stretches),
        tuple(s.head.lower() for s in stretches[:THANKS] if "funding" in s.cues.holds),
        looks,
        frozenset(i for i, s in enumerate(stretches) if s.start in whole_starts),
        dashed(text, stretches) or alternating(text, stretches),
    )


def _inner(
    text: str,
    lines: Sequence[Line],
    groups: Groups,
    known: Lexicon,
) -> dict[int, list[tuple[int, str]]]:
    """Give, by paragraph, the labels that may stand within it, behind a sentence."""
    short = known.sets.get("abbreviations", frozenset())
    within = {
        index: list(names_within(text, lines[first].start, lines[last - 1].end, short))
        for index, (first, last) in enumerate(groups)
    }
    keys = recurring([key for each in within.values() for _, key in each])
    return {
        index: [(start, key) for start, key in each if key in keys]
        for index, each in within.items()
        if each
    }


def _occurrences(sheet: Sheet, known: Lexicon, looks: Looks) -> Found:
    """Give all candidates, by the place where they stand."""
    text, lines = sheet.text, sheet.lines
    found: Found = {}
    for index, (first, last) in enumerate(sheet.groups):
        end = lines[last - 1].end
        if index in sheet.whole:
            found[lines[first].start] = ()
            continue
        starts = [lines[first].start]
        starts += [
            line.start
            for line in lines[first + 1 : last]
            if text[line.start] in SIGNS
            or _has_mark(text, line)
            or line.start in looks.leads
        ]
        starts += [start for start, _ in sheet.inner.get(index, ())]
        for start in starts:
            found[start] = tuple(
                occurrences(text, Span(start, end), index, known, looks)
            )
    return found


def _has_mark(text: str, line: Line) -> bool:
    near = min(line.end, line.start + NEAR)
    return any(text.find(mark, line.start, near) >= 0 for mark in MARKS)


def _front(sheet: Sheet, found: Found, grammar: Grammar) -> int:
    """Give the end of the paragraph before the first sure label."""
    sure = (
        o.paragraph
        for each in found.values()
        for o in each
        if sum(w for w, _ in (*grammar.weigh(o.candidate), *o.context)) >= STRONG
    )
    front = sheet.groups[: min(FRONT, next(sure, FRONT))]
    return sheet.lines[front[-1][1] - 1].end if front else 0


def _words(front: str) -> frozenset[str]:
    """Give the words of a page's front that do not begin with a small letter."""
    words = KEY.findall(front)
    return frozenset(word.lower() for word in words if not begins_small(word))
