"""What the readers of captions find in a file, before it is one text."""

from dataclasses import dataclass, field

from tei_encoder.model.layout import Style


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one voice: their text, and what of it is styled (start, end, style).

    `voice` is the name that the file states; `marked` tells that another speaker
    begins here, whose mark are the first `mark` characters.
    """

    text: str
    voice: str = ""
    styles: tuple[tuple[int, int, Style], ...] = ()
    marked: bool = False
    mark: int = 0


@dataclass(frozen=True, slots=True)
class Caption:
    """One caption: when it is shown (milliseconds; None: not told) and what it says.

    `line` is where it stands in the file, from 1.
    """

    begin: int | None
    end: int | None
    words: tuple[Words, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of the file that nobody said, with the reason why they are set aside."""

    text: str
    reason: str


@dataclass(slots=True)
class Captions:
    """A file of captions: what is said and set aside, in order.

    `after` is set aside behind all captions: identifiers, places on the screen;
    `count` is the number of captions so far.
    """

    flow: list[Caption | Aside] = field(default_factory=list)
    after: list[Aside] = field(default_factory=list)
    language: str = ""
    count: int = 0

    def add(self, caption: Caption, identifier: str = "") -> None:
        """Add a caption; an identifier that does not just count it is set aside."""
        if identifier.strip() not in {"", str(self.count), str(self.count + 1)}:
            self.after.append(Aside(identifier.strip(), "cue-identifier"))
        self.flow.append(caption)
        self.count += 1

    @property
    def captions(self) -> list[Caption]:
        """The captions alone."""
        return [item for item in self.flow if isinstance(item, Caption)]
