"""Names of places and bodies by language, and the words that make such names.

They stand in `gazetteers/<BCP 47 tag>.toml`, and those of countries in `[mentions]`.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from tei_encoder.errors import ConfigurationError
from tei_encoder.language.load import words


@cache
def gazetteer(language: str) -> Mapping[str, tuple[str, ...]]:
    """Give the topics of a language: `pt-BR` falls back to `pt` (RFC 4647, lookup).

    Raises `ConfigurationError` when a data file is wrong.
    """
    topics: dict[str, tuple[str, ...]] = dict(words(language, "mentions"))
    folder = files("tei_encoder.language") / "gazetteers"
    tag = language.lower()
    while tag and not (folder / f"{tag}.toml").is_file():
        tag = tag.rpartition("-")[0]
    if tag:
        text = (folder / f"{tag}.toml").read_text(encoding="utf-8")
        try:
            parsed = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise ConfigurationError(
                f"not valid TOML: {error}", place=f"{tag}.toml", remedy="mend that line"
            ) from error
        for topic, names in parsed.items():
            topics[topic] = (*topics.get(topic, ()), *names)
    return topics


@cache
def listed(tags: tuple[str, ...], topic: str) -> frozenset[str]:
    """Join the words of a topic in all of `tags`, as they are printed."""
    return frozenset(form for tag in tags for form in gazetteer(tag).get(topic, ()))
