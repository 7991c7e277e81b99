"""Persons named in the text: those the record knows, and those with a title.

A name is claimed where the record's own labels and lists have it, or where a title
stands before it; one found with its title is known from then on.
Encoded after TEI Guidelines 14.2.1, the title as `roleName`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tei_encoder.annotate.capitals import Word, abbreviated, joined, run_from
from tei_encoder.annotate.known_names import (
    KnownNames,
    abbreviations,
    no_names,
    particles,
    plural_titles,
    role_words,
    titles,
)
from tei_encoder.annotate.stretches import Place, Stretch
from tei_encoder.language.gazetteer import listed
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.source import Span

KNOWN = "known-person"
LISTED = "listed-person"
TITLED = "titled-person"
MOST_WORDS = 5
MOST_ROLES = 4
SHORTEST_NAME = 2
MOST_GIVEN = 2


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """The words of a stretch of `text`, and the names known in the record."""

    text: str
    stretch: Stretch
    words: Sequence[Word]
    known: KnownNames
    tags: tuple[str, ...]

    @property
    def may_name_others(self) -> bool:
        """Tell whether not only persons may be named here: not in a label."""
        return self.stretch.place is not Place.LABEL

    def is_role(self, word: Word) -> bool:
        """Tell whether a word is an honorific or an office."""
        return word.folded in role_words(self.tags)

    def is_role_name(self, folded: str) -> bool:
        """Tell whether a casefolded word never is a name of a person."""
        return folded in no_names(self.tags)

    def is_no_name(self, word: Word) -> bool:
        """Tell whether a word never is of a name; `A.` may be an initial."""
        initial = len(word.text) == 1 and self.text[word.end : word.end + 1] == "."
        return word.folded in no_names(self.tags) and not initial

    def is_also_small(self, word: Word) -> bool:
        """Tell whether the record writes a word without a capital too."""
        if word.folded not in self.text:  # as with most names: quicker to tell
            return False
        found = re.search(rf"(?<![\w-]){re.escape(word.folded)}(?![\w-])", self.text)
        return found is not None

    def run(self, at: int) -> list[Word]:
        """Give the words from `words[at]` on that may be one name."""
        inside = particles(self.tags)
        return run_from(self.text, self.words, at, inside)

    def near(self, first: Word, second: Word) -> bool:
        """Tell whether one word stands right before another, perhaps abbreviated."""
        if joined(self.text, first, second):
            return True
        dotted = first.folded in abbreviations(self.tags)
        return dotted and abbreviated(self.text, first, second)


def learn(page: Page) -> None:
    """Remember the names of several words that stand after a title."""
    known_titles = titles(page.tags)
    for at, word in enumerate(page.words):
        if word.text not in known_titles:
            continue
        folded = tuple(word.folded for word in _titled(page, at))
        if len(folded) >= SHORTEST_NAME and not page.known.longest(folded):
            page.known.add(folded, None)
        elif len(folded) == 1 and len(folded[0]) > SHORTEST_NAME:
            page.known.single.add(folded[0])


def _titled(page: Page, at: int) -> Sequence[Word]:
    """Give the name after a title at `words[at]`; none where an office follows."""
    words = page.words
    if words[at].text not in titles(page.tags) or at + 1 == len(words):
        return []
    if not page.near(words[at], words[at + 1]):
        return []
    start = at + 1
    while start < len(words) and words[start].text in particles(page.tags):
        start += 1
    name: list[Word] = []
    for word in page.run(start)[:MOST_WORDS]:
        if word.capital and page.is_no_name(word):
            break
        name.append(word)
    while name and name[-1].text in particles(page.tags):
        name.pop()
    return words[at + 1 : start + len(name)] if name else []


def people_in(page: Page) -> Iterator[Annotation]:
    """Claim the names of persons, with `target` where the record has the person."""
    done = 0
    known_titles = titles(page.tags)
    for at, word in enumerate(page.words):
        after_title = at > 0 and page.words[at - 1].text in known_titles
        if at < done or not (word.capital or after_title):
            continue
        count, rule = _name_at(page, at)
        if count:
            done = at + count
            yield from _person(page, at, done, rule)


def _person(page: Page, first: int, last: int, rule: str) -> Iterator[Annotation]:
    """Claim the name `words[first:last]` with the roles before it."""
    name = page.words[first:last]
    roles = _roles(page, first)
    start = roles[0].start if roles else name[0].start
    target = page.known.entity(tuple(word.folded for word in name))
    span = Span(start, name[-1].end)
    yield Annotation(span, AnnotationKind.PERS_NAME, target=target, rule=rule)
    if roles:
        # the full stop of an abbreviated title belongs to it
        dotted = page.text.startswith(".", roles[-1].end)
        role = Span(start, roles[-1].end + dotted)
        yield Annotation(role, AnnotationKind.ROLE_NAME, rule=rule)


def _name_at(page: Page, at: int) -> tuple[int, str]:
    """Give how many words from `words[at]` on are a name, and by which rule."""
    if page.known.begins(page.words[at].folded):
        count = _known(page, at)
        if count:
            return count, KNOWN
    if count := _listed(page, at):
        return count, LISTED
    if page.stretch.place is Place.HEADER and len(run := page.run(at)) == 1:
        # a summary names the persons of the record by one of their names
        return int(page.known.entity((run[0].folded,)) is not None), KNOWN
    after_title = at > 0 and page.words[at - 1].text in titles(page.tags)
    return len(_titled(page, at - 1)) if after_title else 0, TITLED


def _listed(page: Page, at: int) -> int:
    """Give how many words from `words[at]` on end in a name that stands for one person.

    That is the only name of somebody who takes part, one found after a title, or one
    of the language's list; words before it are names of theirs.
    """
    people, single = listed(page.tags, "people"), page.known.single
    near = page.words[at : at + MOST_GIVEN + 1]
    if not any(word.text in people or word.folded in single for word in near):
        return 0
    run = page.run(at)
    if not run or len(run) > MOST_GIVEN + 1:
        return 0
    last = run[-1]
    alone = last.folded in single and not page.is_also_small(last)
    if not alone and last.text not in people:
        return 0
    given = run[:-1]
    if given and given[0].text in titles(page.tags):
        return 0  # `M.` is an initial, or a title, which is no part of the name
    if any(page.is_no_name(word) or page.is_also_small(word) for word in given):
        return 0
    return len(run)


def _known(page: Page, at: int) -> int:
    """Give how many words are a known name that no further capital goes on."""
    run = page.run(at)[:MOST_WORDS]
    folded = tuple(word.folded for word in run)
    count = page.known.longest(folded)
    if count and (count == len(run) or folded[count] in no_names(page.tags)):
        return count
    alone = page.stretch.place is Place.LABEL and folded[:1] in page.known.whole
    return 1 if alone else 0


def _roles(page: Page, at: int) -> list[Word]:
    """Give the capitalised honorifics and offices right before `words[at]`."""
    found: list[Word] = []
    following = page.words[at]
    for word in reversed(page.words[max(0, at - MOST_ROLES) : at]):
        acronym = bool(found) and word.text.isupper() and not following.text.isupper()
        beside = page.is_role(word) or acronym
        several = word.folded in plural_titles(page.tags)
        if several or not (beside and word.capital and page.near(word, following)):
            break
        found.insert(0, word)
        following = word
    return found
