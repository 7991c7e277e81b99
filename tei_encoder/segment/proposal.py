"""Proposes a house style from a few example records: what they share, with reasons."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from tei_encoder.language.identify import identify
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.description import Certainty
from tei_encoder.model.source import Source
from tei_encoder.profiles.load import load
from tei_encoder.profiles.proposal import Proposal
from tei_encoder.segment.choice import choose_profile
from tei_encoder.segment.examples import Example, captions, lines, titles
from tei_encoder.segment.grammar import describe
from tei_encoder.segment.parse import complete, parse
from tei_encoder.segment.read import read

#: what stands behind the last turn does so in so many records
RECORDS = 2
#: names that a remark gives as examples, how much of each, and forms of labels
SHOWN, NAME, FORMS = 3, 40, 4
#: front kinds that a plan may allow at the back, and the reverse
FRAME = (Kind.DATE, Kind.PLACE, Kind.PARTICIPANTS, Kind.SETTING, Kind.COLOPHON)


def propose(sources: Sequence[Source], title: str) -> Proposal:
    """Propose a house style from examples; the same examples give the same one.

    Only what several records, or several speakers, share is proposed, and only what
    the profile it extends and the words of the languages do not say already.
    """
    base = _base(sources)
    examples = [_example(source.text, base) for source in sources]
    table: dict[str, Any] = {"title": title}
    reasons: dict[str, str] = {}
    for key, value, reason in _keys(sources, examples, base):
        if "." in key:
            topic, _, name = key.partition(".")
            table.setdefault(topic, {})[name] = value
        else:
            table[key] = value
        reasons[key] = reason
    names = ", ".join(source.uri for source in sources)
    heading = f"Proposed from {len(sources)} record(s): {names}"
    return Proposal(table, reasons, (heading, *_forms(examples)))


def _base(sources: Sequence[Source]) -> str:
    """Give the profile that the evidence of most examples speaks for."""
    chosen = Counter(choose_profile(source).value.name for source in sources)
    name, times = min(chosen.items(), key=lambda item: (-item[1], item[0]))
    return name if 2 * times > len(sources) else "generic"


def _example(text: str, base: str, language: str | None = None) -> Example:
    profile = complete(load(base))
    page = read(text, replace(profile, language=language or profile.language))
    return Example(page, tuple(b for b in parse(page) if b.field is not Field.BLANK))


Key = tuple[str, str | tuple[str, ...], str]


def _keys(
    sources: Sequence[Source], examples: Sequence[Example], base: str
) -> Iterator[Key]:
    """Give dotted keys with value and reason."""
    if base != "generic":
        chosen = map(choose_profile, sources)
        why = next(c.diagnostics[0].message for c in chosen if c.value.name == base)
        yield "extends", base, why
    yield from _language(examples, base)
    yield from _phrases(examples)
    yield from _back(examples)


def _phrases(examples: Sequence[Example]) -> Iterator[Key]:
    """Propose the words that examples share."""
    opened = titles(examples)
    if opened:
        reason = "open " + "; ".join(_few(opened[word]) for word in sorted(opened))
        yield "phrases.persons", tuple(sorted(opened)), reason
    found = captions(examples)
    for topic in sorted(set(found.values())):
        reason = "stand before a colon above the first speech"
        same = tuple(sorted(words for words in found if found[words] == topic))
        yield f"phrases.{topic}", same, reason
    repeated = tuple(sorted(lines(examples)))
    if repeated:
        reason = "lines that are the same in several records, under no kind yet"
        yield "phrases.furniture", repeated, reason


def _language(examples: Sequence[Example], base: str) -> Iterator[Key]:
    """Propose the language where it is sure and costs no word of another one."""
    guesses = {identify(example.page.text) for example in examples}
    if len(guesses) != 1:
        return
    guess = guesses.pop()
    if guess.certainty is not Certainty.HIGH:
        return
    told = [_example(e.page.text, base, guess.tag) for e in examples]
    if all(_kinds(a) == _kinds(b) for a, b in zip(examples, told, strict=True)):
        yield "language", guess.tag, "function words of all examples"


def _kinds(example: Example) -> list[tuple[int, Kind]]:
    return [(block.span.start, block.kind) for block in example.blocks]


def _back(examples: Sequence[Example]) -> Iterator[Key]:
    """Propose what stands behind the last turn of several records, against the plan."""
    plan = examples[0].page.profile.zones["back"]
    found = Counter(kind for example in examples for kind in _behind(example))
    new = sorted(k.value for k in FRAME if found[k] >= RECORDS and k.value not in plan)
    if new:
        reason = f"{', '.join(new)} stand behind the last turn"
        yield "zones.back", (*plan, *new), reason


def _behind(example: Example) -> set[Kind]:
    speech = [n for n, b in enumerate(example.blocks) if b.kind is Kind.TURN]
    return {b.kind for b in example.blocks[speech[-1] + 1 :]} if speech else set()


def _forms(examples: Sequence[Example]) -> Iterator[str]:
    """Say how labels are printed, and whose they are."""
    forms: Counter[str] = Counter()
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for example in examples:
        printed = {s.label.start: s.label for s in example.page.stretches if s.label}
        for block in example.labels:
            candidate = block.label and printed.get(block.label.name.start)
            if candidate:
                form = describe(candidate.form)
                forms[form] += 1
                names[form][" ".join(candidate.name.split())] += 1
    if not forms:
        yield "No labels were found: [phrases] persons may name titles that open them"
    often = sorted(forms.items(), key=lambda item: (-item[1], item[0]))
    for form, times in often[:FORMS]:
        known = sorted(names[form], key=lambda n: (-names[form][n], n))
        yield f"Labels: {form}: {times} of {_few(known)}"


def _few(names: Sequence[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(name[:NAME] for name in names[:SHOWN]) + more
