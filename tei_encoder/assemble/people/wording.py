"""Sorts the words of a label into name, office and honorific."""

import re
from dataclasses import dataclass, replace

from tei_encoder.assemble.people.lexicon import Lexicon, fold
from tei_encoder.model.source import Span

WORD = re.compile(r"[^\s,;:/&]+|[,&]")
#: initials, or an elided article or preposition of French, Catalan and Italian, that
#: are written with the next word (`A.I.Mikoyan`, `d’Estaing`)
FUSED = re.compile(r"(?:[^\W\d_]{1,2}\.)+(?=[^\W\d_]{3})|[dlDL]['’](?=[^\W\d_]{2})")
INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[-‐]?)+|[^\W\d_]")
#: scripts that may write a title after the name, without a space
UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a label with its place in it."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.start + len(self.text)

    @property
    def folded(self) -> str:
        """The word without case, accents and points."""
        return fold(self.text)

    @property
    def is_initial(self) -> bool:
        """Tell whether it is one letter or several with full stops (`N.S.`)."""
        return INITIALS.fullmatch(self.text) is not None


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a label by what they are."""

    name: tuple[Token, ...] = ()
    office: tuple[Token, ...] = ()
    address: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The full words of the name, folded; all of it where it is initials alone."""
        full = tuple(t.folded for t in self.name if not t.is_initial)
        return full or tuple("".join(t.folded for t in self.name).split())

    @property
    def initials(self) -> tuple[str, ...]:
        """The initials of the name, folded, one by one."""
        if all(token.is_initial for token in self.name):
            return ()
        return tuple(
            fold(letters)
            for token in self.name
            if token.is_initial
            for letters in re.findall(r"[^\W\d_]+", token.text)
        )

    @property
    def office_text(self) -> str:
        """The words of the office, folded and joined by spaces."""
        return " ".join(token.folded for token in self.office)

    def with_office(self, other: "Wording") -> "Wording":
        """Add the office (and the honorific) that stand elsewhere in the label."""
        return replace(
            self,
            office=self.office or other.office,
            address=self.address or other.address,
        )


def tokens(text: str, within: Span | None = None) -> tuple[Token, ...]:
    """Cut a label into words; what is fused (`A.I.Mikoyan`) comes apart."""
    start, end = (0, len(text)) if within is None else (within.start, within.end)
    found: list[Token] = []
    for match in WORD.finditer(text, start, end):
        word, at = match.group(), match.start()
        if fused := FUSED.match(word):
            found.append(Token(fused.group(), at))
            word, at = word[fused.end() :], at + fused.end()
        found.append(Token(word, at))
    return tuple(found)


def read_wording(
    found: tuple[Token, ...], lexicon: Lexicon, known: frozenset[str] = frozenset()
) -> Wording:
    """Sort words; one that is `known` as a name is never an office or honorific."""
    segments = _segments(_with_titles_apart(found, lexicon))
    if not segments:
        return Wording()
    first = _read_segment(segments[0], lexicon, known)
    if first.name:
        return _with_given(first, segments[1:], lexicon, known)
    rest = tuple(token for segment in segments[1:] for token in segment)
    return replace(first, office=(*first.office, *rest))


def _with_titles_apart(found: tuple[Token, ...], lexicon: Lexicon) -> tuple[Token, ...]:
    """Part name and title that are written as one word (`周恩来总理`)."""
    if not any(UNSPACED.fullmatch(token.text) for token in found):
        return found
    titles = lexicon.offices | lexicon.honorifics_after | lexicon.interpreters
    apart: list[Token] = []
    for token in found:
        size = 0
        if UNSPACED.fullmatch(token.text):
            ends = (len(t) for t in titles if token.text.endswith(t))
            size = max(ends, default=0)
        if 0 < size < len(token.text):
            name = token.text[:-size]
            apart += (
                Token(name, token.start),
                Token(token.text[-size:], token.end - size),
            )
        else:
            apart.append(token)
    return tuple(apart)


def _segments(found: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    cut: list[list[Token]] = [[]]
    for token in found:
        if token.text == ",":
            cut.append([])
        else:
            cut[-1].append(token)
    return [tuple(segment) for segment in cut if segment]


def _with_given(
    first: Wording,
    segments: list[tuple[Token, ...]],
    lexicon: Lexicon,
    known: frozenset[str],
) -> Wording:
    # `Brezhnev, L.I.`, `ZALDÍVAR, don Andrés`: what follows a lone surname is given
    for segment in segments:
        more = _read_segment(segment, lexicon, known)
        if more.office:
            first = first.with_office(more)
        elif _is_given(first, more):
            first = replace(
                first,
                name=(*first.name, *more.name),
                address=first.address or more.address,
            )
    return first


def _is_given(first: Wording, more: Wording) -> bool:
    if not more.name or not more.name[0].text[:1].isupper():
        return False
    return len(first.words) == 1 or all(token.is_initial for token in more.name)


def _read_segment(
    segment: tuple[Token, ...], lexicon: Lexicon, known: frozenset[str]
) -> Wording:
    address, words = _without_honorifics(segment, lexicon, known)
    places = [n for n, token in enumerate(words) if _is_office(token, lexicon, known)]
    if not places:
        return Wording(name=_without_degrees(words, lexicon), address=address)
    end = _office_end(words, places[0], lexicon, known)
    end = _before_honorific(words, end, lexicon, known)
    later, tail = _without_honorifics(words[end:], lexicon, known)
    if tail:
        return Wording(
            name=_without_degrees(tail, lexicon),
            office=words[:end],
            address=address or later,
        )
    before = words[: places[0]]
    if (
        all(token.folded in lexicon.office_modifiers for token in before)
        or segment[0].folded in lexicon.articles
        or any(token.folded in lexicon.links for token in words[places[0] : end])
    ):
        return Wording(office=words[:end], address=address)
    if address and end == len(words) == places[0] + 1:
        return Wording(name=words, address=address)
    return Wording(name=before, office=words[places[0] : end], address=address)


def _is_office(token: Token, lexicon: Lexicon, known: frozenset[str]) -> bool:
    if token.folded in known:
        return False
    return lexicon.is_office(token.text) or token.folded in lexicon.interpreters


def _office_end(
    words: tuple[Token, ...], start: int, lexicon: Lexicon, known: frozenset[str]
) -> int:
    end, linked = start + 1, False
    while end < len(words):
        token = words[end]
        if token.folded in known or lexicon.is_honorific(token.folded):
            break
        linked = linked or token.folded in lexicon.links
        if not linked and not (
            _is_office(token, lexicon, known)
            or token.folded in lexicon.office_modifiers
        ):
            break
        end += 1
    return end


def _before_honorific(
    words: tuple[Token, ...], end: int, lexicon: Lexicon, known: frozenset[str]
) -> int:
    """Give where the honorific begins that stands between a long office and a name.

    What the office is for may have no small words (`послом Болгарии тов. Петровым`).
    """
    for at in range(end, len(words) - 1):
        token = words[at]
        if token.folded in known:
            return end
        if len(token.folded) > 1 and lexicon.is_honorific(token.folded):
            return at
    return end


def _without_honorifics(
    segment: tuple[Token, ...], lexicon: Lexicon, known: frozenset[str]
) -> tuple[str, tuple[Token, ...]]:
    at = _end_of_honorifics(segment, lexicon, known)
    told = (lexicon.address(token.folded) for token in segment[:at])
    address = next(filter(None, told), "")
    words = segment[at:]
    if len(words) > 1 and words[-1].folded in lexicon.honorifics_after:
        words = words[:-1]
    return address, words


def _end_of_honorifics(
    segment: tuple[Token, ...], lexicon: Lexicon, known: frozenset[str]
) -> int:
    """Count the articles and honorifics before a name.

    A rank that begins an office is none of them.
    One letter (`M.`, `H.`) may be an initial: it is an honorific only before a longer
    one (`M. H. Sra.`) or where a full word follows it.
    """
    end = 0
    for at, token in enumerate(segment[:-1]):
        folded = token.folded
        several = token.text.count(".") > 1
        article = folded in lexicon.articles and not token.text.endswith(".")
        if several or folded in known or not (article or lexicon.is_honorific(folded)):
            break
        if _begins_office(segment[at:], lexicon):
            break
        if article or len(folded) > 1 or not segment[at + 1].is_initial:
            end = at + 1
    return end


def _begins_office(words: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Tell whether a rank is part of an office (`Lord Privy Seal`)."""
    after = (t for t in words if t.folded not in lexicon.office_modifiers)
    following = next(after, None)
    return (
        words[0].folded in lexicon.office_modifiers
        and following is not None
        and lexicon.is_office(following.text)
    )


def _without_degrees(words: tuple[Token, ...], lexicon: Lexicon) -> tuple[Token, ...]:
    kept = words
    while len(kept) > 1 and kept[-1].folded in lexicon.suffixes | lexicon.degrees:
        kept = kept[:-1]
    return kept
