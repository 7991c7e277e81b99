"""Records of invented talk in any house style and language, with their labels."""

import random
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import wrap
from typing import Any

Talk = Mapping[str, Any]


@dataclass
class Record:
    """A text in the making: its labels, and how many turns have none."""

    text: str = ""
    labels: list[tuple[int, int]] = field(default_factory=list)
    unlabelled: int = 0

    def add(self, before: str, label: str, after: str) -> None:
        """Add a turn: what stands before its label, the label, the rest."""
        start = len(self.text) + len(before)
        self.text += before + label + after
        if label:
            self.labels.append((start, start + len(label)))


def talks(path: Path) -> dict[str, Talk]:
    """Read the languages."""
    with path.open("rb") as file:
        return tomllib.load(file)


UNSPACED = ("ja", "zh")


def family(name: str) -> str:
    """Give the last word of a name."""
    return name.rpartition(" ")[2]


def initials(name: str) -> str:
    """Give the first letters of the words of a name."""
    return "".join(word[0] for word in name.split(" "))


def short(name: str) -> str:
    """Give an initial and the last word of a name."""
    return " ".join([name[0] + ".", family(name)]) if " " in name else name


def speech(talk: Talk, rng: random.Random, tag: str, *, question: bool) -> str:
    """Give what somebody says: sentences, and a question where one is wanted."""
    glue = "" if tag in UNSPACED else " "
    plain = [one for one in talk["says"] if ":" not in one and " :" not in one]
    said = rng.sample(plain, rng.randint(1, 3))
    if question:
        said = (
            [*said[:1], rng.choice(talk["asks"])]
            if rng.random() < 0.5
            else [rng.choice(talk["asks"])]
        )
    return glue.join(said)


def turns(
    talk: Talk, rng: random.Random, tag: str, n: int = 24
) -> Iterator[tuple[int, str]]:
    """Give who speaks and what is said, turn by turn."""
    last = -1
    count = rng.choice([2, 3, 4])
    for number in range(n):
        who = rng.choice([i for i in range(count) if i != last])
        last = who
        said = speech(talk, rng, tag, question=number % 4 == 0)
        aside = [one for one in talk["says"] if ":" in one]
        if number == 10 and aside:
            said = f"{aside[0]} {said}"
        yield who, said


def front(talk: Talk, *, present: bool = True) -> Record:
    """Begin a record by title, date and those present."""
    record = Record(f"{talk['title']}\n\n{talk['date']}\n\n")
    if present:
        record.text += f"{talk['present']}:\n" + "\n".join(talk["names"]) + "\n\n"
    return record


Style = Callable[[Talk, random.Random, str], Record]


@dataclass(frozen=True)
class RunIn:
    """Labels before the speech: `{n}` and `{t}` stand for number and time of a turn.

    `width` is where lines are wrapped, 0 for nowhere.
    """

    name: Callable[[str], str]
    before: str = ""
    mark: str = ":"
    after: str = " "
    gap: str = "\n\n"
    present: bool = True
    width: int = 0

    def __call__(self, talk: Talk, rng: random.Random, tag: str) -> Record:
        """Print the talk."""
        record = front(talk, present=self.present)
        for number, (who, said) in enumerate(turns(talk, rng, tag), 1):
            clock = {"n": number, "t": f"00:{number:02}:{rng.randint(10, 59)}"}
            before, label = self.before.format(**clock), self.name(talk["names"][who])
            after = self.mark.format(**clock) + self.after
            text = f"{before}{label}{after}{said}"
            if self.width:
                text = "\n".join(wrap(f"{text} {said}", self.width))
            end = len(before) + len(label)
            record.add(before, label, text[end:] + self.gap)
        return record


def same(name: str) -> str:
    """Give a name as it is."""
    return name


def caps(name: str) -> str:
    """Give the last word of a name in capitals."""
    return family(name).upper()


def fullcaps(name: str) -> str:
    """Give a name in capitals."""
    return name.upper()


def questions(names: tuple[str, str] | None, mark: str) -> Style:
    """Print questions and answers, each behind its word or letter."""

    def style(talk: Talk, rng: random.Random, tag: str) -> Record:
        record = front(talk, present=False)
        pair = names or tuple(talk["answer"])
        for number in range(24):
            said = speech(talk, rng, tag, question=number % 2 == 0)
            record.add("", pair[number % 2], f"{mark} {said}\n\n")
        return record

    return style


def voices(form: str, gap: str = "\n") -> Style:
    """Print speakers by their numbers."""

    def style(talk: Talk, rng: random.Random, tag: str) -> Record:
        record = Record()
        for who, said in turns(talk, rng, tag):
            record.add("", form.format(who), f": {said}{gap}")
        return record

    return style


def in_parentheses(what: str) -> Style:
    """Print an office or party behind each name."""

    def style(talk: Talk, rng: random.Random, tag: str) -> Record:
        record = front(talk, present=False)
        for who, said in turns(talk, rng, tag):
            extra = {
                "office": talk["office"],
                "party": ["AB", "XYZ", "ÖDP", "PLR"][who],
            }[what]
            record.add("", f"{talk['names'][who]} ({extra})", f": {said}\n\n")
        return record

    return style


def with_office(talk: Talk, rng: random.Random, tag: str) -> Record:
    """Print the office behind a name where it stands first."""
    record = front(talk, present=False)
    seen = set()
    for who, said in turns(talk, rng, tag):
        name = talk["names"][who]
        label = name if who in seen else f"{name}, {talk['office']}"
        seen.add(who)
        record.add("", label, f": {said}\n\n")
    return record


def with_stage(talk: Talk, rng: random.Random, tag: str) -> Record:
    """Print stage directions, and second paragraphs of speech."""
    record = front(talk)
    for number, (who, said) in enumerate(turns(talk, rng, tag)):
        record.add("", talk["names"][who], f": {said}\n\n")
        if number % 3 == 1:
            record.text += f"({talk['aside']})\n\n"
        if number % 3 == 2:
            record.text += speech(talk, rng, tag, question=False) + "\n\n"
    return record


def drama(mark: str) -> Style:
    """Print some labels with a direction in parentheses."""

    def style(talk: Talk, rng: random.Random, tag: str) -> Record:
        record = front(talk, present=False)
        for number, (who, said) in enumerate(turns(talk, rng, tag)):
            aside = f" ({talk['aside']})" if number % 4 == 3 else ""
            record.add("", fullcaps(talk["names"][who]), f"{aside}{mark} {said}\n")
        return record

    return style


def dashes(opening: str, gap: str) -> Style:
    """Print turns that have no labels."""

    def style(talk: Talk, rng: random.Random, tag: str) -> Record:
        record = front(talk)
        for _, said in turns(talk, rng, tag):
            record.text += f"{opening}{said}{gap}"
            record.unlabelled += 1
        return record

    return style


def minutes(talk: Talk, rng: random.Random, tag: str) -> Record:
    """Print minutes: indirect speech, so no turn."""
    record = front(talk)
    glue = "" if tag in UNSPACED else " "
    for number in range(1, 6):
        record.text += f"{number}. {talk['says'][number].split(' ')[0]}\n\n"
        said = rng.sample(talk["says"], 8)
        for first in (0, 4) if number == 1 else ():
            record.text += (
                glue.join([talk["indirect"], *said[first : first + 4]]) + "\n\n"
            )
        if number > 1:
            record.text += glue.join([talk["indirect"], *talk["asks"][:2]]) + "\n\n"
    return record


def letter(talk: Talk, rng: random.Random, tag: str) -> Record:
    """Print a letter: no turn."""
    record = Record(f"{talk['date']}\n\n")
    glue = "" if tag in UNSPACED else " "
    said = rng.sample(talk["says"], 8)
    for first in (0, 3, 5):
        record.text += glue.join(said[first : first + 3]) + "\n\n"
    record.text += talk["names"][0] + "\n"
    return record


STYLES: dict[str, Style] = {
    "name:": RunIn(same),
    "name: (no list)": RunIn(same, present=False),
    "CAPS: single": RunIn(caps, gap="\n"),
    "CAPS. single": RunIn(caps, mark=".", gap="\n"),
    "CAPS.": RunIn(caps, mark="."),
    "Name.": RunIn(same, mark="."),
    "I. CAPS.—": RunIn(lambda n: short(n).upper(), mark=".—"),
    "Name –": RunIn(same, mark=" –"),
    "CAPS - ": RunIn(caps, mark=" -"),
    "CAPS⏎": RunIn(fullcaps, mark="", after="\n"),
    "Name⏎": RunIn(same, mark="", after="\n"),
    "Name:⏎": RunIn(same, after="\n"),
    "Name¶": RunIn(same, mark="", after="\n\n"),
    "(Name)": RunIn(same, before="(", mark=")"),
    "(CAPS)": RunIn(caps, before="(", mark=")"),
    "[Name]": RunIn(same, before="[", mark="]"),
    "[CAPS]:": RunIn(caps, before="[", mark="]:"),
    "<Name>": RunIn(family, before="<", mark=">", gap="\n"),
    "RC:": RunIn(initials, present=False),
    "12. NAME:": RunIn(caps, before="{n}. "),
    "[t] Name:": RunIn(same, before="[{t}] ", gap="\n"),
    "t Name:": RunIn(same, before="{t} ", gap="\n"),
    "t Name⏎": RunIn(same, before="{t} ", mark="", after="\n"),
    "Name t⏎": RunIn(same, mark="  {t}", after="\n"),
    "Name (t):": RunIn(same, mark=" ({t}):", after="\n"),
    "[t]⏎Name:": RunIn(same, before="[{t}]\n"),
    "Name⇥": RunIn(same, mark="", after="\t", gap="\n"),
    "Name:⇥": RunIn(same, after="\t", gap="\n"),
    "Name :": RunIn(same, mark=" :"),
    "Name：": RunIn(same, mark="：", after=""),
    "wrapped": RunIn(caps, gap="\n\n", width=60),
    "wrapped tight": RunIn(caps, gap="\n", width=60),
    "**Name:**": RunIn(same, before="**", mark=":**"),
    "- Name:": RunIn(same, before="- "),
    "— Name:": RunIn(family, before="— ", gap="\n"),
    ">> NAME:": RunIn(fullcaps, before=">> ", present=False),
    "Name |": RunIn(family, mark=" |", gap="\n"),
    "RLM Name:": RunIn(same, before="\u200f", mark="\u200f:"),
    "Q. A.": questions(("Q", "A"), "."),
    "Q: A:": questions(("Q", "A"), ":"),
    "QUESTION:": questions(None, ":"),
    "QUESTION.": questions(None, "."),
    "SPEAKER_00:": voices("SPEAKER_0{}"),
    "S1:": voices("S{}", "\n\n"),
    "Speaker 1:": voices("Speaker {}", "\n\n"),
    "Name (office):": in_parentheses("office"),
    "Name (PARTY):": in_parentheses("party"),
    "Name, office:": with_office,
    "name: + stage": with_stage,
    "drama (x).": drama("."),
    "drama (x):": drama(":"),
    "— said": dashes("— ", "\n\n"),
    "- said tight": dashes("- ", "\n"),
    "minutes": minutes,
    "letter": letter,
}


def record(style: str, tag: str, talk: Talk, seed: int = 0) -> Record:
    """Make the record of a style in a language; the same each time."""
    rng = random.Random(f"{style}{tag}{seed}")  # noqa: S311 - the same pages each time
    return STYLES[style](talk, rng, tag)
