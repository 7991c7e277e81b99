"""What a language says around the names of people: honorifics, offices, groups."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from tei_encoder.language.load import languages, words

#: the table of `language/data/<tag>.toml` that this module reads
TABLE = "names"
#: letters that have no decomposition but are interchanged with a plain one
PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ŀ": "l"})
HYPHEN = re.compile("[-‐–]")
#: how a tag reads when no language is told (BCP 47)
UNDETERMINED = "und"


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Reduce a word to what identity goes by: no case, accents, points or hyphens."""
    spread = unicodedata.normalize("NFKD", word.casefold())
    kept = "".join(char for char in spread if char.isalnum())
    return unicodedata.normalize("NFC", kept).translate(PLAIN)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language (or of all, where none is told), folded.

    `particles` are the small words inside names (`van`, `de`), of all languages,
    and so are `bodies`, which no person's name has (`ministry`), and `unidentified`;
    `quantifiers` begin a label of several (`several`), `collectives` end one
    (`delegates`); `columns` head a table, `numbered` stand before a number (`article`);
    `kinship` and `ages` tell of a person what is no office;
    `honorifics_given` stand before given names alone (`don`);
    `same_offices` maps a form of an office to one that stands for all its forms.
    """

    masculine: frozenset[str] = frozenset()
    feminine: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    honorifics_after: frozenset[str] = frozenset()
    honorifics_given: frozenset[str] = frozenset()
    degrees: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    office_endings: tuple[str, ...] = ()
    office_modifiers: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    quantifiers: frozenset[str] = frozenset()
    collectives: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    kinship: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    anonymous: frozenset[str] = frozenset()
    interpreters: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    unidentified: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    membership: tuple[str, ...] = ()
    same_offices: tuple[tuple[str, str], ...] = ()

    def is_honorific(self, word: str) -> bool:
        """Tell whether a folded word is a form of address or a rank."""
        return word in self.honorifics or bool(self.address(word))

    def address(self, word: str) -> str:
        """Give the form of an honorific: `masculine`, `feminine` or nothing.

        It says how somebody is addressed and is used to keep people apart alone.
        """
        if word in self.masculine:
            return "masculine"
        return "feminine" if word in self.feminine else ""

    def is_office(self, printed: str) -> bool:
        """Tell whether a printed word, or a part between its hyphens, is an office.

        Some languages write what the office is for into the same word.
        """
        parts = [fold(part) for part in (printed, *HYPHEN.split(printed))]
        return not self.offices.isdisjoint(parts) or parts[0].endswith(
            self.office_endings
        )

    def same_office(self, office: str) -> str:
        """Give the form that stands for an office (`pm` and `premier` alike)."""
        for form, standing in self.same_offices:
            if form == office:
                return standing
        return office


@cache
def lexicon(language: str) -> Lexicon:
    """Give the words of a language, or of all languages where it has no data."""
    known = (language,) if words(language, TABLE) else languages()
    tables = [words(tag, TABLE) for tag in known]

    def read(*keys: str) -> frozenset[str]:
        return _folded(word for t in tables for key in keys for word in t.get(key, ()))

    return Lexicon(
        masculine=read("honorifics_masculine"),
        feminine=read("honorifics_feminine"),
        honorifics=read("honorifics"),
        honorifics_after=read("honorifics_after"),
        honorifics_given=read("honorifics_given"),
        degrees=read("degrees"),
        suffixes=read("suffixes"),
        offices=read("offices"),
        office_endings=tuple(sorted(read("office_endings"))),
        office_modifiers=read("office_modifiers"),
        articles=read("articles"),
        links=read("links"),
        joiners=read("joiners") | {"&"},
        groups=read("groups"),
        quantifiers=read("quantifiers"),
        collectives=read("collectives"),
        columns=read("columns"),
        numbered=read("numbered"),
        kinship=read("kinship"),
        ages=read("ages"),
        anonymous=read("anonymous"),
        interpreters=read("interpreters"),
        particles=_of_all("particles"),
        pronouns=read("pronouns"),
        unidentified=_of_all("unidentified"),
        indefinite=read("indefinite"),
        bodies=_of_all("bodies"),
        membership=tuple(w for t in tables for w in t.get("membership", ())),
        same_offices=tuple(
            pair
            for t in tables
            for line in t.get("same_offices", ())
            for pair in _forms(line)
        ),
    )


@cache
def _of_all(key: str) -> frozenset[str]:
    """Give the words of all languages: names cross borders, archives have their own."""
    return _folded(
        word for tag in languages() for word in words(tag, TABLE).get(key, ())
    )


def _folded(found: Iterable[str]) -> frozenset[str]:
    return frozenset(folded for word in found if (folded := fold(word)))


def _forms(line: str) -> tuple[tuple[str, str], ...]:
    forms = [" ".join(fold(word) for word in form.split()) for form in line.split("/")]
    return tuple((form, forms[0]) for form in forms)
