"""Names, dates and measures of a TEI file by their places in the source."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from tei_encoder.model.annotation import Status
from tei_encoder.model.record import Record
from tei_encoder.tei.names import local_name

#: elements by what they are to a reader; `when` of names is of no interest here
KINDS: Mapping[str, str] = {
    "persName": "person",
    "orgName": "organisation",
    "placeName": "place",
    "date": "date",
    "time": "date",
    "measure": "measure",
    "num": "number",
}


class Found(NamedTuple):
    """A claim: where it begins and ends in the source (code points), and its kind."""

    start: int
    end: int
    kind: str


class Score(NamedTuple):
    """How many claims are right, how many were made, and how many there are."""

    right: int
    made: int
    there: int

    @property
    def precision(self) -> float:
        """Give the share of claims that are right; 1 where none was made."""
        return self.right / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        """Give the share of what is there that was found; 1 where nothing is."""
        return self.right / self.there if self.there else 1.0


def found_in(root: etree._Element, text: str) -> set[Found]:
    """Give what is claimed within the elements that say where they come from."""
    found: set[Found] = set()
    for block in root.xpath("//*[starts-with(@source, 'src:')]"):
        if block.xpath("ancestor::*[starts-with(@source, 'src:')]"):
            continue
        places = _Places(text, block.get("source"))
        found.update(_claims(block, places))
    return found


def claimed_in(record: Record) -> set[Found]:
    """Give what a record claims, without what a person has rejected."""
    return {
        Found(claim.span.start, claim.span.end, KINDS[claim.kind])
        for claim in record.annotations
        if claim.kind in KINDS and claim.status is not Status.REJECTED
    }


class _Places:
    """Follows the words of an element through the source, over white space."""

    def __init__(self, text: str, source: str) -> None:
        self.text = text
        self.ahead = [
            at
            for each in source.split()
            for at in range(*map(int, each.removeprefix("src:").split(",")))
            if not text[at].isspace()
        ]
        self.done = 0

    def follow(self, words: str | None) -> None:
        """Pass over words of the element, which must be those of the source."""
        for char in words or "":
            if not char.isspace():
                assert char == self.text[self.ahead[self.done]]
                self.done += 1


def _claims(element: etree._Element, places: _Places) -> Iterator[Found]:
    # what an editor writes beside the words of the source
    if local_name(element.tag) in {"corr", "reg", "expan", "supplied", ""}:
        return
    first = places.done
    places.follow(element.text)
    for child in element:
        yield from _claims(child, places)
        places.follow(child.tail)
    kind = KINDS.get(local_name(element.tag))
    if kind and places.done > first:
        yield Found(places.ahead[first], places.ahead[places.done - 1] + 1, kind)


def scores(made: set[Found], there: set[Found]) -> dict[str, Score]:
    """Score the claims of each kind: the same words, and the same kind."""
    right = Counter(each.kind for each in made & there)
    all_made = Counter(each.kind for each in made)
    all_there = Counter(each.kind for each in there)
    kinds = dict.fromkeys(KINDS.values())
    return {k: Score(right[k], all_made[k], all_there[k]) for k in kinds}
